//===- LowerOwner.cpp - functions that give back what is owned ---------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A `std::unique_ptr` with a deleter of one's own runs it where it ends, or owns something
// else. The bodies that would say so are a library's, so the call is written here. The
// owner is, as models have it, the pointer; the deleter lies in it under the key "deleter".
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace tamga::lower {

/// The deleter of the smart pointer \p type, unless it only deletes.
static QualType deleterOf(QualType type) {
  const auto *owner =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!owner || !owner->isInStdNamespace() || !owner->getIdentifier() ||
      owner->getName() != "unique_ptr" || owner->getTemplateArgs().size() < 2)
    return {};
  QualType deleter = owner->getTemplateArgs()[1].getAsType();
  const CXXRecordDecl *record = deleter->getAsCXXRecordDecl();
  return record && record->isInStdNamespace() ? QualType() : deleter;
}

/// The function that a deleter of class \p record runs for one pointer.
static const CXXMethodDecl *callOperator(ASTContext &context, const CXXRecordDecl *record) {
  DeclarationName name = context.DeclarationNames.getCXXOperatorName(OO_Call);
  for (NamedDecl *found : record->lookup(name)) {
    if (const auto *pattern = dyn_cast<FunctionTemplateDecl>(found))
      for (const FunctionDecl *instance : pattern->specializations())
        return cast<CXXMethodDecl>(instance);
    const auto *method = dyn_cast<CXXMethodDecl>(found);
    if (method && method->getNumParams() == 1)
      return method;
  }
  return nullptr;
}

static flow::Place keptDeleter(flow::Place owner) {
  flow::Step key;
  key.kind = flow::StepKind::Key;
  key.text = "deleter";
  owner.steps.push_back(key);
  return owner;
}

/// The owner keeps its deleter when it gets something else to own.
Body::ValueId Body::resetOwner(const CallSite &site, QualType type) {
  QualType deleter = deleterOf(type);
  if (deleter.isNull())
    return emitCall(site);
  Place owner = at(site.thisValue), kept = keptDeleter(owner);
  releaseOwned(owner, type);
  ValueId before = load(kept, deleter.getNonReferenceType());
  ValueId result = emitCall(site);
  store(kept, before);
  return result;
}

void Body::releaseOwned(const Place &owner, QualType type) {
  QualType deleter = deleterOf(type);
  if (deleter.isNull())
    return;
  CallSite site;
  Place kept = keptDeleter(owner);
  const CXXRecordDecl *record = deleter.getNonReferenceType()->getAsCXXRecordDecl();
  site.callee = record && record->hasDefinition() ? callOperator(context, record) : nullptr;
  if (site.callee && unit.isBehindBoundary(site.callee))
    return;
  if (deleter->isReferenceType())
    kept.steps.emplace_back();
  if (!site.callee)
    site.calleeValue = load(kept, deleter.getNonReferenceType());
  else if (!cast<CXXMethodDecl>(site.callee)->isStatic())
    site.thisValue = address(kept, deleter.getNonReferenceType());
  site.arguments.push_back(load(owner, context.VoidPtrTy));
  site.resultType = context.VoidTy;
  emitCall(site);
}

/// `__attribute__((cleanup(f)))`: f gets the address of the variable.
void Body::runCleanup(const FunctionDecl *release, const Cleanup &cleanup) {
  CallSite site;
  site.callee = release;
  site.arguments.push_back(address(cleanup.place, cleanup.type));
  site.resultType = context.VoidTy;
  emitCall(site);
}

} // namespace tamga::lower
