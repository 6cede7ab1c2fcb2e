//===- SchemaTest.cpp - schemas and readers say the same ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Schema.h"
#include "policy/ReaderTables.h"
#include "llvm/ADT/STLExtras.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace tamga;
using namespace tamga::policy;

namespace {

const std::string schemaFolder = TAMGA_SOURCE_DIR "/checks/policy/schema";

std::vector<ReaderTable> readerTables() {
  std::vector<ReaderTable> tables;
  addElementTables(tables);
  addModelTables(tables);
  addPackTables(tables);
  addProjectTables(tables);
  return tables;
}

std::set<std::string> keysOfSchema(const JsonNode &schema) {
  std::set<std::string> keys;
  if (const JsonMember *properties = schema.find("properties"))
    for (const JsonMember &member : properties->value.members)
      keys.insert(member.key);
  return keys;
}

std::set<std::string> requiredOfSchema(const JsonNode &schema) {
  std::set<std::string> keys;
  if (const JsonMember *required = schema.find("required"))
    for (const JsonNode &key : required->value.items)
      keys.insert(key.text);
  return keys;
}

TEST(Schema, everySchemaIsJson) {
  Schemas schemas(schemaFolder);
  EXPECT_EQ(schemas.problems, std::vector<std::string>());
  EXPECT_EQ(schemas.files(), (std::vector<std::string>{"api.schema.json", "elements.schema.json",
                                                       "kinds.schema.json",
                                                       "model.schema.json", "pack.schema.json",
                                                       "part.schema.json",
                                                       "project.schema.json"}));
}

// A key that only one side knows would be offered by editors and rejected by Tamga, or
// the other way round.
TEST(Schema, readersKnowTheSameKeys) {
  Schemas schemas(schemaFolder);
  for (const ReaderTable &table : readerTables()) {
    const JsonNode *schema = schemas.find(table.schema, table.definition);
    ASSERT_NE(schema, nullptr) << table.schema << " " << table.definition;
    std::set<std::string> keys, required;
    for (const KeyNeed &key : table.keys) {
      keys.insert(key.key.str());
      if (key.need == Need::Required)
        required.insert(key.key.str());
    }
    EXPECT_EQ(keysOfSchema(*schema), keys) << table.schema << " " << table.definition;
    EXPECT_EQ(requiredOfSchema(*schema), required) << table.schema << " " << table.definition;
  }
}

// Every object of the schemas that lists its keys is read by a table, and is closed.
TEST(Schema, noObjectIsWithoutReader) {
  Schemas schemas(schemaFolder);
  std::set<std::pair<std::string, std::string>> read;
  for (const ReaderTable &table : readerTables())
    read.insert({table.schema, table.definition});
  for (const std::string &file : schemas.files()) {
    const JsonMember *definitions = schemas.find(file, "")->find("$defs");
    if (!definitions)
      continue;
    for (const JsonMember &definition : definitions->value.members) {
      // A text by language is a map that must have one key.
      if (!definition.value.find("properties") || definition.key == "text")
        continue;
      EXPECT_TRUE(read.count({file, definition.key})) << file << " " << definition.key;
      const JsonMember *additional = definition.value.find("additionalProperties");
      EXPECT_TRUE(additional && additional->value.kind == JsonNode::Boolean &&
                  !additional->value.boolean)
          << file << " " << definition.key;
    }
  }
}

// Editors show descriptions; a property without one explains nothing.
void expectDescriptions(const Schemas &schemas, const std::string &file, const JsonNode &node) {
  if (const JsonMember *properties = node.find("properties"))
    for (const JsonMember &member : properties->value.members) {
      const JsonNode *described = &member.value;
      if (const JsonMember *reference = described->find("$ref");
          reference && !described->find("description")) {
        auto [target, pointer] = StringRef(reference->value.text).split('#');
        pointer.consume_front("/$defs/");
        described = schemas.find(target.empty() ? file : target.str(), pointer);
        ASSERT_NE(described, nullptr) << reference->value.text;
      }
      // The alternatives of a rule only narrow properties that are described above.
      bool isNarrowing = !node.find("description") && !node.find("$schema");
      bool isConstant = described->find("const");
      EXPECT_TRUE(isNarrowing || isConstant || described->find("description"))
          << file << ": " << member.key;
    }
  for (const JsonMember &member : node.members)
    expectDescriptions(schemas, file, member.value);
  for (const JsonNode &item : node.items)
    expectDescriptions(schemas, file, item);
}

TEST(Schema, everyPropertyIsDescribed) {
  Schemas schemas(schemaFolder);
  for (const std::string &file : schemas.files())
    expectDescriptions(schemas, file, *schemas.find(file, ""));
}

} // namespace
