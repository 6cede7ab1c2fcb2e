//===- LowerFinish.cpp - dead blocks and block order ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lowering makes blocks freely. Here jumps through empty blocks are shortened, a block
// with one way in joins the block it comes from, blocks that hold nothing and that
// nothing reaches are dropped, and what no path reaches once constant conditions are
// decided is marked dead. Each step is linear in the number of ops.
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

namespace tamga::lower {

using flow::BlockId;
using flow::OpKind;
using flow::ValueKind;

namespace {
class Finisher {
public:
  explicit Finisher(flow::Function &function) : function(function) {}
  void run();

private:
  void shortenJumps();
  void joinChains();
  void keepReachable();
  void markDead();
  std::vector<bool> reachable(llvm::ArrayRef<uint32_t> roots, bool decides) const;
  void addSuccessors(const flow::Op &op, bool decides,
                     llvm::SmallVectorImpl<BlockId> &successors) const;

  flow::Function &function;
};
} // namespace

void Finisher::addSuccessors(const flow::Op &op, bool decides,
                             llvm::SmallVectorImpl<BlockId> &successors) const {
  if (op.landing)
    successors.push_back(op.landing);
  bool isChoice = op.kind == OpKind::Branch || op.kind == OpKind::Switch;
  if (decides && isChoice) {
    const flow::Value &chosen = function.values[op.operands[0].index];
    if (chosen.kind == ValueKind::Integer || chosen.kind == ValueKind::Enumerator) {
      size_t index = chosen.integer ? 0 : 1;
      if (op.kind == OpKind::Switch)
        index = std::find(op.cases.begin(), op.cases.end(), chosen.integer) - op.cases.begin();
      successors.push_back(op.targets[index]);
      return;
    }
  }
  successors.append(op.targets.begin(), op.targets.end());
}

std::vector<bool> Finisher::reachable(llvm::ArrayRef<uint32_t> roots, bool decides) const {
  std::vector<bool> isReached(function.blocks.size());
  std::vector<uint32_t> work(roots.begin(), roots.end());
  for (uint32_t root : roots)
    isReached[root] = true;
  llvm::SmallVector<BlockId, 8> successors;
  while (!work.empty()) {
    uint32_t block = work.back();
    work.pop_back();
    successors.clear();
    for (const flow::Op &op : function.blocks[block].ops)
      addSuccessors(op, decides, successors);
    for (BlockId next : successors)
      if (!isReached[next.index]) {
        isReached[next.index] = true;
        work.push_back(next.index);
      }
  }
  return isReached;
}

void Finisher::shortenJumps() {
  auto final = [&](BlockId block) {
    for (unsigned steps = 0; steps < 64; ++steps) {
      const auto &ops = function.blocks[block.index].ops;
      if (ops.size() != 1 || ops[0].kind != OpKind::Jump || ops[0].targets[0] == block)
        break;
      block = ops[0].targets[0];
    }
    return block;
  };
  for (flow::Block &block : function.blocks)
    for (BlockId &target : block.ops.back().targets)
      target = final(target);
}

void Finisher::joinChains() {
  std::vector<unsigned> waysIn(function.blocks.size());
  for (const flow::Block &block : function.blocks)
    for (const flow::Op &op : block.ops) {
      for (BlockId target : op.targets)
        ++waysIn[target.index];
      if (op.landing)
        waysIn[op.landing.index] += 2;
    }
  for (uint32_t i = 0; i < function.blocks.size(); ++i)
    while (true) {
      auto &ops = function.blocks[i].ops;
      if (ops.empty() || ops.back().kind != OpKind::Jump)
        break;
      uint32_t next = ops.back().targets[0].index;
      auto &joined = function.blocks[next].ops;
      if (next == i || waysIn[next] != 1 || joined[0].kind == OpKind::Landing)
        break;
      ops.pop_back();
      ops.insert(ops.end(), std::make_move_iterator(joined.begin()),
                 std::make_move_iterator(joined.end()));
      joined.clear();
    }
}

/// Code that nothing reaches is kept if it says something.
void Finisher::keepReachable() {
  std::vector<uint32_t> roots{0};
  std::vector<bool> isReached = reachable(roots, false);
  for (uint32_t i = 0; i < function.blocks.size(); ++i)
    if (!isReached[i] && function.blocks[i].ops.size() > 1)
      roots.push_back(i);
  isReached = reachable(roots, false);
  std::vector<BlockId> renumbered(function.blocks.size());
  uint32_t count = 0;
  for (uint32_t i = 0; i < function.blocks.size(); ++i) {
    if (!isReached[i] || function.blocks[i].ops.empty())
      continue;
    renumbered[i] = BlockId(count);
    if (count != i)
      function.blocks[count] = std::move(function.blocks[i]);
    ++count;
  }
  function.blocks.resize(count);
  for (flow::Block &block : function.blocks)
    for (flow::Op &op : block.ops) {
      for (BlockId &target : op.targets)
        target = renumbered[target.index];
      if (op.landing)
        op.landing = renumbered[op.landing.index];
    }
}

void Finisher::markDead() {
  std::vector<bool> isLive = reachable({0}, true);
  for (uint32_t i = 0; i < function.blocks.size(); ++i)
    function.blocks[i].isDead = !isLive[i];
}

void Finisher::run() {
  shortenJumps();
  keepReachable();
  joinChains();
  keepReachable();
  markDead();
}

flow::Function Body::finish() {
  for (flow::Block &block : out.blocks)
    if (block.ops.empty() || block.ops.back().kind < OpKind::Jump) {
      flow::Op op;
      op.kind = OpKind::Unreachable;
      op.at = out.at;
      block.ops.push_back(std::move(op));
    }
  Finisher(out).run();
  return std::move(out);
}

} // namespace tamga::lower
