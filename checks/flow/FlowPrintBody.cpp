//===- FlowPrintBody.cpp - the text form, written: bodies -----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowPrinter.h"

namespace tamga::flow {

void Printer::nameLocals() {
  localNames.clear();
  for (const Local &local : current->locals)
    ++localNames[local.name];
}

void Printer::nameMacros() {
  macroNames.clear();
  for (const MacroUse &use : current->macros)
    if (!use.names.empty())
      ++macroNames[use.names.front()];
}

/// `name` where that says enough, `name#3` or `#3` where not.
void Printer::local(uint32_t index) {
  if (index >= current->locals.size()) {
    out << "\"?\"";
    return;
  }
  llvm::StringRef name = current->locals[index].name;
  bool bare = isBare(Spelling::Name, name);
  if (bare)
    out << name;
  if (!bare || localNames.lookup(name) != 1)
    out << '#' << index;
}

void Printer::declareLocal(uint32_t index) {
  const Local &of = current->locals[index];
  if (!of.name.empty() && !isBare(Spelling::Name, of.name))
    writeQuoted(out, of.name);
  local(index);
  typeSuffix(of.type);
  tail("annotation", of.annotations);
  location(of.at);
}

void Printer::macro(MacroId id) {
  if (!inRange(current->macros, id)) {
    out << "\"?\"";
    return;
  }
  const std::vector<std::string> &names = current->macros[id.index].names;
  if (!names.empty() && isBare(Spelling::Name, names.front()) &&
      macroNames.lookup(names.front()) == 1)
    out << names.front();
  else
    out << '#' << id.index;
}

void Printer::block(BlockId id) { out << 'b' << id.index; }

void Printer::body(const Function &of) {
  nameMacros();
  numbers.assign(of.values.size(), Id<ValueTag>::none);
  nextNumber = 0;
  for (const MacroUse &use : of.macros) {
    out << "  macro";
    const char *separator = " ";
    for (const std::string &name : use.names) {
      out << separator;
      writeName(out, Spelling::Name, name);
      separator = ", ";
    }
    location(use.spelling);
    out << '\n';
  }
  for (const Statement &statement : of.statements) {
    out << (statement.isPlain ? "  statement plain" : "  statement");
    location(statement.at);
    out << '\n';
  }
  for (uint32_t i = of.parameterCount; i < of.locals.size(); ++i) {
    out << (of.locals[i].kind == LocalKind::Temporary ? "  temp " : "  local ");
    declareLocal(i);
    out << '\n';
  }
  for (uint32_t i = 0; i < of.blocks.size(); ++i) {
    out << (of.blocks[i].isDead ? "dead " : "");
    block(BlockId(i));
    out << ":\n";
    for (const Op &each : of.blocks[i].ops)
      op(each);
  }
}

void Printer::place(const Place &of) {
  switch (of.root) {
  case RootKind::Local:
    local(of.index);
    break;
  case RootKind::This:
    out << "this";
    break;
  case RootKind::Global:
    out << "::";
    writeName(out, Spelling::Key,
              inRange(program.globals, GlobalId(of.index))
                  ? llvm::StringRef(program.globals[of.index].symbol)
                  : "?");
    break;
  case RootKind::Value:
    valueOrConstant(ValueId(of.index));
    break;
  case RootKind::VarArgs:
    out << "...";
    break;
  }
  for (const Step &each : of.steps)
    step(each);
}

void Printer::step(const Step &of) {
  out << '.';
  switch (of.kind) {
  case StepKind::Deref:
    out << '*';
    break;
  case StepKind::Field:
    field(FieldId(static_cast<uint32_t>(of.index)));
    break;
  case StepKind::Base:
    out << '<';
    type(TypeId(static_cast<uint32_t>(of.index)));
    out << '>';
    break;
  case StepKind::Index:
    out << '[' << of.index << ']';
    break;
  case StepKind::AnyIndex:
    out << "[*]";
    break;
  case StepKind::Key:
    out << '[';
    writeQuoted(out, of.text);
    out << ']';
    break;
  case StepKind::Offset:
    out << (of.index < 0 ? "" : "+") << of.index;
    break;
  case StepKind::AnyOffset:
    out << "+*";
    break;
  case StepKind::Capture:
    out << '{' << of.index << '}';
    break;
  }
}

void Printer::value(ValueId id) {
  if (!inRange(current->values, id)) {
    out << "\"?\"";
    return;
  }
  const Value &of = current->values[id.index];
  if (of.kind != ValueKind::Computed) {
    constant(of);
    return;
  }
  uint32_t &number = numbers[id.index];
  if (number == Id<ValueTag>::none)
    number = nextNumber++;
  out << '%' << number;
}

/// Constants in parentheses: more of the same name may follow.
void Printer::valueOrConstant(ValueId id) {
  bool isConstant =
      inRange(current->values, id) && current->values[id.index].kind != ValueKind::Computed;
  out << (isConstant ? "(" : "");
  value(id);
  out << (isConstant ? ")" : "");
}

void Printer::constant(const Value &of) {
  llvm::StringRef key;
  if (inRange(program.types, of.type))
    key = program[of.type].key;
  bool typeIsSaid = !of.type;
  switch (of.kind) {
  case ValueKind::Computed:
    break;
  case ValueKind::Null:
    out << "null";
    break;
  case ValueKind::Integer:
    if (key == boolType && (of.integer == 0 || of.integer == 1))
      out << (of.integer ? "true" : "false");
    else
      out << of.integer;
    typeIsSaid = key == defaultInteger || (key == boolType && (of.integer | 1) == 1);
    break;
  case ValueKind::Float:
    if (isPlainFloat(of.text))
      out << of.text;
    else
      writeQuoted(out << "float ", of.text);
    typeIsSaid = key == defaultFloat;
    break;
  case ValueKind::String:
    writeQuoted(out, of.text);
    typeIsSaid = key == defaultString;
    break;
  case ValueKind::Enumerator:
    out << "enum ";
    writeName(out, Spelling::Symbol, of.text);
    out << ' ' << of.integer;
    break;
  case ValueKind::Function:
    out << "fn ";
    function(of.function);
    break;
  case ValueKind::MemberFunction:
    out << "member fn ";
    function(of.function);
    break;
  case ValueKind::MemberField:
    out << "member field ";
    field(of.field);
    break;
  case ValueKind::Undefined:
    out << "undefined";
    break;
  }
  if (of.macro) {
    out << " via ";
    macro(of.macro);
  }
  if (typeIsSaid)
    return;
  out << ": ";
  type(of.type);
}

void Printer::values(llvm::ArrayRef<ValueId> ids, ValueId thisValue) {
  const char *separator = "";
  out << '(';
  if (thisValue) {
    out << "this ";
    value(thisValue);
    separator = ", ";
  }
  for (ValueId id : ids) {
    out << separator;
    value(id);
    separator = ", ";
  }
  out << ')';
}

void Printer::op(const Op &of) {
  out << "  ";
  if (of.result) {
    value(of.result);
    if (inRange(current->values, of.result))
      typeSuffix(current->values[of.result.index].type);
    out << " = ";
  }
  operation(of);
  if (of.landing) {
    out << " landing ";
    block(of.landing);
  }
  if (!of.text.empty()) {
    out << ' ';
    writeQuoted(out, of.text);
  }
  if (of.macro) {
    out << " macro ";
    macro(of.macro);
  }
  location(of.at);
  out << '\n';
}

/// The place of an op, and what says which element of an array it is.
void Printer::chosenPlace(const Op &of) {
  place(of.place);
  if (of.operands.empty())
    return;
  out << " by ";
  values(of.operands);
}

void Printer::operation(const Op &of) {
  if (of.kind == OpKind::Compute)
    out << wordOf(codeWords, of.code);
  else
    out << wordOf(opWords, of.kind);
  switch (of.kind) {
  case OpKind::Begin:
    out << ' ';
    place(of.place);
    typeSuffix(of.type);
    break;
  case OpKind::End:
  case OpKind::Address:
  case OpKind::Load:
    out << ' ';
    chosenPlace(of);
    break;
  case OpKind::Alloc:
    out << (of.isArray ? "[] " : " ");
    type(of.type);
    break;
  case OpKind::Store:
    out << ' ';
    place(of.place);
    out << " = ";
    value(of.operands.empty() ? ValueId() : of.operands.front());
    break;
  case OpKind::Compute:
  case OpKind::Unknown:
    values(of.operands);
    break;
  case OpKind::Closure:
    out << ' ';
    function(of.function);
    values(of.operands);
    break;
  case OpKind::Call:
    call(of);
    break;
  case OpKind::Landing:
    if (of.type) {
      out << '(';
      type(of.type);
      out << ')';
    }
    break;
  case OpKind::Suspend:
  case OpKind::Jump:
  case OpKind::Branch:
  case OpKind::Switch:
  case OpKind::Return:
  case OpKind::Throw:
  case OpKind::Resume:
  case OpKind::Unreachable:
    terminator(of);
    break;
  }
}

void Printer::call(const Op &of) {
  out << ' ';
  if (of.call != CallKind::Indirect) {
    out << (of.call == CallKind::Virtual ? "virtual " : "");
    function(of.function);
  } else {
    valueOrConstant(of.calleeValue);
  }
  values(of.operands, of.thisValue);
}

/// What follows the word of a terminator, or of `suspend`: operand, cases, targets.
void Printer::terminator(const Op &of) {
  if (!of.operands.empty()) {
    out << ' ';
    value(of.operands.front());
  }
  for (size_t i = 0; i < of.targets.size(); ++i) {
    if (of.kind == OpKind::Switch && i < of.cases.size())
      out << " case " << of.cases[i];
    else if (of.kind == OpKind::Switch)
      out << " else";
    out << ' ';
    block(of.targets[i]);
  }
}

} // namespace tamga::flow
