//===- Reachability.h - what leads to a function ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_REACHABILITY_H
#define TAMGA_SOLVE_REACHABILITY_H

#include "Solver.h"

namespace tamga::solve {

/// Where each function is called from, on a shortest way from where the program begins, or
/// from what others may call.
class Reachability {
public:
  explicit Reachability(Solver &solver);

  bool isReachable(flow::FunctionId function) const { return isReached[function.index]; }
  /// The calls that lead to \p function, from the first; at most the last few.
  std::vector<Site> wayTo(flow::FunctionId function) const;

private:
  bool isRoot(const flow::Function &function) const;
  void reach(flow::FunctionId target, Site from);
  void visit(flow::FunctionId function);

  Solver &solver;
  const flow::Program &program;
  bool hasMain = false;
  std::vector<bool> isReached;
  std::vector<Site> callers; ///< By function; without one: a root.
  std::vector<flow::FunctionId> work;
};

} // namespace tamga::solve

#endif // TAMGA_SOLVE_REACHABILITY_H
