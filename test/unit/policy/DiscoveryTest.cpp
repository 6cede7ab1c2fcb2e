//===- DiscoveryTest.cpp - which files make up a policy -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Folder.h"
#include "llvm/ADT/STLExtras.h"
#include <cstdlib>

using namespace llvm;
using namespace tamga;
using namespace tamga::policy;

namespace {

const std::string sampleFolder = TAMGA_SOURCE_DIR "/test/unit/policy/samples";

TEST(Discovery, theNearestProjectFile) {
  Folder folder;
  folder.write("tamga.json", R"({"language": "kk"})");
  folder.write("a/tamga.json", R"({"language": "ru"})");
  folder.request.mainFile = folder.path + "/a/b/c/main.cpp";
  Policy policy = folder.read();
  EXPECT_EQ(policy.project.file, folder.path + "/a/tamga.json");
  EXPECT_EQ(policy.project.root, folder.path + "/a");
  EXPECT_EQ(policy.project.language, "ru");
}

TEST(Discovery, aLanguageThatSomePackSpeaks) {
  Folder folder;
  EXPECT_EQ(
      folder.errorOfProject(R"({"language": "xx"})"),
      "project/tamga.json:1:14: error: $.language: no pack speaks 'xx'; languages are en, "
      "kk, ru");
  std::string pack = Folder::pack("mine", "tamga-custom-one");
  pack.replace(pack.find(R"("en": "m")"), 9, R"("en": "m", "xx": "n")");
  folder.write("project/mine.json", pack);
  EXPECT_EQ(folder.errorOfProject(R"({"language": "xx", "packs": ["mine.json"]})"), "no error");
}

TEST(Discovery, theProjectFileThatIsNamedWins) {
  Folder folder;
  folder.write("tamga.json", R"({"language": "kk"})");
  folder.write("other/x.json", R"({"language": "ru"})");
  folder.request.mainFile = folder.path + "/main.cpp";
  folder.request.projectFile = folder.path + "/other/x.json";
  EXPECT_EQ(folder.read().project.language, "ru");
  folder.request.projectFile = folder.path + "/other/y.json";
  EXPECT_EQ(folder.error(), "error: there is no file 'other/y.json'");
}

TEST(Discovery, rootWithoutProjectFile) {
  Folder folder;
  folder.write("repository/.git/HEAD", "");
  folder.request.mainFile = folder.path + "/repository/src/main.cpp";
  EXPECT_EQ(folder.read().project.root, folder.path + "/repository");
  folder.request.mainFile = folder.path + "/elsewhere/main.cpp";
  EXPECT_EQ(folder.read().project.root, folder.path + "/elsewhere");
  EXPECT_EQ(folder.read().project.file, "");
}

TEST(Discovery, kzWithoutAnyWish) {
  Folder folder;
  Policy policy = folder.read();
  ASSERT_EQ(policy.packs.size(), 1u);
  EXPECT_EQ(policy.packs[0].name, "kz");
  EXPECT_EQ(policy.packs[0].hash.size(), 64u);
  EXPECT_EQ(policy.packs[0].rules.front().id, "tamga-one");
}

TEST(Discovery, packsByNameAndPath) {
  Folder folder;
  folder.write("share/packs/eu.json", Folder::pack("eu", "tamga-two"));
  folder.write("project/mine.json", Folder::pack("mine", "tamga-custom-three"));
  folder.write("project/tamga.json", R"({"packs": ["eu", "mine.json", "./mine.json"]})");
  folder.request.mainFile = folder.path + "/project/main.cpp";
  Policy policy = folder.read();
  EXPECT_EQ(policy.project.packs,
            (std::vector<std::string>{"eu", folder.path + "/project/mine.json"}));
  ASSERT_EQ(policy.packs.size(), 2u);
  EXPECT_EQ(policy.packs[1].name, "mine");
  folder.request.packs = {"kz"};
  EXPECT_EQ(folder.read().packs.size(), 1u);
}

TEST(Discovery, packsThatAreMissing) {
  Folder folder;
  folder.write("share/packs/eu.json", Folder::pack("eu", "tamga-two"));
  EXPECT_EQ(folder.errorOfProject("{\"packs\": [\"ue\",\n \"china\", \"x.json\"]}"),
            "project/tamga.json:1:12: error: $.packs[0]: there is no pack 'ue'; did you mean "
            "'eu'?\n"
            "project/tamga.json:2:2: error: $.packs[1]: there is no pack 'china'; looked in "
            "share, which have eu, kz\n"
            "project/tamga.json:2:11: error: $.packs[2]: there is no file "
            "'project/x.json'");
  folder.request.packs = {"k"};
  EXPECT_EQ(folder.error(), "error: there is no pack 'k'; did you mean 'kz'?");
}

TEST(Discovery, aPackIsCalledLikeItsFile) {
  Folder folder;
  folder.write("share/packs/kz.json", Folder::pack("eu", "tamga-two"));
  EXPECT_EQ(folder.error(), "share/packs/kz.json:1:10: error: $.pack: the file is called "
                            "'kz', and so must the pack be");
}

TEST(Discovery, ofPacksThatBearOneNameTheFirst) {
  Folder folder;
  folder.write("own/packs/kz.json", Folder::pack("kz", "tamga-two"));
  folder.request.path = {folder.path + "/own", folder.path + "/share"};
  Policy policy = folder.read();
  ASSERT_EQ(policy.packs.size(), 1u);
  EXPECT_EQ(policy.packs[0].rules.front().id, "tamga-two");
}

TEST(Discovery, alternativesMayHaveOneRule) {
  Folder folder;
  folder.write("share/packs/copy.json", Folder::pack("copy", "tamga-one"));
  folder.request.packs = {"copy", "kz"};
  EXPECT_TRUE(StringRef(folder.error()).contains("duplicate rule 'tamga-one', first at"));
  folder.request.areAlternatives = true;
  EXPECT_EQ(folder.read().packs.size(), 2u);
}

TEST(Discovery, foldersOfThePathThatHaveNoPolicy) {
  Folder folder;
  folder.write("empty/read.me", "");
  folder.write("packs/packs/mine.json", Folder::pack("mine", "tamga-custom-one"));
  folder.request.path = {folder.path + "/none", folder.path + "/empty", folder.path + "/packs",
                         folder.path + "/share"};
  EXPECT_EQ(folder.error(), "error: TAMGA_PACK_PATH: the folder 'empty' has neither packs/ "
                            "nor apis/\n"
                            "error: TAMGA_PACK_PATH: there is no folder 'none'");
}

TEST(Discovery, aPackHasParts) {
  Folder folder;
  std::string head = Folder::pack("mine", "tamga-custom-one");
  folder.write("mine.json", "{\"parts\": [\"mine/more.json\"]," + head.substr(1));
  std::string rules = head.substr(head.find("\"rules\""));
  auto part = [&](StringRef id) {
    std::string text = "{" + rules;
    return text.replace(text.find("tamga-custom-one"), 16, id.str());
  };
  folder.write("mine/more.json", part("tamga-custom-two"));
  folder.request.packs = {folder.path + "/mine.json"};
  Policy policy = folder.read();
  ASSERT_EQ(policy.packs.size(), 1u);
  ASSERT_EQ(policy.packs[0].rules.size(), 2u);
  EXPECT_EQ(policy.packs[0].rules[1].id, "tamga-custom-two");
  EXPECT_TRUE(StringRef(policy.packs[0].rules[1].origin.file).ends_with("mine/more.json"));
  const std::vector<std::string> read = policy.modelFiles;
  folder.write("mine/more.json", part("tamga-custom-three"));
  EXPECT_NE(folder.read().modelFiles, read);

  folder.write("mine/more.json", part("tamga-custom-one"));
  EXPECT_TRUE(StringRef(folder.error()).contains("duplicate rule 'tamga-custom-one', first at"));
  folder.write("mine.json", "{\"parts\": [\"none.json\"]," + head.substr(1));
  EXPECT_TRUE(StringRef(folder.error()).contains("error: $.parts[0]: there is no file"));
}

TEST(Discovery, noPolicyInstalled) {
  Folder folder;
  folder.request.path = {folder.path + "/no", folder.path + "/nowhere"};
  EXPECT_TRUE(
      StringRef(folder.error())
          .contains("error: no policy is installed; looked for kinds.json in no, nowhere;"));
}

TEST(Discovery, installedModelsAreSortedAndShadowed) {
  Folder folder;
  auto api = [](StringRef library, StringRef function) {
    return R"({"library": ")" + library.str() + R"(", "functions": [{"name": ")" +
           function.str() + R"(", "effects": []}]})";
  };
  folder.write("share/apis/b.json", api("b", "second"));
  folder.write("share/apis/a.json", api("a", "first"));
  folder.write("own/apis/b.json", api("b", "replaced"));
  folder.write("extra.json", api("extra", "third"));
  folder.request.path = {folder.path + "/own", folder.path + "/share"};
  folder.request.apis = {folder.path + "/extra.json"};
  Policy policy = folder.read();
  ASSERT_EQ(policy.functions.size(), 3u);
  EXPECT_EQ(policy.functions[0].pattern.name, "first");
  EXPECT_EQ(policy.functions[0].library, "a");
  EXPECT_EQ(policy.functions[1].pattern.name, "replaced");
  EXPECT_EQ(policy.functions[2].pattern.name, "third");
  std::vector<std::string> names;
  for (StringRef line : policy.modelFiles)
    names.push_back(line.split(' ').first.str());
  EXPECT_EQ(names, (std::vector<std::string>{"kinds.json", "packs/kz.json", "apis/a.json",
                                             "apis/b.json", "extra.json"}));
}

