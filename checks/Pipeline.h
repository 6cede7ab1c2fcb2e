//===- Pipeline.h - the whole analysis --------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The stages in their order, for those who call the analysis: the doors in plugin/.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PIPELINE_H
#define TAMGA_PIPELINE_H

#include "finding/Finding.h"
#include "flow/Flow.h"
#include "policy/Policy.h"
#include "report/Report.h"
#include "llvm/Support/Error.h"
#include <functional>

namespace tamga {

struct AnalysisOptions {
  bool givesEvidence = false; ///< Also what is in order.
  std::function<bool()> isTimeUp = nullptr; ///< For whom somebody waits: see solve::Bounds.
};

/// Findings of one unit (open world) or one linked program. NOLINT and exclusions are
/// applied.
finding::Result analyse(const flow::Program &program, const policy::Policy &policy,
                        AnalysisOptions options = {});

/// One result of several programs: what two programs share is told once.
finding::Result join(std::vector<finding::Result> results);

/// Marks findings that the baseline of the project knows; an error if it cannot be read. To
/// be called last: what a baseline knows is what a door shows.
llvm::Error applyBaseline(finding::Result &result, const policy::Policy &policy);

/// What reports need to know of \p policy.
report::ReportOptions reportOptions(const policy::Policy &policy);

} // namespace tamga

#endif // TAMGA_PIPELINE_H
