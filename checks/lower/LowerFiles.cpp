//===- LowerFiles.cpp - compile commands to flow ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Runs clang's frontend over one unit and hands its AST to lowerUnit. Warnings are off:
/// they are the compiler's business.
//===----------------------------------------------------------------------===//

#include "LowerFiles.h"
#include "Command.h"
#include "Parse.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace tamga::lower {
namespace {

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
  const ClangCommand command = syntaxCommand(unit.arguments, unit.file);
  for (const std::string &name : command.missing)
    collector.errors.push_back({"", 0, 0,
                                "cannot read the response file '" + name +
                                    "', so its flags are missing: build the project first"});
  clang::tooling::ToolInvocation invocation(
      command.words, std::make_unique<ParseAction>(bodies, use), manager.get());
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
