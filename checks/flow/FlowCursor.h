//===- FlowCursor.h - a position in flow text  -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads characters, names, numbers and quoted texts from left to right, without a token
/// stream: what a name may contain depends on what is named (Spelling). The first failure
/// is kept, with its place; after it every read fails.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOWCURSOR_H
#define TAMGA_FLOW_FLOWCURSOR_H

#include "FlowTokens.h"
#include "llvm/ADT/Twine.h"

namespace tamga::flow {

class Cursor {
public:
  explicit Cursor(llvm::StringRef text) : text(text) {}

  // Each skips blanks first, and returns false after fail().
  bool fail(const llvm::Twine &message) { return failAt(position, message); }
  bool failAt(size_t where, const llvm::Twine &message);
  bool failed() const { return !failure.empty(); }
  /// Fails with `expected <what>, found <what is here>`.
  bool expected(const llvm::Twine &what);

  /// `line:col: error: text` of the failure.
  std::string describe() const;
  /// `line:col` of \p where.
  std::string lineAndColumn(size_t where) const;

  /// Whether \p punctuation is next.
  bool sees(llvm::StringRef punctuation);
  bool seesDigit();
  /// `b3:` or `dead b3:`.
  bool seesLabel();
  /// Digits and a colon.
  bool seesLineNumber();
  /// The word that is next, or nothing.
  llvm::StringRef word();
  bool atLineEnd();
  bool atEnd();

  /// Steps over \p punctuation if it is next.
  bool accept(llvm::StringRef punctuation);
  bool acceptWord(llvm::StringRef expected);
  /// Empty lines, comments and `;`.
  void skipLines();

  /// Like accept, but its absence is a failure.
  bool need(llvm::StringRef punctuation);
  bool needLineEnd();

  /// Reads a name, bare or quoted. The result lives until the next read.
  bool readName(Spelling spelling, const char *what, llvm::StringRef &name);
  bool readQuoted(std::string &result);
  bool readInteger(int64_t &number);
  bool readUnsigned(uint32_t &number);
  /// The digits that are next, if any.
  llvm::StringRef readDigits();
  /// The bytes of the number that is next: sign, fraction and exponent too.
  llvm::StringRef readNumber();

  size_t where() {
    skipBlanks();
    return position;
  }

private:
  void skipBlanks();
  bool readEscape();

  llvm::StringRef text;
  size_t position = 0;
  std::string scratch; ///< Of the quoted name read last.
  std::string failure;
  size_t failedAt = 0;
};

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOWCURSOR_H
