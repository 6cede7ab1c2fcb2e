//===- Callbacks.cpp - callables that models call ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::TypeKind;
using policy::Effect;
using policy::EffectKind;
using policy::Port;

std::optional<unsigned> paramStep(const Port &port) {
  for (unsigned index = 0; index < port.steps.size(); ++index)
    if (port.steps[index].kind == Port::Step::Param)
      return index;
  return std::nullopt;
}

/// std::jthread gives a stop token to functions that want one first.
void Interpreter::addStopToken(CallContext &context, flow::FunctionId function, const Effect &effect) {
  if (!function || !program[function].parameterCount || program[function].locals.empty())
    return;
  flow::TypeId first = program[function].locals[0].type;
  bool wantsToken = first && program[first].name == "std::stop_token";
  for (const Port &port : effect.arguments)
    for (const PortTarget &target : resolve(context, port))
      wantsToken &= !target.type || program[target.type].name != "std::stop_token";
  if (wantsToken)
    context.callbackArguments.push_back({});
}

/// The overloads or instances that a call of \p callable chooses from, by how well they fit
/// the arguments. Empty: there is no choice.
llvm::SmallVector<flow::FunctionId, 4>
Interpreter::overloadsOf(const PortTarget &callable, llvm::ArrayRef<PortTarget> targets) {
  llvm::SmallVector<flow::FunctionId, 4> all;
  const flow::Type *type = callable.type ? &program[callable.type] : nullptr;
  bool isClass = type && type->kind == TypeKind::Record && !type->isLambda && !type->callOperator;
  if (isClass)
    all = callOperatorsOf(callable.type);
  if (all.empty())
    all.assign({calledFunction(callable)});
  for (unsigned next = 0; next < all.size() && all[next] && next < 16; ++next)
    for (flow::FunctionId other : program[all[next]].alternatives)
      if (!llvm::is_contained(all, other))
        all.push_back(other);
  if (all.size() < 2)
    return {};
  llvm::SmallVector<flow::FunctionId, 4> best;
  unsigned bestFitness = 1;
  for (flow::FunctionId function : all) {
    const flow::Function &candidate = program[function];
    if (candidate.parameterCount != targets.size())
      continue;
    unsigned sum = 1;
    for (unsigned index = 0; index < targets.size() && sum; ++index) {
      if (targets[index].choice)
        continue;
      unsigned fits = fitness(candidate.locals[index].type, targets[index].type);
      sum = fits ? sum + fits : 0;
    }
    if (sum > bestFitness)
      best.clear();
    if (sum && sum >= bestFitness)
      best.push_back(function);
    bestFitness = std::max(bestFitness, sum);
  }
  return best;
}

/// One call of one function, or of what \p callable holds.
void Interpreter::callWith(CallContext &context, const Effect &effect,
                           const PortTarget &callable, std::vector<PortTarget> targets) {
  context.callbackArguments.clear();
  context.callbackResult = {};
  takeReceiver(context, callable, targets);
  flow::FunctionId function =
      context.callbackTarget ? context.callbackTarget : calledFunction(callable);
  addStopToken(context, function, effect);
  for (const PortTarget &target : targets)
    context.callbackArguments.push_back(
        callbackArgument(target, function, context.callbackArguments.size()));
  for (const auto &[index, value] : context.callbackSources) {
    if (context.callbackArguments.size() <= index)
      context.callbackArguments.resize(index + 1);
    domain.joinValue(context.callbackArguments[index], value);
  }
  callValue(context, callable, effect.effect == EffectKind::Registers);
  context.callbackResult = referredTo(context, effect, callable);
}

/// What was returned by reference is the object, unless the caller wants a reference.
ValueFact Interpreter::referredTo(const CallContext &context, const Effect &effect,
                                  const PortTarget &callable) {
  flow::FunctionId function =
      context.callbackTarget ? context.callbackTarget : calledFunction(callable);
  flow::TypeId type = function ? program[function].returnType : flow::TypeId();
  const ValueFact &result = context.callbackResult;
  bool isReference = type && program[type].kind == TypeKind::Reference;
  flow::TypeId wanted = context.callee      ? program[context.callee].returnType
                        : context.op.result ? valueType(context.op.result)
                                            : flow::TypeId();
  bool isGiven = effect.result && effect.result->root == Port::Return &&
                 effect.result->steps.empty() && wanted &&
                 program[wanted].kind == TypeKind::Reference;
  if (!isReference || isGiven || result.top.pointees.empty())
    return result;
  return domain.snapshot(state, result.top.pointees);
}

