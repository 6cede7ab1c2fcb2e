//===- FlowParseBody.cpp - the text form, read: bodies  ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Blocks, values, locals and macros are known by name while a body is read and get their
// final numbers at its end (finishBlocks).
//===----------------------------------------------------------------------===//

#include "FlowParse.h"

namespace tamga::flow {

//===----------------------------------------------------------------------===//
// Locals and macros
//===----------------------------------------------------------------------===//

/// `name`, `name#3`, `"any name"#3` or `#3`; without a number \p number is `none`.
bool BodyParser::localName(std::string &name, uint32_t &number) {
  number = Id<LocalTag>::none;
  if (!cursor.sees("#")) {
    llvm::StringRef read;
    if (!cursor.readName(Spelling::Name, "the name of a local", read))
      return false;
    name = read;
  }
  return !cursor.accept("#") || cursor.readUnsigned(number);
}

/// The rest of `local x: T @ ...`, or one parameter.
bool BodyParser::declareLocal(LocalKind kind) {
  size_t where = cursor.where();
  Local local;
  uint32_t number;
  if (!localName(local.name, number))
    return false;
  auto next = static_cast<uint32_t>(function.locals.size());
  if (number != Id<LocalTag>::none && number != next)
    return cursor.failAt(where, "this local has the number " + llvm::Twine(next));
  local.kind = kind;
  if (!reader.typeSuffix(local.type))
    return false;
  while (cursor.acceptWord("annotation"))
    if (!reader.text(local.annotations))
      return false;
  if (!reader.location(local.at))
    return false;
  auto &known = localNames[local.name];
  if (known.size() == 1 && !isDeclared[known.front()] && number == Id<LocalTag>::none) {
    isDeclared[known.front()] = true;
    function.locals[known.front()] = std::move(local);
    return true;
  }
  known.push_back(next);
  isDeclared.push_back(true);
  function.locals.push_back(std::move(local));
  return true;
}

/// A name that nothing declares is a variable.
bool BodyParser::local(uint32_t &index) {
  size_t where = cursor.where();
  std::string name;
  if (!localName(name, index))
    return false;
  if (index != Id<LocalTag>::none) {
    if (index >= function.locals.size())
      return cursor.failAt(where, "no local has the number " + llvm::Twine(index));
    return name.empty() || name == function.locals[index].name ||
           cursor.failAt(where, "the local " + llvm::Twine(index) + " has another name");
  }
  auto &known = localNames[name];
  if (known.size() > 1)
    return cursor.failAt(where, "several locals are called `" + name + "`: write `" + name +
                                    "#" + llvm::Twine(known.front()) + "`");
  if (known.empty()) {
    known.push_back(static_cast<uint32_t>(function.locals.size()));
    isDeclared.push_back(false);
    function.locals.emplace_back().name = name;
  }
  index = known.front();
  return true;
}

bool BodyParser::declareMacro() {
  MacroUse use;
  if (!cursor.atLineEnd() && !cursor.sees("@"))
    do {
      llvm::StringRef name;
      if (!cursor.readName(Spelling::Name, "the name of a macro", name))
        return false;
      use.names.push_back(name.str());
    } while (cursor.accept(","));
  if (!reader.location(use.spelling))
    return false;
  if (!use.names.empty())
    macroNames[use.names.front()].push_back(static_cast<uint32_t>(function.macros.size()));
  function.macros.push_back(std::move(use));
  return true;
}

bool BodyParser::declareStatement() {
  Statement &statement = function.statements.emplace_back();
  statement.isPlain = cursor.acceptWord("plain");
  return reader.location(statement.at);
}

bool BodyParser::macro(MacroId &id) {
  size_t where = cursor.where();
  if (cursor.accept("#"))
    return cursor.readUnsigned(id.index);
  llvm::StringRef name;
  if (!cursor.readName(Spelling::Name, "the name of a macro", name))
    return false;
  auto &known = macroNames[name];
  if (known.size() > 1)
    return cursor.failAt(where, "several macros are called `" + name + "`: write `#" +
                                    llvm::Twine(known.front()) + "`");
  if (known.empty()) {
    known.push_back(static_cast<uint32_t>(function.macros.size()));
    function.macros.emplace_back().names.push_back(name.str());
  }
  id = MacroId(known.front());
  return true;
}

bool BodyParser::parameters() {
  if (!cursor.need("("))
    return false;
  while (!cursor.accept(")")) {
    if (cursor.accept("...")) {
      function.isVariadic = true;
      if (!cursor.sees(")"))
        return cursor.expected("`)`");
    } else if (!declareLocal(LocalKind::Parameter)) {
      return false;
    } else if (!cursor.accept(",") && !cursor.sees(")")) {
      return cursor.expected("`,` or `)`");
    }
  }
  function.parameterCount = static_cast<uint32_t>(function.locals.size());
  return true;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

bool BodyParser::computed(ValueId &id) {
  llvm::StringRef name;
  if (!cursor.need("%"))
    return false;
  if (cursor.seesDigit())
    name = cursor.readDigits();
  else if (!cursor.readName(Spelling::Name, "the name of a value", name))
    return false;
  auto [position, isNew] = valueNames.try_emplace(name, function.values.size());
  if (isNew)
    function.values.emplace_back();
  id = ValueId(position->second);
  return true;
}

bool BodyParser::seesValue() {
  if (cursor.sees("%") || cursor.sees("\"") || cursor.seesDigit())
    return true;
  static constexpr llvm::StringLiteral words[] = {"null", "true", "false",  "undefined",
                                                  "enum", "fn",   "member", "float"};
  return llvm::is_contained(words, cursor.word());
}

bool BodyParser::number(Value &of) {
  size_t where = cursor.where();
  llvm::StringRef digits = cursor.readNumber();
  if (digits.find_first_of(".e") != llvm::StringRef::npos) {
    of.kind = ValueKind::Float;
    of.text = digits;
    return true;
  }
  of.kind = ValueKind::Integer;
  return !digits.getAsInteger(10, of.integer) ||
         cursor.failAt(where, "`" + digits + "` does not fit in 64 bits");
}

bool BodyParser::constant(Value &of) {
  if (cursor.acceptWord("null")) {
    of.kind = ValueKind::Null;
    return true;
  }
  if (cursor.acceptWord("undefined")) {
    of.kind = ValueKind::Undefined;
    return true;
  }
  if (cursor.acceptWord("float")) {
    of.kind = ValueKind::Float;
    return cursor.readQuoted(of.text);
  }
  if (cursor.sees("\"")) {
    of.kind = ValueKind::String;
    return cursor.readQuoted(of.text);
  }
  if (cursor.acceptWord("enum")) {
    llvm::StringRef name;
    of.kind = ValueKind::Enumerator;
    if (!cursor.readName(Spelling::Symbol, "an enumerator", name))
      return false;
    of.text = name;
    return cursor.readInteger(of.integer);
  }
  bool isMember = cursor.acceptWord("member");
  if (isMember && cursor.acceptWord("field")) {
    of.kind = ValueKind::MemberField;
    return reader.field(of.field);
  }
  of.kind = isMember ? ValueKind::MemberFunction : ValueKind::Function;
  return (cursor.acceptWord("fn") ||
          cursor.expected(isMember ? "`fn` or `field`" : "a value")) &&
         reader.function(of.function);
}

bool BodyParser::value(ValueId &id) {
  if (cursor.sees("%"))
    return computed(id);
  if (!seesValue())
    return cursor.expected("a value");
  Value of;
  const char *defaultType = nullptr;
  llvm::StringRef word = cursor.word();
  if (word == "true" || word == "false") {
    of.kind = ValueKind::Integer;
    of.integer = word == "true";
    defaultType = boolType.data();
    cursor.acceptWord(word);
  } else if (cursor.seesDigit() ? !number(of) : !constant(of)) {
    return false;
  }
  if (!defaultType && of.kind == ValueKind::Integer)
    defaultType = defaultInteger.data();
  if (of.kind == ValueKind::Float)
    defaultType = defaultFloat.data();
  if (of.kind == ValueKind::String)
    defaultType = defaultString.data();
  return constantTail(std::move(of), defaultType, id);
}

/// `via MACRO: TYPE`. The same constant is one value in a function.
bool BodyParser::constantTail(Value of, const char *defaultType, ValueId &id) {
  size_t where = cursor.where();
  if (cursor.acceptWord("via") && !macro(of.macro))
    return false;
  if (cursor.accept(":")) {
    if (!reader.type(of.type))
      return false;
  } else if (defaultType) {
    of.type = reader.names.type(defaultType, where);
  }
  std::string key;
  for (uint64_t part :
       {static_cast<uint64_t>(of.kind), static_cast<uint64_t>(of.integer),
        static_cast<uint64_t>(of.type.index), static_cast<uint64_t>(of.function.index),
        static_cast<uint64_t>(of.field.index), static_cast<uint64_t>(of.macro.index)})
    key += std::to_string(part) + ' ';
  key += of.text;
  auto [position, isNew] = constantNames.try_emplace(key, constants.size());
  if (isNew)
    constants.push_back(std::move(of));
  id = ValueId(position->second | constantBit);
  return true;
}

/// `(VALUE, ...)` into the operands; `this VALUE` may be the first.
bool BodyParser::values(Op &op) {
  if (!cursor.need("("))
    return false;
  if (op.kind == OpKind::Call && cursor.acceptWord("this")) {
    if (!value(op.thisValue))
      return false;
    if (!cursor.sees(")") && !cursor.need(","))
      return false;
  }
  if (cursor.accept(")"))
    return true;
  do {
    if (!value(op.operands.emplace_back()))
      return false;
  } while (cursor.accept(","));
  return cursor.accept(")") || cursor.expected("`,` or `)`");
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

bool BodyParser::place(Place &of) {
  size_t where = cursor.where();
  if (cursor.accept("...")) {
    of.root = RootKind::VarArgs;
  } else if (cursor.acceptWord("this")) {
    of.root = RootKind::This;
  } else if (cursor.accept("::")) {
    llvm::StringRef symbol;
    of.root = RootKind::Global;
    if (!cursor.readName(Spelling::Key, "the symbol of a global", symbol))
      return false;
    of.index = reader.names.global(symbol, where).index;
  } else if (bool isConstant = cursor.accept("("); isConstant || cursor.sees("%")) {
    ValueId id;
    of.root = RootKind::Value;
    if (!value(id) || (isConstant && !cursor.need(")")))
      return false;
    of.index = id.index;
  } else if (!local(of.index)) {
    return false;
  }
  while (cursor.accept("."))
    if (!step(of))
      return false;
  return !cursor.failed();
}

bool BodyParser::bracketStep(Step &of) {
  if (cursor.accept("*")) {
    of.kind = StepKind::AnyIndex;
  } else if (cursor.sees("\"")) {
    of.kind = StepKind::Key;
    if (!cursor.readQuoted(of.text))
      return false;
  } else {
    of.kind = StepKind::Index;
    if (!cursor.readInteger(of.index))
      return false;
  }
  return cursor.need("]");
}

bool BodyParser::step(Place &place) {
  Step &of = place.steps.emplace_back();
  if (cursor.accept("*"))
    return true;
  if (cursor.accept("["))
    return bracketStep(of);
  if (cursor.accept("+*")) {
    of.kind = StepKind::AnyOffset;
    return true;
  }
  if (cursor.accept("+") || cursor.sees("-")) {
    of.kind = StepKind::Offset;
    return cursor.readInteger(of.index);
  }
  if (cursor.accept("{")) {
    of.kind = StepKind::Capture;
    return cursor.readInteger(of.index) && cursor.need("}");
  }
  if (cursor.accept("<")) {
    TypeId base;
    of.kind = StepKind::Base;
    if (!reader.type(base) || !cursor.need(">"))
      return false;
    of.index = base.index;
    return true;
  }
  FieldId field;
  of.kind = StepKind::Field;
  if (!reader.field(field))
    return false;
  of.index = field.index;
  return true;
}

} // namespace tamga::flow
