//===- common/chat.h - declarations for tests -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of llama.cpp's common/chat.h at 173442644.
#pragma once

#include "common.h"

struct common_chat_tool_call {
  std::string name;
  std::string arguments;
  std::string id;
};

struct common_chat_msg {
  std::string role;
  std::string content;
  std::vector<common_chat_tool_call> tool_calls;
  std::string reasoning_content;
};

struct common_chat_msg_diff {
  std::string reasoning_content_delta;
  std::string content_delta;
  size_t tool_call_index = std::string::npos;
  common_chat_tool_call tool_call_delta;

  static std::vector<common_chat_msg_diff> compute_diffs(const common_chat_msg &msg_prv,
                                                         const common_chat_msg &msg_new);
};

struct common_chat_parser_params {
  bool parse_tool_calls = true;
};

common_chat_msg common_chat_parse(const std::string &input, bool is_partial,
                                  const common_chat_parser_params &params);
