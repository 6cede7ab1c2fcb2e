//===- Tables.h - JSON objects as tables of fields ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Every JSON object that policy files know is one table: its keys, whether each must be
/// there, and the function that reads it into a struct. readObject() does the rest, the
/// same for all: wrong type, unknown key, missing key. The tables are listed by
/// readerTables(), and a test compares them with the published schemas.
///
/// A reader of a value returns nothing: it reports what is wrong and leaves its target
/// as it was, so that one pass finds as many errors as the file has.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_TABLES_H
#define TAMGA_POLICY_TABLES_H

#include "Grammar.h"
#include "Policy.h"
#include "../json/JsonTree.h"
#include <array>
#include <map>
#include <utility>

namespace tamga::policy {

/// The taint kinds that files may name, and what each means.
struct Kinds {
  std::map<Kind, std::string> words;
  bool isOpen = false; ///< Any kind will do: the registry is not at hand.

  bool contains(llvm::StringRef kind) const {
    return isOpen ? isKindShaped(kind) : words.count(kind.str()) > 0;
  }
};

/// A value and the way to it from the root of its file.
struct JsonPlace {
  const JsonNode &node;
  const JsonPlace *parent = nullptr;
  llvm::StringRef key = {}; ///< In an object.
  size_t index = 0;         ///< In an array.

  std::string path() const;
};

/// What readers of one file share.
struct ReadContext {
  const JsonDocument &document;
  const Kinds &kinds;
  std::vector<Problem> &errors;
  /// Laws that citations of this file may name; null: not a pack.
  const std::map<std::string, Law> *laws = nullptr;
  std::string library = {};
  bool isProject = false;

  void error(const JsonPlace &at, const llvm::Twine &text);
  /// The same, at the key of \p member inside \p object.
  void errorAtKey(const JsonPlace &object, const JsonMember &member, const llvm::Twine &text);
  /// Reports \p problem, if it is one.
  void report(const JsonPlace &at, llvm::Error problem);
  Origin origin(const JsonPlace &at) const;
  /// Whether \p at holds \p kind; reports it when not.
  bool expect(const JsonPlace &at, JsonNode::Kind kind);
};

/// A word of a file, and where it stands: for what can only be judged later.
struct Mention {
  std::string word;
  std::string file = {}; ///< Empty: the word is an option's.
  LineColumn at = {};
  std::string path = {};

