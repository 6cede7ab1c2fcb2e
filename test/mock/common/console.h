//===- common/console.h - declarations for tests ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of llama.cpp's common/console.h at 173442644.
#pragma once

#include <string>

namespace console {
bool readline(std::string &line, bool multiline_input);
void log(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void flush();
} // namespace console
