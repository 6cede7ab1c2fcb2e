//===- Explain.h - what models matched in a program -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_EXPLAIN_H
#define TAMGA_SOLVE_EXPLAIN_H

#include "../finding/Finding.h"
#include "../flow/Flow.h"
#include "../policy/Policy.h"
#include <map>
#include <set>

namespace tamga::solve {

/// What one model or annotation matched, by the name of the symbol: where that is used.
using Matched = std::map<std::string, std::set<finding::Region>>;

struct Matches {
  std::map<const policy::FunctionModel *, Matched> functions;
  std::map<const policy::NameModel *, Matched> names;
  /// Annotations that the program holds, by their declaration and text.
  std::map<std::pair<finding::Region, std::string>, Matched> annotations;
};

/// Adds what the models of \p policy match in \p program, found as the solver finds it.
/// A function that is named and never called is a symbol without uses.
void explainModels(const flow::Program &program, const policy::Policy &policy, Matches &into);

} // namespace tamga::solve

#endif // TAMGA_SOLVE_EXPLAIN_H
