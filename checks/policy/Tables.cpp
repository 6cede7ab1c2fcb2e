//===- Tables.cpp - JSON objects as tables of fields ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tables.h"
#include "PolicyReader.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace tamga::policy {

std::string JsonPlace::path() const {
  if (!parent)
    return "$";
  return parent->path() +
         (parent->node.kind == JsonNode::Array ? "[" + utostr(index) + "]" : pathStep(key));
}

void ReadContext::error(const JsonPlace &at, const Twine &text) {
  errors.push_back({document.file, document.position(at.node.offset), at.path(), text.str()});
}

void ReadContext::errorAtKey(const JsonPlace &object, const JsonMember &member,
                             const Twine &text) {
  errors.push_back({document.file, document.position(member.offset),
                    object.path() + pathStep(member.key), text.str()});
}

void ReadContext::report(const JsonPlace &at, Error problem) {
  if (problem)
    error(at, toString(std::move(problem)));
}

Origin ReadContext::origin(const JsonPlace &at) const {
  return {document.file, document.position(at.node.offset).line};
}

Mention mention(const ReadContext &context, const JsonPlace &at, StringRef word) {
  return {word.str(), context.document.file, context.document.position(at.node.offset),
          at.path()};
}

bool ReadContext::expect(const JsonPlace &at, JsonNode::Kind kind) {
  if (at.node.kind == kind)
    return true;
  error(at, "expected " + describe(kind) + ", found " + describe(at.node.kind));
  return false;
}

namespace {

/// The keys of an object against those that it may and must have.
struct KeyCheck {
  ReadContext &context;
  const JsonPlace &at;
  std::vector<StringRef> known;
  std::vector<StringRef> missing; ///< Required, absent, and not yet spoken of.
  bool isGood = true;

  std::string sayMissing() {
    isGood = false;
    std::string keys = "'" + join(missing, "', '") + "'";
    bool isOne = missing.size() == 1;
    missing.clear();
    return isOne ? "the required key " + keys + " is missing"
                 : "the required keys " + keys + " are missing";
  }

  /// One mistake is one error: a required key that is missing because it was misspelt is
  /// told with the misspelling.
  void unknown(const JsonMember &member) {
    isGood = false;
    std::vector<StringRef> absent;
    copy_if(known, std::back_inserter(absent),
            [&](StringRef key) { return !at.node.find(key); });
    std::string hint = suggestion(member.key, absent);
    erase_if(missing, [&](StringRef key) {
      return StringRef(hint).contains(("mean '" + key + "'").str());
    });
    if (hint.empty())
      hint = "; " + (missing.empty() ? "keys here are " + listed(known) : sayMissing());
    context.errorAtKey(at, member, "unknown key '" + printable(member.key) + "'" + hint);
  }
};

} // namespace

