//===- Elements.cpp - elements of containers, as models speak of them -------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using policy::Port;
using policy::WriteMode;

/// Whether \p path is in the middle of an array, or may be: what lies before it stays
/// when it is written.
bool Interpreter::isInsideArray(PathId path) const {
  const PathNode &node = tables.paths[path];
  bool isFirst = node.step == Step::Element && node.index == 0;
  return !isFirst && isElementOfArray(path);
}

bool Interpreter::isElementOfArray(PathId path) const {
  const PathNode &node = tables.paths[path];
  return node.parent && (node.step == Step::Element || node.step == Step::AnyElement ||
                         node.step == Step::Offset);
}

/// Whether a write of this size leaves nothing of what was there. A size that is not known
/// is taken for that of the whole, and so is `sizeof`, unless it is that of another object.
bool Interpreter::coversAll(CallContext &context, const policy::Effect &effect) {
  if (!effect.size)
    return true;
  bool isLiteral = false, comesFromObject = false;
  if (effect.from)
    for (const PortTarget &from : resolve(context, *effect.from)) {
      ConstantId text = from.isValue ? from.value.top.constant : 0;
      isLiteral |= text && tables.constants[text].kind == flow::ValueKind::String;
      for (Cell cell : from.value.top.pointees) {
        flow::TypeId type = typeOf(cell.path);
        comesFromObject |= type && program[type].kind == flow::TypeKind::Record;
      }
    }
  ConstantId known = effect.size->root == Port::Argument
                         ? argumentConstant(context, effect.size->argument)
                         : 0;
  for (const PortTarget &to : resolve(context, *effect.at))
    for (Cell cell : to.value.top.pointees) {
      const PathNode &node = tables.paths[cell.path];
      bool isElement = node.parent && node.step == Step::Element;
      flow::TypeId array = typeOf(isElement ? node.parent : cell.path);
      bool isArray = array && program[array].kind == flow::TypeKind::Array;
      if (!isArray)
        continue;
      if (comesFromObject && !known)
        return false;
      llvm::StringRef extent = llvm::StringRef(program[array].name).rsplit('[').second;
      int64_t count = 0;
      bool isCounted = !extent.consumeInteger(10, count);
      if (known && !isLiteral && isCounted && tables.constants[known].integer < count)
        return false;
    }
  return true;
}

ConstantId Interpreter::argumentConstant(CallContext &context, unsigned index) {
  if (index >= context.arguments.size())
    return 0;
  const Datum &datum = context.arguments[index].top;
  if (datum.constant)
    return datum.constant;
  if (datum.pointees.size() != 1)
    return 0;
  const Datum behind = domain.read(state, datum.pointees[0].path);
  if (behind.constant)
    return behind.constant;
  // A pointer to the letters of a string is a pointer to its text: `url.c_str()`, and a view.
  const bool isView =
      behind.pointees.size() == 1 && isBufferView(argumentTarget(context, index).type);
  return textOfLetter((isView ? behind : datum).pointees[0].path);
}

/// The key of an element. Callers may know it:
///   void set(const std::string &name, std::string text) { texts[name] = text; }
ConstantId Interpreter::keyArgument(CallContext &context, unsigned index) {
  ConstantId known = argumentConstant(context, index);
  const flow::Function *callee = context.callee ? &program[context.callee] : nullptr;
  bool isParameter = callee && index < callee->parameterCount && index < callee->locals.size();
  if (known || context.isSynthetic || !isParameter || index >= context.arguments.size())
    return known;
  const Datum &datum = context.arguments[index].top;
  flow::TypeId type = callee->locals[index].type;
  if (!type || program[type].kind != flow::TypeKind::Reference)
    wantConstant(datum);
  else if (datum.pointees.size() == 1)
    wantConstant(domain.read(state, datum.pointees[0].path));
  return 0;
}

