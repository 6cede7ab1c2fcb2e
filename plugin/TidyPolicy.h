//===- TidyPolicy.h - the policy as clang-tidy's users name it ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the plugin and the wrapper that looks after it must agree about. No clang.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_TIDYPOLICY_H
#define TAMGA_PLUGIN_TIDYPOLICY_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <set>
#include <string>
#include <vector>

namespace tamga {

/// The checks that the plugin registers: the rules of all packs in the folders of \p path,
/// which no project has to name, those about suppressions, and the check that carries the
/// options.
llvm::Expected<std::set<std::string>> tidyChecks(const std::vector<std::string> &path);

/// The value of `tamga-custom.Project` as a path. clang-tidy does not say which file set it,
/// so that a relative path is looked for from \p source upwards, as `tamga.json` itself is.
std::string tidyProjectFile(llvm::StringRef value, llvm::StringRef source);

} // namespace tamga

#endif // TAMGA_PLUGIN_TIDYPOLICY_H
