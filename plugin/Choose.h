//===- Choose.h - what --check asks for ---------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_CHOOSE_H
#define TAMGA_PLUGIN_CHOOSE_H

#include "Options.h"
#include "finding/Finding.h"

namespace tamga {

/// Leaves what the checks that \p settings name say, as clang-tidy's `-checks` does. An error
/// for one that says nothing here. \p isWhole: no unit of the build was left out.
llvm::Error choose(finding::Result &result, const Settings &settings, bool isWhole);

} // namespace tamga

#endif // TAMGA_PLUGIN_CHOOSE_H
