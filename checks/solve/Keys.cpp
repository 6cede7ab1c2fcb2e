//===- Keys.cpp - what a caller knows that its callee does not ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A summary tells what its function would like to know of its entry: which functions a path
// holds, of which class an object is, which constant is the key of an element. A caller that
// knows one of these gets a summary of its own for it. Who does not know asks its own callers.
//
//   void set(const std::string &key, std::string text) { texts[key] = text; }
//   set("name", source());  show(get("name"));           the same element
//   set("name", source());  show(get("colour"));         another
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

namespace {
template <class Entries> void addMissing(Entries &into, const Entries &more) {
  for (const auto &entry : more)
    if (llvm::none_of(into, [&](const auto &known) { return known.first == entry.first; }))
      into.push_back(entry);
  llvm::sort(into);
}
} // namespace

//===----------------------------------------------------------------------===//
// Questions
//===----------------------------------------------------------------------===//

/// Callers may know the class of the object at \p path.
void Interpreter::wantType(PathId path) {
  if (tables.paths.isSymbolic(path) && !llvm::is_contained(typeWants, path) &&
      typeWants.size() < 8)
    typeWants.push_back(path);
}

/// Callers may know which functions \p origin's path holds.
void Interpreter::wantFunctions(const Origin &origin) {
  if (!origin.isSource && !llvm::is_contained(wants, origin.path) && wants.size() < 16)
    wants.push_back(origin.path);
}

/// Callers are asked for \p datum, if it is what they gave.
void Interpreter::wantConstant(const Datum &datum) {
  constexpr unsigned wantBound = 4;
  if (datum.atoms.size() != 1 || datum.atoms[0].strength != policy::StepStrength::Value)
    return;
  const Origin &origin = tables.origins[datum.atoms[0].origin];
  PathId path = origin.isSource ? 0 : origin.path;
  if (!path || tables.paths[path].root == Root::Global)
    return;
  // A literal is known by the pointer to it.
  const PathNode &node = tables.paths[path];
  bool isPointee = node.parent && node.step == Step::Deref;
  flow::TypeId parent = isPointee ? typeOf(node.parent) : flow::TypeId();
  if (parent && program[parent].kind == flow::TypeKind::Pointer)
    path = node.parent;
  if (!llvm::is_contained(constantWants, path) && constantWants.size() < wantBound)
    constantWants.push_back(path);
}

//===----------------------------------------------------------------------===//
// Answers
//===----------------------------------------------------------------------===//

/// The keys that the callee would like to know, where this call knows them.
void Interpreter::keyConstants(CallContext &context, const Summary &summary, FunctionKey &wanted) {
  for (PathId path : summary.constantWants) {
    Datum bound = bindValue(context, path).top;
    if (bound.constant)
      wanted.constants.push_back({path, bound.constant});
    else
      wantConstant(bound);
  }
}

/// Likewise the functions, with what is bound to them.
void Interpreter::keyFunctions(CallContext &context, const Summary &summary,
                               FunctionKey &wanted) {
  for (PathId path : summary.wants) {
    ValueFact bound = bindValue(context, path);
    if (llvm::SmallVector<flow::FunctionId, 4> known = functionsOf(bound.top); !known.empty()) {
      wanted.functions.push_back({path, {known.begin(), known.end()}});
      keyBound(wanted, path, bound);
    }
  }
}

/// Functions, classes and keys that the callee would like to know, where this call knows them.
FunctionKey Interpreter::keyFor(CallContext &context, const Summary &summary) {
  FunctionKey wanted;
  keyFunctions(context, summary, wanted);
  for (PathId path : summary.typeWants) {
    bool isValue = false;
    llvm::SmallVector<flow::TypeId, 1> types;
    llvm::SmallVector<Cell, 2> objects = bindCells(context, path, isValue);
    bool isKnown = !objects.empty();
    for (Cell object : objects) {
      llvm::SmallVector<flow::TypeId, 1> exact = exactTypes(object.path);
      isKnown &= !exact.empty();
      types.append(exact.begin(), exact.end());
      if (exact.empty())
        wantType(object.path);
    }
    llvm::sort(types);
    types.erase(std::unique(types.begin(), types.end()), types.end());
    if (isKnown)
      wanted.types.push_back({path, std::move(types)});
  }
  keyConstants(context, summary, wanted);
  return wanted;
}

/// All that this call can tell. What a callable that is known now calls in turn is asked for
/// by the summary with that key, once:
///   ~Finally() { last(); }   with   last = [&] { text = edit(text); }
/// Programs of interfaces would ask without end, and classes make the most of them.
FunctionKey Interpreter::wholeKey(CallContext &context) {
  FunctionKey key = keyFor(context, solver.summary(context.callee));
  if (key.empty())
    return key;
  FunctionKey more;
  keyFunctions(context, solver.summary(context.callee, key), more);
  addMissing(key.functions, more.functions);
  addMissing(key.bound, more.bound);
  return key;
}

} // namespace tamga::solve
