//===- Relevance.cpp - which functions can matter ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding needs a source, a use or a capability. Where one is called, its result may go
// up to the callers and from them down into anything they call, or through a global:
//
//   relevant = callees*( callers*( functions that call a source, use or guard ) )
//
// and again from the functions that read a global which a relevant function writes. What
// is left out cannot touch content that a rule asks about.
//
// A rule about content that reaches a sink asks for nothing in a program without such a sink.
//
//===----------------------------------------------------------------------===//

#include "Relevance.h"
#include <array>
#include <optional>

namespace tamga::solve {

using flow::FunctionId;
using flow::OpKind;

namespace {

class RelevanceFinder {
public:
  explicit RelevanceFinder(Solver &solver) : solver(solver), program(solver.program) {
    unsigned count = program.functions.size();
    relevance.callees.resize(count);
    relevance.isRelevant.assign(count, false);
    callers.resize(count);
    isAbove.assign(count, false);
  }

  Relevance find() {
    for (uint32_t index = 0; index < program.functions.size(); ++index)
      addEdges(index);
    markGuards();
    solver.findAsking();
    std::vector<uint32_t> seeds;
    for (uint32_t index = 0; index < program.functions.size(); ++index)
      if (isSeed(index))
        seeds.push_back(index);
    while (!seeds.empty()) {
      spread(seeds);
      seeds = globalReaders();
    }
    return std::move(relevance);
  }

private:
  void addEdges(uint32_t index) {
    std::vector<uint32_t> &callees = relevance.callees[index];
    auto addTarget = [&](FunctionId target) {
      if (program[target].hasBody())
        callees.push_back(target.index);
      else
        addConstructed(target, callees);
    };
    for (const flow::Block &block : program.functions[index].blocks)
      for (const flow::Op &op : block.ops) {
        if (op.kind == OpKind::Call && op.call == flow::CallKind::Virtual)
          for (FunctionId target : solver.dispatch(op.function, {}))
            addTarget(target);
        else if (op.function)
          addTarget(op.function);
      }
    // What a library may call: the operators of function objects.
    for (const flow::Local &local : program.functions[index].locals)
      if (local.type && program[local.type].kind == flow::TypeKind::Record)
        for (FunctionId target : solver.operatorsOf(local.type, flow::FunctionKind::CallOperator))
          addTarget(target);
    // A pointer to a virtual member function leads to every override.
    for (const flow::Value &value : program.functions[index].values)
      if (value.function && program[value.function].isVirtual)
        for (FunctionId target : solver.dispatch(value.function, {}))
          addTarget(target);
      else if (value.function)
        addTarget(value.function);
    llvm::sort(callees);
    callees.erase(std::unique(callees.begin(), callees.end()), callees.end());
    for (uint32_t callee : callees)
      callers[callee].push_back(index);
  }

  /// `make_unique<T>` calls a constructor of T.
  void addConstructed(FunctionId maker, std::vector<uint32_t> &callees) {
    for (const policy::FunctionModel *model : solver.prepare(maker).models)
      for (const policy::Effect &effect : model->effects)
        if (effect.effect == policy::EffectKind::Constructs)
          for (flow::TypeId of : {program[maker].returnType, program[maker].record})
            if (of)
              for (flow::TypeId type : program[of].arguments)
                for (FunctionId constructor : solver.constructorsOf(type))
                  callees.push_back(constructor.index);
  }

  bool isOfInterest(FunctionId callee) {
    for (const policy::FunctionModel *model : solver.prepare(callee).models)
      for (const policy::Effect &effect : model->effects)
        switch (effect.effect) {
        case policy::EffectKind::Source:
          if (solver.isAsked(effect.kind) && mayName(effect))
            return true;
          break;
        case policy::EffectKind::Use:
        case policy::EffectKind::Capability:
        case policy::EffectKind::Store:
        case policy::EffectKind::Erase:
          if (solver.isAsked(effect.kind))
            return true;
          break;
        default:
          break;
        }
    return false;
  }

