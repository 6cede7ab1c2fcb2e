//===- Callables.cpp - what models call, bind and construct -----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::FunctionKind;
using flow::TypeKind;
using policy::Effect;
using policy::EffectKind;
using policy::Port;

//===----------------------------------------------------------------------===//
// Callables
//===----------------------------------------------------------------------===//

/// The function that tells what the parameters of \p callable are.
flow::FunctionId Interpreter::calledFunction(const PortTarget &callable) {
  ValueFact held = snapshotPort(callable);
  if (!held.top.functions.empty())
    return held.top.functions[0];
  llvm::SmallVector<flow::FunctionId, 4> operators = callOperatorsOf(callable.type);
  return operators.empty() ? flow::FunctionId() : operators.front();
}

/// What calling an object of class \p type may run: its `operator()`, or all overloads.
llvm::SmallVector<flow::FunctionId, 4> Interpreter::callOperatorsOf(flow::TypeId type) const {
  if (!type)
    return {};
  if (flow::FunctionId only = program[type].callOperator)
    return {only};
  llvm::SmallVector<flow::FunctionId, 4> operators;
  llvm::SmallVector<flow::TypeId, 4> classes{type};
  for (unsigned next = 0; next < classes.size() && next < 16; ++next) {
    llvm::ArrayRef<flow::FunctionId> own =
        solver.operatorsOf(classes[next], FunctionKind::CallOperator);
    operators.append(own.begin(), own.end());
    classes.append(program[classes[next]].bases.begin(), program[classes[next]].bases.end());
  }
  return operators;
}

/// Where an iterator that the program wrote itself leads: what its `operator*` returns.
PortTarget Interpreter::dereferenced(CallContext &context, const PortTarget &target,
                                     flow::FunctionId star) {
  CallContext inner{context.op};
  inner.index = context.index;
  inner.hasReceiver = true;
  if (target.isValue) {
    PathId object = tables.paths.root(Root::Opaque, int64_t(currentOp) * 8 + 3, true);
    domain.writeStrong(state, object, target.value);
    inner.receiver.top.pointees.push_back({object, false});
  } else {
    inner.receiver.top.pointees.assign(target.cells.begin(), target.cells.end());
  }
  ++callDepth;
  callTargets(inner, star);
  --callDepth;
  PortTarget result;
  result.type = program[star].returnType;
  if (result.type && program[result.type].kind == TypeKind::Reference) {
    result.type = program[result.type].pointee;
    result.cells.assign(inner.result.top.pointees.begin(), inner.result.top.pointees.end());
  } else {
    result.isValue = true;
    result.value = inner.result;
  }
  return result;
}

/// A callable's parameter gets its object where it takes a reference, else a copy.
ValueFact Interpreter::callbackArgument(const PortTarget &target, flow::FunctionId function,
                                        unsigned index) {
  flow::TypeId type;
  if (function && index < program[function].parameterCount &&
      index < program[function].locals.size())
    type = program[function].locals[index].type;
  bool wantsReference = type && program[type].kind == TypeKind::Reference;
  if (target.choice && type) {
    flow::TypeId bare = wantsReference ? program[type].pointee : type;
    if (std::optional<unsigned> which = alternativeFor(target.choice->type, bare)) {
      PortTarget chosen = below(*target.choice, Step::Element, *which);
      chosen.type = bare;
      return callbackArgument(chosen, function, index);
    }
  }
  ValueFact copy = snapshotPort(target);
  if (!wantsReference)
    return copy;
  // What stands for a reference (`std::ref`) is passed as one.
  bool isReference = copy.top.pointees.size() == 1 && target.type != program[type].pointee &&
                     typeOf(copy.top.pointees[0].path) == program[type].pointee;
  if (isReference)
    return copy;
  ValueFact pointer;
  if (!target.cells.empty()) {
    pointer.top.pointees.assign(target.cells.begin(), target.cells.end());
    return pointer;
  }
  PathId object = tables.paths.root(Root::Opaque, int64_t(currentOp) * 64 + 8 + index, true);
  domain.writeWeak(state, object, copy);
  pointer.top.pointees.push_back({object, false});
  return pointer;
}

/// Arguments that were bound are parts of the callable, under these names. One that stands
/// for an argument of the call has the argument's number as a part.
PathId Interpreter::boundPart(PathId callable, unsigned index, bool isPlaceholder) {
  PathTable &paths = tables.paths;
  Cell part =
      paths.step(callable, Step::Named, paths.keyIndex("bound " + std::to_string(index)));
  if (isPlaceholder)
    part = paths.step(part, Step::Named, paths.keyIndex("placeholder"));
  return part.path;
}

