// LiteRT, litert/cc/litert_compiled_model.h and litert_tensor_buffer.h: names and signatures.
#pragma once
#include <cstddef>
#include <vector>

namespace litert {
template <class T> class Span {
public:
  Span(T *data, size_t size) : first(data), count(size) {}

private:
  T *first;
  size_t count;
};
template <class T> class Expected {
public:
  explicit operator bool() const;
};
class TensorBuffer {
public:
  template <class T> Expected<void> Read(Span<T> data);
  template <class T> Expected<void> Write(Span<const T> data);
};
class CompiledModel {
public:
  Expected<void> Run(const std::vector<TensorBuffer> &inputs,
                     const std::vector<TensorBuffer> &outputs);
};
} // namespace litert
