//===- Tables.cpp - interned names of the solver ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tables.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

namespace tamga::solve {

PathTable::PathTable(const flow::Program &program, unsigned maximalDepth)
    : program(program), maximalDepth(maximalDepth), nodes(1), roots(1), objects(1), shapes(1) {}

PathId PathTable::intern(PathNode node) {
  uint8_t root = node.parent ? 255 : uint8_t(node.root);
  auto packed = [&](uint32_t parent, Step step) {
    return uint64_t(parent) << 16 | root << 8 | uint8_t(step);
  };
  auto [entry, isNew] =
      ids.try_emplace({packed(node.parent, node.step), node.index}, PathId(nodes.size()));
  if (isNew) {
    PathId self = PathId(nodes.size());
    nodes.push_back(node);
    bool isElement = node.parent && (node.step == Step::Element || node.step == Step::Key ||
                                     node.step == Step::Offset);
    shapes.push_back(
        shapeIds
            .try_emplace({packed(shapes[node.parent], isElement ? Step::AnyElement : node.step),
                          isElement ? 0 : node.index},
                         shapeIds.size())
            .first->second);
    roots.push_back(node.parent ? roots[node.parent] : self);
    bool isObject = !node.parent || node.step == Step::Deref;
    objects.push_back(isObject ? self : objects[node.parent]);
    if (node.parent && isObject && node.hasElement) {
      Alike &alike = alikes[shapes[self]];
      (node.hasAnyElement ? alike.any : alike.known).push_back(self);
    }
  }
  return entry->second;
}

PathId PathTable::root(Root root, int64_t index, bool isSummary) {
  PathNode node;
  node.root = root;
  node.index = index;
  node.isSummary = isSummary;
  return intern(node);
}

Cell PathTable::anyNeighbour(PathId path) {
  const PathNode &node = nodes[path];
  if (node.parent && (node.step == Step::Element || node.step == Step::AnyElement))
    return step(node.parent, Step::AnyElement, 0);
  if (node.parent && node.step == Step::Offset)
    return {node.parent, true};
  return {path, true};
}

llvm::SmallVector<Cell, 2> PathTable::anyNeighbours(PathId path) {
  Cell any = anyNeighbour(path);
  const PathNode &node = nodes[any.path];
  bool isArray = node.parent && node.step == Step::AnyElement;
  if (isArray || node.depth >= maximalDepth)
    return {any};
  return {any, step(any.path, Step::Offset, anyOffset)};
}

/// Whether \p record is \p type or one of its bases.
static bool isBaseOrSame(const flow::Program &program, flow::TypeId record, flow::TypeId type) {
  constexpr size_t mostClasses = 64;
  llvm::SmallVector<flow::TypeId, 8> classes{type};
  for (size_t next = 0; next < classes.size() && next < mostClasses; ++next) {
    if (classes[next] == record)
      return true;
    llvm::append_range(classes, program[classes[next]].bases);
  }
  return false;
}

/// Where one object may be of several types, paths would go on through the members of one as
/// if they were of another: `.count.name.count`. A number has no parts, and a member no
/// members but its own.
bool PathTable::isWithoutPart(const PathNode &node, Step kind, int64_t index) const {
  const bool goesInside = kind == Step::Field || kind == Step::Element ||
                          kind == Step::AnyElement || kind == Step::Key;
  if (!goesInside || !node.parent || node.step != Step::Field)
    return false;
  const flow::TypeId type = program[flow::FieldId(uint32_t(node.index))].type;
  switch (type ? program[type].kind : flow::TypeKind::Other) {
  case flow::TypeKind::Bool:
  case flow::TypeKind::Integer:
  case flow::TypeKind::Float:
  case flow::TypeKind::Enum: return true;
  case flow::TypeKind::Record: break;
  default: return false;
  }
  if (kind != Step::Field)
    return false;
  const flow::TypeId record = program[flow::FieldId(uint32_t(index))].record;
  return record && !isBaseOrSame(program, record, type) && !isBaseOrSame(program, type, record);
}

/// In lists and trees without end the last object that has a name of its own stands for all
/// that are further on: of those on the way to \p path, the nearest with \p member, or 0.
static PathId nearestWith(const flow::Program &program, const PathTable &paths, int64_t member,
                          PathId path) {
  const auto recordOf = [&](int64_t field) {
    return program[flow::FieldId(uint32_t(field))].record;
  };
  for (; paths[path].parent; path = paths[path].parent)
    if (paths[path].step == Step::Field && recordOf(paths[path].index) == recordOf(member))
      return paths[path].parent;
  return 0;
}

Cell PathTable::step(PathId path, Step kind, int64_t index) {
  const PathNode base = nodes[path];
  if (kind == Step::Offset) {
    bool isMoved = base.parent && base.index != 0 &&
                   (base.step == Step::Element || base.step == Step::Offset);
    if (foldsOffsets && isMoved && index != 0)
      index = anyOffset;
    bool isAny =
        base.step == Step::AnyElement || (base.step == Step::Offset && base.index == anyOffset);
    if (base.parent && isAny)
      return {path, true};
    if (base.parent && base.step == Step::Element && index == anyOffset)
      return step(base.parent, Step::AnyElement, 0);
    if (base.parent && base.step == Step::Offset && index == anyOffset)
      return step(base.parent, Step::Offset, anyOffset);
    if (base.parent && base.step == Step::Element)
      return step(base.parent, Step::Element, base.index + index);
    if (base.parent && base.step == Step::Offset)
      return base.index + index ? step(base.parent, Step::Offset, base.index + index)
                                : Cell{base.parent, nodes[base.parent].isSummary};
    if (index == 0)
      return {path, base.isSummary};
  }
  if (base.parent && (base.step == Step::Everything || isWithoutPart(base, kind, index)))
    return {path, true};
  if (base.depth >= maximalDepth) {
    hitBound = true;
    PathId alike = kind == Step::Field ? nearestWith(program, *this, index, path) : 0;
    return {alike ? step(alike, kind, index).path : path, true};
  }
  if (kind == Step::Field) {
    const flow::Field &field = program[flow::FieldId(uint32_t(index))];
    if (field.isEmbedded)
      return {path, base.isSummary};
    const flow::Type &record = program[field.record];
    if (record.isUnion && !record.fields.empty())
      index = record.fields.front().index;
    // Models reach into pairs whose type they cannot name (elements of maps): a pair is a
    // tuple of two.
    if (record.name == "std::pair") {
      kind = Step::Element;
      index = llvm::StringRef(program[flow::FieldId(uint32_t(index))].name).ends_with("second");
    }
  }
  PathNode node;
  node.parent = path;
  node.step = kind;
  node.index = index;
  node.root = base.root;
  node.depth = base.depth + 1;
  node.hasDeref = base.hasDeref || kind == Step::Deref;
  bool isAny = kind == Step::AnyElement || (kind == Step::Offset && index == anyOffset);
  node.hasAnyElement = base.hasAnyElement || isAny;
  node.hasElement = base.hasElement || isAny || kind == Step::Element || kind == Step::Key ||
                    kind == Step::Offset;
  node.isSummary = base.isSummary || isAny || kind == Step::Everything;
  return {intern(node), node.isSummary};
}

bool PathTable::isBelow(PathId path, PathId prefix) const {
  while (nodes[path].depth > nodes[prefix].depth)
    path = nodes[path].parent;
  return path == prefix;
}

bool PathTable::isWithin(PathId path, PathId prefix) const {
  if (objects[path] != objects[prefix])
    return false;
  while (nodes[path].depth > nodes[prefix].depth)
    path = nodes[path].parent;
  return path == prefix;
}

llvm::SmallVector<PathId, 6> PathTable::stepsFrom(PathId path, PathId prefix) const {
  llvm::SmallVector<PathId, 6> steps;
  for (; path != prefix && nodes[path].parent; path = nodes[path].parent)
    steps.push_back(path);
  std::reverse(steps.begin(), steps.end());
  return steps;
}

Cell PathTable::rebase(PathId path, PathId prefix, Cell target) {
  for (PathId step : stepsFrom(path, prefix)) {
    PathNode node = nodes[step];
    target = this->step(target, node.step, node.index);
  }
  return target;
}

int64_t PathTable::keyIndex(llvm::StringRef key) {
  auto [entry, isNew] = keyIds.try_emplace(key, int64_t(keys.size()));
  if (isNew)
    keys.push_back(key.str());
  return entry->second;
}

VersionId VersionTable::intern(const VersionNode &node) {
  std::pair<uint64_t, uint64_t> key(uint64_t(node.kind) << 32 | node.site,
                                    uint64_t(node.path | node.other) << 32 | node.base);
  auto [entry, isNew] = ids.try_emplace(key, VersionId(nodes.size()));
  if (isNew)
    nodes.push_back(node);
  return entry->second;
}

void VersionTable::addInputs(VersionId id, llvm::ArrayRef<VersionId> inputs) {
  auto &known = nodes[id].inputs;
  for (VersionId input : inputs)
    if (input && input != id && known.size() < 8 && !llvm::is_contained(known, input))
      known.push_back(input);
}

OriginId Tables::sourceOrigin(Origin source) {
  auto [entry, isNew] = sourceIds.try_emplace(
      {source.site, source.kind, source.subject, source.isByName}, OriginId(origins.size()));
  source.isSource = true;
  if (isNew)
    origins.push_back(std::move(source));
  return entry->second;
}

OriginId Tables::pathOrigin(PathId path) {
  auto [entry, isNew] = pathIds.try_emplace(path, OriginId(origins.size()));
  if (isNew)
    origins.push_back({false, path});
  return entry->second;
}

TrailId Tables::trail(TrailNode node) {
  TrailKey key({uint64_t(node.previous) << 32 | node.inner,
                uint64_t(node.site.function.index) << 32 | node.site.op},
               uint64_t(node.text) << 8 | uint8_t(node.kind));
  auto [entry, isNew] = trailIds.try_emplace(key, TrailId(trails.size()));
  if (isNew) {
    node.length = trails[node.previous].length + trails[node.inner].length + 1;
    trails.push_back(node);
  }
  return entry->second;
}

ConstantId Tables::constant(Constant constant) {
  auto [entry, isNew] = constantIds.try_emplace(constant, ConstantId(constants.size()));
  if (isNew)
    constants.push_back(std::move(constant));
  return entry->second;
}

ConditionId Tables::condition(Condition condition) {
  if (condition.empty())
    return 0;
  auto [entry, isNew] = conditionIds.try_emplace(condition, ConditionId(conditions.size()));
  if (isNew)
    conditions.push_back(std::move(condition));
  return entry->second;
}

uint32_t Tables::text(llvm::StringRef text) {
  auto [entry, isNew] = textIds.try_emplace(text, uint32_t(texts.size()));
  if (isNew)
    texts.push_back(text.str());
  return entry->second;
}

void Tables::addGlobalPointee(PathId path, PathId target, bool isConst) {
  GlobalPointees &pointees = globalPointers[path];
  pointees.isConst = isConst;
  if (!llvm::is_contained(pointees.paths, target))
    pointees.paths.push_back(target);
}

VersionId Tables::initialVersion(PathId path, flow::TypeId type) {
  VersionNode node;
  node.kind = VersionNode::Initial;
  node.path = path;
  node.type = type;
  return versions.intern(std::move(node));
}

} // namespace tamga::solve
