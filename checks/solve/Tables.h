//===- Tables.h - interned names of the solver ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Paths, versions, origins, trails and constants are small integers in the facts and
/// live here once. All ids are handed out in the order of interpretation, which is
/// fixed, so equal input gives equal ids.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_TABLES_H
#define TAMGA_SOLVE_TABLES_H

#include "../finding/Finding.h"
#include "../flow/Flow.h"
#include "../policy/Policy.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <limits>
#include <map>

namespace tamga::solve {

using PathId = uint32_t;    ///< 0: none.
using VersionId = uint32_t; ///< 0: unknown; equal to nothing, itself included.
using OriginId = uint32_t;
using TrailId = uint32_t;    ///< 0: the empty trail.
using ConstantId = uint32_t; ///< 0: not constant.
using ConditionId = uint32_t; ///< 0: on every path.

//===----------------------------------------------------------------------===//
// Paths: cells of memory as one function names them
//===----------------------------------------------------------------------===//

/// Where a path starts. Parameter, This, Global and VarArgs are symbolic: what they hold
/// on entry is known only to callers, and is named by the path itself.
enum class Root : uint8_t {
  Parameter,
  This,
  Global,
  VarArgs, ///< Symbolic.
  Local,
  Heap,
  Opaque,
  Literal, ///< Made here. Opaque: what an unmodelled call returns.
  Relative ///< Inside a value, which has no address.
};

/// Steps of paths: those of flow::StepKind that name a cell, and Everything, which stands
/// for all that can be reached from the path before it.
/// Named is a part that only models speak of. The halves of a pair are elements.
enum class Step : uint8_t {
  Deref,
  Field,
  Named,
  Element,
  AnyElement,
  Key,
  Offset,
  Capture,
  Everything
};

/// The index of an Offset step to some neighbour, nobody knows which.
constexpr int64_t anyOffset = std::numeric_limits<int64_t>::min();

struct PathNode {
  PathId parent = 0; ///< 0: a root.
  Root root = Root::Relative;
  Step step = Step::Deref;
  int64_t index = 0; ///< Of the root or of the step.
  unsigned depth = 0;
  bool hasDeref = false;
  bool isSummary = false; ///< Stands for several objects: never updated strongly.
  bool hasAnyElement = false;
  bool hasElement = false; ///< Some step on the way is to an element.
};

inline bool isElement(const PathNode &node) {
  return node.step == Step::Element || node.step == Step::Key || node.step == Step::Offset ||
         node.step == Step::AnyElement;
}

inline bool isAnyElement(const PathNode &node) {
  return node.step == Step::AnyElement ||
         (node.step == Step::Offset && node.index == anyOffset);
}

/// A cell, and whether a write to it can be strong.
struct Cell {
  PathId path = 0;
  bool isWeak = false;
  auto operator<=>(const Cell &) const = default;
};

class PathTable {
public:
  PathTable(const flow::Program &program, unsigned maximalDepth);

  PathId root(Root root, int64_t index, bool isSummary = false);
  /// \p path with one step more. Unions are one cell, `+n` moves along an array, and a
  /// path at the depth bound stays as it is, weakly.
  Cell step(PathId path, Step step, int64_t index);
  Cell step(Cell cell, Step kind, int64_t index) {
    Cell next = step(cell.path, kind, index);
    return {next.path, next.isWeak || cell.isWeak};
  }
  /// Any element of the array that \p path is an element of, else \p path weakly.
  Cell anyNeighbour(PathId path);
  /// Likewise, cell by cell: what `p + i` may point at. Callers may know the array.
  llvm::SmallVector<Cell, 2> anyNeighbours(PathId path);

