// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// LibTorch: results of a scripted module.
#include "torch/script.h"
#include <cstdio>
#include <iostream>

void classes(torch::jit::Module &module, const torch::Tensor &picture) {
  at::Tensor scores = module.forward({picture}).toTensor();
  std::cout << scores.argmax(1).item<int64_t>(); // expect tamga-label-missing
  std::cout << scores.size(1) << scores.numel();
  std::cout << torch::softmax(scores, 1); // expect tamga-label-missing
  std::cout << picture;
}

void samples(torch::jit::Module &module, FILE *file) {
  at::Tensor sound = module.forward({torch::ones({1, 80})}).toTensor().cpu();
  fwrite(sound.data_ptr<float>(), sizeof(float), sound.numel(), file); // expect tamga-label-missing
}

void text(torch::jit::Module &module) {
  std::cout << module.forward({}).toStringRef(); // expect tamga-label-missing
}
