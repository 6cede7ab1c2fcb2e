//===- ModelReader.cpp - what libraries do, from JSON ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ModelReader.h"
#include "EffectReader.h"
#include "ReaderTables.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tamga::policy {

namespace {

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

/// One entry of `functions`: a model for each name.
struct FunctionEntry {
  std::vector<std::string> names;
  FunctionPattern pattern;
  std::vector<Effect> effects;
  std::string version;
};

bool readPatterns(ReadContext &context, const JsonPlace &at, std::vector<std::string> &out) {
  return readOneOrMore(context, at, checkQualifiedPattern, out);
}

void readArity(ReadContext &context, const JsonPlace &at, FunctionEntry &out) {
  unsigned arity = 0;
  if (readCount(context, at, arity))
    out.pattern.arity = arity;
}

void readParameters(ReadContext &context, const JsonPlace &at, FunctionEntry &out) {
  readStringList(context, at, out.pattern.parameters);
}

void readObjectType(ReadContext &context, const JsonPlace &at, FunctionEntry &out) {
  if (readString(context, at, out.pattern.object) && out.pattern.object.empty())
    context.error(at, "the class has no name");
}

void readFunctionEffects(ReadContext &context, const JsonPlace &at, FunctionEntry &out) {
  readEffects(context, at, functionForms(), out.effects);
}

constexpr Field<FunctionEntry> functionFields[] = {
    {"name", Need::Required, into<&FunctionEntry::names, readPatterns>},
    {"arity", Need::Optional, readArity},
    {"parameters", Need::Optional, readParameters},
    {"object", Need::Optional, readObjectType},
    {"version", Need::Optional, into<&FunctionEntry::version, readNonEmpty>},
    {"effects", Need::Required, readFunctionEffects},
};

/// A list of parameters is also a number of parameters.
void checkArity(ReadContext &context, const JsonPlace &at, FunctionPattern &pattern) {
  const JsonMember *parameters = at.node.find("parameters");
  unsigned count = pattern.parameters.size();
  if (!parameters || parameters->value.kind != JsonNode::Array ||
      count != parameters->value.items.size())
    return; // None, or some could not be read.
  if (pattern.arity && *pattern.arity != count)
    context.error({parameters->value, &at, parameters->key},
                  "the arity is " + Twine(*pattern.arity) + ", but " + Twine(count) +
                      (count == 1 ? " parameter is" : " parameters are") + " listed");
  pattern.arity = count;
}

//===----------------------------------------------------------------------===//
// Types, fields, enumerators, macros, literals
//===----------------------------------------------------------------------===//

struct NameEntry {
  std::vector<std::string> names;
  std::vector<Effect> effects;
  std::string version;
};

bool readExpressions(ReadContext &context, const JsonPlace &at, std::vector<std::string> &out) {
  return readOneOrMore(context, at, checkRegex, out);
}

void readObjectEffects(ReadContext &context, const JsonPlace &at, NameEntry &out) {
  readEffects(context, at, objectForms(), out.effects);
}

constexpr Field<NameEntry> nameFields[] = {
    {"name", Need::Required, into<&NameEntry::names, readPatterns>},
    {"version", Need::Optional, into<&NameEntry::version, readNonEmpty>},
    {"effects", Need::Required, readObjectEffects},
};
constexpr Field<NameEntry> literalFields[] = {
    {"pattern", Need::Required, into<&NameEntry::names, readExpressions>},
    {"effects", Need::Required, readObjectEffects},
};

//===----------------------------------------------------------------------===//
// Boundary
//===----------------------------------------------------------------------===//

void readNamespaces(ReadContext &context, const JsonPlace &at, Boundary &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    std::string name;
    if (!readNonEmpty(context, item, name))
      return;
    if (Error problem = checkQualifiedPattern(name))
      context.report(item, std::move(problem));
    else if (isGlob(name))
      context.error(item, "a namespace has no '*'; the namespaces inside it belong to it");
    else
      out.namespaces.push_back(name);
  });
}

/// Lowering compares with absolute paths. What a project file writes is relative to it.
void readBoundaryPaths(ReadContext &context, const JsonPlace &at, Boundary &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    std::string glob;
    if (!readNonEmpty(context, item, glob))
      return;
    bool isAnywhere = StringRef(glob).starts_with("**/") || sys::path::is_absolute(glob);
    if (!isAnywhere && context.isProject) {
      SmallString<128> absolute = sys::path::parent_path(context.document.file);
      sys::path::append(absolute, glob);
      glob = absolute.str();
    } else if (!isAnywhere) {
      context.error(item, "'" + printable(glob) +
                              "' can match no absolute path; begin it with '**/'");
    }
    out.paths.push_back(glob);
  });
}

constexpr Field<Boundary> boundaryFields[] = {
    {"namespaces", Need::Optional, readNamespaces},
    {"paths", Need::Optional, readBoundaryPaths},
};

