//===- interpreter.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of TensorFlow Lite 2.14.
#pragma once

#include <cstddef>
#include <vector>

extern "C" {
typedef struct TfLiteInterpreter TfLiteInterpreter;
typedef enum TfLiteStatus { kTfLiteOk = 0, kTfLiteError = 1 } TfLiteStatus;
typedef struct TfLiteIntArray {
  int size;
  int data[];
} TfLiteIntArray;
typedef struct TfLiteTensor {
  union {
    float *f;
    void *data;
  } data;
  TfLiteIntArray *dims;
  size_t bytes;
} TfLiteTensor;
TfLiteStatus TfLiteInterpreterInvoke(TfLiteInterpreter *interpreter);
const TfLiteTensor *TfLiteInterpreterGetOutputTensor(const TfLiteInterpreter *interpreter,
                                                     int output_index);
TfLiteStatus TfLiteTensorCopyToBuffer(const TfLiteTensor *output_tensor, void *output_data,
                                      size_t output_data_size);
size_t TfLiteTensorByteSize(const TfLiteTensor *tensor);
}

namespace tflite {
namespace impl {
class Interpreter {
public:
  TfLiteStatus Invoke();
  const std::vector<int> &inputs() const;
  const std::vector<int> &outputs() const;
  TfLiteTensor *tensor(int tensor_index);
  template <class T> T *typed_tensor(int tensor_index);
  template <class T> T *typed_input_tensor(int index);
  template <class T> T *typed_output_tensor(int index);
};
} // namespace impl
using impl::Interpreter;
} // namespace tflite
