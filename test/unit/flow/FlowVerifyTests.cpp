//===- FlowVerifyTests.cpp - each invariant, broken once  --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowTesting.h"
#include "flow/FlowVerify.h"

using namespace tamga::flow;

namespace {

/// A sound program; each row below breaks it in one way.
const char *const sound = R"(unit a.cpp
file a.cpp main
type int = integer
type int * = pointer of int
type User = record fields User::iin
field User::iin: int of User
global n: int initializer n.init @ a.cpp:1:1
fn n.init() is globalInit
fn puts(#0: int)
fn User::get() is method
fn f(a: int, c: int) @ 1:2 {
  macro M @ 3:4
  local x: int @ 2:3
b0:
  begin x
  %0: int = load a
  %1: int * = addr a
  %2 = load %1.*
  store x = %0
  call puts(%0) landing b3
  call User::get(this %1)
  %3 = equal(%0, 3 via M)
  branch %3 b1 b2
b1:
  switch %0 case 1 b1 else b2
b2:
  return %0
b3:
  landing
  resume
}
end)";

constexpr uint32_t wrong = 1000;

struct Row {
  const char *line;
  void (*spoil)(Program &program, Function &f);
};

Op &op(Function &f, size_t block, size_t index) { return f.blocks[block].ops[index]; }

const Row tables[] = {
    {"the path of a file `a.cpp` is not unique",
     [](Program &p, Function &) { p.files.push_back(p.files[0]); }},
    {"the key of a type `int` is not unique",
     [](Program &p, Function &) { p.types[1].key = "int"; }},
    {"the key of a field is empty", [](Program &p, Function &) { p.fields[0].key = ""; }},
    {"the symbol of a function `puts` is not unique",
     [](Program &p, Function &) { p.functions[0].symbol = "puts"; }},
    {"type `int`: integer types have no pointee",
     [](Program &p, Function &) { p.types[0].pointee = TypeId(0); }},
    {"type `int`: integer types have no union members",
     [](Program &p, Function &) { p.types[0].isUnion = true; }},
    {"a pointee is out of range",
     [](Program &p, Function &) { p.types[1].pointee = TypeId(wrong); }},
    {"type `User`: the base `int` is no record",
     [](Program &p, Function &) { p.types[2].bases.push_back(TypeId(0)); }},
    {"type `User`: the field `User::iin` says that it is of another record",
     [](Program &p, Function &) { p.fields[0].record = TypeId(); }},
    {"a field is out of range",
     [](Program &p, Function &) { p.types[2].fields = {FieldId(wrong)}; }},
    {"a call operator is out of range",
     [](Program &p, Function &) { p.types[2].callOperator = FunctionId(wrong); }},
    {"field `User::iin` is of a type that is no record",
     [](Program &p, Function &) {
       p.types[2].fields.clear();
       p.fields[0].record = TypeId(0);
     }},
    {"global `n`: the initializer is no globalInit function",
     [](Program &p, Function &) { p.globals[0].initializer = FunctionId(1); }},
    {"`n` is internal: its symbol must end in `@` and the unit",
     [](Program &p, Function &) { p.globals[0].linkage = Linkage::Internal; }},
    {"lines and columns count from 1",
     [](Program &p, Function &) { p.globals[0].at.line = 0; }},
    {"a location ends before it begins",
     [](Program &p, Function &) { p.globals[0].at.endColumn = 1; }},
    {"the file of a location is out of range",
     [](Program &p, Function &) { p.globals[0].at.file = FileId(wrong); }},
};

const Row functions[] = {
    {"fn f: only linked programs have alternatives",
     [](Program &, Function &f) { f.alternatives = {FunctionId(0)}; }},
    {"fn f: an overridden method is out of range",
     [](Program &, Function &f) { f.overrides = {FunctionId(wrong)}; }},
    {"fn f: a return type is out of range",
     [](Program &, Function &f) { f.returnType = TypeId(wrong); }},
    {"fn f: `f` is internal: its symbol must end in `@` and the unit",
     [](Program &, Function &f) { f.linkage = Linkage::Internal; }},
    {"fn f: local 2: parameters, and only they, are the first locals",
     [](Program &, Function &f) { f.parameterCount = 3; }},
    {"fn f: local 0: parameters, and only they, are the first locals",
     [](Program &, Function &f) { f.locals[0].kind = LocalKind::Temporary; }},
    {"fn f: the computed value 5 has no definition",
     [](Program &, Function &f) { f.values.emplace_back(); }},
    {"fn f: the macro of a value is out of range",
     [](Program &, Function &f) { f.values[4].macro = MacroId(wrong); }},
    {"fn f: the field of a value is out of range",
     [](Program &, Function &f) { f.values[4].kind = ValueKind::MemberField; }},
    {"fn f: an enumerator has no name",
     [](Program &, Function &f) { f.values[4].kind = ValueKind::Enumerator; }},
    {"fn f, b0, op 3: this value is defined a second time",
     [](Program &, Function &f) {
       op(f, 0, 3).result = ValueId(0);
       f.values[2].kind = ValueKind::Undefined;
     }},
    {"fn f, b0, op 1: the result is a constant",
     [](Program &, Function &f) { f.values[0].kind = ValueKind::Undefined; }},
    {"fn f, b2, op 0: the block is empty",
     [](Program &, Function &f) { f.blocks[2].ops.clear(); }},
    {"fn f, b2, op 0: the last op of a block must be a terminator",
     [](Program &, Function &f) { f.blocks[2].ops = {op(f, 0, 4)}; }},
    {"fn f, b2, op 0: only the last op of a block is a terminator",
     [](Program &, Function &f) { f.blocks[2].ops.push_back(op(f, 2, 0)); }},
    {"fn f, b3, op 1: landing is the first op of a block, not the entry",
     [](Program &, Function &f) {
       f.blocks[3].ops.insert(f.blocks[3].ops.begin(), op(f, 3, 0));
     }},
};

const Row ops[] = {
    {"fn f, b0, op 4: an operand is out of range",
     [](Program &, Function &f) { op(f, 0, 4).operands[0] = ValueId(wrong); }},
    {"fn f, b1, op 0: nothing jumps to the entry block",
     [](Program &, Function &f) { op(f, 1, 0).targets[0] = BlockId(0); }},
    {"fn f, b1, op 0: a target is out of range",
     [](Program &, Function &f) { op(f, 1, 0).targets[0] = BlockId(wrong); }},
    {"fn f, b0, op 5: the macro is out of range",
     [](Program &, Function &f) { op(f, 0, 5).macro = MacroId(wrong); }},
    {"fn f, b0, op 0: only the lifetime of a local begins and ends",
     [](Program &, Function &f) { op(f, 0, 0).place.steps.emplace_back(); }},
    {"fn f, b2, op 0: this op has no place",
     [](Program &, Function &f) { op(f, 2, 0).place.root = RootKind::Global; }},
    {"fn f, b0, op 1: the local of a place is out of range",
     [](Program &, Function &f) { op(f, 0, 1).place.index = wrong; }},
    {"fn f, b0, op 1: `this` in a function that is no method",
     [](Program &, Function &f) { op(f, 0, 1).place.root = RootKind::This; }},
    {"fn f, b0, op 2: `this` is loaded as a pointer, or followed by `*`",
     [](Program &, Function &f) {
       f.kind = FunctionKind::Method;
       op(f, 0, 2).place.root = RootKind::This;
     }},
    {"fn f, b0, op 3: the first step from a value is `*`",
     [](Program &, Function &f) { op(f, 0, 3).place.steps.clear(); }},
    {"fn f, b0, op 1: `...` in a function that is not variadic",
     [](Program &, Function &f) { op(f, 0, 1).place.root = RootKind::VarArgs; }},
    {"fn f, b0, op 3: the field of a step is out of range",
     [](Program &, Function &f) {
       op(f, 0, 3).place.steps.push_back({StepKind::Field, -1, ""});
     }},
    {"fn f, b0, op 3: the offset +0 is never written",
     [](Program &, Function &f) {
       op(f, 0, 3).place.steps.push_back({StepKind::Offset, 0, ""});
     }},
    {"fn f, b0, op 4: store has 0 operands",
     [](Program &, Function &f) { op(f, 0, 4).operands.clear(); }},
    {"fn f, b0, op 7: equal has 1 operands",
     [](Program &, Function &f) { op(f, 0, 7).operands.pop_back(); }},
    {"fn f, b1, op 0: switch has 2 targets, not 3",
     [](Program &, Function &f) { op(f, 1, 0).cases.push_back(2); }},
    {"fn f, b0, op 4: store has no result",
     [](Program &, Function &f) {
       op(f, 0, 4).result = ValueId(f.values.size());
       f.values.emplace_back();
     }},
    {"fn f, b3, op 1: resume has no landing block",
     [](Program &, Function &f) { op(f, 3, 1).landing = BlockId(3); }},
    {"fn f, b2, op 0: return has no text",
     [](Program &, Function &f) { op(f, 2, 0).text.assign(1, 'x'); }},
    {"fn f, b0, op 5: the words of an op are at most 160 bytes",
     [](Program &, Function &f) { op(f, 0, 5).text = std::string(161, 'x'); }},
    {"fn f, b0, op 5: a direct call has a function only",
     [](Program &, Function &f) { op(f, 0, 5).calleeValue = ValueId(0); }},
    {"fn f, b0, op 5: an indirect call has a callee value only",
     [](Program &, Function &f) { op(f, 0, 5).call = CallKind::Indirect; }},
    {"fn f, b0, op 5: a virtual call needs an object: `this`",
     [](Program &, Function &f) { op(f, 0, 5).call = CallKind::Virtual; }},
    {"fn f, b0, op 5: `puts` is called on an object but is no method",
     [](Program &, Function &f) { op(f, 0, 5).thisValue = ValueId(1); }},
    {"fn f, b0, op 5: the landing block neither begins with `landing` nor leads to one or to "
     "`resume`",
     [](Program &, Function &f) { op(f, 0, 5).landing = BlockId(2); }},
};

void expectEach(llvm::ArrayRef<Row> rows) {
  for (const Row &row : rows) {
    Program program = parsed(sound);
    ASSERT_EQ(program.functions.size(), 4u);
    row.spoil(program, program.functions[3]);
    std::vector<std::string> lines = verify(program);
    ASSERT_FALSE(lines.empty()) << row.line;
    EXPECT_EQ(lines[0], row.line);
    print(program); // Unsound programs can still be looked at.
  }
}

} // namespace

TEST(FlowVerify, ASoundProgramHasNoLines) { EXPECT_TRUE(verify(parsed(sound)).empty()); }

TEST(FlowVerify, EachTableIsChecked) { expectEach(tables); }

TEST(FlowVerify, EachFunctionIsChecked) { expectEach(functions); }

TEST(FlowVerify, EachOpIsChecked) { expectEach(ops); }

TEST(FlowVerify, CleanupMayComeBeforeTheLandingBlock) {
  EXPECT_EQ(errorOf("fn f() { call g() landing cleanup; return\n"
                    "cleanup: call h(); jump handler\n"
                    "handler: landing; return }"),
            "parsed");
  EXPECT_EQ(errorOf("fn f() { call g() landing cleanup; return\n"
                    "cleanup: call h(); resume }"),
            "parsed");
}
