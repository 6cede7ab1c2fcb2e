//===- LowerPlace.cpp - where glvalues live -----------------------------------===//
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

static flow::Step step(StepKind kind, int64_t index = 0) {
  flow::Step result;
  result.kind = kind;
  result.index = index;
  return result;
}

/// The object that \p pointer points at.
Body::Place Body::at(ValueId pointer) {
  Place place;
  place.root = flow::RootKind::Value;
  place.index = pointer.index;
  place.steps.push_back(step(StepKind::Deref));
  return place;
}

Body::Place Body::place(const Expr *expression) {
  expression = expression->IgnoreParens();
  if (expression->containsErrors())
    hasErrors = true;
  At location(*this, expression->getSourceRange());
  if (const Expr *inner = wrapped(expression); inner && inner->isGLValue())
    return place(inner);
  if (!expression->isGLValue()) {
    // In C an assignment is no lvalue, but it has a place all the same; so have a member
    // of what a function returns and the literal that initialises an array.
    if (isa<StringLiteral, MemberExpr>(expression))
      return dispatchPlace(expression);
    const auto *op = dyn_cast<BinaryOperator>(expression);
    return op && op->isAssignmentOp() ? binaryPlace(op) : temporary(expression);
  }
  Place result;
  onDeepStack([&] { result = dispatchPlace(expression); });
  return result;
}

Body::Place Body::dispatchPlace(const Expr *e) {
  if (const auto *cast = dyn_cast<CastExpr>(e))
    return castPlace(cast);
  if (const auto *callExpression = dyn_cast<CallExpr>(e)) {
    ValueId result = call(callExpression);
    return result ? at(result) : unknownPlace(e);
  }
  switch (e->getStmtClass()) {
  case Stmt::DeclRefExprClass:
    return declaredPlace(cast<DeclRefExpr>(e)->getDecl(), e);
  case Stmt::MemberExprClass:
    return memberPlace(cast<MemberExpr>(e));
  case Stmt::ArraySubscriptExprClass:
    return subscriptPlace(cast<ArraySubscriptExpr>(e));
  case Stmt::UnaryOperatorClass:
    return unaryPlace(cast<UnaryOperator>(e));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return binaryPlace(cast<BinaryOperator>(e));
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return conditionalPlace(cast<AbstractConditionalOperator>(e));
  case Stmt::MaterializeTemporaryExprClass:
    return materialise(cast<MaterializeTemporaryExpr>(e));
  case Stmt::StringLiteralClass: {
    const auto *literal = cast<StringLiteral>(e);
    flow::Value value;
    value.kind = ValueKind::String;
    value.text = literal->getBytes().str();
    value.type = type(context.getArrayDecayedType(e->getType()));
    return at(constant(std::move(value), e));
  }
  case Stmt::PredefinedExprClass:
    if (const StringLiteral *name = cast<PredefinedExpr>(e)->getFunctionName())
      return place(name);
    return unknownPlace(e);
  case Stmt::CompoundLiteralExprClass:
    return temporary(cast<CompoundLiteralExpr>(e)->getInitializer());
  case Stmt::CXXDefaultArgExprClass: {
    Pin pin(*this);
    return place(cast<CXXDefaultArgExpr>(e)->getExpr());
  }
  default:
    return rarePlace(e);
  }
}

Body::Place Body::rarePlace(const Expr *e) {
  switch (e->getStmtClass()) {
  case Stmt::InitListExprClass:
    return place(cast<InitListExpr>(e)->getInit(0));
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return at(suspend(cast<CoroutineSuspendExpr>(e)));
  case Stmt::CXXTypeidExprClass:
    return at(this->compute(flow::Code::TypeId, {}, context.getPointerType(e->getType())));
  case Stmt::OpaqueValueExprClass: {
    auto known = opaquePlaces.find(cast<OpaqueValueExpr>(e));
    return known != opaquePlaces.end() ? known->second : unknownPlace(e);
  }
  case Stmt::ExtVectorElementExprClass: {
    Place vector = place(cast<ExtVectorElementExpr>(e)->getBase());
    vector.steps.push_back(step(StepKind::AnyIndex));
    return vector;
  }
  default:
    return unknownPlace(e);
  }
}

//===----------------------------------------------------------------------===//
// Names and members
//===----------------------------------------------------------------------===//

