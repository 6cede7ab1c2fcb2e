//===- LowerTry.cpp - exceptions -------------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `try` makes a chain of landing blocks, one for each handler:
//
//   landing 1:  %e = landing T1;  branch undefined, handler 1, landing 2
//   handler 1:  %x = landing T1;  ...                             (catch (T1 x))
//   landing 2:  landing;          jump handler 2                  (catch (...))
//
// Calls inside name the head of the chain. A handler with a variable begins with a landing of
// its own: what is given to it is an exception of its type. The head's result is the
// exception, whatever it is: it is kept and thrown on. The last link of a chain without
// `catch (...)` throws it on.
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

/// What is handled: known where the handler is around, else what a caller handles.
Body::Place Body::handled() {
  if (exception)
    return at(exception);
  Place place;
  place.root = flow::RootKind::Global;
  place.index = unit.handledException().index;
  return place;
}

/// A handler that does not say what it handles may ask functions that do: they read it from
/// a global, as the runtime does.
void Body::publishHandled() {
  Place place;
  place.root = flow::RootKind::Global;
  place.index = unit.handledException().index;
  store(place, load(at(exception), context.VoidTy));
}

void Body::throwOn(const Place &thrown) {
  flow::Op op;
  op.kind = OpKind::Throw;
  op.landing = landingBlock();
  op.operands.push_back(load(thrown, context.VoidTy));
  emit(std::move(op));
  lose();
}

/// Throws on what has been caught.
void Body::rethrow() { throwOn(handled()); }

/// A std::exception_ptr is a pointer to a copy of the exception.
Body::ValueId Body::keepException(const Place &thrown, QualType pointer) {
  flow::Op op;
  op.kind = OpKind::Alloc;
  op.type = type(context.VoidTy);
  ValueId kept = emitResult(std::move(op), pointer);
  store(at(kept), load(thrown, context.VoidTy));
  return kept;
}

/// Functions of the library that do what no model can say.
Body::ValueId Body::libraryCall(const CallExpr *expression, bool &isKnown) {
  const FunctionDecl *callee = expression->getDirectCallee();
  const IdentifierInfo *name = callee ? callee->getIdentifier() : nullptr;
  isKnown = name && name->isStr("bit_cast") && callee->isInStdNamespace();
  if (isKnown)
    return reinterpreted(expression->getArg(0), expression->getType());
  isKnown = name && name->getName().contains("xception") && callee->isInStdNamespace();
  if (!isKnown)
    return {};
  if (name->isStr("current_exception"))
    return keepException(handled(), expression->getType());
  if (name->isStr("make_exception_ptr") && expression->getNumArgs() == 1)
    return keepException(place(expression->getArg(0)), expression->getType());
  if (name->isStr("rethrow_exception") && expression->getNumArgs() == 1) {
    throwOn(at(value(expression->getArg(0))));
    return {};
  }
  isKnown = false;
  return {};
}

/// Does \p block do more than to end or to throw on?
static bool asksOthers(const Stmt *block) {
  const auto *body = dyn_cast<CompoundStmt>(block);
  if (!body || body->body_empty())
    return false;
  const Stmt *first = body->body_front();
  if (const auto *whole = dyn_cast<FullExpr>(first))
    first = whole->getSubExpr();
  return !isa<CXXThrowExpr, ReturnStmt, NullStmt, BreakStmt, ContinueStmt>(first);
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
  // What the handler is given is of the type it asks for.
  ValueId given = exception;
  if (variable) {
    flow::Op own;
    own.kind = OpKind::Landing;
    own.type = type(caught);
    given = emitResult(std::move(own), context.getPointerType(caught));
  }
  size_t depth = cleanups.size();
  if (isAll && asksOthers(handler->getHandlerBlock()))
    publishHandled();
  if (variable) {
    flow::LocalId local =
        newLocal(flow::LocalKind::Variable, variable->getName().str(), variable->getType());
    locals[variable] = local;
    Place place;
    place.index = local.index;
    bool isReference = variable->getType()->isReferenceType();
    store(place, isReference ? given : load(at(given), caught));
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

} // namespace tamga::lower
