// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../../mock
// The source and the sink stand in functions of their own.
#include "common/sampling.h"
#include <cstdio>
#include <functional>
#include <vector>

struct Message {
  std::string role, text;
};

std::string reply(common_sampler *sampler, llama_context *context) {
  std::string text;
  for (int count = 0; count < 8; ++count)
    text += common_token_to_piece(context, common_sampler_sample(sampler, context, -1));
  return text;
}

void show(const Message &message) {
  std::printf("%s\n", message.text.c_str()); // expect tamga-label-missing
}

void field(common_sampler *sampler, llama_context *context) {
  Message message;
  message.role = "assistant";
  message.text = reply(sampler, context);
  show(message);
  std::puts(message.role.c_str());
}

void user(const char *words) { show({"user", words}); }

void element(common_sampler *sampler, llama_context *context) {
  std::vector<std::string> lines;
  lines.push_back(reply(sampler, context));
  for (const std::string &line : lines)
    std::puts(line.c_str()); // expect tamga-label-missing
}

void callback(common_sampler *sampler, llama_context *context,
              const std::function<void(const std::string &)> &onText) {
  onText(reply(sampler, context));
}

void lambda(common_sampler *sampler, llama_context *context) {
  callback(sampler, context, [](const std::string &text) {
    std::fputs(text.c_str(), stdout); // expect tamga-label-missing
  });
}
