//===- TidyRun.cpp - one analysis of one unit inside clang-tidy --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The host has parsed the unit already: its AST is lowered, there is no second parse.
/// Findings are emitted through the context and not through a check, because a project's
/// own rules have no check of their own.
//===----------------------------------------------------------------------===//

#include "TidyRun.h"
#include "Boundary.h"
#include "CheckHost.h"
#include "CutLog.h"
#include "Options.h"
#include "Pipeline.h"
#include "PolicyCache.h"
#include "ProgramSummary.h"
#include "TidyPolicy.h"
#include "UnitLog.h"
#include "lower/Lower.h"
#include "report/Directives.h"
#include "report/Fixes.h"
#include "report/Redact.h"
#include "report/SuppressNames.h"
#include "report/Words.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <ctime>
#include <map>
#include <mutex>
#include <set>

namespace tamga {

const std::vector<std::string> &tidyPolicyPath() { return checkHost().policyPath; }

std::shared_ptr<TidyRun> TidyRun::of(clang::tidy::ClangTidyContext &context) {
  // clangd parses several units at once, each with a context of its own.
  static std::mutex mutex;
  static std::map<const void *, std::weak_ptr<TidyRun>> runs;
  const std::lock_guard lock(mutex);
  std::erase_if(runs, [](const auto &entry) { return entry.second.expired(); });
  std::weak_ptr<TidyRun> &slot = runs[&context];
  std::shared_ptr<TidyRun> run = slot.lock();
  if (!run)
    slot = run = std::make_shared<TidyRun>(context);
  return run;
}

std::string TidyRun::mainFile() const {
  const clang::SourceManager &sources = unit->getSourceManager();
  const clang::OptionalFileEntryRef file =
      sources.getFileEntryRefForID(sources.getMainFileID());
  if (!file)
    return "";
  llvm::SmallString<128> path(file->getName());
  sources.getFileManager().makeAbsolutePath(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return std::string(path);
}

std::string TidyRun::option(const char *name) const {
  const auto &options = context.getOptions().CheckOptions;
  const auto option = options.find((llvm::Twine(tidyOptionsCheck) + "." + name).str());
  return option == options.end() ? "" : option->second.Value;
}

std::string TidyRun::projectFile() const {
  const std::string value = option(tidyProjectOption);
  return value.empty() ? "" : tidyProjectFile(value, mainFile());
}

policy::PolicyRequest TidyRun::request() const {
  policy::PolicyRequest request;
  request.mainFile = mainFile();
  request.projectFile = projectFile();
  request.path = tidyPolicyPath();
  return request;
}

clang::SourceLocation TidyRun::locate(const finding::Region &at) const {
  clang::SourceManager &sources = unit->getSourceManager();
  const clang::OptionalFileEntryRef file = sources.getFileManager().getOptionalFileRef(at.file);
  if (!file || at.line == 0)
    return {};
  // The file may be none of the unit's: a step that the project file speaks of.
  const clang::FileID id = sources.getOrCreateFileID(*file, clang::SrcMgr::C_User);
  return sources.translateLineCol(id, at.line, std::max(at.column, 1u));
}

clang::CharSourceRange TidyRun::rangeOf(const finding::Region &at) const {
  finding::Region after = at;
  after.line = at.endLine;
  after.column = at.endColumn;
  return clang::CharSourceRange::getCharRange(locate(at), locate(after));
}

/// Says \p text of \p at. An editor underlines it all, unless it goes over several lines.
clang::DiagnosticBuilder TidyRun::say(llvm::StringRef rule, const finding::Region &at,
                                      llvm::StringRef text, clang::DiagnosticIDs::Level level) {
  const clang::CharSourceRange range = rangeOf(at);
  clang::DiagnosticBuilder said = context.diag(rule, range.getBegin(), "%0", level);
  said << text;
  if (checkHost().isEditor && range.isValid() && at.endLine == at.line &&
      at.endColumn > at.column)
    said << range;
  return said;
}

void TidyRun::note(llvm::StringRef rule, const finding::Region &at, llvm::StringRef text) {
  // The host takes the name away again where it is that of the finding.
  say(rule, at, text, clang::DiagnosticIDs::Note);
}

/// As the host has the file: in an editor, with what is not saved yet.
std::optional<clang::FixItHint> TidyRun::hintOf(const finding::Fix &fix,
                                                const finding::Region &at) const {
  const clang::SourceManager &sources = unit->getSourceManager();
  const clang::SourceLocation begin = locate(at);
  if (begin.isInvalid())
    return std::nullopt;
  const std::optional<report::Edit> edit =
      report::editOf(fix, sources.getBufferData(sources.getFileID(begin)));
  if (!edit)
    return std::nullopt;
  return clang::FixItHint::CreateReplacement(rangeOf(edit->at), edit->text);
}

void TidyRun::emit(const finding::Finding &finding, clang::DiagnosticIDs::Level level) {
  const llvm::StringRef mark = finding.isBaselined ? checkHost().baselineMark
                               : finding.level == finding::Level::Note ? checkHost().noteMark
                                                                       : "";
  {
    const clang::DiagnosticBuilder said =
        say(finding.rule, finding.at, finding.message + mark.str(), level);
    if (const std::optional<clang::FixItHint> hint =
            finding.fix ? hintOf(*finding.fix, finding.at) : std::nullopt)
      said << *hint;
  }
  if (const std::string marks = report::describeMarks(finding.marks); !marks.empty())
    note(finding.rule, finding.at, "less certain: " + marks);
  for (size_t index = 0; index < finding.steps.size(); ++index)
    note(finding.rule, finding.steps[index].at, report::stepSentence(finding, index));
  for (const finding::Related &related : finding.related)
    note(finding.rule, related.at, related.message);
}

namespace {

/// For as long as it lives, the host takes warnings of some checks for errors. A diagnostic
/// that is an error by itself is the compiler's, clang-tidy thinks: it applies neither NOLINT
/// nor filters of lines and headers to it, and makes no fixes beside it.
class ErrorScope {
public:
  ErrorScope(clang::tidy::ClangTidyContext &context, std::string checks) : context(context) {
    set(std::move(checks));
  }
  ~ErrorScope() { set(""); }

  static thread_local std::string now;

private:
  /// The host reads the options again, those of the module among them.
  void set(std::string checks) {
    now = std::move(checks);
    context.setCurrentFile(context.getCurrentFile().str());
  }

  clang::tidy::ClangTidyContext &context;
};

thread_local std::string ErrorScope::now;

} // namespace

const std::string &tidyErrors() { return ErrorScope::now; }

void TidyRun::emit(const finding::Result &result) {
  // A rule may be an error and a finding of it less, so all of one level at a time: the host
  // sorts them. NOLINT is its business here, and it counts what it held back; clangd applies
  // it in the main file only.
  const bool isEditor = checkHost().isEditor;
  std::set<std::string> rules;
  std::vector<const finding::Finding *> errors, others;
  for (const finding::Finding &finding : result.findings) {
    if (finding.isExcepted || (isEditor ? finding.isSuppressed : finding.isBaselined))
      continue;
    const bool isError = finding.level == finding::Level::Error && !finding.isBaselined;
    (isError ? errors : others).push_back(&finding);
    if (isError)
      rules.insert(finding.rule);
  }
  const report::Directives directives(result.directives);
  if (!errors.empty()) {
    const ErrorScope scope(context, llvm::join(rules, ","));
    for (const finding::Finding *finding : errors)
      // What is said of a comment the comment must not silence.
      emit(*finding, !finding->isSuppressed && directives.covering(*finding)
                         ? clang::DiagnosticIDs::Error
                         : clang::DiagnosticIDs::Warning);
  }
  for (const finding::Finding *finding : others) {
    const bool isHint = finding->isBaselined || finding->level == finding::Level::Note;
    // A note on its own would be read as part of the diagnostic before it.
    const bool isRemark = isHint && checkHost().noteMark.empty();
    emit(*finding, isRemark ? clang::DiagnosticIDs::Remark : clang::DiagnosticIDs::Warning);
  }
}

/// Whether processor time of this thread is over \p budget from now on: what a busy machine
/// does meanwhile is nobody's fault.
static std::function<bool()> timerOf(std::optional<std::chrono::milliseconds> budget) {
  if (!budget)
    return nullptr;
  const auto spent = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  };
  return [spent, end = spent() + *budget] { return spent() >= end; };
}

void TidyRun::configurationError(const std::string &text) {
  // An editor shows what has a place, and filters of lines or headers drop it in clang-tidy.
  const clang::SourceManager &sources = unit->getSourceManager();
  const clang::SourceLocation place =
      checkHost().isEditor ? sources.getLocForStartOfFile(sources.getMainFileID())
                           : clang::SourceLocation();
  context.diag(configurationCheck, place, "%0", clang::DiagnosticIDs::Error) << text;
}

std::string TidyRun::folderOf(const char *name, const policy::Policy &policy) const {
  llvm::SmallString<128> folder(option(name));
  if (folder.empty())
    return "";
  llvm::sys::fs::make_absolute(policy.project.root, folder);
  llvm::sys::path::remove_dots(folder, /*remove_dot_dot=*/true);
  return std::string(folder);
}

/// \p alone is why the unit is analysed without the summary; empty if it is not.
SummaryUse TidyRun::summaryOf(const policy::Policy &policy, std::string &alone) const {
  SummaryUse use{folderOf(tidySummaryOption, policy)};
  if (!checkHost().isEditor)
    return use;
  // Some 20 MB are read in a second, and solving takes longer than reading.
  use.mostBytes = 8'000'000;
  use.tellAlone = [&alone](const std::string &reason) { alone = reason; };
  return use;
}

void TidyRun::writeLog(const std::string &folder, const finding::Result &result,
                       const report::ReportOptions &options) {
  if (llvm::Error error =
          writeUnitLog({folder, mainFile(), configurationOf(*preprocessor)}, result, options))
    configurationError(llvm::toString(std::move(error)));
}

void TidyRun::end() {
  if (--waiting || !unit)
    return;
  const std::function<bool()> isTimeUp = timerOf(checkHost().budget);
  llvm::Expected<std::shared_ptr<const policy::Policy>> current = currentPolicy(request());
  if (!current) {
    const std::string problem = llvm::toString(current.takeError());
    if (checkHost().isEditor)
      logNews("policy", problem);
    return configurationError(problem);
  }
  const policy::Policy &policy = **current;
  flow::Program program = lower::lowerUnit(*unit, boundaryOf(policy), isTimeUp);
  const bool hasLog = preprocessor && !checkHost().isEditor;
  const std::string logs = hasLog ? folderOf(tidySarifOption, policy) : "";
  std::string alone;
  llvm::Expected<finding::Result> found = analyseWithin(
      summaryOf(policy, alone), std::move(program), [&](const flow::Program &one) {
        return analyse(one, policy, {!logs.empty(), isTimeUp});
      });
  if (!found)
    return configurationError(llvm::toString(found.takeError()));
  finding::Result &result = *found;
  const report::ReportOptions options = reportOptions(policy);
  report::judgeSuppressions(result, options, /*isWhole=*/false);
  if (preprocessor) {
    std::vector<std::string> macros;
    for (const auto &[macro, isUndefined] : preprocessor->getPreprocessorOpts().Macros)
      macros.push_back(macro);
    report::redactMacros(result, macros);
  }
  report::keepRules(result, [&](llvm::StringRef rule) {
    return rule != report::unmatchedRule && context.isCheckEnabled(rule);
  });
  report::joinActs(result);
  if (llvm::Error error = applyBaseline(result, policy))
    return configurationError(llvm::toString(std::move(error)));
  if (!logs.empty())
    writeLog(logs, result, options);
  logCuts(mainFile(), result.coverage, alone);
  emit(result);
}

} // namespace tamga
