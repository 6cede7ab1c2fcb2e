//===- Calls.cpp - calls of functions and of function values ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::CallKind;
using flow::FunctionKind;
using flow::TypeKind;

llvm::SmallVector<flow::FunctionId, 4> Interpreter::targetsOf(const flow::Op &op) {
  switch (op.call) {
  case CallKind::Direct: return {op.function};
  case CallKind::Virtual: {
    llvm::SmallVector<flow::FunctionId, 4> targets;
    bool isOpen = false;
    for (Cell cell : value(op.thisValue).top.pointees) {
      const PathNode &node = tables.paths[cell.path];
      bool isExact = !node.hasDeref && node.root != Root::Opaque && node.root != Root::Literal;
      flow::TypeId exact = isExact ? typeOf(cell.path) : flow::TypeId();
      isOpen |= !exact;
      if (exact)
        for (flow::FunctionId target : solver.dispatch(op.function, exact))
          if (!llvm::is_contained(targets, target))
            targets.push_back(target);
    }
    if (isOpen || targets.empty())
      for (flow::FunctionId target : solver.dispatch(op.function, {}))
        if (!llvm::is_contained(targets, target))
          targets.push_back(target);
    return targets;
  }
  case CallKind::Indirect: break;
  }
  const Datum &callee = value(op.calleeValue).top;
  llvm::SmallVector<flow::FunctionId, 4> targets(callee.functions.begin(), callee.functions.end());
  flow::TypeId type = valueType(op.calleeValue);
  if (targets.empty() && type && program[type].callOperator)
    targets.push_back(program[type].callOperator);
  for (Cell cell : callee.pointees)
    for (flow::FunctionId function : domain.read(state, cell.path).functions)
      if (!llvm::is_contained(targets, function))
        targets.push_back(function);
  if (targets.empty())
    for (const Atom &atom : callee.atoms) {
      const Origin &origin = tables.origins[atom.origin];
      if (!origin.isSource && !llvm::is_contained(wants, origin.path) && wants.size() < 16)
        wants.push_back(origin.path);
    }
  return targets;
}

void Interpreter::call(const flow::Op &op) {
  if (op.landing)
    flowTo(op.landing, state, currentBlock);
  CallContext context{op};
  context.index = currentOp;
  for (flow::ValueId operand : op.operands)
    context.arguments.push_back(value(operand));
  if (op.thisValue) {
    context.receiver = value(op.thisValue);
    context.hasReceiver = true;
  }
  callTargets(context, targetsOf(op));
  if (!op.result)
    return;
  if (!context.result.top.version) {
    llvm::SmallVector<VersionId, 4> inputs;
    auto addInputs = [&](const ValueFact &argument) {
      inputs.push_back(argument.top.version);
      for (Cell cell : argument.top.pointees)
        inputs.push_back(domain.versionOf(state, cell.path));
    };
    for (const ValueFact &argument : context.arguments)
      addInputs(argument);
    if (context.hasReceiver)
      addInputs(context.receiver);
    context.result.top.version = madeVersion(currentOp, 0, inputs);
  }
  values[op.result.index] = std::move(context.result);
}

void Interpreter::callTargets(CallContext &context, llvm::ArrayRef<flow::FunctionId> targets) {
  if (targets.empty()) {
    context.callee = {};
    return callUnknown(context);
  }
  if (targets.size() == 1) {
    context.callee = targets.front();
    return callOne(context);
  }
  State before = state, after;
  ValueFact joined;
  bool isFirst = true;
  for (flow::FunctionId target : targets.take_front(solver.bounds.callTargets)) {
    state = before;
    endsHere = false;
    context.callee = target;
    context.result = {};
    callOne(context);
    if (endsHere)
      continue;
    domain.join(after, state, facts.opBase + currentOp + 1);
    if (isFirst)
      joined = context.result;
    else
      domain.joinValue(joined, context.result);
    isFirst = false;
  }
  domain.isWidened |= targets.size() > solver.bounds.callTargets;
  endsHere = isFirst;
  context.result = joined;
  if (!isFirst)
    state = std::move(after);
}