  const PathNode &operator[](PathId path) const { return nodes[path]; }
  PathId rootOf(PathId path) const { return roots[path]; }
  /// The object that \p path lies in: its root, or where the last `*` on the way leads.
  PathId objectOf(PathId path) const { return objects[path]; }
  bool isSymbolic(PathId path) const { return nodes[rootOf(path)].root <= Root::VarArgs; }
  /// Equal for paths that differ in nothing but which element they name.
  uint32_t shapeOf(PathId path) const { return shapes[path]; }
  /// Objects behind pointers, of one shape: those behind a pointer that may be any of several
  /// elements, and the others.
  struct Alike {
    llvm::SmallVector<PathId, 1> any, known;
  };
  /// Those of the shape of \p object, itself among them; null where none can be the same.
  const Alike *alike(PathId object) const {
    const bool isBehindElement = nodes[object].hasElement && nodes[object].step == Step::Deref;
    return isBehindElement ? &alikes.find(shapes[object])->second : nullptr;
  }
  /// \p path equals \p prefix or lies below it, through pointers too.
  bool isBelow(PathId path, PathId prefix) const;
  /// Likewise, but within the same object: no `*` between.
  bool isWithin(PathId path, PathId prefix) const;
  /// The steps from \p prefix (0: the root) down to \p path.
  llvm::SmallVector<PathId, 6> stepsFrom(PathId path, PathId prefix) const;
  /// \p path with its \p prefix replaced by \p target.
  Cell rebase(PathId path, PathId prefix, Cell target);
  /// While set, a position from a position that is no longer the start is some neighbour: what
  /// a function hands to itself (`parse(text + 1)`) would have a new one each time.
  bool foldsOffsets = false;
  bool hitBound = false; ///< Some path was cut at the depth bound since this was reset.
  int64_t keyIndex(llvm::StringRef key);
  llvm::StringRef key(int64_t index) const { return keys[index]; }

private:
  PathId intern(PathNode node);
  bool isWithoutPart(const PathNode &node, Step kind, int64_t index) const;
  const flow::Program &program;
  unsigned maximalDepth;
  std::vector<PathNode> nodes;
  std::vector<PathId> roots, objects;
  llvm::DenseMap<std::pair<uint64_t, int64_t>, PathId> ids;
  llvm::DenseMap<std::pair<uint64_t, int64_t>, uint32_t> shapeIds;
  std::vector<uint32_t> shapes;
  llvm::DenseMap<uint32_t, Alike> alikes; ///< By shape.
  std::vector<std::string> keys;
  llvm::StringMap<int64_t> keyIds;
};

//===----------------------------------------------------------------------===//
// Versions: equal versions are the same value on every path
//===----------------------------------------------------------------------===//

struct VersionNode {
  enum Kind : uint8_t {
    Initial,  ///< What `path` held on entry.
    Made,     ///< By op `site`, seen at `path`.
    Part,     ///< The part of `base` under the step `path` (its last step).
    Merge,    ///< Where paths meet at block `site`, in cell `path`.
    Constant, ///< The constant `site`.
    Compared, ///< `base` compared with `other` by the flow::Code `site`.
    Either    ///< `base` or `other`: what one place of several held.
  } kind = Initial;
  uint32_t site = 0;
  PathId path = 0;
  VersionId base = 0;
  VersionId other = 0; ///< Compared, Either: they have no path.
  flow::TypeId type;
  llvm::SmallVector<VersionId, 2> inputs; ///< Made: what it was computed from.
};

class VersionTable {
public:
  VersionTable() : nodes(1) {}
  VersionId intern(const VersionNode &node);
  const VersionNode &operator[](VersionId id) const { return nodes[id]; }
  /// Grows the inputs of a Made version.
  void addInputs(VersionId id, llvm::ArrayRef<VersionId> inputs);

private:
  std::vector<VersionNode> nodes;
  llvm::DenseMap<std::pair<uint64_t, uint64_t>, VersionId> ids;
};

//===----------------------------------------------------------------------===//
// Origins, trails, constants
//===----------------------------------------------------------------------===//

/// One op of one function.
struct Site {
  flow::FunctionId function;
  uint32_t op = 0; ///< Position in the function, blocks in order.
  auto operator<=>(const Site &) const = default;
};

struct Origin {
  bool isSource = false;
  PathId path = 0;       ///< Not a source: what this path held on entry.
  policy::Kind kind = {}; ///< Source.
  Site site = {};         ///< Source.
  std::string note = {};
  uint32_t subject = 0;  ///< Source: the version of whose data it is.
  bool isByName = false; ///< Source: nothing but a name says so.
};

/// How a value came to where it is: a list from the newest step back. A step into a callee
/// holds the callee's own trail.
struct TrailNode {
  TrailId previous = 0;
  TrailId inner = 0; ///< Steps inside the callee at `site`.
  finding::StepKind kind = finding::StepKind::Value;
  Site site;
  uint32_t text = 0; ///< Tables::text.
  unsigned length = 0;
};

struct Constant {
  flow::ValueKind kind = flow::ValueKind::Integer;
  int64_t integer = 0;
  std::string text;
  auto operator<=>(const Constant &) const = default;
};

/// \p first is the constant \p second.
using KnownFact = std::pair<VersionId, ConstantId>;
using Condition = llvm::SmallVector<KnownFact, 2>; ///< All hold. Sorted, few.

struct Tables {
  Tables(const flow::Program &program, unsigned maximalDepth)
      : paths(program, maximalDepth), trails(1), constants(1), conditions(1) {}

  PathTable paths;
  VersionTable versions;
  std::vector<Origin> origins;
  std::vector<TrailNode> trails;
  std::vector<Constant> constants;
  std::vector<Condition> conditions;
  std::vector<std::string> texts;

  /// Of the kind, site, subject and certainty of \p source.
  OriginId sourceOrigin(Origin source);
  OriginId pathOrigin(PathId path);
  TrailId trail(TrailNode node);
  ConstantId constant(Constant constant);
  ConditionId condition(Condition condition);
  uint32_t text(llvm::StringRef text);
  VersionId initialVersion(PathId path, flow::TypeId type = {});

  /// Where a pointer in a global points at before anybody writes to it.
  struct GlobalPointees {
    llvm::SmallVector<PathId, 1> paths;
    bool isConst = false; ///< And nowhere else.
  };
  void addGlobalPointee(PathId path, PathId target, bool isConst);
  const GlobalPointees *globalPointees(PathId path) const {
    auto found = globalPointers.find(path);
    return found == globalPointers.end() ? nullptr : &found->second;
  }

  /// What a constant object holds from its initialisation on.
  struct Initial {
    ConstantId constant = 0;
    policy::Labels must = 0;
  };
  llvm::DenseMap<PathId, Initial> initialised; ///< By path in a global.

private:
  llvm::DenseMap<PathId, GlobalPointees> globalPointers;
  std::map<std::tuple<Site, policy::Kind, VersionId, bool>, OriginId> sourceIds;
  llvm::DenseMap<PathId, OriginId> pathIds;
  using TrailKey = std::pair<std::pair<uint64_t, uint64_t>, uint64_t>;
  llvm::DenseMap<TrailKey, TrailId> trailIds;
  std::map<Constant, ConstantId> constantIds;
  std::map<Condition, ConditionId> conditionIds;
  llvm::StringMap<uint32_t> textIds;
};

} // namespace tamga::solve

#endif // TAMGA_SOLVE_TABLES_H
