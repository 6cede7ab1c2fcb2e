//===- ClangdMain.cpp - clangd with the checks linked in ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `tamga-clangd`: Debian's clangd 19, from the libraries that it is made of. clangd loads
/// no plugins. All that it does is done by clangdMain; TidyModule.cpp registers the checks,
/// and ClangdHooks.cpp makes clangd use them without being configured to. One option is
/// ours: `--tamga-budget=MS`, the processor time that a file may have at each edit.
//===----------------------------------------------------------------------===//

#include "Clangd.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

/// Whether clang's own headers are told: on the command line or in what clangd reads
/// before it.
static bool namesResources(llvm::ArrayRef<char *> arguments) {
  const std::string flags = llvm::sys::Process::GetEnv("CLANGD_FLAGS").value_or("");
  return llvm::StringRef(flags).contains("-resource-dir") ||
         llvm::any_of(arguments, [](llvm::StringRef argument) {
           return argument.ltrim('-').starts_with("resource-dir");
         });
}

/// Takes our own option out of \p arguments; clangd refuses what it does not know. Returns
/// whether its value is one.
static bool readBudget(std::vector<char *> &arguments) {
  constexpr llvm::StringLiteral name = "--tamga-budget=";
  bool isGood = true;
  llvm::erase_if(arguments, [&](llvm::StringRef argument) {
    unsigned milliseconds = 0;
    if (!argument.consume_front(name))
      return false;
    if (argument.getAsInteger(10, milliseconds)) {
      llvm::errs() << "tamga-clangd: error: " << name << argument
                   << ": the budget of an edit is a number of milliseconds, as in " << name
                   << "1000\n";
      isGood = false;
    }
    tamga::editBudget = std::chrono::milliseconds(milliseconds);
    return true;
  });
  return isGood;
}

int main(int argc, char **argv) {
  std::vector<char *> arguments(argv, argv + argc);
  if (!readBudget(arguments))
    return 1;
  // clangd looks for clang's headers beside itself. This program lies elsewhere.
  std::string resources = "--resource-dir=" TAMGA_RESOURCE_DIR;
  if (!namesResources(arguments) && llvm::sys::fs::is_directory(TAMGA_RESOURCE_DIR))
    arguments.insert(arguments.begin() + 1, resources.data());
  const auto asksFor = [&](llvm::StringRef what) {
    return llvm::any_of(llvm::ArrayRef(arguments).drop_front(),
                        [&](llvm::StringRef argument) { return argument.ltrim('-') == what; });
  };
  if (asksFor("version"))
    llvm::outs() << "tamga-clangd " TAMGA_VERSION ", with\n";
  if (asksFor("help") || asksFor("help-hidden") || asksFor("h"))
    llvm::outs()
        << "tamga-clangd is clangd with the checks of Tamga, and one option more:\n\n"
           "  --tamga-budget=<milliseconds> - Processor time that Tamga may have for a "
           "file at each edit (default: 1000)\n\n";
  const int count = arguments.size();
  arguments.push_back(nullptr);
  return clang::clangd::clangdMain(count, arguments.data());
}
