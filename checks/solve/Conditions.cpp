//===- Conditions.cpp - guards, outcomes and subjects -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A guard holds for a subject. Subjects are compared by version:
//   same       one is the other, a part of it, or was looked up with it;
//   different  both belong to known, distinct things of one type (two users, two ids);
//   unknown    anything else: satisfies a rule that does not require the subject.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::Code;
using flow::TypeKind;

void Interpreter::assume(State &taken, flow::ValueId condition, OutcomeKey key) {
  const Datum &datum = value(condition).top;
  GuardSet guards = domain.outcome(datum, key);
  if (guards.isAll) {
    taken.isReachable = false;
    return;
  }
  taken.guards.addAll(guards);
  endDuties(taken, guards);
  bool isTrue = key.kind == OutcomeKey::True ||
                (key.kind == OutcomeKey::Exactly && domain.isConstantTrue(key.constant));
  flow::TypeId type = valueType(condition);
  bool isBool = type && program[type].kind == TypeKind::Bool;
  if (isBool || key.kind == OutcomeKey::False)
    domain.learn(taken, datum.version, tables.constant({flow::ValueKind::Integer, isTrue, {}}));
  else if (key.kind == OutcomeKey::Exactly)
    domain.learn(taken, datum.version, key.constant);
  dropImpossibleDuties(taken);
}

/// None of the cases is taken.
void Interpreter::assumeDefault(State &taken, const flow::Op &op) {
  const Datum &datum = value(op.operands[0]).top;
  GuardSet guards = domain.outcomeWhere(datum, [&](ConstantId constant) {
    return !llvm::is_contained(op.cases, tables.constants[constant].integer);
  });
  if (guards.isAll)
    taken.isReachable = false;
  else
    taken.guards.addAll(guards);
}

/// What holds for the arguments whenever the callee returns: it throws or aborts otherwise.
void Interpreter::applyShown(CallContext &context, const Summary &summary) {
  for (const auto &[version, constant] : summary.shown) {
    Datum datum = entryDatum(context, version);
    bool isTrue = domain.isConstantTrue(constant);
    GuardSet guards = domain.outcome(datum, {OutcomeKey::Exactly, constant});
    if (tables.constants[constant].integer == 1 || !isTrue)
      guards.addAll(domain.outcome(datum, {isTrue ? OutcomeKey::True : OutcomeKey::False, 0}));
    if (guards.isAll) {
      endsHere = true;
      return;
    }
    state.guards.addAll(guards);
    endDuties(state, guards);
    domain.learn(state, translateVersion(context, version), constant);
    endsHere |= !state.isReachable;
  }
}

/// A result that is what came in, or compares it, tells what the caller knows of that.
void Interpreter::tellCompared(CallContext &context, VersionId version, Datum &result) {
  VersionNode::Kind kind = tables.versions[version].kind;
  bool isOfEntry = kind == VersionNode::Compared || kind == VersionNode::Initial;
  if (!isOfEntry || !isKnownOutside(version))
    return;
  Datum tested = entryDatum(context, version);
  if (tested.outcomes)
    result.outcomes = tested.outcomes;
  if (tested.constant)
    result.constant = tested.constant;
}

/// What the caller knows of \p version, which isKnownOutside().
Datum Interpreter::entryDatum(CallContext &context, VersionId version) {
  const VersionNode node = tables.versions[version];
  Datum datum;
  if (node.kind == VersionNode::Constant) {
    datum.constant = node.site;
  } else if (node.kind == VersionNode::Initial) {
    bool isValue = false;
    llvm::SmallVector<Cell, 2> cells = bindCells(context, node.path, isValue);
    datum = isValue ? bindValue(context, node.path).top : domain.read(state, cells);
  } else if (node.kind == VersionNode::Compared) {
    Comparison comparison{Code(node.site), entryDatum(context, node.base), {}, false};
    if (node.other)
      comparison.second = entryDatum(context, node.other);
    compareOutcomes(comparison, datum);
  }
  return datum;
}

