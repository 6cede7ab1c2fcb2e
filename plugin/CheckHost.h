//===- CheckHost.h - the program that the checks run in ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_CHECKHOST_H
#define TAMGA_PLUGIN_CHECKHOST_H

#include "llvm/ADT/StringRef.h"
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace tamga {

/// In what clang-tidy and clangd differ, as far as the checks can see.
struct CheckHost {
  /// `$TAMGA_PACK_PATH`, then the bundled packs and API models.
  std::vector<std::string> policyPath;
  /// Adds one line to the host's log. Thread-safe.
  void (*log)(llvm::StringRef line);
  /// Processor time for one unit; none: only interpreted operations are counted.
  std::optional<std::chrono::milliseconds> budget = std::nullopt;
  /// Units are analysed again at each edit, and bodies in headers are not parsed.
  bool isEditor = false;
  /// Ends the message of a finding that is a note only, or of the baseline. Empty: the host
  /// has a level for it, or shows none.
  llvm::StringRef noteMark = "", baselineMark = "";
};

/// Defined once in each program: PluginHost.cpp, ClangdHost.cpp.
const CheckHost &checkHost();

} // namespace tamga

#endif // TAMGA_PLUGIN_CHECKHOST_H
