//===- FlowErrorTests.cpp - what is wrong with a text, and where  ------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowTesting.h"

using namespace tamga::flow;

namespace {

struct Wrong {
  const char *text, *error; ///< After `test.flow:`.
};

const Wrong wrongs[] = {
    {"", "1:1: error: this text is empty: expected `unit`, `program` or a declaration"},
    {"# only a comment\n",
     "2:1: error: this text is empty: expected `unit`, `program` or a declaration"},
    {"unit a.cpp\nfn f()\n",
     "3:1: error: expected a declaration or `end`, found the end of the text"},
    {"unit a.cpp\nend\nfn f()", "3:1: error: expected nothing after `end`, found `fn`"},
    {"func f()", "1:1: error: expected a declaration: fn, type, field, global, file, nolint or "
                 "error, found `func`"},
    {"fn f(", "1:6: error: expected the name of a local, found the end of the text"},
    {"fn f() {\n  return\n", "3:1: error: expected `}`, found the end of the text"},
    {"fn f()\nfn f()", "2:4: error: this was declared before"},
    {"fn f() { jump nowhere }", "1:15: error: there is no block `nowhere`"},
    {"fn f() { store x = y }", "1:20: error: expected a value, found `y`"},
    {"fn f() { fetch x }", "1:10: error: expected an operation, found `fetch`"},
    {"fn f() { %x = load y.% }",
     "1:22: error: expected a field such as `profile::iin`, found `%`"},
    {"fn f() { %x = load y.name }", "1:22: error: no field `name` is declared; one that is not "
                                    "is named with its record, as in "
                                    "`profile::iin`"},
    {"fn f() { return; return }",
     "1:18: error: expected a block label, such as `b1:`, after a terminator"},
    {"fn f() {\n  call g()\nb1:\n  return\n}",
     "3:1: error: the block before has no terminator, such as `jump b1`"},
    {"fn f() { return \"open }", "1:18: error: this text has no closing quote"},
    {"fn f() { return \"\\q\" }",
     "1:19: error: unknown escape: write \\n, \\t, \\\", \\\\ or \\xNN"},
    {"fn f() { return 99999999999999999999 }",
     "1:17: error: `99999999999999999999` does not fit in 64 bits"},
    {"fn f() { local x; local x; store x = 1 }",
     "1:34: error: several locals are called `x`: write `x#0`"},
    {"fn f() { store #7 = 1 }", "1:16: error: no local has the number 7"},
    {"fn f() { local x#1 }", "1:16: error: this local has the number 0"},
    {"type T = recrod",
     "1:10: error: expected a kind of type, such as `record`, found `recrod`"},
    {"fn f() @ a.cpp:x", "1:16: error: expected a number, found `x`"},
    // Faults of FlowVerify are shown where the op is.
    {"fn f(a) {\n  %x = load a\n  return %y\n}",
     "1:4: error: the computed value 1 has no definition"},
    {"fn f(a) {\n  %x = load a\n  %x = load a\n}",
     "3:3: error: this value is defined a second time"},
    {"fn f() {\nb0:\n  call g()\n  jump b0\n}", "4:3: error: nothing jumps to the entry block"},
};

} // namespace

TEST(FlowErrors, SayWhatWasExpectedAndWhere) {
  for (const Wrong &wrong : wrongs)
    EXPECT_EQ(errorOf(wrong.text), std::string("test.flow:") + wrong.error) << wrong.text;
}

TEST(FlowErrors, ATruncatedUnitIsAnErrorAtEveryByte) {
  for (std::string text :
       {sample("every-construct.flow"), print(parsed(sample("label-on-one-branch.flow")))}) {
    size_t whole = llvm::StringRef(text).rtrim().size();
    for (size_t size = 0; size < whole; ++size) {
      std::string error = errorOf(llvm::StringRef(text).take_front(size));
      ASSERT_NE(error, "parsed") << "cut after " << size << " bytes";
      ASSERT_EQ(llvm::StringRef(error).count('\n'), 0u) << error;
    }
    EXPECT_EQ(errorOf(llvm::StringRef(text).take_front(whole)), "parsed");
  }
}

TEST(FlowErrors, AnUnnamedUnitIsCutWithoutACrash) {
  std::string text = sample("label-on-one-branch.flow");
  for (size_t size = 0; size < text.size(); ++size)
    errorOf(llvm::StringRef(text).take_front(size));
}

TEST(FlowErrors, AnyChangedByteIsReadOrRefused) {
  std::string text = sample("every-construct.flow");
  const char others[] = {'\0', '\n', '"', '#', '%', '(', ')',
                         '<',  '9',  ':', ';', '@', '{', '}'};
  for (size_t at = 0; at < text.size(); ++at)
    for (char other : {others[at % sizeof(others)], others[(at / 3) % sizeof(others)]}) {
      std::string changed = text;
      changed[at] = other;
      llvm::Expected<Program> program = parseFlow(changed, "test.flow");
      if (!program) {
        llvm::consumeError(program.takeError());
        continue;
      }
      std::string once = print(*program);
      ASSERT_EQ(print(parsed(once)), once) << "byte " << at << " is " << other;
    }
}

TEST(FlowErrors, DeepAndLongInputIsNoProblem) {
  EXPECT_NE(errorOf("type " + std::string(100000, '<')), "parsed");
  EXPECT_EQ(errorOf("type a" + std::string(100000, '*')), "parsed");
  EXPECT_NE(errorOf("fn f" + std::string(100000, '(')), "parsed");
  std::string steps = "fn f(p) { %x = load p";
  for (int i = 0; i < 20000; ++i)
    steps += ".*";
  EXPECT_EQ(errorOf(steps + " }"), "parsed");
}
