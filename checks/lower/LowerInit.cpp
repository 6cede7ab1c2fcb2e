//===- LowerInit.cpp - construction in place -----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

using namespace clang;

namespace tamga::lower {

using flow::StepKind;
using flow::ValueKind;

/// Longer constant tables are not worth their ops.
static constexpr size_t longestArray = 1000;
/// Elements of longer arrays are copied as one.
static constexpr uint64_t longestLoop = 16;
/// Wider records are cleared as a whole.
static constexpr unsigned widestRecord = 48;

void Body::initialise(const Place &target, QualType type, const Expr *from) {
  At location(*this, from->getSourceRange());
  if (type->isReferenceType()) {
    const Expr *referred = from->IgnoreParens();
    if (const auto *whole = dyn_cast<FullExpr>(referred))
      referred = whole->getSubExpr();
    store(target, address(place(referred), referred->getType()));
    return;
  }
  initialiseObject(target, from);
}

void Body::initialiseObject(const Place &target, const Expr *from) {
  from = from->IgnoreParens();
  // A list for an array of a type that is not known has no type of its own.
  const bool isBroken = from->getType().isNull();
  if (isBroken || from->containsErrors())
    hasErrors = true;
  if (isBroken)
    return;
  At location(*this, from->getSourceRange());
  if (const Expr *inner = wrapped(from))
    return initialiseObject(target, inner);
  if (const auto *constructed = dyn_cast<CXXConstructExpr>(from))
    return construct(target, constructed);
  QualType type = from->getType();
  bool isObject = type->isRecordType() || type->isArrayType();
  if (const auto *cast = dyn_cast<CastExpr>(from); cast && isObject && !from->isGLValue())
    if (cast->getCastKind() != CK_LValueToRValue &&
        cast->getCastKind() != CK_LValueToRValueBitCast &&
        cast->getCastKind() != CK_AtomicToNonAtomic)
      return initialiseObject(target, cast->getSubExpr());
  switch (from->getStmtClass()) {
  case Stmt::CXXDefaultArgExprClass: {
    Pin pin(*this);
    return initialiseObject(target, cast<CXXDefaultArgExpr>(from)->getExpr());
  }
  case Stmt::InitListExprClass:
    return onDeepStack([&] { initialiseList(target, cast<InitListExpr>(from)); });
  case Stmt::ArrayInitLoopExprClass:
    return initialiseLoop(target, cast<ArrayInitLoopExpr>(from));
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return initialiseZero(target, type);
  case Stmt::CXXInheritedCtorInitExprClass:
    return initialiseInherited(target, cast<CXXInheritedCtorInitExpr>(from));
  case Stmt::CXXParenListInitExprClass: {
    auto *list = const_cast<CXXParenListInitExpr *>(cast<CXXParenListInitExpr>(from));
    llvm::SmallVector<const Expr *, 8> parts(list->getInitExprs().begin(),
                                             list->getInitExprs().end());
    if (type->isArrayType())
      return initialiseArray(target, type, parts, list->getArrayFiller());
    return initialiseRecord(target, type, parts, list->getInitializedFieldInUnion());
  }
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    if (isObject && !from->isGLValue())
      return initialiseConditional(target, cast<AbstractConditionalOperator>(from));
    break;
  case Stmt::BinaryOperatorClass:
    if (const auto *comma = cast<BinaryOperator>(from);
        isObject && comma->getOpcode() == BO_Comma && !from->isGLValue()) {
      effect(comma->getLHS());
      return initialiseObject(target, comma->getRHS());
    }
    break;
  default:
    break;
  }
  ValueId whole = value(from);
  store(target, whole ? whole : undefined(type));
}

/// An inherited constructor passes its own parameters on.
void Body::initialiseInherited(const Place &target,
                               const CXXInheritedCtorInitExpr *expression) {
  CallSite site;
  site.callee = expression->getConstructor();
  site.thisValue = address(target, expression->getType());
  unsigned count = std::min(out.parameterCount, site.callee->getNumParams());
  for (unsigned i = 0; i < count; ++i) {
    Place parameter;
    parameter.index = i;
    site.arguments.push_back(load(parameter, site.callee->getParamDecl(i)->getType()));
  }
  site.resultType = context.VoidTy;
  emitCall(site);
}

void Body::initialiseConditional(const Place &target, const AbstractConditionalOperator *op) {
  if (const auto *shared = dyn_cast<BinaryConditionalOperator>(op))
    bind(shared->getOpaqueValue());
  BlockId whenTrue = newBlock(), whenFalse = newBlock(), exit = newBlock();
  condition(op->getCond(), whenTrue, whenFalse);
  auto side = [&](BlockId block, const Expr *expression) {
    enter(block);
    if (expression->getType()->isVoidType())
      effect(expression);
    else
      initialiseObject(target, expression);
    jump(exit);
  };
  side(whenTrue, op->getTrueExpr());
  side(whenFalse, op->getFalseExpr());
  enter(exit);
}

//===----------------------------------------------------------------------===//
// Braces
//===----------------------------------------------------------------------===//

void Body::initialiseList(const Place &target, const InitListExpr *list) {
  if (const InitListExpr *semantic = list->getSemanticForm())
    list = semantic;
  QualType type = list->getType();
  llvm::ArrayRef<Expr *> written(const_cast<InitListExpr *>(list)->getInits(),
                                 list->getNumInits());
  llvm::SmallVector<const Expr *, 8> parts(written.begin(), written.end());
  if (list->isTransparent() || list->isStringLiteralInit())
    return initialise(target, type, parts[0]);
  if (type->isArrayType())
    return initialiseArray(target, type, parts, list->getArrayFiller());
  if (type->isRecordType())
    return initialiseRecord(target, type, parts, list->getInitializedFieldInUnion());
  if (parts.empty())
    return initialiseZero(target, type);
  if (!type->isVectorType() && !type->isAnyComplexType())
    return initialise(target, type, parts[0]);
  Values elements;
  for (const Expr *part : parts)
    elements.push_back(value(part));
  store(target, compute(flow::Code::Aggregate, elements, type));
}

/// Bases come before fields; unnamed bit-fields have no initialiser.
void Body::initialiseRecord(const Place &target, QualType type,
                            llvm::ArrayRef<const Expr *> from, const FieldDecl *unionField) {
  const RecordDecl *record = type->getAsRecordDecl()->getDefinition();
  auto member = [&](const FieldDecl *field, const Expr *part) {
    if (!part)
      return;
    Place place = fieldPlace(target, field);
    if (field->getType()->isReferenceType())
      place.steps.pop_back();
    std::optional<Place> outer = objectInInit;
    if (isa<CXXDefaultInitExpr>(part))
      objectInInit = target;
    initialise(place, field->getType(), part);
    objectInInit = std::move(outer);
  };
  size_t next = 0;
  if (record->isUnion()) {
    if (unionField && !from.empty())
      member(unionField, from[0]);
    return;
  }
  if (const auto *withBases = dyn_cast<CXXRecordDecl>(record))
    for (unsigned i = 0; i < withBases->getNumBases() && next < from.size(); ++i)
      initialiseObject(target, from[next++]);
  for (const FieldDecl *field : record->fields()) {
    if (next >= from.size())
      return;
    if (!field->isUnnamedBitField())
      member(field, from[next++]);
  }
}

void Body::initialiseArray(const Place &target, QualType type,
                           llvm::ArrayRef<const Expr *> from, const Expr *filler) {
  QualType elementType = context.getAsArrayType(type)->getElementType();
  auto element = [&](StepKind kind, size_t index) {
    Place place = target;
    flow::Step step;
    step.kind = kind;
    step.index = index;
    place.steps.push_back(step);
    return place;
  };
  if (from.size() > longestArray) {
    flow::Op op;
    op.kind = flow::OpKind::Unknown;
    op.text = "long array";
    store(element(StepKind::AnyIndex, 0), emitResult(std::move(op), elementType));
    return;
  }
  for (size_t i = 0; i < from.size(); ++i)
    if (from[i] && from[i] != filler)
      initialise(element(StepKind::Index, i), elementType, from[i]);
  const auto *bounded = context.getAsConstantArrayType(type);
  bool hasRest = !bounded || bounded->getSize().ugt(from.size());
  if (filler && hasRest && !isa<ImplicitValueInitExpr>(filler))
    initialise(element(StepKind::AnyIndex, 0), elementType, filler);
}

void Body::initialiseLoop(const Place &target, const ArrayInitLoopExpr *loop) {
  bind(loop->getCommonExpr());
  // Elements that are copied as they are: the array is one value.
  auto common = opaquePlaces.find(loop->getCommonExpr());
  QualType copied = loop->getType();
  if (common != opaquePlaces.end() && copied.isTriviallyCopyableType(context)) {
    store(target, load(common->second, copied));
    return;
  }
  std::optional<int64_t> outer = loopIndex;
  uint64_t size = loop->getArraySize().getLimitedValue();
  bool isShort = size <= longestLoop;
  for (uint64_t index = 0; index < (isShort ? size : 1); ++index) {
    loopIndex = isShort ? std::optional<int64_t>(index) : std::nullopt;
    Place element = target;
    flow::Step step;
    step.kind = isShort ? StepKind::Index : StepKind::AnyIndex;
    step.index = isShort ? index : 0;
    element.steps.push_back(step);
    initialise(element, loop->getSubExpr()->getType(), loop->getSubExpr());
  }
  loopIndex = outer;
}

bool Body::isStandard(QualType type, llvm::StringRef name) {
  const CXXRecordDecl *record = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
  return record && record->getIdentifier() && record->getName() == name &&
         record->isInStdNamespace();
}

/// An optional without a value is null, as a pointer is, and `nullopt` is what makes one.
Body::ValueId Body::zero(QualType type) {
  flow::Value value;
  value.type = this->type(type);
  bool isPointer = type->isPointerType() || type->isMemberPointerType() ||
                   type->isNullPtrType() || isStandard(type, "optional") ||
                   isStandard(type, "nullopt_t");
  value.kind = isPointer ? ValueKind::Null : ValueKind::Integer;
  if (type->isRealFloatingType()) {
    value.kind = ValueKind::Float;
    value.text = "0";
  }
  return newValue(std::move(value));
}

void Body::initialiseZero(const Place &target, QualType type) {
  const RecordDecl *record = type->getAsRecordDecl();
  if (record)
    record = record->getDefinition();
  if (!record) {
    if (!type->isArrayType())
      store(target, zero(type));
    return;
  }
  if (record->isUnion() || unit.isBehindBoundary(record))
    return;
  unsigned count = 0;
  for (const FieldDecl *field : record->fields()) {
    if (++count > widestRecord)
      return;
    if (!field->isUnnamedBitField() && !field->getType()->isReferenceType())
      initialiseZero(fieldPlace(target, field), field->getType());
  }
}

//===----------------------------------------------------------------------===//
// Constructors
//===----------------------------------------------------------------------===//

void Body::construct(const Place &target, const CXXConstructExpr *expression) {
  const CXXConstructorDecl *constructor = expression->getConstructor();
  QualType type = expression->getType();
  if (expression->requiresZeroInitialization())
    initialiseZero(target, type);
  bool isCopy = constructor->isCopyOrMoveConstructor() && expression->getNumArgs() > 0;
  if (isCopy && expression->isElidable()) {
    const Expr *from = expression->getArg(0)->IgnoreParens();
    while (const auto *cast = dyn_cast<ImplicitCastExpr>(from))
      from = cast->getSubExpr()->IgnoreParens();
    if (const auto *made = dyn_cast<MaterializeTemporaryExpr>(from))
      return initialiseObject(target, made->getSubExpr());
  }
  if (isCopy && constructor->isTrivial()) {
    store(target, load(place(expression->getArg(0)), type));
    return;
  }
  if (constructor->isDefaultConstructor() &&
      (constructor->isTrivial() || isNothing(constructor->getParent())))
    return;
  if (constructor->isDefaultConstructor() && isStandard(type, "optional")) {
    store(target, zero(type));
    return;
  }
  Place object = target;
  bool isAny = !target.steps.empty() && target.steps.back().kind == StepKind::AnyOffset;
  while (const ArrayType *array = context.getAsArrayType(type)) {
    flow::Step any;
    any.kind = StepKind::AnyIndex;
    if (!isAny)
      object.steps.push_back(any);
    type = array->getElementType();
  }
  unit.construct(constructor->getParent());
  CallSite site;
  site.callee = constructor;
  site.thisValue = address(object, type);
  llvm::SmallVector<const Expr *, 4> arguments(expression->arguments());
  addArguments(site, arguments);
  site.resultType = context.VoidTy;
  site.expression = expression;
  emitCall(site);
}

} // namespace tamga::lower
