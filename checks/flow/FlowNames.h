//===- FlowNames.h - what the text has named so far  -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Text may speak of things before it declares them, or never declare them. A mention makes
/// an entry; at the end what was never declared is completed from its name and its uses,
/// and the tables are put in the order of declarations, then of mentions.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOWNAMES_H
#define TAMGA_FLOW_FLOWNAMES_H

#include "Flow.h"
#include "FlowCursor.h"
#include "FlowVerify.h"
#include "llvm/ADT/StringMap.h"

namespace tamga::flow {

class Names {
public:
  Program program;

  // The entry of a name, made on the first mention, at \p where in the text.
  FileId file(llvm::StringRef path, size_t where);
  TypeId type(llvm::StringRef key, size_t where);
  FieldId field(llvm::StringRef key, size_t where);
  GlobalId global(llvm::StringRef symbol, size_t where);
  FunctionId function(llvm::StringRef symbol, size_t where);

  // Called once for each declaration; false: there was one before.
  bool declare(FileId id) { return files.declare(id.index); }
  bool declare(TypeId id) { return types.declare(id.index); }
  bool declare(FieldId id) { return fields.declare(id.index); }
  bool declare(GlobalId id) { return globals.declare(id.index); }
  bool declare(FunctionId id) { return functions.declare(id.index); }

  /// \p id was declared without its kind.
  void inferKind(TypeId id) { kindless.push_back(id); }
  /// The record of \p id follows from its key.
  void inferRecord(FieldId id) { recordless.push_back(id); }
  /// A call of \p id, with or without an object.
  void called(FunctionId id, size_t argumentCount, bool hasThis);

  /// Where the ops of \p id are in the text, block after block.
  void bodyIs(FunctionId id, std::vector<size_t> opWhere);

  /// Completes and orders the program.
  bool finish(Cursor &cursor);
  /// After finish: where in the text \p fault is.
  size_t where(const Fault &fault) const;

private:
  struct Table {
    llvm::StringMap<uint32_t> ids;
    std::vector<uint32_t> declared; ///< In order.
    std::vector<bool> isDeclared;
    std::vector<size_t> where; ///< Of the first mention.

    bool declare(uint32_t index);
    std::vector<uint32_t> order() const;
  };
  struct Calls {
    size_t argumentCount = 0;
    bool isCalled = false, hasThis = false;
  };

  template <class Entry>
  uint32_t mention(Table &table, std::vector<Entry> &entries, llvm::StringRef name,
                   size_t where);
  bool completeField(FieldId id, Cursor &cursor);
  void completeType(TypeId id);
  void completeFunction(uint32_t index);
  void reorder();

  Table files, types, fields, globals, functions;
  std::vector<TypeId> kindless;
  std::vector<FieldId> recordless;
  std::vector<Calls> calls; ///< By FunctionId.
  std::vector<size_t> functionWhere;
  std::vector<std::vector<size_t>> opWhere; ///< By FunctionId.
};

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOWNAMES_H
