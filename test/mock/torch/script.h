//===- script.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of LibTorch 1.13.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace at {

class TensorBase {
public:
  template <typename T> T *data_ptr() const;
  int64_t size(int64_t dim) const;
  int64_t numel() const;
};

class Tensor : public TensorBase {
public:
  Tensor argmax(int64_t dim) const;
  Tensor cpu() const;
  Tensor operator[](int64_t index) const;
  template <typename T> T item() const;
};

std::ostream &operator<<(std::ostream &out, const Tensor &tensor);
Tensor softmax(const Tensor &self, int64_t dim);

} // namespace at

namespace c10 {

struct IValue {
  IValue(at::Tensor tensor);
  at::Tensor toTensor() const;
  const std::string &toStringRef() const;
};

} // namespace c10

namespace torch {
using at::Tensor;
using at::softmax;

Tensor ones(std::vector<int64_t> size);

namespace jit {
using c10::IValue;

struct Module {
  IValue forward(std::vector<IValue> inputs);
};

Module load(const std::string &filename);
} // namespace jit
} // namespace torch
