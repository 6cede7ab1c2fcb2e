//===- Fixes.cpp - fixes as edits of a text -----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fixes.h"
#include <string>
#include <tuple>

namespace tamga::report {

using finding::Region;

/// `#include "header"` or `<header>`, alone on its line.
static bool includes(llvm::StringRef text, llvm::StringRef header) {
  for (auto [line, rest] = text.split('\n'); !line.empty() || !rest.empty();
       std::tie(line, rest) = rest.split('\n')) {
    llvm::StringRef words = line.trim();
    if (!words.consume_front("#"))
      continue;
    words = words.ltrim();
    if (!words.consume_front("include"))
      continue;
    words = words.ltrim();
    if ((words.consume_front("\"") || words.consume_front("<")) &&
        words.consume_front(header) && (words.starts_with("\"") || words.starts_with(">")))
      return true;
  }
  return false;
}

/// Where line \p line of \p text begins, if there is one. Lines end as clang ends them.
static std::optional<size_t> beginOf(llvm::StringRef text, uint32_t line) {
  size_t at = 0;
  for (; line > 1; --line) {
    at = text.find_first_of("\r\n", at);
    if (at == llvm::StringRef::npos)
      return std::nullopt;
    at += text.substr(at).starts_with("\r\n") ? 2 : 1;
  }
  return at;
}

static std::optional<size_t> offsetOf(llvm::StringRef text, uint32_t line, uint32_t column) {
  const std::optional<size_t> begin = beginOf(text, line);
  if (!begin || column == 0 || *begin + column - 1 > text.size())
    return std::nullopt;
  return *begin + column - 1;
}

static std::optional<llvm::StringRef> wordsAt(llvm::StringRef text, const Region &at) {
  const std::optional<size_t> begin = offsetOf(text, at.line, at.column);
  const std::optional<size_t> end = offsetOf(text, at.endLine, at.endColumn);
  if (!begin || !end || *begin >= *end)
    return std::nullopt;
  return text.slice(*begin, *end);
}

/// The statement, or the words that are replaced: what the fix needs is known before.
static const Region &placeOf(const finding::Fix &fix) {
  return fix.statement.file.empty() ? fix.words : fix.statement;
}

std::optional<Edit> editOf(const finding::Fix &fix, llvm::StringRef text) {
  const Region &place = placeOf(fix);
  const std::optional<size_t> line = beginOf(text, place.line);
  const std::optional<size_t> at = offsetOf(text, place.line, place.column);
  if (!line || !at || (!fix.header.empty() && !includes(text.take_front(*line), fix.header)))
    return std::nullopt;
  std::string words;
  if (!fix.words.file.empty()) {
    const std::optional<llvm::StringRef> found = wordsAt(text, fix.words);
    if (!found)
      return std::nullopt;
    words = found->str();
  }
  Edit edit{place, fix.before + words + fix.after, ""};
  if (fix.statement.file.empty()) {
    edit.title = "Write `" + edit.text + "`";
    return edit;
  }
  edit.title = "Check before: `" + edit.text + "`";
  edit.at.endLine = edit.at.line;
  edit.at.endColumn = edit.at.column;
  const llvm::StringRef margin = text.slice(*line, *at);
  const llvm::StringRef ending = text.contains("\r\n") ? "\r\n" : "\n";
  edit.text += margin.trim(" \t").empty() ? ending.str() + margin.str() : " ";
  return edit;
}

} // namespace tamga::report
