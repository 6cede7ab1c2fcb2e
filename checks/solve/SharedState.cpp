//===- SharedState.cpp - what globals may hold ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions that nobody calls run in any order, and so do callbacks that are registered.
// What one leaves in a global meets what another finds there when it begins:
//
//   void keep() { first = source(); }       first  <- source
//   void copy() { second = first; }         second <- first
//   void show() { sink(second); }           second -> sink
//
// A call says all this of its callee in the caller's terms, so only functions where events
// end publish, with what is in the globals when they end: `first = source(); first = "";`
// leaves nothing. Code that is not seen may run a callback, so what a call without body and
// model could see is published, too. Copies are followed until nothing is new.
//
// Initialisers run before `main`: what they leave is all that `main` finds.
//===----------------------------------------------------------------------===//

#include "SharedState.h"
#include <deque>

namespace tamga::solve {

namespace {
constexpr unsigned pointerBound = 4; ///< Objects behind objects behind a global.
constexpr unsigned contentBound = 4096;

bool isElement(Step step) {
  return step == Step::Element || step == Step::Key || step == Step::AnyElement;
}
} // namespace

uint32_t SharedState::globalOf(PathId path) const {
  return uint32_t(tables.paths[tables.paths.rootOf(path)].index);
}

/// Whether both may name the same cell, or one a part of the other.
bool SharedState::overlaps(PathId one, PathId other) const {
  if (tables.paths.rootOf(one) != tables.paths.rootOf(other))
    return false;
  llvm::SmallVector<PathId, 6> left = tables.paths.stepsFrom(one, 0);
  llvm::SmallVector<PathId, 6> right = tables.paths.stepsFrom(other, 0);
  for (auto [first, second] : llvm::zip(left, right)) {
    const PathNode &have = tables.paths[first], &want = tables.paths[second];
    if (have.step == Step::Everything || want.step == Step::Everything)
      return true;
    bool isSame = have.step == want.step && have.index == want.index;
    bool isAny = have.step == Step::AnyElement || want.step == Step::AnyElement;
    if (!isSame && !(isAny && isElement(have.step) && isElement(want.step)))
      return false;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Publishing
//===----------------------------------------------------------------------===//

bool SharedState::add(Content &content, PathId path, const Atom &given) {
  // Conditions and subjects speak of values of the function that wrote it.
  Atom atom = given;
  atom.condition = 0;
  if (Origin origin = tables.origins[atom.origin]; origin.isSource && origin.subject) {
    origin.subject = 0;
    atom.origin = tables.sourceOrigin(std::move(origin));
  }
  auto [entry, isNew] = content.atoms.try_emplace(path);
  if (isNew)
    content.paths[globalOf(path)].push_back(path);
  Atoms &atoms = entry->second;
  for (Atom &known : atoms) {
    if (known.key() != atom.key())
      continue;
    // Of two ways the shorter is shown; that is no news.
    if (tables.trails[atom.trail].length < tables.trails[known.trail].length)
      known.trail = atom.trail;
    return false;
  }
  isWidened |= atoms.size() >= atomBound || content.atoms.size() > contentBound;
  if (isWidened)
    return false;
  atoms.push_back(atom);
  return true;
}

/// Whether \p atom tells those that find it in a global something.
bool SharedState::isShared(const Atom &atom, PathId path) const {
  const Origin &origin = tables.origins[atom.origin];
  return origin.isSource ||
         (origin.path != path && tables.paths[origin.path].root == Root::Global);
}

/// The objects of \p cells behind globals.
SharedState::Objects
SharedState::behindGlobals(llvm::ArrayRef<std::pair<PathId, Datum>> cells) const {
  Objects all, found;
  std::vector<const Datum *> work;
  for (const auto &cell : cells)
    if (tables.paths[cell.first].root == Root::Global)
      work.push_back(&cell.second);
    else
      all[tables.paths.objectOf(cell.first)].push_back(&cell);
  while (!work.empty()) {
    const Datum &datum = *work.back();
    work.pop_back();
    for (Cell pointee : datum.pointees)
      if (auto held = all.find(tables.paths.objectOf(pointee.path));
          held != all.end() && found.insert(*held).second)
        for (const auto *cell : held->second)
          work.push_back(&cell->second);
  }
  return found;
}

/// Those of \p objects that hold something to be told, or point at one that does.
SharedState::Objects SharedState::telling(const Objects &objects) const {
  Objects found;
  std::map<PathId, std::vector<PathId>> pointers;
  std::vector<PathId> work;
  const auto tells = [&](const Atom &atom) { return isShared(atom, 0); };
  for (const auto &[object, cells] : objects)
    for (const auto *cell : cells) {
      const Datum &datum = cell->second;
      for (Cell pointee : datum.pointees)
        pointers[tables.paths.objectOf(pointee.path)].push_back(object);
      if (!datum.functions.empty() || llvm::any_of(datum.atoms, tells))
        work.push_back(object);
    }
  while (!work.empty()) {
    PathId object = work.back();
    work.pop_back();
    if (auto held = objects.find(object); held != objects.end() && found.insert(*held).second)
      llvm::append_range(work, pointers[object]);
  }
  return found;
}

void SharedState::publish(llvm::ArrayRef<std::pair<PathId, Datum>> cells, bool isInitial) {
  const Objects objects = telling(behindGlobals(cells));
  struct Item {
    PathId path;
    Datum datum;
    unsigned depth;
  };
  std::deque<Item> work; // Items stay where they are while more are added.
  for (const auto &[path, datum] : cells)
    if (tables.paths[path].root == Root::Global)
      work.push_back({path, datum, 0});
  std::set<std::tuple<PathId, PathId, policy::Labels>> seen;
  for (size_t next = 0; next < work.size(); ++next) {
    const auto &[path, datum, depth] = work[next];
    for (const Atom &atom : datum.atoms)
      if (isShared(atom, path)) {
        add(any, path, atom);
        if (isInitial)
          add(initial, path, atom);
      }
    for (flow::FunctionId function : datum.functions)
      addFunction(path, function);
    if (depth == pointerBound)
      continue;
    PathId behind = tables.paths.step(path, Step::Deref, 0).path;
    for (Cell cell : datum.pointees) {
      auto held = objects.find(tables.paths.objectOf(cell.path));
      if (held == objects.end() || !seen.insert({behind, cell.path, datum.must}).second)
        continue;
      for (const auto *inner : held->second) {
        if (!tables.paths.isWithin(inner->first, cell.path))
          continue;
        PathId part = tables.paths.rebase(inner->first, cell.path, {behind, false}).path;
        work.push_back({part, inner->second, depth + 1});
        for (Atom &atom : work.back().datum.atoms)
          atom.labels |= datum.must;
      }
    }
  }
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

void SharedState::addFunction(PathId path, flow::FunctionId function) {
  auto &known = functions[globalOf(path)];
  if (llvm::is_contained(known, std::make_pair(path, function)))
    return;
  known.push_back({path, function});
  for (const auto &[asked, asker] : askers[globalOf(path)])
    if (overlaps(asked, path))
      stale.insert(asker);
}

SharedState::Functions SharedState::functionsAt(PathId path, flow::FunctionId asker) {
  Functions found;
  if (tables.paths[path].root != Root::Global)
    return found;
  askers[globalOf(path)].insert({path, asker});
  for (const auto &[stored, function] : functions[globalOf(path)])
    if (overlaps(stored, path) && !llvm::is_contained(found, function))
      found.push_back(function);
  llvm::sort(found);
  return found;
}

//===----------------------------------------------------------------------===//
// Copies
//===----------------------------------------------------------------------===//

/// Where the content of \p read goes when \p to is a copy of \p from.
PathId SharedState::copied(PathId to, PathId from, PathId read) {
  if (tables.paths[read].depth <= tables.paths[from].depth)
    return to;
  llvm::SmallVector<PathId, 6> steps = tables.paths.stepsFrom(read, 0);
  Cell cell{to, false};
  for (PathId step : llvm::ArrayRef(steps).drop_front(tables.paths[from].depth)) {
    PathNode node = tables.paths[step];
    cell = tables.paths.step(cell, node.step, node.index);
  }
  return cell.path;
}

void SharedState::close(Content &content) {
  struct Copy {
    PathId to, from;
    Atom atom;
  };
  std::map<uint32_t, std::vector<Copy>> copies; // By the global that is read.
  std::vector<std::pair<PathId, Atom>> work;
  for (const auto &[path, atoms] : content.atoms)
    for (const Atom &atom : atoms) {
      const Origin &origin = tables.origins[atom.origin];
      if (origin.isSource)
        work.push_back({path, atom});
      else
        copies[globalOf(origin.path)].push_back({path, origin.path, atom});
    }
  for (size_t next = 0; next < work.size(); ++next) {
    const auto [path, atom] = work[next];
    for (const Copy &copy : copies[globalOf(path)]) {
      if (!overlaps(path, copy.from))
        continue;
      Atom moved = atom;
      moved.labels = composed(moved.labels, copy.atom.labels);
      if (!goesOn(moved, copy.atom.strength))
        continue;
      TrailNode node;
      node.previous = atom.trail;
      node.inner = copy.atom.trail;
      node.kind = finding::StepKind::SharedState;
      node.site = tables.trails[copy.atom.trail].site;
      node.text = tables.text("through the shared state `" +
                              program.globals[globalOf(path)].name + "`");
      moved.trail = tables.trail(node);
      PathId to = copied(copy.to, copy.from, path);
      if (add(content, to, moved))
        work.push_back({to, moved});
    }
  }
}

void SharedState::close() {
  close(initial);
  close(any);
}

Atoms SharedState::contentAt(PathId path, bool isInitial) const {
  const Content &content = isInitial ? initial : any;
  Atoms result;
  auto paths = content.paths.find(globalOf(path));
  if (paths == content.paths.end())
    return result;
  for (PathId stored : paths->second)
    if (overlaps(stored, path))
      for (const Atom &atom : content.atoms.at(stored))
        if (tables.origins[atom.origin].isSource)
          result.push_back(atom);
  return result;
}

} // namespace tamga::solve
