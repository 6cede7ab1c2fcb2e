//===- Witness.cpp - candidates to findings ---------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Witness.h"
#include "Fingerprint.h"
#include "Fixes.h"
#include "Reachability.h"
#include "WitnessSteps.h"
#include "llvm/ADT/StringExtras.h"

namespace tamga::solve {

using finding::Finding;
using finding::Region;
using finding::StepKind;

namespace {

std::string calleeName(const Solver &solver, Site site) {
  if (!site.function)
    return {};
  const flow::Op &op = solver.op(site);
  if (op.function)
    return "`" + solver.program[op.function].name + "`";
  return op.text.empty() ? std::string() : "`" + op.text + "`";
}

/// `Art. 21(1)`; where a rule rests on several laws, each number stands with its law.
std::string articles(const Rule &entry) {
  const std::vector<policy::Citation> &citations = entry.rule->citations;
  bool isOneLaw = llvm::all_of(citations, [&](const policy::Citation &citation) {
    return citation.law == citations.front().law;
  });
  std::string text;
  const policy::Citation *previous = nullptr;
  for (const policy::Citation &citation : citations) {
    bool isSameLaw = previous && previous->law == citation.law;
    text += !previous ? "" : isSameLaw ? ", " : "; ";
    if (!isSameLaw) {
      auto law = entry.pack->laws.find(citation.law);
      if (!isOneLaw && law != entry.pack->laws.end())
        text += law->second.number + " ";
      text += "Art. ";
    }
    text += citation.article;
    previous = &citation;
  }
  return text;
}

void replaceAll(std::string &text, llvm::StringRef from, const std::string &to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

const std::string &inLanguage(const policy::Text &text, const std::string &language) {
  static const std::string none;
  auto found = text.find(language);
  if (found == text.end() || found->second.empty())
    found = text.find("en");
  return found == text.end() ? none : found->second;
}

class Describer {
public:
  explicit Describer(Solver &solver)
      : solver(solver), steps(solver), reachability(solver), fingerprints(solver.program) {}

  Region placeOf(const Candidate &candidate) {
    return candidate.isAbsent || candidate.isOfFunction
               ? regionOf(solver.program, solver.program[candidate.site.function].at)
               : sinkRegion(candidate.site);
  }

  Finding describe(const Candidate &candidate) {
    const policy::Rule &rule = *solver.rules[candidate.rule].rule;
    Finding finding;
    finding.rule = rule.id;
    finding.level = levelOf(rule, candidate);
    finding.at = placeOf(candidate);
    finding.function = solver.program[candidate.site.function].name;
    finding.marks = candidate.marks | (candidate.subjectMissed ? finding::SubjectNotShown : 0);
    finding.sourceKind = candidate.source;
    finding.sinkKind = candidate.what;
    finding.steps = steps.read(candidate.trail);
    if (llvm::any_of(finding.steps, [](const finding::Step &step) {
          return llvm::StringRef(step.message).starts_with("through unmodelled call");
        }))
      finding.marks |= finding::ThroughUnmodelledCall;
    finding.message = message(rule, candidate);
    for (Site other : placesOf(candidate))
      finding.related.push_back({sinkRegion(other), "here, for one"});
    for (Site other : candidate.isAbsent ? std::vector<Site>() : candidate.otherSources)
      if (std::string name = sourceWords(candidate, other); !name.empty())
        finding.related.push_back(
            {regionOf(solver.program, solver.op(other).at), "further source: " + name});
    if (const flow::Op &op = solver.op(candidate.site); op.macro)
      finding.spelling = regionOf(
          solver.program,
          solver.program[candidate.site.function].macros[op.macro.index].spelling);
    llvm::append_range(finding.related, steps.expansions());
    addFurtherWays(candidate, finding);
    if (rule.shape == policy::Shape::Ban && candidate.source.empty())
      addWay(finding, candidate.site.function);
    if (!reachability.isReachable(candidate.site.function)) {
      finding.marks |= finding::Unreachable;
      finding.level = std::min(finding.level, finding::Level::Warning);
    }
    finding.fingerprint = fingerprints.of(
        {finding.rule, candidate.site.function,
         candidate.isAbsent ? llvm::StringRef() : llvm::StringRef(solver.op(candidate.site).text),
         candidate.source});
    finding.fix = fixOf(solver, candidate);
    return finding;
  }

private:
  void addFurtherWays(const Candidate &candidate, Finding &finding) {
    constexpr size_t mostWays = 3;
    for (Site other : candidate.isAbsent ? std::vector<Site>() : candidate.otherSources)
      if (auto way = candidate.ways.find(other);
          way != candidate.ways.end() && way->second && finding.furtherWays.size() < mostWays)
        finding.furtherWays.push_back(steps.read(way->second));
  }

  /// Before the steps inside \p function, the calls that lead there: wrappers have names.
  void addWay(Finding &finding, flow::FunctionId function) const {
    const std::vector<Site> way = reachability.wayTo(function);
    std::vector<finding::Step> calls;
    for (size_t index = 0; index < way.size(); ++index) {
      flow::FunctionId callee = index + 1 < way.size() ? way[index + 1].function : function;
      calls.push_back({StepKind::Call, regionOf(solver.program, solver.op(way[index]).at),
                       solver.program[way[index].function].name,
                       "calls `" + solver.program[callee].name + "`", unsigned(index)});
    }
    for (finding::Step &step : finding.steps)
      step.nesting += unsigned(way.size());
    finding.steps.insert(finding.steps.begin(), calls.begin(), calls.end());
  }

  /// Where something that is absent would be needed: the first few.
  static llvm::ArrayRef<Site> placesOf(const Candidate &candidate) {
    constexpr size_t shownPlaces = 5;
    return llvm::ArrayRef(candidate.otherSources)
        .take_front(candidate.isAbsent ? shownPlaces : 0);
  }

  finding::Level levelOf(const policy::Rule &rule, const Candidate &candidate) {
    policy::Severity severity = candidate.isAbsent ? policy::Severity::Note : rule.severity;
    auto own = solver.policy.project.severities.find(rule.id);
    if (own != solver.policy.project.severities.end())
      severity = own->second;
    if (candidate.marks & finding::Open)
      severity = std::min(severity, policy::Severity::Warning);
    if (candidate.marks & finding::ByName)
      severity = policy::Severity::Note;
    return finding::Level(severity);
  }

  /// What the data comes from: the function that gave it, or the place that is declared
  /// to hold it. Empty: neither has a name.
  std::string sourceWords(const Candidate &candidate, Site site) const {
    if (!site.function)
      return {};
    const flow::Op &op = solver.op(site);
    auto isSource = [&](const policy::FunctionModel *model) {
      return llvm::any_of(model->effects, [](const policy::Effect &effect) {
        return effect.effect == policy::EffectKind::Source;
      });
    };
    bool isCalled = op.function ? llvm::any_of(solver.functions[op.function.index].models, isSource)
                                : site != candidate.site;
    if (op.kind == flow::OpKind::Call && isCalled)
      return calleeName(solver, site);
    std::string place = placeWords(solver, site.function, op.place);
    return op.kind != flow::OpKind::Load || place.empty() ? "" : "`" + place + "`";
  }

  /// One line: a call that spans several ends with its first.
  Region sinkRegion(Site site) {
    Region region = regionOf(solver.program, solver.op(site).at);
    if (region.endLine != region.line) {
      region.endLine = region.line;
      region.endColumn = region.column + 1;
    }
    return region;
  }

  std::string message(const policy::Rule &rule, const Candidate &candidate) {
    std::string text = inLanguage(candidate.isAbsent ? rule.absent : rule.message,
                                  solver.policy.project.language);
    std::string source = sourceWords(candidate, candidate.sourceSite);
    if (source.empty())
      source = solver.kindWords(candidate.source.empty() ? candidate.what : candidate.source);
    std::string use = calleeName(solver, candidate.site);
    replaceAll(text, "{source}", source);
    replaceAll(text, "{sink}", use.empty() ? solver.kindWords(candidate.what) : use);
    replaceAll(text, "{use}", use.empty() ? solver.kindWords(candidate.what) : use);
    bool isCapability = policy::isA(candidate.source, "capability");
    replaceAll(text, "{kind}", solver.kindWords(isCapability ? candidate.source : candidate.what));
    replaceAll(text, "{value}", candidate.value);
    if (llvm::StringRef(text).contains("{absent}"))
      replaceAll(text, "{absent}", solver.absentWords(rule));
    replaceAll(text, "{article}", articles(solver.rules[candidate.rule]));
    return text;
  }

  const Solver &solver;
  WitnessSteps steps;
  const Reachability reachability;
  Fingerprints fingerprints;
};

} // namespace

std::vector<Finding> describeCandidates(Solver &solver) {
  std::vector<const Candidate *> ordered;
  for (const auto &[key, candidate] : solver.candidates)
    ordered.push_back(&candidate);
  auto place = [&](const Candidate *candidate) {
    Region region = regionOf(solver.program, solver.op(candidate->site).at);
    return std::make_tuple(region, solver.rules[candidate->rule].rule->id, candidate->site);
  };
  llvm::sort(ordered, [&](auto *a, auto *b) { return place(a) < place(b); });
  Describer describer(solver);
  std::vector<Finding> findings;
  std::set<std::pair<Region, uint32_t>> told;
  for (const Candidate *candidate : ordered) {
    // Instantiations of one template show the same finding at the same place.
    if (told.insert({describer.placeOf(*candidate), candidate->rule}).second)
      findings.push_back(describer.describe(*candidate));
  }
  llvm::sort(findings, [](const Finding &a, const Finding &b) { return a.key() < b.key(); });
  return findings;
}

std::vector<finding::RuleInfo> describeRules(const Solver &solver) {
  std::vector<finding::RuleInfo> infos;
  const std::string &language = solver.policy.project.language;
  for (const Rule &entry : solver.rules) {
    if (entry.isFurther)
      continue;
    const policy::Rule &rule = *entry.rule;
    finding::RuleInfo info;
    info.id = rule.id;
    info.level = finding::Level(rule.severity);
    info.title = inLanguage(rule.title, language);
    info.help = inLanguage(rule.help, language);
    info.satisfy = inLanguage(rule.satisfy, language);
    info.tags = rule.tags;
    info.owns = rule.owns;
    for (const policy::Citation &citation : rule.citations) {
      auto law = entry.pack->laws.find(citation.law);
      finding::RuleInfo::Article article;
      article.law = citation.law;
      if (law != entry.pack->laws.end()) {
        article.lawTitle = law->second.title;
        article.url = law->second.url;
      }
      article.article = citation.article;
      article.asOf = citation.asOf;
      article.validFrom = citation.validFrom;
      article.isStatute = citation.basis == policy::Basis::Statute;
      if (article.isStatute)
        article.text = citation.text;
      info.articles.push_back(std::move(article));
    }
    infos.push_back(std::move(info));
  }
  llvm::sort(infos, [](const auto &a, const auto &b) { return a.id < b.id; });
  return infos;
}

/// What a rule cites is checked, whatever was planned.
static std::vector<finding::Provision> describeProvisions(const policy::Policy &policy) {
  auto isCited = [](const policy::Pack &pack, const policy::Provision &one) {
    return llvm::any_of(pack.rules, [&](const policy::Rule &rule) {
      return llvm::any_of(rule.citations, [&](const policy::Citation &citation) {
        return citation.law == one.law && citation.article == one.article;
      });
    });
  };
  static constexpr const char *words[] = {"checked", "planned", "not visible in code"};
  std::vector<finding::Provision> provisions;
  for (const policy::Pack &pack : policy.packs)
    for (const policy::Provision &one : pack.provisions) {
      finding::Provision provision;
      provision.article.law = one.law;
      if (auto law = pack.laws.find(one.law); law != pack.laws.end()) {
        provision.article.lawTitle = law->second.title;
        provision.article.url = law->second.url;
      }
      provision.article.article = one.article;
      provision.coverage = words[isCited(pack, one) ? policy::Provision::Checked : one.state];
      provision.duty = one.duty;
      provision.reason = one.reason;
      provisions.push_back(std::move(provision));
    }
  return provisions;
}

finding::Coverage describeCoverage(const Solver &solver) {
  const flow::Program &program = solver.program;
  finding::Coverage coverage;
  std::map<std::string, unsigned> reasons;
  for (const flow::File &file : program.files)
    if (file.isMain) {
      ++coverage.units;
      coverage.files.push_back(file.path);
    }
  llvm::sort(coverage.files);
  for (const flow::Function &function : program.functions) {
    coverage.functions += function.hasBody();
    if (!function.incomplete.empty())
      coverage.incompleteFunctions.push_back({function.name, function.incomplete, regionOf(program, function.at)});
    for (const flow::Block &block : function.blocks)
      for (const flow::Op &op : block.ops) {
        ++coverage.ops;
        if (op.kind == flow::OpKind::Unknown)
          ++reasons[op.text];
      }
  }
  for (const finding::Coverage::Incident &incident : solver.annotationErrors)
    coverage.incompleteFunctions.push_back(incident);
  for (const std::string &name : solver.overBudget)
    coverage.incompleteFunctions.push_back({name, "over the budget of interpreted operations", {}, true});
  for (const auto &[reason, count] : reasons) {
    coverage.unknownOps += count;
    coverage.unknownReasons.push_back({reason, count});
  }
  llvm::sort(coverage.unknownReasons, [](const auto &a, const auto &b) {
    return std::tie(b.second, a.first) < std::tie(a.second, b.first);
  });
  coverage.widenedFunctions = solver.widenedFunctions;
  for (const flow::Diagnostic &error : program.errors)
    coverage.failedUnits.push_back({program.name, error.text, regionOf(program, error.at)});
  return coverage;
}

finding::Result solve(const flow::Program &program, const policy::Policy &policy, const Bounds &bounds) {
  Solver solver(program, policy, bounds);
  solver.run();
  finding::Result result;
  result.findings = describeCandidates(solver);
  if (bounds.givesEvidence)
    result.evidence = describeEvidence(solver);
  result.rules = describeRules(solver);
  result.provisions = describeProvisions(policy);
  result.coverage = describeCoverage(solver);
  for (const flow::LintDirective &directive : program.directives) {
    finding::LintDirective copy;
    copy.kind = finding::LintDirective::Kind(directive.kind);
    copy.at = regionOf(program, directive.at);
    copy.hasChecks = directive.hasChecks;
    copy.checks = directive.checks;
    copy.justification = directive.justification;
    result.directives.push_back(std::move(copy));
  }
  return result;
}

} // namespace tamga::solve
