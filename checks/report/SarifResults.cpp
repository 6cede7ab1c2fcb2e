//===- SarifResults.cpp - findings as results ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifParts.h"
#include "Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace tamga::report::sarif {

using finding::Finding;
using finding::Related;
using finding::Step;
using finding::StepKind;

/// In SARIF text `[words](1)` is a link; brackets that would read as one are escaped.
static std::string withoutLinks(llvm::StringRef text) {
  if (!text.contains("]("))
    return text.str();
  std::string escaped;
  for (char c : text) {
    if (c == '[' || c == ']' || c == '\\')
      escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// The first sentence stands alone: some viewers show no more.
static std::string messageText(const Finding &finding) {
  std::string text = sentence(withoutLinks(finding.message));
  if (std::string marks = describeMarks(finding.marks); !marks.empty())
    text += " Less certain: " + sentence(marks);
  if (finding.related.empty())
    return text;
  constexpr size_t mostLinks = 5;
  text += " See also";
  for (size_t i = 0; i < std::min(mostLinks, finding.related.size()); ++i) {
    std::string number = llvm::utostr(i + 1);
    text += (i ? ", [" : " [") + number + "](" + number + ")";
  }
  return text + ".";
}

/// SARIF's own words where it has them, ours where it has none.
static Json stepKinds(StepKind kind) {
  switch (kind) {
  case StepKind::Source:
    return {"source", "taint"};
  case StepKind::Value:
    return {"value"};
  case StepKind::Choice:
    return {"choice", "value"};
  case StepKind::Call:
    return {"call", "function"};
  case StepKind::Return:
    return {"return", "function"};
  case StepKind::Store:
    return {"memory", "value"};
  case StepKind::Branch:
    return {"branch"};
  case StepKind::Guard:
    return {"guard", "branch"};
  case StepKind::Label:
    return {"label", "value"};
  case StepKind::SharedState:
    return {"shared", "memory"};
  case StepKind::Sink:
    return {"sink", "danger"};
  }
  return Json::array();
}

static llvm::StringRef importance(StepKind kind) {
  switch (kind) {
  case StepKind::Source:
  case StepKind::Sink:
    return "essential";
  case StepKind::Value:
    return "unimportant";
  default:
    return "important";
  }
}

static Json codeFlow(const Finding &finding, const std::vector<Step> &steps, Places &places) {
  Json locations = Json::array();
  bool isOnItsWay = false;
  for (const Step &step : steps) {
    Json location = places.locationWithWords(step.at, step.function);
    location["message"] = message(withoutLinks(step.message));
    locations.push_back({
        {"location", std::move(location)},
        {"kinds", stepKinds(step.kind)},
        {"nestingLevel", step.nesting},
        {"executionOrder", locations.size() + 1},
        {"importance", importance(step.kind).str()},
    });
    // From the source on, what is followed is on its way.
    isOnItsWay |= step.kind == StepKind::Source;
    if (isOnItsWay && !finding.sourceKind.empty())
      locations.back()["state"] = {{"data", message(finding.sourceKind)}};
  }
  Json threadFlow = {{"locations", std::move(locations)}};
  return {{"threadFlows", Json::array({std::move(threadFlow)})}};
}

static Json relatedLocations(const Finding &finding, Places &places) {
  Json locations = Json::array();
  for (const Related &related : finding.related) {
    Json location = {{"id", locations.size() + 1}};
    location.update(places.location(related.at, ""));
    location["message"] = message(withoutLinks(related.message));
    locations.push_back(std::move(location));
  }
  return locations;
}

static Json properties(const Finding &finding) {
  Json marks = Json::array();
  for (const MarkWords &mark : allMarkWords())
    if (finding.marks & mark.mark)
      marks.push_back(mark.id.str());
  llvm::StringRef confidence = finding.marks & finding::Open ? "open"
                               : finding.marks               ? "reduced"
                                                             : "firm";
  Json properties = {{"confidence", confidence.str()}, {"marks", std::move(marks)}};
  if (!finding.sourceKind.empty())
    properties["sourceKind"] = finding.sourceKind;
  if (!finding.sinkKind.empty())
    properties["sinkKind"] = finding.sinkKind;
  if (finding.isBaselined)
    properties["baselined"] = true;
  if (!finding.furtherRules.empty())
    properties["furtherRules"] = finding.furtherRules;
  return properties;
}

static Json fingerprints(const Finding &finding, Places &places) {
  Json fingerprints = Json::object();
  if (!finding.fingerprint.empty())
    fingerprints["tamga/v1"] = finding.fingerprint;
  if (std::string hash = places.lineHash(finding.at); !hash.empty())
    fingerprints["primaryLocationLineHash"] = hash;
  return fingerprints;
}

static Json suppression(const Finding &finding) {
  const bool isExternal = finding.isExcepted || finding.isUnderReview;
  Json suppression = {{"kind", isExternal ? "external" : "inSource"},
                      {"status", finding.isUnderReview ? "underReview" : "accepted"}};
  if (!finding.justification.empty())
    suppression["justification"] = finding.justification;
  if (!finding.owner.empty())
    suppression["properties"]["owner"] = finding.owner;
  if (!finding.until.empty())
    suppression["properties"]["until"] = finding.until;
  return suppression;
}

/// Nothing for what failed: that is SARIF's default, and all that most readers know.
static llvm::StringRef kindName(finding::Outcome outcome) {
  switch (outcome) {
  case finding::Outcome::Fail:
    return "";
  case finding::Outcome::Pass:
    return "pass";
  case finding::Outcome::Open:
    return "open";
  case finding::Outcome::NotApplicable:
    return "notApplicable";
  }
  return "";
}

static Json resultOf(const Finding &finding, const Rules &rules, Places &places) {
  Json result = {
      {"ruleId", finding.rule},
      {"ruleIndex", rules.indexOf(finding.rule)},
      {"level", finding.outcome == finding::Outcome::Fail ? levelName(finding.level).str()
                                                          : "none"},
      {"message", message(messageText(finding))},
      {"locations", Json::array({places.locationWithSource(finding.at, finding.function)})},
  };
  if (llvm::StringRef kind = kindName(finding.outcome); !kind.empty())
    result["kind"] = kind.str();
  if (!finding.steps.empty())
    result["codeFlows"] = Json::array({codeFlow(finding, finding.steps, places)});
  for (const std::vector<Step> &way : finding.furtherWays)
    result["codeFlows"].push_back(codeFlow(finding, way, places));
  if (!finding.furtherRules.empty())
    result["taxa"] = rules.articlesOf(finding);
  if (!finding.related.empty())
    result["relatedLocations"] = relatedLocations(finding, places);
  result["partialFingerprints"] = fingerprints(finding, places);
  if (finding.isSuppressed || finding.isUnderReview)
    result["suppressions"] = Json::array({suppression(finding)});
  if (Json fixes = places.fixes(finding); !fixes.empty())
    result["fixes"] = std::move(fixes);
  result["properties"] = properties(finding);
  return result;
}

Json results(const finding::Result &result, const Rules &rules, Places &places) {
  Json results = Json::array();
  for (const std::vector<Finding> *all : {&result.findings, &result.evidence})
    for (const Finding &finding : *all) {
      Json &one = results.emplace_back(resultOf(finding, rules, places));
      if (places.options.hasBaseline)
        one["baselineState"] = finding.isBaselined || all == &result.evidence ? "unchanged" : "new";
    }
  return results;
}

} // namespace tamga::report::sarif
