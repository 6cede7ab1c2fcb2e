//===- Guards.cpp - which guards hold, and which of them count ---------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call passes a guard by its outcome, a field by its value, and a container that holds
// answers by what is found in it:
//
//   if (hasConsent(user)) ...   if (user.consented) ...   if (consents.contains(user)) ...
//
// Not every guard that holds counts: it may be of somebody else, for another purpose, asked
// before a wait, or worth something only beside another one. What was wrong with the last
// guard that did not count is kept (Miss): rules of shape `missed` tell it.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using policy::Effect;
using policy::Miss;
using policy::Outcome;

namespace {
constexpr unsigned missedBound = 4;
}

//===----------------------------------------------------------------------===//
// Outcomes
//===----------------------------------------------------------------------===//

/// If \p datum turns out to be \p key, then \p guard holds.
void Interpreter::addOutcome(Datum &datum, OutcomeKey key, const Guard &guard) {
  auto outcomes = std::make_shared<Outcomes>();
  if (datum.outcomes)
    *outcomes = *datum.outcomes;
  auto entry = llvm::find_if(*outcomes, [&](const auto &pair) { return pair.first == key; });
  if (entry == outcomes->end())
    entry = outcomes->insert(entry, {key, {}});
  entry->second.add(guard);
  llvm::sort(*outcomes, [](const auto &a, const auto &b) { return a.first < b.first; });
  datum.outcomes = outcomes;
}

OutcomeKey Interpreter::outcomeKey(const Effect &effect) {
  if (effect.outcome != Outcome::Equals)
    return {effect.outcome == Outcome::False ? OutcomeKey::False : OutcomeKey::True, 0};
  int64_t integer = 0;
  bool isNumber = !llvm::StringRef(effect.outcomeValue).getAsInteger(0, integer);
  if (!isNumber)
    integer = solver.enumeratorValue(effect.outcomeValue);
  return {OutcomeKey::Exactly, tables.constant({flow::ValueKind::Integer, integer, {}})};
}

/// The version of the one constant that says what for, or of what came in.
VersionId Interpreter::purposeOf(CallContext &context, const policy::Port &port) {
  for (const PortTarget &target : resolve(context, port)) {
    Datum datum = literalAt(target);
    llvm::SmallVector<ConstantId, 4> constants = constantsOf(datum);
    if (constants.size() == 1) {
      VersionNode node;
      node.kind = VersionNode::Constant;
      node.site = constants[0];
      return tables.versions.intern(node);
    }
    if (constants.empty())
      return datum.version;
  }
  return 0;
}

void Interpreter::applyGuards(CallContext &context, const Effect &effect) {
  Guard guard;
  guard.kind = effect.kind;
  guard.site = {id, currentOp};
  if (effect.subject)
    guard.subject = isOfChannel(effect.kind) ? channelOf(context, *effect.subject)
                                             : subjectOf(context, *effect.subject);
  // The label of something that nobody knows is a label of nothing.
  if (isOfChannel(effect.kind) && effect.subject && guard.subject.versions.empty())
    return;
  if (effect.purpose)
    guard.purpose = purposeOf(context, *effect.purpose);
  Outcome outcome = effect.outcome;
  flow::TypeId type = context.op.result ? valueType(context.op.result) : flow::TypeId();
  bool isTruth = type && program[type].kind == flow::TypeKind::Bool;
  if (outcome == Outcome::Passes)
    outcome = isTruth ? Outcome::True : Outcome::Returns;
  if (outcome == Outcome::Returns || !context.op.result) {
    state.guards.add(guard);
    return endDuties(state, {false, {guard}});
  }
  addOutcome(context.result.top, outcomeKey(effect), guard);
}

static bool isNumber(const flow::Type &type) {
  return type.kind == flow::TypeKind::Bool || type.kind == flow::TypeKind::Integer ||
         type.kind == flow::TypeKind::Enum || type.kind == flow::TypeKind::Float;
}

/// What the template at \p value holds, an optional for instance; none: it is no template.
flow::TypeId Interpreter::heldBy(flow::ValueId value) const {
  flow::TypeId type = value ? valueType(value) : flow::TypeId();
  if (type && program[type].pointee)
    type = program[type].pointee;
  bool isTemplate = type && !program[type].arguments.empty();
  return isTemplate ? program[type].arguments[0] : flow::TypeId();
}

bool Interpreter::isOptional(flow::ValueId value) const {
  flow::TypeId type = value ? valueType(value) : flow::TypeId();
  if (type && program[type].pointee)
    type = program[type].pointee;
  return type && program[type].name == "std::optional";
}

