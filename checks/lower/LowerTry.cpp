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
// Calls inside name the head of the chain. The last link of a chain without
// `catch (...)` jumps to the enclosing chain, or resumes.
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

using namespace clang;

namespace tamga::lower {

using flow::OpKind;

void Body::tryStatement(const CXXTryStmt *statement) {
  BlockId outer = landing, exit = newBlock();
  std::vector<BlockId> chain;
  for (unsigned i = 0; i < statement->getNumHandlers(); ++i)
    chain.push_back(newBlock());
  landing = chain.front();
  this->statement(statement->getTryBlock());
  jump(exit);
  landing = outer;
  for (unsigned i = 0; i < statement->getNumHandlers(); ++i) {
    BlockId next = i + 1 < chain.size() ? chain[i + 1] : BlockId();
    enter(chain[i]);
    handler(statement->getHandler(i), next, exit);
  }
  enter(exit);
}

void Body::handler(const CXXCatchStmt *handler, BlockId next, BlockId exit) {
  At location(*this, handler->getSourceRange());
  flow::Op op;
  op.kind = OpKind::Landing;
  const VarDecl *variable = handler->getExceptionDecl();
  QualType caught = handler->getCaughtType();
  ValueId exception;
  if (caught.isNull()) {
    emit(std::move(op));
  } else {
    caught = caught.getNonReferenceType();
    op.type = type(caught);
    exception = emitResult(std::move(op), context.getPointerType(caught));
    BlockId body = newBlock(), miss = next ? next : newBlock();
    branch(undefined(context.BoolTy), body, miss);
    if (!next) {
      enter(miss);
      flow::Op leave;
      leave.kind = landing ? OpKind::Jump : OpKind::Resume;
      if (landing)
        leave.targets.push_back(landing);
      emit(std::move(leave));
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
  flow::Op op;
  op.kind = OpKind::Throw;
  op.landing = landing;
  if (const Expr *thrown = expression->getSubExpr())
    if (ValueId exception = value(thrown))
      op.operands.push_back(exception);
  emit(std::move(op));
  enter(newBlock());
  return {};
}

//===----------------------------------------------------------------------===//
// Coroutines
//===----------------------------------------------------------------------===//

/// What `co_return` and `co_yield` give lies in the elements of the returned object.
void Body::coroutine(const CoroutineBodyStmt *statement) {
  out.isCoroutine = true;
  this->statement(statement->getBody());
}

void Body::coroutineReturn(const CoreturnStmt *statement) {
  flow::Op op;
  op.kind = OpKind::Return;
  QualType returned = function ? function->getReturnType() : context.VoidTy;
  fullExpression([&] {
    const Expr *operand = statement->getOperand();
    if (!operand)
      return;
    ValueId result = argument(operand);
    if (!result || returned->isVoidType() || operand->getType()->isVoidType())
      return;
    Place object = newTemporary(returned), element = object;
    begin(object, returned);
    flow::Step step;
    step.kind = flow::StepKind::AnyIndex;
    element.steps.push_back(step);
    store(element, result);
    op.operands.push_back(load(object, returned));
  });
  emitCleanups(0);
  emit(std::move(op));
  lose();
}

Body::ValueId Body::suspend(const Expr *operand, const Expr *whole) {
  flow::Op op;
  op.kind = OpKind::Suspend;
  op.landing = landing;
  if (ValueId given = argument(operand)) {
    if (isa<CoawaitExpr>(whole) && operand->getType()->isRecordType()) {
      Place awaited;
      if (operand->isGLValue()) {
        awaited = at(given);
      } else {
        awaited = newTemporary(operand->getType());
        store(awaited, given);
      }
      flow::Step step;
      step.kind = flow::StepKind::AnyIndex;
      awaited.steps.push_back(step);
      given = load(awaited, whole->getType());
    }
    op.operands.push_back(given);
  }
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
