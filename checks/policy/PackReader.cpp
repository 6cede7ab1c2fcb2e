//===- PackReader.cpp - what the law asks, from JSON ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PackReader.h"
#include "NeedReader.h"
#include "PolicyReader.h"
#include "ReaderTables.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace tamga::policy {

namespace {

//===----------------------------------------------------------------------===//
// Texts
//===----------------------------------------------------------------------===//

bool isLanguage(StringRef key) {
  return key.size() >= 2 && key.size() <= 3 && all_of(key, [](char c) { return isLower(c); });
}

/// By language. Only `en` has to say something.
bool readText(ReadContext &context, const JsonPlace &at, Text &out) {
  size_t before = context.errors.size();
  bool isObject = readMembers(context, at, [&](const JsonPlace &item) {
    std::string text;
    if (!isLanguage(item.key))
      context.error(item, "'" + printable(item.key) +
                              "' is no language; languages are en, ru, kk, ...");
    else if (item.key == "en" ? readNonEmpty(context, item, text)
                              : readString(context, item, text))
      out[item.key.str()] = text;
  });
  bool isGood = isObject && context.errors.size() == before;
  if (isGood && !at.node.find("en"))
    context.error(at, "the text in English, key 'en', is missing");
  return isObject;
}

/// A text in which words between braces are replaced.
bool readMessage(ReadContext &context, const JsonPlace &at, Text &out) {
  static constexpr StringRef known[] = {"source", "sink", "use", "kind", "value", "absent",
                                        "article"};
  if (!readText(context, at, out))
    return false;
  for (const JsonMember &member : at.node.members) {
    StringRef rest = member.value.text;
    while (rest.contains('{')) {
      StringRef word = rest = rest.drop_front(rest.find('{') + 1);
      word = word.substr(0, word.find('}'));
      if (is_contained(known, word))
        continue;
      std::string near = suggestion(word, known);
      context.error({member.value, &at, member.key},
                    "unknown placeholder '{" + printable(word) + "}'" +
                        (near.empty() ? "; placeholders are " + listed(known) : near));
    }
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Laws and citations
//===----------------------------------------------------------------------===//

bool readLink(ReadContext &context, const JsonPlace &at, std::string &out) {
  if (!readString(context, at, out))
    return false;
  if (StringRef(out).starts_with("https://") || StringRef(out).starts_with("http://"))
    return true;
  context.error(at, "'" + printable(out) + "' is no link; links begin with https://");
  return false;
}

constexpr Field<Law> lawFields[] = {
    {"title", Need::Required, into<&Law::title, readNonEmpty>},
    {"number", Need::Optional, into<&Law::number, readString>},
    {"url", Need::Optional, into<&Law::url, readLink>},
    {"jurisdiction", Need::Optional, into<&Law::jurisdiction, readString>},
};

bool readLaws(ReadContext &context, const JsonPlace &at, std::map<std::string, Law> &out) {
  bool isGood = readMembers(context, at, [&](const JsonPlace &item) {
    Law &law = out[item.key.str()];
    law.key = item.key.str();
    readObject<Law>(context, item, lawFields, law);
  });
  if (isGood)
    context.laws = &out;
  return isGood;
}

bool readLawKey(ReadContext &context, const JsonPlace &at, std::string &out) {
  if (!readNonEmpty(context, at, out))
    return false;
  if (!context.laws || context.laws->count(out))
    return true;
  std::vector<StringRef> known;
  for (const auto &[key, law] : *context.laws)
    known.push_back(key);
  errorUnknownWord(context, at, "law", known);
  return false;
}

constexpr Word<Basis> basisWords[] = {{"statute", Basis::Statute},
                                      {"secondary", Basis::Secondary}};

void readBasis(ReadContext &context, const JsonPlace &at, Citation &out) {
  readWord<Basis>(context, at, {"basis", basisWords}, out.basis);
}

constexpr Field<Citation> citationFields[] = {
    {"law", Need::Required, into<&Citation::law, readLawKey>},
    {"article", Need::Required, into<&Citation::article, readNonEmpty>},
    {"basis", Need::Required, readBasis},
    {"asOf", Need::Required, into<&Citation::asOf, readDate>},
    {"validFrom", Need::Required, into<&Citation::validFrom, readDate>},
    {"text", Need::Optional, into<&Citation::text, readString>},
};

bool readCitations(ReadContext &context, const JsonPlace &at, std::vector<Citation> &out) {
  return readItems(context, at, [&](const JsonPlace &item) {
    Citation &citation = out.emplace_back();
    if (!readObject<Citation>(context, item, citationFields, citation))
      return;
    const JsonMember *text = item.node.find("text");
    bool hasText = text && (text->value.kind != JsonNode::String ||
                            !StringRef(text->value.text).trim().empty());
    if (citation.basis == Basis::Statute && !hasText)
      context.error(item, "a citation of the statute itself needs its 'text'");
  });
}

//===----------------------------------------------------------------------===//
// Rules
//===----------------------------------------------------------------------===//

constexpr Word<Shape> shapeWords[] = {{"reaches", Shape::Reaches}, {"guarded", Shape::Guarded},
                                      {"ban", Shape::Ban},         {"after", Shape::After},
                                      {"literal", Shape::Literal}, {"covers", Shape::Covers},
                                      {"while", Shape::While},     {"missed", Shape::Missed},
                                      {"unreached", Shape::Unreached},
                                      {"unread", Shape::Unread}};
constexpr Word<SubjectNeed> subjectWords[] = {{"optional", SubjectNeed::Optional},
                                              {"required", SubjectNeed::Required}};

constexpr Word<UnknownValue> unknownWords[] = {{"silent", UnknownValue::Silent},
                                               {"open", UnknownValue::Open}};

void readUnknown(ReadContext &context, const JsonPlace &at, Rule &out) {
  readWord<UnknownValue>(context, at, {"unknown", unknownWords}, out.unknown);
}
void readShape(ReadContext &context, const JsonPlace &at, Rule &out) {
  readWord<Shape>(context, at, {"shape", shapeWords}, out.shape);
}
void readSeverity(ReadContext &context, const JsonPlace &at, Rule &out) {
  readWord<Severity>(context, at, {"severity", severityWords}, out.severity);
}
void readSubjectNeed(ReadContext &context, const JsonPlace &at, Rule &out) {
  readWord<SubjectNeed>(context, at, {"subject", subjectWords}, out.subject);
}
void readFollows(ReadContext &context, const JsonPlace &at, Rule &out) {
  readWord<StepStrength>(context, at, {"step", strengthWords}, out.follows);
}
void readUnless(ReadContext &context, const JsonPlace &at, Rule &out) {
  if (!context.expect(at, JsonNode::String))
    return;
  Expected<LabelFormula> formula = readFormula(at.node.text);
  if (formula)
    out.unless = std::move(*formula);
  else
    context.report(at, formula.takeError());
}

bool readAlso(ReadContext &context, const JsonPlace &at, std::vector<Rule> &out);

/// What a rule and its further questions may say.
constexpr auto questionParts = std::to_array<Field<Rule>>({
    {"shape", Need::Required, readShape},
    {"from", Need::Optional, into<&Rule::from, readKindList>},
    {"exceptFrom", Need::Optional, into<&Rule::exceptFrom, readKindList>},
    {"to", Need::Optional, into<&Rule::to, readKindList>},
    {"exceptTo", Need::Optional, into<&Rule::exceptTo, readKindList>},
    {"uses", Need::Optional, into<&Rule::uses, readKindList>},
    {"then", Need::Optional, into<&Rule::then, readKindList>},
    {"allows", Need::Optional, intoOptional<&Rule::allows, readValueSet>},
    {"forbids", Need::Optional, intoOptional<&Rule::forbids, readValueSet>},
    {"unknown", Need::Optional, readUnknown},
    {"guards", Need::Optional, into<&Rule::guards, readKindList>},
    {"purposes", Need::Optional, readPurposes},
    {"beside", Need::Optional, readBeside},
    {"limits", Need::Optional, readLimits},
    {"fresh", Need::Optional, into<&Rule::fresh, readKindList>},
    {"of", Need::Optional, into<&Rule::of, readNonEmpty>},
    {"miss", Need::Optional, readMiss},
    {"subject", Need::Optional, readSubjectNeed},
    {"follows", Need::Optional, readFollows},
    {"answeredBy", Need::Optional, into<&Rule::answeredBy, readKindList>},
    {"chosenBy", Need::Optional, into<&Rule::chosenBy, readKindList>},
    {"unless", Need::Optional, readUnless},
    {"atSource", Need::Optional, into<&Rule::atSource, readBoolean>},
    {"citations", Need::Optional, into<&Rule::citations, readCitations>},
    {"message", Need::Required, into<&Rule::message, readMessage>},
    {"satisfy", Need::Optional, into<&Rule::satisfy, readMessage>},
    {"help", Need::Optional, into<&Rule::help, readText>},
    {"tags", Need::Optional, into<&Rule::tags, readStringList>},
});

constexpr Field<Rule> ruleOwnFields[] = {
    {"id", Need::Required, into<&Rule::id, readNonEmpty>},
    {"severity", Need::Required, readSeverity},
    {"absent", Need::Optional, into<&Rule::absent, readMessage>},
    {"owns", Need::Optional, into<&Rule::owns, readStringList>},
    {"title", Need::Required, into<&Rule::title, readText>},
    {"also", Need::Optional, into<&Rule::also, readAlso>},
};
constexpr auto ruleFields = joined(ruleOwnFields, questionParts);

/// What a question lacks is as in the rule.
constexpr Field<Rule> questionOwnFields[] = {
    {"severity", Need::Optional, readSeverity},
    {"title", Need::Optional, into<&Rule::title, readText>},
};
constexpr auto questionFields = joined(questionOwnFields, questionParts);

bool isRuleShaped(StringRef id) {
  SmallVector<StringRef, 6> words;
  id.split(words, '-');
  return words.size() > 1 && words.front() == "tamga" && all_of(words, [](StringRef word) {
           return !word.empty() &&
                  all_of(word, [](char c) { return isLower(c) || isDigit(c); });
         });
}

void checkId(ReadContext &context, const PackSurroundings &around, const JsonPlace &at,
             const Rule &rule) {
  const JsonMember *id = at.node.find("id");
  if (!id || rule.id.empty() || id->value.kind != JsonNode::String)
    return;
  JsonPlace place{id->value, &at, id->key};
  StringRef custom = "tamga-custom-";
  if (!isRuleShaped(rule.id) || custom.drop_back() == rule.id)
    return context.error(place, "'" + printable(rule.id) +
                                    "' is no name of a rule; rules "
                                    "are called tamga-<words>, own ones tamga-custom-<words>");
  if (!around.isInstalled && !StringRef(rule.id).starts_with(custom))
    return context.error(place, "a rule of a pack of your own is called tamga-custom-<name>, "
                                "such as '" +
                                    custom + StringRef(rule.id).drop_front(6) + "'");
  if (!around.rules)
    return;
  auto [first, isNew] = around.rules->try_emplace(rule.id, rule.origin);
  if (!isNew)
    context.error(place, "duplicate rule '" + rule.id + "', first at " + first->second.file +
                             ":" + Twine(first->second.line));
}

/// Rules of several packs may own each other: whether they are there is judged when all are.
void noteOwned(ReadContext &context, const JsonPlace &at, PackFile &out, const Rule &rule) {
  const JsonMember *owns = at.node.find("owns");
  if (!owns || owns->value.items.size() != rule.owns.size())
    return;
  JsonPlace list{owns->value, &at, owns->key};
  for (size_t index = 0; index < rule.owns.size(); ++index)
    out.owned.push_back({rule.id, mention(context, {owns->value.items[index], &list, {}, index},
                                          rule.owns[index])});
}

/// What each shape cannot ask its question without.
void checkShape(ReadContext &context, const JsonPlace &at, const Rule &rule) {
  const JsonMember *shape = at.node.find("shape");
  bool isKnown = shape && any_of(shapeWords, [&](const Word<Shape> &word) {
                   return shape->value.text == word.text;
                 });
  if (!isKnown)
    return;
  auto isFilled = [&](StringRef key) {
    const JsonMember *list = at.node.find(key);
    return list && (list->value.kind != JsonNode::Array || !list->value.items.empty());
  };
  auto need = [&](StringRef key) {
    const JsonMember *list = at.node.find(key);
    if (isFilled(key))
      return;
    std::string text = "a rule of shape '" + shape->value.text + "' needs '" + key.str() + "'";
    if (list)
      context.error({list->value, &at, list->key}, text);
    else
      context.error(at, text);
  };
  if (rule.shape == Shape::Reaches) {
    need("from");
    need("to");
  } else if (rule.shape == Shape::While) {
    need("uses");
    need("guards");
  } else if (rule.shape == Shape::Guarded) {
    need("guards");
    if (!isFilled("uses") && !(isFilled("from") && isFilled("to")))
      context.error(at, "a rule of shape 'guarded' needs 'uses', or 'from' and 'to'");
  } else if (rule.shape == Shape::Missed) {
    for (StringRef key : {"of", "miss"})
      if (!at.node.find(key))
        need(key);
  } else {
    need("uses");
  }
  if (rule.shape == Shape::After || rule.shape == Shape::Covers)
    need("then");
  if (rule.shape == Shape::Literal && !at.node.find("allows") && !at.node.find("forbids"))
    context.error(at, "a rule of shape 'literal' needs 'allows' or 'forbids'");
}

/// Further questions of a rule. What they share with it is filled in when all of it is read.
bool readAlso(ReadContext &context, const JsonPlace &at, std::vector<Rule> &out) {
  return readItems(context, at, [&](const JsonPlace &item) {
    Rule &question = out.emplace_back();
    if (readObject<Rule>(context, item, questionFields, question))
      checkShape(context, item, question);
    question.origin = context.origin(item);
  });
}

/// What \p rule says counts for its further questions, which say more.
void completeQuestions(const JsonPlace &at, Rule &rule) {
  const JsonMember *also = at.node.find("also");
  auto take = [](auto &own, const auto &given) {
    if (own.empty())
      own = given;
  };
  for (size_t index = 0; index < rule.also.size(); ++index) {
    Rule &question = rule.also[index];
    question.id = rule.id;
    if (!also->value.items[index].find("severity"))
      question.severity = rule.severity;
    take(question.citations, rule.citations);
    take(question.title, rule.title);
    take(question.satisfy, rule.satisfy);
    take(question.help, rule.help);
    take(question.tags, rule.tags);
  }
}

//===----------------------------------------------------------------------===//
// Packs
//===----------------------------------------------------------------------===//

bool readPackName(ReadContext &context, const JsonPlace &at, std::string &out) {
  if (!readNonEmpty(context, at, out))
    return false;
  if (all_of(out, [](char c) { return isLower(c) || isDigit(c) || c == '-'; }))
    return true;
  context.error(at, "'" + printable(out) +
                        "' is no name of a pack; names have lower-case letters, digits and "
                        "hyphens");
  return false;
}

/// Rows read into PackFile, whose pack has the members.
template <auto member, auto read>
void intoPack(ReadContext &context, const JsonPlace &at, PackFile &out) {
  read(context, at, out.pack.*member);
}

void readRules(ReadContext &context, const JsonPlace &at, PackFile &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    Rule &rule = out.pack.rules.emplace_back();
    rule.origin = context.origin(item);
    if (readObject<Rule>(context, item, ruleFields, rule))
      checkShape(context, item, rule);
    completeQuestions(item, rule);
  });
}

constexpr Word<Provision::State> stateWords[] = {{"checked", Provision::Checked},
                                                 {"planned", Provision::Planned},
                                                 {"not-visible", Provision::NotVisible}};

void readState(ReadContext &context, const JsonPlace &at, Provision &out) {
  readWord<Provision::State>(context, at, {"state", stateWords}, out.state);
}

constexpr Field<Provision> provisionFields[] = {
    {"law", Need::Required, into<&Provision::law, readLawKey>},
    {"article", Need::Required, into<&Provision::article, readNonEmpty>},
    {"duty", Need::Required, into<&Provision::duty, readNonEmpty>},
    {"state", Need::Required, readState},
    {"rules", Need::Optional, into<&Provision::rules, readStringList>},
    {"reason", Need::Optional, into<&Provision::reason, readString>},
};

void readProvisions(ReadContext &context, const JsonPlace &at, PackFile &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    readObject<Provision>(context, item, provisionFields, out.pack.provisions.emplace_back());
  });
}

