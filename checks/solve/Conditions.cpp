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
  flow::TypeId type = valueType(condition);
  if (!datum.version || !type || program[type].kind != TypeKind::Bool)
    return;
  bool isTrue = key.kind == OutcomeKey::True ||
                (key.kind == OutcomeKey::Exactly && domain.isConstantTrue(key.constant));
  ConstantId constant = tables.constant({flow::ValueKind::Integer, isTrue, {}});
  auto known = taken.known.find(datum.version);
  if (known != taken.known.end() && known->second != constant)
    taken.isReachable = false;
  else
    taken.known[datum.version] = constant;
}

/// What the result of a comparison tells about guards, and its constant.
void Interpreter::compareOutcomes(const flow::Op &op, Datum &result) {
  auto outcomes = std::make_shared<Outcomes>();
  auto tell = [&](bool isTrue, GuardSet guards) {
    if (!guards.empty())
      outcomes->push_back({{isTrue ? OutcomeKey::True : OutcomeKey::False, 0}, std::move(guards)});
  };
  auto setConstant = [&](bool isTrue) {
    result.constant = tables.constant({flow::ValueKind::Integer, isTrue, {}});
  };
  const OutcomeKey isFalse{OutcomeKey::False, 0}, isTrue{OutcomeKey::True, 0};
  const Datum first = op.operands.empty() ? Datum() : value(op.operands[0]).top;
  bool isUnary = op.code == Code::Not || op.code == Code::ToBool;
  if (isUnary) {
    bool isNot = op.code == Code::Not;
    tell(false, domain.outcome(first, isNot ? isTrue : isFalse));
    tell(true, domain.outcome(first, isNot ? isFalse : isTrue));
    if (first.constant)
      setConstant(domain.isConstantTrue(first.constant) != isNot);
  } else if (op.operands.size() == 2) {
    const Datum second = value(op.operands[1]).top;
    bool isEqual = op.code == Code::Equal, isNotEqual = op.code == Code::NotEqual;
    bool isPositive = op.code == Code::Greater && second.constant && !domain.isConstantTrue(second.constant);
    const Datum &tested = second.constant ? first : second;
    ConstantId with = second.constant ? second.constant : first.constant;
    if (first.constant && second.constant) {
      foldComparison(op.code, first.constant, second.constant, result);
    } else if (with && (isEqual || isNotEqual)) {
      OutcomeKey exactly{OutcomeKey::Exactly, with};
      flow::TypeId type = valueType(op.operands[second.constant ? 0 : 1]);
      bool isBool = type && program[type].kind == TypeKind::Bool;
      bool isTwoWay = isBool || !domain.isConstantTrue(with);
      OutcomeKey same = isBool ? (domain.isConstantTrue(with) ? isTrue : isFalse) : exactly;
      OutcomeKey other = domain.isConstantTrue(with) ? isFalse : isTrue;
      tell(!isEqual, isTwoWay ? domain.outcome(tested, other) : GuardSet());
      GuardSet guards = domain.outcome(tested, same);
      if (!guards.empty())
        outcomes->insert(isEqual ? outcomes->end() : outcomes->begin(),
                         {{isEqual ? OutcomeKey::True : OutcomeKey::False, 0}, guards});
    } else if (isPositive) {
      tell(true, domain.outcome(first, isTrue));
    }
  }
  llvm::sort(*outcomes, [](const auto &a, const auto &b) { return a.first < b.first; });
  result.outcomes = outcomes->empty() ? nullptr : outcomes;
}

void Interpreter::foldComparison(Code code, ConstantId left, ConstantId right, Datum &result) {
  const Constant &first = tables.constants[left], &second = tables.constants[right];
  bool isText = first.kind == flow::ValueKind::String || second.kind == flow::ValueKind::String ||
                first.kind == flow::ValueKind::Float || second.kind == flow::ValueKind::Float;
  if (isText)
    return;
  bool holds = false;
  switch (code) {
  case Code::Equal: holds = first.integer == second.integer; break;
  case Code::NotEqual: holds = first.integer != second.integer; break;
  case Code::Less: holds = first.integer < second.integer; break;
  case Code::LessEqual: holds = first.integer <= second.integer; break;
  case Code::Greater: holds = first.integer > second.integer; break;
  case Code::GreaterEqual: holds = first.integer >= second.integer; break;
  default: return;
  }
  result.constant = tables.constant({flow::ValueKind::Integer, holds, {}});
}

//===----------------------------------------------------------------------===//
// Subjects
//===----------------------------------------------------------------------===//

