//===- FlowVerify.cpp - the invariants of the flow IR  -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three passes: the tables, then of each function its values and locals, then its blocks.
// Ids are checked before anything is looked up with them, so that any Program at all can
// be given; a block whose ids are wrong is not looked into further. Linear.
//===----------------------------------------------------------------------===//

#include "FlowVerifier.h"
#include "llvm/ADT/StringSet.h"

namespace tamga::flow {
//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

template <class Table>
void Verifier::checkUnique(const Table &table, std::string Table::value_type::*key,
                           const char *what) {
  llvm::StringSet<> seen;
  for (const auto &entry : table)
    if (check(!(entry.*key).empty(), llvm::Twine(what) + " is empty"))
      check(seen.insert(entry.*key).second,
            llvm::Twine(what) + " `" + entry.*key + "` is not unique");
}

void Verifier::checkLocation(const Location &at) {
  if (!at || !inRange(at.file, program.files, "the file of a location"))
    return;
  check(at.line && at.column, "lines and columns count from 1");
  bool hasEnd = at.endLine || at.endColumn;
  check(!hasEnd || std::pair(at.endLine, at.endColumn) >= std::pair(at.line, at.column),
        "a location ends before it begins");
}

void Verifier::checkType(const Type &of) {
  auto only = [&](bool isUsed, bool isAllowed, const char *what) {
    check(!isUsed || isAllowed, "type `" + of.key + "`: " + wordOf(typeKindWords, of.kind) +
                                    " types have no " + what);
  };
  bool isPointer = of.kind == TypeKind::Pointer || of.kind == TypeKind::Reference;
  bool isRecord = of.kind == TypeKind::Record;
  only(bool(of.pointee), isPointer || of.kind == TypeKind::Array, "pointee");
  only(of.isConstPointee, isPointer, "const pointee");
  only(!of.bases.empty(), isRecord, "bases");
  only(!of.fields.empty(), isRecord, "fields");
  only(!of.arguments.empty(), isRecord, "arguments");
  only(of.isUnion, isRecord, "union members");
  only(of.isLambda, isRecord, "captures");
  only(bool(of.callOperator), isRecord, "call operator");
  inRangeOrNone(of.pointee, program.types, "a pointee");
  inRangeOrNone(of.callOperator, program.functions, "a call operator");
  for (TypeId base : of.bases)
    if (inRange(base, program.types, "a base"))
      check(program[base].kind == TypeKind::Record,
            "type `" + of.key + "`: the base `" + program[base].key + "` is no record");
  for (TypeId argument : of.arguments)
    inRange(argument, program.types, "an argument");
  for (FieldId field : of.fields)
    if (inRange(field, program.fields, "a field"))
      check(program[field].record.index < program.types.size() &&
                &program[program[field].record] == &of,
            "type `" + of.key + "`: the field `" + program[field].key +
                "` says that it is of another record");
}

void Verifier::checkField(const Field &of) {
  inRangeOrNone(of.type, program.types, "the type of a field");
  if (of.record && inRange(of.record, program.types, "the record of a field"))
    check(program[of.record].kind == TypeKind::Record,
          "field `" + of.key + "` is of a type that is no record");
}

void Verifier::checkSymbol(llvm::StringRef symbol, Linkage linkage) {
  check(linkage == Linkage::External || symbol.contains('@'),
        "`" + symbol + "` is internal: its symbol must end in `@` and the unit");
}

void Verifier::checkGlobal(const Global &of) {
  checkSymbol(of.symbol, of.linkage);
  inRangeOrNone(of.type, program.types, "the type of a global");
  if (of.initializer && inRange(of.initializer, program.functions, "an initializer"))
    check(program[of.initializer].kind == FunctionKind::GlobalInit,
          "global `" + of.symbol + "`: the initializer is no globalInit function");
  checkLocation(of.at);
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

void Verifier::checkFunction(const Function &of) {
  checkSymbol(of.symbol, of.linkage);
  checkLocation(of.at);
  inRangeOrNone(of.record, program.types, "the class of a function");
  inRangeOrNone(of.returnType, program.types, "a return type");
  for (FunctionId id : of.overrides)
    inRange(id, program.functions, "an overridden method");
  // A library is linked, too, but is not closed.
  const auto hasUnits = [&] {
    return llvm::count_if(program.files, [](const File &file) { return file.isMain; }) > 1;
  };
  check(of.alternatives.empty() || program.isLinked || of.kind == FunctionKind::CallOperator ||
            hasUnits(),
        "only linked programs have alternatives");
  for (FunctionId id : of.alternatives)
    inRange(id, program.functions, "an alternative");
  for (const MacroUse &use : of.macros)
    checkLocation(use.spelling);
  for (const Statement &statement : of.statements)
    checkLocation(statement.at);
  checkLocals(of);
  checkValues(of);
  checkDefinitions(of);
  for (uint32_t i = 0; i < of.blocks.size(); ++i) {
    block = BlockId(i);
    checkBlock(of, of.blocks[i]);
  }
  block = {};
  op = 0;
  checkLandings(of);
}

void Verifier::checkLocals(const Function &of) {
  check(of.parameterCount <= of.locals.size(), "parameters are the first locals: some miss");
  for (uint32_t i = 0; i < of.locals.size(); ++i) {
    check((of.locals[i].kind == LocalKind::Parameter) == (i < of.parameterCount),
          "local " + llvm::Twine(i) + ": parameters, and only they, are the first locals");
    inRangeOrNone(of.locals[i].type, program.types, "the type of a local");
    checkLocation(of.locals[i].at);
  }
}

void Verifier::checkValues(const Function &of) {
  for (const Value &value : of.values) {
    inRangeOrNone(value.type, program.types, "the type of a value");
    inRangeOrNone(value.macro, of.macros, "the macro of a value");
    checkConstant(value);
  }
}

void Verifier::checkConstant(const Value &of) {
  switch (of.kind) {
  case ValueKind::Function:
  case ValueKind::MemberFunction:
    inRange(of.function, program.functions, "the function of a value");
    break;
  case ValueKind::MemberField:
    inRange(of.field, program.fields, "the field of a value");
    break;
  case ValueKind::Enumerator:
    check(!of.text.empty(), "an enumerator has no name");
    break;
  case ValueKind::Computed:
  case ValueKind::Null:
  case ValueKind::Integer:
  case ValueKind::Float:
  case ValueKind::String:
  case ValueKind::Undefined:
    break;
  }
}

/// One definition for each computed value, none for constants.
void Verifier::checkDefinitions(const Function &of) {
  std::vector<uint32_t> definitions(of.values.size());
  for (block.index = 0; block.index < of.blocks.size(); ++block.index) {
    const std::vector<Op> &ops = of.blocks[block.index].ops;
    for (op = 0; op < ops.size(); ++op) {
      ValueId result = ops[op].result;
      if (!result || !inRange(result, of.values, "a result"))
        continue;
      check(of.values[result.index].kind == ValueKind::Computed, "the result is a constant");
      check(++definitions[result.index] == 1, "this value is defined a second time");
    }
  }
  block = {};
  op = 0;
  for (uint32_t i = 0; i < of.values.size(); ++i)
    if (of.values[i].kind == ValueKind::Computed && !definitions[i])
      fault("the computed value " + llvm::Twine(i) + " has no definition");
}

std::vector<Fault> Verifier::run() {
  checkUnique(program.files, &File::path, "the path of a file");
  checkUnique(program.types, &Type::key, "the key of a type");
  checkUnique(program.fields, &Field::key, "the key of a field");
  checkUnique(program.globals, &Global::symbol, "the symbol of a global");
  checkUnique(program.functions, &Function::symbol, "the symbol of a function");
  for (const Type &each : program.types)
    checkType(each);
  for (const Field &each : program.fields)
    checkField(each);
  for (const Global &each : program.globals)
    checkGlobal(each);
  for (function.index = 0; function.index < program.functions.size(); ++function.index)
    checkFunction(program[function]);
  function = {};
  for (const LintDirective &each : program.directives)
    checkLocation(each.at);
  for (const Diagnostic &each : program.errors)
    checkLocation(each.at);
  return std::move(faults);
}

std::vector<Fault> findFaults(const Program &program) { return Verifier(program).run(); }

std::vector<std::string> verify(const Program &program) {
  std::vector<std::string> lines;
  for (const Fault &fault : findFaults(program)) {
    std::string where;
    if (fault.function)
      where = "fn " + program[fault.function].symbol;
    if (fault.block)
      where += ", b" + std::to_string(fault.block.index) + ", op " + std::to_string(fault.op);
    lines.push_back(where + (where.empty() ? "" : ": ") + fault.text);
  }
  return lines;
}

} // namespace tamga::flow