  /// Whether the program holds a text that names data as \p effect wants it named.
  bool mayName(const policy::Effect &effect) {
    if (!effect.element)
      return true;
    bool needsName = effect.isByName && !solver.hasInput;
    return needsName ? solver.countsNames() && namesData(policy::Confidence::Likely)
                     : namesData(policy::Confidence::Key);
  }

  bool namesData(policy::Confidence least) {
    std::optional<bool> &known = namesAny[unsigned(least)];
    if (!known)
      known = llvm::any_of(program.functions, [&](const flow::Function &function) {
        return llvm::any_of(function.values, [&](const flow::Value &value) {
          return value.kind == flow::ValueKind::String && solver.elements.find(value.text, least);
        });
      });
    return *known;
  }

  /// Functions that can pass a guard, and all that call them.
  void markGuards() {
    auto isGuard = [&](FunctionId callee) {
      return llvm::any_of(
          solver.prepare(callee).models, [](const policy::FunctionModel *model) {
            return llvm::any_of(model->effects, [](const policy::Effect &effect) {
              return effect.effect == policy::EffectKind::Guards;
            });
          });
    };
    std::vector<uint32_t> work;
    for (uint32_t index = 0; index < program.functions.size(); ++index) {
      bool calls = isGuard(FunctionId(index));
      for (const flow::Block &block : program.functions[index].blocks)
        for (const flow::Op &op : block.ops) {
          calls = calls || (op.kind == OpKind::Call && op.function && isGuard(op.function));
          for (const flow::Step &step : op.place.steps)
            calls = calls || (step.kind == flow::StepKind::Field &&
                              !solver.fieldGuards(flow::FieldId(uint32_t(step.index))).empty());
        }
      if (calls)
        work.push_back(index);
    }
    while (!work.empty()) {
      uint32_t node = work.back();
      work.pop_back();
      if (std::exchange(solver.functions[node].mayGuard, true))
        continue;
      work.insert(work.end(), callers[node].begin(), callers[node].end());
    }
  }

  bool holdsDeclared(flow::TypeId type) {
    for (unsigned depth = 0; type && depth < 3; ++depth) {
      if (!solver.typeKinds(type).empty())
        return true;
      type = program[type].pointee;
    }
    return false;
  }

  /// A text that content may come from: the address of a server.
  bool isOriginLiteral(const flow::Value &value) {
    if (value.kind != flow::ValueKind::String || !solver.hasNameModels || !solver.asksText)
      return false;
    for (const policy::NameModel *model : solver.matcher.literal(value.text))
      for (const policy::Effect &effect : model->effects)
        if (effect.effect == policy::EffectKind::Source)
          return true;
    return false;
  }

  bool isHolder(flow::FieldId field) {
    return !solver.fieldKinds(field).empty() ||
           !solver.namedKind(program[field].name, program[field].type).empty();
  }

  bool isSeed(uint32_t index) {
    const flow::Function &function = program.functions[index];
    if (!solver.functions[index].named.empty())
      return true;
    for (const flow::Local &local : function.locals)
      if (holdsDeclared(local.type))
        return true;
    for (uint32_t parameter = 0; parameter < function.parameterCount; ++parameter)
      if (const flow::Local &local = function.locals[parameter];
          !solver.namedKind(local.name, local.type).empty())
        return true;
    for (const flow::Value &value : function.values)
      if ((value.function && isOfInterest(value.function)) || isNamedSource(value) ||
          isOriginLiteral(value))
        return true;
    for (const flow::Block &block : function.blocks)
      for (const flow::Op &op : block.ops) {
        if (op.kind == OpKind::Call && op.function && isOfInterest(op.function))
          return true;
        for (const flow::Step &step : op.place.steps)
          if (step.kind == flow::StepKind::Field && isHolder(flow::FieldId(uint32_t(step.index))))
            return true;
      }
    return false;
  }

  /// A literal that is data of some kind: a model file that says what it is for.
  bool isNamedSource(const flow::Value &value) {
    if (value.kind != flow::ValueKind::String)
      return false;
    return llvm::any_of(solver.matcher.literal(value.text), [&](const auto *model) {
      return llvm::any_of(model->effects, [&](const policy::Effect &effect) {
        return effect.effect == policy::EffectKind::Source && solver.isAsked(effect.kind);
      });
    });
  }

