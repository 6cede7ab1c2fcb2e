//===- Schema.h - the published schemas, evaluated ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The part of JSON Schema 2020-12 that Tamga's own schemas use. A keyword that is not
/// known is remembered, so that a test can fail on it instead of passing for too much.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_TEST_SCHEMA_H
#define TAMGA_TEST_SCHEMA_H

#include "json/JsonTree.h"
#include "llvm/Support/Regex.h"
#include <map>
#include <set>

namespace tamga::policy {

class Schemas {
public:
  /// Reads every schema of \p folder.
  explicit Schemas(const std::string &folder);

  /// Whether \p value is what the schema in \p file describes.
  bool accepts(const std::string &file, const JsonNode &value);

  /// `file`, or `$defs/definition` in it; null: there is none.
  const JsonNode *find(const std::string &file, llvm::StringRef definition) const;

  std::vector<std::string> files() const;

  std::vector<std::string> problems; ///< Schemas that are no JSON.
  std::set<std::string> unknownKeywords;
  std::set<std::string> danglingReferences;

private:
  struct At {
    const JsonNode &schema;
    const std::string &file;
  };
  std::map<std::string, JsonDocument> documents;
  std::map<std::string, llvm::Regex> expressions;

  bool evaluate(At at, const JsonNode &value);
  bool evaluateKeyword(At at, const JsonMember &keyword, const JsonNode &value);
  bool evaluateObject(At at, const JsonMember &keyword, const JsonNode &value);
  bool evaluateChoice(At at, const JsonMember &keyword, const JsonNode &value);
  bool followReference(At at, llvm::StringRef reference, const JsonNode &value);
  bool matches(const std::string &expression, llvm::StringRef text);
};

/// Whether two values are equal, wherever they stand.
bool isSameValue(const JsonNode &one, const JsonNode &other);

} // namespace tamga::policy

#endif // TAMGA_TEST_SCHEMA_H
