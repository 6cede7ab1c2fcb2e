//===- LowerUnit.h - what one unit knows while it is lowered ------*- C++ -*-===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The tables of a unit: clang declarations on one side, flow ids on the other. Every
/// look-up is made once and kept. Internal to lower/.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_LOWER_LOWERUNIT_H
#define TAMGA_LOWER_LOWERUNIT_H

#include "Lower.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/Mangle.h"
#include "clang/AST/TypeOrdering.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include <deque>

namespace tamga::lower {

class Unit {
public:
  Unit(clang::ASTContext &context, const Boundary &boundary);

  /// Lowers the roots and all they reach. Called once.
  flow::Program run(const std::function<bool()> &isTimeUp);

  clang::ASTContext &context;
  clang::SourceManager &sources;
  flow::Program program;
  const bool tellsStatements;

  // Types (LowerTypes.cpp)
  flow::TypeId type(clang::QualType type);
  flow::FieldId field(const clang::FieldDecl *field);

  // Symbols (LowerSymbols.cpp)
  /// The entry of \p declaration; its body is not asked for.
  flow::FunctionId function(const clang::FunctionDecl *declaration);
  /// As function(), and the body is lowered unless it is behind the Boundary.
  flow::FunctionId reach(const clang::FunctionDecl *declaration);
  /// What a pointer to \p field is: a function from the address of an object to that of
  /// its field. So whatever is known of function values is known of it, too.
  flow::FunctionId accessor(const clang::FieldDecl *field);
  flow::GlobalId global(const clang::VarDecl *variable);
  /// What some caller handles: one for each thread.
  flow::GlobalId handledException();
  static bool isConstantStatic(const clang::VarDecl *variable);
  /// An object of \p record exists, so that its virtual methods may run.
  void construct(const clang::CXXRecordDecl *record);
  /// What a closure of \p lambda runs. Instances of a generic lambda are alternatives
  /// of the first.
  flow::FunctionId closureFunction(const clang::CXXRecordDecl *lambda);

  // Names (LowerNames.cpp)
  /// Without template arguments and inline namespaces.
  std::string qualifiedName(const clang::NamedDecl *declaration);
  std::string symbol(const clang::NamedDecl *declaration);
  /// "tamga:..." annotations of all redeclarations.
  static std::vector<std::string> annotations(const clang::Decl *declaration);
  bool isBehindBoundary(const clang::Decl *declaration);
  /// Does destroying a \p record run code that is not behind the Boundary?
  bool hasOwnDestructor(const clang::CXXRecordDecl *record);

  // Places in the source (LowerSource.cpp)
  flow::FileId file(clang::FileID file);
  flow::Location location(clang::SourceRange range);
  /// The words of the source in \p range, white space normalised, at most 160 bytes.
  std::string text(clang::SourceRange range);
  /// Macros around \p where, from the one the user wrote inwards.
  flow::MacroUse macros(clang::SourceLocation where);
  /// NOLINT and its kin in every file of the program that is in \p lowered.
  void readDirectives();

private:
  void addRoot(clang::Decl *declaration);
  bool isOfSource(const clang::Decl *declaration);
  void addRoots(const clang::DeclContext *context);
  void addMemberInstances(const clang::CXXMethodDecl *pattern);
  void addRecordRoots(clang::CXXRecordDecl *record);
  template <class Template> void addInstances(Template *pattern);
  void lowerBody(flow::FunctionId id, const clang::FunctionDecl *definition);
  void lowerInitializer(flow::GlobalId id, const clang::VarDecl *definition);
  void wantInitializer(flow::GlobalId id, const clang::VarDecl *variable);

  void fillType(flow::TypeId id, clang::QualType type);
  void fillRecord(flow::TypeId id, const clang::RecordDecl *record);
  std::string typeKey(clang::QualType type);
  void fillFunction(flow::FunctionId id, const clang::FunctionDecl *declaration);
  void fillMethod(flow::FunctionId id, const clang::CXXMethodDecl *method);
  void addParameters(flow::FunctionId id, const clang::FunctionDecl *declaration);
  std::string libraryName(const clang::FunctionDecl *declaration, std::string name);
  void constructArguments(const clang::FunctionDecl *instance);
  void constructFirst(const clang::TemplateArgumentList &arguments, unsigned count);
  void constructInstance(clang::QualType type);
  std::string display(const clang::FunctionDecl *declaration);
  const std::string &contextName(const clang::DeclContext *context);
  std::string ownName(const clang::NamedDecl *declaration);
  bool isBoundaryNamespace(const clang::DeclContext *context);
  bool isBoundaryFile(clang::FileID file);
  std::string uniqueSymbol(std::string name);

  const Boundary &boundary;
  clang::ASTNameGenerator names;
  clang::PrintingPolicy printing;
  std::string mainPath;

  llvm::DenseMap<clang::QualType, flow::TypeId> typeIds;
  llvm::StringMap<unsigned> usedTypeKeys;
  llvm::DenseMap<const clang::FieldDecl *, flow::FieldId> fieldIds;
  llvm::DenseMap<const clang::FunctionDecl *, flow::FunctionId> functionIds;
  llvm::DenseMap<const clang::FieldDecl *, flow::FunctionId> accessorIds;
  llvm::DenseMap<const clang::VarDecl *, flow::GlobalId> globalIds;
  flow::GlobalId handledExceptionId;
  llvm::StringMap<unsigned> usedSymbols;
  llvm::DenseMap<const clang::DeclContext *, std::string> contextNames;
  llvm::DenseMap<const clang::DeclContext *, bool> boundaryNamespaces;
  llvm::DenseMap<clang::FileID, bool> boundaryFiles;
  llvm::DenseMap<clang::FileID, flow::FileId> fileIds;
  llvm::StringMap<flow::FileId> filesByPath;
  llvm::DenseMap<const clang::CXXRecordDecl *, bool> ownDestructors;
  llvm::DenseSet<uint32_t> reached;
  llvm::DenseSet<const clang::CXXRecordDecl *> constructed;
  llvm::DenseSet<clang::FileID> loweredFiles;
  llvm::DenseMap<clang::FileID, bool> isSourceFile; ///< Of the files included so far.

  struct Work {
    flow::FunctionId function;
    const clang::FunctionDecl *definition = nullptr;
    flow::GlobalId global;
    const clang::VarDecl *variable = nullptr;
  };
  std::deque<Work> work;
};

/// Does \p path match \p glob, in which `*` stops at a slash and `**` does not?
bool matchesGlob(llvm::StringRef glob, llvm::StringRef path);

} // namespace tamga::lower

#endif // TAMGA_LOWER_LOWERUNIT_H
