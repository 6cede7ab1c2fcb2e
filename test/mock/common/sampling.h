//===- common/sampling.h - declarations for tests ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of llama.cpp's common/sampling.h at 173442644.
#pragma once

#include "common.h"

struct common_sampler;

void common_sampler_accept(common_sampler *gsmpl, llama_token token, bool is_generated);
llama_token common_sampler_sample(common_sampler *gsmpl, llama_context *ctx, int idx,
                                  bool grammar_first = false);
std::vector<llama_token> common_sampler_sample_and_accept_n(common_sampler *gsmpl,
                                                            llama_context *ctx,
                                                            const std::vector<int> &idxs,
                                                            const llama_tokens &draft,
                                                            bool grammar_first = false);
std::vector<llama_token> common_sampler_sample_and_accept_n(common_sampler *gsmpl,
                                                            llama_context *ctx,
                                                            const llama_tokens &draft,
                                                            bool grammar_first = false);
llama_token_data_array *common_sampler_get_candidates(common_sampler *gsmpl, bool do_sort);
llama_token common_sampler_last(const common_sampler *gsmpl);
