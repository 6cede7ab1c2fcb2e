//===- ReaderTest.cpp - what files say, and what is wrong with them -------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Folder.h"

using namespace llvm;
using namespace tamga;
using namespace tamga::policy;

namespace {

/// Of a project with one function that has \p effect.
std::string effectError(StringRef effect) {
  Folder folder;
  std::string text = folder.errorOfProject(R"({"functions": [{"name": "f", "effects": [)" +
                                           effect.str() + "]}]}");
  StringRef rest = text;
  return rest.consume_front("project/tamga.json:1:") ? rest.str() : text;
}

/// Of a pack of one's own, whose only rule has \p text.
std::string ruleError(StringRef text) {
  Folder folder;
  folder.write("p.json", R"({"pack": "p", "title": "t", "version": "1", "asOf": "2026-01-01",)"
                         "\n"
                         R"("laws": {"ai": {"title": "t"}}, "rules": [)"
                         "\n" +
                             text.str() + "]}");
  folder.request.packs = {folder.path + "/p.json"};
  std::string error = folder.error();
  StringRef rest = error;
  return rest.consume_front("p.json:") ? rest.str() : error;
}

/// What the samples with every key say.
Policy sample() {
  PolicyRequest request;
  request.path = {TAMGA_SOURCE_DIR "/checks/policy"};
  request.packs = {TAMGA_SOURCE_DIR "/test/unit/policy/samples/custom-pack.json"};
  request.apis = {TAMGA_SOURCE_DIR "/test/unit/policy/samples/everything.json"};
  Expected<Policy> policy = readPolicy(request);
  if (policy)
    return std::move(*policy);
  ADD_FAILURE() << toString(policy.takeError());
  return {};
}

std::vector<FunctionModel> sampleFunctions() {
  std::vector<FunctionModel> models;
  for (const FunctionModel &model : sample().functions)
    if (model.library == "everything")
      models.push_back(model);
  return models;
}

TEST(Functions, oneModelForEachName) {
  std::vector<FunctionModel> models = sampleFunctions();
  ASSERT_EQ(models.size(), 3u);
  EXPECT_EQ(models[0].pattern.name, "every::make");
  EXPECT_EQ(models[1].pattern.name, "every::*Maker::make");
  EXPECT_EQ(models[1].pattern.arity, 2u);
  EXPECT_EQ(models[1].pattern.parameters, (std::vector<std::string>{"_", "const char *"}));
  EXPECT_EQ(models[1].origin.line, 10u);
  EXPECT_EQ(models[1].effects.size(), models[0].effects.size());
  EXPECT_FALSE(models[0].isAnnotation);
  EXPECT_TRUE(models[0].isLibrary);
  EXPECT_FALSE(models[0].hasCLinkage);
}

TEST(Effects, ofData) {
  std::vector<FunctionModel> models = sampleFunctions();
  ASSERT_FALSE(models.empty());
  const EffectList &effects = models[0].effects;
  ASSERT_EQ(effects.size(), 25u);
  EXPECT_EQ(effects[0].effect, EffectKind::Source);
  EXPECT_EQ(effects[0].kind, "ai.output.text");
  EXPECT_EQ(effects[0].subject->text, "arg0");
  EXPECT_EQ(effects[0].write, WriteMode::Replaces);
  EXPECT_EQ(effects[0].note, "made text");
  ASSERT_EQ(effects[0].when.size(), 2u);
  EXPECT_EQ(effects[0].when[0].argument, 1u);
  EXPECT_EQ(effects[0].when[0].matches, "^gpt");
  EXPECT_FALSE(effects[0].when[0].negate);
  EXPECT_EQ(effects[0].when[1].equals, (std::vector<std::string>{"0", "every::Mode"}));
  EXPECT_TRUE(effects[0].when[1].negate);

  EXPECT_EQ(effects[1].at->root, Port::Return) << "where nothing is said";
  EXPECT_EQ(effects[2].effect, EffectKind::Sink);
  EXPECT_EQ(effects[2].at->root, Port::ArgumentsFrom);
  EXPECT_EQ(effects[3].effect, EffectKind::Use);
  EXPECT_EQ(effects[3].purpose->text, "arg1");
}

TEST(Effects, ofFlowAndControl) {
  std::vector<FunctionModel> models = sampleFunctions();
  ASSERT_FALSE(models.empty());
  const EffectList &effects = models[0].effects;
  ASSERT_EQ(effects.size(), 25u);
  EXPECT_EQ(effects[4].effect, EffectKind::Propagates);
  EXPECT_EQ(effects[4].from->text, "arg1.**");
  EXPECT_EQ(effects[4].at->text, "return[*]");
  EXPECT_EQ(effects[4].strength, StepStrength::Derived);
  EXPECT_EQ(effects[4].labels, Notice | Mark);
  EXPECT_EQ(effects[4].key, "first");
  EXPECT_EQ(effects[5].effect, EffectKind::Aliases);
  EXPECT_EQ(effects[5].from->text, "this[arg0]");
  EXPECT_EQ(effects[6].effect, EffectKind::Labels);
  EXPECT_EQ(effects[6].labels, Signed | Watermark);
  EXPECT_EQ(effects[7].effect, EffectKind::Strips);
  EXPECT_EQ(effects[7].labels, Warning);
  EXPECT_EQ(effects[8].effect, EffectKind::Clears);
  EXPECT_EQ(effects[8].at->text, "this[\"key\"]");
  EXPECT_EQ(effects[9].effect, EffectKind::Guards);
  EXPECT_EQ(effects[9].outcome, Outcome::Equals);
  EXPECT_EQ(effects[9].outcomeValue, "every::Answer::Yes");
  EXPECT_EQ(effects[10].effect, EffectKind::EndsGuards);
  EXPECT_EQ(effects[11].effect, EffectKind::Calls);
  EXPECT_EQ(effects[11].at->text, "arg1");
  ASSERT_EQ(effects[11].arguments.size(), 2u);
  EXPECT_EQ(effects[11].result->root, Port::Return);
  EXPECT_EQ(effects[12].effect, EffectKind::Registers);
  EXPECT_EQ(effects[13].effect, EffectKind::Binds);
  EXPECT_EQ(effects[13].placeholder, "every::Place");
  EXPECT_EQ(effects[14].effect, EffectKind::Constructs);
  EXPECT_EQ(effects[14].write, WriteMode::Replaces);
  EXPECT_EQ(effects[15].effect, EffectKind::Capability);
  EXPECT_EQ(effects[16].effect, EffectKind::Store);
  EXPECT_EQ(effects[16].kind, "sample.store");
  EXPECT_EQ(effects[17].effect, EffectKind::Erase);
  EXPECT_EQ(effects[18].effect, EffectKind::NoReturn);
  EXPECT_EQ(effects[4].size->text, "arg0");
  EXPECT_EQ(effects[12].result->root, Port::Library);
  EXPECT_EQ(effects[19].size->text, "arg1");
  EXPECT_EQ(effects[20].effect, EffectKind::Makes);
  EXPECT_EQ(effects[20].at->text, "return.state");
  EXPECT_EQ(effects[21].effect, EffectKind::Gives);
  EXPECT_EQ(effects[21].from->text, "this[type arg0]");
  EXPECT_EQ(effects[22].range->text, "arg0");
  EXPECT_EQ(effects[23].range->text, "arg0");
  EXPECT_EQ(effects[24].through->text, "arg2");
}

TEST(Rules, everyKey) {
  Policy policy = sample();
  ASSERT_EQ(policy.packs.size(), 1u);
  const Rule &rule = policy.packs[0].rules[0];
  EXPECT_EQ(rule.shape, Shape::Reaches);
  EXPECT_EQ(rule.severity, Severity::Error);
  EXPECT_EQ(rule.subject, SubjectNeed::Required);
  EXPECT_EQ(rule.follows, StepStrength::Value);
  EXPECT_TRUE(rule.unless->holds(Notice));
  EXPECT_EQ(rule.exceptTo, std::vector<Kind>{"sink.log"});
  EXPECT_EQ(rule.citations[0].basis, Basis::Statute);
  EXPECT_EQ(rule.citations[1].validFrom, "2026-01-18");
  EXPECT_EQ(rule.message.at("en"), "{source} reaches {sink} ({kind}, {article}, {use})");
  EXPECT_EQ(policy.packs[0].rules[1].follows, StepStrength::Computed);
  EXPECT_EQ(policy.packs[0].laws.at("ours").number, "7");
  const std::vector<Rule> &rules = policy.packs[0].rules;
  EXPECT_EQ(rules[5].then, std::vector<Kind>{"guard.label.mark"});
  EXPECT_EQ(rules[6].allows->matches, "^a");
  EXPECT_EQ(rules[6].forbids->equals, std::vector<std::string>{"ns::off"});
  EXPECT_EQ(rules[6].unknown, UnknownValue::Open);
  EXPECT_EQ(rules[0].owns, std::vector<std::string>{"tamga-custom-flows"});
}

TEST(Effects, errors) {
  EXPECT_EQ(effectError(R"({"sink": "sink.scren", "at": "arg0"})"),
            "51: error: $.functions[0].effects[0].sink: unknown taint kind 'sink.scren'; did "
            "you mean 'sink.screen'?");
  EXPECT_EQ(effectError(R"({"sink": "data", "at": "arg0"})"),
            "51: error: $.functions[0].effects[0].sink: 'data' is not a kind of sink; expected "
            "'sink' or a kind below it");
  EXPECT_EQ(effectError(R"({"sink": "sink"})"),
            "42: error: $.functions[0].effects[0]: the required key 'at' is missing");
  EXPECT_EQ(effectError(R"({"sorce": "data"})"),
            "43: error: $.functions[0].effects[0].sorce: unknown effect 'sorce'; did you mean "
            "'source'?");
  EXPECT_EQ(effectError(R"({"source": "data", "sink": "sink", "at": "arg0"})"),
            "61: error: $.functions[0].effects[0].sink: one object is one effect, and this one "
            "is already 'source'");
  EXPECT_EQ(effectError(R"({"source": "data", "to": "arg0"})"),
            "61: error: $.functions[0].effects[0].to: unknown key 'to'; keys here are "
            "source, at, subject, element, evidence, write, when, note");
  EXPECT_EQ(effectError(R"({"labels": ["notic"]})"),
            "54: error: $.functions[0].effects[0].labels[0]: unknown label 'notic'; did you "
            "mean 'notice'?");
  EXPECT_EQ(effectError(R"({"noReturn": false})"),
            "55: error: $.functions[0].effects[0].noReturn: noReturn is true or absent");
  EXPECT_EQ(effectError(R"({"source": "data", "when": [{"arg": 0}]})"),
            "70: error: $.functions[0].effects[0].when[0]: a condition needs 'matches' or "
            "'equals'");
  EXPECT_EQ(effectError(R"({"at": "arg0", "source": "data"})"), "no error")
      << "the order of keys means nothing";
}

TEST(Effects, manyErrorsInOneGo) {
  Folder folder;
  EXPECT_EQ(folder.errorOfProject("{\n"
                                  "\"functions\": [\n"
                                  "{\"name\": \"f(\", \"effects\": []},\n"
                                  "{\"name\": \"f\", \"arity\": -1, \"effects\": {}}],\n"
                                  "\"langage\": \"en\"}"),
            "project/tamga.json:3:10: error: $.functions[0].name: malformed pattern 'f(': '(' "
            "is not part of a name; names have no template arguments and no parameters\n"
            "project/tamga.json:4:24: error: $.functions[1].arity: expected an integer from 0 "
            "to 999\n"
            "project/tamga.json:4:39: error: $.functions[1].effects: expected an array, found "
            "an object\n"
            "project/tamga.json:5:1: error: $.langage: unknown key 'langage'; did you mean "
            "'language'?");
}

TEST(Project, rulesThatNoPackHas) {
  Folder folder;
  EXPECT_EQ(folder.errorOfProject(R"({"severity": {"tamga-on": "note"}, "disable": ["x"]})"),
            "project/tamga.json:1:27: error: $.severity.tamga-on: no pack has a rule "
            "'tamga-on'; did you mean 'tamga-one'?\n"
            "project/tamga.json:1:48: error: $.disable[0]: no pack has a rule 'x'");
  folder.request.packs = {"kz"};
  EXPECT_EQ(folder.error(), "no error") << "the run chose other packs than the project";
}

TEST(Project, kindsOfItsOwn) {
  Folder folder;
  EXPECT_EQ(folder.errorOfProject(R"({"kinds": {"sink.door": "a door"},
    "functions": [{"name": "f", "effects": [{"sink": "sink.door", "at": "arg0"}]}]})"),
            "no error");
  EXPECT_EQ(folder.errorOfProject(R"({"kinds": {"Sink": "a door"}})"),
            "project/tamga.json:1:20: error: $.kinds.Sink: 'Sink' is no taint kind; kinds are "
            "lower-case words with dots");
}

