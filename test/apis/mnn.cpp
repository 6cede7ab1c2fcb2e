// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// MNN: tensors whose handle is taken before the run, and its language models.
#include "MNN/Interpreter.hpp"
#include <cstdio>
#include <sstream>

void scores(MNN::Interpreter &interpreter, MNN::Session *session) {
  MNN::Tensor *output = interpreter.getSessionOutput(session, nullptr);
  interpreter.runSession(session);
  printf("%f", output->host<float>()[0]); // expect tamga-label-missing
  MNN::Tensor host;
  output->copyToHostTensor(&host);
  printf("%f", host.host<float>()[0]); // expect tamga-label-missing
  printf("%d", output->elementSize());
}

void answer(MNN::Transformer::Llm &model, const std::string &prompt) {
  std::ostringstream text;
  model.response(prompt, &text);
  std::cout << prompt;
  std::cout << text.str(); // expect tamga-label-missing
  std::cout << model.getContext()->gen_seq_len;
}

void kept(const MNN::Transformer::LlmContext &context) {
  std::cout << context.generate_str; // expect tamga-label-missing
  std::cout << context.prompt_len;
}

void said(MNN::Transformer::Llm &model, const std::string &prompt) {
  model.response(prompt); // expect tamga-label-missing
}

void tokens(MNN::Transformer::Llm &model, const std::string &prompt) {
  std::vector<int> ids = model.tokenizer_encode(prompt);
  std::cout << model.tokenizer_decode(ids[0]);
  for (int token : model.generate(ids))
    std::cout << model.tokenizer_decode(token); // expect tamga-label-missing
}
