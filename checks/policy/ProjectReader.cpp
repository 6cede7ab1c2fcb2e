//===- ProjectReader.cpp - tamga.json -------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ProjectReader.h"
#include "PackReader.h"
#include "ReaderTables.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tamga::policy {

namespace {

void checkString(ReadContext &context, const JsonPlace &at, ProjectFile &) {
  std::string text;
  readNonEmpty(context, at, text);
}
void checkList(ReadContext &context, const JsonPlace &at, ProjectFile &) {
  std::vector<std::string> texts;
  readStringList(context, at, texts);
}

/// Relative to the file; a folder means all that is in it.
void readGlobs(ReadContext &context, const JsonPlace &at, std::vector<std::string> &out) {
  std::vector<std::string> globs;
  readStringList(context, at, globs);
  for (StringRef glob : globs) {
    SmallString<128> absolute;
    bool isAnywhere = glob.starts_with("**/") || sys::path::is_absolute(glob);
    if (!isAnywhere)
      absolute = sys::path::parent_path(context.document.file);
    while (glob.consume_front("./"))
      ;
    isAnywhere ? absolute.append(glob) : sys::path::append(absolute, glob);
    if (absolute.ends_with("/"))
      absolute += "**";
    out.push_back(absolute.str().str());
  }
}

constexpr Field<Exception> exceptionFields[] = {
    {"rule", Need::Required, into<&Exception::rule, readNonEmpty>},
    {"reason", Need::Required, into<&Exception::reason, readNonEmpty>},
    {"owner", Need::Optional, into<&Exception::owner, readString>},
    {"until", Need::Optional, into<&Exception::until, readDate>},
    {"approved", Need::Optional, into<&Exception::approved, readDate>},
    {"paths", Need::Optional, into<&Exception::paths, readGlobs>},
    {"functions", Need::Optional, into<&Exception::functions, readStringList>},
};

void readHas(ReadContext &context, const JsonPlace &at, ProjectFile &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    readKindBelow(context, item, "guard", out.has.emplace_back());
  });
}

void readSeverities(ReadContext &context, const JsonPlace &at, ProjectFile &out) {
  readMembers(context, at, [&](const JsonPlace &item) {
    if (readWord<Severity>(context, item, {"severity", severityWords},
                           out.severities[item.key.str()]))
      out.ruleMentions.push_back(mention(context, item, item.key));
  });
}

void readDisabled(ReadContext &context, const JsonPlace &at, ProjectFile &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    std::string rule;
    if (!readNonEmpty(context, item, rule))
      return;
    out.ruleMentions.push_back(mention(context, item, rule));
    out.disabledRules.push_back(std::move(rule));
  });
}

void readExceptions(ReadContext &context, const JsonPlace &at, ProjectFile &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    Exception &exception = out.exceptions.emplace_back();
    exception.origin = context.origin(item);
    readObject<Exception>(context, item, exceptionFields, exception);
    if (const JsonMember *rule = item.node.find("rule"); rule && !exception.rule.empty())
      out.ruleMentions.push_back(
          mention(context, {rule->value, &item, rule->key}, exception.rule));
  });
}

constexpr Word<OpenWorld> openWorldWords[] = {{"report", OpenWorld::Report},
                                              {"defer", OpenWorld::Defer}};

void readOpenWorld(ReadContext &context, const JsonPlace &at, ProjectFile &out) {
  OpenWorld value;
  if (readWord<OpenWorld>(context, at, {"mode", openWorldWords}, value))
    out.openWorld = value;
}

constexpr Word<Silencing> silencingWords[] = {{"any", Silencing::Any},
                                              {"reason", Silencing::Reason},
                                              {"approved", Silencing::Approved}};

void readSuppressions(ReadContext &context, const JsonPlace &at, ProjectFile &out) {
  Silencing value;
  if (readWord<Silencing>(context, at, {"mode", silencingWords}, value))
    out.suppressions = value;
}

/// Relative to the file.
void readBaseline(ReadContext &context, const JsonPlace &at, ProjectFile &out) {
  std::string name;
  if (!readNonEmpty(context, at, name))
    return;
  SmallString<128> path(sys::path::parent_path(context.document.file));
  if (sys::path::is_absolute(name))
    path.clear();
  sys::path::append(path, name);
  sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  out.baseline = std::string(path);
}

constexpr Word<bool> nameWords[] = {{"note", true}, {"ignore", false}};

void readNamesMode(ReadContext &context, const JsonPlace &at, ProjectFile &out) {
  bool counts;
  if (readWord<bool>(context, at, {"mode", nameWords}, counts))
    out.countsNames = counts;
}

