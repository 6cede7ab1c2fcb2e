//===- CodeQuality.h - what GitLab shows ------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_CODEQUALITY_H
#define TAMGA_REPORT_CODEQUALITY_H

#include "SarifJson.h"
#include "finding/Finding.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

namespace tamga::report {

/// A Code Quality report in the making, of findings or of a log.
class CodeQuality {
public:
  struct Entry {
    std::string description, rule, fingerprint;
    finding::Level level = finding::Level::Warning;
    std::string path; ///< Relative to the root.
    size_t line = 0;  ///< 0: of the whole file.
  };
  void add(const Entry &entry);
  void write(llvm::raw_ostream &out) const;

private:
  sarif::Json report = sarif::Json::array();
  std::map<std::string, unsigned> count;
};

} // namespace tamga::report

#endif // TAMGA_REPORT_CODEQUALITY_H
