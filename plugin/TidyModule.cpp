//===- TidyModule.cpp - the clang-tidy plugin --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// libTamgaTidy.so, for `clang-tidy-19 -load`. One clang-tidy check for each rule of the
/// packs found at load, and `tamga-custom`, which carries the options and stands for the
/// rules of a project, since those are not known before its file is. The library links
/// nothing of LLVM or clang: the host has them.
//===----------------------------------------------------------------------===//

#include "CheckHost.h"
#include "CutLog.h"
#include "Options.h"
#include "TidyPolicy.h"
#include "TidyRun.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang-tidy/ClangTidyModuleRegistry.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/Version.h"

namespace tamga {
namespace {

using clang::ast_matchers::MatchFinder;
using clang::tidy::ClangTidyContext;

/// Takes part in the unit's run; the rule it is named after says nothing by itself.
class RuleCheck : public clang::tidy::ClangTidyCheck {
public:
  RuleCheck(llvm::StringRef name, ClangTidyContext *context)
      : ClangTidyCheck(name, context), run(TidyRun::of(*context)) {}

  void registerMatchers(MatchFinder *finder) override {
    run->begin();
    // Without a matcher there would be no call at the end of the unit.
    finder->addMatcher(clang::ast_matchers::translationUnitDecl(), this);
  }
  void registerPPCallbacks(const clang::SourceManager &, clang::Preprocessor *preprocessor,
                           clang::Preprocessor *) override {
    run->configure(*preprocessor);
  }
  void check(const MatchFinder::MatchResult &result) override { run->see(*result.Context); }
  void onEndOfTranslationUnit() override { run->end(); }

private:
  std::shared_ptr<TidyRun> run;
};

/// Declares the options: `--verify-config` knows those that are read when a check is made,
/// `--dump-config` those that it stores. TidyRun reads them.
class CustomCheck : public RuleCheck {
public:
  CustomCheck(llvm::StringRef name, ClangTidyContext *context)
      : RuleCheck(name, context), project(Options.get(tidyProjectOption, "")),
        sarifDir(Options.get(tidySarifOption, "")),
        summary(Options.get(tidySummaryOption, "")) {}

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &options) override {
    Options.store(options, tidyProjectOption, project);
    Options.store(options, tidySarifOption, sarifDir);
    Options.store(options, tidySummaryOption, summary);
  }

private:
  std::string project, sarifDir, summary;
};

/// Says that the plugin cannot work, as an error, so that clang-tidy's exit code tells it.
class ConfigurationCheck : public clang::tidy::ClangTidyCheck {
public:
  ConfigurationCheck(llvm::StringRef name, ClangTidyContext *context, std::string problem)
      : ClangTidyCheck(name, context), problem(std::move(problem)) {}

  void registerMatchers(MatchFinder *finder) override {
    finder->addMatcher(clang::ast_matchers::translationUnitDecl(), this);
  }
  void check(const MatchFinder::MatchResult &) override {
    // Without a place: no filter of lines or headers drops what has none.
    diag("%0", clang::DiagnosticIDs::Error) << problem;
  }

private:
  std::string problem;
};

/// The plugin uses clang's classes as they are laid out in the version it was built for,
/// and clang-tidy does not compare versions.
std::string versionProblem() {
  const std::string host = clang::getClangFullVersion();
  llvm::StringRef rest = llvm::StringRef(host).split("version ").second;
  if (rest.consume_front(CLANG_VERSION_STRING) && (rest.empty() || !llvm::isDigit(rest[0])))
    return "";
  return "libTamgaTidy.so is made for clang-tidy " CLANG_VERSION_STRING ", not for " + host;
}

class TamgaModule : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(clang::tidy::ClangTidyCheckFactories &factories) override {
    if (std::string problem = versionProblem(); !problem.empty())
      return refuse(factories, std::move(problem));
    llvm::Expected<std::set<std::string>> checks = tidyChecks(tidyPolicyPath());
    if (!checks)
      return refuse(factories, llvm::toString(checks.takeError()));
    for (const std::string &check : *checks)
      if (check != tidyOptionsCheck)
        factories.registerCheck<RuleCheck>(check);
    factories.registerCheck<CustomCheck>(tidyOptionsCheck);
  }

  /// What the user names comes after it, and wins.
  clang::tidy::ClangTidyOptions getModuleOptions() override {
    clang::tidy::ClangTidyOptions options = ClangTidyModule::getModuleOptions();
    if (!tidyErrors().empty())
      options.WarningsAsErrors = tidyErrors();
    return options;
  }

private:
  static void refuse(clang::tidy::ClangTidyCheckFactories &factories, std::string problem) {
    // Also where no tamga check is enabled by a glob, and nothing could be diagnosed.
    logNews("packs", "error: " + problem);
    // Who types cannot repair an installation: an editor stays quiet.
    if (checkHost().isEditor)
      return;
    factories.registerCheckFactory(
        configurationCheck, [problem](llvm::StringRef name, ClangTidyContext *context) {
          return std::make_unique<ConfigurationCheck>(name, context, problem);
        });
  }
};

const clang::tidy::ClangTidyModuleRegistry::Add<TamgaModule>
    registration("tamga-module", "AI output labels, consent and banned capabilities.");

} // namespace
} // namespace tamga
