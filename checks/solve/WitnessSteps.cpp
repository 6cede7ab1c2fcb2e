//===- WitnessSteps.cpp - the way from source to sink ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The solver keeps trails short: which op moved the value, and what happened inside the
// callee. Everything that only a reader needs is found out here, for findings that are
// reported: the conditions that decided, turns of loops, names of objects and macros.
//
//===----------------------------------------------------------------------===//

#include "WitnessSteps.h"
#include "llvm/ADT/StringSwitch.h"

namespace tamga::solve {

using finding::StepKind;
using flow::OpKind;

namespace {
constexpr size_t lineBound = 400;
constexpr size_t decisionBound = 4; ///< The nearest ones, of one step.
constexpr unsigned wordsDepth = 4;

/// The op that makes \p value, if one does.
const flow::Op *makerOf(const Solver &solver, flow::FunctionId id, flow::ValueId value) {
  const FunctionFacts &facts = solver.functions[id.index];
  uint32_t defined = value ? facts.definedBy[value.index] : ~0u;
  return defined == ~0u ? nullptr : facts.ops[defined];
}

/// What calls of functions with this name do to their object, or with their arguments.
llvm::StringRef verbOf(llvm::StringRef name) {
  return llvm::StringSwitch<llvm::StringRef>(name)
      .Cases("push_back", "emplace_back", "push_front", "emplace_front", "added to")
      .Cases("push", "emplace", "insert", "append", "operator+=", "operator<<", "added to")
      .Cases("operator=", "assign", "assigned to")
      .Cases("printf", "sprintf", "snprintf", "vsprintf", "vsnprintf", "asprintf", "formatted")
      .Cases("format", "vformat", "format_to", "to_string", "strftime", "dump", "formatted")
      .Default("");
}
} // namespace

std::string placeWords(const Solver &solver, flow::FunctionId id, const flow::Place &place) {
  const flow::Function &function = solver.program[id];
  std::string text;
  const flow::Place *named = &place;
  llvm::SmallVector<const flow::Place *, 4> places{named};
  while (named->root == flow::RootKind::Value && places.size() < wordsDepth) {
    const flow::Op *maker = makerOf(solver, id, flow::ValueId(named->index));
    if (!maker || (maker->kind != OpKind::Load && maker->kind != OpKind::Address))
      break;
    places.push_back(named = &maker->place);
  }
  if (named->root == flow::RootKind::Local)
    text = function.locals[named->index].name;
  else if (named->root == flow::RootKind::Global)
    text = solver.program.globals[named->index].name;
  for (const flow::Place *part : llvm::reverse(places))
    for (const flow::Step &step : part->steps)
      if (step.kind == flow::StepKind::Field) {
        llvm::StringRef name = solver.program.fields[step.index].name;
        text += (text.empty() ? "" : ".") + name.substr(name.rfind(':') + 1).str();
      }
  return text;
}

finding::Region placeOf(const Solver &solver, Site site) {
  const flow::Function &function = solver.program[site.function];
  size_t count = solver.functions[site.function.index].ops.size();
  return regionOf(solver.program, site.op < count ? solver.op(site).at
                                                  : function.locals[site.op - count].at);
}

std::vector<finding::Step> WitnessSteps::read(TrailId trail) {
  lines.clear();
  add(trail, 0);
  // The source comes first, and then what decided about it.
  auto first = llvm::find_if(lines, [](const Line &line) { return line.step.kind != StepKind::Branch; });
  if (first != lines.end())
    std::rotate(lines.begin(), first, first + 1);
  lines = tidy();
  std::vector<finding::Step> steps;
  for (const Line &line : lines)
    steps.push_back(line.step);
  return steps;
}

const WitnessPaths &WitnessSteps::pathsOf(flow::FunctionId id) {
  std::unique_ptr<WitnessPaths> &entry = paths[id];
  if (!entry)
    entry = std::make_unique<WitnessPaths>(solver.program[id], solver.functions[id.index]);
  return *entry;
}

//===----------------------------------------------------------------------===//
// Order
//===----------------------------------------------------------------------===//

void WitnessSteps::add(TrailId trail, unsigned nesting) {
  std::vector<TrailId> chain;
  for (; trail; trail = solver.tables.trails[trail].previous)
    chain.push_back(trail);
  Activation run;
  for (TrailId next : llvm::reverse(chain)) {
    if (lines.size() >= lineBound)
      return;
    const TrailNode &node = solver.tables.trails[next];
    bool isInFunction =
        node.site.function && node.site.op < solver.functions[node.site.function.index].ops.size();
    bool isLater = isInFunction && isLaterTurn(run, node.site);
    size_t begin = lines.size();
    if (isLater) // What lies in loops is asked anew.
      llvm::erase_if(run.known, [&](Decision known) {
        return solver.functions[node.site.function.index].isInCycle[known.block];
      });
    if (isInFunction && node.kind != StepKind::SharedState)
      addDecisions(run, node, nesting);
    // What comes back was made inside first; what goes in is used inside afterwards.
    bool isMadeInside = node.inner && node.kind == StepKind::Return;
    bool isShown = !(node.kind == StepKind::Call && isReturn(node.inner) &&
                     !solver.tables.trails[node.inner].previous);
    if (isMadeInside)
      add(node.inner, nesting + 1);
    addNode(node, nesting);
    if (isLater)
      lines[begin].step.message = "in a later turn of the loop, " + lines[begin].step.message;
    if (isMadeInside)
      lines.back().isRepeated = isReturn(node.inner);
    else if (node.inner && isShown)
      add(node.inner, nesting + 1);
    if (isInFunction)
      run.last = node.site;
  }
}

/// Whether the last step of \p trail is a `return` of its function.
bool WitnessSteps::isReturn(TrailId trail) const {
  const TrailNode &node = solver.tables.trails[trail];
  return trail && node.kind == StepKind::Return && !node.inner;
}

bool WitnessSteps::isLaterTurn(const Activation &run, Site to) {
  if (!run.last.function || run.last.function != to.function)
    return false;
  const WitnessPaths &shape = pathsOf(to.function);
  uint32_t before = shape.blockOf(run.last.op), after = shape.blockOf(to.op);
  bool isBack = before == after ? to.op < run.last.op : !shape.isAhead(before, after);
  return isBack && shape.isInLoop(after, before);
}

//===----------------------------------------------------------------------===//
// Conditions
//===----------------------------------------------------------------------===//

/// What decided that the op of \p node is reached, as far as it did not decide about an
/// earlier step, too. About a source only that counts which does not end the function.
void WitnessSteps::addDecisions(Activation &run, const TrailNode &node, unsigned nesting) {
  if (run.last.function != node.site.function)
    run = {};
  bool isFirst = !run.last.function;
  bool isSource = node.kind == StepKind::Source || (node.kind == StepKind::Return && node.inner);
  const WitnessPaths &shape = pathsOf(node.site.function);
  std::vector<Decision> all = shape.decisions(shape.blockOf(node.site.op)), fresh;
  for (Decision decision : all)
    if (!llvm::is_contained(run.known, decision) &&
        !(isFirst && isSource && shape.isEarlyExit(decision, node.site.op)))
      fresh.push_back(decision);
  size_t first = fresh.size() > decisionBound ? fresh.size() - decisionBound : 0;
  const FunctionFacts &facts = solver.functions[node.site.function.index];
  for (Decision decision : llvm::drop_begin(fresh, first)) {
    uint32_t size = solver.program[node.site.function].blocks[decision.block].ops.size();
    addDecision({node.site.function, facts.firstOp[decision.block] + size - 1}, decision.edge,
                nesting);
  }
  run.known.insert(run.known.end(), all.begin(), all.end());
}

void WitnessSteps::addDecision(Site branch, uint32_t edge, unsigned nesting) {
  const flow::Op &op = solver.op(branch);
  Line line;
  line.site = branch;
  line.step.kind = StepKind::Branch;
  line.step.at = placeOf(solver, branch);
  line.step.function = solver.program[branch.function].name;
  line.step.nesting = nesting;
  std::string outcome;
  if (op.kind == OpKind::Branch)
    outcome = edge ? "false" : "true";
  for (uint32_t other = 0; other < op.cases.size() && op.kind == OpKind::Switch; ++other)
    if (op.targets[other] == op.targets[edge])
      outcome += (outcome.empty() ? "" : " or ") + std::to_string(op.cases[other]);
  if (outcome.empty() || (op.kind == OpKind::Switch && op.targets[edge] == op.targets.back()))
    outcome = "none of the other cases";
  line.step.message = "where `" + op.text + "` is " + outcome;
  lines.push_back(std::move(line));
}

//===----------------------------------------------------------------------===//
// Words
//===----------------------------------------------------------------------===//

void WitnessSteps::addNode(const TrailNode &node, unsigned nesting) {
  Line line;
  line.site = node.site;
  line.step.kind = node.kind;
  line.step.nesting = nesting;
  line.step.message = words(node);
  if (node.site.function) {
    line.step.at = placeOf(solver, node.site);
    line.step.function = solver.program[node.site.function].name;
  }
  lines.push_back(std::move(line));
}

std::string WitnessSteps::words(const TrailNode &node) const {
  std::string text = solver.tables.texts[node.text];
  llvm::StringRef through = "through `";
  bool isThrough = llvm::StringRef(text).starts_with(through);
  if (!isThrough || !node.site.function)
    return text;
  if (node.inner && !(isReturn(node.inner) && !solver.tables.trails[node.inner].previous))
    return "passed to `" + text.substr(through.size());
  const flow::Op &op = solver.op(node.site);
  if (node.kind != StepKind::Value || op.kind != OpKind::Call || !op.function)
    return text;
  std::string verb = callWords(node.site.function, op);
  return verb.empty() ? text : verb;
}

/// What a call of a modelled function does with the value: `added to x`.
std::string WitnessSteps::callWords(flow::FunctionId id, const flow::Op &call) const {
  const flow::Function &callee = solver.program[call.function];
  llvm::StringRef name = callee.name;
  llvm::StringRef verb = verbOf(name.substr(name.rfind(':') + 1));
  if (verb == "formatted")
    return "formatted by `" + callee.name + "`";
  if (callee.kind == flow::FunctionKind::Constructor)
    verb = "put in";
  flow::ValueId object = call.thisValue;
  if (!object && !call.operands.empty())
    object = call.operands[0];
  const flow::Op *maker = makerOf(solver, id, object);
  if (verb.empty() || !maker || (maker->kind != OpKind::Address && maker->kind != OpKind::Load))
    return {};
  std::string words = placeWords(solver, id, maker->place);
  return words.empty() ? words : (verb + " `" + words + "`").str();
}

std::vector<finding::Related> WitnessSteps::expansions() const {
  std::vector<finding::Related> found;
  for (const Line &line : lines) {
    const FunctionFacts *facts =
        line.site.function ? &solver.functions[line.site.function.index] : nullptr;
    if (!facts || line.site.op >= facts->ops.size() || !facts->ops[line.site.op]->macro)
      continue;
    const flow::MacroUse &macro =
        solver.program[line.site.function].macros[facts->ops[line.site.op]->macro.index];
    if (!macro.spelling || macro.names.empty())
      continue;
    finding::Related related{regionOf(solver.program, macro.spelling),
                             "expanded from macro `" + macro.names.front() + "`"};
    bool isKnown = llvm::any_of(found, [&](const finding::Related &known) {
      return known.at == related.at && known.message == related.message;
    });
    if (!isKnown)
      found.push_back(std::move(related));
  }
  return found;
}

/// Steps that only pass a value on within one line say nothing to a reader.
std::vector<WitnessSteps::Line> WitnessSteps::tidy() const {
  std::vector<Line> kept;
  auto isSameLine = [](const Line &left, const Line &right) {
    return left.step.at.file == right.step.at.file && left.step.at.line == right.step.at.line;
  };
  for (size_t index = 0; index < lines.size(); ++index) {
    const Line &line = lines[index];
    bool isPassedOn = line.step.kind == StepKind::Value || line.isRepeated;
    if (isPassedOn && index + 1 < lines.size() && isSameLine(line, lines[index + 1]))
      continue;
    bool isRepeat = !kept.empty() && kept.back().step.at == line.step.at &&
                    kept.back().step.message == line.step.message;
    if (!isRepeat)
      kept.push_back(line);
  }
  return kept;
}

} // namespace tamga::solve