/// The files are opened before this one is read: see readMentions.
void readParts(ReadContext &context, const JsonPlace &at, PackFile &) {
  std::vector<std::string> names;
  readStringList(context, at, names);
}

// `laws` stands before `rules`: citations look them up.
constexpr Field<PackFile> packOwnFields[] = {
    {"pack", Need::Required, intoPack<&Pack::name, readPackName>},
    {"title", Need::Required, intoPack<&Pack::title, readNonEmpty>},
    {"version", Need::Required, intoPack<&Pack::version, readNonEmpty>},
    {"asOf", Need::Required, intoPack<&Pack::asOf, readDate>},
    {"laws", Need::Required, intoPack<&Pack::laws, readLaws>},
    {"parts", Need::Optional, readParts},
    {"rules", Need::Required, readRules},
    {"provisions", Need::Optional, readProvisions},
};
constexpr auto packFields = withSections(packOwnFields);

constexpr Field<PackFile> partOwnFields[] = {
    {"rules", Need::Required, readRules}, {"provisions", Need::Optional, readProvisions}};
constexpr auto partFields = withSections(partOwnFields);

/// Names of the rules from \p first on, which the file of \p context has added.
void checkAdded(ReadContext &context, const PackSurroundings &around, PackFile &out,
                size_t first) {
  JsonPlace root{context.document.root};
  const JsonMember *rules = root.node.find("rules");
  if (!rules || rules->value.kind != JsonNode::Array)
    return;
  JsonPlace list{rules->value, &root, rules->key};
  for (size_t index = first; index < out.pack.rules.size(); ++index) {
    JsonPlace place{rules->value.items[index - first], &list, {}, index - first};
    checkId(context, around, place, out.pack.rules[index]);
    noteOwned(context, place, out, out.pack.rules[index]);
  }
}

} // namespace

