//===- TidyFlags.h - compile commands for clang-tidy --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_TIDYFLAGS_H
#define TAMGA_PLUGIN_TIDYFLAGS_H

#include "TidyHost.h"
#include <optional>

namespace tamga {

/// Arguments that stand for those of a user.
struct TidyArguments {
  std::vector<std::string> words;
  std::string folder; ///< To be removed afterwards; empty: there is none.
};

/// What clang-tidy has to be given in place of \p command, so that it takes the compile
/// commands as `tamga` does: a gcc option that clang does not know is an error to it.
/// Nothing where it takes them as they are.
llvm::Expected<std::optional<TidyArguments>> adaptFlags(const TidyCommand &command);

} // namespace tamga

#endif // TAMGA_PLUGIN_TIDYFLAGS_H
