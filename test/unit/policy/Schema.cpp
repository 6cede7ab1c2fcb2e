//===- Schema.cpp - the published schemas, evaluated ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Schema.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tamga::policy {

Schemas::Schemas(const std::string &folder) {
  std::error_code failure;
  for (sys::fs::directory_iterator file(folder, failure), end; !failure && file != end;
       file.increment(failure)) {
    Problem problem;
    if (std::optional<JsonDocument> document = readJson(file->path(), problem))
      documents.emplace(sys::path::filename(file->path()).str(), std::move(*document));
    else
      problems.push_back(problem.line());
  }
}

std::vector<std::string> Schemas::files() const {
  std::vector<std::string> names;
  for (const auto &[name, document] : documents)
    names.push_back(name);
  return names;
}

const JsonNode *Schemas::find(const std::string &file, StringRef definition) const {
  auto document = documents.find(file);
  if (document == documents.end())
    return nullptr;
  if (definition.empty())
    return &document->second.root;
  const JsonMember *definitions = document->second.root.find("$defs");
  const JsonMember *found = definitions ? definitions->value.find(definition) : nullptr;
  return found ? &found->value : nullptr;
}

bool Schemas::accepts(const std::string &file, const JsonNode &value) {
  auto document = documents.find(file);
  return document != documents.end() && evaluate({document->second.root, file}, value);
}

bool isSameValue(const JsonNode &one, const JsonNode &other) {
  return one.kind == other.kind && one.boolean == other.boolean &&
         one.integer == other.integer && one.text == other.text &&
         all_of_zip(one.items, other.items, isSameValue) &&
         all_of_zip(one.members, other.members,
                    [](const JsonMember &left, const JsonMember &right) {
                      return left.key == right.key && isSameValue(left.value, right.value);
                    });
}

bool Schemas::matches(const std::string &expression, StringRef text) {
  auto found = expressions.find(expression);
  if (found == expressions.end())
    found = expressions.emplace(expression, Regex(expression)).first;
  return found->second.match(text);
}

bool Schemas::evaluate(At at, const JsonNode &value) {
  return all_of(at.schema.members,
                [&](const JsonMember &keyword) { return evaluateKeyword(at, keyword, value); });
}

static bool hasType(StringRef type, const JsonNode &value) {
  switch (value.kind) {
  case JsonNode::Null:
    return type == "null";
  case JsonNode::Boolean:
    return type == "boolean";
  case JsonNode::Integer:
    return type == "integer" || type == "number";
  case JsonNode::Number:
    return type == "number";
  case JsonNode::String:
    return type == "string";
  case JsonNode::Array:
    return type == "array";
  case JsonNode::Object:
    return type == "object";
  }
  return false;
}

bool Schemas::evaluateKeyword(At at, const JsonMember &keyword, const JsonNode &value) {
  StringRef name = keyword.key;
  const JsonNode &operand = keyword.value;
  if (name == "type")
    return hasType(operand.text, value);
  if (name == "const")
    return isSameValue(operand, value);
  if (name == "enum")
    return any_of(operand.items,
                  [&](const JsonNode &item) { return isSameValue(item, value); });
  if (name == "pattern")
    return value.kind != JsonNode::String || matches(operand.text, value.text);
  if (name == "minLength") // Only used with 1, so bytes will do for characters.
    return value.kind != JsonNode::String || int64_t(value.text.size()) >= operand.integer;
  if (name == "minimum")
    return value.kind != JsonNode::Integer || value.integer >= operand.integer;
  if (name == "maximum")
    return value.kind != JsonNode::Integer || value.integer <= operand.integer;
  if (name == "minItems")
    return value.kind != JsonNode::Array || int64_t(value.items.size()) >= operand.integer;
  if (name == "items")
    return all_of(value.items,
                  [&](const JsonNode &item) { return evaluate({operand, at.file}, item); });
  if (name == "$ref")
    return followReference(at, operand.text, value);
  if (name == "anyOf" || name == "oneOf")
    return evaluateChoice(at, keyword, value);
  if (name == "properties" || name == "required" || name == "additionalProperties" ||
      name == "propertyNames")
    return value.kind != JsonNode::Object || evaluateObject(at, keyword, value);
  if (name != "$schema" && name != "$defs" && name != "title" && name != "description" &&
      name != "examples")
    unknownKeywords.insert(name.str());
  return true;
}

bool Schemas::evaluateChoice(At at, const JsonMember &keyword, const JsonNode &value) {
  size_t accepting = count_if(keyword.value.items, [&](const JsonNode &schema) {
    return evaluate({schema, at.file}, value);
  });
  return keyword.key == "oneOf" ? accepting == 1 : accepting > 0;
}

bool Schemas::evaluateObject(At at, const JsonMember &keyword, const JsonNode &value) {
  const JsonNode &operand = keyword.value;
  if (keyword.key == "required")
    return all_of(operand.items,
                  [&](const JsonNode &key) { return value.find(key.text) != nullptr; });
  if (keyword.key == "propertyNames")
    return all_of(value.members, [&](const JsonMember &member) {
      JsonNode name;
      name.kind = JsonNode::String;
      name.text = member.key;
      return evaluate({operand, at.file}, name);
    });
  const JsonMember *properties = at.schema.find("properties");
  return all_of(value.members, [&](const JsonMember &member) {
    const JsonMember *known = properties ? properties->value.find(member.key) : nullptr;
    if (keyword.key == "properties")
      return !known || evaluate({known->value, at.file}, member.value);
    if (known)
      return true;
    return operand.kind == JsonNode::Boolean ? operand.boolean
                                             : evaluate({operand, at.file}, member.value);
  });
}

bool Schemas::followReference(At at, StringRef reference, const JsonNode &value) {
  auto [file, pointer] = reference.split('#');
  std::string name = file.empty() ? at.file : file.str();
  auto document = documents.find(name);
  const JsonNode *target = pointer.consume_front("/$defs/") ? find(name, pointer) : nullptr;
  if (document == documents.end() || !target) {
    danglingReferences.insert(reference.str());
    return false;
  }
  return evaluate({*target, document->first}, value);
}

} // namespace tamga::policy