Interpreter::Comparison Interpreter::comparisonOf(const flow::Op &op) {
  Comparison comparison{op.code, {}, {}, true};
  bool hasTruth = false; // Two constants alone may be any numbers.
  for (unsigned index = 0; index < op.operands.size() && index < 2; ++index) {
    (index ? comparison.second : comparison.first) = value(op.operands[index]).top;
    flow::TypeId type = valueType(op.operands[index]);
    bool isTruth = type && program[type].kind == TypeKind::Bool;
    bool isConstant = value(op.operands[index]).top.constant && op.operands.size() > 1;
    comparison.isBool &= isTruth || isConstant;
    hasTruth |= isTruth;
  }
  comparison.isBool &= hasTruth;
  return comparison;
}

VersionId Interpreter::compared(const flow::Op &op) {
  bool isComparison = op.code == Code::Not || op.code == Code::ToBool ||
                      op.code == Code::Equal || op.code == Code::NotEqual ||
                      op.code == Code::Less || op.code == Code::LessEqual ||
                      op.code == Code::Greater || op.code == Code::GreaterEqual;
  if (!isComparison || op.operands.empty())
    return 0;
  Comparison comparison = comparisonOf(op);
  return domain.comparedVersion(op.code, comparison.first.version, comparison.second.version,
                                comparison.isBool);
}

/// What the result of a comparison tells about guards, and its constant.
void Interpreter::compareOutcomes(const Comparison &comparison, Datum &result) {
  const Datum &first = comparison.first, &second = comparison.second;
  auto outcomes = std::make_shared<Outcomes>();
  auto tell = [&](bool isTrue, const GuardSet &guards) {
    if (!guards.empty())
      outcomes->push_back({{isTrue ? OutcomeKey::True : OutcomeKey::False, 0}, guards});
  };
  const OutcomeKey isFalse{OutcomeKey::False, 0}, isTrue{OutcomeKey::True, 0};
  bool isNot = comparison.code == Code::Not, isAnd = comparison.code == Code::And;
  bool isEqual = comparison.code == Code::Equal, isNotEqual = comparison.code == Code::NotEqual;
  if (isNot || comparison.code == Code::ToBool) {
    tell(false, domain.outcome(first, isNot ? isTrue : isFalse));
    tell(true, domain.outcome(first, isNot ? isFalse : isTrue));
    if (first.constant)
      result.constant = tables.constant(
          {flow::ValueKind::Integer, domain.isConstantTrue(first.constant) != isNot, {}});
  } else if (isAnd || comparison.code == Code::Or) {
    for (bool holds : {false, true}) {
      GuardSet guards = domain.outcome(first, holds ? isTrue : isFalse);
      GuardSet other = domain.outcome(second, holds ? isTrue : isFalse);
      if (holds == isAnd)
        guards.addAll(other);
      else
        guards.intersect(other);
      tell(holds, guards);
    }
  } else if (first.constant && second.constant) {
    result.constant = foldComparison(comparison.code, first.constant, second.constant);
  } else if ((isEqual || isNotEqual) &&
             (isOwnAndGiven(first, second) || isOwnAndGiven(second, first))) {
    result.constant = tables.constant({flow::ValueKind::Integer, isNotEqual, {}});
  } else if (first.constant || second.constant) {
    bool isPositive = comparison.code == Code::Greater && second.constant &&
                      !domain.isConstantTrue(second.constant);
    const Datum &tested = second.constant ? first : second;
    ConstantId with = second.constant ? second.constant : first.constant;
    if (isEqual || isNotEqual) {
      bool isWithTrue = domain.isConstantTrue(with);
      OutcomeKey same{OutcomeKey::Exactly, with};
      if (comparison.isBool)
        same = isWithTrue ? isTrue : isFalse;
      if (comparison.isBool || !isWithTrue)
        tell(!isEqual, domain.outcome(tested, isWithTrue ? isFalse : isTrue));
      tell(isEqual, domain.outcome(tested, same));
    } else if (isPositive) {
      tell(true, domain.outcome(first, isTrue));
    }
    compareEach(comparison, *outcomes);
  }
  llvm::sort(*outcomes, [](const auto &a, const auto &b) { return a.first < b.first; });
  result.outcomes = outcomes->empty() ? nullptr : outcomes;
}

