//===- SarifShape.cpp - as much of a log as is asked for ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// A log is written in full, and then made smaller. So what is left out is decided in one
/// place, for logs that were just made and for those that were read.
///
/// The profile `github` keeps to what GitHub's code scanning accepts and shows:
///
///   results   those that are found now: it has no word for a suppressed, absent or passed
///             one and shows each as an alert. At most 5,000, the gravest first; how many
///             are left out is told.
///   steps     at most 1,000 of a result, its ends first, inline.
///   places    one, on one line: an alert is shown in a pull request only if the diff has
///             all of its lines. Related places only where the message refers to them.
///   the rest  what it ignores is left out: a log has at most 10 MB, packed.
///
/// Whatever is asked for, the homes of people are left out: files outside the project are
/// `file:///~/...`. Who wants them in names a root above them.
//===----------------------------------------------------------------------===//

#include "Redact.h"
#include "SarifJson.h"
#include "SarifParts.h"
#include "Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"

namespace tamga::report::sarif {

//===----------------------------------------------------------------------===//
// Steps and words of the source
//===----------------------------------------------------------------------===//

/// The first and the last of \p steps, as many as \p most in all.
static void keepEnds(Json &steps, size_t most) {
  if (steps.size() <= most)
    return;
  Json kept = Json::array();
  const size_t front = most - most / 2, back = steps.size() - most / 2;
  for (size_t index = 0; index < steps.size(); ++index)
    if (index < front || index >= back)
      kept.push_back(std::move(steps[index]));
  steps = std::move(kept);
}

static void forEachThreadFlow(Json &result, llvm::function_ref<void(Json &)> change) {
  if (Json *flows = find(result, "codeFlows"))
    forEachObject(*flows, [&](Json &object) {
      if (Json *steps = find(object, "locations"); steps && steps->is_array())
        change(*steps);
    });
}

static void shortenSteps(Json &result, Steps steps) {
  if (steps == Steps::None)
    drop(result, "codeFlows");
  if (steps == Steps::Ends)
    forEachThreadFlow(result, [](Json &locations) { keepEnds(locations, 2); });
}

/// `"secret"` becomes `"..."`, and so does a number that is long enough to name somebody.
static std::string masked(llvm::StringRef text) {
  constexpr size_t mostDigits = 5;
  std::string out;
  while (!text.empty()) {
    const char first = text[0];
    const size_t end = first == '"' ? text.find('"', 1) : llvm::StringRef::npos;
    if (end != llvm::StringRef::npos) {
      out += "\"...\"";
      text = text.drop_front(end + 1);
      continue;
    }
    const llvm::StringRef digits = text.take_while(llvm::isDigit);
    out += digits.size() > mostDigits ? "..." : digits.empty() ? text.take_front() : digits;
    text = text.drop_front(std::max<size_t>(digits.size(), 1));
  }
  return out;
}

/// Leaves the places and takes the words: text of the source, and what messages and names
/// quote of it.
static void maskWords(Json &json) {
  forEachObject(json, [](Json &object) {
    drop(object, "snippet");
    drop(object, "contextRegion");
    for (const char *key : {"text", "markdown", "fullyQualifiedName", "justification"})
      if (Json *text = find(object, key); text && text->is_string())
        *text = masked(textAt(object, key));
  });
}

//===----------------------------------------------------------------------===//
// GitHub
//===----------------------------------------------------------------------===//

static constexpr size_t mostResults = 5'000, mostSteps = 1'000, mostTags = 10;

static bool isAlert(const Json &result) {
  const std::string kind = textAt(result, "kind"), state = textAt(result, "baselineState");
  return (kind.empty() || kind == "fail") && state != "absent" &&
         itemsOf(result, "suppressions").empty();
}

static void fitLocation(Json &location) {
  Json *region = find(location, "physicalLocation/region");
  if (!region || !region->is_object() ||
      numberAt(*region, "endLine") <= numberAt(*region, "startLine"))
    return;
  (*region)["endLine"] = numberAt(*region, "startLine");
  (*region)["endColumn"] = numberAt(*region, "startColumn", 1) + 1;
}

static void fitResult(Json &result) {
  for (const char *key : {"kind", "baselineState", "taxa", "suppressions", "fixes"})
    drop(result, key);
  if (Json *places = find(result, "locations"); places && places->is_array() && !places->empty()) {
    fitLocation((*places)[0]);
    keepEnds(*places, 1);
  }
  if (Json *related = find(result, "relatedLocations"); related && related->is_array()) {
    const std::string text = textAt(result, "message/text");
    keepIf(*related, [&](const Json &one) {
      return llvm::StringRef(text).contains("](" + llvm::utostr(numberAt(one, "id")) + ")");
    });
  }
  forEachThreadFlow(result, [](Json &steps) {
    keepEnds(steps, mostSteps);
    for (Json &step : steps)
      for (const char *key : {"kinds", "state", "executionOrder"})
        drop(step, key);
  });
  // The lists that these point into are not written.
  forEachObject(result, [](Json &object) {
    if (Json *artifact = find(object, "artifactLocation"))
      drop(*artifact, "index");
    drop(object, "logicalLocations");
    drop(object, "contextRegion");
    drop(object, "snippet");
  });
}

static unsigned rankOf(const Json &result) {
  const std::string level = textAt(result, "level");
  return level == "error" ? 0 : level == "note" ? 2 : 1;
}

/// The gravest of \p results, in their order; how many are not among them.
static size_t cutResults(Json &results) {
  if (results.size() <= mostResults)
    return 0;
  const size_t leftOut = results.size() - mostResults;
  std::vector<size_t> order(results.size());
  for (size_t index = 0; index < order.size(); ++index)
    order[index] = index;
  llvm::sort(order, [&](size_t left, size_t right) {
    return std::pair(rankOf(results[left]), left) < std::pair(rankOf(results[right]), right);
  });
  order.resize(mostResults);
  llvm::sort(order);
  Json kept = Json::array();
  for (size_t index : order)
    kept.push_back(std::move(results[index]));
  results = std::move(kept);
  return leftOut;
}

static void fitRules(Json &run) {
  Json *rules = find(run, "tool/driver/rules");
  if (!rules || !rules->is_array())
    return;
  for (Json &rule : *rules) {
    drop(rule, "relationships");
    if (Json *tags = find(rule, "properties/tags"); tags && tags->is_array())
      while (tags->size() > mostTags)
        tags->erase(tags->size() - 1);
  }
}

static void notify(Json &run, Notice notice, llvm::StringRef text) {
  if (Json *invocations = find(run, "invocations");
      invocations && invocations->is_array() && !invocations->empty())
    if (Json *list = find((*invocations)[0], "toolExecutionNotifications");
        list && list->is_array())
      list->push_back(notification(notice, text));
}

static void fitRun(Json &run) {
  for (const char *key : {"taxonomies", "artifacts", "versionControlProvenance",
                          "originalUriBaseIds", "properties"})
    drop(run, key);
  forEachObject(run, [](Json &object) { drop(object, "uriBaseId"); });
  if (Json *tool = find(run, "tool"))
    drop(*tool, "extensions");
  if (Json *driver = find(run, "tool/driver"))
    drop(*driver, "supportedTaxonomies");
  fitRules(run);
  Json *results = find(run, "results");
  if (!results || !results->is_array())
    return;
  keepIf(*results, isAlert);
  if (const size_t leftOut = cutResults(*results))
    notify(run, LeftOut, countOf(leftOut, "result") + " not in this log");
  for (Json &result : *results)
    fitResult(result);
  if (Json *invocations = find(run, "invocations"))
    forEachObject(*invocations, [](Json &object) {
      if (Json *artifact = find(object, "artifactLocation"))
        drop(*artifact, "index");
    });
}

static void forEachRun(Json &log, llvm::function_ref<void(Json &)> change) {
  if (Json *runs = find(log, "runs"); runs && runs->is_array())
    for (Json &run : *runs)
      change(run);
}

static void forEachResult(Json &run, llvm::function_ref<void(Json &)> change) {
  if (Json *results = find(run, "results"); results && results->is_array())
    for (Json &result : *results)
      change(result);
}

/// GitHub rejects a file of more than 10 MB after gzip: then only the ends of flows stay.
static void fitSize(Json &log) {
  constexpr size_t mostBytes = 10'000'000;
  const std::string bytes = toBytes(log);
  if (bytes.size() <= mostBytes || !llvm::compression::zlib::isAvailable())
    return;
  llvm::SmallVector<uint8_t, 0> packed;
  llvm::compression::zlib::compress(llvm::arrayRefFromStringRef(bytes), packed,
                                    llvm::compression::zlib::BestSpeedCompression);
  if (packed.size() <= mostBytes)
    return;
  forEachRun(log, [](Json &run) {
    forEachResult(run, [](Json &result) { shortenSteps(result, Steps::Ends); });
    notify(run, StepsLeftOut, "the steps between the first and the last are not in this log");
  });
}

//===----------------------------------------------------------------------===//
// All of it
//===----------------------------------------------------------------------===//

std::string toBytes(const Json &log) {
  // Source text may hold bytes that are not UTF-8; strict would abort the process.
  return log.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Words of the source stay what they are.
static void redactPlaces(Json &json) {
  forEachObject(json, [](Json &object) {
    constexpr llvm::StringRef scheme = "file://";
    if (Json *uri = find(object, "uri");
        uri && uri->is_string() && llvm::StringRef(textAt(object, "uri")).starts_with(scheme)) {
      const std::string path =
          redactHomes(llvm::StringRef(textAt(object, "uri")).substr(scheme.size()));
      *uri = scheme.str() + (path.starts_with("~") ? "/" : "") + path;
    }
    for (const char *text : {"message/text", "message/markdown"})
      if (Json *words = find(object, text); words && words->is_string())
        *words = redactHomes(textAt(object, text));
  });
}

void shape(Json &log, const ReportOptions &options) {
  redactPlaces(log);
  forEachRun(log, [&](Json &run) {
    if (options.steps != Steps::Full)
      forEachResult(run, [&](Json &result) { shortenSteps(result, options.steps); });
    if (!options.showSnippets) {
      forEachResult(run, [](Json &result) { drop(result, "fixes"); });
      for (const char *key : {"results", "invocations"})
        if (Json *part = find(run, key))
          maskWords(*part);
    }
    if (options.profile == SarifProfile::GitHub)
      fitRun(run);
  });
  if (options.profile == SarifProfile::GitHub)
    fitSize(log);
}

} // namespace tamga::report::sarif
