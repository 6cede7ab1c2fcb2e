//===- PolicyReader.cpp - JSON files to Policy ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PolicyReader.h"
#include "ElementReader.h"
#include "PackReader.h"
#include "PolicyFiles.h"
#include "ProjectReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <set>
#include <tuple>

using namespace llvm;

namespace tamga::policy {

namespace {

/// Mistakes that are told at once: one mistake in a long list is often all of its entries.
constexpr size_t toldAtOnce = 20;

/// One line each: files in the order in which they were read, and each from its top.
Error joinedError(std::vector<Problem> problems) {
  std::map<std::string, size_t> files;
  for (const Problem &problem : problems)
    files.try_emplace(problem.file, files.size());
  llvm::sort(problems, [&](const Problem &one, const Problem &other) {
    return std::tie(files[one.file], one.at.line, one.at.column, one.text) <
           std::tie(files[other.file], other.at.line, other.at.column, other.text);
  });
  std::string lines;
  for (const Problem &problem : ArrayRef(problems).take_front(toldAtOnce))
    lines += (lines.empty() ? "" : "\n") + problem.line();
  if (problems.size() > toldAtOnce)
    lines += "\nand " + std::to_string(problems.size() - toldAtOnce) + " more";
  return createStringError(inconvertibleErrorCode(), lines);
}

class Assembler {
public:
  Assembler(const PolicyRequest &request, PolicyFiles files)
      : request(request), files(std::move(files)) {}

  std::vector<Problem> errors;

  Policy assemble() {
    readAllKinds();
    // A broken registry would make every kind unknown.
    if (!errors.empty())
      return {};
    readElements();
    readProjects();
    const size_t before = errors.size();
    readPacks();
    const bool knowsRules = errors.size() == before;
    readApis();
    finish(knowsRules);
    return std::move(policy);
  }

private:
  const PolicyRequest &request;
  PolicyFiles files;
  Kinds kinds;
  Policy policy;
  std::map<std::string, Origin> rules;
  std::vector<Mention> ruleMentions;
  std::optional<Mention> language;
  std::vector<ReadFix> fixes;
  std::vector<std::pair<std::string, Mention>> owned; ///< A rule, and one that it owns.

  void readAllKinds() {
    for (const PolicyFile &file : files.kinds)
      readKindsFile(file.document, kinds, errors);
    for (const PolicyFile &file : files.elements)
      readElementKinds(file.document, kinds);
    for (const auto *list : {&files.projects, &files.packs, &files.apis})
      for (const PolicyFile &file : *list)
        readKinds(file.document, kinds, errors);
    policy.kindWords = kinds.words;
    for (const auto *list :
         {&files.kinds, &files.elements, &files.projects, &files.packs, &files.apis})
      for (const PolicyFile &file : *list)
        policy.modelFiles.push_back(file.shownName + " " + file.document.hash);
  }

  void addModels(Models &&models) {
    move(models.functions, std::back_inserter(policy.functions));
    move(models.names, std::back_inserter(policy.names));
    move(models.boundary.namespaces, std::back_inserter(policy.boundary.namespaces));
    move(models.boundary.paths, std::back_inserter(policy.boundary.paths));
  }

  std::vector<std::string> fromRoot(const std::vector<std::string> &globs) const {
    std::vector<std::string> relative;
    for (StringRef glob : globs) {
      if (glob.consume_front(files.root))
        glob.consume_front("/");
      relative.push_back(glob.str());
    }
    return relative;
  }

  void readElements() {
    for (const PolicyFile &file : files.elements) {
      ReadContext context{file.document, kinds, errors};
      ElementFile read;
      readElementFile(context, read);
      move(read.elements, std::back_inserter(policy.elements));
    }
  }

  void readProjects() {
    ProjectFile whole;
    for (const PolicyFile &file : files.projects) {
      ReadContext context{file.document, kinds, errors};
      ProjectFile own;
      readProjectFile(context, own);
      extendProject(whole, std::move(own));
    }
    Project &project = policy.project;
    if (!files.projects.empty())
      project.file = files.projects.back().document.file;
    project.root = files.root;
    project.packs = files.packNames;
    project.apis = files.apiPaths;
    project.exclude = fromRoot(whole.exclude);
    project.exceptions = std::move(whole.exceptions);
    for (Exception &exception : project.exceptions)
      exception.paths = fromRoot(exception.paths);
    project.has = std::move(whole.has);
    project.severities = std::move(whole.severities);
    project.disabledRules = std::move(whole.disabledRules);
    project.suppressions = whole.suppressions.value_or(Silencing::Any);
    project.baseline = whole.baseline.value_or("");
    project.countsNames = whole.countsNames.value_or(true);
    if (whole.openWorld)
      project.openWorld = *whole.openWorld;
    if (whole.language)
      project.language = whole.language->word;
    language = std::move(whole.language);
    ruleMentions = std::move(whole.ruleMentions);
    fixes = std::move(whole.fixes);
    for (const ReadFix &read : fixes) {
      project.fixes.push_back(read.fix);
      ruleMentions.push_back(read.rule);
    }
    addModels(std::move(whole));
  }

