//===- Finding.h - what Tamga says ---------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A finding is plain data: solve/ makes it, report/ turns it into bytes, plugin/ into
/// diagnostics. It holds all the words that a reader sees.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FINDING_FINDING_H
#define TAMGA_FINDING_FINDING_H

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace tamga::finding {

/// Lines and columns count from 1, columns in bytes; the end is one past the last byte.
struct Region {
  std::string file; ///< As the compiler opened it.
  uint32_t line = 0, column = 0, endLine = 0, endColumn = 0;
  auto operator<=>(const Region &) const = default;
};

enum class Level : uint8_t { Note, Warning, Error };

/// SARIF's `threadFlowLocation.kinds`, and the reader's glyph.
enum class StepKind : uint8_t {
  Source,
  Value,
  Choice, ///< It says which one of several something is.
  Call,
  Return,
  Store,
  Branch,
  Guard,
  Label,
  SharedState,
  Sink
};

/// One line of the witness. The first is the source (or the entry), the last the sink.
/// Conditions stand before what they decide about; those of the source, after it.
struct Step {
  StepKind kind = StepKind::Value;
  Region at;
  std::string function; ///< Qualified name of the enclosing function.
  std::string message;  ///< A sentence without a full stop.
  unsigned nesting = 0; ///< Depth of calls below the first step.
};

/// Another place of the same finding: a further source, a caller, a macro's spelling.
struct Related {
  Region at;
  std::string message;
};

/// An edit after which the finding is gone, as the project file asks for it. Its words are
/// of the source, so whoever has that makes it: report::editOf().
struct Fix {
  std::string before, after; ///< What is put around `words`; without any, one text.
  Region words;
  /// The line goes before this statement, with a copy of the words in it. No file: it goes
  /// around the words where they stand.
  Region statement;
  std::string header; ///< Only where the file includes it. Empty: everywhere.
};

/// What makes a finding less certain; each is said to the reader.
enum Mark : uint16_t {
  NoMark = 0,
  Open = 1,    ///< A caller elsewhere may hold the guard.
  Widened = 2, ///< A bound was hit on the way.
  AmbiguousDefinition = 4,
  SubjectNotShown = 8,
  ThroughUnmodelledCall = 16,
  Unreachable = 32, ///< Nothing in the linked program calls this code.
  ByName = 64       ///< Nothing but a name says what the data is.
};

/// What became of a question. All but Fail are evidence: they are for reviewers, and no door
/// warns of them.
enum class Outcome : uint8_t {
  Fail,
  Pass,         ///< A label or guard makes it right.
  Open,         ///< A caller elsewhere may do so.
  NotApplicable ///< A source that reaches no place that the rule speaks of.
};

struct Finding {
  std::string rule;
  Outcome outcome = Outcome::Fail;
  Level level = Level::Warning;
  std::string message; ///< One sentence; names the article and what would satisfy it.
  Region at;           ///< The sink or use. One line where possible.
  Region spelling;     ///< Where a macro spells it, if one does: NOLINT counts there too.
  std::string function;
  std::vector<Step> steps;
  std::vector<std::vector<Step>> furtherWays; ///< From further sources: the first few.
  std::vector<Related> related;
  std::optional<Fix> fix;
  std::vector<std::string> furtherRules; ///< Those that the same act concerns, too. Sorted.
  uint16_t marks = NoMark;
  /// Stable under edits elsewhere: of rule, function, normalised sink text, source kind.
  std::string fingerprint;
  std::string sourceKind, sinkKind; ///< Taint kinds.
  /// Set by report/: NOLINT or exclusion applies.
  bool isSuppressed = false;
  bool isExcepted = false; ///< By the project file, not by a comment; suppressed as well.
  bool isBaselined = false; ///< Known when the baseline was written; suppressed as well.
  bool isUnderReview = false; ///< An exception is asked for that nobody has approved yet.
  std::string owner, until;   ///< Of the exception.
  std::string justification;
  auto key() const { return std::tie(at, rule, fingerprint, message); }
};

/// Rule metadata for reports: the policy's words without its types.
struct RuleInfo {
  std::string id;
  Level level = Level::Warning;
  std::string title, help, helpUri, satisfy;
  std::vector<std::string> tags;
  std::vector<std::string> owns; ///< Less specific rules: see report::joinActs().
  struct Article {
    std::string law, lawTitle, article, asOf, validFrom, text, url;
    bool isStatute = false; ///< Otherwise printed as a bare article, "unverified".
  };
  std::vector<Article> articles;
};

/// An article and whether any rule looks for what it asks.
struct Provision {
  RuleInfo::Article article;
  std::string coverage; ///< `checked`, `planned`, `not visible in code`.
  std::string duty, reason;
};

/// `NOLINT` and its kin, as data. See flow::LintDirective.
struct LintDirective {
  enum Kind : uint8_t { Line, NextLine, Begin, End } kind = Line;
  Region at;
  bool hasChecks = false;
  std::vector<std::string> checks;
  std::string justification;
};

/// What was and was not looked at: partial analysis is always told.
struct Coverage {
  unsigned units = 0, functions = 0, ops = 0;
  std::vector<std::string> files; ///< Of the units, as the compiler opened them. Sorted.
  unsigned unknownOps = 0;       ///< Counted and told; not incomplete.
  unsigned widenedFunctions = 0; ///< Likewise.
  struct Incident {
    std::string unit; ///< Or the function.
    std::string text;
    Region at;
    bool isOverBudget = false;
  };
  std::vector<Incident> failedUnits;         ///< Not parsed: incomplete.
  std::vector<Incident> incompleteFunctions; ///< Errors or over budget: incomplete.
  std::vector<std::pair<std::string, unsigned>> unknownReasons; ///< Sorted by count.
  bool isComplete() const { return failedUnits.empty() && incompleteFunctions.empty(); }
};

struct Result {
  std::vector<Finding> findings; ///< Sorted by key().
  std::vector<Finding> evidence; ///< Likewise; only on request.
  std::vector<RuleInfo> rules;   ///< Of the packs that ran, sorted by id.
  std::vector<Provision> provisions; ///< Of the packs that ran, in their order.
  std::vector<LintDirective> directives;
  Coverage coverage;
};

} // namespace tamga::finding

#endif // TAMGA_FINDING_FINDING_H
