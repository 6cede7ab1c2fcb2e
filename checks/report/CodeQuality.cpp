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

#include "CodeQuality.h"
#include "Report.h"
#include "SarifParts.h"

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

void CodeQuality::add(const Entry &entry) {
  const unsigned number = ++count[entry.fingerprint];
  const std::string fingerprint =
      entry.fingerprint + (number > 1 ? "-" + std::to_string(number) : "");
  report.push_back({{"description", entry.description},
                    {"check_name", entry.rule},
                    {"fingerprint", fingerprint},
                    {"severity", severityOf(entry.level)},
                    {"location",
                     {{"path", entry.path},
                      {"lines", {{"begin", std::max<size_t>(entry.line, 1)}}}}}});
}

void CodeQuality::write(llvm::raw_ostream &out) const {
  out << report.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void writeCodeQuality(const finding::Result &result, const ReportOptions &options,
                      llvm::raw_ostream &out) {
  CodeQuality report;
  for (const finding::Finding &finding : result.findings) {
    if (finding.isSuppressed)
      continue;
    std::string description = sarif::sentence(finding.message);
    if (const std::string marks = describeMarks(finding.marks); !marks.empty())
      description += " Less certain: " + sarif::sentence(marks);
    report.add({std::move(description), finding.rule, finding.fingerprint, finding.level,
                relativePath(finding.at.file, options.root), finding.at.line});
  }
  report.write(out);
}

} // namespace tamga::report