/// Where all constants are known that one side can be: those for which the comparison has
/// an outcome tell what the outcome does.
void Interpreter::compareEach(const Comparison &comparison, Outcomes &outcomes) {
  bool isSecond = comparison.second.constant;
  const Datum &tested = isSecond ? comparison.first : comparison.second;
  for (bool isTrue : {false, true}) {
    GuardSet guards = domain.outcomeWhere(tested, [&](ConstantId constant) {
      ConstantId left = isSecond ? constant : comparison.first.constant;
      ConstantId right = isSecond ? comparison.second.constant : constant;
      ConstantId holds = foldComparison(comparison.code, left, right);
      return !holds || domain.isConstantTrue(holds) == isTrue;
    });
    OutcomeKey key{isTrue ? OutcomeKey::True : OutcomeKey::False, 0};
    auto known = llvm::find_if(outcomes, [&](const auto &entry) { return entry.first == key; });
    if (known != outcomes.end())
      known->second.addAll(guards);
    else if (!guards.empty())
      outcomes.push_back({key, guards});
  }
}

/// `this != &other`: a summary assumes that what it was given does not overlap.
bool Interpreter::isOwnAndGiven(const Datum &own, const Datum &given) const {
  if (own.pointees.size() != 1 || given.pointees.size() != 1)
    return false;
  auto parentOf = [&](const Datum &pointer) -> const PathNode & {
    const PathNode &node = tables.paths[pointer.pointees[0].path];
    return tables.paths[node.step == Step::Deref ? node.parent : 0];
  };
  const PathNode &left = parentOf(own), &right = parentOf(given);
  bool isThis = own.pointees[0].path != 0 && !left.parent && left.root == Root::This;
  bool isParameter = isThis && !right.parent && right.root == Root::Parameter;
  if (!isParameter || uint64_t(right.index) >= function.parameterCount)
    return false;
  flow::TypeId type = function.locals[right.index].type;
  return type && program[type].kind == TypeKind::Reference;
}

ConstantId Interpreter::foldComparison(Code code, ConstantId left, ConstantId right) {
  const Constant &first = tables.constants[left], &second = tables.constants[right];
  bool isText = first.kind == flow::ValueKind::String ||
                second.kind == flow::ValueKind::String ||
                first.kind == flow::ValueKind::Float || second.kind == flow::ValueKind::Float;
  if (isText)
    return 0;
  bool holds = false;
  switch (code) {
  case Code::Equal:
    holds = first.integer == second.integer;
    break;
  case Code::NotEqual:
    holds = first.integer != second.integer;
    break;
  case Code::Less:
    holds = first.integer < second.integer;
    break;
  case Code::LessEqual:
    holds = first.integer <= second.integer;
    break;
  case Code::Greater:
    holds = first.integer > second.integer;
    break;
  case Code::GreaterEqual:
    holds = first.integer >= second.integer;
    break;
  default:
    return 0;
  }
  return tables.constant({flow::ValueKind::Integer, holds, {}});
}

//===----------------------------------------------------------------------===//
// Subjects
//===----------------------------------------------------------------------===//

/// One version for what one of several cells holds.
VersionId Interpreter::eitherOf(llvm::ArrayRef<Cell> cells) {
  VersionId either = 0;
  for (Cell cell : cells) {
    VersionId version = domain.versionOf(state, cell.path);
    if (!version)
      return 0;
    VersionNode node;
    node.kind = VersionNode::Either;
    node.base = either;
    node.other = version;
    either = !either || either == version ? version : tables.versions.intern(node);
  }
  return either;
}

Subject Interpreter::subjectOf(CallContext &context, const policy::Port &port) {
  Subject subject;
  auto add = [&](VersionId version) {
    if (version && !llvm::is_contained(subject.versions, version))
      subject.versions.push_back(version);
  };
  for (const PortTarget &target : resolve(context, port)) {
    if (target.isValue) {
      TypeKind kind = target.type ? program[target.type].kind : TypeKind::Pointer;
      bool mayPoint = kind == TypeKind::Pointer || kind == TypeKind::Reference ||
                      kind == TypeKind::Record || kind == TypeKind::Other;
      if (!mayPoint || target.value.top.pointees.empty())
        add(target.value.top.version);
      if (mayPoint)
        add(eitherOf(target.value.top.pointees));
    }
    add(eitherOf(target.cells));
  }
  // Some element of a container: who looked it up, and with which key, is what is known.
  bool isArgument = port.root == policy::Port::Argument && port.steps.empty();
  if (subject.versions.empty() && isArgument && port.argument < context.arguments.size())
    add(context.arguments[port.argument].top.version);
  llvm::sort(subject.versions);
  return subject;
}

