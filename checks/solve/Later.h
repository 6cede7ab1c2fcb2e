//===- Later.h - callbacks that run when more is known -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What an interpreted function remembers of callables that somebody else runs. See Later.cpp.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_LATER_H
#define TAMGA_SOLVE_LATER_H

#include "Facts.h"
#include "Summary.h"
#include <optional>
#include <set>

namespace tamga::solve {

/// A call that registers a callback, or leads to one.
struct Later {
  std::vector<Event> events;
  std::vector<ValueFact> arguments;
  ValueFact receiver;
  Memory memory;              ///< As it was then.
  std::set<PathId> roots;     ///< What the callback can see.
  std::optional<State> asked; ///< When it was last asked.
};

/// Where a LaterRun was met, and with what it ran last.
struct RunState {
  uint32_t op = 0;
  FunctionKey key;
  Memory memory;
};

} // namespace tamga::solve

#endif // TAMGA_SOLVE_LATER_H
