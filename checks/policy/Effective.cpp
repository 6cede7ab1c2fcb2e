//===- Effective.cpp - what is in force, and who says so ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The policy is read as ever, so that nothing is told of one that is wrong. Then the same
/// files are walked once more as they are written: what a key says is printed as the file
/// says it, so that a new key of a project file is told without a word about it here, and
/// only defaults and what replaces what are known.
//===----------------------------------------------------------------------===//

#include "Effective.h"
#include "PolicyFiles.h"
#include "ReaderTables.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace tamga::policy {

namespace {

/// Values that hold where no project file says anything.
struct Default {
  StringLiteral key, value;
};
constexpr Default defaults[] = {{"language", "en"}, {"names", "note"}, {"openWorld", "report"}};

/// What is told apart from the other keys, or says nothing about the analysis.
constexpr StringLiteral ownKeys[] = {"$schema", "extends",  "packs",
                                     "apis",    "severity", "disable"};

bool isModelSection(StringRef key) {
  return is_contained(
      {"functions", "types", "fields", "enumerators", "macros", "literals", "boundary"}, key);
}

/// A value in one line, as JSON has it.
std::string shown(const JsonNode &node) {
  switch (node.kind) {
  case JsonNode::Null:
    return "null";
  case JsonNode::Boolean:
    return node.boolean ? "true" : "false";
  case JsonNode::Integer:
    return std::to_string(node.integer);
  case JsonNode::Number:
  case JsonNode::String:
    return printable(node.text);
  case JsonNode::Array: {
    std::vector<std::string> items;
    for (const JsonNode &item : node.items)
      items.push_back(shown(item));
    return join(items, ", ");
  }
  case JsonNode::Object:
    break;
  }
  std::vector<std::string> members;
  for (const JsonMember &member : node.members)
    members.push_back(member.key + " " + shown(member.value));
  return join(members, "; ");
}

StringRef severityWord(Severity severity) {
  for (const Word<Severity> &word : severityWords)
    if (word.value == severity)
      return word.text;
  return "";
}

class Teller {
public:
  Teller(const PolicyRequest &request, const Policy &policy, const PolicyFiles &files)
      : request(request), policy(policy), files(files) {}

  std::vector<Setting> tell() {
    tellFiles();
    tellProjectKeys();
    tellModels();
    tellRules();
    tellBoundary();
    return std::move(settings);
  }

private:
  void add(const Twine &name, const Twine &value, const Twine &where) {
    settings.push_back({name.str(), value.str(), where.str()});
  }

  /// Short where that is enough to find it.
  std::string fileName(const std::string &file) const {
    for (const auto *list : {&files.kinds, &files.elements, &files.packs, &files.apis})
      for (const PolicyFile &known : *list)
        if (known.isInstalled && known.document.file == file)
          return known.shownName;
    StringRef name = file;
    return name.consume_front(files.root + "/") ? name.str() : file;
  }
  std::string place(const JsonDocument &document, uint32_t offset) const {
    return fileName(document.file) + ":" + std::to_string(document.position(offset).line);
  }
  std::string place(const Origin &origin) const {
    return fileName(origin.file) + ":" + std::to_string(origin.line);
  }

  /// The last project file with \p key has the last word.
  const PolicyFile *lastWith(StringRef key) const {
    for (const PolicyFile &file : reverse(files.projects))
      if (file.document.root.find(key))
        return &file;
    return nullptr;
  }

  /// Each item of the lists \p key of all project files, which are joined.
  void tellLists(StringRef key, const Twine &name) {
    for (const PolicyFile &file : files.projects)
      if (const JsonMember *list = file.document.root.find(key))
        for (const JsonNode &item : list->value.items)
          add(name, shown(item), place(file.document, item.offset));
  }

  void tellFiles() {
    const std::string &project = policy.project.file;
    add("project file", project.empty() ? "none" : fileName(project),
        !request.projectFile.empty() ? "--project"
        : project.empty()            ? "no tamga.json above the file"
                                     : "the nearest above the file");
    for (const PolicyFile &file : files.projects)
      if (const JsonMember *base = file.document.root.find("extends"))
        add("extends", shown(base->value), place(file.document, base->value.offset));
    const bool isOwnFolder = project.empty() && !sys::fs::exists(files.root + "/.git");
    add("root", files.root,
        !project.empty() ? "the folder of the project file"
        : isOwnFolder    ? "the folder of the file"
                         : "the nearest folder with .git");
    for (size_t index = 0; index < request.path.size(); ++index)
      add("policy folder", request.path[index],
          index + 1 == request.path.size() ? "comes with the program" : "TAMGA_PACK_PATH");
    if (!request.packs.empty()) {
      for (const std::string &pack : request.packs)
        add("pack", pack, "--pack");
    } else if (const auto isEmpty =
                   [&](const PolicyFile &file) {
                     const JsonMember *packs = file.document.root.find("packs");
                     return !packs || packs->value.items.empty();
                   };
               all_of(files.projects, isEmpty)) {
      add("pack", "kz", "default");
    } else {
      tellLists("packs", "pack");
    }
    tellLists("apis", "API models");
    for (const std::string &api : request.apis)
      add("API models", api, "--api");
    for (const std::string &folder : request.path) {
      const size_t count = count_if(files.apis, [&](const PolicyFile &file) {
        return file.isInstalled && StringRef(file.document.file).starts_with(folder + "/apis");
      });
      add("API models", Twine(count) + " files", folder + "/apis");
    }
  }