/// As argumentConstant, of the part that \p step names: the key of a pair.
ConstantId Interpreter::partConstant(CallContext &context, const Port::Step &step) {
  Port port{Port::Argument, unsigned(step.index), {}, {}};
  port.steps.push_back({Port::Step::Field, step.text, 0});
  for (const PortTarget &target : resolve(context, port)) {
    if (target.cells.size() == 1)
      return domain.read(state, target.cells[0].path).constant;
    if (target.isValue && target.cells.empty())
      return target.value.top.constant;
  }
  return 0;
}

/// The step to the element under a key that is known, else to any.
std::pair<Step, int64_t> Interpreter::elementUnder(ConstantId key) {
  if (!key)
    return {Step::AnyElement, 0};
  const Constant constant = tables.constants[key];
  if (constant.kind == flow::ValueKind::String)
    return {Step::Key, tables.paths.keyIndex(constant.text)};
  return {Step::Element, constant.integer};
}

/// A value with the elements of the container, array or initializer_list at \p target.
/// Those of which only a pointer to some element is known become any element.
PortTarget Interpreter::sequence(const PortTarget &target) {
  PathTable &paths = tables.paths;
  PortTarget elements;
  elements.isValue = true;
  elements.type = target.type;
  if (!target.isValue) {
    elements.value = domain.snapshot(state, target.cells);
    return elements;
  }
  Cell any = paths.step(paths.root(Root::Relative, 0), Step::AnyElement, 0);
  bool isFirst = true;
  for (Cell cell : target.value.top.pointees) {
    const PathNode node = paths[cell.path];
    bool isElement = node.parent && (node.step == Step::Element || node.step == Step::AnyElement);
    State scratch;
    if (!isElement)
      domain.writeStrong(scratch, any.path, domain.snapshot(state, cell.path));
    ValueFact found = isElement ? domain.snapshot(state, node.parent)
                                : domain.snapshot(scratch, paths.root(Root::Relative, 0));
    // What is not joined with anything keeps its constants: they may be keys.
    if (isFirst)
      elements.value = std::move(found);
    else
      domain.joinValue(elements.value, found);
    isFirst = false;
  }
  if (target.value.top.pointees.empty())
    elements.value = target.value;
  return elements;
}

/// Any element of the container at \p target, or what the view, span or list there leads to.
PortTarget Interpreter::anyOfRange(const PortTarget &target) {
  if (!target.type || !solver.isView(target.type))
    return below(target, Step::AnyElement, 0);
  PortTarget next = behind(target, false);
  for (Cell &cell : next.cells) {
    flow::TypeId type = typeOf(cell.path);
    bool isArray = type && program[type].kind == flow::TypeKind::Array;
    cell = isArray ? tables.paths.step(cell, Step::AnyElement, 0)
                   : tables.paths.anyNeighbour(cell.path);
  }
  return next;
}

/// The position of the template argument of \p holder that an object of type \p wanted is
/// kept as: the same, else the only one of its sort.
std::optional<unsigned> Interpreter::alternativeFor(flow::TypeId holder,
                                                    flow::TypeId wanted) const {
  if (!holder || !wanted)
    return std::nullopt;
  llvm::ArrayRef<flow::TypeId> arguments = program[holder].arguments;
  auto spelling = [&](flow::TypeId type) {
    llvm::StringRef key = type ? llvm::StringRef(program[type].key) : llvm::StringRef();
    key.consume_front("const ");
    return key;
  };
  for (unsigned index = 0; index < arguments.size(); ++index)
    if (arguments[index] == wanted || spelling(arguments[index]) == spelling(wanted))
      return index;
  std::optional<unsigned> found;
  unsigned best = 0;
  for (unsigned index = 0; index < arguments.size(); ++index) {
    flow::TypeKind kind = program[wanted].kind;
    bool isText = kind == flow::TypeKind::Array || kind == flow::TypeKind::Pointer;
    bool isString = llvm::StringRef(spelling(arguments[index])).starts_with("std::basic_string");
    unsigned fits = isText ? (isString ? 2 : 0) : fitness(arguments[index], wanted);
    if (fits == best)
      found = std::nullopt;
    if (fits > best)
      found = index;
    best = std::max(best, fits);
  }
  return found;
}

