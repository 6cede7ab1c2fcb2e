//===- Match.h - which models speak of a symbol --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_MATCH_H
#define TAMGA_POLICY_MATCH_H

#include "Policy.h"
#include "RequiredWords.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Regex.h"

namespace tamga::policy {

/// A function as patterns see it.
struct FunctionSymbol {
  llvm::StringRef name; ///< Qualified, no template arguments.
  unsigned arity = 0;
  llvm::ArrayRef<std::string> parameters; ///< Type spellings.
  /// Of parameters that are classes or references to them: the names of those.
  llvm::ArrayRef<std::string> records = {};
  llvm::StringRef object = {}; ///< Methods: the spelling of the class.
};

/// An index over the models of a policy, built once. Keeps pointers into the policy,
/// which must outlive it. Results are in the order of the policy's files and lines.
class Matcher {
public:
  explicit Matcher(const Policy &policy);

  llvm::SmallVector<const FunctionModel *, 2> function(const FunctionSymbol &symbol) const;
  llvm::SmallVector<const NameModel *, 2> name(NameModel::Of of, llvm::StringRef name) const;
  /// Models whose pattern matches somewhere in \p text. What was asked is kept: programs
  /// repeat their literals, and expressions are dear.
  llvm::ArrayRef<const NameModel *> literal(llvm::StringRef text) const;

private:
  /// Models by their patterns, so that few are left to compare with a name.
  template <class Model> struct Index {
    using Models = llvm::SmallVector<const Model *, 1>;
    llvm::StringMap<Models> exact;  ///< By the whole name.
    llvm::StringMap<Models> byLast; ///< Patterns by their last component, which has no `*`.
    std::vector<const Model *> others;

    void add(llvm::StringRef pattern, const Model &model);
    /// Calls \p visit with models that may speak of \p name, and whether they surely do.
    template <class Function> void each(llvm::StringRef name, Function &&visit) const;
  };
  Index<FunctionModel> functions;
  Index<NameModel> names[5];
  struct Literal {
    const NameModel *model;
    RequiredWords required;
    std::optional<llvm::Regex> expression; ///< Once a text has the words.
  };
  mutable std::vector<Literal> literals;
  mutable llvm::StringMap<llvm::SmallVector<const NameModel *, 1>> asked;
};

/// Whether \p pattern speaks of \p symbol.
bool matchesFunction(const FunctionPattern &pattern, const FunctionSymbol &symbol);

/// Whether \p text matches \p pattern, in which `*` stands for any run of characters
/// that has no `:`. Components are compared from the first; a pattern that begins with
/// `**::` matches at any depth.
bool matchesQualified(llvm::StringRef pattern, llvm::StringRef text);

/// Globs over paths: `*` within a component, `**` over components.
bool matchesPath(llvm::StringRef glob, llvm::StringRef path);

} // namespace tamga::policy

#endif // TAMGA_POLICY_MATCH_H
