//===- Declared.cpp - what headers declare, by name -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks the declarations of a unit, not its bodies. Names come from Unit, which names
// things for flow, too. What the compiler declares only when it is needed, copies of a
// class above all, is there as soon as its class is.
//
//===----------------------------------------------------------------------===//

#include "Declared.h"
#include "LowerUnit.h"
#include "Parse.h"
#include "clang/AST/DeclFriend.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace tamga::lower {
namespace {

class Collector {
public:
  Collector(ASTContext &context, Declared &out) : unit(context, boundary), out(out) {}

  void visitAll(const DeclContext *context) {
    for (const Decl *declaration : context->decls())
      visit(declaration);
  }

private:
  void visit(const Decl *declaration) {
    if (const auto *shared = dyn_cast<FunctionTemplateDecl>(declaration))
      addFunction(shared->getTemplatedDecl());
    else if (const auto *shared = dyn_cast<ClassTemplateDecl>(declaration))
      addRecord(shared->getTemplatedDecl());
    else if (const auto *function = dyn_cast<FunctionDecl>(declaration))
      addFunction(function);
    else if (const auto *record = dyn_cast<RecordDecl>(declaration))
      addRecord(record);
    else if (const auto *list = dyn_cast<EnumDecl>(declaration))
      addEnum(list);
    else if (const auto *field = dyn_cast<FieldDecl>(declaration))
      addField(field);
    else if (const auto *alias = dyn_cast<TypedefNameDecl>(declaration))
      addAlias(alias, alias->getUnderlyingType());
    else if (const auto *shared = dyn_cast<TypeAliasTemplateDecl>(declaration))
      addAlias(shared, shared->getTemplatedDecl()->getUnderlyingType());
    else if (const auto *befriended = dyn_cast<FriendDecl>(declaration))
      addFriend(befriended);
    else if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(declaration))
      visitAll(cast<DeclContext>(declaration));
  }

  /// A function that only its friends declare is found by its arguments.
  void addFriend(const FriendDecl *befriended) {
    if (const NamedDecl *function = befriended->getFriendDecl())
      if (isa<FunctionDecl, FunctionTemplateDecl>(function))
        visit(function);
  }

  void addAlias(const NamedDecl *alias, QualType target) {
    if (const TagDecl *tag = target->getAsTagDecl())
      out.aliases[unit.qualifiedName(alias)] = unit.qualifiedName(tag);
  }

  void addFunction(const FunctionDecl *declaration) {
    DeclaredFunction function;
    function.name = unit.qualifiedName(declaration);
    if (const auto *conversion = dyn_cast<CXXConversionDecl>(declaration))
      if (conversion->getConversionType()->isDependentType())
        function.name = unit.qualifiedName(conversion->getParent()) + "::operator *";
    if (const auto *method = dyn_cast<CXXMethodDecl>(declaration)) {
      const CXXRecordDecl *record = method->getParent();
      if (!record->isDependentContext())
        function.object = key(unit.context.getRecordType(record));
    }
    for (const ParmVarDecl *parameter : declaration->parameters()) {
      addParameter(function, parameter->getType(), parameter->isInvalidDecl());
      function.takesMore = parameter->isParameterPack();
    }
    add(std::move(function));
  }

  void addParameter(DeclaredFunction &function, QualType type, bool isBroken = false) {
    function.parameters.push_back(name(type));
    QualType object = type.getNonReferenceType();
    function.records.push_back(object->isRecordType() ? name(object) : "");
    function.isOpen.push_back(type->isDependentType() || isBroken);
  }

  void add(DeclaredFunction function) {
    auto [begin, end] = out.functions.equal_range(function.name);
    for (; begin != end; ++begin)
      if (begin->second == function)
        return;
    std::string name = function.name;
    out.functions.emplace(std::move(name), std::move(function));
  }

  void addRecord(const RecordDecl *record) {
    if (!record->isThisDeclarationADefinition())
      return;
    std::string name = unit.qualifiedName(record);
    out.types.insert(name);
    visitAll(record);
    if (const auto *object = dyn_cast<CXXRecordDecl>(record)) {
      for (const CXXBaseSpecifier &base : object->bases())
        if (const TagDecl *tag = baseOf(base.getType()))
          out.bases[name].insert(unit.qualifiedName(tag));
      addImplicit(object, name);
    }
  }