  void readPacks() {
    for (ArrayRef<PolicyFile> rest = files.packs; !rest.empty();) {
      PackFile read;
      if (request.areAlternatives)
        rules.clear();
      readPack(rest.front(), read);
      for (rest = rest.drop_front(); !rest.empty() && rest.front().isPart;
           rest = rest.drop_front()) {
        ReadContext context{rest.front().document, kinds, errors};
        readPackPart(context, {rest.front().isInstalled, &rules}, read);
      }
      move(read.owned, std::back_inserter(owned));
      addModels(std::move(read));
      policy.packs.push_back(std::move(read.pack));
    }
  }

  void readPack(const PolicyFile &file, PackFile &read) {
    ReadContext context{file.document, kinds, errors};
    readPackFile(context, {file.isInstalled, &rules}, read);
    if (file.packName.empty() || read.pack.name.empty() || read.pack.name == file.packName)
      return;
    const JsonMember *name = file.document.root.find("pack");
    JsonPlace root{file.document.root};
    context.error({name->value, &root, name->key},
                  "the file is called '" + file.packName + "', and so must the pack be");
  }

  void readApis() {
    for (const PolicyFile &file : files.apis) {
      ReadContext context{file.document, kinds, errors};
      ApiFile read;
      readApiFile(context, read);
      policy.apis.push_back({sys::path::stem(file.document.file).str(), file.document.file,
                             read.library, read.source, read.headers});
      addModels(std::move(read));
    }
  }

  /// Rules that own each other would leave nobody to tell.
  void checkOwned() {
    for (const auto &[owner, rule] : owned) {
      std::vector<StringRef> below{rule.word};
      for (size_t next = 0; next < below.size(); ++next)
        for (const auto &[other, further] : owned)
          if (other == below[next] && !is_contained(below, further.word))
            below.push_back(further.word);
      if (is_contained(below, owner))
        errors.push_back(rule.problem("'" + printable(rule.word) + "' owns '" + owner +
                                      "' itself"));
    }
  }

  /// Those of the bundled packs may be asked for whichever of them runs.
  void checkLanguage() {
    std::set<std::string> languages = {"en", "kk", "ru"};
    for (const Pack &pack : policy.packs)
      for (const Rule &rule : pack.rules)
        for (const auto &[name, text] : rule.message)
          languages.insert(name);
    if (language && !languages.count(language->word))
      errors.push_back(language->problem("no pack speaks '" + printable(language->word) +
                                         "'; languages are " + llvm::join(languages, ", ")));
  }

  void finish(bool knowsRules) {
    for (auto *list : {&policy.boundary.namespaces, &policy.boundary.paths}) {
      llvm::sort(*list);
      list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    checkOwned();
    checkFixes(fixes, policy.packs, errors);
    // Packs chosen for one run may lack rules that the project speaks of; of broken packs, some
    // were not read.
    if (!request.packs.empty() || !knowsRules)
      return;
    std::vector<StringRef> known;
    for (const auto &[id, origin] : rules)
      known.push_back(id);
    auto look = [&](const Mention &rule) {
      if (!rules.count(rule.word))
        errors.push_back(rule.problem("no pack has a rule '" + printable(rule.word) + "'" +
                                      suggestion(rule.word, known)));
    };
    for (const Mention &rule : ruleMentions)
      look(rule);
    checkLanguage();
    for (const auto &[owner, rule] : owned)
      look(rule);
  }
};

} // namespace

Expected<Policy> readPolicy(const PolicyRequest &request, std::vector<std::string> *read) {
  std::vector<Problem> errors;
  PolicyFiles files = openPolicyFiles(request, errors);
  if (!errors.empty())
    return joinedError(errors);
  if (read)
    for (const auto *list :
         {&files.kinds, &files.elements, &files.projects, &files.packs, &files.apis})
      for (const PolicyFile &file : *list)
        read->push_back(file.document.file);
  Assembler assembler(request, std::move(files));
  Policy policy = assembler.assemble();
  if (!assembler.errors.empty())
    return joinedError(assembler.errors);
  return policy;
}

} // namespace tamga::policy
