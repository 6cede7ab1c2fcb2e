//===- TidyRun.h - one analysis of one unit inside clang-tidy ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_TIDYRUN_H
#define TAMGA_PLUGIN_TIDYRUN_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "finding/Finding.h"
#include "policy/PolicyReader.h"
#include "report/Report.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace clang {
class Preprocessor;
}

namespace tamga {

struct SummaryUse;

/// What is the matter, as clang-tidy's users see it: an error of this name.
inline constexpr const char *configurationCheck = "tamga-config";

/// The folders of packs and API models: `$TAMGA_PACK_PATH`, then the bundled ones.
const std::vector<std::string> &tidyPolicyPath();

/// The checks whose warnings are errors at this moment, as `WarningsAsErrors` has it; empty:
/// none beyond those that the user names.
const std::string &tidyErrors();

/// The analysis of one unit. All tamga checks that clang-tidy makes for the unit share
/// one; it lives as long as they do.
class TidyRun {
public:
  /// The run of the unit that \p context is at. Thread-safe.
  static std::shared_ptr<TidyRun> of(clang::tidy::ClangTidyContext &context);

  explicit TidyRun(clang::tidy::ClangTidyContext &context) : context(context) {}

  /// Each check says when it begins and when clang-tidy is through with the unit. What
  /// was found is emitted at the last end, so that no other check of ours can still be
  /// waiting for an AST that is gone.
  void begin() { ++waiting; }
  void configure(const clang::Preprocessor &seen) { preprocessor = &seen; }
  void see(clang::ASTContext &seen) { unit = &seen; }
  void end();

private:
  policy::PolicyRequest request() const;
  std::string mainFile() const;
  std::string option(const char *name) const;
  /// The folder that an option names, from the root of the project. Empty: none is named.
  std::string folderOf(const char *name, const policy::Policy &policy) const;
  SummaryUse summaryOf(const policy::Policy &policy, std::string &alone) const;
  std::string projectFile() const;
  void configurationError(const std::string &text);
  void writeLog(const std::string &folder, const finding::Result &result,
                const report::ReportOptions &options);
  void emit(const finding::Result &result);
  void emit(const finding::Finding &finding, clang::DiagnosticIDs::Level level);
  clang::DiagnosticBuilder say(llvm::StringRef rule, const finding::Region &at,
                               llvm::StringRef text, clang::DiagnosticIDs::Level level);
  void note(llvm::StringRef rule, const finding::Region &at, llvm::StringRef text);
  std::optional<clang::FixItHint> hintOf(const finding::Fix &fix,
                                         const finding::Region &at) const;
  clang::CharSourceRange rangeOf(const finding::Region &at) const;
  clang::SourceLocation locate(const finding::Region &at) const;

  clang::tidy::ClangTidyContext &context;
  clang::ASTContext *unit = nullptr;
  const clang::Preprocessor *preprocessor = nullptr;
  unsigned waiting = 0;
};

} // namespace tamga

#endif // TAMGA_PLUGIN_TIDYRUN_H
