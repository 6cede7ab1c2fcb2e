//===- Acts.cpp - one act, one finding ----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A place where data goes abroad is also one where they are used without consent, and one
// where they are exposed. Three rules find it; the reader has one thing to change. Which
// rule is the more specific one is data of the packs: `owns`. It is applied last, to what a
// door shows: a rule that is switched off, or that a comment silences, owns nothing.
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace tamga::report {

using finding::Finding;

namespace {

/// For each rule, all that it owns, through others too.
class Ownership {
public:
  explicit Ownership(const std::vector<finding::RuleInfo> &rules) {
    for (const finding::RuleInfo &rule : rules)
      own[rule.id] = &rule.owns;
    for (const finding::RuleInfo &rule : rules)
      add(rule.id, owned[rule.id]);
  }

  bool empty() const {
    return llvm::all_of(owned, [](const auto &entry) { return entry.second.empty(); });
  }
  bool has(llvm::StringRef owner, llvm::StringRef rule) const {
    auto known = owned.find(owner);
    return known != owned.end() && known->second.contains(rule);
  }

private:
  void add(llvm::StringRef rule, llvm::StringSet<> &all) {
    auto known = own.find(rule);
    if (known == own.end())
      return;
    for (const std::string &other : *known->second)
      if (all.insert(other).second)
        add(other, all);
  }
  llvm::StringMap<const std::vector<std::string> *> own;
  llvm::StringMap<llvm::StringSet<>> owned;
};

/// \p further becomes part of \p finding.
void absorb(Finding &finding, Finding &&further) {
  finding.level = std::max(finding.level, further.level);
  finding.furtherRules.push_back(further.rule);
  llvm::sort(finding.furtherRules);
  bool hasSource = !further.steps.empty() && !further.steps.front().at.file.empty();
  finding.related.push_back({hasSource ? further.steps.front().at : further.at,
                             "further, " + further.rule + ": " + further.message});
  for (finding::Related &related : further.related)
    if (llvm::none_of(finding.related, [&](const finding::Related &known) {
          return known.at == related.at && known.message == related.message;
        }))
      finding.related.push_back(std::move(related));
}

} // namespace

void joinActs(finding::Result &result) {
  const Ownership ownership(result.rules);
  if (ownership.empty())
    return;
  std::vector<Finding> &all = result.findings;
  std::vector<bool> isTold(all.size(), true);
  for (size_t begin = 0, end; begin < all.size(); begin = end) {
    for (end = begin + 1; end < all.size() && all[end].at == all[begin].at;)
      ++end;
    auto owns = [&](size_t owner, size_t other) {
      return all[owner].isSuppressed == all[other].isSuppressed &&
             ownership.has(all[owner].rule, all[other].rule);
    };
    for (size_t other = begin; other < end; ++other)
      for (size_t owner = begin; owner < end; ++owner)
        isTold[other] = isTold[other] && !owns(owner, other);
    for (size_t other = begin; other < end; ++other)
      for (size_t owner = begin; owner < end && !isTold[other]; ++owner)
        if (isTold[owner] && owns(owner, other)) {
          absorb(all[owner], std::move(all[other]));
          break;
        }
  }
  size_t index = 0;
  llvm::erase_if(all, [&](const Finding &) { return !isTold[index++]; });
}

} // namespace tamga::report
