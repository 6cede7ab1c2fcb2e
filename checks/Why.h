//===- Why.h - where an expected flow ended ---------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_WHY_H
#define TAMGA_WHY_H

#include "flow/Flow.h"
#include "policy/Policy.h"
#include "llvm/Support/raw_ostream.h"

namespace tamga {

/// A line of the source: the end of a path is enough.
struct Line {
  std::string file;
  uint32_t line = 0;
};

/// Writes whether content of \p source reaches \p sink in \p program, and where it ended if
/// not, or why no rule of \p policy reports it.
struct Why {
  const flow::Program &program;
  const policy::Policy &policy;
  Line source, sink;
  void explain(llvm::raw_ostream &out) const;
};

} // namespace tamga

#endif // TAMGA_WHY_H