  void spread(std::vector<uint32_t> work) {
    std::vector<uint32_t> above;
    while (!work.empty()) {
      uint32_t node = work.back();
      work.pop_back();
      if (isAbove[node])
        continue;
      isAbove[node] = true;
      above.push_back(node);
      work.insert(work.end(), callers[node].begin(), callers[node].end());
    }
    while (!above.empty()) {
      uint32_t node = above.back();
      above.pop_back();
      if (relevance.isRelevant[node] || !program.functions[node].hasBody())
        continue;
      relevance.isRelevant[node] = true;
      above.insert(above.end(), relevance.callees[node].begin(), relevance.callees[node].end());
    }
  }

  /// Functions not yet relevant that mention a global which a relevant one may write.
  std::vector<uint32_t> globalReaders() {
    std::vector<bool> isWritten(program.globals.size(), false);
    auto eachGlobal = [&](uint32_t index, auto &&visit) {
      for (const flow::Block &block : program.functions[index].blocks)
        for (const flow::Op &op : block.ops)
          if (op.place.root == flow::RootKind::Global && op.kind != OpKind::Begin &&
              op.kind != OpKind::End &&
              (op.kind == OpKind::Store || op.kind == OpKind::Address ||
               op.kind == OpKind::Load))
            visit(op);
    };
    for (uint32_t index = 0; index < program.functions.size(); ++index)
      if (relevance.isRelevant[index])
        eachGlobal(index, [&](const flow::Op &op) {
          const flow::Global &global = program.globals[op.place.index];
          bool isInitializer = global.initializer && global.initializer.index == index;
          if (op.kind != OpKind::Load && (!global.isConst || isInitializer))
            isWritten[op.place.index] = true;
        });
    std::vector<uint32_t> readers;
    for (uint32_t index = 0; index < program.functions.size(); ++index) {
      bool reads = false;
      if (!isAbove[index])
        eachGlobal(index, [&](const flow::Op &op) { reads |= isWritten[op.place.index]; });
      if (reads)
        readers.push_back(index);
    }
    return readers;
  }

  Solver &solver;
  const flow::Program &program;
  Relevance relevance;
  std::vector<std::vector<uint32_t>> callers;
  std::vector<bool> isAbove;
  std::array<std::optional<bool>, 3> namesAny; ///< By Confidence.
};

} // namespace

Relevance findRelevant(Solver &solver) { return RelevanceFinder(solver).find(); }

/// Relevant functions, callees first, grouped by cycle. Tarjan's algorithm, with a stack of
/// its own because call chains are long.
std::vector<std::vector<FunctionId>> callOrder(const Relevance &relevance) {
  const std::vector<std::vector<uint32_t>> &callees = relevance.callees;
  unsigned count = callees.size();
  std::vector<std::vector<FunctionId>> groups;
  std::vector<uint32_t> number(count, 0), low(count, 0), next(count, 0), stack, walk;
  std::vector<bool> isOnStack(count, false);
  uint32_t counter = 0;
  auto enter = [&](uint32_t node) {
    number[node] = low[node] = ++counter;
    stack.push_back(node);
    walk.push_back(node);
    isOnStack[node] = true;
  };
  for (uint32_t start = 0; start < count; ++start) {
    if (number[start] || !relevance.isRelevant[start])
      continue;
    enter(start);
    while (!walk.empty()) {
      uint32_t node = walk.back();
      if (next[node] < callees[node].size()) {
        uint32_t callee = callees[node][next[node]++];
        if (!number[callee])
          enter(callee);
        else if (isOnStack[callee])
          low[node] = std::min(low[node], number[callee]);
        continue;
      }
      walk.pop_back();
      if (!walk.empty())
        low[walk.back()] = std::min(low[walk.back()], low[node]);
      if (low[node] != number[node])
        continue;
      groups.emplace_back();
      uint32_t member;
      do {
        member = stack.back();
        stack.pop_back();
        isOnStack[member] = false;
        groups.back().push_back(FunctionId(member));
      } while (member != node);
      llvm::sort(groups.back());
    }
  }
  return groups;
}

} // namespace tamga::solve
