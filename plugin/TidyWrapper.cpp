//===- TidyWrapper.cpp - the program `tamga-clang-tidy` -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clang-tidy forgives much: a plugin that is not there, a `.clang-tidy` that it cannot
/// read, a misspelt check or option are a line of text at most, and then it exits with 0 as
/// if all were well. A job in continuous integration that trusts this code is green for
/// ever. So this program looks first, and exits with 2 and one line on what is wrong, or
/// becomes `clang-tidy -load libTamgaTidy.so` with the arguments it was given. Only compile
/// commands that clang does not take are mended on the way (TidyFlags).
///
/// It looks at what can make Tamga silent. Misspelt checks of others are clang-tidy's
/// business: projects have reasons to name some that this version does not have.
//===----------------------------------------------------------------------===//

#include "Options.h"
#include "TidyFlags.h"
#include "TidyHost.h"
#include "TidyPolicy.h"
#include "policy/PolicyReader.h"
#include "report/SuppressNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <unistd.h>

using namespace llvm;

namespace tamga {
namespace {

enum ExitCode { Misused = 2 };

std::string ownFile() {
  // The address of anything here; only some systems need it.
  return sys::fs::getMainExecutable(nullptr, reinterpret_cast<void *>(&ownFile));
}

std::string absolute(StringRef file) {
  SmallString<128> path(file);
  sys::fs::make_absolute(path);
  sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return std::string(path);
}

/// One line of many: files that are of another version than the program can be wrong from
/// beginning to end.
std::string firstLine(Error error) {
  const std::string text = toString(std::move(error));
  const auto [first, rest] = StringRef(text).trim().split('\n');
  const size_t more = rest.empty() ? 0 : rest.count('\n') + 1;
  return first.str() + (more ? " (and " + std::to_string(more) + " more)" : "");
}

/// ` (did you mean 'x'?)`, or nothing.
std::string suggestion(StringRef name, const std::set<std::string> &known) {
  StringRef best;
  unsigned bestDistance = 4;
  for (const std::string &candidate : known)
    if (const unsigned distance = name.edit_distance(candidate, true, bestDistance);
        distance < bestDistance) {
      bestDistance = distance;
      best = candidate;
    }
  return best.empty() ? "" : (" (did you mean '" + best + "'?)").str();
}

/// Whether \p name is meant for Tamga: `tmaga-label-missing` is.
bool isOurs(StringRef name) {
  const StringRef family = name.take_front(name.find_first_of("-.*"));
  return name.starts_with("tamga") || family.edit_distance("tamga", true, 2) <= 2;
}

/// Collects what is wrong, each once, however many files it is wrong for.
class Inspection {
public:
  Inspection(const TidyHost &host, const TidyCommand &command) : host(host), command(command) {}

  std::vector<std::string> problems;

  void run() {
    policyPath = policy::defaultPolicyPath(ownFile());
    Expected<std::set<std::string>> checks = tidyChecks(policyPath);
    if (!checks)
      return add(firstLine(checks.takeError()));
    bundled = std::move(*checks);
    // What only reports tell is switched off in a `.clang-tidy` with the rest of its family.
    ofReports = {report::unneededRule.str(), report::expiredRule.str()};
    if (command.isQuestion)
      return;
    // Options depend on the folder of a file, and so do project files.
    std::map<std::string, std::string> folders;
    for (const std::string &file : command.files)
      folders.try_emplace(sys::path::parent_path(absolute(file)).str(), file);
    if (folders.empty())
      folders.try_emplace("", "");
    for (const auto &[folder, file] : folders)
      inspect(file);
  }

private:
  void add(std::string problem) {
    if (!is_contained(problems, problem))
      problems.push_back(std::move(problem));
  }

  void inspect(const std::string &file) {
    Expected<TidyConfiguration> configuration = host.configurationOf(command, file);
    if (!configuration)
      return add(firstLine(configuration.takeError()));
    Expected<std::vector<TidyComplaint>> complaints = host.complaintsAbout(command, file);
    if (!complaints)
      return add(firstLine(complaints.takeError()));
    std::set<std::string> known = bundled;
    if (!addProjectRules(file, *configuration, known))
      return;
    std::set<std::string> named = known;
    named.insert(ofReports.begin(), ofReports.end());
    for (const TidyComplaint &complaint : *complaints)
      judge(complaint, named);
    for (StringRef glob : splitGlobs(configuration->warningsAsErrors))
      judge({TidyComplaint::Check, "WarningsAsErrors", glob.str()}, named);
    // clang-tidy takes a filter that cannot be read for one that matches nothing.
    checkExpression("HeaderFilterRegex", configuration->headers);
    checkExpression("ExcludeHeaderFilterRegex", configuration->noHeaders);
    if (command.isListing || command.allowsNoChecks || !problems.empty())
      return;
    const auto isEnabled = [&](const std::string &check) {
      return globsEnable(configuration->checks, check);
    };
    // Folders of others' code are switched off by name.
    if (any_of(bundled, isEnabled) || StringRef(configuration->checks).contains("-tamga"))
      return;
    const std::string place = file.empty() ? "" : file + ": ";
    if (any_of(known, isEnabled))
      return add(place +
                 "only rules of the project are enabled, which run beside a check that "
                 "clang-tidy knows; add " +
                 tidyOptionsCheck + " to the Checks");
    add(place + "no check of Tamga is enabled; add tamga-* to the Checks");
  }

