//===- Stores.cpp - what is stored must be erased ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule of shape `covers` compares two sets over the whole program: the stores that are
// written, and those that are erased. A store has a name: the text that names it, or the
// field or global it is. Names and contents that come from outside go up to the callers as
// events. A store without a known name is not reported, and erasing one counts for all.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"
#include "Relevance.h"

namespace tamga::solve {

using policy::Shape;

/// The names of the store at \p port: texts, else the field or global that it is. A path:
/// callers know.
Interpreter::StoreName Interpreter::storeName(CallContext &context,
                                              const policy::Effect &effect) {
  StoreName result;
  if (!effect.at) {
    result.names.push_back(tables.text(effect.kind));
    return result;
  }
  for (const PortTarget &target : resolve(context, *effect.at)) {
    Datum datum = literalAt(target);
    for (ConstantId constant : constantsOf(datum))
      if (tables.constants[constant].kind == flow::ValueKind::String)
        result.names.push_back(tables.text(tables.constants[constant].text));
    llvm::SmallVector<Cell, 2> cells(target.cells.begin(), target.cells.end());
    cells.append(target.value.top.pointees.begin(), target.value.top.pointees.end());
    for (Cell cell : cells)
      if (std::string name = placeName(cell.path); result.names.empty() && !name.empty())
        result.names.push_back(tables.text(name));
    const VersionNode version = tables.versions[datum.version];
    if (result.names.empty() && version.kind == VersionNode::Initial &&
        tables.paths.isSymbolic(version.path))
      result.path = version.path;
  }
  return result;
}

/// The name of the field or global that \p path leads to.
std::string Interpreter::placeName(PathId path) const {
  for (; path; path = tables.paths[path].parent) {
    const PathNode &node = tables.paths[path];
    if (node.parent && node.step == Step::Field)
      return program.fields[node.index].name;
    if (!node.parent && node.root == Root::Global)
      return program.globals[node.index].name;
  }
  return {};
}

void Interpreter::useStore(CallContext &context, const policy::Effect &effect) {
  bool isErase = effect.effect == policy::EffectKind::Erase;
  for (uint32_t index = 0; index < solver.rules.size(); ++index) {
    const policy::Rule &rule = *solver.rules[index].rule;
    if (rule.shape != Shape::Covers ||
        !matchesAny(isErase ? rule.then : rule.uses, effect.kind))
      continue;
    Event event;
    event.kind = isErase ? Event::Erase : Event::Store;
    event.rule = index;
    event.what = effect.kind;
    event.site = {id, currentOp};
    event.trail = step(0, finding::StepKind::Sink, "kept by `" + calleeName(context) + "`");
    StoreName named = storeName(context, effect);
    event.store = {0, named.path};
    bool asksContent = !isErase && !rule.from.empty() && effect.from;
    auto meet = [&](const Event &one) {
      if (!asksContent)
        return meetStore(one, nullptr);
      for (const PortTarget &target : resolve(context, *effect.from)) {
        Datum content = readPort(target);
        addDeclaredSources(content);
        meetStore(one, &content);
      }
    };
    if (named.names.empty())
      meet(event);
    for (uint32_t name : named.names) {
      event.store = {name, 0};
      meet(event);
    }
  }
}

/// \p content, if the rule asks for it, is what the store gets.
void Interpreter::meetStore(Event event, const Datum *content) {
  event.path = 0;
  if (!content)
    return settleStore(std::move(event));
  const policy::Rule &rule = *solver.rules[event.rule].rule;
  for (const Atom &atom : content->atoms) {
    const Origin origin = tables.origins[atom.origin];
    Event one = event;
    one.strength = std::max(event.strength, atom.strength);
    if (one.strength > rule.follows)
      continue;
    one.trail = step(atom.trail, finding::StepKind::Sink, "stored here", event.trail);
    if (!origin.isSource) {
      one.path = origin.path;
      addEvent(std::move(one));
    } else if (matchesAny(rule.from, origin.kind) &&
               !matchesAny(rule.exceptFrom, origin.kind)) {
      one.source = origin.kind;
      settleStore(std::move(one));
    }
  }
}

/// Nothing but the name may be open.
void Interpreter::settleStore(Event event) {
  if (event.store.name || !event.store.path)
    solver.noteStore(event, id);
  else
    addEvent(std::move(event));
}

void Interpreter::liftStore(CallContext &context, Event event, const Event &inner) {
  llvm::SmallVector<uint32_t, 2> names;
  event.store.path = 0;
  if (inner.store.path) {
    Datum named = boundLiteral(context, inner.store.path);
    for (ConstantId constant : constantsOf(named))
      names.push_back(tables.text(tables.constants[constant].text));
    const VersionNode version = tables.versions[named.version];
    bool isOutside =
        version.kind == VersionNode::Initial && tables.paths.isSymbolic(version.path);
    event.store.path = isOutside ? version.path : 0;
  }
  if (names.empty())
    names.push_back(inner.store.name);
  for (uint32_t name : names) {
    event.store.name = name;
    if (!inner.path) {
      settleStore(event);
      continue;
    }
    Datum content = bindContent(context, inner.path);
    addDeclaredSources(content);
    meetStore(event, &content);
  }
}

//===----------------------------------------------------------------------===//
// The program
//===----------------------------------------------------------------------===//

void Solver::noteStore(const Event &event, flow::FunctionId function) {
  auto &sites = event.kind == Event::Erase ? erased : stored;
  sites.try_emplace({event.rule, event.store.name, event.site},
                    std::make_pair(event, function));
}

/// Functions that end a guard of \p kinds, and all that they call.
std::vector<bool> Solver::withdrawing(const std::vector<policy::Kind> &kinds,
                                      const Relevance &relevance) {
  std::vector<bool> isInside(program.functions.size(), false);
  std::vector<uint32_t> work;
  auto ends = [&](flow::FunctionId callee) {
    return llvm::any_of(prepare(callee).models, [&](const policy::FunctionModel *model) {
      return llvm::any_of(model->effects, [&](const policy::Effect &effect) {
        return effect.effect == policy::EffectKind::EndsGuards &&
               matchesAny(kinds, effect.kind);
      });
    });
  };
  for (uint32_t index = 0; index < program.functions.size(); ++index) {
    bool isOne = ends(flow::FunctionId(index));
    for (const flow::Block &block : program.functions[index].blocks)
      for (const flow::Op &op : block.ops)
        isOne = isOne || (op.kind == flow::OpKind::Call && op.function && ends(op.function));
    if (isOne)
      work.push_back(index);
  }
  while (!work.empty()) {
    uint32_t node = work.back();
    work.pop_back();
    if (isInside[node])
      continue;
    isInside[node] = true;
    work.insert(work.end(), relevance.callees[node].begin(), relevance.callees[node].end());
  }
  return isInside;
}

void Solver::compareStores(const Relevance &relevance) {
  for (uint32_t index = 0; index < rules.size(); ++index) {
    const policy::Rule &rule = *rules[index].rule;
    if (rule.shape != Shape::Covers)
      continue;
    std::vector<bool> counts;
    if (!rule.guards.empty())
      counts = withdrawing(rule.guards, relevance);
    std::vector<uint32_t> names;
    for (const auto &[key, entry] : erased)
      if (std::get<0>(key) == index &&
          (counts.empty() || counts[std::get<2>(key).function.index]))
        names.push_back(std::get<1>(key));
    bool isAnything = llvm::is_contained(names, 0u);
    for (const auto &[key, entry] : stored) {
      auto [of, name, site] = key;
      if (of != index || !name || isAnything || llvm::is_contained(names, name))
        continue;
      Candidate candidate;
      candidate.rule = index;
      candidate.site = site;
      candidate.source = entry.first.source;
      candidate.what = entry.first.what;
      candidate.value = "`" + tables.texts[name] + "`";
      candidate.trail = entry.first.trail;
      candidate.marks = entry.first.marks | (program.isLinked ? 0 : finding::Open);
      candidate.entry = entry.second;
      addCandidate(std::move(candidate));
    }
  }
}

} // namespace tamga::solve
