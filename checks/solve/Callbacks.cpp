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
