//===- LowerLoop.cpp - conditions, loops, switches ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

using namespace clang;

namespace tamga::lower {

/// `!`, `&&` and `||` become control flow, so that what holds on each side is seen.
void Body::condition(const Expr *expression, BlockId whenTrue, BlockId whenFalse) {
  expression = expression->IgnoreParens();
  At location(*this, expression->getSourceRange());
  if (const auto *whole = dyn_cast<FullExpr>(expression))
    return condition(whole->getSubExpr(), whenTrue, whenFalse);
  if (const auto *op = dyn_cast<UnaryOperator>(expression))
    if (op->getOpcode() == UO_LNot)
      return condition(op->getSubExpr(), whenFalse, whenTrue);
  const auto *op = dyn_cast<BinaryOperator>(expression);
  if (op && op->isLogicalOp()) {
    BlockId middle = newBlock();
    const bool isAnd = op->getOpcode() == BO_LAnd;
    onDeepStack([&] {
      condition(op->getLHS(), isAnd ? middle : whenTrue, isAnd ? whenFalse : middle);
    });
    enter(middle);
    return condition(op->getRHS(), whenTrue, whenFalse);
  }
  if (isSetJump(expression))
    return setJumpCondition(whenTrue, whenFalse);
  if (op && op->isEqualityOp() && isSetJump(op->getLHS()) && knownIndex(op->getRHS()) == 0)
    return op->getOpcode() == BO_EQ ? setJumpCondition(whenFalse, whenTrue)
                                    : setJumpCondition(whenTrue, whenFalse);
  ValueId chosen = value(expression);
  if (!chosen)
    chosen = undefined(context.BoolTy);
  // What the compiler knows decides which side is dead.
  Expr::EvalResult known;
  if (!expression->isValueDependent() && !isLost && expression->EvaluateAsInt(known, context))
    chosen = integer(known.Val.getInt().getBoolValue(), expression->getType());
  branch(chosen, whenTrue, whenFalse, unit.text(expression->getSourceRange()));
}

/// Temporaries of the condition die on both sides before anything else runs.
void Body::fullCondition(const Expr *expression, BlockId whenTrue, BlockId whenFalse) {
  size_t depth = cleanups.size();
  BlockId truePad = newBlock(), falsePad = newBlock();
  condition(expression, truePad, falsePad);
  At location(*this, expression->getSourceRange());
  enter(truePad);
  emitCleanups(depth);
  jump(whenTrue);
  enter(falsePad);
  emitCleanups(depth);
  jump(whenFalse);
  cleanups.resize(depth);
}

void Body::ifStatement(const IfStmt *statement) {
  size_t depth = cleanups.size();
  this->statement(statement->getInit());
  if (statement->getConditionVariableDeclStmt())
    this->statement(statement->getConditionVariableDeclStmt());
  // The other side of `if constexpr` is not part of this instance.
  if (std::optional<const Stmt *> kept = statement->getNondiscardedCase(context)) {
    this->statement(*kept);
    return leaveScope(depth);
  }
  // What a constant expression does is not what the program does when it runs.
  if (statement->isConsteval()) {
    this->statement(statement->isNegatedConsteval() ? statement->getThen()
                                                    : statement->getElse());
    return leaveScope(depth);
  }
  BlockId then = newBlock(), otherwise = newBlock(), after = newBlock();
  fullCondition(statement->getCond(), then, otherwise);
  enter(then);
  this->statement(statement->getThen());
  jump(after);
  enter(otherwise);
  this->statement(statement->getElse());
  jump(after);
  enter(after);
  leaveScope(depth);
}

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

void Body::loopBody(const Stmt *body, BlockId next, BlockId exit) {
  breaks.push_back({exit, cleanups.size()});
  continues.push_back({next, cleanups.size()});
  statement(body);
  breaks.pop_back();
  continues.pop_back();
  jump(next);
}

/// A variable declared in the condition lives for one turn; `end` is where the turn
/// ends and `leave` where the loop does, both with the variable alive.
void Body::whileStatement(const WhileStmt *statement) {
  BlockId head = newBlock(), body = newBlock();
  BlockId end = newBlock(), leave = newBlock(), exit = newBlock();
  jump(head);
  enter(head);
  size_t depth = cleanups.size();
  if (statement->getConditionVariableDeclStmt())
    this->statement(statement->getConditionVariableDeclStmt());
  fullCondition(statement->getCond(), body, leave);
  enter(body);
  loopBody(statement->getBody(), end, leave);
  enter(end);
  emitCleanups(depth);
  jump(head);
  enter(leave);
  leaveScope(depth);
  jump(exit);
  enter(exit);
}

void Body::doStatement(const DoStmt *statement) {
  BlockId body = newBlock(), test = newBlock(), exit = newBlock();
  jump(body);
  enter(body);
  loopBody(statement->getBody(), test, exit);
  enter(test);
  fullCondition(statement->getCond(), body, exit);
  enter(exit);
}

/// Whether the first turn is certain: `for (int i = 0; i < 3; ++i)`. Negative numbers may
/// be compared as unsigned ones.
bool Body::entersLoop(const ForStmt *statement) {
  const auto *made = dyn_cast_or_null<DeclStmt>(statement->getInit());
  const auto *test = dyn_cast_or_null<BinaryOperator>(statement->getCond());
  if (!made || !made->isSingleDecl() || !test)
    return false;
  const auto *counter = dyn_cast<VarDecl>(made->getSingleDecl());
  const auto *compared = dyn_cast<DeclRefExpr>(test->getLHS()->IgnoreParenImpCasts());
  if (!counter || !counter->getInit() || !counter->getType()->isIntegerType() || !compared ||
      compared->getDecl() != counter)
    return false;
  std::optional<int64_t> first = knownIndex(counter->getInit()),
                         bound = knownIndex(test->getRHS());
  if (!first || !bound || *first < 0 || *bound < 0)
    return false;
  switch (test->getOpcode()) {
  case BO_LT: return *first < *bound;
  case BO_LE: return *first <= *bound;
  case BO_GT: return *first > *bound;
  case BO_GE: return *first >= *bound;
  case BO_NE: return *first != *bound;
  default: return false;
  }
}

void Body::forStatement(const ForStmt *statement) {
  size_t outer = cleanups.size();
  this->statement(statement->getInit());
  BlockId head = newBlock(), body = newBlock(), step = newBlock();
  BlockId leave = newBlock();
  jump(entersLoop(statement) ? body : head);
  enter(head);
  size_t depth = cleanups.size();
  if (statement->getConditionVariableDeclStmt())
    this->statement(statement->getConditionVariableDeclStmt());
  if (statement->getCond())
    fullCondition(statement->getCond(), body, leave);
  else
    jump(body);
  enter(body);
  loopBody(statement->getBody(), step, leave);
  enter(step);
  this->statement(statement->getInc());
  emitCleanups(depth);
  jump(head);
  enter(leave);
  leaveScope(outer);
}

void Body::rangeFor(const CXXForRangeStmt *statement) {
  size_t outer = cleanups.size();
  if (!statement->getBeginStmt() || !statement->getEndStmt()) {
    hasErrors = true;
    return;
  }
  this->statement(statement->getInit());
  this->statement(statement->getRangeStmt());
  this->statement(statement->getBeginStmt());
  this->statement(statement->getEndStmt());
  BlockId head = newBlock(), body = newBlock(), end = newBlock(), step = newBlock();
  BlockId leave = newBlock(), exit = newBlock();
  jump(head);
  enter(head);
  fullCondition(statement->getCond(), body, exit);
  enter(body);
  size_t depth = cleanups.size();
  this->statement(statement->getLoopVarStmt());
  loopBody(statement->getBody(), end, leave);
  enter(end);
  emitCleanups(depth);
  jump(step);
  enter(leave);
  leaveScope(depth);
  jump(exit);
  enter(step);
  this->statement(statement->getInc());
  jump(head);
  enter(exit);
  leaveScope(outer);
}

//===----------------------------------------------------------------------===//
// Switch
//===----------------------------------------------------------------------===//

void Body::switchStatement(const SwitchStmt *statement) {
  size_t depth = cleanups.size();
  this->statement(statement->getInit());
  if (statement->getConditionVariableDeclStmt())
    this->statement(statement->getConditionVariableDeclStmt());
  ValueId chosen;
  fullExpression([&] { chosen = value(statement->getCond()); });
  BlockId exit = newBlock(), head = current;
  flow::Op op;
  op.kind = flow::OpKind::Switch;
  op.text = unit.text(statement->getCond()->getSourceRange());
  op.operands.push_back(chosen ? chosen : undefined(context.IntTy));
  {
    At location(*this, statement->getCond()->getSourceRange());
    emit(std::move(op));
  }
  lose();
  switches.push_back({{}, {}, cleanups.size()});
  breaks.push_back({exit, cleanups.size()});
  this->statement(statement->getBody());
  jump(exit);
  breaks.pop_back();
  finishSwitch(head, switches.back(), exit);
  switches.pop_back();
  enter(exit);
  leaveScope(depth);
}

void Body::finishSwitch(BlockId head, const SwitchContext &context, BlockId exit) {
  flow::Op &op = out.blocks[head.index].ops.back();
  for (auto [number, block] : context.cases) {
    op.cases.push_back(number);
    op.targets.push_back(block);
  }
  op.targets.push_back(context.defaultBlock ? context.defaultBlock : exit);
}

void Body::addCase(const CaseStmt *statement, BlockId block) {
  constexpr int64_t widest = 64;
  auto known = [&](const Expr *bound) -> std::optional<int64_t> {
    Expr::EvalResult result;
    if (!bound || bound->isValueDependent() || !bound->EvaluateAsInt(result, context))
      return std::nullopt;
    return result.Val.getInt().extOrTrunc(64).getSExtValue();
  };
  auto &cases = switches.back().cases;
  std::optional<int64_t> low = known(statement->getLHS()), high = known(statement->getRHS());
  if (!low)
    return;
  if (high && *high > *low && *high - *low <= widest) {
    for (int64_t number = *low; number <= *high; ++number)
      cases.push_back({number, block});
    return;
  }
  cases.push_back({*low, block});
  if (high && *high != *low)
    cases.push_back({*high, block});
}

/// Labels of one statement share its block.
void Body::switchCase(const SwitchCase *statement) {
  BlockId block = newBlock();
  jump(block);
  enter(block);
  const Stmt *inner = statement;
  while (const auto *label = dyn_cast<SwitchCase>(inner)) {
    if (switches.empty())
      break;
    if (const auto *known = dyn_cast<CaseStmt>(label))
      addCase(known, block);
    else
      switches.back().defaultBlock = block;
    inner = label->getSubStmt();
  }
  this->statement(inner);
}

} // namespace tamga::lower
