//===- TidyFlags.cpp - compile commands for clang-tidy ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clang-tidy has no option that takes an argument away from a compile command, so the
/// commands themselves are replaced: those after `--` in their place, those of a compilation
/// database by one of our own in a temporary folder, which is there as long as clang-tidy
/// runs.
//===----------------------------------------------------------------------===//

#include "TidyFlags.h"
#include "ProcessFolder.h"
#include "lower/Command.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;

namespace tamga {

namespace {

std::string absolute(StringRef file) {
  SmallString<128> path(file);
  sys::fs::make_absolute(path);
  sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return std::string(path);
}

/// `-p`: its value, and the options without it.
std::string takeBuildFolder(std::vector<std::string> &options) {
  std::string folder;
  std::vector<std::string> kept;
  for (size_t index = 0; index < options.size(); ++index) {
    const StringRef word = options[index], name = word.ltrim('-');
    if (name == "p" && index + 1 < options.size())
      folder = options[++index];
    else if (name.starts_with("p="))
      folder = name.drop_front(2).str();
    else
      kept.push_back(word.str());
  }
  options = std::move(kept);
  return folder;
}

/// The nearest folder above \p file that has a database, as clang-tidy looks for it; empty:
/// there is none, or one of another form.
std::string nearestDatabase(StringRef file) {
  for (StringRef folder = sys::path::parent_path(file); !folder.empty();
       folder = sys::path::parent_path(folder)) {
    if (sys::fs::exists(folder + "/compile_commands.json"))
      return folder.str();
    if (sys::fs::exists(folder + "/compile_flags.txt"))
      return "";
  }
  return "";
}

/// True if something changed. What is missing clang-tidy shall say in its own words.
bool adapt(std::vector<std::string> &arguments) {
  lower::ClangCommand command = lower::clangCommand(arguments);
  if (!command.missing.empty() || command.words == arguments)
    return false;
  arguments = std::move(command.words);
  return true;
}

/// The words after `--` are flags whatever they are, but CMake's begin with the compiler,
/// whose name can tell the target.
std::optional<std::vector<std::string>> adaptOwnFlags(const TidyCommand &command) {
  std::vector<std::string> words(command.flags.begin() + 1, command.flags.end());
  const bool hasCompiler = !words.empty() && !StringRef(words.front()).starts_with("-");
  if (!hasCompiler)
    words.insert(words.begin(), "clang++");
  if (!adapt(words))
    return std::nullopt;
  const std::string compiler = words.front();
  clang::tooling::addTargetAndModeForProgramName(words, compiler);
  words.front() = "--";
  std::vector<std::string> result = command.options;
  result.insert(result.end(), command.files.begin(), command.files.end());
  result.insert(result.end(), words.begin(), words.end());
  return result;
}

json::Value entryOf(const lower::UnitCommand &unit) {
  json::Object entry{{"directory", unit.directory},
                     {"file", unit.file},
                     {"arguments", json::Array(unit.arguments)}};
  if (!unit.output.empty())
    entry["output"] = unit.output;
  return entry;
}

Expected<std::string> writeDatabase(const std::vector<lower::UnitCommand> &units) {
  json::Array entries;
  for (const lower::UnitCommand &unit : units)
    entries.push_back(entryOf(unit));
  Expected<std::string> folder = makeProcessFolder();
  if (!folder)
    return folder.takeError();
  std::error_code error;
  raw_fd_ostream out(*folder + "/compile_commands.json", error);
  if (!error) {
    out << json::Value(std::move(entries));
    out.close();
    error = out.error();
    out.clear_error();
  }
  if (error)
    return createStringError(error, "cannot write to the folder of temporary files: " +
                                        error.message());
  return folder;
}

} // namespace

Expected<std::optional<std::vector<std::string>>> adaptFlags(const TidyCommand &command) {
  if (command.files.empty())
    return std::nullopt;
  if (!command.flags.empty())
    return adaptOwnFlags(command);
  std::vector<std::string> result = command.options;
  std::string build = takeBuildFolder(result);
  if (build.empty())
    build = nearestDatabase(absolute(command.files.front()));
  if (build.empty())
    return std::nullopt;
  Expected<std::vector<lower::UnitCommand>> units = lower::readDatabase(build);
  if (!units) {
    // clang-tidy takes more than this reader does, and says what it does not take.
    consumeError(units.takeError());
    return std::nullopt;
  }
  std::set<std::string> wanted;
  for (const std::string &file : command.files)
    wanted.insert(absolute(file));
  bool isChanged = false;
  for (lower::UnitCommand &unit : *units)
    if (wanted.count(unit.file))
      isChanged |= adapt(unit.arguments);
  if (!isChanged)
    return std::nullopt;
  Expected<std::string> folder = writeDatabase(*units);
  if (!folder)
    return folder.takeError();
  result.push_back("-p=" + *folder);
  result.insert(result.end(), command.files.begin(), command.files.end());
  return result;
}

} // namespace tamga
