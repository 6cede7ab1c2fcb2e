//===- ClangdHooks.cpp - clangd uses the checks without configuration --------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clangd calls these instead of its own functions: the linker's `--wrap` (see
/// CMakeLists.txt) sends the calls of `f` to `__wrap_f`, and ours of `__real_f` to `f`.
//===----------------------------------------------------------------------===//

#include "Clangd.h"
#include "ClangdMessages.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

using clang::clangd::Transport;
using clang::tidy::ClangTidyOptions;
using OptionsProvider = llvm::function_ref<void(ClangTidyOptions &, llvm::StringRef)>;

#define TAMGA_WRAP(symbol) asm("__wrap_" symbol)
#define TAMGA_REAL(symbol) asm("__real_" symbol)

//===----------------------------------------------------------------------===//
// clangd leaves out checks whose speed it does not know
//===----------------------------------------------------------------------===//

std::optional<bool> realIsFast(llvm::StringRef check)
    TAMGA_REAL("_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");
std::optional<bool> isFast(llvm::StringRef check)
    TAMGA_WRAP("_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE");

std::optional<bool> isFast(llvm::StringRef check) {
  // test/bench/clangd-ratio measures it.
  return check.starts_with("tamga-") ? true : realIsFast(check);
}

//===----------------------------------------------------------------------===//
// Which checks are on
//===----------------------------------------------------------------------===//

ClangTidyOptions realOptions(OptionsProvider provider, llvm::StringRef file)
    TAMGA_REAL("_ZN5clang6clangd21getTidyOptionsForFileEN4llvm12function_refIFvRNS_4tidy16"
               "ClangTidyOptionsENS1_9StringRefEEEES6_");
ClangTidyOptions options(OptionsProvider provider, llvm::StringRef file)
    TAMGA_WRAP("_ZN5clang6clangd21getTidyOptionsForFileEN4llvm12function_refIFvRNS_4tidy16"
               "ClangTidyOptionsENS1_9StringRefEEEES6_");

ClangTidyOptions options(OptionsProvider provider, llvm::StringRef file) {
  ClangTidyOptions options = realOptions(provider, file);
  // Without a provider clang-tidy is off. Globs that name our checks are the user's will.
  std::string checks = options.Checks.value_or("");
  if (provider && !llvm::StringRef(checks).contains("tamga"))
    options.Checks = checks + (checks.empty() ? "" : ",") + "tamga-*";
  return options;
}

//===----------------------------------------------------------------------===//
// What the editor is told
//===----------------------------------------------------------------------===//

// The constructor of ClangdLSPServer: of a file system and options, it is only passed them.
#define TAMGA_SERVER                                                                           \
  "_ZN5clang6clangd15ClangdLSPServerC1ERNS0_9TransportERKNS0_12ThreadsafeFSERKNS1_7OptionsE"

void realServer(void *self, Transport &editor, const void *files, const void *options)
    TAMGA_REAL(TAMGA_SERVER);
void server(void *self, Transport &editor, const void *files, const void *options)
    TAMGA_WRAP(TAMGA_SERVER);

void server(void *self, Transport &editor, const void *files, const void *options) {
  // A program has one server, which ends before what is static does.
  static tamga::EditorTransport messages(editor);
  realServer(self, messages, files, options);
}

//===----------------------------------------------------------------------===//
// No network
//===----------------------------------------------------------------------===//

std::unique_ptr<clang::clangd::SymbolIndex>
clang::clangd::remote::getClient(llvm::StringRef address, llvm::StringRef) {
  clang::clangd::detail::logImpl(
      clang::clangd::Logger::Error, "{0}",
      llvm::formatv("tamga-clangd uses no network: no index from {0}", address));
  return nullptr;
}
