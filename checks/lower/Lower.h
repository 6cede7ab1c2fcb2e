//===- Lower.h - a clang AST to flow ----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The only analysis code that sees clang. It never sees policy: only a Boundary, so
/// that one `.flow` serves every pack.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_LOWER_LOWER_H
#define TAMGA_LOWER_LOWER_H

#include "../flow/Flow.h"
#include <functional>

namespace clang {
class ASTContext;
}

namespace tamga::lower {

/// Why a function has no body: flow::Function::incomplete.
inline constexpr const char *bodyNotParsed = "its body is not parsed";
inline constexpr const char *noTimeLeft = "the time was up before it";

/// Whose bodies are not lowered, and how much is told of the others. A plain value: see
/// policy::Boundary, which Pipeline copies here.
struct Boundary {
  std::vector<std::string> namespaces;
  std::vector<std::string> paths;
  bool tellsStatements = false; ///< flow::Function::statements: findings are to be mended.
};

/// Lowers the functions of the main file of \p context, the initialisers of its globals,
/// and every body they reach by calls or by name that is not behind \p boundary. Bodies
/// that clang marked invalid have none, and say why. Errors that clang reported are the
/// caller's to add to Program::errors. Never fails and never aborts. \p isTimeUp is asked
/// before each body: what is then left has none, and says why.
flow::Program lowerUnit(clang::ASTContext &context, const Boundary &boundary,
                        const std::function<bool()> &isTimeUp = nullptr);

} // namespace tamga::lower

#endif // TAMGA_LOWER_LOWER_H
