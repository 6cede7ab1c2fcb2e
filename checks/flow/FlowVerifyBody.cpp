//===- FlowVerifyBody.cpp - the invariants of blocks and ops --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowVerifier.h"

namespace tamga::flow {

static bool isTerminator(OpKind kind) { return kind >= OpKind::Jump; }

void Verifier::checkBlock(const Function &of, const Block &checked) {
  op = 0;
  if (!check(!checked.ops.empty(), "the block is empty"))
    return;
  for (op = 0; op < checked.ops.size(); ++op) {
    const Op &each = checked.ops[op];
    bool isLast = op + 1 == checked.ops.size();
    check(!isLast || isTerminator(each.kind), "the last op of a block must be a terminator");
    check(isLast || !isTerminator(each.kind), "only the last op of a block is a terminator");
    if (each.kind == OpKind::Landing)
      check(op == 0 && block.index != 0, "landing is the first op of a block, not the entry");
    if (!checkIds(of, each))
      continue;
    checkPlace(of, each);
    checkFields(each);
    checkCounts(each);
    if (each.kind == OpKind::Call)
      checkCall(each);
    checkLocation(each.at);
  }
}

/// Whether every id is in range.
bool Verifier::checkIds(const Function &of, const Op &checked) {
  size_t before = faults.size();
  for (ValueId id : checked.operands)
    inRange(id, of.values, "an operand");
  inRangeOrNone(checked.calleeValue, of.values, "the callee");
  inRangeOrNone(checked.thisValue, of.values, "`this`");
  inRangeOrNone(checked.function, program.functions, "the function");
  inRangeOrNone(checked.type, program.types, "the type");
  inRangeOrNone(checked.macro, of.macros, "the macro");
  inRangeOrNone(checked.landing, of.blocks, "the landing block");
  check(checked.landing.index != 0, "nothing jumps to the entry block");
  for (BlockId target : checked.targets)
    if (inRange(target, of.blocks, "a target"))
      check(target.index != 0, "nothing jumps to the entry block");
  return faults.size() == before;
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

void Verifier::checkPlace(const Function &of, const Op &checked) {
  const Place &place = checked.place;
  switch (checked.kind) {
  case OpKind::Begin:
  case OpKind::End:
    check(place.root == RootKind::Local && place.steps.empty(),
          "only the lifetime of a local begins and ends");
    break;
  case OpKind::Address:
  case OpKind::Load:
  case OpKind::Store:
    break;
  default:
    check(place == Place(), "this op has no place");
    return;
  }
  if (!checkRoot(of, place))
    return;
  checkSteps(place);
  if (place.root == RootKind::This)
    check(place.steps.empty() ? checked.kind == OpKind::Load
                              : place.steps[0].kind == StepKind::Deref,
          "`this` is loaded as a pointer, or followed by `*`");
}

bool Verifier::checkRoot(const Function &of, const Place &place) {
  switch (place.root) {
  case RootKind::Local:
    return inRange(LocalId(place.index), of.locals, "the local of a place");
  case RootKind::This:
    return check(of.kind != FunctionKind::Plain && of.kind != FunctionKind::GlobalInit &&
                     !of.isStatic,
                 "`this` in a function that is no method");
  case RootKind::Global:
    return inRange(GlobalId(place.index), program.globals, "the global of a place");
  case RootKind::Value:
    return inRange(ValueId(place.index), of.values, "the value of a place") &&
           check(!place.steps.empty() && place.steps[0].kind == StepKind::Deref,
                 "the first step from a value is `*`");
  case RootKind::VarArgs:
    return check(of.isVariadic, "`...` in a function that is not variadic") &&
           check(place.steps.empty() || place.steps[0].kind == StepKind::Index ||
                     place.steps[0].kind == StepKind::AnyIndex,
                 "the first step from `...` is an index");
  }
  return false;
}

void Verifier::checkSteps(const Place &place) {
  for (const Step &step : place.steps) {
    bool isId = step.index >= 0 && step.index < Id<FieldTag>::none;
    auto index = static_cast<uint32_t>(step.index);
    switch (step.kind) {
    case StepKind::Field:
      check(isId && index < program.fields.size(), "the field of a step is out of range");
      break;
    case StepKind::Base:
      check(isId && index < program.types.size(), "the base of a step is out of range");
      break;
    case StepKind::Offset:
      check(step.index != 0, "the offset +0 is never written");
      break;
    case StepKind::Capture:
      check(step.index >= 0, "captures count from 0");
      break;
    case StepKind::Deref:
    case StepKind::Index:
    case StepKind::AnyIndex:
    case StepKind::Key:
    case StepKind::AnyOffset:
      break;
    }
  }
}

//===----------------------------------------------------------------------===//
// Ops
//===----------------------------------------------------------------------===//

/// Each kind of op has only the fields that Flow.h gives it.
void Verifier::checkFields(const Op &checked) {
  OpKind kind = checked.kind;
  auto only = [&](bool isUsed, std::initializer_list<OpKind> kinds, const char *what) {
    check(!isUsed || llvm::is_contained(kinds, kind),
          wordOf(opWords, kind) + " has no " + what);
  };
  only(bool(checked.landing), {OpKind::Call, OpKind::Throw, OpKind::Alloc, OpKind::Suspend},
       "landing block");
  only(bool(checked.function), {OpKind::Call, OpKind::Closure}, "function");
  only(checked.calleeValue || checked.thisValue, {OpKind::Call}, "callee or object");
  only(bool(checked.type), {OpKind::Alloc, OpKind::Landing, OpKind::Begin}, "type");
  only(checked.isArray, {OpKind::Alloc}, "array");
  only(!checked.cases.empty(), {OpKind::Switch}, "cases");
  only(!checked.targets.empty(), {OpKind::Jump, OpKind::Branch, OpKind::Switch}, "targets");
  only(!checked.text.empty(), {OpKind::Call, OpKind::Unknown, OpKind::Branch, OpKind::Switch},
       "text");
  bool needsResult = llvm::is_contained(
      {OpKind::Alloc, OpKind::Address, OpKind::Load, OpKind::Compute, OpKind::Closure}, kind);
  bool mayHaveResult = llvm::is_contained(
      {OpKind::Call, OpKind::Suspend, OpKind::Unknown, OpKind::Landing}, kind);
  check(checked.result || !needsResult, wordOf(opWords, kind) + " needs a result");
  check(!checked.result || needsResult || mayHaveResult,
        wordOf(opWords, kind) + " has no result");
  if (kind == OpKind::Closure)
    check(bool(checked.function), "closure needs a function");
  if (kind != OpKind::Unknown)
    check(checked.text.size() <= 160, "the words of an op are at most 160 bytes");
}

/// How many operands and targets each kind of op has.
void Verifier::checkCounts(const Op &checked) {
  size_t targets = 0, least = 0, most = 0;
  switch (checked.kind) {
  case OpKind::Store:
    least = most = 1;
    break;
  case OpKind::Compute:
    if (checked.code <= Code::Not)
      least = most = 1;
    else if (checked.code >= Code::Equal && checked.code <= Code::GreaterEqual)
      least = most = 2;
    else
      most = checked.operands.size();
    break;
  case OpKind::Address:
  case OpKind::Load:
  case OpKind::Closure:
  case OpKind::Call:
  case OpKind::Unknown:
    most = checked.operands.size();
    break;
  case OpKind::Suspend:
  case OpKind::Return:
  case OpKind::Throw:
    most = 1;
    break;
  case OpKind::Jump:
    targets = 1;
    break;
  case OpKind::Branch:
    targets = 2;
    least = most = 1;
    break;
  case OpKind::Switch:
    targets = checked.cases.size() + 1;
    least = most = 1;
    break;
  default:
    break;
  }
  llvm::StringRef word = checked.kind == OpKind::Compute ? wordOf(codeWords, checked.code)
                                                         : wordOf(opWords, checked.kind);
  check(checked.operands.size() >= least && checked.operands.size() <= most,
        word + " has " + llvm::Twine(checked.operands.size()) + " operands");
  check(checked.targets.size() == targets, word + " has " +
                                               llvm::Twine(checked.targets.size()) +
                                               " targets, not " + llvm::Twine(targets));
}

void Verifier::checkCall(const Op &checked) {
  if (checked.call == CallKind::Indirect) {
    check(checked.calleeValue && !checked.function, "an indirect call has a callee value only");
    return;
  }
  if (!check(checked.function && !checked.calleeValue, "a direct call has a function only"))
    return;
  const Function &callee = program[checked.function];
  check(checked.call == CallKind::Direct || checked.thisValue,
        "a virtual call needs an object: `this`");
  check(!checked.thisValue || (callee.kind != FunctionKind::Plain &&
                               callee.kind != FunctionKind::GlobalInit && !callee.isStatic),
        "`" + callee.symbol + "` is called on an object but is no method");
}

/// Exceptions go to a block that begins with `landing`, or to cleanup: blocks from which a
/// landing block or `resume` is reached.
void Verifier::checkLandings(const Function &of) {
  std::vector<std::vector<uint32_t>> sources(of.blocks.size());
  std::vector<uint32_t> work;
  std::vector<bool> isGood(of.blocks.size());
  bool hasLandings = false;
  for (uint32_t i = 0; i < of.blocks.size(); ++i) {
    const std::vector<Op> &ops = of.blocks[i].ops;
    for (const Op &each : ops)
      hasLandings |= bool(each.landing);
    if (ops.empty())
      continue;
    for (BlockId target : ops.back().targets)
      if (target.index < sources.size())
        sources[target.index].push_back(i);
    if (ops.front().kind == OpKind::Landing || ops.back().kind == OpKind::Resume)
      work.push_back(i);
  }
  if (!hasLandings)
    return;
  while (!work.empty()) {
    uint32_t good = work.back();
    work.pop_back();
    if (isGood[good])
      continue;
    isGood[good] = true;
    work.insert(work.end(), sources[good].begin(), sources[good].end());
  }
  for (block.index = 0; block.index < of.blocks.size(); ++block.index) {
    const std::vector<Op> &ops = of.blocks[block.index].ops;
    for (op = 0; op < ops.size(); ++op)
      if (ops[op].landing.index < isGood.size())
        check(
            isGood[ops[op].landing.index],
            "the landing block neither begins with `landing` nor leads to one or to `resume`");
  }
  block = {};
  op = 0;
}

} // namespace tamga::flow
