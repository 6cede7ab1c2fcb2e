//===- RequiredWords.cpp - what an expression cannot match without ------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a sequence, one run of letters or one group, whichever has the longer words; of
// alternatives, the words of all. What may be left out, and what may be one of several
// characters, ends a run:
//
//   ([Ee]motion|fer[-_]?plus)[^ ]*[.](onnx|xml)      emotion, plus
//
//===----------------------------------------------------------------------===//

#include "RequiredWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <optional>

namespace tamga::policy {

namespace {

using Words = std::vector<std::string>;

size_t shortest(const Words &words) {
  size_t size = words.empty() ? 0 : words.front().size();
  for (const std::string &word : words)
    size = std::min(size, word.size());
  return size;
}

class Reader {
public:
  explicit Reader(llvm::StringRef text) : rest(text) {}

  Words alternatives() {
    Words all = sequence();
    bool isKnown = shortest(all) > 0;
    while (rest.consume_front("|")) {
      const Words next = sequence();
      isKnown &= shortest(next) > 0;
      llvm::append_range(all, next);
    }
    return isKnown ? all : Words();
  }

private:
  enum class Times : uint8_t { Once, Several, Optional };

  Words sequence() {
    Words best;
    std::string run;
    const auto offer = [&](Words words) {
      if (shortest(words) > shortest(best))
        best = std::move(words);
    };
    while (!rest.empty() && rest[0] != '|' && rest[0] != ')') {
      if (rest.consume_front("^") || rest.consume_front("$"))
        continue;
      Words group;
      const std::optional<char> letter = atom(group);
      const Times times = quantifier();
      const bool goesOn = letter && times != Times::Optional;
      if (goesOn)
        run += *letter;
      if (goesOn && times == Times::Once)
        continue;
      offer({std::exchange(run, {})});
      if (times != Times::Optional)
        offer(std::move(group));
    }
    offer({run});
    return best;
  }

  /// The letter that the next atom is, in lower case; none, where it may be several. Of a
  /// group, its words.
  std::optional<char> atom(Words &group) {
    const char first = rest[0];
    rest = rest.drop_front();
    switch (first) {
    case '(':
      group = alternatives();
      rest.consume_front(")");
      return std::nullopt;
    case '[': return bracket();
    case '.': return std::nullopt;
    case '\\': {
      const char escaped = rest.empty() ? '\\' : rest[0];
      rest = rest.drop_front(!rest.empty());
      if (llvm::isAlnum(escaped))
        return std::nullopt; // A reference to a group.
      return escaped;
    }
    default: return llvm::toLower(first);
    }
  }

  /// `[Aa]` is one letter; every other set is not.
  std::optional<char> bracket() {
    const bool isNegated = rest.consume_front("^");
    std::string members;
    bool isSimple = !isNegated;
    for (bool isFirst = true; !rest.empty() && (isFirst || rest[0] != ']'); isFirst = false) {
      if (rest.starts_with("[:") || rest.starts_with("[=") || rest.starts_with("[.")) {
        const std::string end = {rest[1], ']'};
        rest = rest.drop_front(std::min(rest.size(), rest.find(end, 2)) );
        rest.consume_front(end);
        isSimple = false;
        continue;
      }
      isSimple &= rest[0] != '-';
      members += llvm::toLower(rest[0]);
      rest = rest.drop_front();
    }
    rest.consume_front("]");
    if (!isSimple || members.empty() || !llvm::all_equal(members))
      return std::nullopt;
    return members[0];
  }

  Times quantifier() {
    Times times = Times::Once;
    while (!rest.empty()) {
      const bool isCounted = rest[0] == '{' && rest.size() > 1 && llvm::isDigit(rest[1]);
      if (rest[0] == '*' || rest[0] == '?' || (isCounted && rest[1] == '0'))
        times = Times::Optional;
      else if (rest[0] != '+' && !isCounted)
        break;
      else if (times == Times::Once)
        times = Times::Several;
      rest = isCounted ? rest.drop_front(std::min(rest.size(), rest.find('}') + 1))
                       : rest.drop_front();
    }
    return times;
  }

  llvm::StringRef rest;
};

} // namespace

RequiredWords::RequiredWords(llvm::StringRef expression)
    : words(Reader(expression).alternatives()) {}

bool RequiredWords::mayMatch(llvm::StringRef lowered) const {
  return words.empty() ||
         llvm::any_of(words, [&](const std::string &word) { return lowered.contains(word); });
}

} // namespace tamga::policy
