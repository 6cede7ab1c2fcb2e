//===- Exceptions.cpp - what is thrown, by type -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is on its way to a handler is one object with a part for each type that may be
// thrown, and one for what nobody knows the type of:
//
//   throw Timeout{text};      Timeout: text
//   throw;                    what was caught, with all its parts
//
// A handler is given the parts of its type and of classes derived from it. Whether it runs is
// not decided here: code that is not seen may throw anything.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::OpKind;
using flow::TypeKind;

namespace {
constexpr llvm::StringLiteral typePrefix = "thrown ";
} // namespace

/// The part of an exception that is of \p type; no type: not known.
PathId Interpreter::partOfType(flow::TypeId type) {
  PathTable &paths = tables.paths;
  std::string name = (typePrefix + llvm::Twine(type ? type.index + 1 : 0)).str();
  return paths.step(paths.root(Root::Relative, 0), Step::Named, paths.keyIndex(name)).path;
}

/// The type that a part of an exception is of; none: \p part is no such part.
std::optional<flow::TypeId> Interpreter::typeOfPart(PathId part) const {
  const PathNode &node = tables.paths[part];
  llvm::StringRef name = node.step == Step::Named ? tables.paths.key(node.index) : "";
  uint32_t number = 0;
  if (!name.consume_front(typePrefix) || name.getAsInteger(10, number))
    return std::nullopt;
  return number ? flow::TypeId(number - 1) : flow::TypeId();
}

/// \p fact as an exception of \p type. What was caught before has its types already.
ValueFact Interpreter::ofType(const ValueFact &fact, flow::TypeId type) {
  PathTable &paths = tables.paths;
  bool isKnown = type && program[type].kind != TypeKind::Void;
  PathId inside = paths.root(Root::Relative, 0),
         part = partOfType(isKnown ? type : flow::TypeId());
  ValueFact typed;
  if (!fact.top.empty())
    typed.parts.push_back({part, fact.top});
  for (const auto &[path, datum] : fact.parts) {
    PathId first = paths.stepsFrom(path, inside).front();
    bool isTyped = typeOfPart(first).has_value();
    typed.parts.push_back(
        {isTyped ? path : paths.rebase(path, inside, {part, false}).path, datum});
  }
  llvm::sort(typed.parts, [](const auto &a, const auto &b) { return a.first < b.first; });
  return typed;
}

/// Whether an exception of \p type is certainly caught by a handler for \p wanted.
bool Interpreter::isOfClass(flow::TypeId type, flow::TypeId wanted) const {
  auto bare = [&](flow::TypeId of) {
    llvm::StringRef key = program[of].key;
    key.consume_front("const ");
    return key;
  };
  return type && wanted &&
         (bare(type) == bare(wanted) ||
          llvm::any_of(program[type].bases,
                       [&](flow::TypeId base) { return isOfClass(base, wanted); }));
}

/// Whether it may be.
bool Interpreter::isCaughtAs(flow::TypeId type, flow::TypeId wanted) const {
  if (!type || !wanted || isOfClass(type, wanted))
    return true;
  TypeKind thrown = program[type].kind, caught = program[wanted].kind;
  return (thrown == TypeKind::Pointer && caught == TypeKind::Pointer) ||
         thrown == TypeKind::Other || caught == TypeKind::Other;
}

/// The block that exceptions come to first of the chain of handlers that \p block is in, or
/// comes after. \p missed gets what the handlers before it ask for.
uint32_t Interpreter::headOfHandlers(uint32_t block,
                                     llvm::SmallVectorImpl<flow::TypeId> &missed) const {
  for (uint32_t from = 0; from < function.blocks.size(); ++from) {
    const std::vector<flow::Op> &ops = function.blocks[from].ops;
    bool isLink = from != block && ops.size() == 2 && ops[0].kind == OpKind::Landing &&
                  ops[1].kind == OpKind::Branch;
    if (!isLink || (ops[1].targets[0].index != block && ops[1].targets[1].index != block))
      continue;
    if (ops[1].targets[1].index == block)
      missed.push_back(ops[0].type);
    return headOfHandlers(from, missed);
  }
  return block;
}

