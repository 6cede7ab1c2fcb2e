//===- RandomProgram.h - sound programs made by chance  ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_TEST_RANDOMPROGRAM_H
#define TAMGA_TEST_RANDOMPROGRAM_H

#include "flow/Flow.h"

namespace tamga::flow {

/// A sound program with constructs and names of every kind; the same for the same seed.
Program randomProgram(uint32_t seed);

} // namespace tamga::flow

#endif // TAMGA_TEST_RANDOMPROGRAM_H
