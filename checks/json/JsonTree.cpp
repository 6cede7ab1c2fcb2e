//===- JsonTree.cpp - JSON with positions --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The only file that lets a JSON library read. Without exceptions most of that library
// ends the process on a surprise (a missing key, a wrong type), and inside clang-tidy or
// clangd the process is not ours. Its event parser does not: it reports the error and
// returns. It does not say where an event happened, though. So it reads through an
// iterator that counts the bytes it hands out: when an event arrives, the token that
// caused it ends at that count (numbers: one byte earlier, since only the byte after a
// number ends it), and the token's first byte is found by walking back. That costs one
// look at each byte, and offsets become lines and columns only when somebody asks.
//
//===----------------------------------------------------------------------===//

#include "JsonTree.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SHA256.h"
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

using namespace llvm;

namespace tamga {

const JsonMember *JsonNode::find(StringRef key) const {
  for (const JsonMember &member : members)
    if (member.key == key)
      return &member;
  return nullptr;
}

LineColumn JsonDocument::position(uint32_t offset) const {
  auto next = std::upper_bound(lineStarts.begin(), lineStarts.end(), offset);
  unsigned line = next - lineStarts.begin();
  return {line + firstLine - 1, offset - lineStarts[line - 1] + 1};
}

std::string Problem::line() const {
  if (file.empty())
    return "error: " + text;
  return (Twine(file) + ":" + Twine(at.line) + ":" + Twine(at.column) + ": error: " + path +
          ": " + text)
      .str();
}

StringRef describe(JsonNode::Kind kind) {
  switch (kind) {
  case JsonNode::Null:
    return "null";
  case JsonNode::Boolean:
    return "a boolean";
  case JsonNode::Integer:
    return "an integer";
  case JsonNode::Number:
    return "a number";
  case JsonNode::String:
    return "a string";
  case JsonNode::Array:
    return "an array";
  case JsonNode::Object:
    return "an object";
  }
  return "";
}

std::string printable(StringRef text) {
  constexpr size_t longest = 160;
  std::string out;
  for (size_t index = 0; index < text.size() && out.size() < longest;) {
    unsigned char byte = text[index];
    unsigned length = getNumBytesForUTF8(byte);
    const auto *begin = reinterpret_cast<const UTF8 *>(text.data()) + index;
    bool isWhole = index + length <= text.size() && isLegalUTF8Sequence(begin, begin + length);
    if (!isWhole || byte < 0x20 || byte == 0x7f) {
      out += "\\x" + utohexstr(byte, /*LowerCase=*/true, /*Width=*/2);
      ++index;
      continue;
    }
    out += text.substr(index, length);
    index += length;
  }
  return out.size() < longest ? out : out + "...";
}

std::string pathStep(StringRef key) {
  bool isIdentifier = !key.empty() && all_of(key, [](char c) {
    return isAlnum(c) || c == '_' || c == '$' || c == '-';
  });
  return isIdentifier ? "." + key.str() : "[\"" + printable(key) + "\"]";
}

namespace {

/// Hands out the bytes of a text and counts them. All copies share one count, because
/// the parser keeps a copy of its own.
struct CountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char *;
  using reference = const char &;

  const char *at;
  size_t *count;

  reference operator*() const { return *at; }
  CountingIterator &operator++() {
    ++at;
    ++*count;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator &other) const { return at == other.at; }
  bool operator!=(const CountingIterator &other) const { return at != other.at; }
};

/// Receives the parser's events. A handler that returns false ends the parse; then
/// `message` says why.
class TreeBuilder {
public:
  using Json = nlohmann::json;

  TreeBuilder(StringRef text, const size_t &consumed) : text(text), consumed(consumed) {}

  JsonNode root;
  std::string message;
  uint32_t errorOffset = 0;