/// `answer == true` asks an optional at once whether it is there and what it holds. False: it
/// is compared with something that is not known, or with nothing (`nullopt`).
bool Interpreter::tellHeld(CallContext &context, const Effect &effect, const Datum &answer) {
  const auto &operands = context.op.operands;
  bool isOperator = effect.from->root == policy::Port::Argument && operands.size() == 2 &&
                    context.arguments.size() == 2 && effect.from->argument < 2;
  if (!isOperator || !isOptional(operands[effect.from->argument]))
    return false;
  uint32_t otherSide = 1 - effect.from->argument;
  const ValueFact &other = context.arguments[otherSide];
  Datum with = other.top.constant ? other.top : domain.read(state, other.top.pointees);
  auto isNull = [&](ConstantId constant) {
    return tables.constants[constant].kind == flow::ValueKind::Null;
  };
  if (with.constant && isNull(with.constant))
    return false;
  auto tell = [&](bool isEqual, const GuardSet &guards) {
    OutcomeKey key{isEqual == effect.isNot ? OutcomeKey::True : OutcomeKey::False, 0};
    for (const Guard &guard : guards.guards)
      addOutcome(context.result.top, key, guard);
  };
  auto isThere = [&](ConstantId constant) { return !isNull(constant); };
  auto isSame = [&](ConstantId constant) {
    return isThere(constant) &&
           tables.constants[constant].integer == tables.constants[with.constant].integer;
  };
  if (!with.constant) {
    // Equal to a value that is there, and so there.
    if (!isOptional(operands[otherSide]))
      tell(true, domain.outcomeWhere(answer, isThere));
    return true;
  }
  flow::TypeId held = heldBy(operands[effect.from->argument]);
  bool isBool = held && program[held].kind == flow::TypeKind::Bool;
  bool isTrue = domain.isConstantTrue(with.constant);
  OutcomeKey same{OutcomeKey::Exactly, with.constant};
  if (isBool)
    same = {isTrue ? OutcomeKey::True : OutcomeKey::False, 0};
  tell(true, domain.outcome(answer, same));
  tell(true, domain.outcomeWhere(answer, isSame));
  if (isBool && isTrue)
    tell(false, domain.outcome(answer, {OutcomeKey::False, 0}));
  tell(false,
       domain.outcomeWhere(answer, [&](ConstantId constant) { return !isSame(constant); }));
  if (answer.constant)
    context.result.top.constant = tables.constant(
        {flow::ValueKind::Integer, isSame(answer.constant) == effect.isNot, {}});
  return true;
}

/// The result says whether the answer at `tells` is there: an optional that holds one, an
/// entry of a container. What an optional holds may itself be false or zero.
void Interpreter::applyTells(CallContext &context, const Effect &effect) {
  Datum answer;
  bool isOperator = effect.from->root == policy::Port::Argument;
  flow::ValueId asked = !isOperator ? context.op.thisValue
                        : effect.from->argument < context.op.operands.size()
                            ? context.op.operands[effect.from->argument]
                            : flow::ValueId();
  // The entry of a set or map is there or not, whatever its key is.
  bool asksValue = isOperator ? isOptional(asked) : context.arguments.empty();
  flow::TypeId held = asksValue ? heldBy(asked) : flow::TypeId();
  bool mayBeFalse = held && isNumber(program[held]);
  const auto outcomeOfPresence = [&](const Datum &datum) {
    return domain.outcomeWhere(datum, [&](ConstantId constant) {
      return tables.constants[constant].kind != flow::ValueKind::Null;
    });
  };
  for (const PortTarget &target : resolve(context, *effect.from)) {
    if (target.isValue && target.value.top.outcomes)
      answer = target.value.top;
    for (Cell cell : target.cells) {
      Datum there = domain.read(state, cell.path);
      if (there.outcomes || (there.constant && isOptional(asked)))
        answer = there;
      if (!effect.subject)
        continue;
      for (Guard guard : fieldGuards(cell.path)) {
        guard.subject = subjectOf(context, *effect.subject);
        addOutcome(answer, {OutcomeKey::True, 0}, guard);
      }
    }
  }
  if (tellHeld(context, effect, answer))
    return;
  for (bool isThere : {true, false}) {
    OutcomeKey of{isThere ? OutcomeKey::True : OutcomeKey::False, 0};
    OutcomeKey to{isThere != effect.isNot ? OutcomeKey::True : OutcomeKey::False, 0};
    const GuardSet guards =
        isThere && mayBeFalse ? outcomeOfPresence(answer) : domain.outcome(answer, of);
    for (const Guard &guard : guards.guards)
      addOutcome(context.result.top, to, guard);
  }
}

