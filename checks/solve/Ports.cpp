//===- Ports.cpp - access paths of models, at a call ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::TypeKind;
using policy::Port;
using policy::WriteMode;

/// The part of \p target under one step that stays in the object.
PortTarget Interpreter::below(const PortTarget &target, Step kind, int64_t index) {
  PathTable &paths = tables.paths;
  PortTarget next;
  if (target.isValue) {
    Cell part = paths.step(paths.root(Root::Relative, 0), kind, index);
    next.isValue = true;
    next.value = domain.part(target.value, part.path);
    // Handles and iterators may stand for the object they point at, a pointer to an
    // element for its array.
    for (Cell cell : target.value.top.pointees) {
      const PathNode &node = paths[cell.path];
      bool isElement =
          node.parent && (node.step == Step::Element || node.step == Step::AnyElement);
      bool isAnyOfArray = isElement && kind == Step::AnyElement;
      next.cells.push_back(isAnyOfArray ? paths.anyNeighbour(cell.path)
                                        : paths.step(cell, kind, index));
    }
  }
  for (Cell cell : target.cells)
    next.cells.push_back(paths.step(cell, kind, index));
  return next;
}

/// The object that the pointer at \p target leads to; `.**` keeps the place as well.
PortTarget Interpreter::behind(const PortTarget &target, bool isEverything) {
  PortTarget next;
  bool isPointer =
      target.isValue && (target.cells.empty() || !target.value.top.pointees.empty());
  if (isPointer) {
    next.cells.assign(target.value.top.pointees.begin(), target.value.top.pointees.end());
    addChosen(next.chosen, target.value.top);
  } else if (isEverything) {
    next.cells = target.cells;
  } else {
    for (Cell cell : target.cells)
      next.cells.append(pointeesOf(cell, (int64_t(cell.path) << 32) + 4, &next.chosen));
  }
  if (isEverything) {
    next.isValue = target.isValue;
    next.value = target.value;
    next.isEverything = true;
  }
  next.isBuffer = isBufferPointer(program, target.type);
  next.type = target.type ? solver.behindOf(target.type) : flow::TypeId();
  return next;
}

/// An element of the array or container at \p target, or of the array that the plain
/// pointer there leads into.
PortTarget Interpreter::element(const PortTarget &target, const Port::Step &step) {
  bool isAny = step.kind == Port::Step::AnyIndex;
  TypeKind kind = target.type ? program[target.type].kind : TypeKind::Other;
  flow::TypeId type = kind == TypeKind::Pointer || kind == TypeKind::Array ? program[target.type].pointee
                                                                           : flow::TypeId();
  PortTarget next;
  if (kind == TypeKind::Pointer)
    next.cells = behind(target, false).cells;
  for (Cell &cell : next.cells)
    cell = isAny ? tables.paths.anyNeighbour(cell.path) : tables.paths.step(cell, Step::Offset, step.index);
  if (next.cells.empty())
    next = below(target, isAny ? Step::AnyElement : Step::Element, isAny ? 0 : step.index);
  next.type = type;
  bool isPart = !isAny && kind == TypeKind::Record && program[target.type].arguments.size() > size_t(step.index);
  if (isPart)
    next.type = program[target.type].arguments[step.index];
  // An element that is a reference is the object it refers to.
  bool isReference = next.type && program[next.type].kind == TypeKind::Reference;
  return isReference ? behind(next, false) : next;
}

PortTarget Interpreter::follow(CallContext &context, PortTarget target,
                               const Port::Step &step) {
  Atoms chosen = target.chosen;
  PortTarget next = followStep(context, std::move(target), step);
  domain.addAtoms(next.chosen, chosen);
  chooseAtStep(context, step, next);
  return next;
}

PortTarget Interpreter::followStep(CallContext &context, PortTarget target,
                                   const Port::Step &step) {
  PathTable &paths = tables.paths;
  switch (step.kind) {
  case Port::Step::Deref:
    if (target.type && callDepth <= 4)
      for (flow::FunctionId star : solver.operatorsOf(target.type, flow::FunctionKind::Method))
        return dereferenced(context, target, star);
    return behind(target, false);
  case Port::Step::Everything: return behind(target, step.kind == Port::Step::Everything);
  case Port::Step::Field: {
    flow::FieldId found = target.type ? findField(target.type, step.text) : flow::FieldId();
    if (!found && (step.text == "first" || step.text == "second"))
      return below(target, Step::Element, step.text == "second");
    if (!found)
      return below(target, Step::Named, paths.keyIndex(step.text));
    PortTarget next = below(target, Step::Field, found.index);
    next.type = program[found].type;
    return next;
  }
  case Port::Step::Index:
  case Port::Step::AnyIndex: return element(target, step);
  case Port::Step::Key: return below(target, Step::Key, paths.keyIndex(step.text));
  case Port::Step::KeyOf: {
    ConstantId known = step.text.empty() ? keyArgument(context, unsigned(step.index))
                                         : partConstant(context, step);
    auto [kind, index] = elementUnder(known);
    return below(target, kind, index);
  }
  case Port::Step::Neighbour: return neighbour(context, std::move(target), step);
  case Port::Step::EachIndex: return sequence(target);
  case Port::Step::Range: return anyOfRange(target);
  case Port::Step::TypeOf: return elementOfType(context, target, step);
  case Port::Step::Choice: return someElement(target);
  case Port::Step::Param:
  case Port::Step::Result:
  case Port::Step::Captures:
    return target;
  }
  return target;
}

