//===- Boundary.h - what a policy asks of lowering ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_BOUNDARY_H
#define TAMGA_PLUGIN_BOUNDARY_H

#include "lower/Lower.h"
#include "policy/Policy.h"

namespace tamga {

/// The same in all doors: they find the same only in the same flow.
inline lower::Boundary boundaryOf(const policy::Policy &policy) {
  return {policy.boundary.namespaces, policy.boundary.paths, !policy.project.fixes.empty()};
}

} // namespace tamga

#endif // TAMGA_PLUGIN_BOUNDARY_H
