//===- ProgramLawTests.cpp - laws of the whole analysis -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Pipeline.h"
#include "RandomFlow.h"
#include "flow/FlowText.h"
#include "flow/FlowVerify.h"
#include "flow/Link.h"
#include "report/Report.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

using namespace tamga;

namespace {

constexpr uint32_t seeds = 1000;

flow::Program parsed(const std::string &text) {
  llvm::Expected<flow::Program> program = flow::parseFlow(text, "random.flow");
  if (!program) {
    ADD_FAILURE() << llvm::toString(program.takeError()) << "\n" << text;
    return {};
  }
  return std::move(*program);
}

flow::Program programOf(const RandomFlow &random) {
  return parsed(unitText("a.cpp", random.head, random.functions));
}

std::string reportOf(const flow::Program &program) {
  std::string text;
  llvm::raw_string_ostream out(text);
  report::ReportOptions options = reportOptions(genericPolicy());
  options.showSource = false;
  report::writeText(analyse(program, genericPolicy()), options, out);
  return text;
}

/// Which rule is broken where.
std::set<std::string> findingsOf(const flow::Program &program) {
  std::set<std::string> found;
  for (const finding::Finding &finding : analyse(program, genericPolicy()).findings)
    found.insert(finding.rule + ":" + std::to_string(finding.at.line));
  return found;
}

} // namespace

TEST(ProgramLaws, RandomFlowsAreSoundAndFindSomething) {
  unsigned withFlow = 0, withGuard = 0, without = 0;
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    const flow::Program program = programOf(randomFlow(seed));
    ASSERT_EQ(flow::verify(program), std::vector<std::string>()) << "seed " << seed;
    const std::string text = reportOf(program);
    withFlow += text.find("tamga-custom-flow") != std::string::npos;
    withGuard += text.find("tamga-custom-guard") != std::string::npos;
    without += text.rfind("no findings", 0) == 0;
  }
  EXPECT_GT(withFlow, seeds / 4);
  EXPECT_GT(withGuard, seeds / 4);
  EXPECT_GT(without, seeds / 20);
}

TEST(ProgramLaws, TheSameTwice) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    const flow::Program program = programOf(randomFlow(seed));
    ASSERT_EQ(reportOf(program), reportOf(program)) << "seed " << seed;
  }
}

TEST(ProgramLaws, TheSameAfterPrinting) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    const flow::Program program = programOf(randomFlow(seed));
    std::string text;
    llvm::raw_string_ostream out(text);
    flow::printFlow(program, out);
    ASSERT_EQ(reportOf(program), reportOf(parsed(text))) << "seed " << seed;
  }
}

TEST(ProgramLaws, TheOrderOfFunctionsMeansNothing) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    RandomFlow random = randomFlow(seed);
    const std::set<std::string> expected = findingsOf(programOf(random));
    std::shuffle(random.functions.begin(), random.functions.end(), std::mt19937(seed));
    ASSERT_EQ(findingsOf(programOf(random)), expected)
        << "seed " << seed << "\n"
        << unitText("a.cpp", random.head, random.functions);
  }
}

TEST(ProgramLaws, TheOrderOfUnitsMeansNothing) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    const RandomFlow random = randomFlow(seed);
    const auto middle = random.functions.begin() + random.functions.size() / 2;
    const std::string first =
        unitText("a.cpp", random.head, {random.functions.begin(), middle});
    const std::string second = unitText("b.cpp", random.head, {middle, random.functions.end()});
    const auto linked = [](const std::string &one, const std::string &other) {
      std::vector<flow::Program> units;
      units.push_back(parsed(one));
      units.push_back(parsed(other));
      return flow::link(std::move(units), "app");
    };
    ASSERT_EQ(reportOf(linked(first, second)), reportOf(linked(second, first)))
        << "seed " << seed;
    flow::Program whole = programOf(random);
    whole.isLinked = true;
    ASSERT_EQ(findingsOf(linked(first, second)), findingsOf(whole)) << "seed " << seed;
  }
}

/// What one more source adds takes no flow away.
TEST(ProgramLaws, MoreDataMeansNoFewerFlows) {
  unsigned grown = 0;
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    const std::set<std::string> before = findingsOf(programOf(randomFlow(seed)));
    const std::set<std::string> after = findingsOf(programOf(randomFlow(seed, 0)));
    grown += before != after;
    for (const std::string &finding : before)
      ASSERT_TRUE(after.count(finding) || finding.rfind("tamga-custom-flow", 0) != 0)
          << finding << " is gone; seed " << seed;
  }
  EXPECT_GT(grown, seeds / 20);
}
