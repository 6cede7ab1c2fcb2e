//===- Redact.h - what a report does not tell ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A report is handed on to people who see the sources, but neither the machine nor the
/// command line of whoever made it.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_REDACT_H
#define TAMGA_REPORT_REDACT_H

#include "../finding/Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace tamga::report {

/// \p text, a path or a sentence, with `~` for the homes of people: that of whoever runs this,
/// and what is one by its name (`/home/zhanar`).
std::string redactHomes(llvm::StringRef text);

/// Takes what the command line sets out of the words of \p result. Each of \p macros is what
/// stands after `-D`: `KEY="text"`. The source names the macro, only the command line its value.
void redactMacros(finding::Result &result, llvm::ArrayRef<std::string> macros);

} // namespace tamga::report

#endif // TAMGA_REPORT_REDACT_H
