//===- Link.h - units to one program -------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_LINK_H
#define TAMGA_FLOW_LINK_H

#include "Flow.h"

namespace tamga::flow {

/// Joins \p units into one closed program. Symbols meet by `Function::symbol`; an inline
/// definition in several units is taken from the first unit in name order; a declaration
/// takes the definition's body; types and fields meet by key; annotations and overrides
/// are united. Where several external definitions bind to one call, all are kept as
/// candidates in `Function::alternatives` of the first. The result does not depend on the
/// order of \p units.
Program link(std::vector<Program> units, std::string name);

/// \p program with \p unit as it is now: what its main file defines, says of NOLINT or has
/// errors in is taken from \p unit, everything else from both.
Program relink(const Program &program, Program unit);

} // namespace tamga::flow

#endif // TAMGA_FLOW_LINK_H
