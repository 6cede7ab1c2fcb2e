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

/// The words that clang-tidy has to be given in place of \p command, so that it takes the
/// compile commands as `tamga` does: a gcc option that clang does not know is an error to it.
/// Nothing where it takes them as they are.
llvm::Expected<std::optional<std::vector<std::string>>> adaptFlags(const TidyCommand &command);

} // namespace tamga

#endif // TAMGA_PLUGIN_TIDYFLAGS_H
