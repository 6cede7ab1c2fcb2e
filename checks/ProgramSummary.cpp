//===- ProgramSummary.cpp - the programs of a build, for one unit ----------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The simplest form of a summary: each program as it was linked, with all its code. A unit
/// that has changed since takes the place of what the program had of it.
//===----------------------------------------------------------------------===//

#include "ProgramSummary.h"
#include "Pipeline.h"
#include "WriteFile.h"
#include "flow/FlowText.h"
#include "flow/Link.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <deque>
#include <memory>
#include <optional>

namespace tamga {

namespace {

constexpr llvm::StringLiteral listName = "programs.txt";
constexpr llvm::StringLiteral listHead = "# Programs of Tamga: file, main file of a unit.";

std::string below(llvm::StringRef folder, const llvm::Twine &name) {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  return std::string(path);
}

std::string programName(size_t index) { return "program-" + std::to_string(index) + ".flow"; }

std::string unwritable(const std::string &file, llvm::Error error) {
  return "error: cannot write the summary: '" + file + "': " + llvm::toString(std::move(error));
}

/// A program's file, and the main file of one of its units.
using Entry = std::pair<std::string, std::string>;

llvm::Expected<std::vector<Entry>> readList(llvm::StringRef folder) {
  const std::string file = below(folder, listName);
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/true);
  if (!buffer)
    return llvm::createStringError(file + ": error: cannot read: " + buffer.getError().message() +
                   "; `tamga check -p BUILD --summary DIR` writes it");
  llvm::SmallVector<llvm::StringRef> lines;
  (*buffer)->getBuffer().split(lines, '\n', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  if (lines.empty() || lines.front() != listHead)
    return llvm::createStringError(file + ":1: error: not a list of programs; write it anew with "
                          "`tamga check -p BUILD --summary DIR`");
  std::vector<Entry> entries;
  for (auto [index, line] : llvm::enumerate(llvm::ArrayRef(lines).drop_front())) {
    auto [program, unit] = line.split('\t');
    if (unit.empty() || llvm::sys::path::has_parent_path(program))
      return llvm::createStringError(file + ":" + llvm::Twine(index + 2) +
                     ": error: expected the name of a program, a tab, and a source file");
    entries.emplace_back(program.str(), unit.str());
  }
  return entries;
}

/// The program in \p file; read once for many units that follow each other.
llvm::Expected<std::shared_ptr<const flow::Program>> readProgram(const std::string &file) {
  struct Known {
    std::string file;
    llvm::sys::TimePoint<> changed;
    std::shared_ptr<const flow::Program> program;
  };
  constexpr size_t mostKept = 2;
  static std::mutex mutex;
  static std::deque<Known> all;
  const std::lock_guard lock(mutex);
  llvm::sys::fs::file_status status;
  if (std::error_code error = llvm::sys::fs::status(file, status))
    return llvm::createStringError(file + ": error: cannot read: " + error.message());
  const auto changed = status.getLastModificationTime();
  for (const Known &known : all)
    if (known.file == file && known.changed == changed)
      return known.program;
  llvm::Expected<flow::Program> program = flow::readFlow(file);
  if (!program)
    return program.takeError();
  all.push_front({file, changed, std::make_shared<const flow::Program>(std::move(*program))});
  if (all.size() > mostKept)
    all.pop_back();
  return all.front().program;
}

/// The programs that have \p unit, with it as it is now, but for those that are too large.
llvm::Expected<std::vector<flow::Program>> programsWith(const SummaryUse &use,
                                                        const flow::Program &unit) {
  llvm::Expected<std::vector<Entry>> entries = readList(use.folder);
  if (!entries)
    return entries.takeError();
  const std::string file = mainFileOf(unit);
  std::vector<flow::Program> programs;
  for (const auto &[name, member] : *entries) {
    if (member != file)
      continue;
    const std::string path = below(use.folder, name);
    uint64_t bytes = 0;
    if (!llvm::sys::fs::file_size(path, bytes) && bytes > use.mostBytes) {
      use.tellAlone(name + " is too large for an edit");
      continue;
    }
    auto program = readProgram(path);
    if (!program)
      return program.takeError();
    programs.push_back(flow::relink(**program, unit));
  }
  return programs;
}

bool isOverBudget(const finding::Result &result) {
  return llvm::any_of(result.coverage.incompleteFunctions,
                      [](const auto &function) { return function.isOverBudget; });
}

/// Leaves in \p result what is told of \p files.
void keepOwn(finding::Result &result, const std::vector<flow::File> &files) {
  llvm::StringSet<> own;
  for (const flow::File &file : files)
    own.insert(file.path);
  const auto isOther = [&](const auto &one) {
    return !one.at.file.empty() && !own.contains(one.at.file);
  };
  llvm::erase_if(result.findings, isOther);
  llvm::erase_if(result.evidence, isOther);
  llvm::erase_if(result.directives, isOther);
  llvm::erase_if(result.coverage.failedUnits, isOther);
  llvm::erase_if(result.coverage.incompleteFunctions, isOther);
  result.coverage.units = 1;
  result.coverage.files.clear();
  for (const flow::File &file : files)
    if (file.isMain)
      result.coverage.files.push_back(file.path);
}

} // namespace

std::string mainFileOf(const flow::Program &unit) {
  const auto main = llvm::find_if(unit.files, [](const flow::File &file) { return file.isMain; });
  return main == unit.files.end() ? unit.name : main->path;
}

void SummaryWriter::add(size_t index, const flow::Program &program,
                        std::vector<std::string> members) {
  if (folder.empty())
    return;
  std::string trouble;
  if (std::error_code error = llvm::sys::fs::create_directories(folder))
    trouble = "error: cannot make the folder '" + folder + "': " + error.message();
  else if (const std::string file = below(folder, programName(index));
           llvm::Error error =
               writeFile(file, [&](llvm::raw_ostream &out) { flow::printFlow(program, out); }))
    trouble = unwritable(file, std::move(error));
  const std::lock_guard lock(mutex);
  llvm::sort(members);
  units[index] = std::move(members);
  if (problem.empty())
    problem = std::move(trouble);
}

llvm::Error SummaryWriter::finish() {
  if (folder.empty())
    return llvm::Error::success();
  llvm::StringSet<> current;
  for (const auto &[index, members] : units)
    current.insert(programName(index));
  llvm::Expected<std::vector<Entry>> older = readList(folder);
  if (older)
    for (const auto &[program, unit] : *older)
      if (!current.contains(program))
        llvm::sys::fs::remove(below(folder, program));
  llvm::consumeError(older.takeError());
  const std::string list = below(folder, listName);
  if (!problem.empty()) {
    llvm::sys::fs::remove(list);
    return llvm::createStringError(problem);
  }
  if (llvm::Error error = writeFile(list, [&](llvm::raw_ostream &out) {
        out << listHead << '\n';
        for (const auto &[index, members] : units)
          for (const std::string &unit : members)
            out << programName(index) << '\t' << unit << '\n';
      }))
    return llvm::createStringError(unwritable(list, std::move(error)));
  return llvm::Error::success();
}

llvm::Expected<finding::Result> analyseWithin(const SummaryUse &use, flow::Program unit,
                                              Analysis analyse) {
  if (use.folder.empty())
    return analyse(unit);
  std::optional<finding::Result> alone;
  if (use.tellAlone)
    alone = analyse(unit);
  llvm::Expected<std::vector<flow::Program>> programs = programsWith(use, unit);
  if (!programs)
    return programs.takeError();
  if (programs->empty())
    return alone ? std::move(*alone) : analyse(unit);
  std::vector<finding::Result> results;
  for (const flow::Program &program : *programs) {
    results.push_back(analyse(program));
    if (!alone || !isOverBudget(results.back()))
      continue;
    use.tellAlone("its program is over the budget of an edit");
    return std::move(*alone);
  }
  finding::Result result = join(std::move(results));
  keepOwn(result, unit.files);
  return result;
}

} // namespace tamga
