// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../../mock
// Texts that a function of C joins: one label is for all of the result.
#include <cstdio>
#include <llama.h>
#include <string>

#define JOINS                                                                                      \
  [[clang::annotate("tamga:propagates from=arg0 to=return step=computed;"                         \
                    "tamga:propagates from=arg1 to=return step=computed")]]
JOINS char *joined(const char *first, const char *second);

static std::string reply(llama_context *context) {
  return std::string(1, char(llama_sampler_sample(nullptr, context, -1)));
}

void before(llama_context *context) {
  puts(joined("AI-generated: ", reply(context).c_str())); // clean
}
void behind(llama_context *context) {
  puts(joined(reply(context).c_str(), " (AI-generated)")); // clean
}
void kept(llama_context *context) {
  char *line = joined("AI-generated: ", reply(context).c_str());
  puts(line); // clean
}
void without(llama_context *context) {
  puts(joined("Reply: ", reply(context).c_str())); // expect tamga-label-missing
}
void twice(llama_context *context) {
  puts(joined(reply(context).c_str(), reply(context).c_str())); // expect tamga-label-missing
}
