//===- Events.cpp - where rules meet the facts ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An event is a sink that a function leads to, or a use that no guard dominates yet.
// What arrives at a sink from a source becomes a candidate here; what arrives from a
// parameter goes up to the callers in the summary. A use goes up with the guards each
// caller holds at the call; it ends when one of them satisfies its rule, or becomes a
// candidate where nobody calls further up.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using policy::Effect;
using policy::EffectKind;
using policy::Shape;

namespace {
constexpr unsigned eventBound = 400;
constexpr unsigned trailBound = 160;
} // namespace

std::vector<policy::Kind> Interpreter::heldKinds() const {
  std::vector<policy::Kind> kinds;
  for (const Guard &guard : state.guards.guards)
    if (guard.age != Guard::Registered && !llvm::is_contained(kinds, guard.kind))
      kinds.push_back(guard.kind);
  llvm::sort(kinds);
  return kinds;
}

/// An event that is too many: what has arrived already is told here, without what callers
/// may have shown before.
uint32_t Interpreter::dropEvent(Event event) {
  domain.isWidened = true;
  if (event.kind == Event::Use && event.origin.isSource) {
    event.marks |= finding::Widened;
    solver.endUse(event, id);
  }
  return 0;
}

/// Whether the guards that \p event needs were ended since the function was entered, so that
/// those that a caller holds are none:
///   void leave(User &user) { withdraw(user); use(user); }      if (guard(user)) leave(user);
bool Interpreter::isOver(const Event &event) const {
  const policy::Rule &rule = *solver.rules[event.rule].rule;
  return rule.shape == Shape::Guarded && llvm::any_of(state.ended, [&](const Guard &ended) {
           return llvm::any_of(rule.guards, [&](const policy::Kind &kind) {
                    return policy::isA(kind, ended.kind);
                  }) && relate(ended.subject, event.subject) == Relation::Same;
         });
}

/// The number of the event, or 0 if there are too many.
uint32_t Interpreter::addEvent(Event event) {
  if (tables.trails[event.trail].length > trailBound)
    return dropEvent(std::move(event));
  event.isEnded |= event.kind == Event::Use && isOver(event);
  auto key =
      std::make_tuple(uint8_t(event.kind), event.site, event.what, event.path, event.labels,
                      event.strength, event.rule, event.source, event.store, event.sourceSite,
                      event.channel);
  auto found = events.find(key);
  if (found == events.end()) {
    if (events.size() >= eventBound)
      return dropEvent(std::move(event));
    event.number = uint32_t(events.size() + 1);
    return events.emplace(std::move(key), std::move(event)).first->second.number;
  }
  // Two ways to the same sink: only guards on both hold; the shorter way is shown.
  Event &known = found->second;
  std::vector<policy::Kind> both;
  std::set_intersection(known.guards.begin(), known.guards.end(), event.guards.begin(),
                        event.guards.end(), std::back_inserter(both));
  known.guards = both;
  known.held.intersect(event.held);
  if (known.miss != event.miss)
    known.miss = policy::Miss::None;
  known.isLater |= event.isLater;
  known.isEnded |= event.isEnded;
  llvm::erase_if(known.missed,
                 [&](const Guard &guard) { return !llvm::is_contained(event.missed, guard); });
  if (tables.trails[event.trail].length < tables.trails[known.trail].length)
    known.trail = event.trail;
  return known.number;
}

/// \p atom arrives at the sink of \p event.
void Interpreter::meetSink(const Atom &atom, Event event) {
  const std::optional<policy::StepStrength> met =
      policy::composed(atom.strength, event.strength);
  if (!met || domain.isExcluded(state, atom.condition))
    return;
  event.labels = composed(atom.labels, event.labels);
  event.strength = *met;
  const Origin origin = tables.origins[atom.origin];
  if (!origin.isSource) {
    event.path = origin.path;
    openSink(std::move(event));
    return;
  }
  event.marks |= domain.isWidened ? finding::Widened : 0;
  event.marks |= origin.isByName ? finding::ByName : 0;
  for (Event &use : solver.judge(origin, event, id)) {
    if (use.origin.isSource) {
      openSink(std::move(use));
      continue;
    }
    const GuardSet held = std::exchange(use.held, {});
    if (!settles(use, held))
      addEvent(std::move(use));
  }
}

