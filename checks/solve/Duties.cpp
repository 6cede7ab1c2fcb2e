//===- Duties.cpp - what must be followed by something -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule of shape `after` asks that a use is followed by another, or by a guard, on every
// path to where the function is left:
//
//   builder.setMark(); ... builder.write();
//
// The first makes a duty, the second ends it. Duties are may-facts: what is open on some
// path is open. What ends them is kept as a guard, a must-fact, so that a helper that does
// it on all of its paths does it for its callers. Duties that are open where a function is
// left pass on to its callers, and are findings where there are none.
//
// A function is also left by exceptions. Those that the program throws itself count; that
// any other call might throw counts where a handler goes on. A duty remembers what branches had
// shown when it began: where the opposite is known it cannot be open.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using policy::Shape;

namespace {
constexpr unsigned conditionBound = 8;
constexpr unsigned dutyBound = 32;
} // namespace

bool addDuty(std::vector<Duty> &duties, const Duty &duty) {
  auto place = std::lower_bound(duties.begin(), duties.end(), duty,
                                [](const Duty &a, const Duty &b) { return a.key() < b.key(); });
  if (place == duties.end() || place->key() != duty.key()) {
    if (duties.size() < dutyBound)
      duties.insert(place, duty);
    return true;
  }
  std::vector<std::pair<VersionId, ConstantId>> both;
  std::set_intersection(place->conditions.begin(), place->conditions.end(),
                        duty.conditions.begin(), duty.conditions.end(),
                        std::back_inserter(both));
  bool changed = both.size() != place->conditions.size();
  place->conditions = std::move(both);
  return changed;
}

/// A use of \p kind happens here: it may begin duties, and end others.
void Interpreter::useDuty(CallContext &context, const policy::Kind &kind,
                          const Subject &subject) {
  if (!solver.hasDuties)
    return;
  for (const Rule &entry : solver.rules)
    if (entry.rule->shape == Shape::After && matchesAny(entry.rule->then, kind)) {
      GuardSet done;
      done.add({kind, subject, {id, currentOp}});
      state.guards.addAll(done);
      endDuties(state, done);
      break;
    }
  for (uint32_t index = 0; index < solver.rules.size(); ++index) {
    const policy::Rule &rule = *solver.rules[index].rule;
    if (rule.shape != Shape::After || !matchesAny(rule.uses, kind) ||
        matchesAny(rule.exceptFrom, kind))
      continue;
    Duty duty;
    duty.rule = index;
    duty.what = kind;
    duty.site = {id, currentOp};
    duty.subject = subject;
    duty.trail = step(0, finding::StepKind::Source,
                      solver.kindWords(kind) + " by `" + calleeName(context) + "`");
    for (auto known = state.known.rbegin();
         known != state.known.rend() && duty.conditions.size() < conditionBound; ++known)
      duty.conditions.push_back(*known);
    llvm::sort(duty.conditions);
    addDuty(state.duties, duty);
  }
}

/// Ends those duties that \p done is what must follow.
void Interpreter::endDuties(State &in, const GuardSet &done) {
  gainLabels(in, done);
  if (in.duties.empty())
    return;
  llvm::erase_if(in.duties, [&](const Duty &duty) {
    const policy::Rule &rule = *solver.rules[duty.rule].rule;
    return llvm::any_of(done.guards, [&](const Guard &guard) {
      if (!matchesAny(rule.then, guard.kind))
        return false;
      Relation relation = relate(guard.subject, duty.subject);
      if (duty.subject.versions.empty())
        return true;
      return rule.subject == policy::SubjectNeed::Required ? relation == Relation::Same
                                                           : relation != Relation::Different;
    });
  });
}

/// Duties that cannot be open, since they began where a branch went the other way.
void Interpreter::dropImpossibleDuties(State &in) {
  llvm::erase_if(in.duties, [&](const Duty &duty) {
    return llvm::any_of(duty.conditions, [&](const auto &condition) {
      ConstantId known = domain.knownConstant(in, condition.first);
      return known && domain.contradicts(known, {OutcomeKey::Exactly, condition.second});
    });
  });
}

/// A call may throw, whether or not anything is known to.
void Interpreter::mayThrow(const flow::Op &op, State leaving) {
  leaving.isUnlikely |= solver.hasDuties;
  if (leaving.isUnlikely)
    leaving.openSinks.clear();
  flowTo(op.landing, leaving, currentBlock);
}

/// A new exception is thrown; one that only goes on is as likely as it was, and not likely
/// where a handler of some type stood in its way.
void Interpreter::noteThrow(const flow::Op &op) {
  auto maker = [&](flow::ValueId value) -> const flow::Op * {
    uint32_t defined = value ? facts.definedBy[value.index] : ~0u;
    return defined == ~0u ? nullptr : facts.ops[defined];
  };
  const flow::Op *load = op.operands.empty() ? nullptr : maker(op.operands[0]);
  bool isLoad =
      load && load->kind == flow::OpKind::Load && load->place.root == flow::RootKind::Value;
  const flow::Op *landing = isLoad ? maker(flow::ValueId(load->place.index)) : nullptr;
  if (!landing || landing->kind != flow::OpKind::Landing)
    state.isUnlikely = false;
  else if (landing->type)
    state.isUnlikely = true;
}

/// The function is left by an exception that \p leaving knows of.
void Interpreter::leaveByThrow(const State &leaving) {
  if (leaving.isUnlikely)
    return;
  throwsAnew = true;
  leaveSinks(leaving, gained);
  for (const Duty &duty : leaving.duties)
    addDuty(thrownDuties, duty);
}

std::vector<Duty> Interpreter::translateDuties(CallContext &context,
                                               const std::vector<Duty> &duties) {
  std::vector<Duty> result;
  for (const Duty &inner : duties) {
    Duty duty = inner;
    duty.subject = translateGuard(context, {inner.what, inner.subject, {}}).subject;
    duty.trail = step(0, finding::StepKind::Call,
                      "calls `" + program[context.callee].name + "`", inner.trail);
    duty.conditions.clear();
    for (const auto &[version, constant] : inner.conditions)
      if (VersionId here = isKnownOutside(version) ? translateVersion(context, version) : 0)
        duty.conditions.push_back({here, constant});
    llvm::sort(duty.conditions);
    addDuty(result, duty);
  }
  return result;
}

/// What the callee leaves open where it throws, as it is known to do.
void Interpreter::addThrownDuties(CallContext &context, const Summary &summary, State &leaving) {
  if (!solver.hasDuties || !summary.throwsAnew)
    return;
  leaving.isUnlikely = false;
  for (const Duty &duty : translateDuties(context, summary.thrownDuties))
    addDuty(leaving.duties, duty);
}

/// The callee's duties become those of this function; an exception that it throws takes
/// those that were open before along.
void Interpreter::applyDuties(CallContext &context, const Summary &summary) {
  if (!solver.hasDuties)
    return;
  if (summary.throwsAnew && !context.op.landing) {
    State leaving = state;
    addThrownDuties(context, summary, leaving);
    leaveByThrow(leaving);
  }
  std::vector<Duty> duties = translateDuties(context, summary.duties);
  endDuties(state, translateGuards(context, summary.guards));
  for (const Duty &duty : duties)
    addDuty(state.duties, duty);
}

/// A duty that nobody further up fulfils.
void Solver::endDuty(const Duty &duty, flow::FunctionId function) {
  Event event;
  event.kind = Event::Use;
  event.rule = duty.rule;
  event.what = duty.what;
  event.site = duty.site;
  event.trail = duty.trail;
  endUse(event, function);
}

} // namespace tamga::solve
