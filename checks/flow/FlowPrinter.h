//===- FlowPrinter.h - the text form, written -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOWPRINTER_H
#define TAMGA_FLOW_FLOWPRINTER_H

#include "FlowText.h"
#include "FlowTokens.h"
#include "llvm/ADT/StringMap.h"

namespace tamga::flow {

template <class Table, class Tag> bool inRange(const Table &table, Id<Tag> id) {
  return id.index < table.size();
}

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
  void chosenPlace(const Op &of);
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

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOWPRINTER_H