/// \p trail, which begins with what \p path held on entry, from the declaration on.
TrailId Interpreter::declaredTrail(PathId path, const policy::Kind &kind, TrailId trail) {
  const PathNode &root = tables.paths[tables.paths.rootOf(path)];
  bool isParameter = root.root == Root::Parameter && uint64_t(root.index) < function.parameterCount;
  TrailNode node;
  node.kind = finding::StepKind::Source;
  node.site = {id, isParameter ? uint32_t(facts.ops.size() + root.index) : currentOp};
  std::string name = isParameter ? "`" + function.locals[root.index].name + "` is " : "";
  node.text = tables.text(name + "declared to hold " + solver.kindWords(kind));
  llvm::SmallVector<TrailId, 16> chain;
  for (; trail; trail = tables.trails[trail].previous)
    chain.push_back(trail);
  TrailId declared = tables.trail(node);
  for (TrailId next : llvm::reverse(chain)) {
    TrailNode moved = tables.trails[next];
    moved.previous = declared;
    declared = tables.trail(moved);
  }
  return declared;
}

/// Sources that the path itself names: fields and types that the policy declares.
void Interpreter::addDeclaredSources(Datum &content) {
  Atoms declared;
  for (const Atom &atom : content.atoms) {
    const Origin origin = tables.origins[atom.origin];
    if (origin.isSource)
      continue;
    for (PathId path = origin.path; path; path = tables.paths[path].parent) {
      const PathNode node = tables.paths[path];
      llvm::SmallVector<policy::Kind, 2> kinds;
      if (node.parent && node.step == Step::Field)
        kinds = solver.fieldKinds(flow::FieldId(uint32_t(node.index)));
      if (flow::TypeId type = typeOf(path))
        kinds.append(solver.typeKinds(type));
      bool isByName = false;
      if (policy::Kind named = kinds.empty() ? namedKind(path) : ""; !named.empty()) {
        kinds.push_back(named);
        isByName = true;
      }
      for (const policy::Kind &kind : kinds) {
        Atom source = atom;
        VersionId owner = node.parent ? tables.initialVersion(node.parent) : VersionId(0);
        source.origin =
            tables.sourceOrigin({true, 0, kind, {id, currentOp}, {}, owner, isByName});
        source.trail = declaredTrail(origin.path, kind, atom.trail);
        domain.addAtom(declared, source);
      }
    }
  }
  domain.addAtoms(content.atoms, declared);
}

/// What globals begin with: texts that stand in the program.
void Interpreter::addInitializers(Datum &content) {
  Atoms initial;
  for (const Atom &atom : content.atoms) {
    const Origin origin = tables.origins[atom.origin];
    const PathNode root = tables.paths[tables.paths.rootOf(origin.path)];
    if (origin.isSource || root.root != Root::Global)
      continue;
    if (flow::FunctionId initializer = program.globals[root.index].initializer)
      for (const auto &[path, datum] : solver.summary(initializer).writes)
        if (tables.paths.isBelow(path, tables.paths.rootOf(origin.path)))
          domain.addAtoms(initial, datum.atoms);
  }
  domain.addAtoms(content.atoms, initial);
}

/// What knows where content goes may name the place: a kind `endpoint.abroad` makes
/// `sink.network` a `sink.network.abroad`.
Interpreter::SinkPlace Interpreter::leadTo(policy::Kind kind, const Datum &endpoint) {
  SinkPlace place{kind, 0};
  Datum known = endpoint;
  addInitializers(known);
  for (const Atom &atom : known.atoms) {
    const Origin &origin = tables.origins[atom.origin];
    llvm::StringRef suffix = origin.kind;
    if (!origin.isSource) {
      place.endpoint = place.endpoint ? place.endpoint : origin.path;
    } else if (suffix.consume_front("endpoint")) {
      policy::Kind named = kind + suffix.str();
      // The most certain kind of an address stands first among the models.
      if (policy::isA(named, place.kind) && solver.policy.kindWords.count(named))
        place.kind = named;
    }
  }
  return place;
}