void readPackFile(ReadContext &context, const PackSurroundings &around, PackFile &out) {
  JsonPlace root{context.document.root};
  if (const JsonMember *name = root.node.find("pack"))
    context.library = name->value.text;
  readObject<PackFile>(context, root, packFields, out);
  context.laws = nullptr;
  checkAdded(context, around, out, 0);
  out.pack.hash = context.document.hash;
}

void readPackPart(ReadContext &context, const PackSurroundings &around, PackFile &out) {
  context.library = out.pack.name;
  // Without any, the pack itself says what is wrong with them.
  context.laws = out.pack.laws.empty() ? nullptr : &out.pack.laws;
  size_t known = out.pack.rules.size();
  readObject<PackFile>(context, JsonPlace{context.document.root}, partFields, out);
  context.laws = nullptr;
  checkAdded(context, around, out, known);
}

void addPackTables(std::vector<ReaderTable> &tables) {
  tables.push_back({"pack.schema.json", "", keysOf<PackFile>(packFields)});
  tables.push_back({"part.schema.json", "", keysOf<PackFile>(partFields)});
  tables.push_back({"pack.schema.json", "rule", keysOf<Rule>(ruleFields)});
  tables.push_back({"pack.schema.json", "question", keysOf<Rule>(questionFields)});
  addNeedTables(tables);
  tables.push_back({"pack.schema.json", "citation", keysOf<Citation>(citationFields)});
  tables.push_back({"pack.schema.json", "provision", keysOf<Provision>(provisionFields)});
  tables.push_back({"pack.schema.json", "law", keysOf<Law>(lawFields)});
}

} // namespace tamga::policy
