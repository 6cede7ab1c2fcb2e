//===- WitnessPaths.h - what decides that a place is reached ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Control dependence, for the functions of a witness only: which branches decide whether
/// a block runs, and whether it can run later in the same turn of a loop.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_WITNESSPATHS_H
#define TAMGA_SOLVE_WITNESSPATHS_H

#include "Solver.h"

namespace tamga::solve {

/// The \p edge that a branch at the end of \p block takes.
struct Decision {
  uint32_t block = 0, edge = 0;
  auto operator<=>(const Decision &) const = default;
};

/// The shape of one function, as paths of a witness see it. Exceptions are no decisions.
class WitnessPaths {
public:
  WitnessPaths(const flow::Function &function, const FunctionFacts &facts);

  uint32_t blockOf(uint32_t op) const;
  /// All that decide about \p block, in the order in which they are met. Those that keep a
  /// loop going, and those that the program does not survive otherwise, decide nothing
  /// that a reader asks for.
  std::vector<Decision> decisions(uint32_t block) const;
  /// The other way of \p decision ends the function, in lines before \p op.
  bool isEarlyExit(Decision decision, uint32_t op) const;
  /// \p to, which runs before \p from in each turn, runs after it in the next.
  bool isInLoop(uint32_t to, uint32_t from) const {
    return facts.isInCycle[to] && isAhead(to, from);
  }
  /// \p to runs after \p from without another turn of a loop.
  bool isAhead(uint32_t from, uint32_t to) const;

private:
  uint32_t exit() const { return uint32_t(successors.size()); }
  void findPostdominators();
  void findDecisions();
  bool keepsLooping(uint32_t block) const;
  bool isFatal(uint32_t block) const;

  const flow::Function &function;
  const FunctionFacts &facts;
  std::vector<llvm::SmallVector<uint32_t, 2>> successors, predecessors;
  std::vector<uint32_t> postdominators; ///< The nearest of each block.
  std::vector<llvm::SmallVector<Decision, 2>> nearest;
};

} // namespace tamga::solve

#endif // TAMGA_SOLVE_WITNESSPATHS_H