Body::Place Body::thisObject() {
  if (objectInInit)
    return *objectInInit;
  Place place;
  place.root = flow::RootKind::This;
  place.steps.push_back(step(StepKind::Deref));
  if (thisCapture) {
    place.steps.push_back(step(StepKind::Capture, thisCapture->index));
    if (thisCapture->isReference)
      place.steps.push_back(step(StepKind::Deref));
  }
  return place;
}

Body::Place Body::declaredPlace(const ValueDecl *declaration, const Expr *use) {
  if (auto captured = captures.find(declaration); captured != captures.end()) {
    Place place;
    place.root = flow::RootKind::This;
    place.steps.push_back(step(StepKind::Deref));
    place.steps.push_back(step(StepKind::Capture, captured->second.index));
    if (captured->second.isReference)
      place.steps.push_back(step(StepKind::Deref));
    return place;
  }
  if (const auto *variable = dyn_cast<VarDecl>(declaration))
    return localPlace(variable, use);
  if (const auto *callee = dyn_cast<FunctionDecl>(declaration))
    return at(functionValue(callee, use));
  if (const auto *binding = dyn_cast<BindingDecl>(declaration)) {
    if (const VarDecl *holder = binding->getHoldingVar())
      return localPlace(holder, use);
    if (const Expr *bound = binding->getBinding())
      return place(bound);
  }
  return use ? unknownPlace(use) : at(undefined(context.VoidPtrTy));
}

Body::Place Body::localPlace(const VarDecl *variable, const Expr *use) {
  Place place;
  QualType type = variable->getType();
  if (variable == promise && promiseObject)
    return *promiseObject;
  if (variable->hasGlobalStorage()) {
    place.root = flow::RootKind::Global;
    place.index = unit.global(variable).index;
  } else if (auto known = locals.find(variable); known != locals.end()) {
    place.index = known->second.index;
  } else if (variable->getInit() && (variable->isConstexpr() || type.isConstQualified())) {
    // A constant of an enclosing function is used without being captured.
    place = newTemporary(type);
    initialise(place, type, variable->getInit());
  } else {
    return use ? unknownPlace(use) : at(undefined(context.VoidPtrTy));
  }
  if (type->isReferenceType())
    place.steps.push_back(step(StepKind::Deref));
  return place;
}

/// The models call the elements of a std::array `this[n]`, so the array in it is no step.
static bool isStandardArrayContent(const FieldDecl *field) {
  const RecordDecl *record = field->getParent();
  return field->getType()->isArrayType() && record->isInStdNamespace() &&
         record->getDeclName().isIdentifier() && record->getName() == "array";
}

Body::Place Body::fieldPlace(Place object, const FieldDecl *field) {
  if (isStandardArrayContent(field))
    return object;
  const auto *record = dyn_cast<CXXRecordDecl>(field->getParent());
  if (record && record->isLambda())
    object.steps.push_back(step(StepKind::Capture, field->getFieldIndex()));
  else
    object.steps.push_back(step(StepKind::Field, unit.field(field).index));
  if (field->getType()->isReferenceType())
    object.steps.push_back(step(StepKind::Deref));
  return object;
}

Body::Place Body::memberPlace(const MemberExpr *member) {
  const ValueDecl *declaration = member->getMemberDecl();
  const Expr *base = member->getBase();
  if (const auto *field = dyn_cast<FieldDecl>(declaration))
    return fieldPlace(member->isArrow() ? pointee(base) : place(base), field);
  effect(base);
  return declaredPlace(declaration, member);
}

//===----------------------------------------------------------------------===//
// Pointers and elements
//===----------------------------------------------------------------------===//

/// `(T *)((char *)p - offsetof(T, member))`: p points at a member that is a record, and T is
/// what that record is a part of.
bool Body::isContainerOf(const BinaryOperator *op) {
  const auto *offset = dyn_cast<OffsetOfExpr>(op->getRHS()->IgnoreParenCasts());
  if (!offset || op->getOpcode() != BO_Sub || !op->getLHS()->getType()->isPointerType())
    return false;
  llvm::SmallVector<const FieldDecl *, 2> members;
  for (unsigned i = 0; i < offset->getNumComponents(); ++i) {
    const OffsetOfNode &part = offset->getComponent(i);
    if (part.getKind() != OffsetOfNode::Field || !part.getField()->getType()->isRecordType())
      return false;
    members.push_back(part.getField());
  }
  for (const FieldDecl *member : members)
    unit.program[unit.field(member)].isEmbedded = true;
  return true;
}

