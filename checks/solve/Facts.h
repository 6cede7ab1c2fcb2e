//===- Facts.h - what holds at a point of a program -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The domain of the analysis: memory maps cells to what they hold; a state adds the
/// guards that hold and what branches have shown. Joins are commutative, associative and
/// idempotent up to trails (the first way seen is kept) and merge versions.
///
///   may:  atoms, pointees, functions      joined by union
///   must: guards, labels of the content as a whole, versions, constants, outcomes
///                                         joined by intersection
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_FACTS_H
#define TAMGA_SOLVE_FACTS_H

#include "Tables.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <memory>

namespace tamga::solve {

//===----------------------------------------------------------------------===//
// Guards
//===----------------------------------------------------------------------===//

/// Whose data. No versions: not known.
struct Subject {
  llvm::SmallVector<VersionId, 2> versions; ///< Sorted.
  auto operator<=>(const Subject &other) const {
    return std::lexicographical_compare_three_way(versions.begin(), versions.end(),
                                                  other.versions.begin(), other.versions.end());
  }
  bool operator==(const Subject &other) const { return versions == other.versions; }
};

void addVersion(Subject &subject, VersionId version);

/// Whether guards and uses of \p kind speak of an object, not of who it belongs to: of labels
/// of what content goes through.
inline bool isOfChannel(const policy::Kind &kind) {
  return policy::isA(kind, "guard.label") || policy::isA(kind, "label");
}

/// Guard \p kind was passed for \p subject and \p purpose at \p site. Equal without the site.
struct Guard {
  policy::Kind kind;
  Subject subject;
  Site site;
  VersionId purpose = 0; ///< 0: not known.
  enum Age : uint8_t {
    Now,
    Waited,    ///< The function has waited for something since.
    Registered ///< It held where the callback was registered that runs now.
  } age = Now;
  auto tied() const { return std::tie(kind, subject, purpose, age); }
  auto operator<=>(const Guard &other) const { return tied() <=> other.tied(); }
  bool operator==(const Guard &other) const { return tied() == other.tied(); }
};

/// Sorted, without duplicates; `isAll` is the set of all guards: the impossible.
struct GuardSet {
  bool isAll = false;
  std::vector<Guard> guards;

  static GuardSet all() { return {true, {}}; }
  void add(const Guard &guard);
  void addAll(const GuardSet &other);
  void intersect(const GuardSet &other);
  bool empty() const { return !isAll && guards.empty(); }
  bool operator==(const GuardSet &other) const {
    return isAll == other.isAll && guards == other.guards;
  }
};

/// A result of a condition: true, false, one constant, or a constant that no other key of
/// the same outcomes names. Where that one is impossible, the others are all there are.
struct OutcomeKey {
  enum Kind : uint8_t { False, True, Exactly, Other } kind = True;
  ConstantId constant = 0;
  auto operator<=>(const OutcomeKey &) const = default;
};

/// Which guards hold if a value turns out to be ...
using Outcomes = std::vector<std::pair<OutcomeKey, GuardSet>>; ///< Sorted by key.

//===----------------------------------------------------------------------===//
// What a cell or value holds
//===----------------------------------------------------------------------===//

/// Content from one origin with the labels it carries. Equal without the trail. The content is
/// there only where the condition held: what branches had shown where it was put there, and
/// flags that were set beside it.
struct Atom {
  OriginId origin = 0;
  policy::Labels labels = 0;
  policy::StepStrength strength = policy::StepStrength::Value;
  TrailId trail = 0;
  ConditionId condition = 0;
  auto key() const { return std::tie(origin, labels, strength); }
};

using Atoms = llvm::SmallVector<Atom, 2>; ///< Sorted by key.

/// Labels of content that had \p first, and went through what gives and takes \p then. Of
/// content whose labels are not known yet, Stripped says that a mark goes if there is one.
inline policy::Labels composed(policy::Labels first, policy::Labels then) {
  constexpr policy::Labels marks = policy::Mark | policy::Signed | policy::Watermark;
  if (then & policy::Stripped) {
    then &= ~policy::Stripped;
    if (first & marks)
      first = policy::Labels((first & ~marks) | policy::Stripped);
  } else if (then & marks) {
    first &= ~policy::Stripped;
  }
  return first | then;
}

/// Whether something of \p atom goes on by such a step. Then the atom is what does.
inline bool goesOn(Atom &atom, policy::StepStrength step) {
  std::optional<policy::StepStrength> left = policy::composed(atom.strength, step);
  if (left)
    atom.strength = *left;
  return left.has_value();
}

struct Datum {
  Atoms atoms;
  llvm::SmallVector<Cell, 1> pointees;              ///< Sorted.
  llvm::SmallVector<flow::FunctionId, 1> functions; ///< Sorted.
  policy::Labels must = 0; ///< Labels that the content as a whole carries.
  VersionId version = 0;
  ConstantId constant = 0;
  std::shared_ptr<const Outcomes> outcomes;
  bool isWhole = false; ///< Speaks for all of an object whose extent is not known.

