//===- Interpreter.hpp - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of MNN.
#pragma once

#include <iostream>
#include <string>
#include <vector>

namespace MNN {

struct Session;

class Tensor {
public:
  template <typename T> T *host() const;
  bool copyToHostTensor(Tensor *hostTensor) const;
  int elementSize() const;
};

class Interpreter {
public:
  int runSession(Session *session) const;
  Tensor *getSessionOutput(const Session *session, const char *name);
};

namespace Transformer {

struct LlmContext {
  int prompt_len = 0;
  int gen_seq_len = 0;
  std::vector<int> output_tokens;
  std::string generate_str;
};

class Llm {
public:
  static Llm *createLLM(const std::string &config_path);
  void response(const std::string &user_content, std::ostream *os = &std::cout,
                const char *end_with = nullptr, int max_new_tokens = -1);
  std::vector<int> generate(const std::vector<int> &input_ids, int max_new_tokens = -1);
  std::string tokenizer_decode(int token);
  std::vector<int> tokenizer_encode(const std::string &query);
  const LlmContext *getContext() const;
};

} // namespace Transformer
} // namespace MNN