/// `(char *)p + offsetof(T, member)`
std::optional<Body::Place> Body::memberAt(const BinaryOperator *op) {
  const auto *offset = dyn_cast<OffsetOfExpr>(op->getRHS()->IgnoreParenCasts());
  if (!offset || op->getOpcode() != BO_Add || !op->getLHS()->getType()->isPointerType())
    return std::nullopt;
  for (unsigned i = 0; i < offset->getNumComponents(); ++i)
    if (offset->getComponent(i).getKind() != OffsetOfNode::Field)
      return std::nullopt;
  Place member = pointee(op->getLHS());
  for (unsigned i = 0; i < offset->getNumComponents(); ++i)
    member = fieldPlace(std::move(member), offset->getComponent(i).getField());
  return member;
}

Body::Place Body::pointee(const Expr *pointer) {
  pointer = pointer->IgnoreParens();
  At location(*this, pointer->getSourceRange());
  if (const auto *cast = dyn_cast<CastExpr>(pointer))
    return pointeeOfCast(cast);
  if (isa<CXXThisExpr>(pointer))
    return thisObject();
  if (const auto *op = dyn_cast<UnaryOperator>(pointer))
    if (op->getOpcode() == UO_AddrOf && !op->getType()->isMemberPointerType())
      return place(op->getSubExpr());
  if (const auto *op = dyn_cast<BinaryOperator>(pointer); op && isContainerOf(op))
    return pointee(op->getLHS());
  if (const auto *op = dyn_cast<BinaryOperator>(pointer))
    if (std::optional<Place> member = memberAt(op))
      return *member;
  if (const auto *op = dyn_cast<BinaryOperator>(pointer);
      op && op->isAdditiveOp() && op->getLHS()->getType()->isPointerType())
    return moved(pointee(op->getLHS()), op->getRHS(), op->getOpcode() == BO_Sub);
  ValueId computed = value(pointer);
  return at(computed ? computed : undefined(context.VoidPtrTy));
}

std::optional<int64_t> Body::knownIndex(const Expr *index) {
  Expr::EvalResult result;
  if (isa<ArrayInitIndexExpr>(index->IgnoreParenImpCasts()))
    return loopIndex;
  if (index->isValueDependent() || !index->EvaluateAsInt(result, context))
    return std::nullopt;
  llvm::APSInt number = result.Val.getInt();
  if (number.getSignificantBits() > 62)
    return std::nullopt;
  return number.getExtValue();
}

/// The element \p index places from \p object, which is in an array.
Body::Place Body::moved(Place object, const Expr *index, bool isBackwards) {
  std::optional<int64_t> known = knownIndex(index);
  if (!known)
    if (ValueId chosen = value(index))
      object.indices.push_back(chosen);
  bool isElement = !object.steps.empty() && (object.steps.back().kind == StepKind::Index ||
                                             object.steps.back().kind == StepKind::AnyIndex);
  bool isMoved = !object.steps.empty() && (object.steps.back().kind == StepKind::Offset ||
                                           object.steps.back().kind == StepKind::AnyOffset);
  if (!isElement && !isMoved) {
    if (!known)
      object.steps.push_back(step(StepKind::AnyOffset));
    else if (*known)
      object.steps.push_back(step(StepKind::Offset, isBackwards ? -*known : *known));
    return object;
  }
  flow::Step &last = object.steps.back();
  if (last.kind == StepKind::AnyIndex || last.kind == StepKind::AnyOffset)
    return object;
  int64_t sum = last.index + (known ? (isBackwards ? -*known : *known) : 0);
  if (isElement)
    last = known && sum >= 0 ? step(StepKind::Index, sum) : step(StepKind::AnyIndex);
  else if (!known)
    last = step(StepKind::AnyOffset);
  else if (sum == 0)
    object.steps.pop_back();
  else
    last.index = sum;
  return object;
}

Body::Place Body::subscriptPlace(const ArraySubscriptExpr *subscript) {
  const Expr *base = subscript->getBase();
  if (base->getType()->isVectorType()) {
    Place vector = place(base);
    vector.steps.push_back(step(StepKind::AnyIndex));
    return vector;
  }
  return moved(pointee(base), subscript->getIdx(), false);
}

