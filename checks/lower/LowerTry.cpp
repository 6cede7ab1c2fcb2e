//===- LowerTry.cpp - exceptions and coroutines ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `try` makes a chain of landing blocks, one for each handler:
//
//   landing 1:  %e = landing T1;  branch undefined, handler 1, landing 2
//   landing 2:  landing;          jump handler 2                  (catch (...))
//
// Calls inside name the head of the chain, and all handlers read the exception from the
// head's result. The last link of a chain without `catch (...)` throws it on.
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

using namespace clang;

namespace tamga::lower {

using flow::OpKind;

void Body::tryStatement(const CXXTryStmt *statement) {
  BlockId outer = landing, exit = newBlock();
  size_t outerDepth = landingDepth;
  ValueId outerException = exception;
  std::vector<BlockId> chain;
  for (unsigned i = 0; i < statement->getNumHandlers(); ++i)
    chain.push_back(newBlock());
  landing = chain.front();
  landingDepth = cleanups.size();
  this->statement(statement->getTryBlock());
  jump(exit);
  landing = outer;
  landingDepth = outerDepth;
  exception = {};
  for (unsigned i = 0; i < statement->getNumHandlers(); ++i) {
    BlockId next = i + 1 < chain.size() ? chain[i + 1] : BlockId();
    enter(chain[i]);
    handler(statement->getHandler(i), next, exit);
  }
  exception = outerException;
  enter(exit);
}

/// Throws on what has been caught.
void Body::rethrow() {
  flow::Op op;
  op.kind = OpKind::Throw;
  op.landing = landingBlock();
  if (exception)
    op.operands.push_back(load(at(exception), context.VoidTy));
  emit(std::move(op));
  lose();
}

void Body::handler(const CXXCatchStmt *handler, BlockId next, BlockId exit) {
  At location(*this, handler->getSourceRange());
  flow::Op op;
  op.kind = OpKind::Landing;
  const VarDecl *variable = handler->getExceptionDecl();
  QualType caught = handler->getCaughtType();
  bool isAll = caught.isNull();
  caught = isAll ? context.VoidTy : caught.getNonReferenceType();
  if (!isAll)
    op.type = type(caught);
  ValueId result = emitResult(std::move(op), context.getPointerType(caught));
  if (!exception)
    exception = result;
  if (!isAll) {
    BlockId body = newBlock(), miss = next ? next : newBlock();
    branch(undefined(context.BoolTy), body, miss);
    if (!next) {
      enter(miss);
      rethrow();
    }
    enter(body);
  }
  size_t depth = cleanups.size();
  if (variable) {
    flow::LocalId local =
        newLocal(flow::LocalKind::Variable, variable->getName().str(), variable->getType());
    locals[variable] = local;
    Place place;
    place.index = local.index;
    bool isReference = variable->getType()->isReferenceType();
    store(place, isReference ? exception : load(at(exception), caught));
    pushVariable(variable, place);
  }
  statement(handler->getHandlerBlock());
  leaveScope(depth);
  jump(exit);
}

Body::ValueId Body::throwValue(const CXXThrowExpr *expression) {
  if (!expression->getSubExpr()) {
    rethrow();
    return {};
  }
  flow::Op op;
  op.kind = OpKind::Throw;
  op.operands.push_back(value(expression->getSubExpr()));
  op.landing = landingBlock();
  emit(std::move(op));
  lose();
  return {};
}

//===----------------------------------------------------------------------===//
// Coroutines
//===----------------------------------------------------------------------===//

/// What `co_return` and `co_yield` give lies in the elements of the returned object, and
/// what `co_await` gives in those of the awaited one.
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
  if (const VarDecl *promise = statement->getPromiseDecl())
    declare(promise);
  this->statement(statement->getBody());
  coroutineReturn(nullptr);
}

void Body::coroutineReturn(const CoreturnStmt *statement) {
  flow::Op op;
  op.kind = OpKind::Return;
  const Expr *operand = statement ? statement->getOperand() : nullptr;
  fullExpression([&] {
    ValueId result = operand ? argument(operand) : ValueId();
    if (result && operand->isGLValue())
      result = load(at(result), operand->getType());
    if (result && coroutineResult && !operand->getType()->isVoidType())
      store(elementOf(*coroutineResult), result);
  });
  if (coroutineResult && !isLost)
    op.operands.push_back(load(*coroutineResult, function->getReturnType()));
  emitCleanups(0);
  emit(std::move(op));
  lose();
}

/// clang has turned `co_yield e` into a call of the promise with e. The call runs, and
/// what leaves is e.
Body::ValueId Body::yield(const CXXMemberCallExpr *call) {
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

Body::ValueId Body::suspend(const Expr *operand, const Expr *whole) {
  flow::Op op;
  op.kind = OpKind::Suspend;
  const auto *yielded = dyn_cast<CXXMemberCallExpr>(operand->IgnoreImplicit());
  bool isYield = isa<CoyieldExpr>(whole) && yielded && yielded->getNumArgs() == 1;
  if (ValueId given = isYield ? yield(yielded) : awaited(operand, whole->getType()))
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
