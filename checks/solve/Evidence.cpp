//===- Evidence.cpp - what is in order, and why -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An auditor asks what was looked at, and why it is fine. For each rule and place:
//
//   pass            a label or a guard makes it right, on each path that was found. Which one,
//                   on which path:
//                       if (agreed(u)) keep(u.iin);      `keep` is guarded by `agreed`
//   open            only a caller that is not part of the program could make it right
//   not applicable  a source that reaches no place that the rule speaks of
//
// A place with a finding has none of these. The interpreter notes what it settles as it goes,
// and may settle the same again with more known; the last word is what became a candidate.
//
//===----------------------------------------------------------------------===//

#include "Fingerprint.h"
#include "Witness.h"
#include "WitnessSteps.h"

namespace tamga::solve {

using finding::Finding;
using finding::Outcome;

void Solver::notePass(const Event &event, const Guard *guard) {
  if (!bounds.givesEvidence)
    return;
  Candidate pass;
  pass.rule = event.rule;
  pass.site = event.site;
  pass.source = event.source;
  pass.sourceSite = event.origin.isSource ? event.origin.site : event.sourceSite;
  pass.what = event.what;
  pass.trail = event.trail;
  pass.labels = guard ? policy::Labels(0) : event.labels;
  if (guard) {
    pass.guard = guard->kind;
    pass.guardSite = guard->site;
  }
  auto key = std::make_tuple(pass.rule, pass.site, pass.sourceSite, pass.guardSite);
  auto [known, isNew] = passes.try_emplace(key, pass);
  auto length = [&](const Candidate &one) {
    return std::make_pair(tables.trails[one.trail].length, one.trail);
  };
  if (!isNew && length(pass) < length(known->second))
    known->second = std::move(pass);
}

namespace {

constexpr std::pair<policy::Labels, llvm::StringLiteral> labelWords[] = {
    {policy::Notice, "notice"},    {policy::Mark, "mark"},
    {policy::Signed, "signature"}, {policy::Watermark, "watermark"},
    {policy::Warning, "warning"},  {policy::Encrypted, "encryption"}};

class EvidenceWriter {
public:
  explicit EvidenceWriter(Solver &solver) : solver(solver), steps(solver) {}

  std::vector<Finding> write() {
    addPasses();
    for (const Candidate &candidate : solver.deferred) {
      Finding &open = add(candidate, Outcome::Open, candidate.site);
      open.message = "A check of `" + nameAt(candidate.site) +
                     "` may be in a caller that is not part of this program";
      open.steps = steps.read(candidate.trail);
    }
    addUnmetSources();
    llvm::erase_if(noted, [](const Noted &one) { return one.finding.at.file.empty(); });
    llvm::sort(noted, [](const Noted &one, const Noted &other) {
      const Finding &a = one.finding, &b = other.finding;
      return std::tie(a.at, a.rule, a.outcome, a.message) <
             std::tie(b.at, b.rule, b.outcome, b.message);
    });
    // Instantiations of one template say the same.
    const auto isSame = [](const Noted &one, const Noted &other) {
      const Finding &a = one.finding, &b = other.finding;
      return std::tie(a.at, a.rule, a.outcome) == std::tie(b.at, b.rule, b.outcome);
    };
    noted.erase(std::unique(noted.begin(), noted.end(), isSame), noted.end());
    return numbered();
  }

private:
  struct Noted {
    Finding finding;
    Site site;
  };

  std::string nameAt(Site site) const {
    const flow::Op &op = solver.op(site);
    return op.function ? solver.program[op.function].name : op.text;
  }

  Finding &add(const Candidate &candidate, Outcome outcome, Site site) {
    Finding &one = noted.emplace_back(Noted{Finding(), site}).finding;
    one.rule = solver.rules[candidate.rule].rule->id;
    one.outcome = outcome;
    one.at = regionOf(solver.program, solver.op(site).at);
    if (one.at.endLine != one.at.line) {
      one.at.endLine = one.at.line;
      one.at.endColumn = one.at.column + 1;
    }
    one.function = solver.program[site.function].name;
    one.sourceKind = candidate.source;
    one.sinkKind = candidate.what;
    return one;
  }

  /// `the guard "consent" holds: agreed`.
  std::string reason(const Candidate &pass) const {
    if (!pass.guard.empty()) {
      std::string words = solver.kindWords(pass.guard);
      if (pass.guardSite.function)
        words += " (`" + nameAt(pass.guardSite) + "`)";
      return words;
    }
    std::string words;
    for (const auto &[bit, name] : labelWords)
      if (pass.labels & bit)
        words += (words.empty() ? "" : ", ") + name.str();
    return words.empty() ? "its label" : "the label " + words;
  }

