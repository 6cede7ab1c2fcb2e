//===- PolicyFiles.h - which files make up a policy -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds and opens the files that a request asks for. What they say is read afterwards,
/// because any of them may register taint kinds that all may name.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_POLICYFILES_H
#define TAMGA_POLICY_POLICYFILES_H

#include "PolicyReader.h"
#include "Tables.h"

namespace tamga::policy {

struct PolicyFile {
  JsonDocument document;
  /// `packs/kz.json` for what lies in the policy path, else the file's name.
  std::string shownName;
  bool isInstalled = false; ///< Lies in the policy path.
  std::string packName;     ///< The name it was asked for by; empty: by path.
  bool isPart = false;      ///< Belongs to the last pack before it that is none.
};

struct PolicyFiles {
  std::vector<PolicyFile> kinds;
  std::vector<PolicyFile> elements; ///< elements.json, beside kinds.json.
  std::vector<PolicyFile> projects; ///< The extended ones first.
  std::vector<PolicyFile> packs;
  std::vector<PolicyFile> apis;
  std::string root;                   ///< Project::root.
  std::vector<std::string> packNames; ///< Project::packs: names or absolute paths.
  std::vector<std::string> apiPaths;  ///< Project::apis, absolute.
};

/// Opens all that \p request asks for; adds to \p errors each file that is missing or no
/// JSON.
PolicyFiles openPolicyFiles(const PolicyRequest &request, std::vector<Problem> &errors);

} // namespace tamga::policy

#endif // TAMGA_POLICY_POLICYFILES_H
