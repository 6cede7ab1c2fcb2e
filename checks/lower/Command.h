//===- Command.h - compile commands that clang can parse with ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_LOWER_COMMAND_H
#define TAMGA_LOWER_COMMAND_H

#include "LowerFiles.h"

namespace tamga::lower {

struct ClangCommand {
  std::vector<std::string> words;
  std::vector<std::string> missing; ///< Response files that are not there, left out.
};

/// Makes a command that was written for some compiler, often gcc behind a wrapper, one that
/// clang 19 takes: wrappers, precompiled headers of others, and options that clang does not
/// know or the target does not have are left out. All else stays.
ClangCommand clangCommand(const std::vector<std::string> &arguments);

/// The same, and it only parses; \p file is what is parsed. For ToolInvocation.
ClangCommand syntaxCommand(const std::vector<std::string> &arguments, llvm::StringRef file);

/// What the \p arguments of a compile command define: `NAME=value`, of each `-D`.
std::vector<std::string> definedMacros(const std::vector<std::string> &arguments);

} // namespace tamga::lower

#endif // TAMGA_LOWER_COMMAND_H