void Interpreter::applyBinds(CallContext &context, const Effect &effect) {
  std::vector<PortTarget> targets;
  for (const Port &port : effect.arguments)
    for (PortTarget &target : resolve(context, port))
      targets.push_back(std::move(target));
  for (const PortTarget &callable : resolve(context, *effect.at)) {
    State scratch;
    PathId inside = tables.paths.root(Root::Relative, 0);
    domain.writeStrong(scratch, inside, snapshotPort(callable));
    for (unsigned index = 0; index < targets.size(); ++index) {
      const PortTarget &target = targets[index];
      domain.writeStrong(scratch, boundPart(inside, index, false), snapshotPort(target));
      llvm::StringRef type = target.type ? llvm::StringRef(program[target.type].key) : "";
      type.consume_front("const ");
      int64_t number = 0;
      bool isPlaceholder = !effect.placeholder.empty() &&
                           type.consume_front(effect.placeholder) && type.consume_front("<") &&
                           !type.consumeInteger(10, number);
      if (!isPlaceholder && effect.placeholder.empty())
        continue;
      ValueFact mark;
      mark.top.constant = tables.constant({flow::ValueKind::Integer, number, {}});
      domain.writeStrong(scratch, boundPart(inside, index, true), mark);
    }
    if (context.result.parts.empty())
      context.result = domain.snapshot(scratch, inside);
    else
      domain.joinValue(context.result, domain.snapshot(scratch, inside));
  }
}

static const Datum *hasPart(const ValueFact &value, PathId path) {
  auto found = llvm::find_if(value.parts, [&](const auto &part) { return part.first == path; });
  return found == value.parts.end() ? nullptr : &found->second;
}

/// A callee that calls what \p path holds puts the same arguments in as its caller would.
///   int twice(std::function<int(int)> f) { return f(f(1)); }  twice(std::bind(add, _1, a))
void Interpreter::keyBound(FunctionKey &wanted, PathId path, const ValueFact &callable) {
  const PathId inside = tables.paths.root(Root::Relative, 0);
  for (unsigned index = 0; hasPart(callable, boundPart(inside, index, false)); ++index) {
    wanted.bound.push_back({boundPart(path, index, false), 0});
    if (const Datum *number = hasPart(callable, boundPart(inside, index, true)))
      wanted.bound.push_back({boundPart(path, index, true), number->constant});
  }
}

/// Puts what was bound to \p callable among the arguments of its call. Where there are no
/// placeholders the call's own arguments follow.
void Interpreter::fillBound(const ValueFact &callable, std::vector<PortTarget> &targets) {
  const PathId inside = tables.paths.root(Root::Relative, 0);
  std::vector<PortTarget> filled;
  bool takesRest = true;
  for (unsigned index = 0;; ++index) {
    PathId part = boundPart(inside, index, false);
    if (!hasPart(callable, part))
      break;
    const Datum *number = hasPart(callable, boundPart(inside, index, true));
    takesRest &= !number;
    int64_t position =
        number && number->constant ? tables.constants[number->constant].integer : 0;
    if (position > 0) {
      filled.push_back(size_t(position) <= targets.size() ? targets[position - 1]
                                                          : PortTarget());
      continue;
    }
    PortTarget bound;
    bound.isValue = true;
    bound.value = domain.part(callable, part);
    filled.push_back(std::move(bound));
  }
  if (takesRest)
    filled.insert(filled.end(), targets.begin(), targets.end());
  targets = std::move(filled);
}

/// The first argument of a pointer to a method is its object, or a pointer to it.
void Interpreter::takeReceiver(CallContext &context, const PortTarget &callable,
                               std::vector<PortTarget> &targets) {
  context.callbackReceiver = {};
  flow::FunctionId function =
      context.callbackTarget ? context.callbackTarget : calledFunction(callable);
  bool isMethod =
      function && program[function].kind == FunctionKind::Method && !program[function].isStatic;
  if (!isMethod || targets.empty())
    return;
  const PortTarget &object = targets.front();
  ValueFact copy = snapshotPort(object);
  bool isObject =
      copy.top.pointees.empty() || (object.type && object.type == program[function].record);
  if (isObject && !object.cells.empty()) {
    copy = {};
    copy.top.pointees.assign(object.cells.begin(), object.cells.end());
  } else if (isObject) {
    PathId made = tables.paths.root(Root::Opaque, int64_t(currentOp) * 8 + 4, true);
    domain.writeStrong(state, made, copy);
    copy = {};
    copy.top.pointees.push_back({made, false});
  }
  context.callbackReceiver = copy;
  targets.erase(targets.begin());
}

