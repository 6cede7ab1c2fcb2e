//===- Literals.cpp - constants that are right or wrong ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A rule of shape `literal` looks at the place of a use and asks whether what is there is
// one of its values. A constant is judged where it meets the use; what came in from outside
// goes up to the callers as an event, until one of them knows it:
//
//   void setType(const char *type) { add("DigitalSourceType", type); }     event: arg0
//   void mark() { setType("made by magic"); }                              finding
//
// Of a value that is one of several constants each counts.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"
#include "llvm/Support/Regex.h"
#include <charconv>

namespace tamga::solve {

using policy::Shape;

namespace {
bool contains(const policy::ValueSet &set, const Constant &constant) {
  bool isText = constant.kind == flow::ValueKind::String;
  bool isFloat = constant.kind == flow::ValueKind::Float;
  if (isText && set.matches && llvm::Regex(*set.matches).match(constant.text))
    return true;
  double amount = double(constant.integer);
  bool isNumber = isFloat ? !llvm::StringRef(constant.text).getAsDouble(amount)
                          : constant.kind == flow::ValueKind::Integer;
  if (isNumber && ((set.below && amount < *set.below) || (set.above && amount > *set.above)))
    return true;
  std::string number = std::to_string(constant.integer);
  return llvm::any_of(set.equals, [&](const std::string &value) {
    if (isText || isFloat)
      return constant.text == value;
    if (constant.kind == flow::ValueKind::Null)
      return value == "null" || value == "0";
    bool isNamed =
        constant.kind == flow::ValueKind::Enumerator &&
        (constant.text == value || llvm::StringRef(constant.text).ends_with("::" + value));
    bool isBoolean = (value == "true" && constant.integer == 1) ||
                     (value == "false" && constant.integer == 0);
    return isNamed || isBoolean || number == value;
  });
}

std::string wordsOf(const Constant &constant) {
  switch (constant.kind) {
  case flow::ValueKind::String:
    return "\"" + constant.text + "\"";
  case flow::ValueKind::Null:
    return "null";
  case flow::ValueKind::Integer:
    return std::to_string(constant.integer);
  case flow::ValueKind::Float: {
    double amount;
    if (llvm::StringRef(constant.text).getAsDouble(amount))
      return constant.text;
    char shortest[32];
    return std::string(shortest, std::to_chars(shortest, std::end(shortest), amount).ptr);
  }
  default:
    return constant.text;
  }
}
} // namespace

/// All constants that \p datum can be. Empty: they are not known.
llvm::SmallVector<ConstantId, 4> Interpreter::constantsOf(const Datum &datum) const {
  if (datum.constant)
    return {datum.constant};
  llvm::SmallVector<ConstantId, 4> constants;
  const Outcomes *outcomes = datum.outcomes.get();
  if (!outcomes || outcomes->back().first.kind != OutcomeKey::Other ||
      !outcomes->back().second.isAll)
    return constants;
  for (const auto &[key, guards] : *outcomes)
    if (key.kind == OutcomeKey::Exactly)
      constants.push_back(key.constant);
  return constants;
}

/// What a port holds as one value: of a pointer to text, the text.
Datum Interpreter::literalAt(const PortTarget &target) {
  Datum datum = target.value.top;
  bool isPlain = target.isValue && (!constantsOf(datum).empty() || datum.pointees.size() != 1);
  llvm::ArrayRef<Cell> cells = target.isValue ? llvm::ArrayRef<Cell>(datum.pointees)
                                              : llvm::ArrayRef<Cell>(target.cells);
  if (isPlain || cells.size() != 1)
    return datum;
  // A pointer to the first letter of an array is a pointer to its text.
  const PathNode first = tables.paths[cells[0].path];
  bool isFirst = first.parent && first.step == Step::Element && first.index == 0;
  if (Datum whole = isFirst ? domain.read(state, first.parent) : Datum(); whole.constant)
    return whole;
  Datum pointee = domain.read(state, cells[0].path);
  return constantsOf(pointee).empty() && target.isValue ? datum : pointee;
}

void Interpreter::useLiteral(CallContext &context, const policy::Effect &effect) {
  for (uint32_t index = 0; index < solver.rules.size(); ++index) {
    const policy::Rule &rule = *solver.rules[index].rule;
    bool isAsked = rule.shape == Shape::Literal && matchesAny(rule.uses, effect.kind) &&
                   !matchesAny(rule.exceptFrom, effect.kind);
    if (!isAsked || !effect.at)
      continue;
    Event event;
    event.kind = Event::Literal;
    event.rule = index;
    event.what = effect.kind;
    event.site = {id, currentOp};
    event.trail = step(0, finding::StepKind::Sink, "given to `" + calleeName(context) + "`");
    for (const PortTarget &target : resolve(context, *effect.at))
      meetLiteral(event, literalAt(target));
  }
}

/// \p datum is what \p event asks about.
void Interpreter::meetLiteral(Event event, const Datum &datum) {
  llvm::SmallVector<ConstantId, 4> constants = constantsOf(datum);
  for (ConstantId constant : constants)
    solver.judgeLiteral(event, constant, id);
  const VersionNode version = tables.versions[datum.version];
  bool isOutside =
      version.kind == VersionNode::Initial && tables.paths.isSymbolic(version.path);
  if (!constants.empty())
    return;
  if (!isOutside)
    return solver.endLiteral(event, id);
  event.path = version.path;
  addEvent(std::move(event));
}

/// The text behind a path of the callee, as this call knows it.
Datum Interpreter::boundLiteral(CallContext &context, PathId path) {
  Datum datum = entryDatum(context, tables.initialVersion(path));
  if (constantsOf(datum).empty() && datum.pointees.size() == 1) {
    Datum pointee = domain.read(state, datum.pointees[0].path);
    if (!constantsOf(pointee).empty())
      return pointee;
  }
  return datum;
}

void Solver::judgeLiteral(const Event &event, ConstantId constant, flow::FunctionId function) {
  const policy::Rule &rule = *rules[event.rule].rule;
  const Constant &value = tables.constants[constant];
  bool isWrong = (rule.allows && !contains(*rule.allows, value)) ||
                 (rule.forbids && contains(*rule.forbids, value));
  if (!isWrong)
    return;
  Candidate candidate;
  candidate.rule = event.rule;
  candidate.site = event.site;
  candidate.what = event.what;
  candidate.value = wordsOf(value);
  candidate.trail = event.trail;
  candidate.marks = event.marks;
  candidate.entry = function;
  addCandidate(std::move(candidate));
}

/// A value that nobody further up knows.
void Solver::endLiteral(const Event &event, flow::FunctionId function) {
  const policy::Rule &rule = *rules[event.rule].rule;
  if (rule.unknown == policy::UnknownValue::Silent ||
      policy.project.openWorld == policy::OpenWorld::Defer)
    return;
  Candidate candidate;
  candidate.rule = event.rule;
  candidate.site = event.site;
  candidate.what = event.what;
  candidate.value = "a value that is not known here";
  candidate.trail = event.trail;
  candidate.marks = event.marks | finding::Open;
  candidate.entry = function;
  addCandidate(std::move(candidate));
}

} // namespace tamga::solve
