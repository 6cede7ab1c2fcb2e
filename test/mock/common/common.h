//===- common/common.h - declarations for tests -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of llama.cpp's common/common.h at 173442644.
#pragma once

#include "../llama.h"
#include <string>
#include <vector>

using llama_tokens = std::vector<llama_token>;

std::string string_format(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
std::string string_strip(const std::string &str);
std::string string_join(const std::vector<std::string> &values, const std::string &separator);
std::vector<std::string> string_split(const std::string &str, const std::string &delimiter);
std::string string_repeat(const std::string &str, size_t n);
void string_replace_all(std::string &s, const std::string &search, const std::string &replace);
std::string string_from(const llama_context *ctx, const std::vector<llama_token> &tokens);

void common_batch_clear(llama_batch &batch);
void common_batch_add(llama_batch &batch, llama_token id, llama_pos pos,
                      const std::vector<llama_seq_id> &seq_ids, bool logits);
std::vector<llama_token> common_tokenize(const llama_context *ctx, const std::string &text,
                                         bool add_special, bool parse_special = false);
std::vector<llama_token> common_tokenize(const llama_vocab *vocab, const std::string &text,
                                         bool add_special, bool parse_special = false);
std::string common_token_to_piece(const llama_context *ctx, llama_token token,
                                  bool special = true);
std::string common_token_to_piece(const llama_vocab *vocab, llama_token token,
                                  bool special = true);
std::string common_detokenize(const llama_context *ctx, const std::vector<llama_token> &tokens,
                              bool special = true);
std::string common_detokenize(const llama_vocab *vocab, const std::vector<llama_token> &tokens,
                              bool special = true);
void common_embd_normalize(const float *inp, float *out, int n, int embd_norm);
float common_embd_similarity_cos(const float *embd1, const float *embd2, int n);
