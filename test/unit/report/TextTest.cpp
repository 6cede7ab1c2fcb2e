//===- TextTest.cpp - what a terminal shows -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Sample.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "gtest/gtest.h"

using namespace tamga::report::test;
namespace report = tamga::report;
namespace finding = tamga::finding;

static bool contains(llvm::StringRef text, llvm::StringRef part) { return text.contains(part); }

TEST(Text, findingWithItsLine) {
  std::string text = textOf(sample(), options());
  EXPECT_TRUE(contains(text, "chat.cpp:16:3: error: AI output from complete reaches")) << text;
  EXPECT_TRUE(contains(text, "the rule [tamga-label-missing]\n"
                             "   16 |   std::cout << text;\n"
                             "      |   ^~~~~~~~~~~~~~~~~\n"))
      << text;
}

TEST(Text, stepsAreNumberedNotes) {
  std::string text = textOf(sample(), options());
  EXPECT_TRUE(contains(text, "chat.cpp:14:22: note: 1. AI output comes from complete\n"));
  EXPECT_TRUE(contains(text, "chat.cpp:16:3: note: 4. it is written to the screen\n"));
  EXPECT_TRUE(contains(text, "chat.cpp:14:22: note: a further source\n"));
}

TEST(Text, stepsAndSourceCanBeLeftOut) {
  report::ReportOptions bare = options();
  bare.steps = report::Steps::None;
  bare.showSource = false;
  std::string text = textOf(sample(), bare);
  EXPECT_FALSE(contains(text, "1. AI output"));
  EXPECT_FALSE(contains(text, " | "));
}

TEST(Text, marksAreSaidInWords) {
  std::string text = textOf(sample(), options());
  EXPECT_TRUE(contains(text, "chat.cpp:22:3: note: less certain: no caller in this file "
                             "checks; subject not shown"))
      << text;
}

TEST(Text, everyMarkHasWords) {
  for (unsigned bit = 1; bit <= finding::Unreachable; bit <<= 1)
    EXPECT_FALSE(report::describeMarks(bit).empty()) << bit;
  EXPECT_EQ(report::describeMarks(finding::NoMark), "");
}

TEST(Text, caretUnderTabsAndCyrillic) {
  Result result;
  result.findings = {labelMissing()};
  result.findings[0].at = inChat(23, 20, 24); // After a tab and two-byte letters.
  std::string text = textOf(result, options());
  llvm::SmallVector<llvm::StringRef, 16> lines;
  llvm::StringRef(text).split(lines, '\n');
  ASSERT_GT(lines.size(), 2u);
  EXPECT_EQ(lines[1],
            "   23 |         log(\"\xD1\x81\xD3\x99\xD0\xBB\xD0\xB5\xD0\xBC\", name); "
            "// \xD1\x82\xD0\xB0\xD2\xA3\xD0\xB1\xD0\xB0");
  EXPECT_EQ(lines[2], "      | " + std::string(21, ' ') + "^~~~");
}

TEST(Text, missingFileHasNoSourceLine) {
  Result result;
  result.findings = {labelMissing()};
  result.findings[0].steps.clear();
  result.findings[0].related.clear();
  result.findings[0].at.file = "/nowhere/a.cpp";
  EXPECT_TRUE(contains(textOf(result, options()), "/nowhere/a.cpp:16:3: error: "));
  EXPECT_FALSE(contains(textOf(result, options()), " | "));
}

TEST(Text, suppressedFindingsAreCountedOnly) {
  Result result = sample();
  result.findings[0].isSuppressed = true;
  std::string text = textOf(result, options());
  EXPECT_FALSE(contains(text, "tamga-label-missing"));
  EXPECT_TRUE(contains(text, "\n1 warning in 1 unit, 1 suppressed\n")) << text;
}

TEST(Text, summary) {
  EXPECT_TRUE(contains(textOf(sample(), options()), "\n1 error, 1 warning in 1 unit\n"));
  Result nothing;
  nothing.coverage.units = 2;
  EXPECT_EQ(textOf(nothing, options()), "no findings in 2 units\n");
}

TEST(Text, findingsOfLevelNoteAreRemarks) {
  Result result = sample();
  result.findings[1].level = Level::Note;
  std::string text = textOf(result, options());
  EXPECT_TRUE(contains(text, "chat.cpp:22:3: remark: Biometric data")) << text;
  EXPECT_TRUE(contains(text, "\n1 error, 1 remark in 1 unit\n"));
}

TEST(Text, incompleteRunsSayWhy) {
  Result result;
  result.coverage.units = 3;
  result.coverage.failedUnits = {
      {inputs() + "/a.cpp", "'x.h' file not found", {inputs() + "/a.cpp", 3, 10, 3, 14}},
      {inputs() + "/a.cpp", "a second error", {inputs() + "/a.cpp", 4, 1, 4, 2}}};
  result.coverage.incompleteFunctions = {{"chat::reply", "over budget", {}}};
  result.coverage.ops = 100;
  result.coverage.unknownOps = 3;
  result.coverage.unknownReasons = {{"asm", 2}, {"co_await", 1}};
  EXPECT_EQ(textOf(result, options()),
            "no findings in 3 units\n"
            "incomplete: 1 unit not analysed whole\n"
            "  a.cpp: a.cpp:3:10: 'x.h' file not found\n"
            "incomplete: 1 function not analysed whole\n"
            "  chat::reply: over budget\n"
            "3 of 100 operations could not be expressed: asm (2), co_await (1)\n");
}

TEST(Text, colourOnlyWhenAsked) {
  EXPECT_FALSE(contains(textOf(sample(), options()), "\033["));
  report::ReportOptions colored = options();
  colored.color = true;
  std::string text = textOf(sample(), colored);
  EXPECT_TRUE(contains(text, "\033[1;31merror:\033[0m"));
  EXPECT_TRUE(contains(text, "\033[1;32m^~"));
}
