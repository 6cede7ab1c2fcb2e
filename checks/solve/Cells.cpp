//===- Cells.cpp - values, cells and trails of a function -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::OpKind;

VersionId Interpreter::madeVersion(uint32_t op, PathId path, llvm::ArrayRef<VersionId> inputs) {
  VersionNode node;
  node.kind = VersionNode::Made;
  node.site = facts.opBase + op;
  node.path = path;
  if (!path && op < facts.ops.size()) {
    const flow::Op &made = *facts.ops[op];
    flow::ValueId of = made.result                  ? made.result
                       : made.kind == OpKind::Store ? made.operands[0]
                                                    : flow::ValueId();
    if (of)
      node.type = valueType(of);
    else if (made.kind == OpKind::Begin)
      node.type = function.locals[made.place.index].type;
  }
  VersionId version = tables.versions.intern(std::move(node));
  tables.versions.addInputs(version, inputs);
  return version;
}

/// What a model says of a text wherever it flows from. The text itself is kept as the note.
void Interpreter::applyLiteral(const policy::Effect &effect, const std::string &text,
                               Datum &datum) {
  if (effect.effect == policy::EffectKind::Labels)
    datum.must |= effect.labels;
  if (effect.effect != policy::EffectKind::Source)
    return;
  Atom atom;
  atom.origin = tables.sourceOrigin({true, 0, effect.kind, {id, currentOp}, text});
  atom.trail = step(0, finding::StepKind::Source,
                    "\"" + text + "\" is " +
                        (effect.note.empty() ? solver.kindWords(effect.kind) : effect.note));
  domain.addAtom(datum.atoms, atom);
}

/// What a literal says, of a text that is known otherwise.
ValueFact Interpreter::literalValue(const std::string &text) {
  flow::Value literal;
  literal.kind = flow::ValueKind::String;
  literal.text = text;
  return constantValue(literal);
}

ValueFact Interpreter::constantValue(const flow::Value &constant) {
  ValueFact fact;
  switch (constant.kind) {
  case flow::ValueKind::Computed:
  case flow::ValueKind::Undefined:
    return fact;
  case flow::ValueKind::Function:
  case flow::ValueKind::MemberFunction:
    fact.top.functions.push_back(constant.function);
    return fact;
  case flow::ValueKind::MemberField:
    return fact;
  case flow::ValueKind::Null:
  case flow::ValueKind::Integer:
  case flow::ValueKind::Float:
  case flow::ValueKind::String:
  case flow::ValueKind::Enumerator:
    break;
  }
  fact.top.constant = tables.constant({constant.kind, constant.integer, constant.text});
  VersionNode node;
  node.kind = VersionNode::Constant;
  node.site = fact.top.constant;
  fact.top.version = tables.versions.intern(std::move(node));
  if (constant.kind == flow::ValueKind::String)
    for (const policy::NameModel *model : solver.matcher.literal(constant.text))
      for (const policy::Effect &effect : model->effects)
        applyLiteral(effect, constant.text, fact.top);
  return fact;
}

ValueFact &Interpreter::value(flow::ValueId valueId) {
  ValueFact &fact = values[valueId.index];
  const flow::Value &definition = function.values[valueId.index];
  if (definition.kind != flow::ValueKind::Computed && fact.top.empty())
    fact = constantValue(definition);
  return fact;
}

PathId Interpreter::localRoot(uint32_t local) const {
  Root kind = local < function.parameterCount ? Root::Parameter : Root::Local;
  return tables.paths.root(kind, local);
}

/// A pointer that points at nothing known gets an object of its own, so that what is
/// written through it can be read back.
void Interpreter::materialise(Datum &pointer, int64_t index) {
  PathId root = tables.paths.root(Root::Opaque, int64_t(currentOp) * 8 + index,
                                  facts.isInCycle[currentBlock]);
  if (!pointer.atoms.empty() || pointer.must) {
    ValueFact content;
    content.top = pointer;
    content.top.isWhole = true;
    content.top.functions.clear();
    domain.writeStrong(state, root, content);
  }
  pointer.pointees.push_back({root, false});
}

