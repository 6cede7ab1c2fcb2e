//===- RandomFlow.h - programs by chance in which something flows -------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The programs of test/unit/flow are sound, but nothing in them is worth a finding. These
/// carry pointers through locals, fields, elements, globals, out-parameters, branches,
/// loops and calls, between the functions that the pack `generic` speaks of.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_TEST_RANDOMFLOW_H
#define TAMGA_TEST_RANDOMFLOW_H

#include "finding/Finding.h"
#include "flow/Flow.h"
#include "policy/Policy.h"
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace tamga {

struct RandomFlow {
  std::string head;                   ///< Types and fields: of every unit.
  std::vector<std::string> functions; ///< Each is whole; their order means nothing.
};

/// The same for the same seed. Call number \p tainted of `other()`, which no model speaks
/// of, is one of `source()` instead (-1: none).
RandomFlow randomFlow(uint32_t seed, int tainted = -1);

/// A unit of \p functions.
std::string unitText(const std::string &name, const std::string &head,
                     const std::vector<std::string> &functions);

/// All of it as one unit.
flow::Program randomProgram(uint32_t seed);

/// Rule and line of each finding.
std::set<std::string> placesOf(const finding::Result &result);

/// The pack that these programs are written for.
const policy::Policy &genericPolicy();

} // namespace tamga

#endif // TAMGA_TEST_RANDOMFLOW_H
