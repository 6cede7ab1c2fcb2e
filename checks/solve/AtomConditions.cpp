//===- AtomConditions.cpp - where content is only on some paths ---------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Content that came on one side of a join keeps what was known there and is lost by the join,
// and the flags that were set there to something else:
//
//   if (loud) text = answer();              text: answer, if loud
//   bool ready = false;
//   if (c()) { text = answer(); ready = true; }      text: answer, if ready
//   if (!ready) show(text);                 not here
//
// Every fact of a condition is necessary for the content to be there. Where content meets
// the same content, what both need is left. Few facts are kept, so that states stay small.
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

namespace tamga::solve {

namespace {
constexpr unsigned conditionBound = 4; ///< Facts of one atom.
constexpr unsigned factBound = 2;      ///< Facts of one kind at one join.
} // namespace

/// What content needs that comes under either condition.
ConditionId Domain::either(ConditionId left, ConditionId right) {
  if (left == right)
    return left;
  Condition common;
  const Condition &first = tables.conditions[left], &second = tables.conditions[right];
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                        std::back_inserter(common));
  return tables.condition(std::move(common));
}

ConditionId Domain::both(ConditionId left, llvm::ArrayRef<KnownFact> more) {
  Condition all = tables.conditions[left];
  for (const KnownFact &fact : more)
    if (all.size() < conditionBound && !llvm::is_contained(all, fact))
      all.insert(llvm::upper_bound(all, fact), fact);
  return tables.condition(std::move(all));
}

bool Domain::isExcluded(const State &state, ConditionId condition) {
  return condition && llvm::any_of(tables.conditions[condition], [&](const KnownFact &fact) {
           ConstantId known = knownConstant(state, fact.first);
           return known && contradicts(known, {OutcomeKey::Exactly, fact.second});
         });
}

void Domain::dropExcluded(const State &state, Datum &datum) {
  llvm::erase_if(datum.atoms,
                 [&](const Atom &atom) { return isExcluded(state, atom.condition); });
}

/// Facts of branches that hold on one side only, the nearest first.
void Domain::addLostFacts(Sides &sides, const State &both) {
  for (Side *side : {&sides.left, &sides.right})
    if (side->state.known.size() != both.known.size())
      for (const KnownFact fact : llvm::reverse(side->state.known))
        if (side->facts.size() < factBound && !both.known.count(fact.first))
          side->facts.push_back(fact);
}

/// Cells that are one constant here and another there. Who sets one means it to be asked for,
/// so these facts come first. A side that was joined here before is no constant any more.
void Domain::addFlags(Sides &sides) {
  Side left{sides.left.state, {}}, right{sides.right.state, {}};
  for (const auto &[root, cells] : left.state.memory) {
    const ObjectCells *others = right.state.memory.find(root);
    if (!cells || !others || cells.get() == others)
      continue;
    auto other = others->cells.begin();
    for (const auto &[path, datum] : cells->cells) {
      while (other != others->cells.end() && other->first < path)
        ++other;
      if (other == others->cells.end() || right.facts.size() == factBound)
        break;
      ConstantId here = datum.constant, there = other->second.constant;
      bool isSame = other->first != path || here == there ||
                    datum.version == other->second.version || tables.paths[path].isSummary;
      if (isSame || !there || tables.constants[there].kind == flow::ValueKind::String)
        continue;
      VersionId merged = mergeVersion(path, sides.block);
      if (!here && datum.version != merged)
        continue;
      if (here)
        left.facts.push_back({merged, here});
      right.facts.push_back({merged, there});
    }
  }
  sides.left.facts.insert(sides.left.facts.begin(), left.facts.begin(), left.facts.end());
  sides.right.facts.insert(sides.right.facts.begin(), right.facts.begin(), right.facts.end());
}

/// What is known on the side that an atom comes from, the atom needs.
void Domain::condition(Atoms &joined, const Way &left, const Way &right) {
  auto find = [](const Atoms &atoms, const Atom &atom) {
    return llvm::find_if(atoms, [&](const Atom &other) { return other.key() == atom.key(); });
  };
  for (Atom &atom : joined) {
    auto mine = find(left.datum.atoms, atom), other = find(right.datum.atoms, atom);
    bool isLeft = mine != left.datum.atoms.end(), isRight = other != right.datum.atoms.end();
    ConditionId here = isLeft ? both(mine->condition, left.side.facts) : 0;
    ConditionId there = isRight ? both(other->condition, right.side.facts) : 0;
    atom.condition = !isLeft ? there : !isRight ? here : either(here, there);
  }
}

} // namespace tamga::solve
