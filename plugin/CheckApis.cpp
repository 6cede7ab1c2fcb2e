//===- CheckApis.cpp - API models against the headers of their libraries -----===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A model that names what its library does not have says nothing, in silence. Here each
/// name is looked up in what the library's own headers declare, spelled as the analysis
/// spells it.
///
/// A folder of headers can be an installed one or the sources of the library: a header is
/// looked for below it by the end of its path, and where it is found is where those that it
/// includes are looked for, too. First all headers of a library are parsed as one file. If
/// that has errors, each is parsed alone, to tell which of them does not compile.
//===----------------------------------------------------------------------===//

#include "CheckApis.h"
#include "lower/Declared.h"
#include "policy/Grammar.h"
#include "policy/Match.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace llvm;

namespace tamga {

namespace {

//===----------------------------------------------------------------------===//
// Headers
//===----------------------------------------------------------------------===//

/// The files below one folder.
class HeaderFolder {
public:
  explicit HeaderFolder(StringRef folder) {
    SmallString<128> whole = folder;
    sys::fs::make_absolute(whole);
    sys::path::remove_dots(whole, /*remove_dot_dot=*/true);
    path = whole.str();
    std::error_code failure;
    for (sys::fs::recursive_directory_iterator file(path, failure), end;
         !failure && file != end; file.increment(failure))
      if (StringRef name = sys::path::filename(file->path()); name.starts_with("."))
        file.no_push();
      else
        files[name.str()].push_back(file->path());
  }

  /// Where \p header has to be included from; empty: it is not there. The nearest to the
  /// top counts.
  std::string rootOf(StringRef header) const {
    std::string best;
    auto found = files.find(sys::path::filename(header).str());
    if (found == files.end())
      return best;
    const auto rank = [](StringRef file) { return std::pair(file.count('/'), file); };
    for (StringRef file : found->second) {
      StringRef root = file;
      if (root.consume_back(header) && root.consume_back("/") &&
          (best.empty() || rank(root) < rank(best)))
        best = root.str();
    }
    return best;
  }

