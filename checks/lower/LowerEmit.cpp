//===- LowerEmit.cpp - ops, values and blocks -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

using namespace clang;

namespace tamga::lower {

using flow::OpKind;
using flow::StepKind;
using flow::ValueKind;

/// An operand of type void, such as a `throw` in a condition, is nothing known.
flow::Op &Body::emit(flow::Op op) {
  for (ValueId &operand : op.operands)
    if (!operand)
      operand = undefined(context.VoidTy);
  if (here != lastRange || !lastLocation) {
    lastRange = here;
    lastLocation = unit.location(here);
  }
  op.at = lastLocation;
  op.macro = macro(here.getBegin());
  auto &ops = out.blocks[current.index].ops;
  ops.push_back(std::move(op));
  return ops.back();
}

flow::MacroId Body::macro(SourceLocation where) {
  if (!where.isMacroID())
    return {};
  auto [entry, isNew] = macroIds.try_emplace(where);
  if (!isNew)
    return entry->second;
  flow::MacroUse use = unit.macros(where);
  if (use.names.empty())
    return {};
  // One expansion is one use, however many ops it has.
  for (size_t i = out.macros.size(), seen = 0; i-- > 0 && seen < 4; ++seen)
    if (out.macros[i].names == use.names && out.macros[i].spelling == use.spelling)
      return macroIds[where] = flow::MacroId(i);
  out.macros.push_back(std::move(use));
  return macroIds[where] = flow::MacroId(out.macros.size() - 1);
}

Body::ValueId Body::newValue(flow::Value value) {
  out.values.push_back(std::move(value));
  return ValueId(out.values.size() - 1);
}

Body::ValueId Body::emitResult(flow::Op op, QualType type) {
  flow::Value value;
  value.type = this->type(type);
  ValueId result = newValue(std::move(value));
  op.result = result;
  emit(std::move(op));
  return result;
}

Body::ValueId Body::constant(flow::Value value, const Expr *spelled) {
  if (spelled)
    value.macro = macro(spelled->getBeginLoc());
  return newValue(std::move(value));
}

Body::ValueId Body::integer(int64_t number, QualType type) {
  flow::Value value;
  value.kind = ValueKind::Integer;
  value.integer = number;
  value.type = this->type(type);
  return newValue(std::move(value));
}

Body::ValueId Body::undefined(QualType type) {
  flow::Value value;
  value.kind = ValueKind::Undefined;
  value.type = this->type(type);
  return newValue(std::move(value));
}

Body::ValueId Body::functionValue(const FunctionDecl *callee, const Expr *spelled) {
  flow::Value value;
  value.kind = ValueKind::Function;
  value.function = unit.reach(callee);
  value.type = type(context.getPointerType(callee->getType()));
  return constant(std::move(value), spelled);
}

/// Whether an object of \p type can be, hold or lead to text.
static bool leadsToText(QualType type) {
  while (type->isAnyPointerType() || type->isReferenceType() || type->isArrayType())
    type = type->isArrayType() ? type->getAsArrayTypeUnsafe()->getElementType()
                               : type->getPointeeType();
  return type->isAnyCharacterType() || type->isRecordType();
}

Body::ValueId Body::load(const Place &from, QualType type) {
  flow::Op op;
  op.kind = OpKind::Load;
  op.place = from;
  if (leadsToText(type))
    op.operands.append(from.indices.begin(), from.indices.end());
  return emitResult(std::move(op), type);
}

void Body::store(const Place &to, ValueId value) {
  flow::Op op;
  op.kind = OpKind::Store;
  op.place = to;
  op.operands.push_back(value);
  emit(std::move(op));
}

/// The address of `p.*` is the content of `p`.
Body::ValueId Body::address(const Place &place, QualType pointee) {
  QualType pointer = context.getPointerType(pointee.getNonReferenceType());
  if (!place.steps.empty() && place.steps.back().kind == StepKind::Deref) {
    if (place.root == flow::RootKind::Value && place.steps.size() == 1)
      return ValueId(place.index);
    Place holder = place;
    holder.steps.pop_back();
    return load(holder, pointer);
  }
  flow::Op op;
  op.kind = OpKind::Address;
  op.place = place;
  if (leadsToText(pointee))
    op.operands.append(place.indices.begin(), place.indices.end());
  return emitResult(std::move(op), pointer);
}

Body::ValueId Body::compute(flow::Code code, Values operands, QualType type) {
  flow::Op op;
  op.kind = OpKind::Compute;
  op.code = code;
  op.operands = std::move(operands);
  return emitResult(std::move(op), type);
}

void Body::begin(const Place &place, QualType type) {
  flow::Op op;
  op.kind = OpKind::Begin;
  op.place = place;
  op.type = this->type(type);
  emit(std::move(op));
}

flow::LocalId Body::newLocal(flow::LocalKind kind, const std::string &name, QualType type) {
  flow::Local local;
  local.kind = kind;
  local.name = name;
  local.type = this->type(type);
  local.at = unit.location(here);
  out.locals.push_back(std::move(local));
  return flow::LocalId(out.locals.size() - 1);
}

Body::Place Body::newTemporary(QualType type) {
  Place place;
  place.index = newLocal(flow::LocalKind::Temporary, "", type).index;
  return place;
}

Body::BlockId Body::newBlock() {
  out.blocks.emplace_back();
  return BlockId(out.blocks.size() - 1);
}

void Body::jump(BlockId target) {
  flow::Op op;
  op.kind = OpKind::Jump;
  op.targets.push_back(target);
  emit(std::move(op));
  lose();
}

void Body::branch(ValueId condition, BlockId whenTrue, BlockId whenFalse, std::string words) {
  flow::Op op;
  op.kind = OpKind::Branch;
  op.text = std::move(words);
  op.operands.push_back(condition);
  op.targets = {whenTrue, whenFalse};
  emit(std::move(op));
  lose();
}

void Body::unreachable() {
  flow::Op op;
  op.kind = OpKind::Unreachable;
  emit(std::move(op));
  lose();
}

/// Says that something was not expressed, and which data it read.
Body::ValueId Body::unknown(const Stmt *statement, QualType type) {
  At location(*this, statement->getSourceRange());
  flow::Op op;
  op.kind = OpKind::Unknown;
  op.text = statement->getStmtClassName();
  for (const Stmt *child : statement->children())
    if (const auto *operand = dyn_cast_or_null<Expr>(child))
      if (ValueId read = argument(operand))
        op.operands.push_back(read);
  if (type.isNull() || type->isVoidType()) {
    emit(std::move(op));
    return {};
  }
  return emitResult(std::move(op), type);
}

Body::Place Body::unknownPlace(const Expr *expression) {
  return at(
      unknown(expression, context.getPointerType(expression->getType().getNonReferenceType())));
}

} // namespace tamga::lower
