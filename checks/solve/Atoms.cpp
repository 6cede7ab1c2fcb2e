//===- Atoms.cpp - sets of content --------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

namespace tamga::solve {

static bool isBefore(const Atom &one, const Atom &other) { return one.key() < other.key(); }

bool Domain::addAtom(Atoms &atoms, Atom atom) {
  ++work;
  auto place = std::lower_bound(atoms.begin(), atoms.end(), atom, isBefore);
  if (place != atoms.end() && place->key() == atom.key()) {
    ConditionId before =
        std::exchange(place->condition, either(place->condition, atom.condition));
    return before != place->condition;
  }
  if (atoms.size() >= atomBound) {
    isWidened = true;
    if (!makeRoom(atoms, atom))
      return false;
    place = std::lower_bound(atoms.begin(), atoms.end(), atom, isBefore);
  }
  atoms.insert(place, atom);
  return true;
}

/// Where not all has room, content of a source counts before what may have been there.
bool Domain::makeRoom(Atoms &atoms, const Atom &atom) const {
  auto other = std::find_if_not(atoms.rbegin(), atoms.rend(),
                                [&](const Atom &one) { return isSource(one); });
  if (!isSource(atom) || other == atoms.rend())
    return false;
  atoms.erase(&*other);
  return true;
}

bool Domain::addAtoms(Atoms &atoms, const Atoms &more) {
  work += more.size();
  bool isWeaker = false;
  for (Atom *mine = atoms.begin(); const Atom &other : more) {
    mine = std::lower_bound(mine, atoms.end(), other, isBefore);
    if (mine == atoms.end())
      break;
    if (mine->key() != other.key() || mine->condition == other.condition)
      continue;
    ConditionId before =
        std::exchange(mine->condition, either(mine->condition, other.condition));
    isWeaker |= before != mine->condition;
  }
  if (std::includes(atoms.begin(), atoms.end(), more.begin(), more.end(), isBefore))
    return isWeaker;
  const bool isFull = atoms.size() >= atomBound;
  isWidened |= isFull;
  if (isFull && llvm::none_of(more, [&](const Atom &atom) { return isSource(atom); }))
    return isWeaker;
  Atoms merged;
  std::set_union(atoms.begin(), atoms.end(), more.begin(), more.end(),
                 std::back_inserter(merged), isBefore);
  if (merged.size() <= atomBound) {
    atoms = std::move(merged);
    return true;
  }
  bool isChanged = isWeaker;
  for (const Atom &atom : more)
    if (!std::binary_search(atoms.begin(), atoms.end(), atom, isBefore))
      isChanged |= addAtom(atoms, atom);
  return isChanged;
}

} // namespace tamga::solve
