// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// llama.cpp and its common/: the sampled token is the source, everything else carries.
#include "common/chat.h"
#include "common/console.h"
#include "common/log.h"
#include "common/sampling.h"
#include <cstdio>

void sampling(llama_sampler *sampler, common_sampler *common, llama_context *context) {
  printf("%d", llama_sampler_sample(sampler, context, -1)); // expect tamga-label-missing
  printf("%d", llama_get_sampled_token_ith(context, 0)); // expect tamga-label-missing
  printf("%d", *llama_get_sampled_candidates_ith(context, 0)); // expect tamga-label-missing
  printf("%d", common_sampler_sample(common, context, -1)); // expect tamga-label-missing
  printf("%d", common_sampler_last(common)); // expect tamga-label-missing
  for (llama_token token : common_sampler_sample_and_accept_n(common, context, {}))
    printf("%d", token); // expect tamga-label-missing
}

void applied(llama_sampler *sampler, llama_token_data *candidates, size_t count) {
  llama_token_data_array array = {candidates, count, -1, false};
  llama_sampler_apply(sampler, &array);
  llama_token token = array.data[array.selected].id;
  printf("%d", token); // expect tamga-label-missing
}

void text(common_sampler *common, llama_context *context, const llama_vocab *vocab) {
  llama_token token = common_sampler_sample(common, context, -1);
  puts(common_token_to_piece(context, token).c_str()); // expect tamga-label-missing
  puts(common_detokenize(vocab, {token}).c_str()); // expect tamga-label-missing
  puts(llama_vocab_get_text(vocab, token)); // expect tamga-label-missing
  char buffer[64];
  llama_detokenize(vocab, &token, 1, buffer, sizeof buffer, false, false);
  puts(buffer); // expect tamga-label-missing
  std::string piece = common_token_to_piece(context, token);
  puts(string_format("[%s]", piece.c_str()).c_str()); // expect tamga-label-missing
  puts(string_strip(piece).c_str()); // expect tamga-label-missing
  puts(common_chat_parse(piece, false, {}).content.c_str()); // expect tamga-label-missing
  LOG("%s", piece.c_str()); // expect tamga-label-missing
  LOG_INF("%s", piece.c_str()); // expect tamga-label-missing
  LOG_DBG("%s", piece.c_str());
  console::log("%s", piece.c_str()); // expect tamga-label-missing
  llama_state_save_file(context, "session.bin", &token, 1); // expect tamga-label-missing
  printf("%d", llama_vocab_is_eog(vocab, token));
}

void insideTheModel(llama_context *context) {
  printf("%f", llama_get_logits(context)[0]);
  printf("%f", llama_get_embeddings(context)[0]);
}

void prompt(const llama_vocab *vocab, const char *words) {
  llama_token tokens[16];
  llama_tokenize(vocab, words, 4, tokens, 16, true, true);
  puts(common_token_to_piece(vocab, tokens[0]).c_str());
}
