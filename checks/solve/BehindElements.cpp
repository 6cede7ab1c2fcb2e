//===- BehindElements.cpp - what pointers in elements lead to ---------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An array that came in from outside holds pointers of which nothing is known but their
// names. `list[*].*` and `list[0].*` are two objects by name, and may be one:
//
//   for (Item *item : list) item->text = source();     list[*].*.text
//   sink(list[0]->text);                               list[0].*.text
//
// As among elements of one array, what was written to any counts for each that was not
// written since, and what was written to each for any.
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

namespace tamga::solve {

/// Both are of one shape.
static bool mayBeSame(const PathTable &paths, PathId first, PathId second) {
  for (; first != second; first = paths[first].parent, second = paths[second].parent) {
    const PathNode &one = paths[first], &other = paths[second];
    const bool isSame = one.step == other.step && one.index == other.index;
    if (!isSame &&
        !(isElement(one) && isElement(other) && (isAnyElement(one) || isAnyElement(other))))
      return false;
  }
  return true;
}

/// What \p path may be in other objects of which something is known.
llvm::SmallVector<PathId, 2> Domain::sameElsewhere(const State &state, PathId path) {
  llvm::SmallVector<PathId, 2> same;
  PathTable &paths = tables.paths;
  const PathId object = paths.objectOf(path);
  const PathTable::Alike *alike = paths.alike(object);
  if (!alike)
    return same;
  llvm::SmallVector<PathId, 8> others(alike->any.begin(), alike->any.end());
  if (paths[object].hasAnyElement)
    others.append(alike->known);
  work += others.size() / 4;
  for (PathId other : others)
    if (other != object && state.memory.find(other) && mayBeSame(paths, object, other))
      same.push_back(paths.rebase(path, object, {other, false}).path);
  return same;
}

/// Whether \p path, or what it is a part of, was written in its own object.
bool Domain::isWrittenIn(const State &state, PathId path) const {
  const ObjectCells *cells = object(state, path);
  for (PathId walk = path; cells; walk = tables.paths[walk].parent) {
    if (cells->find(walk))
      return true;
    if (walk == tables.paths.objectOf(path))
      return false;
  }
  return false;
}

void Domain::addElsewhere(const State &state, PathId path, Datum &result) {
  PathTable &paths = tables.paths;
  if (!paths[paths.objectOf(path)].hasAnyElement && isWrittenIn(state, path))
    return;
  for (PathId same : sameElsewhere(state, path)) {
    if (!isWrittenIn(state, same))
      continue;
    // What was there on entry has a name of its own.
    Datum written = readAny(state, same);
    llvm::erase_if(written.atoms, [&](const Atom &atom) {
      return !isSource(atom) && tables.origins[atom.origin].path == same;
    });
    llvm::erase(written.pointees, paths.step(same, Step::Deref, 0));
    addMay(result, written);
    result.must = 0;
    result.constant = 0;
    result.outcomes = nullptr;
    result.version = 0;
  }
}

/// Parts of \p path that were written elsewhere.
void Domain::addPartsElsewhere(const State &state, PathId path, ValueFact &value) {
  PathTable &paths = tables.paths;
  const PathId inside = paths.root(Root::Relative, 0);
  for (PathId same : sameElsewhere(state, path))
    for (const auto &[entry, datum] : object(state, same)->cells) {
      if (entry == same || !paths.isWithin(entry, same))
        continue;
      const PathId part = paths.rebase(entry, same, {inside, false}).path;
      auto known =
          llvm::find_if(value.parts, [&](const auto &pair) { return pair.first == part; });
      if (known == value.parts.end())
        value.parts.push_back(
            {part, read(state, paths.rebase(entry, same, {path, false}).path)});
      else if (paths[paths.objectOf(path)].hasAnyElement)
        addMay(known->second, datum);
    }
}

/// What is known of the same place elsewhere may be overwritten now.
void Domain::writeElsewhere(State &state, PathId path, const ValueFact &value) {
  PathTable &paths = tables.paths;
  if (!paths[paths.objectOf(path)].hasAnyElement)
    return;
  const PathId inside = paths.root(Root::Relative, 0);
  auto join = [&](PathId cell, const Datum &datum) {
    if (!isWrittenIn(state, cell))
      return;
    Datum joined = joinDatum(readAny(state, cell), datum, 0);
    objectForWriting(state, cell).entryFor(paths, cell) = std::move(joined);
  };
  for (PathId same : sameElsewhere(state, path)) {
    join(same, value.top);
    for (auto &[entry, existing] : objectForWriting(state, same).cells)
      if (entry != same && paths.isWithin(entry, same))
        existing = joinDatum(existing, value.top, 0);
    for (const auto &[part, datum] : value.parts)
      join(paths.rebase(part, inside, {same, false}).path, datum);
  }
}

} // namespace tamga::solve
