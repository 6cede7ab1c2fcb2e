//===- PolicyCache.h - policies that stay in memory -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_POLICYCACHE_H
#define TAMGA_PLUGIN_POLICYCACHE_H

#include "policy/PolicyReader.h"
#include <memory>

namespace tamga {

/// What policy::readPolicy makes of \p request, as its files are now. They are read again
/// only when one of them has changed: reading them takes longer than most edits. Errors are
/// not kept. Thread-safe.
llvm::Expected<std::shared_ptr<const policy::Policy>>
currentPolicy(const policy::PolicyRequest &request);

} // namespace tamga

#endif // TAMGA_PLUGIN_POLICYCACHE_H
