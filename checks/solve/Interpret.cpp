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
constexpr unsigned shownBound = 8;
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
  for (const auto &[path, functions] : key.functions) {
    ValueFact seeded;
    seeded.top = domain.read(entry, path);
    seeded.top.functions.assign(functions.begin(), functions.end());
    domain.writeStrong(entry, path, seeded);
  }
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
    if (domain.work + interpretedOps > solver.bounds.workPerFunction) {
      isOverBudget = true;
      break;
    }
    interpretBlock(block);
  }
  if (isOverBudget)
    solver.overBudget.push_back(function.name);
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
    ++interpretedOps;
    endsHere = false;
    transfer(op);
    if (endsHere)
      return;
    ++currentOp;
  }
}

void Interpreter::flowTo(flow::BlockId target, const State &leaving, uint32_t from) {
  uint32_t to = target.index;
  if (!leaving.isReachable || facts.order[to] == ~0u)
    return;
  bool isBack = facts.order[to] <= facts.order[from];
  bool changed;
  uint32_t site = facts.opBase + facts.firstOp[to] + 1;
  if (isBack) {
    State turned = leaving;
    dropLoopVersions(turned, to, from);
    domain.isTurning = true;
    changed = domain.join(entries[to], turned, site);
    domain.isTurning = false;
  } else {
    changed = domain.join(entries[to], leaving, site);
  }
  if (changed)
    isPending[to] = true;
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
    bool result = false;
    if (node.kind == VersionNode::Part)
      result = self(self, node.base);
    if (node.kind == VersionNode::Compared || node.kind == VersionNode::Either)
      result = self(self, node.base) || self(self, node.other);
    if (node.kind == VersionNode::Made || node.kind == VersionNode::Merge) {
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
  for (World &world : turned.worlds) {
    llvm::erase_if(world.known, [&](const auto &known) { return isStale(known.first); });
    llvm::erase_if(world.guards, [&](const Guard &guard) {
      return llvm::any_of(guard.subject.versions, isStale);
    });
  }
  Memory memory = turned.memory;
  for (const auto &[root, cells] : memory) {
    bool changes = llvm::any_of(cells->cells,
                                [&](const auto &cell) { return isStale(cell.second.version); });
    if (!changes)
      continue;
    auto copy = std::make_shared<ObjectCells>(*cells);
    for (auto &[path, datum] : copy->cells)
      if (isStale(datum.version)) { // The value of an earlier turn.
        VersionNode stale = tables.versions[datum.version];
        stale.base = datum.version;
        bool isAlready = stale.kind == VersionNode::Made && tables.versions[datum.version].base;
        stale.inputs.clear();
        stale.kind = VersionNode::Made;
        datum.version = isAlready ? datum.version : tables.versions.intern(std::move(stale));
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
  for (auto &[key, event] : events)
    summary.events.push_back(event);
  summary.wants = wants;
  summary.ends = ends;
  summary.typeWants = typeWants;
  llvm::sort(summary.wants);
  llvm::sort(summary.typeWants);
  if (summary.throws)
    summary.thrownWrites = visibleWrites(thrownExit, thrown, summary.isWidened);
  // Of a function that never ends counts what it does meanwhile.
  bool isEndless = !exit.isReachable;
  if (isEndless)
    for (const State &entry : entries)
      domain.join(exit, entry, 0);
  if (!exit.isReachable)
    return summary;
  PathId slot = tables.paths.root(Root::Literal, returnSlot);
  if (exit.memory.find(slot))
    summary.result = domain.snapshot(exit, slot);
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
                               a.subject == b.subject;
                      });
  };
  return left.returns == right.returns && sameFacts(left.result.top, right.result.top) &&
         sameCells(left.result.parts, right.result.parts) &&
         sameCells(left.writes, right.writes) && left.guards == right.guards &&
         left.shown == right.shown && left.ends == right.ends && left.wants == right.wants &&
         left.typeWants == right.typeWants && sameEvents() && left.throws == right.throws &&
         sameFacts(left.thrown.top, right.thrown.top) &&
         sameCells(left.thrown.parts, right.thrown.parts) &&
         sameCells(left.thrownWrites, right.thrownWrites);
}

} // namespace tamga::solve
