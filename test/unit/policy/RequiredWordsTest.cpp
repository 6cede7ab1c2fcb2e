//===- RequiredWordsTest.cpp - what an expression cannot match without --------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "policy/RequiredWords.h"
#include "policy/PolicyReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"
#include <gtest/gtest.h>
#include <random>

using namespace llvm;
using namespace tamga::policy;

namespace {

TEST(RequiredWords, aTextWithoutThemIsNotMatched) {
  const RequiredWords model("([Ee]motion|fer[-_]?plus)[^ ]*[.](onnx|xml)");
  EXPECT_TRUE(model.mayMatch("emotion.onnx"));
  EXPECT_TRUE(model.mayMatch("fer-plus.xml"));
  EXPECT_FALSE(model.mayMatch("face.onnx"));
  EXPECT_FALSE(RequiredWords("made (by|with) [Aa][Ii]").mayMatch("built with AI"));
  EXPECT_FALSE(RequiredWords("(abc)+").mayMatch("ab"));
  EXPECT_FALSE(RequiredWords("ab+c").mayMatch("a c"));
  EXPECT_FALSE(RequiredWords("a[.]b").mayMatch("a b"));
  EXPECT_FALSE(RequiredWords("x{2}yz").mayMatch("xx"));
}

TEST(RequiredWords, whatMayBeAbsentIsNotAsked) {
  EXPECT_TRUE(RequiredWords("(abc)?").mayMatch(""));
  EXPECT_TRUE(RequiredWords("(abc)*x?").mayMatch(""));
  EXPECT_TRUE(RequiredWords("abcd?").mayMatch("abc"));
  EXPECT_TRUE(RequiredWords("abcd{0,2}").mayMatch("abc"));
  EXPECT_TRUE(RequiredWords("abc|^$").mayMatch(""));
  EXPECT_TRUE(RequiredWords("[[:alpha:]]").mayMatch("q"));
  EXPECT_TRUE(RequiredWords("[^a]").mayMatch("b"));
  EXPECT_TRUE(RequiredWords("[]a]").mayMatch("]"));
  EXPECT_TRUE(RequiredWords("[a-c]").mayMatch("b"));
  EXPECT_TRUE(RequiredWords("[\xD0\xA1\xD1\x81]x").mayMatch("\x81x"));
}

// Texts put together from the words of the shipped expressions themselves.
TEST(RequiredWords, everyMatchHasOne) {
  PolicyRequest request;
  request.path = {TAMGA_SOURCE_DIR "/checks/policy"};
  Expected<Policy> policy = readPolicy(request);
  ASSERT_TRUE(bool(policy)) << toString(policy.takeError());
  std::mt19937 random(20261123);
  unsigned matches = 0;
  for (const NameModel &model : policy->names) {
    if (model.of != NameModel::Literal)
      continue;
    std::vector<std::string> pieces{" ", ".", "-", "_", "/", "a", "the "};
    std::string word;
    for (char c : model.name + "(") {
      if (isAlnum(c) || uint8_t(c) >= 128 || c == ' ') {
        word += c;
        continue;
      }
      if (!word.empty())
        pieces.push_back(std::exchange(word, {}));
    }
    const Regex expression(model.name);
    const RequiredWords words(model.name);
    for (unsigned round = 0; round < 3000; ++round) {
      std::string text;
      for (unsigned length = 1 + random() % 8; length; --length)
        text += pieces[random() % pieces.size()];
      if (!expression.match(text))
        continue;
      ++matches;
      EXPECT_TRUE(words.mayMatch(StringRef(text).lower())) << model.name << "\n" << text;
    }
  }
  EXPECT_GT(matches, 200u);
}

} // namespace
