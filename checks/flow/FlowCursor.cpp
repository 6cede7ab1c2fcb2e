//===- FlowCursor.cpp - a position in flow text  -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowCursor.h"
#include "llvm/ADT/StringExtras.h"

namespace tamga::flow {

bool Cursor::failAt(size_t where, const llvm::Twine &message) {
  if (!failed()) {
    failure = message.str();
    failedAt = where;
    position = text.size(); // Nothing is read any more.
  }
  return false;
}

bool Cursor::expected(const llvm::Twine &what) {
  skipBlanks();
  llvm::StringRef rest = text.substr(position);
  llvm::StringRef here = rest.take_until([](char c) { return c == '\n' || c == ' '; });
  if (rest.empty())
    return fail("expected " + what + ", found the end of the text");
  if (here.empty())
    return fail("expected " + what + ", found the end of the line");
  std::string shown;
  for (char c : here.take_front(40))
    shown += llvm::isPrint(c) ? c : '?';
  return fail("expected " + what + ", found `" + shown + "`");
}

std::string Cursor::lineAndColumn(size_t where) const {
  llvm::StringRef before = text.take_front(where);
  size_t lineBegin = before.rfind('\n');
  size_t column = lineBegin == llvm::StringRef::npos ? where : where - lineBegin - 1;
  return std::to_string(before.count('\n') + 1) + ":" + std::to_string(column + 1);
}

std::string Cursor::describe() const { return lineAndColumn(failedAt) + ": error: " + failure; }

/// A `#` begins a comment unless a digit follows, which makes it the number of a local or
/// macro. At the start of a line it always does.
void Cursor::skipBlanks() {
  while (position < text.size()) {
    char c = text[position];
    if (c == ' ' || c == '\t' || c == '\r') {
      ++position;
      continue;
    }
    if (c != '#')
      return;
    bool isNumber = position + 1 < text.size() && llvm::isDigit(text[position + 1]);
    size_t lastOnLine = text.take_front(position).find_last_not_of(" \t\r");
    bool isFirst = lastOnLine == llvm::StringRef::npos || text[lastOnLine] == '\n';
    if (isNumber && !isFirst)
      return;
    position = std::min(text.find('\n', position), text.size());
  }
}

bool Cursor::sees(llvm::StringRef punctuation) {
  skipBlanks();
  return text.substr(position).starts_with(punctuation);
}

bool Cursor::seesDigit() {
  skipBlanks();
  return numberLength(text.substr(position)) != 0;
}

bool Cursor::seesLabel() {
  llvm::StringRef name = word(), after = text.substr(position + name.size());
  if (name == "dead" && after.starts_with(" "))
    return true;
  return !name.empty() && after.starts_with(":");
}

bool Cursor::seesLineNumber() {
  skipBlanks();
  llvm::StringRef rest = text.substr(position);
  llvm::StringRef digits = rest.take_while(llvm::isDigit);
  return !digits.empty() && rest.substr(digits.size()).starts_with(":");
}

llvm::StringRef Cursor::word() {
  skipBlanks();
  llvm::StringRef rest = text.substr(position);
  return rest.take_front(bareLength(Spelling::Name, rest));
}

bool Cursor::atLineEnd() {
  skipBlanks();
  return position == text.size() || text[position] == '\n' || text[position] == ';';
}

bool Cursor::atEnd() {
  skipLines();
  return position == text.size();
}

bool Cursor::accept(llvm::StringRef punctuation) {
  if (!sees(punctuation))
    return false;
  position += punctuation.size();
  return true;
}

bool Cursor::acceptWord(llvm::StringRef expected) {
  if (word() != expected)
    return false;
  position += expected.size();
  return true;
}

void Cursor::skipLines() {
  while (atLineEnd() && position < text.size())
    ++position;
}

bool Cursor::need(llvm::StringRef punctuation) {
  return accept(punctuation) || expected("`" + punctuation + "`");
}

bool Cursor::needLineEnd() { return atLineEnd() || expected("the end of the line"); }

bool Cursor::readName(Spelling spelling, const char *what, llvm::StringRef &name) {
  if (sees("\"")) {
    bool done = readQuoted(scratch);
    name = scratch;
    return done;
  }
  llvm::StringRef rest = text.substr(position);
  name = rest.take_front(bareLength(spelling, rest));
  position += name.size();
  return !name.empty() || expected(what);
}

bool Cursor::readQuoted(std::string &result) {
  if (!need("\""))
    return false;
  scratch.clear();
  for (;;) {
    size_t end = text.find_first_of("\"\\\n", position);
    if (end == llvm::StringRef::npos || text[end] == '\n')
      return fail("this text has no closing quote");
    scratch.append(text.data() + position, end - position);
    position = end + 1;
    if (text[end] == '\\' && !readEscape())
      return false;
    if (text[end] != '"')
      continue;
    if (&result != &scratch)
      result = scratch;
    return true;
  }
}

bool Cursor::readEscape() {
  llvm::StringRef rest = text.substr(position);
  if (rest.size() > 2 && rest[0] == 'x' && llvm::isHexDigit(rest[1]) &&
      llvm::isHexDigit(rest[2])) {
    scratch += static_cast<char>(llvm::hexFromNibbles(rest[1], rest[2]));
    position += 3;
    return true;
  }
  char c = rest.empty() ? 0 : rest.front();
  if (c != 'n' && c != 't' && c != '"' && c != '\\')
    return fail("unknown escape: write \\n, \\t, \\\", \\\\ or \\xNN");
  scratch += c == 'n' ? '\n' : c == 't' ? '\t' : c;
  ++position;
  return true;
}

llvm::StringRef Cursor::readNumber() {
  skipBlanks();
  llvm::StringRef rest = text.substr(position);
  llvm::StringRef number = rest.take_front(numberLength(rest));
  position += number.size();
  return number;
}

llvm::StringRef Cursor::readDigits() {
  skipBlanks();
  llvm::StringRef digits = text.substr(position).take_while(llvm::isDigit);
  position += digits.size();
  return digits;
}

bool Cursor::readInteger(int64_t &number) {
  size_t begin = where();
  llvm::StringRef digits = readNumber();
  if (digits.empty())
    return expected("a number");
  return !digits.getAsInteger(10, number) ||
         failAt(begin, "`" + digits + "` is not an integer");
}

bool Cursor::readUnsigned(uint32_t &number) {
  size_t begin = where();
  llvm::StringRef digits = readDigits();
  if (digits.empty())
    return expected("a number");
  return !digits.getAsInteger(10, number) ||
         failAt(begin, "`" + digits + "` is too large a number");
}

} // namespace tamga::flow