flow::FieldId Interpreter::findField(flow::TypeId type, llvm::StringRef name) const {
  if (program[type].kind == TypeKind::Pointer || program[type].kind == TypeKind::Reference)
    type = program[type].pointee;
  if (!type)
    return {};
  for (flow::FieldId field : program[type].fields) {
    llvm::StringRef full = program[field].name;
    if (full == name || (full.ends_with(name) && full.drop_back(name.size()).ends_with("::")))
      return field;
  }
  // Types behind the Boundary list no fields; those that the program uses are known.
  for (flow::FieldId field : solver.fieldsOf(type))
    if (llvm::StringRef(program[field].name).ends_with(("::" + name).str()))
      return field;
  for (flow::TypeId base : program[type].bases)
    if (flow::FieldId field = findField(base, name))
      return field;
  return {};
}

/// Argument \p index, which this call has. A reference is the object it refers to.
PortTarget Interpreter::argumentTarget(CallContext &context, unsigned index) {
  const flow::Function *callee = context.callee ? &program[context.callee] : nullptr;
  PortTarget target;
  if (context.isSynthetic) {
    target.isValue = true;
    target.value = context.arguments[index];
    return target;
  }
  bool isParameter = callee && index < callee->parameterCount && index < callee->locals.size();
  if (isParameter)
    target.type = callee->locals[index].type;
  else if (index < context.op.operands.size())
    target.type = valueType(context.op.operands[index]);
  if (target.type && program[target.type].kind == TypeKind::Reference) {
    target.cells.assign(context.arguments[index].top.pointees.begin(),
                        context.arguments[index].top.pointees.end());
    target.type = program[target.type].pointee;
    addChosen(target.chosen, context.arguments[index].top);
    if (!target.cells.empty())
      return target;
  } else {
    target.isBuffer = isBufferPointer(program, target.type);
  }
  target.isValue = true;
  target.value = context.arguments[index];
  return target;
}

std::vector<PortTarget> Interpreter::resolve(CallContext &context, const Port &port) {
  std::vector<PortTarget> targets;
  const flow::Function *callee = context.callee ? &program[context.callee] : nullptr;
  switch (port.root) {
  case Port::Return: {
    PortTarget target;
    target.isValue = true;
    target.value = context.result;
    target.type = context.op.result ? valueType(context.op.result) : flow::TypeId();
    targets.push_back(std::move(target));
    break;
  }
  case Port::This: {
    PortTarget target;
    target.cells.assign(context.receiver.top.pointees.begin(),
                        context.receiver.top.pointees.end());
    target.type = callee ? callee->record : flow::TypeId();
    addChosen(target.chosen, context.receiver.top);
    targets.push_back(std::move(target));
    break;
  }
  case Port::Argument:
    if (port.argument < context.arguments.size())
      targets.push_back(argumentTarget(context, port.argument));
    break;
  case Port::ArgumentsFrom:
    for (unsigned index = port.argument; index < context.arguments.size(); ++index)
      targets.push_back(argumentTarget(context, index));
    break;
  case Port::Throws: break;
  case Port::Library: {
    PortTarget target;
    target.cells.push_back({tables.paths.root(Root::Opaque, -1), false});
    targets.push_back(std::move(target));
    break;
  }
  }
  for (const Port::Step &step : port.steps)
    for (PortTarget &target : targets)
      target = follow(context, std::move(target), step);
  return targets;
}

