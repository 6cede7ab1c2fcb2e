//===- LowerBuiltin.cpp - functions of the compiler --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace tamga::lower {

/// Functions of the compiler that are no calls. Others keep their libc names.
Body::ValueId Body::builtinCall(const CallExpr *expression, unsigned builtin, bool &isKnown) {
  const Expr *first = expression->getNumArgs() ? expression->getArg(0) : nullptr;
  switch (builtin) {
  case Builtin::BI__builtin_va_start:
  case Builtin::BI__va_start:
    return startVarArgs(expression);
  case Builtin::BI__builtin_va_end:
    return {};
  case Builtin::BI__builtin_va_copy: {
    Place to = varArgsPlace(first);
    store(to, load(varArgsPlace(expression->getArg(1)), context.VoidPtrTy));
    return {};
  }
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_launder:
  case Builtin::BI__builtin_assume_aligned:
    return value(first);
  case Builtin::BI__builtin_coro_frame:
    if (promiseObject)
      return address(*promiseObject, context.VoidTy);
    isKnown = false;
    return {};
  case Builtin::BI__builtin_constant_p:
    return integer(0, expression->getType());
  case Builtin::BI__builtin_assume:
    return {};
  case Builtin::BI__builtin_addressof:
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIforward:
  case Builtin::BIforward_like:
  case Builtin::BIas_const:
    return address(place(first), first->getType());
  case Builtin::BI__builtin_is_constant_evaluated:
    return integer(0, expression->getType());
  default:
    return namedBuiltin(expression, isKnown);
  }
}

/// Families, whose members differ in the type of their operands.
Body::ValueId Body::namedBuiltin(const CallExpr *expression, bool &isKnown) {
  const IdentifierInfo *identifier = expression->getDirectCallee()->getIdentifier();
  llvm::StringRef name = identifier ? identifier->getName() : "";
  if (name.consume_front("__sync_") && expression->getNumArgs() > 0)
    return syncCall(expression, name);
  isKnown = name.starts_with("__builtin_") && name.ends_with("_overflow") &&
            expression->getNumArgs() == 3;
  if (!isKnown)
    return {};
  ValueId left = value(expression->getArg(0)), right = value(expression->getArg(1));
  const Expr *result = expression->getArg(2);
  Place target = pointee(result);
  store(target, compute(flow::Code::Arithmetic, {left, right},
                        result->getType()->getPointeeType()));
  return undefined(expression->getType());
}

/// The object of type `va_list` that \p list names. On most machines it is an array of
/// one, which decays.
Body::Place Body::varArgsPlace(const Expr *list) {
  if (list->isGLValue())
    return place(list);
  return pointee(list);
}

Body::ValueId Body::startVarArgs(const CallExpr *expression) {
  Place arguments;
  arguments.root = flow::RootKind::VarArgs;
  flow::Step any;
  any.kind = flow::StepKind::AnyIndex;
  arguments.steps.push_back(any);
  store(varArgsPlace(expression->getArg(0)), address(arguments, context.VoidTy));
  return {};
}

Body::ValueId Body::variableArgument(const VAArgExpr *expression) {
  Place next = varArgsPlace(expression->getSubExpr());
  next.steps.emplace_back();
  return load(next, expression->getType());
}

//===----------------------------------------------------------------------===//
// Atomic operations
//===----------------------------------------------------------------------===//

/// Stores \p desired in \p target, or what was there in \p expected, and says which.
Body::ValueId Body::compareAndSwap(const Place &target, ValueId desired,
                                   const Place *expected, QualType type) {
  ValueId before = load(target, type);
  Place result = newTemporary(context.BoolTy);
  BlockId equal = newBlock(), different = newBlock(), exit = newBlock();
  branch(undefined(context.BoolTy), equal, different);
  enter(equal);
  store(target, desired);
  store(result, integer(1, context.BoolTy));
  jump(exit);
  enter(different);
  if (expected)
    store(*expected, before);
  store(result, integer(0, context.BoolTy));
  jump(exit);
  enter(exit);
  return expected ? load(result, context.BoolTy) : before;
}

/// `__atomic_*` and their kin. Those that end in `_n`, and all of C11, take values; the
/// others take pointers to them.
Body::ValueId Body::atomicValue(const AtomicExpr *expression) {
  llvm::StringRef name = expression->getOpAsString();
  Place target = pointee(expression->getPtr());
  QualType type = expression->getPtr()->getType()->getPointeeType().getUnqualifiedType();
  if (const auto *atomic = type->getAs<AtomicType>())
    type = atomic->getValueType();
  bool isGeneric = (name.starts_with("__atomic_") || name.starts_with("__scoped_atomic_")) &&
                   !name.ends_with("_n") && !name.contains("fetch");
  auto operand = [&](const Expr *given) {
    return isGeneric ? load(pointee(given), type) : value(given);
  };
  if (name.contains("compare_exchange")) {
    Place expected = pointee(expression->getVal1());
    return compareAndSwap(target, operand(expression->getVal2()), &expected, type);
  }
  if (name.contains("load")) {
    ValueId content = load(target, type);
    if (!isGeneric)
      return content;
    store(pointee(expression->getVal1()), content);
    return {};
  }
  ValueId given = operand(expression->getVal1());
  if (name.contains("store") || name.contains("init")) {
    store(target, given);
    return {};
  }
  ValueId before = load(target, type);
  if (name.contains("exchange")) {
    store(target, given);
    if (!isGeneric)
      return before;
    store(pointee(expression->getVal2()), before);
    return {};
  }
  ValueId after = compute(flow::Code::Arithmetic, {before, given}, type);
  store(target, after);
  return name.ends_with("_fetch") ? after : before;
}

Body::ValueId Body::syncCall(const CallExpr *expression, llvm::StringRef name) {
  Place target = pointee(expression->getArg(0));
  QualType type = expression->getArg(0)->getType()->getPointeeType().getUnqualifiedType();
  if (name.starts_with("lock_release")) {
    store(target, zero(type));
    return {};
  }
  if (name.contains("compare_and_swap")) {
    ValueId expected = value(expression->getArg(1)), desired = value(expression->getArg(2));
    Place unused = newTemporary(type);
    store(unused, expected);
    return compareAndSwap(target, desired, name.starts_with("bool") ? &unused : nullptr, type);
  }
  ValueId given = expression->getNumArgs() > 1 ? value(expression->getArg(1)) : zero(type);
  ValueId before = load(target, type);
  if (name.starts_with("lock_test_and_set") || name.starts_with("swap")) {
    store(target, given);
    return before;
  }
  ValueId after = compute(flow::Code::Arithmetic, {before, given}, type);
  store(target, after);
  return name.starts_with("fetch_and") ? before : after;
}

} // namespace tamga::lower
