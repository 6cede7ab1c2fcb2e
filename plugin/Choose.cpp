//===- Choose.cpp - what --check asks for -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Choose.h"
#include "report/Report.h"
#include "report/SuppressNames.h"
#include "llvm/ADT/STLExtras.h"

namespace tamga {

/// Why \p check cannot be asked for; empty: it can.
static std::string problemOf(llvm::StringRef check, const finding::Result &result, bool isWhole) {
  if (check == report::expiredRule)
    return "'" + check.str() + "' is told by `tamga report --as-of DATE`";
  if (check == report::unneededRule && !isWhole)
    return "'" + check.str() + "' is told of a whole build: with -p, and without files";
  const auto isNamed = [&](llvm::StringRef rule) { return report::namesRule(check, rule); };
  if (llvm::any_of(result.rules, [&](const auto &rule) { return isNamed(rule.id); }) ||
      llvm::any_of(report::suppressionRules, isNamed))
    return "";
  return "no pack has a check '" + check.str() + "'; see --list-rules";
}

llvm::Error choose(finding::Result &result, const Settings &settings, bool isWhole) {
  if (settings.checks.empty())
    return llvm::Error::success();
  for (const std::string &check : settings.checks)
    if (std::string problem = problemOf(check, result, isWhole); !problem.empty())
      return llvm::createStringError("error: " + problem);
  report::keepRules(result, [&](llvm::StringRef rule) {
    return llvm::any_of(settings.checks, [&](const std::string &check) {
      return report::namesRule(check, rule);
    });
  });
  return llvm::Error::success();
}

} // namespace tamga
