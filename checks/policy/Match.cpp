//===- Match.cpp - which models speak of a symbol -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Match.h"
#include "Grammar.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace tamga::policy {

//===----------------------------------------------------------------------===//
// Globs
//===----------------------------------------------------------------------===//

/// Whether \p text matches \p pattern, in which `*` is any run without \p separator. Since
/// a star cannot pass a separator, separators of both meet one by one, and only the last
/// star before a mismatch can be to blame: no other choice needs to be undone.
static bool matchesGlob(StringRef pattern, StringRef text, char separator,
                        size_t literalFrom = StringRef::npos) {
  size_t inPattern = 0, inText = 0;
  size_t star = StringRef::npos, starText = 0;
  while (inText < text.size()) {
    bool isStar =
        inPattern < pattern.size() && pattern[inPattern] == '*' && inPattern < literalFrom;
    if (isStar) {
      star = inPattern++;
      starText = inText;
    } else if (inPattern < pattern.size() && pattern[inPattern] == text[inText]) {
      ++inPattern;
      ++inText;
    } else if (star != StringRef::npos && text[starText] != separator) {
      inPattern = star + 1;
      inText = ++starText;
    } else {
      return false;
    }
  }
  while (inPattern < pattern.size() && pattern[inPattern] == '*' && inPattern < literalFrom)
    ++inPattern;
  return inPattern == pattern.size();
}

bool matchesQualified(StringRef pattern, StringRef text) {
  // Conversions are named by their type: `operator *` is all of a class.
  if (pattern.ends_with("::operator *"))
    return text.consume_front(pattern.drop_back(1)) && !text.empty();
  bool isAnyDepth = pattern.consume_front("**::");
  size_t literalFrom = findOperator(pattern);
  if (matchesGlob(pattern, text, ':', literalFrom))
    return true;
  if (!isAnyDepth)
    return false;
  for (size_t at = text.find("::"); at != StringRef::npos; at = text.find("::", at + 2))
    if (matchesGlob(pattern, text.substr(at + 2), ':', literalFrom))
      return true;
  return false;
}

bool matchesPath(StringRef glob, StringRef path) {
  SmallVector<StringRef, 8> patterns, components;
  glob.split(patterns, '/');
  path.split(components, '/');
  // As matchesGlob, one level up: `**` is any run of components.
  size_t pattern = 0, component = 0;
  size_t star = StringRef::npos, starComponent = 0;
  while (component < components.size()) {
    if (pattern < patterns.size() && patterns[pattern] == "**") {
      star = pattern++;
      starComponent = component;
    } else if (pattern < patterns.size() &&
               matchesGlob(patterns[pattern], components[component], '/')) {
      ++pattern;
      ++component;
    } else if (star != StringRef::npos) {
      pattern = star + 1;
      component = ++starComponent;
    } else {
      return false;
    }
  }
  while (pattern < patterns.size() && patterns[pattern] == "**")
    ++pattern;
  return pattern == patterns.size();
}

//===----------------------------------------------------------------------===//
// Matcher
//===----------------------------------------------------------------------===//

/// Type spellings are one when they differ in white space only.
static bool isSameSpelling(StringRef one, StringRef other) {
  while (true) {
    one = one.ltrim();
    other = other.ltrim();
    if (one.empty() || other.empty())
      return one.empty() && other.empty();
    if (one.front() != other.front())
      return false;
    one = one.drop_front();
    other = other.drop_front();
  }
}

/// As isSameSpelling; `...` in \p wanted is any run of letters.
static bool matchesSpelling(StringRef wanted, StringRef text) {
  if (!wanted.contains("..."))
    return isSameSpelling(wanted, text);
  if (!wanted.starts_with("const "))
    text.consume_front("const ");
  auto [front, rest] = wanted.split("...");
  if (!text.consume_front(front))
    return false;
  while (rest.contains("...")) {
    auto [middle, after] = rest.split("...");
    size_t at = text.find(middle);
    if (at == StringRef::npos)
      return false;
    text = text.drop_front(at + middle.size());
    rest = after;
  }
  return text.ends_with(rest);
}

