//===- Fixes.h - what would mend a finding ----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_FIXES_H
#define TAMGA_SOLVE_FIXES_H

#include "Solver.h"

namespace tamga::solve {

/// The first edit of the project file that is certainly right for \p candidate, if any is.
std::optional<finding::Fix> fixOf(const Solver &solver, const Candidate &candidate);

} // namespace tamga::solve

#endif // TAMGA_SOLVE_FIXES_H
