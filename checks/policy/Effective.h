//===- Effective.h - what is in force, and who says so --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For people who ask why a rule is an error, or why a folder is not reported: a policy is
/// put together from options, a chain of project files, packs and what comes with the
/// program, and Policy itself no longer knows which said what.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_EFFECTIVE_H
#define TAMGA_POLICY_EFFECTIVE_H

#include "PolicyReader.h"

namespace tamga::policy {

/// One value that is in force.
struct Setting {
  std::string name; ///< `language`, `rule tamga-label-missing`.
  std::string value;
  std::string where; ///< `tamga.json:4`, `packs/kz.json:30`, `default`, `--pack`.
};

/// All values for what \p request asks for, in the order in which docs/policy.md tells of
/// them. The error is that of readPolicy().
llvm::Expected<std::vector<Setting>> effectiveSettings(const PolicyRequest &request);

} // namespace tamga::policy

#endif // TAMGA_POLICY_EFFECTIVE_H
