//===- Directives.h - which comment or exception covers what ------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_DIRECTIVES_H
#define TAMGA_REPORT_DIRECTIVES_H

#include "../finding/Finding.h"
#include "Report.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <map>

namespace tamga::report {

/// The NOLINT comments of a result, which must outlive this.
class Directives {
public:
  explicit Directives(llvm::ArrayRef<finding::LintDirective> all);

  /// The one that covers \p finding, or null.
  const finding::LintDirective *covering(const finding::Finding &finding) const;

  /// Those of \p file that begin or end a block which has no other end.
  llvm::ArrayRef<const finding::LintDirective *> unmatched(llvm::StringRef file) const;

private:
  struct Block {
    const finding::LintDirective *begin, *end;
  };
  /// The directives of one file.
  struct OfFile {
    std::vector<const finding::LintDirective *> inOrder;
    std::vector<Block> blocks;
    std::vector<const finding::LintDirective *> unmatched;
    void formBlocks();
  };
  const finding::LintDirective *find(const finding::Region &at, llvm::StringRef check) const;

  std::map<llvm::StringRef, OfFile> byFile;
};

/// Whether \p exception is for \p finding, whose file is \p path relative to the root.
bool covers(const Exception &exception, const finding::Finding &finding, llvm::StringRef path);

} // namespace tamga::report

#endif // TAMGA_REPORT_DIRECTIVES_H
