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

constexpr size_t weakWriteBound = 100'000; ///< Parts times cells.

/// How an entry's path relates to the path that is read.
enum class Relation { None, Same, Covers, Overlaps, OverlapCovers };

/// Both lie in one object; \p steps lead from the object to the path that is read.
Relation relate(const PathTable &paths, PathId entry, llvm::ArrayRef<PathId> steps,
                unsigned base) {
  unsigned depth = paths[entry].depth - base;
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
      bool overlaps =
          isElement(have) && isElement(want) && (isAnyElement(have) || isAnyElement(want));
      if (!overlaps)
        return Relation::None;
      isWild = true;
    }
    walk = have.parent;
  }
  bool isSameLength = depth == steps.size();
  if (isWild)
    return isSameLength ? Relation::Overlaps : Relation::OverlapCovers;
  return isSameLength ? Relation::Same : Relation::Covers;
}

/// The first steps of \p entry, if they may be \p path but are not: `a[*].x` for `a["k"]`.
/// The entry then speaks of a part of \p path, too.
bool overlapsInside(const PathTable &paths, PathId entry, PathId path, PathId object) {
  unsigned depth = paths[path].depth;
  if (paths[entry].depth <= depth)
    return false;
  PathId prefix = entry;
  while (paths[prefix].depth > depth)
    prefix = paths[prefix].parent;
  return relate(paths, prefix, paths.stepsFrom(path, object), paths[object].depth) == Relation::Overlaps;
}

/// \p entry, of which overlapsInside() holds, as a part of \p path.
Cell partInside(PathTable &paths, PathId entry, PathId path) {
  PathId prefix = entry;
  while (paths[prefix].depth > paths[path].depth)
    prefix = paths[prefix].parent;
  return paths.rebase(entry, prefix, {path, paths[path].isSummary});
}

} // namespace

const ObjectCells *Domain::object(const State &state, PathId path) const {
  return state.memory.find(tables.paths.objectOf(path));
}

ObjectCells &Domain::objectForWriting(State &state, PathId path) {
  auto &cells = state.memory[tables.paths.objectOf(path)];
  if (!cells || cells.use_count() > 1) {
    work += cells ? cells->cells.size() : 1;
    cells = cells ? std::make_shared<ObjectCells>(*cells) : std::make_shared<ObjectCells>();
  }
  return const_cast<ObjectCells &>(*cells);
}

void Domain::addInitial(Datum &result, PathId path) {
  if (!tables.paths.isSymbolic(path))
    return;
  Atom initial;
  initial.origin = tables.pathOrigin(path);
  result.atoms.push_back(initial);
  const Tables::GlobalPointees *known =
      tables.paths[path].root == Root::Global ? tables.globalPointees(path) : nullptr;
  if (!known || !known->isConst)
    result.pointees.push_back(tables.paths.step(path, Step::Deref, 0));
  if (known)
    for (PathId target : known->paths)
      result.pointees.push_back({target, tables.paths[target].isSummary});
  llvm::sort(result.pointees);
  result.version = tables.initialVersion(path);
  // What is true of the content of an object is true of its parts.
  for (PathId whole = path; whole; whole = tables.paths[whole].parent) {
    if (auto known = tables.initialised.find(whole); known != tables.initialised.end()) {
      result.constant = whole == path ? known->second.constant : 0;
      result.must |= known->second.must;
      break;
    }
    if (tables.paths[whole].step == Step::Deref)
      break;
  }
}

/// The part \p path of what was written to \p whole. A copy of what another place held on
/// entry has that place's parts:  S copy = *arg;  copy.a  is what `arg->a` was.
Datum Domain::coveredBy(const Datum &base, PathId whole, const State &state, PathId path) {
  PathTable &paths = tables.paths;
  Datum result = base;
  result.version = versionOf(state, path);
  result.constant = 0;
  result.outcomes = nullptr;
  Atoms atoms;
  for (Atom atom : base.atoms) {
    const Origin &origin = tables.origins[atom.origin];
    Cell pointee = origin.isSource ? Cell() : paths.step(origin.path, Step::Deref, 0);
    bool isCopy = !origin.isSource && atom.strength == policy::StepStrength::Value &&
                  llvm::is_contained(base.pointees, pointee);
    Cell part = isCopy ? paths.rebase(path, whole, {origin.path, false}) : Cell();
    // Part of some element; a path that is too long ends at more than what was asked for.
    bool isOfSummary = part.path && paths[origin.path].isSummary &&
                       paths[part.path].depth - paths[origin.path].depth ==
                           paths[path].depth - paths[whole].depth;
    if (!part.path || (part.isWeak && !isOfSummary)) {
      addAtom(atoms, atom);
      continue;
    }
    bool isUntouched = tables.versions[base.version].kind == VersionNode::Initial &&
                       tables.versions[base.version].path == origin.path;
    if (isUntouched && !part.isWeak)
      result.version = tables.initialVersion(part.path);
    atom.origin = tables.pathOrigin(part.path);
    addAtom(atoms, atom);
    Cell partPointee = paths.step(part.path, Step::Deref, 0);
    llvm::erase_if(result.pointees, [&](Cell cell) { return cell == pointee; });
    auto place = std::lower_bound(result.pointees.begin(), result.pointees.end(), partPointee);
    if (place == result.pointees.end() || *place != partPointee)
      result.pointees.insert(place, partPointee);
  }
  result.atoms = std::move(atoms);
  return result;
}

