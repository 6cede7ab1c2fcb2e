//===- SuppressTest.cpp - which comment covers what ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Sample.h"
#include "gtest/gtest.h"

using namespace tamga::report::test;
namespace report = tamga::report;

namespace {

constexpr auto line = LintDirective::Line;
constexpr auto nextLine = LintDirective::NextLine;
constexpr auto begin = LintDirective::Begin;
constexpr auto end = LintDirective::End;

struct Comment {
  LintDirective::Kind kind;
  uint32_t line;
  std::vector<std::string> checks = {};
  bool hasChecks = !checks.empty();
};

/// Whether \p comments cover a finding of tamga-label-missing in line 10.
bool covers(std::vector<Comment> comments) {
  Result result;
  Finding finding;
  finding.rule = "tamga-label-missing";
  finding.at = {"/p/a.cpp", 10, 5, 10, 8};
  result.findings = {finding};
  for (const Comment &comment : comments) {
    LintDirective directive;
    directive.kind = comment.kind;
    directive.at = {"/p/a.cpp", comment.line, 20, comment.line, 26};
    directive.hasChecks = comment.hasChecks;
    directive.checks = comment.checks;
    result.directives.push_back(directive);
  }
  report::suppress(result, {});
  return result.findings[0].isSuppressed;
}

} // namespace

TEST(Suppress, lineAndNextLine) {
  EXPECT_TRUE(covers({{line, 10}}));
  EXPECT_FALSE(covers({{line, 9}}));
  EXPECT_FALSE(covers({{line, 11}}));
  EXPECT_TRUE(covers({{nextLine, 9}}));
  EXPECT_FALSE(covers({{nextLine, 10}}));
}

TEST(Suppress, checkLists) {
  EXPECT_TRUE(covers({{line, 10, {"other", "tamga-label-missing"}}}));
  EXPECT_TRUE(covers({{line, 10, {"tamga-*"}}}));
  EXPECT_TRUE(covers({{line, 10, {"*"}}}));
  EXPECT_TRUE(covers({{line, 10, {"*-label-*"}}}));
  EXPECT_FALSE(covers({{line, 10, {"tamga-label"}}}));
  EXPECT_FALSE(covers({{line, 10, {"tamga-consent-*"}}}));
  EXPECT_FALSE(covers({{line, 10, {}, true}})) << "NOLINT() covers nothing";
  EXPECT_FALSE(covers({{line, 10, {""}, true}}));
}

TEST(Suppress, negativeGlobsAreIgnored) {
  EXPECT_TRUE(covers({{line, 10, {"tamga-*", "-tamga-label-*"}}}));
  EXPECT_FALSE(covers({{line, 10, {"-other-*"}}}));
}

TEST(Suppress, blocks) {
  EXPECT_TRUE(covers({{begin, 5}, {end, 15}}));
  EXPECT_FALSE(covers({{begin, 5}, {end, 9}}));
  EXPECT_TRUE(covers({{end, 15}, {begin, 5}}))
      << "the order of directives is theirs in the file";
  EXPECT_FALSE(covers({{begin, 5}})) << "no partner";
  EXPECT_FALSE(covers({{end, 15}}));
  EXPECT_TRUE(covers({{begin, 5, {"tamga-*"}}, {end, 15, {"tamga-*"}}}));
  EXPECT_FALSE(covers({{begin, 5, {"tamga-*"}}, {end, 15}})) << "the lists differ";
  EXPECT_FALSE(covers({{begin, 5, {"other"}}, {end, 15, {"other"}}}));
}

TEST(Suppress, blocksNest) {
  EXPECT_TRUE(covers({{begin, 1}, {begin, 5, {"x"}}, {end, 8, {"x"}}, {end, 15}}));
  EXPECT_FALSE(covers({{begin, 1, {"tamga-*"}}, {begin, 5, {"x"}}, {end, 15, {"tamga-*"}}}))
      << "an END closes the innermost BEGIN only";
}

TEST(Suppress, directivesOfAHeaderCountOnce) {
  EXPECT_FALSE(covers({{begin, 1}, {begin, 1}, {end, 5}, {end, 5}, {end, 15}}));
  EXPECT_TRUE(covers({{begin, 1}, {begin, 1}, {end, 15}, {end, 15}}));
}

TEST(Suppress, otherFilesDoNotCount) {
  Result result = sample();
  LintDirective directive;
  directive.at = {"/elsewhere/chat.cpp", 16, 30, 16, 36};
  result.directives = {directive};
  report::suppress(result, options());
  EXPECT_FALSE(result.findings[0].isSuppressed);
}

TEST(Suppress, spellingInAMacroCounts) {
  Result result = sample();
  result.findings[0].spelling = inChat(4, 1, 2);
  LintDirective directive;
  directive.at = inChat(4, 30, 36);
  directive.justification = "shown by the caller";
  result.directives = {directive};
  report::suppress(result, options());
  EXPECT_TRUE(result.findings[0].isSuppressed);
  EXPECT_EQ(result.findings[0].justification, "shown by the caller");
  EXPECT_FALSE(result.findings[1].isSuppressed);
}

TEST(Suppress, excludedFindingsAreRemoved) {
  Result result = sample();
  result.findings[1].at.file = inputs() + "/third_party/deep/a.cpp";
  report::ReportOptions withExclusion = options();
  withExclusion.exclude = {"third_party/**"};
  report::suppress(result, withExclusion);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].rule, "tamga-label-missing");
}
