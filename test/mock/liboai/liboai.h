//===- liboai.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of liboai at 1936bdc.
#pragma once

#include <future>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

namespace liboai {

struct Response {
  Response() = default;
  Response(const Response &other) noexcept;
  Response(Response &&old) noexcept;
  template <class Key>
  nlohmann::json::const_reference operator[](const Key &key) const noexcept {
    return raw_json[key];
  }
  friend std::ostream &operator<<(std::ostream &os, const Response &r);
  long status_code = 0;
  double elapsed = 0.0;
  std::string status_line, content, url, reason;
  nlohmann::json raw_json;
};
using FutureResponse = std::future<Response>;

struct Conversation {
  bool AddUserData(std::string_view data);
  bool Update(const Response &response);
  std::string GetLastResponse() const;
};

struct ChatCompletion {
  Response create(const std::string &model, Conversation &conversation) const;
  FutureResponse create_async(const std::string &model, Conversation &conversation) const;
};

struct Audio {
  Response speech(const std::string &model, const std::string &voice,
                  const std::string &input) const;
};

struct OpenAI {
  ChatCompletion ChatCompletion;
  Audio Audio;
};

} // namespace liboai
