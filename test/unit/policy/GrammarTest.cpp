//===- GrammarTest.cpp - places, formulas, outcomes, dates ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "policy/Grammar.h"
#include "policy/PolicyReader.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace tamga;
using namespace tamga::policy;

namespace {

using Step = Port::Step;

Port port(StringRef text) {
  Expected<Port> read = readPort(text);
  EXPECT_TRUE(bool(read)) << text.str();
  if (!read) {
    ADD_FAILURE() << toString(read.takeError());
    return {};
  }
  EXPECT_EQ(read->text, text.str());
  return *read;
}

std::string portError(StringRef text) {
  Expected<Port> read = readPort(text);
  return read ? "no error" : toString(read.takeError());
}

TEST(Port, roots) {
  EXPECT_EQ(port("return").root, Port::Return);
  EXPECT_EQ(port("this").root, Port::This);
  EXPECT_EQ(port("throws").root, Port::Throws);
  EXPECT_EQ(port("library.strtok").root, Port::Library);
  EXPECT_EQ(port("arg12").root, Port::Argument);
  EXPECT_EQ(port("arg12").argument, 12u);
  EXPECT_EQ(port("arg2+").root, Port::ArgumentsFrom);
  EXPECT_EQ(port("arg2+").argument, 2u);
}

TEST(Port, steps) {
  std::vector<Step> expected = {
      {Step::Deref, "", 0},      {Step::Field, "name", 0}, {Step::Index, "", 3},
      {Step::AnyIndex, "", 0},   {Step::Key, "a\"]\\", 0}, {Step::KeyOf, "", 1},
      {Step::Param, "", 2},      {Step::Result, "", 0},    {Step::Captures, "", 0},
      {Step::Everything, "", 0},
  };
  EXPECT_EQ(port(R"(arg0.*.name[3][*]["a\"]\\"][arg1].param2.return.captures.**)").steps,
            expected);
}

TEST(Port, stepsOfElements) {
  std::vector<Step> expected = {{Step::EachIndex, "", 0}, {Step::KeyOf, "first", 2},
                                {Step::Range, "", 0},     {Step::Choice, "", 0},
                                {Step::TypeOf, "", 1},    {Step::TypeOf, "", -1},
                                {Step::Neighbour, "", 3}};
  EXPECT_EQ(port("arg0[..][arg2.first][each][one][type arg1][type return][+arg3]").steps,
            expected);
  EXPECT_EQ(portError("this[arg0.]"),
            "malformed place 'this[arg0.]': '[argN.' is followed by a field");
}

// `param` alone, and words that only begin like a step, are fields.
TEST(Port, fieldsThatLookLikeSteps) {
  EXPECT_EQ(port("this.param").steps.front(), (Step{Step::Field, "param", 0}));
  EXPECT_EQ(port("this.param1x").steps.front(), (Step{Step::Field, "param1x", 0}));
  EXPECT_EQ(port("this.returns").steps.front(), (Step{Step::Field, "returns", 0}));
}

TEST(Port, malformed) {
  EXPECT_EQ(portError(""), "malformed place '': a place begins with return, this, throws, library or "
                           "argN, not with ''");
  EXPECT_EQ(portError("retrun"),
            "malformed place 'retrun': a place begins with return, this, throws, library or argN, not "
            "with 'retrun'; did you mean 'return'?");
  EXPECT_EQ(portError("arg"),
            "malformed place 'arg': 'arg' has no argument number, like 'arg0'");
  EXPECT_EQ(portError("arg99999"),
            "malformed place 'arg99999': 'arg99999' has no argument number, like 'arg0'");
  EXPECT_EQ(
      portError("this["),
      "malformed place 'this[': '[' is followed by a number, '*', '..', each, one, type, a key "
      "in quotes or argN");
  EXPECT_EQ(portError("this[type x]"),
            "malformed place 'this[type x]': '[type ' is followed by argN or return");
  EXPECT_EQ(portError("this[1"), "malformed place 'this[1': the element has no closing ']'");
  EXPECT_EQ(portError("this[\"a"), "malformed place 'this[\"a': the key has no closing quote");
  EXPECT_EQ(portError("this[\"a\\"),
            "malformed place 'this[\"a\\': the key has no closing quote");
  EXPECT_EQ(portError("this[arg]"),
            "malformed place 'this[arg]': '[arg' is followed by the number of an argument");
  EXPECT_EQ(portError("this."), "malformed place 'this.': '.' is followed by a field, '*', "
                                "'**', paramN, return or captures");
  EXPECT_EQ(portError("this name"), "malformed place 'this name': ' name' is no step; steps "
                                    "begin with '.' or '['");
  EXPECT_EQ(portError("return+"),
            "malformed place 'return+': '+' is no step; steps begin with '.' or '['");
}

bool holds(StringRef formula, Labels labels) {
  Expected<LabelFormula> read = readFormula(formula);
  if (read)
    return read->holds(labels);
  ADD_FAILURE() << toString(read.takeError());
  return false;
}

std::string formulaError(StringRef text) {
  Expected<LabelFormula> read = readFormula(text);
  return read ? "no error" : toString(read.takeError());
}

TEST(Formula, andBindsBeforeOr) {
  StringRef formula = "notice | mark & !stripped";
  EXPECT_TRUE(holds(formula, Notice));
  EXPECT_TRUE(holds(formula, Notice | Stripped));
  EXPECT_TRUE(holds(formula, Mark));
  EXPECT_FALSE(holds(formula, Mark | Stripped));
  EXPECT_FALSE(holds(formula, 0));
}

