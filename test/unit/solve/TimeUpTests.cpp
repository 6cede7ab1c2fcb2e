//===- TimeUpTests.cpp - who cannot wait gets less, and is told so -------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The clock of these tests is a number of questions, so that they mean the same anywhere.
//===----------------------------------------------------------------------===//

#include "Pipeline.h"
#include "RandomFlow.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

using namespace tamga;

namespace {

constexpr uint32_t seeds = 300;

/// What is found when the time is up after \p questions.
finding::Result within(const flow::Program &program, unsigned questions) {
  AnalysisOptions options;
  options.isTimeUp = [questions, asked = 0u]() mutable { return asked++ >= questions; };
  return analyse(program, genericPolicy(), std::move(options));
}

size_t cutsOf(const finding::Result &result) {
  return llvm::count_if(result.coverage.incompleteFunctions,
                        [](const auto &function) { return function.isOverBudget; });
}

} // namespace

TEST(TimeUp, NoTimeIsNoFindingAndToldAsCut) {
  unsigned withFindings = 0;
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    const flow::Program program = randomProgram(seed);
    const finding::Result result = within(program, 0);
    ASSERT_EQ(placesOf(result), std::set<std::string>()) << "seed " << seed;
    if (placesOf(analyse(program, genericPolicy())).empty())
      continue;
    ++withFindings;
    ASSERT_GT(cutsOf(result), 0u) << "seed " << seed;
  }
  EXPECT_GT(withFindings, seeds / 4);
}

TEST(TimeUp, EnoughTimeChangesNothing) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    const flow::Program program = randomProgram(seed);
    const finding::Result result = within(program, ~0u);
    ASSERT_EQ(placesOf(result), placesOf(analyse(program, genericPolicy()))) << "seed " << seed;
    ASSERT_EQ(cutsOf(result), 0u) << "seed " << seed;
  }
}

TEST(TimeUp, WhatDiffersIsTold) {
  unsigned withCut = 0, withSome = 0, withMore = 0;
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    const flow::Program program = randomProgram(seed);
    const std::set<std::string> whole = placesOf(analyse(program, genericPolicy()));
    for (unsigned questions : {1, 2, 4, 8}) {
      const finding::Result result = within(program, questions);
      const std::set<std::string> found = placesOf(result);
      ASSERT_TRUE(cutsOf(result) || found == whole) << "seed " << seed << ", " << questions;
      withCut += cutsOf(result) > 0;
      withSome += cutsOf(result) && !found.empty();
      // A guard in a caller that is cut is not seen.
      withMore += !std::ranges::includes(whole, found);
    }
  }
  EXPECT_GT(withCut, seeds);
  EXPECT_GT(withSome, seeds / 10);
  EXPECT_LT(withMore, seeds / 20);
}
