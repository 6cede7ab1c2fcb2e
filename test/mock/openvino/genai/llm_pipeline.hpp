//===- llm_pipeline.hpp - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of OpenVINO GenAI at da1db864d.
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

namespace ov {

class Tensor {
public:
  template <class T> T *data() const;
  size_t get_size() const;
};

class InferRequest {
public:
  void infer();
  void set_input_tensor(const Tensor &tensor);
  Tensor get_output_tensor(size_t index = 0);
};

namespace genai {

enum class StreamingStatus { RUNNING, STOP, CANCEL };
struct GenerationConfig {};
using OptionalGenerationConfig = std::optional<GenerationConfig>;
using StringInputs = std::variant<std::string, std::vector<std::string>>;
using StreamerVariant =
    std::variant<std::function<StreamingStatus(std::string)>, std::monostate>;

class DecodedResults {
public:
  std::vector<std::string> texts;
  std::vector<float> scores;
  operator std::string() const;
  friend std::ostream &operator<<(std::ostream &os, const DecodedResults &dr);
};

class LLMPipeline {
public:
  LLMPipeline(const std::string &path, const std::string &device);
  DecodedResults generate(StringInputs inputs,
                          OptionalGenerationConfig generation_config = std::nullopt,
                          StreamerVariant streamer = std::monostate());
};

class WhisperPipeline {
public:
  DecodedResults generate(const std::vector<float> &raw_speech_input);
};

class Text2ImagePipeline {
public:
  Tensor generate(const std::string &positive_prompt);
};

} // namespace genai
} // namespace ov
