//===- Stores.cpp - what is stored must be erased ----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule of shape `covers` compares two sets over the whole program: the stores that are
// written, and those that are erased. A store has a name: the text that names it, what an
// expression finds in a text (the table of a statement), or the field or global it is. Names
// and contents that come from outside go up to the callers as events. A store without a
// known name is not reported, and erasing one counts for all.
//
// Erasing counts where something can reach it. Where a rule asks for erasure by those who end
// a guard, and nobody in the program does, it is silent: there is nothing to compare with.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"
#include "Relevance.h"
#include "llvm/Support/Regex.h"

namespace tamga::solve {

using policy::Shape;

/// The name that \p text gives a store: what the last group of the expression \p named matches
/// in it, in lower case. Empty: it is not about a store.
std::string Interpreter::nameIn(const std::string &text, llvm::StringRef named) {
  if (named.empty())
    return text;
  llvm::SmallVector<llvm::StringRef, 4> groups;
  if (!llvm::Regex(named, llvm::Regex::IgnoreCase).match(text, &groups))
    return {};
  for (llvm::StringRef group : llvm::reverse(groups))
    if (!group.empty())
      return group.lower();
  return {};
}

/// Names that the texts give which \p datum can be, or is made of.
void Interpreter::addNames(const Datum &datum, llvm::StringRef named, StoreName &out) {
  auto add = [&](const std::string &text) {
    out.hasText = true;
    std::string name = nameIn(text, named);
    uint32_t id = name.empty() ? 0 : tables.text(name);
    if (id && !llvm::is_contained(out.names, id))
      out.names.push_back(id);
  };
  for (ConstantId constant : constantsOf(datum))
    if (tables.constants[constant].kind == flow::ValueKind::String)
      add(tables.constants[constant].text);
  for (const Atom &atom : datum.atoms) {
    const Origin &origin = tables.origins[atom.origin];
    bool isLiteral = origin.isSource && (policy::isA(origin.kind, "endpoint") ||
                                         policy::isA(origin.kind, "statement"));
    if (isLiteral)
      add(origin.note);
    else if (!origin.isSource && !named.empty() && !out.path)
      out.path = origin.path;
  }
}

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
    addNames(datum, effect.namedBy, result);
    if (!effect.namedBy.empty()) {
      addNames(readPort(target), effect.namedBy, result);
      continue;
    }
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

/// The container that is a field or global and has \p path as an element, or as a part of
/// one. Empty: none.
std::string Interpreter::keeperOf(PathId path) const {
  bool isElement = false;
  for (; path; path = tables.paths[path].parent) {
    const PathNode &node = tables.paths[path];
    if (isElement && node.parent && node.step == Step::Field)
      return program.fields[node.index].name;
    if (isElement && !node.parent && node.root == Root::Global)
      return program.globals[node.index].name;
    isElement = node.parent && (node.step == Step::Element || node.step == Step::AnyElement ||
                                node.step == Step::Key);
  }
  return {};
}

/// \p value is put into \p cells: containers that outlive the function are stores.
void Interpreter::noteKept(llvm::ArrayRef<Cell> cells, const ValueFact &value) {
  if (!solver.asksKept)
    return;
  Datum content = domain.content(value);
  addDeclaredSources(content);
  if (content.atoms.empty())
    return;
  for (Cell cell : cells) {
    std::string name = keeperOf(cell.path);
    for (uint32_t index = 0; !name.empty() && index < solver.rules.size(); ++index) {
      const policy::Rule &rule = *solver.rules[index].rule;
      if (rule.shape != Shape::Covers || !matchesAny(rule.uses, "store.memory"))
        continue;
      Event event;
      event.kind = Event::Store;
      event.rule = index;
      event.what = "store.memory";
      event.site = {id, currentOp};
      event.trail = step(0, finding::StepKind::Sink, "kept in `" + name + "`");
      event.store.name = tables.text(name);
      meetStore(event, &content);
    }
  }
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
    if (named.hasText && named.names.empty() && !effect.namedBy.empty())
      continue;
    event.store = {0, named.path, tables.text(effect.namedBy)};
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
      event.store = {name, 0, 0};
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
    const std::optional<policy::StepStrength> met =
        policy::composed(atom.strength, event.strength);
    if (!met)
      continue;
    Event one = event;
    one.strength = *met;
    one.trail = step(atom.trail, finding::StepKind::Sink, "stored here", event.trail);
    if (!origin.isSource) {
      one.path = origin.path;
      if (one.strength <= rule.follows)
        addEvent(std::move(one));
    } else if (Solver::counts(rule, *met, origin.kind)) {
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
  StoreName found;
  llvm::SmallVector<uint32_t, 2> &names = found.names;
  event.store.path = 0;
  if (inner.store.path) {
    Datum named = boundLiteral(context, inner.store.path);
    const std::string pattern = tables.texts[inner.store.pattern];
    addNames(named, pattern, found);
    if (!pattern.empty())
      addNames(bindContent(context, inner.store.path), pattern, found);
    if (found.hasText && names.empty() && !pattern.empty())
      return;
    const VersionNode version = tables.versions[named.version];
    bool isOutside =
        version.kind == VersionNode::Initial && tables.paths.isSymbolic(version.path);
    event.store.path = isOutside ? version.path : found.path;
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

/// Functions that something can reach: from where the program begins or, in one unit alone,
/// from whatever others may call.
std::vector<bool> Solver::reachable(const Relevance &relevance) const {
  std::vector<bool> isReached(program.functions.size(), false);
  bool hasMain = llvm::any_of(program.functions,
                              [](const flow::Function &one) { return one.isMain; });
  std::vector<uint32_t> work;
  for (uint32_t index = 0; index < program.functions.size(); ++index) {
    const flow::Function &one = program.functions[index];
    bool isOpen = !program.isLinked || !hasMain;
    if (one.isMain || one.kind == flow::FunctionKind::GlobalInit || one.isVirtual ||
        (isOpen && one.linkage == flow::Linkage::External))
      work.push_back(index);
  }
  while (!work.empty()) {
    uint32_t node = work.back();
    work.pop_back();
    if (isReached[node])
      continue;
    isReached[node] = true;
    work.insert(work.end(), relevance.callees[node].begin(), relevance.callees[node].end());
  }
  return isReached;
}

/// Functions that have a use of \p rule and that nothing calls. Those that others may call
/// count as called, but not beside a `main`.
void Solver::findUnreached(uint32_t index, const Relevance &relevance) {
  const policy::Rule &rule = *rules[index].rule;
  bool hasMain = llvm::any_of(program.functions,
                              [](const flow::Function &one) { return one.isMain; });
  std::vector<bool> isCalled(program.functions.size(), false);
  std::vector<bool> isReached = reachable(relevance);
  for (uint32_t caller = 0; caller < program.functions.size(); ++caller)
    for (uint32_t callee : relevance.callees[caller])
      if (isReached[caller] && callee != caller)
        isCalled[callee] = true;
  for (uint32_t function = 0; function < program.functions.size(); ++function) {
    const flow::Function &one = program.functions[function];
    bool isOpen = !program.isLinked && one.linkage == flow::Linkage::External;
    if (!one.hasBody() || isCalled[function] || one.isMain || one.isVirtual ||
        (isOpen && !hasMain))
      continue;
    policy::Kind kind;
    for (const policy::FunctionModel *model : prepare(flow::FunctionId(function)).models)
      for (const policy::Effect &effect : model->effects)
        if (effect.effect == policy::EffectKind::Use && matchesAny(rule.uses, effect.kind))
          kind = effect.kind;
    if (kind.empty())
      continue;
    TrailNode node;
    node.kind = finding::StepKind::Sink;
    node.site = {flow::FunctionId(function), 0};
    node.text = tables.text("`" + one.name + "` is " + kindWords(kind));
    Candidate candidate;
    candidate.rule = index;
    candidate.site = node.site;
    candidate.what = kind;
    candidate.value = "`" + one.name + "`";
    candidate.trail = tables.trail(node);
    candidate.marks = isOpen ? finding::Open : 0;
    candidate.entry = node.site.function;
    candidate.isOfFunction = true;
    addCandidate(std::move(candidate));
  }
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

/// Where the program itself defines what erases a store without a place, and others may call
/// it, there is a way to erase it.
void Solver::addDefinedErasures(const policy::Rule &rule, const std::vector<bool> &counts,
                                std::vector<uint32_t> &names) {
  for (uint32_t function = 0; function < program.functions.size(); ++function)
    if (counts[function] && program.functions[function].hasBody())
      for (const policy::FunctionModel *model : prepare(flow::FunctionId(function)).models)
        for (const policy::Effect &effect : model->effects)
          if (effect.effect == policy::EffectKind::Erase && !effect.at &&
              matchesAny(rule.then, effect.kind))
            names.push_back(tables.text(effect.kind));
}

void Solver::compareStores(const Relevance &relevance) {
  for (uint32_t index = 0; index < rules.size(); ++index) {
    const policy::Rule &rule = *rules[index].rule;
    if (rule.shape == Shape::Unreached)
      findUnreached(index, relevance);
    if (rule.shape == Shape::Unread)
      findUnread(index);
    if (rule.shape != Shape::Covers)
      continue;
    std::vector<bool> counts = reachable(relevance);
    if (!rule.guards.empty()) {
      std::vector<bool> isInside = withdrawing(rule.guards, relevance);
      if (!llvm::is_contained(isInside, true))
        continue;
      for (size_t function = 0; function < counts.size(); ++function)
        counts[function] = counts[function] && isInside[function];
    }
    std::vector<uint32_t> names;
    for (const auto &[key, entry] : erased)
      if (std::get<0>(key) == index && counts[std::get<2>(key).function.index])
        names.push_back(std::get<1>(key));
    addDefinedErasures(rule, counts, names);
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
