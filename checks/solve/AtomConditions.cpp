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
constexpr unsigned sideBound = 2; ///< Of one kind at one join.
constexpr unsigned factBound = 4; ///< Of one atom.

void addFact(Condition &condition, const KnownFact &fact) {
  if (condition.size() < factBound && !llvm::is_contained(condition, fact))
    condition.insert(llvm::upper_bound(condition, fact), fact);
}
} // namespace

/// What content needs that comes under either condition.
ConditionId Domain::either(ConditionId left, ConditionId right) {
  if (left == right || !left || !right)
    return left == right ? left : 0;
  Condition common;
  const Condition &first = tables.conditions[left], &second = tables.conditions[right];
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                        std::back_inserter(common));
  return tables.condition(std::move(common));
}

ConditionId Domain::both(ConditionId left, llvm::ArrayRef<KnownFact> more) {
  if (more.empty() || tables.conditions[left].size() == factBound)
    return left;
  Condition all = tables.conditions[left];
  for (const KnownFact &fact : more)
    addFact(all, fact);
  return tables.condition(std::move(all));
}

/// What was shown last is asked for first: it has room, whatever is known already.
static ConditionId withNewest(Tables &tables, ConditionId condition,
                              llvm::ArrayRef<KnownFact> newest) {
  if (newest.empty())
    return condition;
  Condition all;
  for (const KnownFact &fact : newest.take_front(sideBound))
    addFact(all, fact);
  for (const KnownFact &fact : tables.conditions[condition])
    addFact(all, fact);
  for (const KnownFact &fact : newest)
    addFact(all, fact);
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
        if (side->facts.size() < sideBound && !both.known.count(fact.first))
          side->facts.push_back(fact);
}

/// Cells of the objects \p joined that are another constant on one side than on the other.
/// Who sets one means it to be asked for, so these facts come first.
void Domain::addFlags(Sides &sides, llvm::ArrayRef<PathId> joined) {
  const State &left = sides.left.state, &right = sides.right.state;
  std::vector<std::tuple<PathId, ConstantId, ConstantId>> flags;
  auto constantOf = [](const Datum &datum, const State &state) {
    auto known = datum.constant ? state.known.end() : state.known.find(datum.version);
    return known == state.known.end() ? datum.constant : known->second;
  };
  auto add = [&](PathId path, const Datum *mine, const Datum *other) {
    bool isConstant = (mine && constantOf(*mine, left)) || (other && constantOf(*other, right));
    if (!isConstant || tables.paths[path].isSummary)
      return;
    const Datum here = mine ? *mine : read(left, path);
    const Datum there = other ? *other : read(right, path);
    ConstantId first = constantOf(here, left), second = constantOf(there, right);
    if (first != second && here.version != there.version)
      flags.push_back({path, first, second});
  };
  for (PathId root : joined) {
    const ObjectCells *ours = left.memory.find(root), *theirs = right.memory.find(root);
    visitBoth(ours ? Cells(ours->cells) : Cells(), theirs ? Cells(theirs->cells) : Cells(), add);
  }
  llvm::sort(flags);
  for (Side *side : {&sides.left, &sides.right}) {
    llvm::SmallVector<KnownFact, 2> facts;
    for (auto [path, first, second] : flags) {
      ConstantId constant = side == &sides.left ? first : second;
      if (constant && tables.constants[constant].kind != flow::ValueKind::String &&
          facts.size() < sideBound)
        facts.push_back({mergeVersion(path, sides.block), constant});
    }
    side->facts.insert(side->facts.begin(), facts.begin(), facts.end());
  }
}

/// What is known on the side that an atom comes from, the atom needs.
void Domain::condition(Atoms &joined, const Way &left, const Way &right) {
  work += 2 * joined.size();
  auto find = [](const Atoms &atoms, const Atom &atom) {
    return llvm::find_if(atoms, [&](const Atom &other) { return other.key() == atom.key(); });
  };
  for (Atom &atom : joined) {
    auto mine = find(left.datum.atoms, atom), other = find(right.datum.atoms, atom);
    bool isLeft = mine != left.datum.atoms.end(), isRight = other != right.datum.atoms.end();
    if (isLeft && isRight)
      atom.condition = either(both(mine->condition, left.side.facts),
                              both(other->condition, right.side.facts));
    else
      atom.condition = isLeft ? withNewest(tables, mine->condition, left.side.facts)
                              : withNewest(tables, other->condition, right.side.facts);
  }
}

} // namespace tamga::solve
