//===- Report.h - findings to bytes -----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One function a format. Report knows findings only: no flow, no policy, no clang.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_REPORT_H
#define TAMGA_REPORT_REPORT_H

#include "../finding/Finding.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

namespace tamga::report {

/// A case that the project file allows.
struct Exception {
  finding::Region at; ///< No file: other projects share it, and may need it.
  std::string rule;
  std::string reason; ///< With who says so.
  std::string owner, until, approved;
  std::vector<std::string> paths, functions; ///< Globs. Empty: all.
};

/// A file that decides what is found.
struct PolicyFile {
  std::string name, version, hash; ///< No version: the file says none.
  std::string asOf = {};           ///< Of the law, in a pack.
};

/// Which models spoke of something in the program.
struct ModelUse {
  struct Entry {
    std::string text;   ///< What it is: `function shop::print`.
    finding::Region at; ///< In a policy file.
  };
  std::vector<Entry> unmatched;    ///< Of the project's own: nothing is what they say. Sorted.
  size_t bundled = 0, matched = 0; ///< Of the others.
};

/// `Full` is for reviewers and holds all that is known; `GitHub`, what its code scanning
/// takes: see SarifShape.cpp.
enum class SarifProfile : uint8_t { Full, GitHub };
enum class Steps : uint8_t { Full, Ends, None };

/// What may silence a finding: see policy::Silencing.
enum class Suppressions : uint8_t { Any, Reason, Approved };

struct ReportOptions {
  std::string root;                 ///< Paths are printed relative to this folder.
  std::vector<std::string> exclude; ///< Globs relative to root: analysed, not reported.
  std::vector<Exception> exceptions;
  Suppressions suppressions = Suppressions::Any;
  bool tellsRevision = false; ///< SARIF: the repository and commit that the root is of.
  bool isWhole = false;     ///< SARIF: no unit of the build and no rule was left out.
  bool hasBaseline = false; ///< Of the project: each result is new or unchanged.
  std::string asOf; ///< The day for which the report is made. Empty: none was named.
  bool showSource = true;           ///< Text: the source line and a caret.
  bool color = false;
  std::vector<PolicyFile> policyFiles; ///< Packs, API models, project files.
  std::optional<ModelUse> models;      ///< SARIF: if somebody has looked.
  int exitCode = 0;                    ///< SARIF: of the invocation.
  SarifProfile profile = SarifProfile::Full;
  Steps steps = Steps::Full;
  bool showSnippets = true; ///< SARIF: words of the source, literals in messages.
};

/// Marks findings that NOLINT directives, exceptions or exclusions cover. Excluded findings
/// are removed, the others stay, marked.
void suppress(finding::Result &result, const ReportOptions &options);

/// Adds findings about the comments and exceptions themselves: those that the project does not
/// accept and, if \p isWhole (no unit of the program is missing), those that nothing needs.
void judgeSuppressions(finding::Result &result, const ReportOptions &options, bool isWhole);

/// Leaves what the rules say that \p isKept: their findings, evidence and words.
void keepRules(finding::Result &result, llvm::function_ref<bool(llvm::StringRef)> isKept);

/// One act, one finding: of several rules that find the same place, the one that owns the
/// others tells it, and theirs become its further rules and related places. What NOLINT
/// covers is not joined with what it does not.
void joinActs(finding::Result &result);

/// clang style: `file:line:col: warning: text [rule]`, then notes for the steps.
void writeText(const finding::Result &result, const ReportOptions &options,
               llvm::raw_ostream &out);

/// SARIF 2.1.0.
void writeSarif(const finding::Result &result, const ReportOptions &options,
                llvm::raw_ostream &out);

/// GitLab's Code Quality report.
void writeCodeQuality(const finding::Result &result, const ReportOptions &options,
                      llvm::raw_ostream &out);

/// What the marks of a finding mean, in words, joined by `; `. Empty for none.
std::string describeMarks(uint16_t marks);

/// \p file relative to \p root with `/`, or as it is when outside.
std::string relativePath(const std::string &file, const std::string &root);

} // namespace tamga::report

#endif // TAMGA_REPORT_REPORT_H
