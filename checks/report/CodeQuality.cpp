//===- CodeQuality.cpp - findings for GitLab's merge requests ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The Code Quality report: a list of what there is to see. GitLab compares it with that of
/// the target branch by fingerprint, and shows what is new; two entries with one fingerprint
/// would be one to it.
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "SarifJson.h"
#include <map>

namespace tamga::report {

using sarif::Json;

static const char *severityOf(finding::Level level) {
  switch (level) {
  case finding::Level::Note:
    return "info";
  case finding::Level::Warning:
    return "major";
  case finding::Level::Error:
    return "critical";
  }
  return "";
}

void writeCodeQuality(const finding::Result &result, const ReportOptions &options,
                      llvm::raw_ostream &out) {
  Json report = Json::array();
  std::map<std::string, unsigned> count;
  for (const finding::Finding &finding : result.findings) {
    if (finding.isSuppressed)
      continue;
    std::string description = finding.message;
    if (const std::string marks = describeMarks(finding.marks); !marks.empty())
      description += " (less certain: " + marks + ")";
    const unsigned number = ++count[finding.fingerprint];
    const std::string fingerprint =
        finding.fingerprint + (number > 1 ? "-" + std::to_string(number) : "");
    report.push_back({{"description", description},
                      {"check_name", finding.rule},
                      {"fingerprint", fingerprint},
                      {"severity", severityOf(finding.level)},
                      {"location",
                       {{"path", relativePath(finding.at.file, options.root)},
                        {"lines", {{"begin", std::max(finding.at.line, 1u)}}}}}});
  }
  out << report.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace tamga::report
