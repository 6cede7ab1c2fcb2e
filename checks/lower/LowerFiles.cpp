//===- LowerFiles.cpp - compile commands to flow ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Runs clang's frontend over one unit and hands its AST to lowerUnit. The command was
/// written for some compiler, often gcc behind a wrapper, and for making an object file;
/// most of this file turns it into one that clang 19 can parse with. Warnings are off:
/// they are the compiler's business.
//===----------------------------------------------------------------------===//

#include "LowerFiles.h"
#include "Parse.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Driver/Options.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <algorithm>
#include <set>

namespace tamga::lower {
namespace {

using Arguments = std::vector<std::string>;

//===----------------------------------------------------------------------===//
// The command
//===----------------------------------------------------------------------===//

/// `ccache g++ ...` compiles as `g++ ...` does.
void stripWrappers(Arguments &arguments) {
  static const std::set<llvm::StringRef> wrappers = {"ccache", "distcc",   "sccache",
                                                     "icecc",  "icecream", "buildcache"};
  while (arguments.size() > 1 && wrappers.count(llvm::sys::path::filename(arguments.front())))
    arguments.erase(arguments.begin());
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
    if (argument.starts_with("@") || argument == "-pedantic-errors" ||
        argument.starts_with("-fmodule-mapper="))
      continue;
    kept.push_back(arguments[index]);
  }
  arguments = std::move(kept);
}

/// Drops the options that clang does not know: those of gcc, which say how to make code,
/// not what it means.
void stripUnknown(Arguments &arguments) {
  std::vector<const char *> texts;
  for (const std::string &argument : llvm::drop_begin(arguments))
    texts.push_back(argument.c_str());
  unsigned missingIndex = 0, missingCount = 0;
  const llvm::opt::InputArgList parsed = clang::driver::getDriverOptTable().ParseArgs(
      texts, missingIndex, missingCount,
      llvm::opt::Visibility(clang::driver::options::ClangOption));
  std::set<unsigned> unknown;
  for (const llvm::opt::Arg *argument : parsed.filtered(clang::driver::options::OPT_UNKNOWN))
    unknown.insert(argument->getIndex());
  Arguments kept = {arguments.front()};
  for (unsigned index = 0; index < texts.size(); ++index)
    if (!unknown.count(index))
      kept.push_back(texts[index]);
  arguments = std::move(kept);
}

bool hasOption(const Arguments &arguments, llvm::StringRef name) {
  return llvm::any_of(arguments, [&](llvm::StringRef argument) {
    return argument == name || (argument.starts_with(name) && argument[name.size()] == '=');
  });
}

/// The command that parses \p unit; \p missing gets the response files that are not there.
Arguments syntaxCommand(const UnitCommand &unit, std::vector<std::string> &missing) {
  Arguments arguments = unit.arguments;
  stripWrappers(arguments);
  stripPrebuilt(arguments, missing);
  stripUnknown(arguments);
  for (const clang::tooling::ArgumentsAdjuster &adjust :
       {clang::tooling::getClangStripOutputAdjuster(),
        clang::tooling::getClangStripDependencyFileAdjuster(),
        clang::tooling::getStripPluginsAdjuster(),
        clang::tooling::getClangSyntaxOnlyAdjuster()})
    arguments = adjust(arguments, unit.file);
  const std::string invokedAs = arguments.front();
  clang::tooling::addTargetAndModeForProgramName(arguments, invokedAs);

  Arguments extra = {"-w", "-fno-caret-diagnostics"};
  if (!hasOption(arguments, "-resource-dir"))
    extra.push_back("-resource-dir=" TAMGA_RESOURCE_DIR);
  return clang::tooling::getInsertArgumentAdjuster(
      extra, clang::tooling::ArgumentInsertPosition::BEGIN)(arguments, unit.file);
}

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

/// Keeps what says that the unit was not parsed whole.
class ErrorCollector : public clang::DiagnosticConsumer {
public:
  std::vector<CompileError> errors;

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level,
                        const clang::Diagnostic &diagnostic) override {
    DiagnosticConsumer::HandleDiagnostic(level, diagnostic);
    if (level < clang::DiagnosticsEngine::Error)
      return;
    CompileError error;
    llvm::SmallString<128> text;
    diagnostic.FormatDiagnostic(text);
    error.text = text.str();
    if (diagnostic.hasSourceManager() && diagnostic.getLocation().isValid()) {
      const clang::PresumedLoc at = diagnostic.getSourceManager().getPresumedLoc(
          diagnostic.getSourceManager().getExpansionLoc(diagnostic.getLocation()),
          /*UseLineDirectives=*/false);
      if (at.isValid()) {
        error.file = at.getFilename();
        error.line = at.getLine();
        error.column = at.getColumn();
      }
    }
    errors.push_back(std::move(error));
  }
};

flow::FileId fileNamed(flow::Program &program, llvm::StringRef path) {
  llvm::SmallString<128> plain(path);
  llvm::sys::path::remove_dots(plain, /*remove_dot_dot=*/true);
  for (uint32_t index = 0; index < program.files.size(); ++index)
    if (program.files[index].path == plain || program.files[index].path == path)
      return flow::FileId(index);
  program.files.push_back({std::string(plain), false});
  return flow::FileId(program.files.size() - 1);
}

