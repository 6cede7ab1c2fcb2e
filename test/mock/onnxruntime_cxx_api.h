//===- onnxruntime_cxx_api.h - declarations for tests -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of ONNX Runtime 1.21's C++ API.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

struct OrtValue;
struct OrtAllocator;
struct OrtStatus;
struct OrtSession;
struct OrtRunOptions;
struct OrtMemoryInfo;

struct OrtApi {
  OrtStatus *(*Run)(OrtSession *session, const OrtRunOptions *options,
                    const char *const *input_names, const OrtValue *const *inputs,
                    size_t input_len, const char *const *output_names, size_t output_names_len,
                    OrtValue **outputs);
  OrtStatus *(*GetTensorMutableData)(OrtValue *value, void **out);
  OrtStatus *(*GetStringTensorContent)(const OrtValue *value, void *s, size_t s_len,
                                       size_t *offsets, size_t offsets_len);
  OrtStatus *(*CreateTensorWithDataAsOrtValue)(const OrtMemoryInfo *info, void *p_data,
                                               size_t p_data_len, const int64_t *shape,
                                               size_t shape_len, int type, OrtValue **out);
};

namespace Ort {

struct Env {
  explicit Env(const char *name);
};
struct SessionOptions {};
struct RunOptions {
  RunOptions(std::nullptr_t) {}
};
struct MemoryInfo {
  static MemoryInfo CreateCpu(int type, int mem_type);
};

namespace detail {

struct TensorTypeAndShapeInfoImpl {
  std::vector<int64_t> GetShape() const;
};

template <class T> struct ConstValueImpl {
  TensorTypeAndShapeInfoImpl GetTensorTypeAndShapeInfo() const;
  template <class R> const R *GetTensorData() const;
  std::string GetStringTensorElement(size_t element_index) const;
};

template <class T> struct ValueImpl : ConstValueImpl<T> {
  template <class R> R *GetTensorMutableData();
};

} // namespace detail

struct Value : detail::ValueImpl<OrtValue> {
  Value(std::nullptr_t) {}
  Value(Value &&) = default;
  Value &operator=(Value &&) = default;
  template <class T>
  static Value CreateTensor(const MemoryInfo &info, T *p_data, size_t p_data_element_count,
                            const int64_t *shape, size_t shape_len);
};

namespace detail {

template <class T> struct ConstIoBindingImpl {
  std::vector<Value> GetOutputValues() const;
};

template <class T> struct IoBindingImpl : ConstIoBindingImpl<T> {
  void BindOutput(const char *name, const Value &value);
};

} // namespace detail

struct IoBinding : detail::IoBindingImpl<OrtSession> {};

namespace detail {

template <class T> struct SessionImpl {
  std::vector<Value> Run(const RunOptions &run_options, const char *const *input_names,
                         const Value *input_values, size_t input_count,
                         const char *const *output_names, size_t output_count);
  void Run(const RunOptions &run_options, const char *const *input_names,
           const Value *input_values, size_t input_count, const char *const *output_names,
           Value *output_values, size_t output_count);
  void Run(const RunOptions &run_options, const IoBinding &binding);
};

} // namespace detail

struct Session : detail::SessionImpl<OrtSession> {
  Session(const Env &env, const char *model_path, const SessionOptions &options);
};

} // namespace Ort
