//===- ProgramSummary.h - the programs of a build, for one unit ------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PROGRAMSUMMARY_H
#define TAMGA_PROGRAMSUMMARY_H

#include "finding/Finding.h"
#include "flow/Flow.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>

namespace tamga {

/// Writes the programs of a build to a folder, where clang-tidy and editors find what one
/// unit does not show. `programs.txt` says which units each has.
class SummaryWriter {
public:
  /// An empty \p folder: nothing is written.
  explicit SummaryWriter(std::string folder) : folder(std::move(folder)) {}

  /// \p program is the \p index-th of the build and has \p units, by their main files.
  /// Thread-safe.
  void add(size_t index, const flow::Program &program, std::vector<std::string> units);

  /// To be called once, when all are added: writes the list, and removes programs of an older
  /// one. An error if anything could not be written; the older list is then gone, too.
  llvm::Error finish();

private:
  const std::string folder;
  std::mutex mutex;
  std::map<size_t, std::vector<std::string>> units; ///< By program.
  std::string problem;
};

/// The main file of \p unit.
std::string mainFileOf(const flow::Program &unit);

using Analysis = llvm::function_ref<finding::Result(const flow::Program &)>;

/// The summary that a unit is seen with.
struct SummaryUse {
  std::string folder; ///< Empty: none.
  /// For who waits, as in an editor. A program of more bytes is not read, and one that is over
  /// the budget does not count: the unit is then what it is alone, and the reason is told.
  uint64_t mostBytes = UINT64_MAX;
  std::function<void(const std::string &reason)> tellAlone = nullptr;
};

/// What \p analyse finds in \p unit, with what the summary knows of the programs
/// that it is part of. What is told of other units' files is theirs to tell. No program has it,
/// or there is no folder: the unit alone. An error if the summary cannot be read.
llvm::Expected<finding::Result> analyseWithin(const SummaryUse &use, flow::Program unit,
                                              Analysis analyse);

} // namespace tamga

#endif // TAMGA_PROGRAMSUMMARY_H
