// biometryd, include/biometry: names and signatures.
#pragma once
#include <memory>

namespace biometry {
class Application {};
class User {};
class Reason {};
template <typename T> class Operation {
public:
  typedef std::shared_ptr<Operation<T>> Ptr;
  virtual ~Operation() = default;
};
struct Enrollment {};
struct Removal {};
struct Identification {};
class Identifier {
public:
  virtual ~Identifier() = default;
  virtual Operation<Identification>::Ptr identify_user(const Application &app,
                                                       const Reason &reason) = 0;
};
class TemplateStore {
public:
  typedef unsigned long TemplateId;
  virtual ~TemplateStore() = default;
  virtual Operation<Enrollment>::Ptr enroll(const Application &app, const User &user) = 0;
  virtual Operation<Removal>::Ptr remove(const Application &app, const User &user,
                                         TemplateId id) = 0;
};
} // namespace biometry
