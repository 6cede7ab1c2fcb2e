//===- CrashGuard.h - a crash ends one task, not the scan ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_CRASHGUARD_H
#define TAMGA_PLUGIN_CRASHGUARD_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include <string>

namespace tamga {

/// Makes runGuarded() guard. Once, before there are threads; not for libraries: it takes
/// the signals of the whole process.
void enableCrashGuard();

/// Runs \p task on a thread of its own with a deep stack. If the task crashes (a signal, a
/// failed assertion, an exhausted stack, a fatal error of LLVM), it ends there, what it
/// held is leaked, and this returns what happened, such as "segmentation fault". Returns
/// an empty string if all went well. Thread-safe.
std::string runGuarded(llvm::function_ref<void()> task);

/// Leaves main() with \p exitCode. A task that crashed has left pointers to its stack in
/// tables that LLVM tidies up at the end: after a crash nothing is tidied up.
int leave(int exitCode);

} // namespace tamga

#endif // TAMGA_PLUGIN_CRASHGUARD_H
