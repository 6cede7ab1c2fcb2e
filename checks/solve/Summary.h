//===- Summary.h - what callers need to know of a function ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A summary speaks of access paths of its function: what a caller's memory holds after
/// the call in terms of what it held before, which guards hold, and which events are
/// still open. It assumes that parameters do not alias and that function values it was
/// not told of are unknown.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_SUMMARY_H
#define TAMGA_SOLVE_SUMMARY_H

#include "Facts.h"

namespace tamga::solve {

/// A sink, or an unguarded use, that this function leads to and that a caller may still
/// complete or satisfy.
struct Event {
  enum Kind : uint8_t {
    Sink,    ///< What `path` holds on entry reaches sink `what`.
    Use,     ///< Rule `rule` is broken at `site` unless a caller holds a guard.
    Literal, ///< Rule `rule` looks at what `path` holds on entry.
    Store,   ///< What `path` holds, if any, is written to `store`.
    Erase    ///< `store` is erased.
  } kind = Sink;
  policy::Kind what;
  Site site;       ///< Of the sink or use itself.
  PathId path = 0; ///< Sink.
  policy::Labels labels = 0;
  policy::StepStrength strength = policy::StepStrength::Value;
  uint32_t rule = 0;          ///< Use.
  Subject subject;            ///< Use: whose data, in this function's terms.
  VersionId purpose = 0;      ///< Use: what for, in this function's terms.
  policy::Miss miss = policy::Miss::None; ///< Use: a guard held that does not count.
  std::vector<Guard> missed;  ///< Those, as callers may know it was for the same.
  /// Sink: guards that hold between this function's entry and the sink, whoever for.
  std::vector<policy::Kind> guards;
  GuardSet held; ///< Sink: those guards, in this function's terms.
  TrailId trail = 0; ///< From the entry (Sink) or the source (Use) to the site.
  uint16_t marks = 0;
  struct StoreName {
    uint32_t name = 0; ///< Tables::text; 0: not known.
    /// What this path holds on entry is the name; of a sink: knows where it leads to.
    PathId path = 0;
    uint32_t pattern = 0; ///< Tables::text of the expression that finds the name in a text.
    auto operator<=>(const StoreName &) const = default;
  } store;
  policy::Kind source; ///< Use that began as a flow: the kind of its source.
  Site sourceSite;     ///< Likewise, where a guard at the source counts.
  bool isLater = false; ///< Sink: of a callback that somebody else runs.
  bool isEnded = false; ///< Use: what callers asked is over here, whatever the answer was.
  /// Sink: what content goes through, in this function's terms: a response, a screen, a
  /// file. Labels that it has, or gets later, are labels of the content.
  Subject channel;
  uint32_t number = 0; ///< Among the events of its function.
  /// Use that began as a flow through a channel that a caller can still label.
  Origin origin;
  flow::FunctionId judgedIn; ///< Where its trail begins.
  auto key() const {
    return std::tie(kind, site, what, path, labels, strength, rule, source, store, sourceSite,
                    channel);
  }
};

/// What callers know of paths of the entry: a specialisation.
struct FunctionKey {
  /// Functions that a path holds.
  std::vector<std::pair<PathId, llvm::SmallVector<flow::FunctionId, 1>>> functions;
  /// What was bound to these functions: each argument's path, and for which argument of the
  /// call a placeholder stands. None where it is a value.
  std::vector<std::pair<PathId, ConstantId>> bound;
  /// Exact classes of the objects at a path.
  std::vector<std::pair<PathId, llvm::SmallVector<flow::TypeId, 1>>> types;
  /// Constants at a path: keys of containers.
  std::vector<std::pair<PathId, ConstantId>> constants;
  bool empty() const { return functions.empty() && types.empty() && constants.empty(); }
  bool operator<(const FunctionKey &other) const {
    return std::tie(functions, bound, types, constants) <
           std::tie(other.functions, other.bound, other.types, other.constants);
  }
};

/// What is kept where keys are too many: constants tell less than functions and classes do.
inline FunctionKey withLess(FunctionKey key) {
  if (key.constants.empty())
    return {};
  key.constants.clear();
  return key;
}

/// A function that somebody else runs, and that calls what is stored later:
///   explicit Pool() : thread([this] { tasks.front()(); }) {}
struct LaterRun {
  flow::FunctionId function;
  PathId inside; ///< An object of the function's,
  PathId object; ///< which is this one.

  bool operator==(const LaterRun &other) const { return key() == other.key(); }
  bool operator<(const LaterRun &other) const { return key() < other.key(); }
  std::tuple<uint32_t, PathId, PathId> key() const { return {function.index, inside, object}; }
};

struct Summary {
  bool returns = false; ///< Some path leaves normally.
  ValueFact result;
  std::vector<std::pair<PathId, Datum>> writes; ///< Cells outside, and objects made here.
  GuardSet guards;                              ///< Hold whenever it returns.
  /// What values of the entry, and comparisons of them, are whenever it returns.
  std::vector<std::pair<VersionId, ConstantId>> shown;
  std::vector<Guard> ends; ///< Guards that it may end.
  std::vector<Event> events;
  std::vector<PathId> wants;     ///< Paths whose functions would resolve an indirect call.
  std::vector<PathId> typeWants; ///< Objects whose exact class would resolve a virtual call.
  std::vector<PathId> constantWants; ///< Keys that would tell elements of containers apart.
  std::vector<LaterRun> laterRuns;   ///< By somebody else, with what callers store later.
  bool throws = false; ///< Some path leaves by an exception that this program throws.
  ValueFact thrown;
  std::vector<std::pair<PathId, Datum>> thrownWrites; ///< As `writes`, where it throws.
  bool throwsAnew = false; ///< An exception that the program is known to throw leaves it.
  std::vector<Duty> duties, thrownDuties; ///< Open where it returns, where it throws.
  bool isWidened = false;
};

/// Whether two summaries say the same: the end of a fixpoint.
bool sameSummary(const Summary &left, const Summary &right);

} // namespace tamga::solve

#endif // TAMGA_SOLVE_SUMMARY_H
