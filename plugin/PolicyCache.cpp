//===- PolicyCache.cpp - policies that stay in memory -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PolicyCache.h"
#include "TidyPolicy.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <deque>
#include <mutex>

namespace tamga {
namespace {

/// A file or folder as it was; all zero: it was not there.
struct Stamp {
  std::string path;
  llvm::sys::TimePoint<> changed;
  uint64_t size = 0, identity = 0;

  explicit Stamp(std::string file) : path(std::move(file)) {
    llvm::sys::fs::file_status status;
    if (llvm::sys::fs::status(path, status))
      return;
    changed = status.getLastModificationTime();
    size = status.getSize();
    identity = status.getUniqueID().getFile();
  }

  bool operator==(const Stamp &) const = default;
};

struct Entry {
  std::string key;
  std::vector<Stamp> stamps;
  std::shared_ptr<const policy::Policy> policy;

  bool isCurrent() const {
    return llvm::all_of(stamps, [](const Stamp &stamp) { return Stamp(stamp.path) == stamp; });
  }
};

/// What a policy is the answer to: where the bundled files are, and the project file. Without
/// any, the folder, for policies know the root of their project.
std::string keyOf(const policy::PolicyRequest &request) {
  std::string project = request.projectFile;
  if (project.empty())
    project = tidyProjectFile("tamga.json", request.mainFile);
  if (!llvm::sys::path::is_absolute(project))
    project = llvm::sys::path::parent_path(request.mainFile);
  return llvm::join(request.path, ":") + "\n" + project;
}

} // namespace

llvm::Expected<std::shared_ptr<const policy::Policy>>
currentPolicy(const policy::PolicyRequest &request) {
  // A person works on few projects at a time. The newest is in front.
  constexpr size_t mostKept = 4;
  static std::mutex mutex;
  static std::deque<Entry> entries;
  const std::string key = keyOf(request);
  const std::lock_guard lock(mutex);
  const auto known = llvm::find_if(entries, [&](const Entry &entry) { return entry.key == key; });
  if (known != entries.end()) {
    if (known->isCurrent())
      return known->policy;
    entries.erase(known);
  }
  const auto start = std::chrono::system_clock::now();
  std::vector<std::string> files;
  llvm::Expected<policy::Policy> policy = policy::readPolicy(request, &files);
  if (!policy)
    return policy.takeError();
  // Files may also be added to the folders.
  for (const std::string &folder : request.path)
    files.insert(files.end(), {folder, folder + "/packs", folder + "/apis"});
  Entry entry{key, {}, std::make_shared<const policy::Policy>(std::move(*policy))};
  for (std::string &file : files)
    entry.stamps.emplace_back(std::move(file));
  std::shared_ptr<const policy::Policy> fresh = entry.policy;
  // What changes while it is read may be read in part, and some file systems count in
  // seconds: young files are read again.
  const auto young = start - std::chrono::seconds(2);
  if (llvm::any_of(entry.stamps, [&](const Stamp &stamp) { return stamp.changed >= young; }))
    return fresh;
  entries.push_front(std::move(entry));
  if (entries.size() > mostKept)
    entries.pop_back();
  return fresh;
}

} // namespace tamga