  void checkExpression(StringRef option, StringRef text) {
    if (std::string problem; !text.empty() && !Regex(text).isValid(problem))
      add((option + ": '" + text + "' is no regular expression: " + problem).str());
  }

  /// False: the project file is wrong, and what it would add is not known.
  bool addProjectRules(const std::string &file, const TidyConfiguration &configuration,
                       std::set<std::string> &known) {
    policy::PolicyRequest request;
    request.mainFile = absolute(file.empty() ? "none.cpp" : file);
    request.projectFile = tidyProjectFile(configuration.project, request.mainFile);
    request.path = policyPath;
    Expected<policy::Policy> policy = policy::readPolicy(request);
    if (!policy) {
      add(firstLine(policy.takeError()));
      return false;
    }
    for (const policy::Pack &pack : policy->packs)
      for (const policy::Rule &rule : pack.rules)
        known.insert(rule.id);
    return true;
  }

  void judge(const TidyComplaint &complaint, const std::set<std::string> &known) {
    if (complaint.kind == TidyComplaint::Other)
      return add(complaint.name);
    if (!isOurs(complaint.name))
      return;
    if (complaint.kind == TidyComplaint::Option)
      return add(complaint.source + ": there is no option '" + complaint.name + "'" +
                 (complaint.near.empty() ? "" : " (did you mean '" + complaint.near + "'?)"));
    if (any_of(known, [&](StringRef check) { return globMatches(complaint.name, check); }))
      return;
    std::set<std::string> near = known;
    near.insert("tamga-*");
    add(complaint.source + ": there is no check '" + complaint.name + "'" +
        suggestion(complaint.name, near));
  }

  const TidyHost &host;
  const TidyCommand &command;
  std::vector<std::string> policyPath;
  std::set<std::string> bundled, ofReports;
};

int refuse(const Twine &problem) {
  const std::string text = problem.str();
  StringRef line = text; // What has no place begins with the word.
  line.consume_front("error: ");
  errs() << "tamga-clang-tidy: error: " << line << '\n';
  return Misused;
}

int become(const TidyHost &host, const std::vector<std::string> &arguments) {
  std::vector<const char *> words = {host.program.c_str(), "-load", host.plugin.c_str()};
  for (const std::string &argument : arguments)
    words.push_back(argument.c_str());
  words.push_back(nullptr);
  execv(host.program.c_str(), const_cast<char *const *>(words.data()));
  return refuse("cannot run " + host.program);
}

int run(ArrayRef<const char *> arguments) {
  StringRef program = arguments.empty() ? "" : arguments.front();
  if (program.consume_front("--clang-tidy-binary="))
    arguments = arguments.drop_front();
  else
    program = "";
  SmallString<128> plugin = sys::path::parent_path(ownFile());
  sys::path::append(plugin, "..", "lib", "libTamgaTidy.so");
  sys::path::remove_dots(plugin, /*remove_dot_dot=*/true);
  if (!sys::fs::is_regular_file(plugin))
    return refuse("there is no plugin " + plugin +
                  "; it belongs into the folder lib beside the one of this program: install "
                  "Tamga again");
  Expected<TidyHost> host = TidyHost::find(program, std::string(plugin));
  if (!host)
    return refuse(firstLine(host.takeError()));
  const TidyCommand command = readTidyCommand(arguments);
  Inspection inspection(*host, command);
  inspection.run();
  for (const std::string &problem : inspection.problems)
    refuse(problem);
  if (!inspection.problems.empty())
    return Misused;

  std::optional<std::vector<std::string>> own;
  if (!command.isQuestion && !command.isListing) {
    Expected<std::optional<std::vector<std::string>>> adapted = adaptFlags(command);
    if (!adapted)
      return refuse(firstLine(adapted.takeError()));
    own = std::move(*adapted);
  }
  return become(*host,
                own ? *own : std::vector<std::string>(arguments.begin(), arguments.end()));
}

} // namespace
} // namespace tamga

int main(int count, const char **arguments) {
  return tamga::run(ArrayRef(arguments, static_cast<size_t>(count)).drop_front());
}
