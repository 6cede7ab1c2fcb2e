//===- Interpret.cpp - blocks, loops and the summary ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Blocks are visited in reverse postorder until the state at each entry stays as it is.
// All facts come from finite sets (bounded atoms, paths of bounded depth), joins only grow
// the may-facts and shrink the must-facts, so this ends; a function that needs more ops
// than its budget is cut and marked.
//
// A version made inside a loop names another value in the next turn. So that a guard
// passed for the last turn's value does not count for this turn's, such versions are
// dropped from the state that goes back to the head.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::OpKind;

namespace {
constexpr unsigned visitBound = 24;
constexpr unsigned conditionVisits = 3;
constexpr unsigned shownBound = 8;

/// Locals that some turn of the loop with this head assigns.
llvm::SmallVector<uint32_t, 4> assignedInLoop(const flow::Function &function,
                                              const FunctionFacts &facts, uint32_t head) {
  uint32_t first = facts.order[head], last = 0;
  for (uint32_t block = 0; block < function.blocks.size(); ++block)
    for (flow::BlockId target : function.blocks[block].ops.back().targets)
      if (target.index == head && facts.order[block] != ~0u && facts.order[block] >= first)
        last = std::max(last, facts.order[block]);
  llvm::SmallVector<uint32_t, 4> locals;
  for (uint32_t block = 0; block < function.blocks.size(); ++block)
    if (facts.order[block] >= first && facts.order[block] <= last)
      for (const flow::Op &op : function.blocks[block].ops)
        if (op.kind == OpKind::Store && op.place.root == flow::RootKind::Local &&
            op.place.steps.empty() && !llvm::is_contained(locals, op.place.index))
          locals.push_back(op.place.index);
  return locals;
}
} // namespace

Interpreter::Interpreter(Solver &solver, flow::FunctionId id, const FunctionKey &key)
    : solver(solver), program(solver.program), tables(solver.tables),
      domain(tables, solver.bounds.atomsPerPlace, solver.bounds.pointeesPerValue), id(id),
      function(program[id]), facts(solver.prepare(id)), key(key) {
  domain.keepsWorlds = facts.mayGuard;
}

State Interpreter::entryState() {
  State entry;
  entry.isReachable = true;
  auto seed = [&](PathId path, auto &&change) {
    ValueFact seeded;
    seeded.top = domain.read(entry, path);
    change(seeded.top);
    domain.writeStrong(entry, path, seeded);
  };
  for (const auto &[path, functions] : key.functions)
    seed(path, [&](Datum &top) { top.functions.assign(functions.begin(), functions.end()); });
  for (const auto &[path, constant] : key.constants)
    seed(path, [&](Datum &top) { top.constant = constant; });
  for (const auto &[path, placeholder] : key.bound)
    seed(path, [&](Datum &top) { top.constant = placeholder ? placeholder : top.constant; });
  return entry;
}

Summary Interpreter::run() {
  bool wasCut = std::exchange(tables.paths.hitBound, false);
  unsigned blockCount = function.blocks.size();
  entries.assign(blockCount, {});
  visits.assign(blockCount, 0);
  isPending.assign(blockCount, false);
  values.assign(function.values.size(), {});
  entries[0] = entryState();
  std::map<uint32_t, uint32_t> pending; // By rank.
  isPending[0] = true;
  std::vector<uint32_t> blockOfRank(blockCount);
  for (uint32_t block = 0; block < blockCount; ++block)
    if (facts.order[block] != ~0u)
      blockOfRank[facts.order[block]] = block;
  const uint64_t left = solver.bounds.workPerRun - std::min(solver.workDone, solver.bounds.workPerRun);
  const uint64_t budget = std::min(solver.bounds.workPerFunction, left);
  for (;;) {
    uint32_t rank = 0;
    while (rank < blockCount &&
           !(blockOfRank[rank] < blockCount && isPending[blockOfRank[rank]] &&
             facts.order[blockOfRank[rank]] == rank))
      ++rank;
    if (rank == blockCount)
      break;
    uint32_t block = blockOfRank[rank];
    isPending[block] = false;
    if (++visits[block] > visitBound) {
      domain.isWidened = true;
      continue;
    }
    isOverBudget = domain.work + interpretedOps > budget;
    if (!isOverBudget)
      interpretBlock(block);
    if (isOverBudget)
      break;
  }
  if (isOverBudget)
    solver.overBudget.insert(function.name);
  solver.workDone += domain.work + interpretedOps;
  domain.isWidened |= tables.paths.hitBound;
  tables.paths.hitBound |= wasCut;
  return finish();
}