  bool empty() const {
    return atoms.empty() && pointees.empty() && functions.empty() && !constant && !must;
  }
};

bool sameFacts(const Datum &left, const Datum &right);

/// An object as a value: what its root holds, and what its parts hold (Relative paths,
/// sorted).
struct ValueFact {
  Datum top;
  std::vector<std::pair<PathId, Datum>> parts;
};

using Cells = llvm::ArrayRef<std::pair<PathId, Datum>>;

/// One object: its cells, sorted by path.
struct ObjectCells {
  std::vector<std::pair<PathId, Datum>> cells;
  bool hasAnyElement = false; ///< Some cell stands for any element: overlaps count.

  const Datum *find(PathId path) const;
  Datum &entryFor(const PathTable &paths, PathId path);
};

/// Visits two sequences that are sorted by path, one path after the other, as
/// `visit(path, left, right)`: pointers to what either has there, or null.
template <class Entries, class Visit>
void visitBoth(const Entries &ours, const Entries &theirs, Visit visit) {
  auto mine = ours.begin(), other = theirs.begin();
  while (mine != ours.end() || other != theirs.end()) {
    bool hasMine = mine != ours.end() && (other == theirs.end() || mine->first <= other->first);
    bool hasOther =
        other != theirs.end() && (mine == ours.end() || other->first <= mine->first);
    visit(hasMine ? mine->first : other->first, hasMine ? &mine->second : nullptr,
          hasOther ? &other->second : nullptr);
    mine += hasMine;
    other += hasOther;
  }
}

/// Objects by path. Copies share everything until one of them is written.
class Memory {
public:
  using Object = std::shared_ptr<const ObjectCells>;
  using Entry = std::pair<PathId, Object>;

