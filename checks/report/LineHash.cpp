//===- LineHash.cpp - the fingerprint GitHub computes -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// The hash of a line is a polynomial over 100 UTF-16 code units, counted from the
/// beginning of the line and running over line ends:
///
///     hash = sum of unit[i] * 37^(99 - i), modulo 2^64, in hexadecimal
///
/// Spaces and tabs are left out before counting, all line ends count as one LF, and the
/// text is followed by the unit 65535 and then by zeros. So `a  b` and `ab` hash alike,
/// and a line near the end of a file hashes differently from the same line elsewhere.
///
/// Each line is summed anew: 100 multiplications a line cost less than reading the file.
//===----------------------------------------------------------------------===//

#include "LineHash.h"
#include "SourceText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

namespace tamga::report {

static constexpr size_t window = 100;
static constexpr uint64_t factor = 37;
static constexpr uint16_t endOfText = 65535;

namespace {
struct Units {
  std::vector<uint16_t> units;
  std::vector<size_t> lineStarts;
};
} // namespace

static void append(std::vector<uint16_t> &units, uint32_t point) {
  if (point <= 0xFFFF) {
    units.push_back(static_cast<uint16_t>(point));
    return;
  }
  units.push_back(static_cast<uint16_t>(0xD800 + ((point - 0x10000) >> 10)));
  units.push_back(static_cast<uint16_t>(0xDC00 + ((point - 0x10000) & 0x3FF)));
}

static Units withoutBlanks(llvm::StringRef text) {
  Units result = {{}, {0}};
  bool followsReturn = false;
  for (uint32_t point : decodeUtf8(text)) {
    bool isSecondHalf = followsReturn && point == '\n';
    followsReturn = point == '\r';
    if (isSecondHalf || point == ' ' || point == '\t')
      continue;
    append(result.units, point == '\r' ? '\n' : point);
    if (point == '\r' || point == '\n')
      result.lineStarts.push_back(result.units.size());
  }
  result.units.push_back(endOfText);
  return result;
}

std::vector<std::string> lineHashes(llvm::StringRef text) {
  Units units = withoutBlanks(text);
  std::vector<std::string> hashes;
  llvm::StringMap<unsigned> counts;
  for (size_t start : units.lineStarts) {
    uint64_t hash = 0;
    for (size_t i = start; i < start + window; ++i)
      hash = hash * factor + (i < units.units.size() ? units.units[i] : 0);
    std::string digits = llvm::utohexstr(hash, /*LowerCase=*/true);
    hashes.push_back(digits + ":" + llvm::utostr(++counts[digits]));
  }
  return hashes;
}

} // namespace tamga::report
