//===- SolveProgram.cpp - functions in order, then questions ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compositional and bottom-up. Functions are put in the order of the call graph, callees
// first; each is interpreted once over its own memory, with names for what only callers
// know, and leaves a summary. Members of a cycle are interpreted until their summaries
// stay as they are. Sinks and uses that a summary leaves open come up with it:
//
//   void show(char *text) { puts(text); }        event: what arg0 holds reaches puts
//   void chat() { show(complete()); }            finding: complete() -> show -> puts
//
// A caller that knows which function a parameter is gets a summary of its own for it.
// Globals have one cell each for the whole program: what any function leaves there meets
// what any other finds there, after all functions (SharedState.cpp).
//
// Every set is bounded and ordered by ids that are handed out in this order, so the result
// depends on the program only. The cost is about linear in ops for programs whose functions
// have few parameters that reach far.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"
#include "Relevance.h"
#include "Witness.h"
#include "llvm/Support/SaveAndRestore.h"
#include <functional>

namespace tamga::solve {

using flow::FunctionId;
using flow::OpKind;

namespace {
constexpr unsigned keyBound = 8;
constexpr unsigned roundBound = 6;
constexpr unsigned depthBound = 100;
constexpr unsigned sharedRounds = 4; ///< Functions that are found behind functions in globals.

/// Whether an effect says where content goes, in place of the body.
bool isFlow(const policy::Effect &effect) {
  using policy::EffectKind;
  switch (effect.effect) {
  case EffectKind::Source:
    return !effect.at || llvm::none_of(effect.at->steps, [](const policy::Port::Step &step) {
      return step.kind == policy::Port::Step::Param;
    });
  case EffectKind::Propagates:
  case EffectKind::Aliases:
  case EffectKind::Gives:
  case EffectKind::Clears:
  case EffectKind::Makes:
  case EffectKind::Calls:
  case EffectKind::Registers:
  case EffectKind::Binds:
  case EffectKind::Constructs: return true;
  default: return false;
  }
}
} // namespace

Solver::Solver(const flow::Program &program, const policy::Policy &policy, const Bounds &bounds)
    : program(program), policy(policy), bounds(bounds), matcher(policy), elements(policy),
      tables(program, bounds.pathDepth), functions(program.functions.size()),
      shared(program, tables, bounds.atomsPerPlace) {
  hasNameModels = !policy.names.empty();
  for (const policy::Pack &pack : policy.packs)
    for (const policy::Rule &rule : pack.rules)
      if (!llvm::is_contained(policy.project.disabledRules, rule.id)) {
        rules.push_back({&rule, &pack});
        for (const policy::Rule &question : rule.also)
          rules.push_back({&question, &pack, true});
      }
  hasDuties = llvm::any_of(
      rules, [](const Rule &one) {
        return one.rule->shape == policy::Shape::After || one.rule->unless.has_value();
      });
  hasFresh = llvm::any_of(rules, [](const Rule &one) { return !one.rule->fresh.empty(); });
  tables.text(""); // No store has the name 0.
  for (uint32_t index = 0; index < program.fields.size(); ++index)
    if (program.fields[index].record)
      recordFields[program.fields[index].record.index].push_back(flow::FieldId(index));
  for (uint32_t index = 0; index < program.functions.size(); ++index) {
    const flow::Function &function = program.functions[index];
    if (function.kind == flow::FunctionKind::Constructor && function.record && function.hasBody())
      recordConstructors[function.record.index].push_back(FunctionId(index));
    bool isStar = function.kind == flow::FunctionKind::Method && function.parameterCount == 0 &&
                  llvm::StringRef(function.name).ends_with("::operator*");
    bool isOperator = isStar || function.kind == flow::FunctionKind::CallOperator;
    if (isOperator && function.record && function.hasBody())
      recordOperators[{function.record.index, function.kind}].push_back(FunctionId(index));
  }
  uint32_t base = 1;
  for (uint32_t index = 0; index < program.functions.size(); ++index) {
    functions[index].opBase = base;
    for (const flow::Block &block : program.functions[index].blocks)
      base += block.ops.size();
    base += 2;
    for (FunctionId overridden : program.functions[index].overrides)
      functions[overridden.index].overriders.push_back(FunctionId(index));
  }
  prepareGlobals();
}

//===----------------------------------------------------------------------===//
// Facts about functions
//===----------------------------------------------------------------------===//

FunctionFacts &Solver::prepare(FunctionId id) {
  FunctionFacts &facts = functions[id.index];
  if (facts.isPrepared)
    return facts;
  facts.isPrepared = true;
  const flow::Function &function = program[id];
  facts.definedBy.assign(function.values.size(), ~0u);
  for (const flow::Block &block : function.blocks) {
    facts.firstOp.push_back(facts.ops.size());
    for (const flow::Op &op : block.ops) {
      if (op.result)
        facts.definedBy[op.result.index] = facts.ops.size();
      facts.ops.push_back(&op);
    }
  }
  orderBlocks(function, facts);
  collectModels(id, facts);
  return facts;
}

void Solver::collectModels(FunctionId id, FunctionFacts &facts) {
  llvm::SmallVector<FunctionId, 4> named{id};
  for (unsigned next = 0; next < named.size() && next < 16; ++next)
    for (FunctionId overridden : program[named[next]].overrides)
      if (!llvm::is_contained(named, overridden))
        named.push_back(overridden);
  for (FunctionId name : named) {
    const flow::Function &function = program[name];
    std::vector<std::string> parameters, records;
    for (unsigned index = 0; index < function.parameterCount && index < function.locals.size(); ++index) {
      flow::TypeId type = function.locals[index].type;
      parameters.push_back(type ? program[type].name : "");
      if (type && program[type].kind == flow::TypeKind::Reference)
        type = program[type].pointee;
      bool isRecord = type && program[type].kind == flow::TypeKind::Record;
      records.push_back(isRecord ? program[type].name : "");
    }
    policy::FunctionSymbol symbol{function.name, function.parameterCount, parameters, records};
    symbol.object = function.record ? program[function.record].key : symbol.object;
    bool isOfCLibrary = !function.hasBody() && !llvm::StringRef(function.symbol).starts_with("_Z") &&
                        !llvm::StringRef(function.symbol).contains('@');
    for (const policy::FunctionModel *model : matcher.function(symbol))
      if (!llvm::is_contained(facts.models, model) && (isOfCLibrary || !model->hasCLinkage))
        facts.models.push_back(model);
    collectAnnotations(function, facts);
  }
  facts.isBodyKept = llvm::all_of(facts.models, [](const policy::FunctionModel *model) {
    return model->isLibrary && llvm::none_of(model->effects, [](const policy::Effect &effect) {
      return effect.labels != 0;
    });
  });
  for (const policy::FunctionModel *model : facts.models) {
    // A project's `"effects": []` says that the function does nothing with its arguments.
    facts.hasLibraryModel |= !model->isAnnotation || model->effects.empty();
    for (const policy::Effect &effect : model->effects) {
      facts.isFlowModelled |= isFlow(effect);
      facts.hasCallbackEffect |= effect.effect == policy::EffectKind::Calls ||
                                 effect.effect == policy::EffectKind::Registers;
    }
  }
}

void Solver::collectAnnotations(const flow::Function &function, FunctionFacts &facts) {
  policy::FunctionModel model;
  model.isAnnotation = true;
  model.pattern.name = function.name;
  policy::Origin where{function.at ? program[function.at.file].path : "", function.at.line};
  std::vector<policy::Effect> own;
  auto read = [&](const std::string &text, const policy::Port *defaultPort) {
    llvm::Expected<std::vector<policy::Effect>> effects = policy::readAnnotation(text, where, policy);
    if (!effects) {
      annotationErrors.push_back({function.name, llvm::toString(effects.takeError()), regionOf(program, function.at)});
      return;
    }
    for (policy::Effect &effect : *effects) {
      if (!effect.at && defaultPort)
        effect.at = *defaultPort;
      own.push_back(std::move(effect));
    }
  };
  for (const std::string &text : function.annotations)
    read(text, nullptr);
  for (unsigned index = 0; index < function.parameterCount && index < function.locals.size(); ++index) {
    policy::Port port{policy::Port::Argument, index, {}, "arg" + std::to_string(index)};
    for (const std::string &text : function.locals[index].annotations)
      read(text, &port);
  }
  if (own.empty())
    return;
  model.effects = std::move(own);
  annotationModels.push_back(std::make_unique<policy::FunctionModel>(std::move(model)));
  facts.models.push_back(annotationModels.back().get());
}

llvm::SmallVector<FunctionId, 4> Solver::dispatch(FunctionId target, flow::TypeId exact) {
  llvm::SmallVector<FunctionId, 4> family{target};
  for (unsigned next = 0; next < family.size() && family.size() < 64; ++next)
    for (FunctionId overrider : functions[family[next].index].overriders)
      if (!llvm::is_contained(family, overrider))
        family.push_back(overrider);
  if (!exact) {
    llvm::erase_if(family, [&](FunctionId member) { return !program[member].hasBody() && member != target; });
    if (family.size() > 1 && !program[target].hasBody())
      family.erase(family.begin());
    return family;
  }
  // The final overrider: the member whose class is the nearest base of the object.
  llvm::SmallVector<flow::TypeId, 8> classes{exact};
  for (unsigned next = 0; next < classes.size() && next < 64; ++next) {
    for (FunctionId member : family)
      if (program[member].record == classes[next])
        return {member};
    for (flow::TypeId base : program[classes[next]].bases)
      classes.push_back(base);
  }
  return {target};
}

//===----------------------------------------------------------------------===//
// Summaries
//===----------------------------------------------------------------------===//

const Summary &Solver::summary(FunctionId function, const FunctionKey &key) {
  auto found = summaries.find({function, key});
  if (found == summaries.end()) {
    if (!key.empty() && ++keyCounts[{function.index, key.constants.empty()}] > keyBound)
      return summary(function, withLess(key));
    found = summaries.try_emplace({function, key}).first;
  }
  Entry &entry = found->second;
  // Callbacks that call callbacks: beyond this depth, what is known without knowing them.
  if (!entry.isComputed && !entry.isRunning && !key.empty() && summaryDepth >= depthBound)
    return summary(function, withLess(key));
  ++summaryDepth;
  if (!entry.isComputed && !entry.isRunning)
    for (unsigned round = 0; round < roundBound; ++round) {
      entry.wasAsked = false;
      if (!resummarise(function, key) || !entry.wasAsked)
        break;
    }
  --summaryDepth;
  entry.wasAsked |= entry.isRunning;
  return entry.summary;
}

bool Solver::resummarise(FunctionId function, const FunctionKey &key) {
  Entry &entry = summaries[{function, key}];
  if (entry.isRunning)
    return false;
  entry.isRunning = true;
  // Candidates belong to the summary: they go when it does.
  Candidates others = std::exchange(candidates, {});
  std::set<SummaryKey> othersAsked = std::exchange(asked, {});
  // Who asks for a summary has no say in it.
  llvm::SaveAndRestore folds(tables.paths.foldsOffsets, false);
  Interpreter interpreter(*this, function, key);
  Summary fresh = interpreter.run();
  entry.candidates = std::exchange(candidates, std::move(others));
  entry.asked = std::exchange(asked, std::move(othersAsked));
  entry.isRunning = false;
  entry.isComputed = true;
  bool changed = !sameSummary(fresh, entry.summary);
  entry.summary = std::move(fresh);
  return changed;
}

void Solver::noteCall(FunctionId caller, FunctionId callee) {
  auto &callers = functions[callee.index].callers;
  if (!llvm::is_contained(callers, caller))
    callers.push_back(caller);
}

PathId Solver::madeRoot(Site call, FunctionId callee, PathId calleeRoot, bool isSummary) {
  // Objects of objects of calls (recursion) end up as one.
  auto depth = madeDepths.find(calleeRoot);
  unsigned level = depth == madeDepths.end() ? 1 : depth->second + 1;
  bool isCollapsed = level > 4;
  auto key = isCollapsed ? std::make_tuple(call, FunctionId(), PathId(0))
                         : std::make_tuple(call, callee, calleeRoot);
  auto [entry, isNew] = madeRoots.try_emplace(key, 0);
  if (isNew) {
    int64_t index = (int64_t(1) << 32) + madeRoots.size();
    entry->second = tables.paths.root(Root::Heap, index, isSummary || isCollapsed);
    madeDepths[entry->second] = level;
    if (flow::TypeId type = isCollapsed ? flow::TypeId() : heapType(callee, calleeRoot))
      madeTypes[entry->second] = type;
  }
  return entry->second;
}

/// The class of the object that \p function calls \p root: as it was allocated, or as the
/// handle says that owns it.
flow::TypeId Solver::heapType(FunctionId function, PathId root) const {
  const PathNode &node = tables.paths[root];
  const std::vector<const flow::Op *> &ops = functions[function.index].ops;
  if (node.root != Root::Heap)
    return {};
  if (uint64_t(node.index) >= ops.size()) {
    auto made = madeTypes.find(root);
    return made == madeTypes.end() ? flow::TypeId() : made->second;
  }
  const flow::Op &maker = *ops[node.index];
  if (maker.type || !maker.result)
    return maker.type;
  flow::TypeId handle = program[function].values[maker.result.index].type;
  bool isHandle = handle && !program[handle].arguments.empty();
  return isHandle ? program[handle].arguments[0] : flow::TypeId();
}

//===----------------------------------------------------------------------===//
// The run
//===----------------------------------------------------------------------===//

/// Every function gets its summary.
void Solver::summarise(const Groups &groups) {
  widenedFunctions = 0;
  for (const std::vector<FunctionId> &group : groups) {
    bool changed = true;
    for (unsigned round = 0; changed && round < roundBound; ++round) {
      changed = false;
      for (FunctionId function : group)
        changed |= group.size() == 1 ? (summary(function), false) : resummarise(function, {});
    }
    widenedFunctions += changed ? group.size() : 0;
  }
}

/// Functions that begin when nobody knows what globals hold: those that nobody calls, and
/// callbacks that run later.
std::vector<FunctionId> Solver::entries(const Groups &groups) const {
  std::vector<FunctionId> found;
  for (const std::vector<FunctionId> &group : groups) {
    bool isCalled = llvm::any_of(group, [&](FunctionId member) {
      return llvm::any_of(functions[member.index].callers,
                          [&](FunctionId caller) { return !llvm::is_contained(group, caller); });
    });
    for (FunctionId function : group)
      if (!isCalled || runLater.count(function))
        found.push_back(function);
  }
  return found;
}

/// Drops the summaries of \p stale and of all that call them.
void Solver::forget(const std::set<FunctionId> &stale) {
  std::vector<FunctionId> work(stale.begin(), stale.end());
  std::set<FunctionId> seen(stale);
  while (!work.empty()) {
    FunctionId function = work.back();
    work.pop_back();
    auto first = summaries.lower_bound({function, {}});
    while (first != summaries.end() && first->first.first == function)
      first = summaries.erase(first);
    for (FunctionId caller : functions[function.index].callers)
      if (seen.insert(caller).second)
        work.push_back(caller);
  }
}

/// Events that nobody further up can end become candidates.
void Solver::endEvents(const Groups &groups) {
  for (const std::vector<FunctionId> &group : groups)
    for (FunctionId function : group)
      widenedFunctions += summary(function).isWidened;
  const std::set<SummaryKey> counted = askedFor(groups);
  for (const auto &[key, entry] : summaries)
    if (counted.count(key))
      for (const auto &[place, candidate] : entry.candidates)
        addCandidate(candidate);
  for (FunctionId function : entries(groups)) {
    bool isCalled = llvm::any_of(functions[function.index].callers,
                                 [&](FunctionId caller) { return caller != function; });
    endEvents(function, isCalled);
  }
}

/// What \p function leaves open stays open: nobody calls it, or it runs later as well.
void Solver::endEvents(FunctionId function, bool isCalled) {
  const Summary known = summary(function);
  for (const Event &event : known.events)
    switch (event.kind) {
    case Event::Sink: endSink(event, function); break;
    case Event::Use:
      if (!isCalled)
        endUse(event, function);
      break;
    case Event::Literal:
      if (!isCalled)
        endLiteral(event, function);
      break;
    case Event::Store: break; // What is not known to be stored is not missed.
    case Event::Erase: noteStore(event, function); break;
    }
  if (isCalled)
    return;
  for (const Duty &duty : known.duties)
    endDuty(duty, function);
  for (const Duty &duty : known.thrownDuties)
    endDuty(duty, function);
}

void Solver::run() {
  scanNames(*this);
  Relevance relevance = findRelevant(*this);
  asksKept = llvm::any_of(rules, [&](const Rule &one) {
    return one.rule->shape == policy::Shape::Covers &&
           matchesAny(one.rule->uses, "store.memory") &&
           llvm::is_contained(withdrawing(one.rule->guards, relevance), true);
  });
  initialiseConstants(relevance);
  const Groups groups = callOrder(relevance);
  for (uint32_t index = 0; index < groups.size(); ++index)
    for (FunctionId function : groups[index])
      functions[function.index].group = index;
  // Functions that are found in globals only now were not called where they should be.
  std::set<FunctionId> stale;
  for (unsigned round = 0; round < sharedRounds; ++round) {
    summarise(groups);
    for (FunctionId function : entries(groups))
      shared.publish(summary(function).writes,
                     program[function].kind == flow::FunctionKind::GlobalInit);
    stale = shared.takeStale();
    if (stale.empty())
      break;
    forget(stale);
  }
  if (!stale.empty())
    summarise(groups);
  widenedFunctions += stale.size() + shared.isWidened;
  // Beyond this point no fact about a function changes.
  shared.close();
  endEvents(groups);
  compareStores(relevance);
  findPresentGuards();
  settleSources();
  foldAbsent();
}

} // namespace tamga::solve
