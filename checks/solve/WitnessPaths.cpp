//===- WitnessPaths.cpp - what decides that a place is reached --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A branch decides about a block if one of its edges cannot but lead there, and another
// can pass it by: the block postdominates the edge's end but not the branch. Those that
// decide about a deciding branch decide, too.
//
//===----------------------------------------------------------------------===//

#include "WitnessPaths.h"

namespace tamga::solve {

using flow::OpKind;

WitnessPaths::WitnessPaths(const flow::Function &function, const FunctionFacts &facts)
    : function(function), facts(facts) {
  size_t count = function.blocks.size();
  successors.resize(count);
  predecessors.resize(count + 1);
  for (uint32_t block = 0; block < count; ++block) {
    if (facts.order[block] == ~0u)
      continue;
    for (flow::BlockId target : function.blocks[block].ops.back().targets)
      if (!llvm::is_contained(successors[block], target.index)) {
        successors[block].push_back(target.index);
        predecessors[target.index].push_back(block);
      }
    if (successors[block].empty())
      predecessors[exit()].push_back(block);
  }
  findPostdominators();
  findDecisions();
}

/// The usual iteration, from the exit backwards.
void WitnessPaths::findPostdominators() {
  std::vector<uint32_t> order{exit()}, rank(exit() + 1, ~0u);
  rank[exit()] = 0;
  for (size_t next = 0; next < order.size(); ++next)
    for (uint32_t before : predecessors[order[next]])
      if (rank[before] == ~0u) {
        rank[before] = order.size();
        order.push_back(before);
      }
  postdominators.assign(exit() + 1, ~0u);
  postdominators[exit()] = exit();
  auto meet = [&](uint32_t left, uint32_t right) {
    while (left != right) {
      uint32_t &later = rank[left] > rank[right] ? left : right;
      later = postdominators[later];
    }
    return left;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t block : llvm::drop_begin(order)) {
      uint32_t found = successors[block].empty() ? exit() : ~0u;
      for (uint32_t after : successors[block])
        if (postdominators[after] != ~0u)
          found = found == ~0u ? after : meet(found, after);
      changed |= found != postdominators[block];
      postdominators[block] = found;
    }
  }
  // A loop without an end.
  for (uint32_t &block : postdominators)
    if (block == ~0u)
      block = exit();
}

void WitnessPaths::findDecisions() {
  nearest.resize(successors.size());
  for (uint32_t block = 0; block < successors.size(); ++block) {
    const flow::Op &last = function.blocks[block].ops.back();
    bool isChoice = last.kind == OpKind::Branch || last.kind == OpKind::Switch;
    if (!isChoice || successors[block].size() < 2)
      continue;
    for (uint32_t edge = 0; edge < last.targets.size(); ++edge) {
      uint32_t until = postdominators[block];
      for (uint32_t reached = last.targets[edge].index; reached != until && reached != exit();
           reached = postdominators[reached])
        if (llvm::none_of(nearest[reached], [&](Decision known) { return known.block == block; }))
          nearest[reached].push_back({block, edge});
    }
  }
}

uint32_t WitnessPaths::blockOf(uint32_t op) const {
  auto next = std::upper_bound(facts.firstOp.begin(), facts.firstOp.end(), op);
  return uint32_t(next - facts.firstOp.begin()) - 1;
}

/// A head of a loop, or a further part of its condition.
bool WitnessPaths::keepsLooping(uint32_t block) const {
  auto isBehind = [&](uint32_t before) {
    return facts.order[before] != ~0u && facts.order[before] >= facts.order[block];
  };
  if (llvm::any_of(predecessors[block], isBehind))
    return true;
  if (predecessors[block].size() != 1)
    return false;
  uint32_t before = predecessors[block][0];
  bool isPart = llvm::any_of(successors[block], [&](uint32_t target) {
    return llvm::is_contained(successors[before], target);
  });
  return isPart && facts.order[before] < facts.order[block] && keepsLooping(before);
}

/// The program ends there: a failed assertion.
bool WitnessPaths::isFatal(uint32_t block) const {
  for (unsigned steps = 0; steps < 8; ++steps) {
    if (function.blocks[block].ops.back().kind == OpKind::Unreachable)
      return true;
    if (successors[block].size() != 1)
      return false;
    block = successors[block][0];
  }
  return false;
}

std::vector<Decision> WitnessPaths::decisions(uint32_t block) const {
  std::vector<Decision> found(nearest[block].begin(), nearest[block].end());
  std::vector<bool> seen(successors.size());
  for (Decision decision : found)
    seen[decision.block] = true;
  for (size_t next = 0; next < found.size(); ++next)
    for (Decision before : nearest[found[next].block])
      if (!seen[before.block] && before.block != block) {
        seen[before.block] = true;
        found.push_back(before);
      }
  llvm::erase_if(found, [&](Decision decision) {
    const flow::Op &branch = function.blocks[decision.block].ops.back();
    const flow::Value &asked = function.values[branch.operands[0].index];
    bool isKnown = asked.kind != flow::ValueKind::Computed;
    bool isAssertion = branch.targets.size() == 2 &&
                       isFatal(branch.targets[1 - decision.edge].index);
    return isKnown || isAssertion || branch.text.empty() || keepsLooping(decision.block);
  });
  llvm::sort(found, [&](Decision left, Decision right) {
    return facts.order[left.block] < facts.order[right.block];
  });
  return found;
}

bool WitnessPaths::isEarlyExit(Decision decision, uint32_t op) const {
  const flow::Op &branch = function.blocks[decision.block].ops.back();
  if (branch.targets.size() != 2 || postdominators[decision.block] != exit())
    return false;
  const flow::Location &here = facts.ops[op]->at;
  const flow::Block *way = &function.blocks[branch.targets[1 - decision.edge].index];
  for (unsigned steps = 0; steps < 8; ++steps) {
    for (const flow::Op &other : way->ops)
      if (other.at && other.kind != OpKind::Jump && other.kind != OpKind::End)
        return other.at.file == here.file && other.at.line < here.line;
    if (way->ops.back().targets.size() != 1)
      break;
    way = &function.blocks[way->ops.back().targets[0].index];
  }
  return false;
}

bool WitnessPaths::isAhead(uint32_t from, uint32_t to) const {
  if (from == to)
    return true;
  std::vector<bool> seen(successors.size());
  llvm::SmallVector<uint32_t, 16> work{from};
  while (!work.empty()) {
    uint32_t block = work.pop_back_val();
    auto visit = [&](uint32_t target) {
      bool isForward = facts.order[target] > facts.order[block] && facts.order[target] != ~0u &&
                       facts.order[target] <= facts.order[to];
      if (isForward && !seen[target]) {
        seen[target] = true;
        work.push_back(target);
      }
    };
    for (const flow::Op &op : function.blocks[block].ops)
      if (op.landing)
        visit(op.landing.index);
    for (uint32_t target : successors[block])
      visit(target);
  }
  return seen[to];
}

} // namespace tamga::solve
