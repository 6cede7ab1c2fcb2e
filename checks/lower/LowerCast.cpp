//===- LowerCast.cpp - conversions --------------------------------------------===//
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

/// The value of an integer constant of a library (`std::string::npos`), whose initialiser
/// is not lowered.
Body::ValueId Body::libraryConstant(const Expr *expression) {
  const auto *reference = dyn_cast<DeclRefExpr>(expression);
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  bool isConstant = variable && variable->getType()->isIntegralType(context) &&
                    variable->getType().isConstQualified() && variable->hasGlobalStorage() &&
                    unit.isBehindBoundary(variable);
  Expr::EvalResult result;
  if (!isConstant || reference->isValueDependent() ||
      !reference->EvaluateAsInt(result, context))
    return {};
  flow::Value value;
  value.kind = ValueKind::Integer;
  value.type = type(variable->getType());
  value.integer = result.Val.getInt().extOrTrunc(64).getSExtValue();
  return constant(std::move(value), reference);
}

/// The bytes of an object as another one. Where each part of it ends up is not known.
Body::ValueId Body::reinterpreted(const Expr *object, QualType target) {
  ValueId content = load(place(object), object->getType());
  bool isWhole = !object->getType()->isRecordType() && !object->getType()->isArrayType();
  if (isWhole && !target->isRecordType())
    return compute(Code::Cast, {content}, target);
  Place made = newTemporary(target);
  flow::Step any;
  any.kind = flow::StepKind::AnyIndex;
  Place element = made;
  element.steps.push_back(any);
  ValueId mixed = compute(Code::Arithmetic, {content}, target);
  store(made, mixed);
  store(element, mixed);
  return load(made, target);
}

Body::ValueId Body::castValue(const CastExpr *cast) {
  const Expr *operand = cast->getSubExpr();
  QualType target = cast->getType();
  switch (cast->getCastKind()) {
  case CK_LValueToRValueBitCast:
    return reinterpreted(operand, target);
  case CK_LValueToRValue:
    if (ValueId known = libraryConstant(operand)) return known;
    return load(place(operand), target);
  case CK_ArrayToPointerDecay: {
    Place array = place(operand);
    bool isWhole = array.root == flow::RootKind::Value && array.steps.size() == 1;
    if (isWhole && out.values[array.index].kind == ValueKind::String)
      return ValueId(array.index);
    flow::Step first;
    first.kind = flow::StepKind::Index;
    array.steps.push_back(first);
    return address(array, target->getPointeeType());
  }
  case CK_FunctionToPointerDecay:
    if (!operand->isGLValue())
      return value(operand); // C
    return address(place(operand), operand->getType());
  case CK_NullToPointer:
  case CK_NullToMemberPointer: {
    flow::Value null;
    null.kind = ValueKind::Null;
    null.type = type(target);
    return constant(std::move(null), operand);
  }
  case CK_ToVoid:
    effect(operand);
    return {};
  case CK_NoOp:
  case CK_BuiltinFnToFnPtr:
  case CK_ConstructorConversion:
  case CK_UserDefinedConversion:
  case CK_AtomicToNonAtomic:
  case CK_NonAtomicToAtomic:
    return value(operand);
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
  case CK_FloatingToBoolean:
  case CK_MemberPointerToBoolean:
    return compute(Code::ToBool, {value(operand)}, target);
  default:
    break;
  }
  ValueId from = value(operand);
  if (!from)
    return undefined(target);
  // A converted constant is a constant.
  flow::Value known = out.values[from.index];
  bool isInteger = known.kind == ValueKind::Integer || known.kind == ValueKind::Enumerator;
  if (isInteger && cast->getCastKind() == CK_IntegralCast) {
    known.type = type(target);
    return newValue(std::move(known));
  }
  return compute(Code::Cast, {from}, target);
}

/// Casts between lvalues keep the place.
Body::Place Body::castPlace(const CastExpr *cast) { return place(cast->getSubExpr()); }

/// Where the result of the pointer cast \p cast points, when that is known without
/// computing a pointer.
Body::Place Body::pointeeOfCast(const CastExpr *cast) {
  const Expr *operand = cast->getSubExpr();
  switch (cast->getCastKind()) {
  case CK_LValueToRValue: {
    Place holder = place(operand);
    holder.steps.emplace_back();
    return holder;
  }
  case CK_ArrayToPointerDecay: {
    Place array = place(operand);
    flow::Step first;
    first.kind = flow::StepKind::Index;
    bool isString = array.root == flow::RootKind::Value &&
                    out.values[array.index].kind == ValueKind::String;
    if (!isString)
      array.steps.push_back(first);
    return array;
  }
  case CK_NoOp:
  case CK_BitCast:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
    if (operand->getType()->isPointerType())
      return pointee(operand);
    break;
  default:
    break;
  }
  return at(value(cast));
}

} // namespace tamga::lower
