//===- Facts.cpp - joins and conditions -------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

namespace tamga::solve {

namespace {
/// Elements of one array that a pointer may point at, one by one.
constexpr int neighbourBound = 4;
constexpr unsigned outcomeBound = 10;
constexpr unsigned joinWork = 8; ///< Of two cells that differ, measured against looking at one.
} // namespace

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
  // A guard that is older on one side is as old on both.
  auto holds = [](const GuardSet &set, Guard guard, int age) {
    guard.age = Guard::Age(age);
    return std::binary_search(set.guards.begin(), set.guards.end(), guard);
  };
  GuardSet both;
  for (Guard guard : guards) {
    int oldest = -1;
    for (int age = Guard::Now; age <= Guard::Registered; ++age)
      if (holds(other, guard, age))
        oldest = age;
    if (oldest < 0)
      continue;
    guard.age = std::max(guard.age, Guard::Age(oldest));
    both.add(guard);
  }
  *this = std::move(both);
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
    return std::equal(left.atoms.begin(), left.atoms.end(), right.atoms.begin(),
                      right.atoms.end(),
                      [](const Atom &a, const Atom &b) {
                        return a.key() == b.key() && a.condition == b.condition;
                      });
  };
  return left.must == right.must && left.version == right.version &&
         left.constant == right.constant && left.isWhole == right.isWhole &&
         left.pointees == right.pointees && left.functions == right.functions && sameAtoms() &&
         sameOutcomes();
}

/// Many elements of one array become any element: a pointer that walks through it.
void Domain::boundPointees(Datum &datum) {
  const PathTable &paths = tables.paths;
  int bound = isTurning ? 2 : neighbourBound;
  llvm::SmallVector<Cell, 12> before(datum.pointees.begin(), datum.pointees.end());
  for (Cell cell : before) {
    const PathNode node = paths[cell.path];
    if (!node.parent || (node.step != Step::Element && node.step != Step::Offset))
      continue;
    auto isBeside = [&](Cell other) {
      bool isFirst = node.step == Step::Offset && other.path == node.parent;
      return isFirst || (paths[other.path].step == node.step && paths[other.path].parent == node.parent);
    };
    if (llvm::count_if(datum.pointees, isBeside) < bound)
      continue;
    llvm::erase_if(datum.pointees, isBeside);
    for (Cell any : tables.paths.anyNeighbours(cell.path)) {
      auto place = std::lower_bound(datum.pointees.begin(), datum.pointees.end(), any);
      if (place == datum.pointees.end() || *place != any)
        datum.pointees.insert(place, any);
    }
  }
}

bool Domain::addMay(Datum &into, const Datum &more) {
  bool changed = addAtoms(into.atoms, more.atoms);
  for (Cell cell : more.pointees) {
    auto place = std::lower_bound(into.pointees.begin(), into.pointees.end(), cell);
    if (place != into.pointees.end() && *place == cell)
      continue;
    if (into.pointees.size() >= neighbourBound &&
        llvm::is_contained(into.pointees, tables.paths.anyNeighbour(cell.path)))
      continue;
    if (into.pointees.size() >= pointeeBound) {
      isWidened = true;
      break;
    }
    into.pointees.insert(place, cell);
    changed = true;
  }
  if (into.pointees.size() > (isTurning ? 1 : neighbourBound))
    boundPointees(into);
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
  if (into.parts.empty() && from.parts.empty()) {
    into.top = joinDatum(into.top, from.top, 0);
    return;
  }
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
  if (key.kind == OutcomeKey::Other)
    return true; // Who asks for the others has named this one.
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
  bool isNamed = false;
  const GuardSet *others = nullptr;
  for (const auto &[have, guards] : *datum.outcomes) {
    bool isImplied = have == key;
    if (have.kind == OutcomeKey::Other)
      others = &guards;
    else if (key.kind == OutcomeKey::Exactly)
      isImplied = !contradicts(have.kind == OutcomeKey::Exactly ? have.constant : key.constant,
                               have.kind == OutcomeKey::Exactly ? key : have);
    if (key.kind == OutcomeKey::False && have.kind == OutcomeKey::Exactly)
      isImplied = !isConstantTrue(have.constant);
    isNamed |= isImplied && have.kind == OutcomeKey::Exactly;
    if (isImplied)
      result.addAll(guards);
  }
  if (!others || key.kind == OutcomeKey::Other)
    return result;
  if (key.kind == OutcomeKey::Exactly && !isNamed)
    result.addAll(*others);
  if (key.kind == OutcomeKey::True)
    result.addAll(
        outcomeWhere(datum, [&](ConstantId constant) { return isConstantTrue(constant); }));
  return result;
}

