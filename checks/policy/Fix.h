//===- Fix.h - how the project mends what is found -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_FIX_H
#define TAMGA_POLICY_FIX_H

#include <map>
#include <string>
#include <vector>

namespace tamga::policy {

inline constexpr const char *valueWord = "{value}", *subjectWord = "{subject}";

/// An edit that the project asks for where a rule finds something: an expression around the
/// value that goes to the sink, or a condition before the use. Exactly one is there.
struct Fix {
  std::string rule;
  std::string wrap;  ///< With `{value}` once.
  std::string guard; ///< `{subject}` may stand in it.
  /// Of the parameter that takes the value or the subject; guard: none means any. Spelled as
  /// FunctionPattern::parameters, and so are the keys below.
  std::vector<std::string> types;
  /// Guard: what leaves the function, by the type that it returns.
  std::map<std::string, std::string> leave;
  std::string header; ///< Only in files that include it. Empty: in all.
};

} // namespace tamga::policy

#endif // TAMGA_POLICY_FIX_H