PortTarget Interpreter::elementOfType(CallContext &context, const PortTarget &target,
                                      const Port::Step &step) {
  flow::TypeId wanted;
  if (step.index < 0) {
    wanted = context.callee ? program[context.callee].returnType : flow::TypeId();
    if (wanted && (program[wanted].kind == flow::TypeKind::Reference ||
                   program[wanted].kind == flow::TypeKind::Pointer))
      wanted = program[wanted].pointee;
  } else {
    Port port{Port::Argument, unsigned(step.index), {}, {}};
    for (const PortTarget &argument : resolve(context, port))
      wanted = argument.type;
  }
  std::optional<unsigned> index = alternativeFor(target.type, wanted);
  PortTarget next = below(target, index ? Step::Element : Step::AnyElement, index.value_or(0));
  next.type = wanted;
  if (index)
    next.type = program[target.type].arguments[*index];
  bool isReference = next.type && program[next.type].kind == flow::TypeKind::Reference;
  return isReference ? behind(next, false) : next;
}

/// The element so many places on as the argument says.
PortTarget Interpreter::neighbour(CallContext &context, PortTarget target,
                                  const Port::Step &step) {
  ConstantId known = argumentConstant(context, unsigned(step.index));
  bool isNumber = known && tables.constants[known].kind == flow::ValueKind::Integer;
  llvm::SmallVector<Cell, 2> cells;
  for (Cell cell : target.cells)
    if (isNumber)
      cells.push_back(tables.paths.step(cell, Step::Offset, tables.constants[known].integer));
    else
      for (Cell any : tables.paths.anyNeighbours(cell.path))
        cells.push_back({any.path, true});
  target.cells = std::move(cells);
  return target;
}

PortTarget Interpreter::someElement(const PortTarget &target) {
  PortTarget next = below(target, Step::AnyElement, 0);
  next.choice = std::make_shared<PortTarget>(target);
  return next;
}

/// All elements of one container become one value: nothing of the old ones stays.
bool Interpreter::replaceElements(CallContext &context, const Port &port, const PortWrite &write) {
  bool isAll = write.mode == WriteMode::Replaces && !port.steps.empty() &&
               port.steps.back().kind == Port::Step::AnyIndex;
  if (!isAll)
    return false;
  Port container = port;
  container.steps.pop_back();
  std::vector<PortTarget> targets = resolve(context, container);
  bool isOne = targets.size() == 1 && !targets[0].isValue && targets[0].cells.size() == 1 &&
               !targets[0].cells[0].isWeak;
  if (!isOne)
    return false;
  PathId path = targets[0].cells[0].path;
  fillWith(path, write.value);
  return tables.paths[path].root != Root::Global;
}

/// \p container holds nothing but elements of \p value.
void Interpreter::fillWith(PathId container, const ValueFact &value) {
  PathId inside = tables.paths.root(Root::Relative, 0);
  State scratch;
  domain.writeStrong(scratch, inside, ValueFact());
  domain.writeStrong(scratch, tables.paths.step(inside, Step::AnyElement, 0).path, value);
  domain.writeStrong(state, container, domain.snapshot(scratch, inside));
}

/// The call that made \p value, if it was only copied since: iterators are.
const flow::Op *Interpreter::madeBy(flow::ValueId value) {
  uint32_t position = currentOp;
  for (unsigned hops = 0; hops < 8 && facts.definedBy[value.index] != ~0u; ++hops) {
    const flow::Op &made = *facts.ops[facts.definedBy[value.index]];
    if (made.kind == flow::OpKind::Call)
      return &made;
    bool isCopy = (made.kind == flow::OpKind::Load || made.kind == flow::OpKind::Address) &&
                  made.place.root == flow::RootKind::Local && made.place.steps.empty();
    if (!isCopy)
      return nullptr;
    position = std::min(position, facts.definedBy[value.index]);
    flow::ValueId from, object;
    while (!from && position-- > facts.firstOp[currentBlock]) {
      const flow::Op &op = *facts.ops[position];
      bool isHere = op.place == made.place;
      if (isHere && op.kind == flow::OpKind::Store)
        from = op.operands[0];
      else if (isHere && op.kind == flow::OpKind::Address)
        return nullptr;
      else if (op.kind == flow::OpKind::Call && op.thisValue && op.operands.size() == 1 &&
               program[op.function].kind == flow::FunctionKind::Constructor) {
        object = op.thisValue;
        uint32_t addressed = facts.definedBy[object.index];
        if (addressed != ~0u && facts.ops[addressed]->place == made.place)
          from = op.operands[0];
      }
    }
    if (!from)
      return nullptr;
    value = from;
  }
  return nullptr;
}