GuardSet Domain::outcomeWhere(const Datum &datum,
                              llvm::function_ref<bool(ConstantId)> holds) const {
  if (datum.constant)
    return holds(datum.constant) ? GuardSet() : GuardSet::all();
  if (!datum.outcomes || datum.outcomes->back().first.kind != OutcomeKey::Other)
    return {};
  GuardSet result = datum.outcomes->back().second;
  for (const auto &[have, guards] : *datum.outcomes)
    if (have.kind == OutcomeKey::Exactly && holds(have.constant))
      result.intersect(guards);
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
  auto guardsOf = [&](OutcomeKey key) {
    GuardSet both = outcome(left, key), other = outcome(right, key);
    if (!both.isAll)
      both.addAll(leftWay.side.state.guards);
    if (!other.isAll)
      other.addAll(rightWay.side.state.guards);
    both.intersect(other);
    return both;
  };
  GuardSet others = keys.size() <= outcomeBound ? guardsOf({OutcomeKey::Other, 0}) : GuardSet();
  for (OutcomeKey key : keys) {
    GuardSet guards = guardsOf(key);
    // Who lists all constants lists those that show nothing, too.
    if (!guards.empty() || (!others.empty() && key.kind == OutcomeKey::Exactly))
      outcomes->push_back({key, guards});
  }
  if (!others.empty())
    outcomes->push_back({{OutcomeKey::Other, 0}, others});
  into.outcomes = outcomes->empty() ? nullptr : outcomes;
}

//===----------------------------------------------------------------------===//
// States
//===----------------------------------------------------------------------===//

static auto placeOf(auto &cells, PathId path) {
  return std::lower_bound(cells.begin(), cells.end(), path,
                          [](const auto &cell, PathId path) { return cell.first < path; });
}

const Datum *ObjectCells::find(PathId path) const {
  auto entry = placeOf(cells, path);
  return entry != cells.end() && entry->first == path ? &entry->second : nullptr;
}

Datum &ObjectCells::entryFor(const PathTable &paths, PathId path) {
  auto entry = placeOf(cells, path);
  if (entry == cells.end() || entry->first != path)
    entry = cells.insert(entry, {path, {}});
  hasAnyElement |= paths[path].hasAnyElement;
  return entry->second;
}

const ObjectCells *Memory::find(PathId object) const {
  auto found = std::lower_bound(begin(), end(), object, [](const Entry &entry, PathId path) {
    return entry.first < path;
  });
  return found != end() && found->first == object ? found->second.get() : nullptr;
}

std::vector<Memory::Entry> &Memory::own() {
  if (!entries)
    entries = std::make_shared<std::vector<Entry>>();
  else if (entries.use_count() > 1)
    entries = std::make_shared<std::vector<Entry>>(*entries);
  return *entries;
}

Memory::Object &Memory::operator[](PathId object) {
  std::vector<Entry> &mine = own();
  auto place =
      std::lower_bound(mine.begin(), mine.end(), object,
                       [](const Entry &entry, PathId path) { return entry.first < path; });
  if (place == mine.end() || place->first != object)
    place = mine.insert(place, {object, nullptr});
  return place->second;
}

void Memory::erase(PathId object) {
  if (!find(object))
    return;
  std::vector<Entry> &mine = own();
  mine.erase(
      std::lower_bound(mine.begin(), mine.end(), object,
                       [](const Entry &entry, PathId path) { return entry.first < path; }));
}

VersionId Domain::mergeVersion(PathId path, uint32_t block) {
  VersionNode node;
  node.kind = VersionNode::Merge;
  node.site = block;
  node.path = path;
  return tables.versions.intern(node);
}

/// \p left and \p right hold what the two ways read at \p path.
Datum Domain::joinCell(PathId path, const Way &left, const Way &right, uint32_t block) {
  VersionId version = 0;
  if (block && left.datum.version != right.datum.version) {
    version = mergeVersion(path, block);
    tables.versions.addInputs(version, {left.datum.version, right.datum.version});
  }
  Datum datum = joinDatum(left.datum, right.datum, version);
  if (!left.side.facts.empty() || !right.side.facts.empty())
    condition(datum.atoms, left, right);
  if (block)
    foldOutcomes(datum, left, right);
  return datum;
}

