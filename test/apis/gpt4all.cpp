// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// gpt4all-backend: pieces of the answer come to a callback.
#include "gpt4all-backend/llmodel.h"
#include <iostream>

void answer(LLModel &model, const std::string &question) {
  LLModel::PromptContext context;
  std::string whole;
  model.prompt(
      question, "%1", [](int32_t) { return true; },
      [&whole](int32_t, const std::string &piece) {
        std::cout << piece; // expect tamga-label-missing
        whole += piece;
        return true;
      },
      true, context);
  std::cout << question;
}
