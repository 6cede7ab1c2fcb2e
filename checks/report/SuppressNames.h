//===- SuppressNames.h - rules about suppressions ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// They are in no pack: they speak of comments and exceptions, not of the law.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_SUPPRESSNAMES_H
#define TAMGA_REPORT_SUPPRESSNAMES_H

#include "llvm/ADT/StringRef.h"

namespace tamga::report {

inline constexpr llvm::StringLiteral reasonRule = "tamga-suppression-reason";
inline constexpr llvm::StringLiteral approvalRule = "tamga-suppression-approval";
/// These two are told of whole programs and of logs only: no unit shows them.
inline constexpr llvm::StringLiteral unneededRule = "tamga-suppression-unneeded";
inline constexpr llvm::StringLiteral expiredRule = "tamga-suppression-expired";

/// clang-tidy's own, which tells it itself.
inline constexpr llvm::StringLiteral unmatchedRule = "clang-tidy-nolint";

inline constexpr llvm::StringLiteral suppressionRules[] = {reasonRule, approvalRule,
                                                           unneededRule, expiredRule};

/// Whether \p check, a name or the beginning of names and `*`, is \p rule.
inline bool namesRule(llvm::StringRef check, llvm::StringRef rule) {
  return check.consume_back("*") ? rule.starts_with(check) : rule == check;
}

} // namespace tamga::report

#endif // TAMGA_REPORT_SUPPRESSNAMES_H
