//===- FlowTokens.cpp - the words and spellings of the text form  ------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowTokens.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"

namespace tamga::flow {

static const char *const typeKinds[] = {"void",   "bool",     "integer",       "float",
                                        "enum",   "pointer",  "reference",     "array",
                                        "record", "function", "memberPointer", "other"};
static const char *const codes[] = {"cast",    "toBool",       "not",     "arithmetic",
                                    "equal",   "notEqual",     "less",    "lessEqual",
                                    "greater", "greaterEqual", "compare", "sizeof",
                                    "typeid",  "aggregate",    "and",     "or"};
static const char *const ops[] = {"begin",   "end",     "alloc",   "addr",       "load",
                                  "store",   "compute", "closure", "call",       "suspend",
                                  "unknown", "landing", "jump",    "branch",     "switch",
                                  "return",  "throw",   "resume",  "unreachable"};
static const char *const functionKinds[] = {
    "plain", "method", "constructor", "destructor", "conversion", "callOperator", "globalInit"};
static const char *const directives[] = {"line", "nextLine", "begin", "end"};

static const Flag<Function> flagsOfFunctions[] = {
    {"static", &Function::isStatic},     {"virtual", &Function::isVirtual},
    {"noReturn", &Function::isNoReturn}, {"inline", &Function::isInline},
    {"const", &Function::isConst},       {"coroutine", &Function::isCoroutine},
    {"main", &Function::isMain},         {"defaulted", &Function::isDefaulted}};
static const Flag<Global> flagsOfGlobals[] = {{"const", &Global::isConst},
                                              {"threadLocal", &Global::isThreadLocal},
                                              {"definition", &Global::isDefinition}};
static const Flag<Type> flagsOfTypes[] = {{"constPointee", &Type::isConstPointee},
                                          {"union", &Type::isUnion},
                                          {"lambda", &Type::isLambda}};
static const Flag<Field> flagsOfFields[] = {{"embedded", &Field::isEmbedded}};

const llvm::ArrayRef<const char *> typeKindWords = typeKinds;
const llvm::ArrayRef<const char *> codeWords = codes;
const llvm::ArrayRef<const char *> opWords = ops;
const llvm::ArrayRef<const char *> functionKindWords = functionKinds;
const llvm::ArrayRef<const char *> directiveWords = directives;
const llvm::ArrayRef<Flag<Function>> functionFlags = flagsOfFunctions;
const llvm::ArrayRef<Flag<Global>> globalFlags = flagsOfGlobals;
const llvm::ArrayRef<Flag<Type>> typeFlags = flagsOfTypes;
const llvm::ArrayRef<Flag<Field>> fieldFlags = flagsOfFields;

static bool isNameStart(char c) {
  return llvm::isAlpha(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}
static bool isNamePart(char c) { return isNameStart(c) || llvm::isDigit(c); }
/// The unit that follows `@` in the symbols of internal functions is a file.
static bool isFilePart(char c) {
  return isNamePart(c) || c == '/' || c == '.' || c == '+' || c == '-';
}

static char closing(char open) {
  return open == '(' ? ')' : open == '<' ? '>' : open == '[' ? ']' : open == '{' ? '}' : 0;
}

/// Bytes from the bracket that \p text begins with to its partner; 0: it has none.
static size_t bracketLength(llvm::StringRef text) {
  llvm::SmallString<16> open;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\n' || c == '\r' || c == '"' || c == ';' || c == '#')
      return 0;
    if (char close = closing(c))
      open.push_back(close);
    else if (c == open.back())
      open.pop_back();
    else if (c == ')' || c == ']' || c == '}')
      return 0; // `>` alone may be an operator or an arrow.
    if (open.empty())
      return i + 1;
  }
  return 0;
}

/// `::` that something follows.
static bool isScope(llvm::StringRef text) {
  return text.size() > 2 && text.starts_with("::") &&
         (isNameStart(text[2]) || text[2] == '(' || text[2] == '~');
}

static size_t nameLength(llvm::StringRef text) {
  size_t i = 0;
  while (i < text.size() && isNamePart(text[i]))
    ++i;
  return i;
}

static size_t symbolLength(llvm::StringRef text, bool isInPlace) {
  bool hasUnit = false;
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    if (isNamePart(c) || c == '~')
      i += 1;
    else if (isScope(text.substr(i)))
      i += 2;
    else if (size_t length = c == '<' ? bracketLength(text.substr(i)) : 0)
      i += length;
    else if (size_t length = isInPlace && c == '(' && (i == 0 || text[i - 1] == ':')
                                 ? bracketLength(text.substr(i))
                                 : 0)
      i += length;
    else if (!isInPlace && (c == '.' || (hasUnit && isFilePart(c))))
      i += 1;
    else if (!isInPlace && c == '@' && !hasUnit && i > 0)
      i += 1, hasUnit = true;
    else
      return i;
  }
  return text.size();
}

