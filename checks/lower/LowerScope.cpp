//===- LowerScope.cpp - what ends when a scope is left -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `cleanups` is a stack of the objects alive. A scope or full expression remembers how
// high the stack was and cuts it there when it is left; a jump runs the same cleanups
// without cutting, because the code after it still has them. A temporary made on one
// side of a condition is cleaned up where the full expression ends, on both sides: its
// destructor then runs on an object that holds nothing.
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace tamga::lower {

/// `std::allocator` and its kin hold nothing and do nothing.
bool Body::isNothing(const CXXRecordDecl *record) {
  return record->hasDefinition() && record->isEmpty() && record->isInStdNamespace();
}

bool Body::needsDestruction(QualType type) {
  if (type->isReferenceType())
    return false;
  const CXXRecordDecl *record = context.getBaseElementType(type)->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || isNothing(record))
    return false;
  return !record->hasTrivialDestructor() && record->getDestructor() &&
         !record->getDestructor()->isDeleted();
}

void Body::destroy(const Place &place, QualType type, bool isVirtual) {
  Place object = place;
  while (const ArrayType *array = context.getAsArrayType(type)) {
    flow::Step element;
    element.kind = flow::StepKind::AnyIndex;
    object.steps.push_back(element);
    type = array->getElementType();
  }
  releaseOwned(object, type);
  const CXXDestructorDecl *destructor = type->getAsCXXRecordDecl()->getDestructor();
  CallSite site;
  site.callee = destructor;
  site.thisValue = address(object, type);
  site.isVirtual =
      isVirtual && destructor->isVirtual() && !destructor->getParent()->isEffectivelyFinal();
  site.resultType = context.VoidTy;
  emitCall(site);
}

void Body::emitCleanup(const Cleanup &cleanup) {
  if (cleanup.release)
    runCleanup(cleanup.release, cleanup);
  if (cleanup.isDestroyed)
    destroy(cleanup.place, cleanup.type, false);
  if (!cleanup.isEnded)
    return;
  flow::Op op;
  op.kind = flow::OpKind::End;
  op.place = cleanup.place;
  emit(std::move(op));
}

void Body::emitCleanups(size_t depth, const VarDecl *kept) {
  if (isLost && out.blocks[current.index].ops.empty())
    return;
  size_t outer = alive;
  for (size_t i = cleanups.size(); i > depth; --i)
    if (!kept || cleanups[i - 1].variable != kept) {
      Cleanup cleanup = cleanups[i - 1];
      alive = i - 1;
      emitCleanup(cleanup);
    }
  alive = outer;
}

void Body::leaveScope(size_t depth) {
  emitCleanups(depth);
  cleanups.resize(depth);
}

//===----------------------------------------------------------------------===//
// Exceptions
//===----------------------------------------------------------------------===//

/// Where an exception goes while the first \p height cleanups are due. Destructors that
/// only free memory are not worth a block: those of the user's own make one, once.
Body::BlockId Body::landingBelow(size_t height) {
  for (size_t i = height; i > landingDepth; --i) {
    const Cleanup &cleanup = cleanups[i - 1];
    if (!cleanup.isDestroyed && !cleanup.release)
      continue;
    const auto *record = context.getBaseElementType(cleanup.type)->getAsCXXRecordDecl();
    if (cleanup.release || unit.hasOwnDestructor(record))
      return cleanup.pad ? cleanup.pad : makePad(i - 1);
  }
  return landing;
}

/// Catches, destroys, throws on.
Body::BlockId Body::makePad(size_t index) {
  BlockId next = landingBelow(index);
  BlockId pad = newBlock(), outerBlock = current;
  bool wasLost = isLost;
  size_t outerAlive = alive;
  cleanups[index].pad = pad;
  Cleanup cleanup = cleanups[index];
  enter(pad);
  flow::Op caught;
  caught.kind = flow::OpKind::Landing;
  ValueId thrown = emitResult(std::move(caught), context.VoidPtrTy);
  alive = 0;
  BlockId outerLanding = landing;
  landing = {};
  emitCleanup(cleanup);
  landing = outerLanding;
  alive = outerAlive;
  flow::Op op;
  op.kind = flow::OpKind::Throw;
  op.operands.push_back(load(at(thrown), context.VoidTy));
  op.landing = next;
  emit(std::move(op));
  enter(outerBlock);
  isLost = wasLost;
  return pad;
}

void Body::pushVariable(const VarDecl *variable, const Place &place) {
  QualType type = variable->getType();
  bool isDestroyed = needsDestruction(type);
  bool isObject = type->isRecordType() || type->isArrayType();
  const auto *attribute = variable->getAttr<CleanupAttr>();
  if (!isDestroyed && !isObject && !attribute)
    return;
  cleanups.push_back({place, type, isDestroyed, true, variable, {}});
  if (attribute)
    cleanups.back().release = attribute->getFunctionDecl();
}

void Body::pushTemporary(const Place &place, const MaterializeTemporaryExpr *use) {
  QualType type = use->getType();
  bool isDestroyed = needsDestruction(type);
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!isDestroyed && (!record || isNothing(record)))
    return;
  Cleanup cleanup{place, type, isDestroyed, true, nullptr, {}};
  if (use->getStorageDuration() == SD_FullExpression)
    cleanups.push_back(cleanup);
  else if (use->getStorageDuration() == SD_Automatic)
    extended.push_back(cleanup);
}

} // namespace tamga::lower
