//===- ShapeTest.cpp - logs made smaller --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Log.h"
#include "gtest/gtest.h"

using namespace tamga::report::test;
namespace report = tamga::report;

static report::ReportOptions forGitHub() {
  report::ReportOptions options = report::test::options();
  options.profile = report::SarifProfile::GitHub;
  options.policyFiles = {{"packs/kz.json", "1", "00"}};
  return options;
}

static std::string bytesOf(const report::ReportOptions &options) {
  return sarifOf(sample(), options);
}

/// Whether \p key is anywhere in \p json.
static bool has(const Json &json, const std::string &key) {
  if (json.is_object() && json.contains(key))
    return true;
  for (const Json &item : json)
    if (item.is_structured() && has(item, key))
      return true;
  return false;
}

static Json stepsOf(const Json &run) {
  return pick(run, "results/0/codeFlows/0/threadFlows/0/locations");
}

TEST(Shape, gitHubShowsWhatIsFoundNow) {
  Result result = sample();
  result.findings[0].isSuppressed = true;
  Json results = pick(runOf(result, forGitHub()), "results");
  ASSERT_EQ(results.size(), 1u);
  EXPECT_EQ(pick(results, "0/ruleId"), "tamga-consent-missing");
  EXPECT_EQ(pick(runOf(result, options()), "results").size(), 2u);
}

TEST(Shape, gitHubHasNothingThatItIgnores) {
  Json run = runOf(sample(), forGitHub());
  for (const char *key : {"taxonomies", "artifacts", "extensions", "supportedTaxonomies", "taxa",
                          "relationships", "logicalLocations", "contextRegion", "kinds"})
    EXPECT_FALSE(has(run, key)) << key;
  for (const Json &result : pick(run, "results"))
    EXPECT_FALSE(has(result, "index"));
  EXPECT_EQ(pick(run, "tool/driver/rules/1/properties/security-severity"), "8.0");
  EXPECT_FALSE(text(pick(run, "results/0/partialFingerprints/primaryLocationLineHash")).empty());
  EXPECT_EQ(stepsOf(run).size(), 4u);
  EXPECT_EQ(pick(stepsOf(run), "0/location/message/text"), "AI output comes from complete");
}

TEST(Shape, gitHubHasOnePlaceOnOneLine) {
  Result result = sample();
  result.findings[0].at.endLine += 3;
  Json region = pick(runOf(result, forGitHub()), "results/0/locations/0/physicalLocation/region");
  EXPECT_EQ(pick(region, "endLine"), pick(region, "startLine"));
  EXPECT_EQ(int(pick(region, "endColumn")), int(pick(region, "startColumn")) + 1);
}

TEST(Shape, gitHubHasTheRelatedPlacesThatAreSpokenOf) {
  Result result = sample();
  result.findings[0].related.assign(9, {inChat(14, 22, 44), "a further source"});
  EXPECT_EQ(pick(runOf(result, forGitHub()), "results/0/relatedLocations").size(), 5u);
  EXPECT_EQ(pick(runOf(result, options()), "results/0/relatedLocations").size(), 9u);
}

TEST(Shape, gitHubTakesTheGravestInTheirOrder) {
  Result result;
  Finding finding = consentMissing();
  finding.at.file = "/nowhere/a.cpp";
  finding.steps.clear();
  result.findings.assign(5'002, finding);
  result.findings.back().level = Level::Error;
  Json run = runOf(result, forGitHub());
  Json results = pick(run, "results");
  ASSERT_EQ(results.size(), 5'000u);
  EXPECT_EQ(pick(results, "4999/level"), "error");
  EXPECT_EQ(pick(results, "0/level"), "warning");
  EXPECT_EQ(pick(run, "invocations/0/toolExecutionNotifications/0/message/text"),
            "2 results not in this log.");
  EXPECT_EQ(pick(runOf(result, options()), "results").size(), 5'002u);
}

TEST(Shape, gitHubTakesAThousandSteps) {
  Result result = sample();
  result.findings[0].steps.resize(2'000, result.findings[0].steps[1]);
  result.findings[0].steps.back().message = "the last";
  Json steps = stepsOf(runOf(result, forGitHub()));
  ASSERT_EQ(steps.size(), 1'000u);
  EXPECT_EQ(pick(steps, "0/location/message/text"), "AI output comes from complete");
  EXPECT_EQ(pick(steps, "999/location/message/text"), "the last");
}

TEST(Shape, gitHubTakesTenMegabytesPacked) {
  Result result = sample();
  // Words that do not repeat are what is hard to pack.
  uint64_t state = 1;
  for (Finding &one : result.findings) {
    one.steps.resize(1'000, sample().findings[0].steps[0]);
    for (auto &step : one.steps)
      for (step.message.clear(); step.message.size() < 12'000;)
        step.message += std::to_string(state = state * 6364136223846793005u + 1);
  }
  Json run = runOf(result, forGitHub());
  EXPECT_EQ(stepsOf(run).size(), 2u);
  EXPECT_EQ(pick(run, "invocations/0/toolExecutionNotifications/0/descriptor/id"),
            "steps-left-out");
}

TEST(Shape, stepsOnRequest) {
  report::ReportOptions ends = options(), none = options();
  ends.steps = report::Steps::Ends;
  none.steps = report::Steps::None;
  Json steps = stepsOf(runOf(sample(), ends));
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(pick(steps, "0/kinds/0"), "source");
  EXPECT_EQ(pick(steps, "1/kinds/0"), "sink");
  EXPECT_FALSE(has(runOf(sample(), none), "codeFlows"));
}

TEST(Shape, withoutSnippetsNoWordsOfTheSource) {
  report::ReportOptions silent = options();
  silent.showSnippets = false;
  Result result = sample();
  result.findings[0].message = "The value \"s3cret\" of 850101300123 reaches a[10]";
  result.findings[0].function = "f<850101300123>";
  result.findings[0].steps[0].message = "\"s3cret\" is written";
  result.coverage.failedUnits = {{"a.cpp", "no member named \"s3cret\"", {}}};
  Json run = runOf(result, silent);
  EXPECT_FALSE(has(run, "snippet"));
  EXPECT_FALSE(has(run, "contextRegion"));
  const std::string bytes = sarifOf(result, silent);
  EXPECT_EQ(bytes.find("s3cret"), std::string::npos);
  EXPECT_EQ(bytes.find("850101300123"), std::string::npos);
  EXPECT_NE(bytes.find("of ... reaches a[10]"), std::string::npos);
  EXPECT_NE(sarifOf(result, options()).find("s3cret"), std::string::npos);
}

TEST(Shape, theSameBytesTwice) { EXPECT_EQ(bytesOf(forGitHub()), bytesOf(forGitHub())); }