void Interpreter::sink(CallContext &context, Event event, const Datum &content,
                       const std::string &note) {
  event.kind = Event::Sink;
  event.site = {id, currentOp};
  event.guards = heldKinds();
  event.held = state.guards;
  Datum all = content;
  addDeclaredSources(all);
  std::string callee = calleeName(context);
  std::string name = callee.empty() ? "this assignment" : "`" + callee + "`";
  for (const Atom &atom : all.atoms) {
    event.trail = step(atom.trail, finding::StepKind::Sink,
                       "reaches " + (note.empty() ? solver.kindWords(event.what) : note) + " through " + name);
    meetSink(atom, event);
  }
}

std::string Interpreter::usedBy(CallContext &context, const policy::Kind &kind) const {
  std::string name = "`" + calleeName(context) + "`";
  bool isCapability = policy::isA(kind, "capability");
  return isCapability ? name + " is " + solver.kindWords(kind)
                      : solver.kindWords(kind) + " is handled by " + name;
}

/// The current op uses data of \p kind, or a capability.
void Interpreter::use(const policy::Kind &kind, const Event &asked, const llvm::Twine &words) {
  for (uint32_t index = 0; index < solver.rules.size(); ++index) {
    const policy::Rule &rule = *solver.rules[index].rule;
    bool isSource = rule.atSource && matchesAny(rule.from, kind);
    bool isOfGuards = rule.shape == Shape::Guarded || rule.shape == Shape::While;
    if (!isOfGuards || !(isSource || matchesAny(rule.uses, kind)) ||
        matchesAny(rule.exceptFrom, kind))
      continue;
    if (isSource)
      solver.noteSource(index, {id, currentOp});
    Event event = asked;
    event.kind = Event::Use;
    event.rule = index;
    event.what = kind;
    event.site = {id, currentOp};
    event.trail = step(0, finding::StepKind::Sink, words);
    settleUse(std::move(event));
  }
}

/// A use that guards make right, or wrong.
void Interpreter::settleUse(Event event) {
  const policy::Rule &rule = *solver.rules[event.rule].rule;
  if (rule.shape != Shape::While) {
    if (!settles(event, state.guards))
      addEvent(std::move(event));
    return;
  }
  bool isHeld = llvm::any_of(state.guards.guards, [&](const Guard &guard) {
    return matchesAny(rule.guards, guard.kind) &&
           relate(guard.subject, event.subject) == Relation::Same;
  });
  event.judgedIn = event.judgedIn ? event.judgedIn : id;
  if (isHeld)
    solver.endFlow(event);
  else if (isSeenOutside(event.subject))
    addEvent(std::move(event));
}

/// Of what may be one of several things, as callers see them: each needs a guard.
VersionId Interpreter::translateEither(CallContext &context, VersionId version) {
  llvm::SmallVector<VersionId, 8> merged{version};
  VersionId either = 0;
  for (unsigned next = 0; next < merged.size(); ++next) {
    const VersionNode node = tables.versions[merged[next]];
    if (node.kind == VersionNode::Merge) {
      for (VersionId input : node.inputs)
        if (merged.size() < 16 && !llvm::is_contained(merged, input))
          merged.push_back(input);
      continue;
    }
    VersionId here = translateVersion(context, merged[next]);
    if (!here || here == either)
      continue;
    VersionNode both;
    both.kind = VersionNode::Either;
    both.base = either;
    both.other = here;
    either = either ? tables.versions.intern(both) : here;
  }
  return either;
}

Subject Interpreter::translateSubject(CallContext &context, const Subject &subject) {
  Subject result;
  for (VersionId version : subject.versions)
    if (VersionId translated = translateEither(context, version))
      result.versions.push_back(translated);
  llvm::sort(result.versions);
  return result;
}

/// A sink of the callee: what it gets, and where it leads to.
void Interpreter::liftSink(CallContext &context, Event event, const Event &inner) {
  std::string name = "`" + program[context.callee].name + "`";
  event.held = translateGuards(context, inner.held);
  event.held.addAll(state.guards);
  event.store.path = 0;
  if (inner.store.path) {
    SinkPlace place = leadTo(inner.what, bindContent(context, inner.store.path));
    event.what = place.kind;
    event.store.path = place.endpoint;
  }
  Datum content = bindContent(context, inner.path);
  addDeclaredSources(content);
  event.path = 0;
  for (const Atom &atom : content.atoms) {
    event.trail = step(atom.trail, finding::StepKind::Call, "passed to " + name, inner.trail);
    meetSink(atom, event);
  }
}

