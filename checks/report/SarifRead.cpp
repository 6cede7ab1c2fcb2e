//===- SarifRead.cpp - logs that Tamga wrote ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// What is compared and joined later is checked here, while the place in the file is known:
/// whose log it is, and that each result has a rule, a place and a fingerprint.
//===----------------------------------------------------------------------===//

#include "../json/JsonTree.h"
#include "SarifLog.h"
#include "SarifParts.h"
#include "llvm/ADT/STLExtras.h"

namespace tamga::report {

using sarif::Json;

namespace {

/// Logs of large programs are larger than anything else that is read.
constexpr size_t mostBytes = size_t(1) << 30;

/// What these hold wherever they stand: an object, or a list of objects. Whoever changes a log
/// relies on it.
constexpr llvm::StringLiteral objectKeys[] = {
    "tool",     "driver", "properties",      "toolComponent",       "artifactLocation",
    "location", "region", "physicalLocation", "partialFingerprints", "message"};
constexpr llvm::StringLiteral listKeys[] = {
    "runs",          "results",   "rules",       "invocations",      "artifacts",
    "taxonomies",    "taxa",      "extensions",  "suppressions",     "locations",
    "codeFlows",     "threadFlows", "relatedLocations", "logicalLocations",
    "relationships", "toolExecutionNotifications"};

/// Finds the first thing in a log that is not as Tamga writes it.
class Checker {
public:
  explicit Checker(const JsonDocument &document) : document(document) {}

  llvm::Error check() {
    const JsonNode &root = document.root;
    if (llvm::Error error = checkKinds(root, "$"))
      return error;
    if (llvm::StringRef version = textOf(root, "version"); version != "2.1.0")
      return wrong(root, "$", "no SARIF 2.1.0 log; write it with --format sarif");
    const JsonNode *runs = memberOf(root, "runs", JsonNode::Array);
    if (!runs || runs->items.size() != 1)
      return wrong(root, "$.runs", "a log of Tamga has one run");
    const JsonNode &run = runs->items[0];
    const JsonNode *tool = memberOf(run, "tool", JsonNode::Object);
    const JsonNode *driver = tool ? memberOf(*tool, "driver", JsonNode::Object) : nullptr;
    if (!driver || textOf(*driver, "name") != "Tamga")
      return wrong(run, "$.runs[0].tool", "not a log of Tamga");
    if (!memberOf(*driver, "rules", JsonNode::Array))
      return wrong(*driver, "$.runs[0].tool.driver.rules", "a list is missing");
    const JsonNode *results = memberOf(run, "results", JsonNode::Array);
    if (!results)
      return wrong(run, "$.runs[0].results", "a list is missing");
    for (size_t index = 0; index < results->items.size(); ++index)
      if (llvm::Error error = checkResult(results->items[index], index))
        return error;
    return llvm::Error::success();
  }

private:
  static const JsonNode *memberOf(const JsonNode &object, llvm::StringRef key,
                                  JsonNode::Kind kind) {
    const JsonMember *member = object.find(key);
    return member && member->value.kind == kind ? &member->value : nullptr;
  }
  static llvm::StringRef textOf(const JsonNode &object, llvm::StringRef key) {
    const JsonNode *text = memberOf(object, key, JsonNode::String);
    return text ? llvm::StringRef(text->text) : llvm::StringRef();
  }

  llvm::Error checkKinds(const JsonNode &node, const std::string &path) {
    for (size_t index = 0; index < node.items.size(); ++index)
      if (llvm::Error error =
              checkKinds(node.items[index], path + "[" + std::to_string(index) + "]"))
        return error;
    for (const JsonMember &member : node.members) {
      const std::string place = path + pathStep(member.key);
      if (llvm::is_contained(objectKeys, member.key) && member.value.kind != JsonNode::Object)
        return wrong(member.value, place,
                     "an object is needed, not " + describe(member.value.kind).str());
      if (llvm::is_contained(listKeys, member.key) && !isListOfObjects(member.value))
        return wrong(member.value, place, "a list of objects is needed");
      if (llvm::Error error = checkKinds(member.value, place))
        return error;
    }
    return llvm::Error::success();
  }

  static bool isListOfObjects(const JsonNode &node) {
    return node.kind == JsonNode::Array && llvm::all_of(node.items, [](const JsonNode &item) {
             return item.kind == JsonNode::Object;
           });
  }

  llvm::Error checkResult(const JsonNode &result, size_t index) {
    const std::string path = "$.runs[0].results[" + std::to_string(index) + "]";
    if (textOf(result, "ruleId").empty())
      return wrong(result, path, "a result without ruleId");
    const JsonNode *prints = memberOf(result, "partialFingerprints", JsonNode::Object);
    if (!prints || textOf(*prints, "tamga/v1").empty())
      return wrong(result, path,
                   "no fingerprint 'tamga/v1': another version wrote it; write it anew");
    const JsonNode *places = memberOf(result, "locations", JsonNode::Array);
    if (!places || places->items.size() != 1)
      return wrong(result, path, "a result has one location");
    return llvm::Error::success();
  }

  llvm::Error wrong(const JsonNode &node, std::string path, std::string text) {
    const Problem problem{document.file, document.position(node.offset), std::move(path),
                          std::move(text)};
    return llvm::createStringError(llvm::inconvertibleErrorCode(), problem.line());
  }

  const JsonDocument &document;
};

/// The tree has at most maximumJsonDepth levels.
Json toJson(JsonNode &&node) {
  switch (node.kind) {
  case JsonNode::Null:
    return nullptr;
  case JsonNode::Boolean:
    return node.boolean;
  case JsonNode::Integer:
    if (node.integer >= 0)
      return uint64_t(node.integer);
    return node.integer;
  case JsonNode::Number: // Tamga writes none.
  case JsonNode::String:
    return std::move(node.text);
  case JsonNode::Array: {
    Json list = Json::array();
    for (JsonNode &item : node.items)
      list.push_back(toJson(std::move(item)));
    return list;
  }
  case JsonNode::Object: {
    Json object = Json::object();
    for (JsonMember &member : node.members)
      object.push_back({std::move(member.key), toJson(std::move(member.value))});
    return object;
  }
  }
  return nullptr;
}

} // namespace

llvm::Expected<SarifLog> SarifLog::read(const std::string &file) {
  Problem problem;
  std::optional<JsonDocument> document = readJson(file, problem, mostBytes);
  if (!document)
    return llvm::createStringError(llvm::inconvertibleErrorCode(), problem.line());
  if (llvm::Error error = Checker(*document).check())
    return error;
  return SarifLog(toJson(std::move(document->root)));
}

} // namespace tamga::report