void addErrors(flow::Program &program, const std::vector<CompileError> &errors) {
  for (const CompileError &error : errors) {
    flow::Diagnostic diagnostic;
    diagnostic.text = error.text;
    if (!error.file.empty()) {
      diagnostic.at.file = fileNamed(program, error.file);
      diagnostic.at.line = diagnostic.at.endLine = error.line;
      diagnostic.at.column = error.column;
      diagnostic.at.endColumn = error.column + 1;
    }
    program.errors.push_back(std::move(diagnostic));
  }
}

//===----------------------------------------------------------------------===//
// The frontend
//===----------------------------------------------------------------------===//

/// What is done with the AST.
using UseCompiler = llvm::function_ref<void(clang::CompilerInstance &)>;

class ParseConsumer : public clang::ASTConsumer {
public:
  ParseConsumer(clang::CompilerInstance &compiler, UseCompiler use)
      : compiler(compiler), use(use) {}
  void HandleTranslationUnit(clang::ASTContext &) override { use(compiler); }

private:
  clang::CompilerInstance &compiler;
  UseCompiler use;
};

class ParseAction : public clang::ASTFrontendAction {
public:
  ParseAction(Bodies bodies, UseCompiler use) : bodies(bodies), use(use) {}
  bool BeginInvocation(clang::CompilerInstance &compiler) override {
    // clang-tidy defines `__clang_analyzer__`, and headers ask for it: all doors must see
    // the same program.
    compiler.getPreprocessorOpts().SetUpStaticAnalyzer = true;
    compiler.getFrontendOpts().SkipFunctionBodies = bodies == Bodies::Skipped;
    return true;
  }
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance &compiler,
                                                        llvm::StringRef) override {
    return std::make_unique<ParseConsumer>(compiler, use);
  }

private:
  Bodies bodies;
  UseCompiler use;
};

std::string absolute(llvm::StringRef file, llvm::StringRef directory) {
  llvm::SmallString<128> path(file);
  if (directory.empty())
    llvm::sys::fs::make_absolute(path);
  else
    llvm::sys::fs::make_absolute(directory, path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return std::string(path);
}

flow::Program emptyUnit(const UnitCommand &unit) {
  flow::Program program;
  program.name = unit.file;
  program.files.push_back({unit.file, /*isMain=*/true});
  return program;
}

} // namespace

flow::Program failedUnit(const UnitCommand &unit, std::string error) {
  flow::Program program = emptyUnit(unit);
  flow::Diagnostic diagnostic;
  diagnostic.text = std::move(error);
  program.errors.push_back(std::move(diagnostic));
  return program;
}

UnitCommand commandFor(const std::string &file, std::vector<std::string> arguments) {
  UnitCommand unit;
  unit.file = absolute(file, "");
  llvm::SmallString<128> directory;
  llvm::sys::fs::current_path(directory);
  unit.directory = directory.str();
  const bool isC = llvm::sys::path::extension(file) == ".c";
  unit.arguments.push_back(isC ? "clang" : "clang++");
  for (std::string &argument : arguments)
    unit.arguments.push_back(std::move(argument));
  unit.arguments.push_back(unit.file);
  return unit;
}

std::vector<CompileError> parse(const UnitCommand &unit, Bodies bodies, UseCompiler use) {
  // A file system of its own: its working directory is not the process's, so that units
  // of different folders can be parsed at the same time.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files = llvm::vfs::createPhysicalFileSystem();
  ErrorCollector collector;
  if (std::error_code error = files->setCurrentWorkingDirectory(unit.directory)) {
    collector.errors.push_back(
        {"", 0, 0, "cannot enter folder '" + unit.directory + "': " + error.message()});
    return std::move(collector.errors);
  }
  auto overlay = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(files);
  if (!unit.text.empty()) {
    auto memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
    memory->addFile(unit.file, 0, llvm::MemoryBuffer::getMemBufferCopy(unit.text, unit.file));
    overlay->pushOverlay(memory);
  }
  auto manager =
      llvm::makeIntrusiveRefCnt<clang::FileManager>(clang::FileSystemOptions(), overlay);
  std::vector<std::string> missing;
  const Arguments command = syntaxCommand(unit, missing);
  for (const std::string &name : missing)
    collector.errors.push_back({"", 0, 0,
                                "cannot read the response file '" + name +
                                    "', so its flags are missing: build the project first"});
  clang::tooling::ToolInvocation invocation(command, std::make_unique<ParseAction>(bodies, use),
                                            manager.get());
  invocation.setDiagnosticConsumer(&collector);
  const bool succeeded = invocation.run();
  if (!succeeded && collector.errors.empty())
    collector.errors.push_back({"", 0, 0, "the compile command could not be run"});
  return std::move(collector.errors);
}

flow::Program lowerFile(const UnitCommand &unit, const Boundary &boundary,
                        llvm::function_ref<void()> whenParsed) {
  std::optional<flow::Program> program;
  const auto lower = [&](clang::CompilerInstance &compiler) {
    if (whenParsed)
      whenParsed();
    program = lowerUnit(compiler.getASTContext(), boundary);
  };
  const std::vector<CompileError> errors = parse(unit, Bodies::Parsed, lower);
  if (!program)
    program = emptyUnit(unit);
  addErrors(*program, errors);
  return std::move(*program);
}

} // namespace tamga::lower