/// The object that methods are called on, if \p outer does not say, and what overrides them.
llvm::SmallVector<flow::FunctionId, 4>
Interpreter::methodsFor(const CallContext &outer, CallContext &inner,
                        llvm::ArrayRef<flow::FunctionId> methods) {
  if (!outer.callbackReceiver && !inner.arguments.empty()) {
    inner.receiver = inner.arguments.front();
    inner.arguments.erase(inner.arguments.begin());
  }
  if (inner.receiver.top.pointees.empty()) {
    PathId object = tables.paths.root(Root::Opaque, int64_t(currentOp) * 8 + 7, true);
    domain.writeStrong(state, object, inner.receiver);
    inner.receiver.top.pointees.push_back({object, false});
  }
  llvm::SmallVector<flow::FunctionId, 4> targets;
  for (flow::FunctionId method : methods)
    targets.append(overridersOf(method, inner.receiver.top));
  return targets;
}

//===----------------------------------------------------------------------===//
// Elements and objects
//===----------------------------------------------------------------------===//

/// What the part \p key of \p element holds, if that is known.
ConstantId Interpreter::keyConstant(const ValueFact &value, PathId element,
                                    llvm::StringRef key) const {
  for (const auto &[path, datum] : value.parts) {
    const PathNode &node = tables.paths[path];
    if (node.parent != element)
      continue;
    bool isFirst = key == "first" && node.step == Step::Element && node.index == 0;
    bool isField =
        node.step == Step::Field &&
        llvm::StringRef(program.fields[node.index].name).ends_with(("::" + key).str());
    if (isFirst || isField)
      return datum.constant;
  }
  return 0;
}

/// The elements of \p value, each under the key that its part \p key is.
ValueFact Interpreter::underKeys(const ValueFact &value, llvm::StringRef key) {
  PathTable &paths = tables.paths;
  PathId inside = paths.root(Root::Relative, 0);
  State scratch, keyed;
  domain.writeStrong(scratch, inside, value);
  ValueFact whole;
  whole.top = value.top;
  domain.writeStrong(keyed, inside, whole);
  llvm::SmallVector<PathId, 8> elements;
  for (const auto &[path, datum] : value.parts) {
    PathId element = paths.stepsFrom(path, inside).front();
    if (!llvm::is_contained(elements, element))
      elements.push_back(element);
  }
  for (PathId element : elements) {
    auto [kind, index] = elementUnder(keyConstant(value, element, key));
    Cell to = paths.step(inside, kind, index);
    if (kind == Step::AnyElement)
      domain.writeWeak(keyed, to.path, domain.snapshot(scratch, element));
    else
      domain.writeStrong(keyed, to.path, domain.snapshot(scratch, element));
  }
  return domain.snapshot(keyed, inside);
}

/// The class of the object that is made at \p at: what the call returns a reference to,
/// else what the container or pointer is a template of.
flow::TypeId Interpreter::constructedType(CallContext &context, const Port &at) {
  const flow::Function *callee = context.callee ? &program[context.callee] : nullptr;
  if (!callee)
    return {};
  flow::TypeId returned = callee->returnType;
  bool isReference = returned && program[returned].kind == TypeKind::Reference;
  if (isReference && at.root != Port::Return)
    return program[returned].pointee;
  flow::TypeId container = at.root == Port::Return ? returned : callee->record;
  if (!container)
    return {};
  bool isSecond = !at.steps.empty() && at.steps.back().text == "second";
  const std::vector<flow::TypeId> &arguments = program[container].arguments;
  return arguments.size() > isSecond ? arguments[isSecond] : flow::TypeId();
}

