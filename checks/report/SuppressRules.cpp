//===- SuppressRules.cpp - what is wrong with a suppression -------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// A comment that silences a finding is a decision, and a project may ask who took it and
/// why. clang-tidy applies NOLINT itself, whatever Tamga thinks of it, so a comment that the
/// project does not accept still silences; that it does is told as an error, which no comment
/// silences there.
///
///   tamga-suppression-reason    `NOLINT(tamga-...)` without `: reason`, where one is asked for
///   tamga-suppression-approval  a comment where only exceptions in the project file count
///   tamga-suppression-unneeded  a comment or an exception that covers no finding of the rules
///                               that it names
///   clang-tidy-nolint           NOLINTBEGIN or NOLINTEND without the other, which covers
///                               nothing, in a file with findings: when clang-tidy tells it
///
/// What nothing needs can only be told of a whole build: a flow may come from another unit, and
/// an exception may be for a file that this build does not have.
///
//===----------------------------------------------------------------------===//

#include "Directives.h"
#include "Paths.h"
#include "Report.h"
#include "SuppressNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA256.h"
#include <set>

namespace tamga::report {

using finding::Finding;
using finding::Level;
using finding::LintDirective;

namespace {

struct Words {
  llvm::StringLiteral rule, title, satisfy;
  Level level;
};

constexpr Words reasonWords = {reasonRule, "A suppression has no reason",
                               "A reason after a colon: `NOLINT(check): reason`", Level::Error};
constexpr Words approvalWords = {
    approvalRule, "A suppression is not approved",
    "An exception in tamga.json with owner and the date of its approval", Level::Error};
constexpr Words unneededWords = {unneededRule, "A suppression covers nothing", "Removing it",
                                 Level::Warning};

constexpr Words unmatchedWords = {unmatchedRule, "A NOLINT block has one end only",
                                  "The other end, with the same list of checks", Level::Error};

class Judge {
public:
  Judge(finding::Result &result, const ReportOptions &options)
      : result(result), options(options), directives(result.directives) {}

  void judge(bool isWhole) {
    findUsed();
    judgeBlocks();
    for (const LintDirective &directive : result.directives) {
      if (directive.kind == LintDirective::End || isExcluded(directive))
        continue;
      if (used.count(&directive))
        judgeUsed(directive);
      else if (isWhole && isOfUnit(directive) && !unmatched.count(&directive))
        judgeUnused(directive);
    }
    if (isWhole)
      for (const Exception &exception : options.exceptions)
        judgeException(exception);
    llvm::sort(result.findings,
               [](const Finding &a, const Finding &b) { return a.key() < b.key(); });
    llvm::sort(result.rules, [](const auto &a, const auto &b) { return a.id < b.id; });
  }

private:
  void findUsed() {
    for (const Finding &finding : result.findings)
      if (const LintDirective *one = directives.covering(finding))
        used.insert(one);
  }

  /// In clang-tidy's words.
  void judgeBlocks() {
    std::set<std::string> files;
    for (const Finding &finding : result.findings)
      if (!finding.isExcepted)
        files.insert({finding.at.file, finding.spelling.file});
    for (const std::string &file : files)
      for (const LintDirective *one : directives.unmatched(file)) {
        unmatched.insert(one);
        add(unmatchedWords, *one,
            one->kind == LintDirective::Begin
                ? "unmatched 'NOLINTBEGIN' comment without a subsequent 'NOLINTEND' comment"
                : "unmatched 'NOLINTEND' comment without a previous 'NOLINTBEGIN' comment");
      }
  }

  bool isExcluded(const LintDirective &directive) const {
    const std::string path = relativePath(directive.at.file, options.root);
    return llvm::any_of(options.exclude,
                        [&](const std::string &glob) { return matchesGlob(glob, path); });
  }

  /// A header may be needed by a unit of another program.
  bool isOfUnit(const LintDirective &directive) const {
    return llvm::is_contained(result.coverage.files, directive.at.file);
  }

  void judgeUsed(const LintDirective &directive) {
    if (options.suppressions == Suppressions::Approved)
      add(approvalWords, directive,
          "This comment silences a finding; the project accepts only exceptions that are "
          "approved");
    else if (options.suppressions == Suppressions::Reason && directive.justification.empty())
      add(reasonWords, directive, "This comment silences a finding and gives no reason");
  }

  /// Rules that are asked are named, and nothing else: what a glob is for nobody knows, and
  /// of other tools' checks we know nothing.
  void judgeUnused(const LintDirective &directive) {
    const bool isOurs = llvm::all_of(directive.checks, [&](const std::string &check) {
      return llvm::any_of(result.rules,
                          [&](const finding::RuleInfo &rule) { return rule.id == check; });
    });
    if (directive.hasChecks && !directive.checks.empty() && isOurs)
      add(unneededWords, directive,
          "No finding needs this comment: " + llvm::join(directive.checks, ", "));
  }

  void judgeException(const Exception &exception) {
    const bool isAsked = llvm::any_of(
        result.rules, [&](const finding::RuleInfo &rule) { return rule.id == exception.rule; });
    const bool isNeeded = llvm::any_of(result.findings, [&](const Finding &finding) {
      return covers(exception, finding, relativePath(finding.at.file, options.root));
    });
    if (isAsked && !isNeeded && !exception.at.file.empty() && isAnalysed(exception))
      add(unneededWords, exception.at, exception.rule,
          "No finding of this build needs this exception: " + exception.rule);
  }

  /// Of headers other builds may have more.
  bool isAnalysed(const Exception &exception) const {
    return llvm::all_of(exception.paths, [&](const std::string &glob) {
      return llvm::any_of(result.coverage.files, [&](const std::string &file) {
        return matchesGlob(glob, relativePath(file, options.root));
      });
    });
  }

  void add(const Words &words, const LintDirective &directive, std::string message) {
    add(words, directive.at, llvm::join(directive.checks, ","), std::move(message));
  }

  void add(const Words &words, const finding::Region &at, const std::string &about,
           std::string message) {
    Finding &finding = result.findings.emplace_back();
    finding.rule = words.rule.str();
    finding.level = words.level;
    finding.message = std::move(message);
    finding.at = at;
    // The place within the file counts: neither has words of its own.
    std::string input =
        finding.rule + '\n' + relativePath(at.file, options.root) + '\n' + about;
    input += '\n' + std::to_string(ordinals[input]++);
    finding.fingerprint = llvm::toHex(
        llvm::ArrayRef(llvm::SHA256::hash(llvm::arrayRefFromStringRef(input))).take_front(16),
        /*LowerCase=*/true);
    addRule(words);
  }

  void addRule(const Words &words) {
    if (llvm::any_of(result.rules, [&](const auto &rule) { return rule.id == words.rule; }))
      return;
    finding::RuleInfo &rule = result.rules.emplace_back();
    rule.id = words.rule.str();
    rule.level = words.level;
    rule.title = words.title.str();
    rule.satisfy = words.satisfy.str();
  }

  finding::Result &result;
  const ReportOptions &options;
  const Directives directives;
  std::set<const LintDirective *> used, unmatched;
  std::map<std::string, unsigned> ordinals;
};

} // namespace

void judgeSuppressions(finding::Result &result, const ReportOptions &options, bool isWhole) {
  Judge(result, options).judge(isWhole && result.coverage.isComplete());
}

} // namespace tamga::report
