//===- Options.h - every option of every door --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The options as a plain table, and a small reader of command lines over it. Not
/// llvm::cl: its options are registered in the process, beside the hundreds of LLVM's
/// own, and one that comes in with a plugin aborts its host ("Option registered more than
/// once"); and it exits 1 on a misspelt option, which would read as "findings".
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_OPTIONS_H
#define TAMGA_PLUGIN_OPTIONS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tamga {

/// The stages that the driver can run. Bits, so that an option says where it counts.
enum Command : uint8_t {
  NoCommand = 0,
  Check = 1,      ///< Source to findings.
  Lower = 2,      ///< One unit to flow.
  Link = 4,       ///< Flow to flow.
  Solve = 8,      ///< Flow to findings, each file a program of its own.
  Report = 16,    ///< SARIF to a report.
  CheckApis = 32, ///< API models against the headers of their libraries.
  Config = 64,    ///< What is in force for a file.
  Baseline = 128  ///< SARIF to a list of known findings.
};

/// What a command line asks for, with the defaults in place.
struct Settings {
  Command command = NoCommand;
  std::vector<std::string> inputs; ///< Positional: sources or `.flow` files.
  std::vector<std::string> flags;  ///< After `--`: compiler flags.
  bool hasFlags = false;           ///< There was a `--`.

  std::string build, unit, project, output, sarif, root, baseline, asOf, reason,
      summary;
  std::string format = "text", failOn = "error", sarifProfile = "full", steps = "full";
  std::vector<std::string> why; ///< Source and sink.
  std::vector<std::string> packs, apis, checks, headers;
  std::string jobs;
  bool explainApis = false, merge = false, grow = false;
  bool allowPartial = false, noSource = false, noSnippets = false, listRules = false, time = false;
  bool help = false, version = false;
};

/// One option: where it is written to, and what the reader is told of it.
struct OptionInfo {
  const char *name;      ///< Without dashes.
  const char *shortName; ///< One letter, or empty.
  const char *value;     ///< What stands for its value in help; empty: a flag. With `|`,
                         ///< the values allowed.
  uint8_t commands;      ///< Command bits.
  const char *help;
  std::variant<bool Settings::*, std::string Settings::*, std::vector<std::string> Settings::*>
      target;
};

llvm::ArrayRef<OptionInfo> optionTable();

/// The options that clang-tidy knows: `tamga-custom.Project`, which is `--project`, and
/// `tamga-custom.SarifDir`, the folder for a log of each unit.
inline constexpr const char *tidyOptionsCheck = "tamga-custom";
inline constexpr const char *tidyProjectOption = "Project";
inline constexpr const char *tidySarifOption = "SarifDir";
inline constexpr const char *tidySummaryOption = "Summary";

/// Reads a command line, without the program's name. Errors are one line.
llvm::Expected<Settings> readOptions(llvm::ArrayRef<const char *> arguments);

/// What \p command takes; without one, what all do.
void printHelp(Command command, llvm::raw_ostream &out);

} // namespace tamga

#endif // TAMGA_PLUGIN_OPTIONS_H
