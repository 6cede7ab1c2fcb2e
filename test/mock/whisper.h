//===- whisper.h - declarations for tests -----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of whisper.cpp's whisper.h at 233fe1fc9.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

struct whisper_context;
struct whisper_state;
typedef int32_t whisper_token;

struct whisper_context_params {
  bool use_gpu;
  int gpu_device;
};

typedef struct whisper_token_data {
  whisper_token id;
  whisper_token tid;
  float p;
  float plog;
  int64_t t0;
  int64_t t1;
} whisper_token_data;

enum whisper_sampling_strategy { WHISPER_SAMPLING_GREEDY, WHISPER_SAMPLING_BEAM_SEARCH };

typedef void (*whisper_new_segment_callback)(whisper_context *ctx, whisper_state *state,
                                             int n_new, void *user_data);
typedef void (*whisper_progress_callback)(whisper_context *ctx, whisper_state *state,
                                          int progress, void *user_data);
typedef bool (*whisper_encoder_begin_callback)(whisper_context *ctx, whisper_state *state,
                                               void *user_data);

struct whisper_full_params {
  whisper_sampling_strategy strategy;
  int n_threads;
  const char *language;
  whisper_new_segment_callback new_segment_callback;
  void *new_segment_callback_user_data;
  whisper_progress_callback progress_callback;
  void *progress_callback_user_data;
  whisper_encoder_begin_callback encoder_begin_callback;
  void *encoder_begin_callback_user_data;
};

whisper_context_params whisper_context_default_params(void);
whisper_context *whisper_init_from_file_with_params(const char *path_model,
                                                    whisper_context_params params);
void whisper_free(whisper_context *ctx);
whisper_full_params whisper_full_default_params(whisper_sampling_strategy strategy);
int whisper_full(whisper_context *ctx, whisper_full_params params, const float *samples,
                 int n_samples);
int whisper_full_with_state(whisper_context *ctx, whisper_state *state,
                            whisper_full_params params, const float *samples, int n_samples);
int whisper_full_parallel(whisper_context *ctx, whisper_full_params params, const float *samples,
                          int n_samples, int n_processors);
int whisper_full_n_segments(whisper_context *ctx);
int whisper_full_n_tokens(whisper_context *ctx, int i_segment);
int whisper_full_lang_id(whisper_context *ctx);
const char *whisper_lang_str(int id);
int whisper_lang_auto_detect(whisper_context *ctx, int offset_ms, int n_threads,
                             float *lang_probs);
int64_t whisper_full_get_segment_t0(whisper_context *ctx, int i_segment);
int64_t whisper_full_get_segment_t1(whisper_context *ctx, int i_segment);
bool whisper_full_get_segment_speaker_turn_next(whisper_context *ctx, int i_segment);
const char *whisper_full_get_segment_text(whisper_context *ctx, int i_segment);
const char *whisper_full_get_segment_text_from_state(whisper_state *state, int i_segment);
const char *whisper_full_get_token_text(whisper_context *ctx, int i_segment, int i_token);
whisper_token whisper_full_get_token_id(whisper_context *ctx, int i_segment, int i_token);
whisper_token_data whisper_full_get_token_data(whisper_context *ctx, int i_segment, int i_token);
const char *whisper_token_to_str(whisper_context *ctx, whisper_token token);
}
