//===- LowerNames.cpp - names, symbols, annotations, Boundary ---------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "LowerUnit.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/OperatorKinds.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace tamga::lower {

using llvm::StringRef;

/// The index of the element of \p type in a tuple or pair, if it is one.
static std::string elementOfType(QualType type, QualType object) {
  const auto *record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      object.getNonReferenceType()->getAsCXXRecordDecl());
  if (!record || !record->getIdentifier() ||
      !(record->getName() == "tuple" || record->getName() == "pair"))
    return {};
  llvm::SmallVector<TemplateArgument, 8> elements;
  for (const TemplateArgument &argument : record->getTemplateArgs().asArray())
    if (argument.getKind() == TemplateArgument::Pack)
      elements.append(argument.pack_begin(), argument.pack_end());
    else
      elements.push_back(argument);
  for (size_t index = 0; index < elements.size(); ++index)
    if (elements[index].getKind() == TemplateArgument::Type &&
        elements[index].getAsType().getCanonicalType() == type.getCanonicalType())
      return std::to_string(index);
  return {};
}

/// `std::get<1>` is named `std::get1`: the tuple protocol names an element by a template
/// argument, and without it all elements would be one.
static std::string elementSuffix(const NamedDecl *declaration) {
  const auto *function = dyn_cast<FunctionDecl>(declaration);
  if (!function || !declaration->getIdentifier()->isStr("get"))
    return {};
  const TemplateArgumentList *arguments = function->getTemplateSpecializationArgs();
  if (!arguments || !arguments->size())
    return {};
  if (arguments->get(0).getKind() == TemplateArgument::Integral)
    return llvm::toString(arguments->get(0).getAsIntegral(), 10);
  bool isByType =
      arguments->get(0).getKind() == TemplateArgument::Type && function->getNumParams() == 1;
  return isByType ? elementOfType(arguments->get(0).getAsType(),
                                  function->getParamDecl(0)->getType())
                  : "";
}

/// The last part of a qualified name.
std::string Unit::ownName(const NamedDecl *declaration) {
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(declaration))
    return ownName(constructor->getParent());
  if (const auto *destructor = dyn_cast<CXXDestructorDecl>(declaration))
    return "~" + ownName(destructor->getParent());
  if (const auto *conversion = dyn_cast<CXXConversionDecl>(declaration))
    return "operator " + conversion->getConversionType().getAsString(printing);
  if (const auto *tag = dyn_cast<TagDecl>(declaration)) {
    const auto *record = dyn_cast<CXXRecordDecl>(tag);
    if (record && record->isLambda())
      return "(lambda)";
    if (const TypedefNameDecl *name = tag->getTypedefNameForAnonDecl())
      return name->getName().str();
  }
  DeclarationName name = declaration->getDeclName();
  if (const IdentifierInfo *identifier = name.getAsIdentifierInfo())
    return identifier->getName().str() + elementSuffix(declaration);
  if (OverloadedOperatorKind op = name.getCXXOverloadedOperator()) {
    const char *spelling = getOperatorSpelling(op);
    bool isWord = llvm::isAlpha(spelling[0]);
    return std::string(isWord ? "operator " : "operator") + spelling;
  }
  return name.isEmpty() ? "(anonymous)" : name.getAsString();
}

/// Libraries keep versions apart in namespaces of their own, inline or as OpenCV does:
/// `namespace dnn { namespace dnn4_v20220524 { } using namespace dnn4_v20220524; }`
static bool isVersion(const DeclContext *context) {
  const auto *space = dyn_cast<NamespaceDecl>(context);
  if (!space || space->isAnonymousNamespace() || !llvm::isDigit(space->getName().back()))
    return false;
  const auto *parent = dyn_cast<NamespaceDecl>(space->getParent());
  return parent && llvm::any_of(parent->using_directives(), [&](const auto *directive) {
           return declaresSameEntity(directive->getNominatedNamespace(), space);
         });
}