void Interpreter::callOne(CallContext &context) {
  const flow::Function &callee = program[context.callee];
  const FunctionFacts &calleeFacts = solver.prepare(context.callee);
  solver.noteCall(id, context.callee);
  if (!callee.hasBody()) {
    // A library function does what its models say and no more; annotations add to what is
    // assumed of a function that is defined elsewhere.
    if (!calleeFacts.isFlowModelled && !calleeFacts.hasLibraryModel)
      callUnknown(context);
    applyModels(context);
    endsHere |= callee.isNoReturn;
    return;
  }
  FunctionKey key = keyFor(context, solver.summary(context.callee));
  const Summary summary = solver.summary(context.callee, key);
  if (calleeFacts.isFlowModelled)
    liftEvents(context, summary); // The model speaks for what flows, the body for what it uses.
  else
    applySummary(context, summary);
  if (!endsHere)
    applyModels(context);
}

/// Functions that the callee would like to know, where this call knows them.
FunctionKey Interpreter::keyFor(CallContext &context, const Summary &summary) {
  FunctionKey key;
  for (PathId path : summary.wants) {
    ValueFact bound = bindValue(context, path);
    if (!bound.top.functions.empty()) {
      key.push_back({path, {bound.top.functions.begin(), bound.top.functions.end()}});
      continue;
    }
    for (const Atom &atom : bound.top.atoms) {
      const Origin &origin = tables.origins[atom.origin];
      if (!origin.isSource && !llvm::is_contained(wants, origin.path) && wants.size() < 16)
        wants.push_back(origin.path);
    }
  }
  return key;
}

/// A call with neither body nor model: what comes in may come out, where a result or
/// pointee can hold content.
void Interpreter::callUnknown(CallContext &context) {
  const flow::Function *callee = context.callee ? &program[context.callee] : nullptr;
  bool isSpecial = callee && (callee->kind == FunctionKind::Constructor ||
                              callee->name.ends_with("::operator="));
  bool isCopy = isSpecial && callee->isDefaulted && context.arguments.size() == 1;
  if (callee && callee->kind == FunctionKind::Destructor)
    return;
  if (isCopy) {
    ValueFact copied = domain.snapshot(state, context.arguments[0].top.pointees);
    domain.write(state, context.receiver.top.pointees, copied);
    context.result.top.pointees = context.receiver.top.pointees;
    return;
  }
  Datum carried;
  auto carry = [&](const ValueFact &argument) {
    domain.addMay(carried, domain.content(argument));
    for (Cell cell : argument.top.pointees)
      domain.addMay(carried, domain.content(state, tables.paths.anyNeighbour(cell.path).path));
    PortTarget callable;
    callable.isValue = true;
    callable.value = argument;
    if (!argument.top.functions.empty())
      callValue(context, callable, true);
  };
  for (const ValueFact &argument : context.arguments)
    carry(argument);
  Datum fromArguments = carried;
  if (context.hasReceiver && callee && callee->kind != FunctionKind::Constructor)
    carry(context.receiver);
  auto cleaned = [&](const Datum &datum) {
    Datum content;
    for (Atom atom : datum.atoms) {
      atom.strength = std::max(atom.strength, policy::StepStrength::Computed);
      atom.trail = step(atom.trail, finding::StepKind::Call, "through unmodelled call of `" +
                            (callee ? callee->name : std::string("a function pointer")) + "`");
      domain.addAtom(content.atoms, atom);
    }
    content.isWhole = true;
    return content;
  };
  ValueFact incoming{cleaned(fromArguments), {}};
  bool isConstructor = callee && callee->kind == FunctionKind::Constructor;
  if (context.hasReceiver && isConstructor) {
    incoming.top.version = madeVersion(currentOp, 1);
    domain.write(state, context.receiver.top.pointees, incoming);
    incoming.top.version = 0;
  } else if (context.hasReceiver && callee && !callee->isConst && !incoming.top.atoms.empty()) {
    for (Cell cell : context.receiver.top.pointees)
      domain.writeWeak(state, cell.path, incoming);
  }
  for (unsigned index = 0; index < context.arguments.size(); ++index) {
    bool isParameter = callee && index < callee->parameterCount && index < callee->locals.size();
    flow::TypeId type = isParameter ? callee->locals[index].type : valueType(context.op.operands[index]);
    if (!type || program[type].isConstPointee || incoming.top.atoms.empty())
      continue;
    if (program[type].kind != TypeKind::Pointer && program[type].kind != TypeKind::Reference)
      continue;
    for (Cell cell : context.arguments[index].top.pointees)
      domain.writeWeak(state, cell.path, incoming);
  }
  if (!context.op.result)
    return;
  flow::TypeId type = valueType(context.op.result);
  TypeKind kind = type ? program[type].kind : TypeKind::Other;
  bool carries = kind == TypeKind::Record || kind == TypeKind::Pointer ||
                 kind == TypeKind::Reference || kind == TypeKind::Array;
  if (carries)
    context.result.top = cleaned(carried);
}