void Interpreter::interpretBlock(uint32_t block) {
  // What goes into a block that no later one leads back to is not asked for again.
  if (facts.isInCycle[block])
    state = entries[block];
  else
    state = std::move(entries[block]);
  domain.settleWorlds(state);
  currentBlock = block;
  currentOp = facts.firstOp[block];
  for (const flow::Op &op : function.blocks[block].ops) {
    if (solver.isTimeUp()) {
      isOverBudget = true;
      return;
    }
    ++interpretedOps;
    endsHere = false;
    transfer(op);
    if (endsHere) {
      leaveSinks(state, gained);
      return;
    }
    ++currentOp;
  }
}

void Interpreter::flowTo(flow::BlockId target, const State &leaving, uint32_t from) {
  uint32_t to = target.index;
  if (!leaving.isReachable || facts.order[to] == ~0u)
    return;
  uint32_t site = facts.opBase + facts.firstOp[to] + 1;
  // The first turn of a loop names what changes as later ones do: a guard for it is one and
  // the same.
  llvm::SmallVector<std::pair<PathId, VersionId>, 4> merged;
  if (facts.mayGuard && facts.isInCycle[to])
    for (uint32_t local : assignedInLoop(function, facts, to)) {
      VersionNode node;
      node.kind = VersionNode::Merge;
      node.site = site;
      node.path = localRoot(local);
      merged.push_back({node.path, tables.versions.intern(node)});
    }
  bool isBack = facts.order[to] <= facts.order[from];
  if (isBack)
    leaveSinks(leaving, gainedInLoops);
  domain.keepsConditions = visits[to] < conditionVisits;
  if (!isBack && merged.empty()) {
    if (domain.join(entries[to], leaving, site))
      isPending[to] = true;
    return;
  }
  State turned = leaving;
  if (isBack)
    dropLoopVersions(turned, to, from);
  size_t inputs = 0, inputsBefore = 0;
  for (auto [path, version] : merged) {
    inputsBefore += tables.versions[version].inputs.size();
    ValueFact fact = domain.snapshot(turned, path);
    flow::TypeId type = typeOf(path);
    bool isFirst = fact.top.version && fact.top.version != version && !isBack;
    if (!isFirst)
      continue;
    tables.versions.addInputs(version, {fact.top.version});
    fact.top.version = version;
    if (!type || program[type].kind != flow::TypeKind::Bool)
      fact.top.constant = 0;
    domain.writeStrong(turned, path, fact);
  }
  domain.isTurning = isBack;
  bool changed = domain.join(entries[to], turned, site);
  domain.isTurning = false;
  for (auto [path, version] : merged)
    inputs += tables.versions[version].inputs.size();
  if (changed)
    isPending[to] = true;
  // What more can have met there is asked for in the whole loop.
  if (inputs != inputsBefore)
    for (uint32_t block = 0; block < entries.size(); ++block)
      if (entries[block].isReachable && facts.isInCycle[block] &&
          facts.order[block] >= facts.order[to] && facts.order[block] <= facts.order[from])
        isPending[block] = true;
}

void Interpreter::dropLoopVersions(State &turned, uint32_t head, uint32_t latch) {
  uint32_t first = facts.order[head], last = facts.order[latch];
  std::map<VersionId, bool> memo;
  auto isMadeInLoop = [&](auto &&self, VersionId version) -> bool {
    if (!version)
      return false;
    auto [known, isNew] = memo.try_emplace(version, false);
    if (!isNew)
      return known->second;
    const VersionNode node = tables.versions[version];
    bool isMade = node.kind == VersionNode::Made || node.kind == VersionNode::Merge;
    bool result = !isMade && (self(self, node.base) || self(self, node.other));
    if (isMade) {
      uint32_t op = node.site - facts.opBase - (node.kind == VersionNode::Merge);
      if (op < facts.ops.size()) {
        auto after = std::upper_bound(facts.firstOp.begin(), facts.firstOp.end(), op);
        uint32_t rank = facts.order[after - facts.firstOp.begin() - 1];
        result = rank >= first && rank <= last;
      }
    }
    return memo[version] = result;
  };
  auto isStale = [&](VersionId version) { return isMadeInLoop(isMadeInLoop, version); };
  auto dropGuards = [&](GuardSet &set) {
    llvm::erase_if(set.guards, [&](const Guard &guard) {
      return llvm::any_of(guard.subject.versions, isStale);
    });
  };
  dropGuards(turned.guards);
  for (auto known = turned.known.begin(); known != turned.known.end();)
    known = isStale(known->first) ? turned.known.erase(known) : std::next(known);
  for (Duty &duty : turned.duties)
    llvm::erase_if(duty.conditions,
                   [&](const auto &condition) { return isStale(condition.first); });
  std::vector<OpenSink> sinks = std::exchange(turned.openSinks, {});
  for (OpenSink &sink : sinks) { // Their channel is that of an earlier turn.
    llvm::erase_if(sink.channel.versions, isStale);
    addOpenSink(turned.openSinks, sink);
  }
  for (World &world : turned.worlds) {
    llvm::erase_if(world.known, [&](const auto &known) { return isStale(known.first); });
    llvm::erase_if(world.guards, [&](const Guard &guard) {
      return llvm::any_of(guard.subject.versions, isStale);
    });
  }
  dropStaleValues(turned, isStale);
}

