//===- Ports.h - where access paths of models lead, at a call ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_PORTS_H
#define TAMGA_SOLVE_PORTS_H

#include "Facts.h"

namespace tamga::solve {

/// Where a port leads: cells, or a value without an address.
struct PortTarget {
  llvm::SmallVector<Cell, 2> cells;
  ValueFact value;
  bool isValue = false;
  bool isEverything = false;
  bool isBuffer = false; ///< The pointee of a pointer to scalar: neighbours count.
  flow::TypeId type;
  /// `[one]`: what this is some element of. Callables take that of their parameter's type.
  std::shared_ptr<const PortTarget> choice = {};
  Atoms chosen = {}; ///< Content that said which one of several it is.
};

/// What a model writes to a port.
struct PortWrite {
  ValueFact value;
  policy::WriteMode mode = policy::WriteMode::Adds;
  bool isConcatenation = false; ///< Joins text to text: labels of one hold for both.
  bool isPartial = false;       ///< Replaces, but content beyond what is written stays.
  std::optional<Cell> whole = {}; ///< The container all elements of which are written.
};

/// Whether \p type is a pointer whose pointee belongs to the value: text, samples, raw memory.
bool isBufferPointer(const flow::Program &program, flow::TypeId type);

} // namespace tamga::solve

#endif // TAMGA_SOLVE_PORTS_H
