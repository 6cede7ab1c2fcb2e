//===- LowerTypes.cpp - types and fields ------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerUnit.h"

using namespace clang;

namespace tamga::lower {

using flow::TypeKind;

static TypeKind kindOf(const clang::Type *type) {
  if (type->isVoidType())
    return TypeKind::Void;
  if (type->isBooleanType())
    return TypeKind::Bool;
  if (type->isEnumeralType())
    return TypeKind::Enum;
  if (type->isIntegerType())
    return TypeKind::Integer;
  if (type->isRealFloatingType())
    return TypeKind::Float;
  if (type->isPointerType() || type->isBlockPointerType())
    return TypeKind::Pointer;
  if (type->isReferenceType())
    return TypeKind::Reference;
  if (type->isArrayType() || type->isVectorType())
    return TypeKind::Array;
  if (type->isRecordType())
    return TypeKind::Record;
  if (type->isFunctionType())
    return TypeKind::Function;
  if (type->isMemberPointerType())
    return TypeKind::MemberPointer;
  return TypeKind::Other;
}

static QualType pointeeOf(ASTContext &context, QualType type) {
  if (const ArrayType *array = context.getAsArrayType(type))
    return array->getElementType();
  if (const auto *vector = type->getAs<VectorType>())
    return vector->getElementType();
  return type->getPointeeType();
}

flow::TypeId Unit::type(QualType written) {
  if (written.isNull())
    written = context.VoidTy;
  QualType canonical = written.getCanonicalType();
  if (const auto *atomic = canonical->getAs<AtomicType>())
    canonical = atomic->getValueType().getCanonicalType();
  canonical = context.getUnqualifiedArrayType(canonical).getCanonicalType();
  canonical = canonical.getUnqualifiedType();
  auto [entry, isNew] = typeIds.try_emplace(canonical, uint32_t(program.types.size()));
  if (!isNew)
    return entry->second;
  flow::TypeId id = entry->second;
  program.types.emplace_back();
  fillType(id, canonical);
  return id;
}

std::string Unit::typeKey(QualType type) {
  std::string key;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (record && record->isLambda() && !record->isDependentContext())
    key = "lambda " + symbol(record->getLambdaCallOperator());
  else {
    key = type.getAsString(printing);
    if (!type->isDependentType() && !isExternallyVisible(type->getLinkage()))
      key += "@" + mainPath;
  }
  // Local classes of different functions may be spelled alike.
  if (unsigned count = usedTypeKeys[key]++)
    key += "#" + std::to_string(count + 1);
  return key;
}

void Unit::fillType(flow::TypeId id, QualType type) {
  std::string key = typeKey(type);
  program[id].key = key;
  program[id].kind = kindOf(type.getTypePtr());
  if (const TagDecl *tag = type->getAsTagDecl()) {
    program[id].name = qualifiedName(tag);
    program[id].annotations = annotations(tag);
  } else {
    program[id].name = key.substr(0, key.find('@'));
  }
  if (type->isDependentType()) {
    program[id].kind = TypeKind::Other;
    return;
  }
  if (const auto *record = type->getAsRecordDecl()) {
    fillRecord(id, record);
    return;
  }
  QualType pointee = pointeeOf(context, type);
  if (pointee.isNull() || type->isMemberPointerType())
    return;
  flow::TypeId pointeeId = this->type(pointee);
  program[id].pointee = pointeeId;
  bool isPointing = type->isPointerType() || type->isReferenceType();
  program[id].isConstPointee = isPointing && pointee.isConstQualified();
}

/// Records behind the Boundary keep their bases and arguments, for which models ask,
/// and leave out fields, which no lowered body touches unless it names them.
void Unit::fillRecord(flow::TypeId id, const RecordDecl *declaration) {
  program[id].isUnion = declaration->isUnion();
  if (const auto *instance = dyn_cast<ClassTemplateSpecializationDecl>(declaration)) {
    std::vector<flow::TypeId> arguments;
    for (const TemplateArgument &argument : instance->getTemplateArgs().asArray()) {
      if (argument.getKind() == TemplateArgument::Type)
        arguments.push_back(type(argument.getAsType()));
      else if (argument.getKind() == TemplateArgument::Pack)
        for (const TemplateArgument &inner : argument.pack_elements())
          if (inner.getKind() == TemplateArgument::Type)
            arguments.push_back(type(inner.getAsType()));
    }
    program[id].arguments = std::move(arguments);
  }
  const RecordDecl *definition = declaration->getDefinition();
  if (!definition || definition->isInvalidDecl())
    return;
  const auto *record = dyn_cast<CXXRecordDecl>(definition);
  if (record && record->isLambda()) {
    program[id].isLambda = true;
    std::vector<flow::TypeId> captured;
    for (const FieldDecl *capture : record->fields())
      captured.push_back(type(capture->getType()));
    program[id].arguments = std::move(captured);
    flow::FunctionId call = closureFunction(record);
    program[id].callOperator = call;
    return;
  }
  if (record) {
    std::vector<flow::TypeId> bases;
    for (const CXXBaseSpecifier &base : record->bases())
      bases.push_back(type(base.getType()));
    program[id].bases = std::move(bases);
  }
  if (isBehindBoundary(definition))
    return;
  std::vector<flow::FieldId> fields;
  for (const FieldDecl *member : definition->fields())
    fields.push_back(field(member));
  program[id].fields = std::move(fields);
  if (!record)
    return;
  DeclContext::lookup_result calls =
      record->lookup(context.DeclarationNames.getCXXOperatorName(OO_Call));
  if (calls.isSingleResult())
    if (const auto *method = dyn_cast<CXXMethodDecl>(calls.front())) {
      flow::FunctionId call = reach(method);
      program[id].callOperator = call;
    }
}

flow::FieldId Unit::field(const FieldDecl *declaration) {
  declaration = declaration->getCanonicalDecl();
  auto known = fieldIds.find(declaration);
  if (known != fieldIds.end())
    return known->second;
  flow::TypeId record = type(context.getRecordType(declaration->getParent()));
  // Filling the record may have added the field.
  auto [entry, isNew] = fieldIds.try_emplace(declaration, uint32_t(program.fields.size()));
  if (!isNew)
    return entry->second;
  flow::FieldId id = entry->second;
  program.fields.emplace_back();
  flow::Field result;
  std::string name = declaration->getName().str();
  std::string unique = name.empty() ? std::to_string(declaration->getFieldIndex()) : name;
  result.key = program[record].key + "::" + unique;
  result.name = program[record].name + "::" + (name.empty() ? "(anonymous)" : name);
  result.record = record;
  result.annotations = annotations(declaration);
  result.type = type(declaration->getType());
  program[id] = std::move(result);
  return id;
}

} // namespace tamga::lower
