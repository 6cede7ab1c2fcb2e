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
#include "policy/Policy.h"

namespace tamga {

/// Parses and lowers all of \p units, \p jobs at a time (0: all processors). The result
/// is in the order of \p units.
std::vector<flow::Program> lowerAll(const std::vector<lower::UnitCommand> &units,
                                    const lower::Boundary &boundary, unsigned jobs);

/// What was and was not parsed, unit by unit: a linked program no longer knows whose error
/// is whose.
finding::Coverage coverageOf(const std::vector<flow::Program> &units);

/// Links \p programs, which are those of \p units in the same order, to the programs of
/// the build and analyses these, \p jobs at a time. A unit is of the target `<name>` if its
/// object file is in a folder `<name>.dir`.
finding::Result analyseBuild(const std::vector<lower::UnitCommand> &units,
                             std::vector<flow::Program> programs, const policy::Policy &policy,
                             unsigned jobs);

} // namespace tamga

#endif // TAMGA_PLUGIN_SCAN_H
