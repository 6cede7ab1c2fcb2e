//===- FlowVerify.h - the invariants of the flow IR ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOWVERIFY_H
#define TAMGA_FLOW_FLOWVERIFY_H

#include "Flow.h"

namespace tamga::flow {

/// A broken invariant and where it is: in a table, a function, or one of its ops.
struct Fault {
  std::string text; ///< One line, without the place.
  FunctionId function;
  BlockId block;
  uint32_t op = 0; ///< In the block.
};

/// In the order of the tables, functions, blocks and ops.
std::vector<Fault> findFaults(const Program &program);

/// One line for each broken invariant that Flow.h states; empty: the program is sound.
std::vector<std::string> verify(const Program &program);

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOWVERIFY_H
