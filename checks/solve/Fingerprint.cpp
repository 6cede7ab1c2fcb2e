//===- Fingerprint.cpp - by what a finding is known again -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of the rule, the function, the words of the sink and the kind of the data: what stays when
// other lines change. Not of the path, so that a file can move; but functions that other files
// may have, too (`main`, static ones), are told apart by the name of their file. Never of the
// rest of the program: a unit alone and the whole give the same.
//
//===----------------------------------------------------------------------===//

#include "Fingerprint.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"

namespace tamga::solve {

namespace {

bool isWord(char c) { return llvm::isAlnum(c) || c == '_'; }

/// A string or character literal at the beginning of \p text, with its quotes.
llvm::StringRef literalAt(llvm::StringRef text) {
  size_t end = 1;
  while (end < text.size() && text[end] != text[0])
    end += text[end] == '\\' ? 2 : 1;
  return text.take_front(end + 1);
}

/// A comment at the beginning of \p text; empty: there is none.
llvm::StringRef commentAt(llvm::StringRef text) {
  if (text.starts_with("//"))
    return text.take_until([](char c) { return c == '\n'; });
  if (!text.starts_with("/*"))
    return {};
  const size_t end = text.find("*/", 2);
  return end == llvm::StringRef::npos ? text : text.take_front(end + 2);
}

} // namespace

std::string normalised(llvm::StringRef text,
                       llvm::function_ref<bool(llvm::StringRef)> isLocal) {
  std::string out;
  while (!text.empty()) {
    llvm::StringRef token = commentAt(text);
    if (!token.empty()) {
      // Says nothing.
    } else if (text[0] == '"' || text[0] == '\'') {
      token = literalAt(text);
      const bool isSecond = token[0] == '"' && llvm::StringRef(out).ends_with("\"");
      if (isSecond)
        out.pop_back();
      out += token.drop_front(isSecond);
    } else if (isWord(text[0])) {
      token = text.take_while(isWord);
      const llvm::StringRef before = out;
      const bool isMember =
          before.ends_with(".") || before.ends_with("->") || before.ends_with("::");
      out += !isMember && isLocal(token) ? llvm::StringRef("$") : token;
    } else {
      token = text.take_front();
      if (!llvm::isSpace(token[0]))
        out += token;
    }
    text = text.drop_front(token.size());
  }
  return out;
}

std::string Fingerprints::of(const Question &question) {
  const flow::Function &function = program[question.function];
  // A closure names locals of the functions around it, too.
  const bool isClosure = llvm::StringRef(function.name).contains("(lambda)");
  const auto isLocal = [&](llvm::StringRef name) {
    const auto has = [&](const flow::Function &one) {
      return llvm::any_of(one.locals,
                          [&](const flow::Local &local) { return local.name == name; });
    };
    return has(function) ||
           (isClosure && llvm::any_of(program.functions, [&](const flow::Function &outer) {
              return llvm::StringRef(function.name).starts_with(outer.name + "::") && has(outer);
            }));
  };
  const std::string file = function.at ? program[function.at.file].path : "";
  std::string input = question.rule + '\n' + function.name + '\n' +
                      normalised(question.words, isLocal) + '\n' + question.kind;
  if (function.isMain || function.linkage != flow::Linkage::External)
    input += '\n' + llvm::sys::path::filename(file).str();
  input += '\n' + std::to_string(ordinals[input + '\n' + file]++);
  const auto digest = llvm::SHA256::hash(llvm::arrayRefFromStringRef(input));
  return llvm::toHex(llvm::ArrayRef(digest).take_front(16), /*LowerCase=*/true);
}

} // namespace tamga::solve
