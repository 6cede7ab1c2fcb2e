//===- Grammar.cpp - the small languages inside the JSON ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Grammar.h"
#include "PolicyReader.h"
#include "../json/JsonTree.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace tamga::policy {

namespace {

Error fail(const Twine &text) { return createStringError(inconvertibleErrorCode(), text); }

bool isWordStart(char c) { return isAlpha(c) || c == '_'; }
bool isWordPart(char c) { return isAlnum(c) || c == '_'; }

StringRef takeWord(StringRef &rest) {
  StringRef word = rest.take_while(isWordPart);
  rest = rest.drop_front(word.size());
  return word;
}

struct LabelName {
  StringLiteral name;
  LabelBit bit;
};
constexpr LabelName labelNames[] = {
    {"notice", Notice},       {"mark", Mark},       {"signed", Signed},
    {"watermark", Watermark}, {"warning", Warning}, {"stripped", Stripped},
    {"pending", Pending},     {"encrypted", Encrypted},
};

} // namespace

std::string listed(ArrayRef<StringRef> words) { return join(words, ", "); }

/// Edits between two words; letters that changed places are one slip, not two.
static unsigned distance(StringRef one, StringRef other, unsigned most) {
  unsigned edits = one.edit_distance_insensitive(other, true, most + 1);
  std::string left = one.lower(), right = other.lower();
  llvm::sort(left);
  llvm::sort(right);
  return left == right && edits == 2 ? 1 : edits;
}

std::string suggestion(StringRef word, ArrayRef<StringRef> candidates) {
  unsigned nearest = std::max<size_t>(1, word.size() / 3) + 1;
  StringRef best;
  for (StringRef candidate : candidates) {
    unsigned edits = distance(word, candidate, nearest);
    if (edits < nearest) {
      nearest = edits;
      best = candidate;
    }
  }
  return best.empty() ? std::string() : "; did you mean '" + best.str() + "'?";
}

Expected<Labels> readLabelBit(StringRef word) {
  SmallVector<StringRef, 8> known;
  for (const LabelName &label : labelNames) {
    if (word == label.name)
      return Labels(label.bit);
    known.push_back(label.name);
  }
  std::string near = suggestion(word, known);
  return fail("unknown label '" + printable(word) + "'" +
              (near.empty() ? "; labels are " + listed(known) : near));
}

//===----------------------------------------------------------------------===//
// Ports
//===----------------------------------------------------------------------===//

