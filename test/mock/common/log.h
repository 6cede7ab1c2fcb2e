//===- common/log.h - declarations for tests --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names, signatures and macros of llama.cpp's common/log.h at 173442644.
#pragma once

#include "../llama.h"

struct common_log;

int common_log_get_verbosity_thold(void);
common_log *common_log_main();
void common_log_add(common_log *log, ggml_log_level level, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#define LOG_TMPL(level, verbosity, ...)                                                         \
  do {                                                                                          \
    if ((verbosity) <= common_log_get_verbosity_thold())                                        \
      common_log_add(common_log_main(), (level), __VA_ARGS__);                                  \
  } while (0)

#define LOG(...) LOG_TMPL(GGML_LOG_LEVEL_NONE, 0, __VA_ARGS__)
#define LOG_INF(...) LOG_TMPL(GGML_LOG_LEVEL_INFO, 3, __VA_ARGS__)
#define LOG_DBG(...) LOG_TMPL(GGML_LOG_LEVEL_DEBUG, 4, __VA_ARGS__)