Subject Interpreter::subjectOf(CallContext &context, const policy::Port &port) {
  Subject subject;
  auto add = [&](VersionId version) {
    if (version && !llvm::is_contained(subject.versions, version))
      subject.versions.push_back(version);
  };
  for (const PortTarget &target : resolve(context, port)) {
    if (target.isValue) {
      TypeKind kind = target.type ? program[target.type].kind : TypeKind::Pointer;
      bool mayPoint = kind == TypeKind::Pointer || kind == TypeKind::Reference || kind == TypeKind::Record ||
                      kind == TypeKind::Other;
      if (!mayPoint || target.value.top.pointees.empty())
        add(target.value.top.version);
      if (!mayPoint)
        continue;
      for (Cell cell : target.value.top.pointees)
        add(domain.versionOf(state, cell.path));
    }
    for (Cell cell : target.cells)
      add(domain.versionOf(state, cell.path));
  }
  llvm::sort(subject.versions);
  return subject;
}

void Interpreter::ancestors(VersionId version, llvm::SmallVectorImpl<VersionId> &out) const {
  if (!version || out.size() > 24 || llvm::is_contained(out, version))
    return;
  out.push_back(version);
  const VersionNode node = tables.versions[version];
  switch (node.kind) {
  case VersionNode::Part: return ancestors(node.base, out);
  case VersionNode::Initial:
    for (PathId path = tables.paths[node.path].parent; path; path = tables.paths[path].parent)
      if (tables.paths[path].parent || tables.paths[path].root != Root::This)
        out.push_back(tables.initialVersion(path));
    return;
  case VersionNode::Made:
    for (VersionId input : node.inputs)
      ancestors(input, out);
    return;
  case VersionNode::Merge:
  case VersionNode::Constant: return;
  }
}

flow::TypeId Interpreter::versionType(VersionId version) const {
  const VersionNode node = tables.versions[version];
  if (node.kind == VersionNode::Initial || node.kind == VersionNode::Part)
    return typeOf(node.path);
  return node.type;
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
  if (first.kind != VersionNode::Made || second.kind != VersionNode::Made || first.inputs != second.inputs)
    return false;
  uint32_t a = first.site - facts.opBase, b = second.site - facts.opBase;
  return a < facts.ops.size() && b < facts.ops.size() && facts.ops[a]->function &&
         facts.ops[a]->function == facts.ops[b]->function;
}

Interpreter::Relation Interpreter::relate(const Subject &left, const Subject &right) const {
  bool isDifferent = false;
  for (VersionId first : left.versions)
    for (VersionId second : right.versions) {
      if (first != second && tables.versions[second].kind == VersionNode::Merge) {
        llvm::SmallVector<VersionId, 8> merged{second}; // What may have met there.
        for (unsigned next = 0; next < merged.size() && next < 16; ++next) {
          const VersionNode node = tables.versions[merged[next]];
          if (node.kind != VersionNode::Merge)
            isDifferent |= relate({{first}}, {{merged[next]}}) == Relation::Different;
          else
            for (VersionId input : node.inputs)
              if (!llvm::is_contained(merged, input))
                merged.push_back(input);
        }
      }
      llvm::SmallVector<VersionId, 12> firstAncestors, secondAncestors, firstOwners, secondOwners;
      ancestors(first, firstAncestors);
      ancestors(second, secondAncestors);
      if (llvm::is_contained(firstAncestors, second) || llvm::is_contained(secondAncestors, first))
        return Relation::Same;
      const VersionNode firstNode = tables.versions[first], secondNode = tables.versions[second];
      if (firstNode.kind == VersionNode::Made && secondNode.kind == VersionNode::Made)
        for (VersionId input : firstNode.inputs) {
          flow::TypeId type = versionType(input);
          bool isKey = type && program[type].kind != TypeKind::Record;
          if (isKey && llvm::is_contained(secondNode.inputs, input))
            return Relation::Same;
        }
      if (isSameCall(firstNode, secondNode))
        continue;
      owners(first, firstOwners);
      owners(second, secondOwners);
      for (VersionId a : firstOwners)
        for (VersionId b : secondOwners) {
          flow::TypeId type = versionType(a);
          bool isMerged = tables.versions[a].kind == VersionNode::Merge ||
                          tables.versions[b].kind == VersionNode::Merge;
          isDifferent |= type && a != b && !isMerged && type == versionType(b);
        }
    }
  return isDifferent ? Relation::Different : Relation::Unknown;
}

/// \p ended no longer holds, here and, if the subject is one that callers know, for them.
void Interpreter::endGuards(const Guard &ended) {
  llvm::erase_if(state.guards.guards, [&](const Guard &guard) {
    return policy::isA(guard.kind, ended.kind) && relate(guard.subject, ended.subject) != Relation::Different;
  });
  if (!llvm::is_contained(ends, ended))
    ends.push_back(ended);
}

bool Interpreter::satisfies(const Guard &guard, const std::vector<policy::Kind> &kinds,
                            const Subject &subject, bool &missed) const {
  if (!matchesAny(kinds, guard.kind))
    return false;
  if (relate(guard.subject, subject) != Relation::Different)
    return true;
  missed = true;
  return false;
}

} // namespace tamga::solve
