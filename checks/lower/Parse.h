//===- Parse.h - clang's frontend over one unit -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_LOWER_PARSE_H
#define TAMGA_LOWER_PARSE_H

#include "LowerFiles.h"

namespace clang {
class CompilerInstance;
}

namespace tamga::lower {

enum class Bodies : uint8_t { Parsed, Skipped };

/// Parses \p unit and calls \p use with what was parsed, also if there were errors: those
/// are returned. Internal to lower/.
std::vector<CompileError> parse(const UnitCommand &unit, Bodies bodies,
                                llvm::function_ref<void(clang::CompilerInstance &)> use);

} // namespace tamga::lower

#endif // TAMGA_LOWER_PARSE_H
