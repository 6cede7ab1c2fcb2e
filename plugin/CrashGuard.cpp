//===- CrashGuard.cpp - a crash ends one task, not the scan -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// LLVM's CrashRecoveryContext jumps out of a signal handler, back to where the task was
/// started. Alone it does not survive an exhausted stack: its handler runs on the very
/// stack that has no room left. So the handlers are told to use another one, which each
/// task's thread brings along.
//===----------------------------------------------------------------------===//

#include "CrashGuard.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/raw_ostream.h"
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <vector>

namespace tamga {
namespace {

/// Those that CrashRecoveryContext handles.
constexpr int signals[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};

/// Lowering and solving recurse with the nesting of the source; memory that is not touched
/// costs nothing.
constexpr unsigned stackSize = 256u << 20;
constexpr size_t handlerStackSize = 64u << 10;

std::atomic<bool> hasCrashed = false;

std::string wordsOf(int returnCode) {
  switch (returnCode - 128) {
  case SIGABRT:
    return "abort";
  case SIGBUS:
  case SIGSEGV:
    return "segmentation fault or exhausted stack";
  case SIGFPE:
    return "arithmetic error";
  case SIGILL:
  case SIGTRAP:
    return "trap";
  default:
    return "code " + std::to_string(returnCode);
  }
}

} // namespace

void enableCrashGuard() {
  llvm::CrashRecoveryContext::Enable();
  for (const int signal : signals) {
    struct sigaction action;
    if (sigaction(signal, nullptr, &action) != 0)
      continue;
    action.sa_flags |= SA_ONSTACK;
    sigaction(signal, &action, nullptr);
  }
}

std::string runGuarded(llvm::function_ref<void()> task) {
  llvm::CrashRecoveryContext context;
  std::vector<char> handlerStack(handlerStackSize);
  const auto run = [&] {
    stack_t stack = {};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    sigaltstack(&stack, nullptr);
    task();
    stack.ss_flags = SS_DISABLE;
    sigaltstack(&stack, nullptr);
  };
  if (context.RunSafelyOnThread(run, stackSize))
    return "";
  hasCrashed = true;
  return wordsOf(context.RetCode);
}

int leave(int exitCode) {
  if (hasCrashed) {
    llvm::outs().flush();
    std::_Exit(exitCode);
  }
  return exitCode;
}

} // namespace tamga
