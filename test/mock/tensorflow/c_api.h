//===- c_api.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of TensorFlow's C API 2.14.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
typedef struct TF_Session TF_Session;
typedef struct TF_Tensor TF_Tensor;
typedef struct TF_Buffer TF_Buffer;
typedef struct TF_Status TF_Status;
typedef struct TF_Operation TF_Operation;
typedef struct TF_Output {
  TF_Operation *oper;
  int index;
} TF_Output;
void TF_SessionRun(TF_Session *session, const TF_Buffer *run_options, const TF_Output *inputs,
                   TF_Tensor *const *input_values, int ninputs, const TF_Output *outputs,
                   TF_Tensor **output_values, int noutputs, const TF_Operation *const *target_opers,
                   int ntargets, TF_Buffer *run_metadata, TF_Status *);
void *TF_TensorData(const TF_Tensor *);
size_t TF_TensorByteSize(const TF_Tensor *);
int64_t TF_Dim(const TF_Tensor *tensor, int dim_index);
}
