//===- Words.h - the sentences all formats share ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What is said in the same words by every format.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_WORDS_H
#define TAMGA_REPORT_WORDS_H

#include "../finding/Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace tamga::report {

struct MarkWords {
  finding::Mark mark;
  llvm::StringLiteral id;    ///< For programs.
  llvm::StringLiteral words; ///< For people, without a full stop.
};

/// One row a mark, in the order of the enumeration.
llvm::ArrayRef<MarkWords> allMarkWords();

/// `1 unit`, `2 units`.
std::string countOf(size_t count, llvm::StringRef noun);

/// A step of \p finding by number. A function that is neither the
/// finding's nor named by the step before is said.
std::string stepSentence(const finding::Finding &finding, size_t index);

/// `note`, `warning`, `error`: clang and SARIF spell them alike.
llvm::StringRef levelName(finding::Level level);

std::string unknownOpsSentence(const finding::Coverage &coverage);
std::string widenedSentence(const finding::Coverage &coverage);

} // namespace tamga::report

#endif // TAMGA_REPORT_WORDS_H
