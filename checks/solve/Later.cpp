//===- Later.cpp - callbacks that run when more is known ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A callback that is registered sees what its objects hold when it runs, not only what
// they held when it was registered:
//
//   server.post("/", [&] { sink(results.take()); });
//   while (running) results.put(source());
//
// Its sinks are asked once more where one of these objects ends, where a loop turns and
// where the function returns. What they find at parameters goes up as a sink that is asked
// later by callers, too. A thread that is joined does not run any longer.
//
// Where it calls what is stored later, it runs once more when that is known, and callers are
// told which of their objects it sees:
//
//   explicit Pool() : thread([this] { tasks.front()(); }) {}
//   pool.post([&] { text = source(); });
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

namespace {
constexpr size_t seenBound = 64; ///< Objects that one callback can see.
constexpr size_t laterBound = 64;
constexpr size_t runBound = 16;

bool isThread(llvm::StringRef name) {
  return name.starts_with("std::thread::") || name.starts_with("std::jthread::") ||
         name == "std::async" || name == "pthread_create";
}

bool isJoin(llvm::StringRef name) {
  return name == "std::thread::join" || name == "std::jthread::join" ||
         name == "pthread_join" || name == "std::future::get" || name == "std::future::wait";
}
} // namespace

/// Sinks that \p summary leads to when somebody else runs the callable of this call.
void Interpreter::noteLater(CallContext &context, const Summary &summary) {
  noteRuns(context, summary);
  Later noted;
  for (const Event &event : summary.events)
    if (event.kind == Event::Sink && (event.isLater || isInLater)) {
      noted.events.push_back(event);
      noted.events.back().labels |= laterLabels;
    }
  auto key = std::make_pair(currentOp, context.callee);
  if (noted.events.empty() || (later.size() >= laterBound && !later.count(key)))
    return;
  noted.arguments = context.arguments;
  noted.receiver = context.receiver;
  noted.memory = state.memory;
  llvm::SmallVector<Cell, 16> work;
  auto addPointees = [&](const Datum &datum) {
    work.append(datum.pointees.begin(), datum.pointees.end());
  };
  auto addValue = [&](const ValueFact &value) {
    addPointees(value.top);
    for (const auto &[path, datum] : value.parts)
      addPointees(datum);
  };
  llvm::for_each(noted.arguments, addValue);
  addValue(noted.receiver);
  while (!work.empty() && noted.roots.size() < seenBound) {
    PathId root = tables.paths.rootOf(work.pop_back_val().path);
    if (!noted.roots.insert(root).second)
      continue;
    for (const auto &[object, cells] : noted.memory)
      if (tables.paths.rootOf(object) == root)
        for (const auto &[path, datum] : cells->cells)
          addPointees(datum);
  }
  later.insert_or_assign(key, std::move(noted));
}

/// Whether \p noted would find nothing but what it has found when it was last asked.
bool Interpreter::isAsBefore(const Later &noted) const {
  if (!noted.asked || noted.roots.size() >= seenBound || noted.asked->guards != state.guards ||
      noted.asked->known != state.known || noted.asked->worlds != state.worlds)
    return false;
  bool isSame = true;
  const auto objects = [](const Memory &memory) {
    return llvm::ArrayRef(memory.begin(), memory.end());
  };
  visitBoth(objects(noted.asked->memory), objects(state.memory),
            [&](PathId object, const Memory::Object *before, const Memory::Object *now) {
              PathId root = tables.paths.rootOf(object);
              bool isSeen = tables.paths[root].root == Root::Global || noted.roots.count(root);
              isSame &= !isSeen || (before && now && *before == *now);
            });
  return isSame;
}

/// The sinks of callbacks that see \p root (0: all of them) meet what is there now.
void Interpreter::askLater(PathId root) {
  runLater(root);
  if (later.empty() || isInLater)
    return;
  uint32_t here = currentOp;
  State now = state;
  for (auto &[key, noted] : later) {
    if ((root && !noted.roots.count(root)) || isAsBefore(noted))
      continue;
    noted.asked = now;
    // Temporaries that were handed over, and what ended before, are as they were then.
    for (const auto &[object, cells] : noted.memory)
      if (!state.memory.find(object))
        state.memory[object] = cells;
    currentOp = key.first;
    CallContext context{*facts.ops[currentOp]};
    context.index = currentOp;
    context.callee = key.second;
    context.arguments = noted.arguments;
    context.receiver = noted.receiver;
    context.hasReceiver = true;
    std::string name = "`" + program[context.callee].name + "`";
    for (const Event &inner : noted.events) {
      Event event = inner;
      event.isLater = true;
      event.channel = {};
      event.path = 0;
      for (const Atom &atom : bindContent(context, inner.path).atoms) {
        event.trail = step(atom.trail, finding::StepKind::Call,
                           "seen by " + name + ", which may run later", inner.trail);
        meetSink(atom, event);
      }
    }
    state = now;
  }
  currentOp = here;
}

//===----------------------------------------------------------------------===//
// Callables that call what is stored later
//===----------------------------------------------------------------------===//

