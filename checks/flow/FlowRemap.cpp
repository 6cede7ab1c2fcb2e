//===- FlowRemap.cpp - new numbers for the tables of a program  --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowRemap.h"

namespace tamga::flow {

void Remap::apply(Type &of) const {
  apply(of.pointee);
  for (TypeId &id : of.bases)
    apply(id);
  for (FieldId &id : of.fields)
    apply(id);
  for (TypeId &id : of.arguments)
    apply(id);
  apply(of.callOperator);
}

void Remap::apply(Field &of) const {
  apply(of.type);
  apply(of.record);
}

void Remap::apply(Global &of) const {
  apply(of.type);
  apply(of.initializer);
  apply(of.at);
}

void Remap::apply(Place &of) const {
  if (of.root == RootKind::Global && of.index < globals.size())
    of.index = globals[of.index];
  for (Step &step : of.steps) {
    const std::vector<uint32_t> *table = step.kind == StepKind::Field  ? &fields
                                         : step.kind == StepKind::Base ? &types
                                                                       : nullptr;
    if (table && step.index >= 0 && static_cast<uint64_t>(step.index) < table->size())
      step.index = (*table)[static_cast<size_t>(step.index)];
  }
}

void Remap::apply(Op &of) const {
  apply(of.place);
  apply(of.function);
  apply(of.type);
  apply(of.at);
}

void Remap::apply(Function &of) const {
  apply(of.record);
  apply(of.returnType);
  for (FunctionId &id : of.overrides)
    apply(id);
  for (FunctionId &id : of.alternatives)
    apply(id);
  apply(of.at);
  for (Local &local : of.locals) {
    apply(local.type);
    apply(local.at);
  }
  for (Value &value : of.values) {
    apply(value.type);
    apply(value.function);
    apply(value.field);
  }
  for (Block &block : of.blocks)
    for (Op &op : block.ops)
      apply(op);
  for (MacroUse &use : of.macros)
    apply(use.spelling);
  for (Statement &statement : of.statements)
    apply(statement.at);
}

} // namespace tamga::flow
