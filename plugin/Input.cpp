//===- Input.cpp - what a command line names ---------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Input.h"
#include "flow/FlowText.h"
#include "policy/PolicyReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <set>

namespace tamga {

std::string absolute(llvm::StringRef file) {
  llvm::SmallString<128> path(file);
  llvm::sys::fs::make_absolute(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return std::string(path);
}

/// Two ways to write one file, over a link for instance, are one file.
static std::string realPath(const std::string &file) {
  llvm::SmallString<128> real;
  return llvm::sys::fs::real_path(file, real) ? file : std::string(real);
}

std::string ownFile() {
  // The address of anything here; only some systems need it.
  return llvm::sys::fs::getMainExecutable(nullptr, reinterpret_cast<void *>(&ownFile));
}

policy::PolicyRequest requestFor(const Settings &settings, const std::string &mainFile) {
  policy::PolicyRequest request;
  request.mainFile = mainFile;
  request.projectFile = settings.project;
  request.packs = settings.packs;
  request.apis = settings.apis;
  request.path = policy::defaultPolicyPath(ownFile());
  return request;
}

llvm::Expected<policy::Policy> policyFor(const Settings &settings,
                                         const std::string &mainFile) {
  llvm::Expected<policy::Policy> policy = policy::readPolicy(requestFor(settings, mainFile));
  // A rule of a law that is not yet in force asks nothing.
  if (policy && !settings.asOf.empty())
    for (policy::Pack &pack : policy->packs)
      llvm::erase_if(pack.rules, [&](const policy::Rule &rule) {
        return !rule.citations.empty() &&
               llvm::all_of(rule.citations, [&](const policy::Citation &citation) {
                 return citation.validFrom > settings.asOf;
               });
      });
  return policy;
}

llvm::Expected<std::vector<lower::UnitCommand>> unitsOf(const Settings &settings) {
  std::vector<std::string> files = settings.inputs;
  if (!settings.unit.empty())
    files.push_back(settings.unit);
  for (const std::string &file : files) {
    if (llvm::sys::fs::is_directory(file))
      return llvm::createStringError(file + ": error: this is a folder, not a source file");
    if (!llvm::sys::fs::is_regular_file(file))
      return llvm::createStringError(file + ": error: there is no such source file");
  }
  if (settings.build.empty()) {
    if (settings.unit.empty() || files.size() > 1)
      return llvm::createStringError(
          "error: name the build folder with -p, or one source file with --unit");
    return std::vector{lower::commandFor(settings.unit, settings.flags)};
  }
  if (settings.hasFlags)
    return llvm::createStringError(
        "error: flags after `--` and a build folder (-p) exclude each other");
  llvm::Expected<std::vector<lower::UnitCommand>> units = lower::readDatabase(settings.build);
  if (!units || files.empty())
    return units;
  std::vector<std::string> realUnits;
  for (const lower::UnitCommand &unit : *units)
    realUnits.push_back(realPath(unit.file));
  for (std::string &file : files) {
    const std::string whole = absolute(file);
    file = realPath(whole);
    if (!llvm::is_contained(realUnits, file))
      return llvm::createStringError(whole + ": error: not in the compilation database of " +
                                     settings.build);
  }
  std::vector<lower::UnitCommand> wanted;
  for (size_t index = 0; index < realUnits.size(); ++index)
    if (llvm::is_contained(files, realUnits[index]))
      wanted.push_back(std::move((*units)[index]));
  if (!settings.unit.empty())
    wanted.resize(1); // One file may be built several times: the first way counts.
  return wanted;
}

llvm::Expected<policy::Policy> policyOfAll(const Settings &settings,
                                           llvm::ArrayRef<std::string> files) {
  llvm::Expected<std::string> place = commonPlace(settings, files);
  return place ? policyFor(settings, *place) : place.takeError();
}

std::vector<std::string> filesOf(const std::vector<lower::UnitCommand> &units) {
  std::vector<std::string> files;
  for (const lower::UnitCommand &unit : units)
    files.push_back(unit.file);
  return files;
}

static std::string commonFolder(llvm::ArrayRef<std::string> files) {
  llvm::StringRef common = llvm::sys::path::parent_path(files.front());
  for (llvm::StringRef file : files) {
    const auto holdsFile = [&] {
      llvm::StringRef rest = file;
      return rest.consume_front(common) && (common.ends_with("/") || rest.starts_with("/"));
    };
    while (!common.empty() && !holdsFile())
      common = llvm::sys::path::parent_path(common);
  }
  return common.str();
}

llvm::Expected<std::string> commonPlace(const Settings &settings,
                                        llvm::ArrayRef<std::string> files) {
  std::string project, of;
  std::set<llvm::StringRef> folders; // Files of one folder have one project file.
  for (const std::string &file : files) {
    if (!settings.project.empty() || !folders.insert(llvm::sys::path::parent_path(file)).second)
      continue;
    std::string nearest = policy::nearestProjectFile(file);
    if (nearest.empty() || nearest == project)
      continue;
    if (!project.empty() && realPath(nearest) != realPath(project))
      return llvm::createStringError(
          "error: the project file of " + of + " is " + project + ", and that of " + file +
          " is " + nearest +
          "; one run has one: choose it with --project, or check their files apart");
    project = std::move(nearest);
    of = file;
  }
  if (!project.empty())
    return project;
  // A folder alone would be taken for a file of its parent.
  llvm::SmallString<128> place(commonFolder(files));
  llvm::sys::path::append(place, "tamga.json");
  return std::string(place);
}

llvm::Expected<std::vector<flow::Program>> readFlows(const std::vector<std::string> &files) {
  if (files.empty())
    return llvm::createStringError("error: name at least one .flow file");
  std::vector<flow::Program> programs;
  for (const std::string &file : files) {
    llvm::Expected<flow::Program> program = flow::readFlow(file);
    if (!program)
      return program.takeError();
    programs.push_back(std::move(*program));
  }
  return programs;
}

} // namespace tamga
