//===- Elements.cpp - data elements by their names -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Elements.h"
#include "ElementReader.h"
#include "ReaderTables.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace tamga::policy {

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

std::string wordsOf(StringRef name) {
  std::string words;
  bool wasLower = false;
  for (size_t at = 0; at < name.size(); ++at) {
    unsigned char c = name[at];
    // Letters of other scripts stay as they are.
    bool isLetter = isAlnum(c) || c >= 0x80;
    bool isUpper = c < 0x80 && c >= 'A' && c <= 'Z';
    bool isNextLower = at + 1 < name.size() && name[at + 1] >= 'a' && name[at + 1] <= 'z';
    bool wasUpper = at && name[at - 1] >= 'A' && name[at - 1] <= 'Z';
    bool begins = isUpper && (wasLower || (wasUpper && isNextLower));
    if ((!isLetter || begins) && !words.empty() && words.back() != ' ')
      words += ' ';
    if (isLetter)
      words += toLower(char(c));
    wasLower = isLetter && !isUpper;
  }
  return StringRef(words).trim().str();
}

namespace {
constexpr size_t longestName = 4;

/// Words that say that a name is not of the data itself, but of something about it.
constexpr StringLiteral aboutLast[] = {
    "count",    "size",    "length",   "len",     "index",   "idx",      "column",  "col",
    "label",    "field",   "type",     "format",  "pattern", "regex",    "mask",    "flag",
    "flags",    "width",   "height",   "valid",   "enabled", "required", "changed", "error",
    "status",   "widget",  "edit",     "button",  "view",    "class",    "model",   "service",
    "client",   "server",  "provider", "handler", "manager", "factory",  "builder", "parser",
    "validator", "mutex",  "callback", "listener", "schema", "table",    "key",     "offset",
    "space",    "map",     "book",     "bar",     "line",    "range",    "mode",    "state"};
constexpr StringLiteral aboutFirst[] = {"is",  "has", "can", "should", "num", "n",
                                        "max", "min", "no",  "use",    "mac", "ip",
                                        "memory", "file", "base", "host", "next"};
} // namespace

ElementIndex::ElementIndex(const Policy &policy) {
  for (const Element &element : policy.elements)
    for (const ElementName &name : element.names)
      names.try_emplace(wordsOf(name.text), std::make_pair(&element, name.confidence));
}

const Element *ElementIndex::find(StringRef name, Confidence least) const {
  std::string joined = wordsOf(name);
  SmallVector<StringRef, 8> words;
  StringRef(joined).split(words, ' ', -1, false);
  if (words.empty() || words.size() > 8)
    return nullptr;
  auto look = [&](StringRef text) -> const Element * {
    auto known = names.find(text);
    if (known == names.end())
      known = text.size() > 3 && text.ends_with("s") ? names.find(text.drop_back()) : names.end();
    bool counts = known != names.end() && known->second.second >= least;
    return counts ? known->second.first : nullptr;
  };
  if (const Element *whole = look(joined))
    return whole;
  if (words.size() > 1 &&
      (is_contained(aboutLast, words.back()) || is_contained(aboutFirst, words.front())))
    return nullptr;
  for (size_t count = std::min(words.size() - 1, longestName); count > 0; --count)
    for (size_t first = 0; first + count <= words.size(); ++first) {
      const char *end = words[first + count - 1].end();
      if (const Element *part = look(StringRef(words[first].begin(), end - words[first].begin())))
        return part;
    }
  return nullptr;
}

//===----------------------------------------------------------------------===//
// The file
//===----------------------------------------------------------------------===//

namespace {

constexpr Word<Category> categoryWords[] = {{"ordinary", Category::Ordinary},
                                            {"special", Category::Special},
                                            {"biometric", Category::Biometric},
                                            {"children", Category::Children}};

template <Confidence confidence>
void readNamesOf(ReadContext &context, const JsonPlace &at, Element &out) {
  std::vector<std::string> texts;
  readStringList(context, at, texts);
  for (std::string &text : texts)
    out.names.push_back({std::move(text), confidence});
}

void readCategory(ReadContext &context, const JsonPlace &at, Element &out) {
  readWord<Category>(context, at, {"category", categoryWords}, out.category);
}

bool readNewKind(ReadContext &context, const JsonPlace &at, Kind &out) {
  if (!readString(context, at, out))
    return false;
  bool isGood = isA(out, "personal") && context.kinds.contains(out);
  if (!isGood)
    context.error(at, "'" + printable(out) + "' is no kind below 'personal'");
  return isGood;
}

constexpr Field<Element> elementFields[] = {
    {"kind", Need::Required, into<&Element::kind, readNewKind>},
    {"category", Need::Required, readCategory},
    {"dpv", Need::Required, into<&Element::dpv, readNonEmpty>},
    {"means", Need::Required, into<&Element::means, readNonEmpty>},
    {"certain", Need::Optional, readNamesOf<Confidence::Certain>},
    {"likely", Need::Optional, readNamesOf<Confidence::Likely>},
    {"keys", Need::Optional, readNamesOf<Confidence::Key>},
};

void readElements(ReadContext &context, const JsonPlace &at, ElementFile &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    readObject<Element>(context, item, elementFields, out.elements.emplace_back());
  });
}

constexpr Field<ElementFile> fileFields[] = {
    {"$schema", Need::Optional, skipString<ElementFile>},
    {"asOf", Need::Required, into<&ElementFile::asOf, readDate>},
    {"source", Need::Required, into<&ElementFile::source, readNonEmpty>},
    {"elements", Need::Required, readElements},
};

} // namespace

void readElementKinds(const JsonDocument &document, Kinds &kinds) {
  const JsonMember *elements = document.root.find("elements");
  if (!elements)
    return;
  for (const JsonNode &item : elements->value.items) {
    const JsonMember *kind = item.find("kind"), *means = item.find("means");
    if (kind && means)
      kinds.words.try_emplace(kind->value.text, means->value.text);
  }
}

void readElementFile(ReadContext &context, ElementFile &out) {
  readObject<ElementFile>(context, JsonPlace{context.document.root}, fileFields, out);
}

void addElementTables(std::vector<ReaderTable> &tables) {
  tables.push_back({"elements.schema.json", "", keysOf<ElementFile>(fileFields)});
  tables.push_back({"elements.schema.json", "element", keysOf<Element>(elementFields)});
}

} // namespace tamga::policy
