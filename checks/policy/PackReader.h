//===- PackReader.h - what the law asks, from JSON ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_PACKREADER_H
#define TAMGA_POLICY_PACKREADER_H

#include "ModelReader.h"

namespace tamga::policy {

/// A pack file: the pack, and models for functions that it speaks of.
struct PackFile : Models {
  Pack pack;
  std::vector<std::pair<std::string, Mention>> owned; ///< A rule, and one that it owns.
};

/// What a pack must agree with beyond its own file.
struct PackSurroundings {
  /// Rules of a pack that is not installed with the product are `tamga-custom-<name>`:
  /// clang-tidy learns of other names before it reads any project.
  bool isInstalled = false;
  /// Rules read so far, by id.
  std::map<std::string, Origin> *rules = nullptr;
};

void readPackFile(ReadContext &context, const PackSurroundings &around, PackFile &out);

/// Adds the rules and models of a part to the pack that names it; rules of the part cite
/// the pack's laws.
void readPackPart(ReadContext &context, const PackSurroundings &around, PackFile &out);

} // namespace tamga::policy

#endif // TAMGA_POLICY_PACKREADER_H
