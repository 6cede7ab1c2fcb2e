//===- PolicyCacheTests.cpp - policies that stay in memory --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PolicyCache.h"
#include "../policy/Folder.h"
#include <chrono>
#include <filesystem>

using namespace tamga;

namespace {

/// A project in a folder of its own. Its files are old, for young ones are not kept.
class Project : public policy::Folder {
public:
  Project() {
    write("share/apis/one.json", R"({"library": "one", "functions": []})");
    write("project/tamga.json", "{}");
    request.mainFile = path + "/project/main.cpp";
    for (const char *name : {"share/kinds.json", "share/packs/kz.json", "share/apis/one.json",
                             "project/tamga.json", "share/packs", "share/apis", "share"})
      setAge(name, std::chrono::hours(9));
  }

  void setAge(llvm::StringRef name, std::chrono::hours age) {
    std::error_code failure;
    std::filesystem::last_write_time(path + "/" + name.str(),
                                     std::filesystem::file_time_type::clock::now() - age,
                                     failure);
    EXPECT_FALSE(failure) << failure.message();
  }

  std::shared_ptr<const policy::Policy> current() {
    llvm::Expected<std::shared_ptr<const policy::Policy>> policy = currentPolicy(request);
    if (policy)
      return *policy;
    problem = llvm::toString(policy.takeError());
    return nullptr;
  }

  std::string problem;
};

} // namespace

TEST(PolicyCache, FilesThatAreAsTheyWereAreNotReadAgain) {
  Project project;
  const auto first = project.current();
  ASSERT_TRUE(first) << project.problem;
  EXPECT_EQ(project.current(), first);
  project.request.mainFile = project.path + "/project/deep/other.cpp";
  EXPECT_EQ(project.current(), first);
}

TEST(PolicyCache, EachFileAndFolderCounts) {
  for (const char *name : {"share/kinds.json", "share/packs/kz.json", "share/apis/one.json",
                           "project/tamga.json", "share/packs", "share/apis", "share"}) {
    Project project;
    const auto first = project.current();
    ASSERT_TRUE(first) << project.problem;
    project.setAge(name, std::chrono::hours(5));
    const auto second = project.current();
    EXPECT_NE(second, first) << name;
    EXPECT_EQ(project.current(), second) << name;
  }
}

TEST(PolicyCache, ANewTextIsSeenAtOnce) {
  Project project;
  EXPECT_TRUE(project.current()->project.disabledRules.empty());
  project.write("project/tamga.json", R"({"disable": ["tamga-one"]})");
  EXPECT_EQ(project.current()->project.disabledRules.size(), 1u);
  // Of the same size in the same moment, as by a script.
  project.write("share/packs/kz.json", policy::Folder::pack("kz", "tamga-two"));
  project.write("project/tamga.json", R"({"disable": ["tamga-two"]})");
  EXPECT_EQ(project.current()->packs[0].rules[0].id, "tamga-two");
}

TEST(PolicyCache, ErrorsAreNotKept) {
  Project project;
  project.write("project/tamga.json", R"({"disabled": []})");
  EXPECT_EQ(project.current(), nullptr);
  EXPECT_NE(project.problem.find("tamga.json:1:2: error"), std::string::npos)
      << project.problem;
  project.write("project/tamga.json", "{}");
  EXPECT_TRUE(project.current()) << project.problem;
}

TEST(PolicyCache, ProjectsComeAndGo) {
  Project project;
  const auto first = project.current();
  ASSERT_TRUE(first) << project.problem;
  project.write("project/deep/tamga.json", R"({"disable": ["tamga-one"]})");
  project.request.mainFile = project.path + "/project/deep/other.cpp";
  EXPECT_EQ(project.current()->project.disabledRules.size(), 1u);
  project.request.mainFile = project.path + "/project/main.cpp";
  EXPECT_EQ(project.current(), first);
  std::filesystem::remove(project.path + "/project/tamga.json");
  EXPECT_NE(project.current(), first);
}

TEST(PolicyCache, OnlyAFewAreKept) {
  Project first;
  const auto known = first.current();
  for (int other = 0; other < 4; ++other) {
    Project project;
    EXPECT_TRUE(project.current()) << project.problem;
  }
  EXPECT_NE(first.current(), known);
}
