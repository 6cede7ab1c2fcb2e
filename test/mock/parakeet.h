//===- parakeet.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of parakeet.h of whisper.cpp at 233fe1fc9.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

struct parakeet_context;
struct parakeet_state;
typedef int32_t parakeet_token;

typedef struct parakeet_token_data {
  parakeet_token id;
  int duration_idx;
  float p;
  int64_t t0;
  int64_t t1;
  bool is_word_start;
} parakeet_token_data;

typedef void (*parakeet_new_token_callback)(parakeet_context *ctx, parakeet_state *state,
                                            const parakeet_token_data *token_data,
                                            void *user_data);
typedef void (*parakeet_new_segment_callback)(parakeet_context *ctx, parakeet_state *state,
                                              int n_new, void *user_data);
typedef void (*parakeet_progress_callback)(parakeet_context *ctx, parakeet_state *state,
                                           int progress, void *user_data);

enum parakeet_sampling_strategy { PARAKEET_SAMPLING_GREEDY };

struct parakeet_full_params {
  parakeet_sampling_strategy strategy;
  int n_threads;
  parakeet_new_segment_callback new_segment_callback;
  void *new_segment_callback_user_data;
  parakeet_new_token_callback new_token_callback;
  void *new_token_callback_user_data;
  parakeet_progress_callback progress_callback;
  void *progress_callback_user_data;
};

parakeet_full_params parakeet_full_default_params(parakeet_sampling_strategy strategy);
int parakeet_full(parakeet_context *ctx, parakeet_full_params params, const float *samples,
                  int n_samples);
int parakeet_full_n_segments(parakeet_context *ctx);
int64_t parakeet_full_get_segment_t0(parakeet_context *ctx, int i_segment);
const char *parakeet_full_get_segment_text(parakeet_context *ctx, int i_segment);
const char *parakeet_full_get_token_text(parakeet_context *ctx, int i_segment, int i_token);
float parakeet_full_get_token_p(parakeet_context *ctx, int i_segment, int i_token);
const char *parakeet_token_to_str(parakeet_context *ctx, parakeet_token token);
int parakeet_token_to_text(const char *token_str, bool is_first, char *output, int max_len);
}
