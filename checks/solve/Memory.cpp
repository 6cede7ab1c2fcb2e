//===- Memory.cpp - reading and writing cells -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A cell that was written has an entry. Reading a cell without one asks, in this order:
// the nearest enclosing cell with an entry (what was written to the whole covers its
// parts), else what the object held on entry, if it has a name outside. Elements under
// an unknown index overlap every element: a write to `a[*]` is also joined into all `a[3]`
// that are known, so that a later certain write to `a[3]` can clean it.
//
//   a[*] = x;  a[3] = 0;   a[3] -> nothing,  a[4] -> x
//
// Costs are linear in the entries of one object, which stay few.
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

namespace tamga::solve {

namespace {

bool isElement(const PathNode &node) {
  return node.step == Step::Element || node.step == Step::Key || node.step == Step::AnyElement;
}

/// How an entry's path relates to the path that is read.
enum class Relation { None, Same, Covers, Overlaps, OverlapCovers };

Relation relate(const PathTable &paths, PathId entry, llvm::ArrayRef<PathId> steps) {
  unsigned depth = paths[entry].depth;
  if (depth > steps.size())
    return Relation::None;
  bool isWild = false;
  PathId walk = entry;
  for (unsigned position = depth; position > 0; --position) {
    PathId wanted = steps[position - 1];
    if (walk == wanted)
      break;
    const PathNode &have = paths[walk], &want = paths[wanted];
    if (have.step != want.step || have.index != want.index) {
      bool overlaps = isElement(have) && isElement(want) &&
                      (have.step == Step::AnyElement || want.step == Step::AnyElement);
      if (!overlaps)
        return Relation::None;
      isWild = true;
    }
    walk = have.parent;
  }
  for (unsigned position = depth; position < steps.size(); ++position)
    if (paths[steps[position]].step == Step::Deref)
      return Relation::None;
  bool isSameLength = depth == steps.size();
  if (isWild)
    return isSameLength ? Relation::Overlaps : Relation::OverlapCovers;
  return isSameLength ? Relation::Same : Relation::Covers;
}

const Datum *findEntry(const ObjectCells &cells, PathId path) {
  auto entry = std::lower_bound(cells.begin(), cells.end(), path,
                                [](const auto &cell, PathId path) { return cell.first < path; });
  return entry != cells.end() && entry->first == path ? &entry->second : nullptr;
}

Datum &entryFor(ObjectCells &cells, PathId path) {
  auto entry = std::lower_bound(cells.begin(), cells.end(), path,
                                [](const auto &cell, PathId path) { return cell.first < path; });
  if (entry == cells.end() || entry->first != path)
    entry = cells.insert(entry, {path, {}});
  return entry->second;
}

} // namespace

const ObjectCells *Domain::object(const State &state, PathId path) const {
  auto found = state.memory.find(tables.paths.rootOf(path));
  return found == state.memory.end() ? nullptr : found->second.get();
}

ObjectCells &Domain::objectForWriting(State &state, PathId path) {
  auto &cells = state.memory[tables.paths.rootOf(path)];
  auto copy = cells ? std::make_shared<ObjectCells>(*cells) : std::make_shared<ObjectCells>();
  cells = copy;
  return *copy;
}

Datum Domain::read(const State &state, PathId path) {
  PathTable &paths = tables.paths;
  llvm::SmallVector<PathId, 6> steps = paths.stepsFrom(path, paths.rootOf(path));
  const ObjectCells *cells = object(state, path);
  const Datum *base = nullptr;
  PathId basePath = 0;
  llvm::SmallVector<const Datum *, 4> overlaps;
  auto coversNeighbour = [&](PathId entry, const Datum &datum) {
    unsigned depth = paths[entry].depth;
    return depth == steps.size() || paths[steps[depth]].step != Step::Offset || datum.isWhole;
  };
  if (cells) {
    for (const auto &[entry, datum] : *cells) {
      Relation relation = relate(paths, entry, steps);
      if (relation == Relation::None || !coversNeighbour(entry, datum))
        continue;
      bool isExact = relation == Relation::Same || relation == Relation::Covers;
      if (isExact && (!base || paths[entry].depth > paths[basePath].depth)) {
        base = &datum;
        basePath = entry;
      }
    }
    for (const auto &[entry, datum] : *cells) {
      Relation relation = relate(paths, entry, steps);
      bool isOverlap = relation == Relation::Overlaps || relation == Relation::OverlapCovers;
      bool isNewer = !base || paths[entry].depth > paths[basePath].depth || paths[path].isSummary;
      if (isOverlap && isNewer && coversNeighbour(entry, datum))
        overlaps.push_back(&datum);
    }
  }
  Datum result;
  if (base) {
    result = *base;
    if (basePath != path) {
      result.version = versionOf(state, path);
      result.constant = 0;
      result.outcomes = nullptr;
    }
  } else if (paths.isSymbolic(path)) {
    Atom initial;
    initial.origin = tables.pathOrigin(path);
    result.atoms.push_back(initial);
    result.pointees.push_back(paths.step(path, Step::Deref, 0));
    result.version = tables.initialVersion(path);
  }
  for (const Datum *overlap : overlaps)
    addMay(result, *overlap);
  if (!overlaps.empty()) {
    result.must = 0;
    result.constant = 0;
    result.outcomes = nullptr;
  }
  if (paths[path].isSummary)
    result.version = 0;
  return result;
}

Datum Domain::read(const State &state, llvm::ArrayRef<Cell> cells) {
  if (cells.empty())
    return {};
  Datum result = read(state, cells.front().path);
  if (cells.front().isWeak)
    result.version = 0;
  for (Cell cell : cells.drop_front())
    result = joinDatum(result, read(state, cell.path), 0);
  return result;
}

VersionId Domain::versionOf(const State &state, PathId path) {
  PathTable &paths = tables.paths;
  const ObjectCells *cells = object(state, path);
  if (cells)
    if (const Datum *entry = findEntry(*cells, path))
      return entry->version;
  const PathNode node = paths[path];
  if (!node.parent || node.step == Step::Deref || node.isSummary)
    return paths.isSymbolic(path) && !node.isSummary ? tables.initialVersion(path) : 0;
  VersionId base = versionOf(state, node.parent);
  if (!base)
    return 0;
  if (tables.versions[base].kind == VersionNode::Initial && tables.versions[base].path == node.parent)
    return tables.initialVersion(path);
  VersionNode part;
  part.kind = VersionNode::Part;
  part.base = base;
  part.site = uint32_t(node.step) << 24 ^ uint32_t(node.index);
  part.path = path;
  return tables.versions.intern(std::move(part));
}

ValueFact Domain::snapshot(const State &state, PathId path) {
  PathTable &paths = tables.paths;
  ValueFact value;
  value.top = read(state, path);
  const ObjectCells *cells = object(state, path);
  if (!cells)
    return value;
  PathId inside = paths.root(Root::Relative, 0);
  for (const auto &[entry, datum] : *cells)
    if (entry != path && paths.isWithin(entry, path))
      value.parts.push_back({paths.rebase(entry, path, {inside, false}).path, datum});
  llvm::sort(value.parts, [](const auto &a, const auto &b) { return a.first < b.first; });
  return value;
}

ValueFact Domain::snapshot(const State &state, llvm::ArrayRef<Cell> cells) {
  ValueFact value;
  if (cells.empty())
    return value;
  value = snapshot(state, cells.front().path);
  for (Cell cell : cells.drop_front())
    joinValue(value, snapshot(state, cell.path));
  return value;
}

Datum Domain::content(const State &state, PathId path) {
  Datum result = read(state, path);
  if (const ObjectCells *cells = object(state, path))
    for (const auto &[entry, datum] : *cells)
      if (entry != path && tables.paths.isWithin(entry, path))
        addMay(result, datum);
  return result;
}

Datum Domain::content(const ValueFact &value) {
  Datum result = value.top;
  for (const auto &[path, datum] : value.parts)
    addMay(result, datum);
  return result;
}

Datum Domain::everything(const State &state, llvm::ArrayRef<Cell> cells) {
  Datum result;
  llvm::SmallVector<Cell, 8> work(cells.begin(), cells.end());
  llvm::SmallVector<PathId, 8> seen;
  for (unsigned next = 0; next < work.size() && next < 24; ++next) {
    PathId path = work[next].path;
    if (llvm::is_contained(seen, path))
      continue;
    seen.push_back(path);
    bool isNamed = tables.paths.isSymbolic(path) && tables.paths[path].depth > 3;
    Datum datum = content(state, path);
    addMay(result, datum);
    if (!isNamed)
      work.append(datum.pointees.begin(), datum.pointees.end());
  }
  return result;
}

ValueFact Domain::part(const ValueFact &value, PathId path) {
  PathTable &paths = tables.paths;
  PathId inside = paths.root(Root::Relative, 0);
  if (path == inside)
    return value;
  State scratch;
  writeStrong(scratch, inside, value);
  return snapshot(scratch, path);
}

void Domain::write(State &state, llvm::ArrayRef<Cell> cells, const ValueFact &value) {
  if (cells.size() == 1 && !cells.front().isWeak && !tables.paths[cells.front().path].isSummary)
    return writeStrong(state, cells.front().path, value);
  for (Cell cell : cells)
    writeWeak(state, cell.path, value);
}

void Domain::writeStrong(State &state, PathId path, const ValueFact &value) {
  PathTable &paths = tables.paths;
  ObjectCells &cells = objectForWriting(state, path);
  llvm::erase_if(cells, [&](const auto &cell) {
    if (cell.first == path || !paths.isWithin(cell.first, path))
      return false;
    PathId first = paths.stepsFrom(cell.first, path).front();
    return paths[first].step != Step::Offset || value.top.isWhole;
  });
  entryFor(cells, path) = value.top;
  PathId inside = paths.root(Root::Relative, 0);
  for (const auto &[part, datum] : value.parts) {
    Cell target = paths.rebase(part, inside, {path, false});
    if (target.isWeak)
      addMay(entryFor(cells, target.path), datum);
    else
      entryFor(cells, target.path) = datum;
  }
}

void Domain::writeWeak(State &state, PathId path, const ValueFact &value) {
  PathTable &paths = tables.paths;
  PathId inside = paths.root(Root::Relative, 0);
  auto writeOne = [&](PathId cell, const Datum &datum) {
    Datum merged = joinDatum(read(state, cell), datum, 0);
    merged.isWhole = true;
    llvm::SmallVector<PathId, 6> steps = paths.stepsFrom(cell, paths.rootOf(cell));
    ObjectCells &cells = objectForWriting(state, cell);
    for (auto &[entry, existing] : cells) {
      bool isOverlap = relate(paths, entry, steps) == Relation::Overlaps;
      bool isInside = entry != cell && paths.isWithin(entry, cell);
      if (isOverlap || isInside)
        existing = joinDatum(existing, datum, 0);
    }
    entryFor(cells, cell) = merged;
  };
  writeOne(path, value.top);
  for (const auto &[part, datum] : value.parts)
    writeOne(paths.rebase(part, inside, {path, true}).path, datum);
}

} // namespace tamga::solve
