//===- SarifTest.cpp - facts of a SARIF log -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Log.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "gtest/gtest.h"

using namespace tamga::report::test;
namespace report = tamga::report;
namespace finding = tamga::finding;
static Json sampleRun() { return runOf(sample(), options()); }

TEST(Sarif, log) {
  Json log = parsed(sarifOf(sample(), options()));
  EXPECT_EQ(pick(log, "version"), "2.1.0");
  EXPECT_EQ(pick(log, "$schema"), "https://json.schemastore.org/sarif-2.1.0.json");
  EXPECT_EQ(pick(log, "runs/0/tool/driver/name"), "Tamga");
  EXPECT_FALSE(text(pick(log, "runs/0/tool/driver/semanticVersion")).empty());
  EXPECT_EQ(pick(log, "runs/0/columnKind"), "utf16CodeUnits");
}

TEST(Sarif, ruleMetadata) {
  Json rule = pick(sampleRun(), "tool/driver/rules/1");
  EXPECT_EQ(pick(rule, "id"), "tamga-label-missing");
  EXPECT_EQ(pick(rule, "name"), "LabelMissing");
  EXPECT_EQ(pick(rule, "shortDescription/text"),
            "AI output reaches a person without its label.");
  EXPECT_EQ(pick(rule, "defaultConfiguration/level"), "error");
  EXPECT_EQ(pick(rule, "helpUri"), "https://example.com/checks/tamga-label-missing");
  EXPECT_EQ(pick(rule, "properties/security-severity"), "8.0");
  EXPECT_EQ(pick(rule, "properties/tags/0"), "security");
  EXPECT_TRUE(llvm::StringRef(text(pick(rule, "help/markdown"))).contains("**labelled**"));
}

TEST(Sarif, relativeHelpUriIsReplaced) {
  Result result = sample();
  result.rules[0].helpUri = "docs/checks/tamga-consent-missing.md";
  EXPECT_EQ(pick(runOf(result, options()), "tool/driver/rules/0/helpUri"),
            "https://example.com/ai");
  result.rules[0].articles.clear();
  EXPECT_TRUE(pick(runOf(result, options()), "tool/driver/rules/0/helpUri").is_null());
}

TEST(Sarif, ruleIndexNamesTheRule) {
  Json run = sampleRun();
  for (const Json &result : pick(run, "results"))
    EXPECT_EQ(pick(run, "tool/driver/rules/" + llvm::utostr(pick(result, "ruleIndex")) + "/id"),
              pick(result, "ruleId"));
}

TEST(Sarif, ruleWithoutMetadataIsThereAllTheSame) {
  Result result = sample();
  result.rules.clear();
  Json run = runOf(result, options());
  EXPECT_EQ(pick(run, "tool/driver/rules/0/id"), "tamga-label-missing");
  EXPECT_EQ(pick(run, "results/1/ruleIndex"), 1);
}

TEST(Sarif, onePrimaryLocationAtTheSink) {
  Json result = pick(sampleRun(), "results/0");
  EXPECT_EQ(pick(result, "level"), "error");
  EXPECT_EQ(pick(result, "locations").size(), 1u);
  Json physical = pick(result, "locations/0/physicalLocation");
  EXPECT_EQ(pick(physical, "artifactLocation/uri"), "chat.cpp");
  EXPECT_EQ(pick(physical, "region/startLine"), 16);
  EXPECT_EQ(pick(physical, "region/startColumn"), 3);
  EXPECT_EQ(pick(physical, "region/endLine"), 16);
  EXPECT_EQ(pick(physical, "region/endColumn"), 20);
  EXPECT_EQ(pick(result, "locations/0/logicalLocations/0/fullyQualifiedName"), "chat::reply");
}

TEST(Sarif, primaryLocationShowsItsSource) {
  Json physical = pick(sampleRun(), "results/0/locations/0/physicalLocation");
  EXPECT_EQ(pick(physical, "region/snippet/text"), "std::cout << text");
  EXPECT_EQ(pick(physical, "contextRegion/startLine"), 15);
  EXPECT_EQ(pick(physical, "contextRegion/snippet/text"),
            "  text = trim(text);\n  std::cout << text;\n}\n");
}

TEST(Sarif, fileThatCannotBeReadHasNoSource) {
  Result result = sample();
  result.findings[0].at.file = "/nowhere/a.cpp";
  Json physical = pick(runOf(result, options()), "results/0/locations/0/physicalLocation");
  EXPECT_EQ(pick(physical, "artifactLocation/uri"), "file:///nowhere/a.cpp");
  EXPECT_EQ(pick(physical, "region/startColumn"), 3);
  EXPECT_TRUE(pick(physical, "region/snippet").is_null());
  EXPECT_TRUE(pick(physical, "contextRegion").is_null());
}

