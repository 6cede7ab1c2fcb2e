//===- LowerSymbols.cpp - functions and globals -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerUnit.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace tamga::lower {

using flow::FunctionKind;

static FunctionKind kindOf(const FunctionDecl *declaration) {
  if (isa<CXXConstructorDecl>(declaration))
    return FunctionKind::Constructor;
  if (isa<CXXDestructorDecl>(declaration))
    return FunctionKind::Destructor;
  if (isa<CXXConversionDecl>(declaration))
    return FunctionKind::Conversion;
  if (declaration->getOverloadedOperator() == OO_Call)
    return FunctionKind::CallOperator;
  return isa<CXXMethodDecl>(declaration) ? FunctionKind::Method : FunctionKind::Plain;
}

/// `__builtin_memcpy` and `__builtin___memcpy_chk` are `memcpy` to whoever asks.
std::string Unit::libraryName(const FunctionDecl *declaration, std::string name) {
  unsigned builtin = declaration->getBuiltinID();
  llvm::StringRef known = name;
  if (!builtin || !known.consume_front("__builtin_") ||
      !context.BuiltinInfo.isLibFunction(builtin))
    return name;
  if (known.starts_with("__") && known.ends_with("_chk"))
    known = known.drop_front(2).drop_back(4);
  return known.str();
}

flow::FunctionId Unit::function(const FunctionDecl *declaration) {
  declaration = declaration->getCanonicalDecl();
  auto [entry, isNew] =
      functionIds.try_emplace(declaration, uint32_t(program.functions.size()));
  if (!isNew)
    return entry->second;
  flow::FunctionId id = entry->second;
  program.functions.emplace_back();
  fillFunction(id, declaration);
  return id;
}

void Unit::fillFunction(flow::FunctionId id, const FunctionDecl *declaration) {
  flow::Function result;
  result.symbol = uniqueSymbol(symbol(declaration));
  result.name = libraryName(declaration, qualifiedName(declaration));
  result.display = display(declaration);
  result.kind = kindOf(declaration);
  bool isVisible = declaration->isExternallyVisible();
  result.linkage = isVisible ? flow::Linkage::External : flow::Linkage::Internal;
  result.isVariadic = declaration->isVariadic();
  result.isNoReturn = declaration->isNoReturn();
  const FunctionDecl *definition = declaration->getDefinition();
  const FunctionDecl *shown = definition ? definition : declaration;
  result.isInline = declaration->isInlined() || declaration->isTemplateInstantiation() ||
                    shown->hasAttr<WeakAttr>();
  result.isMain = declaration->isMain();
  result.isDefaulted = declaration->isDefaulted();
  result.annotations = annotations(declaration);
  result.at = location(SourceRange(shown->getLocation()));
  program[id] = std::move(result);
  flow::TypeId returnType = type(declaration->getReturnType());
  program[id].returnType = returnType;
  if (const auto *method = dyn_cast<CXXMethodDecl>(declaration))
    fillMethod(id, method);
  addParameters(id, shown);
}

void Unit::fillMethod(flow::FunctionId id, const CXXMethodDecl *method) {
  flow::TypeId record = type(context.getRecordType(method->getParent()));
  program[id].record = record;
  program[id].isStatic = method->isStatic();
  program[id].isVirtual = method->isVirtual();
  program[id].isConst = method->isConst();
  std::vector<flow::FunctionId> overrides;
  for (const CXXMethodDecl *overridden : method->overridden_methods())
    overrides.push_back(function(overridden));
  program[id].overrides = std::move(overrides);
}

void Unit::addParameters(flow::FunctionId id, const FunctionDecl *declaration) {
  std::vector<flow::Local> locals;
  for (const ParmVarDecl *parameter : declaration->parameters()) {
    flow::Local local;
    local.kind = flow::LocalKind::Parameter;
    local.name = parameter->getName().str();
    local.type = type(parameter->getType());
    local.at = location(SourceRange(parameter->getLocation()));
    unsigned index = parameter->getFunctionScopeIndex();
    for (const FunctionDecl *redeclaration : declaration->redecls())
      if (index < redeclaration->getNumParams())
        for (std::string &text : annotations(redeclaration->getParamDecl(index)))
          if (!llvm::is_contained(local.annotations, text))
            local.annotations.push_back(std::move(text));
    locals.push_back(std::move(local));
  }
  program[id].parameterCount = locals.size();
  program[id].locals = std::move(locals);
}