//===----------------------------------------------------------------------===//
// Operators and temporaries
//===----------------------------------------------------------------------===//

Body::Place Body::unaryPlace(const UnaryOperator *op) {
  switch (op->getOpcode()) {
  case UO_Deref:
    return pointee(op->getSubExpr());
  case UO_PreInc:
  case UO_PreDec: {
    Place target = place(op->getSubExpr());
    stepValue(op, true);
    return target;
  }
  case UO_Real:
  case UO_Imag:
  case UO_Extension:
    return place(op->getSubExpr());
  default:
    return unknownPlace(op);
  }
}

Body::Place Body::binaryPlace(const BinaryOperator *op) {
  if (const auto *compoundOp = dyn_cast<CompoundAssignOperator>(op))
    return compoundAssign(compoundOp);
  if (op->getOpcode() == BO_Assign)
    return assign(op);
  if (op->getOpcode() == BO_Comma) {
    effect(op->getLHS());
    return place(op->getRHS());
  }
  if (!op->isPtrMemOp())
    return unknownPlace(op);
  Place object = op->getOpcode() == BO_PtrMemI ? pointee(op->getLHS()) : place(op->getLHS());
  return memberOf(object, op);
}

/// The part of \p object that the right side of `.*` points at.
Body::Place Body::memberOf(Place object, const BinaryOperator *op) {
  ValueId member = value(op->getRHS());
  const auto *constant = dyn_cast<UnaryOperator>(op->getRHS()->IgnoreParenImpCasts());
  const auto *named =
      constant ? dyn_cast<DeclRefExpr>(constant->getSubExpr()->IgnoreParens()) : nullptr;
  if (const auto *field = named ? dyn_cast<FieldDecl>(named->getDecl()) : nullptr)
    return fieldPlace(object, field);
  QualType holder = op->getLHS()->getType();
  if (op->getOpcode() == BO_PtrMemI)
    holder = holder->getPointeeType();
  flow::Op find;
  find.kind = flow::OpKind::Call;
  find.call = flow::CallKind::Indirect;
  find.calleeValue = member ? member : undefined(context.VoidPtrTy);
  find.operands.push_back(address(object, holder));
  find.text = unit.text(here);
  return at(emitResult(std::move(find), context.getPointerType(op->getType())));
}

Body::Place Body::conditionalPlace(const AbstractConditionalOperator *op) {
  if (const auto *shared = dyn_cast<BinaryConditionalOperator>(op))
    bind(shared->getOpaqueValue());
  Place result = newTemporary(context.getPointerType(op->getType()));
  BlockId whenTrue = newBlock(), whenFalse = newBlock(), exit = newBlock();
  condition(op->getCond(), whenTrue, whenFalse);
  auto side = [&](BlockId block, const Expr *expression) {
    enter(block);
    if (expression->getType()->isVoidType())
      effect(expression);
    else
      store(result, address(place(expression), op->getType()));
    jump(exit);
  };
  side(whenTrue, op->getTrueExpr());
  side(whenFalse, op->getFalseExpr());
  enter(exit);
  result.steps.push_back(step(StepKind::Deref));
  return result;
}

/// A temporary that a global refers to outlives the function that made it.
Body::Place Body::materialise(const MaterializeTemporaryExpr *expression) {
  StorageDuration duration = expression->getStorageDuration();
  if (duration == SD_Static || duration == SD_Thread) {
    QualType made = expression->getType();
    flow::Op op;
    op.kind = flow::OpKind::Alloc;
    op.type = type(made);
    Place place = at(emitResult(std::move(op), context.getPointerType(made)));
    initialise(place, made, expression->getSubExpr());
    return place;
  }
  Place place = temporary(expression->getSubExpr());
  pushTemporary(place, expression);
  return place;
}

/// Makes an object for \p prvalue. Who calls owns it.
Body::Place Body::temporary(const Expr *prvalue) {
  QualType type = prvalue->getType();
  Place place = newTemporary(type);
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  bool isObject = type->isRecordType() || type->isArrayType();
  if (isObject && !(record && isNothing(record)))
    begin(place, type);
  initialise(place, type, prvalue);
  return place;
}

} // namespace tamga::lower
