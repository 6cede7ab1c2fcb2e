//===- NvInferRuntime.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of TensorRT at a892d2226 and the CUDA runtime.
#pragma once

#include <cstddef>

typedef struct CUstream_st *cudaStream_t;
enum cudaMemcpyKind { cudaMemcpyHostToDevice = 1, cudaMemcpyDeviceToHost = 2 };
extern "C" int cudaMemcpy(void *dst, const void *src, size_t count, cudaMemcpyKind kind);
extern "C" int cudaMemcpyAsync(void *dst, const void *src, size_t count, cudaMemcpyKind kind,
                               cudaStream_t stream);
extern "C" int cudaMalloc(void **devPtr, size_t size);

namespace nvinfer1 {
class IExecutionContext {
public:
  bool executeV2(void *const *bindings) noexcept;
  bool setTensorAddress(char const *tensorName, void *data) noexcept;
  bool setInputTensorAddress(char const *tensorName, void const *data) noexcept;
  bool enqueueV3(cudaStream_t stream) noexcept;
};
} // namespace nvinfer1
