//===- ClangdMessages.h - what an editor is told of findings ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_CLANGDMESSAGES_H
#define TAMGA_PLUGIN_CLANGDMESSAGES_H

#include "Clangd.h"

namespace tamga {

/// Messages to and from \p editor. Findings link to our pages in place of clang-tidy's, which
/// has none for our rules, and notes are information.
class EditorTransport : public clang::clangd::Transport {
public:
  explicit EditorTransport(Transport &editor) : editor(editor) {}

  void notify(llvm::StringRef method, llvm::json::Value parameters) override;
  void call(llvm::StringRef method, llvm::json::Value parameters,
            llvm::json::Value id) override;
  void reply(llvm::json::Value id, llvm::Expected<llvm::json::Value> result) override;
  llvm::Error loop(MessageHandler &handler) override;

private:
  Transport &editor;
};

} // namespace tamga

#endif // TAMGA_PLUGIN_CLANGDMESSAGES_H
