//===- SourceText.cpp - the lines that findings point at ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceText.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Unicode.h"
#include <algorithm>

namespace tamga::report {

static constexpr llvm::StringLiteral byteOrderMark = "\xEF\xBB\xBF";

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

static std::vector<size_t> findLineStarts(llvm::StringRef text) {
  std::vector<size_t> starts = {0};
  for (size_t i = 0; i < text.size(); ++i) {
    bool isPair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (text[i] == '\n' || (text[i] == '\r' && !isPair))
      starts.push_back(i + 1);
  }
  return starts;
}

const SourceText::File &SourceText::load(llvm::StringRef file) {
  auto [entry, isNew] = files.try_emplace(file);
  File &loaded = entry->second;
  if (!isNew || file.empty())
    return loaded;
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (!buffer && llvm::sys::path::is_relative(file) && !root.empty()) {
    llvm::SmallString<128> below(root);
    llvm::sys::path::append(below, file);
    buffer = llvm::MemoryBuffer::getFile(below);
  }
  if (!buffer)
    return loaded;
  loaded.buffer = std::move(*buffer);
  loaded.lineStarts = findLineStarts(loaded.buffer->getBuffer());
  return loaded;
}

std::optional<llvm::StringRef> SourceText::text(llvm::StringRef file) {
  const File &loaded = load(file);
  if (!loaded.buffer)
    return std::nullopt;
  return loaded.buffer->getBuffer();
}

std::optional<llvm::StringRef> SourceText::line(llvm::StringRef file, uint32_t number) {
  const File &loaded = load(file);
  if (!loaded.buffer || number == 0 || number > loaded.lineStarts.size())
    return std::nullopt;
  llvm::StringRef text = loaded.buffer->getBuffer();
  size_t begin = loaded.lineStarts[number - 1];
  return text.substr(begin, text.find_first_of("\r\n", begin) - begin);
}

//===----------------------------------------------------------------------===//
// Units of columns
//===----------------------------------------------------------------------===//

std::vector<uint32_t> decodeUtf8(llvm::StringRef text) {
  std::vector<llvm::UTF32> points(text.size());
  auto *source = reinterpret_cast<const llvm::UTF8 *>(text.data());
  llvm::UTF32 *target = points.data();
  llvm::ConvertUTF8toUTF32(&source, source + text.size(), &target, target + points.size(),
                           llvm::lenientConversion);
  points.resize(target - points.data());
  return {points.begin(), points.end()};
}

uint32_t utf16Column(llvm::StringRef line, uint32_t byteColumn) {
  if (byteColumn == 0)
    return 0;
  size_t bytes = byteColumn - 1;
  // A column past the end of the line, which a caret may have, counts on from there.
  size_t beyond = bytes > line.size() ? bytes - line.size() : 0;
  llvm::StringRef before = line.take_front(bytes);
  before.consume_front(byteOrderMark);
  size_t units = 0;
  for (uint32_t point : decodeUtf8(before))
    units += point > 0xFFFF ? 2 : 1;
  return static_cast<uint32_t>(1 + units + beyond);
}

//===----------------------------------------------------------------------===//
// Display
//===----------------------------------------------------------------------===//

namespace {
/// One character as shown, and its bytes in the line.
struct Cell {
  std::string text;
  size_t byte = 0, length = 1;
  unsigned column = 0, width = 0;
};
} // namespace

static Cell makeCell(llvm::StringRef rest, size_t byte, unsigned column) {
  constexpr unsigned tabStop = 8;
  if (rest[0] == '\t') {
    unsigned width = tabStop - column % tabStop;
    return {std::string(width, ' '), byte, 1, column, width};
  }
  auto *bytes = reinterpret_cast<const llvm::UTF8 *>(rest.data());
  size_t length = llvm::getNumBytesForUTF8(*bytes);
  if (length <= rest.size() && llvm::isLegalUTF8Sequence(bytes, bytes + length)) {
    llvm::StringRef character = rest.take_front(length);
    int width = llvm::sys::unicode::columnWidthUTF8(character);
    if (width >= 0)
      return {character.str(), byte, length, column, static_cast<unsigned>(width)};
  }
  return {"<" + llvm::toHex(rest.take_front(1)) + ">", byte, 1, column, 4};
}

DisplayLine displayLine(llvm::StringRef line, size_t begin, size_t end) {
  constexpr unsigned longest = 200, before = 80;
  std::vector<Cell> cells;
  unsigned column = 0;
  for (size_t byte = 0; byte < line.size();) {
    cells.push_back(makeCell(line.substr(byte), byte, column));
    column += cells.back().width;
    byte += cells.back().length;
  }
  auto columnOf = [&](size_t byte) {
    auto at = llvm::partition_point(cells, [&](const Cell &c) { return c.byte < byte; });
    return at == cells.end() ? column : at->column;
  };

  DisplayLine result = {"", columnOf(begin), columnOf(end)};
  unsigned first = 0;
  if (column > longest && result.begin > before) {
    first = result.begin - before;
    result.text = "...";
  }
  unsigned removed = 0;
  for (const Cell &cell : cells) {
    if (cell.column < first) {
      removed = cell.column + cell.width;
      continue;
    }
    if (cell.column >= first + longest) {
      result.text += "...";
      result.end = std::min(result.end, cell.column);
      break;
    }
    result.text += cell.text;
  }
  unsigned shift = first ? 3 : 0;
  result.begin = result.begin - removed + shift;
  result.end = std::max(result.begin + 1, result.end - removed + shift);
  return result;
}

} // namespace tamga::report
