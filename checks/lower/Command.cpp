//===- Command.cpp - compile commands that clang can parse with --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Most of what clang refuses says how to make code and not what it means. Which options
/// clang knows its option table tells. Which of these a target has only the driver and the
/// target know, so these are asked, where an option is about the machine at all.
//===----------------------------------------------------------------------===//

#include "Command.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Driver/Compilation.h"
#include "clang/Driver/Driver.h"
#include "clang/Driver/Options.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include <mutex>
#include <set>

namespace tamga::lower {
namespace {

using Arguments = std::vector<std::string>;

/// Otherwise clang would not take `aarch64-linux-gnu-g++` for a name of a target, and
/// assembler in the source would be an error.
void initialiseTargets() {
  static std::once_flag once;
  std::call_once(once, [] {
    llvm::InitializeAllTargetInfos();
    llvm::InitializeAllTargetMCs();
    llvm::InitializeAllAsmParsers();
  });
}

/// How many of the words in front are a program that runs the rest: `env A=1 ccache`,
/// `cmake -E env A=1 --`, `nice -n 10`.
size_t wrapperLength(llvm::ArrayRef<std::string> words) {
  static const std::set<llvm::StringRef> plain = {"ccache",   "distcc",     "sccache", "icecc",
                                                  "icecream", "buildcache", "gomacc",  "time"};
  const llvm::StringRef name = llvm::sys::path::filename(words.front());
  if (plain.count(name))
    return 1;
  size_t length = 1;
  if (name == "cmake" && words.size() > 2 && words[1] == "-E" && words[2] == "env")
    length = 3;
  else if (name != "env" && name != "nice")
    return 0;
  for (; length < words.size(); ++length) {
    const llvm::StringRef word = words[length];
    if (word == "-n" || word == "-u")
      ++length;
    else if (word == "--")
      return length + 1;
    else if (!word.starts_with("-") && !word.contains('='))
      break;
  }
  return length;
}

/// `ccache g++ ...` compiles as `g++ ...` does.
void stripWrappers(Arguments &arguments) {
  while (!arguments.empty()) {
    const size_t length = wrapperLength(arguments);
    if (length == 0 || length >= arguments.size())
      return;
    arguments.erase(arguments.begin(), arguments.begin() + length);
  }
}

/// Another compiler's warnings are errors to its users; those that clang has, or does not
/// know, never were.
void stripWarningsAsErrors(Arguments &arguments) {
  if (llvm::sys::path::filename(arguments.front()).contains("clang"))
    return;
  llvm::erase_if(arguments, [](llvm::StringRef argument) {
    return argument == "-Werror" || argument.starts_with("-Werror=") ||
           argument == "-pedantic-errors";
  });
}

/// Drops what names a precompiled header, a module map or a plugin: made by another
/// compiler or not yet built. The header itself is still included by name. An `@file` that
/// is still there could not be read: \p missing gets its name.
void stripPrebuilt(Arguments &arguments, std::vector<std::string> &missing) {
  Arguments kept;
  for (size_t index = 0; index < arguments.size(); ++index) {
    const llvm::StringRef argument = arguments[index];
    if (argument == "-Xclang" && index + 3 < arguments.size() &&
        arguments[index + 1] == "-include-pch") {
      index += 3;
      continue;
    }
    if (argument == "-include-pch") {
      ++index;
      continue;
    }
    // The map of a unit's modules is written by the build; most units need none.
    if (argument.starts_with("@") && !argument.ends_with(".modmap"))
      missing.push_back(argument.drop_front().str());
    if (argument.starts_with("@") || argument.starts_with("-fmodule-mapper="))
      continue;
    kept.push_back(arguments[index]);
  }
  arguments = std::move(kept);
}

std::vector<const char *> pointersTo(const Arguments &arguments) {
  std::vector<const char *> texts;
  for (const std::string &argument : arguments)
    texts.push_back(argument.c_str());
  return texts;
}

/// Drops the options that clang does not know: those of gcc, which say how to make code,
/// not what it means.
void stripUnknown(Arguments &arguments) {
  const std::vector<const char *> texts = pointersTo(arguments);
  unsigned missingIndex = 0, missingCount = 0;
  const llvm::opt::InputArgList parsed = clang::driver::getDriverOptTable().ParseArgs(
      llvm::ArrayRef(texts).drop_front(), missingIndex, missingCount,
      llvm::opt::Visibility(clang::driver::options::ClangOption));
  std::set<unsigned> unknown;
  for (const llvm::opt::Arg *argument : parsed.filtered(clang::driver::options::OPT_UNKNOWN))
    unknown.insert(argument->getIndex() + 1);
  Arguments kept;
  for (unsigned index = 0; index < arguments.size(); ++index)
    if (!unknown.count(index))
      kept.push_back(std::move(arguments[index]));
  arguments = std::move(kept);
}

bool hasOption(const Arguments &arguments, llvm::StringRef name) {
  return llvm::any_of(arguments, [&](llvm::StringRef argument) {
    return argument == name || (argument.starts_with(name) && argument[name.size()] == '=');
  });
}

Arguments onlyParsing(Arguments arguments, llvm::StringRef file) {
  for (const clang::tooling::ArgumentsAdjuster &adjust :
       {clang::tooling::getClangStripOutputAdjuster(),
        clang::tooling::getClangStripDependencyFileAdjuster(),
        clang::tooling::getStripPluginsAdjuster(),
        clang::tooling::getClangSyntaxOnlyAdjuster()})
    arguments = adjust(arguments, file);
  const std::string invokedAs = arguments.front();
  clang::tooling::addTargetAndModeForProgramName(arguments, invokedAs);
  return arguments;
}

//===----------------------------------------------------------------------===//
// What a target does not have
//===----------------------------------------------------------------------===//

class ErrorTexts : public clang::DiagnosticConsumer {
public:
  std::vector<std::string> texts;

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level,
                        const clang::Diagnostic &diagnostic) override {
    if (level < clang::DiagnosticsEngine::Error)
      return;
    llvm::SmallString<128> text;
    diagnostic.FormatDiagnostic(text);
    texts.push_back(text.str().str());
  }
};

/// What driver and target say against \p arguments, which only parse.
std::vector<std::string> refusals(const Arguments &arguments) {
  ErrorTexts errors;
  auto options = llvm::makeIntrusiveRefCnt<clang::DiagnosticOptions>();
  clang::DiagnosticsEngine diagnostics(llvm::makeIntrusiveRefCnt<clang::DiagnosticIDs>(),
                                       options.get(), &errors, /*ShouldOwnClient=*/false);
  clang::driver::Driver driver(arguments.front(), llvm::sys::getDefaultTargetTriple(),
                               diagnostics);
  driver.setCheckInputsExist(false);
  const std::unique_ptr<clang::driver::Compilation> compilation(
      driver.BuildCompilation(pointersTo(arguments)));
  if (!compilation || !errors.texts.empty() || compilation->getJobs().empty())
    return std::move(errors.texts);
  const llvm::opt::ArgStringList &words = compilation->getJobs().begin()->getArguments();
  clang::CompilerInvocation invocation;
  clang::CompilerInvocation::CreateFromArgs(invocation, words, diagnostics,
                                            arguments.front().c_str());
  llvm::IntrusiveRefCntPtr<clang::TargetInfo>(
      clang::TargetInfo::CreateTargetInfo(diagnostics, invocation.TargetOpts));
  return std::move(errors.texts);
}

/// Whether the refusal \p text speaks of \p argument: it quotes an option as
/// '-mcmodel=', or a processor by its name.
bool isNamedIn(llvm::StringRef text, llvm::StringRef argument) {
  if (!argument.starts_with("-m") && !argument.starts_with("-f"))
    return false;
  llvm::SmallVector<llvm::StringRef, 8> parts;
  text.split(parts, '\'');
  for (size_t index = 1; index < parts.size(); index += 2) {
    const llvm::StringRef quoted = parts[index];
    if (quoted.starts_with("-") ? argument.starts_with(quoted)
                                : text.starts_with("unknown target CPU") &&
                                      argument.split('=').second.split('+').first == quoted)
      return true;
  }
  return false;
}

/// Takes the target away that only the compiler's name tells: `xtensa-esp32-elf-g++`. Without
/// it the source still means nearly the same. False: it tells none.
bool stripTargetName(std::string &compiler) {
  const llvm::StringRef name = llvm::sys::path::filename(compiler);
  const size_t end = name.rfind('-');
  if (end == llvm::StringRef::npos || end + 1 == name.size() || llvm::isDigit(name[end + 1]))
    return false;
  compiler = name.drop_front(end + 1).str();
  return true;
}

void stripRefused(Arguments &arguments) {
  const auto isAboutMachine = [](llvm::StringRef argument) {
    return argument.starts_with("-m");
  };
  const auto mayBeRefused = [&] {
    return llvm::any_of(arguments, isAboutMachine) ||
           llvm::sys::path::filename(arguments.front()).contains('-');
  };
  // One refusal can hide another; each round drops something.
  for (bool isChanged = true; isChanged && mayBeRefused();) {
    isChanged = false;
    for (const std::string &text : refusals(onlyParsing(arguments, ""))) {
      const size_t before = arguments.size();
      llvm::erase_if(arguments,
                     [&](llvm::StringRef argument) { return isNamedIn(text, argument); });
      isChanged |= arguments.size() != before;
      if (llvm::StringRef(text).starts_with("unknown target triple"))
        isChanged |= stripTargetName(arguments.front());
    }
  }
}

} // namespace

