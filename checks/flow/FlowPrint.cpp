//===- FlowPrint.cpp - the text form, written  -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A program reads like this (the whole file is a good test of `reply`):
//
//   fn llm_complete(prompt: const char *) -> char *
//
//   fn reply(p: const char *, known: bool) -> int @ chat.cpp:1:5 {
//     %k = load known
//     branch %k b1 b2
//   b1:
//     %p = load p
//     %t: char * = call llm_complete(%p) landing b3 @ 3:12-30
//     store text = %t
//     call puts(%t) "puts(text)" @ 4:3
//     return 0
//   b2:
//     return 1
//   b3:
//     %e = landing(std::exception)
//     resume
//   }
//
// One thing stands on one line (`;` also ends a line), and `#` begins a comment, except
// right before a digit. Names are bare where they can be (FlowTokens.h) and in quotes
// otherwise; `?` is a type that is not known. What is only mentioned is declared by that:
// functions (with as many parameters as the call has arguments), types, fields, globals,
// files, macros, and variables that no `local` line declares. The order of tables is the
// order of declarations, then of mentions, so that what is printed reads back the same.
//
//   file      (unit | program) NAME  declaration*  end        `program`: linked
//           | declaration*                                    an unnamed unit
//   decl      file PATH [main]
//           | type KEY [= KIND [of TYPE]] [bases TYPE,..] [fields KEY,..]
//                 [arguments TYPE,..] [callOperator SYMBOL] {is FLAG | name "" | annotation ""}
//           | field KEY [: TYPE] [of TYPE] {name "" | annotation ""}
//           | global SYMBOL [: TYPE] [initializer SYMBOL] {is | name | annotation} [LOCATION]
//           | fn SYMBOL(PARAMETERS) [-> TYPE] attribute* [LOCATION] [{ body }]
//           | nolint (line|nextLine|begin|end) [("glob",..)] [because ""] [LOCATION]
//           | error "" [LOCATION]
//   attribute is WORD.. | name "" | display "" | record TYPE | overrides SYMBOL,..
//           | alternatives SYMBOL,.. | annotation "" | incomplete ""
//   body      (attribute* | macro NAME,.. [LOCATION] | (local|temp) LOCAL [: TYPE] ..
//           | [dead] BLOCK: | op)*         ops before the first label are the entry block
//   LOCATION  @ [FILE:]LINE:COL[-[ENDLINE:]ENDCOL]   the file is that of the one before
//   PLACE     LOCAL | this | ::GLOBAL | %VALUE | ...       then steps
//             .*  .FIELD  .<TYPE>  .[3]  .[*]  .["k"]  .+3  .-3  .+*  .{capture}
//   LOCAL     NAME, or NAME#n, or #n where the name is not enough: n counts from 0
//   VALUE     %NAME | null | 3 | 1.5 | "text" | true | undefined | enum NAME 3 | fn SYMBOL
//           | member fn SYMBOL | member field KEY | float "text", constants
//             followed by [via MACRO] [: TYPE]
//   op        [%NAME [: TYPE] =] operation [landing BLOCK] ["text"] [macro NAME] [LOCATION]
//     begin PLACE [: TYPE]     end PLACE         alloc TYPE           alloc[] TYPE
//     addr PLACE               load PLACE        store PLACE = VALUE  CODE(VALUE,..)
//     closure SYMBOL(VALUE,..) suspend [VALUE]   unknown(VALUE,..) "reason"
//     landing[(TYPE)]          call [virtual] SYMBOL([this VALUE,] VALUE,..)
//     call %NAME(..)           call (VALUE)(..)  jump BLOCK           branch VALUE BLOCK BLOCK
//     switch VALUE {case 3 BLOCK} else BLOCK     return [VALUE]       throw [VALUE]
//     resume                   unreachable
//   CODE: cast toBool not arithmetic equal notEqual less lessEqual greater greaterEqual
//     compare sizeof typeid aggregate
//
// Computed values are numbered as the text meets them, and the parser puts constants
// behind them, so `%7` is the value 7 of what was parsed. Printing costs one walk.
//===----------------------------------------------------------------------===//

#include "FlowText.h"
#include "FlowTokens.h"
#include "llvm/ADT/StringMap.h"

namespace tamga::flow {
namespace {

/// Writes one program. Ids out of range print as `"?"`, so that unsound programs can be
/// looked at; they do not read back.
class Printer {
public:
  Printer(const Program &program, llvm::raw_ostream &out) : program(program), out(out) {}
  void print();

private:
  // Names of things.
  void type(TypeId id);
  void function(FunctionId id);
  void field(FieldId id);
  void location(const Location &at);
  void typeSuffix(TypeId id);
  void tail(const char *word, llvm::ArrayRef<std::string> texts);
  template <class Struct>
  void flags(const Struct &of, llvm::ArrayRef<Flag<Struct>> table,
             std::initializer_list<llvm::StringRef> words);
  template <class Ids, class Write> void list(const char *word, const Ids &ids, Write write);

