//===- PolicyFiles.cpp - which files make up a policy ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PolicyFiles.h"
#include "Grammar.h"
#include "ProjectReader.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include <map>
#include <set>

using namespace llvm;

namespace tamga::policy {

namespace {

std::string joined(StringRef folder, const Twine &rest) {
  SmallString<128> path = folder;
  sys::path::append(path, rest);
  sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return path.str().str();
}

std::string absolute(StringRef path) {
  SmallString<128> out = path;
  sys::fs::make_absolute(out);
  sys::path::remove_dots(out, /*remove_dot_dot=*/true);
  return out.str().str();
}

/// Two ways to write one file are one file.
std::string identity(StringRef path) {
  SmallString<128> real;
  return sys::fs::real_path(path, real) ? absolute(path) : real.str().str();
}

/// \p folder or its nearest ancestor with \p name in it; empty: none has.
std::string nearestWith(StringRef folder, StringRef name) {
  for (; !folder.empty(); folder = sys::path::parent_path(folder))
    if (sys::fs::exists(joined(folder, name)))
      return folder.str();
  return {};
}

/// `.json` files of \p folder: name without ending to path.
std::map<std::string, std::string> jsonFiles(StringRef folder) {
  std::map<std::string, std::string> files;
  std::error_code failure;
  for (sys::fs::directory_iterator file(folder, failure), end; !failure && file != end;
       file.increment(failure)) {
    StringRef name = sys::path::filename(file->path());
    if (name.consume_back(".json") && !name.empty() && !name.starts_with("."))
      files[name.str()] = file->path();
  }
  return files;
}

bool isPath(StringRef pack) { return pack.contains('/') || pack.ends_with(".json"); }

class Opener {
public:
  Opener(const PolicyRequest &request, std::vector<Problem> &errors)
      : request(request), errors(errors) {}

  PolicyFiles open() {
    checkPath();
    openKinds();
    openProjects();
    openPacks();
    openApis();
    return std::move(out);
  }

private:
  const PolicyRequest &request;
  std::vector<Problem> &errors;
  PolicyFiles out;
  std::set<std::string> seenPacks, seenApis;

  /// Opens \p path into \p list. A file that is missing is the fault of the \p mention, if
  /// there is one.
  bool open(const std::string &path, std::vector<PolicyFile> &list,
            const Mention *mention = nullptr) {
    if (mention && !sys::fs::exists(path)) {
      errors.push_back(mention->problem("there is no file '" + printable(path) + "'"));
      return false;
    }
    Problem problem;
    std::optional<JsonDocument> document = readJson(path, problem);
    if (!document) {
      errors.push_back(std::move(problem));
      return false;
    }
    PolicyFile &file = list.emplace_back();
    file.document = std::move(*document);
    file.shownName = sys::path::filename(path).str();
    for (const std::string &folder : request.path) {
      std::string own = identity(folder) + "/";
      std::string whole = identity(path);
      if (StringRef(whole).starts_with(own)) {
        file.shownName = whole.substr(own.size());
        file.isInstalled = true;
      }
    }
    return true;
  }

  /// A misspelt folder would be as if there were none. The last one comes with the program.
  void checkPath() {
    for (StringRef folder : ArrayRef(request.path).drop_back(!request.path.empty()))
      if (!sys::fs::is_directory(folder))
        errors.push_back(Mention{}.problem("TAMGA_PACK_PATH: there is no folder '" +
                                           printable(folder) + "'"));
      else if (!sys::fs::exists(joined(folder, "packs")) &&
               !sys::fs::exists(joined(folder, "apis")) &&
               !sys::fs::exists(joined(folder, "kinds.json")))
        errors.push_back(Mention{}.problem("TAMGA_PACK_PATH: the folder '" + printable(folder) +
                                           "' has neither packs/ nor apis/"));
  }

  void openKinds() {
    bool isFound = false;
    for (const std::string &folder : request.path) {
      std::string path = joined(folder, "kinds.json");
      if (!sys::fs::exists(path))
        continue;
      isFound = true;
      open(path, out.kinds);
      if (std::string elements = joined(folder, "elements.json"); sys::fs::exists(elements))
        open(elements, out.elements);
    }
    if (!isFound)
      errors.push_back(Mention{"kinds.json"}.problem(
          "no policy is installed; looked for kinds.json in " +
          (request.path.empty() ? "no folder" : join(request.path, ", ")) +
          "; set TAMGA_PACK_PATH to the folder that has it"));
  }

  void openProjects() {
    std::string main = request.mainFile.empty() ? "" : absolute(request.mainFile);
    std::string folder = sys::path::parent_path(main).str();
    std::string file;
    if (!request.projectFile.empty())
      file = absolute(request.projectFile);
    else
      file = nearestProjectFile(main);

    if (!file.empty()) {
      out.root = sys::path::parent_path(file).str();
      openChain(file);
      return;
    }
    if (folder.empty()) {
      out.root = absolute(".");
      return;
    }
    out.root = nearestWith(folder, ".git");
    if (out.root.empty())
      out.root = folder;
  }