/// What \p summary's function would like to call when somebody else runs it, and whom it
/// leads to that would.
void Interpreter::noteRuns(CallContext &context, const Summary &summary) {
  const PathTable &paths = tables.paths;
  bool isValue = false;
  auto add = [&](const LaterRun &run) {
    if (laterRuns.size() < runBound)
      laterRuns.try_emplace(run, RunState{currentOp, {}, {}});
  };
  for (const LaterRun &run : summary.laterRuns)
    for (Cell cell : bindCells(context, run.object, isValue))
      add({run.function, run.inside, cell.path});
  if (!isInLater)
    return;
  for (PathId want : summary.wants) {
    if (paths[paths.rootOf(want)].root == Root::Global)
      continue;
    for (Cell cell : bindCells(context, want, isValue)) {
      // The outermost object that the callable and this function both see.
      std::optional<LaterRun> run;
      for (PathId inside = want, object = cell.path;;) {
        const PathNode &mine = paths[object], &theirs = paths[inside];
        if (theirs.parent && theirs.step == Step::Deref)
          run = {context.callee, inside, object};
        if (!mine.parent || !theirs.parent || mine.step != theirs.step ||
            mine.index != theirs.index)
          break;
        object = mine.parent;
        inside = theirs.parent;
      }
      if (run)
        add(*run);
    }
  }
}

std::vector<LaterRun> Interpreter::visibleRuns() const {
  std::vector<LaterRun> runs;
  for (const auto &[run, last] : laterRuns)
    if (tables.paths.isSymbolic(run.object))
      runs.push_back(run);
  return runs;
}

/// Makes the pointers on the way from \p run's function to the object.
void Interpreter::leadTo(CallContext &context, const LaterRun &run) {
  PathTable &paths = tables.paths;
  ValueFact pointer;
  pointer.top.pointees.push_back({run.object, paths[run.object].isSummary});
  for (PathId path = run.inside;;) {
    const PathId place = paths[path].parent;
    PathId holder = place;
    while (paths[holder].parent && paths[holder].step != Step::Deref)
      holder = paths[holder].parent;
    const PathNode node = paths[holder];
    if (!node.parent) {
      const bool isArgument =
          node.root == Root::Parameter && size_t(node.index) < context.arguments.size();
      State scratch;
      domain.writeStrong(scratch, place, pointer);
      (isArgument ? context.arguments[node.index] : context.receiver) =
          domain.snapshot(scratch, holder);
      return;
    }
    const PathId made =
        paths.root(Root::Opaque, (int64_t(path) << 32) + int64_t(currentOp) * 8);
    domain.writeStrong(state, paths.rebase(place, holder, {made, false}).path, pointer);
    pointer = {};
    pointer.top.pointees.push_back({made, false});
    path = holder;
  }
}

/// Runs again what somebody else runs, and sees \p root (0: all of it), if it has more to call
/// than it had, or more to call it with.
void Interpreter::runLater(PathId root) {
  if (laterRuns.empty() || isInLater)
    return;
  const uint32_t here = currentOp;
  const bool hadThrown = hasThrown;
  for (auto &[run, last] : laterRuns) {
    const PathId object = tables.paths.objectOf(run.object);
    if (root && tables.paths.rootOf(object) != root)
      continue;
    currentOp = last.op;
    CallContext context{*facts.ops[currentOp]};
    context.index = currentOp;
    context.callee = run.function;
    context.arguments.resize(program[run.function].parameterCount);
    context.hasReceiver = true;
    leadTo(context, run);
    FunctionKey key = wholeKey(context);
    const ObjectCells *before = last.memory.find(object), *now = state.memory.find(object);
    const bool isSame = !(key < last.key) && !(last.key < key) && before && before == now;
    if (key.functions.empty() || isSame)
      continue;
    last.key = std::move(key);
    runAside(context, run.function);
    last.memory = state.memory;
  }
  currentOp = here;
  hasThrown = hadThrown;
}

/// Calls \p targets as somebody else does, some time: without the guards that hold now, and
/// what they write may or may not happen.
void Interpreter::runAside(CallContext &context, llvm::ArrayRef<flow::FunctionId> targets) {
  const State before = state;
  state.guards = guardsOfLater();
  state.worlds.clear();
  const bool wasInLater = std::exchange(isInLater, true);
  callTargets(context, targets);
  isInLater = wasInLater;
  endsHere = false;
  state.guards = before.guards;
  domain.join(state, before, facts.opBase + currentOp + 1);
  state.guards = before.guards;
  state.worlds = before.worlds;
}

/// Where a loop turns, which may be one without an end.
void Interpreter::askInLoop(flow::BlockId target, uint32_t block) {
  if (facts.order[target.index] <= facts.order[block])
    askLater(0);
}

/// Threads that \p callee waits for have seen all that they will see.
void Interpreter::endThreads(const flow::Function &callee) {
  if (later.empty() || !isJoin(callee.name))
    return;
  askLater(0);
  for (auto entry = later.begin(); entry != later.end();) {
    const flow::Op &op = *facts.ops[entry->first.first];
    bool isEnded = op.function && isThread(program[op.function].name);
    entry = isEnded ? later.erase(entry) : std::next(entry);
  }
}

} // namespace tamga::solve
