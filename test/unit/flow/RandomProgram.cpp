//===- RandomProgram.cpp - sound programs made by chance  --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomProgram.h"
#include <random>

namespace tamga::flow {
namespace {

/// Names that a careless printer or parser would trip over.
const char *const names[] = {"f",
                             "ns::g",
                             "std::vector<int, std::allocator<int>>::push_back",
                             "operator<<",
                             "virtual",
                             "this",
                             "landing",
                             "macro",
                             "const",
                             "unsigned long",
                             "const T *const",
                             "T &&",
                             "int (*)(char)",
                             "a b",
                             "\"",
                             "\\",
                             "new\nline",
                             "tab\t",
                             "\x01",
                             "#",
                             "#3",
                             "x#1",
                             "?",
                             "%0",
                             "12",
                             "1.5",
                             "null",
                             "end",
                             "}",
                             "fn f()",
                             "a@b/c.cpp",
                             "(lambda at a.cpp:1:2)",
                             "(anonymous)",
                             "a::(anonymous)",
                             "...",
                             "X<(a > b)>",
                             "X<",
                             "is",
                             "~X",
                             "a.b",
                             "имя",
                             "a::",
                             "::a",
                             "a,b"};

class Maker {
public:
  explicit Maker(uint32_t seed) : random(seed) {}
  Program make();

private:
  uint32_t upTo(uint32_t bound) { return random() % bound; }
  bool chance() { return upTo(3) == 0; }
  std::string name() { return names[upTo(std::size(names))]; }
  /// Names that occur once: \p index makes them so.
  std::string uniqueName(uint32_t index) { return name() + "." + std::to_string(index); }
  template <class Id, class Table> Id any(const Table &table) { return Id(upTo(table.size())); }
  TypeId type() { return chance() ? TypeId() : any<TypeId>(program.types); }
  FunctionId anyFunction() { return any<FunctionId>(program.functions); }
  std::vector<std::string> texts();
  Location location();

  void makeTypes();
  void makeFields();
  void makeGlobals();
  void makeHeads();
  void makeBody(Function &of);
  void makeLocals(Function &of);
  Value constant();
  ValueId computed();
  ValueId operand();
  Place place();
  Step step();
  Op op();
  Op access(OpKind kind);
  Op call();
  void terminate(Block &block);
  BlockId target() { return BlockId(1 + upTo(blockCount - 1)); }

