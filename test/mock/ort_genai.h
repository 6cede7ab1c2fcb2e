//===- ort_genai.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of ONNX Runtime generate() at a0c04eb13.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

struct OgaModel;
struct OgaGeneratorParams;

struct OgaString {
  OgaString(const char *p);
  operator const char *() const;
};

struct OgaSequences {
  static std::unique_ptr<OgaSequences> Create();
};

struct OgaTokenizer {
  static std::unique_ptr<OgaTokenizer> Create(const OgaModel &model);
  void Encode(const char *str, OgaSequences &sequences) const;
  OgaString Decode(const int32_t *tokens_data, size_t tokens_length) const;
  OgaString Decode(std::span<const int32_t> tokens) const;
};

struct OgaTokenizerStream {
  const char *Decode(int32_t token);
};

struct OgaGenerator {
  static std::unique_ptr<OgaGenerator> Create(const OgaModel &model, OgaGeneratorParams &params);
  bool IsDone();
  void AppendTokenSequences(const OgaSequences &sequences);
  size_t TokenCount() const;
  void GenerateNextToken();
  std::span<const int32_t> GetNextTokens();
  size_t GetSequenceCount(size_t index) const;
  const int32_t *GetSequenceData(size_t index) const;
};

extern "C" {
struct OgaResult;
OgaResult *OgaGenerator_GetNextTokens(OgaGenerator *generator, const int32_t **out,
                                      size_t *out_count);
OgaResult *OgaTokenizerStreamDecode(OgaTokenizerStream *stream, int32_t token, const char **out);
}