  std::string path;

private:
  std::map<std::string, std::vector<std::string>> files;
};

/// What \p headers declare together. Files of none are read but those.
lower::Declared parseHeaders(ArrayRef<std::string> headers, std::vector<std::string> flags) {
  lower::UnitCommand unit = lower::commandFor("tamga-headers.cpp", {});
  for (const std::string &header : headers)
    unit.text += "#include <" + header + ">\n";
  unit.arguments = {"clang++", "-std=c++20"};
  move(flags, std::back_inserter(unit.arguments));
  unit.arguments.insert(unit.arguments.end(), {"-ferror-limit=0", unit.file});
  return lower::declaredIn(unit);
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

StringRef lastPart(StringRef name) {
  const size_t at = name.take_front(policy::findOperator(name)).rfind("::");
  return at == StringRef::npos ? name : name.drop_front(at + 2);
}

std::string signatureOf(const lower::DeclaredFunction &function) {
  return function.name + "(" + join(function.parameters, ", ") +
         (function.takesMore ? "..." : "") + ")";
}

bool hasFunction(const policy::FunctionPattern &wanted,
                 const lower::DeclaredFunction &function) {
  policy::FunctionPattern pattern = wanted;
  // What depends on a template argument can become anything.
  if (function.object.empty())
    pattern.object.clear();
  for (size_t index = 0; index < pattern.parameters.size(); ++index)
    if (index < function.isOpen.size() && function.isOpen[index])
      pattern.parameters[index] = "_";
  if (function.takesMore && pattern.arity.value_or(~0u) + 1 >= function.parameters.size()) {
    pattern.arity.reset();
    pattern.parameters.clear();
  }
  policy::FunctionSymbol symbol{function.name, unsigned(function.parameters.size()),
                                function.parameters, function.records};
  symbol.object = function.object;
  return policy::matchesFunction(pattern, symbol);
}

bool hasFunction(const policy::FunctionPattern &pattern, const lower::Declared &declared) {
  const auto isIt = [&](const auto &entry) { return hasFunction(pattern, entry.second); };
  if (policy::isGlob(pattern.name))
    return any_of(declared.functions, isIt);
  auto [begin, end] = declared.functions.equal_range(pattern.name);
  if (std::any_of(begin, end, isIt))
    return true;
  const StringRef own = lastPart(pattern.name);
  if (!own.starts_with("operator "))
    return false;
  const StringRef record = StringRef(pattern.name).drop_back(own.size());
  return declared.functions.count((record + "operator *").str());
}

const std::set<std::string> &namesOf(policy::NameModel::Of of,
                                     const lower::Declared &declared) {
  switch (of) {
  case policy::NameModel::Field:
    return declared.fields;
  case policy::NameModel::Enumerator:
    return declared.enumerators;
  case policy::NameModel::Macro:
    return declared.macros;
  default:
    return declared.types;
  }
}

bool hasName(const std::string &pattern, const std::set<std::string> &names) {
  if (!policy::isGlob(pattern))
    return names.count(pattern);
  return any_of(names, [&](StringRef name) { return policy::matchesQualified(pattern, name); });
}

/// At most three of \p found, for the end of a message.
std::string hint(StringRef before, const std::set<std::string> &found) {
  std::vector<StringRef> shown(found.begin(), found.end());
  const bool hasMore = shown.size() > 3;
  if (hasMore)
    shown.resize(3);
  return shown.empty() ? "" : (before + policy::listed(shown) + (hasMore ? ", ..." : "")).str();
}

/// Why \p name may not be there: a function.
std::string functionHint(StringRef name, const lower::Declared &declared) {
  std::set<std::string> found;
  auto [begin, end] = declared.functions.equal_range(name.str());
  for (; begin != end; ++begin)
    found.insert(signatureOf(begin->second));
  if (!found.empty())
    return hint("; there is ", found);
  if (declared.macros.count(name.str()))
    return "; it is a macro";
  const std::string record = name.drop_back(lastPart(name).size()).str();
  if (auto alias =
          declared.aliases.find(StringRef(record).drop_back(2 * !record.empty()).str());
      alias != declared.aliases.end())
    return "; " + alias->first + " is another name of " + alias->second;
  for (const auto &[other, function] : declared.functions)
    if (lastPart(other) == lastPart(name))
      found.insert(other);
  return hint("; there is ", found);
}

std::string nameHint(const policy::NameModel &model, const lower::Declared &declared) {
  if (auto alias = declared.aliases.find(model.name); alias != declared.aliases.end())
    return "; it is another name of " + alias->second;
  std::set<std::string> found;
  for (const std::string &other : namesOf(model.of, declared))
    if (lastPart(other) == lastPart(model.name))
      found.insert(other);
  return hint("; there is ", found);
}

constexpr StringLiteral sections[] = {"type", "field", "enumerator", "macro", "literal"};

/// `, with 2 parameters (int, const char *)`.
std::string conditionsOf(const policy::FunctionPattern &pattern) {
  std::string text;
  if (pattern.arity)
    text += " with " + std::to_string(*pattern.arity) +
            (*pattern.arity == 1 ? " parameter" : " parameters");
  if (!pattern.parameters.empty())
    text += " (" + join(pattern.parameters, ", ") + ")";
  if (!pattern.object.empty())
    text += " of " + pattern.object;
  return text;
}

//===----------------------------------------------------------------------===//
// One library
//===----------------------------------------------------------------------===//

class ApiChecker {
public:
  ApiChecker(const policy::Policy &policy, const policy::Api &api, raw_ostream &out)
      : policy(policy), api(api), out(out) {}

  ApiResult result;

  /// Whether one of the headers is in \p folder.
  bool isIn(const HeaderFolder &folder) const {
    return any_of(api.headers,
                  [&](const std::string &header) { return !folder.rootOf(header).empty(); });
  }

  void read(const HeaderFolder &folder, const std::vector<std::string> &flags) {
    std::vector<std::string> arguments = flags, present;
    std::set<std::string> roots;
    for (const std::string &header : api.headers) {
      const std::string root = folder.rootOf(header);
      if (root.empty()) {
        absent[header].push_back(folder.path);
        continue;
      }
      present.push_back(header);
      found.insert(header);
      if (roots.insert(root).second)
        arguments.push_back("-I" + root);
    }
    arguments.push_back("-I" + folder.path);
    if (present.empty())
      return;
    lower::Declared together = parseHeaders(present, arguments);
    lower::joinDeclared(declared, together);
    if (!together.errors.empty())
      readAlone(present, arguments, together);
  }

  void compare() {
    for (const auto &[header, folders] : absent)
      if (!found.count(header)) {
        ++result.missing;
        out << api.file << ":1: error: there is no header '" << header << "' below "
            << join(folders, ", ") << '\n';
      }
    for (const policy::FunctionModel &model : policy.functions)
      if (model.origin.file == api.file)
        compareFunction(model);
    for (const policy::NameModel &model : policy.names)
      if (model.origin.file == api.file && model.of != policy::NameModel::Literal)
        compareName(model);
    out << api.name << ": " << resolved << " names found";
    if (elsewhere)
      out << ", " << elsewhere << " of other versions";
    out << ", " << result.missing << " missing\n";
  }

private:
  /// Which of \p headers do not compile, and what each declares without the others.
  void readAlone(ArrayRef<std::string> headers, const std::vector<std::string> &flags,
                 const lower::Declared &together) {
    bool isTold = false;
    for (const std::string &header : headers) {
      if (headers.size() == 1) {
        tell(header, together.errors);
        return;
      }
      const lower::Declared alone = parseHeaders(header, flags);
      lower::joinDeclared(declared, alone);
      if (alone.errors.empty())
        continue;
      tell(header, alone.errors);
      isTold = true;
    }
    if (!isTold)
      tell("together the headers", together.errors);
  }

  void tell(const std::string &header, const std::vector<lower::CompileError> &errors) {
    result.isWhole = false;
    const lower::CompileError &first = errors.front();
    out << api.name << ": note: " << header
        << (StringRef(header).contains(' ') ? " do" : " does") << " not compile: ";
    if (!first.file.empty())
      out << first.file << ':' << first.line << ": ";
    out << first.text;
    if (errors.size() > 1)
      out << " (and " << errors.size() - 1 << " more)";
    out << '\n';
  }

  void compareFunction(const policy::FunctionModel &model) {
    if (hasFunction(model.pattern, declared) || isOtherName(model.pattern)) {
      ++resolved;
      compareEnumerators(model);
    } else if (!model.version.empty()) {
      ++elsewhere;
    } else {
      miss(model.origin, "function '" + model.pattern.name + "'" + conditionsOf(model.pattern),
           functionHint(model.pattern.name, declared));
    }
  }

  /// The name through an alias or a derived class of what other models name: programs with
  /// a small stand-in of the library may declare just that.
  bool isOtherName(const policy::FunctionPattern &pattern) const {
    const std::string own = lastPart(pattern.name).str();
    const std::string record = StringRef(pattern.name).drop_back(own.size()).str();
    if (record.size() < 2)
      return false;
    SmallVector<std::string, 8> classes{record.substr(0, record.size() - 2)};
    for (size_t next = 0; next < classes.size() && classes.size() < 64; ++next) {
      if (auto alias = declared.aliases.find(classes[next]); alias != declared.aliases.end())
        classes.push_back(alias->second);
      if (auto bases = declared.bases.find(classes[next]); bases != declared.bases.end())
        classes.append(bases->second.begin(), bases->second.end());
      policy::FunctionPattern other = pattern;
      other.name = classes[next] + "::" + own;
      if (next && isModelled(other.name) && hasFunction(other, declared))
        return true;
    }
    return false;
  }

  bool isModelled(StringRef name) const {
    return any_of(policy.functions, [&](const policy::FunctionModel &model) {
      return model.origin.file == api.file &&
             policy::matchesQualified(model.pattern.name, name);
    });
  }

  /// An outcome can be an enumerator.
  void compareEnumerators(const policy::FunctionModel &model) {
    for (const policy::Effect &effect : model.effects) {
      const std::string &name = effect.outcomeValue;
      int64_t number = 0;
      if (effect.outcome != policy::Outcome::Equals ||
          !StringRef(name).getAsInteger(0, number) || declared.enumerators.count(name) ||
          !model.version.empty())
        continue;
      policy::NameModel wanted{
          policy::NameModel::Enumerator, name, {}, model.origin, "", false, ""};
      miss(model.origin, "enumerator '" + name + "'", nameHint(wanted, declared));
    }
  }

  void compareName(const policy::NameModel &model) {
    if (hasName(model.name, namesOf(model.of, declared)))
      ++resolved;
    else if (!model.version.empty())
      ++elsewhere;
    else
      miss(model.origin, sections[model.of].str() + " '" + model.name + "'",
           nameHint(model, declared));
  }

  void miss(const policy::Origin &at, const std::string &what, const std::string &why) {
    ++result.missing;
    out << at.file << ':' << at.line << ": error: " << api.library << " has no " << what << why
        << '\n';
  }

  const policy::Policy &policy;
  const policy::Api &api;
  raw_ostream &out;
  lower::Declared declared;
  std::set<std::string> found;
  std::map<std::string, std::vector<std::string>> absent; ///< Header to folders.
  unsigned resolved = 0, elsewhere = 0;
};

Error usage(const Twine &text) { return createStringError(inconvertibleErrorCode(), text); }

} // namespace

Expected<ApiResult> checkApis(const policy::Policy &policy, const ApiChoice &choice,
                              raw_ostream &out) {
  std::vector<StringRef> known;
  for (const policy::Api &api : policy.apis)
    known.push_back(api.name);
  for (const std::string &name : choice.names)
    if (!is_contained(known, name))
      return usage("error: there is no API model '" + name + "'" +
                   policy::suggestion(name, known));
  std::vector<HeaderFolder> folders;
  for (const std::string &folder : choice.headerFolders) {
    if (!sys::fs::is_directory(folder))
      return usage(folder + ": error: there is no such folder");
    folders.emplace_back(folder);
  }

  ApiResult whole;
  std::vector<StringRef> skipped;
  for (const policy::Api &api : policy.apis) {
    if (!choice.names.empty() && !choice.names.count(api.name))
      continue;
    ApiChecker checker(policy, api, out);
    const bool isPresent =
        any_of(folders, [&](const HeaderFolder &folder) { return checker.isIn(folder); });
    if (api.headers.empty() && !choice.names.empty())
      return usage(api.file +
                   ": error: lists no `headers`, so there is nothing to compare with");
    if (api.headers.empty() || (!isPresent && choice.names.empty())) {
      skipped.push_back(api.name);
      continue;
    }
    for (const HeaderFolder &folder : folders)
      checker.read(folder, choice.flags);
    checker.compare();
    whole.missing += checker.result.missing;
    whole.isWhole &= checker.result.isWhole;
  }
  if (!skipped.empty())
    out << "not compared, because their headers are not there: " << policy::listed(skipped)
        << '\n';
  return whole;
}

} // namespace tamga
