//===- ClangdHost.cpp - the checks inside clangd -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckHost.h"
#include "Clangd.h"
#include "policy/PolicyReader.h"
#include "llvm/Support/FileSystem.h"

namespace tamga {

// An edit must not wait for longer than a person notices.
std::chrono::milliseconds editBudget = std::chrono::seconds(1);

const CheckHost &checkHost() {
  static const CheckHost host = {
      .policyPath = policy::defaultPolicyPath(ownProgram()),
      .log =
          [](llvm::StringRef line) {
            clang::clangd::detail::logImpl(clang::clangd::Logger::Info, "{0}",
                                           llvm::formatv("tamga: {0}", line));
          },
      .budget = editBudget,
      .isEditor = true,
      .noteMark = noteMark,
      .baselineMark = baselineMark,
  };
  return host;
}

std::string ownProgram() {
  return llvm::sys::fs::getMainExecutable("tamga-clangd",
                                          reinterpret_cast<void *>(&ownProgram));
}

} // namespace tamga