/// The callee's open events, as seen from this call.
void Interpreter::liftEvents(CallContext &context, const Summary &summary) {
  context.versions.clear();
  std::string name = "`" + program[context.callee].name + "`";
  std::vector<policy::Kind> held = heldKinds();
  noteLater(context, summary);
  for (const Event &inner : summary.events) {
    Event event = inner;
    event.isLater |= isInLater;
    std::vector<policy::Kind> guards;
    std::set_union(inner.guards.begin(), inner.guards.end(), held.begin(), held.end(),
                   std::back_inserter(guards));
    event.guards = guards;
    event.channel = translateChannel(context, inner.channel);
    event.labels |= heldLabels(event.channel) | laterLabels;
    for (VersionId version : laterChannel.versions)
      addVersion(event.channel, version);
    if (event.origin.isSource) {
      if (solver.rules[event.rule].rule->unless->holds(event.labels))
        solver.notePass(event, nullptr);
      else
        openSink(std::move(event));
      continue;
    }
    if (event.kind == Event::Sink) {
      liftSink(context, std::move(event), inner);
      continue;
    }
    if (event.kind != Event::Use) {
      event.trail = step(0, finding::StepKind::Call, "calls " + name, inner.trail);
      if (event.kind == Event::Literal)
        meetLiteral(event, boundLiteral(context, inner.path));
      else
        liftStore(context, event, inner);
      continue;
    }
    bool isWhile = solver.rules[event.rule].rule->shape == Shape::While;
    if (isWhile) {
      event.subject = translateChannel(context, inner.subject);
      settleUse(std::move(event));
      continue;
    }
    event.subject = isOfChannel(inner.what) ? translateChannel(context, inner.subject)
                                            : translateSubject(context, inner.subject);
    event.purpose = translateVersion(context, inner.purpose);
    event.missed.clear();
    auto same = llvm::find_if(inner.missed, [&](const Guard &guard) {
      Guard here = translateGuard(context, guard);
      if (!here.subject.versions.empty())
        event.missed.push_back(here);
      return !inner.isEnded && relate(here.subject, event.subject) == Relation::Same;
    });
    if (same != inner.missed.end())
      solver.notePass(event, &*same);
    if (same != inner.missed.end() || (!inner.isEnded && settles(event, state.guards)))
      continue;
    event.trail = step(0, finding::StepKind::Call, "calls " + name, inner.trail);
    addEvent(std::move(event));
  }
}

/// The version of the object that step \p step of \p place begins at.
VersionId Interpreter::ownerOf(const flow::Place &place, size_t step) {
  flow::Place owner = place;
  owner.steps.resize(step);
  llvm::SmallVector<Cell, 2> at = cells(owner);
  return at.size() == 1 ? domain.versionOf(state, at[0].path) : 0;
}

void Interpreter::addFieldSources(Datum &datum, const flow::Op &op) {
  for (size_t index = 0; index < op.place.steps.size(); ++index) {
    const flow::Step &step = op.place.steps[index];
    if (step.kind != flow::StepKind::Field)
      continue;
    flow::FieldId field{uint32_t(step.index)};
    llvm::SmallVector<policy::Kind, 2> kinds = solver.fieldKinds(field);
    bool isByName = kinds.empty();
    if (isByName)
      kinds.push_back(solver.namedKind(program[field].name, program[field].type));
    for (const policy::Kind &kind : kinds) {
      if (kind.empty())
        continue;
      Atom atom;
      VersionId owner = ownerOf(op.place, index);
      atom.origin = tables.sourceOrigin({true, 0, kind, {id, currentOp}, {}, owner, isByName});
      atom.trail = this->step(0, finding::StepKind::Source,
                              "`" + program.fields[step.index].name + "` holds " + solver.kindWords(kind));
      domain.addAtom(datum.atoms, atom);
    }
  }
}

} // namespace tamga::solve
