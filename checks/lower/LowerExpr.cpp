//===- LowerExpr.cpp - values of expressions ---------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"
#include "clang/AST/ExprConcepts.h"

using namespace clang;

namespace tamga::lower {

using flow::Code;
using flow::ValueKind;

Body::ValueId Body::value(const Expr *expression) {
  expression = expression->IgnoreParens();
  if (expression->containsErrors())
    hasErrors = true;
  At location(*this, expression->getSourceRange());
  ValueId result;
  onDeepStack([&] {
    if (isStandard(expression->getType(), "nullopt_t"))
      result = zero(expression->getType());
    else if (expression->isGLValue() && expression->getType()->isFunctionType())
      result = address(place(expression), expression->getType());
    else if (expression->isGLValue())
      result = load(place(expression), expression->getType());
    else
      result = dispatchValue(expression);
  });
  return result;
}

/// What a parameter or a capture receives: the address for a reference.
Body::ValueId Body::argument(const Expr *expression) {
  if (!expression->isGLValue())
    return value(expression);
  At location(*this, expression->getSourceRange());
  return address(place(expression), expression->getType());
}

void Body::effect(const Expr *expression) {
  expression = expression->IgnoreParens();
  At location(*this, expression->getSourceRange());
  if (const auto *whole = dyn_cast<FullExpr>(expression))
    return effect(whole->getSubExpr());
  if (const auto *op = dyn_cast<BinaryOperator>(expression)) {
    if (op->isAssignmentOp()) {
      binaryPlace(op);
      return;
    }
    if (op->getOpcode() == BO_Comma) {
      onDeepStack([&] { effect(op->getLHS()); });
      return effect(op->getRHS());
    }
  }
  if (const auto *cast = dyn_cast<CastExpr>(expression))
    if (cast->getCastKind() == CK_ToVoid)
      return effect(cast->getSubExpr());
  if (const auto *choice = dyn_cast<AbstractConditionalOperator>(expression))
    if (choice->getType()->isVoidType()) {
      conditionalValue(choice);
      return;
    }
  // Names alone do nothing; a discarded object is made and destroyed.
  QualType type = expression->getType();
  if (expression->isGLValue()) {
    place(expression);
  } else if (type->isRecordType() && needsDestruction(type)) {
    Place object = temporary(expression);
    cleanups.push_back({object, type, true, true, nullptr, {}});
  } else {
    value(expression);
  }
}

Body::ValueId Body::dispatchValue(const Expr *e) {
  if (const auto *cast = dyn_cast<CastExpr>(e))
    return castValue(cast);
  if (const auto *callExpression = dyn_cast<CallExpr>(e))
    return call(callExpression);
  switch (e->getStmtClass()) {
  case Stmt::UnaryOperatorClass:
    return unaryValue(cast<UnaryOperator>(e));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return binaryValue(cast<BinaryOperator>(e));
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return conditionalValue(cast<AbstractConditionalOperator>(e));
  case Stmt::CXXThisExprClass:
    return thisValue(cast<CXXThisExpr>(e));
  case Stmt::DeclRefExprClass:
    return declaredValue(cast<DeclRefExpr>(e));
  case Stmt::CXXNewExprClass:
    return newValueOf(cast<CXXNewExpr>(e));
  case Stmt::CXXDeleteExprClass:
    deleteObject(cast<CXXDeleteExpr>(e));
    return {};
  case Stmt::CXXThrowExprClass:
    return throwValue(cast<CXXThrowExpr>(e));
  case Stmt::LambdaExprClass:
    return closure(cast<LambdaExpr>(e));
  case Stmt::StmtExprClass:
    return statementValue(cast<StmtExpr>(e));
  case Stmt::AddrLabelExprClass:
    return labelAddress(cast<AddrLabelExpr>(e));
  case Stmt::AtomicExprClass:
    return atomicValue(cast<AtomicExpr>(e));
  case Stmt::VAArgExprClass:
    return variableArgument(cast<VAArgExpr>(e));
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return suspend(cast<CoroutineSuspendExpr>(e));
  case Stmt::OpaqueValueExprClass: {
    auto known = opaqueValues.find(cast<OpaqueValueExpr>(e));
    return known != opaqueValues.end() ? known->second : unknown(e, e->getType());
  }
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
  case Stmt::CXXInheritedCtorInitExprClass:
  case Stmt::InitListExprClass:
  case Stmt::CXXParenListInitExprClass:
  case Stmt::ArrayInitLoopExprClass:
    return objectValue(e);
  default:
    return leafValue(e);
  }
}

/// The expression that \p e stands for, if it adds nothing to it. Of several that it chooses
/// from, none where code with errors leaves the choice open.
const Expr *Body::wrapped(const Expr *e) {
  if (const auto *whole = dyn_cast<FullExpr>(e))
    return whole->getSubExpr();
  switch (e->getStmtClass()) {
  case Stmt::CXXBindTemporaryExprClass:
    return cast<CXXBindTemporaryExpr>(e)->getSubExpr();
  case Stmt::CXXDefaultInitExprClass:
    return cast<CXXDefaultInitExpr>(e)->getExpr();
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return cast<SubstNonTypeTemplateParmExpr>(e)->getReplacement();
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return cast<CXXRewrittenBinaryOperator>(e)->getSemanticForm();
  case Stmt::GenericSelectionExprClass: {
    const auto *selection = cast<GenericSelectionExpr>(e);
    return selection->isResultDependent() ? nullptr : selection->getResultExpr();
  }
  case Stmt::ChooseExprClass: {
    const auto *choice = cast<ChooseExpr>(e);
    return choice->isConditionDependent() ? nullptr : choice->getChosenSubExpr();
  }
  case Stmt::PackIndexingExprClass:
    return e->isInstantiationDependent() ? nullptr : cast<PackIndexingExpr>(e)->getSelectedExpr();
  default:
    return nullptr;
  }
}

/// Wrappers, then what is left before constants.
Body::ValueId Body::leafValue(const Expr *e) {
  if (const Expr *inner = wrapped(e))
    return value(inner);
  switch (e->getStmtClass()) {
  case Stmt::CXXDefaultArgExprClass: {
    Pin pin(*this);
    return value(cast<CXXDefaultArgExpr>(e)->getExpr());
  }
  case Stmt::CXXStdInitializerListExprClass: {
    // The list is seen as a pointer to all of its elements: nobody writes them.
    const Expr *array = cast<CXXStdInitializerListExpr>(e)->getSubExpr();
    Place elements = place(array);
    elements.steps.emplace_back();
    elements.steps.back().kind = flow::StepKind::AnyIndex;
    return address(elements, context.getAsArrayType(array->getType())->getElementType());
  }
  case Stmt::PseudoObjectExprClass:
    return value(cast<PseudoObjectExpr>(e)->getResultExpr());
  case Stmt::CXXScalarValueInitExprClass:
  case Stmt::ImplicitValueInitExprClass:
    return e->getType()->isRecordType() || e->getType()->isArrayType() ? objectValue(e)
                                                                       : zero(e->getType());
  case Stmt::MemberExprClass: {
    const auto *member = cast<MemberExpr>(e);
    if (const auto *constantMember = dyn_cast<EnumConstantDecl>(member->getMemberDecl())) {
      flow::Value value;
      value.kind = ValueKind::Enumerator;
      value.type = type(e->getType());
      value.integer = constantMember->getInitVal().extOrTrunc(64).getSExtValue();
      value.text = unit.qualifiedName(constantMember);
      return constant(std::move(value), e);
    }
    return load(place(e), e->getType());
  }
  case Stmt::ArrayInitIndexExprClass:
    return loopIndex ? integer(*loopIndex, e->getType()) : literalValue(e);
  default:
    return literalValue(e);
  }
}

Body::ValueId Body::literalValue(const Expr *e) {
  flow::Value value;
  value.type = type(e->getType());
  value.kind = ValueKind::Integer;
  switch (e->getStmtClass()) {
  case Stmt::IntegerLiteralClass:
    value.integer = cast<IntegerLiteral>(e)->getValue().zextOrTrunc(64).getSExtValue();
    break;
  case Stmt::CharacterLiteralClass:
    value.integer = cast<CharacterLiteral>(e)->getValue();
    break;
  case Stmt::CXXBoolLiteralExprClass:
    value.integer = cast<CXXBoolLiteralExpr>(e)->getValue();
    break;
  case Stmt::FloatingLiteralClass: {
    llvm::SmallString<24> text;
    cast<FloatingLiteral>(e)->getValue().toString(text);
    value.kind = ValueKind::Float;
    value.text = text.str().str();
    break;
  }
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
    value.kind = ValueKind::Null;
    break;
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::OffsetOfExprClass:
    if (std::optional<int64_t> known = knownIndex(e))
      return integer(*known, e->getType());
    return compute(Code::SizeOf, {}, e->getType());
  case Stmt::TypeTraitExprClass:
    value.integer = cast<TypeTraitExpr>(e)->getValue();
    break;
  case Stmt::CXXNoexceptExprClass:
    value.integer = cast<CXXNoexceptExpr>(e)->getValue();
    break;
  case Stmt::ConceptSpecializationExprClass:
    value.integer = cast<ConceptSpecializationExpr>(e)->isSatisfied();
    break;
  case Stmt::RequiresExprClass:
    value.integer = cast<RequiresExpr>(e)->isSatisfied();
    break;
  case Stmt::StringLiteralClass:
    return load(place(e), e->getType());
  case Stmt::CXXPseudoDestructorExprClass:
    return {};
  case Stmt::ArrayInitIndexExprClass:
  case Stmt::SourceLocExprClass:
    value.kind = ValueKind::Undefined;
    break;
  case Stmt::RecoveryExprClass:
    hasErrors = true;
    value.kind = ValueKind::Undefined;
    break;
  default:
    return unknown(e, e->getType());
  }
  return constant(std::move(value), e);
}

Body::ValueId Body::declaredValue(const DeclRefExpr *reference) {
  const ValueDecl *declaration = reference->getDecl();
  if (const auto *callee = dyn_cast<FunctionDecl>(declaration))
    return functionValue(callee, reference);
  if (const auto *enumerator = dyn_cast<EnumConstantDecl>(declaration)) {
    flow::Value value;
    value.kind = ValueKind::Enumerator;
    value.type = type(context.getTypeDeclType(cast<TypeDecl>(enumerator->getDeclContext())));
    value.integer = enumerator->getInitVal().extOrTrunc(64).getSExtValue();
    value.text = unit.qualifiedName(enumerator);
    return constant(std::move(value), reference);
  }
  return load(declaredPlace(declaration, reference), reference->getType());
}

/// An object that no context has a place for.
Body::ValueId Body::objectValue(const Expr *expression) {
  QualType type = expression->getType();
  const auto *list = dyn_cast<InitListExpr>(expression);
  if (list && !type->isRecordType() && !type->isArrayType() && !type->isVectorType())
    return list->getNumInits() ? value(list->getInit(0)) : zero(type);
  return load(temporary(expression), type);
}

/// `this` inside a lambda is what the lambda captured, unless the closure's own call
/// operator was written with it (which only clang does).
Body::ValueId Body::thisValue(const CXXThisExpr *expression) {
  return address(thisObject(), expression->getType()->getPointeeType());
}

Body::ValueId Body::statementValue(const StmtExpr *expression) {
  const CompoundStmt *block = expression->getSubStmt();
  size_t depth = cleanups.size();
  ValueId result;
  for (const Stmt *inner : block->body()) {
    bool isLast = inner == block->body_back();
    if (const auto *labelled = dyn_cast<ValueStmt>(inner); isLast && labelled)
      if (const Expr *last = labelled->getExprStmt();
          last && !expression->getType()->isVoidType()) {
        fullExpression([&] { result = value(last); });
        break;
      }
    statement(inner);
  }
  leaveScope(depth);
  return result;
}

Body::ValueId Body::closure(const LambdaExpr *lambda) {
  flow::Op op;
  op.kind = flow::OpKind::Closure;
  auto capture = lambda->capture_begin();
  for (const Expr *from : lambda->capture_inits()) {
    bool isReference = capture->capturesVariable() && capture->getCaptureKind() == LCK_ByRef;
    ValueId captured;
    if (from)
      captured = isReference ? argument(from) : value(from);
    op.operands.push_back(captured ? captured : undefined(context.IntTy));
    ++capture;
  }
  op.function = unit.closureFunction(lambda->getLambdaClass());
  return emitResult(std::move(op), lambda->getType());
}

void Body::bind(const OpaqueValueExpr *opaque) {
  const Expr *source = opaque->getSourceExpr();
  if (!source)
    return;
  if (opaque->isGLValue())
    opaquePlaces[opaque] = at(address(place(source), source->getType()));
  else if (ValueId bound = value(source))
    opaqueValues[opaque] = bound;
}

} // namespace tamga::lower