Datum Interpreter::readPort(const PortTarget &target) {
  Datum result;
  if (target.isValue) {
    result = domain.content(target.value);
    if (target.isBuffer)
      for (Cell cell : target.value.top.pointees) {
        Datum content = domain.content(state, tables.paths.anyNeighbour(cell.path).path);
        for (Cell any : tables.paths.anyNeighbours(cell.path))
          domain.addAtoms(result.atoms, domain.content(state, any.path).atoms);
        if (target.value.top.pointees.size() == 1)
          result.must |= content.must;
      }
  }
  bool isFirst = !target.isValue;
  for (Cell cell : target.cells) {
    PathId path = target.isBuffer ? tables.paths.anyNeighbour(cell.path).path : cell.path;
    Datum content = domain.content(state, path);
    result.must = isFirst ? content.must : result.must & content.must;
    if (isFirst)
      result.constant = content.constant;
    isFirst = false;
    domain.addMay(result, content);
    if (target.isBuffer)
      for (Cell any : tables.paths.anyNeighbours(cell.path))
        domain.addMay(result, domain.content(state, any.path));
  }
  if (!target.isBuffer && isBufferView(target.type))
    addViewed(result);
  if (target.isEverything) {
    llvm::SmallVector<Cell, 4> roots(target.cells.begin(), target.cells.end());
    roots.append(result.pointees.begin(), result.pointees.end());
    Datum all = domain.everything(state, roots);
    domain.addAtoms(result.atoms, all.atoms);
  }
  passChosen(result, target.chosen, target.type);
  return result;
}

/// What is copied out of \p target, which may be raw memory: that of one object has the
/// parts of that object.
ValueFact Interpreter::copyOut(const PortTarget &target, bool goesToMemory) {
  bool isOneBuffer = goesToMemory && target.isBuffer && target.isValue && !target.isEverything &&
                     target.cells.empty() && target.value.top.pointees.size() == 1;
  if (!isOneBuffer)
    return snapshotPort(target);
  PathId path = target.value.top.pointees[0].path;
  ValueFact object = domain.snapshot(state, path);
  if (tables.paths[path].isSummary || isElementOfArray(path) || object.parts.empty())
    return snapshotPort(target);
  domain.addAtoms(object.top.atoms, target.value.top.atoms);
  return object;
}

ValueFact Interpreter::snapshotPort(const PortTarget &target) {
  ValueFact value = contentOfPort(target);
  passToParts(value, target.chosen, target.type);
  return value;
}