  /// Null: nothing is known of it.
  const ObjectCells *find(PathId object) const;
  /// For writing; null when it is new.
  Object &operator[](PathId object);
  void erase(PathId object);
  const Entry *begin() const { return entries ? entries->data() : nullptr; }
  const Entry *end() const { return entries ? entries->data() + entries->size() : nullptr; }
  bool sharesWith(const Memory &other) const { return entries == other.entries; }

private:
  std::vector<Entry> &own();
  std::shared_ptr<std::vector<Entry>> entries; ///< Sorted by path.
};

/// What holds on some of the paths to a point, beyond what holds on all of them. Sorted.
struct World {
  std::vector<std::pair<VersionId, ConstantId>> known;
  std::vector<Guard> guards;
  bool operator==(const World &other) const = default;
  bool operator<(const World &other) const {
    return std::tie(known, guards) < std::tie(other.known, other.guards);
  }
};

/// Something that happened at \p site and must be followed by something. Equal without the
/// trail and the conditions.
struct Duty {
  uint32_t rule = 0;
  policy::Kind what;
  Site site;
  Subject subject;
  TrailId trail = 0;
  std::vector<std::pair<VersionId, ConstantId>> conditions; ///< What branches had shown.
  auto key() const { return std::tie(rule, site, subject); }
};

/// A sink that was met on some way here, what it went through, and the labels that were put
/// there since, on every way.
struct OpenSink {
  uint32_t event = 0; ///< Event::number.
  Subject channel;
  policy::Labels gained = 0;
  auto key() const { return std::tie(event, channel); }
};

/// Whether \p sinks changed.
bool addOpenSink(std::vector<OpenSink> &sinks, const OpenSink &sink);

/// Whether \p duties changed.
bool addDuty(std::vector<Duty> &duties, const Duty &duty);

struct State {
  bool isReachable = false;
  bool isUnlikely = false; ///< An exception leads here that nothing is known to throw.
  Memory memory;
  GuardSet guards;
  std::map<VersionId, ConstantId> known; ///< Shown by branches on this path.
  std::vector<Duty> duties;              ///< Open on some path. Sorted by key.
  std::vector<OpenSink> openSinks;       ///< Sorted by key.
  std::vector<World> worlds; ///< One of these holds, too. Empty: nothing more is known.
  std::vector<Guard> ended;  ///< On some path, since the function was entered. Sorted.
};

/// Whether \p ended changed: it gets all of \p more, as far as there is room.
bool addEnded(std::vector<Guard> &ended, llvm::ArrayRef<Guard> more);

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

/// Operations on facts. Bounds that are hit set `isWidened`.
class Domain {
public:
  Domain(Tables &tables, unsigned atomBound, unsigned pointeeBound)
      : tables(tables), atomBound(atomBound), pointeeBound(pointeeBound) {}

  Tables &tables;
  bool isWidened = false;
  bool keepsWorlds = false; ///< The function can pass guards: which paths did so counts.
  /// Content keeps what was known where it came from. A block that is asked for again and
  /// again gives that up, so that loops come to an end soon.
  bool keepsConditions = true;
  /// The state that is joined comes round a loop: a pointer that was moved goes on moving.
  bool isTurning = false;
  uint64_t work = 0; ///< Cells and atoms looked at: what budgets count.

  // Atoms.
  bool addAtom(Atoms &atoms, Atom atom);
  bool addAtoms(Atoms &atoms, const Atoms &more);
  bool isSource(const Atom &atom) const { return tables.origins[atom.origin].isSource; }
  bool makeRoom(Atoms &atoms, const Atom &atom) const;
  /// Unites what may be; keeps the must-facts of \p into.
  bool addMay(Datum &into, const Datum &more);

  // Conditions of atoms (AtomConditions.cpp).
  ConditionId either(ConditionId left, ConditionId right);
  ConditionId both(ConditionId left, llvm::ArrayRef<KnownFact> more);
  bool isExcluded(const State &state, ConditionId condition);
  void dropExcluded(const State &state, Datum &datum);

  // Reading.
  Datum read(const State &state, PathId path);
  Datum read(const State &state, llvm::ArrayRef<Cell> cells);
  ValueFact snapshot(const State &state, PathId path);
  void addOverlaps(const State &state, const ObjectCells &cells, PathId path, ValueFact &value);
  ValueFact snapshot(const State &state, llvm::ArrayRef<Cell> cells);
  /// Everything that the object at \p path holds by value.
  Datum content(const State &state, PathId path);
  Datum content(const ValueFact &value);
  /// Likewise, with everything reachable through pointers.
  Datum everything(const State &state, llvm::ArrayRef<Cell> cells);
  /// The part of \p value under \p path (Relative).
  ValueFact part(const ValueFact &value, PathId path);
  VersionId versionOf(const State &state, PathId path);
  /// Nothing was written to \p path, to a part of it or to what it is a part of, and
  /// nothing was there before.
  bool isUnwritten(const State &state, PathId path) const;

  // Folding (Folding.cpp): parts beyond a bound become one with what they are parts of.
  void foldParts(ValueFact &value, size_t bound);
  void foldObject(State &state, PathId path);

