//===- Facts.cpp - joins and conditions -------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

namespace tamga::solve {

//===----------------------------------------------------------------------===//
// Guard sets
//===----------------------------------------------------------------------===//

void GuardSet::add(const Guard &guard) {
  if (isAll)
    return;
  auto place = std::lower_bound(guards.begin(), guards.end(), guard);
  if (place == guards.end() || !(*place == guard))
    guards.insert(place, guard);
}

void GuardSet::addAll(const GuardSet &other) {
  if (other.isAll)
    *this = all();
  for (const Guard &guard : other.guards)
    add(guard);
}

void GuardSet::intersect(const GuardSet &other) {
  if (other.isAll)
    return;
  if (isAll) {
    *this = other;
    return;
  }
  llvm::erase_if(guards, [&](const Guard &guard) {
    return !std::binary_search(other.guards.begin(), other.guards.end(), guard);
  });
}

//===----------------------------------------------------------------------===//
// Data
//===----------------------------------------------------------------------===//

bool sameFacts(const Datum &left, const Datum &right) {
  auto sameOutcomes = [&] {
    if (left.outcomes == right.outcomes)
      return true;
    return left.outcomes && right.outcomes && *left.outcomes == *right.outcomes;
  };
  auto sameAtoms = [&] {
    return std::equal(left.atoms.begin(), left.atoms.end(), right.atoms.begin(), right.atoms.end(),
                      [](const Atom &a, const Atom &b) { return a.key() == b.key(); });
  };
  return left.must == right.must && left.version == right.version &&
         left.constant == right.constant && left.isWhole == right.isWhole &&
         left.pointees == right.pointees && left.functions == right.functions && sameAtoms() &&
         sameOutcomes();
}

bool Domain::addAtom(Atoms &atoms, Atom atom) {
  ++work;
  auto place = std::lower_bound(atoms.begin(), atoms.end(), atom,
                                [](const Atom &a, const Atom &b) { return a.key() < b.key(); });
  if (place != atoms.end() && place->key() == atom.key())
    return false;
  if (atoms.size() >= atomBound) {
    isWidened = true;
    return false;
  }
  atoms.insert(place, atom);
  return true;
}

bool Domain::addAtoms(Atoms &atoms, const Atoms &more) {
  work += more.size();
  auto less = [](const Atom &a, const Atom &b) { return a.key() < b.key(); };
  if (std::includes(atoms.begin(), atoms.end(), more.begin(), more.end(), less))
    return false;
  if (atoms.size() >= atomBound) {
    isWidened = true;
    return false;
  }
  Atoms merged;
  std::set_union(atoms.begin(), atoms.end(), more.begin(), more.end(), std::back_inserter(merged), less);
  if (merged.size() > atomBound) {
    isWidened = true;
    merged.truncate(atomBound);
  }
  atoms = std::move(merged);
  return true;
}

bool Domain::addMay(Datum &into, const Datum &more) {
  bool changed = addAtoms(into.atoms, more.atoms);
  for (Cell cell : more.pointees) {
    auto place = std::lower_bound(into.pointees.begin(), into.pointees.end(), cell);
    if (place != into.pointees.end() && *place == cell)
      continue;
    if (into.pointees.size() >= pointeeBound) {
      isWidened = true;
      break;
    }
    into.pointees.insert(place, cell);
    changed = true;
  }
  for (flow::FunctionId function : more.functions) {
    auto place = std::lower_bound(into.functions.begin(), into.functions.end(), function);
    if (place != into.functions.end() && *place == function)
      continue;
    into.functions.insert(place, function);
    changed = true;
  }
  return changed;
}

Datum Domain::joinDatum(const Datum &left, const Datum &right, VersionId merged) {
  Datum result = left;
  addMay(result, right);
  result.isWhole = left.isWhole || right.isWhole;
  result.must = left.must & right.must;
  result.version = left.version == right.version ? left.version : merged;
  result.constant = left.constant == right.constant ? left.constant : 0;
  bool sameOutcomes = left.outcomes == right.outcomes ||
                      (left.outcomes && right.outcomes && *left.outcomes == *right.outcomes);
  if (!sameOutcomes)
    result.outcomes = nullptr;
  return result;
}

void Domain::joinValue(ValueFact &into, const ValueFact &from) {
  PathId inside = tables.paths.root(Root::Relative, 0);
  State left, right;
  left.isReachable = right.isReachable = true;
  writeStrong(left, inside, into);
  writeStrong(right, inside, from);
  join(left, right, 0);
  into = snapshot(left, inside);
}

//===----------------------------------------------------------------------===//
// Conditions
//===----------------------------------------------------------------------===//

bool Domain::isConstantTrue(ConstantId id) const {
  const Constant &constant = tables.constants[id];
  if (constant.kind == flow::ValueKind::Null)
    return false;
  return constant.kind == flow::ValueKind::String || constant.integer != 0;
}

bool Domain::contradicts(ConstantId id, OutcomeKey key) const {
  if (!id)
    return false;
  if (key.kind != OutcomeKey::Exactly)
    return isConstantTrue(id) != (key.kind == OutcomeKey::True);
  const Constant &have = tables.constants[id], &want = tables.constants[key.constant];
  return have.kind == flow::ValueKind::String || want.kind == flow::ValueKind::String
             ? id != key.constant
             : have.integer != want.integer;
}

GuardSet Domain::outcome(const Datum &datum, OutcomeKey key) const {
  if (contradicts(datum.constant, key))
    return GuardSet::all();
  GuardSet result;
  if (!datum.outcomes)
    return result;
  for (const auto &[have, guards] : *datum.outcomes) {
    bool isImplied = have == key;
    if (key.kind == OutcomeKey::Exactly && have.kind != OutcomeKey::Exactly)
      isImplied = !contradicts(key.constant, have);
    if (key.kind == OutcomeKey::Exactly && have.kind == OutcomeKey::Exactly)
      isImplied = !contradicts(have.constant, key);
    if (key.kind == OutcomeKey::False && have.kind == OutcomeKey::Exactly)
      isImplied = !isConstantTrue(have.constant);
    if (isImplied)
      result.addAll(guards);
  }
  return result;
}

Datum Domain::applyKnown(Datum datum, const State &state) const {
  if (!datum.version || datum.constant || state.known.empty())
    return datum;
  auto known = state.known.find(datum.version);
  if (known != state.known.end())
    datum.constant = known->second;
  return datum;
}

/// A cell that was set on the way tells which way was taken: guards that hold on one way
/// become guards under the outcomes that the other way excludes.
///   ok = false; if (c) ok = check(u);  ->  true: { check(u) }
void Domain::foldOutcomes(Datum &into, const Way &leftWay, const Way &rightWay) {
  const Datum &left = leftWay.datum, &right = rightWay.datum;
  bool tells = left.constant || right.constant || left.outcomes || right.outcomes;
  if (!tells || (left.constant && left.constant == right.constant))
    return;
  std::vector<OutcomeKey> keys{{OutcomeKey::False, 0}, {OutcomeKey::True, 0}};
  auto addKeys = [&](const Datum &datum) {
    if (datum.constant)
      keys.push_back({OutcomeKey::Exactly, datum.constant});
    if (datum.outcomes)
      for (const auto &[key, guards] : *datum.outcomes)
        if (key.kind == OutcomeKey::Exactly)
          keys.push_back(key);
  };
  addKeys(left);
  addKeys(right);
  llvm::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  auto outcomes = std::make_shared<Outcomes>();
  for (OutcomeKey key : keys) {
    GuardSet both = outcome(left, key), other = outcome(right, key);
    if (!both.isAll)
      both.addAll(leftWay.state.guards);
    if (!other.isAll)
      other.addAll(rightWay.state.guards);
    both.intersect(other);
    if (!both.empty())
      outcomes->push_back({key, both});
  }
  into.outcomes = outcomes->empty() ? nullptr : outcomes;
}

//===----------------------------------------------------------------------===//
// States
//===----------------------------------------------------------------------===//

/// The join of one object's cells; null: the object is as in \p into.
std::shared_ptr<const ObjectCells> Domain::joinObject(PathId root, const State &into,
                                                      const State &from, uint32_t block) {
  auto cellsOf = [&](const State &state) -> const ObjectCells * {
    auto found = state.memory.find(root);
    return found == state.memory.end() ? nullptr : found->second.get();
  };
  const ObjectCells *left = cellsOf(into), *right = cellsOf(from);
  if (left == right)
    return nullptr;
  std::vector<PathId> paths;
  for (const ObjectCells *side : {left, right})
    if (side)
      for (const auto &[path, datum] : side->cells)
        paths.push_back(path);
  llvm::sort(paths);
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  auto result = std::make_shared<ObjectCells>();
  bool changed = !left || paths.size() != left->cells.size();
  for (unsigned position = 0; position < paths.size(); ++position) {
    PathId path = paths[position];
    Datum leftDatum = applyKnown(read(into, path), into);
    Datum rightDatum = applyKnown(read(from, path), from);
    VersionId version = 0;
    if (block && leftDatum.version != rightDatum.version) {
      VersionNode node;
      node.kind = VersionNode::Merge;
      node.site = block;
      node.path = path;
      version = tables.versions.intern(std::move(node));
      tables.versions.addInputs(version, {leftDatum.version, rightDatum.version});
    }
    Datum datum = joinDatum(leftDatum, rightDatum, version);
    if (block)
      foldOutcomes(datum, {leftDatum, into}, {rightDatum, from});
    changed = changed || !sameFacts(left->cells[position].second, datum);
    result->hasAnyElement |= tables.paths[path].hasAnyElement;
    result->cells.push_back({path, std::move(datum)});
  }
  return changed ? result : nullptr;
}

bool Domain::join(State &into, const State &from, uint32_t block) {
  if (!from.isReachable)
    return false;
  if (!into.isReachable) {
    into = from;
    return true;
  }
  std::vector<std::pair<PathId, std::shared_ptr<const ObjectCells>>> merged;
  auto mergeObject = [&](PathId root, bool isInBoth, const auto &cells) {
    Root kind = tables.paths[root].root;
    bool isMadeHere = kind == Root::Heap || kind == Root::Opaque;
    if (isMadeHere && !isInBoth)
      merged.push_back({root, cells});
    else if (auto joined = joinObject(root, into, from, block))
      merged.push_back({root, joined});
  };
  for (const auto &[root, cells] : into.memory)
    if (from.memory.count(root) || tables.paths[root].root < Root::Heap)
      mergeObject(root, true, cells);
  for (const auto &[root, cells] : from.memory)
    if (!into.memory.count(root))
      mergeObject(root, false, cells);
  bool changed = !merged.empty();
  for (auto &[root, cells] : merged)
    into.memory[root] = std::move(cells);
  GuardSet guards = into.guards;
  guards.intersect(from.guards);
  changed |= !(guards == into.guards);
  into.guards = std::move(guards);
  for (auto known = into.known.begin(); known != into.known.end();) {
    auto other = from.known.find(known->first);
    bool keeps = other != from.known.end() && other->second == known->second;
    changed |= !keeps;
    known = keeps ? std::next(known) : into.known.erase(known);
  }
  return changed;
}

} // namespace tamga::solve
