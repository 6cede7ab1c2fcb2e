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
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

namespace {
constexpr size_t seenBound = 64; ///< Objects that one callback can see.
constexpr size_t laterBound = 64;

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
void Interpreter::noteLater(const CallContext &context, const Summary &summary) {
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
