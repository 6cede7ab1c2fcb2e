//===- Declared.h - what headers declare, by name ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The names that a unit declares, spelled as flow spells them: a pattern that finds one
/// here also finds it in a program.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_LOWER_DECLARED_H
#define TAMGA_LOWER_DECLARED_H

#include "LowerFiles.h"
#include <map>
#include <set>

namespace tamga::lower {

struct DeclaredFunction {
  /// As flow::Function::name; `operator *` for a conversion to a template argument.
  std::string name;
  std::vector<std::string> parameters;
  /// Of parameters that are classes or references to them: the names of those.
  std::vector<std::string> records;
  /// Parameters whose type depends on a template argument or was not understood.
  std::vector<bool> isOpen;
  std::string object;     ///< Methods: the spelling of the class; empty: depends likewise.
  bool takesMore = false; ///< The last parameter is a pack.
  bool operator==(const DeclaredFunction &) const = default;
};

struct Declared {
  std::multimap<std::string, DeclaredFunction> functions; ///< By name.
  std::set<std::string> types, fields, enumerators, macros;
  std::map<std::string, std::string> aliases;         ///< Other names of types.
  std::map<std::string, std::set<std::string>> bases; ///< Of each class.
  std::vector<CompileError> errors;
};

/// What \p unit declares, its headers included. Bodies are skipped.
Declared declaredIn(const UnitCommand &unit);

/// Adds what \p from declares to \p into; its errors stay behind.
void joinDeclared(Declared &into, const Declared &from);

} // namespace tamga::lower

#endif // TAMGA_LOWER_DECLARED_H
