//===- Baseline.cpp - findings that are known ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Baseline.h"
#include "SuppressNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <set>

namespace tamga::report {

static constexpr llvm::StringLiteral firstLine =
    "# Known findings of Tamga: rule, file, fingerprint, function. Written by `tamga baseline`.";

static llvm::Error wrong(const std::string &file, size_t line, llvm::StringRef text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 file + ":" + std::to_string(line) + ": error: " + text.str());
}

static bool isFingerprint(llvm::StringRef text) {
  return text.size() == 32 && llvm::all_of(text, [](char c) {
           return llvm::isDigit(c) || (c >= 'a' && c <= 'f');
         });
}

llvm::Expected<Baseline> Baseline::read(const std::string &file) {
  if (llvm::sys::fs::exists(file) && !llvm::sys::fs::is_regular_file(file))
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   file + ": error: not a regular file");
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (!buffer)
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   file + ": error: cannot read the baseline: " +
                                       buffer.getError().message() +
                                       "; `tamga baseline` writes it");
  Baseline baseline;
  llvm::SmallVector<llvm::StringRef, 0> lines;
  (*buffer)->getBuffer().split(lines, '\n');
  for (size_t index = 0; index < lines.size(); ++index) {
    const llvm::StringRef line = lines[index].rtrim("\r");
    if (line.empty() || line.starts_with("#"))
      continue;
    if (line.starts_with("<<<<<<<") || line.starts_with("=======") ||
        line.starts_with(">>>>>>>") || line.starts_with("|||||||"))
      return wrong(file, index + 1, "a merge conflict; keep the lines of both sides");
    llvm::SmallVector<llvm::StringRef, 4> words;
    line.split(words, ' ', /*MaxSplit=*/3);
    if (words.size() < 3 || !isFingerprint(words[2]))
      return wrong(file, index + 1,
                   "no line of a baseline: rule, file, fingerprint, function");
    baseline.lines.try_emplace({words[0].str(), words[2].str()}, line.str());
  }
  return baseline;
}

void Baseline::apply(finding::Result &result) const {
  for (finding::Finding &finding : result.findings)
    finding.isBaselined = lines.count({finding.rule, finding.fingerprint}) > 0;
}

Baseline::Shrunk Baseline::shrink(const SarifLog &log) {
  std::set<std::pair<std::string, std::string>> there;
  for (const SarifLog::Line &line : log.lines())
    there.insert({line.rule, line.fingerprint});
  const bool isWhole = log.isWhole();
  const std::set<std::string> rules = log.rules();
  std::set<std::string> files;
  for (const SarifLog::Unit &unit : log.units())
    files.insert(unit.uri);
  const auto isLookedFor = [&](const std::string &rule, llvm::StringRef line) {
    const llvm::StringRef file = line.split(' ').second.split(' ').first;
    const bool isAsked = rules.count(rule) || (isWhole && llvm::is_contained(suppressionRules, rule));
    return isAsked && (isWhole || files.count(file.str()));
  };
  Shrunk shrunk;
  std::erase_if(lines, [&](const auto &entry) {
    if (there.count(entry.first))
      return false;
    const bool isGone = isLookedFor(entry.first.first, entry.second);
    ++(isGone ? shrunk.gone : shrunk.kept);
    return isGone;
  });
  return shrunk;
}

size_t Baseline::missing(const SarifLog &log) const {
  std::set<std::pair<std::string, std::string>> unknown;
  for (const SarifLog::Line &line : log.lines())
    if (!lines.count({line.rule, line.fingerprint}))
      unknown.insert({line.rule, line.fingerprint});
  return unknown.size();
}

size_t Baseline::grow(const SarifLog &log, const std::string &reason) {
  const size_t before = lines.size();
  for (const SarifLog::Line &line : log.lines()) {
    std::string text = line.rule + " " + (line.file.empty() ? "-" : line.file) + " " +
                       line.fingerprint + " " + line.function + " -- " + reason;
    lines.try_emplace({line.rule, line.fingerprint}, std::move(text));
  }
  return lines.size() - before;
}

void Baseline::write(llvm::raw_ostream &out) const {
  std::vector<llvm::StringRef> sorted;
  for (const auto &[key, line] : lines)
    sorted.push_back(line);
  llvm::sort(sorted);
  out << firstLine << '\n';
  for (llvm::StringRef line : sorted)
    out << line << '\n';
}

} // namespace tamga::report
