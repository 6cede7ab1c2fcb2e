//===- Baseline.h - findings that are known -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_BASELINE_H
#define TAMGA_REPORT_BASELINE_H

#include "SarifLog.h"
#include <map>

namespace tamga::report {

/// A text file with one line for each finding that was there when a project began to use
/// Tamga, sorted, so that two branches that repair different ones merge:
///
///     tamga-label-missing src/chat.cpp 0f3c... chat::reply -- before 2027
///
/// Rule and fingerprint say which finding it is; the rest is for people.
class Baseline {
public:
  /// Errors are one line, with the place in the file and what to do.
  static llvm::Expected<Baseline> read(const std::string &file);

  /// Marks the findings of \p result that are known.
  void apply(finding::Result &result) const;

  struct Shrunk {
    size_t gone = 0;
    size_t kept = 0; ///< Not found, but not looked for either.
  };
  /// Takes the lines of findings away that \p log would have if they were still there. Of
  /// files that it did not analyse, and of rules that were not asked, it says nothing; a
  /// header may be in other units.
  Shrunk shrink(const SarifLog &log);
  /// Adds those that \p log has and no line speaks of; how many.
  size_t grow(const SarifLog &log, const std::string &reason);
  /// How many grow() would add.
  size_t missing(const SarifLog &log) const;

  size_t size() const { return lines.size(); }
  void write(llvm::raw_ostream &out) const;

private:
  /// By rule and fingerprint.
  std::map<std::pair<std::string, std::string>, std::string> lines;
};

} // namespace tamga::report

#endif // TAMGA_REPORT_BASELINE_H
