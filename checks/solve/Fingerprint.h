//===- Fingerprint.h - by what a finding is known again ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_FINGERPRINT_H
#define TAMGA_SOLVE_FINGERPRINT_H

#include "../flow/Flow.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>

namespace tamga::solve {

/// Words of the source as they stay when they are formatted anew, commented on, or when a name
/// that \p isLocal is another: without blanks and comments, `$` for such names, neighbouring
/// literals as one.
std::string normalised(llvm::StringRef text,
                       llvm::function_ref<bool(llvm::StringRef)> isLocal);

/// Fingerprints of one program. Equal questions in one file are counted, in the order in which
/// they are asked: that of their places.
class Fingerprints {
public:
  explicit Fingerprints(const flow::Program &program) : program(program) {}

  struct Question {
    std::string rule;
    flow::FunctionId function;
    llvm::StringRef words; ///< Of the source; empty: the function as a whole.
    std::string kind;      ///< Of the data.
  };
  std::string of(const Question &question);

private:
  const flow::Program &program;
  std::map<std::string, unsigned> ordinals;
};

} // namespace tamga::solve

#endif // TAMGA_SOLVE_FINGERPRINT_H