  Problem problem(std::string text) const { return {file, at, path, std::move(text)}; }
};

Mention mention(const ReadContext &context, const JsonPlace &at, llvm::StringRef word);

enum class Need : uint8_t { Optional, Required };

template <class T> struct Field {
  llvm::StringLiteral key;
  Need need;
  void (*read)(ReadContext &, const JsonPlace &, T &);
};

/// A table that begins with rows of its own and goes on with those that others have, too.
template <class T, size_t count, size_t more>
constexpr std::array<Field<T>, count + more> joined(const Field<T> (&own)[count],
                                                    const std::array<Field<T>, more> &shared) {
  return [&]<size_t... first, size_t... second>(std::index_sequence<first...>,
                                                std::index_sequence<second...>) {
    return std::array<Field<T>, count + more>{own[first]..., shared[second]...};
  }(std::make_index_sequence<count>(), std::make_index_sequence<more>());
}

/// The keys of a table without the functions: for checks of the object and for tests.
struct KeyNeed {
  llvm::StringRef key;
  Need need;
};

template <class T> std::vector<KeyNeed> keysOf(llvm::ArrayRef<Field<T>> fields) {
  std::vector<KeyNeed> keys;
  for (const Field<T> &field : fields)
    keys.push_back({field.key, field.need});
  return keys;
}

/// Checks that \p at is an object with the required and without unknown keys. A required
/// key that is missing is not reported when an unknown one looks like it.
bool checkKeys(ReadContext &context, const JsonPlace &at, llvm::ArrayRef<KeyNeed> keys);

/// Reads the members of the object \p at that \p fields know, in the order of the table.
/// False: \p at is no object, or a key is unknown or missing.
template <class T>
bool readObject(ReadContext &context, const JsonPlace &at, llvm::ArrayRef<Field<T>> fields,
                T &out) {
  bool hasGoodKeys = checkKeys(context, at, keysOf(fields));
  if (at.node.kind != JsonNode::Object)
    return false;
  for (const Field<T> &field : fields)
    if (const JsonMember *member = at.node.find(field.key))
      field.read(context, {member->value, &at, member->key}, out);
  return hasGoodKeys;
}

/// Calls \p read for each item of the array \p at; false when it is no array.
template <class Read>
bool readItems(ReadContext &context, const JsonPlace &at, const Read &read) {
  if (!context.expect(at, JsonNode::Array))
    return false;
  for (size_t index = 0; index < at.node.items.size(); ++index)
    read(JsonPlace{at.node.items[index], &at, {}, index});
  return true;
}

/// Calls \p read for each member of the object \p at; false when it is no object.
template <class Read>
bool readMembers(ReadContext &context, const JsonPlace &at, const Read &read) {
  if (!context.expect(at, JsonNode::Object))
    return false;
  for (const JsonMember &member : at.node.members)
    read(JsonPlace{member.value, &at, member.key});
  return true;
}

//===----------------------------------------------------------------------===//
// Readers of values, for the rows of tables
//===----------------------------------------------------------------------===//

bool readString(ReadContext &context, const JsonPlace &at, std::string &out);
bool readNonEmpty(ReadContext &context, const JsonPlace &at, std::string &out);
bool readDate(ReadContext &context, const JsonPlace &at, std::string &out);
bool readKind(ReadContext &context, const JsonPlace &at, Kind &out);
/// The kind lies below \p family (`sink`, `guard`, `capability`).
bool readKindBelow(ReadContext &context, const JsonPlace &at, llvm::StringRef family,
                   Kind &out);
bool readKindList(ReadContext &context, const JsonPlace &at, std::vector<Kind> &out);
bool readStringList(ReadContext &context, const JsonPlace &at, std::vector<std::string> &out);
bool readRegex(ReadContext &context, const JsonPlace &at, std::string &out);
/// A list of words that is not empty.
bool readAlternatives(ReadContext &context, const JsonPlace &at, std::vector<std::string> &out);
/// One string, or a list of at least one; \p check says what is wrong with a string.
bool readOneOrMore(ReadContext &context, const JsonPlace &at,
                   llvm::Error (*check)(llvm::StringRef), std::vector<std::string> &out);
bool readBoolean(ReadContext &context, const JsonPlace &at, bool &out);
/// 0 to 999.
bool readCount(ReadContext &context, const JsonPlace &at, unsigned &out);
bool readPortValue(ReadContext &context, const JsonPlace &at, Port &out);
bool readLabelList(ReadContext &context, const JsonPlace &at, Labels &out);

/// One of several words.
template <class T> struct Word {
  llvm::StringLiteral text;
  T value;
};

/// Reports an unknown word; \p what names the choice: "severity".
void errorUnknownWord(ReadContext &context, const JsonPlace &at, llvm::StringRef what,
                      llvm::ArrayRef<llvm::StringRef> known);

template <class T> struct Choice {
  llvm::StringRef what; ///< As in errorUnknownWord.
  llvm::ArrayRef<Word<T>> words;
};

template <class T>
bool readWord(ReadContext &context, const JsonPlace &at, const Choice<T> &choice, T &out) {
  if (!context.expect(at, JsonNode::String))
    return false;
  std::vector<llvm::StringRef> known;
  for (const Word<T> &word : choice.words) {
    if (at.node.text == word.text) {
      out = word.value;
      return true;
    }
    known.push_back(word.text);
  }
  errorUnknownWord(context, at, choice.what, known);
  return false;
}

inline constexpr Word<Severity> severityWords[] = {
    {"note", Severity::Note}, {"warning", Severity::Warning}, {"error", Severity::Error}};
inline constexpr Word<StepStrength> strengthWords[] = {{"value", StepStrength::Value},
                                                       {"computed", StepStrength::Computed},
                                                       {"derived", StepStrength::Derived}};
inline constexpr Word<StepStrength> stepWords[] = {
    {"value", StepStrength::Value},       {"computed", StepStrength::Computed},
    {"asked", StepStrength::Asked},       {"chosen", StepStrength::Chosen},
    {"position", StepStrength::Position}, {"derived", StepStrength::Derived}};

/// A row's reader from a reader of the value: `into<&Law::title, readString>`.
template <auto member, auto read, class T>
void into(ReadContext &context, const JsonPlace &at, T &out) {
  read(context, at, out.*member);
}

/// The same for a std::optional member.
template <auto member, auto read, class T>
void intoOptional(ReadContext &context, const JsonPlace &at, T &out) {
  if (!read(context, at, (out.*member).emplace()))
    (out.*member).reset();
}

/// The key `$schema`, which editors use: any string.
template <class T> void skipString(ReadContext &context, const JsonPlace &at, T &) {
  context.expect(at, JsonNode::String);
}

} // namespace tamga::policy

#endif // TAMGA_POLICY_TABLES_H