//===----------------------------------------------------------------------===//
// Kinds
//===----------------------------------------------------------------------===//

void readKindNames(ReadContext &context, const JsonPlace &at, Kinds &out) {
  readMembers(context, at, [&](const JsonPlace &item) {
    std::string description;
    readNonEmpty(context, item, description);
    if (isKindShaped(item.key))
      out.words.try_emplace(item.key.str(), std::move(description));
    else
      context.error(item, "'" + printable(item.key) +
                              "' is no taint kind; kinds are lower-case words with dots");
  });
}

constexpr Field<Kinds> kindsFileFields[] = {
    {"$schema", Need::Optional, skipString<Kinds>},
    {"kinds", Need::Required, readKindNames},
};

constexpr Word<bool> linkageWords[] = {{"C", true}, {"C++", false}};

void readLinkage(ReadContext &context, const JsonPlace &at, ApiFile &out) {
  readWord<bool>(context, at, {"linkage", linkageWords}, out.hasCLinkage);
}

constexpr Field<ApiFile> apiOwnFields[] = {
    {"library", Need::Required, into<&ApiFile::library, readNonEmpty>},
    {"asOf", Need::Optional, into<&ApiFile::asOf, readDate>},
    {"source", Need::Optional, into<&ApiFile::source, readString>},
    {"headers", Need::Optional, into<&ApiFile::headers, readStringList>},
    {"linkage", Need::Optional, readLinkage},
};
constexpr auto apiFields = withSections(apiOwnFields);

} // namespace

void readFunctions(ReadContext &context, const JsonPlace &at, Models &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    FunctionEntry entry;
    readObject<FunctionEntry>(context, item, functionFields, entry);
    checkArity(context, item, entry.pattern);
    const EffectList effects(std::move(entry.effects));
    for (std::string &name : entry.names) {
      FunctionModel &model = out.functions.emplace_back();
      model.pattern = entry.pattern;
      model.pattern.name = std::move(name);
      model.effects = effects;
      model.version = entry.version;
      model.origin = context.origin(item);
      model.library = context.library;
      model.isAnnotation = context.isProject;
    }
  });
}

void readNames(ReadContext &context, const JsonPlace &at, NameModel::Of of, Models &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    NameEntry entry;
    if (of == NameModel::Literal)
      readObject<NameEntry>(context, item, literalFields, entry);
    else
      readObject<NameEntry>(context, item, nameFields, entry);
    const EffectList effects(std::move(entry.effects));
    for (std::string &name : entry.names) {
      NameModel &model = out.names.emplace_back();
      model.of = of;
      model.name = std::move(name);
      model.effects = effects;
      model.version = entry.version;
      model.origin = context.origin(item);
      model.library = context.library;
      model.isAnnotation = context.isProject;
    }
  });
}

void readBoundary(ReadContext &context, const JsonPlace &at, Models &out) {
  readObject<Boundary>(context, at, boundaryFields, out.boundary);
}

void readApiFile(ReadContext &context, ApiFile &out) {
  JsonPlace root{context.document.root};
  if (const JsonMember *library = root.node.find("library"))
    context.library = library->value.text;
  readObject<ApiFile>(context, root, apiFields, out);
  for (FunctionModel &model : out.functions) {
    model.isLibrary = true;
    model.hasCLinkage = out.hasCLinkage;
  }
}

void readKindsFile(const JsonDocument &document, Kinds &kinds, std::vector<Problem> &errors) {
  ReadContext context{document, kinds, errors};
  readObject<Kinds>(context, JsonPlace{document.root}, kindsFileFields, kinds);
}

void readKinds(const JsonDocument &document, Kinds &kinds, std::vector<Problem> &errors) {
  ReadContext context{document, kinds, errors};
  JsonPlace root{document.root};
  if (const JsonMember *own = document.root.find("kinds"))
    readKindNames(context, {own->value, &root, own->key}, kinds);
}

void addModelTables(std::vector<ReaderTable> &tables) {
  tables.push_back({"api.schema.json", "", keysOf<ApiFile>(apiFields)});
  tables.push_back({"kinds.schema.json", "", keysOf<Kinds>(kindsFileFields)});
  tables.push_back({"model.schema.json", "function", keysOf<FunctionEntry>(functionFields)});
  tables.push_back({"model.schema.json", "object", keysOf<NameEntry>(nameFields)});
  tables.push_back({"model.schema.json", "literal", keysOf<NameEntry>(literalFields)});
  tables.push_back({"model.schema.json", "boundary", keysOf<Boundary>(boundaryFields)});
  tables.push_back({"model.schema.json", "condition", keysOf(whenFields())});
  for (const EffectForm &form : functionForms())
    tables.push_back({"model.schema.json", form.key.str() + "Effect", keysOf(form.fields)});
  for (const EffectForm &form : objectForms())
    tables.push_back({"model.schema.json", form.key.str() + "OfObject", keysOf(form.fields)});
}

} // namespace tamga::policy