ValueFact Interpreter::contentOfPort(const PortTarget &target) {
  const bool isView = !target.isBuffer && isBufferView(target.type);
  if (!target.isValue && !target.isBuffer && !target.isEverything && !isView)
    return domain.snapshot(state, target.cells);
  ValueFact value = target.isValue ? target.value
                    : isView       ? domain.snapshot(state, target.cells)
                                   : ValueFact();
  if (target.isValue && !target.cells.empty() && !target.isBuffer && !target.isEverything) {
    ValueFact behind = domain.snapshot(state, target.cells);
    if (value.top.empty() && value.parts.empty())
      return behind;
    domain.joinValue(value, behind);
  }
  if (target.isBuffer || target.isEverything || !target.isValue || isView) {
    Datum content = readPort(target);
    domain.addMay(value.top, content);
    value.top.must = content.must;
    if (isView)
      value.top.constant = content.constant;
    value.top.isWhole = true;
  }
  return value;
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

/// What concatenation makes of two contents: each carries the labels of the whole.
ValueFact Interpreter::concatenate(const ValueFact &first, const ValueFact &second) {
  ValueFact left = first, right = second;
  policy::Labels must = left.top.must | right.top.must;
  for (ValueFact *side : {&left, &right})
    setLabels(*side, must);
  domain.joinValue(left, right);
  left.top.must = must;
  left.top.isWhole = true;
  left.top.version = 0;
  return left;
}

void Interpreter::setLabels(ValueFact &value, policy::Labels labels) {
  auto set = [&](Datum &datum) {
    Atoms labelled;
    for (Atom atom : datum.atoms) {
      atom.labels |= labels;
      domain.addAtom(labelled, atom);
    }
    datum.atoms = labelled;
  };
  set(value.top);
  for (auto &[path, datum] : value.parts)
    set(datum);
}

void Interpreter::writeResult(CallContext &context, const Port &port, const PortWrite &write) {
  PathTable &paths = tables.paths;
  flow::TypeId type = context.op.result ? valueType(context.op.result) : flow::TypeId();
  TypeKind kind = type ? program[type].kind : TypeKind::Other;
  bool isPointer = kind == TypeKind::Reference || kind == TypeKind::Pointer;
  bool goesBehind = !port.steps.empty() && (port.steps[0].kind == Port::Step::Deref ||
                                            port.steps[0].kind == Port::Step::Everything);
  bool needsObject = goesBehind || (isPointer && write.value.top.pointees.empty());
  if (needsObject && context.result.top.pointees.empty()) {
    // What a handle owns was made by this call, and its type says of what class.
    bool isCycle = facts.isInCycle[currentBlock];
    Cell made{isPointer ? paths.root(Root::Opaque, int64_t(currentOp) * 8 + 6, isCycle)
                        : paths.root(Root::Heap, currentOp, isCycle),
              isCycle};
    domain.forget(state, made.path);
    context.result.top.pointees.push_back(made);
  }
  if (needsObject) {
    for (Cell cell : context.result.top.pointees)
      writeBehindResult(context, cell, port, write);
    if (!goesBehind && kind == TypeKind::Pointer) {
      ValueFact pointer{context.result.top, {}};
      bool joins = write.isConcatenation && !pointer.top.atoms.empty();
      if (joins)
        pointer = concatenate(pointer, {write.value.top, {}});
      else
        domain.addAtoms(pointer.top.atoms, write.value.top.atoms);
      context.result.top.atoms = pointer.top.atoms;
      context.result.top.must |= write.isConcatenation ? write.value.top.must : 0;
    }
    return;
  }
  PathId inside = paths.root(Root::Relative, 0);
  Cell part{inside, false};
  for (const Port::Step &step : port.steps) {
    if (step.kind == Port::Step::Index) {
      part = paths.step(part, Step::Element, step.index);
      continue;
    }
    PortTarget probe;
    probe.isValue = false;
    probe.cells.push_back(part);
    probe.type = type;
    PortTarget next = follow(context, probe, step);
    if (!next.cells.empty())
      part = next.cells.front();
  }
  State scratch;
  scratch.isReachable = true;
  domain.writeStrong(scratch, inside, context.result);
  ValueFact old = domain.snapshot(scratch, part.path);
  bool isFresh = old.top.empty() && old.parts.empty();
  if (isFresh)
    domain.writeStrong(scratch, part.path, write.value);
  else if (write.isConcatenation)
    domain.writeStrong(scratch, part.path, concatenate(old, write.value));
  else
    domain.writeWeak(scratch, part.path, write.value);
  context.result = domain.snapshot(scratch, inside);
}

/// `stdout` and its kin, of C: the objects that these globals point at.
bool Interpreter::isStandardStream(PathId path) const {
  const PathNode &root = tables.paths[tables.paths.rootOf(path)];
  if (root.root != Root::Global || tables.paths[path].step != Step::Deref)
    return false;
  llvm::StringRef name = program.globals[root.index].name;
  return name == "stdout" || name == "stderr" || name == "stdin";
}

void Interpreter::writePort(CallContext &context, const Port &port, const PortWrite &write) {
  if (port.root == Port::Return)
    return writeResult(context, port, write);
  if (port.root == Port::Throws)
    return throwValue(ofType(write.value, {}), context.op.landing);
  if (write.whole)
    return fillWith(write.whole->path, write.value);
  if (replaceElements(context, port, write))
    return;
  for (const PortTarget &target : resolve(context, port)) {
    llvm::SmallVector<Cell, 2> to(target.cells.begin(), target.cells.end());
    bool isBuffer = target.isBuffer;
    if (target.isValue)
      to.append(target.value.top.pointees.begin(), target.value.top.pointees.end());
    // What is printed there is gone, and cannot be read back.
    llvm::erase_if(to, [&](Cell cell) { return isStandardStream(cell.path); });
    ValueFact value = write.value;
    bool isPartial = write.isPartial;
    if (isBuffer)
      for (Cell &cell : to)
        if (isElementOfArray(cell.path)) {
          isPartial |= isInsideArray(cell.path);
          PathId array = tables.paths[cell.path].parent;
          cell = {array, tables.paths[array].isSummary};
          value = {domain.content(value), {}};
        }
    value.top.isWhole |= isBuffer;
    if (isBuffer)
      value.top.pointees.clear();
    if (!value.top.version)
      value.top.version = madeVersion(currentOp, 1);
    noteKept(to, value);
    bool isOne = to.size() == 1 && !to[0].isWeak;
    bool replaces = write.mode == WriteMode::Replaces && !isPartial;
    if (replaces || (write.isConcatenation && isOne)) {
      if (!replaces)
        value = concatenate(domain.snapshot(state, to[0].path), value);
      domain.write(state, to, value);
    } else {
      bool isFirst = isOne && port.root == Port::This && domain.isUnwritten(state, to[0].path);
      value.top.isWhole |= isFirst;
      if (isFirst)
        domain.write(state, to, value);
      else
        for (Cell cell : to)
          domain.writeWeak(state, cell.path, value);
    }
    for (Cell cell : to)
      writesGlobals |= tables.paths[cell.path].root == Root::Global;
  }
}

} // namespace tamga::solve
