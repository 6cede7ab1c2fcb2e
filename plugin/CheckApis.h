//===- CheckApis.h - API models against the headers of their libraries -------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_CHECKAPIS_H
#define TAMGA_PLUGIN_CHECKAPIS_H

#include "policy/Policy.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

namespace tamga {

struct ApiChoice {
  std::set<std::string> names; ///< Empty: all of which there are headers.
  /// Each with the headers of one version: a name must be in one of them.
  std::vector<std::string> headerFolders;
  std::vector<std::string> flags; ///< Of the compiler.
};

struct ApiResult {
  unsigned missing = 0; ///< Names and headers that were not found.
  bool isWhole = true;  ///< All headers compiled.
};

/// Looks for each name that the chosen API models speak of in the headers that their file
/// lists, and writes to \p out what is not there. The error is one of usage.
llvm::Expected<ApiResult> checkApis(const policy::Policy &policy, const ApiChoice &choice,
                                    llvm::raw_ostream &out);

} // namespace tamga

#endif // TAMGA_PLUGIN_CHECKAPIS_H
