//===- Link.cpp - units to one program -----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Units are taken in the order of their names, so the order in which they are given does
// not matter. Each is poured into the result: an entry whose name is new is moved there, one
// whose name is known is united with what is there.
//
//   a.cpp: int f(int) [[clang::annotate("tamga:...")]];  void g() { f(1); }
//   b.cpp: int f(int x) { return x; }
//
// `f` of a.cpp takes the body of b.cpp and keeps its annotation; the call in `g` needs
// nothing, because ids are renumbered, not names. A second external definition of `f`, in
// c.cpp, becomes the function `f@c.cpp` and an alternative of `f`: whoever calls `f` may
// reach either. Ids of a body are renumbered only if the body stays, so the cost is linear
// in the size of the result plus the names of the units.
//===----------------------------------------------------------------------===//

#include "Link.h"
#include "FlowRemap.h"
#include "FlowText.h"
#include "Targets.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <algorithm>

namespace tamga::flow {
namespace {

class Linker {
public:
  explicit Linker(std::string name) {
    result.name = std::move(name);
    result.isLinked = true;
  }
  void add(Program unit);
  Program result;

private:
  /// Where each entry of \p from goes; entries with new names get an empty place.
  template <class Entry>
  std::vector<uint32_t> meet(const std::vector<Entry> &from, std::vector<Entry> &into,
                             std::string Entry::*name, llvm::StringMap<uint32_t> &ids);
  template <class Entry>
  void pour(std::vector<Entry> &from, std::vector<Entry> &into,
            const std::vector<uint32_t> &to);
  void pourFunctions(Program &unit);
  void addAlternative(Function &first, Function &other);
  void addOnce(LintDirective &directive);
  void addOnce(Diagnostic &error);

  void unite(Type &known, Type &other);
  void unite(Field &known, Field &other);
  void unite(Global &known, Global &other);
  void unite(Function &known, Function &other);

