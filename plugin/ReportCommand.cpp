//===- ReportCommand.cpp - tamga report --------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Logs in, one report out. A folder holds a log for each unit and configuration, as the
/// clang-tidy plugin writes them (`tamga-custom.SarifDir`). It outlives its sources: the log
/// of a unit that is gone is left out, and one whose unit was changed since is told as
/// incomplete, since nobody knows what is in it by now.
//===----------------------------------------------------------------------===//

#include "ReportCommand.h"
#include "report/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"

namespace tamga {

using report::SarifLog;

namespace {

/// The logs in \p folder, sorted.
llvm::Expected<std::vector<std::string>> logsIn(const std::string &folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator entry(folder, error), end; entry != end && !error;
       entry.increment(error))
    if (llvm::sys::path::extension(entry->path()) == ".sarif")
      files.push_back(entry->path());
  if (error)
    return llvm::createStringError(folder +
                                   ": error: cannot read the folder: " + error.message());
  if (files.empty())
    return llvm::createStringError(folder + ": error: there is no .sarif file in this folder");
  llvm::sort(files);
  return files;
}

/// How many of the units of \p log are still there; those that changed are marked.
size_t compareUnits(SarifLog &log, const std::string &root) {
  size_t there = 0;
  for (const SarifLog::Unit &unit : log.units()) {
    llvm::SmallString<128> path;
    llvm::sys::fs::expand_tilde(report::fromUri(unit.uri), path);
    llvm::sys::fs::make_absolute(root, path);
    auto bytes = llvm::MemoryBuffer::getFile(path);
    if (!bytes)
      continue;
    ++there;
    const auto digest =
        llvm::SHA256::hash(llvm::arrayRefFromStringRef((*bytes)->getBuffer()));
    if (!unit.hash.empty() && llvm::toHex(digest, /*LowerCase=*/true) != unit.hash)
      log.markStale(unit);
  }
  return there;
}

/// Adds the logs of \p folder to \p logs.
llvm::Error addFolder(const std::string &folder, const std::string &root,
                      std::vector<SarifLog> &logs) {
  llvm::Expected<std::vector<std::string>> files = logsIn(folder);
  if (!files)
    return files.takeError();
  const size_t before = logs.size();
  std::string gone;
  for (const std::string &file : *files) {
    llvm::Expected<SarifLog> log = SarifLog::read(file);
    if (!log)
      return log.takeError();
    const std::vector<SarifLog::Unit> units = log->units();
    if (!units.empty() && !compareUnits(*log, root)) {
      gone = report::fromUri(units.front().uri);
      llvm::errs() << file << ": note: left out: its source '" << gone << "' is gone\n";
      continue;
    }
    logs.push_back(std::move(*log));
  }
  if (logs.size() == before)
    return llvm::createStringError(folder + ": error: none of its sources is there, such as '" +
                                   gone + "'; --root says which folder they are in");
  return llvm::Error::success();
}

} // namespace

FailOn FailOn::of(const Settings &settings) {
  FailOn failOn;
  llvm::SmallVector<llvm::StringRef, 2> words;
  llvm::StringRef(settings.failOn).split(words, ',');
  for (llvm::StringRef word : words) {
    failOn.onlyNew |= word == "new";
    if (word == "note")
      failOn.level = finding::Level::Note;
    else if (word == "warning")
      failOn.level = finding::Level::Warning;
  }
  return failOn;
}

llvm::Expected<SarifLog> readLogs(const Settings &settings,
                                  const report::ReportOptions &options) {
  if (settings.inputs.empty())
    return llvm::createStringError(
        "error: name a SARIF file, or with --merge several or a folder of them");
  std::vector<SarifLog> logs;
  for (const std::string &input : settings.inputs) {
    const bool isFolder = llvm::sys::fs::is_directory(input);
    if (!settings.merge && (isFolder || settings.inputs.size() > 1))
      return llvm::createStringError("error: several logs become one report with --merge");
    if (isFolder) {
      if (llvm::Error error = addFolder(input, options.root, logs))
        return error;
      continue;
    }
    llvm::Expected<SarifLog> log = SarifLog::read(input);
    if (!log)
      return log.takeError();
    logs.push_back(std::move(*log));
  }
  return SarifLog::merge(std::move(logs));
}

llvm::Expected<SarifLog> logFor(const Settings &settings,
                                const report::ReportOptions &options) {
  llvm::Expected<SarifLog> log = readLogs(settings, options);
  if (!log)
    return log;
  if (!settings.asOf.empty())
    log->judgeExceptions(settings.asOf);
  if (settings.baseline.empty()) {
    if (FailOn::of(settings).onlyNew && !log->isCompared())
      return llvm::createStringError(
          "error: --fail-on new needs --baseline, or a project with a baseline");
    return log;
  }
  llvm::Expected<SarifLog> baseline = SarifLog::read(settings.baseline);
  if (!baseline)
    return baseline.takeError();
  log->compareWith(std::move(*baseline));
  return log;
}

llvm::Expected<report::Baseline> updatedBaseline(const Settings &settings, const SarifLog &log,
                                                 const std::string &file) {
  if (settings.grow == settings.reason.empty())
    return llvm::createStringError(
        "error: --grow and --reason go together: who adds known findings says why");
  if (llvm::StringRef(settings.reason).find_first_of("\r\n") != llvm::StringRef::npos)
    return llvm::createStringError("error: --reason is one line: so is a known finding");
  report::Baseline baseline;
  // What is not there yet can only grow.
  if (!settings.grow || llvm::sys::fs::exists(file)) {
    llvm::Expected<report::Baseline> known = report::Baseline::read(file);
    if (!known)
      return known.takeError();
    baseline = std::move(*known);
  }
  if (!log.isComplete() && !settings.allowPartial) {
    llvm::errs() << "error: the log is not complete: what is not found may still be there; "
                    "--allow-partial takes it as it is\n";
    return baseline;
  }
  const report::Baseline::Shrunk shrunk = baseline.shrink(log);
  const size_t added = settings.grow ? baseline.grow(log, settings.reason) : 0;
  llvm::outs() << baseline.size() << " known, " << shrunk.gone << " gone, " << added << " added\n";
  if (shrunk.kept)
    llvm::outs() << shrunk.kept
                 << " kept that the log says nothing of: other files, or other rules; the log of "
                    "a whole build (`tamga check -p`) speaks of all\n";
  if (const size_t missing = baseline.missing(log))
    llvm::outs() << missing << " not in the baseline; --grow --reason TEXT adds them\n";
  return baseline;
}

} // namespace tamga