//===----------------------------------------------------------------------===//
// Fields
//===----------------------------------------------------------------------===//

const llvm::SmallVector<Effect, 1> &Solver::fieldGuards(flow::FieldId field) {
  auto [entry, isNew] = fieldGuardCache.try_emplace(field.index);
  if (!isNew)
    return entry->second;
  auto add = [&](const Effect &effect) {
    if (effect.effect == policy::EffectKind::Guards)
      entry->second.push_back(effect);
  };
  for (const policy::NameModel *model :
       matcher.name(policy::NameModel::Field, program[field].name))
    llvm::for_each(model->effects, add);
  for (const std::string &text : program[field].annotations) {
    llvm::Expected<std::vector<Effect>> effects = policy::readAnnotation(text, {});
    if (effects)
      llvm::for_each(*effects, add);
    else
      llvm::consumeError(effects.takeError());
  }
  return entry->second;
}

/// The field that \p path is, or is an element of; 0: none.
PathId Interpreter::fieldAbove(PathId path) const {
  while (path && tables.paths[path].parent && tables.paths[path].step != Step::Field &&
         tables.paths[path].step != Step::Deref)
    path = tables.paths[path].parent;
  bool isField =
      path && tables.paths[path].parent && tables.paths[path].step == Step::Field;
  return isField ? path : 0;
}

/// Guards that the field at \p path answers for, of nobody yet.
std::vector<Guard> Interpreter::fieldGuards(PathId path) {
  std::vector<Guard> guards;
  if (PathId field = fieldAbove(path))
    for (const Effect &effect : solver.fieldGuards(flow::FieldId(tables.paths[field].index)))
      guards.push_back({effect.kind, {}, {id, currentOp}});
  return guards;
}

/// A field that is declared to be an answer has been read: it speaks of its object.
void Interpreter::addFieldOutcomes(Datum &datum, llvm::ArrayRef<Cell> from) {
  if (from.size() != 1)
    return;
  PathId field = fieldAbove(from[0].path);
  if (!field)
    return;
  for (const Effect &effect : solver.fieldGuards(flow::FieldId(tables.paths[field].index))) {
    Guard guard{effect.kind, {}, {id, currentOp}};
    if (VersionId owner = field == from[0].path
                              ? domain.versionOf(state, tables.paths[field].parent)
                              : 0)
      guard.subject.versions.push_back(owner);
    if (effect.outcome != Outcome::Returns)
      addOutcome(datum, outcomeKey(effect), guard);
  }
}

//===----------------------------------------------------------------------===//
// Time
//===----------------------------------------------------------------------===//

/// Whoever waits here goes on later: what was asked before may have been withdrawn.
void Interpreter::ageGuards() {
  if (!solver.hasFresh)
    return;
  auto agedSet = [](const GuardSet &set) {
    GuardSet aged;
    aged.isAll = set.isAll;
    for (Guard guard : set.guards) {
      guard.age = std::max(guard.age, Guard::Waited);
      aged.add(guard);
    }
    return aged;
  };
  auto age = [&](Datum &datum) {
    if (!datum.outcomes)
      return;
    auto outcomes = std::make_shared<Outcomes>();
    for (const auto &[key, guards] : *datum.outcomes)
      outcomes->push_back({key, agedSet(guards)});
    datum.outcomes = outcomes;
  };
  state.guards = agedSet(state.guards);
  for (World &world : state.worlds)
    world.guards = agedSet({false, world.guards}).guards;
  for (ValueFact &held : values)
    age(held.top);
  Memory memory = state.memory;
  for (const auto &[root, cells] : memory) {
    if (llvm::none_of(cells->cells, [](const auto &cell) { return bool(cell.second.outcomes); }))
      continue;
    auto copy = std::make_shared<ObjectCells>(*cells);
    for (auto &[path, datum] : copy->cells)
      age(datum);
    state.memory[root] = copy;
  }
}

/// What held where a callback is registered is over when it runs, and yet was asked.
GuardSet Interpreter::guardsOfLater() const {
  GuardSet later;
  if (solver.hasFresh)
    for (Guard guard : state.guards.guards) {
      guard.age = Guard::Registered;
      later.add(guard);
    }
  return later;
}

//===----------------------------------------------------------------------===//
// Which guards count
//===----------------------------------------------------------------------===//

