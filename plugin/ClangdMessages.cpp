//===- ClangdMessages.cpp - what an editor is told of findings ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clangd links each clang-tidy check to a page of the LLVM project, which has none of our
/// rules. The function that makes the address is called in its own file only, where no
/// linker can replace it; so the messages are changed on their way out. The same goes for
/// the severity: clangd has none for remarks.
//===----------------------------------------------------------------------===//

#include "ClangdMessages.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

namespace tamga {
namespace {

std::string fileAddress(llvm::StringRef path) {
  std::string address = "file://";
  for (const char c : path) {
    if (llvm::isAlnum(c) || llvm::StringRef("/-._~").contains(c))
      address += c;
    else
      address += "%" + llvm::utohexstr(static_cast<unsigned char>(c), /*LowerCase=*/false, 2);
  }
  return address;
}

/// Where the pages are: installed beside this program, else where it was built.
std::string pageFolder() {
  llvm::SmallString<128> folder(llvm::sys::path::parent_path(ownProgram()));
  llvm::sys::path::append(folder, "..", "share/doc/tamga/docs/checks");
  llvm::sys::path::remove_dots(folder, /*remove_dot_dot=*/true);
  return llvm::sys::fs::is_directory(folder) ? folder.str().str() : TAMGA_PAGES;
}

/// The address of the page of \p rule; empty: it has none, as rules of a project.
std::string pageOf(llvm::StringRef rule) {
  static const std::string folder = pageFolder();
  const std::string page = folder + "/" + rule.str() + ".md";
  if (!llvm::sys::fs::exists(page))
    return "";
  constexpr llvm::StringRef home = TAMGA_HOME;
  return home.empty() ? fileAddress(page) : (home + "/docs/checks/" + rule + ".md").str();
}

/// Makes a diagnostic whose message ends with \p mark one of \p severity.
void lowerTo(int severity, llvm::StringRef mark, Object &diagnostic) {
  std::string message = diagnostic.getString("message").value_or("").str();
  const size_t at = message.find(mark);
  if (at == std::string::npos)
    return;
  message.erase(at, mark.size());
  diagnostic["message"] = std::move(message);
  diagnostic["severity"] = severity;
}

void describe(Array &diagnostics) {
  for (Value &value : diagnostics) {
    Object *diagnostic = value.getAsObject();
    const std::string rule = diagnostic ? diagnostic->getString("code").value_or("").str() : "";
    if (!llvm::StringRef(rule).starts_with("tamga-"))
      continue;
    constexpr int information = 3, hint = 4;
    lowerTo(information, noteMark, *diagnostic);
    lowerTo(hint, baselineMark, *diagnostic);
    if (std::string page = pageOf(rule); !page.empty())
      (*diagnostic)["codeDescription"] = Object{{"href", std::move(page)}};
    else
      diagnostic->erase("codeDescription");
  }
}

} // namespace

void EditorTransport::notify(llvm::StringRef method, Value parameters) {
  if (Object *object = parameters.getAsObject())
    if (Array *diagnostics = object->getArray("diagnostics"))
      describe(*diagnostics);
  editor.notify(method, std::move(parameters));
}

void EditorTransport::call(llvm::StringRef method, Value parameters, Value id) {
  editor.call(method, std::move(parameters), std::move(id));
}

/// Code actions repeat the diagnostics that they are for.
void EditorTransport::reply(Value id, llvm::Expected<Value> result) {
  if (result)
    if (Array *actions = result->getAsArray())
      for (Value &action : *actions)
        if (Object *object = action.getAsObject())
          if (Array *diagnostics = object->getArray("diagnostics"))
            describe(*diagnostics);
  editor.reply(std::move(id), std::move(result));
}

llvm::Error EditorTransport::loop(MessageHandler &handler) { return editor.loop(handler); }

} // namespace tamga
