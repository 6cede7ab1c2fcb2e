//===- Grammar.h - the small languages inside the JSON --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Ports, label formulas, outcomes, patterns and dates are strings in JSON. Each has one
/// reader here, used for JSON and for annotations alike. Errors are one sentence
/// without a position; whoever calls knows where the text stands.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_GRAMMAR_H
#define TAMGA_POLICY_GRAMMAR_H

#include "Policy.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace tamga::policy {

/// `; did you mean 'x'?` for the nearest of \p candidates, or nothing when none is near.
std::string suggestion(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> candidates);

/// `a, b, c`.
std::string listed(llvm::ArrayRef<llvm::StringRef> words);

/// `notice`, `mark`, ... as a bit.
llvm::Expected<Labels> readLabelBit(llvm::StringRef word);

/// `true`, `false`, `returns`, an integer or a qualified enumerator, into
/// Effect::outcome and Effect::outcomeValue.
llvm::Error readOutcome(llvm::StringRef text, Effect &effect);

/// A day of the calendar as YYYY-MM-DD.
llvm::Error checkDate(llvm::StringRef text);

/// Lower-case words of letters, digits and hyphens, with dots between them.
bool isKindShaped(llvm::StringRef text);

/// A pattern of a qualified name as matchesQualified() takes it.
llvm::Error checkQualifiedPattern(llvm::StringRef text);

/// A regular expression that llvm::Regex takes.
llvm::Error checkRegex(llvm::StringRef text);

/// Where `operator` begins in \p name, as the last component with punctuation or a type
/// behind it; npos: nowhere. From there on `*` is a character like any other.
size_t findOperator(llvm::StringRef name);

/// Whether \p pattern has a `*` that stands for other characters.
bool isGlob(llvm::StringRef pattern);

} // namespace tamga::policy

#endif // TAMGA_POLICY_GRAMMAR_H
