//===- Globals.cpp - state that functions share -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A global that nothing writes after its initialisation is a constant. All others have one
// cell for the whole program (SharedState.cpp), which meets here the sinks that read it.
//
//===----------------------------------------------------------------------===//

#include "Relevance.h"

namespace tamga::solve {

namespace {
constexpr size_t initialiserBound = 64; ///< Ops.
}

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
          noteStored(FunctionId(uint32_t(&function - program.functions.data())), op);
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

/// Constant objects that a relevant function mentions hold what their initialisers write:
/// `static const std::string word = "..."`. Tables with many entries are left alone.
void Solver::initialiseConstants(const Relevance &relevance) {
  std::vector<char> isSeen(program.globals.size(), false);
  auto initialise = [&](uint32_t index) {
    const flow::Global &global = program.globals[index];
    if (std::exchange(isSeen[index], true) || !global.isConst || !global.initializer)
      return;
    size_t length = 0;
    for (const flow::Block &block : program[global.initializer].blocks)
      length += block.ops.size();
    if (length > initialiserBound)
      return;
    for (const auto &[path, datum] : summary(global.initializer).writes) {
      const PathNode &root = tables.paths[tables.paths.rootOf(path)];
      bool isOwn = root.root == Root::Global && uint64_t(root.index) == index;
      if (isOwn && (datum.constant || datum.must))
        tables.initialised[path] = {datum.constant, datum.must};
    }
  };
  for (uint32_t function = 0; function < program.functions.size(); ++function)
    if (relevance.isRelevant[function])
      for (const flow::Block &block : program.functions[function].blocks)
        for (const flow::Op &op : block.ops)
          if (op.place.root == flow::RootKind::Global)
            initialise(op.place.index);
}

/// The path of a place in a global that needs no memory to find; 0: it does.
PathId Solver::globalPath(const flow::Place &place) {
  Cell cell{tables.paths.root(Root::Global, place.index), false};
  for (const flow::Step &step : place.steps)
    switch (step.kind) {
    case flow::StepKind::Field: cell = tables.paths.step(cell, Step::Field, step.index); break;
    case flow::StepKind::Index: cell = tables.paths.step(cell, Step::Element, step.index); break;
    case flow::StepKind::AnyIndex: cell = tables.paths.step(cell, Step::AnyElement, 0); break;
    case flow::StepKind::Base: break;
    default: return 0;
    }
  return cell.path;
}

/// A function that is stored in a global may be called by whoever reads the global, and
/// what a constant points at is known everywhere, whatever the order.
void Solver::noteStored(FunctionId id, const flow::Op &store) {
  PathId path = globalPath(store.place);
  if (!path)
    return;
  const flow::Function &function = program[id];
  const FunctionFacts &facts = prepare(id);
  std::vector<flow::ValueId> work(store.operands.begin(), store.operands.end());
  for (unsigned next = 0; next < work.size() && next < 64; ++next) {
    const flow::Value &value = function.values[work[next].index];
    if (value.function)
      shared.addFunction(path, value.function);
    uint32_t defined = value.kind == flow::ValueKind::Computed ? facts.definedBy[work[next].index] : ~0u;
    if (defined == ~0u)
      continue;
    const flow::Op &op = *facts.ops[defined];
    if (op.kind == OpKind::Closure)
      shared.addFunction(path, op.function);
    if (op.kind == OpKind::Compute)
      work.insert(work.end(), op.operands.begin(), op.operands.end());
    bool isPointer = op.kind == OpKind::Address && op.place.root == flow::RootKind::Global;
    if (PathId target = isPointer ? globalPath(op.place) : 0)
      tables.addGlobalPointee(path, target, program.globals[store.place.index].isConst);
  }
}

ConstantId Solver::globalConstant(flow::GlobalId global) const { return globalConstants[global.index]; }

/// What any function left in a global meets the sink of \p event, which reads it.
void Solver::endSink(const Event &event, FunctionId function) {
  if (tables.paths[event.path].root != Root::Global)
    return;
  for (const Atom &atom : shared.contentAt(event.path, program[function].isMain)) {
    const std::optional<policy::StepStrength> strength =
        policy::composed(atom.strength, event.strength);
    if (!strength)
      continue;
    Event met = event;
    met.labels = composed(atom.labels, met.labels);
    met.strength = *strength;
    TrailNode node;
    node.previous = atom.trail;
    node.inner = event.trail;
    node.kind = finding::StepKind::SharedState;
    node.site = tables.trails[event.trail].site;
    const PathNode &root = tables.paths[tables.paths.rootOf(event.path)];
    node.text = tables.text("through the shared state `" + program.globals[root.index].name + "`");
    met.trail = tables.trail(node);
    for (Event &use : judge(tables.origins[atom.origin], met, function)) {
      const std::vector<policy::Kind> &guards = rules[use.rule].rule->guards;
      if (llvm::none_of(met.guards, [&](const policy::Kind &held) { return matchesAny(guards, held); }))
        endUse(use, function);
    }
  }
}

} // namespace tamga::solve