  void tellProjectKeys() {
    for (const Default &known : defaults)
      if (!lastWith(known.key))
        add(known.key, known.value, "default");
    for (const std::string &key : projectKeys()) {
      const bool isSingle = any_of(files.projects, [&](const PolicyFile &file) {
        const JsonMember *member = file.document.root.find(key);
        return member && member->value.kind != JsonNode::Array &&
               member->value.kind != JsonNode::Object;
      });
      const PolicyFile *last = lastWith(key);
      for (const PolicyFile &file : files.projects)
        if (const JsonMember *member = file.document.root.find(key);
            member && (!isSingle || &file == last))
          tellMember(file.document, *member);
    }
  }

  /// In the order of the table, so that it does not depend on who extends whom.
  std::vector<std::string> projectKeys() const {
    std::vector<ReaderTable> tables;
    addProjectTables(tables);
    std::vector<std::string> keys;
    for (const KeyNeed &need : tables.front().keys)
      if (!is_contained(ownKeys, need.key) && !isModelSection(need.key))
        keys.push_back(need.key.str());
    return keys;
  }

  void tellMember(const JsonDocument &document, const JsonMember &member) {
    const JsonNode &value = member.value;
    if (value.kind == JsonNode::Array) {
      for (const JsonNode &item : value.items)
        add(member.key, shown(item), place(document, item.offset));
    } else if (value.kind == JsonNode::Object) {
      for (const JsonMember &inner : value.members)
        add(member.key + " " + inner.key, shown(inner.value), place(document, inner.offset));
    } else {
      add(member.key, shown(value), place(document, value.offset));
    }
  }

  /// Of one function or name said twice only the last is left.
  void tellModels() {
    const auto tellModel = [&](StringRef section, const std::string &name,
                               const Origin &origin) {
      if (any_of(files.projects,
                 [&](const PolicyFile &file) { return file.document.file == origin.file; }))
        add(section, printable(name), place(origin));
    };
    for (const FunctionModel &model : policy.functions)
      tellModel("function", model.pattern.name, model.origin);
    constexpr StringLiteral sections[] = {"type", "field", "enumerator", "macro", "literal"};
    for (const NameModel &model : policy.names)
      tellModel(sections[model.of], model.name, model.origin);
  }

  /// Where the project files say something of \p rule in \p key; the last word counts.
  std::string ruleWord(StringRef key, StringRef rule) const {
    std::string where;
    for (const PolicyFile &file : files.projects) {
      const JsonMember *said = file.document.root.find(key);
      if (!said)
        continue;
      if (const JsonMember *own = said->value.find(rule))
        where = place(file.document, own->offset);
      for (const JsonNode &item : said->value.items)
        if (item.text == rule)
          where = place(file.document, item.offset);
    }
    return where;
  }

  void tellRules() {
    for (const Pack &pack : policy.packs)
      for (const Rule &rule : pack.rules) {
        const std::string off = ruleWord("disable", rule.id);
        const std::string changed = ruleWord("severity", rule.id);
        const auto own = policy.project.severities.find(rule.id);
        if (!off.empty())
          add("rule " + rule.id, "off", off);
        else if (own != policy.project.severities.end())
          add("rule " + rule.id, severityWord(own->second),
              changed + ", instead of " + severityWord(rule.severity) + " in " +
                  place(rule.origin));
        else
          add("rule " + rule.id, severityWord(rule.severity), place(rule.origin));
      }
  }

  void tellBoundary() {
    for (const auto *list : {&files.projects, &files.packs, &files.apis})
      for (const PolicyFile &file : *list) {
        const JsonMember *boundary = file.document.root.find("boundary");
        for (const char *key : {"namespaces", "paths"})
          if (const JsonMember *of = boundary ? boundary->value.find(key) : nullptr)
            for (const JsonNode &item : of->value.items)
              add(Twine("boundary ") + key, shown(item), place(file.document, item.offset));
      }
  }

  const PolicyRequest &request;
  const Policy &policy;
  const PolicyFiles &files;
  std::vector<Setting> settings;
};

} // namespace

Expected<std::vector<Setting>> effectiveSettings(const PolicyRequest &request) {
  Expected<Policy> policy = readPolicy(request);
  if (!policy)
    return policy.takeError();
  std::vector<Problem> errors; // There are none: the policy was read from the same files.
  const PolicyFiles files = openPolicyFiles(request, errors);
  return Teller(request, *policy, files).tell();
}

} // namespace tamga::policy
