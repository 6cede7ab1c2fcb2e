//===- LowerBody.cpp - a function from its first to its last op --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"

using namespace clang;

namespace tamga::lower {

Body::Body(Unit &unit, const flow::Function &header)
    : unit(unit), context(unit.context), out(header) {}

flow::Function Body::giveUp(std::string reason) {
  out.locals.resize(out.parameterCount);
  out.values.clear();
  out.blocks.clear();
  out.macros.clear();
  out.statements.clear();
  out.incomplete = std::move(reason);
  return std::move(out);
}

/// Whether \p context is an instance of a template, or inside of one.
static bool isInInstance(const DeclContext *context) {
  for (; context; context = context->getParent()) {
    const auto *function = dyn_cast<FunctionDecl>(context);
    const auto *record = dyn_cast<CXXRecordDecl>(context);
    if ((function && function->getTemplateInstantiationPattern()) ||
        (record && record->getTemplateInstantiationPattern()))
      return true;
  }
  return false;
}

flow::Function Body::lowerFunction(const FunctionDecl *definition) {
  function = definition;
  if (unit.tellsStatements)
    isOfTemplate = isInInstance(definition);
  const Stmt *body = definition->getBody();
  if (definition->isInvalidDecl() || !body)
    return giveUp("invalid declaration");
  At location(*this, SourceRange(definition->getLocation()));
  enter(newBlock());
  addParameters(definition);
  if (const auto *method = dyn_cast<CXXMethodDecl>(definition);
      method && method->getParent()->isLambda())
    addCaptures(method);
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(definition))
    initialiseMembers(constructor);
  if (const auto *destructor = dyn_cast<CXXDestructorDecl>(definition))
    pushMembers(destructor);
  for (const ParmVarDecl *parameter : definition->parameters())
    if (needsDestruction(parameter->getType()))
      pushVariable(parameter, declaredPlace(parameter, nullptr));
  if (const auto *coroutineBody = dyn_cast<CoroutineBodyStmt>(body))
    coroutine(coroutineBody);
  else
    statement(body);
  At end(*this, SourceRange(body->getEndLoc()));
  emitCleanups(0);
  flow::Op op;
  op.kind = flow::OpKind::Return;
  if (definition->isMain())
    op.operands.push_back(integer(0, context.IntTy));
  emit(std::move(op));
  finishIndirectGotos();
  return hasErrors ? giveUp("contains errors") : finish();
}

flow::Function Body::lowerInitializer(const VarDecl *definition) {
  const Expr *initializer = definition->getInit();
  if (definition->isInvalidDecl() || !initializer)
    return giveUp("invalid declaration");
  At location(*this, definition->getSourceRange());
  enter(newBlock());
  Place global;
  global.root = flow::RootKind::Global;
  global.index = unit.global(definition).index;
  fullExpression([&] { initialise(global, definition->getType(), initializer); });
  flow::Op op;
  op.kind = flow::OpKind::Return;
  emit(std::move(op));
  return hasErrors ? giveUp("contains errors") : finish();
}

/// The header has the parameters as the first locals already.
void Body::addParameters(const FunctionDecl *definition) {
  uint32_t index = 0;
  for (const ParmVarDecl *parameter : definition->parameters())
    locals[parameter] = flow::LocalId(index++);
}

void Body::addCaptures(const CXXMethodDecl *callOperator) {
  const CXXRecordDecl *lambda = callOperator->getParent();
  llvm::DenseMap<const ValueDecl *, FieldDecl *> fields;
  FieldDecl *thisField = nullptr;
  lambda->getCaptureFields(fields, thisField);
  for (auto [variable, field] : fields)
    captures[variable] = {field->getFieldIndex(), field->getType()->isReferenceType()};
  if (thisField)
    thisCapture = Capture{thisField->getFieldIndex(), thisField->getType()->isPointerType()};
}

void Body::initialiseMembers(const CXXConstructorDecl *constructor) {
  for (const CXXCtorInitializer *initializer : constructor->inits()) {
    SourceRange range = initializer->getSourceRange();
    At location(*this, initializer->isWritten() && range.isValid() ? range : here);
    fullExpression([&] { initialiseMember(initializer); });
  }
}

void Body::initialiseMember(const CXXCtorInitializer *initializer) {
  const Expr *from = initializer->getInit();
  Place target = thisObject();
  if (!initializer->isAnyMemberInitializer()) {
    initialiseObject(target, from);
    return;
  }
  QualType type;
  if (const IndirectFieldDecl *path = initializer->getIndirectMember()) {
    for (const NamedDecl *part : path->chain())
      target = fieldPlace(std::move(target), cast<FieldDecl>(part));
    type = path->getAnonField()->getType();
  } else {
    const FieldDecl *field = initializer->getMember();
    type = field->getType();
    target = fieldPlace(std::move(target), field);
  }
  // The reference itself is set, not what it refers to.
  if (type->isReferenceType())
    target.steps.pop_back();
  initialise(target, type, from);
}

/// Members are destroyed after the body, wherever it is left, in reverse order, then
/// the bases.
void Body::pushMembers(const CXXDestructorDecl *destructor) {
  const CXXRecordDecl *record = destructor->getParent();
  for (const CXXBaseSpecifier &base : record->bases())
    if (needsDestruction(base.getType()))
      cleanups.push_back({thisObject(), base.getType(), true, false, nullptr, {}});
  if (record->isUnion())
    return;
  for (const FieldDecl *field : record->fields())
    if (needsDestruction(field->getType()))
      cleanups.push_back(
          {fieldPlace(thisObject(), field), field->getType(), true, false, nullptr, {}});
}

} // namespace tamga::lower
