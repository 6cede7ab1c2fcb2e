//===- Elements.cpp - elements of containers, as models speak of them -------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using policy::Port;
using policy::WriteMode;

/// As argumentConstant, of the part that \p step names: the key of a pair.
ConstantId Interpreter::partConstant(CallContext &context, const Port::Step &step) {
  Port port{Port::Argument, unsigned(step.index), {}, {}};
  port.steps.push_back({Port::Step::Field, step.text, 0});
  for (const PortTarget &target : resolve(context, port)) {
    if (target.cells.size() == 1)
      return domain.read(state, target.cells[0].path).constant;
    if (target.isValue && target.cells.empty())
      return target.value.top.constant;
  }
  return 0;
}

/// The step to the element under a key that is known, else to any.
std::pair<Step, int64_t> Interpreter::elementUnder(ConstantId key) {
  if (!key)
    return {Step::AnyElement, 0};
  const Constant constant = tables.constants[key];
  if (constant.kind == flow::ValueKind::String)
    return {Step::Key, tables.paths.keyIndex(constant.text)};
  return {Step::Element, constant.integer};
}

/// A value with the elements of the container, array or initializer_list at \p target.
/// Those of which only a pointer to some element is known become any element.
PortTarget Interpreter::sequence(const PortTarget &target) {
  PathTable &paths = tables.paths;
  PortTarget elements;
  elements.isValue = true;
  elements.type = target.type;
  if (!target.isValue) {
    elements.value = domain.snapshot(state, target.cells);
    return elements;
  }
  Cell any = paths.step(paths.root(Root::Relative, 0), Step::AnyElement, 0);
  bool isFirst = true;
  for (Cell cell : target.value.top.pointees) {
    const PathNode node = paths[cell.path];
    bool isElement = node.parent && (node.step == Step::Element || node.step == Step::AnyElement);
    State scratch;
    if (!isElement)
      domain.writeStrong(scratch, any.path, domain.snapshot(state, cell.path));
    ValueFact found = isElement ? domain.snapshot(state, node.parent)
                                : domain.snapshot(scratch, paths.root(Root::Relative, 0));
    // What is not joined with anything keeps its constants: they may be keys.
    if (isFirst)
      elements.value = std::move(found);
    else
      domain.joinValue(elements.value, found);
    isFirst = false;
  }
  if (target.value.top.pointees.empty())
    elements.value = target.value;
  return elements;
}

/// All elements of one container become one value: nothing of the old ones stays.
bool Interpreter::replaceElements(CallContext &context, const Port &port, const PortWrite &write) {
  bool isAll = write.mode == WriteMode::Replaces && !port.steps.empty() &&
               port.steps.back().kind == Port::Step::AnyIndex;
  if (!isAll)
    return false;
  Port container = port;
  container.steps.pop_back();
  std::vector<PortTarget> targets = resolve(context, container);
  bool isOne = targets.size() == 1 && !targets[0].isValue && targets[0].cells.size() == 1 &&
               !targets[0].cells[0].isWeak;
  if (!isOne)
    return false;
  PathId path = targets[0].cells[0].path, inside = tables.paths.root(Root::Relative, 0);
  State scratch;
  domain.writeStrong(scratch, inside, ValueFact());
  domain.writeStrong(scratch, tables.paths.step(inside, Step::AnyElement, 0).path, write.value);
  domain.writeStrong(state, path, domain.snapshot(scratch, inside));
  return tables.paths[path].root != Root::Global;
}

} // namespace tamga::solve
