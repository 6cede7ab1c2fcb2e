//===- SarifLog.h - logs that are read ----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Logs that Tamga wrote, in the profile `full`: read, joined, compared with an older one,
/// and written again. Source files are not needed for it.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_SARIFLOG_H
#define TAMGA_REPORT_SARIFLOG_H

#include "Report.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <set>

namespace tamga::report {

class SarifLog {
public:
  SarifLog(SarifLog &&) noexcept;
  SarifLog &operator=(SarifLog &&) noexcept;
  ~SarifLog();

  /// Errors are one line, with the place in the file and what to do.
  static llvm::Expected<SarifLog> read(const std::string &file);

  /// One log of \p logs, at least one: what several have is there once. Their order does not
  /// matter. An error if different versions wrote them.
  static llvm::Expected<SarifLog> merge(std::vector<SarifLog> logs);

  /// Marks each result as new or unchanged, and adds those of \p old that are no longer found
  /// as absent. What was suppressed then and is not now counts as new.
  void compareWith(SarifLog old);

  /// Takes exceptions that ended before \p date away, and tells each as a finding.
  void judgeExceptions(const std::string &date);

  /// Whether results say if they are new.
  bool isCompared() const;
  /// Whether a finding that nothing suppresses is at least as grave as \p level.
  bool hasFinding(finding::Level level, bool onlyNew) const;
  /// Whether all that was to be analysed was.
  bool isComplete() const;
  /// Whether it is of all units of a build and of all rules that the project asks.
  bool isWhole() const;
  /// The rules that were asked, and those about suppressions that found something.
  std::set<std::string> rules() const;
  /// A file that was analysed, relative to the root.
  struct Unit {
    std::string uri, hash; ///< SHA-256; empty: it could not be read.
  };
  std::vector<Unit> units() const;
  /// Tells that \p unit has other bytes by now: the log is incomplete.
  void markStale(const Unit &unit);
  /// What the invocation says of the process that writes the log.
  void setExitCode(int exitCode);

  void write(const ReportOptions &options, llvm::raw_ostream &out) const;
  /// As writeText() does, without lines of the source.
  void writeText(const ReportOptions &options, llvm::raw_ostream &out) const;

  /// As writeCodeQuality() does.
  void writeCodeQuality(llvm::raw_ostream &out) const;

  /// The fingerprints of findings that nothing suppresses, with what a reader needs.
  struct Line {
    std::string fingerprint, rule, file, function;
    auto operator<=>(const Line &) const = default;
  };
  std::vector<Line> lines() const;

private:
  using Json = nlohmann::ordered_json;
  explicit SarifLog(Json log);
  Json &run();
  const Json &run() const;

  std::unique_ptr<Json> log; ///< One run, with the lists that Tamga writes.
};

} // namespace tamga::report

#endif // TAMGA_REPORT_SARIFLOG_H
