//===- SarifMerge.cpp - one log of several ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// A log has lists, and the results point into them by index. Lists are joined by what names
/// their items (rules by id, files by URI, laws by name); then every index is looked up
/// anew by that name. A finding in a header is in the log of each unit that includes it: of
/// those that agree in rule, place and fingerprint, the one that is more certain (fewer marks)
/// and shorter to follow stays, as when units are analysed together.
///
/// All is sorted, so that the order of the logs leaves no trace.
//===----------------------------------------------------------------------===//

#include "SarifLog.h"
#include "SarifParts.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>

namespace tamga::report {

using sarif::find;
using sarif::itemsOf;
using sarif::Json;
using sarif::numberAt;
using sarif::textAt;

namespace {

/// Where the lists lie, and what their items are called.
struct NamedList {
  const char *path, *name;
};
constexpr NamedList artifactList = {"artifacts", "location/uri"},
                    taxonomyList = {"taxonomies", "name"},
                    ruleList = {"tool/driver/rules", "id"},
                    extensionList = {"tool/extensions", "name"},
                    revisionList = {"versionControlProvenance", "revisionId"},
                    localRevisionList = {"properties/revisions", "revisionId"};

/// Joins what two logs say of one item.
void joinItem(Json &into, const Json &from) {
  if (find(from, "taxa")) { // A law: its articles.
    std::map<std::string, Json> taxa;
    for (const Json *one : {&std::as_const(into), &from})
      for (const Json &taxon : itemsOf(*one, "taxa"))
        taxa.try_emplace(textAt(taxon, "id"), taxon);
    Json &list = into["taxa"] = Json::array();
    for (auto &[id, taxon] : taxa)
      list.push_back(std::move(taxon));
  }
  if (find(from, "roles")) { // A file.
    std::set<std::string> roles;
    for (const Json *one : {&std::as_const(into), &from})
      for (const Json &role : itemsOf(*one, "roles"))
        roles.insert(std::string(role.is_string() ? role : Json("")));
    into["roles"] = roles;
  }
}

Json joinLists(const std::vector<Json> &runs, const NamedList &list) {
  std::map<std::string, Json> items;
  for (const Json &run : runs)
    for (const Json &item : itemsOf(run, list.path)) {
      auto [known, isNew] = items.try_emplace(textAt(item, list.name), item);
      if (!isNew)
        joinItem(known->second, item);
    }
  Json joined = Json::array();
  for (auto &[name, item] : items)
    joined.push_back(std::move(item));
  return joined;
}

std::map<std::string, size_t> indexOf(const Json &items, llvm::StringRef name) {
  std::map<std::string, size_t> indexes;
  for (const Json &item : items)
    indexes.try_emplace(textAt(item, name), indexes.size());
  return indexes;
}

/// Looks every index of a run up anew.
class Indexes {
public:
  explicit Indexes(const Json &run)
      : files(indexOf(itemsOf(run, artifactList.path), artifactList.name)),
        laws(indexOf(itemsOf(run, taxonomyList.path), taxonomyList.name)),
        rules(indexOf(itemsOf(run, ruleList.path), ruleList.name)) {
    for (const Json &law : itemsOf(run, taxonomyList.path))
      articles.push_back(indexOf(itemsOf(law, "taxa"), "id"));
  }

  void mend(Json &run) const {
    sarif::forEachObject(run, [&](Json &object) {
      for (const char *key : {"artifactLocation", "location"})
        if (Json *place = find(object, key); place && find(*place, "uri"))
          set(*place, files, textAt(*place, "uri"));
      if (auto rule = rules.find(textAt(object, "ruleId")); rule != rules.end())
        if (Json *index = find(object, "ruleIndex"))
          *index = rule->second;
      if (Json *law = find(object, "toolComponent"))
        mendReference(object, *law);
    });
  }

private:
  void mendReference(Json &reference, Json &law) const {
    auto known = laws.find(textAt(law, "name"));
    if (known == laws.end())
      return;
    law["index"] = known->second;
    set(reference, articles[known->second], textAt(reference, "id"));
  }
  static void set(Json &object, const std::map<std::string, size_t> &indexes,
                  const std::string &name) {
    if (auto known = indexes.find(name); known != indexes.end())
      object["index"] = known->second;
  }