llvm::SmallVector<Cell, 2> Interpreter::rootCells(const flow::Place &place, Atoms *chosen) {
  switch (place.root) {
  case flow::RootKind::Local:
    return {{localRoot(place.index), false}};
  case flow::RootKind::This:
    return {{tables.paths.root(Root::This, 0), false}};
  case flow::RootKind::Global:
    return {{tables.paths.root(Root::Global, place.index), false}};
  case flow::RootKind::VarArgs:
    return {{tables.paths.root(Root::VarArgs, 0), false}};
  case flow::RootKind::Value:
    break;
  }
  Datum &pointer = value(flow::ValueId(place.index)).top;
  if (chosen && solver.asksChosen)
    addChosen(*chosen, pointer);
  if (pointer.pointees.empty())
    materialise(pointer, 0);
  return {pointer.pointees.begin(), pointer.pointees.end()};
}

/// Where the pointer in \p cell points. What it was chosen by is added to \p chosen.
llvm::SmallVector<Cell, 2> Interpreter::pointeesOf(Cell cell, int64_t index, Atoms *chosen) {
  Datum pointer = domain.read(state, cell.path);
  if (chosen && solver.asksChosen)
    addChosen(*chosen, pointer);
  if (pointer.pointees.empty()) {
    materialise(pointer, index);
    ValueFact updated = domain.snapshot(state, cell.path);
    updated.top.pointees = pointer.pointees;
    domain.writeStrong(state, cell.path, updated);
  }
  return {pointer.pointees.begin(), pointer.pointees.end()};
}

llvm::SmallVector<Cell, 2> Interpreter::cells(const flow::Place &place, Atoms *chosen) {
  PathTable &paths = tables.paths;
  llvm::SmallVector<Cell, 2> current = rootCells(place, chosen);
  llvm::ArrayRef<flow::Step> steps = place.steps;
  if (place.root == flow::RootKind::Value)
    steps = steps.drop_front();
  int64_t index = 0;
  for (const flow::Step &step : steps) {
    llvm::SmallVector<Cell, 2> next;
    ++index;
    for (Cell cell : current) {
      switch (step.kind) {
      case flow::StepKind::Deref:
        next.append(pointeesOf(cell, std::min<int64_t>(index, 5), chosen));
        break;
      case flow::StepKind::Field:
        next.push_back(paths.step(cell, Step::Field, step.index));
        break;
      case flow::StepKind::Base:
        next.push_back(cell);
        break;
      case flow::StepKind::Index:
        next.push_back(paths.step(cell, Step::Element, step.index));
        break;
      case flow::StepKind::AnyIndex:
        next.push_back(paths.step(cell, Step::AnyElement, 0));
        break;
      case flow::StepKind::Key:
        next.push_back(paths.step(cell, Step::Key, paths.keyIndex(step.text)));
        break;
      case flow::StepKind::Offset:
        next.push_back(paths.step(cell, Step::Offset, step.index));
        break;
      case flow::StepKind::AnyOffset:
        next.append(paths.anyNeighbours(cell.path));
        break;
      case flow::StepKind::Capture:
        next.push_back(paths.step(cell, Step::Capture, captureIndex(function, step.index)));
        break;
      }
    }
    llvm::sort(next);
    next.erase(std::unique(next.begin(), next.end()), next.end());
    current = next;
  }
  return current;
}

flow::TypeId Interpreter::typeOf(PathId path) const { return typeIn(function, path); }

/// The declared type of what \p path names in \p owner.
flow::TypeId Interpreter::typeIn(const flow::Function &owner, PathId path) const {
  const PathNode &node = tables.paths[path];
  if (!node.parent) {
    bool isLocal = node.root == Root::Parameter || node.root == Root::Local;
    if (isLocal && node.index >= 0 && uint64_t(node.index) < owner.locals.size())
      return owner.locals[node.index].type;
    if (node.root == Root::Global)
      return program.globals[node.index].type;
    if (node.root == Root::Heap)
      return &owner == &function ? solver.heapType(id, path) : flow::TypeId();
    return {};
  }
  if (node.step == Step::Field)
    return program.fields[node.index].type;
  if (node.step == Step::Capture)
    return captureType(node.index);
  if (node.step == Step::Deref && !tables.paths[node.parent].parent && node.root == Root::This)
    return owner.record;
  flow::TypeId base = typeIn(owner, node.parent);
  if (!base)
    return {};
  const flow::Type &type = program[base];
  bool isElement =
      node.step == Step::Element || node.step == Step::AnyElement || node.step == Step::Key;
  if (isElement && type.kind == flow::TypeKind::Record)
    return elementType(type);
  bool goesDown = node.step == Step::Deref || type.kind == flow::TypeKind::Array;
  return goesDown ? type.pointee : node.step == Step::Offset ? base : flow::TypeId();
}