  bool null() { return add(nodeAt(JsonNode::Null, wordStart())); }
  bool boolean(bool value) {
    JsonNode node = nodeAt(JsonNode::Boolean, wordStart());
    node.boolean = value;
    return add(std::move(node));
  }
  bool number_integer(Json::number_integer_t value) {
    JsonNode node = nodeAt(JsonNode::Integer, wordStart());
    node.integer = value;
    return add(std::move(node));
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    if (value > uint64_t(INT64_MAX))
      return addText(nodeAt(JsonNode::Number, wordStart()), utostr(value));
    return number_integer(int64_t(value));
  }
  bool number_float(Json::number_float_t, const std::string &spelling) {
    return addText(nodeAt(JsonNode::Number, wordStart()), spelling);
  }
  bool string(std::string &value) {
    return addText(nodeAt(JsonNode::String, stringStart()), std::move(value));
  }
  bool binary(Json::binary_t &) { return fail("binary data", consumed); }
  bool start_object(size_t) { return open(JsonNode::Object); }
  bool start_array(size_t) { return open(JsonNode::Array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string &name) {
    uint32_t offset = stringStart();
    bool isNew = keys.back().insert(name).second;
    openNodes.back()->members.push_back({std::move(name), offset, {}});
    if (isNew)
      return true;
    return fail("duplicate key '" + printable(openNodes.back()->members.back().key) + "'",
                offset);
  }

  bool parse_error(size_t, const std::string &, const nlohmann::detail::exception &error) {
    // The library's text begins with its own error number and position.
    StringRef text = error.what();
    text = text.substr(text.find(']') + 1).ltrim();
    if (text.starts_with("parse error at "))
      text = text.substr(text.find(": ") + 2);
    // The last byte read is the one that did not fit.
    return fail(printable(text), consumed ? consumed - 1 : 0);
  }

  /// Of the value that is being read.
  std::string path() const {
    std::string out = "$";
    for (const JsonNode *node : openNodes) {
      if (node->kind == JsonNode::Object && !node->members.empty())
        out += pathStep(node->members.back().key);
      if (node->kind == JsonNode::Array && !node->items.empty())
        out += "[" + utostr(node->items.size() - 1) + "]";
    }
    return out;
  }

private:
  StringRef text;
  const size_t &consumed;
  /// The containers that are not closed. Their addresses hold, because only the
  /// innermost grows.
  std::vector<JsonNode *> openNodes;
  std::vector<StringSet<>> keys; ///< Of each open container.

  bool fail(std::string why, size_t offset) {
    message = std::move(why);
    errorOffset = std::min(offset, text.size());
    return false;
  }

  JsonNode *place(JsonNode node) {
    if (openNodes.empty()) {
      root = std::move(node);
      return &root;
    }
    JsonNode &parent = *openNodes.back();
    if (parent.kind == JsonNode::Array)
      return &parent.items.emplace_back(std::move(node));
    parent.members.back().value = std::move(node);
    return &parent.members.back().value;
  }

  static JsonNode nodeAt(JsonNode::Kind kind, uint32_t offset) {
    JsonNode node;
    node.kind = kind;
    node.offset = offset;
    return node;
  }

  bool addText(JsonNode node, std::string text) {
    node.text = std::move(text);
    return add(std::move(node));
  }

  bool add(JsonNode node) {
    place(std::move(node));
    return true;
  }

  bool open(JsonNode::Kind kind) {
    uint32_t offset = consumed - 1;
    if (openNodes.size() == maximumJsonDepth)
      return fail("nested more than " + utostr(maximumJsonDepth) + " deep", offset);
    openNodes.push_back(place(nodeAt(kind, offset)));
    keys.emplace_back();
    return true;
  }

  bool close() {
    openNodes.pop_back();
    keys.pop_back();
    return true;
  }

  /// First byte of the number or word that was just read.
  uint32_t wordStart() const {
    auto isPart = [](char c) { return isAlnum(c) || c == '-' || c == '+' || c == '.'; };
    size_t at = consumed;
    if (at && !isPart(text[at - 1]))
      --at;
    while (at && isPart(text[at - 1]))
      --at;
    return at;
  }

  /// The opening quote of the string that was just read. Its content has no quote
  /// without an odd number of backslashes before it.
  uint32_t stringStart() const {
    size_t at = consumed - 1;
    while (at) {
      --at;
      if (text[at] != '"')
        continue;
      size_t slashes = 0;
      while (slashes < at && text[at - slashes - 1] == '\\')
        ++slashes;
      if (slashes % 2 == 0)
        break;
    }
    return at;
  }
};

std::vector<uint32_t> findLineStarts(StringRef text) {
  std::vector<uint32_t> starts = {0};
  for (size_t index = text.find('\n'); index != StringRef::npos;
       index = text.find('\n', index + 1))
    starts.push_back(index + 1);
  return starts;
}

} // namespace

std::optional<JsonDocument> parseJson(StringRef text, StringRef file, Problem &problem,
                                      size_t mostBytes) {
  problem = {file.str(), {}, "$", ""};
  if (text.size() > mostBytes) {
    problem.text = "the file is larger than " + std::to_string(mostBytes >> 20) + " MB";
    return std::nullopt;
  }
  JsonDocument document;
  document.file = file.str();
  document.lineStarts = findLineStarts(text);
  document.hash = toHex(SHA256::hash(arrayRefFromStringRef(text)), /*LowerCase=*/true);

  size_t consumed = 0;
  TreeBuilder builder(text, consumed);
  bool isRead = nlohmann::json::sax_parse(CountingIterator{text.begin(), &consumed},
                                          CountingIterator{text.end(), &consumed}, &builder);
  if (!isRead) {
    problem.at = document.position(builder.errorOffset);
    problem.path = builder.path();
    problem.text = builder.message;
    return std::nullopt;
  }
  document.root = std::move(builder.root);
  return document;
}

std::optional<JsonDocument> readJson(StringRef path, Problem &problem, size_t mostBytes) {
  problem = {path.str(), {}, "$", ""};
  // Opening a folder succeeds on some systems and fails late.
  if (sys::fs::is_directory(path)) {
    problem.text = "cannot read the file: it is a folder";
    return std::nullopt;
  }
  // A device may have no end.
  if (sys::fs::exists(path) && !sys::fs::is_regular_file(path)) {
    problem.text = "not a regular file";
    return std::nullopt;
  }
  auto buffer = MemoryBuffer::getFile(path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!buffer) {
    problem.text = "cannot read the file: " + buffer.getError().message();
    return std::nullopt;
  }
  return parseJson((*buffer)->getBuffer(), path, problem, mostBytes);
}

} // namespace tamga