  std::mt19937 random;
  Program program;
  Function *current = nullptr;
  std::vector<ValueId> usable; ///< Defined so far, and constants.
  uint32_t blockCount = 0;
};

std::vector<std::string> Maker::texts() {
  std::vector<std::string> list;
  while (chance())
    list.push_back(name() + " tamga:");
  return list;
}

Location Maker::location() {
  Location at;
  if (chance())
    return at;
  at.file = any<FileId>(program.files);
  at.line = 1 + upTo(5);
  at.column = 1 + upTo(5);
  if (chance())
    return at;
  at.endLine = at.line + upTo(2);
  at.endColumn = at.column + upTo(3);
  return at;
}

void Maker::makeTypes() {
  for (uint32_t i = 0; i < program.types.size(); ++i) {
    Type &type = program.types[i];
    type.key = uniqueName(i);
    type.name = chance() ? name() : type.key;
    type.kind = i < 3 ? TypeKind::Record : static_cast<TypeKind>(upTo(12));
    type.annotations = texts();
    bool isPointer = type.kind == TypeKind::Pointer || type.kind == TypeKind::Reference;
    if (isPointer || type.kind == TypeKind::Array)
      type.pointee = this->type();
    type.isConstPointee = isPointer && chance();
    if (type.kind != TypeKind::Record)
      continue;
    type.isUnion = chance();
    type.isLambda = chance();
    if (chance())
      type.bases.push_back(TypeId(upTo(3)));
    if (chance())
      type.arguments = {any<TypeId>(program.types), any<TypeId>(program.types)};
    if (chance())
      type.callOperator = anyFunction();
  }
}

void Maker::makeFields() {
  for (uint32_t i = 0; i < program.fields.size(); ++i) {
    Field &field = program.fields[i];
    field.key = uniqueName(i);
    field.name = chance() ? name() : field.key;
    field.type = type();
    field.annotations = texts();
    if (chance())
      continue;
    field.record = TypeId(upTo(3));
    if (!chance())
      program[field.record].fields.push_back(FieldId(i));
  }
}

void Maker::makeGlobals() {
  for (uint32_t i = 0; i < program.globals.size(); ++i) {
    Global &global = program.globals[i];
    global.symbol = uniqueName(i);
    if (chance()) {
      global.linkage = Linkage::Internal;
      global.symbol += "@src/a.cpp";
    }
    global.name = chance() ? name() : global.symbol;
    global.type = type();
    global.isConst = chance();
    global.isThreadLocal = chance();
    global.isDefinition = chance();
    if (chance())
      global.initializer = FunctionId(0); // makeHeads makes it a GlobalInit.
    global.at = location();
    global.annotations = texts();
  }
}

void Maker::makeHeads() {
  for (uint32_t i = 0; i < program.functions.size(); ++i) {
    Function &of = program.functions[i];
    of.symbol = uniqueName(i);
    if (chance()) {
      of.linkage = Linkage::Internal;
      of.symbol += "@src/a.cpp";
    }
    of.name = chance() ? name() : of.symbol;
    of.display = chance() ? name() : of.name;
    of.kind = i == 0 ? FunctionKind::GlobalInit : static_cast<FunctionKind>(upTo(6));
    for (bool Function::*flag :
         {&Function::isStatic, &Function::isVirtual, &Function::isVariadic,
          &Function::isNoReturn, &Function::isInline, &Function::isConst,
          &Function::isCoroutine, &Function::isMain, &Function::isDefaulted})
      of.*flag = chance();
    of.record = type();
    of.returnType = type();
    while (chance())
      of.overrides.push_back(anyFunction());
    if (program.isLinked && chance())
      of.alternatives.push_back(anyFunction());
    of.annotations = texts();
    of.at = location();
    of.incomplete = chance() ? name() : "";
    makeLocals(of);
    if (!chance())
      makeBody(of);
  }
}

void Maker::makeLocals(Function &of) {
  of.parameterCount = upTo(3);
  uint32_t count = of.parameterCount + upTo(4);
  for (uint32_t i = 0; i < count; ++i) {
    Local &local = of.locals.emplace_back();
    local.kind = i < of.parameterCount ? LocalKind::Parameter
                 : chance()            ? LocalKind::Temporary
                                       : LocalKind::Variable;
    local.name = chance() ? "" : chance() ? "x" : name();
    local.type = type();
    local.at = location();
    local.annotations = texts();
  }
}

Value Maker::constant() {
  Value value;
  value.kind = static_cast<ValueKind>(1 + upTo(9));
  value.type = type();
  if (!current->macros.empty() && chance())
    value.macro = any<MacroId>(current->macros);
  switch (value.kind) {
  case ValueKind::Integer:
    value.integer = static_cast<int64_t>((uint64_t(random()) << 32) | random()) >> upTo(64);
    break;
  case ValueKind::Enumerator:
    value.integer = -3;
    value.text = name();
    break;
  case ValueKind::Float:
    value.text = chance() ? "-1.5e-10" : chance() ? "3" : name();
    break;
  case ValueKind::String:
    value.text = name();
    break;
  case ValueKind::Function:
  case ValueKind::MemberFunction:
    value.function = anyFunction();
    break;
  case ValueKind::MemberField:
    value.field = any<FieldId>(program.fields);
    break;
  default:
    break;
  }
  return value;
}

ValueId Maker::operand() {
  if (!usable.empty() && !chance())
    return usable[upTo(usable.size())];
  current->values.push_back(constant());
  usable.push_back(ValueId(current->values.size() - 1));
  return usable.back();
}

/// A new value, usable from now on.
ValueId Maker::computed() {
  current->values.emplace_back().type = type();
  usable.push_back(ValueId(current->values.size() - 1));
  return usable.back();
}

Step Maker::step() {
  Step step;
  step.kind = static_cast<StepKind>(upTo(9));
  if (step.kind == StepKind::Field)
    step.index = upTo(program.fields.size());
  else if (step.kind == StepKind::Base)
    step.index = upTo(program.types.size());
  else if (step.kind == StepKind::Key)
    step.text = name();
  else if (step.kind == StepKind::Offset)
    step.index = chance() ? -4 : 3;
  else if (step.kind == StepKind::Index || step.kind == StepKind::Capture)
    step.index = upTo(4);
  return step;
}

Place Maker::place() {
  Place place;
  bool isMember = current->kind != FunctionKind::Plain &&
                  current->kind != FunctionKind::GlobalInit && !current->isStatic;
  place.root = static_cast<RootKind>(upTo(5));
  if ((place.root == RootKind::Local && current->locals.empty()) ||
      (place.root == RootKind::This && !isMember) ||
      (place.root == RootKind::VarArgs && !current->isVariadic))
    place.root = RootKind::Global;
  if (place.root == RootKind::Local)
    place.index = upTo(current->locals.size());
  else if (place.root == RootKind::Global)
    place.index = upTo(program.globals.size());
  else if (place.root == RootKind::Value)
    place.index = operand().index;
  if (place.root == RootKind::This || place.root == RootKind::Value)
    place.steps.emplace_back();
  if (place.root == RootKind::VarArgs)
    place.steps.emplace_back().kind = StepKind::AnyIndex;
  while (!chance())
    place.steps.push_back(step());
  return place;
}

Op Maker::access(OpKind kind) {
  Op op;
  op.kind = kind;
  op.place = place();
  if (kind == OpKind::Store)
    op.operands = {operand()};
  else
    op.result = computed();
  return op;
}

Op Maker::call() {
  Op op;
  op.kind = OpKind::Call;
  op.call = static_cast<CallKind>(upTo(3));
  op.text = chance() ? name() : "";
  op.landing = chance() ? BlockId(blockCount - 1) : BlockId();
  if (op.call == CallKind::Indirect) {
    op.calleeValue = operand();
  } else {
    op.function = anyFunction();
    const Function &callee = program[op.function];
    bool takesThis = callee.kind != FunctionKind::Plain && !callee.isStatic &&
                     callee.kind != FunctionKind::GlobalInit;
    if (takesThis)
      op.thisValue = operand();
    else
      op.call = CallKind::Direct;
  }
  while (!chance())
    op.operands.push_back(operand());
  if (chance())
    op.result = computed();
  return op;
}

Op Maker::op() {
  Op op;
  op.kind = static_cast<OpKind>(upTo(11));
  switch (op.kind) {
  case OpKind::Begin:
  case OpKind::End:
    if (current->locals.empty())
      return call();
    op.place.index = upTo(current->locals.size());
    op.type = op.kind == OpKind::Begin ? type() : TypeId();
    break;
  case OpKind::Alloc:
    op.type = type();
    op.isArray = chance();
    op.result = computed();
    break;
  case OpKind::Address:
  case OpKind::Load:
  case OpKind::Store:
    return access(op.kind);
  case OpKind::Compute:
    op.code = static_cast<Code>(upTo(14));
    op.operands = {operand()};
    if (op.code > Code::Not)
      op.operands.push_back(operand());
    op.result = computed();
    break;
  case OpKind::Closure:
    op.function = anyFunction();
    op.operands = {operand()};
    op.result = computed();
    break;
  case OpKind::Suspend:
    if (chance())
      op.operands = {operand()};
    break;
  case OpKind::Unknown:
    op.text = name();
    op.operands = {operand()};
    break;
  default:
    return call();
  }
  return op;
}

void Maker::terminate(Block &block) {
  Op op;
  op.kind = static_cast<OpKind>(static_cast<uint32_t>(OpKind::Jump) + upTo(7));
  bool takesValue = op.kind == OpKind::Branch || op.kind == OpKind::Switch;
  bool mayTakeValue = op.kind == OpKind::Return || op.kind == OpKind::Throw;
  if (takesValue || (mayTakeValue && chance()))
    op.operands = {operand()};
  if (op.kind == OpKind::Throw && chance())
    op.landing = BlockId(blockCount - 1);
  if (op.kind == OpKind::Jump || takesValue)
    op.targets = {target()};
  if (op.kind == OpKind::Branch)
    op.targets.push_back(target());
  while (op.kind == OpKind::Switch && !chance()) {
    op.cases.push_back(static_cast<int64_t>(op.cases.size()) - 1);
    op.targets.push_back(target());
  }
  block.ops.push_back(std::move(op));
}

void Maker::makeBody(Function &of) {
  current = &of;
  usable.clear();
  blockCount = 2 + upTo(4);
  while (chance())
    of.macros.push_back({{chance() ? "M" : name(), name()}, location()});
  while (chance())
    of.statements.push_back({location(), chance()});
  for (uint32_t i = 0; i < blockCount; ++i) {
    Block &block = of.blocks.emplace_back();
    block.isDead = chance();
    if (i + 1 == blockCount) { // The landing block of everything.
      Op &landing = block.ops.emplace_back();
      landing.kind = OpKind::Landing;
      landing.type = type();
      landing.result = chance() ? ValueId() : computed();
    }
    for (uint32_t count = upTo(6); count; --count)
      block.ops.push_back(op());
    terminate(block);
    for (Op &each : block.ops) {
      each.at = location();
      if (!of.macros.empty() && chance())
        each.macro = any<MacroId>(of.macros);
    }
  }
}

Program Maker::make() {
  program.name = name();
  program.isLinked = chance();
  for (const char *path : {"a.cpp", "src/b.h", "odd name", "12", "C:\\x.h"})
    program.files.push_back({path, chance()});
  program.types.resize(4 + upTo(8));
  program.fields.resize(1 + upTo(5));
  program.globals.resize(1 + upTo(4));
  program.functions.resize(1 + upTo(6));
  makeTypes();
  makeFields();
  makeGlobals();
  makeHeads();
  while (chance())
    program.directives.push_back({static_cast<LintDirective::Kind>(upTo(4)), location(), true,
                                  texts(), chance() ? name() : ""});
  while (chance())
    program.errors.push_back({location(), name()});
  return std::move(program);
}

} // namespace

Program randomProgram(uint32_t seed) { return Maker(seed).make(); }

} // namespace tamga::flow
