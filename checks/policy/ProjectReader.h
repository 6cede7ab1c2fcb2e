//===- ProjectReader.h - tamga.json ---------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_PROJECTREADER_H
#define TAMGA_POLICY_PROJECTREADER_H

#include "FixReader.h"
#include "ModelReader.h"
#include <optional>

namespace tamga::policy {

/// One project file as it is written, before those that it extends are joined to it.
struct ProjectFile : Models {
  std::vector<std::string> exclude;
  std::map<std::string, Severity> severities;
  std::vector<Mention> ruleMentions; ///< Rules that `severity` and `disable` name.
  std::vector<std::string> disabledRules;
  std::vector<Exception> exceptions; ///< Paths are absolute.
  std::vector<ReadFix> fixes;
  std::vector<Kind> has;
  std::optional<bool> countsNames;
  std::optional<OpenWorld> openWorld;
  std::optional<Silencing> suppressions;
  std::optional<std::string> baseline; ///< Absolute.
  std::optional<Mention> language;     ///< Which languages there are the packs say.
};

/// The strings of a list, or the string, at \p key of the root of \p document. Wrong types
/// are left out: readProjectFile reports them. What must be known before the file can be
/// read as a whole is read so: `extends`, `packs`, `apis`.
std::vector<Mention> readMentions(const JsonDocument &document, llvm::StringRef key);

void readProjectFile(ReadContext &context, ProjectFile &out);

/// Adds what \p child says to what the file that it extends says: lists are joined, single
/// values and models of the same function or name are replaced.
void extendProject(ProjectFile &base, ProjectFile &&child);

} // namespace tamga::policy

#endif // TAMGA_POLICY_PROJECTREADER_H
