//===- Targets.h - which units make up which program ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_TARGETS_H
#define TAMGA_FLOW_TARGETS_H

#include "Flow.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitVector.h"

namespace tamga::flow {

/// A unit, and the target of the build that it is compiled for.
struct BuildUnit {
  const Program *program = nullptr;
  std::string target; ///< Empty: not known.
};

/// A unit in a program.
struct Member {
  unsigned unit = 0;      ///< Index into the units of the build.
  llvm::BitVector bodies; ///< Of Program::functions: those whose bodies take part.
};

/// One program of the build, ready to be linked.
struct ProgramParts {
  std::string name; ///< The target; without one, the file that defines `main`.
  std::vector<Member> members;
  bool isClosed = false; ///< It has a `main`: no caller is elsewhere.
};

/// The programs of a build. Each target with a `main` is one, and where targets are not
/// known each unit with a `main`; to its own units come those of libraries (targets
/// without a `main`) that define what is undefined, as a linker takes members of
/// archives. What no such program can run makes up open programs, one a library. Each
/// unit is in at least one program. Neither the programs nor what is in them depends on
/// the order of \p units.
std::vector<ProgramParts> programsOf(llvm::ArrayRef<BuildUnit> units);

/// \p unit with the bodies of \p bodies only.
Program partOf(const Program &unit, const llvm::BitVector &bodies);

} // namespace tamga::flow

#endif // TAMGA_FLOW_TARGETS_H
