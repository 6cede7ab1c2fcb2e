//===- Unread.cpp - fields that are written and never looked at --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule of shape `unread` asks about fields that the policy declares to be of some use: the
// term of a consent. One that the program writes somewhere, and with which it compares or
// computes nowhere, might as well not be there. To copy or print it is not to look at it.
//
//===----------------------------------------------------------------------===//

#include "Solver.h"

namespace tamga::solve {

using flow::FunctionId;
using flow::Op;
using flow::OpKind;

namespace {

class UnreadFinder {
public:
  UnreadFinder(Solver &solver, const policy::Rule &rule) : solver(solver), program(solver.program) {
    for (uint32_t field = 0; field < program.fields.size(); ++field)
      for (const policy::NameModel *model :
           solver.matcher.name(policy::NameModel::Field, program.fields[field].name))
        for (const policy::Effect &effect : model->effects)
          if (effect.effect == policy::EffectKind::Use && matchesAny(rule.uses, effect.kind))
            asked.try_emplace(field, effect.kind);
  }

  std::map<uint32_t, policy::Kind> asked;
  std::map<uint32_t, Site> written;
  std::set<uint32_t> read;

  void scan(FunctionId function) {
    if (asked.empty())
      return;
    const FunctionFacts &facts = solver.prepare(function);
    std::map<uint32_t, uint32_t> holders; // Values that hold a field, or point at it.
    for (uint32_t position = 0; position < facts.ops.size(); ++position) {
      const Op &op = *facts.ops[position];
      Site site{function, position};
      lookAtUses(op, site, holders);
      noteAggregate(op, site);
      uint32_t field = fieldOf(op);
      if (!asked.count(field))
        continue;
      if (op.kind == OpKind::Store)
        written.try_emplace(field, site);
      else if (op.result)
        holders[op.result.index] = field;
    }
  }

private:
  static uint32_t fieldOf(const Op &op) {
    for (const flow::Step &step : llvm::reverse(op.place.steps))
      if (step.kind == flow::StepKind::Field)
        return uint32_t(step.index);
    return ~0u;
  }

  /// `Consent{user, Purpose::Service, end}` writes every field.
  void noteAggregate(const Op &op, Site site) {
    if (op.kind != OpKind::Compute || op.code != flow::Code::Aggregate || !op.result)
      return;
    flow::TypeId type = program[site.function].values[op.result.index].type;
    if (!type || program[type].kind != flow::TypeKind::Record)
      return;
    for (flow::FieldId field : program[type].fields)
      if (asked.count(field.index))
        written.try_emplace(field.index, site);
  }

  void lookAtUses(const Op &op, Site site, const std::map<uint32_t, uint32_t> &holders) {
    llvm::StringRef name = op.function ? llvm::StringRef(program[op.function].name) : "";
    bool isAssignment = name.ends_with("::operator=");
    bool isCopy = isAssignment || name.ends_with("operator<<") || op.kind == OpKind::Store ||
                  (op.function && program[op.function].kind == flow::FunctionKind::Constructor);
    auto held = [&](flow::ValueId value) {
      auto holder = value ? holders.find(value.index) : holders.end();
      return holder == holders.end() ? ~0u : holder->second;
    };
    if (uint32_t field = held(op.thisValue); field != ~0u && isAssignment)
      written.try_emplace(field, site);
    else if (field != ~0u && !isCopy)
      read.insert(field);
    for (flow::ValueId operand : op.operands)
      if (uint32_t field = held(operand); field != ~0u && !isCopy)
        read.insert(field);
  }

  Solver &solver;
  const flow::Program &program;
};

} // namespace

void Solver::findUnread(uint32_t index) {
  UnreadFinder finder(*this, *rules[index].rule);
  for (uint32_t function = 0; function < program.functions.size(); ++function)
    if (program.functions[function].hasBody() && !program.functions[function].isDefaulted)
      finder.scan(FunctionId(function));
  for (const auto &[field, site] : finder.written) {
    if (finder.read.count(field))
      continue;
    TrailNode node;
    node.kind = finding::StepKind::Store;
    node.site = site;
    node.text = tables.text("`" + program.fields[field].name + "` is written");
    Candidate candidate;
    candidate.rule = index;
    candidate.site = site;
    candidate.what = finder.asked[field];
    candidate.value = "`" + program.fields[field].name + "`";
    candidate.trail = tables.trail(node);
    candidate.marks = program.isLinked ? 0 : finding::Open;
    candidate.entry = site.function;
    addCandidate(std::move(candidate));
  }
}

} // namespace tamga::solve