//===----------------------------------------------------------------------===//
// Binding a callee's paths
//===----------------------------------------------------------------------===//

ValueFact Interpreter::bindValue(CallContext &context, PathId path) {
  const PathNode node = tables.paths[path];
  PathId inside = tables.paths.root(Root::Relative, 0);
  if (!node.parent) {
    switch (node.root) {
    case Root::Parameter:
      return uint64_t(node.index) < context.arguments.size() ? context.arguments[node.index] : ValueFact();
    case Root::This: return context.receiver;
    case Root::Global: return domain.snapshot(state, path);
    case Root::VarArgs: {
      State scratch;
      unsigned fixed = context.callee ? program[context.callee].parameterCount : 0;
      for (unsigned index = fixed; index < context.arguments.size(); ++index)
        domain.writeStrong(scratch, tables.paths.step(inside, Step::Element, index - fixed).path,
                           context.arguments[index]);
      return domain.snapshot(scratch, inside);
    }
    default: return {};
    }
  }
  bool isValue = false;
  llvm::SmallVector<Cell, 2> cells = bindCells(context, path, isValue);
  if (!isValue)
    return domain.snapshot(state, cells);
  Cell part = tables.paths.step(inside, node.step, node.index);
  return domain.part(bindValue(context, node.parent), part.path);
}

llvm::SmallVector<Cell, 2> Interpreter::bindCells(CallContext &context, PathId path, bool &isValue) {
  const PathNode node = tables.paths[path];
  isValue = false;
  if (node.root == Root::Global && !node.parent)
    return {{path, false}};
  if (!node.hasDeref && node.root != Root::Global) {
    isValue = true;
    return {};
  }
  llvm::SmallVector<Cell, 2> bound;
  bool isParentValue = false;
  llvm::SmallVector<Cell, 2> parents = bindCells(context, node.parent, isParentValue);
  if (node.step == Step::Deref) {
    Datum pointer = isParentValue ? bindValue(context, node.parent).top : domain.read(state, parents);
    bound.assign(pointer.pointees.begin(), pointer.pointees.end());
  } else {
    for (Cell parent : parents)
      bound.push_back(tables.paths.step(parent, node.step, node.index));
  }
  llvm::sort(bound);
  bound.erase(std::unique(bound.begin(), bound.end()), bound.end());
  return bound;
}

Datum Interpreter::bindContent(CallContext &context, PathId path) {
  const PathNode node = tables.paths[path];
  bool isValue = false;
  if (node.parent && node.step == Step::Everything) {
    llvm::SmallVector<Cell, 2> cells = bindCells(context, node.parent, isValue);
    if (!isValue)
      return domain.everything(state, cells);
    ValueFact bound = bindValue(context, node.parent);
    Datum content = domain.content(bound);
    domain.addMay(content, domain.everything(state, content.pointees));
    return content;
  }
  if (!node.parent || !node.hasDeref)
    return domain.content(bindValue(context, path));
  Datum content;
  for (Cell cell : bindCells(context, path, isValue))
    domain.addMay(content, domain.content(state, cell.path));
  return content;
}

VersionId Interpreter::translateVersion(CallContext &context, VersionId version) {
  if (!version)
    return 0;
  const VersionNode node = tables.versions[version];
  switch (node.kind) {
  case VersionNode::Constant: return version;
  case VersionNode::Initial: {
    bool isValue = false;
    llvm::SmallVector<Cell, 2> cells = bindCells(context, node.path, isValue);
    if (isValue)
      return bindValue(context, node.path).top.version;
    return cells.size() == 1 && !cells[0].isWeak ? domain.versionOf(state, cells[0].path) : 0;
  }
  case VersionNode::Part: {
    VersionId base = translateVersion(context, node.base);
    if (!base)
      return 0;
    VersionNode part = node;
    part.base = base;
    return tables.versions.intern(std::move(part));
  }
  case VersionNode::Made:
  case VersionNode::Merge: break;
  }
  llvm::SmallVector<VersionId, 4> inputs;
  for (VersionId input : node.inputs)
    if (VersionId translated = translateVersion(context, input))
      inputs.push_back(translated);
  return madeVersion(currentOp, node.site + 2, inputs);
}