std::string Unit::display(const FunctionDecl *declaration) {
  std::string text = qualifiedName(declaration) + "(";
  PrintingPolicy policy = context.getPrintingPolicy();
  policy.AnonymousTagLocations = false;
  bool isFirst = true;
  for (const ParmVarDecl *parameter : declaration->parameters()) {
    text += isFirst ? "" : ", ";
    text += parameter->getType().getAsString(policy);
    isFirst = false;
  }
  if (declaration->isVariadic())
    text += isFirst ? "..." : ", ...";
  return text + ")";
}

flow::FunctionId Unit::reach(const FunctionDecl *declaration) {
  flow::FunctionId id = function(declaration);
  if (!reached.insert(id.index).second)
    return id;
  const FunctionDecl *definition = nullptr;
  if (!declaration->isDefined(definition) || definition->isDependentContext() ||
      definition->isLateTemplateParsed())
    return id;
  if (isBehindBoundary(definition)) {
    constructArguments(definition);
    return id;
  }
  if (definition->hasBody() || definition->isInvalidDecl())
    work.push_back({id, definition, {}, nullptr});
  else if (definition->hasSkippedBody())
    program[id].incomplete = bodyNotParsed;
  return id;
}

/// `std::make_unique<T>` makes a T where no lowered body shows it.
void Unit::constructArguments(const FunctionDecl *instance) {
  const TemplateArgumentList *arguments = instance->getTemplateSpecializationArgs();
  if (!arguments)
    return;
  constructFirst(*arguments, 1);
  // A member template of a container: `emplace_back`, `try_emplace`.
  if (const auto *container =
          dyn_cast<ClassTemplateSpecializationDecl>(instance->getDeclContext()))
    constructFirst(container->getTemplateArgs(), 2);
}

/// Those of the first \p count template arguments that are classes of the program.
void Unit::constructFirst(const TemplateArgumentList &arguments, unsigned count) {
  for (unsigned index = 0; index < count && index < arguments.size(); ++index)
    if (arguments[index].getKind() == TemplateArgument::Type)
      constructInstance(arguments[index].getAsType());
}

void Unit::constructInstance(QualType type) {
  if (type->isReferenceType())
    return;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || isBehindBoundary(record->getDefinition()))
    return;
  construct(record);
  for (const CXXConstructorDecl *constructor : record->getDefinition()->ctors())
    if (!constructor->isDeleted() &&
        (!constructor->isImplicit() || constructor->isDefaultConstructor()))
      reach(constructor);
}

void Unit::construct(const CXXRecordDecl *record) {
  record = record->getDefinition();
  if (!record || !record->isPolymorphic() || !constructed.insert(record).second)
    return;
  for (const CXXMethodDecl *method : record->methods())
    if (method->isVirtual())
      reach(method);
  for (const CXXBaseSpecifier &base : record->bases())
    if (const CXXRecordDecl *parent = base.getType()->getAsCXXRecordDecl())
      construct(parent);
}

bool Unit::hasOwnDestructor(const CXXRecordDecl *record) {
  record = record ? record->getDefinition() : nullptr;
  if (!record || record->hasTrivialDestructor() || isBehindBoundary(record))
    return false;
  auto [entry, isNew] = ownDestructors.try_emplace(record, false);
  if (!isNew)
    return entry->second;
  const CXXDestructorDecl *destructor = record->getDestructor();
  bool isOwn = destructor && destructor->isUserProvided();
  for (const CXXBaseSpecifier &base : record->bases())
    isOwn = isOwn || hasOwnDestructor(base.getType()->getAsCXXRecordDecl());
  for (const FieldDecl *member : record->fields())
    isOwn = isOwn || hasOwnDestructor(
                         context.getBaseElementType(member->getType())->getAsCXXRecordDecl());
  return ownDestructors[record] = isOwn;
}

flow::FunctionId Unit::closureFunction(const CXXRecordDecl *lambda) {
  const CXXMethodDecl *call = lambda->getLambdaCallOperator();
  const FunctionTemplateDecl *pattern = call->getDescribedFunctionTemplate();
  if (!pattern)
    return reach(call);
  flow::FunctionId first;
  for (const FunctionDecl *instance : pattern->specializations()) {
    flow::FunctionId id = reach(instance);
    if (!first)
      first = id;
    else if (!llvm::is_contained(program[first].alternatives, id))
      program[first].alternatives.push_back(id);
  }
  return first ? first : function(call);
}

