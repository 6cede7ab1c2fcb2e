//===- CutLog.h - the log of what was not analysed ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_CUTLOG_H
#define TAMGA_PLUGIN_CUTLOG_H

#include "finding/Finding.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace tamga {

/// Logs which functions of \p mainFile were cut by a budget, and in an editor which it did
/// not parse and why (\p alone, or empty) no summary was used. Errors the compiler tells; these
/// only we know of. No finding, for no line is wrong.
void logCuts(llvm::StringRef mainFile, const finding::Coverage &coverage,
             llvm::StringRef alone);

/// Logs \p text about \p topic, unless that is what was logged of it last: an editor asks
/// again and again. Nothing is logged of an empty text. Thread-safe.
void logNews(llvm::StringRef topic, const std::string &text);

} // namespace tamga

#endif // TAMGA_PLUGIN_CUTLOG_H