  // Writing.
  void write(State &state, llvm::ArrayRef<Cell> cells, const ValueFact &value);
  void writeStrong(State &state, PathId path, const ValueFact &value);
  void writeWeak(State &state, PathId path, const ValueFact &value);
  void forget(State &state, PathId root) { state.memory.erase(root); }
  /// The text at \p path has become another.
  void forgetText(State &state, PathId path);

  // Joining. \p block names merged versions. Returns whether \p into changed.
  bool join(State &into, const State &from, uint32_t block);
  void joinValue(ValueFact &into, const ValueFact &from);
  Datum joinDatum(const Datum &left, const Datum &right, VersionId merged);

  // Conditions.
  GuardSet outcome(const Datum &datum, OutcomeKey key) const;
  bool isConstantTrue(ConstantId constant) const;
  bool contradicts(ConstantId constant, OutcomeKey key) const;
  /// Guards that hold where \p datum is a constant of which \p holds is true: all of them
  /// where there is none, nothing where its constants are not known.
  GuardSet outcomeWhere(const Datum &datum, llvm::function_ref<bool(ConstantId)> holds) const;
  /// \p version is \p constant on this path; a path on which it cannot be is left.
  void learn(State &state, VersionId version, ConstantId constant);
  /// What \p version is on this path, or 0.
  ConstantId knownConstant(const State &state, VersionId version);
  /// Forgets worlds that no longer tell anything about guards.
  void settleWorlds(State &state) const;
  /// The version of a comparison, in one form for all ways to write it; 0: none.
  VersionId comparedVersion(flow::Code code, VersionId left, VersionId right, bool isBool);

private:
  ConstantId knownIn(const State &state, const World *world, VersionId version, unsigned depth);
  bool joinWorlds(State &into, const State &from, const State &both);
  void reduceWorlds(std::vector<World> &worlds) const;
  void promoteWorlds(State &state) const;
  VersionId compare(flow::Code code, VersionId left, VersionId right);
  ObjectCells &objectForWriting(State &state, PathId path);
  void forgetTextAbove(ObjectCells &object, PathId path) const; // Texts.cpp
  // What is behind pointers in elements (BehindElements.cpp).
  llvm::SmallVector<PathId, 2> sameElsewhere(const State &state, PathId path);
  bool isWrittenIn(const State &state, PathId path) const;
  void addElsewhere(const State &state, PathId path, Datum &result);
  void addPartsElsewhere(const State &state, PathId path, ValueFact &value);
  void writeElsewhere(State &state, PathId path, const ValueFact &value);
  Datum readAny(const State &state, PathId path);
  Datum readSimple(const ObjectCells *cells, const State &state, PathId path);
  Datum coveredBy(const Datum &base, PathId whole, const State &state, PathId path);
  void addInitial(Datum &result, PathId path);
  const ObjectCells *object(const State &state, PathId path) const;
  /// One side of a join, and what is known there that the other side excludes or does not
  /// know.
  struct Side {
    const State &state;
    llvm::SmallVector<KnownFact, 2> facts;
  };
  struct Sides {
    Side left, right;
    uint32_t block;
  };
  struct Way {
    const Datum &datum;
    const Side &side;
  };
  void addLostFacts(Sides &sides, const State &both);
  void addFlags(Sides &sides, llvm::ArrayRef<PathId> joined);
  void condition(Atoms &joined, const Way &left, const Way &right);
  void foldOutcomes(Datum &into, const Way &left, const Way &right);
  Memory::Object joinObject(PathId root, const Sides &sides);
  Datum joinCell(PathId path, const Way &left, const Way &right, uint32_t block);
  VersionId mergeVersion(PathId path, uint32_t block);
  bool joinMemory(State &into, const State &from, Sides &sides);
  void boundPointees(Datum &datum);
  Datum applyKnown(Datum datum, const State &state) const;
  unsigned atomBound, pointeeBound;
};

} // namespace tamga::solve

#endif // TAMGA_SOLVE_FACTS_H