/// The container of which \p argument is what a function of one of \p names gave.
std::optional<Cell> Interpreter::containerOf(CallContext &context, unsigned argument,
                                             llvm::ArrayRef<llvm::StringRef> names) {
  if (context.isSynthetic || argument >= context.op.operands.size())
    return std::nullopt;
  const flow::Op *made = madeBy(context.op.operands[argument]);
  if (!made || !made->function)
    return std::nullopt;
  llvm::StringRef name = llvm::StringRef(program[made->function].name).rsplit("::").second;
  bool isFree = !made->thisValue && made->operands.size() == 1;
  if (!llvm::is_contained(names, name) || (!made->thisValue && !isFree))
    return std::nullopt;
  const Datum &object = value(isFree ? made->operands[0] : made->thisValue).top;
  if (object.pointees.size() != 1 || object.pointees[0].isWeak)
    return std::nullopt;
  return object.pointees[0];
}

/// The container that \p effect speaks of as a whole in this call, and \p at leads into.
std::optional<Cell> Interpreter::wholeRange(CallContext &context, const policy::Effect &effect,
                                            const Port &at) {
  unsigned first = effect.range->argument;
  constexpr llvm::StringRef begins[] = {"begin", "cbegin", "rbegin", "crbegin", "data"};
  constexpr llvm::StringRef ends[] = {"end", "cend", "rend", "crend", "size", "length"};
  std::optional<Cell> begin = containerOf(context, first, begins);
  std::optional<Cell> end = containerOf(context, first + 1, ends);
  auto isConstant = [&](unsigned argument, int64_t number) {
    ConstantId known = argumentConstant(context, argument);
    return known && tables.constants[known].kind == flow::ValueKind::Integer &&
           tables.constants[known].integer == number;
  };
  const llvm::SmallVector<Cell, 1> &receiver = context.receiver.top.pointees;
  if (!begin && receiver.size() == 1 && !receiver[0].isWeak && isConstant(first, 0))
    begin = receiver[0];
  if (!end && isConstant(first + 1, -1))
    end = begin;
  if (!begin || begin != end)
    return std::nullopt;
  if (at.root == Port::This && (receiver.size() != 1 || receiver[0] != *begin))
    return std::nullopt;
  if (at.root == Port::Argument && at.argument != first &&
      containerOf(context, at.argument, begins) != begin)
    return std::nullopt;
  return begin;
}

/// What is written to `return.*.part` goes to that part of the object that was returned.
void Interpreter::writeBehindResult(CallContext &context, Cell object, const policy::Port &port,
                                    const PortWrite &write) {
  PortTarget part;
  part.cells.push_back(object);
  part.type = typeOf(object.path);
  if (flow::TypeId handle = context.op.result ? valueType(context.op.result) : flow::TypeId();
      handle && !part.type)
    part.type = solver.behindOf(handle);
  for (size_t index = 1; index < port.steps.size(); ++index)
    part = follow(context, std::move(part), port.steps[index]);
  for (Cell cell : part.cells)
    if (!cell.isWeak && domain.isUnwritten(state, cell.path))
      domain.writeStrong(state, cell.path, write.value);
    else if (!cell.isWeak && write.isConcatenation)
      domain.writeStrong(state, cell.path, concatenate(domain.snapshot(state, cell.path), write.value));
    else
      domain.writeWeak(state, cell.path, write.value);
}

} // namespace tamga::solve
