//===- Elements.h - data elements by their names ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The catalogue `elements.json`: which data of people there are, to which category each
/// belongs, and what programs call it. A name is evidence of its own weight: see
/// Confidence.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_ELEMENTS_H
#define TAMGA_POLICY_ELEMENTS_H

#include "Policy.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

namespace tamga::policy {

/// Names of the elements of a policy, for look-up. Keeps pointers into the policy.
class ElementIndex {
public:
  explicit ElementIndex(const Policy &policy);

  /// The element that \p name names, whole or in consecutive words of it: `homePhone_`,
  /// `passport-number`. Names less certain than \p least do not count. Null: none.
  const Element *find(llvm::StringRef name, Confidence least) const;

private:
  llvm::StringMap<std::pair<const Element *, Confidence>> names; ///< Words, one space between.
};

/// The words of an identifier or key, in lower case, one space between each.
std::string wordsOf(llvm::StringRef name);

} // namespace tamga::policy

#endif // TAMGA_POLICY_ELEMENTS_H
