//===- ai.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of ai-sdk-cpp at 9d8cd1820.
#pragma once

#include <functional>
#include <string>

namespace ai {

struct Usage {
  int total_tokens = 0;
};

struct GenerateOptions {
  GenerateOptions(std::string model_name, std::string user_prompt);
  std::string model;
  std::string prompt;
};
using StreamOptions = GenerateOptions;

struct GenerateResult {
  std::string text;
  Usage usage;
  std::string error_message() const;
  explicit operator bool() const;
};

struct StreamEvent {
  std::string text_delta;
  Usage usage;
  bool is_text_delta() const;
};

class StreamResult {
public:
  void for_each(std::function<void(const StreamEvent &)> callback) const;
  std::string collect_all() const;
};

class Client {
public:
  virtual ~Client() = default;
  virtual GenerateResult generate_text(const GenerateOptions &options);
  virtual StreamResult stream_text(const StreamOptions &options);
};

} // namespace ai
