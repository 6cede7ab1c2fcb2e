//===- LowerStmt.cpp - statements --------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"
#include "clang/AST/StmtOpenMP.h"

using namespace clang;

namespace tamga::lower {

using flow::OpKind;

void Body::statement(const Stmt *statement) {
  if (!statement)
    return;
  At location(*this, statement->getSourceRange());
  if (const auto *expression = dyn_cast<Expr>(statement)) {
    fullExpression([&] { effect(expression); });
    return;
  }
  onDeepStack([&] { dispatchStatement(statement); });
}

void Body::dispatchStatement(const Stmt *statement) {
  switch (statement->getStmtClass()) {
  case Stmt::NullStmtClass:
    return;
  case Stmt::CompoundStmtClass:
    return compound(cast<CompoundStmt>(statement));
  case Stmt::DeclStmtClass:
    return declaration(cast<DeclStmt>(statement));
  case Stmt::AttributedStmtClass:
    return this->statement(cast<AttributedStmt>(statement)->getSubStmt());
  case Stmt::IfStmtClass:
    return ifStatement(cast<IfStmt>(statement));
  case Stmt::SwitchStmtClass:
    return switchStatement(cast<SwitchStmt>(statement));
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    return switchCase(cast<SwitchCase>(statement));
  case Stmt::WhileStmtClass:
    return whileStatement(cast<WhileStmt>(statement));
  case Stmt::DoStmtClass:
    return doStatement(cast<DoStmt>(statement));
  case Stmt::ForStmtClass:
    return forStatement(cast<ForStmt>(statement));
  case Stmt::CXXForRangeStmtClass:
    return rangeFor(cast<CXXForRangeStmt>(statement));
  case Stmt::CXXTryStmtClass:
    return tryStatement(cast<CXXTryStmt>(statement));
  case Stmt::LabelStmtClass:
    return labelStatement(cast<LabelStmt>(statement));
  case Stmt::CoreturnStmtClass:
    return coroutineReturn(cast<CoreturnStmt>(statement));
  case Stmt::BreakStmtClass:
  case Stmt::ContinueStmtClass:
  case Stmt::ReturnStmtClass:
  case Stmt::GotoStmtClass:
    return jumpStatement(statement);
  default:
    return rareStatement(statement);
  }
}

/// OpenMP changes who runs a statement, not what flows through it.
void Body::rareStatement(const Stmt *statement) {
  if (const auto *captured = dyn_cast<CapturedStmt>(statement))
    return this->statement(captured->getCapturedStmt());
  if (const auto *directive = dyn_cast<OMPExecutableDirective>(statement))
    return directive->hasAssociatedStmt() ? this->statement(directive->getRawStmt()) : void();
  if (const auto *loop = dyn_cast<OMPCanonicalLoop>(statement))
    return this->statement(loop->getLoopStmt());
  if (const auto *jump = dyn_cast<IndirectGotoStmt>(statement))
    return indirectGoto(jump);
  if (const auto *instructions = dyn_cast<GCCAsmStmt>(statement))
    return assembly(instructions);
  unknown(statement, QualType());
}

void Body::jumpStatement(const Stmt *statement) {
  if (const auto *result = dyn_cast<ReturnStmt>(statement))
    returnStatement(result);
  else if (const auto *jump = dyn_cast<GotoStmt>(statement))
    gotoLabel(jump->getLabel());
  else if (isa<BreakStmt>(statement) && !breaks.empty())
    leaveTo(breaks.back());
  else if (isa<ContinueStmt>(statement) && !continues.empty())
    leaveTo(continues.back());
}

void Body::leaveTo(const JumpTarget &target) {
  emitCleanups(target.depth);
  jump(target.block);
}

void Body::compound(const CompoundStmt *block) {
  size_t depth = cleanups.size();
  for (const Stmt *inner : block->body()) {
    if (unit.tellsStatements)
      tellStatement(inner);
    statement(inner);
  }
  At end(*this, SourceRange(block->getRBracLoc()));
  leaveScope(depth);
}

/// What an edit of the source may change: it must be right for all instances of a template,
/// and a macro is not ours to write.
void Body::tellStatement(const Stmt *inner) {
  const SourceRange range = inner->getSourceRange();
  const bool isWritten = range.getBegin().isFileID() && range.getEnd().isFileID() &&
                         unit.sources.isInMainFile(range.getBegin());
  if (!isWritten || isOfTemplate)
    return;
  const bool isPlain = isa<Expr, DeclStmt, ReturnStmt>(inner);
  out.statements.push_back({unit.location(range), isPlain});
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

void Body::declaration(const DeclStmt *statement) {
  for (const Decl *declared : statement->decls())
    if (const auto *variable = dyn_cast<VarDecl>(declared))
      declare(variable);
}

void Body::declare(const VarDecl *variable) {
  if (variable->isInvalidDecl()) {
    hasErrors = true;
    return;
  }
  if (variable->hasExternalStorage())
    return;
  At location(*this, variable->getSourceRange());
  if (variable->isStaticLocal())
    return declareStatic(variable);
  QualType type = variable->getType();
  flow::LocalId local = newLocal(flow::LocalKind::Variable, variable->getName().str(), type);
  out.locals[local.index].at = unit.location(SourceRange(variable->getLocation()));
  out.locals[local.index].annotations = Unit::annotations(variable);
  locals[variable] = local;
  Place place;
  place.index = local.index;
  const Expr *initializer = variable->getInit();
  if (!initializer || type->isRecordType() || type->isArrayType())
    begin(place, type);
  fullExpression([&] {
    if (initializer)
      initialise(place, type, initializer);
  });
  pushVariable(variable, place);
  if (const auto *bindings = dyn_cast<DecompositionDecl>(variable))
    declareBindings(bindings);
}

/// Fields and elements are found through the expression that each binding has; only
/// the tuple protocol makes variables.
void Body::declareBindings(const DecompositionDecl *bindings) {
  for (const BindingDecl *binding : bindings->bindings())
    if (const VarDecl *holder = binding->getHoldingVar())
      declare(holder);
}

/// Initialised on the first of many executions.
void Body::declareStatic(const VarDecl *variable) {
  Place place;
  place.root = flow::RootKind::Global;
  place.index = unit.global(variable).index;
  const Expr *initializer = variable->getInit();
  if (!initializer || Unit::isConstantStatic(variable))
    return;
  BlockId first = newBlock(), after = newBlock();
  branch(undefined(context.BoolTy), first, after);
  enter(first);
  fullExpression([&] { initialise(place, variable->getType(), initializer); });
  jump(after);
  enter(after);
}

//===----------------------------------------------------------------------===//
// Leaving
//===----------------------------------------------------------------------===//

void Body::returnStatement(const ReturnStmt *statement) {
  const Expr *result = statement->getRetValue();
  flow::Op op;
  op.kind = OpKind::Return;
  const VarDecl *kept = statement->getNRVOCandidate();
  if (kept && !(kept->isNRVOVariable() && locals.count(kept)))
    kept = nullptr;
  fullExpression([&] {
    if (!result)
      return;
    // The variable is the result: nothing is copied, and it is not destroyed.
    ValueId value =
        kept ? load(declaredPlace(kept, nullptr), kept->getType()) : argument(result);
    if (value && !result->getType()->isVoidType())
      op.operands.push_back(value);
  });
  emitCleanups(0, kept);
  emit(std::move(op));
  lose();
}

} // namespace tamga::lower