ClangCommand clangCommand(const std::vector<std::string> &arguments) {
  initialiseTargets();
  ClangCommand command{arguments, {}};
  stripWrappers(command.words);
  stripWarningsAsErrors(command.words);
  stripPrebuilt(command.words, command.missing);
  stripUnknown(command.words);
  stripRefused(command.words);
  return command;
}

ClangCommand syntaxCommand(const std::vector<std::string> &arguments, llvm::StringRef file) {
  ClangCommand command = clangCommand(arguments);
  command.words = onlyParsing(std::move(command.words), file);
  llvm::erase(command.words, "-pedantic-errors");
  Arguments extra = {"-w", "-fno-caret-diagnostics"};
  if (!hasOption(command.words, "-resource-dir"))
    extra.push_back("-resource-dir=" TAMGA_RESOURCE_DIR);
  command.words = clang::tooling::getInsertArgumentAdjuster(
      extra, clang::tooling::ArgumentInsertPosition::BEGIN)(command.words, file);
  return command;
}

std::vector<std::string> definedMacros(const std::vector<std::string> &arguments) {
  std::vector<std::string> macros;
  for (size_t index = 0; index < arguments.size(); ++index) {
    llvm::StringRef word = arguments[index];
    if (!word.consume_front("-D"))
      continue;
    if (word.empty() && index + 1 < arguments.size())
      word = arguments[++index];
    macros.push_back(word.str());
  }
  return macros;
}

} // namespace tamga::lower