  // Declarations.
  void declare(const Type &of);
  void declare(const Field &of);
  void declare(const Global &of);
  void declare(const LintDirective &of);
  void declare(const Function &of);
  void attributes(const Function &of, llvm::StringRef separator);
  void parameters(const Function &of);
  void local(uint32_t index);
  void declareLocal(uint32_t index);

  // Bodies.
  void body(const Function &of);
  void nameLocals();
  void nameMacros();
  void macro(MacroId id);
  void block(BlockId id);
  void place(const Place &of);
  void step(const Step &of);
  void value(ValueId id);
  void valueOrConstant(ValueId id);
  void constant(const Value &of);
  void values(llvm::ArrayRef<ValueId> ids, ValueId thisValue = {});
  void op(const Op &of);
  void operation(const Op &of);
  void call(const Op &of);
  void terminator(const Op &of);

  const Program &program;
  llvm::raw_ostream &out;
  FileId file; ///< Of the location printed last.
  const Function *current = nullptr;
  std::vector<uint32_t> numbers; ///< Of the values of `current`; Id::none: not met yet.
  uint32_t nextNumber = 0;
  llvm::StringMap<uint32_t> localNames; ///< How many locals of `current` have the name.
  llvm::StringMap<uint32_t> macroNames;
};

//===----------------------------------------------------------------------===//
// Names of things
//===----------------------------------------------------------------------===//

template <class Table, class Tag> bool inRange(const Table &table, Id<Tag> id) {
  return id.index < table.size();
}

void Printer::type(TypeId id) {
  if (inRange(program.types, id))
    writeName(out, Spelling::Type, program[id].key);
  else
    out << (id ? "\"?\"" : "?");
}

void Printer::function(FunctionId id) {
  writeName(out, Spelling::Symbol, inRange(program.functions, id) ? program[id].symbol : "?");
}

void Printer::field(FieldId id) {
  writeName(out, Spelling::Key, inRange(program.fields, id) ? program[id].key : "?");
}

void Printer::typeSuffix(TypeId id) {
  if (!id)
    return;
  out << ": ";
  type(id);
}

void Printer::location(const Location &at) {
  if (!inRange(program.files, at.file))
    return;
  out << " @ ";
  if (at.file != file) {
    writeName(out, Spelling::File, program[at.file].path);
    out << ':';
    file = at.file;
  }
  out << at.line << ':' << at.column;
  if (!at.endLine && !at.endColumn)
    return;
  out << '-';
  if (at.endLine != at.line)
    out << at.endLine << ':';
  out << at.endColumn;
}

/// ` word "text"` for each text.
void Printer::tail(const char *word, llvm::ArrayRef<std::string> texts) {
  for (const std::string &text : texts) {
    out << ' ' << word << ' ';
    writeQuoted(out, text);
  }
}

/// ` is word word`: \p words, then the flags of \p table that are set.
template <class Struct>
void Printer::flags(const Struct &of, llvm::ArrayRef<Flag<Struct>> table,
                    std::initializer_list<llvm::StringRef> words) {
  const char *separator = " is ";
  auto add = [&](llvm::StringRef word) {
    out << separator << word;
    separator = " ";
  };
  for (llvm::StringRef word : words)
    if (!word.empty())
      add(word);
  for (const Flag<Struct> &flag : table)
    if (of.*flag.member)
      add(flag.word);
}

/// ` word a, b`; nothing when there are none.
template <class Ids, class Write>
void Printer::list(const char *word, const Ids &ids, Write write) {
  const char *separator = " ";
  if (!ids.empty())
    out << ' ' << word;
  for (auto id : ids) {
    out << separator;
    write(id);
    separator = ", ";
  }
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

void Printer::declare(const Type &of) {
  out << "type ";
  writeName(out, Spelling::Type, of.key);
  out << " = " << wordOf(typeKindWords, of.kind);
  auto write = [&](TypeId id) { type(id); };
  if (of.pointee) {
    out << " of ";
    type(of.pointee);
  }
  flags(of, typeFlags, {});
  if (of.name != of.key)
    tail("name", of.name);
  list("bases", of.bases, write);
  list("fields", of.fields, [&](FieldId id) { field(id); });
  list("arguments", of.arguments, write);
  if (of.callOperator) {
    out << " callOperator ";
    function(of.callOperator);
  }
  tail("annotation", of.annotations);
  out << '\n';
}

void Printer::declare(const Field &of) {
  out << "field ";
  writeName(out, Spelling::Key, of.key);
  typeSuffix(of.type);
  out << " of ";
  type(of.record);
  if (of.name != of.key)
    tail("name", of.name);
  tail("annotation", of.annotations);
  out << '\n';
}

void Printer::declare(const Global &of) {
  out << "global ";
  writeName(out, Spelling::Symbol, of.symbol);
  typeSuffix(of.type);
  flags(of, globalFlags, {of.linkage == Linkage::Internal ? "internal" : ""});
  if (of.name != of.symbol)
    tail("name", of.name);
  if (of.initializer) {
    out << " initializer ";
    function(of.initializer);
  }
  tail("annotation", of.annotations);
  location(of.at);
  out << '\n';
}

void Printer::declare(const LintDirective &of) {
  out << "nolint " << wordOf(directiveWords, of.kind);
  if (of.hasChecks) {
    const char *separator = "";
    out << " (";
    for (const std::string &check : of.checks) {
      out << separator;
      writeQuoted(out, check);
      separator = ", ";
    }
    out << ')';
  }
  if (!of.justification.empty())
    tail("because", of.justification);
  location(of.at);
  out << '\n';
}

/// Everything about a function that is not in its header; \p separator begins each.
void Printer::attributes(const Function &of, llvm::StringRef separator) {
  auto texts = [&](const char *word, llvm::ArrayRef<std::string> list) {
    for (const std::string &text : list) {
      out << separator;
      tail(word, text);
    }
  };
  if (of.name != of.symbol)
    texts("name", of.name);
  if (of.display != of.name)
    texts("display", of.display);
  if (of.record) {
    out << separator << " record ";
    type(of.record);
  }
  auto write = [&](FunctionId id) { function(id); };
  if (!of.overrides.empty())
    out << separator;
  list("overrides", of.overrides, write);
  if (!of.alternatives.empty())
    out << separator;
  list("alternatives", of.alternatives, write);
  texts("annotation", of.annotations);
  if (!of.incomplete.empty())
    texts("incomplete", of.incomplete);
}

void Printer::parameters(const Function &of) {
  out << '(';
  for (uint32_t i = 0; i < of.parameterCount && i < of.locals.size(); ++i) {
    if (i)
      out << ", ";
    declareLocal(i);
  }
  if (of.isVariadic)
    out << (of.parameterCount ? ", ..." : "...");
  out << ')';
}

void Printer::declare(const Function &of) {
  current = &of;
  nameLocals();
  bool hasBraces = of.hasBody() || of.locals.size() > of.parameterCount || !of.macros.empty();
  out << (hasBraces ? "\nfn " : "fn ");
  writeName(out, Spelling::Symbol, of.symbol);
  parameters(of);
  if (of.returnType) {
    out << " -> ";
    type(of.returnType);
  }
  flags(of, functionFlags,
        {of.kind == FunctionKind::Plain ? "" : wordOf(functionKindWords, of.kind),
         of.linkage == Linkage::Internal ? "internal" : ""});
  if (!hasBraces) {
    attributes(of, "");
    location(of.at);
    out << '\n';
    return;
  }
  location(of.at);
  out << " {";
  attributes(of, "\n ");
  out << '\n';
  body(of);
  out << "}\n";
}

//===----------------------------------------------------------------------===//
// Bodies
//===----------------------------------------------------------------------===//

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
              of.index < program.globals.size() ? program.globals[of.index].symbol : "?");
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
  bool isConstant = inRange(current->values, id) &&
                    current->values[id.index].kind != ValueKind::Computed;
  out << (isConstant ? "(" : "");
  value(id);
  out << (isConstant ? ")" : "");
}

void Printer::constant(const Value &of) {
  llvm::StringRef key = inRange(program.types, of.type) ? program[of.type].key : "";
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
    if (!isPlainFloat(of.text))
      out << "float ";
    if (isPlainFloat(of.text))
      out << of.text;
    else
      writeQuoted(out, of.text);
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
  if (!of.text.empty() && (of.kind == OpKind::Call || of.kind == OpKind::Unknown)) {
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
    place(of.place);
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

void Printer::print() {
  out << (program.isLinked ? "program " : "unit ");
  writeName(out, Spelling::File, program.name);
  out << '\n';
  for (const File &each : program.files) {
    out << "file ";
    writeName(out, Spelling::File, each.path);
    out << (each.isMain ? " main\n" : "\n");
  }
  for (const Type &each : program.types)
    declare(each);
  for (const Field &each : program.fields)
    declare(each);
  for (const Global &each : program.globals)
    declare(each);
  for (const Function &each : program.functions)
    declare(each);
  for (const LintDirective &each : program.directives)
    declare(each);
  for (const Diagnostic &each : program.errors) {
    out << "error ";
    writeQuoted(out, each.text);
    location(each.at);
    out << '\n';
  }
  out << "end\n";
}

} // namespace

void printFlow(const Program &program, llvm::raw_ostream &out) {
  Printer(program, out).print();
}

} // namespace tamga::flow
