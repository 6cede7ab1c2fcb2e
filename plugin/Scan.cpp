//===- Scan.cpp - many units at once -----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan.h"
#include "flow/Link.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ThreadPool.h"
#include <map>

namespace tamga {

std::vector<flow::Program> lowerAll(const std::vector<lower::UnitCommand> &units,
                                    const lower::Boundary &boundary, unsigned jobs) {
  std::vector<flow::Program> programs(units.size());
  llvm::DefaultThreadPool pool(llvm::hardware_concurrency(jobs));
  // Each task writes its own element: the order of threads leaves no trace.
  for (size_t index = 0; index < units.size(); ++index)
    pool.async([&, index] { programs[index] = lower::lowerFile(units[index], boundary); });
  pool.wait();
  return programs;
}

finding::Coverage coverageOf(const std::vector<flow::Program> &units) {
  finding::Coverage coverage;
  coverage.units = units.size();
  for (const flow::Program &unit : units)
    for (const flow::Diagnostic &error : unit.errors) {
      finding::Region at;
      if (error.at)
        at = {unit[error.at.file].path, error.at.line, error.at.column, error.at.endLine,
              error.at.endColumn};
      coverage.failedUnits.push_back({unit.name, error.text, at});
    }
  return coverage;
}

/// `CMakeFiles/server.dir/main.cpp.o` is part of `server`.
static std::string targetOf(llvm::StringRef output) {
  for (auto part = llvm::sys::path::rbegin(output), end = llvm::sys::path::rend(output);
       part != end; ++part)
    if (llvm::StringRef name = *part; name.consume_back(".dir"))
      return name.str();
  return "";
}

std::vector<flow::Program> linkTargets(const std::vector<lower::UnitCommand> &units,
                                       std::vector<flow::Program> programs) {
  std::map<std::string, std::vector<flow::Program>> targets;
  for (size_t index = 0; index < units.size(); ++index)
    targets[targetOf(units[index].output)].push_back(std::move(programs[index]));

  std::vector<flow::Program> linked;
  for (auto &[name, members] : targets) {
    linked.push_back(flow::link(std::move(members), name));
    linked.back().isLinked =
        llvm::any_of(linked.back().functions, [](const flow::Function &function) {
          return function.isMain && function.hasBody();
        });
  }
  return linked;
}

} // namespace tamga
