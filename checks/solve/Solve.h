//===- Solve.h - flow and policy to findings --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The public face of solve/. See SolveProgram.cpp for the algorithm.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_SOLVE_H
#define TAMGA_SOLVE_SOLVE_H

#include "../finding/Finding.h"
#include "../flow/Flow.h"
#include "../policy/Policy.h"
#include <functional>
#include <limits>

namespace tamga::solve {

/// Bounds; each that is hit marks what it touched as widened. They count interpreted
/// operations and set sizes, and time only for whom somebody waits.
struct Bounds {
  /// Ops interpreted, cells and atoms looked at, each time a function is interpreted.
  uint64_t workPerFunction = 1'000'000'000;
  /// The same over all functions.
  uint64_t workPerRun = std::numeric_limits<uint64_t>::max();
  unsigned pathDepth = 10;           ///< Steps of an access path.
  unsigned atomsPerPlace = 32;
  unsigned pointeesPerValue = 12;
  unsigned cellsPerSummary = 200;
  unsigned callTargets = 16;
  /// Whether the caller's time is up. What is left is then cut, as by a budget, and the same
  /// input need not give the same findings. Null: time does not count.
  std::function<bool()> isTimeUp;
  bool givesEvidence = false; ///< Not a bound: whether to tell what is in order, too.
};

/// Finds what \p policy asks of \p program. \p program is verified. An unlinked program is
/// open: its callers may be elsewhere. Deterministic.
finding::Result solve(const flow::Program &program, const policy::Policy &policy,
                      const Bounds &bounds = {});

} // namespace tamga::solve

#endif // TAMGA_SOLVE_SOLVE_H