TEST(Formula, blanksDoNotMatter) {
  EXPECT_TRUE(holds("  signed&watermark ", Signed | Watermark));
  EXPECT_FALSE(holds("signed&watermark", Signed));
  EXPECT_TRUE(holds("! pending", Warning));
}

TEST(Formula, malformed) {
  EXPECT_EQ(formulaError("notic"),
            "malformed formula 'notic': unknown label 'notic'; did you mean 'notice'?");
  EXPECT_EQ(formulaError(""), "malformed formula '': a label is missing");
  EXPECT_EQ(formulaError("notice |"), "malformed formula 'notice |': a label is missing");
  EXPECT_EQ(formulaError("!!mark"),
            "malformed formula '!!mark': unknown label '!mark'; did you mean 'mark'?");
  EXPECT_EQ(formulaError("mark & !mark"),
            "malformed formula 'mark & !mark': 'mark & !mark' never holds");
}

std::string outcome(StringRef text) {
  Effect effect;
  if (Error error = readOutcome(text, effect))
    return toString(std::move(error));
  switch (effect.outcome) {
  case Outcome::True:
    return "true";
  case Outcome::False:
    return "false";
  case Outcome::Returns:
    return "returns";
  case Outcome::Passes:
    return "passes";
  case Outcome::Equals:
    return "= " + effect.outcomeValue;
  }
  return "";
}

TEST(Outcome, words) {
  EXPECT_EQ(outcome("true"), "true");
  EXPECT_EQ(outcome("false"), "false");
  EXPECT_EQ(outcome("returns"), "returns");
  EXPECT_EQ(outcome("passes"), "passes");
  EXPECT_EQ(outcome("-1"), "= -1");
  EXPECT_EQ(outcome("Qt::PermissionStatus::Granted"), "= Qt::PermissionStatus::Granted");
  EXPECT_EQ(outcome("SENTRY_USER_CONSENT_GIVEN"), "= SENTRY_USER_CONSENT_GIVEN");
}

// A word that is nearly one of these is a slip, not an enumerator.
TEST(Outcome, malformed) {
  EXPECT_EQ(outcome("ture"), "unknown outcome 'ture'; did you mean 'true'?");
  EXPECT_EQ(outcome("TRUE"), "unknown outcome 'TRUE'; did you mean 'true'?");
  EXPECT_EQ(outcome("return"), "unknown outcome 'return'; did you mean 'returns'?");
  EXPECT_EQ(outcome(""), "unknown outcome ''; it is true, false, returns, passes, an integer "
                         "or an enumerator");
  EXPECT_EQ(outcome("a::"), "unknown outcome 'a::'; it is true, false, returns, passes, an integer "
                            "or an enumerator");
}

std::string date(StringRef text) { return toString(checkDate(text)); }

TEST(Date, calendar) {
  EXPECT_EQ(date("2026-01-18"), "");
  EXPECT_EQ(date("2024-02-29"), "");
  EXPECT_EQ(date("2000-02-29"), "");
  EXPECT_EQ(date("2026-02-29"), "'2026-02-29' is not a day of the calendar");
  EXPECT_EQ(date("1900-02-29"), "'1900-02-29' is not a day of the calendar");
  EXPECT_EQ(date("2026-13-01"), "'2026-13-01' is not a day of the calendar");
  EXPECT_EQ(date("2026-00-10"), "'2026-00-10' is not a day of the calendar");
  EXPECT_EQ(date("2026-04-31"), "'2026-04-31' is not a day of the calendar");
  EXPECT_EQ(date("18.01.2026"), "'18.01.2026' is no date; dates are written YYYY-MM-DD");
  EXPECT_EQ(date(""), "'' is no date; dates are written YYYY-MM-DD");
}

std::string pattern(StringRef text) { return toString(checkQualifiedPattern(text)); }

TEST(Pattern, wellFormed) {
  for (StringRef text :
       {"main", "ns::Class::method", "**::~Class", "a::b*::*", "(anonymous)::f",
        "(anonymous namespace)::f", "std::unique_ptr::operator*", "A::operator()",
        "A::operator bool", "operator new", "operator<<", "operators::run", "EVERY_*"})
    EXPECT_EQ(pattern(text), "") << text.str();
}

TEST(Pattern, malformed) {
  EXPECT_EQ(pattern(""), "the pattern is empty");
  EXPECT_EQ(pattern("a::"), "malformed pattern 'a::': a component is empty");
  EXPECT_EQ(pattern("::a"), "malformed pattern '::a': a component is empty");
  EXPECT_EQ(pattern("a::**::b"),
            "malformed pattern 'a::**::b': '**' stands only at the front, as '**::'");
  EXPECT_EQ(pattern("f(int)"), "malformed pattern 'f(int)': '(' is not part of a name; names "
                               "have no template arguments and no parameters");
  EXPECT_EQ(pattern("std::vector<int>::at"),
            "malformed pattern 'std::vector<int>::at': '<' is not part of a name; names have "
            "no template arguments and no parameters");
}

TEST(Pattern, regex) {
  EXPECT_EQ(toString(checkRegex("emotion-[a-z]+")), "");
  EXPECT_EQ(toString(checkRegex("")), "the regular expression is empty");
  EXPECT_NE(toString(checkRegex("a(b")), "");
}

TEST(Suggestion, onlyWhatIsNear) {
  EXPECT_EQ(suggestion("sink.scren", {"sink.screen", "sink.file"}),
            "; did you mean 'sink.screen'?");
  EXPECT_EQ(suggestion("zzz", {"sink.screen", "sink.file"}), "");
  EXPECT_EQ(suggestion("", {"a"}), "; did you mean 'a'?");
}

} // namespace
