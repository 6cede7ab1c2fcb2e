//===- Chosen.cpp - content that says which one of several it is -------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `labels[index]`: what is shown is a text of the programmer's, and which one was chosen by
// the index. That is no content of the text, so it counts for rules that say so only
// (`chosenBy`), and only of what can be text: `counts[index]` and `weights[index]` stay
// silent.
//
// The pointer, reference or iterator to the element carries it, as StepStrength::Chosen, and
// what is read through it gets it: the element itself is not changed, and others that read it
// do not see it.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"
#include "WitnessSteps.h"

namespace tamga::solve {

using flow::TypeKind;
using policy::StepStrength;

//===----------------------------------------------------------------------===//
// What rules ask
//===----------------------------------------------------------------------===//

bool Solver::isChooser(const policy::Kind &kind) const {
  return llvm::any_of(rules, [&](const Rule &entry) {
    return entry.canAsk && counts(*entry.rule, StepStrength::Chosen, kind);
  });
}

/// What is no matter of a rule itself can choose what is: scores of tokens, a token.
bool Solver::counts(const policy::Rule &rule, StepStrength strength, const policy::Kind &kind) {
  if (strength == StepStrength::Asked)
    return matchesAny(rule.answeredBy, kind);
  if (strength == StepStrength::Chosen)
    return matchesAny(rule.chosenBy, kind);
  return matchesAny(rule.from, kind) && !matchesAny(rule.exceptFrom, kind) &&
         strength <= rule.follows;
}

/// Whether \p name is that of a class whose objects are texts, or hold some.
static bool isTextClass(llvm::StringRef name) {
  name = name.substr(name.rfind(':') + 1);
  return name.contains_insensitive("string") || name.contains_insensitive("json") ||
         name.ends_with("Text") || name == "QByteArray" || name == "QVariant" || name == "path";
}

bool Solver::canBeText(flow::TypeId id) {
  if (!id)
    return true;
  auto [known, isNew] = texts.try_emplace(id.index, false);
  if (!isNew)
    return known->second;
  const flow::Type &type = program[id];
  auto can = [&](flow::TypeId part) { return part && canBeText(part); };
  auto fieldCan = [&](flow::FieldId field) { return can(program[field].type); };
  bool result = false;
  switch (type.kind) {
  case TypeKind::Integer:
    result = type.name == "char" || type.name == "wchar_t" || type.name.starts_with("char");
    break;
  case TypeKind::Pointer:
  case TypeKind::Reference:
  case TypeKind::Array:
    result = can(type.pointee);
    break;
  case TypeKind::Record:
    result = isTextClass(type.name) || llvm::any_of(type.arguments, can) ||
             llvm::any_of(type.fields, fieldCan) || llvm::any_of(type.bases, can);
    break;
  default:
    break;
  }
  return texts[id.index] = result;
}

/// A class without arguments leads to what its `operator->` gives.
flow::TypeId Solver::behindOf(flow::TypeId id) {
  const flow::Type &type = program[id];
  if (type.kind != TypeKind::Record || !type.arguments.empty())
    return type.pointee;
  auto [known, isNew] = handled.try_emplace(id.index);
  if (isNew)
    for (const flow::Function &function : program.functions)
      if (function.record == id && llvm::StringRef(function.name).ends_with("::operator->"))
        known->second =
            function.returnType ? program[function.returnType].pointee : flow::TypeId();
  return known->second;
}

//===----------------------------------------------------------------------===//
// The greatest of several, by hand
//===----------------------------------------------------------------------===//

static bool isOrdered(flow::Code code) {
  return code == flow::Code::Less || code == flow::Code::LessEqual ||
         code == flow::Code::Greater || code == flow::Code::GreaterEqual;
}

/// What made \p value, casts aside; null: a constant.
static const flow::Op *makerOf(const FunctionFacts &facts, flow::ValueId value) {
  while (true) {
    uint32_t op = facts.definedBy[value.index];
    if (op == ~0u)
      return nullptr;
    const flow::Op &made = *facts.ops[op];
    bool isCast = made.kind == flow::OpKind::Compute && made.code == flow::Code::Cast;
    if (!isCast)
      return &made;
    value = made.operands[0];
  }
}

namespace {
/// The blocks that one branch leads to and that keep the greatest or least of what it compared.
struct ExtremesOfBranch {
  FunctionFacts &facts;
  const flow::Op &compared;
  Extreme found;
  llvm::SmallVector<const flow::Place *, 8> read = {}; ///< In the block that compares.