  std::map<std::string, size_t> files, laws, rules;
  std::vector<std::map<std::string, size_t>> articles;
};

auto placeOf(const Json &result) {
  const Json *place = find(itemsOf(result, "locations")[0], "physicalLocation");
  static const Json none = Json::object();
  const Json &at = place ? *place : none;
  return std::tuple(textAt(at, "artifactLocation/uri"), numberAt(at, "region/startLine"),
                    numberAt(at, "region/startColumn"), numberAt(at, "region/endLine"),
                    numberAt(at, "region/endColumn"));
}

/// Of the first way.
size_t stepsOf(const Json &result) {
  const Json &flows = itemsOf(result, "codeFlows");
  size_t count = 0;
  for (const Json &thread : flows.empty() ? flows : itemsOf(flows[0], "threadFlows"))
    count += itemsOf(thread, "locations").size();
  return count;
}

auto identityOf(const Json &result) {
  return std::tuple(placeOf(result), textAt(result, "ruleId"), textAt(result, "kind"),
                    sarif::fingerprintOf(result), textAt(result, "baselineState"));
}

/// What is sorted by, worked out once for each result.
struct Entry {
  explicit Entry(Json &&json) : identity(identityOf(json)), result(std::move(json)) {
    worth = {itemsOf(result, "properties/marks").size(), stepsOf(result),
             textAt(result, "message/text")};
  }
  decltype(identityOf(Json())) identity;
  std::tuple<size_t, size_t, std::string> worth;
  Json result;
};

Json joinResults(std::vector<Json> &runs) {
  std::vector<Entry> entries;
  for (Json &run : runs)
    if (Json *results = find(run, "results"))
      for (Json &result : *results)
        entries.emplace_back(std::move(result));
  llvm::sort(entries, [](const Entry &left, const Entry &right) {
    return std::tie(left.identity, left.worth) < std::tie(right.identity, right.worth);
  });
  Json joined = Json::array();
  for (size_t index = 0; index < entries.size(); ++index)
    if (!index || entries[index].identity != entries[index - 1].identity)
      joined.push_back(std::move(entries[index].result));
  return joined;
}

/// Notifications of several parts. What spoke of nothing in one may speak of something in
/// another: that is known only where all say it. How much did cannot be added up.
class Notices {
public:
  void beginPart() { ++parts; }

  void add(const Json &notice) {
    // The number of its file is another in each log.
    const bool isModel = idOf(notice) == "model-unmatched";
    const std::string key = isModel ? textAt(notice, "message/text") : sarif::toBytes(notice);
    ++notices.try_emplace({isModel, key}, notice, 0).first->second.second;
  }

  Json joined() const {
    Json list = Json::array();
    for (const auto &[key, notice] : notices)
      if (parts == 1 ||
          (key.first ? notice.second == parts : idOf(notice.first) != "models-used"))
        list.push_back(notice.first);
    return list;
  }

private:
  static std::string idOf(const Json &notice) { return textAt(notice, "descriptor/id"); }

  size_t parts = 0;
  std::map<std::pair<bool, std::string>, std::pair<Json, size_t>> notices; ///< And how often.
};

/// One invocation: counts are added, and each notification is there once.
Json joinInvocations(const std::vector<Json> &runs) {
  Json joined;
  bool isComplete = true, isWhole = true;
  std::map<std::string, size_t> counts;
  Notices notices;
  for (const Json &run : runs)
    for (const Json &one : itemsOf(run, "invocations")) {
      if (joined.is_null())
        joined = one;
      isComplete &= sarif::isTrue(one, "executionSuccessful");
      isWhole &= sarif::isTrue(one, "properties/wholeBuild");
      notices.beginPart();
      for (const Json &notice : itemsOf(one, "toolExecutionNotifications"))
        notices.add(notice);
      if (const Json *properties = find(one, "properties"); properties && properties->is_object())
        for (const auto &[key, value] : properties->items())
          if (value.is_number_unsigned())
            counts[key] += size_t(value);
    }
  if (joined.is_null())
    return Json::array();
  joined["executionSuccessful"] = isComplete;
  joined["toolExecutionNotifications"] = notices.joined();
  for (const auto &[key, count] : counts)
    joined["properties"][key] = count;
  if (Json *properties = find(joined, "properties"); properties && !isWhole)
    sarif::drop(*properties, "wholeBuild");
  return Json::array({joined});
}

} // namespace

llvm::Expected<SarifLog> SarifLog::merge(std::vector<SarifLog> logs) {
  std::vector<Json> runs;
  for (SarifLog &log : logs) {
    runs.push_back(std::move(log.run()));
    const char *version = "tool/driver/semanticVersion";
    if (textAt(runs[0], version) != textAt(runs.back(), version))
      return llvm::createStringError(
          llvm::inconvertibleErrorCode(),
          "error: logs of Tamga " + textAt(runs[0], version) + " and of " +
              textAt(runs.back(), version) + " cannot be merged; write them anew");
  }
  Json run = runs[0];
  run["invocations"] = joinInvocations(runs);
  if (Json revisions = joinLists(runs, revisionList); !revisions.empty())
    run["versionControlProvenance"] = std::move(revisions);
  if (Json revisions = joinLists(runs, localRevisionList); !revisions.empty())
    run["properties"]["revisions"] = std::move(revisions);
  for (const NamedList &list : {artifactList, taxonomyList})
    run[list.path] = joinLists(runs, list);
  run["tool"]["driver"]["rules"] = joinLists(runs, ruleList);
  if (Json extensions = joinLists(runs, extensionList); !extensions.empty())
    run["tool"]["extensions"] = std::move(extensions);
  Json supported = Json::array();
  for (const Json &law : itemsOf(run, taxonomyList.path))
    supported.push_back({{"name", textAt(law, "name")}, {"index", supported.size()}});
  run["tool"]["driver"]["supportedTaxonomies"] = std::move(supported);
  run["results"] = joinResults(runs);
  Indexes(std::as_const(run)).mend(run);
  logs[0].run() = std::move(run);
  return std::move(logs[0]);
}

} // namespace tamga::report
