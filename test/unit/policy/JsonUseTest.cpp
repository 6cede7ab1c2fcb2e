//===- JsonUseTest.cpp - what of the JSON library may be used -------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Without exceptions a missing key or a wrong type ends the process, which may be an
// editor's. So JSON is read in JsonTree.cpp only, and only as events; whoever writes JSON
// leaves the functions alone that look things up.
//
//===----------------------------------------------------------------------===//

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include <gtest/gtest.h>
#include <map>

using namespace llvm;

namespace {

/// Sources of checks/ and plugin/, by path.
std::map<std::string, std::string> sources() {
  std::map<std::string, std::string> texts;
  for (StringRef folder : {TAMGA_SOURCE_DIR "/checks", TAMGA_SOURCE_DIR "/plugin"}) {
    std::error_code failure;
    for (sys::fs::recursive_directory_iterator file(folder, failure), end;
         !failure && file != end; file.increment(failure)) {
      StringRef ending = sys::path::extension(file->path());
      if (ending != ".cpp" && ending != ".h")
        continue;
      if (auto buffer = MemoryBuffer::getFile(file->path()))
        texts[file->path()] = (*buffer)->getBuffer().str();
    }
  }
  return texts;
}

/// Calls in \p text that read JSON other than by events.
std::vector<std::string> forbiddenCalls(StringRef text) {
  static constexpr StringRef calls[] = {"json::parse", "json::from_", ".at(",     ".get<",
                                        ".get_to",     ".get_ptr",    ".get_ref", ".value(",
                                        ".front(",     "json::accept"};
  std::vector<std::string> found;
  for (StringRef call : calls)
    if (text.contains(call))
      found.push_back(call.str());
  return found;
}

/// What includes the library, itself or through one of our headers.
std::map<std::string, std::string> users() {
  std::map<std::string, std::string> all = sources(), users;
  std::string expression = "#include *[<\"](nlohmann/";
  for (const auto &[path, text] : all)
    if (StringRef(path).ends_with(".h") && StringRef(text).contains("<nlohmann/"))
      expression += "|([a-z]+/)?" + Regex::escape(sys::path::filename(path));
  Regex includes(expression + ")");
  for (const auto &[path, text] : all)
    if (includes.match(text))
      users[path] = text;
  return users;
}

TEST(JsonUse, onlyOneFileReads) {
  for (const auto &[path, text] : sources()) {
    bool isReader = StringRef(path).ends_with("/json/JsonTree.cpp");
    EXPECT_EQ(StringRef(text).contains("sax_parse"), isReader) << path;
  }
  EXPECT_FALSE(users().empty());
  for (const auto &[path, text] : users())
    EXPECT_EQ(forbiddenCalls(text), std::vector<std::string>()) << path;
}

TEST(JsonUse, theTestSeesWhatIsForbidden) {
  EXPECT_EQ(forbiddenCalls("auto x = nlohmann::json::parse(text).at(\"a\");"),
            (std::vector<std::string>{"json::parse", ".at("}));
}

} // namespace