  bool isRead(const flow::Place &place) const {
    return llvm::any_of(read, [&](const flow::Place *one) { return *one == place; });
  }

  void add(const flow::Place &kept, bool isIndex) {
    found.kept = &kept;
    found.isIndex = isIndex;
    facts.extremes.push_back(found);
  }

  /// \p store keeps one side of the comparison, or an index that both sides were read by.
  void look(const flow::Op &store) {
    const flow::Op *stored = makerOf(facts, store.operands[0]);
    bool isSide = false, keepsSide = false;
    for (flow::ValueId side : compared.operands)
      if (const flow::Op *loaded = makerOf(facts, side);
          loaded && loaded->kind == flow::OpKind::Load) {
        keepsSide |= loaded->place == store.place;
        isSide |=
            stored && stored->kind == flow::OpKind::Load && loaded->place == stored->place;
      }
    if (keepsSide)
      add(store.place, false);
    else if (!isSide && stored && stored->kind == flow::OpKind::Load && isRead(store.place) &&
             isRead(stored->place))
      add(store.place, true);
  }
};
} // namespace

const std::vector<Extreme> &Solver::extremesOf(flow::FunctionId id) {
  FunctionFacts &facts = functions[id.index];
  if (std::exchange(facts.knowsExtremes, true))
    return facts.extremes;
  const flow::Function &function = program[id];
  for (uint32_t index = 0; index < function.blocks.size(); ++index) {
    const flow::Block &block = function.blocks[index];
    const flow::Op &branch = block.ops.back();
    const flow::Op *asked =
        branch.kind == flow::OpKind::Branch ? makerOf(facts, branch.operands[0]) : nullptr;
    bool compares = asked && asked->kind == flow::OpKind::Compute && isOrdered(asked->code);
    if (!compares)
      continue;
    Extreme found;
    found.branch = facts.firstOp[index] + uint32_t(block.ops.size()) - 1;
    found.compared.append(asked->operands.begin(), asked->operands.end());
    ExtremesOfBranch extremes{facts, *asked, found};
    for (const flow::Op &op : block.ops)
      if (op.kind == flow::OpKind::Load)
        extremes.read.push_back(&op.place);
    for (flow::BlockId target : branch.targets) {
      extremes.found.block = target.index;
      for (const flow::Op &op : function.blocks[target.index].ops)
        if (op.kind == flow::OpKind::Store)
          extremes.look(op);
    }
  }
  return facts.extremes;
}

//===----------------------------------------------------------------------===//
// In a function
//===----------------------------------------------------------------------===//

/// What \p pointer itself was chosen by.
void Interpreter::addChosen(Atoms &chosen, const Datum &pointer) {
  for (const Atom &atom : pointer.atoms)
    if (atom.strength == StepStrength::Chosen)
      domain.addAtom(chosen, atom);
}

/// An element was chosen by \p index.
void Interpreter::addChoices(Atoms &chosen, const Datum &index, const llvm::Twine &words) {
  for (Atom atom : index.atoms) {
    const Origin &origin = tables.origins[atom.origin];
    bool isAsked = !origin.isSource || solver.isChooser(origin.kind);
    if (!isAsked || !goesOn(atom, StepStrength::Chosen))
      continue;
    atom.trail =
        step(atom.trail, finding::StepKind::Choice, "an element is chosen by it" + words);
    domain.addAtom(chosen, atom);
  }
}

/// \p content of \p type was read through something that was \p chosen.
void Interpreter::passChosen(Datum &content, const Atoms &chosen, flow::TypeId type) {
  if (!chosen.empty() && solver.canBeText(type))
    domain.addAtoms(content.atoms, chosen);
}

/// Likewise of an object: of a record of the program, the parts that can be text.
void Interpreter::passToParts(ValueFact &value, const Atoms &chosen, flow::TypeId type) {
  if (chosen.empty())
    return;
  llvm::ArrayRef<flow::FieldId> fields;
  if (type && program[type].kind == TypeKind::Record && !program[type].isUnion)
    fields = program[type].fields;
  if (fields.empty())
    return passChosen(value.top, chosen, type);
  PathId inside = tables.paths.root(Root::Relative, 0);
  State scratch;
  domain.writeStrong(scratch, inside, value);
  for (flow::FieldId field : fields) {
    ValueFact added;
    passChosen(added.top, chosen, program[field].type);
    if (!added.top.atoms.empty())
      domain.writeWeak(
          scratch, tables.paths.step({inside, false}, Step::Field, field.index).path, added);
  }
  value = domain.snapshot(scratch, inside);
}

/// \p pointer of a callee points at \p path: what that was chosen by, the pointer was, too.
void Interpreter::chosePointee(CallContext &context, PathId path, Datum &pointer) {
  Atoms chosen = chosenOnTheWay(context, path);
  const PathNode &node = tables.paths[path];
  PathId asked = node.step == Step::Deref ? node.parent : path;
  passChosen(pointer, chosen,
             chosen.empty() ? flow::TypeId() : typeIn(program[context.callee], asked));
}

/// Adds what the indices of \p op are to \p chosen.
void Interpreter::chooseAt(const flow::Op &op, Atoms &chosen) {
  if (!solver.asksChosen || op.operands.empty())
    return;
  std::string name = placeWords(solver, id, op.place);
  for (flow::ValueId index : op.operands)
    addChoices(chosen, domain.content(value(index)),
               name.empty() ? "" : ": one of `" + name + "`");
}

/// Likewise the argument that \p step of a port names.
void Interpreter::chooseAtStep(CallContext &context, const policy::Port::Step &step,
                               PortTarget &target) {
  using Step = policy::Port::Step;
  bool isChoice = step.kind == Step::KeyOf || step.kind == Step::Neighbour;
  if (!solver.asksChosen || !isChoice || uint64_t(step.index) >= context.arguments.size())
    return;
  PortTarget index = argumentTarget(context, unsigned(step.index));
  addChoices(target.chosen, readPort(index),
             context.op.text.empty() ? "" : ": `" + context.op.text + "`");
}

/// What is stored beside a new greatest value says which one it is.
void Interpreter::chooseBeside(const flow::Op &op, ValueFact &stored) {
  bool isConstant = function.values[op.operands[0].index].kind != flow::ValueKind::Computed;
  if (!solver.asksChosen || isConstant)
    return;
  for (const Extreme &extreme : solver.extremesOf(id)) {
    if (extreme.block != currentBlock || (*extreme.kept == op.place) != extreme.isIndex)
      continue;
    for (flow::ValueId compared : extreme.compared)
      addChoices(stored.top.atoms, domain.content(value(compared)),
                 ": `" + facts.ops[extreme.branch]->text + "`");
  }
}

/// What the pointers on the way to \p path of a callee were chosen by.
Atoms Interpreter::chosenOnTheWay(CallContext &context, PathId path) {
  Atoms chosen;
  for (; solver.asksChosen && path; path = tables.paths[path].parent) {
    const PathNode node = tables.paths[path];
    if (!node.parent || node.step != Step::Deref)
      continue;
    bool isValue = false;
    llvm::SmallVector<Cell, 2> cells = bindCells(context, node.parent, isValue);
    addChosen(chosen,
              isValue ? bindValue(context, node.parent).top : domain.read(state, cells));
  }
  return chosen;
}

/// Effects whose step is a choice: which element it is, goes to the handle of it. Whether
/// \p effect is one of them, and has something to write that is not yet written.
bool Interpreter::addsChosen(CallContext &context, const policy::Effect &effect,
                             PortWrite &write) {
  if (effect.strength != StepStrength::Chosen)
    return true;
  bool isResult =
      !effect.at || (effect.at->root == policy::Port::Return && effect.at->steps.empty());
  if (!isResult || !solver.asksChosen)
    return solver.asksChosen && !write.value.top.atoms.empty();
  domain.addAtoms(context.result.top.atoms, write.value.top.atoms);
  return false;
}

} // namespace tamga::solve
