//===- Fixes.h - fixes as edits of a text ------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_FIXES_H
#define TAMGA_REPORT_FIXES_H

#include "../finding/Finding.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace tamga::report {

struct Edit {
  finding::Region at; ///< What is replaced; where it is empty, something is put there.
  std::string text;
  std::string title; ///< What it does, for people.
};

/// \p fix in its file, which holds \p text. None: the file does not include what the fix needs,
/// or is no longer the one that was analysed.
std::optional<Edit> editOf(const finding::Fix &fix, llvm::StringRef text);

} // namespace tamga::report

#endif // TAMGA_REPORT_FIXES_H
