// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// TensorRT: memory that a run fills.
#include "NvInferRuntime.h"
#include <cstdio>

void addressed(nvinfer1::IExecutionContext &context, float *device, const float *input,
               cudaStream_t stream) {
  context.setInputTensorAddress("input", input);
  context.setTensorAddress("output", device);
  context.enqueueV3(stream);
  float scores[10];
  cudaMemcpyAsync(scores, device, sizeof scores, cudaMemcpyDeviceToHost, stream);
  printf("%f", scores[0]); // expect tamga-label-missing
}

void bound(nvinfer1::IExecutionContext &context, float *output) {
  void *bindings[] = {output};
  context.executeV2(bindings);
  float scores[10];
  cudaMemcpy(scores, bindings[0], sizeof scores, cudaMemcpyDeviceToHost);
  printf("%f", scores[0]); // expect tamga-label-missing
}
