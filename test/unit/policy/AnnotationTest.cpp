//===- AnnotationTest.cpp - effects beside a declaration ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "policy/PolicyReader.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace tamga;
using namespace tamga::policy;

namespace {

std::vector<Effect> effects(StringRef text) {
  Expected<std::vector<Effect>> read = readAnnotation(text, {"a.cpp", 7});
  if (read)
    return *read;
  ADD_FAILURE() << toString(read.takeError());
  return {};
}

Effect effect(StringRef text) {
  std::vector<Effect> read = effects(text);
  EXPECT_EQ(read.size(), 1u) << text.str();
  return read.empty() ? Effect() : read.front();
}

std::string error(StringRef text) {
  Expected<std::vector<Effect>> read = readAnnotation(text, {"a.cpp", 7});
  return read ? "no error" : toString(read.takeError());
}

TEST(Annotation, forms) {
  Effect source = effect("tamga:source kind=personal.contact.email at=return subject=arg0");
  EXPECT_EQ(source.effect, EffectKind::Source);
  EXPECT_EQ(source.kind, "personal.contact.email");
  EXPECT_EQ(source.at->root, Port::Return);
  EXPECT_EQ(source.subject->text, "arg0");

  Effect guards = effect("tamga:guards kind=guard.consent outcome=a::Yes subject=arg0");
  EXPECT_EQ(guards.effect, EffectKind::Guards);
  EXPECT_EQ(guards.outcomeValue, "a::Yes");

  Effect labels = effect("tamga:labels at=return labels=notice,mark");
  EXPECT_EQ(labels.labels, Notice | Mark);

  Effect flow = effect("tamga:propagates from=arg0 to=return step=computed");
  EXPECT_EQ(flow.from->text, "arg0");
  EXPECT_EQ(flow.at->text, "return");
  EXPECT_EQ(flow.strength, StepStrength::Computed);

  Effect call = effect("tamga:calls at=arg1 arguments=arg0,this.items[*] result=return");
  EXPECT_EQ(call.at->text, "arg1");
  EXPECT_EQ(call.arguments.size(), 2u);

  EXPECT_EQ(effect("tamga:noReturn").effect, EffectKind::NoReturn);
  EXPECT_EQ(effect("tamga:capability kind=capability.x note=\"a b; c\"").note, "a b; c");
}

// The declaration says where, when the annotation does not.
TEST(Annotation, placeIsLeftToTheDeclaration) {
  EXPECT_FALSE(effect("tamga:source kind=data").at);
  EXPECT_FALSE(effect("tamga:sink kind=sink.screen").at);
  EXPECT_FALSE(effect("tamga:labels labels=mark").at);
}

TEST(Annotation, several) {
  std::vector<Effect> both =
      effects("tamga:source kind=data; tamga:labels labels=mark at=return");
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[1].effect, EffectKind::Labels);
  EXPECT_TRUE(effects("someone else's annotation").empty());
  EXPECT_TRUE(effects("").empty());
}

TEST(Annotation, errors) {
  EXPECT_EQ(error("tamga:sorce kind=data"),
            "a.cpp:7: error: tamga:sorce: unknown effect 'sorce'; did you mean 'source'?");
  EXPECT_EQ(error("tamga:source"), "a.cpp:7: error: tamga:source: kind=... is missing");
  EXPECT_EQ(error("tamga:source kind"),
            "a.cpp:7: error: tamga:source: 'kind' has no value; write kind=...");
  EXPECT_EQ(error("tamga:source kind=data kind=data"),
            "a.cpp:7: error: tamga:source: 'kind' is written twice");
  EXPECT_EQ(error("tamga:source source=data"),
            "a.cpp:7: error: tamga:source: write kind=..., not source=...");
  EXPECT_EQ(error("tamga:source kind=data att=arg0"),
            "a.cpp:7: error: tamga:source: att: unknown key 'att'; did you mean 'at'?");
  EXPECT_EQ(error("tamga:source kind=data at=agr0"),
            "a.cpp:7: error: tamga:source: at: malformed place 'agr0': a place begins with "
            "return, this, throws, library or argN, not with 'agr0'; did you mean 'arg0'?");
  EXPECT_EQ(error("tamga:sink kind=data"),
            "a.cpp:7: error: tamga:sink: 'data' is not a kind of sink; expected 'sink' or a "
            "kind below it");
  EXPECT_EQ(error("tamga:source kind=Data!"),
            "a.cpp:7: error: tamga:source: unknown taint kind 'Data!'; kinds are listed in "
            "kinds.json, and a file adds its own under \"kinds\"");
  EXPECT_EQ(error("tamga:sink kind=x; tamga:sorce").find('\n'),
            std::string("a.cpp:7: error: tamga:sink: 'x' is not a kind of sink; expected "
                        "'sink' or a kind below it")
                .size());
}

TEST(Annotation, kindsOfThePolicy) {
  Policy policy;
  policy.kindWords = {{"personal.name", "a name"}};
  auto read = [&](StringRef text) {
    Expected<std::vector<Effect>> effects = readAnnotation(text, {"a.cpp", 7}, policy);
    return effects ? "no error" : toString(effects.takeError());
  };
  EXPECT_EQ(read("tamga:source kind=personal.name"), "no error");
  EXPECT_EQ(read("tamga:source kind=personal.nam"),
            "a.cpp:7: error: tamga:source: unknown taint kind 'personal.nam'; did you mean "
            "'personal.name'?");
}

} // namespace
