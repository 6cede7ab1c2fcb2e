//===- MutationTest.cpp - every key and value, spoilt in turn -------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes every shipped file, and samples that use every key there is. Deletes, renames and
// retypes each key and value in turn, and asks the published schema and the reader what
// they think of the result. What the schema forbids must be one error that names file,
// line and path; a key that the schema calls optional must be free to go.
//
// A file has thousands of entries that do not know each other. So each is mutated in a
// file of its own, which holds the rest of the document and only that entry: a mutant
// costs microseconds, and all of them seconds.
//
//===----------------------------------------------------------------------===//

#include "Schema.h"
#include "policy/PackReader.h"
#include "policy/ProjectReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace tamga;
using namespace tamga::policy;

namespace {

const std::string policyFolder = TAMGA_SOURCE_DIR "/checks/policy";
const std::string sampleFolder = TAMGA_SOURCE_DIR "/test/unit/policy/samples";

enum class Role { Kinds, Pack, Part, Api, Project };

struct ShippedFile {
  Role role;
  JsonDocument document;
};

std::string schemaOf(Role role) {
  switch (role) {
  case Role::Kinds:
    return "kinds.schema.json";
  case Role::Pack:
    return "pack.schema.json";
  case Role::Part:
    return "part.schema.json";
  case Role::Api:
    return "api.schema.json";
  case Role::Project:
    return "project.schema.json";
  }
  return "";
}

std::vector<ShippedFile> allFiles() {
  std::vector<ShippedFile> files;
  auto add = [&](Role role, const std::string &path) {
    Problem problem;
    std::optional<JsonDocument> document = readJson(path, problem);
    EXPECT_TRUE(document) << problem.line();
    if (document)
      files.push_back({role, std::move(*document)});
  };
  auto addFolder = [&](Role role, const std::string &folder) {
    std::set<std::string> paths;
    std::error_code failure;
    for (sys::fs::directory_iterator file(folder, failure), end; !failure && file != end;
         file.increment(failure))
      if (sys::path::extension(file->path()) == ".json")
        paths.insert(file->path());
    for (const std::string &path : paths)
      add(role, path);
  };
  add(Role::Kinds, policyFolder + "/kinds.json");
  addFolder(Role::Pack, policyFolder + "/packs");
  addFolder(Role::Part, policyFolder + "/packs/kz");
  addFolder(Role::Api, policyFolder + "/apis");
  add(Role::Api, sampleFolder + "/everything.json");
  add(Role::Pack, sampleFolder + "/custom-pack.json");
  add(Role::Project, sampleFolder + "/tamga.json");
  return files;
}

class Mutator {
public:
  Mutator(const Kinds &kinds, Schemas &schemas) : kinds(kinds), schemas(schemas) {}

  size_t mutants = 0, forbidden = 0;

  /// All mutants of \p file.
  void mutateFile(const ShippedFile &file) {
    role = file.role;
    document.file = file.document.file;
    document.lineStarts = file.document.lineStarts;
    expectGood(file.document.root);
    // The entries, one at a time; then what stands around them.
    for (const JsonMember &section : file.document.root.members)
      for (const JsonNode &entry : section.value.items) {
        if (entry.kind != JsonNode::Object)
          continue;
        document.root = withoutEntries(file.document.root);
        JsonMember &own = memberOf(document.root, section.key);
        own.value.items = {entry};
        mutateNode(own.value.items.front());
      }
    document.root = withoutEntries(file.document.root);
    mutateNode(document.root);
  }

private:
  const Kinds &kinds;
  Schemas &schemas;
  Role role = Role::Api;
  JsonDocument document; ///< The one that is mutated in place.
  std::string step;      ///< What was done, for messages.

  static JsonMember &memberOf(JsonNode &node, StringRef key) {
    return *find_if(node.members, [&](const JsonMember &member) { return member.key == key; });
  }

  static JsonNode withoutEntries(JsonNode root) {
    for (JsonMember &member : root.members)
      erase_if(member.value.items,
               [](const JsonNode &item) { return item.kind == JsonNode::Object; });
    return root;
  }

  std::vector<Problem> read() const {
    std::vector<Problem> errors;
    if (role == Role::Kinds) {
      Kinds own;
      readKindsFile(document, own, errors);
      return errors;
    }
    Kinds all = kinds;
    readKinds(document, all, errors);
    ReadContext context{document, all, errors};
    std::map<std::string, Origin> rules;
    PackFile pack;
    ApiFile api;
    ProjectFile project;
    if (role == Role::Pack)
      readPackFile(context, {/*isInstalled=*/true, &rules}, pack);
    else if (role == Role::Part)
      readPart(context, rules);
    else if (role == Role::Api)
      readApiFile(context, api);
    else
      readProjectFile(context, project);
    return errors;
  }

  /// Parts cite the laws of the pack that they belong to.
  static void readPart(ReadContext &context, std::map<std::string, Origin> &rules) {
    static const PackFile head = [] {
      Problem problem;
      std::optional<JsonDocument> document = readJson(policyFolder + "/packs/kz.json", problem);
      Kinds kinds;
      std::vector<Problem> errors;
      ReadContext context{*document, kinds, errors};
      PackFile pack;
      readPackFile(context, {/*isInstalled=*/true}, pack);
      return pack;
    }();
    PackFile pack = head;
    readPackPart(context, {/*isInstalled=*/true, &rules}, pack);
  }

  void expectGood(const JsonNode &root) {
    document.root = root;
    EXPECT_TRUE(schemas.accepts(schemaOf(role), root)) << document.file;
    for (const Problem &problem : read())
      ADD_FAILURE() << problem.line();
  }

