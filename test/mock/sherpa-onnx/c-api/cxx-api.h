//===- cxx-api.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of sherpa-onnx's C++ API at 634265c9b.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sherpa_onnx::cxx {

struct Wave {
  std::vector<float> samples;
  int32_t sample_rate;
};
Wave ReadWave(const std::string &filename);
bool WriteWave(const std::string &filename, const Wave &wave);

struct OfflineStream {
  void AcceptWaveform(int32_t sample_rate, const float *samples, int32_t n) const;
};

struct OfflineRecognizerResult {
  std::string text;
  std::vector<float> timestamps;
  std::vector<std::string> tokens;
  std::string json;
  std::string lang;
  std::string emotion;
  std::string event;
};

struct OfflineRecognizer {
  OfflineStream CreateStream() const;
  void Decode(const OfflineStream *s) const;
  OfflineRecognizerResult GetResult(const OfflineStream *s) const;
  std::shared_ptr<OfflineRecognizerResult> GetResultPtr(const OfflineStream *s) const;
};

struct GenerationConfig {
  float speed = 1;
};

struct GeneratedAudio {
  std::vector<float> samples;
  int32_t sample_rate;
};

using OfflineTtsCallback = int32_t (*)(const float *samples, int32_t num_samples, float progress,
                                       void *arg);

struct OfflineTts {
  int32_t SampleRate() const;
  GeneratedAudio Generate(const std::string &text, const GenerationConfig &config,
                          OfflineTtsCallback callback = nullptr, void *arg = nullptr) const;
  std::shared_ptr<GeneratedAudio> Generate2(const std::string &text,
                                            const GenerationConfig &config,
                                            OfflineTtsCallback callback = nullptr,
                                            void *arg = nullptr) const;
};

struct AudioEvent {
  std::string name;
  int32_t index;
  float prob;
};

struct AudioTagging {
  std::vector<AudioEvent> Compute(const OfflineStream *s, int32_t top_k = -1);
};

struct SpeakerEmbeddingManager {
  bool Add(const std::string &name, const float *v) const;
  std::string Search(const float *v, float threshold) const;
  int32_t NumSpeakers() const;
};

} // namespace sherpa_onnx::cxx
