//===- Relevance.h - which functions can matter -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_RELEVANCE_H
#define TAMGA_SOLVE_RELEVANCE_H

#include "Solver.h"

namespace tamga::solve {

struct Relevance {
  std::vector<std::vector<uint32_t>> callees; ///< Functions with bodies, by function.
  std::vector<bool> isRelevant;
};

/// A function matters when a source, use or guard may be below it, or when it is called
/// by one that does. The others are not interpreted: nothing can be found in them.
Relevance findRelevant(Solver &solver);

/// Capabilities that need no call: fields read, types made, enumerators, macros and
/// literals named, in every function. Those that a guard allows are kept with the function.
void scanNames(Solver &solver);

/// Relevant functions, callees first, grouped by cycle.
std::vector<std::vector<flow::FunctionId>> callOrder(const Relevance &relevance);

} // namespace tamga::solve

#endif // TAMGA_SOLVE_RELEVANCE_H