namespace {

/// `N` of `argN` or `paramN` at the front of \p rest.
bool takeNumber(StringRef &rest, unsigned &number) {
  StringRef digits = rest.take_while(isDigit);
  if (digits.empty() || digits.size() > 4 || digits.getAsInteger(10, number))
    return false;
  rest = rest.drop_front(digits.size());
  return true;
}

Error takeRoot(StringRef &rest, Port &port) {
  StringRef word = takeWord(rest);
  if (word == "return")
    port.root = Port::Return;
  else if (word == "this")
    port.root = Port::This;
  else if (word == "throws")
    port.root = Port::Throws;
  else if (word == "library")
    port.root = Port::Library;
  else if (StringRef tail = word; tail.consume_front("arg")) {
    if (!takeNumber(tail, port.argument) || !tail.empty())
      return fail("'" + printable(word) + "' has no argument number, like 'arg0'");
    port.root = rest.consume_front("+") ? Port::ArgumentsFrom : Port::Argument;
  } else {
    std::string near = suggestion(word, {"return", "this", "throws", "library", "arg0"});
    return fail("a place begins with return, this, throws, library or argN, not with '" +
                printable(word) + "'" + near);
  }
  return Error::success();
}

/// After the dot.
Error takeDotStep(StringRef &rest, Port::Step &step) {
  if (rest.consume_front("**")) {
    step.kind = Port::Step::Everything;
    return Error::success();
  }
  if (rest.consume_front("*"))
    return Error::success();
  if (rest.empty() || !isWordStart(rest.front()))
    return fail("'.' is followed by a field, '*', '**', paramN, return or captures");
  StringRef word = takeWord(rest);
  unsigned number = 0;
  if (StringRef tail = word;
      tail.consume_front("param") && takeNumber(tail, number) && tail.empty()) {
    step.kind = Port::Step::Param;
    step.index = number;
  } else if (word == "return") {
    step.kind = Port::Step::Result;
  } else if (word == "captures") {
    step.kind = Port::Step::Captures;
  } else {
    step.kind = Port::Step::Field;
    step.text = word.str();
  }
  return Error::success();
}

/// After the bracket: a string with `\"` and `\\`, up to its closing quote.
Error takeKey(StringRef &rest, Port::Step &step) {
  step.kind = Port::Step::Key;
  while (!rest.empty() && rest.front() != '"') {
    if (rest.front() == '\\')
      rest = rest.drop_front();
    if (rest.empty())
      break;
    step.text += rest.front();
    rest = rest.drop_front();
  }
  return rest.consume_front("\"") ? Error::success() : fail("the key has no closing quote");
}

/// After the bracket.
Error takeElement(StringRef &rest, Port::Step &step) {
  unsigned number = 0;
  if (rest.consume_front("\"")) {
    if (Error error = takeKey(rest, step))
      return error;
  } else if (rest.consume_front("*")) {
    step.kind = Port::Step::AnyIndex;
  } else if (rest.consume_front("..")) {
    step.kind = Port::Step::EachIndex;
  } else if (rest.consume_front("each")) {
    step.kind = Port::Step::Range;
  } else if (rest.consume_front("one")) {
    step.kind = Port::Step::Choice;
  } else if (rest.consume_front("+arg")) {
    step.kind = Port::Step::Neighbour;
    if (!takeNumber(rest, number))
      return fail("'[+arg' is followed by the number of an argument");
    step.index = number;
  } else if (rest.consume_front("type ")) {
    step.kind = Port::Step::TypeOf;
    step.index = -1;
    if (!rest.consume_front("return")) {
      if (!rest.consume_front("arg") || !takeNumber(rest, number))
        return fail("'[type ' is followed by argN or return");
      step.index = number;
    }
  } else if (rest.consume_front("arg")) {
    step.kind = Port::Step::KeyOf;
    if (!takeNumber(rest, number))
      return fail("'[arg' is followed by the number of an argument");
    step.index = number;
    if (rest.consume_front(".")) {
      if (rest.empty() || !isWordStart(rest.front()))
        return fail("'[argN.' is followed by a field");
      step.text = takeWord(rest).str();
    }
  } else if (takeNumber(rest, number)) {
    step.kind = Port::Step::Index;
    step.index = number;
  } else {
    return fail("'[' is followed by a number, '*', '..', each, one, type, a key in quotes or argN");
  }
  return rest.consume_front("]") ? Error::success() : fail("the element has no closing ']'");
}

} // namespace

Expected<Port> readPort(StringRef text) {
  Port port;
  port.text = text.str();
  StringRef rest = text;
  Error error = takeRoot(rest, port);
  while (!error && !rest.empty()) {
    Port::Step &step = port.steps.emplace_back();
    if (rest.consume_front("."))
      error = takeDotStep(rest, step);
    else if (rest.consume_front("["))
      error = takeElement(rest, step);
    else
      error = fail("'" + printable(rest) + "' is no step; steps begin with '.' or '['");
  }
  if (error)
    return fail("malformed place '" + printable(text) + "': " + toString(std::move(error)));
  return port;
}

//===----------------------------------------------------------------------===//
// Label formulas
//===----------------------------------------------------------------------===//

static Expected<LabelFormula::Term> readTerm(StringRef text) {
  LabelFormula::Term term;
  SmallVector<StringRef, 4> literals;
  text.split(literals, '&');
  for (StringRef literal : literals) {
    literal = literal.trim(' ');
    bool isNegated = literal.consume_front("!");
    literal = literal.ltrim(' ');
    if (literal.empty())
      return fail("a label is missing");
    Expected<Labels> bit = readLabelBit(literal);
    if (!bit)
      return bit.takeError();
    (isNegated ? term.none : term.all) |= *bit;
  }
  if (term.all & term.none)
    return fail("'" + printable(text.trim()) + "' never holds");
  return term;
}

Expected<LabelFormula> readFormula(StringRef text) {
  LabelFormula formula;
  formula.text = text.str();
  SmallVector<StringRef, 4> terms;
  text.split(terms, '|');
  for (StringRef written : terms) {
    Expected<LabelFormula::Term> term = readTerm(written);
    if (!term)
      return fail("malformed formula '" + printable(text) + "': " + toString(term.takeError()));
    formula.anyOf.push_back(*term);
  }
  return formula;
}

//===----------------------------------------------------------------------===//
// Words
//===----------------------------------------------------------------------===//

