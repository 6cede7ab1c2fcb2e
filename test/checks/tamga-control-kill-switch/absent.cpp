// RUN: %check %s --pack kz --check tamga-control-kill-switch -- -std=c++20 -I %include -I %S/../../mock
// RUN: split-file %S/Inputs/has.json %t && %tamga check --project %t/tamga.json --check tamga-control-kill-switch --unit %s -- -std=c++20 -I %include -I %S/../../mock | FileCheck %s --check-prefix HAS
// A program without any switch: said once, where it begins. HAS: no findings
#include "llama.h"

static llama_token sample(llama_sampler *sampler, llama_context *context) {
  return llama_sampler_sample(sampler, context, -1); // expect-step: here, for one
}
static void serve(llama_sampler *sampler, llama_context *context) {
  for (int turn = 0; turn < 10; ++turn)
    sample(sampler, context);
  llama_sampler_sample(sampler, context, 3); // expect-step: here, for one
}

int main() { // expect tamga-control-kill-switch: nothing in the program can stop it
  serve(nullptr, nullptr);
}