flow::TypeId Interpreter::captureType(int64_t index) const {
  auto [closure, capture] = closureOf(index);
  llvm::ArrayRef<flow::TypeId> captures = program[closure].arguments;
  return capture < captures.size() ? captures[capture] : flow::TypeId();
}

/// Containers of the library: of a map the mapped type, of others the first argument.
flow::TypeId Interpreter::elementType(const flow::Type &container) const {
  llvm::StringRef name = container.name;
  bool isKnown =
      name.starts_with("std::") && !name.ends_with("tuple") && !name.ends_with("pair");
  unsigned position = name.ends_with("map") ? 1 : 0;
  return isKnown && position < container.arguments.size() ? container.arguments[position]
                                                          : flow::TypeId();
}

flow::TypeId Interpreter::valueType(flow::ValueId valueId) const {
  return function.values[valueId.index].type;
}

/// Whether the pointer that a callee finds at \p path is the address of an object: it was
/// taken here, or stored here, and met no other pointer since.
bool Interpreter::isAddress(CallContext &context, PathId path) {
  bool isValue = false;
  llvm::SmallVector<Cell, 2> cells = bindCells(context, path, isValue);
  bool isOne = cells.size() == 1 && !cells[0].isWeak && !tables.paths[cells[0].path].isSummary;
  if (!isValue && !isOne)
    return false;
  Datum pointer = isValue ? bindValue(context, path).top : domain.read(state, cells);
  if (pointer.pointees.empty() || !pointer.atoms.empty() || pointer.constant)
    return false;
  const VersionNode &made = tables.versions[pointer.version];
  uint32_t op = made.site - facts.opBase;
  bool isStored = made.kind == VersionNode::Made && !made.path && op < facts.ops.size() &&
                  facts.ops[op]->kind == OpKind::Store;
  return (!pointer.version || isStored) && llvm::all_of(pointer.pointees, [&](Cell cell) {
           const PathNode &node = tables.paths[cell.path];
           return !node.hasDeref && (node.root == Root::Local || node.root == Root::Global);
         });
}

/// Whether content of a callee is there only where a pointer is null that is not:
///   return next ? next->render(text) : text;
bool Interpreter::needsNull(CallContext &context, ConditionId condition) {
  return condition && llvm::any_of(Condition(tables.conditions[condition]), [&](const auto &fact) {
           VersionNode node = tables.versions[fact.first];
           bool isNull = !tables.constants[fact.second].integer;
           if (node.kind == VersionNode::Compared && flow::Code(node.site) == flow::Code::Equal) {
             const VersionNode other = tables.versions[node.other];
             bool isWithNull = other.kind == VersionNode::Constant &&
                               tables.constants[other.site].kind == flow::ValueKind::Null;
             isNull = isWithNull && !isNull;
             node = tables.versions[node.base];
           }
           return isNull && node.kind == VersionNode::Initial && isAddress(context, node.path);
         });
}

//===----------------------------------------------------------------------===//
// Trails
//===----------------------------------------------------------------------===//

TrailId Interpreter::step(TrailId previous, finding::StepKind kind, const llvm::Twine &text,
                          TrailId inner) {
  if (tables.trails[previous].length > 200)
    return previous;
  TrailNode node;
  node.previous = previous;
  node.inner = inner;
  node.kind = kind;
  node.site = {id, currentOp};
  llvm::SmallString<64> buffer;
  node.text = tables.text(text.toStringRef(buffer));
  return tables.trail(node);
}

void Interpreter::extendTrails(Datum &datum, finding::StepKind kind, const llvm::Twine &text) {
  for (Atom &atom : datum.atoms)
    atom.trail = step(atom.trail, kind, text);
}

void Interpreter::extendTrails(ValueFact &fact, finding::StepKind kind,
                               const llvm::Twine &text) {
  extendTrails(fact.top, kind, text);
  for (auto &[path, datum] : fact.parts)
    extendTrails(datum, kind, text);
}

} // namespace tamga::solve