static bool fits(const FunctionPattern &pattern, const FunctionSymbol &symbol) {
  if (pattern.arity && *pattern.arity != symbol.arity)
    return false;
  if (!pattern.object.empty() && !matchesSpelling(pattern.object, symbol.object))
    return false;
  if (pattern.parameters.empty())
    return true;
  if (pattern.parameters.size() != symbol.parameters.size())
    return false;
  for (size_t index = 0; index < symbol.parameters.size(); ++index) {
    StringRef wanted = pattern.parameters[index];
    bool isNegated = wanted.consume_front("!");
    bool isSame = wanted == "_" || matchesSpelling(wanted, symbol.parameters[index]);
    isSame |= index < symbol.records.size() && wanted == symbol.records[index];
    if (isSame == isNegated)
      return false;
  }
  return true;
}

bool matchesFunction(const FunctionPattern &pattern, const FunctionSymbol &symbol) {
  return matchesQualified(pattern.name, symbol.name) && fits(pattern, symbol);
}

/// Models are elements of one vector, so that their addresses have its order. What the
/// project says itself stands for all that libraries say.
template <class Model> static void settle(SmallVectorImpl<const Model *> &found) {
  if (found.size() < 2)
    return;
  llvm::sort(found);
  auto isOwn = [](const Model *model) { return model->isAnnotation; };
  if (any_of(found, isOwn))
    erase_if(found, [&](const Model *model) { return !isOwn(model); });
}

/// `c` of `a::b::c`; an operator's name is one component, whatever it converts to.
static StringRef lastComponent(StringRef name) {
  if (size_t at = findOperator(name); at != StringRef::npos)
    return name.substr(at);
  size_t at = name.rfind("::");
  return at == StringRef::npos ? name : name.substr(at + 2);
}

template <class Model> void Matcher::Index<Model>::add(StringRef pattern, const Model &model) {
  if (!isGlob(pattern))
    return exact[pattern].push_back(&model);
  StringRef last = lastComponent(pattern);
  bool isOperator = findOperator(pattern) != StringRef::npos;
  bool isOpen = isOperator ? pattern.ends_with("::operator *") : last.contains('*');
  if (isOpen)
    others.push_back(&model);
  else
    byLast[last].push_back(&model);
}

template <class Model>
template <class Function>
void Matcher::Index<Model>::each(StringRef name, Function &&visit) const {
  if (auto found = exact.find(name); found != exact.end())
    for (const Model *model : found->second)
      visit(*model, true);
  if (auto found = byLast.find(lastComponent(name)); found != byLast.end())
    for (const Model *model : found->second)
      visit(*model, false);
  for (const Model *model : others)
    visit(*model, false);
}

Matcher::Matcher(const Policy &policy) {
  for (const FunctionModel &model : policy.functions)
    functions.add(model.pattern.name, model);
  for (const NameModel &model : policy.names) {
    if (model.of == NameModel::Literal)
      literals.push_back({&model, RequiredWords(model.name), std::nullopt});
    else
      names[model.of].add(model.name, model);
  }
}

SmallVector<const FunctionModel *, 2> Matcher::function(const FunctionSymbol &symbol) const {
  SmallVector<const FunctionModel *, 2> found;
  functions.each(symbol.name, [&](const FunctionModel &model, bool isExact) {
    if ((isExact || matchesQualified(model.pattern.name, symbol.name)) &&
        fits(model.pattern, symbol))
      found.push_back(&model);
  });
  settle(found);
  return found;
}

SmallVector<const NameModel *, 2> Matcher::name(NameModel::Of of, StringRef name) const {
  SmallVector<const NameModel *, 2> found;
  names[of].each(name, [&](const NameModel &model, bool isExact) {
    if (isExact || matchesQualified(model.name, name))
      found.push_back(&model);
  });
  settle(found);
  return found;
}

ArrayRef<const NameModel *> Matcher::literal(StringRef text) const {
  auto [entry, isNew] = asked.try_emplace(text);
  SmallVectorImpl<const NameModel *> &found = entry->second;
  if (!isNew)
    return found;
  const std::string lowered = text.lower();
  for (Literal &literal : literals) {
    if (!literal.required.mayMatch(lowered))
      continue;
    if (!literal.expression)
      literal.expression.emplace(literal.model->name);
    if (literal.expression->match(text))
      found.push_back(literal.model);
  }
  settle(found);
  return found;
}

} // namespace tamga::policy
