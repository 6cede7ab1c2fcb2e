//===- Pipeline.cpp - the whole analysis ------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The analysis on one screen. A door has made a flow::Program (lower/, or flow/Link for
/// several units) and a policy::Policy (policy/PolicyReader); here they meet.
//===----------------------------------------------------------------------===//

#include "Pipeline.h"
#include "report/Baseline.h"
#include "solve/Solve.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <string_view>

#ifndef NDEBUG
#include "flow/FlowVerify.h"
#endif

namespace tamga {

namespace {

/// Who has a unit parsed, a compiler or an editor, waits for the analysis as well: it may
/// take about 0.4 of that time. Clang makes 50 to 66 MB of syntax tree a second, the solver does
/// 10 to 16 million steps of work (docs/benchmarks.md); both vary less than processors do. A
/// whole program may take some two minutes: one that needs an hour is told what it has missed.
solve::Bounds boundsFor(const flow::Program &program, AnalysisOptions options) {
  constexpr uint64_t leastWork = 2'000'000, bytesPerWork = 12, programWork = 2'000'000'000;
  solve::Bounds bounds;
  bounds.givesEvidence = options.givesEvidence;
  bounds.isTimeUp = std::move(options.isTimeUp);
  if (!program.isLinked && program.parsedBytes)
    bounds.workPerRun = std::max(leastWork, program.parsedBytes / bytesPerWork);
  else
    bounds.workPerRun = programWork;
  return bounds;
}

} // namespace

finding::Result analyse(const flow::Program &program, const policy::Policy &policy,
                        AnalysisOptions options) {
  // From here on every id in the program is valid, every block ends in one terminator,
  // and no clang object is alive or needed.
  assert(flow::verify(program).empty());

  // Flow and policy become findings, which own their words: from here on neither the
  // program nor the policy's rules are needed. Findings are sorted and each fingerprint
  // is final.
  finding::Result result = solve::solve(program, policy, boundsFor(program, std::move(options)));

  // Excluded findings are gone, NOLINTed ones are marked. Nothing is removed after this.
  report::suppress(result, reportOptions(policy));
  return result;
}

llvm::Error applyBaseline(finding::Result &result, const policy::Policy &policy) {
  if (policy.project.baseline.empty())
    return llvm::Error::success();
  llvm::Expected<report::Baseline> baseline = report::Baseline::read(policy.project.baseline);
  if (!baseline)
    return baseline.takeError();
  baseline->apply(result);
  return llvm::Error::success();
}

report::ReportOptions reportOptions(const policy::Policy &policy) {
  report::ReportOptions options;
  options.root = policy.project.root;
  options.exclude = policy.project.exclude;
  options.suppressions = report::Suppressions(policy.project.suppressions);
  options.hasBaseline = !policy.project.baseline.empty();
  for (llvm::StringRef file : policy.modelFiles) {
    auto [name, hash] = file.rsplit(' ');
    const auto pack = llvm::find_if(
        policy.packs, [&, hash = hash](const policy::Pack &pack) { return pack.hash == hash; });
    options.policyFiles.push_back({name.str(), "", hash.str()});
    if (pack != policy.packs.end()) {
      options.policyFiles.back().version = pack->version;
      options.policyFiles.back().asOf = pack->asOf;
    }
  }
  for (const policy::Exception &exception : policy.project.exceptions) {
    std::string who = exception.owner;
    if (!exception.until.empty())
      who += (who.empty() ? "until " : ", until ") + exception.until;
    std::string reason = exception.reason + (who.empty() ? "" : " (" + who + ")");
    finding::Region at;
    if (exception.origin.file == policy.project.file)
      at = {exception.origin.file, exception.origin.line};
    options.exceptions.push_back({at, exception.rule, std::move(reason), exception.owner,
                                  exception.until, exception.approved, exception.paths,
                                  exception.functions});
  }
  return options;
}

namespace {

using Incidents = std::vector<finding::Coverage::Incident>;

/// Appends what \p into does not tell yet.
void joinIncidents(Incidents &into, Incidents from) {
  for (finding::Coverage::Incident &incident : from)
    if (std::ranges::none_of(into, [&](const finding::Coverage::Incident &other) {
          return other.unit == incident.unit && other.text == incident.text &&
                 other.at == incident.at;
        }))
      into.push_back(std::move(incident));
}

void joinCoverage(finding::Coverage &into, finding::Coverage from) {
  into.units += from.units;
  into.files.insert(into.files.end(), from.files.begin(), from.files.end());
  std::ranges::sort(into.files);
  into.files.erase(std::ranges::unique(into.files).begin(), into.files.end());
  into.functions += from.functions;
  into.ops += from.ops;
  into.unknownOps += from.unknownOps;
  into.widenedFunctions += from.widenedFunctions;
  joinIncidents(into.failedUnits, std::move(from.failedUnits));
  joinIncidents(into.incompleteFunctions, std::move(from.incompleteFunctions));

  std::map<std::string, unsigned> counts(into.unknownReasons.begin(),
                                         into.unknownReasons.end());
  for (const auto &[reason, count] : from.unknownReasons)
    counts[reason] += count;
  into.unknownReasons.assign(counts.begin(), counts.end());
  std::ranges::sort(into.unknownReasons, [](const auto &left, const auto &right) {
    return std::tie(right.second, left.first) < std::tie(left.second, right.first);
  });
}

/// A finding is the same if its rule, outcome, place and fingerprint are; of two, the one
/// that is more certain (fewer marks) and shorter to follow is told.
void dropRepeated(std::vector<finding::Finding> &findings) {
  auto identity = [](const finding::Finding &finding) {
    return std::tie(finding.at, finding.rule, finding.outcome, finding.fingerprint);
  };
  std::ranges::sort(findings, [&](const auto &left, const auto &right) {
    if (identity(left) != identity(right))
      return identity(left) < identity(right);
    return std::tuple(left.marks, left.steps.size(), std::string_view(left.message)) <
           std::tuple(right.marks, right.steps.size(), std::string_view(right.message));
  });
  const auto repeated =
      std::ranges::unique(findings, [&](const auto &left, const auto &right) {
        return identity(left) == identity(right);
      });
  findings.erase(repeated.begin(), repeated.end());
  std::ranges::sort(findings, [](const auto &left, const auto &right) {
    return left.key() < right.key();
  });
}

} // namespace

finding::Result join(std::vector<finding::Result> results) {
  finding::Result joined;
  std::map<std::string, finding::RuleInfo> rules;
  std::set<std::pair<finding::Region, unsigned>> directives;
  for (finding::Result &result : results) {
    std::ranges::move(result.findings, std::back_inserter(joined.findings));
    std::ranges::move(result.evidence, std::back_inserter(joined.evidence));
    for (finding::RuleInfo &rule : result.rules)
      rules.try_emplace(rule.id, std::move(rule));
    if (joined.provisions.empty())
      joined.provisions = std::move(result.provisions);
    for (finding::LintDirective &directive : result.directives)
      if (directives.emplace(directive.at, directive.kind).second)
        joined.directives.push_back(std::move(directive));
    joinCoverage(joined.coverage, std::move(result.coverage));
  }
  for (auto &[id, rule] : rules)
    joined.rules.push_back(std::move(rule));

  for (std::vector<finding::Finding> *all : {&joined.findings, &joined.evidence})
    dropRepeated(*all);
  return joined;
}

} // namespace tamga