/// A number that is computed from another one is another number; what a call makes of its
/// arguments is theirs.
bool Interpreter::isComputed(const VersionNode &node) const {
  uint32_t op = node.site - facts.opBase;
  return op < facts.ops.size() && facts.ops[op]->kind == flow::OpKind::Compute &&
         facts.ops[op]->code == Code::Arithmetic;
}

void Interpreter::ancestors(VersionId version, llvm::SmallVectorImpl<VersionId> &out) const {
  if (!version || out.size() > 24 || llvm::is_contained(out, version))
    return;
  out.push_back(version);
  const VersionNode node = tables.versions[version];
  switch (node.kind) {
  case VersionNode::Part:
    return ancestors(node.base, out);
  case VersionNode::Initial:
    for (PathId path = tables.paths[node.path].parent; path; path = tables.paths[path].parent)
      if (tables.paths[path].parent || tables.paths[path].root != Root::This)
        out.push_back(tables.initialVersion(path));
    return;
  case VersionNode::Made:
    if (!isComputed(node))
      for (VersionId input : node.inputs)
        ancestors(input, out);
    return;
  case VersionNode::Merge:
  case VersionNode::Compared:
  case VersionNode::Either:
  case VersionNode::Constant:
    return;
  }
}

/// The type of the thing, whether it is held or pointed at.
flow::TypeId Interpreter::versionType(VersionId version) const {
  const VersionNode node = tables.versions[version];
  bool isInPlace = node.kind == VersionNode::Initial || node.kind == VersionNode::Part ||
                   node.kind == VersionNode::Merge;
  flow::TypeId type = isInPlace ? typeOf(node.path) : node.type;
  bool isPointer = type && (program[type].kind == TypeKind::Reference ||
                            program[type].kind == TypeKind::Pointer);
  return isPointer && program[type].pointee ? program[type].pointee : type;
}

/// The thing itself and the things it is a part of; not what it was made from.
void Interpreter::owners(VersionId version, llvm::SmallVectorImpl<VersionId> &out) const {
  while (version && out.size() < 12) {
    out.push_back(version);
    const VersionNode node = tables.versions[version];
    if (node.kind == VersionNode::Part) {
      version = node.base;
    } else if (node.kind == VersionNode::Initial && tables.paths[node.path].parent) {
      version = tables.initialVersion(tables.paths[node.path].parent);
    } else {
      return;
    }
  }
}

/// Two results of one function from the same inputs: perhaps the same thing.
bool Interpreter::isSameCall(const VersionNode &first, const VersionNode &second) const {
  if (first.kind != VersionNode::Made || second.kind != VersionNode::Made ||
      first.inputs != second.inputs)
    return false;
  uint32_t a = first.site - facts.opBase, b = second.site - facts.opBase;
  return a < facts.ops.size() && b < facts.ops.size() && facts.ops[a]->function &&
         facts.ops[a]->function == facts.ops[b]->function;
}

