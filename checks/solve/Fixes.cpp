//===- Fixes.cpp - what would mend a finding --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An edit that only may be right is worse than none: people apply edits by the hundred. So
// each of these is left out as soon as something about it is not known:
//
//   wrap    which argument of the sink it is, that its words are one expression of the main
//           file, and that the parameter is of a type that the project names;
//   guard   that the use runs whenever its statement does, and that the words for the
//           subject mean the same person before the statement as in it.
//
//===----------------------------------------------------------------------===//

#include "Fixes.h"
#include "llvm/ADT/StringExtras.h"

namespace tamga::solve {

using finding::Fix;
using flow::Location;
using flow::Op;
using flow::OpKind;
using policy::EffectKind;
using policy::Port;

static bool isWithin(const Location &inner, const Location &outer) {
  auto begin = [](const Location &at) { return std::tie(at.line, at.column); };
  auto end = [](const Location &at) { return std::tie(at.endLine, at.endColumn); };
  return inner.file == outer.file && begin(inner) >= begin(outer) && end(inner) <= end(outer);
}

/// The whole of an argument, whatever it is passed by.
static bool isWhole(const Port &port) {
  return llvm::all_of(port.steps, [](const Port::Step &step) {
    return step.kind == Port::Step::Deref || step.kind == Port::Step::Everything;
  });
}

namespace {

class Mender {
public:
  Mender(const Solver &solver, const Candidate &candidate)
      : solver(solver), program(solver.program), candidate(candidate),
        function(program[candidate.site.function]),
        facts(solver.functions[candidate.site.function.index]), op(solver.op(candidate.site)) {}

  std::optional<Fix> mend(const policy::Fix &wanted) const {
    return wanted.guard.empty() ? wrap(wanted) : guard(wanted);
  }

private:
  /// The innermost statement that has the place; null: an edit there is not ours to make.
  const flow::Statement *statement() const {
    const flow::Statement *innermost = nullptr;
    for (const flow::Statement &each : function.statements)
      if (isWithin(op.at, each.at))
        innermost = &each;
    return innermost;
  }

  void addArguments(const Port &port, std::vector<size_t> &into) const {
    const size_t last =
        port.root == Port::ArgumentsFrom ? op.operands.size() : port.argument + 1;
    for (size_t index = port.argument; index < std::min(last, op.operands.size()); ++index)
      if (!llvm::is_contained(into, index))
        into.push_back(index);
  }

  /// The one argument that effects of \p kind speak of: at their place, or as their subject.
  std::optional<size_t> argument(EffectKind kind) const {
    if (op.kind != OpKind::Call || !op.function || op.macro)
      return std::nullopt;
    std::vector<size_t> arguments;
    for (const policy::FunctionModel *model : solver.functions[op.function.index].models)
      for (const policy::Effect &effect : model->effects) {
        if (effect.effect != kind || !policy::isA(candidate.what, effect.kind))
          continue;
        const std::optional<Port> &port =
            kind == EffectKind::Use && effect.subject ? effect.subject : effect.at;
        const bool isArgument =
            port && (port->root == Port::Argument || port->root == Port::ArgumentsFrom);
        if (!isArgument || !isWhole(*port))
          return std::nullopt;
        addArguments(*port, arguments);
      }
    return arguments.size() == 1 ? std::optional(arguments.front()) : std::nullopt;
  }

  /// The op that makes \p value; null: a constant.
  const Op *maker(flow::ValueId value) const {
    const uint32_t index = facts.definedBy[value.index];
    return index < facts.ops.size() ? facts.ops[index] : nullptr;
  }

  /// What makes argument \p index, if it has words of its own.
  const Op *written(size_t index) const {
    const Op *made = maker(op.operands[index]);
    bool isOwn = made && !made->macro && isWithin(made->at, op.at) && made->at != op.at;
    return isOwn ? made : nullptr;
  }

  bool isOfType(flow::TypeId type, const std::string &wanted) const {
    if (!type)
      return false;
    const flow::Type *whole = &program[type];
    if (whole->kind == flow::TypeKind::Reference && whole->pointee)
      type = whole->pointee;
    const bool isRecord = program[type].kind == flow::TypeKind::Record;
    const std::vector<std::string> spellings{whole->name};
    const std::vector<std::string> records{isRecord ? program[type].name : ""};
    policy::FunctionPattern pattern;
    pattern.name = "it";
    pattern.parameters = {wanted};
    return policy::matchesFunction(pattern, {"it", 1, spellings, records});
  }

  /// What the function asks for at argument \p index.
  flow::TypeId parameterType(size_t index) const {
    const flow::Function &callee = program[op.function];
    return index < callee.parameterCount && index < callee.locals.size()
               ? callee.locals[index].type
               : function.values[op.operands[index].index].type;
  }

  bool takesOneOf(const std::vector<std::string> &types, size_t index) const {
    return llvm::any_of(types, [&](const std::string &wanted) {
      return isOfType(parameterType(index), wanted);
    });
  }

  /// The result of a function is nothing that could be changed.
  bool isChanged(size_t index) const {
    const flow::TypeId type = parameterType(index);
    return type && program[type].kind == flow::TypeKind::Reference &&
           !program[type].isConstPointee;
  }

  std::optional<Fix> wrap(const policy::Fix &wanted) const {
    const std::optional<size_t> index = argument(EffectKind::Sink);
    const Op *value = index && statement() ? written(*index) : nullptr;
    if (!value || isChanged(*index) || !takesOneOf(wanted.types, *index))
      return std::nullopt;
    const auto [before, after] = llvm::StringRef(wanted.wrap).split(policy::valueWord);
    return Fix{before.str(), after.str(), regionOf(program, value->at), {}, wanted.header};
  }