TEST(Sarif, columnsAreUtf16) {
  Result result = sample();
  result.findings[0].at = inChat(23, 20, 24); // `name`, after five two-byte letters.
  Json region = pick(runOf(result, options()), "results/0/locations/0/physicalLocation/region");
  EXPECT_EQ(pick(region, "startColumn"), 15);
  EXPECT_EQ(pick(region, "endColumn"), 19);
}

TEST(Sarif, messagesFirstSentenceStandsAlone) {
  Json run = sampleRun();
  EXPECT_EQ(pick(run, "results/1/message/text"),
            "Biometric data is stored and no consent check dominates it. Less certain: no "
            "caller in this file checks; subject not shown: a check exists, perhaps of "
            "somebody else.");
  EXPECT_TRUE(llvm::StringRef(text(pick(run, "results/0/message/text")))
                  .ends_with("would satisfy the rule. See also [1](1)."));
}

TEST(Sarif, bracketsOfTheSourceAreNoLinks) {
  Result result = sample();
  result.findings[1].message = "Data of people[i](x) is stored";
  EXPECT_TRUE(llvm::StringRef(text(pick(runOf(result, options()), "results/1/message/text")))
                  .starts_with("Data of people\\[i\\](x) is stored."));
}

TEST(Sarif, stepsAreACodeFlow) {
  Json steps = pick(sampleRun(), "results/0/codeFlows/0/threadFlows/0/locations");
  ASSERT_EQ(steps.size(), 4u);
  EXPECT_EQ(pick(steps, "0/location/message/text"), "AI output comes from complete");
  EXPECT_EQ(pick(steps, "0/importance"), "essential");
  EXPECT_EQ(pick(steps, "2/nestingLevel"), 1);
  EXPECT_EQ(pick(steps, "3/executionOrder"), 4);
  EXPECT_EQ(pick(steps, "3/kinds/0"), "sink");
}

TEST(Sarif, relatedLocationsHaveIdAndMessage) {
  Json related = pick(sampleRun(), "results/0/relatedLocations/0");
  EXPECT_EQ(pick(related, "id"), 1);
  EXPECT_EQ(pick(related, "message/text"), "a further source");
}

TEST(Sarif, fingerprints) {
  Json fingerprints = pick(sampleRun(), "results/0/partialFingerprints");
  ASSERT_TRUE(fingerprints.contains("tamga/v1"));
  EXPECT_EQ(fingerprints["tamga/v1"], "0123456789abcdef");
  EXPECT_TRUE(
      llvm::StringRef(text(pick(fingerprints, "primaryLocationLineHash"))).ends_with(":1"));
}

TEST(Sarif, propertiesOfAResult) {
  Json run = sampleRun();
  EXPECT_EQ(pick(run, "results/0/properties/confidence"), "firm");
  EXPECT_EQ(pick(run, "results/0/properties/sourceKind"), "ai.output.text");
  EXPECT_EQ(pick(run, "results/0/properties/sinkKind"), "sink.screen");
  EXPECT_EQ(pick(run, "results/1/properties/confidence"), "open");
  EXPECT_EQ(pick(run, "results/1/properties/marks"), Json({"open", "subjectNotShown"}));
}

TEST(Sarif, suppressedFindingsStayMarked) {
  Result result = sample();
  result.findings[0].isSuppressed = true;
  result.findings[0].justification = "a demonstration";
  Json run = runOf(result, options());
  EXPECT_EQ(pick(run, "results/0/suppressions/0/kind"), "inSource");
  EXPECT_EQ(pick(run, "results/0/suppressions/0/justification"), "a demonstration");
  EXPECT_TRUE(pick(run, "results/1/suppressions").is_null());
}

//===----------------------------------------------------------------------===//
// Articles
//===----------------------------------------------------------------------===//

TEST(Sarif, unverifiedArticlesAreNumbersOnly) {
  for (const std::string &bytes : {sarifOf(sample(), options()), textOf(sample(), options())})
    EXPECT_FALSE(llvm::StringRef(bytes).contains("SECONDARY WORDS"));
  Json run = sampleRun();
  Json article = pick(run, "tool/driver/rules/0/properties/articles/0");
  EXPECT_EQ(pick(article, "article"), "17(3)(4)");
  EXPECT_EQ(pick(article, "verified"), false);
  EXPECT_EQ(pick(article, "asOf"), "2026-09-24");
  EXPECT_EQ(pick(article, "validFrom"), "2026-01-18");
  EXPECT_TRUE(pick(article, "text").is_null());
  EXPECT_TRUE(llvm::StringRef(text(pick(run, "tool/driver/rules/0/help/text")))
                  .ends_with("- Art. 17(3)(4) (unverified)"));
  EXPECT_EQ(pick(run, "taxonomies/0/taxa/0/shortDescription/text"), "Art. 17(3)(4).");
  EXPECT_EQ(pick(run, "taxonomies/0/taxa/0/properties/verified"), false);
}