/// What is thrown on is not what a handler on the way has caught.
ValueFact Interpreter::withoutCaught(ValueFact fact) const {
  llvm::SmallVector<flow::TypeId, 4> missed;
  headOfHandlers(currentBlock, missed);
  if (missed.empty())
    return fact;
  PathId inside = tables.paths.root(Root::Relative, 0);
  llvm::erase_if(fact.parts, [&](const auto &part) {
    std::optional<flow::TypeId> type =
        typeOfPart(tables.paths.stepsFrom(part.first, inside).front());
    return type && llvm::any_of(missed, [&](flow::TypeId by) { return isOfClass(*type, by); });
  });
  return fact;
}

/// What was rethrown without a type here has those that the callers threw. Whether it is
/// theirs only.
///   string words(exception_ptr e) { try { rethrow_exception(e); } catch (Error &x) { ... } }
bool Interpreter::addThrown(llvm::SmallVectorImpl<Cell> &caught, const Datum &datum,
                            flow::TypeId wanted) {
  PathTable &paths = tables.paths;
  const PathNode part = paths[partOfType(wanted)];
  bool isAll = !datum.atoms.empty();
  for (const Atom &atom : datum.atoms) {
    const Origin origin = tables.origins[atom.origin];
    if (origin.isSource || atom.strength != policy::StepStrength::Value) {
      isAll = false;
      continue;
    }
    const Cell typed = paths.step(origin.path, part.step, part.index);
    if (!llvm::is_contained(caught, typed))
      caught.push_back(typed);
  }
  return isAll;
}

/// The parts of \p objects that a handler for the type of \p wanted catches.
llvm::SmallVector<Cell, 2> Interpreter::thrownParts(llvm::ArrayRef<Cell> objects,
                                                    flow::TypeId wanted) {
  PathTable &paths = tables.paths;
  llvm::SmallVector<Cell, 2> caught;
  for (Cell object : objects) {
    if (paths.isSymbolic(object.path)) {
      const PathNode &part = paths[partOfType(wanted)];
      caught.push_back(paths.step(object, part.step, part.index));
    }
    const ObjectCells *cells = state.memory.find(paths.objectOf(object.path));
    if (!cells)
      continue;
    for (const auto &[path, datum] : cells->cells) {
      if (!paths.isWithin(path, object.path))
        continue;
      const PathId part =
          path == object.path ? path : paths.stepsFrom(path, object.path).front();
      const std::optional<flow::TypeId> type = typeOfPart(part);
      if (!type && (path != object.path || !datum.atoms.empty()))
        caught.push_back(object); // Made, and not thrown yet.
      else if (type && isCaughtAs(*type, wanted))
        caught.push_back({part, object.isWeak});
    }
  }
  return caught;
}

void Interpreter::landing(const flow::Op &op) {
  if (!op.result)
    return;
  PathTable &paths = tables.paths;
  llvm::SmallVector<flow::TypeId, 4> missed;
  uint32_t head = headOfHandlers(currentBlock, missed);
  PathId object = paths.root(Root::Literal, head);
  ValueFact fact;
  if (head == currentBlock || !op.type) {
    fact.top.pointees.push_back({object, false});
  } else if (const ObjectCells *cells = state.memory.find(object)) {
    for (const auto &[path, datum] : cells->cells) {
      // Where there were too many parts, they are one.
      PathId part = path == object ? object : paths.stepsFrom(path, object).front();
      std::optional<flow::TypeId> type = typeOfPart(part);
      bool isMeant = path == object ? !datum.atoms.empty() : type && isCaughtAs(*type, op.type);
      bool isGone =
          type && llvm::any_of(missed, [&](flow::TypeId by) { return isOfClass(*type, by); });
      if (!isMeant || isGone)
        continue;
      const bool isOfCallers = type && !*type && addThrown(fact.top.pointees, datum, op.type);
      if (!isOfCallers && !llvm::is_contained(fact.top.pointees, Cell{part, false}))
        fact.top.pointees.push_back({part, false});
    }
    llvm::sort(fact.top.pointees);
  }
  values[op.result.index] = std::move(fact);
}

/// The exception object of a landing block has a root of its own. \p fact has its types.
void Interpreter::throwValue(const ValueFact &fact, flow::BlockId landing) {
  if (!landing) {
    domain.joinValue(thrown, fact);
    domain.join(thrownExit, state, facts.opBase + facts.ops.size() + 2);
    return;
  }
  State leaving = state;
  domain.writeWeak(leaving, tables.paths.root(Root::Literal, landing.index), fact);
  flowTo(landing, leaving, currentBlock);
}

} // namespace tamga::solve
