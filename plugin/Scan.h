//===- Scan.h - many units at once -------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_SCAN_H
#define TAMGA_PLUGIN_SCAN_H

#include "finding/Finding.h"
#include "flow/Flow.h"
#include "lower/LowerFiles.h"

namespace tamga {

/// Parses and lowers all of \p units, \p jobs at a time (0: all processors). The result
/// is in the order of \p units.
std::vector<flow::Program> lowerAll(const std::vector<lower::UnitCommand> &units,
                                    const lower::Boundary &boundary, unsigned jobs);

/// What was and was not parsed, unit by unit: a linked program no longer knows whose error
/// is whose.
finding::Coverage coverageOf(const std::vector<flow::Program> &units);

/// Links the units of each target of the build: a target is `<name>` of a folder
/// `<name>.dir` on the way to the object file; units of no target are one program. A
/// target without `main` stays open: its callers are elsewhere. Sorted by name.
/// \p programs are those of \p units, in the same order.
std::vector<flow::Program> linkTargets(const std::vector<lower::UnitCommand> &units,
                                       std::vector<flow::Program> programs);

} // namespace tamga

#endif // TAMGA_PLUGIN_SCAN_H
