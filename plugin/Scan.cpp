//===- Scan.cpp - many units at once -----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan.h"
#include "CrashGuard.h"
#include "Pipeline.h"
#include "flow/Link.h"
#include "flow/Targets.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ThreadPool.h"
#include <atomic>
#include <map>

namespace tamga {

static flow::Program lowerOne(const lower::UnitCommand &unit, const lower::Boundary &boundary,
                              const ScanOptions &options) {
  flow::Program program;
  const std::string crash = runGuarded([&] {
    double begin = threadSeconds();
    const auto whenParsed = [&] {
      options.times.add("parse", begin, unit.file);
      begin = threadSeconds();
    };
    program = lower::lowerFile(unit, boundary, whenParsed);
    options.times.add("lower", begin, unit.file);
  });
  if (!crash.empty())
    program = lower::failedUnit(unit, "the parser or lowering crashed (" + crash +
                                          "): nothing of this unit was analysed");
  return program;
}

/// The command without what it writes: two that agree make the same flow.
static std::vector<std::string> identityOf(const lower::UnitCommand &unit) {
  std::vector<std::string> identity = {unit.directory, unit.file};
  for (size_t index = 0; index < unit.arguments.size(); ++index)
    if (llvm::is_contained({"-o", "-MF", "-MT", "-MQ"}, unit.arguments[index]))
      ++index;
    else if (!llvm::is_contained({"-MD", "-MMD", "-MP"}, unit.arguments[index]))
      identity.push_back(unit.arguments[index]);
  return identity;
}

std::vector<flow::Program> lowerAll(const std::vector<lower::UnitCommand> &units,
                                    const lower::Boundary &boundary,
                                    const ScanOptions &options) {
  std::vector<flow::Program> programs(units.size());
  std::map<std::vector<std::string>, size_t> firsts;
  std::vector<size_t> first; // The unit that each is the same as: often itself.
  for (const lower::UnitCommand &unit : units)
    first.push_back(firsts.try_emplace(identityOf(unit), first.size()).first->second);

  options.progress.begin("parsing", firsts.size(), "units");
  llvm::DefaultThreadPool pool(llvm::hardware_concurrency(options.jobs));
  // Each task writes its own element: the order of threads leaves no trace.
  for (size_t index = 0; index < units.size(); ++index)
    if (first[index] == index)
      pool.async([&, index] {
        programs[index] = lowerOne(units[index], boundary, options);
        options.progress.step();
      });
  pool.wait();
  for (size_t index = 0; index < units.size(); ++index)
    if (first[index] != index)
      programs[index] = programs[first[index]];
  return programs;
}

finding::Coverage coverageOf(const std::vector<flow::Program> &units) {
  finding::Coverage coverage;
  coverage.units = units.size();
  for (const flow::Program &unit : units)
    for (const flow::File &file : unit.files)
      if (file.isMain && !llvm::is_contained(coverage.files, file.path))
        coverage.files.push_back(file.path);
  llvm::sort(coverage.files);
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

/// The program of \p parts. \p users counts the programs that still need each unit: the last
/// one takes it along.
static flow::Program linkParts(const flow::ProgramParts &parts,
                               std::vector<flow::Program> &units,
                               std::vector<std::atomic<unsigned>> &users) {
  std::vector<flow::Program> members;
  for (const flow::Member &member : parts.members) {
    members.push_back(flow::partOf(units[member.unit], member.bodies));
    if (--users[member.unit] == 0)
      units[member.unit] = {};
  }
  flow::Program program = flow::link(std::move(members), parts.name);
  program.isLinked = parts.isClosed;
  return program;
}

finding::Result analyseProgram(const flow::Program &program, const policy::Policy &policy,
                               const ScanOptions &options) {
  finding::Result result;
  const std::string crash = runGuarded([&] {
    const double begin = threadSeconds();
    result = analyse(program, policy, {options.givesEvidence});
    options.times.add("solve", begin, program.name);
  });
  if (!crash.empty()) {
    result = {};
    result.coverage.failedUnits.push_back(
        {program.name, "the analysis crashed (" + crash + "): nothing was found in it", {}});
  }
  return result;
}

namespace {

/// What is linked with what, and how many programs still need each unit.
struct LinkPlan {
  LinkPlan(const std::vector<lower::UnitCommand> &units,
           const std::vector<flow::Program> &programs)
      : users(units.size()) {
    std::vector<flow::BuildUnit> build;
    for (auto [unit, program] : llvm::zip_equal(units, programs))
      build.push_back({&program, targetOf(unit.output)});
    linked = flow::programsOf(build);
    for (const flow::ProgramParts &parts : linked) {
      std::vector<std::string> &names = files.emplace_back();
      for (const flow::Member &member : parts.members) {
        ++users[member.unit];
        names.push_back(mainFileOf(programs[member.unit]));
      }
    }
  }

  std::vector<flow::ProgramParts> linked;
  std::vector<std::vector<std::string>> files; ///< The main files of each, which go with units.
  std::vector<std::atomic<unsigned>> users;
};

} // namespace

std::vector<flow::Program> linkBuild(const std::vector<lower::UnitCommand> &units,
                                     std::vector<flow::Program> programs) {
  LinkPlan plan(units, programs);
  std::vector<flow::Program> linked;
  for (const flow::ProgramParts &parts : plan.linked)
    linked.push_back(linkParts(parts, programs, plan.users));
  return linked;
}

finding::Result analyseBuild(const std::vector<lower::UnitCommand> &units,
                             std::vector<flow::Program> programs, const policy::Policy &policy,
                             const ScanOptions &options) {
  LinkPlan plan(units, programs);
  const std::vector<flow::ProgramParts> &linked = plan.linked;
  std::vector<std::atomic<unsigned>> &users = plan.users;

  options.progress.begin("analysing", linked.size(), "programs");
  std::vector<finding::Result> results(linked.size());
  llvm::DefaultThreadPool pool(llvm::hardware_concurrency(options.jobs));
  for (size_t index = 0; index < linked.size(); ++index)
    pool.async([&, index] {
      const double begin = threadSeconds();
      const flow::Program program = linkParts(linked[index], programs, users);
      options.times.add("link", begin, program.name);
      if (options.summary)
        options.summary->add(index, program, std::move(plan.files[index]));
      results[index] = analyseProgram(program, policy, options);
      options.progress.step();
    });
  pool.wait();
  return join(std::move(results));
}

} // namespace tamga
