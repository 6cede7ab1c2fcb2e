//===- RequiredWords.h - what an expression cannot match without --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_REQUIREDWORDS_H
#define TAMGA_POLICY_REQUIREDWORDS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace tamga::policy {

/// Words of which every text has one that a POSIX extended expression matches. To look for
/// them costs a hundredth of matching, and most texts have none.
class RequiredWords {
public:
  /// \p expression is valid.
  explicit RequiredWords(llvm::StringRef expression);

  /// False: the expression does not match a text that is \p lowered in lower case (ASCII
  /// letters only).
  bool mayMatch(llvm::StringRef lowered) const;

private:
  std::vector<std::string> words; ///< In lower case. Empty: none is known.
};

} // namespace tamga::policy

#endif // TAMGA_POLICY_REQUIREDWORDS_H