TEST(Sarif, articlesOfTheStatuteHaveTheirWords) {
  Json run = sampleRun();
  EXPECT_EQ(pick(run, "tool/driver/rules/1/properties/articles/0/text"),
            "people are told that AI is used");
  EXPECT_TRUE(llvm::StringRef(text(pick(run, "tool/driver/rules/1/help/text")))
                  .contains("people are told that AI is used"));
}

TEST(Sarif, relationshipsPointAtTheirTaxa) {
  Json run = sampleRun();
  ASSERT_EQ(pick(run, "taxonomies").size(), 2u); // The law and CWE.
  unsigned checked = 0;
  for (const Json &rule : pick(run, "tool/driver/rules"))
    for (const Json &relationship : pick(rule, "relationships")) {
      Json target = pick(relationship, "target");
      std::string taxonomy = "taxonomies/" + llvm::utostr(pick(target, "toolComponent/index"));
      EXPECT_EQ(pick(run, taxonomy + "/name"), pick(target, "toolComponent/name"));
      EXPECT_EQ(pick(run, taxonomy + "/taxa/" + llvm::utostr(pick(target, "index")) + "/id"),
                pick(target, "id"));
      ++checked;
    }
  EXPECT_EQ(checked, 3u); // 17(3)(4), CWE-359, 21(1).
}

//===----------------------------------------------------------------------===//
// The run
//===----------------------------------------------------------------------===//

TEST(Sarif, artifactsAreWhatLocationsPointAt) {
  Json run = sampleRun();
  ASSERT_EQ(pick(run, "artifacts").size(), 1u);
  EXPECT_EQ(pick(run, "artifacts/0/location/uri"), "chat.cpp");
  EXPECT_EQ(text(pick(run, "artifacts/0/hashes/sha-256")).size(), 64u);
}

TEST(Sarif, completeRun) {
  report::ReportOptions found = options();
  found.exitCode = 1;
  Json invocation = pick(runOf(sample(), found), "invocations/0");
  EXPECT_EQ(pick(invocation, "executionSuccessful"), true);
  EXPECT_EQ(pick(invocation, "exitCode"), 1);
  EXPECT_TRUE(pick(invocation, "toolExecutionNotifications").empty());
}

TEST(Sarif, incompleteRunSaysWhy) {
  Result result = sample();
  result.coverage.failedUnits = {
      {inputs() + "/a.cpp", "'x.h' file not found", inChat(3, 10, 14)}};
  result.coverage.incompleteFunctions = {{"chat::reply", "over budget", {}}};
  result.coverage.unknownOps = 3;
  result.coverage.unknownReasons = {{"asm", 3}};
  Json run = runOf(result, options());
  EXPECT_EQ(pick(run, "invocations/0/executionSuccessful"), false);
  Json notices = pick(run, "invocations/0/toolExecutionNotifications");
  ASSERT_EQ(notices.size(), 3u);
  EXPECT_EQ(pick(notices, "0/level"), "error");
  EXPECT_EQ(pick(notices, "0/message/text"), "a.cpp: 'x.h' file not found.");
  EXPECT_EQ(pick(notices, "0/locations/0/physicalLocation/region/startLine"), 3);
  EXPECT_EQ(pick(notices, "1/message/text"), "chat::reply: over budget.");
  EXPECT_EQ(pick(notices, "2/level"), "note");
  for (const Json &notice : notices)
    EXPECT_EQ(pick(run, "tool/driver/notifications/" +
                            llvm::utostr(pick(notice, "descriptor/index")) + "/id"),
              pick(notice, "descriptor/id"));
}

TEST(Sarif, noAbsolutePathsAndTheSameBytesTwice) {
  std::string bytes = sarifOf(sample(), options());
  EXPECT_FALSE(llvm::StringRef(bytes).contains(TAMGA_SOURCE_DIR "/"));
  EXPECT_EQ(bytes, sarifOf(sample(), options()));
}

TEST(Sarif, bytesThatAreNotUtf8DoNotAbort) {
  Result result = sample();
  result.findings[0].message = "Text \xFF\xFE here";
  result.findings[0].function = "f\xC3";
  EXPECT_TRUE(llvm::StringRef(sarifOf(result, options())).contains("Text \xEF\xBF\xBD"));
}
