//===- FlowParse.h - the text form, read  ------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Reader: what declarations and bodies share. BodyParser: one function's braces. The
/// grammar is in FlowPrint.cpp. Every function that reads returns false once something has
/// failed; the failure itself is in the cursor.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOWPARSE_H
#define TAMGA_FLOW_FLOWPARSE_H

#include "FlowCursor.h"
#include "FlowNames.h"

namespace tamga::flow {

class Reader {
public:
  explicit Reader(llvm::StringRef text) : cursor(text) {}

  bool type(TypeId &id);
  bool types(std::vector<TypeId> &ids);
  bool field(FieldId &id);
  bool function(FunctionId &id);
  bool functions(std::vector<FunctionId> &ids);
  /// `: TYPE`, if it is there.
  bool typeSuffix(TypeId &id);
  /// One quoted text, put behind the others.
  bool text(std::vector<std::string> &texts);
  /// `@ ...`, if it is there.
  bool location(Location &at);
  /// One attribute of a function; false without failure: there is none here.
  bool attribute(Function &of);
  /// The words after `is`.
  template <class Struct, class Other>
  bool flags(Struct &of, llvm::ArrayRef<Flag<Struct>> table, Other other);

  Cursor cursor;
  Names names;

private:
  bool functionFlags(Function &of);

  FileId file; ///< Of the location read last.
};

template <class Struct, class Other>
bool Reader::flags(Struct &of, llvm::ArrayRef<Flag<Struct>> table, Other other) {
  for (size_t count = 0;; ++count) {
    llvm::StringRef word = cursor.word();
    bool isFlag = !word.empty() && other(word);
    for (const Flag<Struct> &flag : table)
      if (word == flag.word)
        isFlag = of.*flag.member = true;
    if (!isFlag)
      return count > 0 || cursor.expected("a flag");
    cursor.acceptWord(word);
  }
}

class BodyParser {
public:
  BodyParser(Reader &reader, Function &function)
      : reader(reader), cursor(reader.cursor), function(function) {}

  /// `(a: T, b: T, ...)`
  bool parameters();
  /// After `{` up to `}`.
  bool body();

  /// Where each op is in the text, block after block.
  std::vector<size_t> opWhere;

private:
  bool line();
  bool label();
  bool finishBlocks();

  // What functions own: locals, macros, values, blocks.
  bool declareLocal(LocalKind kind);
  bool localName(std::string &name, uint32_t &number);
  bool local(uint32_t &index);
  bool declareMacro();
  bool declareStatement();
  bool macro(MacroId &id);
  bool block(BlockId &id);
  bool computed(ValueId &id);
  bool seesValue();
  bool value(ValueId &id);
  bool constant(Value &of);
  bool number(Value &of);
  bool constantTail(Value of, const char *defaultType, ValueId &id);
  bool values(Op &op);
  bool place(Place &of);
  bool step(Place &of);
  bool bracketStep(Step &of);

  bool op();
  bool operation(Op &op);
  bool memory(Op &op);
  bool call(Op &op);
  bool terminator(Op &op);
  bool cases(Op &op);
  bool opTail(Op &op);

  Reader &reader;
  Cursor &cursor;
  Function &function;
  struct Target {
    uint32_t index = Id<BlockTag>::none; ///< In Function::blocks.
    size_t where = 0;                    ///< Of the first mention.
    std::string name;
  };
  /// Until the end a BlockId is an index into `targets`, and the ids of constants have
  /// `constantBit`: they move behind the computed values.
  static constexpr uint32_t constantBit = 1u << 31;
  std::vector<Target> targets;
  llvm::StringMap<uint32_t> targetNames, valueNames, constantNames;
  std::vector<Value> constants;
  llvm::StringMap<llvm::SmallVector<uint32_t, 1>> localNames, macroNames;
  std::vector<bool> isDeclared; ///< By LocalId.
};

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOWPARSE_H
