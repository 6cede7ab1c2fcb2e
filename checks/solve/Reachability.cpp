//===- Reachability.cpp - what leads to a function --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A capability that is used deep inside a wrapper matters because something leads there. The
// graph has an edge for each call, for each override that a virtual call may mean, and for each
// function that is named as a value: it may be called later. A linked program begins with its
// `main`, with the initialisers of globals, and with what overrides functions of libraries. One
// file, or a library, begins with all that other files can see.
//
//===----------------------------------------------------------------------===//

#include "Reachability.h"

namespace tamga::solve {

using flow::FunctionId;

namespace {
constexpr size_t longestWay = 8;
} // namespace

Reachability::Reachability(Solver &solver)
    : solver(solver), program(solver.program), isReached(program.functions.size(), false),
      callers(program.functions.size()) {
  hasMain = program.isLinked && llvm::any_of(program.functions, [](const flow::Function &one) {
              return one.isMain && one.hasBody();
            });
  for (uint32_t index = 0; index < program.functions.size(); ++index)
    if (isRoot(program.functions[index]))
      reach(FunctionId(index), {});
  for (size_t next = 0; next < work.size(); ++next)
    visit(work[next]);
}

bool Reachability::isRoot(const flow::Function &function) const {
  if (function.isMain || function.kind == flow::FunctionKind::GlobalInit)
    return true;
  bool isForLibrary = llvm::any_of(function.overrides, [&](FunctionId overridden) {
    return !program[overridden].hasBody();
  });
  return isForLibrary || (!hasMain && function.linkage == flow::Linkage::External);
}

void Reachability::reach(FunctionId target, Site from) {
  if (isReached[target.index])
    return;
  isReached[target.index] = true;
  callers[target.index] = from;
  work.push_back(target);
}

void Reachability::visit(FunctionId function) {
  const flow::Function &body = program[function];
  uint32_t position = 0;
  for (const flow::Block &block : body.blocks)
    for (const flow::Op &op : block.ops) {
      Site here{function, position++};
      if (op.function)
        reach(op.function, here);
      if (op.kind == flow::OpKind::Call && op.call == flow::CallKind::Virtual && op.function)
        for (FunctionId target : solver.dispatch(op.function, {}))
          reach(target, here);
      for (flow::ValueId operand : op.operands)
        if (FunctionId named = body.values[operand.index].function)
          reach(named, here);
    }
  // Closures and members that are named elsewhere than in operands.
  for (const flow::Value &value : body.values)
    if (value.function)
      reach(value.function, {function, 0});
  // Destructors and the operators of function objects, which libraries call.
  for (const flow::Local &local : body.locals)
    if (local.type && program[local.type].kind == flow::TypeKind::Record)
      for (FunctionId target :
           solver.operatorsOf(local.type, flow::FunctionKind::CallOperator))
        reach(target, {function, 0});
}

std::vector<Site> Reachability::wayTo(FunctionId function) const {
  std::vector<Site> way;
  for (Site call = callers[function.index]; call.function && way.size() < longestWay;
       call = callers[call.function.index])
    way.push_back(call);
  std::reverse(way.begin(), way.end());
  return way;
}

/// The summaries that some way through the program asks for. Where all who call a function
/// know more than it does alone (which class, which function), what it would do with others
/// does not happen:
///   static void show(const Shape &shape) { sink(shape.name()); }      show(Circle());
std::set<Solver::SummaryKey> Solver::askedFor(const Groups &groups) const {
  std::set<SummaryKey> reached;
  std::vector<bool> isReached(functions.size());
  std::vector<SummaryKey> work;
  auto reach = [&](SummaryKey key) {
    auto isThere = [&] {
      auto known = summaries.find(key);
      return known != summaries.end() && known->second.isComputed;
    };
    while (!key.second.empty() && !isThere())
      key.second = withLess(key.second);
    if (reached.insert(key).second)
      work.push_back(std::move(key));
  };
  auto follow = [&] {
    while (!work.empty()) {
      const SummaryKey key = std::move(work.back());
      work.pop_back();
      isReached[key.first.index] = true;
      if (auto known = summaries.find(key); known != summaries.end())
        llvm::for_each(known->second.asked, reach);
    }
  };
  for (flow::FunctionId function : entries(groups))
    reach({function, {}});
  follow();
  // Who is called by nobody but those that nothing leads to begins somewhere else, too.
  for (const std::vector<flow::FunctionId> &group : llvm::reverse(groups)) {
    if (llvm::any_of(group, [&](flow::FunctionId member) { return isReached[member.index]; }))
      continue;
    for (flow::FunctionId function : group)
      reach({function, {}});
    follow();
  }
  return reached;
}

} // namespace tamga::solve
