//===- BoundPaths.cpp - what paths of a callee are at a call ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A callee names cells by paths from its parameters. At a call each is bound to the cells
// that the caller knows them by, and its content is what these held before the call.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

ValueFact Interpreter::bindValue(CallContext &context, PathId path) {
  const PathNode node = tables.paths[path];
  PathId inside = tables.paths.root(Root::Relative, 0);
  if (!node.parent) {
    switch (node.root) {
    case Root::Parameter:
      return uint64_t(node.index) < context.arguments.size() ? context.arguments[node.index]
                                                             : ValueFact();
    case Root::This:
      return context.receiver;
    case Root::Global:
      return domain.snapshot(state, path);
    case Root::VarArgs: {
      State scratch;
      unsigned fixed = context.callee ? program[context.callee].parameterCount : 0;
      for (unsigned index = fixed; index < context.arguments.size(); ++index)
        domain.writeStrong(scratch,
                           tables.paths.step(inside, Step::Element, index - fixed).path,
                           context.arguments[index]);
      return domain.snapshot(scratch, inside);
    }
    default:
      return {};
    }
  }
  bool isValue = false;
  llvm::SmallVector<Cell, 2> cells = bindCells(context, path, isValue);
  if (!isValue)
    return domain.snapshot(state, cells);
  Cell part = tables.paths.step(inside, node.step, node.index);
  return domain.part(bindValue(context, node.parent), part.path);
}

/// What the callee declares \p path as, if it is known.
flow::TypeId Interpreter::typeInCallee(CallContext &context, PathId path) const {
  return context.callee ? typeIn(program[context.callee], path) : flow::TypeId();
}

/// Where the \p pointers lead, which \p path of the callee is behind. One that leads nowhere
/// known gets an object, if it has content or the callee writes there. To each its own: what
/// is behind one is not behind another.
llvm::SmallVector<Cell, 2> Interpreter::boundPointees(CallContext &context, PathId path,
                                                      llvm::ArrayRef<Cell> pointers) {
  constexpr int64_t most = 7; // Numbers of objects that an op makes.
  llvm::SmallVector<Cell, 2> bound;
  for (auto [number, cell] : llvm::enumerate(pointers)) {
    const Datum pointer = domain.read(state, cell.path);
    const bool hasContent = !pointer.atoms.empty() || pointer.must;
    const int64_t index = std::min(int64_t(number), most);
    if (hasContent || context.bound.isForWrite)
      bound.append(pointeesOf(cell, (int64_t(path) << 32) + int64_t(currentOp) * 8 + index));
    else
      bound.append(pointer.pointees.begin(), pointer.pointees.end());
  }
  return bound;
}

llvm::SmallVector<Cell, 2> Interpreter::bindCells(CallContext &context, PathId path,
                                                  bool &isValue) {
  const PathNode node = tables.paths[path];
  isValue = false;
  if (node.root == Root::Global && !node.parent)
    return {{path, false}};
  if (!node.hasDeref && node.root != Root::Global) {
    isValue = true;
    return {};
  }
  auto known = context.bound.cells.find(path);
  if (known != context.bound.cells.end() && !(known->second.empty() && context.bound.isForWrite))
    return known->second;
  llvm::SmallVector<Cell, 2> bound;
  bool isParentValue = false;
  llvm::SmallVector<Cell, 2> parents = bindCells(context, node.parent, isParentValue);
  const auto isPointer = [&](flow::TypeId type) {
    return type && program[type].kind == flow::TypeKind::Pointer;
  };
  if (node.step == Step::Deref &&
      (isParentValue || !isPointer(typeInCallee(context, node.parent)))) {
    const Datum pointer =
        isParentValue ? bindValue(context, node.parent).top : domain.read(state, parents);
    bound.assign(pointer.pointees.begin(), pointer.pointees.end());
  } else if (node.step == Step::Deref) {
    bound = boundPointees(context, path, parents);
  } else if (std::optional<flow::TypeId> thrown = typeOfPart(path); thrown && *thrown) {
    bound = thrownParts(parents, *thrown);
  } else {
    for (Cell parent : parents)
      bound.push_back(tables.paths.step(parent, node.step, node.index));
  }
  llvm::sort(bound);
  bound.erase(std::unique(bound.begin(), bound.end()), bound.end());
  context.bound.cells[path] = bound;
  return bound;
}

const Datum &Interpreter::bindContent(CallContext &context, PathId path) {
  auto [known, isNew] = context.bound.contents.try_emplace(path);
  if (isNew)
    known->second = bindNewContent(context, path);
  return known->second;
}

Datum Interpreter::bindNewContent(CallContext &context, PathId path) {
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
  Datum content;
  if (!node.parent || !node.hasDeref)
    content = domain.content(bindValue(context, path));
  else
    for (Cell cell : bindCells(context, path, isValue))
      domain.addMay(content, domain.content(state, cell.path));
  if (isBufferView(typeInCallee(context, path)))
    addViewed(content);
  if (!node.parent || !node.hasDeref)
    return content;
  if (policy::Labels labels = pointerLabels(context, path)) {
    Atoms labelled;
    for (Atom atom : content.atoms) {
      atom.labels |= labels;
      domain.addAtom(labelled, atom);
    }
    content.atoms = labelled;
  }
  if (Atoms chosen = chosenOnTheWay(context, path); !chosen.empty())
    passChosen(content, chosen, typeIn(program[context.callee], path));
  return content;
}

/// A label that was put on a pointer speaks for what it leads to.
policy::Labels Interpreter::pointerLabels(CallContext &context, PathId path) {
  while (path && tables.paths[path].step != Step::Deref)
    path = tables.paths[path].parent;
  if (!path)
    return 0;
  PathId pointer = tables.paths[path].parent;
  bool isValue = false;
  llvm::SmallVector<Cell, 2> cells = bindCells(context, pointer, isValue);
  return isValue ? bindValue(context, pointer).top.must : domain.read(state, cells).must;
}

} // namespace tamga::solve
