// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// gemma.cpp: tokens come to a callback.
#include "gemma/gemma.h"
#include <iostream>

void streamed(gcpp::Gemma &model, const gcpp::GemmaTokenizer &tokenizer, gcpp::KVCache &cache,
              const std::string &question) {
  std::vector<int> prompt;
  tokenizer.Encode(question, &prompt);
  std::string echo;
  tokenizer.Decode(prompt, &echo);
  std::cout << echo;
  gcpp::TimingInfo timing;
  gcpp::RuntimeConfig config;
  config.stream_token = [&tokenizer](int token, float) {
    std::string text;
    tokenizer.Decode(std::vector<int>{token}, &text);
    std::cout << text; // expect tamga-label-missing
    return true;
  };
  model.Generate(config, prompt, 0, cache, timing);
  std::cout << timing.generate_duration << timing.tokens_generated;
}