  /// Asks both about the document as it is now.
  void judge(bool isOptionalKey) {
    ++mutants;
    std::vector<Problem> errors = read();
    if (schemas.accepts(schemaOf(role), document.root)) {
      if (isOptionalKey && !errors.empty())
        ADD_FAILURE() << step << " is allowed by the schema, but: " << errors.front().line();
      return;
    }
    ++forbidden;
    if (errors.size() != 1) {
      ADD_FAILURE() << document.file << ": " << step << ": " << errors.size()
                    << " errors instead of one";
      for (const Problem &problem : errors)
        ADD_FAILURE() << problem.line();
      return;
    }
    const Problem &error = errors.front();
    EXPECT_EQ(error.file, document.file) << step;
    EXPECT_TRUE(error.at.line > 0 && error.at.line <= document.lineStarts.size()) << step;
    EXPECT_TRUE(StringRef(error.path).starts_with("$")) << step;
    EXPECT_FALSE(error.text.empty()) << step;
    EXPECT_EQ(error.line().find('\n'), std::string::npos) << step;
  }

  /// Below \p node, and then never at \p node itself: its owner does that.
  void mutateNode(JsonNode &node) {
    for (size_t index = 0; index < node.members.size(); ++index) {
      mutateNode(node.members[index].value);
      mutateValue(node.members[index].value, node.members[index].key);
      renameKey(node.members[index]);
      JsonMember kept = std::move(node.members[index]);
      node.members.erase(node.members.begin() + index);
      step = "without " + kept.key;
      judge(!isMapEntry(node, kept) && kept.key != "kinds");
      node.members.insert(node.members.begin() + index, std::move(kept));
    }
    for (size_t index = 0; index < node.items.size(); ++index) {
      mutateNode(node.items[index]);
      mutateValue(node.items[index], "item " + utostr(index));
      JsonNode kept = std::move(node.items[index]);
      node.items.erase(node.items.begin() + index);
      step = "without item " + utostr(index);
      judge(false);
      node.items.insert(node.items.begin() + index, std::move(kept));
    }
  }

  /// Whether \p member of \p node is no key that a schema lists, but one of many alike.
  bool isMapEntry(const JsonNode &node, const JsonMember &member) const {
    for (StringRef map : {"laws", "kinds", "severity"})
      if (const JsonMember *found = document.root.find(map); found && &found->value == &node)
        return true;
    return member.key.size() <= 3; // A language.
  }

  void renameKey(JsonMember &member) {
    std::string name = member.key;
    for (const std::string &other : {name + "X", std::string("zzz"), name.substr(1)}) {
      member.key = other;
      step = name + " renamed " + other;
      judge(false);
    }
    member.key = name;
  }

  static std::vector<JsonNode> otherValues(const JsonNode &node) {
    auto text = [](std::string text) {
      JsonNode node;
      node.kind = JsonNode::String;
      node.text = std::move(text);
      return node;
    };
    JsonNode null, yes, seven, minus, half, list, listed, object, filled;
    yes.kind = JsonNode::Boolean;
    yes.boolean = !node.boolean;
    seven.kind = minus.kind = JsonNode::Integer;
    seven.integer = 7;
    minus.integer = -1;
    half.kind = JsonNode::Number;
    half.text = "0.5";
    list.kind = listed.kind = JsonNode::Array;
    listed.items.push_back(seven);
    object.kind = filled.kind = JsonNode::Object;
    filled.members.push_back({"zzz", node.offset, seven});
    return {null,       yes,    seven,  minus,    half,       list,
            listed,     object, filled, text(""), text("?!"), text(node.text + "X"),
            text("zzz")};
  }

  void mutateValue(JsonNode &node, const std::string &name) {
    JsonNode kept = node;
    for (JsonNode &other : otherValues(kept)) {
      other.offset = kept.offset;
      node = std::move(other);
      step = name + " retyped as " + describe(node.kind).str() + " '" + node.text + "'";
      judge(false);
    }
    node = std::move(kept);
  }
};

TEST(Mutation, whatSchemasForbidIsOneError) {
  Schemas schemas(policyFolder + "/schema");
  std::vector<ShippedFile> files = allFiles();
  Kinds kinds;
  std::vector<Problem> errors;
  readKindsFile(files.front().document, kinds, errors);
  ASSERT_TRUE(errors.empty());

  Mutator mutator(kinds, schemas);
  for (const ShippedFile &file : files) {
    mutator.mutateFile(file);
    if (HasFailure())
      break;
  }
  EXPECT_GT(mutator.mutants, 1000u);
  EXPECT_GT(mutator.forbidden, mutator.mutants / 4);
  EXPECT_EQ(schemas.unknownKeywords, std::set<std::string>());
  EXPECT_EQ(schemas.danglingReferences, std::set<std::string>());
}

// The root itself may be anything.
TEST(Mutation, anyRootIsOneError) {
  for (StringRef text : {"null", "true", "1", "0.5", "\"x\"", "[]", "[{}]"}) {
    Problem problem;
    std::optional<JsonDocument> document = parseJson(text, "x.json", problem);
    ASSERT_TRUE(document);
    Kinds kinds;
    std::vector<Problem> errors;
    ReadContext context{*document, kinds, errors};
    readKinds(*document, kinds, errors);
    ApiFile api;
    readApiFile(context, api);
    ASSERT_EQ(errors.size(), 1u) << text.str();
    EXPECT_EQ(errors.front().path, "$");
    PackFile pack;
    readPackFile(context, {}, pack);
    ProjectFile project;
    readProjectFile(context, project);
    readKindsFile(*document, kinds, errors);
    EXPECT_EQ(errors.size(), 4u) << text.str();
  }
}

} // namespace