/// The join of one object's cells; null: the object is as on the left.
Memory::Object Domain::joinObject(PathId root, const Sides &sides) {
  const State &into = sides.left.state, &from = sides.right.state;
  const ObjectCells *left = into.memory.find(root), *right = from.memory.find(root);
  if (left == right)
    return nullptr;
  const Cells ours = left ? Cells(left->cells) : Cells();
  // Where both ways hold the same, they differ only if one has shown what it is.
  auto isShown = [&](const Datum &datum) {
    return datum.version && !datum.constant &&
           (into.known.count(datum.version) || from.known.count(datum.version));
  };
  std::vector<std::pair<PathId, Datum>> changes;
  visitBoth(ours, right ? Cells(right->cells) : Cells(),
            [&](PathId path, const Datum *mine, const Datum *other) {
              ++work;
              if (mine && other && sameFacts(*mine, *other) && !isShown(*mine))
                return;
              work += joinWork;
              Datum leftDatum = applyKnown(mine ? *mine : read(into, path), into);
              Datum rightDatum = applyKnown(other ? *other : read(from, path), from);
              Datum joined = joinCell(path, {leftDatum, sides.left}, {rightDatum, sides.right},
                                      sides.block);
              if (!mine || !sameFacts(*mine, joined))
                changes.push_back({path, std::move(joined)});
            });
  if (changes.empty())
    return nullptr;
  work += ours.size();
  auto result = std::make_shared<ObjectCells>();
  result->cells.reserve(ours.size() + changes.size());
  auto mine = ours.begin();
  for (auto &[path, datum] : changes) {
    while (mine != ours.end() && mine->first < path)
      result->cells.push_back(*mine++);
    if (mine != ours.end() && mine->first == path)
      ++mine;
    result->hasAnyElement |= tables.paths[path].hasAnyElement;
    result->cells.push_back({path, std::move(datum)});
  }
  result->cells.insert(result->cells.end(), mine, ours.end());
  result->hasAnyElement |= left && left->hasAnyElement;
  return result;
}

/// Objects made on one way only are as that way left them.
bool Domain::joinMemory(State &into, const State &from, Sides &sides) {
  if (into.memory.sharesWith(from.memory))
    return false;
  std::vector<Memory::Entry> merged;
  std::vector<PathId> joined;
  visitBoth(into.memory, from.memory,
            [&](PathId root, const Memory::Object *mine, const Memory::Object *other) {
              Root kind = tables.paths[root].root;
              bool isMadeHere = kind == Root::Heap || kind == Root::Opaque;
              bool staysMine = !other && kind >= Root::Heap;
              if (isMadeHere && !mine)
                merged.push_back({root, *other});
              else if (!staysMine && !(mine && other && *mine == *other))
                joined.push_back(root);
            });
  if (sides.block && keepsConditions)
    addFlags(sides, joined);
  for (PathId root : joined)
    if (Memory::Object cells = joinObject(root, sides))
      merged.push_back({root, std::move(cells)});
  for (auto &[root, cells] : merged)
    into.memory[root] = std::move(cells);
  return !merged.empty();
}

bool addEnded(std::vector<Guard> &ended, llvm::ArrayRef<Guard> more) {
  constexpr size_t endedBound = 8;
  bool changed = false;
  for (const Guard &guard : more) {
    auto place = llvm::lower_bound(ended, guard);
    if ((place != ended.end() && *place == guard) || ended.size() == endedBound)
      continue;
    ended.insert(place, guard);
    changed = true;
  }
  return changed;
}

bool Domain::join(State &into, const State &from, uint32_t block) {
  if (!from.isReachable)
    return false;
  if (!into.isReachable) {
    into = from;
    return true;
  }
  State both;
  both.guards = into.guards;
  both.guards.intersect(from.guards);
  for (const auto &[version, constant] : into.known) {
    auto other = from.known.find(version);
    if (other != from.known.end() && other->second == constant)
      both.known.emplace_hint(both.known.end(), version, constant);
  }
  Sides sides{{into, {}}, {from, {}}, block};
  if (block && keepsConditions)
    addLostFacts(sides, both);
  bool changed = joinMemory(into, from, sides);
  changed |= joinWorlds(into, from, both);
  for (const Duty &duty : from.duties)
    changed |= addDuty(into.duties, duty);
  for (const OpenSink &sink : from.openSinks)
    changed |= addOpenSink(into.openSinks, sink);
  changed |= addEnded(into.ended, from.ended);
  changed |= into.isUnlikely && !from.isUnlikely;
  into.isUnlikely &= from.isUnlikely;
  changed |= !(both.guards == into.guards) || both.known.size() != into.known.size();
  into.guards = std::move(both.guards);
  into.known = std::move(both.known);
  return changed;
}

} // namespace tamga::solve