/// How well \p argument fits a parameter: 0 not at all, 3 exactly.
unsigned Interpreter::fitness(flow::TypeId parameter, flow::TypeId argument) const {
  auto bare = [&](flow::TypeId type) {
    return type && program[type].kind == TypeKind::Reference ? program[type].pointee : type;
  };
  parameter = bare(parameter);
  argument = bare(argument);
  if (!parameter || !argument)
    return 1;
  if (parameter == argument)
    return 3;
  auto isScalar = [&](flow::TypeId type) {
    TypeKind kind = program[type].kind;
    return kind == TypeKind::Bool || kind == TypeKind::Integer || kind == TypeKind::Float ||
           kind == TypeKind::Enum;
  };
  if (isScalar(parameter) || isScalar(argument))
    return isScalar(parameter) && isScalar(argument) ? 2 : 0;
  bool isRecord = program[parameter].kind == TypeKind::Record;
  return isRecord || program[argument].kind != TypeKind::Record ? 1 : 0;
}

/// The constructors of \p type that fit best.
llvm::SmallVector<flow::FunctionId, 4>
Interpreter::constructorsFor(flow::TypeId type, llvm::ArrayRef<PortTarget> arguments) {
  llvm::SmallVector<flow::FunctionId, 4> best;
  unsigned bestFitness = 0;
  for (flow::FunctionId constructor : solver.constructorsOf(type)) {
    const flow::Function &candidate = program[constructor];
    if (candidate.parameterCount < arguments.size())
      continue;
    // Those that need a default argument come last.
    unsigned sum = candidate.parameterCount == arguments.size() ? 2 : 1;
    for (unsigned index = 0; index < arguments.size() && sum; ++index) {
      unsigned fits = fitness(candidate.locals[index].type, arguments[index].type);
      sum = fits ? sum + 2 * fits : 0;
    }
    if (sum > bestFitness)
      best.clear();
    if (sum && sum >= bestFitness)
      best.push_back(constructor);
    bestFitness = std::max(bestFitness, sum);
  }
  return best;
}

void Interpreter::applyConstructs(CallContext &context, const Effect &effect) {
  std::vector<PortTarget> arguments;
  for (const Port &port : effect.arguments)
    for (PortTarget &target : resolve(context, port))
      arguments.push_back(std::move(target));
  flow::TypeId type = constructedType(context, *effect.at);
  if (type && program[type].kind == TypeKind::Array)
    return; // Its argument is how many.
  PathId object = tables.paths.root(Root::Opaque, int64_t(currentOp) * 8 + 5, false);
  domain.forget(state, object);
  domain.writeStrong(state, object, ValueFact());
  bool isCopy = arguments.size() == 1 && (!type || arguments[0].type == type);
  if (isCopy)
    domain.writeStrong(state, object, snapshotPort(arguments[0]));
  else if (callDepth <= 4)
    constructAt(context, {object, type}, arguments);
  ValueFact made = domain.snapshot(state, object);
  extendTrails(made, finding::StepKind::Value, "through `" + calleeName(context) + "`");
  domain.forget(state, object);
  writePort(context, *effect.at, {made, effect.write, false});
}

/// By a constructor with a body, by the models of one, field by field, or, where all that
/// is unknown, from all that is given.
void Interpreter::constructAt(CallContext &context, std::pair<PathId, flow::TypeId> object,
                              llvm::ArrayRef<PortTarget> arguments) {
  auto [path, type] = object;
  CallContext inner{context.op};
  inner.index = context.index;
  inner.receiver.top.pointees.push_back({path, false});
  inner.hasReceiver = true;
  llvm::SmallVector<flow::FunctionId, 4> constructors = constructorsFor(type, arguments);
  if (!constructors.empty()) {
    for (unsigned index = 0; index < arguments.size(); ++index)
      inner.arguments.push_back(callbackArgument(arguments[index], constructors[0], index));
    ++callDepth;
    callTargets(inner, constructors);
    --callDepth;
    return;
  }
  std::vector<std::string> spellings;
  for (const PortTarget &argument : arguments) {
    inner.arguments.push_back(snapshotPort(argument));
    spellings.push_back(argument.type ? program[argument.type].name : "");
  }
  std::string name = type ? program[type].name : "";
  name += "::" + llvm::StringRef(name).rsplit("::").second.str();
  auto models =
      solver.matcher.function({name, unsigned(arguments.size()), spellings, spellings});
  inner.isSynthetic = true;
  if (!models.empty())
    return applyModels(inner, models);
  bool isAggregate = type && program[type].fields.size() >= arguments.size();
  for (unsigned index = 0; index < arguments.size(); ++index) {
    Cell to{path, false};
    if (isAggregate)
      to = tables.paths.step(to, Step::Field, program[type].fields[index].index);
    domain.writeWeak(state, to.path, inner.arguments[index]);
  }
}

} // namespace tamga::solve