bool checkKeys(ReadContext &context, const JsonPlace &at, ArrayRef<KeyNeed> keys) {
  if (!context.expect(at, JsonNode::Object))
    return false;
  KeyCheck check{context, at, {}, {}};
  for (const KeyNeed &key : keys) {
    check.known.push_back(key.key);
    if (key.need == Need::Required && !at.node.find(key.key))
      check.missing.push_back(key.key);
  }
  for (const JsonMember &member : at.node.members)
    if (!is_contained(check.known, member.key))
      check.unknown(member);
  if (!check.missing.empty())
    context.error(at, check.sayMissing());
  return check.isGood;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

bool readString(ReadContext &context, const JsonPlace &at, std::string &out) {
  if (!context.expect(at, JsonNode::String))
    return false;
  out = at.node.text;
  return true;
}

bool readNonEmpty(ReadContext &context, const JsonPlace &at, std::string &out) {
  if (!readString(context, at, out))
    return false;
  if (!StringRef(out).trim().empty())
    return true;
  context.error(at, "the text is empty");
  return false;
}

bool readDate(ReadContext &context, const JsonPlace &at, std::string &out) {
  if (!readString(context, at, out))
    return false;
  Error problem = checkDate(out);
  bool isGood = !problem;
  context.report(at, std::move(problem));
  return isGood;
}

bool readKind(ReadContext &context, const JsonPlace &at, Kind &out) {
  if (!readString(context, at, out))
    return false;
  if (context.kinds.contains(out))
    return true;
  std::vector<StringRef> known;
  for (const auto &[kind, words] : context.kinds.words)
    known.push_back(kind);
  std::string near = suggestion(out, known);
  if (near.empty())
    near = "; kinds are listed in kinds.json, and a file adds its own under \"kinds\"";
  context.error(at, "unknown taint kind '" + printable(out) + "'" + near);
  return false;
}

bool readKindBelow(ReadContext &context, const JsonPlace &at, StringRef family, Kind &out) {
  if (!readKind(context, at, out))
    return false;
  if (isA(out, family.str()))
    return true;
  context.error(at, "'" + out + "' is not a kind of " + family + "; expected '" + family +
                        "' or a kind below it");
  return false;
}

bool readKindList(ReadContext &context, const JsonPlace &at, std::vector<Kind> &out) {
  return readItems(context, at, [&](const JsonPlace &item) {
    Kind kind;
    if (readKind(context, item, kind))
      out.push_back(std::move(kind));
  });
}

bool readStringList(ReadContext &context, const JsonPlace &at, std::vector<std::string> &out) {
  return readItems(context, at, [&](const JsonPlace &item) {
    std::string text;
    if (readNonEmpty(context, item, text))
      out.push_back(std::move(text));
  });
}

bool readOneOrMore(ReadContext &context, const JsonPlace &at, Error (*check)(StringRef),
                   std::vector<std::string> &out) {
  auto readOne = [&](const JsonPlace &place) {
    std::string text;
    if (!readNonEmpty(context, place, text))
      return;
    if (Error problem = check(text))
      context.report(place, std::move(problem));
    else
      out.push_back(std::move(text));
  };
  if (at.node.kind == JsonNode::String)
    readOne(at);
  else if (at.node.kind != JsonNode::Array)
    context.error(at,
                  "expected a string or a list of strings, found " + describe(at.node.kind));
  else if (at.node.items.empty())
    context.error(at, "the list is empty");
  else
    readItems(context, at, readOne);
  return !out.empty();
}

bool readBoolean(ReadContext &context, const JsonPlace &at, bool &out) {
  if (!context.expect(at, JsonNode::Boolean))
    return false;
  out = at.node.boolean;
  return true;
}

bool readCount(ReadContext &context, const JsonPlace &at, unsigned &out) {
  if (!context.expect(at, JsonNode::Integer))
    return false;
  if (at.node.integer < 0 || at.node.integer > 999) {
    context.error(at, "expected an integer from 0 to 999");
    return false;
  }
  out = unsigned(at.node.integer);
  return true;
}

bool readPortValue(ReadContext &context, const JsonPlace &at, Port &out) {
  if (!context.expect(at, JsonNode::String))
    return false;
  Expected<Port> port = readPort(at.node.text);
  if (!port) {
    context.report(at, port.takeError());
    return false;
  }
  out = std::move(*port);
  return true;
}

bool readLabelList(ReadContext &context, const JsonPlace &at, Labels &out) {
  if (!context.expect(at, JsonNode::Array))
    return false;
  if (at.node.items.empty()) {
    context.error(at, "the list is empty");
    return false;
  }
  return readItems(context, at, [&](const JsonPlace &item) {
    if (!context.expect(item, JsonNode::String))
      return;
    Expected<Labels> bit = readLabelBit(item.node.text);
    if (bit)
      out |= *bit;
    else
      context.report(item, bit.takeError());
  });
}

void errorUnknownWord(ReadContext &context, const JsonPlace &at, StringRef what,
                      ArrayRef<StringRef> known) {
  std::string near = suggestion(at.node.text, known);
  context.error(at, "unknown " + what + " '" + printable(at.node.text) + "'" +
                        (near.empty() ? "; expected one of " + listed(known) : near));
}

} // namespace tamga::policy
