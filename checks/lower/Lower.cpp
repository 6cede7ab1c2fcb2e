//===- Lower.cpp - which functions are lowered ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit sees the bodies of thousands of functions and runs a few of them. Lowering
// starts at what the main file defines and follows what those bodies name: calls,
// function references, constructors, destructors, the virtual methods of every class
// that is constructed, closures. A body is queued once, when it is first named, so the
// cost is the size of what is reached and not of what is included. Bodies behind the
// Boundary are never queued: models speak for them.
//
//===----------------------------------------------------------------------===//
#include "Lower.h"
#include "LowerBody.h"
#include "LowerUnit.h"
#include "clang/AST/DeclFriend.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace clang;

namespace tamga::lower {

Unit::Unit(ASTContext &context, const Boundary &boundary)
    : context(context), sources(context.getSourceManager()),
      tellsStatements(boundary.tellsStatements), boundary(boundary), names(context),
      printing(context.getPrintingPolicy()) {
  printing.PrintCanonicalTypes = true;
  printing.SuppressTagKeyword = true;
  printing.AnonymousTagLocations = false;
  printing.Bool = true;
}

flow::Program Unit::run(const std::function<bool()> &isTimeUp) {
  flow::FileId main = file(sources.getMainFileID());
  if (main) {
    program.files[main.index].isMain = true;
    mainPath = program.files[main.index].path;
  }
  program.name = mainPath;
  program.parsedBytes = context.getASTAllocatedMemory();
  loweredFiles.insert(sources.getMainFileID());

  for (Decl *declaration : context.getTraversalScope())
    if (auto *whole = dyn_cast<TranslationUnitDecl>(declaration))
      addRoots(whole);
    else
      addRoot(declaration);

  while (!work.empty()) {
    Work next = work.front();
    work.pop_front();
    bool isLate = isTimeUp && isTimeUp();
    if (isLate && next.definition)
      program[next.function].incomplete = noTimeLeft;
    else if (next.definition)
      lowerBody(next.function, next.definition);
    else if (!isLate)
      lowerInitializer(next.global, next.variable);
  }
  readDirectives();
  return std::move(program);
}

/// Whether \p declaration stands in the main file or in a source file that it includes: a
/// unity build compiles several sources as one that includes them all.
bool Unit::isOfSource(const Decl *declaration) {
  const SourceLocation at = sources.getExpansionLoc(declaration->getLocation());
  if (sources.isInMainFile(at))
    return true;
  const FileID file = sources.getFileID(at);
  if (file.isInvalid())
    return false; // What the compiler itself declares, such as `operator new`.
  auto [known, isNew] = isSourceFile.try_emplace(file, false);
  if (!isNew)
    return known->second;
  const OptionalFileEntryRef entry = sources.getFileEntryRefForID(file);
  if (!entry || sources.isInSystemHeader(at))
    return false;
  static const std::set<StringRef> endings = {".c",   ".C",   ".cc",  ".cp",
                                              ".cpp", ".CPP", ".cxx", ".c++"};
  known->second = endings.count(llvm::sys::path::extension(entry->getName()));
  return known->second;
}

/// Declarations that came from a precompiled preamble are not of the main file, so
/// they are not even loaded.
void Unit::addRoots(const DeclContext *declarations) {
  for (Decl *declaration : declarations->noload_decls())
    if (isa<LinkageSpecDecl, NamespaceDecl>(declaration) || isOfSource(declaration))
      addRoot(declaration);
}

template <class Template> void Unit::addInstances(Template *pattern) {
  for (auto *instance : pattern->specializations())
    if (!instance->isDependentContext())
      addRoot(instance);
}

/// Instances of a member of a class template: the class may stand elsewhere.
void Unit::addMemberInstances(const CXXMethodDecl *pattern) {
  ClassTemplateDecl *owner = pattern->getParent()->getDescribedClassTemplate();
  if (!owner)
    return;
  for (ClassTemplateSpecializationDecl *instance : owner->specializations()) {
    CXXRecordDecl *whole = instance->getDefinition(); // The newest may only name it.
    if (!whole)
      continue;
    for (CXXMethodDecl *method : whole->methods()) {
      const FunctionDecl *from = method->getInstantiatedFromMemberFunction();
      if (from && from->getCanonicalDecl() == pattern->getCanonicalDecl())
        addRoot(method);
    }
  }
}

void Unit::addRecordRoots(CXXRecordDecl *record) {
  if (record->isDependentContext() || !record->isThisDeclarationADefinition())
    return;
  for (Decl *member : record->decls())
    if (!member->isImplicit())
      addRoot(member);
}

void Unit::addRoot(Decl *declaration) {
  if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(declaration)) {
    if (isOfSource(declaration))
      addRoots(cast<DeclContext>(declaration));
    return;
  }
  if (auto *function = dyn_cast<FunctionDecl>(declaration)) {
    if (!function->isDependentContext() && function->isThisDeclarationADefinition() &&
        !function->isDeleted())
      reach(function);
    if (auto *member = dyn_cast<CXXMethodDecl>(function);
        member && member->isDependentContext())
      addMemberInstances(member);
  } else if (auto *pattern = dyn_cast<FunctionTemplateDecl>(declaration)) {
    addInstances(pattern);
  } else if (auto *pattern = dyn_cast<ClassTemplateDecl>(declaration)) {
    addInstances(pattern);
  } else if (auto *record = dyn_cast<CXXRecordDecl>(declaration)) {
    addRecordRoots(record);
  } else if (auto *variable = dyn_cast<VarDecl>(declaration)) {
    if (!variable->getType()->isDependentType() && !isa<DecompositionDecl>(variable) &&
        !variable->getDeclContext()->isDependentContext())
      global(variable);
  } else if (auto *friendly = dyn_cast<FriendDecl>(declaration)) {
    // A class that is a friend stands elsewhere, and may be this one:
    //   template <class T> class Box { template <class U> friend class Box; };
    NamedDecl *named = friendly->getFriendDecl();
    if (isa_and_nonnull<FunctionDecl, FunctionTemplateDecl>(named))
      addRoot(named);
  }
}

void Unit::lowerBody(flow::FunctionId id, const FunctionDecl *definition) {
  FileID file = sources.getFileID(sources.getExpansionLoc(definition->getLocation()));
  if (file.isValid())
    loweredFiles.insert(file);
  Body body(*this, program[id]);
  flow::Function lowered = body.lowerFunction(definition);
  program[id] = std::move(lowered);
}

void Unit::lowerInitializer(flow::GlobalId id, const VarDecl *definition) {
  flow::FunctionId function{uint32_t(program.functions.size())};
  flow::Function initializer;
  const flow::Global &global = program[id];
  initializer.symbol = "init:" + global.symbol;
  initializer.name = initializer.display = global.name + " (initializer)";
  initializer.kind = flow::FunctionKind::GlobalInit;
  initializer.linkage = global.linkage;
  initializer.isInline = definition->isInline();
  initializer.at = global.at;
  program.functions.push_back(initializer);
  program[id].initializer = function;
  program[function].returnType = type(context.VoidTy);
  Body body(*this, program[function]);
  flow::Function lowered = body.lowerInitializer(definition);
  program[function] = std::move(lowered);
}

flow::Program lowerUnit(ASTContext &context, const Boundary &boundary,
                        const std::function<bool()> &isTimeUp) {
  return Unit(context, boundary).run(isTimeUp);
}

} // namespace tamga::lower
