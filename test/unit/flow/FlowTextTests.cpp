//===- FlowTextTests.cpp - the text form, there and back  --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowTesting.h"

using namespace tamga::flow;

TEST(FlowText, EveryConstructIsPrintedAsItWasWritten) {
  std::string text = sample("every-construct.flow");
  EXPECT_EQ(print(parsed(text)), text.substr(text.find("unit ")));
}

TEST(FlowText, HandWrittenSampleReadsBackTheSame) {
  std::string once = print(parsed(sample("label-on-one-branch.flow"), "a/b/label.flow"));
  EXPECT_EQ(print(parsed(once)), once);
  EXPECT_TRUE(llvm::StringRef(once).starts_with("unit label.flow\n"));
}

TEST(FlowText, UndeclaredFunctionHasTheParametersOfItsLargestCall) {
  Program program = parsed("fn f() { call g(1); call g(1, 2); return }");
  const Function *callee = find(program, "g");
  ASSERT_TRUE(callee);
  EXPECT_EQ(callee->name, "g");
  EXPECT_EQ(callee->display, "g");
  EXPECT_EQ(callee->parameterCount, 2u);
  EXPECT_EQ(callee->locals.size(), 2u);
  EXPECT_FALSE(callee->hasBody());
}

TEST(FlowText, CalledOnAnObjectMakesAMethod) {
  Program program = parsed("fn f(p) { %p = load p; call User::save(this %p, 3) }");
  const Function *callee = find(program, "User::save");
  ASSERT_TRUE(callee);
  EXPECT_EQ(callee->kind, FunctionKind::Method);
  EXPECT_EQ(callee->parameterCount, 1u);
}

TEST(FlowText, UndeclaredFieldBelongsToItsRecord) {
  Program program = parsed("fn f(p) { %x = load p.*.ns::User::iin }");
  ASSERT_EQ(program.fields.size(), 1u);
  EXPECT_EQ(program.fields[0].name, "ns::User::iin");
  const Type *record = findType(program, "ns::User");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->kind, TypeKind::Record);
  ASSERT_EQ(record->fields.size(), 1u);
  EXPECT_EQ(&program[program.fields[0].record], record);
}

TEST(FlowText, TypesFollowFromTheirSpelling) {
  Program program = parsed("fn f(p: const User *, n: unsigned long, r: User &) -> double");
  const Type *pointer = findType(program, "const User *");
  ASSERT_TRUE(pointer);
  EXPECT_EQ(pointer->kind, TypeKind::Pointer);
  EXPECT_TRUE(pointer->isConstPointee);
  EXPECT_EQ(program[pointer->pointee].key, "User");
  EXPECT_EQ(findType(program, "unsigned long")->kind, TypeKind::Integer);
  EXPECT_EQ(findType(program, "User &")->kind, TypeKind::Reference);
  EXPECT_EQ(findType(program, "double")->kind, TypeKind::Float);
  EXPECT_EQ(findType(program, "User")->kind, TypeKind::Record);
}

TEST(FlowText, ConstantsHaveTheirUsualTypes) {
  Program program = parsed(R"(fn f() { call g(3, 1.5, "s", true, null, 4: long) })");
  std::vector<std::string> keys;
  for (const Value &value : find(program, "f")->values)
    keys.push_back(value.type ? program[value.type].key : "?");
  EXPECT_EQ(keys,
            (std::vector<std::string>{"int", "double", "const char *", "bool", "?", "long"}));
}

TEST(FlowText, EqualConstantsOfAFunctionAreOneValue) {
  EXPECT_EQ(find(parsed("fn f() { call g(3, 3, 4) }"), "f")->values.size(), 2u);
}

TEST(FlowText, PrintedNumbersAreTheNumbersOfTheValuesRead) {
  Program program = parsed("fn f(a) { %x = equal(3, 4); %y = load a; return %y }");
  const Function *function = find(program, "f");
  const std::vector<Op> &ops = function->blocks[0].ops;
  EXPECT_EQ(ops[0].result.index, 0u);
  EXPECT_EQ(ops[1].result.index, 1u);
  EXPECT_EQ(ops[0].operands[0].index, 2u); // Constants come behind.
}

TEST(FlowText, LocationsInheritTheFile) {
  Program program = parsed("unit u.cpp\n"
                           "fn f() @ 1:2 {\n"
                           "  call g() @ other.h:3:4\n"
                           "  call g() @ 5:6-8\n"
                           "  call g() @ u.cpp:7:8-9:10\n"
                           "}\nend\n");
  const Function *function = find(program, "f");
  EXPECT_EQ(program[function->at.file].path, "u.cpp");
  EXPECT_TRUE(program[function->at.file].isMain);
  const std::vector<Op> &ops = function->blocks[0].ops;
  EXPECT_EQ(program[ops[1].at.file].path, "other.h");
  EXPECT_EQ(ops[1].at.endLine, 5u);
  EXPECT_EQ(ops[1].at.endColumn, 8u);
  EXPECT_EQ(ops[2].at.endLine, 9u);
}

TEST(FlowText, LocalsOfOneNameAreToldApartByNumber) {
  Program program = parsed("fn f(x) {\n  local x#1: int\n  store x#1 = 3\n"
                           "  %a = load x#0\n  return %a\n}");
  const std::vector<Op> &ops = find(program, "f")->blocks[0].ops;
  EXPECT_EQ(ops[0].place.index, 1u);
  EXPECT_EQ(ops[1].place.index, 0u);
}

TEST(FlowText, LabelsNameBlocksAndTheEntryNeedsNone) {
  Program program = parsed("fn f(c) {\n  %c = load c\n  branch %c yes no\n"
                           "no: jump out\nyes: jump out\ndead out: return\n}");
  const Function *function = find(program, "f");
  ASSERT_EQ(function->blocks.size(), 4u);
  EXPECT_EQ(function->blocks[0].ops[1].targets[0].index, 2u);
  EXPECT_EQ(function->blocks[0].ops[1].targets[1].index, 1u);
  EXPECT_TRUE(function->blocks[3].isDead);
}

TEST(FlowText, AHashBeforeADigitIsNoComment) {
  Program program = parsed("fn f(#0: int) { # a comment\n#0 another\n  %a = load #0 # more\n}");
  EXPECT_EQ(find(program, "f")->blocks[0].ops.size(), 2u);
}

TEST(FlowText, ProgramsAreLinked) {
  EXPECT_TRUE(parsed("program app\nfn f()\nend").isLinked);
  EXPECT_FALSE(parsed("unit app\nfn f()\nend").isLinked);
  EXPECT_FALSE(parsed("fn f()").isLinked);
}
