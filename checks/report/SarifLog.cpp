//===- SarifLog.cpp - logs compared, asked, written ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// Two results are the same finding if their rule and fingerprint are: lines and files may
/// have moved. A fingerprint that occurs n times in the old log covers n results of the new
/// one, so that a copy of a known finding is a new one.
//===----------------------------------------------------------------------===//

#include "CodeQuality.h"
#include "Paths.h"
#include "SarifLog.h"
#include "SarifParts.h"
#include "Words.h"
#include "llvm/ADT/StringExtras.h"
#include <map>
#include <set>

namespace tamga::report {

using sarif::find;
using sarif::itemsOf;
using sarif::Json;
using sarif::textAt;

SarifLog::SarifLog(Json log) : log(std::make_unique<Json>(std::move(log))) {}
SarifLog::SarifLog(SarifLog &&) noexcept = default;
SarifLog &SarifLog::operator=(SarifLog &&) noexcept = default;
SarifLog::~SarifLog() = default;

Json &SarifLog::run() { return (*log)["runs"][0]; }
const Json &SarifLog::run() const { return itemsOf(*log, "runs")[0]; }

static std::string kindOf(const Json &result) {
  const std::string kind = textAt(result, "kind");
  return kind.empty() ? "fail" : kind;
}

static bool isSuppressed(const Json &result) {
  for (const Json &one : itemsOf(result, "suppressions"))
    if (std::string status = textAt(one, "status"); status.empty() || status == "accepted")
      return true;
  return false;
}

/// Something that a reader has to do something about.
static bool isFinding(const Json &result) {
  return kindOf(result) == "fail" && textAt(result, "baselineState") != "absent" &&
         !isSuppressed(result);
}

/// The project's own baseline has it: nobody has to do anything now.
static bool isBaselined(const Json &result) {
  return sarif::isTrue(result, "properties/baselined");
}

static std::string keyOf(const Json &result) {
  return kindOf(result) + " " + textAt(result, "ruleId") + " " + sarif::fingerprintOf(result);
}

//===----------------------------------------------------------------------===//
// An older log
//===----------------------------------------------------------------------===//

/// What is left of an old run when it tells only what is absent now: results, and the rules
/// and files that they name.
static void reduceToResults(Json &run) {
  run["invocations"] = Json::array();
  std::set<std::string> files;
  sarif::forEachObject(*find(run, "results"), [&](Json &object) {
    if (std::string file = textAt(object, "artifactLocation/uri"); !file.empty())
      files.insert(std::move(file));
  });
  if (Json *artifacts = find(run, "artifacts"); artifacts && artifacts->is_array()) {
    sarif::keepIf(*artifacts, [&](const Json &file) {
      return files.count(textAt(file, "location/uri")) > 0;
    });
    // Their bytes are those of then.
    for (Json &file : *artifacts)
      for (const char *key : {"hashes", "length", "roles"})
        sarif::drop(file, key);
  }
  if (Json *tool = find(run, "tool"))
    sarif::drop(*tool, "extensions");
}

void SarifLog::compareWith(SarifLog old) {
  // What was absent then says nothing about now.
  sarif::keepIf(*find(run(), "results"), [](const Json &result) {
    return textAt(result, "baselineState") != "absent";
  });
  std::map<std::string, std::vector<const Json *>> known;
  for (const Json &result : itemsOf(std::as_const(old).run(), "results"))
    if (textAt(result, "baselineState") != "absent")
      known[keyOf(result)].push_back(&result);
  std::set<const Json *> isThere;
  for (Json &result : *find(run(), "results")) {
    std::vector<const Json *> &same = known[keyOf(result)];
    const Json *before = same.empty() ? nullptr : same.back();
    if (before) {
      same.pop_back();
      isThere.insert(before);
    }
    const bool isKnown = before && (isSuppressed(result) || !isSuppressed(*before));
    result["baselineState"] = isKnown ? "unchanged" : "new";
  }
  Json absent = Json::array();
  for (Json &result : *find(old.run(), "results"))
    if (!isThere.count(&result) && textAt(result, "baselineState") != "absent") {
      result["baselineState"] = "absent";
      absent.push_back(result);
    }
  if (absent.empty())
    return;
  old.run()["results"] = std::move(absent);
  reduceToResults(old.run());
  // The same version: what it knows of rules is the same, too.
  old.run()["tool"]["driver"]["semanticVersion"] =
      textAt(run(), "tool/driver/semanticVersion");
  std::vector<SarifLog> both;
  both.push_back(std::move(*this));
  both.push_back(std::move(old));
  *this = cantFail(merge(std::move(both)));
}

//===----------------------------------------------------------------------===//
// What it says
//===----------------------------------------------------------------------===//

static finding::Level levelOf(const Json &result) {
  const std::string level = textAt(result, "level");
  return level == "error"  ? finding::Level::Error
         : level == "note" ? finding::Level::Note
                           : finding::Level::Warning;
}

bool SarifLog::hasFinding(finding::Level level, bool onlyNew) const {
  for (const Json &result : itemsOf(run(), "results"))
    if (isFinding(result) && !isBaselined(result) && levelOf(result) >= level &&
        (!onlyNew || textAt(result, "baselineState") == "new"))
      return true;
  return false;
}

bool SarifLog::isCompared() const {
  for (const Json &result : itemsOf(run(), "results"))
    if (!textAt(result, "baselineState").empty())
      return true;
  return itemsOf(run(), "results").empty();
}

bool SarifLog::isComplete() const {
  for (const Json &one : itemsOf(run(), "invocations"))
    if (const Json *success = find(one, "executionSuccessful"); success && *success == false)
      return false;
  return true;
}

bool SarifLog::isWhole() const {
  const Json &all = itemsOf(run(), "invocations");
  return !all.empty() && llvm::all_of(all, [](const Json &one) {
    return sarif::isTrue(one, "properties/wholeBuild");
  });
}

std::set<std::string> SarifLog::rules() const {
  std::set<std::string> rules;
  for (const Json &rule : itemsOf(run(), "tool/driver/rules"))
    rules.insert(textAt(rule, "id"));
  return rules;
}

std::vector<SarifLog::Unit> SarifLog::units() const {
  std::vector<Unit> units;
  for (const Json &file : itemsOf(run(), "artifacts"))
    if (itemsOf(file, "roles") == Json::array({"analysisTarget"}))
      units.push_back({textAt(file, "location/uri"), textAt(file, "hashes/sha-256")});
  return units;
}

void SarifLog::markStale(const Unit &unit) {
  Json *invocations = find(run(), "invocations");
  if (!invocations || !invocations->is_array() || invocations->empty())
    return;
  Json &one = (*invocations)[0];
  one["executionSuccessful"] = false;
  one["toolExecutionNotifications"].push_back(
      sarif::notification(sarif::UnitStale, unit.uri + " was changed after it was analysed"));
}

void SarifLog::setExitCode(int exitCode) {
  if (Json *invocations = find(run(), "invocations"))
    for (Json &one : *invocations)
      one["exitCode"] = exitCode;
}

void SarifLog::write(const ReportOptions &options, llvm::raw_ostream &out) const {
  Json copy = *log;
  sarif::shape(copy, options);
  out << sarif::toBytes(copy);
}

std::vector<SarifLog::Line> SarifLog::lines() const {
  std::vector<Line> lines;
  for (const Json &result : itemsOf(run(), "results"))
    if (isFinding(result)) {
      const Json &place = itemsOf(result, "locations")[0];
      const Json &functions = itemsOf(place, "logicalLocations");
      lines.push_back({sarif::fingerprintOf(result), textAt(result, "ruleId"),
                       textAt(place, "physicalLocation/artifactLocation/uri"),
                       functions.empty() ? "" : textAt(functions[0], "fullyQualifiedName")});
    }
  return lines;
}

void SarifLog::writeCodeQuality(llvm::raw_ostream &out) const {
  CodeQuality report;
  for (const Json &result : itemsOf(run(), "results")) {
    if (!isFinding(result))
      continue;
    // Links to related places are for readers of SARIF.
    const std::string text = textAt(result, "message/text");
    const std::string place = "physicalLocation/";
    const Json &at = itemsOf(result, "locations")[0];
    report.add({llvm::StringRef(text).split(" See also [1](1)").first.str(),
                textAt(result, "ruleId"), sarif::fingerprintOf(result), levelOf(result),
                fromUri(textAt(at, place + "artifactLocation/uri")),
                sarif::numberAt(at, place + "region/startLine")});
  }
  report.write(out);
}

//===----------------------------------------------------------------------===//
// For a terminal
//===----------------------------------------------------------------------===//

static std::string placeOf(const Json &location) {
  const Json *physical = find(location, "physicalLocation");
  std::string text = physical ? textAt(*physical, "artifactLocation/uri") : "";
  if (text.empty())
    return "<no file>";
  for (const char *key : {"region/startLine", "region/startColumn"})
    if (size_t number = sarif::numberAt(*physical, key))
      text += ":" + llvm::utostr(number);
  return text;
}

/// The first way: those from further sources are for viewers.
static void writeSteps(const Json &result, Steps steps, llvm::raw_ostream &out) {
  const auto &flows = itemsOf(result, "codeFlows");
  if (steps == Steps::None || flows.empty())
    return;
  for (const Json &thread : itemsOf(flows[0], "threadFlows")) {
    const Json &locations = itemsOf(thread, "locations");
    for (size_t index = 0; index < locations.size(); ++index)
      if (const Json *place = find(locations[index], "location");
          place && (steps == Steps::Full || !index || index + 1 == locations.size()))
        out << placeOf(*place) << ": note: " << index + 1 << ". "
            << textAt(*place, "message/text") << '\n';
  }
}

void SarifLog::writeText(const ReportOptions &options, llvm::raw_ostream &out) const {
  std::map<std::string, size_t> states;
  size_t findings = 0, suppressed = 0;
  for (const Json &result : itemsOf(run(), "results")) {
    if (const std::string state = textAt(result, "baselineState"); !state.empty())
      ++states[state];
    if (kindOf(result) == "fail" && isSuppressed(result))
      ++suppressed;
    if (!isFinding(result) || isBaselined(result))
      continue;
    ++findings;
    const finding::Level level = levelOf(result);
    out << placeOf(itemsOf(result, "locations")[0]) << ": "
        << (level == finding::Level::Note ? "remark" : levelName(level)) << ": "
        << textAt(result, "message/text") << " [" << textAt(result, "ruleId") << "]\n";
    writeSteps(result, options.steps, out);
  }
  out << countOf(findings, "finding");
  if (suppressed)
    out << ", " << suppressed << " suppressed";
  for (const char *state : {"new", "unchanged", "absent"})
    if (auto count = states.find(state); count != states.end())
      out << ", " << count->second << ' ' << state;
  out << '\n';
  for (const Json &one : itemsOf(run(), "invocations"))
    for (const Json &notice : itemsOf(one, "toolExecutionNotifications"))
      out << textAt(notice, "level") << ": " << textAt(notice, "message/text") << '\n';
}

} // namespace tamga::report
