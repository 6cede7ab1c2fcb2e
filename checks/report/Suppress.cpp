//===- Suppress.cpp - NOLINT and exclusions -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// Which directive covers a finding is decided as clang-tidy decides it, so that a
/// comment means the same in every door:
///
///   NOLINT           covers its own line, NOLINTNEXTLINE the line after it.
///   NOLINTBEGIN/END  cover what stands between them. Blocks nest: an END closes only the
///                    innermost open BEGIN, and only one with the same list of checks;
///                    an END or BEGIN without its partner covers nothing.
///   (list)           globs on check names; `()` covers nothing, no brackets cover all,
///                    and globs that begin with `-` are ignored.
///
/// A finding that a macro spells is looked for at both places. Unlike clang-tidy, which
/// never suppresses diagnostics of level error, directives count for every level.
//===----------------------------------------------------------------------===//

#include "Directives.h"
#include "Paths.h"
#include "Report.h"
#include "llvm/ADT/STLExtras.h"

namespace tamga::report {

using finding::Finding;
using finding::LintDirective;
using finding::Region;

static auto position(const Region &at) { return std::tie(at.line, at.column); }

static bool hasSameChecks(const LintDirective &left, const LintDirective &right) {
  return left.hasChecks == right.hasChecks && left.checks == right.checks;
}

static bool isSameDirective(const LintDirective *left, const LintDirective *right) {
  return left->kind == right->kind && position(left->at) == position(right->at) &&
         hasSameChecks(*left, *right);
}

void Directives::OfFile::formBlocks() {
  std::vector<const LintDirective *> open;
  for (const LintDirective *directive : inOrder) {
    if (directive->kind == LintDirective::Begin) {
      open.push_back(directive);
    } else if (directive->kind == LintDirective::End) {
      if (!open.empty() && hasSameChecks(*open.back(), *directive)) {
        blocks.push_back({open.back(), directive});
        open.pop_back();
      } else {
        unmatched.push_back(directive);
      }
    }
  }
  llvm::append_range(unmatched, open);
}

Directives::Directives(llvm::ArrayRef<LintDirective> all) {
  for (const LintDirective &directive : all)
    byFile[directive.at.file].inOrder.push_back(&directive);
  for (auto &[file, of] : byFile) {
    // Elements of one array: where the places are equal, their order decides.
    llvm::sort(of.inOrder, [](const LintDirective *left, const LintDirective *right) {
      return std::pair(position(left->at), left) < std::pair(position(right->at), right);
    });
    // In a linked program each unit brings the directives of the headers it includes.
    of.inOrder.erase(std::unique(of.inOrder.begin(), of.inOrder.end(), isSameDirective),
                     of.inOrder.end());
    of.formBlocks();
  }
}

static bool coversCheck(const LintDirective &directive, llvm::StringRef check) {
  if (!directive.hasChecks)
    return true;
  return llvm::any_of(directive.checks, [&](llvm::StringRef glob) {
    return !glob.starts_with("-") && matchesWildcard(glob, check);
  });
}

const LintDirective *Directives::find(const Region &at, llvm::StringRef check) const {
  auto found = byFile.find(at.file);
  if (found == byFile.end() || at.line == 0)
    return nullptr;
  for (LintDirective::Kind kind : {LintDirective::Line, LintDirective::NextLine}) {
    uint32_t line = kind == LintDirective::Line ? at.line : at.line - 1;
    for (const LintDirective *directive : found->second.inOrder)
      if (directive->kind == kind && directive->at.line == line &&
          coversCheck(*directive, check))
        return directive;
  }
  for (const Block &block : found->second.blocks)
    if (position(block.begin->at) < position(at) && position(at) < position(block.end->at) &&
        coversCheck(*block.begin, check))
      return block.begin;
  return nullptr;
}

llvm::ArrayRef<const LintDirective *> Directives::unmatched(llvm::StringRef file) const {
  const auto found = byFile.find(file);
  if (found == byFile.end())
    return {};
  return found->second.unmatched;
}

const LintDirective *Directives::covering(const Finding &finding) const {
  const LintDirective *directive = find(finding.spelling, finding.rule);
  return directive ? directive : find(finding.at, finding.rule);
}

bool covers(const Exception &exception, const Finding &finding, llvm::StringRef path) {
  auto isAny = [](const std::vector<std::string> &globs, auto matches) {
    return globs.empty() || llvm::any_of(globs, matches);
  };
  return exception.rule == finding.rule &&
         isAny(exception.paths,
               [&](const std::string &glob) { return matchesGlob(glob, path); }) &&
         isAny(exception.functions, [&](const std::string &glob) {
           return matchesWildcard(glob, finding.function);
         });
}

static void except(Finding &finding, const Exception &exception,
                   const ReportOptions &options) {
  finding.isUnderReview =
      options.suppressions == Suppressions::Approved && exception.approved.empty();
  finding.isSuppressed = finding.isExcepted = !finding.isUnderReview;
  finding.justification = exception.reason;
  finding.owner = exception.owner;
  finding.until = exception.until;
}

void suppress(finding::Result &result, const ReportOptions &options) {
  llvm::erase_if(result.findings, [&](const Finding &finding) {
    std::string path = relativePath(finding.at.file, options.root);
    return llvm::any_of(options.exclude,
                        [&](const std::string &glob) { return matchesGlob(glob, path); });
  });
  const Directives directives(result.directives);
  for (Finding &finding : result.findings) {
    std::string path = relativePath(finding.at.file, options.root);
    auto exception = llvm::find_if(options.exceptions, [&](const Exception &one) {
      return covers(one, finding, path);
    });
    if (exception != options.exceptions.end()) {
      except(finding, *exception, options);
    } else if (const LintDirective *directive = directives.covering(finding)) {
      finding.isSuppressed = true;
      finding.justification = directive->justification;
    }
  }
}

void keepRules(finding::Result &result, llvm::function_ref<bool(llvm::StringRef)> isKept) {
  for (std::vector<Finding> *all : {&result.findings, &result.evidence})
    llvm::erase_if(*all, [&](const Finding &finding) { return !isKept(finding.rule); });
  llvm::erase_if(result.rules,
                 [&](const finding::RuleInfo &rule) { return !isKept(rule.id); });
}

} // namespace tamga::report
