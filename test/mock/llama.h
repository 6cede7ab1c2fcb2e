//===- llama.h - declarations for tests -------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of llama.cpp's llama.h at 173442644, without the library.
#pragma once

#include <cstddef>
#include <cstdint>

enum ggml_log_level {
  GGML_LOG_LEVEL_NONE = 0,
  GGML_LOG_LEVEL_DEBUG = 1,
  GGML_LOG_LEVEL_INFO = 2,
  GGML_LOG_LEVEL_WARN = 3,
  GGML_LOG_LEVEL_ERROR = 4,
  GGML_LOG_LEVEL_CONT = 5
};
typedef void (*ggml_log_callback)(ggml_log_level level, const char *text, void *data);
typedef bool (*ggml_abort_callback)(void *data);

extern "C" {

struct llama_vocab;
struct llama_model;
struct llama_context;
struct llama_sampler;
typedef struct llama_memory_i *llama_memory_t;
typedef int32_t llama_pos;
typedef int32_t llama_token;
typedef int32_t llama_seq_id;

struct llama_token_data {
  llama_token id;
  float logit;
  float p;
};

struct llama_token_data_array {
  llama_token_data *data;
  size_t size;
  int64_t selected;
  bool sorted;
};

struct llama_batch {
  int32_t n_tokens;
  llama_token *token;
  float *embd;
  llama_pos *pos;
  int32_t *n_seq_id;
  llama_seq_id **seq_id;
  int8_t *logits;
};

struct llama_model_params {
  int32_t n_gpu_layers;
  bool use_mmap;
};

struct llama_context_params {
  uint32_t n_ctx;
  uint32_t n_batch;
  bool no_perf;
};

struct llama_sampler_chain_params {
  bool no_perf;
};

struct llama_chat_message {
  const char *role;
  const char *content;
};

void llama_backend_init(void);
void llama_backend_free(void);
llama_model_params llama_model_default_params(void);
llama_context_params llama_context_default_params(void);
llama_sampler_chain_params llama_sampler_chain_default_params(void);
llama_model *llama_model_load_from_file(const char *path_model, llama_model_params params);
void llama_model_free(llama_model *model);
llama_context *llama_init_from_model(llama_model *model, llama_context_params params);
void llama_free(llama_context *ctx);
const llama_vocab *llama_model_get_vocab(const llama_model *model);
const char *llama_model_chat_template(const llama_model *model, const char *name);
uint32_t llama_n_ctx(const llama_context *ctx);
llama_memory_t llama_get_memory(const llama_context *ctx);
void llama_memory_clear(llama_memory_t mem, bool data);
bool llama_state_save_file(llama_context *ctx, const char *path_session,
                           const llama_token *tokens, size_t n_token_count);
size_t llama_state_seq_save_file(llama_context *ctx, const char *filepath, llama_seq_id seq_id,
                                 const llama_token *tokens, size_t n_token_count);

llama_batch llama_batch_get_one(llama_token *tokens, int32_t n_tokens);
llama_batch llama_batch_init(int32_t n_tokens, int32_t embd, int32_t n_seq_max);
void llama_batch_free(llama_batch batch);
int32_t llama_encode(llama_context *ctx, llama_batch batch);
int32_t llama_decode(llama_context *ctx, llama_batch batch);
void llama_set_abort_callback(llama_context *ctx, ggml_abort_callback callback, void *data);

float *llama_get_logits(llama_context *ctx);
float *llama_get_logits_ith(llama_context *ctx, int32_t i);
float *llama_get_embeddings(llama_context *ctx);
float *llama_get_embeddings_ith(llama_context *ctx, int32_t i);
float *llama_get_embeddings_seq(llama_context *ctx, llama_seq_id seq_id);
llama_token llama_get_sampled_token_ith(llama_context *ctx, int32_t i);
float *llama_get_sampled_probs_ith(llama_context *ctx, int32_t i);
float *llama_get_sampled_logits_ith(llama_context *ctx, int32_t i);
llama_token *llama_get_sampled_candidates_ith(llama_context *ctx, int32_t i);

const char *llama_vocab_get_text(const llama_vocab *vocab, llama_token token);
bool llama_vocab_is_eog(const llama_vocab *vocab, llama_token token);
llama_token llama_vocab_bos(const llama_vocab *vocab);
int32_t llama_vocab_n_tokens(const llama_vocab *vocab);
int32_t llama_tokenize(const llama_vocab *vocab, const char *text, int32_t text_len,
                       llama_token *tokens, int32_t n_tokens_max, bool add_special,
                       bool parse_special);
int32_t llama_token_to_piece(const llama_vocab *vocab, llama_token token, char *buf,
                             int32_t length, int32_t lstrip, bool special);
int32_t llama_detokenize(const llama_vocab *vocab, const llama_token *tokens, int32_t n_tokens,
                         char *text, int32_t text_len_max, bool remove_special,
                         bool unparse_special);
int32_t llama_chat_apply_template(const char *tmpl, const llama_chat_message *chat, size_t n_msg,
                                  bool add_ass, char *buf, int32_t length);

llama_sampler *llama_sampler_chain_init(llama_sampler_chain_params params);
void llama_sampler_chain_add(llama_sampler *chain, llama_sampler *smpl);
llama_sampler *llama_sampler_init_greedy(void);
llama_sampler *llama_sampler_init_dist(uint32_t seed);
llama_sampler *llama_sampler_init_min_p(float p, size_t min_keep);
llama_sampler *llama_sampler_init_temp(float t);
void llama_sampler_accept(llama_sampler *smpl, llama_token token);
void llama_sampler_apply(llama_sampler *smpl, llama_token_data_array *cur_p);
void llama_sampler_reset(llama_sampler *smpl);
void llama_sampler_free(llama_sampler *smpl);
llama_token llama_sampler_sample(llama_sampler *smpl, llama_context *ctx, int32_t idx);
void llama_log_set(ggml_log_callback callback, void *data);
}