Guard Interpreter::translateGuard(CallContext &context, const Guard &guard) {
  Guard result = guard;
  result.subject.versions.clear();
  for (VersionId version : guard.subject.versions)
    if (VersionId translated = translateVersion(context, version))
      result.subject.versions.push_back(translated);
  llvm::sort(result.subject.versions);
  return result;
}

GuardSet Interpreter::translateGuards(CallContext &context, const GuardSet &guards) {
  GuardSet result;
  result.isAll = guards.isAll;
  for (const Guard &guard : guards.guards)
    result.add(translateGuard(context, guard));
  return result;
}

/// An object that the callee made becomes an object of this call.
Cell Interpreter::translateMade(CallContext &context, PathId path) {
  PathId root = tables.paths.rootOf(path);
  bool isSummary = tables.paths[root].isSummary || facts.isInCycle[currentBlock];
  PathId made = solver.madeRoot({id, context.index}, root, isSummary);
  return tables.paths.rebase(path, root, {made, isSummary});
}

Datum Interpreter::translate(CallContext &context, const Datum &datum, bool isResult) {
  Datum result;
  std::string name = "`" + program[context.callee].name + "`";
  for (const Atom &atom : datum.atoms) {
    const Origin origin = tables.origins[atom.origin];
    if (origin.isSource) {
      Atom here = atom;
      here.trail = step(0, finding::StepKind::Return, (isResult ? "returned from " : "set by ") + name, atom.trail);
      domain.addAtom(result.atoms, here);
      continue;
    }
    Datum bound = bindContent(context, origin.path);
    for (Atom here : bound.atoms) {
      here.labels |= atom.labels;
      here.strength = std::max(here.strength, atom.strength);
      here.trail = step(here.trail, finding::StepKind::Call, "through " + name, atom.trail);
      domain.addAtom(result.atoms, here);
    }
    if (atom.strength == policy::StepStrength::Value)
      for (flow::FunctionId function : bound.functions)
        if (!llvm::is_contained(result.functions, function))
          result.functions.push_back(function);
  }
  for (flow::FunctionId function : datum.functions)
    if (!llvm::is_contained(result.functions, function))
      result.functions.push_back(function);
  llvm::sort(result.functions);
  Datum pointees;
  for (Cell cell : datum.pointees) {
    PathId root = tables.paths.rootOf(cell.path);
    Root kind = tables.paths[root].root;
    bool isValue = false;
    if (tables.paths.isSymbolic(root)) {
      llvm::SmallVector<Cell, 2> bound = bindCells(context, cell.path, isValue);
      pointees.pointees.append(bound.begin(), bound.end());
    } else if (kind == Root::Heap || kind == Root::Opaque) {
      pointees.pointees.push_back(translateMade(context, cell.path));
    }
  }
  llvm::sort(pointees.pointees);
  pointees.pointees.erase(std::unique(pointees.pointees.begin(), pointees.pointees.end()),
                          pointees.pointees.end());
  domain.addMay(result, pointees);
  result.must = datum.must;
  result.constant = datum.constant;
  result.isWhole = datum.isWhole;
  result.version = translateVersion(context, datum.version);
  if (datum.outcomes) {
    auto outcomes = std::make_shared<Outcomes>();
    for (const auto &[key, guards] : *datum.outcomes)
      outcomes->push_back({key, translateGuards(context, guards)});
    result.outcomes = outcomes;
  }
  return result;
}

