//===- Globals.cpp - state that functions share -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A global has one cell for the whole program: what any function stores in it meets what
// any other reads from it, in any order. A global that nothing writes after its
// initialisation is a constant.
//
//===----------------------------------------------------------------------===//

#include "Solver.h"

namespace tamga::solve {

using flow::FunctionId;
using flow::OpKind;

void Solver::prepareGlobals() {
  globalConstants.assign(program.globals.size(), 0);
  std::vector<bool> isWritten(program.globals.size(), false);
  auto isInitializerOf = [&](const flow::Function &function, uint32_t global) {
    FunctionId initializer = program.globals[global].initializer;
    return initializer && &program[initializer] == &function;
  };
  for (const flow::Function &function : program.functions)
    for (const flow::Block &block : function.blocks)
      for (const flow::Op &op : block.ops) {
        bool touches = op.kind == OpKind::Store || op.kind == OpKind::Address;
        if (!touches || op.place.root != flow::RootKind::Global)
          continue;
        if (op.kind == OpKind::Store)
          noteStoredFunctions(FunctionId(uint32_t(&function - program.functions.data())), op);
        if (isInitializerOf(function, op.place.index) && op.kind == OpKind::Store &&
            op.place.steps.empty()) {
          const flow::Value &value = function.values[op.operands[0].index];
          bool isNumber = value.kind == flow::ValueKind::Integer ||
                          value.kind == flow::ValueKind::Enumerator;
          if (value.kind == flow::ValueKind::String)
            globalConstants[op.place.index] = tables.constant({value.kind, 0, value.text});
          if (isNumber)
            globalConstants[op.place.index] = tables.constant({flow::ValueKind::Integer, value.integer, {}});
          continue;
        }
        isWritten[op.place.index] = true;
      }
  for (uint32_t index = 0; index < program.globals.size(); ++index) {
    const flow::Global &global = program.globals[index];
    bool isClosed = program.isLinked || global.linkage == flow::Linkage::Internal;
    bool isZero = !globalConstants[index] && global.isDefinition && !global.initializer && global.type &&
                  (program[global.type].kind == flow::TypeKind::Integer ||
                   program[global.type].kind == flow::TypeKind::Bool);
    if (isZero && isClosed)
      globalConstants[index] = tables.constant({flow::ValueKind::Integer, 0, {}});
    if (!global.isConst && (isWritten[index] || !isClosed))
      globalConstants[index] = 0;
  }
}

/// A function value or closure that is stored in a global may be called by whoever reads
/// the global, whatever the order.
void Solver::noteStoredFunctions(FunctionId id, const flow::Op &store) {
  const flow::Function &function = program[id];
  const FunctionFacts &facts = prepare(id);
  std::vector<flow::ValueId> work(store.operands.begin(), store.operands.end());
  auto &known = functionsInGlobals[store.place.index];
  for (unsigned next = 0; next < work.size() && next < 64; ++next) {
    const flow::Value &value = function.values[work[next].index];
    if (value.function && !llvm::is_contained(known, value.function))
      known.push_back(value.function);
    if (value.kind != flow::ValueKind::Computed)
      continue;
    uint32_t defined = facts.definedBy[work[next].index];
    if (defined == ~0u)
      continue;
    const flow::Op &op = *facts.ops[defined];
    if (op.kind == OpKind::Closure && !llvm::is_contained(known, op.function))
      known.push_back(op.function);
    if (op.kind == OpKind::Compute)
      work.insert(work.end(), op.operands.begin(), op.operands.end());
  }
}

llvm::SmallVector<FunctionId, 4> Solver::globalFunctions(PathId path) const {
  const PathNode &root = tables.paths[tables.paths.rootOf(path)];
  auto found = functionsInGlobals.find(uint32_t(root.index));
  if (root.root != Root::Global || found == functionsInGlobals.end())
    return {};
  return found->second;
}

ConstantId Solver::globalConstant(flow::GlobalId global) const { return globalConstants[global.index]; }

void Solver::addGlobalSource(PathId path, const Atom &atom) {
  if (!tables.origins[atom.origin].isSource)
    return;
  Atoms &atoms = globalSources[path];
  bool isKnown = llvm::any_of(atoms, [&](const Atom &known) { return known.key() == atom.key(); });
  if (isKnown)
    return;
  if (atoms.size() < bounds.atomsPerPlace)
    atoms.push_back(atom);
  else
    ++widenedFunctions;
}

/// What any function wrote to a global meets the sinks that read it.
void Solver::resolveGlobals() {
  for (const auto &[function, event] : openEvents) {
    if (program[function].isMain || tables.paths[tables.paths.rootOf(event.path)].root != Root::Global)
      continue;
    for (const auto &[path, atoms] : globalSources) {
      if (!tables.paths.isBelow(path, event.path) && !tables.paths.isBelow(event.path, path))
        continue;
      for (const Atom &atom : atoms) {
        Event shared = event;
        shared.labels |= atom.labels;
        shared.strength = std::max(shared.strength, atom.strength);
        TrailNode node;
        node.previous = atom.trail;
        node.inner = event.trail;
        node.kind = finding::StepKind::SharedState;
        node.site = tables.trails[event.trail].site;
        const PathNode &root = tables.paths[tables.paths.rootOf(path)];
        node.text = tables.text("through the shared state `" + program.globals[root.index].name + "`");
        shared.trail = tables.trail(node);
        for (Event &use : judge(tables.origins[atom.origin], shared, function))
          endUse(use, function);
      }
    }
  }
}

} // namespace tamga::solve
