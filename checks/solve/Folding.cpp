//===- Folding.cpp - deep objects become flat ----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A tree that a function builds by calling itself is as deep as one likes, and every level has
// all keys of the one before:
//
//   json parse() { json all; all["a"] = parse(); all["b"] = parse(); return all; }
//
// Beyond a bound the innermost parts become one with what they are parts of, which then may
// hold what any of them held.
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

namespace tamga::solve {

namespace {

constexpr size_t cellBound = 1024; ///< Of one object.

/// The least depth at which no more than \p bound of \p cells are less deep.
unsigned depthFor(const PathTable &paths, llvm::ArrayRef<std::pair<PathId, Datum>> cells,
                  size_t bound) {
  std::vector<unsigned> atDepth;
  for (const auto &[path, datum] : cells) {
    atDepth.resize(std::max<size_t>(atDepth.size(), paths[path].depth + 1));
    ++atDepth[paths[path].depth];
  }
  unsigned depth = 0;
  for (size_t sum = 0; depth < atDepth.size() && sum + atDepth[depth] <= bound; ++depth)
    sum += atDepth[depth];
  return depth;
}

/// \p datum as one of many that a cell may hold.
void forgetCertain(Datum &datum) {
  datum.must = 0;
  datum.version = 0;
  datum.constant = 0;
  datum.outcomes = nullptr;
  datum.isWhole = true;
}

} // namespace

void Domain::foldParts(ValueFact &value, size_t bound) {
  if (value.parts.size() <= bound)
    return;
  isWidened = true;
  const PathTable &paths = tables.paths;
  PathId inside = tables.paths.root(Root::Relative, 0);
  unsigned depth = depthFor(paths, value.parts, bound);
  std::map<PathId, Datum> kept;
  for (const auto &[path, datum] : value.parts)
    if (paths[path].depth < depth)
      kept.try_emplace(path, datum);
  for (const auto &[path, datum] : value.parts) {
    PathId outer = path;
    while (paths[outer].depth >= depth && outer != inside)
      outer = paths[outer].parent;
    if (outer == path)
      continue;
    Datum &whole = outer == inside ? value.top : kept[outer];
    forgetCertain(whole);
    addMay(whole, datum);
  }
  value.parts.assign(kept.begin(), kept.end());
}

void Domain::foldObject(State &state, PathId path) {
  const ObjectCells *before = object(state, path);
  if (!before || before->cells.size() <= cellBound)
    return;
  isWidened = true;
  const PathTable &paths = tables.paths;
  PathId whole = paths.objectOf(path);
  unsigned depth = std::max(paths[whole].depth + 1, depthFor(paths, before->cells, cellBound / 2));
  std::map<PathId, Datum> outer;
  for (const auto &[inner, datum] : before->cells) {
    PathId walk = inner;
    while (paths[walk].depth >= depth)
      walk = paths[walk].parent;
    if (walk == inner)
      continue;
    auto [entry, isNew] = outer.try_emplace(walk);
    if (isNew)
      entry->second = read(state, walk);
    forgetCertain(entry->second);
    addMay(entry->second, datum);
  }
  ObjectCells &object = objectForWriting(state, path);
  llvm::erase_if(object.cells, [&](const auto &cell) {
    return paths[cell.first].depth >= depth || outer.count(cell.first);
  });
  object.cells.insert(object.cells.end(), outer.begin(), outer.end());
  llvm::sort(object.cells, [](const auto &a, const auto &b) { return a.first < b.first; });
}

} // namespace tamga::solve
