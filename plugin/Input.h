//===- Input.h - what a command line names -----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_INPUT_H
#define TAMGA_PLUGIN_INPUT_H

#include "Options.h"
#include "flow/Flow.h"
#include "lower/LowerFiles.h"
#include "policy/PolicyReader.h"

namespace tamga {

std::string absolute(llvm::StringRef file);

/// The program that runs: packs are looked for beside it.
std::string ownFile();

/// Where the policy is looked for, for code whose place is told by \p mainFile.
policy::PolicyRequest requestFor(const Settings &settings, const std::string &mainFile);

/// That policy, as the law stands on the day that is asked for.
llvm::Expected<policy::Policy> policyFor(const Settings &settings,
                                         const std::string &mainFile);

/// The units that \p settings ask for, at least one.
llvm::Expected<std::vector<lower::UnitCommand>> unitsOf(const Settings &settings);

/// The file whose policy is that of a run over all of \p files, at least one: the project
/// file that is nearest to any of them, so that no file from elsewhere switches it off; without
/// one, a path in the deepest folder that holds them all. An error if they have different ones
/// and \p settings do not choose.
llvm::Expected<std::string> commonPlace(const Settings &settings,
                                        llvm::ArrayRef<std::string> files);

/// The policy of such a run.
llvm::Expected<policy::Policy> policyOfAll(const Settings &settings,
                                           llvm::ArrayRef<std::string> files);

std::vector<std::string> filesOf(const std::vector<lower::UnitCommand> &units);

llvm::Expected<std::vector<flow::Program>> readFlows(const std::vector<std::string> &files);

} // namespace tamga

#endif // TAMGA_PLUGIN_INPUT_H
