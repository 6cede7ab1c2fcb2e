//===- ReportCommand.h - tamga report ----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_REPORTCOMMAND_H
#define TAMGA_PLUGIN_REPORTCOMMAND_H

#include "Options.h"
#include "report/Baseline.h"
#include "report/SarifLog.h"

namespace tamga {

/// What `--fail-on` asks for.
struct FailOn {
  finding::Level level = finding::Level::Error;
  bool onlyNew = false;

  static FailOn of(const Settings &settings);
};

/// The log that \p settings name: one, or with `--merge` all of several and of folders.
/// What \p options call the root is where its files are.
llvm::Expected<report::SarifLog> readLogs(const Settings &settings,
                                          const report::ReportOptions &options);

/// The log for `tamga report`, compared with the baseline if there is one.
llvm::Expected<report::SarifLog> logFor(const Settings &settings,
                                        const report::ReportOptions &options);

/// The list of known findings in \p file as `tamga baseline` changes it; says what changed.
llvm::Expected<report::Baseline> updatedBaseline(const Settings &settings,
                                                 const report::SarifLog &log,
                                                 const std::string &file);

} // namespace tamga

#endif // TAMGA_PLUGIN_REPORTCOMMAND_H
