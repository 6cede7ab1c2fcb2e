//===- SarifInvocation.cpp - what the run could not see -----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifParts.h"
#include "Words.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

namespace tamga::report::sarif {

using finding::Coverage;

namespace {
struct NoticeInfo {
  llvm::StringLiteral id, name, level, text;
};
} // namespace

static constexpr NoticeInfo notices[] = {
    {"unit-failed", "UnitFailed", "error",
     "A unit was not parsed whole; findings in it may be missing."},
    {"function-incomplete", "FunctionIncomplete", "warning",
     "A function was not analysed whole; findings in it may be missing."},
    {"operations-unknown", "OperationsUnknown", "note",
     "Some constructs could not be expressed; what they do is assumed."},
    {"functions-widened", "FunctionsWidened", "note",
     "A bound of the analysis was hit; findings may be missing or too many."},
    {"results-left-out", "ResultsLeftOut", "warning",
     "There are more results than GitHub takes; the least grave are not in this log."},
    {"unit-stale", "UnitStale", "error",
     "A file was changed after it was analysed; analyse it again."},
    {"steps-left-out", "StepsLeftOut", "note",
     "The log would be larger than GitHub takes; flows have only their ends."},
    {"model-unmatched", "ModelUnmatched", "note",
     "An entry of the project file or its models speaks of nothing that was analysed."},
    {"models-used", "ModelsUsed", "note",
     "How many of the entries that come with Tamga speak of something that was analysed."},
};

Json notificationDescriptors() {
  Json descriptors = Json::array();
  for (const NoticeInfo &notice : notices)
    descriptors.push_back({
        {"id", notice.id.str()},
        {"name", notice.name.str()},
        {"shortDescription", message(notice.text)},
        {"fullDescription", message(notice.text)},
        {"help", message(notice.text)},
        {"defaultConfiguration", {{"level", notice.level.str()}}},
    });
  return descriptors;
}

Json notification(Notice notice, llvm::StringRef text) {
  return {
      {"descriptor", {{"id", notices[notice].id.str()}, {"index", size_t(notice)}}},
      {"level", notices[notice].level.str()},
      {"message", message(sentence(text))},
  };
}

static void addModels(Json &list, const ModelUse &models, Places &places) {
  for (const ModelUse::Entry &entry : models.unmatched) {
    const std::string file = relativePath(entry.at.file, places.options.root);
    // Where somebody's home is concerns nobody.
    const bool isOutside = llvm::sys::path::is_absolute(file);
    const std::string where =
        isOutside ? " of " + llvm::sys::path::filename(file).str() : std::string();
    Json notice = notification(ModelUnmatched, entry.text + where + " matched nothing");
    if (!isOutside)
      notice["locations"] = Json::array({places.location(entry.at, "")});
    list.push_back(std::move(notice));
  }
  list.push_back(notification(
      ModelsUsed, llvm::utostr(models.matched) + " of the " + llvm::utostr(models.bundled) +
                      " entries that come with Tamga matched something"));
}

Json invocations(const finding::Result &result, const ReportOptions &options, Places &places) {
  const Coverage &coverage = result.coverage;
  Json list = Json::array();
  auto addIncidents = [&](Notice notice, llvm::ArrayRef<Coverage::Incident> incidents) {
    for (const Coverage::Incident &incident : incidents) {
      std::string unit = relativePath(incident.unit, options.root);
      Json entry = notification(notice, unit + ": " + incident.text);
      if (!incident.at.file.empty())
        entry["locations"] = Json::array({places.location(incident.at, "")});
      list.push_back(std::move(entry));
    }
  };
  addIncidents(UnitFailed, coverage.failedUnits);
  addIncidents(FunctionIncomplete, coverage.incompleteFunctions);
  if (coverage.unknownOps)
    list.push_back(notification(OpsUnknown, unknownOpsSentence(coverage)));
  if (coverage.widenedFunctions)
    list.push_back(notification(FunctionsWidened, widenedSentence(coverage)));
  if (options.models)
    addModels(list, *options.models, places);

  Json invocation = {
      {"executionSuccessful", coverage.isComplete()},
      {"exitCode", options.exitCode},
      {"toolExecutionNotifications", std::move(list)},
      {"properties",
       {{"units", coverage.units},
        {"functions", coverage.functions},
        {"operations", coverage.ops},
        {"unknownOperations", coverage.unknownOps}}},
  };
  if (options.isWhole)
    invocation["properties"]["wholeBuild"] = true;
  if (!options.asOf.empty())
    invocation["properties"]["asOf"] = options.asOf;
  return Json::array({std::move(invocation)});
}

} // namespace tamga::report::sarif
