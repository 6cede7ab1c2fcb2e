//===- Scan.h - many units at once -------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_SCAN_H
#define TAMGA_PLUGIN_SCAN_H

#include "ProgramSummary.h"
#include "Progress.h"
#include "StageTimes.h"
#include "finding/Finding.h"
#include "flow/Flow.h"
#include "lower/LowerFiles.h"
#include "policy/Policy.h"

namespace tamga {

/// How a scan goes about it; nothing here changes what it finds.
struct ScanOptions {
  unsigned jobs = 0; ///< Tasks at the same time; 0: all processors.
  StageTimes &times;
  Progress &progress;
  bool givesEvidence = false;       ///< Adds results; changes none.
  SummaryWriter *summary = nullptr; ///< Of analyseBuild: where programs are written, too.
};

/// Parses and lowers all of \p units, once if their commands agree. The result is in their
/// order. A unit that crashes the parser is one that failed.
std::vector<flow::Program> lowerAll(const std::vector<lower::UnitCommand> &units,
                                    const lower::Boundary &boundary,
                                    const ScanOptions &options);

/// What was and was not parsed, unit by unit: a linked program no longer knows whose error
/// is whose.
finding::Coverage coverageOf(const std::vector<flow::Program> &units);

/// Links \p programs, which are those of \p units in the same order, to the programs of
/// the build and analyses these. A unit is of the target `<name>` if its object file is in a
/// folder `<name>.dir`.
finding::Result analyseBuild(const std::vector<lower::UnitCommand> &units,
                             std::vector<flow::Program> programs, const policy::Policy &policy,
                             const ScanOptions &options);

/// The programs that analyseBuild would analyse.
std::vector<flow::Program> linkBuild(const std::vector<lower::UnitCommand> &units,
                                     std::vector<flow::Program> programs);

/// Analyses the program of one unit or one target. A crash is told in the coverage.
finding::Result analyseProgram(const flow::Program &program, const policy::Policy &policy,
                               const ScanOptions &options);

} // namespace tamga

#endif // TAMGA_PLUGIN_SCAN_H
