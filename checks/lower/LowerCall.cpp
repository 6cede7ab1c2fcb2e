//===- LowerCall.cpp - calls ---------------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

using namespace clang;

namespace tamga::lower {

using flow::CallKind;

Body::ValueId Body::emitCall(const CallSite &site) {
  flow::Op op;
  op.kind = flow::OpKind::Call;
  op.call = CallKind::Indirect;
  bool isNoReturn = false;
  if (site.callee) {
    op.call = site.isVirtual ? CallKind::Virtual : CallKind::Direct;
    op.function = unit.reach(site.callee);
    isNoReturn = site.callee->isNoReturn();
  }
  op.calleeValue = site.calleeValue;
  op.thisValue = site.thisValue;
  op.operands.assign(site.arguments.begin(), site.arguments.end());
  op.landing = landingBlock();
  if (site.expression)
    op.text = unit.text(here);
  ValueId result;
  if (site.resultType->isVoidType())
    emit(std::move(op));
  else
    result = emitResult(std::move(op), site.resultType);
  if (isNoReturn) {
    unreachable();
    if (!site.resultType->isVoidType())
      result = undefined(site.resultType);
  }
  return result;
}

void Body::addArguments(CallSite &site, llvm::ArrayRef<const Expr *> arguments) {
  for (const Expr *expression : arguments) {
    ValueId given = argument(expression);
    site.arguments.push_back(given ? given : undefined(expression->getType()));
  }
}

/// A reference that is returned is a pointer.
static QualType resultOf(ASTContext &context, const CallExpr *expression) {
  QualType type = expression->getType();
  return expression->isGLValue() ? context.getPointerType(type) : type;
}

Body::ValueId Body::call(const CallExpr *expression) {
  At location(*this, expression->getSourceRange());
  if (isa<CXXPseudoDestructorExpr>(expression->getCallee()->IgnoreParens()))
    return {};
  const FunctionDecl *callee = expression->getDirectCallee();
  ValueId jumped;
  if (callee && jumpCall(expression, jumped))
    return jumped;
  if (callee)
    if (unsigned builtin = callee->getBuiltinID()) {
      bool isKnown = true;
      ValueId result = builtinCall(expression, builtin, isKnown);
      if (isKnown)
        return result;
    }
  bool isLibrary = false;
  ValueId kept = libraryCall(expression, isLibrary);
  if (isLibrary)
    return kept;
  if (const auto *op = dyn_cast<CXXOperatorCallExpr>(expression))
    return operatorCall(op);
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(expression))
    return memberCall(member);
  return callee ? directCall(expression, callee) : indirectCall(expression);
}

Body::ValueId Body::directCall(const CallExpr *expression, const FunctionDecl *callee) {
  if (const auto *member = dyn_cast<MemberExpr>(expression->getCallee()->IgnoreParens()))
    effect(member->getBase());
  CallSite site;
  site.callee = callee;
  site.resultType = resultOf(context, expression);
  site.expression = expression;
  llvm::SmallVector<const Expr *, 4> arguments(expression->arguments());
  addArguments(site, arguments);
  return emitCall(site);
}

Body::ValueId Body::indirectCall(const CallExpr *expression) {
  CallSite site;
  site.calleeValue = value(expression->getCallee());
  if (!site.calleeValue)
    site.calleeValue = undefined(context.VoidPtrTy);
  site.resultType = resultOf(context, expression);
  site.expression = expression;
  llvm::SmallVector<const Expr *, 4> arguments(expression->arguments());
  addArguments(site, arguments);
  return emitCall(site);
}

/// The method that runs for sure, or none.
static const CXXMethodDecl *knownMethod(const CXXMethodDecl *method, const Expr *object,
                                        const MemberExpr *member) {
  if (!method->isVirtual() || (member && member->hasQualifier()))
    return method;
  return object ? method->getDevirtualizedMethod(object, /*IsAppleKext=*/false) : nullptr;
}

