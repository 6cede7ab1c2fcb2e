//===- Pipeline.h - the whole analysis --------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PIPELINE_H
#define TAMGA_PIPELINE_H

#include "finding/Finding.h"
#include "flow/Flow.h"
#include "policy/Policy.h"

namespace tamga {

/// Findings of one unit (open world) or one linked program. NOLINT and exclusions are
/// applied. \p root: empty for the project's own.
finding::Result analyse(const flow::Program &program, const policy::Policy &policy);

} // namespace tamga

#endif // TAMGA_PIPELINE_H