  /// \p file and what it extends.
  void openChain(std::string file) {
    std::set<std::string> seen;
    Mention mention{file};
    while (true) {
      if (!seen.insert(identity(file)).second) {
        errors.push_back(mention.problem("'" + printable(file) + "' extends itself"));
        break;
      }
      if (!open(file, out.projects, &mention))
        break;
      const JsonDocument &document = out.projects.back().document;
      std::vector<Mention> extended = readMentions(document, "extends");
      if (extended.empty() || extended.front().word.empty())
        break;
      mention = extended.front();
      file = sys::path::is_absolute(mention.word)
                 ? mention.word
                 : joined(sys::path::parent_path(document.file), mention.word);
      if (sys::fs::is_directory(file))
        file = joined(file, "tamga.json");
    }
    std::reverse(out.projects.begin(), out.projects.end());
  }

  /// The mentions of \p key in all project files; relative paths become absolute.
  std::vector<Mention> projectMentions(StringRef key, bool areAllPaths) {
    std::vector<Mention> mentions;
    for (const PolicyFile &project : out.projects) {
      StringRef folder = sys::path::parent_path(project.document.file);
      for (Mention &mention : readMentions(project.document, key)) {
        if (mention.word.empty())
          continue;
        if ((areAllPaths || isPath(mention.word)) && !sys::path::is_absolute(mention.word))
          mention.word = joined(folder, mention.word);
        mentions.push_back(std::move(mention));
      }
    }
    return mentions;
  }

  void openPacks() {
    std::vector<Mention> wanted;
    for (const std::string &pack : request.packs)
      wanted.push_back({isPath(pack) ? absolute(pack) : pack});
    if (wanted.empty())
      wanted = projectMentions("packs", /*areAllPaths=*/false);
    if (wanted.empty())
      wanted.push_back({"kz"});
    for (const Mention &pack : wanted)
      openPack(pack);
  }

  void openPack(const Mention &pack) {
    std::string path = isPath(pack.word) ? pack.word : findPack(pack);
    if (path.empty() || !seenPacks.insert(identity(path)).second)
      return;
    if (!open(path, out.packs, &pack))
      return;
    out.packNames.push_back(pack.word);
    if (!isPath(pack.word))
      out.packs.back().packName = pack.word;
    StringRef folder = sys::path::parent_path(path);
    for (Mention &part : readMentions(out.packs.back().document, "parts"))
      if (open(joined(folder, part.word), out.packs, &part))
        out.packs.back().isPart = true;
  }

  std::string findPack(const Mention &pack) {
    std::set<std::string> names;
    for (const std::string &folder : request.path)
      for (const auto &[name, path] : jsonFiles(joined(folder, "packs"))) {
        if (name == pack.word)
          return path;
        names.insert(name);
      }
    std::vector<StringRef> known(names.begin(), names.end());
    std::string near = suggestion(pack.word, known);
    if (near.empty())
      near = "; looked in " + join(request.path, ", ") +
             (known.empty() ? "" : ", which have " + listed(known));
    errors.push_back(pack.problem("there is no pack '" + printable(pack.word) + "'" + near));
    return {};
  }

  void openApis() {
    std::map<std::string, std::string> installed;
    for (const std::string &folder : request.path)
      for (const auto &[name, path] : jsonFiles(joined(folder, "apis")))
        installed.try_emplace(name, path);
    for (const auto &[name, path] : installed)
      if (seenApis.insert(identity(path)).second)
        open(path, out.apis);

    std::vector<Mention> wanted = projectMentions("apis", /*areAllPaths=*/true);
    for (const Mention &api : wanted)
      out.apiPaths.push_back(api.word);
    for (const std::string &api : request.apis)
      wanted.push_back({absolute(api)});
    for (const Mention &api : wanted)
      if (seenApis.insert(identity(api.word)).second)
        open(api.word, out.apis, &api);
  }
};

} // namespace

PolicyFiles openPolicyFiles(const PolicyRequest &request, std::vector<Problem> &errors) {
  return Opener(request, errors).open();
}

std::string nearestProjectFile(StringRef file) {
  const std::string folder = nearestWith(sys::path::parent_path(file), "tamga.json");
  return folder.empty() ? "" : joined(folder, "tamga.json");
}

std::vector<std::string> defaultPolicyPath(StringRef ownFile) {
  std::vector<std::string> path;
  if (std::optional<std::string> own = sys::Process::GetEnv("TAMGA_PACK_PATH")) {
    SmallVector<StringRef, 4> folders;
    StringRef(*own).split(folders, ':', -1, /*KeepEmpty=*/false);
    for (StringRef folder : folders)
      path.push_back(folder.str());
  }
  std::string beside = joined(sys::path::parent_path(ownFile), "../share/tamga");
  bool isInstalled = !ownFile.empty() && sys::fs::exists(joined(beside, "kinds.json"));
  path.push_back(isInstalled ? beside : TAMGA_POLICY_SOURCE_DIR);
  return path;
}

} // namespace tamga::policy
