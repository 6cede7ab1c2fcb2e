//===- LowerOperator.cpp - operators, new, delete ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

using namespace clang;

namespace tamga::lower {

using flow::Code;
using flow::ValueKind;

static Code codeOf(BinaryOperatorKind kind) {
  switch (kind) {
  case BO_EQ:
    return Code::Equal;
  case BO_NE:
    return Code::NotEqual;
  case BO_LT:
    return Code::Less;
  case BO_LE:
    return Code::LessEqual;
  case BO_GT:
    return Code::Greater;
  case BO_GE:
    return Code::GreaterEqual;
  case BO_Cmp:
    return Code::Compare;
  default:
    return Code::Arithmetic;
  }
}

/// `a & b` and `ok &= b` of truth values keep what each of them tells.
static Code truthCode(const BinaryOperator *op) {
  auto isTruth = [](const Expr *side) {
    return side->IgnoreParenImpCasts()->getType()->isBooleanType();
  };
  BinaryOperatorKind kind = op->getOpcode();
  if (!isTruth(op->getLHS()) || !isTruth(op->getRHS()))
    return codeOf(kind);
  bool isAnd = kind == BO_And || kind == BO_AndAssign;
  return isAnd ? Code::And : kind == BO_Or || kind == BO_OrAssign ? Code::Or : codeOf(kind);
}

Body::ValueId Body::unaryValue(const UnaryOperator *op) {
  const Expr *operand = op->getSubExpr();
  switch (op->getOpcode()) {
  case UO_AddrOf:
    return addressOf(op);
  case UO_Deref:
    // In C a function is no lvalue: it stands for the pointer to it.
    if (op->getType()->isFunctionType())
      return value(operand);
    return unknown(op, op->getType());
  case UO_LNot:
    return compute(Code::Not, {value(operand)}, op->getType());
  case UO_Minus:
    if (const auto *literal = dyn_cast<IntegerLiteral>(operand->IgnoreParens()))
      return integer(-literal->getValue().zextOrTrunc(64).getSExtValue(), op->getType());
    [[fallthrough]];
  case UO_Not:
    return compute(Code::Arithmetic, {value(operand)}, op->getType());
  case UO_Plus:
  case UO_Extension:
    return value(operand);
  case UO_PostInc:
  case UO_PostDec:
    return stepValue(op, /*wantsNew=*/false);
  case UO_PreInc:
  case UO_PreDec:
    return stepValue(op, /*wantsNew=*/true);
  case UO_Coawait:
    return dependentSuspend(operand, op);
  default:
    return unknown(op, op->getType());
  }
}

Body::ValueId Body::addressOf(const UnaryOperator *op) {
  const Expr *operand = op->getSubExpr()->IgnoreParens();
  const auto *reference = dyn_cast<DeclRefExpr>(operand);
  if (reference && op->getType()->isMemberPointerType()) {
    flow::Value value;
    value.type = type(op->getType());
    if (const auto *method = dyn_cast<FunctionDecl>(reference->getDecl())) {
      value.kind = ValueKind::MemberFunction;
      value.function = unit.reach(method);
      return constant(std::move(value), op);
    }
    if (const auto *field = dyn_cast<FieldDecl>(reference->getDecl())) {
      value.kind = ValueKind::Function;
      value.function = unit.accessor(field);
      return constant(std::move(value), op);
    }
    return unknown(op, op->getType());
  }
  if (operand->getType()->isFunctionType() && (reference || !operand->isGLValue()))
    return value(operand);
  return address(place(operand), operand->getType());
}

/// `++` and `--`.
Body::ValueId Body::stepValue(const UnaryOperator *op, bool wantsNew) {
  QualType type = op->getSubExpr()->getType();
  Place target = place(op->getSubExpr());
  ValueId before = load(target, type), after;
  int64_t step = op->isIncrementOp() ? 1 : -1;
  if (type->isPointerType()) {
    Place next = at(before);
    flow::Step offset;
    offset.kind = flow::StepKind::Offset;
    offset.index = step;
    next.steps.push_back(offset);
    after = address(next, type->getPointeeType());
  } else {
    after = compute(Code::Arithmetic, {before, integer(1, context.IntTy)}, type);
  }
  store(target, after);
  return wantsNew ? after : before;
}

Body::ValueId Body::binaryValue(const BinaryOperator *op) {
  if (op->isAssignmentOp())
    return load(binaryPlace(op), op->getType());
  if (op->isLogicalOp())
    return logicalValue(op);
  if (op->getOpcode() == BO_Comma) {
    effect(op->getLHS());
    return value(op->getRHS());
  }
  if (op->isPtrMemOp())
    return load(binaryPlace(op), op->getType());
  bool isLeftPointer = op->getLHS()->getType()->isPointerType();
  bool isRightPointer = op->getRHS()->getType()->isPointerType();
  if (op->isAdditiveOp() && isLeftPointer != isRightPointer && op->getType()->isPointerType())
    return pointerArithmetic(op);
  ValueId left = value(op->getLHS());
  ValueId right = value(op->getRHS());
  if (!left || !right)
    return undefined(op->getType());
  bool isDistance = op->getOpcode() == BO_Sub && isLeftPointer && isRightPointer;
  Code code = isDistance ? Code::Compare : truthCode(op);
  return compute(code, {left, right}, op->getType());
}

Body::ValueId Body::pointerArithmetic(const BinaryOperator *op) {
  if (isContainerOf(op))
    return value(op->getLHS());
  if (std::optional<Place> member = memberAt(op))
    return address(*member, op->getType()->getPointeeType());
  const Expr *pointer = op->getLHS(), *index = op->getRHS();
  if (!pointer->getType()->isPointerType())
    std::swap(pointer, index);
  Place next = moved(pointee(pointer), index, op->getOpcode() == BO_Sub);
  return address(next, op->getType()->getPointeeType());
}

Body::ValueId Body::logicalValue(const BinaryOperator *op) {
  Place result = newTemporary(op->getType());
  BlockId right = newBlock(), known = newBlock(), exit = newBlock();
  bool isAnd = op->getOpcode() == BO_LAnd;
  condition(op->getLHS(), isAnd ? right : known, isAnd ? known : right);
  enter(known);
  store(result, integer(!isAnd, op->getType()));
  jump(exit);
  enter(right);
  ValueId last = value(op->getRHS());
  store(result, last ? last : undefined(op->getType()));
  jump(exit);
  enter(exit);
  return load(result, op->getType());
}

Body::ValueId Body::conditionalValue(const AbstractConditionalOperator *op) {
  QualType type = op->getType();
  if (type->isRecordType())
    return load(temporary(op), type);
  if (const auto *shared = dyn_cast<BinaryConditionalOperator>(op))
    bind(shared->getOpaqueValue());
  bool isVoid = type->isVoidType();
  Place result;
  if (!isVoid)
    result = newTemporary(type);
  BlockId whenTrue = newBlock(), whenFalse = newBlock(), exit = newBlock();
  condition(op->getCond(), whenTrue, whenFalse);
  auto side = [&](BlockId block, const Expr *expression) {
    enter(block);
    if (isVoid)
      effect(expression);
    else if (ValueId chosen = value(expression))
      store(result, chosen);
    jump(exit);
  };
  side(whenTrue, op->getTrueExpr());
  side(whenFalse, op->getFalseExpr());
  enter(exit);
  return isVoid ? ValueId() : load(result, type);
}

/// The right side runs first.
Body::Place Body::assign(const BinaryOperator *op) {
  if (op->getLHS()->getType()->isRecordType() && !op->getRHS()->isGLValue()) {
    ValueId from = value(op->getRHS());
    Place target = place(op->getLHS());
    store(target, from);
    return target;
  }
  ValueId from = value(op->getRHS());
  Place target = place(op->getLHS());
  store(target, from ? from : undefined(op->getType()));
  return target;
}

Body::Place Body::compoundAssign(const CompoundAssignOperator *op) {
  QualType type = op->getLHS()->getType();
  if (type->isPointerType()) {
    Place target = place(op->getLHS());
    Place next = moved(at(load(target, type)), op->getRHS(), op->getOpcode() == BO_SubAssign);
    store(target, address(next, type->getPointeeType()));
    return target;
  }
  ValueId right = value(op->getRHS());
  Place target = place(op->getLHS());
  ValueId before = load(target, type);
  Values operands{before};
  if (right)
    operands.push_back(right);
  store(target, compute(truthCode(op), operands, type));
  return target;
}

//===----------------------------------------------------------------------===//
// new, delete
//===----------------------------------------------------------------------===//

Body::ValueId Body::newValueOf(const CXXNewExpr *expression) {
  QualType allocated = expression->getAllocatedType();
  const FunctionDecl *allocator = expression->getOperatorNew();
  ValueId pointer;
  if (expression->isArray() && expression->getArraySize())
    if (const Expr *size = *expression->getArraySize())
      effect(size);
  bool isPlacement = allocator && allocator->isReservedGlobalPlacementOperator() &&
                     expression->getNumPlacementArgs() == 1;
  if (isPlacement) {
    pointer =
        compute(Code::Cast, {value(expression->getPlacementArg(0))}, expression->getType());
  } else {
    for (const Expr *extra : expression->placement_arguments())
      effect(extra);
    flow::Op op;
    op.kind = flow::OpKind::Alloc;
    op.type = type(allocated);
    op.isArray = expression->isArray();
    op.landing = landingBlock();
    pointer = emitResult(std::move(op), expression->getType());
  }
  if (expression->getInitializer())
    initialiseNew(expression, pointer);
  return pointer;
}

/// Elements of a new array are neighbours of the first.
void Body::initialiseNew(const CXXNewExpr *expression, ValueId pointer) {
  const Expr *initializer = expression->getInitializer();
  Place first = at(pointer);
  QualType allocated = expression->getAllocatedType();
  if (!expression->isArray()) {
    initialise(first, allocated, initializer);
    return;
  }
  auto neighbour = [&](int64_t offset, bool isKnown) {
    Place element = first;
    flow::Step step;
    step.kind = isKnown ? flow::StepKind::Offset : flow::StepKind::AnyOffset;
    step.index = isKnown ? offset : 0;
    if (!isKnown || offset)
      element.steps.push_back(step);
    return element;
  };
  if (const auto *list = dyn_cast<InitListExpr>(initializer)) {
    for (unsigned i = 0; i < list->getNumInits(); ++i)
      initialise(neighbour(i, true), allocated, list->getInit(i));
    return;
  }
  if (isa<CXXConstructExpr>(initializer))
    construct(neighbour(0, false), cast<CXXConstructExpr>(initializer));
}

void Body::deleteObject(const CXXDeleteExpr *expression) {
  ValueId pointer = value(expression->getArgument());
  QualType destroyed = expression->getDestroyedType();
  if (!pointer || destroyed.isNull())
    return;
  if (needsDestruction(destroyed)) {
    Place object = at(pointer);
    if (expression->isArrayForm()) {
      flow::Step any;
      any.kind = flow::StepKind::AnyOffset;
      object.steps.push_back(any);
    }
    destroy(object, destroyed, /*isVirtual=*/!expression->isArrayForm());
  }
  if (const FunctionDecl *release = expression->getOperatorDelete()) {
    CallSite site;
    site.callee = release;
    site.arguments.push_back(pointer);
    site.resultType = context.VoidTy;
    site.expression = expression;
    emitCall(site);
  }
}

} // namespace tamga::lower
