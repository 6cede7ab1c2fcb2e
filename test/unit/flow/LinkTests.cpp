//===- LinkTests.cpp - units to one program  ---------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowTesting.h"
#include "flow/FlowVerify.h"
#include "flow/Link.h"
#include <algorithm>

using namespace tamga::flow;

namespace {

/// Links the units and checks that the result is sound and reads back.
Program linked(std::vector<std::string> texts) {
  std::vector<Program> units;
  for (const std::string &text : texts)
    units.push_back(parsed(text));
  Program program = link(std::move(units), "app");
  for (const std::string &line : verify(program))
    ADD_FAILURE() << line;
  std::string text = print(program);
  EXPECT_EQ(print(parsed(text)), text);
  return program;
}

const char *const caller = R"(unit a.cpp
fn f(x: int) -> int annotation "tamga:source kind=k" @ a.cpp:1:1
fn g() is main { call f(1) @ 2:3; return 0 }
end)";
const char *const definition = R"(unit b.cpp
fn f(x: int annotation "tamga:labels labels=mark") -> int @ b.cpp:1:1 { %x = load x; return %x }
end)";
const char *const secondDefinition = R"(unit c.cpp
fn f(x: int) -> int @ c.cpp:9:9 { return 7 }
end)";

} // namespace

TEST(Link, DeclarationTakesTheBodyAndKeepsItsAnnotations) {
  Program program = linked({caller, definition});
  EXPECT_TRUE(program.isLinked);
  EXPECT_EQ(program.name, "app");
  ASSERT_EQ(program.functions.size(), 2u);
  const Function *function = find(program, "f");
  EXPECT_TRUE(function->hasBody());
  EXPECT_EQ(function->annotations, std::vector<std::string>{"tamga:source kind=k"});
  EXPECT_EQ(function->locals[0].annotations,
            std::vector<std::string>{"tamga:labels labels=mark"});
  EXPECT_EQ(program[function->at.file].path, "b.cpp");
  const Op &call = find(program, "g")->blocks[0].ops[0];
  EXPECT_EQ(&program[call.function], function);
}

TEST(Link, TheOrderOfUnitsDoesNotMatter) {
  std::vector<std::string> texts = {
      caller, definition, secondDefinition,
      "unit d.cpp\nfield T::x: int\nglobal n: int is const @ d.cpp:1:1\n"
      "fn h() is inline { %x = load ::n; return %x }\nnolint line @ d.cpp:1:1\nend",
      "unit e.cpp\nfield T::y: int annotation \"tamga:x\"\nglobal n: int is definition @ "
      "e.cpp:1:1\n"
      "fn h() is inline { return 1 }\nerror \"e\" @ e.cpp:1:1\nend"};
  std::sort(texts.begin(), texts.end());
  std::string expected = print(linked(texts));
  while (std::next_permutation(texts.begin(), texts.end()))
    ASSERT_EQ(print(linked(texts)), expected);
}

TEST(Link, UnitsOfOneNameAreOrderedToo) {
  std::string one = "unit a.cpp\nfn f() { return 1 }\nend",
              two = "unit a.cpp\nfn f() { return 2 }\nend";
  EXPECT_EQ(print(linked({one, two})), print(linked({two, one})));
}

TEST(Link, SecondExternalDefinitionsAreAlternatives) {
  Program program = linked({secondDefinition, definition, caller});
  const Function *function = find(program, "f");
  ASSERT_EQ(function->alternatives.size(), 1u);
  const Function &other = program[function->alternatives[0]];
  EXPECT_EQ(other.symbol, "f@c.cpp");
  EXPECT_EQ(other.name, "f");
  EXPECT_EQ(program[other.at.file].path, "c.cpp");
  EXPECT_EQ(program[function->at.file].path, "b.cpp");
}

TEST(Link, InlineDefinitionsAreTakenFromTheFirstUnit) {
  Program program = linked({"unit b.cpp\nfn f() is inline { return 2 }\nend",
                            "unit a.cpp\nfn f() is inline { return 1 }\nend"});
  ASSERT_EQ(program.functions.size(), 1u);
  EXPECT_TRUE(program.functions[0].alternatives.empty());
  EXPECT_EQ(program.functions[0].values[0].integer, 1);
}

TEST(Link, InternalSymbolsStayApart) {
  Program program = linked(
      {"unit a.cpp\nfn f@a.cpp() is internal { return 1 }\nglobal g@a.cpp is internal\nend",
       "unit b.cpp\nfn f@b.cpp() is internal { return 2 }\nglobal g@b.cpp is internal\nend"});
  EXPECT_EQ(program.functions.size(), 2u);
  EXPECT_EQ(program.globals.size(), 2u);
}

TEST(Link, ATypeKnownByNameTakesItsFieldsAndBases) {
  Program program =
      linked({"unit a.cpp\ntype User = record\nfn f(u: User)\nend",
              "unit b.cpp\ntype User = record bases Base fields User::iin "
              "annotation \"tamga:source kind=k\"\nfield User::iin: int of User\nend"});
  const Type *type = findType(program, "User");
  ASSERT_EQ(type->fields.size(), 1u);
  EXPECT_EQ(program[type->fields[0]].key, "User::iin");
  ASSERT_EQ(type->bases.size(), 1u);
  EXPECT_EQ(program[type->bases[0]].key, "Base");
  EXPECT_EQ(type->annotations.size(), 1u);
}

TEST(Link, GlobalsMeetTheirDefinition) {
  Program program =
      linked({"unit a.cpp\nglobal n: int @ a.cpp:1:1\nfn f() { store ::n = 1 }\nend",
              "unit b.cpp\nfn n.init() is globalInit { store ::n = 2 }\n"
              "global n: int is definition initializer n.init @ b.cpp:2:2\nend"});
  ASSERT_EQ(program.globals.size(), 1u);
  EXPECT_TRUE(program.globals[0].isDefinition);
  EXPECT_EQ(program[program.globals[0].initializer].symbol, "n.init");
  EXPECT_EQ(program[program.globals[0].at.file].path, "b.cpp");
}

TEST(Link, OverridesAreUnited) {
  Program program =
      linked({"unit a.cpp\nfn D::f() is method virtual overrides A::f\nend",
              "unit b.cpp\nfn D::f() is method virtual overrides B::f { return }\nend"});
  EXPECT_EQ(find(program, "D::f")->overrides.size(), 2u);
}

TEST(Link, DirectivesAndErrorsOfHeadersAreSaidOnce) {
  const char *shared = "nolint line (\"tamga-*\") @ x.h:3:1\nerror \"no y.h\" @ x.h:1:1\nend";
  Program program =
      linked({std::string("unit a.cpp\n") + shared, std::string("unit b.cpp\n") + shared});
  EXPECT_EQ(program.directives.size(), 1u);
  EXPECT_EQ(program.errors.size(), 1u);
}

TEST(Link, AFunctionWithErrorsTakesTheBodyOfAnother) {
  Program program = linked(
      {"unit a.cpp\nfn f() incomplete \"errors\"\nend", "unit b.cpp\nfn f() { return }\nend"});
  EXPECT_TRUE(program.functions[0].hasBody());
  EXPECT_EQ(program.functions[0].incomplete, "");
}
