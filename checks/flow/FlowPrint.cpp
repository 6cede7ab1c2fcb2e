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
//           | field KEY [: TYPE] [of TYPE] {is FLAG | name "" | annotation ""}
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
//     addr PLACE [by (VALUE,..)]  load PLACE [by (VALUE,..)]  store PLACE = VALUE
//     CODE(VALUE,..)
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

#include "FlowPrinter.h"

namespace tamga::flow {

//===----------------------------------------------------------------------===//
// Names of things
//===----------------------------------------------------------------------===//

void Printer::type(TypeId id) {
  if (inRange(program.types, id))
    writeName(out, Spelling::Type, program[id].key);
  else
    out << (id ? "\"?\"" : "?");
}

void Printer::function(FunctionId id) {
  writeName(out, Spelling::Symbol,
            inRange(program.functions, id) ? llvm::StringRef(program[id].symbol) : "?");
}

void Printer::field(FieldId id) {
  writeName(out, Spelling::Key,
            inRange(program.fields, id) ? llvm::StringRef(program[id].key) : "?");
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
  flags(of, fieldFlags, {});
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
  bool hasBraces = of.hasBody() || of.locals.size() > of.parameterCount || !of.macros.empty() ||
                   !of.statements.empty();
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

void printFlow(const Program &program, llvm::raw_ostream &out) {
  Printer(program, out).print();
}

} // namespace tamga::flow
