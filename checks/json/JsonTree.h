//===- JsonTree.h - JSON with positions ----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What a JSON file says and where it says it. Policies and reports are read from this tree
/// and nothing else, so that no malformed file can reach a JSON function that aborts.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_JSON_JSONTREE_H
#define TAMGA_JSON_JSONTREE_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tamga {

struct JsonMember;

struct JsonNode {
  enum Kind : uint8_t { Null, Boolean, Integer, Number, String, Array, Object } kind = Null;
  uint32_t offset = 0; ///< Of its first byte.
  bool boolean = false;
  int64_t integer = 0;
  std::string text; ///< String: decoded. Number: as written (fractions, huge integers).
  std::vector<JsonNode> items;
  std::vector<JsonMember> members; ///< In the order of the file; keys are unique.

  const JsonMember *find(llvm::StringRef key) const;
};

struct JsonMember {
  std::string key;
  uint32_t offset = 0; ///< Of the key.
  JsonNode value;
};

struct LineColumn {
  unsigned line = 1, column = 1; ///< From 1; columns in bytes.
};

/// What is wrong, and where.
struct Problem {
  std::string file; ///< Empty: what a user asked for by an option.
  LineColumn at;
  std::string path; ///< `$.rules[0].id`.
  std::string text;

  /// `file:line:col: error: $.path: text`.
  std::string line() const;
};

struct JsonDocument {
  std::string file; ///< As it is named in errors.
  std::string hash; ///< Hex SHA-256 of the bytes.
  JsonNode root;
  std::vector<uint32_t> lineStarts; ///< Never empty.
  unsigned firstLine = 1;           ///< Greater for a text inside another file.

  LineColumn position(uint32_t offset) const;
};

/// Nesting beyond this is an error.
constexpr unsigned maximumJsonDepth = 256;
/// Bytes beyond this are an error: no policy file comes near.
constexpr size_t maximumJsonSize = 64u << 20;

/// Reads any bytes; nothing when they are no JSON, and then \p problem says why. Duplicate
/// keys, text that is not UTF-8 and nesting beyond maximumJsonDepth count as no JSON.
std::optional<JsonDocument> parseJson(llvm::StringRef text, llvm::StringRef file,
                                      Problem &problem, size_t mostBytes = maximumJsonSize);

/// Reads the file at \p path.
std::optional<JsonDocument> readJson(llvm::StringRef path, Problem &problem,
                                     size_t mostBytes = maximumJsonSize);

/// "a string", "an array", ...: for messages.
llvm::StringRef describe(JsonNode::Kind kind);

/// \p text on one line: control characters and bytes that are not UTF-8 are escaped,
/// long text is cut.
std::string printable(llvm::StringRef text);

/// `.key`, or `["a key"]` where the key is no identifier.
std::string pathStep(llvm::StringRef key);

} // namespace tamga

#endif // TAMGA_JSON_JSONTREE_H