flow::FunctionId Unit::accessor(const FieldDecl *declaration) {
  declaration = declaration->getCanonicalDecl();
  flow::FieldId named = field(declaration);
  auto [entry, isNew] =
      accessorIds.try_emplace(declaration, uint32_t(program.functions.size()));
  if (!isNew)
    return entry->second;
  flow::FunctionId id = entry->second;
  flow::Function made;
  made.symbol = "member:" + program[named].key;
  made.name = program[named].name;
  made.display = "&" + made.name;
  made.isInline = true;
  made.at = location(SourceRange(declaration->getLocation()));
  QualType record = context.getRecordType(declaration->getParent());
  made.returnType =
      type(context.getLValueReferenceType(declaration->getType().getNonReferenceType()));
  made.parameterCount = 1;
  made.locals.emplace_back();
  made.locals[0].kind = flow::LocalKind::Parameter;
  made.locals[0].type = type(context.getLValueReferenceType(record));
  made.locals[0].at = made.at;
  flow::Op address;
  address.kind = flow::OpKind::Address;
  address.result = flow::ValueId(0);
  address.place.steps.emplace_back();
  address.place.steps.push_back({flow::StepKind::Field, named.index, {}});
  address.at = made.at;
  flow::Op leave;
  leave.kind = flow::OpKind::Return;
  leave.operands.push_back(address.result);
  leave.at = made.at;
  made.values.emplace_back();
  made.values[0].type = made.returnType;
  made.blocks.emplace_back();
  made.blocks[0].ops = {std::move(address), std::move(leave)};
  program.functions.push_back(std::move(made));
  return id;
}

//===----------------------------------------------------------------------===//
// Globals
//===----------------------------------------------------------------------===//

flow::GlobalId Unit::global(const VarDecl *variable) {
  variable = variable->getCanonicalDecl();
  auto [entry, isNew] = globalIds.try_emplace(variable, uint32_t(program.globals.size()));
  if (!isNew)
    return entry->second;
  flow::GlobalId id = entry->second;
  program.globals.emplace_back();
  flow::Global result;
  result.symbol = uniqueSymbol(symbol(variable));
  result.name = qualifiedName(variable);
  bool isVisible = variable->isExternallyVisible();
  result.linkage = isVisible ? flow::Linkage::External : flow::Linkage::Internal;
  QualType type = variable->getType();
  result.isConst = context.getBaseElementType(type).isConstQualified();
  result.isThreadLocal = variable->getTLSKind() != VarDecl::TLS_None;
  const VarDecl *definition = variable->getDefinition();
  result.isDefinition = definition != nullptr;
  result.at = location(SourceRange((definition ? definition : variable)->getLocation()));
  result.annotations = annotations(variable);
  result.type = this->type(type);
  program[id] = std::move(result);
  wantInitializer(id, variable);
  return id;
}

flow::GlobalId Unit::handledException() {
  if (handledExceptionId)
    return handledExceptionId;
  handledExceptionId = flow::GlobalId(program.globals.size());
  flow::Global result;
  result.symbol = result.name = "(handled exception)";
  result.isThreadLocal = true;
  result.isDefinition = true;
  result.type = type(context.VoidTy);
  program.globals.push_back(std::move(result));
  return handledExceptionId;
}

/// `std::string("...")`, `{1, "two"}`: the same whenever it is evaluated.
static bool isMadeOfLiterals(const Expr *expression) {
  expression = expression->IgnoreParenCasts();
  if (isa<StringLiteral, IntegerLiteral, FloatingLiteral, CharacterLiteral, CXXBoolLiteralExpr,
          CXXDefaultArgExpr>(expression))
    return true;
  bool isMade = isa<CXXConstructExpr, InitListExpr, CXXStdInitializerListExpr, ExprWithCleanups,
                    MaterializeTemporaryExpr, CXXBindTemporaryExpr>(expression);
  return isMade && llvm::all_of(expression->children(), [](const Stmt *part) {
    const auto *child = dyn_cast_or_null<Expr>(part);
    return child && isMadeOfLiterals(child);
  });
}

/// A static local that is a constant before anything runs is a global like others; the rest
/// is initialised where control first comes by.
bool Unit::isConstantStatic(const VarDecl *variable) {
  const Expr *initializer = variable->getInit();
  if (!initializer || initializer->isValueDependent())
    return false;
  if (!variable->getType()->isScalarType())
    return variable->getType().isConstQualified() && isMadeOfLiterals(initializer);
  return initializer->isConstantInitializer(variable->getASTContext(), false);
}

/// Constant initialisers count too: a table of function pointers is a constant.
void Unit::wantInitializer(flow::GlobalId id, const VarDecl *variable) {
  const VarDecl *definition = nullptr;
  const Expr *initializer = variable->getAnyInitializer(definition);
  bool isLate = variable->isStaticLocal() && !isConstantStatic(variable);
  if (!initializer || isLate || initializer->isValueDependent() ||
      definition->isInvalidDecl() || isBehindBoundary(definition))
    return;
  work.push_back({{}, nullptr, id, definition});
}

} // namespace tamga::lower
