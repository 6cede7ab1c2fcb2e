//===- UnitLog.h - a log of each unit ----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_UNITLOG_H
#define TAMGA_PLUGIN_UNITLOG_H

#include "report/Report.h"
#include "llvm/Support/Error.h"
#include <string>

namespace clang {
class Preprocessor;
}

namespace tamga {

struct UnitLog {
  std::string folder;
  std::string file;   ///< The unit's main file.
  std::string configuration; ///< Whatever tells two ways to compile it apart.
};

/// What of the command decides what the preprocessor sees. A hash: macros may hold secrets.
std::string configurationOf(const clang::Preprocessor &preprocessor);

/// Writes \p result as the log of one unit and configuration, whole or not at all, and removes
/// logs of the unit that are of other bytes than it has now.
llvm::Error writeUnitLog(const UnitLog &unit, const finding::Result &result,
                         report::ReportOptions options);

} // namespace tamga

#endif // TAMGA_PLUGIN_UNITLOG_H
