//===- LowerCoroutine.cpp - coroutines --------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A coroutine runs to its end where it is called, as if nobody ever waited. The promise is
// an object of its own that outlives the call, as the frame does:
//
//   promise = alloc;  result = promise.get_return_object();
//   try { the body } catch (...) { promise.unhandled_exception(); }
//   return result
//
// `co_return e` calls `return_value` and `co_yield e` calls `yield_value`. After a `co_yield`
// the caller may look at the promise, so a way leads from there to the return. `co_await`
// has no such way: what holds after it holds because the line before it ran.
//
// Bodies behind the Boundary say nothing. What their coroutines give lies in the elements
// of the object returned, and what their awaiters give in those of the object awaited.
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

using namespace clang;

namespace tamga::lower {

using flow::OpKind;

static flow::Place elementOf(flow::Place object) {
  flow::Step step;
  step.kind = flow::StepKind::AnyIndex;
  object.steps.push_back(step);
  return object;
}

void Body::coroutine(const CoroutineBodyStmt *statement) {
  out.isCoroutine = true;
  QualType returned = function->getReturnType();
  if (!returned->isVoidType()) {
    coroutineResult = newTemporary(returned);
    begin(*coroutineResult, returned);
  }
  const VarDecl *variable = statement->getPromiseDecl();
  const CXXRecordDecl *record = variable->getType()->getAsCXXRecordDecl();
  if (record && !unit.isBehindBoundary(record))
    return ownCoroutine(statement);
  declare(variable);
  this->statement(statement->getBody());
  coroutineReturn(nullptr);
}

void Body::ownCoroutine(const CoroutineBodyStmt *statement) {
  makePromise(statement);
  BlockId outer = landing, thrown = newBlock();
  size_t outerDepth = landingDepth;
  coroutineEnd = JumpTarget{newBlock(), cleanups.size()};
  landing = thrown;
  landingDepth = cleanups.size();
  this->statement(statement->getInitSuspendStmt());
  this->statement(statement->getBody());
  this->statement(statement->getFallthroughHandler());
  jump(coroutineEnd->block);
  landing = outer;
  landingDepth = outerDepth;
  enter(thrown);
  unhandledException(statement->getExceptionHandler());
  jump(coroutineEnd->block);
  enter(coroutineEnd->block);
  this->statement(statement->getFinalSuspendStmt());
  leaveCoroutine();
}

/// clang also fills aggregates with the parameters, for which no other compiler looks.
void Body::makePromise(const CoroutineBodyStmt *statement) {
  for (const Stmt *move : statement->getParamMoves()) {
    const auto *declared = dyn_cast_or_null<DeclStmt>(move);
    const auto *copy = declared ? dyn_cast<VarDecl>(declared->getSingleDecl()) : nullptr;
    for (const ParmVarDecl *parameter : function->parameters())
      if (copy && copy->getDeclName() == parameter->getDeclName())
        locals[copy] = locals[parameter];
  }
  promise = statement->getPromiseDecl();
  QualType type = promise->getType();
  flow::Op op;
  op.kind = OpKind::Alloc;
  op.type = this->type(type);
  promiseObject = at(emitResult(std::move(op), context.getPointerType(type)));
  const Expr *initializer = promise->getInit();
  fullExpression([&] {
    if (initializer && !isa<CXXParenListInitExpr>(initializer->IgnoreImplicit()))
      initialise(*promiseObject, type, initializer);
  });
  this->statement(statement->getResultDecl());
  const auto *leave = dyn_cast_or_null<ReturnStmt>(statement->getReturnStmt());
  const Expr *returned = leave ? leave->getRetValue() : nullptr;
  if (!returned)
    returned = statement->getReturnValueInit();
  fullExpression([&] {
    if (coroutineResult)
      initialise(*coroutineResult, function->getReturnType(), returned);
    else
      effect(returned);
  });
}

void Body::unhandledException(const Stmt *handler) {
  flow::Op op;
  op.kind = OpKind::Landing;
  ValueId outer = exception;
  exception = emitResult(std::move(op), context.VoidPtrTy);
  publishHandled();
  statement(handler);
  exception = outer;
}

/// Control goes back to whoever called or resumed. The frame, and all that lives in it,
/// stays as it is.
void Body::returnToCaller() {
  flow::Op op;
  op.kind = OpKind::Return;
  if (coroutineResult)
    op.operands.push_back(load(*coroutineResult, function->getReturnType()));
  emit(std::move(op));
  lose();
}

void Body::leaveCoroutine() {
  Values result;
  if (coroutineResult && !isLost)
    result.push_back(load(*coroutineResult, function->getReturnType()));
  emitCleanups(0);
  flow::Op op;
  op.kind = OpKind::Return;
  op.operands = std::move(result);
  emit(std::move(op));
  lose();
}

void Body::coroutineReturn(const CoreturnStmt *statement) {
  if (coroutineEnd) {
    fullExpression([&] { effect(statement->getPromiseCall()); });
    return leaveTo(*coroutineEnd);
  }
  const Expr *operand = statement ? statement->getOperand() : nullptr;
  fullExpression([&] {
    ValueId result = operand ? argument(operand) : ValueId();
    if (result && operand->isGLValue())
      result = load(at(result), operand->getType());
    if (result && coroutineResult && !operand->getType()->isVoidType())
      store(elementOf(*coroutineResult), result);
  });
  leaveCoroutine();
}

//===----------------------------------------------------------------------===//
// Waiting
//===----------------------------------------------------------------------===//

/// Is \p call one of a function whose body says what it does?
bool Body::isOwn(const Expr *call) {
  const auto *expression = call ? dyn_cast<CallExpr>(call->IgnoreImplicit()) : nullptr;
  const FunctionDecl *callee = expression ? expression->getDirectCallee() : nullptr;
  return callee && !unit.isBehindBoundary(callee);
}

/// clang has turned `co_yield e` into a call of the promise with e.
static const CXXMemberCallExpr *yielded(const CoroutineSuspendExpr *expression) {
  const auto *call = dyn_cast<CXXMemberCallExpr>(expression->getOperand()->IgnoreImplicit());
  return call && call->getNumArgs() == 1 ? call : nullptr;
}

Body::ValueId Body::suspend(const CoroutineSuspendExpr *expression) {
  const Expr *common = expression->getCommonExpr();
  bool isYield = isa<CoyieldExpr>(expression);
  bool isOwnAwaiter = isOwn(expression->getResumeExpr());
  if (!isOwnAwaiter && !(isYield && promise) && !isOwn(common))
    return dependentSuspend(expression->getOperand(), expression);
  if (const CXXMemberCallExpr *given = isYield && promise ? yielded(expression) : nullptr)
    yield(given, expression->getOpaqueValue());
  else
    bind(expression->getOpaqueValue());
  BlockId resumed = newBlock();
  if (isOwnAwaiter) {
    BlockId waiting = newBlock();
    fullCondition(expression->getReadyExpr(), resumed, waiting);
    enter(waiting);
    fullExpression([&] { effect(expression->getSuspendExpr()); });
  }
  if (isYield) {
    BlockId left = newBlock();
    branch(undefined(context.BoolTy), resumed, left);
    enter(left);
    returnToCaller();
  } else {
    jump(resumed);
  }
  enter(resumed);
  const Expr *resume = expression->getResumeExpr();
  if (isOwnAwaiter)
    return argument(resume);
  if (resume->getType()->isVoidType())
    return {};
  Place given = elementOf(opaquePlaces[expression->getOpaqueValue()]);
  return resume->isGLValue() ? address(given, resume->getType())
                             : load(given, resume->getType());
}

/// The promise may keep a reference to what is yielded. That lies in the frame, which the
/// caller can still look at: a copy of it is an object that outlives the call.
void Body::yield(const CXXMemberCallExpr *call, const OpaqueValueExpr *awaiter) {
  const Expr *given = call->getArg(0), *object = call->getImplicitObjectArgument();
  CallSite site;
  site.callee = call->getMethodDecl();
  site.thisValue = address(place(object), object->getType());
  addArguments(site, given);
  if (given->isGLValue()) {
    flow::Op op;
    op.kind = OpKind::Alloc;
    op.type = type(given->getType());
    ValueId kept = emitResult(std::move(op), context.getPointerType(given->getType()));
    store(at(kept), load(at(site.arguments[0]), given->getType()));
    site.arguments[0] = kept;
  }
  QualType made = call->getType();
  site.resultType = call->isGLValue() ? context.getPointerType(made) : made;
  site.expression = call;
  ValueId result = emitCall(site);
  Place holder = call->isGLValue() ? at(result) : newTemporary(made);
  if (!call->isGLValue())
    store(holder, result);
  opaquePlaces[awaiter] = holder;
}

/// The call runs, and what leaves is what it was given.
Body::ValueId Body::libraryYield(const CXXMemberCallExpr *call) {
  const Expr *given = call->getArg(0), *promise = call->getImplicitObjectArgument();
  CallSite site;
  site.callee = call->getMethodDecl();
  site.thisValue = address(place(promise), promise->getType());
  addArguments(site, given);
  site.resultType =
      call->isGLValue() ? context.getPointerType(call->getType()) : call->getType();
  site.expression = call;
  ValueId content = site.arguments[0];
  if (given->isGLValue())
    content = load(at(content), given->getType());
  if (coroutineResult)
    store(elementOf(*coroutineResult), content);
  emitCall(site);
  return content;
}

/// The object that is awaited holds its result.
Body::ValueId Body::awaited(const Expr *operand, QualType type) {
  ValueId object = argument(operand);
  if (!object || !operand->getType()->isRecordType())
    return object;
  Place place = at(object);
  if (!operand->isGLValue()) {
    place = newTemporary(operand->getType());
    store(place, object);
  }
  return type->isVoidType() ? object : load(elementOf(place), type);
}

/// What is not known beyond its operand: a library's awaiter.
Body::ValueId Body::dependentSuspend(const Expr *operand, const Expr *whole) {
  flow::Op op;
  op.kind = OpKind::Suspend;
  const auto *yielded = dyn_cast<CXXMemberCallExpr>(operand->IgnoreImplicit());
  bool isYield = isa<CoyieldExpr>(whole) && yielded && yielded->getNumArgs() == 1;
  if (ValueId given = isYield ? libraryYield(yielded) : awaited(operand, whole->getType()))
    op.operands.push_back(given);
  op.landing = landingBlock();
  QualType result = whole->getType();
  if (whole->isGLValue())
    result = context.getPointerType(result);
  if (result->isVoidType()) {
    emit(std::move(op));
    return {};
  }
  return emitResult(std::move(op), result);
}

} // namespace tamga::lower
