//===- JsonTreeTest.cpp - JSON with positions, from any bytes -------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "json/JsonTree.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <gtest/gtest.h>
#include <random>

using namespace llvm;
using namespace tamga;

namespace {

std::string error(StringRef text) {
  Problem problem;
  return parseJson(text, "f.json", problem) ? "no error" : problem.line();
}

std::string where(const JsonDocument &document, uint32_t offset) {
  LineColumn at = document.position(offset);
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

TEST(JsonTree, valuesAndPlaces) {
  StringRef text = "{\n  \"a\": [1, -2.5, true],\n"
                   "  \"\\\"k\\\\\": \"v\\\"\",  \"n\" :null\n}\n";
  Problem problem;
  std::optional<JsonDocument> document = parseJson(text, "f.json", problem);
  ASSERT_TRUE(document) << problem.line();
  const JsonNode &root = document->root;
  ASSERT_EQ(root.kind, JsonNode::Object);
  EXPECT_EQ(where(*document, root.offset), "1:1");
  ASSERT_EQ(root.members.size(), 3u);

  const JsonMember &list = root.members[0];
  EXPECT_EQ(list.key, "a");
  EXPECT_EQ(where(*document, list.offset), "2:3");
  EXPECT_EQ(where(*document, list.value.offset), "2:8");
  ASSERT_EQ(list.value.items.size(), 3u);
  EXPECT_EQ(list.value.items[0].integer, 1);
  EXPECT_EQ(where(*document, list.value.items[0].offset), "2:9");
  EXPECT_EQ(list.value.items[1].kind, JsonNode::Number);
  EXPECT_EQ(where(*document, list.value.items[1].offset), "2:12");
  EXPECT_TRUE(list.value.items[2].boolean);
  EXPECT_EQ(where(*document, list.value.items[2].offset), "2:18");

  const JsonMember &quoted = root.members[1];
  EXPECT_EQ(quoted.key, "\"k\\");
  EXPECT_EQ(where(*document, quoted.offset), "3:3");
  EXPECT_EQ(quoted.value.text, "v\"");
  EXPECT_EQ(where(*document, quoted.value.offset), "3:12");
  EXPECT_EQ(where(*document, root.members[2].value.offset), "3:25");
}

TEST(JsonTree, numberAtTheEnd) {
  Problem problem;
  std::optional<JsonDocument> document = parseJson(" 17", "f.json", problem);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->root.integer, 17);
  EXPECT_EQ(document->root.offset, 1u);
}

TEST(JsonTree, hugeNumbers) {
  Problem problem;
  std::optional<JsonDocument> document =
      parseJson("[18446744073709551615, -9223372036854775808]", "f.json", problem);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->root.items[0].kind, JsonNode::Number);
  EXPECT_EQ(document->root.items[1].integer, INT64_MIN);
  EXPECT_NE(error("[1e999]"), "no error");
}

TEST(JsonTree, hashOfTheBytes) {
  Problem problem;
  EXPECT_EQ(parseJson("{}", "f.json", problem)->hash,
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
}

TEST(JsonTree, duplicateKeys) {
  EXPECT_EQ(error("{\"a\": 1,\n \"b\": {\"a\": 1},\n \"a\": 2}"),
            "f.json:3:2: error: $.a: duplicate key 'a'");
}

TEST(JsonTree, depth) {
  EXPECT_EQ(error(std::string(256, '[') + std::string(256, ']')), "no error");
  std::string deep = error(std::string(257, '['));
  EXPECT_TRUE(StringRef(deep).starts_with("f.json:1:257: error: $")) << deep;
  EXPECT_TRUE(StringRef(deep).ends_with(": nested more than 256 deep")) << deep;
  EXPECT_NE(error(std::string(1 << 20, '[')), "no error");
}

TEST(JsonTree, notUtf8) {
  std::string bad = error("{\"a\": [\"x\xff\"]}");
  EXPECT_TRUE(StringRef(bad).starts_with("f.json:1:10: error: $.a: ")) << bad;
  EXPECT_TRUE(StringRef(bad).contains("ill-formed UTF-8")) << bad;
  EXPECT_TRUE(StringRef(bad).contains("\\xff")) << bad;
  EXPECT_NE(error("\xfe\xff"), "no error");
  EXPECT_EQ(error("\"\xd2\x9b\""), "no error");
}

TEST(JsonTree, syntaxErrorsNameThePath) {
  std::string bad = error("{\"rules\": [{}, {\"id\": tru}]}");
  EXPECT_TRUE(StringRef(bad).starts_with("f.json:1:26: error: $.rules[1].id: ")) << bad;
  EXPECT_NE(error(""), "no error");
  EXPECT_NE(error("{} {}"), "no error");
  EXPECT_NE(error("// comment\n{}"), "no error");
  EXPECT_NE(error("{\"a\": 1,}"), "no error");
  EXPECT_NE(error("[1, 01]"), "no error");
}

TEST(JsonTree, errorsAreOneLine) {
  for (StringRef text : {"\"a\nb\"", "\n\n\x01", "[\"\xc3\n", "{\"a\n\": 1, \"a\n\": 2}"}) {
    std::string line = error(text);
    EXPECT_NE(line, "no error");
    EXPECT_EQ(line.find('\n'), std::string::npos) << line;
  }
  EXPECT_EQ(error("{\"a\\n\": 1, \"a\\n\": 2}"),
            "f.json:1:12: error: $[\"a\\x0a\"]: duplicate key 'a\\x0a'");
}

TEST(JsonTree, filesThatCannotBeRead) {
  Problem problem;
  EXPECT_FALSE(readJson("/nonexistent/f.json", problem));
  EXPECT_EQ(problem.line(), "/nonexistent/f.json:1:1: error: $: cannot read the file: No such "
                            "file or directory");
  EXPECT_FALSE(readJson(TAMGA_SOURCE_DIR, problem));
  EXPECT_EQ(problem.text, "cannot read the file: it is a folder");
}

TEST(JsonTree, printable) {
  EXPECT_EQ(printable("a\tb\x80 \xd2\x9b"), "a\\x09b\\x80 \xd2\x9b");
  EXPECT_EQ(printable(std::string(500, 'x')), std::string(160, 'x') + "...");
}

// Cut anywhere and spoilt anywhere, a file is an error or another tree, and never the end
// of the process.
TEST(JsonTree, anyBytes) {
  auto file = MemoryBuffer::getFile(TAMGA_SOURCE_DIR "/test/unit/policy/samples/tamga.json");
  ASSERT_TRUE(bool(file));
  StringRef text = (*file)->getBuffer();
  Problem problem;
  for (size_t end = 0; end + 2 < text.size(); ++end)
    EXPECT_FALSE(parseJson(text.take_front(end), "f.json", problem)) << end;

  std::mt19937 random(1);
  size_t broken = 0;
  for (size_t round = 0; round < 5000; ++round) {
    std::string spoilt = text.str();
    for (unsigned count = random() % 4 + 1; count; --count)
      spoilt[random() % spoilt.size()] = char(random());
    std::optional<JsonDocument> document = parseJson(spoilt, "f.json", problem);
    broken += !document;
    if (!document) {
      EXPECT_EQ(problem.line().find('\n'), std::string::npos);
      EXPECT_FALSE(problem.text.empty());
    }
  }
  EXPECT_GT(broken, 1000u);
}

} // namespace
