//===- PathsTest.cpp - globs, URIs, relative paths ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Paths.h"
#include "report/Redact.h"
#include "report/Report.h"
#include "gtest/gtest.h"

using namespace tamga::report;

TEST(Paths, oneStarStaysInItsComponent) {
  EXPECT_TRUE(matchesGlob("src/*.cpp", "src/a.cpp"));
  EXPECT_TRUE(matchesGlob("*_test.c*", "a_test_test.cpp"));
  EXPECT_FALSE(matchesGlob("src/*.cpp", "src/deep/a.cpp"));
  EXPECT_FALSE(matchesGlob("*.cpp", "src/a.cpp"));
  EXPECT_FALSE(matchesGlob("src", "src/a.cpp"));
}

TEST(Paths, twoStarsCrossComponents) {
  EXPECT_TRUE(matchesGlob("third_party/**", "third_party/a/b.cpp"));
  EXPECT_TRUE(matchesGlob("**/vendor/**", "vendor/a.cpp"));
  EXPECT_TRUE(matchesGlob("**/vendor/**", "a/b/vendor/c/d.cpp"));
  EXPECT_TRUE(matchesGlob("**/*.h", "a.h"));
  EXPECT_TRUE(matchesGlob("a/**/b/**/c", "a/x/b/y/b/z/c"));
  EXPECT_TRUE(matchesGlob("third_party/", "third_party/a.cpp"));
  EXPECT_FALSE(matchesGlob("third_party/**", "third_party2/a.cpp"));
  EXPECT_FALSE(matchesGlob("**/vendor/*.h", "vendor/a/b.h"));
  EXPECT_FALSE(matchesGlob("", "a.cpp"));
}

TEST(Paths, relativeBelowTheRootOnly) {
  EXPECT_EQ(relativePath("/p/src/a.cpp", "/p"), "src/a.cpp");
  EXPECT_EQ(relativePath("/p/src/a.cpp", "/p/"), "src/a.cpp");
  EXPECT_EQ(relativePath("/p/build/../src/./a.cpp", "/p/x/.."), "src/a.cpp");
  EXPECT_EQ(relativePath("/project/a.cpp", "/p"), "/project/a.cpp");
  EXPECT_EQ(relativePath("src/a.cpp", "/p"), "src/a.cpp");
  EXPECT_EQ(relativePath("/p/a.cpp", ""), "/p/a.cpp");
  EXPECT_EQ(relativePath("/a.cpp", "/"), "a.cpp");
}

TEST(Paths, urisAreEncoded) {
  EXPECT_EQ(toUri("src/a.cpp"), "src/a.cpp");
  EXPECT_EQ(toUri("a b/c#d%.cpp"), "a%20b/c%23d%25.cpp");
  EXPECT_EQ(toUri("\xD1\x82.cpp"), "%D1%82.cpp");
  EXPECT_EQ(toUri("c:d.cpp"), "c%3Ad.cpp");
  EXPECT_EQ(toUri("/usr/include/a.h"), "file:///usr/include/a.h");
}

TEST(Paths, homesAreNotTold) {
  EXPECT_EQ(redactHomes("/home/zhanar/chat/a.cpp"), "~/chat/a.cpp");
  EXPECT_EQ(redactHomes("/Users/zhanar/a.cpp"), "~/a.cpp");
  EXPECT_EQ(redactHomes("'/root/a.h' includes '/home/zh.k/b.h'"), "'~/a.h' includes '~/b.h'");
  for (const char *plain :
       {"/usr/include/a.h", "src/home/zhanar/a.cpp", "/srv/home/zhanar/a.cpp", "/home/a.cpp",
        "/rooted/a.cpp", "the value '/home/' or /root"})
    EXPECT_EQ(redactHomes(plain), plain);
  EXPECT_EQ(fromUri("file:///~/a%20b.cpp"), "~/a b.cpp");
}

TEST(Redact, whatTheCommandLineSets) {
  tamga::finding::Result result;
  tamga::finding::Finding &finding = result.findings.emplace_back();
  const std::vector<std::string> macros = {"KEY=\"s3cret\"",
                                           "QUOTED=\"a \\\"b\\\" c\"",
                                           "WORD=release",
                                           "ID=850101300123",
                                           "SHORT=\"1\"",
                                           "NDEBUG",
                                           "ON=1"};
  const auto redacted = [&](const char *message) {
    finding.message = message;
    finding.steps = {{.kind = {}, .at = {}, .message = message}};
    finding.furtherWays = {finding.steps};
    finding.related = {{{}, message}};
    redactMacros(result, macros);
    EXPECT_EQ(finding.steps[0].message, finding.message);
    EXPECT_EQ(finding.furtherWays[0][0].message, finding.message);
    EXPECT_EQ(finding.related[0].message, finding.message);
    return finding.message;
  };
  EXPECT_EQ(redacted("\"s3cret\" and `\"https://s3cret@host\"`"),
            "\"...\" and `\"https://...@host\"`");
  EXPECT_EQ(redacted("\"release\" in `release`, \"1\", \"11\", 850101300123"),
            "\"...\" in `release`, \"...\", \"11\", ...");
  result.coverage.failedUnits = {{"a.cpp", "static assertion failed: s3cret", {}}};
  EXPECT_EQ(redacted("one \" alone"), "one \" alone");
  EXPECT_EQ(result.coverage.failedUnits[0].text, "static assertion failed: ...");
}
