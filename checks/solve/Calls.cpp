//===- Calls.cpp - calls of functions and of function values ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"
#include "llvm/Support/SaveAndRestore.h"

namespace tamga::solve {

using flow::CallKind;
using flow::FunctionKind;
using flow::TypeKind;

llvm::SmallVector<flow::FunctionId, 4> Interpreter::targetsOf(const flow::Op &op) {
  switch (op.call) {
  case CallKind::Direct:
    return {op.function};
  case CallKind::Virtual:
    return overridersOf(op.function, value(op.thisValue).top);
  case CallKind::Indirect:
    break;
  }
  const Datum &callee = value(op.calleeValue).top;
  llvm::SmallVector<flow::FunctionId, 4> targets = functionsOf(callee);
  flow::TypeId type = valueType(op.calleeValue);
  if (targets.empty() && type && program[type].callOperator)
    targets.push_back(program[type].callOperator);
  for (Cell cell : callee.pointees)
    for (flow::FunctionId function : domain.read(state, cell.path).functions)
      if (!llvm::is_contained(targets, function))
        targets.push_back(function);
  if (!op.thisValue)
    return targets;
  // A pointer to a virtual member function.
  llvm::SmallVector<flow::FunctionId, 4> overriders;
  for (flow::FunctionId target : targets)
    if (program[target].isVirtual)
      overriders.append(overridersOf(target, value(op.thisValue).top));
    else
      overriders.push_back(target);
  llvm::sort(overriders);
  overriders.erase(std::unique(overriders.begin(), overriders.end()), overriders.end());
  return overriders;
}

/// What a virtual call of \p target runs on the objects that \p receiver points at.
llvm::SmallVector<flow::FunctionId, 4> Interpreter::overridersOf(flow::FunctionId target,
                                                                 const Datum &receiver) {
  llvm::SmallVector<flow::FunctionId, 4> targets;
  auto add = [&](flow::TypeId exact) {
    for (flow::FunctionId overrider : solver.dispatch(target, exact))
      if (!llvm::is_contained(targets, overrider))
        targets.push_back(overrider);
  };
  bool isOpen = receiver.pointees.empty();
  bool isDecided = solver.dispatch(target, {}).size() < 2;
  for (Cell cell : receiver.pointees) {
    llvm::SmallVector<flow::TypeId, 1> exact = exactTypes(cell.path);
    for (flow::TypeId type : exact)
      add(type);
    isOpen |= exact.empty();
    if (exact.empty() && !isDecided)
      wantType(cell.path);
  }
  if (isOpen)
    add({});
  return targets;
}

/// The classes that the object at \p path may be of, if it is known to be of no others.
llvm::SmallVector<flow::TypeId, 1> Interpreter::exactTypes(PathId path) const {
  for (const auto &[known, types] : key.types)
    if (known == path)
      return types;
  const PathNode &node = tables.paths[path];
  bool isObject = !node.hasDeref && node.root != Root::Opaque && node.root != Root::Literal;
  // Constructors and destructors run the overrides of their own class.
  bool isPartMade = function.kind == flow::FunctionKind::Constructor ||
                    function.kind == flow::FunctionKind::Destructor;
  bool isThis = node.root == Root::This && node.parent && !tables.paths[node.parent].parent;
  flow::TypeId type = isObject               ? typeOf(path)
                      : isThis && isPartMade ? function.record
                                             : flow::TypeId();
  return type ? llvm::SmallVector<flow::TypeId, 1>{type} : llvm::SmallVector<flow::TypeId, 1>();
}

/// The functions that \p callee holds. Where it does not say, callers may know, or the
/// program says what it stores in the global that this comes from.
llvm::SmallVector<flow::FunctionId, 4> Interpreter::functionsOf(const Datum &callee) {
  llvm::SmallVector<flow::FunctionId, 4> known(callee.functions.begin(), callee.functions.end());
  if (!known.empty())
    return known;
  for (const Atom &atom : callee.atoms) {
    const Origin origin = tables.origins[atom.origin];
    if (origin.isSource)
      continue;
    for (flow::FunctionId function : solver.shared.functionsAt(origin.path, id))
      if (!llvm::is_contained(known, function))
        known.push_back(function);
    wantFunctions(origin);
  }
  return known;
}

/// What the globals hold now may be seen by code that is not.
void Interpreter::publishGlobals(const State &seen) {
  if (!writesGlobals)
    return;
  SharedState::Cells cells;
  for (const auto &[root, object] : seen.memory)
    if (Root kind = tables.paths[root].root;
        kind == Root::Global || kind == Root::Heap || kind == Root::Opaque)
      cells.insert(cells.end(), object->cells.begin(), object->cells.end());
  solver.shared.publish(cells, function.kind == FunctionKind::GlobalInit);
}

void Interpreter::call(const flow::Op &op) {
  // Where a callee throws before it has done anything, or where nobody knows.
  State before;
  if (op.landing)
    before = state;
  hasThrown = false;
  CallContext context{op};
  context.index = currentOp;
  for (flow::ValueId operand : op.operands)
    context.arguments.push_back(value(operand));
  if (op.thisValue) {
    context.receiver = value(op.thisValue);
    context.hasReceiver = true;
  }
  const llvm::SmallVector<const policy::FunctionModel *, 2> fieldModels = modelsOfField(op);
  if (fieldModels.empty())
    callTargets(context, targetsOf(op));
  else
    applyModels(context, fieldModels);
  if (!endsHere)
    runLater(0);
  if (op.landing && !(endsHere && hasThrown))
    mayThrow(op, std::move(before));
  if (!op.result)
    return;
  // Some element of a container is known by the call that gave it.
  flow::TypeId type = valueType(op.result);
  bool isElement = type && program[type].kind == TypeKind::Reference &&
                   llvm::any_of(context.result.top.pointees, [&](Cell cell) {
                     return tables.paths[cell.path].isSummary;
                   });
  if (!context.result.top.version || isElement) {
    llvm::SmallVector<VersionId, 4> inputs;
    // What a pointer to an object says is said by the object; a container is no key.
    auto addInputs = [&](const ValueFact &argument, flow::TypeId type) {
      TypeKind kind = type ? program[type].kind : TypeKind::Other;
      flow::TypeId pointee = type ? program[type].pointee : type;
      bool isObject =
          kind == TypeKind::Reference && pointee && program[pointee].kind == TypeKind::Record;
      if (!isObject || argument.top.pointees.empty())
        inputs.push_back(argument.top.version);
      for (Cell cell : argument.top.pointees)
        inputs.push_back(domain.versionOf(state, cell.path));
    };
    for (unsigned index = 0; index < context.arguments.size(); ++index)
      addInputs(context.arguments[index], valueType(op.operands[index]));
    if (context.hasReceiver && context.receiver.top.pointees.empty())
      inputs.push_back(context.receiver.top.version);
    for (Cell cell : context.receiver.top.pointees)
      inputs.push_back(domain.versionOf(state, cell.path));
    context.result.top.version = madeVersion(currentOp, 0, inputs);
  }
  giveObject(context);
  values[op.result.index] = std::move(context.result);
}

/// A pointer that came from elsewhere points at an object, whose content was not seen yet:
///   char *text = malloc(9); fill(text); show(text);
void Interpreter::giveObject(CallContext &context) {
  Datum &result = context.result.top;
  flow::TypeId type = valueType(context.op.result);
  bool isPointer = type && (program[type].kind == TypeKind::Pointer ||
                            program[type].kind == TypeKind::Reference);
  bool isKnown = !result.pointees.empty() || !result.functions.empty() || result.constant;
  bool hasBody = context.callee && program[context.callee].hasBody();
  if (!isPointer || isKnown || hasBody || endsHere)
    return;
  materialise(result, 6);
  ValueFact content;
  content.top = result;
  content.top.pointees.clear();
  content.top.isWhole = true;
  domain.writeStrong(state, result.pointees[0].path, content);
}

/// Models of the field that a function pointer or std::function was loaded from:
/// `OrtApi::Run`, `httplib::DataSink::write`.
llvm::SmallVector<const policy::FunctionModel *, 2>
Interpreter::modelsOfField(const flow::Op &op) {
  bool isFunctionObject = op.call == CallKind::Direct && op.thisValue &&
                          program[op.function].name == "std::function::operator()";
  flow::ValueId callee = isFunctionObject ? op.thisValue : op.calleeValue;
  if (!callee || facts.definedBy[callee.index] == ~0u)
    return {};
  const flow::Op &made = *facts.ops[facts.definedBy[callee.index]];
  bool isPlace = made.kind == flow::OpKind::Load || made.kind == flow::OpKind::Address;
  if (!isPlace)
    return {};
  for (const flow::Step &step : llvm::reverse(made.place.steps)) {
    if (step.kind == flow::StepKind::Deref)
      continue;
    if (step.kind != flow::StepKind::Field)
      return {};
    const flow::Field &field = program.fields[step.index];
    std::string name = field.record ? program[field.record].name + "::" : "";
    llvm::StringRef own = field.name;
    name += own.rsplit("::").second.empty() ? own : own.rsplit("::").second;
    return solver.matcher.function({name, unsigned(op.operands.size()), {}});
  }
  return {};
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

/// The model adds to what the body shows: sources that it has itself are not told twice.
void Interpreter::noteShown(CallContext &context, const Summary &summary) {
  context.addsToBody = true;
  auto note = [&](const Datum &datum) {
    for (const Atom &atom : datum.atoms)
      if (tables.origins[atom.origin].isSource)
        context.shownKinds.push_back(tables.origins[atom.origin].kind);
  };
  note(summary.result.top);
  for (const auto &[path, datum] : summary.result.parts)
    note(datum);
  for (const auto &[path, datum] : summary.writes)
    note(datum);
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
    applyModels(context, calleeFacts.models);
    sinkFields(context, context.receiver.top.pointees);
    endThreads(callee);
    endsHere |= callee.isNoReturn;
    return;
  }
  context.bound = {};
  const FunctionKey key = wholeKey(context);
  solver.asked.insert({context.callee, key});
  const Summary summary = solver.summary(context.callee, key);
  {
    const bool isCycle = calleeFacts.group == solver.functions[id.index].group;
    llvm::SaveAndRestore folds(tables.paths.foldsOffsets, isCycle);
    if (calleeFacts.isFlowModelled && !calleeFacts.isBodyKept)
      liftEvents(context, summary); // The model speaks for what flows, the body for what it uses.
    else
      applySummary(context, summary);
  }
  if (calleeFacts.isFlowModelled && calleeFacts.isBodyKept)
    noteShown(context, summary);
  bool isCopy = callee.isDefaulted && context.arguments.size() == 1 &&
                context.receiver.top.pointees.size() == 1 &&
                context.arguments[0].top.pointees.size() == 1;
  if (isCopy && !endsHere) {
    ValueFact whole = domain.snapshot(state, context.receiver.top.pointees[0].path);
    whole.top.version = domain.versionOf(state, context.arguments[0].top.pointees[0].path);
    domain.writeStrong(state, context.receiver.top.pointees[0].path, whole);
  }
  if (!endsHere)
    applyModels(context, calleeFacts.models);
}

/// A call with neither body nor model: what comes in may come out, where a result or
/// pointee can hold content.
void Interpreter::callUnknown(CallContext &context) {
  const flow::Function *callee = context.callee ? &program[context.callee] : nullptr;
  if (callee && callee->kind == FunctionKind::Destructor)
    return;
  publishGlobals(state);
  bool isConstructor = callee && callee->kind == FunctionKind::Constructor;
  bool isAssignment = callee && llvm::StringRef(callee->name).ends_with("::operator=");
  if ((isConstructor || isAssignment) && callee->isDefaulted && context.arguments.size() == 1) {
    ValueFact copied = domain.snapshot(state, context.arguments[0].top.pointees);
    domain.write(state, context.receiver.top.pointees, copied);
    context.result.top.pointees = context.receiver.top.pointees;
    return;
  }
  Datum carried;
  for (const ValueFact &argument : context.arguments)
    carry(context, argument, carried);
  ValueFact incoming{throughUnknown(context, carried), {}};
  writeUnknown(context, incoming);
  flow::TypeId type = context.op.result ? valueType(context.op.result) : flow::TypeId();
  TypeKind kind = type ? program[type].kind : TypeKind::Other;
  bool carries = kind == TypeKind::Record || kind == TypeKind::Pointer ||
                 kind == TypeKind::Reference || kind == TypeKind::Array;
  if (!carries)
    return;
  if (context.hasReceiver && !isConstructor)
    carry(context, context.receiver, carried);
  context.result.top = throughUnknown(context, carried);
}

/// Adds what \p argument brings into an unknown call. A callable may be called later.
void Interpreter::carry(CallContext &context, const ValueFact &argument, Datum &carried) {
  domain.addMay(carried, domain.content(argument));
  for (Cell cell : argument.top.pointees)
    domain.addMay(carried, domain.content(state, tables.paths.anyNeighbour(cell.path).path));
  if (argument.top.functions.empty())
    return;
  PortTarget callable;
  callable.isValue = true;
  callable.value = argument;
  callValue(context, callable, true);
}

/// Content that went through an unknown call: changed, and said to be.
Datum Interpreter::throughUnknown(CallContext &context, const Datum &datum) {
  Datum content;
  std::string name = context.callee ? program[context.callee].name : "a function pointer";
  for (Atom atom : datum.atoms) {
    atom.strength = std::max(atom.strength, policy::StepStrength::Computed);
    atom.trail =
        step(atom.trail, finding::StepKind::Call, "through unmodelled call of `" + name + "`");
    domain.addAtom(content.atoms, atom);
  }
  content.isWhole = true;
  return content;
}

/// Where an unknown call may leave its arguments: in its object and non-const pointees.
void Interpreter::writeUnknown(CallContext &context, ValueFact incoming) {
  const flow::Function *callee = context.callee ? &program[context.callee] : nullptr;
  if (context.hasReceiver && callee && callee->kind == FunctionKind::Constructor) {
    incoming.top.version = madeVersion(currentOp, 1);
    domain.write(state, context.receiver.top.pointees, incoming);
    incoming.top.version = 0;
  } else if (context.hasReceiver && callee && !callee->isConst && !incoming.top.atoms.empty()) {
    for (Cell cell : context.receiver.top.pointees)
      domain.writeWeak(state, cell.path, incoming);
  }
  if (incoming.top.atoms.empty())
    return;
  for (unsigned index = 0; index < context.arguments.size(); ++index) {
    bool isParameter =
        callee && index < callee->parameterCount && index < callee->locals.size();
    bool isOperand = index < context.op.operands.size();
    flow::TypeId type = isParameter ? callee->locals[index].type
                        : isOperand ? valueType(context.op.operands[index])
                                    : flow::TypeId();
    if (!type || program[type].isConstPointee)
      continue;
    if (program[type].kind != TypeKind::Pointer && program[type].kind != TypeKind::Reference)
      continue;
    for (Cell cell : context.arguments[index].top.pointees)
      domain.writeWeak(state, cell.path, incoming);
  }
}

/// Calls the functions that \p callable holds, with the arguments of \p context.
void Interpreter::callValue(CallContext &context, const PortTarget &callable, bool isLater) {
  ValueFact held = snapshotPort(callable);
  llvm::SmallVector<flow::FunctionId, 4> targets(held.top.functions.begin(),
                                                 held.top.functions.end());
  if (context.callbackTarget)
    targets = {context.callbackTarget};
  if (targets.empty())
    targets = callOperatorsOf(callable.type);
  if (targets.empty())
    targets = functionsOf(held.top);
  if (targets.empty() && callDepth <= 4)
    return callModelled(context, callable);
  if (targets.empty() || callDepth > 4)
    return;
  if (isLater)
    solver.runLater.insert(targets.begin(), targets.end());
  ++callDepth;
  CallContext inner{context.op};
  inner.index = context.index;
  inner.arguments = context.callbackArguments;
  PathId object = tables.paths.root(Root::Opaque, int64_t(currentOp) * 8 + 7, true);
  if (context.callbackReceiver) {
    inner.receiver = *context.callbackReceiver;
  } else if (callable.isValue) {
    domain.writeStrong(state, object, held);
    inner.receiver.top.pointees.push_back({object, false});
  } else {
    inner.receiver.top.pointees.assign(callable.cells.begin(), callable.cells.end());
  }
  inner.hasReceiver = true;
  // A pointer to a member function takes its object as the first argument.
  bool isMethod = llvm::all_of(targets, [&](flow::FunctionId target) {
    return program[target].kind == FunctionKind::Method && !program[target].isStatic;
  });
  if (isMethod)
    targets = methodsFor(context, inner, targets);
  if (isLater)
    runAside(inner, targets);
  else
    callTargets(inner, targets);
  context.callbackResult = inner.result;
  --callDepth;
}

} // namespace tamga::solve
