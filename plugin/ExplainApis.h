//===- ExplainApis.h - what models matched, as text ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_EXPLAINAPIS_H
#define TAMGA_PLUGIN_EXPLAINAPIS_H

#include "flow/Flow.h"
#include "policy/Policy.h"
#include "report/Report.h"
#include "llvm/Support/raw_ostream.h"

namespace tamga {

/// What to explain.
struct Explained {
  const std::vector<flow::Program> &units;
  const policy::Policy &policy;
  /// Files of API models that were named on the command line.
  std::vector<std::string> apis;
};

/// Writes what the models of the policy and the annotations of the units matched. What the
/// project says itself is listed whole, and so is what matched nothing of it; of models
/// that come with the program, what matched.
void explainApis(const Explained &what, llvm::raw_ostream &out);

/// The same in short, for reports.
report::ModelUse usedModels(const Explained &what);

} // namespace tamga

#endif // TAMGA_PLUGIN_EXPLAINAPIS_H