Body::ValueId Body::memberCall(const CXXMemberCallExpr *expression) {
  const Expr *callee = expression->getCallee()->IgnoreParens();
  const CXXMethodDecl *method = expression->getMethodDecl();
  const Expr *object = expression->getImplicitObjectArgument();
  if (isa_and_nonnull<CXXConversionDecl>(method) && method->getParent()->isLambda()) {
    effect(object);
    return closurePointer(method->getParent(), expression->getType());
  }
  CallSite site;
  site.resultType = resultOf(context, expression);
  site.expression = expression;
  if (const auto *through = dyn_cast<BinaryOperator>(callee)) {
    bool isArrow = through->getOpcode() == BO_PtrMemI;
    site.thisValue = isArrow ? value(through->getLHS()) : argument(through->getLHS());
    site.calleeValue = value(through->getRHS());
  } else if (!method || !object) {
    return indirectCall(expression);
  } else {
    const auto *member = dyn_cast<MemberExpr>(callee);
    bool isArrow = object->getType()->isPointerType() && !object->isGLValue();
    QualType pointed = isArrow ? object->getType()->getPointeeType() : object->getType();
    site.thisValue =
        isArrow ? address(pointee(object), pointed) : address(place(object), pointed);
    const CXXMethodDecl *known = knownMethod(method, object, member);
    site.callee = known ? known : method;
    site.isVirtual = !known;
  }
  llvm::SmallVector<const Expr *, 4> arguments(expression->arguments());
  addArguments(site, arguments);
  if (method && method->getDeclName().isIdentifier() && method->getName() == "reset")
    return resetOwner(site, object->getType());
  return emitCall(site);
}

/// A lambda without captures as a function pointer is its call operator, which does not
/// read `this`.
Body::ValueId Body::closurePointer(const CXXRecordDecl *lambda, QualType pointer) {
  flow::Value value;
  value.kind = flow::ValueKind::Function;
  value.function = unit.closureFunction(lambda);
  value.type = type(pointer);
  return newValue(std::move(value));
}

/// The object of a static `operator()` is evaluated, and that is all.
Body::ValueId Body::staticOperatorCall(const CXXOperatorCallExpr *expression,
                                       const CXXMethodDecl *method) {
  effect(expression->getArg(0));
  CallSite site;
  site.callee = method;
  site.resultType = resultOf(context, expression);
  site.expression = expression;
  llvm::SmallVector<const Expr *, 4> arguments(llvm::drop_begin(expression->arguments()));
  addArguments(site, arguments);
  return emitCall(site);
}

Body::ValueId Body::operatorCall(const CXXOperatorCallExpr *expression) {
  const FunctionDecl *callee = expression->getDirectCallee();
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
  if (method && method->isStatic())
    return staticOperatorCall(expression, method);
  if (!method || method->isExplicitObjectMemberFunction())
    return callee ? directCall(expression, callee) : indirectCall(expression);
  const Expr *object = expression->getArg(0);
  bool isAssignment = expression->isAssignmentOp();
  bool isCopy = method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator();
  if (isCopy && method->isTrivial()) {
    ValueId from = load(place(expression->getArg(1)), object->getType());
    Place target = place(object);
    store(target, from);
    return address(target, object->getType());
  }
  CallSite site;
  site.resultType = resultOf(context, expression);
  site.expression = expression;
  llvm::SmallVector<const Expr *, 4> arguments(llvm::drop_begin(expression->arguments()));
  if (isAssignment)
    addArguments(site, arguments);
  site.thisValue = address(place(object), object->getType());
  if (!isAssignment)
    addArguments(site, arguments);
  const CXXMethodDecl *known = knownMethod(method, object, nullptr);
  site.callee = known ? known : method;
  site.isVirtual = !known;
  if (isAssignment)
    releaseOwned(at(site.thisValue), object->getType());
  return emitCall(site);
}

} // namespace tamga::lower