  static const TagDecl *baseOf(QualType type) {
    if (const TagDecl *tag = type->getAsTagDecl())
      return tag;
    // A base that depends on a template argument is named after its template.
    if (const auto *instance = type->getAs<TemplateSpecializationType>())
      if (const auto *shared = dyn_cast_or_null<ClassTemplateDecl>(
              instance->getTemplateName().getAsTemplateDecl()))
        return shared->getTemplatedDecl();
    return nullptr;
  }

  void addImplicit(const CXXRecordDecl *record, const std::string &name) {
    std::string own = StringRef(name).rsplit("::").second.str();
    if (own.empty())
      own = name;
    if (!record->hasUserDeclaredConstructor())
      add({name + "::" + own, {}, {}, {}, "", false});
    const std::string copy = "const " + name + " &", move = name + " &&";
    for (const std::string &member : {name + "::" + own, name + "::operator="})
      for (const std::string &parameter : {copy, move})
        add({member, {parameter}, {name}, {record->isDependentContext()}, "", false});
    add({name + "::~" + own, {}, {}, {}, "", false});
  }

  void addEnum(const EnumDecl *list) {
    out.types.insert(unit.qualifiedName(list));
    for (const EnumConstantDecl *constant : list->enumerators())
      out.enumerators.insert(unit.qualifiedName(constant));
  }

  /// A call through a field that holds a function is a call of the field.
  void addField(const FieldDecl *field) {
    std::string name = unit.qualifiedName(field->getParent()) + "::" + field->getName().str();
    out.fields.insert(name);
    const FunctionProtoType *type = calledAs(field->getType());
    if (!type)
      return;
    DeclaredFunction function;
    function.name = name;
    for (QualType parameter : type->param_types())
      addParameter(function, parameter);
    add(std::move(function));
  }

  /// What a pointer to a function or a std::function calls, if \p type is one.
  static const FunctionProtoType *calledAs(QualType type) {
    if (QualType pointee = type->getPointeeType(); !pointee.isNull())
      return pointee->getAs<FunctionProtoType>();
    const auto *record =
        dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
    if (!record || !record->isInStdNamespace() || record->getName() != "function" ||
        record->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
      return nullptr;
    return record->getTemplateArgs()[0].getAsType()->getAs<FunctionProtoType>();
  }

  std::string name(QualType type) { return unit.program[unit.type(type)].name; }
  std::string key(QualType type) { return unit.program[unit.type(type)].key; }

  const Boundary boundary;
  Unit unit;
  Declared &out;
};

void addMacros(const Preprocessor &preprocessor, Declared &out) {
  for (const auto &[identifier, state] : preprocessor.macros())
    if (identifier->hasMacroDefinition())
      out.macros.insert(identifier->getName().str());
}

} // namespace

Declared declaredIn(const UnitCommand &unit) {
  Declared out;
  out.errors = parse(unit, Bodies::Skipped, [&](CompilerInstance &compiler) {
    ASTContext &context = compiler.getASTContext();
    Collector(context, out).visitAll(context.getTranslationUnitDecl());
    addMacros(compiler.getPreprocessor(), out);
  });
  return out;
}

void joinDeclared(Declared &into, const Declared &from) {
  for (const auto &[name, function] : from.functions) {
    auto [begin, end] = into.functions.equal_range(name);
    const bool isKnown = std::any_of(begin, end, [&function = function](const auto &entry) {
      return entry.second == function;
    });
    if (!isKnown)
      into.functions.emplace(name, function);
  }
  into.types.insert(from.types.begin(), from.types.end());
  into.fields.insert(from.fields.begin(), from.fields.end());
  into.enumerators.insert(from.enumerators.begin(), from.enumerators.end());
  into.macros.insert(from.macros.begin(), from.macros.end());
  into.aliases.insert(from.aliases.begin(), from.aliases.end());
  for (const auto &[name, bases] : from.bases)
    into.bases[name].insert(bases.begin(), bases.end());
}

} // namespace tamga::lower
