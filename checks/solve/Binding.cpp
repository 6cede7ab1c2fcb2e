//===- Binding.cpp - a summary in the terms of a call -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A summary names cells by access paths of its function. At a call each path is bound to
// the cells that the caller knows them by, everything the summary says is translated,
// and only then written: what a callee read is what was there before the call.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"
#include "llvm/Support/SaveAndRestore.h"

namespace tamga::solve {

namespace {
/// Parts of a record that are copied one by one.
constexpr unsigned partBound = 64;
} // namespace

/// Chains of inputs are long and may be circular: each is followed once, and not far.
VersionId Interpreter::translateVersion(CallContext &context, VersionId version) {
  if (!version || context.versionDepth > 6)
    return 0;
  auto [known, isNew] = context.versions.try_emplace(version, 0);
  if (!isNew)
    return known->second;
  ++context.versionDepth;
  VersionId translated = translateNewVersion(context, version);
  --context.versionDepth;
  return context.versions[version] = translated;
}

/// Facts of which callers cannot speak are left out, and all of them where nobody knows what
/// will be true when it runs.
ConditionId Interpreter::translateCondition(CallContext &context, ConditionId condition) {
  if (isInLater)
    return 0;
  Condition here;
  for (const auto &[version, constant] : Condition(tables.conditions[condition]))
    if (VersionId translated = translateVersion(context, version))
      here.push_back({translated, constant});
  llvm::sort(here);
  return tables.condition(std::move(here));
}

VersionId Interpreter::translateNewVersion(CallContext &context, VersionId version) {
  const VersionNode node = tables.versions[version];
  switch (node.kind) {
  case VersionNode::Constant:
    return version;
  case VersionNode::Initial: {
    bool isValue = false;
    llvm::SmallVector<Cell, 2> cells = bindCells(context, node.path, isValue);
    if (isValue)
      return bindValue(context, node.path).top.version;
    return cells.size() == 1 && !cells[0].isWeak ? domain.versionOf(state, cells[0].path) : 0;
  }
  case VersionNode::Part: {
    VersionId base = translateVersion(context, node.base);
    if (!base)
      return 0;
    VersionNode part = node;
    part.base = base;
    return tables.versions.intern(std::move(part));
  }
  case VersionNode::Compared:
  case VersionNode::Either: {
    VersionNode here = node;
    here.base = translateVersion(context, node.base);
    here.other = translateVersion(context, node.other);
    if (!here.base || (node.other && !here.other))
      return 0;
    return tables.versions.intern(std::move(here));
  }
  case VersionNode::Made:
  case VersionNode::Merge:
    break;
  }
  llvm::SmallVector<VersionId, 4> inputs;
  for (VersionId input : node.inputs)
    if (VersionId translated = translateVersion(context, input))
      inputs.push_back(translated);
  VersionNode made;
  made.kind = VersionNode::Made;
  made.site = facts.opBase + currentOp;
  made.path = node.site + 2;
  made.type = versionType(version);
  VersionId here = tables.versions.intern(made);
  tables.versions.addInputs(here, inputs);
  return here;
}

Guard Interpreter::translateGuard(CallContext &context, const Guard &guard) {
  Guard result = guard;
  if (isOfChannel(guard.kind)) {
    result.subject = translateChannel(context, guard.subject);
    return result;
  }
  result.subject.versions.clear();
  for (VersionId version : guard.subject.versions)
    if (VersionId translated = translateVersion(context, version))
      result.subject.versions.push_back(translated);
  llvm::sort(result.subject.versions);
  result.purpose = translateVersion(context, guard.purpose);
  return result;
}

GuardSet Interpreter::translateGuards(CallContext &context, const GuardSet &guards) {
  GuardSet result;
  result.isAll = guards.isAll;
  for (const Guard &guard : guards.guards) {
    Guard here = translateGuard(context, guard);
    // The label of a channel that nobody knows here is a label of nothing.
    bool isLost = here.subject.versions.empty() && !guard.subject.versions.empty();
    if (!isLost || !isOfChannel(guard.kind))
      result.add(here);
  }
  return result;
}

/// An object that the callee made becomes an object of this call.
Cell Interpreter::translateMade(CallContext &context, PathId path) {
  PathId root = tables.paths.rootOf(path);
  bool isSummary = tables.paths[root].isSummary || facts.isInCycle[currentBlock];
  PathId made = solver.madeRoot({id, context.index}, context.callee, root, isSummary);
  return tables.paths.rebase(path, root, {made, isSummary});
}

Datum Interpreter::translate(CallContext &context, const Datum &datum, bool isResult) {
  Datum result;
  std::string name = "`" + program[context.callee].name + "`";
  for (const Atom &atom : datum.atoms) {
    if (needsNull(context, atom.condition))
      continue;
    const Origin origin = tables.origins[atom.origin];
    if (origin.isSource) {
      Atom here = atom;
      here.condition = translateCondition(context, atom.condition);
      if (origin.subject) {
        Origin seen = origin;
        seen.subject = translateVersion(context, origin.subject);
        here.origin = tables.sourceOrigin(std::move(seen));
      }
      here.trail = step(0, finding::StepKind::Return,
                        (isResult ? "returned from " : "set by ") + name, atom.trail);
      domain.addAtom(result.atoms, here);
      continue;
    }
    const Datum &bound = bindContent(context, origin.path);
    const Condition needed = tables.conditions[translateCondition(context, atom.condition)];
    for (Atom here : bound.atoms) {
      here.labels = composed(here.labels, atom.labels);
      here.condition = domain.both(here.condition, needed);
      if (!goesOn(here, atom.strength))
        continue;
      here.trail = step(here.trail, finding::StepKind::Call, "through " + name, atom.trail);
      domain.addAtom(result.atoms, here);
    }
    if (atom.strength == policy::StepStrength::Value)
      for (flow::FunctionId function : bound.functions)
        if (!llvm::is_contained(result.functions, function))
          result.functions.push_back(function);
  }
  for (flow::FunctionId function : datum.functions)
    if (!llvm::is_contained(result.functions, function))
      result.functions.push_back(function);
  llvm::sort(result.functions);
  domain.addMay(result, translatePointees(context, datum));
  result.must = datum.must;
  result.constant = datum.constant;
  result.isWhole = datum.isWhole;
  result.version = translateVersion(context, datum.version);
  if (datum.outcomes) {
    auto outcomes = std::make_shared<Outcomes>();
    for (const auto &[key, guards] : *datum.outcomes)
      outcomes->push_back({key, translateGuards(context, guards)});
    result.outcomes = outcomes;
  }
  if (isResult)
    tellCompared(context, datum.version, result);
  return result;
}

Datum Interpreter::translatePointees(CallContext &context, const Datum &datum) {
  Datum pointees;
  for (Cell cell : datum.pointees) {
    PathId root = tables.paths.rootOf(cell.path);
    Root kind = tables.paths[root].root;
    bool isValue = false;
    if (tables.paths.isSymbolic(root)) {
      llvm::SmallVector<Cell, 2> bound = bindCells(context, cell.path, isValue);
      pointees.pointees.append(bound.begin(), bound.end());
      chosePointee(context, cell.path, pointees);
    } else if (kind == Root::Heap || kind == Root::Opaque) {
      pointees.pointees.push_back(translateMade(context, cell.path));
    }
  }
  llvm::sort(pointees.pointees);
  pointees.pointees.erase(std::unique(pointees.pointees.begin(), pointees.pointees.end()),
                          pointees.pointees.end());
  return pointees;
}

/// Whether \p datum is what \p origin names, as it was on entry.
bool Interpreter::isUntouched(const Datum &datum, const Origin &origin) const {
  const VersionNode &node = tables.versions[datum.version];
  return datum.version && datum.atoms.size() == 1 && node.kind == VersionNode::Initial &&
         node.path == origin.path;
}

/// What is copied unchanged is copied with its parts, one origin after the other. What came
/// otherwise covers all parts.
ValueFact Interpreter::translateValue(CallContext &context, const Datum &datum, bool isResult) {
  auto isCopy = [&](const Atom &atom) {
    const Origin &origin = tables.origins[atom.origin];
    if (origin.isSource || atom.strength != policy::StepStrength::Value)
      return false;
    flow::TypeId type = typeIn(program[context.callee], origin.path);
    return type ? program[type].kind == flow::TypeKind::Record : isUntouched(datum, origin);
  };
  if (llvm::none_of(datum.atoms, isCopy))
    return {translate(context, datum, isResult), {}};
  Datum rest = datum;
  llvm::erase_if(rest.atoms, isCopy);
  Datum whole = translate(context, rest, isResult);
  ValueFact value;
  bool isFirst = true;
  for (const Atom &atom : datum.atoms) {
    if (!isCopy(atom) || needsNull(context, atom.condition))
      continue;
    ValueFact copy = bindCopy(context, atom);
    if (isFirst)
      value = std::move(copy);
    else
      domain.joinValue(value, copy);
    isFirst = false;
  }
  if (rest.atoms.size())
    domain.joinValue(value, {whole, {}});
  bool isUnchanged = datum.version && tables.versions[datum.version].kind == VersionNode::Initial &&
                     datum.atoms.size() == 1;
  policy::Labels must = value.top.must;
  ConstantId constant = value.top.constant;
  domain.addMay(value.top, whole);
  value.top.must = isUnchanged ? must | whole.must : whole.must;
  value.top.constant = isUnchanged ? constant : whole.constant;
  value.top.version = whole.version;
  if (whole.outcomes || !isUnchanged)
    value.top.outcomes = whole.outcomes;
  value.top.isWhole |= whole.isWhole;
  return value;
}

/// What the place that \p atom names held before the call, as the callee passed it on.
ValueFact Interpreter::bindCopy(CallContext &context, const Atom &atom) {
  PathId path = tables.origins[atom.origin].path;
  auto [known, isNew] = context.bound.copies.try_emplace(path);
  if (isNew) {
    known->second = bindValue(context, path);
    if (Atoms chosen = chosenOnTheWay(context, path); !chosen.empty())
      passToParts(known->second, chosen, typeIn(program[context.callee], path));
    if (known->second.parts.size() > partBound)
      known->second = {domain.content(known->second), {}};
  }
  ValueFact copy = known->second;
  std::string text = "through `" + program[context.callee].name + "`";
  Condition needed = tables.conditions[translateCondition(context, atom.condition)];
  auto pass = [&](Datum &datum) {
    for (Atom &here : datum.atoms) {
      here.condition = domain.both(here.condition, needed);
      here.labels = composed(here.labels, atom.labels);
      here.trail = step(here.trail, finding::StepKind::Call, text, atom.trail);
    }
    if (!atom.labels)
      return;
    llvm::sort(datum.atoms, [](const Atom &a, const Atom &b) { return a.key() < b.key(); });
    auto isSame = [](const Atom &a, const Atom &b) { return a.key() == b.key(); };
    datum.atoms.erase(std::unique(datum.atoms.begin(), datum.atoms.end(), isSame), datum.atoms.end());
  };
  pass(copy.top);
  for (auto &[path, datum] : copy.parts)
    pass(datum);
  return copy;
}

/// Text that was replaced through a pointer is all of the array that it points into.
void Interpreter::widenToArray(PathId path, const Datum &datum,
                               llvm::SmallVectorImpl<Cell> &cells) {
  OriginId initial = tables.pathOrigin(path);
  bool isReplaced =
      datum.isWhole && tables.paths[path].step == Step::Deref &&
      llvm::none_of(datum.atoms, [&](const Atom &atom) { return atom.origin == initial; });
  for (Cell &cell : cells)
    if (isReplaced && isElementOfArray(cell.path) && !isInsideArray(cell.path))
      cell = {tables.paths[cell.path].parent, cell.isWeak};
}

ValueFact Interpreter::translateObject(CallContext &context, const ValueFact &object,
                                       bool isResult) {
  PathId inside = tables.paths.root(Root::Relative, 0);
  State scratch;
  bool isEmpty =
      object.top.empty() && object.parts.empty() && !object.top.outcomes && !object.top.version;
  if (isEmpty)
    return {};
  domain.writeStrong(scratch, inside, translateValue(context, object.top, isResult));
  for (const auto &[path, datum] : object.parts)
    domain.writeStrong(scratch, path, translateValue(context, datum, isResult));
  return domain.snapshot(scratch, inside);
}

std::vector<Interpreter::BoundWrite> Interpreter::bindWrites(CallContext &context,
                                                             const Writes &writes) {
  std::vector<BoundWrite> bound;
  for (const auto &[path, datum] : writes) {
    BoundWrite write;
    bool isValue = false;
    write.depth = tables.paths[path].depth;
    write.order = bound.size();
    if (tables.paths.isSymbolic(path)) {
      llvm::SaveAndRestore writing(context.bound.isForWrite, true);
      write.cells = bindCells(context, path, isValue);
    } else {
      write.cells.push_back(translateMade(context, path));
    }
    write.value = translateValue(context, datum, false);
    widenToArray(path, datum, write.cells);
    if (!isValue && !write.cells.empty())
      bound.push_back(std::move(write));
  }
  llvm::sort(bound, [](const BoundWrite &a, const BoundWrite &b) {
    return std::tie(a.depth, a.order) < std::tie(b.depth, b.order);
  });
  return bound;
}

void Interpreter::applyWrites(llvm::ArrayRef<BoundWrite> writes) {
  for (const BoundWrite &write : writes) {
    for (Cell cell : write.cells)
      writesGlobals |= tables.paths[cell.path].root == Root::Global;
    domain.write(state, write.cells, write.value);
  }
}

void Interpreter::applySummary(CallContext &context, const Summary &summary) {
  context.versions.clear();
  liftEvents(context, summary);
  applyDuties(context, summary);
  domain.isWidened |= summary.isWidened;
  GuardSet guards = translateGuards(context, summary.guards);
  std::vector<Guard> ends;
  for (const Guard &ended : summary.ends)
    ends.push_back(translateGuard(context, ended));
  ValueFact result = translateObject(context, summary.result, true);
  std::vector<BoundWrite> writes = bindWrites(context, summary.writes);
  if (summary.throws) {
    ValueFact thrown = translateObject(context, summary.thrown, false);
    std::vector<BoundWrite> thrownWrites = bindWrites(context, summary.thrownWrites);
    State before = state;
    applyWrites(thrownWrites);
    addThrownDuties(context, summary, state);
    throwValue(thrown, context.op.landing);
    state = std::move(before);
    hasThrown = true;
  }
  // What somebody else runs need not have returned.
  if (summary.returns && !isInLater)
    applyShown(context, summary);
  applyWrites(writes);
  context.bound = {};
  context.result = std::move(result);
  for (const Guard &ended : ends)
    endGuards(ended);
  for (const Guard &guard : guards.guards)
    state.guards.add(guard);
  gainLabels(state, guards);
  if (summary.returns)
    return;
  endsHere = true;
  // Others may see what it does meanwhile.
  if (!summary.throws) {
    publishGlobals(state);
    domain.join(endless, state, 0);
  }
}

} // namespace tamga::solve