/// Whether two things are the same one, as their versions tell.
Interpreter::Relation Interpreter::relateVersions(VersionId first, VersionId second) const {
  if (first == second)
    return Relation::Same;
  const VersionNode firstNode = tables.versions[first], secondNode = tables.versions[second];
  auto relateEither = [&](const VersionNode &either, VersionId with) {
    Relation left = relateVersions(either.base, with),
             right = relateVersions(either.other, with);
    if (left == Relation::Different || right == Relation::Different)
      return Relation::Different;
    return left == right ? left : Relation::Unknown;
  };
  if (firstNode.kind == VersionNode::Either)
    return relateEither(firstNode, second);
  if (secondNode.kind == VersionNode::Either)
    return relateEither(secondNode, first);
  llvm::SmallVector<VersionId, 12> firstAncestors, secondAncestors, firstOwners, secondOwners;
  ancestors(first, firstAncestors);
  ancestors(second, secondAncestors);
  if (llvm::is_contained(firstAncestors, second) || llvm::is_contained(secondAncestors, first))
    return Relation::Same;
  if (firstNode.kind == VersionNode::Made && secondNode.kind == VersionNode::Made)
    for (VersionId input : firstNode.inputs) {
      flow::TypeId type = versionType(input);
      bool isKey = type && program[type].kind != TypeKind::Record;
      if (isKey && !isComputed(secondNode) && llvm::is_contained(secondNode.inputs, input))
        return Relation::Same;
    }
  if (isSameCall(firstNode, secondNode))
    return Relation::Unknown;
  owners(first, firstOwners);
  owners(second, secondOwners);
  bool isDifferent = false;
  for (VersionId a : firstOwners)
    for (VersionId b : secondOwners) {
      flow::TypeId type = versionType(a);
      bool isMerged = tables.versions[a].kind == VersionNode::Merge ||
                      tables.versions[b].kind == VersionNode::Merge;
      isDifferent |= type && a != b && !isMerged && type == versionType(b);
    }
  return isDifferent ? Relation::Different : Relation::Unknown;
}

/// Whether \p version can be another thing than one of those that met in \p merge.
bool Interpreter::differsFromMerged(VersionId merge, VersionId version) const {
  llvm::SmallVector<VersionId, 8> merged{merge};
  for (unsigned next = 0; next < merged.size() && next < 16; ++next) {
    const VersionNode node = tables.versions[merged[next]];
    if (node.kind != VersionNode::Merge &&
        relateVersions(version, merged[next]) == Relation::Different)
      return true;
    if (node.kind == VersionNode::Merge)
      for (VersionId input : node.inputs)
        if (!llvm::is_contained(merged, input))
          merged.push_back(input);
  }
  return false;
}

/// Versions of one subject are views of one thing: one that is the same is enough.
Interpreter::Relation Interpreter::relate(const Subject &left, const Subject &right) const {
  bool isDifferent = false;
  for (VersionId first : left.versions)
    for (VersionId second : right.versions) {
      Relation relation = relateVersions(first, second);
      if (relation == Relation::Same)
        return relation;
      bool isLeftMerge = tables.versions[first].kind == VersionNode::Merge;
      bool isRightMerge = tables.versions[second].kind == VersionNode::Merge;
      isDifferent |= relation == Relation::Different;
      isDifferent |= isRightMerge && differsFromMerged(second, first);
      isDifferent |= isLeftMerge && !isRightMerge && differsFromMerged(first, second);
    }
  return isDifferent ? Relation::Different : Relation::Unknown;
}

/// \p ended no longer holds, here and, if the subject is one that callers know, for them.
/// Nor does it where a result that was kept is asked for later.
void Interpreter::endGuards(const Guard &ended) {
  auto isEnded = [&](const Guard &guard) {
    return policy::isA(guard.kind, ended.kind) &&
           relate(guard.subject, ended.subject) != Relation::Different;
  };
  auto tellsEnded = [&](const Datum &datum) {
    return datum.outcomes && llvm::any_of(*datum.outcomes, [&](const auto &entry) {
             return llvm::any_of(entry.second.guards, isEnded);
           });
  };
  llvm::erase_if(state.guards.guards, isEnded);
  for (World &world : state.worlds)
    llvm::erase_if(world.guards, isEnded);
  for (ValueFact &held : values)
    if (tellsEnded(held.top))
      held.top.outcomes = nullptr;
  Memory memory = state.memory;
  for (const auto &[root, cells] : memory) {
    if (llvm::none_of(cells->cells, [&](const auto &cell) { return tellsEnded(cell.second); }))
      continue;
    auto copy = std::make_shared<ObjectCells>(*cells);
    for (auto &[path, datum] : copy->cells)
      if (tellsEnded(datum))
        datum.outcomes = nullptr;
    state.memory[root] = copy;
  }
  addEnded(state.ended, ended);
  if (!llvm::is_contained(ends, ended))
    ends.push_back(ended);
}

} // namespace tamga::solve