TEST(Discovery, extendsCycle) {
  Folder folder;
  folder.write("project/base.json", R"({"extends": "tamga.json"})");
  EXPECT_EQ(folder.errorOfProject(R"({"extends": "base.json"})"),
            "project/base.json:1:13: error: $.extends: 'project/tamga.json' extends itself");
  EXPECT_EQ(folder.errorOfProject(R"({"extends": "none.json"})"),
            "project/tamga.json:1:13: error: $.extends: there is no file "
            "'project/none.json'");
}

TEST(Discovery, aProjectWithEveryKey) {
  PolicyRequest request;
  request.path = {TAMGA_SOURCE_DIR "/checks/policy"};
  request.mainFile = sampleFolder + "/src/main.cpp";
  Expected<Policy> read = readPolicy(request);
  ASSERT_TRUE(bool(read)) << toString(read.takeError());
  const Project &project = read->project;
  EXPECT_EQ(project.root, sampleFolder);
  EXPECT_EQ(project.apis, std::vector<std::string>{sampleFolder + "/everything.json"});
  // The extended file's own come first. It lies in the folder `base`.
  EXPECT_EQ(project.exclude, (std::vector<std::string>{"base/old/**", "third_party/**",
                                                       "**/generated/**", "build/**"}));
  EXPECT_EQ(project.severities.at("tamga-label-missing"), Severity::Warning);
  EXPECT_EQ(project.severities.at("tamga-consent-missing"), Severity::Error);
  EXPECT_EQ(project.disabledRules, std::vector<std::string>{"tamga-custom-ban"});
  EXPECT_EQ(project.openWorld, OpenWorld::Defer);
  EXPECT_EQ(project.language, "ru");
  EXPECT_TRUE(is_contained(read->boundary.paths, sampleFolder + "/vendor/**"));
  EXPECT_TRUE(is_contained(read->boundary.paths, "**/3rd/**"));
  EXPECT_TRUE(is_contained(read->boundary.namespaces, "ours"));
  EXPECT_TRUE(read->kindWords.count("sink.kiosk"));

  std::vector<std::string> own;
  for (const FunctionModel &model : read->functions)
    if (model.isAnnotation)
      own.push_back(model.pattern.name + " " + model.effects[0].kind);
  EXPECT_EQ(own, (std::vector<std::string>{"kiosk::hide ", "kiosk::show sink.kiosk"}));
}

TEST(Discovery, defaultPath) {
  Folder folder;
  std::string plugin = folder.path + "/lib/libTamgaTidy.so";
  std::string source = TAMGA_SOURCE_DIR "/checks/policy";
  unsetenv("TAMGA_PACK_PATH");
  EXPECT_EQ(defaultPolicyPath(plugin), std::vector<std::string>{source});
  folder.write("share/tamga/kinds.json", "{}");
  EXPECT_EQ(defaultPolicyPath(plugin), std::vector<std::string>{folder.path + "/share/tamga"});
  setenv("TAMGA_PACK_PATH", "/one::/two", 1);
  EXPECT_EQ(defaultPolicyPath(""), (std::vector<std::string>{"/one", "/two", source}));
  unsetenv("TAMGA_PACK_PATH");
}

} // namespace
