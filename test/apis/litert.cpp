// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// LiteRT: the buffers given to Run hold the results.
#include "litert/cc/litert_compiled_model.h"
#include <cstdio>

void run(litert::CompiledModel &model, std::vector<litert::TensorBuffer> &inputs,
         std::vector<litert::TensorBuffer> &outputs) {
  float scores[10] = {};
  printf("%f\n", scores[0]); // clean
  model.Run(inputs, outputs);
  outputs[0].Read(litert::Span<float>(scores, 10));
  printf("%f\n", scores[0]); // expect tamga-custom-output
}
