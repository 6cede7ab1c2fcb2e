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

#include "Options.h"
#include "TidyRun.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang-tidy/ClangTidyModuleRegistry.h"
#include "policy/PolicyReader.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/Version.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>

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
  void check(const MatchFinder::MatchResult &result) override { run->see(*result.Context); }
  void onEndOfTranslationUnit() override { run->end(); }

private:
  std::shared_ptr<TidyRun> run;
};

/// Declares the options for `--dump-config` and `--verify-config`; TidyRun reads them.
class CustomCheck : public RuleCheck {
public:
  using RuleCheck::RuleCheck;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &options) override {
    Options.store(options, tidyProjectOption, Options.get(tidyProjectOption, ""));
  }
};

/// Says that the plugin cannot work, as an error, so that clang-tidy's exit code tells it.
class ConfigurationCheck : public clang::tidy::ClangTidyCheck {
public:
  ConfigurationCheck(llvm::StringRef name, ClangTidyContext *context, std::string problem)
      : ClangTidyCheck(name, context), problem(std::move(problem)) {}

  void registerMatchers(MatchFinder *finder) override {
    finder->addMatcher(clang::ast_matchers::translationUnitDecl(), this);
  }
  void check(const MatchFinder::MatchResult &result) override {
    const clang::SourceManager &sources = *result.SourceManager;
    diag(sources.getLocForStartOfFile(sources.getMainFileID()), "%0",
         clang::DiagnosticIDs::Error)
        << problem;
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

/// The files of all packs that can be found without a project.
std::vector<std::string> foundPacks() {
  std::set<std::string> files;
  for (const std::string &folder : tidyPolicyPath()) {
    std::error_code error;
    for (llvm::sys::fs::directory_iterator entry(folder + "/packs", error), end;
         entry != end && !error; entry.increment(error))
      if (llvm::sys::path::extension(entry->path()) == ".json")
        files.insert(entry->path());
  }
  return {files.begin(), files.end()};
}

llvm::Expected<std::set<std::string>> foundRules() {
  policy::PolicyRequest request;
  request.packs = foundPacks();
  request.path = tidyPolicyPath();
  if (request.packs.empty())
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "no packs found beside libTamgaTidy.so or in "
                                   "$TAMGA_PACK_PATH");
  llvm::Expected<policy::Policy> policy = policy::readPolicy(request);
  if (!policy)
    return policy.takeError();
  std::set<std::string> rules;
  for (const policy::Pack &pack : policy->packs)
    for (const policy::Rule &rule : pack.rules)
      rules.insert(rule.id);
  return rules;
}

class TamgaModule : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(clang::tidy::ClangTidyCheckFactories &factories) override {
    if (std::string problem = versionProblem(); !problem.empty())
      return refuse(factories, std::move(problem));
    llvm::Expected<std::set<std::string>> rules = foundRules();
    if (!rules)
      return refuse(factories, llvm::toString(rules.takeError()));
    for (const std::string &rule : *rules)
      factories.registerCheck<RuleCheck>(rule);
    factories.registerCheck<CustomCheck>("tamga-custom");
  }

private:
  static void refuse(clang::tidy::ClangTidyCheckFactories &factories, std::string problem) {
    // Also where no tamga check is enabled by a glob, and nothing could be diagnosed.
    llvm::errs() << "tamga: error: " << problem << '\n';
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