void readLanguage(ReadContext &context, const JsonPlace &at, ProjectFile &out) {
  std::string language;
  if (!readString(context, at, language))
    return;
  if (language.size() < 2 || language.size() > 3 || !all_of(language, isLower))
    return context.error(at, "'" + printable(language) +
                                 "' is no language; languages are en, ru, kk, ...");
  out.language = mention(context, at, language);
}

constexpr Field<ProjectFile> projectOwnFields[] = {
    {"extends", Need::Optional, checkString},
    {"packs", Need::Optional, checkList},
    {"apis", Need::Optional, checkList},
    {"exclude", Need::Optional, into<&ProjectFile::exclude, readGlobs>},
    {"severity", Need::Optional, readSeverities},
    {"disable", Need::Optional, readDisabled},
    {"openWorld", Need::Optional, readOpenWorld},
    {"language", Need::Optional, readLanguage},
    {"exceptions", Need::Optional, readExceptions},
    {"has", Need::Optional, readHas},
    {"names", Need::Optional, readNamesMode},
    {"fixes", Need::Optional, into<&ProjectFile::fixes, readFixes>},
    {"suppressions", Need::Optional, readSuppressions},
    {"baseline", Need::Optional, readBaseline},
};
constexpr auto projectFields = withSections(projectOwnFields);

bool speaksOfSame(const FunctionModel &one, const FunctionModel &other) {
  return one.pattern.name == other.pattern.name && one.pattern.arity == other.pattern.arity &&
         one.pattern.parameters == other.pattern.parameters;
}
bool speaksOfSame(const NameModel &one, const NameModel &other) {
  return one.of == other.of && one.name == other.name;
}

template <class Model>
void replaceModels(std::vector<Model> &base, std::vector<Model> &&child) {
  erase_if(base, [&](const Model &model) {
    return any_of(child, [&](const Model &own) { return speaksOfSame(model, own); });
  });
  move(child, std::back_inserter(base));
}

template <class T> void append(std::vector<T> &base, std::vector<T> &&child) {
  move(child, std::back_inserter(base));
}

} // namespace

std::vector<Mention> readMentions(const JsonDocument &document, StringRef key) {
  std::vector<Mention> mentions;
  const JsonMember *member = document.root.find(key);
  if (!member)
    return mentions;
  Kinds kinds;
  std::vector<Problem> errors;
  ReadContext context{document, kinds, errors};
  JsonPlace root{document.root}, list{member->value, &root, member->key};
  if (list.node.kind == JsonNode::String)
    mentions.push_back(mention(context, list, list.node.text));
  for (size_t index = 0; index < list.node.items.size(); ++index) {
    JsonPlace item{list.node.items[index], &list, {}, index};
    if (item.node.kind == JsonNode::String)
      mentions.push_back(mention(context, item, item.node.text));
  }
  return mentions;
}

void readProjectFile(ReadContext &context, ProjectFile &out) {
  context.isProject = true;
  context.library = "tamga.json";
  readObject<ProjectFile>(context, JsonPlace{context.document.root}, projectFields, out);
}

void extendProject(ProjectFile &base, ProjectFile &&child) {
  replaceModels(base.functions, std::move(child.functions));
  replaceModels(base.names, std::move(child.names));
  append(base.boundary.namespaces, std::move(child.boundary.namespaces));
  append(base.boundary.paths, std::move(child.boundary.paths));
  append(base.exclude, std::move(child.exclude));
  append(base.ruleMentions, std::move(child.ruleMentions));
  append(base.disabledRules, std::move(child.disabledRules));
  append(base.exceptions, std::move(child.exceptions));
  append(base.has, std::move(child.has));
  append(base.fixes, std::move(child.fixes));
  for (const auto &[rule, severity] : child.severities)
    base.severities[rule] = severity;
  if (child.countsNames)
    base.countsNames = child.countsNames;
  if (child.suppressions)
    base.suppressions = child.suppressions;
  if (child.baseline)
    base.baseline = child.baseline;
  if (child.openWorld)
    base.openWorld = child.openWorld;
  if (child.language)
    base.language = child.language;
}

void addProjectTables(std::vector<ReaderTable> &tables) {
  tables.push_back({"project.schema.json", "", keysOf<ProjectFile>(projectFields)});
  tables.push_back({"project.schema.json", "exception", keysOf<Exception>(exceptionFields)});
  addFixTables(tables);
}

} // namespace tamga::policy