  llvm::StringMap<uint32_t> files, types, fields, globals, functions;
  llvm::StringSet<> said; ///< Directives and errors so far.
  Remap to;               ///< Of the unit being added.
};

/// Adds to \p known what it lacks of \p more.
template <class List> void addMissing(List &known, const List &more) {
  if (known == more)
    return;
  for (const auto &entry : more)
    if (!llvm::is_contained(known, entry))
      known.push_back(entry);
}

template <class Tag> void fill(Id<Tag> &known, Id<Tag> other) {
  if (!known)
    known = other;
}

//===----------------------------------------------------------------------===//
// Two entries of one name
//===----------------------------------------------------------------------===//

/// Nothing is known but its name and kind.
bool isOnlyNamed(const Type &type) {
  return !type.pointee && type.bases.empty() && type.fields.empty() && type.arguments.empty() &&
         !type.callOperator;
}

void Linker::unite(Type &known, Type &other) {
  to.apply(other);
  if (known.kind != other.kind) {
    // One of the two was named without being seen: the other says what it is.
    bool otherKnows =
        known.kind == TypeKind::Other || (isOnlyNamed(known) && other.kind != TypeKind::Other);
    if (otherKnows)
      std::swap(known, other);
    addMissing(known.annotations, other.annotations);
    return;
  }
  if (known.name == known.key)
    known.name = other.name;
  fill(known.pointee, other.pointee);
  fill(known.callOperator, other.callOperator);
  known.isConstPointee |= other.isConstPointee;
  known.isUnion |= other.isUnion;
  known.isLambda |= other.isLambda;
  addMissing(known.bases, other.bases);
  addMissing(known.fields, other.fields);
  if (known.arguments.empty())
    known.arguments = other.arguments; // Positions count, and one may occur twice.
  addMissing(known.annotations, other.annotations);
}

void Linker::unite(Field &known, Field &other) {
  to.apply(other);
  if (known.name == known.key)
    known.name = other.name;
  fill(known.type, other.type);
  fill(known.record, other.record);
  known.isEmbedded |= other.isEmbedded;
  addMissing(known.annotations, other.annotations);
}

void Linker::unite(Global &known, Global &other) {
  to.apply(other);
  if (other.isDefinition && !known.isDefinition)
    std::swap(known, other);
  else if (known.isDefinition == other.isDefinition)
    known.isConst &= other.isConst;
  if (known.name == known.symbol)
    known.name = other.name;
  known.isThreadLocal |= other.isThreadLocal;
  fill(known.type, other.type);
  fill(known.initializer, other.initializer);
  if (!known.at)
    known.at = other.at;
  addMissing(known.annotations, other.annotations);
}

/// \p known gets what \p other says about the function, apart from its body.
void uniteHeads(Function &known, const Function &other) {
  if (known.name == known.symbol)
    known.name = other.name;
  if (known.display == known.symbol || known.display.empty())
    known.display = other.display;
  if (known.kind == FunctionKind::Plain)
    known.kind = other.kind;
  known.isStatic |= other.isStatic;
  known.isVirtual |= other.isVirtual;
  known.isVariadic |= other.isVariadic;
  known.isNoReturn |= other.isNoReturn;
  known.isInline |= other.isInline;
  known.isConst |= other.isConst;
  fill(known.record, other.record);
  fill(known.returnType, other.returnType);
  addMissing(known.overrides, other.overrides);
  addMissing(known.alternatives, other.alternatives);
  addMissing(known.annotations, other.annotations);
  for (uint32_t i = 0; i < std::min(known.parameterCount, other.parameterCount); ++i) {
    fill(known.locals[i].type, other.locals[i].type);
    addMissing(known.locals[i].annotations, other.locals[i].annotations);
  }
  if (!known.at)
    known.at = other.at;
}

void Linker::unite(Function &known, Function &other) {
  // A definition that others may have, too, gives way to one that nobody else may have.
  bool isWeaker = known.isInline && !other.isInline;
  bool takesBody = other.hasBody() && (!known.hasBody() || isWeaker);
  if (!takesBody) { // What stays of the other is its head.
    other.blocks.clear();
    other.values.clear();
    other.macros.clear();
    other.statements.clear();
  }
  to.apply(other);
  // A definition knows its parameters best, then whoever knows most of them.
  bool isInline = takesBody ? other.isInline
                            : known.isInline || (!known.hasBody() && other.isInline);
  if (takesBody || (!known.hasBody() && known.parameterCount < other.parameterCount))
    std::swap(known, other);
  uniteHeads(known, other);
  known.isInline = isInline;
  if (!known.hasBody() && known.incomplete.empty())
    known.incomplete = other.incomplete;
}

//===----------------------------------------------------------------------===//
// One unit
//===----------------------------------------------------------------------===//

template <class Entry>
std::vector<uint32_t> Linker::meet(const std::vector<Entry> &from, std::vector<Entry> &into,
                                   std::string Entry::*name, llvm::StringMap<uint32_t> &ids) {
  std::vector<uint32_t> indices;
  indices.reserve(from.size());
  for (const Entry &entry : from) {
    auto [position, isNew] = ids.try_emplace(entry.*name, into.size());
    if (isNew)
      into.emplace_back();
    indices.push_back(position->second);
  }
  return indices;
}

static bool isEmptyPlace(const Type &type) { return type.key.empty(); }
static bool isEmptyPlace(const Field &field) { return field.key.empty(); }
static bool isEmptyPlace(const Global &global) { return global.symbol.empty(); }

template <class Entry>
void Linker::pour(std::vector<Entry> &from, std::vector<Entry> &into,
                  const std::vector<uint32_t> &indices) {
  for (size_t i = 0; i < from.size(); ++i) {
    Entry &known = into[indices[i]];
    if (!isEmptyPlace(known)) {
      unite(known, from[i]);
      continue;
    }
    to.apply(from[i]);
    known = std::move(from[i]);
  }
}

void Linker::pourFunctions(Program &unit) {
  for (size_t i = 0; i < unit.functions.size(); ++i) {
    Function &function = unit.functions[i], &known = result.functions[to.functions[i]];
    if (known.symbol.empty()) {
      to.apply(function);
      known = std::move(function);
      continue;
    }
    bool bothDefine = known.hasBody() && function.hasBody() && !known.isInline &&
                      !function.isInline && known.linkage == Linkage::External &&
                      function.linkage == Linkage::External;
    if (!bothDefine) {
      unite(known, function);
      continue;
    }
    to.apply(function);
    Function other = std::move(function);
    other.symbol += '@';
    other.symbol += unit.name;
    addAlternative(known, other);
  }
}

void Linker::addAlternative(Function &first, Function &other) {
  while (!functions.try_emplace(other.symbol, result.functions.size()).second)
    other.symbol += '+'; // Two units of one name.
  uniteHeads(first, other);
  first.alternatives.push_back(FunctionId(static_cast<uint32_t>(result.functions.size())));
  result.functions.push_back(std::move(other));
}

/// Tells apart what is said of different places.
std::string keyOf(char what, const Location &at) {
  std::string key(1, what);
  for (uint32_t part : {at.file.index, at.line, at.column}) {
    key += std::to_string(part);
    key += ' ';
  }
  return key;
}

void Linker::addOnce(LintDirective &directive) {
  to.apply(directive.at);
  std::string key = keyOf(static_cast<char>('0' + directive.kind), directive.at);
  for (const std::string &check : directive.checks) {
    key += check;
    key += ',';
  }
  if (said.insert(key).second)
    result.directives.push_back(std::move(directive));
}

void Linker::addOnce(Diagnostic &error) {
  to.apply(error.at);
  if (said.insert(keyOf('e', error.at) + error.text).second)
    result.errors.push_back(std::move(error));
}

void Linker::add(Program unit) {
  to.files = meet(unit.files, result.files, &File::path, files);
  to.types = meet(unit.types, result.types, &Type::key, types);
  to.fields = meet(unit.fields, result.fields, &Field::key, fields);
  to.globals = meet(unit.globals, result.globals, &Global::symbol, globals);
  to.functions = meet(unit.functions, result.functions, &Function::symbol, functions);
  for (size_t i = 0; i < unit.files.size(); ++i) {
    File &known = result.files[to.files[i]];
    known.path = unit.files[i].path;
    known.isMain |= unit.files[i].isMain;
  }
  pour(unit.types, result.types, to.types);
  pour(unit.fields, result.fields, to.fields);
  pour(unit.globals, result.globals, to.globals);
  pourFunctions(unit);
  for (LintDirective &directive : unit.directives)
    addOnce(directive);
  for (Diagnostic &error : unit.errors)
    addOnce(error);
}

/// By name; units of one name, which should not be, by their text.
bool comesFirst(const Program &one, const Program &other) {
  if (one.name != other.name)
    return one.name < other.name;
  std::string texts[2];
  const Program *programs[] = {&one, &other};
  for (int i : {0, 1}) {
    llvm::raw_string_ostream out(texts[i]);
    printFlow(*programs[i], out);
  }
  return texts[0] < texts[1];
}

} // namespace

Program link(std::vector<Program> units, std::string name) {
  std::sort(units.begin(), units.end(), comesFirst);
  Linker linker(std::move(name));
  for (Program &unit : units)
    linker.add(std::move(unit));
  return std::move(linker.result);
}

Program relink(const Program &program, Program unit) {
  llvm::StringSet<> own;
  for (const File &file : unit.files)
    if (file.isMain)
      own.insert(file.path);
  const auto isOwn = [&](Location at) { return at && own.contains(program[at.file].path); };
  llvm::BitVector others(program.functions.size());
  for (size_t index = 0; index < program.functions.size(); ++index)
    others[index] = !isOwn(program.functions[index].at);
  Program rest = partOf(program, others);
  llvm::erase_if(rest.directives, [&](const LintDirective &one) { return isOwn(one.at); });
  llvm::erase_if(rest.errors, [&](const Diagnostic &one) { return isOwn(one.at); });
  std::vector<Program> both;
  both.push_back(std::move(rest));
  both.push_back(std::move(unit));
  Program anew = link(std::move(both), program.name);
  anew.isLinked = program.isLinked;
  return anew;
}

} // namespace tamga::flow
