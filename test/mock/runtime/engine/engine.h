// LiteRT-LM, runtime/engine/engine.h and io_types.h: names and signatures.
#pragma once
#include "absl/status/statusor.h"
#include <string>
#include <vector>

namespace litert::lm {
class InputText {
public:
  explicit InputText(std::string text);
};
using InputData = InputText;
class Responses {
public:
  absl::StatusOr<std::string> GetResponseTextAt(int index) const;
  int GetNumOutputCandidates() const;
};
class InferenceObservable {
public:
  virtual ~InferenceObservable() = default;
  virtual void OnNext(const Responses &responses);
  virtual void OnDone();
};
class Engine {
public:
  class Session {
  public:
    virtual ~Session() = default;
    virtual absl::StatusOr<Responses> GenerateContent(const std::vector<InputData> &contents) = 0;
    virtual bool GenerateContentStream(const std::vector<InputData> &contents,
                                       InferenceObservable *observer) = 0;
    virtual absl::StatusOr<Responses> RunDecode() = 0;
  };
};
} // namespace litert::lm
