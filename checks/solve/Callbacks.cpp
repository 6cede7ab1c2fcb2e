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

namespace {
/// A member function that stands for itself: its object is the first argument, as for
/// std::invoke.
bool takesObject(const flow::Program &program, flow::FunctionId id) {
  const flow::Function &function = program[id];
  return function.kind == flow::FunctionKind::Method && !function.isStatic && function.record &&
         !program[function.record].isLambda;
}
} // namespace

std::optional<unsigned> paramStep(const Port &port) {
  for (unsigned index = 0; index < port.steps.size(); ++index)
    if (port.steps[index].kind == Port::Step::Param)
      return index;
  return std::nullopt;
}

flow::FunctionId Interpreter::calledBy(const PortTarget &callable) {
  ValueFact held = snapshotPort(callable);
  if (!held.top.functions.empty())
    return held.top.functions[0];
  return callable.type ? program[callable.type].callOperator : flow::FunctionId();
}

/// The object that a member function is called on: a pointer, a std::ref or the object.
ValueFact Interpreter::callbackObject(const PortTarget &target, flow::FunctionId member) {
  ValueFact copy = snapshotPort(target), pointer;
  bool isObject = target.type && target.type == program[member].record;
  if (!copy.top.pointees.empty() && !isObject)
    pointer.top.pointees = copy.top.pointees;
  else
    pointer.top.pointees.assign(target.cells.begin(), target.cells.end());
  if (!pointer.top.pointees.empty())
    return pointer;
  PathId object = tables.paths.root(Root::Opaque, int64_t(currentOp) * 64 + 7, true);
  domain.writeWeak(state, object, copy);
  pointer.top.pointees.push_back({object, false});
  return pointer;
}

/// A callable's parameter gets its object where it takes a reference, else a copy.
ValueFact Interpreter::callbackArgument(const PortTarget &target, flow::FunctionId function, unsigned index) {
  flow::TypeId wanted;
  if (function && takesObject(program, function)) {
    if (!index)
      return callbackObject(target, function);
    --index;
  }
  if (function && index < program[function].parameterCount && index < program[function].locals.size()) {
    flow::TypeId type = program[function].locals[index].type;
    if (type && program[type].kind == TypeKind::Reference)
      wanted = program[type].pointee;
  }
  ValueFact copy = snapshotPort(target);
  if (!wanted)
    return copy;
  ValueFact pointer;
  // What std::ref made stands for the object it refers to.
  bool isReference = !copy.top.pointees.empty() && llvm::all_of(copy.top.pointees, [&](Cell cell) {
    return typeOf(cell.path) == wanted;
  });
  if (isReference) {
    pointer.top.pointees = copy.top.pointees;
    return pointer;
  }
  if (!target.cells.empty()) {
    pointer.top.pointees.assign(target.cells.begin(), target.cells.end());
    return pointer;
  }
  PathId object = tables.paths.root(Root::Opaque, int64_t(currentOp) * 64 + 8 + index, true);
  domain.writeWeak(state, object, copy);
  pointer.top.pointees.push_back({object, false});
  return pointer;
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

/// The first argument of a member function becomes its `this`.
void Interpreter::passObject(CallContext &context, flow::FunctionId function) {
  context.callbackObject = {};
  if (!function || !takesObject(program, function) || context.callbackArguments.empty())
    return;
  context.callbackObject = context.callbackArguments.front();
  context.callbackArguments.erase(context.callbackArguments.begin());
}

void Interpreter::applyCallback(CallContext &context, const Effect &effect) {
  for (const PortTarget &callable : resolve(context, *effect.at)) {
    context.callbackArguments.clear();
    context.callbackResult = {};
    flow::FunctionId function = calledBy(callable);
    addStopToken(context, function, effect);
    for (const Port &port : effect.arguments)
      for (const PortTarget &target : resolve(context, port))
        context.callbackArguments.push_back(
            callbackArgument(target, function, context.callbackArguments.size()));
    passObject(context, function);
    for (const auto &[index, value] : context.callbackSources) {
      if (context.callbackArguments.size() <= index)
        context.callbackArguments.resize(index + 1);
      domain.joinValue(context.callbackArguments[index], value);
    }
    callValue(context, callable, effect.effect == EffectKind::Registers);
    if (effect.result)
      writePort(context, *effect.result, {context.callbackResult, policy::WriteMode::Adds, false});
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
