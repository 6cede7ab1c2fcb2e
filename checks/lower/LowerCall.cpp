//===- LowerCall.cpp - calls ---------------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"
#include "clang/Basic/Builtins.h"

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
  if (callee)
    if (unsigned builtin = callee->getBuiltinID()) {
      bool isKnown = true;
      ValueId result = builtinCall(expression, builtin, isKnown);
      if (isKnown)
        return result;
    }
  bool isException = false;
  ValueId kept = exceptionCall(expression, isException);
  if (isException)
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

Body::ValueId Body::operatorCall(const CXXOperatorCallExpr *expression) {
  const FunctionDecl *callee = expression->getDirectCallee();
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
  if (!method || method->isStatic() || method->isExplicitObjectMemberFunction())
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
  return emitCall(site);
}

//===----------------------------------------------------------------------===//
// Builtins
//===----------------------------------------------------------------------===//

/// Functions of the compiler that are no calls. Others keep their libc names.
Body::ValueId Body::builtinCall(const CallExpr *expression, unsigned builtin, bool &isKnown) {
  const Expr *first = expression->getNumArgs() ? expression->getArg(0) : nullptr;
  switch (builtin) {
  case Builtin::BI__builtin_va_start:
  case Builtin::BI__va_start:
    return startVarArgs(expression);
  case Builtin::BI__builtin_va_end:
    return {};
  case Builtin::BI__builtin_va_copy: {
    Place to = varArgsPlace(first);
    store(to, load(varArgsPlace(expression->getArg(1)), context.VoidPtrTy));
    return {};
  }
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_launder:
  case Builtin::BI__builtin_assume_aligned:
    return value(first);
  case Builtin::BI__builtin_coro_frame:
    if (promiseObject)
      return address(*promiseObject, context.VoidTy);
    isKnown = false;
    return {};
  case Builtin::BI__builtin_constant_p:
    return integer(0, expression->getType());
  case Builtin::BI__builtin_assume:
    return {};
  case Builtin::BI__builtin_addressof:
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIforward:
  case Builtin::BIforward_like:
  case Builtin::BIas_const:
    return address(place(first), first->getType());
  default:
    isKnown = false;
    return {};
  }
}

/// The object of type `va_list` that \p list names. On most machines it is an array of
/// one, which decays.
Body::Place Body::varArgsPlace(const Expr *list) {
  if (list->isGLValue())
    return place(list);
  return pointee(list);
}

Body::ValueId Body::startVarArgs(const CallExpr *expression) {
  Place arguments;
  arguments.root = flow::RootKind::VarArgs;
  flow::Step any;
  any.kind = flow::StepKind::AnyIndex;
  arguments.steps.push_back(any);
  store(varArgsPlace(expression->getArg(0)), address(arguments, context.VoidTy));
  return {};
}

Body::ValueId Body::variableArgument(const VAArgExpr *expression) {
  Place next = varArgsPlace(expression->getSubExpr());
  next.steps.emplace_back();
  return load(next, expression->getType());
}

} // namespace tamga::lower
