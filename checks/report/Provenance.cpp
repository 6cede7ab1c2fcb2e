//===- Provenance.cpp - which revision was looked at --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// Read from git's own files: the plugin may start no process. An address of a repository
/// often names who cloned it, or holds a token; only host and path are told:
///
///     https://ada:token@example.com/chat.git    https://example.com/chat.git
///     git@example.com:team/chat.git             https://example.com/team/chat.git
///     /home/ada/chat.git                        (not told)
///
/// Without an address the commit is a property of the run.
///
//===----------------------------------------------------------------------===//

#include "SarifParts.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace tamga::report::sarif {

static std::string joined(llvm::StringRef folder, llvm::StringRef name) {
  llvm::SmallString<128> path(llvm::sys::path::is_absolute(name) ? "" : folder);
  llvm::sys::path::append(path, name);
  return std::string(path);
}

static std::string contentOf(const std::string &file) {
  constexpr uint64_t mostBytes = 16 << 20;
  uint64_t size = 0;
  if (!llvm::sys::fs::is_regular_file(file) || llvm::sys::fs::file_size(file, size) ||
      size > mostBytes)
    return "";
  auto buffer = llvm::MemoryBuffer::getFile(file);
  return buffer ? (*buffer)->getBuffer().str() : "";
}

namespace {

struct Repository {
  std::string git;  ///< The folder `.git`; of a worktree, its own part. Empty: none.
  std::string root; ///< Where its files lie.
};

} // namespace

/// The repository of \p root.
static Repository repositoryOf(llvm::StringRef root) {
  for (; !root.empty(); root = llvm::sys::path::parent_path(root)) {
    const std::string git = joined(root, ".git");
    if (llvm::sys::fs::is_directory(git))
      return {git, root.str()};
    const std::string link = contentOf(git);
    if (llvm::StringRef target = llvm::StringRef(link).trim(); target.consume_front("gitdir: "))
      return {joined(root, target), root.str()};
  }
  return {};
}

/// What all worktrees share.
static std::string commonFolder(const std::string &git) {
  const std::string common = contentOf(joined(git, "commondir"));
  return common.empty() ? git : joined(git, llvm::StringRef(common).trim());
}

static bool isRevision(llvm::StringRef text) {
  return text.size() >= 40 && llvm::all_of(text, llvm::isHexDigit);
}

/// The commit that \p name, `refs/heads/main`, stands for.
static std::string resolved(const std::string &git, llvm::StringRef name) {
  const std::string common = commonFolder(git);
  for (const std::string &folder : {git, common}) {
    const std::string text = contentOf(joined(folder, name));
    if (llvm::StringRef revision = llvm::StringRef(text).trim(); isRevision(revision))
      return revision.str();
  }
  const std::string packed = contentOf(joined(common, "packed-refs"));
  llvm::SmallVector<llvm::StringRef, 0> lines;
  llvm::StringRef(packed).split(lines, '\n');
  for (llvm::StringRef line : lines)
    if (auto [revision, ref] = line.trim().split(' '); ref == name && isRevision(revision))
      return revision.str();
  return "";
}

/// The address of the remote `origin`, as git's configuration has it.
static std::string originOf(const std::string &git) {
  const std::string config = contentOf(joined(commonFolder(git), "config"));
  llvm::SmallVector<llvm::StringRef, 0> lines;
  llvm::StringRef(config).split(lines, '\n');
  bool isOrigin = false;
  for (llvm::StringRef line : lines) {
    line = line.trim();
    if (line.starts_with("["))
      isOrigin = line == "[remote \"origin\"]";
    auto [key, value] = line.split('=');
    if (isOrigin && key.trim() == "url")
      return value.trim().str();
  }
  return "";
}

std::string publicAddress(llvm::StringRef url) {
  llvm::StringRef rest = url;
  const bool hasScheme = rest.contains("://");
  const bool isHostAndPath = rest.contains(':') && !rest.starts_with("/");
  if (!hasScheme && !isHostAndPath)
    return "";
  llvm::StringRef scheme = hasScheme ? rest.split("://").first : "https";
  if (hasScheme)
    rest = rest.split("://").second;
  if (scheme == "file" || rest.empty())
    return "";
  std::string address = rest.str();
  // Who and the token stand before the host.
  const size_t hostEnd = rest.find('/');
  if (const size_t at = rest.take_front(hostEnd).rfind('@'); at != llvm::StringRef::npos)
    address = rest.drop_front(at + 1).str();
  if (!hasScheme)
    if (const size_t colon = address.find(':'); colon != std::string::npos)
      address[colon] = '/';
  // A token may also be a parameter.
  address = llvm::StringRef(address).take_until([](char c) { return c == '?' || c == '#'; });
  for (char c : address)
    if (!llvm::isAlnum(c) && !llvm::StringRef("/-._~:@+%").contains(c))
      return "";
  const bool isWeb = scheme == "http" || scheme == "https";
  return (isWeb ? scheme.str() : "https") + "://" + address;
}

/// How the repository is reached from \p root, which lies in it.
static Json mappedTo(llvm::StringRef repository, llvm::StringRef root) {
  Json place = {{"uriBaseId", projectBase}};
  root.consume_front(repository);
  llvm::SmallVector<llvm::StringRef> folders;
  root.split(folders, '/', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  std::string up;
  for (size_t depth = 0; depth < folders.size(); ++depth)
    up += "../";
  if (!up.empty())
    place["uri"] = up;
  return place;
}

void addProvenance(Json &run, const std::string &root) {
  const auto [git, repository] = repositoryOf(root);
  if (git.empty())
    return;
  const std::string address = publicAddress(originOf(git));
  const std::string head = contentOf(joined(git, "HEAD"));
  llvm::StringRef name = llvm::StringRef(head).trim();
  const bool isBranch = name.consume_front("ref: ");
  const std::string revision = isBranch ? resolved(git, name) : name.str();
  if (!isRevision(revision))
    return;
  Json one;
  if (!address.empty())
    one["repositoryUri"] = address;
  one["revisionId"] = revision;
  one["mappedTo"] = mappedTo(repository, root);
  if (isBranch && name.consume_front("refs/heads/"))
    one["branch"] = name.str();
  // Where SARIF has the commit it wants an address.
  Json &list =
      address.empty() ? run["properties"]["revisions"] : run["versionControlProvenance"];
  list = Json::array({std::move(one)});
}

} // namespace tamga::report::sarif
