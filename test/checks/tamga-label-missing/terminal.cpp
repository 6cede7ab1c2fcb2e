// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../../mock
// Text of a language model on the terminal. The prompt is no AI output, although the same
// function turns its tokens into text.
#include "llama.h"
#include <cstdio>
#include <iostream>
#include <string>

void echo(const llama_vocab *vocab, const llama_token *prompt, int count) {
  for (int index = 0; index < count; ++index) {
    char buffer[64];
    int length = llama_token_to_piece(vocab, prompt[index], buffer, sizeof buffer, 0, true);
    std::printf("%s", std::string(buffer, length).c_str()); // clean
  }
}

void generate(llama_sampler *sampler, llama_context *context, const llama_vocab *vocab) {
  llama_token token = llama_sampler_sample(sampler, context, -1);
  char buffer[64];
  int length = llama_token_to_piece(vocab, token, buffer, sizeof buffer, 0, true);
  std::string text(buffer, length);
  std::printf("%s", text.c_str()); // expect tamga-label-missing
  std::cout << text << '\n'; // expect tamga-label-missing
  std::cout << text.size() << '\n'; // clean
}

void labelled(llama_sampler *sampler, llama_context *context, const llama_vocab *vocab) {
  llama_token token = llama_sampler_sample(sampler, context, -1);
  char buffer[64];
  int length = llama_token_to_piece(vocab, token, buffer, sizeof buffer, 0, true);
  std::string text = "AI-generated: " + std::string(buffer, length);
  std::printf("%s", text.c_str()); // clean
}