/// Calls each overload of \p callable that may be meant; one of them runs.
void Interpreter::callOverloads(CallContext &context, const Effect &effect,
                                const PortTarget &callable,
                                llvm::ArrayRef<PortTarget> targets) {
  llvm::SmallVector<flow::FunctionId, 4> overloads = overloadsOf(callable, targets);
  context.callbackTarget = overloads.size() == 1 ? overloads[0] : flow::FunctionId();
  if (overloads.size() < 2)
    return callWith(context, effect, callable, targets.vec());
  State before = state, after;
  ValueFact joined;
  bool isFirst = true;
  for (flow::FunctionId overload : overloads) {
    state = before;
    endsHere = false;
    context.callbackTarget = overload;
    callWith(context, effect, callable, targets.vec());
    if (endsHere)
      continue;
    domain.join(after, state, facts.opBase + currentOp + 1);
    if (isFirst)
      joined = context.callbackResult;
    else
      domain.joinValue(joined, context.callbackResult);
    isFirst = false;
  }
  context.callbackTarget = {};
  endsHere = isFirst;
  context.callbackResult = joined;
  if (!isFirst)
    state = std::move(after);
}

/// What the callable that \p effect names makes of an argument before the call.
PortTarget Interpreter::passedThrough(CallContext &context, const Effect &effect,
                                      const PortTarget &target) {
  Effect projection;
  projection.effect = EffectKind::Calls;
  PortTarget passed;
  passed.isValue = true;
  for (const PortTarget &callable : resolve(context, *effect.through)) {
    callOverloads(context, projection, callable, {target});
    domain.joinValue(passed.value, context.callbackResult);
  }
  return passed;
}

/// A library's function object: `std::plus<>()`.
void Interpreter::callModelled(CallContext &context, const PortTarget &callable) {
  if (!callable.type || program[callable.type].kind != TypeKind::Record)
    return;
  CallContext inner{context.op};
  inner.index = context.index;
  inner.isSynthetic = true;
  std::vector<std::string> spellings;
  for (const ValueFact &argument : context.callbackArguments) {
    inner.arguments.push_back(argument);
    spellings.push_back("");
  }
  auto models = solver.matcher.function({program[callable.type].name + "::operator()",
                                         unsigned(spellings.size()), spellings, spellings});
  ++callDepth;
  applyModels(inner, models);
  --callDepth;
  context.callbackResult = inner.result;
}

void Interpreter::applyCallback(CallContext &context, const Effect &effect) {
  Subject channel = effect.subject ? channelOf(context, *effect.subject) : Subject();
  policy::Labels labels = heldLabels(channel);
  std::swap(laterChannel, channel);
  std::swap(laterLabels, labels);
  callTheCallables(context, effect);
  std::swap(laterChannel, channel);
  std::swap(laterLabels, labels);
}

void Interpreter::callTheCallables(CallContext &context, const Effect &effect) {
  std::vector<PortTarget> given;
  for (const Port &port : effect.arguments)
    for (PortTarget &target : resolve(context, port))
      given.push_back(effect.through ? passedThrough(context, effect, target)
                                     : std::move(target));
  for (const PortTarget &callable : resolve(context, *effect.at)) {
    std::vector<PortTarget> targets = given;
    fillBound(snapshotPort(callable), targets);
    callOverloads(context, effect, callable, targets);
    if (!effect.result)
      continue;
    PortWrite write{context.callbackResult, policy::WriteMode::Adds, false};
    if (effect.range)
      write.whole = wholeRange(context, effect, *effect.result);
    writePort(context, *effect.result, write);
  }
}

/// What a callback's parameter receives: the content, and a pointer to it. A port that
/// goes on (`arg0.param2.*.data`) says which part of the pointee holds it.
void Interpreter::fillCallbackArgument(CallContext &context, const Port &at, ValueFact &value) {
  unsigned position = *paramStep(at), index = unsigned(at.steps[position].index);
  Port callablePort = at;
  callablePort.steps.resize(position);
  PathId object = tables.paths.root(Root::Opaque, int64_t(currentOp) * 64 + 40 + index, true);
  PortTarget target;
  target.cells.push_back({object, true});
  for (const PortTarget &callable : resolve(context, callablePort))
    for (flow::FunctionId function : snapshotPort(callable).top.functions)
      if (index < program[function].parameterCount && program[function].locals[index].type)
        target.type = program[program[function].locals[index].type].pointee;
  llvm::ArrayRef<Port::Step> rest = llvm::ArrayRef(at.steps).drop_front(position + 1);
  bool isPart = !rest.empty();
  for (const Port::Step &step : rest)
    if (step.kind != Port::Step::Deref || &step != rest.begin())
      target = follow(context, std::move(target), step);
  for (Cell cell : target.cells)
    domain.writeWeak(state, cell.path, value);
  if (isPart)
    value = {};
  value.top.pointees.push_back({object, true});
}

} // namespace tamga::solve
