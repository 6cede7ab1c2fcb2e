//===- Names.cpp - what a program uses without calling it --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A capability need not be a function. A field that is read (`result.race`), a switch that is
// set (`options.emotion = true`), a class that is made, an enumerator, a flag that is a macro:
// the policy names them, and every op is looked at once. A ban is broken there and then. What
// a guard allows is kept, and becomes a use when the function is interpreted.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"
#include "Relevance.h"
#include "llvm/Support/Regex.h"

namespace tamga::solve {

using flow::FunctionId;
using flow::OpKind;
using policy::NameModel;
using policy::Shape;

namespace {

/// Whether \p when holds of a value that is written. What is not known could be anything.
bool holdsOf(const policy::When &when, const flow::Value &written) {
  bool isKnown = written.kind != flow::ValueKind::Computed;
  std::string number = std::to_string(written.integer);
  bool holds = isKnown && (!when.matches || llvm::Regex(*when.matches).match(written.text));
  if (isKnown && !when.equals.empty())
    holds = llvm::any_of(when.equals, [&](const std::string &wanted) {
      bool isBoolean = (wanted == "true" && written.integer == 1) ||
                       (wanted == "false" && written.integer == 0);
      return isBoolean || wanted == number || wanted == written.text;
    });
  return holds != when.negate;
}

class NameScan {
public:
  explicit NameScan(Solver &solver) : solver(solver), program(solver.program) {}

  void scan(FunctionId id) {
    function = &program[id];
    const std::vector<const flow::Op *> &ops = solver.prepare(id).ops;
    for (uint32_t position = 0; position < ops.size(); ++position) {
      site = {id, position};
      scan(*ops[position]);
    }
  }

private:
  void scan(const flow::Op &op) {
    for (const flow::Step &step : op.place.steps)
      if (step.kind == flow::StepKind::Field) {
        const flow::Field &field = program.fields[step.index];
        apply(solver.matcher.name(NameModel::Field, field.name), field.name, &op);
        annotated(field.annotations, field.name, &op);
      }
    bool isMade = op.kind == OpKind::Alloc || op.kind == OpKind::Begin;
    if (isMade && op.type && program[op.type].kind == flow::TypeKind::Record) {
      named(NameModel::Type, program[op.type].name);
      annotated(program[op.type].annotations, program[op.type].name);
    }
    for (flow::ValueId operand : op.operands) {
      const flow::Value &constant = function->values[operand.index];
      if (constant.macro)
        for (const std::string &name : function->macros[constant.macro.index].names)
          named(NameModel::Macro, name);
      if (constant.kind == flow::ValueKind::Enumerator)
        named(NameModel::Enumerator, constant.text);
      if (constant.kind == flow::ValueKind::String)
        apply(solver.matcher.literal(constant.text), "\"" + constant.text + "\"");
    }
  }

  void named(NameModel::Of of, const std::string &name) {
    apply(solver.matcher.name(of, name), name);
  }

  void apply(llvm::ArrayRef<const NameModel *> models, const std::string &name,
             const flow::Op *op = nullptr) {
    for (const NameModel *model : models)
      for (const policy::Effect &effect : model->effects)
        apply(effect, name, op);
  }

  void annotated(llvm::ArrayRef<std::string> annotations, const std::string &name,
                 const flow::Op *op = nullptr) {
    for (const std::string &text : annotations) {
      llvm::Expected<std::vector<policy::Effect>> effects = policy::readAnnotation(text, {});
      if (!effects)
        llvm::consumeError(effects.takeError());
      else
        for (const policy::Effect &effect : *effects)
          apply(effect, name, op);
    }
  }

  /// Of a field, \p op says whether it is read or written: a condition speaks of what is
  /// written, and reading needs none.
  void apply(const policy::Effect &effect, const std::string &name, const flow::Op *op) {
    bool isWritten = op && op->kind == OpKind::Store;
    if (effect.effect != policy::EffectKind::Capability ||
        (op && isWritten == effect.when.empty()) || (isWritten && !isSwitchedOn(effect, *op)))
      return;
    note(effect.kind, name);
  }

  bool isSwitchedOn(const policy::Effect &effect, const flow::Op &store) const {
    const flow::Value &written = function->values[store.operands[0].index];
    return llvm::all_of(effect.when,
                        [&](const policy::When &when) { return holdsOf(when, written); });
  }

  void note(const policy::Kind &kind, const std::string &name) {
    solver.ban(kind, site, name);
    bool isGuarded = llvm::any_of(solver.rules, [&](const Rule &entry) {
      return entry.rule->shape == Shape::Guarded && matchesAny(entry.rule->uses, kind) &&
             !matchesAny(entry.rule->exceptFrom, kind);
    });
    if (isGuarded)
      solver.functions[site.function.index].named.push_back({site.op, kind, name});
  }

  Solver &solver;
  const flow::Program &program;
  const flow::Function *function = nullptr;
  Site site;
};

} // namespace

void scanNames(Solver &solver) {
  NameScan scan(solver);
  for (uint32_t index = 0; index < solver.program.functions.size(); ++index)
    scan.scan(FunctionId(index));
}

/// The current op names what a rule wants guarded.
void Interpreter::useNames() {
  auto first = llvm::partition_point(
      facts.named, [&](const NamedUse &named) { return named.op < currentOp; });
  for (; first != facts.named.end() && first->op == currentOp; ++first)
    use(first->kind, {}, "`" + first->name + "` is " + solver.kindWords(first->kind));
}

} // namespace tamga::solve
