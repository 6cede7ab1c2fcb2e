//===- SharedState.h - what globals may hold --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One cell for the whole program for each path of a global: the join of what functions
/// leave there when they end or when code runs that is not seen.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_SHAREDSTATE_H
#define TAMGA_SOLVE_SHAREDSTATE_H

#include "Facts.h"
#include <set>

namespace tamga::solve {

class SharedState {
public:
  using Cells = std::vector<std::pair<PathId, Datum>>;
  using Functions = llvm::SmallVector<flow::FunctionId, 4>;

  SharedState(const flow::Program &program, Tables &tables, unsigned atomBound)
      : program(program), tables(tables), atomBound(atomBound) {}

  /// What \p cells say of globals, and of objects that globals point at. \p isInitial: it
  /// is there before `main` begins.
  void publish(llvm::ArrayRef<std::pair<PathId, Datum>> cells, bool isInitial);
  /// \p function is stored at \p path; whoever asked before has to ask again.
  void addFunction(PathId path, flow::FunctionId function);
  /// Functions that may be stored at \p path; \p asker is told when there are more.
  Functions functionsAt(PathId path, flow::FunctionId asker);
  /// Those that asked for functions before all were known.
  std::set<flow::FunctionId> takeStale() { return std::exchange(stale, {}); }

  /// Follows copies from global to global until nothing is new.
  void close();
  /// Content of sources that may be at \p path.
  Atoms contentAt(PathId path, bool isInitial) const;
  bool isWidened = false;

private:
  /// By path; those of one global follow each other nowhere, so there is an index.
  struct Content {
    std::map<PathId, Atoms> atoms;
    std::map<uint32_t, std::vector<PathId>> paths; ///< By global.
  };
  bool add(Content &content, PathId path, const Atom &atom);
  void close(Content &content);
  using Objects = std::map<PathId, std::vector<const std::pair<PathId, Datum> *>>;
  Objects behindGlobals(llvm::ArrayRef<std::pair<PathId, Datum>> cells) const;
  Objects telling(const Objects &objects) const;
  bool isShared(const Atom &atom, PathId path) const;
  bool overlaps(PathId one, PathId other) const;
  PathId copied(PathId to, PathId from, PathId read);
  uint32_t globalOf(PathId path) const;

  const flow::Program &program;
  Tables &tables;
  const unsigned atomBound;
  Content initial, any; ///< `any` has what is in `initial`, too.
  std::map<uint32_t, std::vector<std::pair<PathId, flow::FunctionId>>> functions;
  std::map<uint32_t, std::set<std::pair<PathId, flow::FunctionId>>> askers;
  std::set<flow::FunctionId> stale;
};

} // namespace tamga::solve

#endif // TAMGA_SOLVE_SHAREDSTATE_H
