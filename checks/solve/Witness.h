//===- Witness.h - candidates to findings -----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_WITNESS_H
#define TAMGA_SOLVE_WITNESS_H

#include "Solver.h"

namespace tamga::solve {

/// Puts candidates into words: message, steps from source to sink, fingerprint.
std::vector<finding::Finding> describeCandidates(Solver &solver);

/// What is in order or could not be told, and why: see Evidence.cpp.
std::vector<finding::Finding> describeEvidence(Solver &solver);

/// Rules of the packs that ran, sorted by id.
std::vector<finding::RuleInfo> describeRules(const Solver &solver);

/// What was and was not looked at.
finding::Coverage describeCoverage(const Solver &solver);

} // namespace tamga::solve

#endif // TAMGA_SOLVE_WITNESS_H
