//===- SarifPlaces.cpp - locations and artifacts ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Fixes.h"
#include "LineHash.h"
#include "Paths.h"
#include "SarifParts.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"

namespace tamga::report::sarif {

std::string sentence(llvm::StringRef text) {
  text = text.rtrim();
  bool isEnded = text.empty() || llvm::StringRef(".!?").contains(text.back());
  return text.str() + (isEnded ? "" : ".");
}

Json Places::artifactLocation(llvm::StringRef file) {
  auto [entry, isNew] = indexOfFile.try_emplace(file, files.size());
  if (isNew)
    files.push_back(file.str());
  const std::string path = relativePath(file.str(), options.root);
  Json location = {{"uri", toUri(path)}};
  if (llvm::sys::path::is_relative(path))
    location["uriBaseId"] = projectBase;
  location["index"] = entry->second;
  return location;
}

/// Bytes become UTF-16 code units, which needs the line; where it cannot be read the
/// byte columns stand for them.
Json Places::region(const finding::Region &at) {
  auto column = [&](uint32_t number, uint32_t bytes) {
    std::optional<llvm::StringRef> line = source.line(at.file, number);
    return line ? utf16Column(*line, bytes) : bytes;
  };
  Json region = {{"startLine", at.line}};
  if (!at.column)
    return region;
  region["startColumn"] = column(at.line, at.column);
  bool hasEnd = std::tie(at.endLine, at.endColumn) > std::tie(at.line, at.column);
  region["endLine"] = hasEnd ? at.endLine : at.line;
  region["endColumn"] =
      hasEnd ? column(at.endLine, at.endColumn) : column(at.line, at.column + 1);
  return region;
}

Json Places::location(const finding::Region &at, llvm::StringRef function) {
  Json location;
  if (!at.file.empty()) {
    Json &physical = location["physicalLocation"];
    physical["artifactLocation"] = artifactLocation(at.file);
    if (at.line)
      physical["region"] = region(at);
  }
  if (!function.empty())
    location["logicalLocations"] =
        Json::array({{{"fullyQualifiedName", function.str()}, {"kind", "function"}}});
  return location;
}

std::optional<std::string> Places::linesOf(llvm::StringRef file, uint32_t first,
                                           uint32_t last) {
  std::string lines;
  for (uint32_t number = first; number <= last; ++number) {
    std::optional<llvm::StringRef> line = source.line(file, number);
    if (!line)
      return std::nullopt;
    lines += line->str() + "\n";
  }
  return lines;
}

Json Places::locationWithWords(const finding::Region &at, llvm::StringRef function) {
  constexpr uint32_t mostWords = 160;
  Json location = this->location(at, function);
  std::optional<llvm::StringRef> line = source.line(at.file, at.line);
  bool isOnOneLine = at.column && at.endLine == at.line && at.endColumn > at.column &&
                     at.endColumn - at.column <= mostWords;
  if (line && isOnOneLine)
    location["physicalLocation"]["region"]["snippet"] =
        message(line->slice(at.column - 1, at.endColumn - 1));
  return location;
}

Json Places::locationWithSource(const finding::Region &at, llvm::StringRef function) {
  constexpr uint32_t mostLines = 20;
  Json location = this->location(at, function);
  uint32_t last = std::max(at.line, at.endLine);
  if (!at.line || last - at.line >= mostLines)
    return location;
  std::optional<std::string> lines = linesOf(at.file, at.line, last);
  if (!lines)
    return location;

  Json &physical = location["physicalLocation"];
  llvm::StringRef words = *lines;
  if (at.column && at.endLine == at.line && at.endColumn > at.column)
    words = words.slice(at.column - 1, at.endColumn - 1);
  physical["region"]["snippet"] = message(words.rtrim('\n'));

  uint32_t first = at.line > 1 ? at.line - 1 : at.line;
  if (source.line(at.file, last + 1))
    ++last;
  if (std::optional<std::string> around = linesOf(at.file, first, last))
    physical["contextRegion"] = {
        {"startLine", first}, {"endLine", last}, {"snippet", message(*around)}};
  return location;
}

Json Places::fixes(const finding::Finding &finding) {
  const std::optional<llvm::StringRef> text =
      finding.fix && !finding.isSuppressed ? source.text(finding.at.file) : std::nullopt;
  const std::optional<Edit> edit = text ? editOf(*finding.fix, *text) : std::nullopt;
  if (!edit)
    return Json::array();
  Json deleted = region(edit->at);
  if (edit->at.endLine == edit->at.line && edit->at.endColumn == edit->at.column)
    deleted["endColumn"] = deleted["startColumn"];
  Json replacement = {{"deletedRegion", std::move(deleted)},
                      {"insertedContent", message(edit->text)}};
  Json change = {{"artifactLocation", artifactLocation(edit->at.file)},
                 {"replacements", Json::array({std::move(replacement)})}};
  return Json::array({{{"description", message(edit->title)},
                       {"artifactChanges", Json::array({std::move(change)})}}});
}

std::string Places::lineHash(const finding::Region &at) {
  auto [entry, isNew] = hashesOfFile.try_emplace(at.file);
  if (isNew)
    if (std::optional<llvm::StringRef> text = source.text(at.file))
      entry->second = lineHashes(*text);
  const std::vector<std::string> &hashes = entry->second;
  return at.line && at.line <= hashes.size() ? hashes[at.line - 1] : "";
}

Json Places::artifacts() {
  Json artifacts = Json::array();
  for (const std::string &file : files) {
    Json artifact = {{"location", artifactLocation(file)}};
    if (std::optional<llvm::StringRef> text = source.text(file)) {
      auto digest = llvm::SHA256::hash(llvm::arrayRefFromStringRef(*text));
      artifact["length"] = text->size();
      artifact["hashes"]["sha-256"] = llvm::toHex(digest, /*LowerCase=*/true);
    }
    if (units.contains(file))
      artifact["roles"] = {"analysisTarget"};
    artifacts.push_back(std::move(artifact));
  }
  return artifacts;
}

} // namespace tamga::report::sarif