  bool isCandidate(uint32_t rule, Site site) const {
    return solver.candidates.count({rule, site}) > 0 ||
           llvm::any_of(solver.rules, [&](const Rule &other) {
             return other.rule->shape == policy::Shape::Missed &&
                    other.rule->of == solver.rules[rule].rule->id &&
                    solver.candidates.count({uint32_t(&other - solver.rules.data()), site}) > 0;
           });
  }

  void addPasses() {
    Finding *current = nullptr;
    std::pair<uint32_t, Site> place;
    for (const auto &[key, pass] : solver.passes) {
      const Site source = pass.sourceSite;
      if (source.function)
        met.insert({pass.rule, source});
      // Where nothing was labelled, that no label was lost says nothing.
      const bool isVacuous = pass.guard.empty() && !pass.labels;
      if (isVacuous || isCandidate(pass.rule, pass.site))
        continue;
      if (!current || place != std::make_pair(pass.rule, pass.site)) {
        place = {pass.rule, pass.site};
        current = &add(pass, Outcome::Pass, pass.site);
        current->message = "In order: `" + nameAt(pass.site) + "` has " + reason(pass);
        current->steps = steps.read(pass.trail);
      }
      if (Site why = pass.guardSite; why.function)
        addRelated(*current, why, "satisfied here by " + reason(pass));
      else if (source.function)
        addRelated(*current, source, "what comes from here has " + reason(pass));
    }
  }

  void addRelated(Finding &one, Site site, std::string message) {
    finding::Related related{placeOf(solver, site), std::move(message)};
    if (!related.at.file.empty() &&
        llvm::none_of(one.related, [&](const finding::Related &known) {
          return known.at == related.at && known.message == related.message;
        }))
      one.related.push_back(std::move(related));
  }

  /// Sources from which nothing reaches what a rule about their kind speaks of.
  void addUnmetSources() {
    met.insert(solver.folded.begin(), solver.folded.end());
    for (const auto &[key, candidate] : solver.candidates) {
      met.insert({candidate.rule, candidate.sourceSite});
      for (Site other : candidate.otherSources)
        met.insert({candidate.rule, other});
    }
    std::map<std::pair<Site, policy::Kind>, const Origin *> sources;
    for (const Origin &origin : solver.tables.origins)
      if (origin.isSource && origin.site.function && !origin.isByName)
        sources.try_emplace({origin.site, origin.kind}, &origin);
    for (const auto &[key, origin] : sources)
      for (uint32_t index = 0; index < solver.rules.size(); ++index)
        if (isAbout(*solver.rules[index].rule, origin->kind) &&
            !met.count({index, origin->site}))
          addUnmet(index, *origin);
  }

  static bool isAbout(const policy::Rule &rule, const policy::Kind &kind) {
    using policy::Shape;
    return (rule.shape == Shape::Reaches || rule.shape == Shape::Guarded) &&
           matchesAny(rule.from, kind) && !matchesAny(rule.exceptFrom, kind);
  }

  void addUnmet(uint32_t rule, const Origin &origin) {
    // A parameter's site lies behind the ops of its function.
    const auto &ops = solver.functions[origin.site.function.index].ops;
    if (origin.site.op >= ops.size())
      return;
    Candidate source;
    source.rule = rule;
    source.source = origin.kind;
    Finding &one = add(source, Outcome::NotApplicable, origin.site);
    one.message = solver.kindWords(origin.kind) +
                  " comes from here and reaches no place that the rule speaks of";
  }

  /// With fingerprints, which count equal ones in the order of their places.
  std::vector<Finding> numbered() {
    Fingerprints fingerprints(solver.program);
    std::vector<Finding> findings;
    for (auto &[finding, site] : noted) {
      finding.fingerprint = fingerprints.of(
          {finding.rule, site.function, solver.op(site).text,
           finding.sourceKind + '\n' + std::to_string(unsigned(finding.outcome))});
      findings.push_back(std::move(finding));
    }
    return findings;
  }

  const Solver &solver;
  WitnessSteps steps;
  std::vector<Noted> noted;
  std::set<std::pair<uint32_t, Site>> met; ///< Sources, by rule, that reach something.
};

} // namespace

std::vector<Finding> describeEvidence(Solver &solver) { return EvidenceWriter(solver).write(); }

} // namespace tamga::solve