/// Values of an earlier turn get versions of their own, and conditions on them end.
void Interpreter::dropStaleValues(State &turned, llvm::function_ref<bool(VersionId)> isStale) {
  auto needsStale = [&](const Atom &atom) {
    return atom.condition && llvm::any_of(tables.conditions[atom.condition],
                                          [&](const KnownFact &fact) { return isStale(fact.first); });
  };
  Memory memory = turned.memory;
  for (const auto &[root, cells] : memory) {
    bool changes = llvm::any_of(cells->cells, [&](const auto &cell) {
      return isStale(cell.second.version) || llvm::any_of(cell.second.atoms, needsStale);
    });
    if (!changes)
      continue;
    auto copy = std::make_shared<ObjectCells>(*cells);
    for (auto &[path, datum] : copy->cells) {
      for (Atom &atom : datum.atoms)
        if (needsStale(atom)) {
          Condition still = tables.conditions[atom.condition];
          llvm::erase_if(still, [&](const KnownFact &fact) { return isStale(fact.first); });
          atom.condition = tables.condition(std::move(still));
        }
      if (isStale(datum.version)) { // The value of an earlier turn.
        VersionNode stale = tables.versions[datum.version];
        stale.base = datum.version;
        bool isAlready = stale.kind == VersionNode::Made && tables.versions[datum.version].base;
        stale.inputs.clear();
        stale.kind = VersionNode::Made;
        datum.version = isAlready ? datum.version : tables.versions.intern(std::move(stale));
      }
    }
    turned.memory[root] = copy;
  }
}

bool Interpreter::isVisibleOutside(PathId root, const std::vector<PathId> &reachable) {
  return tables.paths.isSymbolic(root) || llvm::is_contained(reachable, root);
}

Summary Interpreter::finish() {
  Summary summary;
  summary.isWidened = domain.isWidened;
  summary.returns = exit.isReachable || isOverBudget;
  summary.throws = thrownExit.isReachable;
  summary.thrown = thrown;
  summary.throwsAnew = throwsAnew;
  summary.duties = exit.duties;
  summary.thrownDuties = thrownDuties;
  settleSinks(summary);
  summary.wants = wants;
  summary.laterRuns = visibleRuns();
  summary.ends = ends;
  summary.typeWants = typeWants;
  summary.constantWants = constantWants;
  llvm::sort(summary.wants);
  llvm::sort(summary.typeWants);
  llvm::sort(summary.constantWants);
  if (summary.throws)
    summary.thrownWrites = visibleWrites(thrownExit, thrown, summary.isWidened);
  // Of a function that never ends counts what it does meanwhile.
  bool isEndless = !exit.isReachable;
  if (isEndless) {
    domain.join(exit, endless, 0);
    for (const State &entry : entries)
      domain.join(exit, entry, 0);
  }
  if (!exit.isReachable)
    return summary;
  PathId slot = tables.paths.root(Root::Literal, returnSlot);
  if (exit.memory.find(slot)) {
    summary.result = domain.snapshot(exit, slot);
    domain.foldParts(summary.result, solver.bounds.cellsPerSummary);
    summary.isWidened |= domain.isWidened;
  }
  if (!isEndless)
    summary.guards = exit.guards;
  for (const auto &[version, constant] : exit.known)
    if (!isEndless && summary.shown.size() < shownBound && isKnownOutside(version))
      summary.shown.push_back({version, constant});
  summary.writes = visibleWrites(exit, summary.result, summary.isWidened);
  return summary;
}

