//===- StageTimes.h - what each stage costs -----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For `--time`: measurements are printed beside the report and are no part of it, since a
/// report is the same bytes for the same input.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_STAGETIMES_H
#define TAMGA_PLUGIN_STAGETIMES_H

#include "llvm/ADT/StringRef.h"
#include <mutex>
#include <string>
#include <vector>

namespace tamga {

/// Processor time of the calling thread, in seconds: it hardly depends on what else runs.
double threadSeconds();

/// Collects lines of several threads.
class StageTimes {
public:
  explicit StageTimes(bool isWanted) : isWanted(isWanted) {}

  /// Notes that \p stage took what the calling thread spent since \p begin, for \p what: a
  /// unit or a program.
  void add(llvm::StringRef stage, double begin, llvm::StringRef what);

  /// `time: <stage> <seconds> <what>` to standard error, sorted by what and stage.
  void print();

private:
  struct Line {
    std::string what, stage;
    double seconds;
  };
  const bool isWanted;
  std::mutex mutex;
  std::vector<Line> lines;
};

} // namespace tamga

#endif // TAMGA_PLUGIN_STAGETIMES_H
