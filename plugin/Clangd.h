//===- Clangd.h - what of clangd is used -------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// libclang-19-dev has clangd's libraries and no header of them. These few declarations
/// are those of clangd 19.1: the linker compares the functions' types, and
/// test/clangd/protocol.test the order of Transport's virtual functions.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_CLANGD_H
#define TAMGA_PLUGIN_CLANGD_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include <chrono>
#include <memory>

namespace clang::clangd {

int clangdMain(int argc, char *argv[]);

class Logger {
public:
  enum Level { Debug, Verbose, Info, Error };
};

namespace detail {
void logImpl(Logger::Level, const char *format, const llvm::formatv_object_base &);
} // namespace detail

/// Messages to and from the editor.
class Transport {
public:
  class MessageHandler;
  virtual ~Transport() = default;
  virtual void notify(llvm::StringRef method, llvm::json::Value parameters) = 0;
  virtual void call(llvm::StringRef method, llvm::json::Value parameters,
                    llvm::json::Value id) = 0;
  virtual void reply(llvm::json::Value id, llvm::Expected<llvm::json::Value> result) = 0;
  virtual llvm::Error loop(MessageHandler &handler) = 0;
};

/// Names and files of a project; made by remote::getClient here, and nowhere.
class SymbolIndex {
public:
  virtual ~SymbolIndex() = default;
};

namespace remote {
std::unique_ptr<SymbolIndex> getClient(llvm::StringRef address, llvm::StringRef projectRoot);
} // namespace remote

} // namespace clang::clangd

namespace tamga {

/// clangd takes remarks for notes of the diagnostic before. So findings that are notes, and
/// those of the baseline, are warnings with one of these at the end, which nobody sees, until
/// EditorTransport makes them information and hints.
inline constexpr llvm::StringLiteral noteMark = "\u2063", baselineMark = "\u2064";

/// The path of this program.
std::string ownProgram();

/// Processor time that a file may have at each edit. Set before clangd begins.
extern std::chrono::milliseconds editBudget;

} // namespace tamga

#endif // TAMGA_PLUGIN_CLANGD_H
