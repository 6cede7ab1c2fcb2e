//===- gemma.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of gemma.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace gcpp {

using StreamFunc = std::function<bool(int, float)>;

struct RuntimeConfig {
  size_t max_generated_tokens;
  float temperature;
  StreamFunc stream_token;
};

struct KVCache {};
struct TimingInfo {
  double generate_duration = 0;
  size_t tokens_generated = 0;
};

class GemmaTokenizer {
public:
  bool Encode(const std::string &input, std::vector<int> *ids) const;
  bool Decode(const std::vector<int> &ids, std::string *detokenized) const;
};

class Gemma {
public:
  const GemmaTokenizer &Tokenizer() const;
  void Generate(const RuntimeConfig &runtime_config, const std::vector<int> &prompt, size_t pos,
                KVCache &kv_cache, TimingInfo &timing_info);
};

} // namespace gcpp
