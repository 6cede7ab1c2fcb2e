//===- llmodel.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of gpt4all-backend.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

class LLModel {
public:
  using Token = int32_t;
  struct PromptContext {
    int32_t n_predict = 200;
  };
  static LLModel *construct(const std::string &modelPath);
  virtual ~LLModel() {}
  virtual void prompt(const std::string &prompt, const std::string &promptTemplate,
                      std::function<bool(int32_t)> promptCallback,
                      std::function<bool(int32_t, const std::string &)> responseCallback,
                      bool allowContextShift, PromptContext &ctx, bool special = false,
                      std::optional<std::string_view> fakeReply = {});
};