const std::string texts = R"("title": {"en": "t"}, "message": {"en": "m"})";

TEST(Rules, names) {
  std::string rest =
      R"(", "shape": "ban", "uses": ["data"], "severity": "note", )" + texts + "}";
  EXPECT_EQ(ruleError(R"({"id": "tamga-custom-x)" + rest), "no error");
  EXPECT_EQ(ruleError(R"({"id": "tamga-x)" + rest),
            "3:8: error: $.rules[0].id: a rule of a pack of your own is called "
            "tamga-custom-<name>, such as 'tamga-custom-x'");
  EXPECT_EQ(ruleError(R"({"id": "Label)" + rest),
            "3:8: error: $.rules[0].id: 'Label' is no name of a rule; rules are called "
            "tamga-<words>, own ones tamga-custom-<words>");
  EXPECT_EQ(ruleError(R"({"id": "tamga-custom)" + rest),
            "3:8: error: $.rules[0].id: 'tamga-custom' is no name of a rule; rules are called "
            "tamga-<words>, own ones tamga-custom-<words>");
  EXPECT_EQ(ruleError(R"({"id": "tamga-custom-x)" + rest + ",\n" + R"({"id": "tamga-custom-x)" +
                      rest),
            "4:8: error: $.rules[1].id: duplicate rule 'tamga-custom-x', first at p.json:3");
}

TEST(Rules, ownership) {
  auto rule = [](std::string name, std::string owns) {
    return R"({"id": "tamga-custom-)" + name + R"(", "shape": "ban", "uses": ["data"],
"severity": "note", "owns": [")" + owns + "\"], " + texts + "}";
  };
  EXPECT_EQ(ruleError(rule("x", "tamga-custom-y") + "," + rule("y", "tamga-one")), "no error");
  EXPECT_EQ(ruleError(rule("x", "tamga-custom-y") + "," + rule("y", "tamga-custom-x")),
            "4:30: error: $.rules[0].owns[0]: 'tamga-custom-y' owns 'tamga-custom-x' itself\n"
            "p.json:5:30: error: $.rules[1].owns[0]: 'tamga-custom-x' owns 'tamga-custom-y' "
            "itself");
  Folder folder;
  std::string pack = Folder::pack("kz", "tamga-one");
  folder.write("share/packs/kz.json",
               pack.replace(pack.find("\"uses\""), 6, R"("owns": ["tamga-on"], "uses")"));
  EXPECT_EQ(folder.error(), "share/packs/kz.json:2:77: error: $.rules[0].owns[0]: no pack has a rule "
                            "'tamga-on'; did you mean 'tamga-one'?");
}

TEST(Rules, whatEachShapeNeeds) {
  auto shape = [](StringRef shape, StringRef rest) {
    return ruleError(R"({"id": "tamga-custom-x", "severity": "note", "shape": ")" +
                     shape.str() + "\", " + rest.str() + texts + "}");
  };
  EXPECT_EQ(shape("reaches", R"("to": ["sink"], )"),
            "3:1: error: $.rules[0]: a rule of shape 'reaches' needs 'from'");
  EXPECT_EQ(shape("reaches", R"("from": ["data"], "to": [], )"),
            "3:90: error: $.rules[0].to: a rule of shape 'reaches' needs 'to'");
  EXPECT_EQ(shape("guarded", R"("uses": ["data"], )"),
            "3:1: error: $.rules[0]: a rule of shape 'guarded' needs 'guards'");
  EXPECT_EQ(shape("guarded", R"("guards": ["guard"], "from": ["data"], )"),
            "3:1: error: $.rules[0]: a rule of shape 'guarded' needs 'uses', or 'from' and "
            "'to'");
  EXPECT_EQ(shape("ban", ""), "3:1: error: $.rules[0]: a rule of shape 'ban' needs 'uses'");
  EXPECT_EQ(shape("after", R"("uses": ["data"], )"),
            "3:1: error: $.rules[0]: a rule of shape 'after' needs 'then'");
  EXPECT_EQ(shape("literal", R"("uses": ["data"], )"),
            "3:1: error: $.rules[0]: a rule of shape 'literal' needs 'allows' or 'forbids'");
  EXPECT_EQ(shape("covers", R"("then": ["data"], )"),
            "3:1: error: $.rules[0]: a rule of shape 'covers' needs 'uses'");
  EXPECT_EQ(shape("bann", ""),
            "3:55: error: $.rules[0].shape: unknown shape 'bann'; did you mean 'ban'?");
}

TEST(Rules, textsAndCitations) {
  auto with = [](StringRef rest) {
    return ruleError(
        R"({"id": "tamga-custom-x", "severity": "note", "shape": "ban", "uses": ["data"], )" +
        rest.str() + "}");
  };
  EXPECT_EQ(with(R"("title": {"ru": "t"}, "message": {"en": "m"})"),
            "3:89: error: $.rules[0].title: the text in English, key 'en', is missing");
  EXPECT_EQ(
      with(R"("title": {"en": " "}, "message": {"en": "{sorce} and {x"})"),
      "3:96: error: $.rules[0].title.en: the text is empty\n"
      "p.json:3:120: error: $.rules[0].message.en: unknown placeholder '{sorce}'; did you mean "
      "'source'?\n"
      "p.json:3:120: error: $.rules[0].message.en: unknown placeholder '{x}'; "
      "placeholders are source, sink, use, kind, value, absent, article");
  std::string citation = R"("citations": [{"article": "1", "asOf": "2026-01-01",
 "validFrom": "2026-01-01", )";
  EXPECT_EQ(with(texts + ", " + citation + R"("law": "ia", "basis": "secondary"}])"),
            "4:36: error: $.rules[0].citations[0].law: unknown law 'ia'; did you mean 'ai'?");
  EXPECT_EQ(with(texts + ", " + citation + R"("law": "ai", "basis": "statute"}])"),
            "3:140: error: $.rules[0].citations[0]: a citation of the statute itself needs its "
            "'text'");
}

TEST(Apis, boundaryPathsMustBeAbleToMatch) {
  Folder folder;
  folder.write("share/apis/a.json",
               R"({"library": "a", "boundary": {"paths": ["vendor/**"]}})");
  EXPECT_EQ(folder.error(), "share/apis/a.json:1:41: error: $.boundary.paths[0]: 'vendor/**' "
                            "can match no absolute path; begin it with '**/'");
}

} // namespace
