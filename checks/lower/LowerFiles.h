//===- LowerFiles.h - compile commands to flow ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Parses the units of a compilation database and lowers each. For the driver; the
/// plugins lower their host's AST.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_LOWER_LOWERFILES_H
#define TAMGA_LOWER_LOWERFILES_H

#include "Lower.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

namespace tamga::lower {

/// One unit to parse.
struct UnitCommand {
  std::string file;                   ///< Absolute.
  std::string directory;              ///< Working directory of the command.
  std::string output;                 ///< The `output` field, if any.
  std::vector<std::string> arguments; ///< As in the database, compiler first.
  std::string text;                   ///< Of \ref file, where there is no such file.
};

/// What kept a unit from being parsed whole.
struct CompileError {
  std::string file; ///< Empty: not of a file.
  unsigned line = 0, column = 0;
  std::string text;
};

/// Reads `compile_commands.json` in folder \p build, or the file itself. Errors name the
/// file, line and what to do. `@response` files are expanded.
llvm::Expected<std::vector<UnitCommand>> readDatabase(const std::string &build);

/// The command for a single file without a database: `clang++ <arguments> file`.
UnitCommand commandFor(const std::string &file, std::vector<std::string> arguments);

/// Parses and lowers \p unit. Compile errors are in Program::errors; what parsed is
/// lowered all the same. \p whenParsed is called between the two. Thread-safe.
flow::Program lowerFile(const UnitCommand &unit, const Boundary &boundary,
                        llvm::function_ref<void()> whenParsed = nullptr);

/// The program of a unit of which nothing is known but that \p error kept it from being
/// lowered.
flow::Program failedUnit(const UnitCommand &unit, std::string error);

} // namespace tamga::lower

#endif // TAMGA_LOWER_LOWERFILES_H
