// absl::StatusOr: names and signatures.
#pragma once
namespace absl {
template <class T> class StatusOr {
public:
  bool ok() const;
  const T &operator*() const;
  T &operator*();
  const T *operator->() const;
  T *operator->();
  const T &value() const;
};
} // namespace absl
