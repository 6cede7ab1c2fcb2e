//===- MatchTest.cpp - patterns and symbols -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "policy/Match.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace tamga;
using namespace tamga::policy;

namespace {

TEST(MatchesQualified, starStaysInAComponent) {
  EXPECT_TRUE(matchesQualified("cv::Mat", "cv::Mat"));
  EXPECT_TRUE(matchesQualified("cv::*", "cv::Mat"));
  EXPECT_FALSE(matchesQualified("cv::*", "cv::dnn::Net"));
  EXPECT_TRUE(matchesQualified("cv::*::*", "cv::dnn::Net"));
  EXPECT_TRUE(matchesQualified("llama_*_free", "llama_model_free"));
  EXPECT_FALSE(matchesQualified("llama_*_free", "llama_model_freeze"));
  EXPECT_TRUE(matchesQualified("a*b*c", "aXbbYc"));
  EXPECT_FALSE(matchesQualified("a*b*c", "a::b::c"));
  EXPECT_TRUE(matchesQualified("f*", "f"));
  EXPECT_FALSE(matchesQualified("Mat", "cv::Mat"));
  EXPECT_FALSE(matchesQualified("cv::Mat", "Mat"));
}

TEST(MatchesQualified, anyDepth) {
  EXPECT_TRUE(matchesQualified("**::clone", "clone"));
  EXPECT_TRUE(matchesQualified("**::clone", "cv::Mat::clone"));
  EXPECT_FALSE(matchesQualified("**::clone", "cv::Mat::reclone"));
  EXPECT_TRUE(matchesQualified("**::Mat::*", "cv::Mat::clone"));
  EXPECT_FALSE(matchesQualified("**::Mat::*", "cv::Mat"));
}

// `operator*` is one function, not all operators.
TEST(MatchesQualified, operatorsAreLiteral) {
  EXPECT_TRUE(matchesQualified("P::operator*", "P::operator*"));
  EXPECT_FALSE(matchesQualified("P::operator*", "P::operator->"));
  EXPECT_FALSE(matchesQualified("P::operator*", "P::operator*="));
  EXPECT_FALSE(matchesQualified("P::operator*", "P::operator bool"));
  EXPECT_TRUE(matchesQualified("*::operator*", "Pointer::operator*"));
  EXPECT_TRUE(matchesQualified("**::operator()", "a::b::operator()"));
  EXPECT_TRUE(matchesQualified("operators::*", "operators::run"));
  EXPECT_TRUE(matchesQualified("operator_*", "operator_new"));
}

TEST(MatchesPath, components) {
  EXPECT_TRUE(matchesPath("third_party/**", "third_party/a/b.cpp"));
  EXPECT_FALSE(matchesPath("third_party/**", "src/third_party/a.cpp"));
  EXPECT_TRUE(matchesPath("**/vendor/**", "/home/x/vendor/lib/a.h"));
  EXPECT_TRUE(matchesPath("**/vendor/**", "vendor/a.h"));
  EXPECT_FALSE(matchesPath("**/vendor/**", "/home/vendors/a.h"));
  EXPECT_TRUE(matchesPath("src/*.cpp", "src/a.cpp"));
  EXPECT_FALSE(matchesPath("src/*.cpp", "src/x/a.cpp"));
  EXPECT_TRUE(matchesPath("**/*.pb.cc", "a/b/c.pb.cc"));
  EXPECT_TRUE(matchesPath("**/a/**/b.h", "x/a/a/y/b.h"));
  EXPECT_FALSE(matchesPath("a", "a/b"));
  EXPECT_TRUE(matchesPath("/abs/**", "/abs/x"));
}

// Many stars must not cost exponential time.
TEST(MatchesPath, isLinearEnough) {
  std::string path, glob;
  for (unsigned round = 0; round < 200; ++round) {
    path += "a/";
    glob += "**/a/";
  }
  EXPECT_FALSE(matchesPath(glob + "b", path + "c"));
  EXPECT_FALSE(matchesQualified(std::string("a*a*a*a*a*a*a*a*b"), std::string(2000, 'a')));
}

FunctionModel model(StringRef name, std::optional<unsigned> arity = {},
                    std::vector<std::string> parameters = {}) {
  FunctionModel model;
  model.pattern = {name.str(), arity, std::move(parameters)};
  return model;
}

NameModel named(NameModel::Of of, StringRef name) {
  NameModel model;
  model.of = of;
  model.name = name.str();
  return model;
}

std::vector<size_t> found(const Policy &policy, const FunctionSymbol &symbol) {
  std::vector<size_t> indices;
  for (const FunctionModel *model : Matcher(policy).function(symbol))
    indices.push_back(model - policy.functions.data());
  return indices;
}

TEST(Matcher, orderIsThatOfThePolicy) {
  Policy policy;
  policy.functions = {model("ns::*"), model("ns::f"), model("**::f"), model("ns::g"),
                      model("ns::f")};
  EXPECT_EQ(found(policy, {"ns::f", 0, {}}), (std::vector<size_t>{0, 1, 2, 4}));
  EXPECT_EQ(found(policy, {"f", 0, {}}), (std::vector<size_t>{2}));
  EXPECT_EQ(found(policy, {"h", 0, {}}), (std::vector<size_t>{}));
}

TEST(Matcher, arityAndParameters) {
  Policy policy;
  policy.functions = {model("f", 1), model("f", 2), model("f", {}, {"_", "const char *"}),
                      model("f")};
  std::vector<std::string> text = {"int", "const char*"}, number = {"int", "int"};
  EXPECT_EQ(found(policy, {"f", 2, text}), (std::vector<size_t>{1, 2, 3}));
  EXPECT_EQ(found(policy, {"f", 2, number}), (std::vector<size_t>{1, 3}));
  EXPECT_EQ(found(policy, {"f", 1, ArrayRef(text).take_front()}), (std::vector<size_t>{0, 3}));
}

TEST(Matcher, classesAndAllOthers) {
  Policy policy;
  policy.functions = {model("f", {}, {"std::pair"}), model("f", {}, {"!std::pair"})};
  std::vector<std::string> spelled = {"const std::pair<int, int> &"}, record = {"std::pair"},
                           none = {""};
  EXPECT_EQ(found(policy, {"f", 1, spelled, record}), (std::vector<size_t>{0}));
  EXPECT_EQ(found(policy, {"f", 1, spelled, none}), (std::vector<size_t>{1}));
}

TEST(Matcher, partsOfSpellings) {
  Policy policy;
  policy.functions = {model("f", {}, {"ns::Closure<ns::Take,..."}),
                      model("f", {}, {"!ns::..."}), model("f", {}, {"...Take...>"}),
                      model("f")};
  policy.functions[3].pattern.object = "ns::Elements<0...";
  std::vector<std::string> take = {"const ns::Closure<ns::Take, int> &"},
                           taken = {"ns::Closure<ns::Take, int>"}, vector = {"std::vector<int>"};
  EXPECT_EQ(found(policy, {"f", 1, take}), (std::vector<size_t>{0}));
  EXPECT_EQ(found(policy, {"f", 1, taken}), (std::vector<size_t>{0, 2}));
  EXPECT_EQ(found(policy, {"f", 1, vector}), (std::vector<size_t>{1}));
  EXPECT_EQ(found(policy, {"f", 1, vector, {}, "ns::Elements<0>"}),
            (std::vector<size_t>{1, 3}));
}

TEST(Matcher, conversions) {
  Policy policy;
  policy.functions = {model("C::operator *"), model("C::operator*")};
  EXPECT_EQ(found(policy, {"C::operator std::basic_string<char> &", 0, {}}),
            (std::vector<size_t>{0}));
  EXPECT_EQ(found(policy, {"C::operator*", 0, {}}), (std::vector<size_t>{1}));
}

TEST(Matcher, theProjectsOwnModelsWin) {
  Policy policy;
  policy.functions = {model("f"), model("f"), model("g")};
  policy.functions[1].isAnnotation = true;
  EXPECT_EQ(found(policy, {"f", 0, {}}), (std::vector<size_t>{1}));
  EXPECT_EQ(found(policy, {"g", 0, {}}), (std::vector<size_t>{2}));
}

TEST(Matcher, names) {
  Policy policy;
  policy.names = {named(NameModel::Type, "T"), named(NameModel::Field, "T"),
                  named(NameModel::Macro, "HF_*"), named(NameModel::Literal, "emotion-.*")};
  Matcher matcher(policy);
  ASSERT_EQ(matcher.name(NameModel::Type, "T").size(), 1u);
  EXPECT_EQ(matcher.name(NameModel::Type, "T").front(), &policy.names[0]);
  EXPECT_EQ(matcher.name(NameModel::Field, "T").front(), &policy.names[1]);
  EXPECT_TRUE(matcher.name(NameModel::Enumerator, "T").empty());
  EXPECT_EQ(matcher.name(NameModel::Macro, "HF_ENABLE_FACE_EMOTION").size(), 1u);
  EXPECT_EQ(matcher.literal("models/emotion-ferplus-8.onnx").size(), 1u);
  EXPECT_TRUE(matcher.literal("models/face.onnx").empty());
}

} // namespace
