//===- Transfer.cpp - what one op does to the state -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"
#include "WitnessSteps.h"

namespace tamga::solve {

using flow::Code;
using flow::OpKind;
using policy::StepStrength;

namespace {

/// What content becomes when only `strength` of it goes on.
Datum weaken(Datum datum, StepStrength strength) {
  llvm::erase_if(datum.atoms, [&](Atom &atom) { return !goesOn(atom, strength); });
  llvm::sort(datum.atoms, [](const Atom &a, const Atom &b) { return a.key() < b.key(); });
  datum.atoms.erase(
      std::unique(datum.atoms.begin(), datum.atoms.end(),
                  [](const Atom &a, const Atom &b) { return a.key() == b.key(); }),
      datum.atoms.end());
  datum.pointees.clear();
  datum.functions.clear();
  datum.constant = 0;
  datum.outcomes = nullptr;
  return datum;
}

/// Whether \p op counts the elements between two pointers.
bool isDistance(const flow::Program &program, const flow::Function &function,
                const flow::Op &op) {
  if (op.code != Code::Compare || op.operands.size() != 2)
    return false;
  return llvm::all_of(op.operands, [&](flow::ValueId operand) {
    flow::TypeId type = function.values[operand.index].type;
    return type && program[type].kind == flow::TypeKind::Pointer;
  });
}

/// Whether values of \p type are too small or of the wrong kind to be a pointer.
bool holdsNoAddress(const flow::Type &type) {
  if (type.kind == flow::TypeKind::Bool || type.kind == flow::TypeKind::Float)
    return true;
  llvm::StringRef name = type.name;
  // An `int` may be a descriptor: a handle to what was written to it.
  return type.kind == flow::TypeKind::Integer && name != "int" && !name.contains("long") &&
         !name.contains("128");
}
} // namespace

//===----------------------------------------------------------------------===//
// Ops
//===----------------------------------------------------------------------===//

/// The literal that initialises an array: `char text[] = "..."`.
const flow::Value *Interpreter::textAt(const flow::Place &place) const {
  if (place.root != flow::RootKind::Value || place.steps.size() != 1 ||
      place.steps[0].kind != flow::StepKind::Deref)
    return nullptr;
  const flow::Value &value = function.values[place.index];
  return value.kind == flow::ValueKind::String ? &value : nullptr;
}

/// The text of the constant array whose first letter \p path is.
ConstantId Interpreter::textBehind(PathId path) const {
  const PathNode &first = tables.paths[path];
  if (tables.initialised.empty() || !first.parent || first.step != Step::Element || first.index)
    return 0;
  auto known = tables.initialised.find(first.parent);
  return known == tables.initialised.end() ? 0 : known->second.constant;
}

/// A text that a pointer of the program always points to says what it says as a literal.
void Interpreter::addGlobalConstant(flow::GlobalId global, Datum &datum) {
  ConstantId known = solver.globalConstant(global);
  if (!known)
    return;
  datum.constant = known;
  const Constant constant = tables.constants[known];
  if (constant.kind != flow::ValueKind::String)
    return;
  const Datum literal = literalValue(constant.text).top;
  datum.must |= literal.must;
  domain.addAtoms(datum.atoms, literal.atoms);
}

void Interpreter::load(const flow::Op &op) {
  if (const flow::Value *text = textAt(op.place)) {
    values[op.result.index] = constantValue(*text);
    return;
  }
  Atoms chosen;
  llvm::SmallVector<Cell, 2> from = cells(op.place, &chosen);
  ValueFact fact = domain.snapshot(state, from);
  const flow::Step *last = op.place.steps.empty() ? nullptr : &op.place.steps.back();
  if (last && last->kind == flow::StepKind::Field)
    if (StepStrength left = solver.fieldStrength(flow::FieldId(uint32_t(last->index)));
        left != StepStrength::Value)
      fact.top = weaken(std::move(fact.top), left);
  // What lies behind the object, in the same memory, is not loaded with it.
  llvm::erase_if(fact.parts, [&](const auto &part) {
    return tables.paths[tables.paths.stepsFrom(part.first, 0).front()].step == Step::Offset;
  });
  if (op.place.root == flow::RootKind::Global && op.place.steps.empty())
    addGlobalConstant(flow::GlobalId(op.place.index), fact.top);
  addFieldSources(fact.top, op);
  addFieldOutcomes(fact.top, from);
  flow::TypeId type = valueType(op.result);
  chooseAt(op, chosen);
  passToParts(fact, chosen, type);
  if (type && holdsNoAddress(program[type]))
    fact.top.pointees.clear();
  // Who gets the pointer may write behind it, and others read that from the same place.
  const bool isPointer = type && program[type].kind == flow::TypeKind::Pointer;
  if (isPointer && from.size() == 1 && fact.top.pointees.empty() && !fact.top.constant)
    fact.top.pointees = pointeesOf(from[0], 6);
  values[op.result.index] = std::move(fact);
}

void Interpreter::address(const flow::Op &op) {
  ValueFact fact;
  llvm::SmallVector<Cell, 2> to = cells(op.place, &fact.top.atoms);
  chooseAt(op, fact.top.atoms);
  fact.top.pointees.assign(to.begin(), to.end());
  if (to.size() == 1)
    fact.top.constant = textBehind(to[0].path);
  values[op.result.index] = std::move(fact);
}

void Interpreter::store(const flow::Op &op) {
  ValueFact fact = value(op.operands[0]);
  bool hasAtoms = !fact.top.atoms.empty() || llvm::any_of(fact.parts, [](const auto &part) {
    return !part.second.atoms.empty();
  });
  if (std::string name = hasAtoms ? placeWords(solver, id, op.place) : ""; !name.empty())
    extendTrails(fact, finding::StepKind::Store, "stored in `" + name + "`");
  if (!fact.top.version)
    fact.top.version = madeVersion(currentOp);
  chooseBeside(op, fact);
  llvm::SmallVector<Cell, 2> to = cells(op.place);
  for (Cell cell : to)
    writesGlobals |= tables.paths[cell.path].root == Root::Global;
  // A closure that is a base of some class stands beside those that are others.
  flow::TypeId type = valueType(op.operands[0]);
  if (type && program[type].isLambda && to.size() == 1) {
    flow::TypeId place = typeOf(to[0].path);
    bool isBase = place && program[place].kind == flow::TypeKind::Record &&
                  llvm::is_contained(program[place].bases, type);
    if (isBase)
      return domain.writeWeak(state, to[0].path, fact);
  }
  noteKept(to, fact);
  domain.write(state, to, fact);
  CallContext context{op};
  sinkFields(context, to);
}

void Interpreter::closure(const flow::Op &op) {
  ValueFact fact;
  fact.top.functions.push_back(op.function);
  PathId inside = tables.paths.root(Root::Relative, 0);
  for (unsigned index = 0; index < op.operands.size(); ++index) {
    ValueFact captured = value(op.operands[index]);
    extendTrails(captured, finding::StepKind::Value, "captured");
    int64_t capture = captureIndex(program[op.function], index);
    PathId part = tables.paths.step(inside, Step::Capture, capture).path;
    fact.parts.push_back({part, captured.top});
    for (const auto &[path, datum] : captured.parts)
      fact.parts.push_back({tables.paths.rebase(path, inside, {part, false}).path, datum});
  }
  llvm::sort(fact.parts, [](const auto &a, const auto &b) { return a.first < b.first; });
  values[op.result.index] = std::move(fact);
}

void Interpreter::compute(const flow::Op &op) {
  ValueFact fact;
  switch (op.code) {
  case Code::Cast:
    values[op.result.index] = value(op.operands[0]);
    return;
  case Code::Aggregate: {
    PathId inside = tables.paths.root(Root::Relative, 0);
    flow::TypeId type = valueType(op.result);
    const flow::Type *record =
        type && program[type].kind == flow::TypeKind::Record ? &program[type] : nullptr;
    ValueFact object;
    State scratch;
    domain.writeStrong(scratch, inside, object);
    for (unsigned index = 0; index < op.operands.size(); ++index) {
      bool isField = record && index < record->fields.size();
      Cell part = isField ? tables.paths.step(inside, Step::Field, record->fields[index].index)
                          : tables.paths.step(inside, Step::Element, index);
      domain.writeStrong(scratch, part.path, value(op.operands[index]));
    }
    values[op.result.index] = domain.snapshot(scratch, inside);
    return;
  }
  case Code::Arithmetic:
  case Code::And:
  case Code::Or:
  case Code::ToBool:
  case Code::Not:
  case Code::Equal:
  case Code::NotEqual:
  case Code::Less:
  case Code::LessEqual:
  case Code::Greater:
  case Code::GreaterEqual:
  case Code::Compare:
  case Code::SizeOf:
  case Code::TypeId:
    break;
  }
  bool isComputed = op.code == Code::Arithmetic || op.code == Code::And || op.code == Code::Or;
  StepStrength strength = isComputed ? StepStrength::Computed : StepStrength::Derived;
  bool isPosition = isDistance(program, function, op);
  llvm::SmallVector<VersionId, 2> inputs;
  for (flow::ValueId operand : op.operands) {
    Datum part = weaken(domain.content(value(operand)), strength);
    inputs.push_back(part.version);
    domain.addMay(fact.top, part);
    if (isPosition)
      domain.addMay(fact.top, weaken(domain.content(value(operand)), StepStrength::Position));
  }
  extendTrails(fact.top, finding::StepKind::Value,
               strength == StepStrength::Computed ? "computed" : "compared or counted");
  if (op.code != Code::Arithmetic)
    compareOutcomes(comparisonOf(op), fact.top);
  fact.top.version = compared(op);
  if (!fact.top.version)
    fact.top.version = madeVersion(currentOp, 0, inputs);
  values[op.result.index] = std::move(fact);
}

/// An object of its own is another subject than others of its class, even where only its
/// parts are written: `Person a{1}, b{2};`.
void Interpreter::lifetime(const flow::Op &op) {
  PathId root = localRoot(op.place.index);
  if (op.kind == OpKind::End)
    askLater(root);
  domain.forget(state, root);
  const flow::Local &local = function.locals[op.place.index];
  if (op.kind != OpKind::Begin || !local.type ||
      program[local.type].kind != flow::TypeKind::Record)
    return;
  ValueFact object;
  object.top.version = madeVersion(currentOp);
  domain.writeStrong(state, root, object);
}

void Interpreter::transfer(const flow::Op &op) {
  if (!facts.named.empty())
    useNames();
  switch (op.kind) {
  case OpKind::Begin:
  case OpKind::End: return lifetime(op);
  case OpKind::Alloc: {
    ValueFact fact;
    PathId root = tables.paths.root(Root::Heap, currentOp, facts.isInCycle[currentBlock]);
    Cell cell{root, facts.isInCycle[currentBlock]};
    fact.top.pointees.push_back(op.isArray ? tables.paths.step(cell, Step::Element, 0) : cell);
    values[op.result.index] = std::move(fact);
    return;
  }
  case OpKind::Address:
    return address(op);
  case OpKind::Load:
    return load(op);
  case OpKind::Store:
    return store(op);
  case OpKind::Compute:
    return compute(op);
  case OpKind::Closure:
    return closure(op);
  case OpKind::Call:
    call(op);
    if (op.function && llvm::StringRef(program[op.function].name).ends_with("::await_resume"))
      ageGuards();
    return;
  case OpKind::Suspend:
  case OpKind::Unknown: {
    if (op.kind == OpKind::Suspend)
      ageGuards();
    ValueFact fact;
    for (flow::ValueId operand : op.operands)
      domain.addMay(fact.top, weaken(domain.content(value(operand)), StepStrength::Computed));
    if (op.result) {
      fact.top.version = madeVersion(currentOp);
      values[op.result.index] = std::move(fact);
    }
    return;
  }
  case OpKind::Landing:
    return landing(op);
  case OpKind::Jump:
  case OpKind::Branch:
  case OpKind::Switch:
  case OpKind::Return:
  case OpKind::Throw:
  case OpKind::Resume:
  case OpKind::Unreachable:
    return terminate(op, currentBlock);
  }
}

void Interpreter::terminate(const flow::Op &op, uint32_t block) {
  switch (op.kind) {
  case OpKind::Jump:
    askInLoop(op.targets[0], block);
    return flowTo(op.targets[0], state, block);
  case OpKind::Branch:
    for (bool isTrue : {true, false}) {
      OutcomeKey key{isTrue ? OutcomeKey::True : OutcomeKey::False, 0};
      if (domain.contradicts(value(op.operands[0]).top.constant, key))
        continue;
      State taken = state;
      domain.work += state.known.size();
      assume(taken, op.operands[0], key);
      flowTo(op.targets[isTrue ? 0 : 1], taken, block);
    }
    return;
  case OpKind::Switch: {
    ConstantId known = value(op.operands[0]).top.constant;
    bool isTaken = false;
    for (unsigned index = 0; index < op.cases.size(); ++index) {
      OutcomeKey key{OutcomeKey::Exactly,
                     tables.constant({flow::ValueKind::Integer, op.cases[index], {}})};
      if (domain.contradicts(known, key))
        continue;
      isTaken = true;
      State taken = state;
      domain.work += state.known.size();
      assume(taken, op.operands[0], key);
      flowTo(op.targets[index], taken, block);
    }
    if (known && isTaken)
      return;
    assumeDefault(state, op);
    return flowTo(op.targets.back(), state, block);
  }
  case OpKind::Return: {
    askLater(0);
    PathId slot = tables.paths.root(Root::Literal, returnSlot);
    if (!op.operands.empty()) {
      ValueFact fact = value(op.operands[0]);
      extendTrails(fact, finding::StepKind::Return, "returned from `" + function.name + "`");
      domain.writeStrong(state, slot, fact);
    }
    domain.join(exit, state, facts.opBase + facts.ops.size() + 1);
    return;
  }
  case OpKind::Throw: {
    flow::ValueId of = op.operands.empty() ? flow::ValueId() : op.operands[0];
    noteThrow(op);
    if (!op.landing)
      leaveByThrow(state);
    return throwValue(of ? ofType(withoutCaught(value(of)), valueType(of)) : ValueFact(), op.landing);
  }
  case OpKind::Resume:
    return leaveByThrow(state);
  default:
    return;
  }
}

} // namespace tamga::solve