static bool isOneOf(llvm::StringRef word, std::initializer_list<llvm::StringRef> words) {
  return llvm::is_contained(words, word);
}

/// Whether a type goes on after the blank at \p at: `unsigned long`, `const T`, `T *`.
static bool goesOn(llvm::StringRef text, size_t at, size_t wordBegin) {
  llvm::StringRef rest = text.substr(at + 1), word = text.slice(wordBegin, at);
  if (rest.empty())
    return false;
  if (rest.front() == '*' || rest.front() == '&' || rest.front() == '(' || rest.front() == '[')
    return true;
  llvm::StringRef next = rest.take_front(nameLength(rest));
  if (next.empty())
    return false;
  if (isOneOf(word, {"unsigned", "signed", "long", "short"}))
    return isOneOf(next, {"int", "long", "char", "short", "double", "__int128"});
  return isOneOf(next, {"const", "volatile"}) || isOneOf(word, {"const", "volatile"});
}

static size_t typeLength(llvm::StringRef text) {
  bool hasUnit = false;
  size_t wordBegin = 0;
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    if (isNamePart(c) || c == '*' || c == '&' || (hasUnit && isFilePart(c)))
      i += 1;
    else if (isScope(text.substr(i)))
      i += 2;
    else if (size_t length =
                 c == '<' || c == '(' || c == '[' ? bracketLength(text.substr(i)) : 0)
      i += length;
    else if (c == '@' && i > 0 && text[i - 1] != ' ' && !hasUnit)
      i += 1, hasUnit = true;
    else if (c == ' ' && goesOn(text, i, wordBegin))
      i += 1, wordBegin = i;
    else
      return i;
    if (c == '*' || c == '&')
      wordBegin = i;
  }
  return text.size();
}

size_t bareLength(Spelling spelling, llvm::StringRef text) {
  if (text.empty())
    return 0;
  char first = text.front();
  switch (spelling) {
  case Spelling::Name:
    return isNameStart(first) ? nameLength(text) : 0;
  case Spelling::Type:
    return isNameStart(first) || first == '(' ? typeLength(text) : 0;
  case Spelling::Symbol:
    return isNameStart(first) ? symbolLength(text, /*isInPlace=*/false) : 0;
  case Spelling::Key:
    return isNameStart(first) || first == '(' ? symbolLength(text, /*isInPlace=*/true) : 0;
  case Spelling::File:
    return isFilePart(first) ? text.take_while(isFilePart).size() : 0;
  }
  return 0;
}

bool isBare(Spelling spelling, llvm::StringRef name) {
  if (name.empty() || bareLength(spelling, name) != name.size())
    return false;
  switch (spelling) {
  case Spelling::Name:
    return name != "this";
  case Spelling::Type: {
    // A type that ends in `const` would take the next word with it.
    llvm::SmallString<128> followed(name);
    followed += " landing";
    return bareLength(spelling, followed) == name.size();
  }
  case Spelling::File:
    return !llvm::all_of(name, llvm::isDigit);
  case Spelling::Symbol:
    return name.take_front(nameLength(name)) != "virtual"; // As in `call virtual f(...)`.
  case Spelling::Key:
    return true;
  }
  return false;
}

void writeName(llvm::raw_ostream &out, Spelling spelling, llvm::StringRef name) {
  if (isBare(spelling, name))
    out << name;
  else
    writeQuoted(out, name);
}

void writeQuoted(llvm::raw_ostream &out, llvm::StringRef text) {
  out << '"';
  for (char c : text) {
    if (c == '"' || c == '\\')
      out << '\\' << c;
    else if (c == '\n')
      out << "\\n";
    else if (c == '\t')
      out << "\\t";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      out << "\\x" << llvm::hexdigit(static_cast<unsigned char>(c) >> 4, true)
          << llvm::hexdigit(c & 15, true);
    else
      out << c;
  }
  out << '"';
}

size_t numberLength(llvm::StringRef text) {
  size_t end = text.starts_with("-") ? 1 : 0;
  auto digits = [&](size_t from) {
    return text.substr(from).take_while([](char c) { return llvm::isDigit(c); }).size();
  };
  if (!digits(end))
    return 0;
  end += digits(end);
  if (text.substr(end).starts_with(".") && digits(end + 1)) // Else a step of a place.
    end += 1 + digits(end + 1);
  if (!text.substr(end).starts_with("e"))
    return end;
  size_t sign = end + 1 < text.size() && (text[end + 1] == '-' || text[end + 1] == '+');
  return digits(end + 1 + sign) ? end + 1 + sign + digits(end + 1 + sign) : end;
}

bool isPlainFloat(llvm::StringRef text) {
  return numberLength(text) == text.size() && text.find_first_of(".e") != llvm::StringRef::npos;
}

} // namespace tamga::flow
