//===- SourceTextTest.cpp - columns of editors and terminals ------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/SourceText.h"
#include "gtest/gtest.h"

using namespace tamga::report;

TEST(SourceText, utf16ColumnsCountCodeUnits) {
  EXPECT_EQ(utf16Column("abc", 2), 2u);
  EXPECT_EQ(utf16Column("\xD1\x82x", 3), 2u);         // Two bytes, one unit.
  EXPECT_EQ(utf16Column("\xF0\x9F\x98\x80x", 5), 3u); // Four bytes, two units.
  EXPECT_EQ(utf16Column("\xFF\xFEx", 3), 3u);         // Not UTF-8: one unit a byte.
  EXPECT_EQ(utf16Column("\xEF\xBB\xBF"
                        "abc",
                        4),
            1u);                       // The byte order mark has no width.
  EXPECT_EQ(utf16Column("ab", 5), 5u); // Past the end.
}

TEST(SourceText, tabsExpandToStops) {
  DisplayLine shown = displayLine("\ta\tb", 3, 4);
  EXPECT_EQ(shown.text, "        a       b");
  EXPECT_EQ(shown.begin, 16u);
  EXPECT_EQ(shown.end, 17u);
}

TEST(SourceText, wideAndUnprintableCharacters) {
  DisplayLine shown = displayLine("\xE6\xBC\xA2\x01\xFFx", 5, 6);
  EXPECT_EQ(shown.text, "\xE6\xBC\xA2<01><FF>x");
  EXPECT_EQ(shown.begin, 10u); // Two columns and twice four.
}

TEST(SourceText, longLinesAreShortenedAroundTheRange) {
  std::string line(1000, 'a');
  line[500] = 'B';
  DisplayLine shown = displayLine(line, 500, 501);
  EXPECT_LT(shown.text.size(), 210u);
  EXPECT_EQ(shown.text[shown.begin], 'B');
  EXPECT_EQ(shown.end, shown.begin + 1);
  EXPECT_TRUE(llvm::StringRef(shown.text).starts_with("...a"));
  EXPECT_TRUE(llvm::StringRef(shown.text).ends_with("a..."));
}

TEST(SourceText, missingFilesAndLines) {
  SourceText source("");
  EXPECT_FALSE(source.line("/nowhere/a.cpp", 1));
  EXPECT_FALSE(source.line("", 1));
  EXPECT_FALSE(source.line(TAMGA_SOURCE_DIR "/test/report/Inputs/chat.cpp", 0));
  EXPECT_FALSE(source.line(TAMGA_SOURCE_DIR "/test/report/Inputs/chat.cpp", 1000));
  EXPECT_TRUE(source.line(TAMGA_SOURCE_DIR "/test/report/Inputs/chat.cpp", 1));
}

TEST(SourceText, relativeFilesAreBelowTheRoot) {
  SourceText source(TAMGA_SOURCE_DIR "/test/report/Inputs");
  EXPECT_TRUE(source.line("chat.cpp", 1));
}
