//===- UnitLog.cpp - a log of each unit --------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// clang-tidy sees one unit at a time, in as many processes as its user likes. So each unit
/// has a file of its own, `chat.cpp.<path>.<configuration>.sarif`, and `tamga report --merge`
/// joins them. Two configurations of one source are two files: neither hides the other. A log
/// of the unit as it was before it was edited is removed, whatever its configuration.
//===----------------------------------------------------------------------===//

#include "UnitLog.h"
#include "WriteFile.h"
#include "report/SarifLog.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"

namespace tamga {

namespace {

std::string hashOf(llvm::StringRef text, size_t bytes) {
  const auto digest = llvm::SHA256::hash(llvm::arrayRefFromStringRef(text));
  return llvm::toHex(llvm::ArrayRef(digest).take_front(bytes), /*LowerCase=*/true);
}

/// Removes logs named `\p begin`... in \p folder that are of other bytes than \p hash. What
/// is no log is somebody else's.
void removeStale(llvm::StringRef folder, llvm::StringRef begin, llvm::StringRef hash) {
  std::error_code error;
  std::vector<std::string> stale;
  for (llvm::sys::fs::directory_iterator entry(folder, error), end; entry != end && !error;
       entry.increment(error)) {
    const llvm::StringRef name = llvm::sys::path::filename(entry->path());
    if (!name.starts_with(begin) || !name.ends_with(".sarif"))
      continue;
    llvm::Expected<report::SarifLog> log = report::SarifLog::read(entry->path());
    if (!log) {
      llvm::consumeError(log.takeError());
      continue;
    }
    for (const report::SarifLog::Unit &unit : log->units())
      if (unit.hash != hash)
        stale.push_back(entry->path());
  }
  for (const std::string &file : stale)
    llvm::sys::fs::remove(file);
}

} // namespace

std::string configurationOf(const clang::Preprocessor &preprocessor) {
  std::string text = preprocessor.getTargetInfo().getTriple().str();
  text += '\n' + llvm::utostr(unsigned(preprocessor.getLangOpts().LangStd));
  for (const auto &[macro, isUndefined] : preprocessor.getPreprocessorOpts().Macros)
    text += (isUndefined ? "\n-U" : "\n-D") + macro;
  for (const std::string &file : preprocessor.getPreprocessorOpts().Includes)
    text += "\n-include" + file;
  const clang::HeaderSearchOptions &search =
      preprocessor.getHeaderSearchInfo().getHeaderSearchOpts();
  for (const clang::HeaderSearchOptions::Entry &entry : search.UserEntries)
    text += "\n-I" + entry.Path;
  return hashOf(text, 6);
}

llvm::Error writeUnitLog(const UnitLog &unit, const finding::Result &result,
                         report::ReportOptions options) {
  options.tellsRevision = true;
  llvm::SmallString<128> folder(unit.folder);
  if (std::error_code error = llvm::sys::fs::create_directories(folder))
    return llvm::createStringError("tamga-custom.SarifDir: cannot make the folder '" + folder +
                                   "': " + error.message());
  const std::string place = report::relativePath(unit.file, options.root);
  const std::string begin =
      (llvm::sys::path::filename(unit.file) + "." + hashOf(place, 6) + ".").str();
  llvm::SmallString<128> file(folder);
  llvm::sys::path::append(file, begin + unit.configuration + ".sarif");
  if (llvm::Error error = writeFile(
          file, [&](llvm::raw_ostream &out) { report::writeSarif(result, options, out); }))
    return llvm::createStringError("tamga-custom.SarifDir: cannot write '" + file +
                                   "': " + llvm::toString(std::move(error)));
  if (auto bytes = llvm::MemoryBuffer::getFile(unit.file))
    removeStale(folder, begin, hashOf((*bytes)->getBuffer(), 32));
  return llvm::Error::success();
}

} // namespace tamga