/// The cells of \p leaving that callers see: those outside, and objects made here when
/// something outside, or the \p result, points at them.
Interpreter::Writes Interpreter::visibleWrites(const State &leaving, const ValueFact &result,
                                               bool &isCut) {
  std::vector<PathId> reachable;
  auto reach = [&](const Datum &datum) {
    for (Cell cell : datum.pointees) {
      PathId root = tables.paths.rootOf(cell.path);
      Root kind = tables.paths[root].root;
      if ((kind == Root::Heap || kind == Root::Opaque) && !llvm::is_contained(reachable, root))
        reachable.push_back(root);
    }
  };
  reach(result.top);
  for (const auto &[path, datum] : result.parts)
    reach(datum);
  for (const auto &[root, cells] : leaving.memory)
    if (tables.paths.isSymbolic(root))
      for (const auto &[path, datum] : cells->cells)
        reach(datum);
  for (unsigned next = 0; next < reachable.size() && next < 32; ++next) {
    if (const ObjectCells *cells = leaving.memory.find(reachable[next]))
      for (const auto &[path, datum] : cells->cells)
        reach(datum);
  }
  Writes writes;
  for (const auto &[object, cells] : leaving.memory) {
    PathId root = tables.paths.rootOf(object);
    bool isOwnStorage =
        tables.paths[root].root == Root::Parameter || tables.paths[root].root == Root::This;
    if (!isVisibleOutside(root, reachable) || (isOwnStorage && object == root))
      continue;
    for (const auto &[path, datum] : cells->cells)
      writes.push_back({path, datum});
  }
  cutWrites(writes, isCut);
  return writes;
}

/// Whether callers can say what \p version is.
bool Interpreter::isKnownOutside(VersionId version) const {
  const VersionNode node = tables.versions[version];
  switch (node.kind) {
  case VersionNode::Initial:
    return tables.paths.isSymbolic(node.path);
  case VersionNode::Constant:
    return true;
  case VersionNode::Part:
    return isKnownOutside(node.base);
  case VersionNode::Compared:
    return isKnownOutside(node.base) && (!node.other || isKnownOutside(node.other));
  default:
    return false;
  }
}

/// Keeps what callers most likely ask for: content of a source, then what is near.
void Interpreter::cutWrites(Writes &writes, bool &isCut) {
  if (writes.size() <= solver.bounds.cellsPerSummary)
    return;
  auto rank = [&](const std::pair<PathId, Datum> &write) {
    bool hasSource = llvm::any_of(write.second.atoms, [&](const Atom &atom) {
      return tables.origins[atom.origin].isSource;
    });
    bool isAsked = hasSource || !write.second.functions.empty();
    return std::make_tuple(!isAsked, tables.paths[write.first].depth, write.first);
  };
  llvm::sort(writes, [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
  writes.resize(solver.bounds.cellsPerSummary);
  isCut = true;
}

bool sameSummary(const Summary &left, const Summary &right) {
  auto sameCells = [](const auto &a, const auto &b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](auto &x, auto &y) {
             return x.first == y.first && sameFacts(x.second, y.second);
           });
  };
  auto sameEvents = [&] {
    return left.events.size() == right.events.size() &&
           std::equal(left.events.begin(), left.events.end(), right.events.begin(),
                      [](const Event &a, const Event &b) {
                        return a.key() == b.key() && a.guards == b.guards &&
                               a.subject == b.subject && a.missed == b.missed &&
                               a.channel == b.channel && a.purpose == b.purpose &&
                               a.miss == b.miss && a.held == b.held &&
                               a.isLater == b.isLater && a.isEnded == b.isEnded;
                      });
  };
  auto sameDuties = [](const std::vector<Duty> &a, const std::vector<Duty> &b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Duty &x, const Duty &y) {
      return x.key() == y.key() && x.conditions == y.conditions;
    });
  };
  return left.returns == right.returns && sameFacts(left.result.top, right.result.top) &&
         sameCells(left.result.parts, right.result.parts) &&
         sameCells(left.writes, right.writes) && left.guards == right.guards &&
         sameDuties(left.duties, right.duties) && left.throwsAnew == right.throwsAnew &&
         sameDuties(left.thrownDuties, right.thrownDuties) && left.shown == right.shown &&
         left.ends == right.ends && left.wants == right.wants &&
         left.laterRuns == right.laterRuns && left.typeWants == right.typeWants &&
         left.constantWants == right.constantWants && sameEvents() &&
         left.throws == right.throws && sameFacts(left.thrown.top, right.thrown.top) &&
         sameCells(left.thrown.parts, right.thrown.parts) &&
         sameCells(left.thrownWrites, right.thrownWrites);
}

} // namespace tamga::solve
