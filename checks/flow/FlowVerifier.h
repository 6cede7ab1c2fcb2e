//===- FlowVerifier.h - the invariants of the flow IR ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOWVERIFIER_H
#define TAMGA_FLOW_FLOWVERIFIER_H

#include "FlowTokens.h"
#include "FlowVerify.h"
#include "llvm/ADT/Twine.h"

namespace tamga::flow {

/// One walk over a program. FlowVerify.cpp has the tables, FlowVerifyBody.cpp the blocks.
class Verifier {
public:
  explicit Verifier(const Program &program) : program(program) {}
  std::vector<Fault> run();

private:
  void fault(const llvm::Twine &text) { faults.push_back({text.str(), function, block, op}); }
  /// Reports \p text unless \p holds, which it returns.
  bool check(bool holds, const llvm::Twine &text) {
    if (!holds)
      fault(text);
    return holds;
  }
  template <class Table, class Tag>
  bool inRange(Id<Tag> id, const Table &table, const char *what) {
    return check(id.index < table.size(), llvm::Twine(what) + " is out of range");
  }
  /// As inRange; none is fine.
  template <class Table, class Tag>
  bool inRangeOrNone(Id<Tag> id, const Table &table, const char *what) {
    return !id || inRange(id, table, what);
  }
  template <class Table>
  void checkUnique(const Table &table, std::string Table::value_type::*key, const char *what);

  void checkLocation(const Location &at);
  void checkType(const Type &of);
  void checkField(const Field &of);
  void checkGlobal(const Global &of);
  void checkSymbol(llvm::StringRef symbol, Linkage linkage);
  void checkFunction(const Function &of);
  void checkLocals(const Function &of);
  void checkValues(const Function &of);
  void checkConstant(const Value &of);

  // Bodies.
  void checkDefinitions(const Function &of);
  void checkBlock(const Function &of, const Block &checked);
  bool checkIds(const Function &of, const Op &checked);
  void checkPlace(const Function &of, const Op &checked);
  bool checkRoot(const Function &of, const Place &place);
  void checkSteps(const Place &place);
  void checkFields(const Op &checked);
  void checkCounts(const Op &checked);
  void checkCall(const Op &checked);
  void checkLandings(const Function &of);

  const Program &program;
  std::vector<Fault> faults;
  FunctionId function; ///< Where we are.
  BlockId block;
  uint32_t op = 0;
};

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOWVERIFIER_H
