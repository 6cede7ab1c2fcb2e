//===- FlowNames.cpp - what the text has named so far  -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowNames.h"
#include "FlowRemap.h"

namespace tamga::flow {

bool Names::Table::declare(uint32_t index) {
  if (isDeclared[index])
    return false;
  isDeclared[index] = true;
  declared.push_back(index);
  return true;
}

/// The new index of each entry.
std::vector<uint32_t> Names::Table::order() const {
  std::vector<uint32_t> to(isDeclared.size());
  uint32_t next = 0;
  for (uint32_t index : declared)
    to[index] = next++;
  for (uint32_t index = 0; index < to.size(); ++index)
    if (!isDeclared[index])
      to[index] = next++;
  return to;
}

template <class Entry>
uint32_t Names::mention(Table &table, std::vector<Entry> &entries, llvm::StringRef name,
                        size_t where) {
  auto [position, isNew] = table.ids.try_emplace(name, entries.size());
  if (isNew) {
    entries.emplace_back();
    table.isDeclared.push_back(false);
    table.where.push_back(where);
  }
  return position->second;
}

FileId Names::file(llvm::StringRef path, size_t where) {
  FileId id(mention(files, program.files, path, where));
  program.files[id.index].path = path;
  return id;
}

TypeId Names::type(llvm::StringRef key, size_t where) {
  TypeId id(mention(types, program.types, key, where));
  if (program[id].key.empty())
    program[id].name = program[id].key = key;
  return id;
}

FieldId Names::field(llvm::StringRef key, size_t where) {
  FieldId id(mention(fields, program.fields, key, where));
  if (program[id].key.empty())
    program[id].name = program[id].key = key;
  return id;
}

GlobalId Names::global(llvm::StringRef symbol, size_t where) {
  GlobalId id(mention(globals, program.globals, symbol, where));
  if (program[id].symbol.empty())
    program[id].name = program[id].symbol = symbol;
  return id;
}

FunctionId Names::function(llvm::StringRef symbol, size_t where) {
  FunctionId id(mention(functions, program.functions, symbol, where));
  calls.resize(program.functions.size());
  Function &entry = program[id];
  if (entry.symbol.empty())
    entry.display = entry.name = entry.symbol = symbol;
  return id;
}

void Names::called(FunctionId id, size_t argumentCount, bool hasThis) {
  Calls &all = calls[id.index];
  all.isCalled = true;
  all.argumentCount = std::max(all.argumentCount, argumentCount);
  all.hasThis |= hasThis;
}

void Names::bodyIs(FunctionId id, std::vector<size_t> where) {
  opWhere.resize(program.functions.size());
  opWhere[id.index] = std::move(where);
}

size_t Names::where(const Fault &fault) const {
  if (!fault.function)
    return 0;
  size_t op = fault.op;
  for (uint32_t i = 0; fault.block && i < fault.block.index; ++i)
    op += program[fault.function].blocks[i].ops.size();
  const std::vector<size_t> &ops = opWhere[fault.function.index];
  return fault.block && op < ops.size() ? ops[op] : functionWhere[fault.function.index];
}

/// `profile::iin` is a field of the record `profile`.
bool Names::completeField(FieldId id, Cursor &cursor) {
  llvm::StringRef key = program[id].key;
  size_t colons = key.rfind("::");
  if (colons == llvm::StringRef::npos || colons == 0)
    return cursor.failAt(fields.where[id.index],
                         "no field `" + key +
                             "` is declared; one that is not is named with "
                             "its record, as in `profile::iin`");
  TypeId record = type(key.take_front(colons), fields.where[id.index]);
  program[id].record = record;
  program[record].fields.push_back(id);
  return true;
}

static std::optional<TypeKind> builtinKind(llvm::StringRef key) {
  if (key == "void" || key == "bool")
    return key == "void" ? TypeKind::Void : TypeKind::Bool;
  if (key == "float" || key == "double" || key == "long double")
    return TypeKind::Float;
  llvm::StringRef last = key.rsplit(' ').second.empty() ? key : key.rsplit(' ').second;
  for (llvm::StringRef word : {"int", "char", "long", "short", "unsigned", "signed", "size_t",
                               "int32_t", "int64_t", "uint8_t", "uint32_t", "uint64_t"})
    if (last == word)
      return TypeKind::Integer;
  return std::nullopt;
}

/// A type that is only named: its spelling says what it is.
void Names::completeType(TypeId id) {
  std::string key = program[id].key;
  llvm::StringRef rest = key;
  auto pointTo = [&](TypeKind kind) {
    bool isConst = rest.consume_front("const ");
    TypeId pointee = type(rest.rtrim(), types.where[id.index]);
    program[id].kind = kind;
    program[id].pointee = pointee;
    program[id].isConstPointee = isConst;
  };
  const size_t longest = 2000; // Each `*` makes a type with a name one shorter.
  if (rest.size() > longest)
    program[id].kind = TypeKind::Other;
  else if (rest.size() > 1 && rest.consume_back("*"))
    pointTo(TypeKind::Pointer);
  else if (rest.size() > 2 && rest.consume_back("&&"))
    pointTo(TypeKind::Reference);
  else if (rest.size() > 1 && rest.consume_back("&"))
    pointTo(TypeKind::Reference);
  else
    program[id].kind = builtinKind(key).value_or(TypeKind::Record);
}

void Names::completeFunction(uint32_t index) {
  Function &function = program.functions[index];
  if (calls[index].hasThis && function.kind == FunctionKind::Plain)
    function.kind = FunctionKind::Method;
  if (functions.isDeclared[index] || !calls[index].isCalled)
    return;
  function.parameterCount = static_cast<uint32_t>(calls[index].argumentCount);
  Local parameter;
  parameter.kind = LocalKind::Parameter;
  function.locals.assign(function.parameterCount, parameter);
}

template <class Entry>
static void permute(std::vector<Entry> &entries, const std::vector<uint32_t> &to) {
  std::vector<Entry> moved(entries.size());
  for (size_t i = 0; i < entries.size(); ++i)
    moved[to[i]] = std::move(entries[i]);
  entries = std::move(moved);
}

void Names::reorder() {
  Remap to{files.order(), types.order(), fields.order(), globals.order(), functions.order()};
  functionWhere = functions.where;
  permute(functionWhere, to.functions);
  opWhere.resize(program.functions.size());
  permute(opWhere, to.functions);
  permute(program.files, to.files);
  permute(program.types, to.types);
  permute(program.fields, to.fields);
  permute(program.globals, to.globals);
  permute(program.functions, to.functions);
  for (Type &each : program.types)
    to.apply(each);
  for (Field &each : program.fields)
    to.apply(each);
  for (Global &each : program.globals)
    to.apply(each);
  for (Function &each : program.functions)
    to.apply(each);
  for (LintDirective &each : program.directives)
    to.apply(each.at);
  for (Diagnostic &each : program.errors)
    to.apply(each.at);
}

bool Names::finish(Cursor &cursor) {
  for (uint32_t i = 0; i < program.fields.size(); ++i)
    if (!fields.isDeclared[i])
      recordless.push_back(FieldId(i));
  for (FieldId id : recordless)
    if (!completeField(id, cursor))
      return false;
  for (TypeId id : kindless)
    completeType(id);
  for (uint32_t i = 0; i < program.types.size(); ++i) // Completing may add types.
    if (!types.isDeclared[i])
      completeType(TypeId(i));
  for (uint32_t i = 0; i < program.functions.size(); ++i)
    completeFunction(i);
  reorder();
  return true;
}

} // namespace tamga::flow