  //===--------------------------------------------------------------------===//
  // Guards
  //===--------------------------------------------------------------------===//

  static bool hasSameRoot(const flow::Place &one, const flow::Place &other) {
    return one.root == other.root && one.index == other.index;
  }

  /// \p call is given something of what \p place begins at.
  bool mayChange(const Op &call, const flow::Place &place) const {
    auto isOf = [&](flow::ValueId value) {
      const Op *made = value ? maker(value) : nullptr;
      return made && (made->kind == OpKind::Address || made->kind == OpKind::Load) &&
             hasSameRoot(made->place, place);
    };
    return llvm::any_of(call.operands, isOf) || isOf(call.thisValue);
  }

  /// Whether the op runs whenever \p around does, and \p place, if there is one, is before
  /// \p around what it is at the op.
  bool isSteady(const flow::Statement &around, const flow::Place *place) const {
    for (uint32_t index = 0; index < facts.ops.size(); ++index) {
      const Op &other = *facts.ops[index];
      if (!isWithin(other.at, around.at))
        continue;
      if (other.kind == OpKind::Branch || other.kind == OpKind::Switch)
        return false;
      if (!place || index >= candidate.site.op)
        continue;
      if (other.kind == OpKind::Store && hasSameRoot(other.place, *place))
        return false;
      if (other.kind == OpKind::Call && mayChange(other, *place))
        return false;
    }
    return true;
  }

  /// A variable or a part of one: reading it again is harmless. It was there before.
  bool isPlainPlace(const Op &made, const flow::Statement &around) const {
    if (made.kind != OpKind::Address && made.kind != OpKind::Load)
      return false;
    const flow::Place &place = made.place;
    if (place.root == flow::RootKind::Value || place.root == flow::RootKind::VarArgs)
      return false;
    if (place.root == flow::RootKind::Local) {
      const flow::Local &local = function.locals[place.index];
      if (local.kind == flow::LocalKind::Temporary || isWithin(local.at, around.at))
        return false;
    }
    return llvm::all_of(place.steps, [](const flow::Step &step) {
      return step.kind == flow::StepKind::Field || step.kind == flow::StepKind::Base ||
             step.kind == flow::StepKind::Deref || step.kind == flow::StepKind::Capture;
    });
  }

  /// `return;`, or what the project has for the type that is returned. Empty: nothing.
  std::string leave(const policy::Fix &wanted) const {
    if (function.isCoroutine || function.isNoReturn)
      return "";
    const bool hasType = function.returnType &&
                         function.kind != flow::FunctionKind::Constructor &&
                         function.kind != flow::FunctionKind::Destructor;
    for (const auto &[type, text] : wanted.leave)
      if (type != "_" && (hasType ? isOfType(function.returnType, type) : type == "void"))
        return text;
    auto any = wanted.leave.find("_");
    return any == wanted.leave.end() ? "" : any->second;
  }

  /// `a::b(...)` needs no more brackets to be negated.
  static std::string negated(llvm::StringRef condition) {
    const size_t open = condition.find('(');
    const bool isCall = open != llvm::StringRef::npos && condition.ends_with(")") &&
                        !condition.slice(open + 1, condition.size() - 1).contains(')') &&
                        llvm::all_of(condition.take_front(open), [](char c) {
                          return llvm::isAlnum(c) || c == '_' || c == ':' || c == '.';
                        });
    return isCall ? "!" + condition.str() : "!(" + condition.str() + ")";
  }

  std::optional<Fix> guard(const policy::Fix &wanted) const {
    const flow::Statement *around = statement();
    const std::string leaving = leave(wanted);
    if (!around || !around->isPlain || leaving.empty() || op.macro)
      return std::nullopt;
    Fix fix;
    fix.statement = regionOf(program, around->at);
    fix.header = wanted.header;
    const std::string line = "if (" + negated(wanted.guard) + ") " + leaving;
    const auto [before, after] = llvm::StringRef(line).split(policy::subjectWord);
    fix.before = before.str();
    fix.after = after.str();
    if (before.size() == line.size())
      return isSteady(*around, nullptr) ? std::optional(fix) : std::nullopt;
    const std::optional<size_t> index = argument(EffectKind::Use);
    const Op *subject = index ? written(*index) : nullptr;
    if (!subject || !isPlainPlace(*subject, *around) || !isSteady(*around, &subject->place) ||
        (!wanted.types.empty() && !takesOneOf(wanted.types, *index)))
      return std::nullopt;
    fix.words = regionOf(program, subject->at);
    return fix;
  }

  const Solver &solver;
  const flow::Program &program;
  const Candidate &candidate;
  const flow::Function &function;
  const FunctionFacts &facts;
  const Op &op;
};

} // namespace

std::optional<Fix> fixOf(const Solver &solver, const Candidate &candidate) {
  const std::string &rule = solver.rules[candidate.rule].rule->id;
  // Of these it is not certain that they are wrong, where, or for whom.
  if (candidate.isAbsent || candidate.isOfFunction || candidate.subjectMissed ||
      (candidate.marks & finding::ByName))
    return std::nullopt;
  for (const policy::Fix &wanted : solver.policy.project.fixes)
    if (wanted.rule == rule)
      if (std::optional<Fix> fix = Mender(solver, candidate).mend(wanted))
        return fix;
  return std::nullopt;
}

} // namespace tamga::solve
