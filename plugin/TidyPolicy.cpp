//===- TidyPolicy.cpp - the policy as clang-tidy's users name it --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyPolicy.h"
#include "Options.h"
#include "policy/PolicyReader.h"
#include "report/SuppressNames.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace tamga {

namespace {

/// The names of all packs that can be found without a project.
std::vector<std::string> foundPacks(const std::vector<std::string> &path) {
  std::set<std::string> names;
  for (const std::string &folder : path) {
    std::error_code error;
    for (llvm::sys::fs::directory_iterator entry(folder + "/packs", error), end;
         entry != end && !error; entry.increment(error)) {
      llvm::StringRef name = llvm::sys::path::filename(entry->path());
      if (name.consume_back(".json") && !name.empty() && !name.starts_with("."))
        names.insert(name.str());
    }
  }
  return {names.begin(), names.end()};
}

} // namespace

llvm::Expected<std::set<std::string>> tidyChecks(const std::vector<std::string> &path) {
  policy::PolicyRequest request;
  request.packs = foundPacks(path);
  request.areAlternatives = true;
  request.path = path;
  if (request.packs.empty())
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "no packs found in " + llvm::join(path, ", ") +
                                       "; set TAMGA_PACK_PATH to the folder that has packs/");
  llvm::Expected<policy::Policy> policy = policy::readPolicy(request);
  if (!policy)
    return policy.takeError();
  std::set<std::string> checks = {tidyOptionsCheck, report::reasonRule.str(),
                                  report::approvalRule.str()};
  for (const policy::Pack &pack : policy->packs)
    for (const policy::Rule &rule : pack.rules)
      checks.insert(rule.id);
  return checks;
}

std::string tidyProjectFile(llvm::StringRef value, llvm::StringRef source) {
  if (value.empty() || llvm::sys::path::is_absolute(value))
    return value.str();
  for (llvm::StringRef folder = llvm::sys::path::parent_path(source); !folder.empty();
       folder = llvm::sys::path::parent_path(folder)) {
    llvm::SmallString<128> candidate(folder);
    llvm::sys::path::append(candidate, value);
    if (llvm::sys::fs::exists(candidate))
      return std::string(candidate);
  }
  return value.str();
}

} // namespace tamga
