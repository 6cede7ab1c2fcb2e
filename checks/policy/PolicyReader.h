//===- PolicyReader.h - JSON files to Policy -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reads packs, API models and project files. Strict: an unknown key, a wrong type, an
/// unknown taint kind or a malformed pattern is an error that says `file:line:col`,
/// the JSON path, and where it can, "did you mean". Never aborts the process.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_POLICYREADER_H
#define TAMGA_POLICY_POLICYREADER_H

#include "Policy.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace tamga::policy {

/// What a door knows before it reads any policy.
struct PolicyRequest {
  /// The file whose nearest `tamga.json` counts; empty: none is looked for.
  std::string mainFile;
  /// A project file named by the user: it must exist. Wins over discovery.
  std::string projectFile;
  /// Packs by name (looked up in `packPath`) or path. Empty: the project's, else `kz`.
  std::vector<std::string> packs;
  /// Nobody asks them together: several may have one rule, as a pack and a copy of it.
  bool areAlternatives = false;
  /// Further API model files.
  std::vector<std::string> apis;
  /// Folders with `packs/` and `apis/`. See defaultPolicyPath().
  std::vector<std::string> path;
};

/// Reads all that \p request asks for. The error is one or more lines, each
/// `file:line:col: error: $.path: text`. \p read gets the paths of the files.
llvm::Expected<Policy> readPolicy(const PolicyRequest &request,
                                  std::vector<std::string> *read = nullptr);

/// The `tamga.json` in the nearest folder above \p file; empty: none has one.
std::string nearestProjectFile(llvm::StringRef file);

/// The folders of `$TAMGA_PACK_PATH` (colon separated), then the bundled policy: beside
/// the binary or library at \p ownFile (`../share/tamga`), else the source tree it was
/// built from.
std::vector<std::string> defaultPolicyPath(llvm::StringRef ownFile);

/// `tamga:...` texts of an annotation as effects; several stand apart with `;`. Where the
/// text gives no place, Effect::at is empty and the caller takes it from the declaration:
/// the parameter's argument, a function's `return`. Text without `tamga:` has no effects.
/// \p where is used in errors. Any well-formed kind is taken.
llvm::Expected<std::vector<Effect>> readAnnotation(llvm::StringRef text, const Origin &where);

/// The same; a kind that \p policy does not know is an error.
llvm::Expected<std::vector<Effect>> readAnnotation(llvm::StringRef text, const Origin &where,
                                                   const Policy &policy);

/// `arg0.*`, `this[*]`, ... as a Port.
llvm::Expected<Port> readPort(llvm::StringRef text);

/// `notice | mark & warning` as a formula.
llvm::Expected<LabelFormula> readFormula(llvm::StringRef text);

} // namespace tamga::policy

#endif // TAMGA_POLICY_POLICYREADER_H
