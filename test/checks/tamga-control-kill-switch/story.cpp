// RUN: %check %s --pack kz --check tamga-control-kill-switch -- -std=c++20 -I %include -I %S/../../mock
// A chat that has a switch, asked where a request comes in; a job that runs at night goes round
// it, through two helpers.
#include "llama.h"
#include <string>
#include <vector>

class Gate {
public:
  bool enabled() const;
};

class Model {
public:
  std::vector<llama_token> answer(int length) {
    std::vector<llama_token> tokens;
    for (int index = 0; index < length; ++index)
      tokens.push_back(next());
    return tokens;
  }

private:
  llama_token next() {
    return llama_sampler_sample(sampler, context, -1); // expect tamga-control-kill-switch
  }
  llama_sampler *sampler = nullptr;
  llama_context *context = nullptr;
};

class Chat {
public:
  explicit Chat(const Gate &gate) : gate(gate) {}
  std::vector<llama_token> request(int length) {
    if (!gate.enabled())
      return {};
    return model.answer(length); // clean
  }
  llama_token one(llama_sampler *sampler, llama_context *context) {
    if (!gate.enabled()) // guard
      return 0;
    return llama_sampler_sample(sampler, context, -1); // clean
  }
  void nightly() { report(model.answer(1000)); } // expect-step: calls `Model::answer`

private:
  void report(const std::vector<llama_token> &tokens);
  const Gate &gate;
  Model model;
};

int main(int count, char **) {
  Gate gate;
  Chat chat(gate);
  chat.request(count);
  chat.one(nullptr, nullptr);
  if (count > 1)
    chat.nightly(); // expect-step: calls `Chat::nightly`
}
