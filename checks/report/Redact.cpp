//===- Redact.cpp - what a report does not tell --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// Values of macros are looked for where messages quote literals, `"text"`: anywhere else
/// `-DNAME=main` would take the word out of every sentence about `main`. What the compiler
/// says quotes nothing (`static assertion failed: text`), so there each word is looked at.
/// A text of a few letters is no secret, and would be found everywhere: it has to be a whole
/// literal.
//===----------------------------------------------------------------------===//

#include "Redact.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <set>

namespace tamga::report {

//===----------------------------------------------------------------------===//
// Homes
//===----------------------------------------------------------------------===//

static bool isOfPath(char c) { return llvm::isAlnum(c) || llvm::StringRef("._-+~/").contains(c); }

/// Of the path that \p text begins with, how much is a home; 0: nothing.
static size_t homeLength(llvm::StringRef text, llvm::StringRef own) {
  for (llvm::StringRef home : {own, llvm::StringRef("/root")})
    if (home.size() > 1 && text.starts_with(home) && text.substr(home.size()).starts_with("/"))
      return home.size();
  for (llvm::StringRef homes : {"/home/", "/Users/"}) {
    llvm::StringRef rest = text;
    if (!rest.consume_front(homes))
      continue;
    const size_t name = rest.find_first_not_of("/ '\"`");
    const size_t end = rest.find_first_of("/ '\"`");
    if (name == 0 && end != llvm::StringRef::npos && rest[end] == '/')
      return homes.size() + end;
  }
  return 0;
}

std::string redactHomes(llvm::StringRef text) {
  llvm::SmallString<64> own;
  llvm::sys::path::home_directory(own);
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const bool isStart = text[at] == '/' && (at == 0 || !isOfPath(text[at - 1]));
    const size_t home = isStart ? homeLength(text.substr(at), own) : 0;
    out += home ? '~' : text[at];
    at += home ? home : 1;
  }
  return out;
}

//===----------------------------------------------------------------------===//
// Macros
//===----------------------------------------------------------------------===//

namespace {

constexpr size_t leastPart = 4, leastWord = 6;

/// The values of macros, the longest first: one may be a part of another.
class Values {
public:
  explicit Values(llvm::ArrayRef<std::string> macros) {
    std::set<std::string> values;
    for (llvm::StringRef macro : macros)
      addLiterals(macro.split('=').second, values);
    all.assign(values.begin(), values.end());
    llvm::stable_sort(all, [](const std::string &one, const std::string &other) {
      return one.size() > other.size();
    });
  }

  bool empty() const { return all.empty(); }

  /// Leaves what messages quote of the source. Numbers have no quotes.
  void redactLiterals(std::string &message) const {
    std::string out;
    llvm::StringRef rest = message;
    while (true) {
      const auto [before, after] = rest.split('"');
      out += before;
      if (before.size() == rest.size())
        break;
      const size_t end = after.find('"');
      out += '"' + redactParts(after.take_front(end));
      if (end == llvm::StringRef::npos)
        break;
      out += '"';
      rest = after.drop_front(end + 1);
    }
    message = std::move(out);
    for (const std::string &value : all)
      if (value.size() >= leastWord && llvm::all_of(value, llvm::isDigit))
        replace(message, value);
  }

  void redactWords(std::string &text) const {
    for (const std::string &value : all)
      if (value.size() >= leastWord)
        replace(text, value);
  }

private:
  /// The texts in \p value, `"a" "b"`; without any, the value itself, which `#` makes one.
  static void addLiterals(llvm::StringRef value, std::set<std::string> &out) {
    if (!value.contains('"') && value.size() >= leastPart)
      out.insert(value.str());
    for (size_t at = value.find('"'); at < value.size(); at = value.find('"', at)) {
      std::string text;
      for (++at; at < value.size() && value[at] != '"'; ++at) {
        at += value[at] == '\\' && at + 1 < value.size();
        text += value[at];
      }
      ++at;
      if (!text.empty())
        out.insert(text);
    }
  }

  static void replace(std::string &text, const std::string &value) {
    for (size_t at = text.find(value); at != std::string::npos; at = text.find(value, at + 3))
      text.replace(at, value.size(), "...");
  }

  std::string redactParts(llvm::StringRef literal) const {
    if (llvm::is_contained(all, literal))
      return "...";
    std::string text = literal.str();
    for (const std::string &value : all)
      if (value.size() >= leastPart)
        replace(text, value);
    return text;
  }

  std::vector<std::string> all;
};

void redact(finding::Finding &finding, const Values &values) {
  values.redactLiterals(finding.message);
  std::vector<std::vector<finding::Step> *> ways = {&finding.steps};
  for (std::vector<finding::Step> &way : finding.furtherWays)
    ways.push_back(&way);
  for (std::vector<finding::Step> *way : ways)
    for (finding::Step &step : *way)
      values.redactLiterals(step.message);
  for (finding::Related &related : finding.related)
    values.redactLiterals(related.message);
}

} // namespace

void redactMacros(finding::Result &result, llvm::ArrayRef<std::string> macros) {
  const Values values(macros);
  if (values.empty())
    return;
  for (std::vector<finding::Finding> *all : {&result.findings, &result.evidence})
    for (finding::Finding &finding : *all)
      redact(finding, values);
  for (auto *incidents :
       {&result.coverage.failedUnits, &result.coverage.incompleteFunctions})
    for (finding::Coverage::Incident &incident : *incidents)
      values.redactWords(incident.text);
}

} // namespace tamga::report
