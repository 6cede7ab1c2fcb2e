//===- FingerprintTests.cpp - words as they stay ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "solve/Fingerprint.h"
#include "gtest/gtest.h"

using tamga::solve::normalised;

static std::string words(llvm::StringRef text) {
  return normalised(text, [](llvm::StringRef name) { return name == "text" || name == "i"; });
}

TEST(Fingerprint, blanksAndCommentsSayNothing) {
  EXPECT_EQ(words("show( a,\n   b )"), words("show(a, b)"));
  EXPECT_EQ(words("show(a /* the first */, b)"), words("show(a, b)"));
  EXPECT_EQ(words("show(a, // the first\n b)"), words("show(a, b)"));
  EXPECT_EQ(words("a / b"), "a/b");
  EXPECT_EQ(words("a /* not closed"), "a");
}

TEST(Fingerprint, localsHaveNoNames) {
  EXPECT_EQ(words("show(text + i)"), "show($+$)");
  EXPECT_EQ(words("show(texts)"), "show(texts)");
  EXPECT_EQ(words("show(a.text, b->i, C::text)"), "show(a.text,b->i,C::text)");
}

TEST(Fingerprint, literalsKeepTheirWords) {
  EXPECT_EQ(words("show(\"text  i // no comment\")"), "show(\"text  i // no comment\")");
  EXPECT_EQ(words("show(\"one \"\n     \"two\")"), words("show(\"one two\")"));
  EXPECT_EQ(words("show(\"a \\\" b\" \"c\")"), "show(\"a \\\" bc\")");
  EXPECT_EQ(words("show('\"', text)"), "show('\"',$)");
  EXPECT_EQ(words("show(\"not closed"), "show(\"not closed");
  EXPECT_EQ(words("show(\"\\"), "show(\"\\");
}

TEST(Fingerprint, whatIsDifferentStaysDifferent) {
  EXPECT_NE(words("show(a)"), words("show(b)"));
  EXPECT_NE(words("show(\"a\")"), words("show(\"b\")"));
  EXPECT_NE(words("show(\"a\")"), words("show('a')"));
}
