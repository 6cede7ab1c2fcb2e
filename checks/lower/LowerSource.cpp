//===- LowerSource.cpp - files, locations, macros, NOLINT -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerUnit.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace tamga::lower {

using llvm::StringRef;

flow::FileId Unit::file(FileID file) {
  if (file.isInvalid())
    return {};
  auto [entry, isNew] = fileIds.try_emplace(file);
  if (!isNew)
    return entry->second;
  OptionalFileEntryRef known = sources.getFileEntryRefForID(file);
  if (!known)
    return {};
  llvm::SmallString<256> path(known->getName());
  sources.getFileManager().makeAbsolutePath(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  // A file that is included twice is one file.
  auto [same, isNewPath] =
      filesByPath.try_emplace(path, flow::FileId(uint32_t(program.files.size())));
  if (isNewPath)
    program.files.push_back({path.str().str(), false});
  return fileIds[file] = same->second;
}

/// Arguments of macros lie where they are written; what a macro's body spells lies at
/// the use of the macro.
flow::Location Unit::location(SourceRange range) {
  if (range.isInvalid())
    return {};
  SourceLocation begin = sources.getFileLoc(range.getBegin());
  SourceLocation end = sources.getFileLoc(range.getEnd());
  if (range.getEnd().isMacroID() && !sources.isMacroArgExpansion(range.getEnd()))
    end = sources.getExpansionRange(range.getEnd()).getEnd();
  auto [beginFile, beginOffset] = sources.getDecomposedLoc(begin);
  auto [endFile, endOffset] = sources.getDecomposedLoc(end);
  flow::Location at;
  at.file = file(beginFile);
  if (!at.file)
    return {};
  at.line = sources.getLineNumber(beginFile, beginOffset);
  at.column = sources.getColumnNumber(beginFile, beginOffset);
  if (endFile != beginFile || endOffset < beginOffset) {
    end = begin;
    endOffset = beginOffset;
  }
  endOffset += Lexer::MeasureTokenLength(end, sources, context.getLangOpts());
  at.endLine = sources.getLineNumber(beginFile, endOffset);
  at.endColumn = sources.getColumnNumber(beginFile, endOffset);
  return at;
}

std::string Unit::text(SourceRange range) {
  constexpr size_t limit = 160;
  SourceLocation begin = sources.getFileLoc(range.getBegin());
  SourceLocation end = sources.getFileLoc(range.getEnd());
  if (range.getEnd().isMacroID() && !sources.isMacroArgExpansion(range.getEnd()))
    end = sources.getExpansionRange(range.getEnd()).getEnd();
  auto [file, from] = sources.getDecomposedLoc(begin);
  auto [endFile, to] = sources.getDecomposedLoc(end);
  bool isInvalid = false;
  StringRef buffer = sources.getBufferData(file, &isInvalid);
  if (isInvalid || file != endFile || to < from || to > buffer.size())
    return "";
  to += Lexer::MeasureTokenLength(end, sources, context.getLangOpts());
  std::string words;
  bool isSpace = false;
  for (char c : buffer.slice(from, to)) {
    if (llvm::isSpace(c)) {
      isSpace = !words.empty();
      continue;
    }
    if (isSpace)
      words += ' ';
    isSpace = false;
    words += c;
    if (words.size() > limit)
      break;
  }
  if (words.size() > limit) {
    // A character of several bytes is kept whole or left out.
    size_t cut = limit;
    while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0) == 0x80)
      --cut;
    words.resize(cut);
  }
  return words;
}

flow::MacroUse Unit::macros(SourceLocation where) {
  flow::MacroUse use;
  if (!where.isMacroID())
    return use;
  SourceLocation spelling = sources.getSpellingLoc(where);
  while (where.isMacroID()) {
    if (!sources.isMacroArgExpansion(where))
      use.names.push_back(
          Lexer::getImmediateMacroName(where, sources, context.getLangOpts()).str());
    where = sources.getImmediateMacroCallerLoc(where);
  }
  std::reverse(use.names.begin(), use.names.end());
  if (!use.names.empty())
    use.spelling = location(SourceRange(spelling));
  return use;
}

//===----------------------------------------------------------------------===//
// NOLINT
//===----------------------------------------------------------------------===//

namespace {
/// Walks the text of one file from one directive to the next.
struct DirectiveReader {
  StringRef text;
  flow::FileId file;
  size_t position = 0, lineStart = 0;
  unsigned line = 1;

  bool next(flow::LintDirective &directive);
  void readChecks(flow::LintDirective &directive);
  void readJustification(flow::LintDirective &directive);
};
} // namespace

bool DirectiveReader::next(flow::LintDirective &directive) {
  using Kind = flow::LintDirective::Kind;
  constexpr StringRef word = "NOLINT";
  while (true) {
    size_t start = text.find(word, position);
    if (start == StringRef::npos)
      return false;
    for (size_t newline; (newline = text.find('\n', lineStart)) < start; ++line)
      lineStart = newline + 1;
    position = start + word.size();
    while (position < text.size() && llvm::isAlpha(text[position]))
      ++position;
    int kind = llvm::StringSwitch<int>(text.slice(start + word.size(), position))
                   .Case("", Kind::Line)
                   .Case("NEXTLINE", Kind::NextLine)
                   .Case("BEGIN", Kind::Begin)
                   .Case("END", Kind::End)
                   .Default(-1);
    if (kind < 0)
      continue;
    directive = {};
    directive.kind = static_cast<Kind>(kind);
    unsigned column = start - lineStart + 1;
    readChecks(directive);
    unsigned endColumn = position - lineStart + 1;
    directive.at = {file, line, column, line, endColumn};
    readJustification(directive);
    return true;
  }
}

void DirectiveReader::readChecks(flow::LintDirective &directive) {
  if (position >= text.size() || text[position] != '(')
    return;
  size_t close = text.find_first_of("\n)", position + 1);
  if (close == StringRef::npos || text[close] != ')')
    return;
  directive.hasChecks = true;
  llvm::SmallVector<StringRef, 4> checks;
  text.slice(position + 1, close).split(checks, ',');
  for (StringRef check : checks)
    if (!check.trim().empty())
      directive.checks.push_back(check.trim().str());
  position = close + 1;
}

void DirectiveReader::readJustification(flow::LintDirective &directive) {
  StringRef rest = text.substr(position);
  rest = rest.take_until([](char c) { return c == '\n'; });
  // `: reason`, also after a space; `- reason` and `-- reason` only after one.
  const StringRef begin = rest.ltrim(" \t");
  const bool isDash = begin.size() < rest.size() && begin.starts_with("-");
  if (!begin.starts_with(":") && !isDash)
    return;
  const StringRef reason = isDash ? begin.ltrim('-') : begin.drop_front();
  directive.justification = reason.take_front(reason.find("*/")).trim().str();
}

void Unit::readDirectives() {
  std::vector<std::pair<flow::FileId, FileID>> files;
  for (FileID lowered : loweredFiles)
    if (flow::FileId id = file(lowered))
      files.push_back({id, lowered});
  llvm::sort(files, [](auto &a, auto &b) { return a.first < b.first; });
  flow::FileId previous;
  for (auto [id, lowered] : files) {
    if (id == previous)
      continue;
    previous = id;
    bool isInvalid = false;
    DirectiveReader reader{sources.getBufferData(lowered, &isInvalid), id};
    flow::LintDirective directive;
    while (!isInvalid && reader.next(directive))
      program.directives.push_back(directive);
  }
}

} // namespace tamga::lower
