//===- Rules.cpp - rules judge what the facts show --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Solver.h"

namespace tamga::solve {

using policy::Shape;

finding::Region regionOf(const flow::Program &program, const flow::Location &at) {
  if (!at)
    return {};
  return {program[at.file].path, at.line, at.column, at.endLine, at.endColumn};
}

bool matchesAny(const std::vector<policy::Kind> &kinds, const policy::Kind &kind) {
  return llvm::any_of(kinds, [&](const policy::Kind &ancestor) { return policy::isA(kind, ancestor); });
}

/// What the functions, fields and types of a program are to the rules.
struct Solver::Present {
  std::set<policy::Kind> sinks;
  std::set<policy::Kind> openSinks; ///< What kind below is known where content meets them.
  std::set<policy::Kind> ends;      ///< Guards that something ends.
};

Solver::Present Solver::findPresent() {
  Present present;
  auto isInput = [](const policy::Kind &kind) { return policy::isA(kind, "input"); };
  auto add = [&](const policy::Effect &effect) {
    if (effect.effect == policy::EffectKind::EndsGuards)
      present.ends.insert(effect.kind);
    hasInput |= effect.effect == policy::EffectKind::Source && isInput(effect.kind);
    asksText |= effect.via || !effect.namedBy.empty();
    if (effect.effect != policy::EffectKind::Sink)
      return;
    if (effect.via)
      present.openSinks.insert(effect.kind);
    // What a stream can turn out to be, unless the type of its object says so.
    if (effect.kind == "sink.stream")
      present.sinks.insert({"sink.screen", "sink.screen.error", "sink.log", "sink.file"});
    present.sinks.insert(effect.kind);
  };
  for (uint32_t index = 0; index < program.functions.size(); ++index)
    for (const policy::FunctionModel *model : prepare(flow::FunctionId(index)).models)
      llvm::for_each(model->effects, add);
  for (uint32_t index = 0; index < program.fields.size(); ++index) {
    const auto &sinks = fieldSinks(flow::FieldId(index));
    present.sinks.insert(sinks.begin(), sinks.end());
    hasInput |= llvm::any_of(fieldKinds(flow::FieldId(index)), isInput);
  }
  for (uint32_t index = 0; index < program.types.size(); ++index) {
    if (policy::Kind sink = typeSink(flow::TypeId(index)); !sink.empty())
      present.sinks.insert(sink);
    hasInput |= llvm::any_of(typeKinds(flow::TypeId(index)), isInput);
  }
  return present;
}

void Solver::findAsking() {
  const Present present = findPresent();
  for (Rule &entry : rules) {
    const policy::Rule &rule = *entry.rule;
    auto isAskedSink = [&](const policy::Kind &sink) {
      return matchesAny(rule.to, sink) && !matchesAny(rule.exceptTo, sink);
    };
    auto isBelowOpen = [&](const policy::Kind &wanted) {
      return llvm::any_of(present.openSinks,
                          [&](const policy::Kind &sink) { return policy::isA(wanted, sink); });
    };
    auto isEnded = [&](const policy::Kind &guard) { return matchesAny(rule.guards, guard); };
    if (rule.shape == Shape::Covers)
      entry.canAsk = rule.guards.empty() || llvm::any_of(present.ends, isEnded);
    else
      entry.canAsk = rule.to.empty() || llvm::any_of(present.sinks, isAskedSink) ||
                     llvm::any_of(rule.to, isBelowOpen);
    asksChosen |= entry.canAsk && !rule.chosenBy.empty();
  }
}

bool Solver::isAsked(const policy::Kind &kind) const {
  return llvm::any_of(rules, [&](const Rule &entry) {
    bool isExcepted = matchesAny(entry.rule->exceptFrom, kind) &&
                      !matchesAny(entry.rule->chosenBy, kind);
    bool isCovers = entry.rule->shape == Shape::Covers;
    return (entry.canAsk && matchesAny(entry.rule->from, kind) && !isExcepted) ||
           (entry.canAsk && matchesAny(entry.rule->answeredBy, kind)) ||
           ((entry.canAsk || !isCovers) &&
            (matchesAny(entry.rule->uses, kind) || matchesAny(entry.rule->then, kind)));
  });
}

/// Content of \p origin has arrived at the sink of \p event, which is seen from
/// \p function. Rules that it breaks become candidates; those that a guard can still
/// satisfy are returned as uses.
std::vector<Event> Solver::judge(const Origin &origin, const Event &event, flow::FunctionId function) {
  std::vector<Event> uses;
  policy::Labels labels = event.labels;
  for (uint32_t index = 0; index < rules.size(); ++index) {
    const policy::Rule &rule = *rules[index].rule;
    bool isFlow = rule.shape == Shape::Reaches || rule.shape == Shape::Guarded ||
                  rule.shape == Shape::Ban;
    if (!isFlow || !matchesAny(rule.to, event.what) || matchesAny(rule.exceptTo, event.what) ||
        !counts(rule, event.strength, origin.kind))
      continue;
    if (rule.shape == Shape::Guarded) {
      Event use = event;
      if (origin.subject)
        use.subject.versions = {origin.subject};
      use.store = {};
      use.kind = Event::Use;
      use.rule = index;
      use.path = 0;
      use.labels = 0;
      use.channel = {};
      use.strength = {};
      use.source = origin.kind;
      if (rule.atSource)
        use.sourceSite = origin.site;
      uses.push_back(std::move(use));
      continue;
    }
    Event open = event;
    open.kind = Event::Use;
    open.rule = index;
    open.path = 0;
    open.origin = origin;
    open.held = {};
    open.store = {};
    open.source = origin.kind;
    open.judgedIn = function;
    if (rule.unless && rule.unless->holds(labels)) {
      notePass(open, nullptr);
      continue;
    }
    if (rule.unless && !event.channel.versions.empty())
      uses.push_back(std::move(open));
    else
      endFlow(open);
  }
  return uses;
}

/// Content without its label, and nobody labels what it went through.
void Solver::endFlow(const Event &event) {
  Candidate candidate;
  candidate.rule = event.rule;
  candidate.site = event.site;
  candidate.source = event.source;
  candidate.sourceSite = event.origin.site;
  candidate.what = event.what;
  candidate.trail = event.trail;
  candidate.labels = event.labels;
  candidate.marks = event.marks;
  candidate.entry = event.judgedIn;
  addCandidate(std::move(candidate));
}

void Solver::ban(const policy::Kind &kind, Site site, const std::string &what) {
  for (uint32_t index = 0; index < rules.size(); ++index) {
    const policy::Rule &rule = *rules[index].rule;
    if (rule.shape != Shape::Ban || !matchesAny(rule.uses, kind) || matchesAny(rule.exceptFrom, kind))
      continue;
    TrailNode node;
    node.kind = finding::StepKind::Sink;
    node.site = site;
    node.text = tables.text("`" + what + "` is " + kindWords(kind));
    Candidate candidate;
    candidate.rule = index;
    candidate.site = site;
    candidate.what = kind;
    candidate.entry = site.function;
    candidate.trail = tables.trail(node);
    addCandidate(std::move(candidate));
  }
}

/// The rule that tells \p event: its own, or one for guards that do not count.
uint32_t Solver::tellerOf(const Event &event) const {
  const policy::Rule &rule = *rules[event.rule].rule;
  auto teller = llvm::find_if(rules, [&](const Rule &entry) {
    return entry.rule->shape == Shape::Missed && entry.rule->of == rule.id &&
           entry.rule->miss == event.miss;
  });
  return teller == rules.end() ? event.rule : uint32_t(teller - rules.begin());
}

/// A use that nobody further up guards. In an open program somebody elsewhere may.
void Solver::endUse(const Event &event, flow::FunctionId function) {
  if (event.origin.isSource)
    return endFlow(event);
  const policy::Rule &rule = *rules[event.rule].rule;
  if (rule.shape == Shape::While)
    return;
  if (rule.atSource && event.source.empty() && matchesAny(rule.from, event.what)) {
    openSources.insert({event.rule, event.site});
    return;
  }
  const flow::Function &top = program[function];
  bool isOpen = !program.isLinked && top.linkage == flow::Linkage::External && !top.isMain &&
                top.kind != flow::FunctionKind::GlobalInit;
  const bool isDeferred = isOpen && policy.project.openWorld == policy::OpenWorld::Defer;
  Candidate candidate;
  candidate.rule = tellerOf(event);
  candidate.site = event.site;
  candidate.source = event.source;
  candidate.what = event.what;
  candidate.trail = event.trail;
  candidate.marks = event.marks | (isOpen ? finding::Open : 0);
  candidate.subjectMissed = event.miss == policy::Miss::Subject;
  candidate.entry = function;
  candidate.sourceSite = event.sourceSite;
  if (isDeferred)
    deferred.push_back(std::move(candidate));
  else if (rule.atSource && event.sourceSite.function)
    flowsOfSources.push_back(std::move(candidate));
  else
    addCandidate(std::move(candidate));
}

/// One candidate a rule and site: the one with the shortest trail; a closed way beats an
/// open one. Sources of the others are kept.
void Solver::addCandidate(Candidate candidate) {
  auto key = std::make_pair(candidate.rule, candidate.site);
  candidate.ways.emplace(candidate.sourceSite, candidate.trail);
  auto [entry, isNew] = candidates.try_emplace(key, candidate);
  if (isNew)
    return;
  Candidate &known = entry->second;
  std::map<Site, TrailId> ways = std::move(known.ways);
  for (const auto &[source, trail] : candidate.ways) {
    TrailId &way = ways.try_emplace(source, trail).first->second;
    if (tables.trails[trail].length < tables.trails[way].length)
      way = trail;
  }
  auto rank = [&](const Candidate &one) {
    return std::make_tuple(one.marks & (finding::Open | finding::ByName), tables.trails[one.trail].length, one.sourceSite, one.trail);
  };
  std::vector<Site> others = known.otherSources;
  auto addOther = [&](Site site) {
    if (site.function && !llvm::is_contained(others, site))
      others.push_back(site);
  };
  addOther(known.sourceSite);
  addOther(candidate.sourceSite);
  if (rank(candidate) < rank(known))
    known = std::move(candidate);
  llvm::erase(others, known.sourceSite);
  llvm::sort(others);
  known.otherSources = std::move(others);
  known.ways = std::move(ways);
}

//===----------------------------------------------------------------------===//
// Declared kinds and words
//===----------------------------------------------------------------------===//

llvm::SmallVector<policy::Kind, 2> Solver::declaredKinds(policy::NameModel::Of of, llvm::StringRef name,
                                                         llvm::ArrayRef<std::string> annotations,
                                                         policy::EffectKind wanted) {
  llvm::SmallVector<policy::Kind, 2> kinds;
  auto add = [&](const policy::Effect &effect) {
    if (effect.effect == wanted)
      kinds.push_back(effect.kind);
  };
  if (hasNameModels)
    for (const policy::NameModel *model : matcher.name(of, name))
      llvm::for_each(model->effects, add);
  for (const std::string &text : annotations) {
    llvm::Expected<std::vector<policy::Effect>> effects = policy::readAnnotation(text, {});
    if (effects)
      llvm::for_each(*effects, add);
    else
      llvm::consumeError(effects.takeError());
  }
  return kinds;
}

const llvm::SmallVector<policy::Kind, 2> &Solver::fieldKinds(flow::FieldId field) {
  auto [entry, isNew] = fieldKindCache.try_emplace(field.index);
  if (isNew)
    entry->second = declaredKinds(policy::NameModel::Field, program[field].name, program[field].annotations);
  return entry->second;
}

const llvm::SmallVector<policy::Kind, 2> &Solver::fieldSinks(flow::FieldId field) {
  auto [entry, isNew] = fieldSinkCache.try_emplace(field.index);
  if (isNew)
    entry->second = declaredKinds(policy::NameModel::Field, program[field].name,
                                  program[field].annotations, policy::EffectKind::Sink);
  return entry->second;
}

const llvm::SmallVector<policy::Kind, 2> &Solver::typeKinds(flow::TypeId type) {
  auto [entry, isNew] = typeKindCache.try_emplace(type.index);
  if (isNew && program[type].kind == flow::TypeKind::Record)
    entry->second = declaredKinds(policy::NameModel::Type, program[type].name, program[type].annotations);
  return entry->second;
}

const policy::Kind &Solver::typeSink(flow::TypeId type) {
  auto [entry, isNew] = typeSinkCache.try_emplace(type.index);
  if (isNew && hasNameModels && program[type].kind == flow::TypeKind::Record)
    for (const policy::NameModel *model : matcher.name(policy::NameModel::Type, program[type].name))
      for (const policy::Effect &effect : model->effects)
        if (effect.effect == policy::EffectKind::Sink)
          entry->second = effect.kind;
  return entry->second;
}

policy::StepStrength Solver::fieldStrength(flow::FieldId field) {
  auto [entry, isNew] =
      fieldStrengthCache.try_emplace(field.index, policy::StepStrength::Value);
  if (isNew && hasNameModels)
    for (const policy::NameModel *model :
         matcher.name(policy::NameModel::Field, program[field].name))
      for (const policy::Effect &effect : model->effects)
        if (effect.effect == policy::EffectKind::Reads)
          entry->second = effect.strength;
  return entry->second;
}

llvm::ArrayRef<flow::FieldId> Solver::fieldsOf(flow::TypeId record) const {
  auto fields = recordFields.find(record.index);
  return fields == recordFields.end() ? llvm::ArrayRef<flow::FieldId>() : fields->second;
}

llvm::ArrayRef<flow::FunctionId> Solver::constructorsOf(flow::TypeId record) const {
  auto constructors = recordConstructors.find(record.index);
  return constructors == recordConstructors.end() ? llvm::ArrayRef<flow::FunctionId>()
                                                  : constructors->second;
}

llvm::ArrayRef<flow::FunctionId> Solver::operatorsOf(flow::TypeId record, flow::FunctionKind kind) const {
  auto operators = recordOperators.find({record.index, kind});
  return operators == recordOperators.end() ? llvm::ArrayRef<flow::FunctionId>() : operators->second;
}

bool Solver::isView(flow::TypeId type) {
  if (program[type].kind != flow::TypeKind::Record)
    return false;
  auto [entry, isNew] = views.try_emplace(type.index, false);
  if (isNew)
    for (const policy::FunctionModel *model :
         matcher.function({program[type].name + "::begin", 0, {}}))
      for (const policy::Effect &effect : model->effects)
        entry->second |= effect.effect == policy::EffectKind::Propagates;
  return entry->second;
}

/// The value of an enumerator that the program names; one that it does not name cannot
/// be compared with.
int64_t Solver::enumeratorValue(llvm::StringRef name) const {
  for (const flow::Function &function : program.functions)
    for (const flow::Value &value : function.values)
      if (value.kind == flow::ValueKind::Enumerator && value.text == name)
        return value.integer;
  return INT64_MIN;
}

std::string Solver::kindWords(const policy::Kind &kind) const {
  auto known = policy.kindWords.find(kind);
  return known == policy.kindWords.end() ? kind : known->second;
}

} // namespace tamga::solve
