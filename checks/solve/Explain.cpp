//===- Explain.cpp - what models matched in a program -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Asks the solver's own look-ups, so that what is listed is what counts: the models of
/// functions, of fields that hold functions, of types, fields, enumerators, macros and
/// literals. What a model says is not looked at.
//===----------------------------------------------------------------------===//

#include "Explain.h"
#include "Solver.h"
#include "llvm/ADT/STLExtras.h"

namespace tamga::solve {

namespace {

class Explainer {
public:
  Explainer(const flow::Program &program, const policy::Policy &policy, Matches &out)
      : program(program), solver(program, policy, {}), out(out) {
    for (const policy::FunctionModel &model : policy.functions)
      byName.emplace(model.pattern.name, &model);
  }

  void run() {
    for (uint32_t index = 0; index < program.functions.size(); ++index)
      explain(flow::FunctionId(index));
    for (uint32_t index = 0; index < program.functions.size(); ++index)
      for (const flow::Op *op : solver.prepare(flow::FunctionId(index)).ops)
        explainOp(program.functions[index], *op);
  }

private:
  /// A function that has models or annotations is known from here on.
  void explain(flow::FunctionId id) {
    const flow::Function &function = program[id];
    for (const policy::FunctionModel *model : solver.prepare(id).models)
      if (!isAnnotation(model))
        out.functions[model][function.display];
    std::vector<std::string> texts = function.annotations;
    for (unsigned index = 0; index < function.parameterCount && index < function.locals.size();
         ++index)
      llvm::append_range(texts, function.locals[index].annotations);
    for (const std::string &text : texts)
      out.annotations[{regionOf(program, function.at), text}][function.display];
  }

  /// Those that the solver made of annotations are none of the policy's.
  bool isAnnotation(const policy::FunctionModel *model) const {
    const auto &own = solver.policy.functions;
    return own.empty() || model < &own.front() || model > &own.back();
  }

  void explainOp(const flow::Function &function, const flow::Op &op) {
    const finding::Region at = regionOf(program, op.at);
    if (op.kind == flow::OpKind::Call && op.function)
      use(op.function, at);
    explainPlace(op, at);
    for (flow::ValueId operand : op.operands)
      explainConstant(function, function.values[operand.index], at);
  }

  void use(flow::FunctionId callee, const finding::Region &at) {
    const std::string &display = program[callee].display;
    for (const policy::FunctionModel *model : solver.prepare(callee).models)
      if (!isAnnotation(model))
        out.functions[model][display].insert(at);
    const finding::Region declared = regionOf(program, program[callee].at);
    auto annotation = out.annotations.lower_bound({declared, ""});
    for (; annotation != out.annotations.end() && annotation->first.first == declared;
         ++annotation)
      if (auto known = annotation->second.find(display); known != annotation->second.end())
        known->second.insert(at);
  }

  void explainPlace(const flow::Op &op, const finding::Region &at) {
    for (const flow::Step &step : op.place.steps)
      if (step.kind == flow::StepKind::Field) {
        const flow::Field &field = program.fields[step.index];
        match(policy::NameModel::Field, field.name, at);
        auto [begin, end] = byName.equal_range(field.name);
        for (; begin != end; ++begin)
          out.functions[begin->second][field.name].insert(at);
        annotated(field.annotations, field.name, at);
      }
    const bool isMade = op.kind == flow::OpKind::Alloc || op.kind == flow::OpKind::Begin;
    if (isMade && op.type && program[op.type].kind == flow::TypeKind::Record) {
      match(policy::NameModel::Type, program[op.type].name, at);
      annotated(program[op.type].annotations, program[op.type].name, at);
    }
  }

  /// Where fields and types are declared is not kept: their annotations are named after them.
  void annotated(const std::vector<std::string> &texts, const std::string &name,
                 const finding::Region &at) {
    for (const std::string &text : texts)
      out.annotations[{finding::Region(), text}][name].insert(at);
  }

  void explainConstant(const flow::Function &function, const flow::Value &constant,
                       const finding::Region &at) {
    if (constant.macro)
      for (const std::string &name : function.macros[constant.macro.index].names)
        match(policy::NameModel::Macro, name, at);
    if (constant.kind == flow::ValueKind::Enumerator)
      match(policy::NameModel::Enumerator, constant.text, at);
    if (constant.kind == flow::ValueKind::String)
      for (const policy::NameModel *model : solver.matcher.literal(constant.text))
        out.names[model]["\"" + constant.text + "\""].insert(at);
  }

  void match(policy::NameModel::Of of, const std::string &name, const finding::Region &at) {
    for (const policy::NameModel *model : solver.matcher.name(of, name))
      out.names[model][name].insert(at);
  }

  const flow::Program &program;
  Solver solver;
  Matches &out;
  /// A call through a field is one of a function of that name.
  std::multimap<std::string, const policy::FunctionModel *> byName;
};

} // namespace

void explainModels(const flow::Program &program, const policy::Policy &policy, Matches &into) {
  Explainer(program, policy, into).run();
}

} // namespace tamga::solve