/// What is wrong with \p guard for the use of \p event.
Miss Interpreter::missOf(const policy::Rule &rule, const Event &event, const Guard &guard,
                         const GuardSet &held) {
  if (relate(guard.subject, event.subject) == Relation::Different)
    return Miss::Subject;
  auto constantOf = [&](VersionId version) -> const Constant * {
    const VersionNode &node = tables.versions[version];
    return version && node.kind == VersionNode::Constant ? &tables.constants[node.site]
                                                         : nullptr;
  };
  if (const Constant *purpose = constantOf(guard.purpose)) {
    const Constant *wanted = constantOf(event.purpose);
    if (wanted && *wanted != *purpose)
      return Miss::Purpose;
    for (const policy::PurposeNeed &need : rule.purposes)
      if (!wanted && !purpose->text.empty() &&
          (matchesAny(need.of, event.what) || matchesAny(need.of, event.source)) &&
          !llvm::Regex(need.matches, llvm::Regex::IgnoreCase).match(purpose->text))
        return Miss::Purpose;
  }
  for (const policy::LimitNeed &limit : rule.limits)
    if (policy::isA(guard.kind, limit.guard) && !matchesAny(limit.to, event.what) &&
        !matchesAny(limit.to, event.source))
      return Miss::Purpose;
  if (guard.age != Guard::Now && matchesAny(rule.fresh, guard.kind))
    return Miss::Stale;
  for (const policy::BesideNeed &need : rule.beside)
    if (policy::isA(guard.kind, need.guard) &&
        llvm::none_of(held.guards, [&](const Guard &other) {
          return matchesAny(need.with, other.kind) &&
                 relate(other.subject, event.subject) != Relation::Different;
        }))
      return Miss::Alone;
  return Miss::None;
}

/// Whether each of the things that met in the subject of \p event has a guard of its own:
///   if (guard(ann) && guard(bob)) { User who = ann; if (late()) who = bob; use(who); }
bool Interpreter::isEachSatisfied(const policy::Rule &rule, const Event &event,
                                  const GuardSet &held) {
  constexpr unsigned mergedBound = 16;
  llvm::SmallVector<VersionId, 8> merged{event.subject.versions[0]};
  bool isEach = true;
  for (unsigned next = 0; next < merged.size() && isEach; ++next) {
    const VersionNode node = tables.versions[merged[next]];
    if (node.kind == VersionNode::Merge) {
      isEach = !node.inputs.empty();
      for (VersionId input : node.inputs)
        if (!llvm::is_contained(merged, input))
          merged.push_back(input);
    } else {
      Event one = event;
      one.subject.versions = {merged[next]};
      isEach = llvm::any_of(held.guards, [&](const Guard &guard) {
        bool isOver = guard.age == Guard::Registered && !matchesAny(rule.fresh, guard.kind);
        settledBy = &guard;
        return !isOver && matchesAny(rule.guards, guard.kind) &&
               relate(guard.subject, one.subject) == Relation::Same &&
               missOf(rule, one, guard, held) == Miss::None;
      });
    }
    isEach &= merged.size() <= mergedBound;
  }
  return isEach;
}

/// Whether a guard of \p held ends \p event: of what may be one of several things, each
/// needs one.
bool Interpreter::isSatisfied(const policy::Rule &rule, Event &event, const GuardSet &held) {
  VersionId one = event.subject.versions.size() == 1 ? event.subject.versions[0] : 0;
  const VersionNode node = tables.versions[one];
  if (node.kind == VersionNode::Either) {
    Event first = event, second = event;
    first.subject.versions = {node.base};
    second.subject.versions = {node.other};
    bool isBoth = isSatisfied(rule, first, held) && isSatisfied(rule, second, held);
    if (event.miss == Miss::None)
      event.miss = first.miss != Miss::None ? first.miss : second.miss;
    if (isBoth)
      return true;
  }
  if (node.kind == VersionNode::Merge && isEachSatisfied(rule, event, held))
    return true;
  for (const Guard &guard : held.guards) {
    bool isOver = guard.age == Guard::Registered && !matchesAny(rule.fresh, guard.kind);
    if (!matchesAny(rule.guards, guard.kind) || isOver)
      continue;
    Miss miss = missOf(rule, event, guard, held);
    if (miss == Miss::None) {
      settledBy = &guard;
      return true;
    }
    event.miss = miss;
    if (miss == Miss::Subject && event.missed.size() < missedBound)
      event.missed.push_back(guard);
  }
  return false;
}

bool Interpreter::settles(Event &event, const GuardSet &held) {
  const bool isSettled = isSatisfied(*solver.rules[event.rule].rule, event, held);
  if (isSettled)
    solver.notePass(event, settledBy);
  return isSettled;
}

} // namespace tamga::solve