const std::string &Unit::contextName(const DeclContext *context) {
  while (context && !isa<EnumDecl>(context) &&
         (context->isTransparentContext() || context->isInlineNamespace() || isVersion(context)))
    context = context->getParent();
  auto known = contextNames.find(context);
  if (known != contextNames.end())
    return known->second;
  std::string name;
  if (context && !context->isTranslationUnit()) {
    name = contextName(context->getParent());
    const auto *named = dyn_cast<NamedDecl>(Decl::castFromDeclContext(context));
    bool isUnscoped = isa<EnumDecl>(context) && !cast<EnumDecl>(context)->isScoped();
    if (named && !isUnscoped)
      name += ownName(named) + "::";
  }
  return contextNames[context] = std::move(name);
}

std::string Unit::qualifiedName(const NamedDecl *declaration) {
  const DeclContext *scope = declaration->getDeclContext();
  // Parameters and locals are known by their own name.
  if (isa<ParmVarDecl>(declaration))
    return ownName(declaration);
  return contextName(scope) + ownName(declaration);
}

std::string Unit::symbol(const NamedDecl *declaration) {
  std::string name = names.getName(declaration);
  if (name.empty())
    name = qualifiedName(declaration);
  if (!declaration->isExternallyVisible())
    name += "@" + mainPath;
  return name;
}

std::string Unit::uniqueSymbol(std::string name) {
  if (unsigned count = usedSymbols[name]++)
    name += "#" + std::to_string(count + 1);
  return name;
}

std::vector<std::string> Unit::annotations(const Decl *declaration) {
  std::vector<std::string> found;
  for (const Decl *redeclaration : declaration->redecls()) {
    if (!redeclaration->hasAttrs())
      continue;
    for (const auto *attribute : redeclaration->specific_attrs<AnnotateAttr>()) {
      StringRef text = attribute->getAnnotation();
      if (text.starts_with("tamga:") && !llvm::is_contained(found, text))
        found.push_back(text.str());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

//===----------------------------------------------------------------------===//
// Boundary
//===----------------------------------------------------------------------===//

/// Backtracks over the last `**` only, since it can stand for all that an earlier one
/// did: linear for one, quadratic at worst.
static bool matchesFrom(StringRef glob, StringRef path) {
  while (!glob.empty()) {
    if (glob.consume_front("**")) {
      for (size_t skip = 0; skip <= path.size(); ++skip)
        if (matchesFrom(glob, path.drop_front(skip)))
          return true;
      return false;
    }
    if (glob.consume_front("*")) {
      for (size_t skip = 0; skip <= path.size(); ++skip) {
        if (matchesFrom(glob, path.drop_front(skip)))
          return true;
        if (skip < path.size() && path[skip] == '/')
          return false;
      }
      return false;
    }
    if (path.empty() || (glob[0] != '?' && glob[0] != path[0]))
      return false;
    glob = glob.drop_front();
    path = path.drop_front();
  }
  return path.empty();
}

bool matchesGlob(StringRef glob, StringRef path) { return matchesFrom(glob, path); }

bool Unit::isBoundaryNamespace(const DeclContext *context) {
  auto [entry, isNew] = boundaryNamespaces.try_emplace(context, false);
  if (!isNew)
    return entry->second;
  bool isBehind = false;
  if (context->getParent())
    isBehind = isBoundaryNamespace(context->getParent());
  if (const auto *space = dyn_cast<NamespaceDecl>(context); space && !isBehind)
    isBehind = llvm::is_contained(boundary.namespaces, qualifiedName(space));
  return boundaryNamespaces[context] = isBehind;
}

bool Unit::isBoundaryFile(FileID file) {
  if (file.isInvalid())
    return true; // What the compiler itself declares.
  auto [entry, isNew] = boundaryFiles.try_emplace(file, false);
  if (!isNew)
    return entry->second;
  bool isBehind = false;
  if (file != sources.getMainFileID())
    if (flow::FileId id = this->file(file))
      for (const std::string &glob : boundary.paths)
        isBehind |= matchesGlob(glob, program[id].path);
  return boundaryFiles[file] = isBehind;
}

/// What the main file defines is the user's own, whatever namespace it is in: it is what
/// was asked about.
bool Unit::isBehindBoundary(const Decl *declaration) {
  FileID file = sources.getFileID(sources.getExpansionLoc(declaration->getLocation()));
  if (file == sources.getMainFileID())
    return false;
  return isBoundaryNamespace(declaration->getDeclContext()) || isBoundaryFile(file);
}

} // namespace tamga::lower
