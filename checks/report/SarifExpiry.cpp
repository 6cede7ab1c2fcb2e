//===- SarifExpiry.cpp - exceptions that ended --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// Whether an exception has ended depends on the day, and nothing else that Tamga says does.
/// So it is asked here, of a finished log and for a day that is named: the same log read on
/// another day says something else, and no cache has to know.
//===----------------------------------------------------------------------===//

#include "SarifLog.h"
#include "SarifParts.h"
#include "SuppressNames.h"
#include <set>

namespace tamga::report {

using sarif::find;
using sarif::itemsOf;
using sarif::Json;
using sarif::textAt;

/// The finding that an exception of \p result has ended.
static Json expired(const Json &result, const Json &suppression, size_t ruleIndex) {
  const std::string until = textAt(suppression, "properties/until");
  std::string who = textAt(suppression, "properties/owner");
  who = who.empty() ? "" : " of " + who;
  return {
      {"ruleId", expiredRule.str()},
      {"ruleIndex", ruleIndex},
      {"level", "error"},
      {"message", sarif::message("The exception" + who + " for " + textAt(result, "ruleId") +
                                 " ended on " + until + ".")},
      {"locations", itemsOf(result, "locations")},
      {"partialFingerprints", {{"tamga/v1", sarif::fingerprintOf(result)}}},
  };
}

static Json descriptor() {
  return {
      {"id", expiredRule.str()},
      {"name", "SuppressionExpired"},
      {"shortDescription", sarif::message("An exception has ended.")},
      {"fullDescription",
       sarif::message(
           "The day until which an exception of the project file is valid is over.")},
      {"help", {{"text", "Decide anew: end the case, or approve the exception for longer."}}},
      {"defaultConfiguration", {{"level", "error"}}},
      {"properties",
       {{"tags", {"security"}}, {"precision", "very-high"}, {"security-severity", "8.0"}}},
  };
}

void SarifLog::judgeExceptions(const std::string &date) {
  Json found = Json::array();
  Json &rules = *find(run(), "tool/driver/rules");
  for (Json &result : *find(run(), "results")) {
    Json *suppressions = find(result, "suppressions");
    if (!suppressions)
      continue;
    for (Json &one : *suppressions) {
      const std::string until = textAt(one, "properties/until");
      if (until.empty() || until >= date)
        continue;
      one["status"] = "rejected";
      found.push_back(expired(result, one, rules.size()));
    }
  }
  if (Json *invocations = find(run(), "invocations"))
    for (Json &one : *invocations)
      one["properties"]["asOf"] = date;
  if (found.empty())
    return;
  rules.push_back(descriptor());
  for (Json &one : found)
    find(run(), "results")->push_back(std::move(one));
  std::vector<SarifLog> self;
  self.push_back(std::move(*this));
  *this = cantFail(merge(std::move(self))); // Sorted anew.
}

} // namespace tamga::report
