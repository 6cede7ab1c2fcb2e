//===- AnnotationReader.cpp - effects beside a declaration ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An annotation says what an entry of `effects` says: `tamga:sink kind=sink.file at=arg1`
// is `{"sink": "sink.file", "at": "arg1"}`. So it is turned into that object and read by
// the same tables, and cannot come to mean anything else.
//
//===----------------------------------------------------------------------===//

#include "EffectReader.h"
#include "PolicyReader.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace tamga::policy {

namespace {

/// The annotation's name of the key that names an effect in JSON.
StringRef mainKey(EffectKind effect) {
  switch (effect) {
  case EffectKind::Source:
  case EffectKind::Sink:
  case EffectKind::Use:
  case EffectKind::Guards:
  case EffectKind::EndsGuards:
  case EffectKind::Capability:
  case EffectKind::Store:
  case EffectKind::Erase:
    return "kind";
  case EffectKind::Propagates:
  case EffectKind::Aliases:
  case EffectKind::Gives:
  case EffectKind::Tells:
    return "from";
  case EffectKind::Labels:
  case EffectKind::Strips:
    return "labels";
  case EffectKind::Clears:
  case EffectKind::Makes:
  case EffectKind::Calls:
  case EffectKind::Registers:
  case EffectKind::Binds:
  case EffectKind::Constructs:
    return "at";
  case EffectKind::Reads:
    return "step";
  case EffectKind::NoReturn:
    return "";
  }
  return "";
}

/// Splits off what stands before the first character that \p ends, outside quotes:
/// `note="a b; c"` is one word.
template <class Ends> StringRef takeUntil(StringRef &rest, const Ends &ends) {
  size_t end = 0;
  bool isQuoted = false;
  for (; end < rest.size() && (isQuoted || !ends(rest[end])); ++end)
    if (rest[end] == '"')
      isQuoted = !isQuoted;
  StringRef word = rest.take_front(end);
  rest = rest.drop_front(end);
  return word;
}

StringRef takeWord(StringRef &rest) {
  rest = rest.ltrim();
  return takeUntil(rest, isSpace);
}

bool isListKey(StringRef key) {
  return key == "labels" || key == "strips" || key == "arguments";
}

JsonNode valueOf(StringRef key, StringRef text) {
  JsonNode node;
  node.kind = isListKey(key) ? JsonNode::Array : JsonNode::String;
  if (text.size() > 1 && text.starts_with("\"") && text.ends_with("\""))
    text = text.drop_front().drop_back();
  node.text = text.str();
  if (!isListKey(key))
    return node;
  SmallVector<StringRef, 4> words;
  text.split(words, ',');
  for (StringRef word : words) {
    JsonNode &item = node.items.emplace_back();
    item.kind = JsonNode::String;
    item.text = word.trim().str();
  }
  return node;
}

/// Reads the `key=value` words of \p rest into an object, the form's own key first.
Error readWords(StringRef rest, const EffectForm &form, JsonNode &object) {
  object.kind = JsonNode::Object;
  if (form.effect == EffectKind::NoReturn) {
    JsonMember &member = object.members.emplace_back();
    member.key = form.key.str();
    member.value.kind = JsonNode::Boolean;
    member.value.boolean = true;
  }
  while (!rest.ltrim().empty()) {
    auto [key, value] = takeWord(rest).split('=');
    if (value.empty())
      return createStringError(inconvertibleErrorCode(), "'" + printable(key) +
                                                             "' has no value; write " +
                                                             printable(key) + "=...");
    StringRef written = key;
    if (key == mainKey(form.effect))
      key = form.key;
    else if (key == form.key)
      return createStringError(inconvertibleErrorCode(),
                               "write " + mainKey(form.effect) + "=..., not " + key + "=...");
    if (object.find(key))
      return createStringError(inconvertibleErrorCode(),
                               "'" + printable(written) + "' is written twice");
    JsonMember member{key.str(), 0, valueOf(key, value)};
    object.members.insert(key == form.key ? object.members.begin() : object.members.end(),
                          std::move(member));
  }
  return Error::success();
}

/// The rows of \p form that annotations know. Where an annotation says no place, the
/// declaration it stands on does. Conditions are for models.
std::vector<Field<Effect>> rowsOf(const EffectForm &form) {
  std::vector<Field<Effect>> rows;
  for (const Field<Effect> &field : form.fields)
    if (field.key != "when")
      rows.push_back({field.key, field.key == "at" ? Need::Optional : field.need, field.read});
  return rows;
}

Expected<Effect> readOne(StringRef text, const Origin &where, const Kinds &kinds) {
  StringRef rest = text;
  StringRef name = takeWord(rest);
  auto failed = [&](const Twine &why) {
    return createStringError(inconvertibleErrorCode(),
                             Twine(where.file) + ":" + Twine(where.line) +
                                 ": error: tamga:" + printable(name) + ": " + why);
  };
  std::vector<StringRef> names;
  const EffectForm *form = nullptr;
  for (const EffectForm &candidate : functionForms()) {
    names.push_back(candidate.key);
    if (candidate.key == name)
      form = &candidate;
  }
  if (!form) {
    std::string near = suggestion(name, names);
    return failed("unknown effect '" + printable(name) + "'" +
                  (near.empty() ? "; effects are " + listed(names) : near));
  }

  JsonDocument document;
  document.lineStarts = {0};
  if (Error error = readWords(rest, *form, document.root))
    return failed(toString(std::move(error)));
  if (!mainKey(form->effect).empty() && !document.root.find(form->key))
    return failed(mainKey(form->effect) + "=... is missing");

  std::vector<Problem> errors;
  ReadContext context{document, kinds, errors};
  Effect effect;
  effect.effect = form->effect;
  readObject<Effect>(context, JsonPlace{document.root}, rowsOf(*form), effect);
  if (errors.empty())
    return effect;
  const Problem &first = errors.front();
  StringRef key = StringRef(first.path).drop_front().ltrim('.');
  return failed(key == form->key ? Twine(first.text) : Twine(key) + ": " + first.text);
}

} // namespace

static Expected<std::vector<Effect>> readAll(StringRef text, const Origin &where,
                                             const Kinds &kinds) {
  std::vector<Effect> effects;
  std::string errors;
  if (!text.trim().consume_front("tamga:"))
    return effects;
  while (!text.empty()) {
    StringRef part = takeUntil(text, [](char c) { return c == ';'; }).trim();
    text.consume_front(";");
    part.consume_front("tamga:");
    if (part.empty())
      continue;
    Expected<Effect> effect = readOne(part, where, kinds);
    if (effect)
      effects.push_back(std::move(*effect));
    else
      errors += (errors.empty() ? "" : "\n") + toString(effect.takeError());
  }
  if (!errors.empty())
    return createStringError(inconvertibleErrorCode(), errors);
  return effects;
}

Expected<std::vector<Effect>> readAnnotation(StringRef text, const Origin &where) {
  Kinds any;
  any.isOpen = true;
  return readAll(text, where, any);
}

Expected<std::vector<Effect>> readAnnotation(StringRef text, const Origin &where,
                                             const Policy &policy) {
  Kinds known;
  known.words = policy.kindWords;
  return readAll(text, where, known);
}

} // namespace tamga::policy
