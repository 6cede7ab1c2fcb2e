//===- BlockOrder.cpp - the order in which blocks are interpreted -----------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Blocks are interpreted in reverse postorder over normal and exceptional edges. Of those
// that are possible, it is the one where a loop comes before what follows it:
//
//   head: branch %c body after        head, body, after         and not  head, after, body
//
// So a loop has come to an end before anybody looks at what it leaves, and what follows a
// loop does not lie between its head and its last block.
//
// Loops are found first, by a postorder of any kind: an edge to a block that is no earlier in
// it goes back to the head of a loop, and what leads there without the head is inside.
//
//===----------------------------------------------------------------------===//

#include "Solver.h"

namespace tamga::solve {

namespace {
using Edges = std::vector<llvm::SmallVector<uint32_t, 2>>;

Edges successorsOf(const flow::Function &function) {
  Edges successors(function.blocks.size());
  for (uint32_t block = 0; block < function.blocks.size(); ++block)
    for (const flow::Op &op : function.blocks[block].ops) {
      if (op.landing)
        successors[block].push_back(op.landing.index);
      for (flow::BlockId target : op.targets)
        successors[block].push_back(target.index);
    }
  return successors;
}

/// Of the blocks that are reached, without recursion.
std::vector<uint32_t> postorderOf(const Edges &successors) {
  std::vector<uint32_t> postorder, next(successors.size(), 0), stack{0};
  std::vector<bool> seen(successors.size(), false);
  seen[0] = true;
  while (!stack.empty()) {
    uint32_t block = stack.back();
    if (next[block] == successors[block].size()) {
      postorder.push_back(block);
      stack.pop_back();
      continue;
    }
    uint32_t target = successors[block][next[block]++];
    if (!seen[target]) {
      seen[target] = true;
      stack.push_back(target);
    }
  }
  return postorder;
}

std::vector<uint32_t> ranksOf(const std::vector<uint32_t> &postorder, size_t count) {
  std::vector<uint32_t> ranks(count, ~0u);
  for (uint32_t rank = 0; rank < postorder.size(); ++rank)
    ranks[postorder[postorder.size() - 1 - rank]] = rank;
  return ranks;
}

/// In how many loops each block is.
std::vector<uint32_t> loopDepths(const Edges &successors) {
  const size_t count = successors.size();
  const std::vector<uint32_t> postorder = postorderOf(successors);
  const std::vector<uint32_t> ranks = ranksOf(postorder, count);
  Edges predecessors(count), latches(count);
  for (uint32_t block : postorder)
    for (uint32_t target : successors[block]) {
      predecessors[target].push_back(block);
      if (ranks[target] <= ranks[block])
        latches[target].push_back(block);
    }
  std::vector<uint32_t> depths(count, 0), insideOf(count, ~0u);
  for (uint32_t head : postorder) {
    if (latches[head].empty())
      continue;
    llvm::SmallVector<uint32_t, 16> work(latches[head].begin(), latches[head].end());
    work.push_back(head);
    while (!work.empty()) {
      uint32_t block = work.pop_back_val();
      if (insideOf[block] == head)
        continue;
      insideOf[block] = head;
      ++depths[block];
      if (block != head)
        work.append(predecessors[block].begin(), predecessors[block].end());
    }
  }
  return depths;
}
} // namespace

void Solver::orderBlocks(const flow::Function &function, FunctionFacts &facts) {
  const size_t count = function.blocks.size();
  facts.order.assign(count, ~0u);
  facts.isInCycle.assign(count, false);
  if (!count)
    return;
  Edges successors = successorsOf(function);
  const std::vector<uint32_t> depths = loopDepths(successors);
  // Who is visited first comes last.
  for (llvm::SmallVector<uint32_t, 2> &targets : successors) {
    std::reverse(targets.begin(), targets.end());
    const llvm::SmallVector<uint32_t, 2> before = targets;
    llvm::SmallVector<std::pair<uint32_t, size_t>, 2> places; // By depth, then as they stand.
    for (auto [place, target] : llvm::enumerate(before))
      places.push_back({depths[target], place});
    llvm::sort(places);
    for (auto [target, place] : llvm::zip(targets, places))
      target = before[place.second];
  }
  facts.order = ranksOf(postorderOf(successors), count);
  for (uint32_t block = 0; block < count; ++block)
    facts.isInCycle[block] = facts.order[block] != ~0u && depths[block] > 0;
}

} // namespace tamga::solve