/// Where no cell stands for any element: the nearest enclosing cell decides.
Datum Domain::readSimple(const ObjectCells *cells, const State &state, PathId path) {
  PathTable &paths = tables.paths;
  bool passedOffset = false;
  if (cells)
    for (PathId walk = path;; walk = paths[walk].parent) {
      ++work;
      const Datum *entry = cells->find(walk);
      if (entry && walk == path)
        return *entry;
      if (entry && (!passedOffset || entry->isWhole))
        return coveredBy(*entry, walk, state, path);
      const PathNode &node = paths[walk];
      if (!node.parent || node.step == Step::Deref)
        break;
      passedOffset = node.step == Step::Offset;
    }
  Datum result;
  addInitial(result, path);
  return result;
}

Datum Domain::read(const State &state, PathId path) {
  Datum result = readAny(state, path);
  addElsewhere(state, path, result);
  dropExcluded(state, result);
  return result;
}

Datum Domain::readAny(const State &state, PathId path) {
  PathTable &paths = tables.paths;
  const ObjectCells *cells = object(state, path);
  if (!cells || (!cells->hasAnyElement && !paths[path].hasAnyElement)) {
    Datum result = readSimple(cells, state, path);
    if (paths[path].isSummary)
      result.version = 0;
    return result;
  }
  if (!paths[path].isSummary)
    if (const Datum *entry = cells->find(path))
      return *entry; // Written since whatever was written to any element.
  PathId object = paths.objectOf(path);
  unsigned top = paths[object].depth;
  llvm::SmallVector<PathId, 6> steps = paths.stepsFrom(path, object);
  uint32_t topShape = paths.shapeOf(object);
  const Datum *base = nullptr;
  PathId basePath = 0;
  llvm::SmallVector<std::pair<PathId, const Datum *>, 8> overlaps;
  for (const auto &[entry, datum] : cells->cells) {
    ++work;
    unsigned depth = paths[entry].depth - top;
    if (depth > steps.size() ||
        paths.shapeOf(entry) != (depth ? paths.shapeOf(steps[depth - 1]) : topShape))
      continue;
    Relation relation = relate(paths, entry, steps, top);
    if (relation == Relation::None)
      continue;
    if (depth < steps.size() && paths[steps[depth]].step == Step::Offset && !datum.isWhole)
      continue;
    if (relation == Relation::Overlaps || relation == Relation::OverlapCovers) {
      overlaps.push_back({entry, &datum});
    } else if (!base || paths[entry].depth > paths[basePath].depth) {
      base = &datum;
      basePath = entry;
    }
  }
  Datum result;
  if (base)
    result = basePath == path ? *base : coveredBy(*base, basePath, state, path);
  else
    addInitial(result, path);
  for (const auto &[entry, datum] : overlaps) {
    // What was written to one element later cleans what was written to any before.
    if (base && paths[entry].depth <= paths[basePath].depth && !paths[path].isSummary)
      continue;
    const unsigned depth = paths[entry].depth - top;
    const PathId whole = depth ? steps[depth - 1] : object;
    addMay(result, whole == path ? *datum : coveredBy(*datum, whole, state, path));
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

bool Domain::isUnwritten(const State &state, PathId path) const {
  const PathTable &paths = tables.paths;
  if (paths.isSymbolic(path) || paths[path].isSummary)
    return false;
  const ObjectCells *cells = object(state, path);
  return !cells || llvm::none_of(cells->cells, [&](const auto &cell) {
    return paths.isWithin(cell.first, path) || paths.isWithin(path, cell.first);
  });
}

VersionId Domain::versionOf(const State &state, PathId path) {
  PathTable &paths = tables.paths;
  const ObjectCells *cells = object(state, path);
  if (cells)
    if (const Datum *entry = cells->find(path))
      return entry->version;
  const PathNode node = paths[path];
  if (!node.parent || node.step == Step::Deref || node.isSummary)
    return paths.isSymbolic(path) && !node.isSummary ? tables.initialVersion(path) : 0;
  VersionId base = versionOf(state, node.parent);
  if (!base)
    return 0;
  if (tables.versions[base].kind == VersionNode::Initial &&
      tables.versions[base].path == node.parent)
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
  PathId inside = paths.root(Root::Relative, 0);
  if (cells)
    for (const auto &[entry, datum] : cells->cells)
      if (entry != path && paths.isWithin(entry, path))
        value.parts.push_back({paths.rebase(entry, path, {inside, false}).path, datum});
  for (auto &[part, datum] : value.parts)
    dropExcluded(state, datum);
  if (cells && (cells->hasAnyElement || paths[path].hasAnyElement))
    addOverlaps(state, *cells, path, value);
  addPartsElsewhere(state, path, value);
  llvm::sort(value.parts, [](const auto &a, const auto &b) { return a.first < b.first; });
  return value;
}

/// Parts of elements that may be \p path: of `a["k"]`, what was written to `a[*].x`.
void Domain::addOverlaps(const State &state, const ObjectCells &cells, PathId path, ValueFact &value) {
  PathTable &paths = tables.paths;
  PathId inside = paths.root(Root::Relative, 0), whole = paths.objectOf(path);
  llvm::SmallVector<PathId, 4> parts;
  for (const auto &[entry, datum] : cells.cells)
    if (overlapsInside(paths, entry, path, whole))
      parts.push_back(partInside(paths, entry, path).path);
  for (PathId part : parts) {
    PathId relative = paths.rebase(part, path, {inside, false}).path;
    bool isKnown = llvm::any_of(value.parts, [&](const auto &known) { return known.first == relative; });
    if (!isKnown)
      value.parts.push_back({relative, read(state, part)});
  }
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
    for (const auto &[entry, datum] : cells->cells)
      if (entry != path && (tables.paths.isWithin(entry, path) || (cells->hasAnyElement && overlapsInside(tables.paths, entry, path, tables.paths.objectOf(path)))))
        addMay(result, datum);
  ValueFact elsewhere;
  addPartsElsewhere(state, path, elsewhere);
  for (const auto &[part, datum] : elsewhere.parts)
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
  ObjectCells &object = objectForWriting(state, path);
  work += object.cells.size() / 4 + 1;
  llvm::erase_if(object.cells, [&](const auto &cell) {
    if (cell.first == path || !paths.isWithin(cell.first, path))
      return false;
    PathId first = paths.stepsFrom(cell.first, path).front();
    return paths[first].step != Step::Offset || value.top.isWhole;
  });
  object.entryFor(paths, path) = value.top;
  forgetTextAbove(object, path);
  // Parts of it that were written under an unknown index are gone, too.
  if (object.hasAnyElement) {
    PathId whole = paths.objectOf(path);
    llvm::SmallVector<PathId, 4> parts;
    for (const auto &[entry, datum] : object.cells)
      if (overlapsInside(paths, entry, path, whole))
        parts.push_back(partInside(paths, entry, path).path);
    for (PathId part : parts) {
      Datum covered = value.top;
      covered.version = 0;
      covered.constant = 0;
      covered.outcomes = nullptr;
      object.entryFor(paths, part) = covered;
    }
  }
  PathId inside = paths.root(Root::Relative, 0);
  for (const auto &[part, datum] : value.parts) {
    Cell target = paths.rebase(part, inside, {path, false});
    if (target.isWeak)
      addMay(object.entryFor(paths, target.path), datum);
    else
      object.entryFor(paths, target.path) = datum;
  }
  writeElsewhere(state, path, value);
}

void Domain::writeWeak(State &state, PathId path, const ValueFact &value) {
  PathTable &paths = tables.paths;
  PathId inside = paths.root(Root::Relative, 0);
  auto writeOne = [&](PathId cell, const Datum &datum) {
    Datum merged = joinDatum(read(state, cell), datum, 0);
    merged.isWhole = true;
    PathId whole = paths.objectOf(cell);
    llvm::SmallVector<PathId, 6> steps = paths.stepsFrom(cell, whole);
    ObjectCells &object = objectForWriting(state, cell);
    work += object.cells.size();
    for (auto &[entry, existing] : object.cells) {
      bool isOverlap = relate(paths, entry, steps, paths[whole].depth) == Relation::Overlaps;
      bool isInside = entry != cell && paths.isWithin(entry, cell);
      if (isOverlap || isInside)
        existing = joinDatum(existing, datum, 0);
    }
    object.entryFor(paths, cell) = merged;
    forgetTextAbove(object, cell);
  };
  writeElsewhere(state, path, value);
  if (value.parts.empty())
    return writeOne(path, value.top);
  const ObjectCells *before = object(state, path);
  size_t room = std::max<size_t>(16, weakWriteBound / (1 + (before ? before->cells.size() : 0)));
  if (value.parts.size() > room) {
    ValueFact folded = value;
    foldParts(folded, room);
    return writeWeak(state, path, folded);
  }
  // What a part may hold is what it held or what it gets, not what its siblings get.
  ValueFact merged = snapshot(state, path);
  joinValue(merged, value);
  writeOne(path, value.top);
  for (const auto &[part, datum] : value.parts)
    writeOne(paths.rebase(part, inside, {path, true}).path, datum);
  ObjectCells &object = objectForWriting(state, path);
  for (auto &[part, datum] : merged.parts) {
    PathId cell = paths.rebase(part, inside, {path, true}).path;
    if (!paths.isWithin(cell, path))
      continue;
    datum.isWhole = true;
    object.entryFor(paths, cell) = datum;
  }
  foldObject(state, path);
}

} // namespace tamga::solve