static bool isQualifiedName(StringRef text) {
  SmallVector<StringRef, 4> words;
  text.split(words, "::");
  return all_of(words, [](StringRef word) {
    return !word.empty() && isWordStart(word.front()) && all_of(word, isWordPart);
  });
}

Error readOutcome(StringRef text, Effect &effect) {
  effect.outcomeValue.clear();
  if (text == "true")
    effect.outcome = Outcome::True;
  else if (text == "false")
    effect.outcome = Outcome::False;
  else if (text == "returns")
    effect.outcome = Outcome::Returns;
  else if (text == "passes")
    effect.outcome = Outcome::Passes;
  else {
    int64_t number = 0;
    bool isNumber = !text.starts_with("+") && !text.getAsInteger(10, number);
    // A C enumerator may be any word, but not one that is nearly one of these.
    std::string near = suggestion(text, {"true", "false", "returns", "passes"});
    if (!isNumber && (!isQualifiedName(text) || !near.empty()))
      return fail(
          "unknown outcome '" + printable(text) + "'" +
          (near.empty() ? "; it is true, false, returns, passes, an integer or an enumerator" : near));
    effect.outcome = Outcome::Equals;
    effect.outcomeValue = text.str();
  }
  return Error::success();
}

Error checkDate(StringRef text) {
  constexpr StringLiteral shape = "dddd-dd-dd";
  bool isShaped = text.size() == shape.size();
  for (size_t index = 0; isShaped && index < shape.size(); ++index)
    isShaped = shape[index] == 'd' ? isDigit(text[index]) : text[index] == '-';
  if (!isShaped)
    return fail("'" + printable(text) + "' is no date; dates are written YYYY-MM-DD");
  unsigned year = 0, month = 0, day = 0;
  text.substr(0, 4).getAsInteger(10, year);
  text.substr(5, 2).getAsInteger(10, month);
  text.substr(8, 2).getAsInteger(10, day);
  constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  bool isDay = month >= 1 && month <= 12 && day >= 1 &&
               day <= days[month - 1] + (month == 2 && isLeap ? 1 : 0);
  return isDay ? Error::success() : fail("'" + text + "' is not a day of the calendar");
}

bool isKindShaped(StringRef text) {
  SmallVector<StringRef, 4> words;
  text.split(words, '.');
  return all_of(words, [](StringRef word) {
    return !word.empty() && isAlnum(word.front()) &&
           all_of(word, [](char c) { return isLower(c) || isDigit(c) || c == '-'; });
  });
}

//===----------------------------------------------------------------------===//
// Patterns
//===----------------------------------------------------------------------===//

size_t findOperator(StringRef name) {
  for (size_t at = name.find("operator"); at != StringRef::npos;
       at = name.find("operator", at + 1)) {
    bool beginsComponent = at == 0 || name[at - 1] == ':';
    size_t end = at + StringRef("operator").size();
    if (beginsComponent && end < name.size() && !isWordPart(name[end]) && name[end] != ':')
      return at;
  }
  return StringRef::npos;
}

bool isGlob(StringRef pattern) {
  return pattern.ends_with("::operator *") ||
         pattern.substr(0, findOperator(pattern)).contains('*');
}

Error checkQualifiedPattern(StringRef text) {
  auto malformed = [&](const Twine &why) {
    return fail("malformed pattern '" + printable(text) + "': " + why);
  };
  if (text.empty())
    return fail("the pattern is empty");
  StringRef rest = text.substr(0, findOperator(text));
  bool endsInOperator = rest.size() != text.size();
  rest.consume_front("**::");
  if (rest.contains("**"))
    return malformed("'**' stands only at the front, as '**::'");
  SmallVector<StringRef, 4> components;
  rest.split(components, "::");
  if (endsInOperator)
    components.pop_back(); // What stands before `operator` is empty.
  for (StringRef component : components) {
    if (component.empty())
      return malformed("a component is empty");
    if (component.starts_with("(anonymous"))
      continue;
    for (char c : component)
      if (!isWordPart(c) && c != '*' && c != '~' && c != '$')
        return malformed("'" + printable(StringRef(&c, 1)) +
                         "' is not part of a name; names have no "
                         "template arguments and no parameters");
  }
  return Error::success();
}

Error checkRegex(StringRef text) {
  if (text.empty())
    return fail("the regular expression is empty");
  std::string why;
  if (Regex(text).isValid(why))
    return Error::success();
  return fail("malformed regular expression '" + printable(text) + "': " + why);
}

} // namespace tamga::policy