/// An unchanged copy of what a path held is copied with its parts.
ValueFact Interpreter::translateValue(CallContext &context, const Datum &datum, bool isResult) {
  if (datum.version && datum.atoms.size() == 1 && !datum.atoms[0].labels &&
      datum.atoms[0].strength == policy::StepStrength::Value) {
    const VersionNode node = tables.versions[datum.version];
    const Origin origin = tables.origins[datum.atoms[0].origin];
    if (node.kind == VersionNode::Initial && !origin.isSource && origin.path == node.path) {
      ValueFact copy = bindValue(context, node.path);
      extendTrails(copy, finding::StepKind::Call, "through `" + program[context.callee].name + "`");
      return copy;
    }
  }
  return {translate(context, datum, isResult), {}};
}

void Interpreter::applySummary(CallContext &context, const Summary &summary) {
  liftEvents(context, summary);
  domain.isWidened |= summary.isWidened;
  GuardSet guards = translateGuards(context, summary.guards);
  PathId inside = tables.paths.root(Root::Relative, 0);
  State scratch;
  if (!summary.result.top.empty() || !summary.result.parts.empty() || summary.result.top.outcomes ||
      summary.result.top.version) {
    domain.writeStrong(scratch, inside, translateValue(context, summary.result.top, true));
    for (const auto &[path, datum] : summary.result.parts)
      domain.writeStrong(scratch, path, translateValue(context, datum, true));
  }
  struct Write {
    unsigned depth, order;
    llvm::SmallVector<Cell, 2> cells;
    ValueFact value;
  };
  std::vector<Write> writes;
  for (const auto &[path, datum] : summary.writes) {
    Write write;
    bool isValue = false;
    write.depth = tables.paths[path].depth;
    write.order = writes.size();
    if (tables.paths.isSymbolic(path))
      write.cells = bindCells(context, path, isValue);
    else
      write.cells.push_back(translateMade(context, path));
    write.value = translateValue(context, datum, false);
    if (!isValue && !write.cells.empty())
      writes.push_back(std::move(write));
  }
  llvm::sort(writes, [](const Write &a, const Write &b) {
    return std::tie(a.depth, a.order) < std::tie(b.depth, b.order);
  });
  if (!summary.thrown.top.empty())
    throwValue({translate(context, summary.thrown.top, false), {}}, context.op.landing);
  for (const Write &write : writes) {
    for (Cell cell : write.cells)
      if (tables.paths[cell.path].root == Root::Global)
        for (const Atom &atom : write.value.top.atoms)
          solver.addGlobalSource(cell.path, atom);
    domain.write(state, write.cells, write.value);
  }
  context.result = domain.snapshot(scratch, inside);
  for (const Guard &guard : guards.guards)
    state.guards.add(guard);
  if (!summary.returns)
    endsHere = true;
}

/// Calls the functions that \p callable holds, with the arguments of \p context. A later
/// call runs without the guards that hold now, and what it writes may or may not happen.
void Interpreter::callValue(CallContext &context, const PortTarget &callable, bool isLater) {
  ValueFact held = snapshotPort(callable);
  llvm::SmallVector<flow::FunctionId, 4> targets(held.top.functions.begin(), held.top.functions.end());
  if (targets.empty() && callable.type && program[callable.type].callOperator)
    targets.push_back(program[callable.type].callOperator);
  if (targets.empty()) {
    for (const Atom &atom : held.top.atoms) {
      const Origin &origin = tables.origins[atom.origin];
      if (!origin.isSource && !llvm::is_contained(wants, origin.path) && wants.size() < 16)
        wants.push_back(origin.path);
    }
    return;
  }
  if (callDepth > 4)
    return;
  ++callDepth;
  CallContext inner{context.op};
  inner.index = context.index;
  inner.arguments = context.callbackArguments;
  PathId object = tables.paths.root(Root::Opaque, int64_t(currentOp) * 8 + 7, true);
  if (callable.isValue) {
    domain.writeStrong(state, object, held);
    inner.receiver.top.pointees.push_back({object, false});
  } else {
    inner.receiver.top.pointees.assign(callable.cells.begin(), callable.cells.end());
  }
  inner.hasReceiver = true;
  State before = state;
  GuardSet guards = state.guards;
  if (isLater)
    state.guards = {};
  callTargets(inner, targets);
  if (isLater) {
    endsHere = false;
    state.guards = guards;
    domain.join(state, before, facts.opBase + currentOp + 1);
    state.guards = guards;
  }
  context.callbackResult = inner.result;
  --callDepth;
}

} // namespace tamga::solve
