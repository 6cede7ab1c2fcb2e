//===- Absent.cpp - guards that a program lacks as a whole -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where a program has a switch for its AI and one call goes past it, that call is the
// finding. Where it has no switch at all, every call would be one, and none says what is
// wrong. So a rule may have words for what is absent: they are told once, where the program
// begins, and only of a program whose beginning is known. A project can say that it has the
// switch outside of its code: then there is nothing to tell.
//
// A guard may also count where data came into being: a prompt that was moderated before the
// picture was made. That is a use at the source. If callers end it, nothing that comes from
// there is reported.
//
//===----------------------------------------------------------------------===//

#include "Solver.h"

namespace tamga::solve {

/// Guards that a call, or a field that is read, can pass.
void Solver::findPresentGuards() {
  auto add = [&](const policy::Effect &effect) {
    if (effect.effect == policy::EffectKind::Guards)
      presentGuards.insert(effect.kind);
  };
  std::vector<bool> isSeen(program.functions.size(), false);
  for (const flow::Function &function : program.functions)
    for (const flow::Block &block : function.blocks)
      for (const flow::Op &op : block.ops) {
        if (!op.function || isSeen[op.function.index])
          continue;
        isSeen[op.function.index] = true;
        for (const policy::FunctionModel *model : prepare(op.function).models)
          llvm::for_each(model->effects, add);
      }
  for (const flow::Field &field : program.fields)
    for (const policy::NameModel *model : matcher.name(policy::NameModel::Field, field.name))
      llvm::for_each(model->effects, add);
}

/// Findings of sources that some path reaches unguarded stay.
void Solver::settleSources() {
  for (Candidate &candidate : flowsOfSources) {
    auto source = std::make_pair(candidate.rule, candidate.sourceSite);
    if (!askedSources.count(source) || openSources.count(source))
      addCandidate(std::move(candidate));
  }
  flowsOfSources.clear();
}

void Solver::foldAbsent() {
  auto main = llvm::find_if(program.functions, [](const flow::Function &function) {
    return function.isMain && function.hasBody();
  });
  for (uint32_t index = 0; index < rules.size(); ++index) {
    const policy::Rule &rule = *rules[index].rule;
    bool isPresent = llvm::any_of(presentGuards, [&](const policy::Kind &kind) {
      return matchesAny(rule.guards, kind);
    });
    if (rule.absent.empty() || isPresent)
      continue;
    constexpr Site least{flow::FunctionId(0), 0};
    auto first = candidates.lower_bound({index, least});
    auto last = candidates.lower_bound({index + 1, least});
    if (first == last)
      continue;
    Candidate one = first->second;
    for (auto next = first; next != last; ++next)
      if (tables.trails[next->second.trail].length < tables.trails[one.trail].length)
        one = next->second;
    one.otherSources.clear();
    for (auto next = first; next != last; ++next)
      one.otherSources.push_back(next->second.site);
    for (auto next = first; next != last; ++next)
      folded.insert({index, next->second.sourceSite});
    candidates.erase(first, last);
    bool isElsewhere = llvm::any_of(policy.project.has, [&](const policy::Kind &kind) {
      return matchesAny(rule.guards, kind);
    });
    if (main == program.functions.end() || isElsewhere)
      continue;
    one.site = {flow::FunctionId(uint32_t(main - program.functions.begin())), 0};
    one.isAbsent = true;
    one.marks = program.isLinked ? 0 : finding::Open;
    candidates.emplace(std::make_pair(index, one.site), std::move(one));
  }
}

std::string Solver::absentWords(const policy::Rule &rule) const {
  std::string here, nowhere;
  auto add = [&](const policy::Kind &kind) {
    bool isPresent = llvm::any_of(presentGuards, [&](const policy::Kind &known) {
      return policy::isA(known, kind) || policy::isA(kind, known);
    });
    std::string &words = isPresent ? here : nowhere;
    words += (words.empty() ? "" : ", ") + kindWords(kind);
  };
  for (const policy::Kind &guard : rule.guards) {
    bool isFamily = false;
    for (const auto &[kind, words] : policy.kindWords)
      if (kind != guard && policy::isA(kind, guard)) {
        isFamily = true;
        add(kind);
      }
    if (!isFamily)
      add(guard);
  }
  if (!here.empty())
    here = "elsewhere, and not on this path: " + here;
  if (!nowhere.empty())
    nowhere = "nowhere in the program: " + nowhere;
  return here + (here.empty() || nowhere.empty() ? "" : "; ") + nowhere;
}

} // namespace tamga::solve
