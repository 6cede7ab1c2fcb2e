//===- FlowParseOp.cpp - the text form, read: blocks and ops  ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowParse.h"

namespace tamga::flow {

static bool isTerminator(OpKind kind) { return kind >= OpKind::Jump; }

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

bool BodyParser::block(BlockId &id) {
  size_t where = cursor.where();
  llvm::StringRef name;
  if (!cursor.readName(Spelling::Name, "a block", name))
    return false;
  auto [position, isNew] = targetNames.try_emplace(name, targets.size());
  if (isNew)
    targets.push_back({Id<BlockTag>::none, where, name.str()});
  id = BlockId(position->second);
  return true;
}

bool BodyParser::label() {
  bool isDead = cursor.acceptWord("dead");
  size_t where = cursor.where();
  BlockId id;
  if (!block(id) || !cursor.need(":"))
    return false;
  if (!function.blocks.empty()) {
    const Block &before = function.blocks.back();
    if (before.ops.empty() || !isTerminator(before.ops.back().kind))
      return cursor.failAt(where, "the block before has no terminator, such as `jump " +
                                      targets[id.index].name + "`");
  }
  Target &target = targets[id.index];
  if (target.index != Id<BlockTag>::none)
    return cursor.failAt(where, "there is a block `" + target.name + "` already");
  target.index = static_cast<uint32_t>(function.blocks.size());
  function.blocks.emplace_back().isDead = isDead;
  return true;
}

bool BodyParser::body() {
  for (;;) {
    cursor.skipLines();
    if (cursor.accept("}"))
      return finishBlocks();
    if (cursor.atEnd())
      return cursor.expected("`}`");
    if (!line())
      return false;
  }
}

bool BodyParser::line() {
  if (cursor.seesLabel())
    return label();
  bool good;
  if (cursor.acceptWord("local"))
    good = declareLocal(LocalKind::Variable);
  else if (cursor.acceptWord("temp"))
    good = declareLocal(LocalKind::Temporary);
  else if (cursor.acceptWord("macro"))
    good = declareMacro();
  else if (cursor.acceptWord("statement"))
    good = declareStatement();
  else if (function.blocks.empty() && reader.attribute(function))
    good = true;
  else
    good = op();
  return good && (cursor.sees("}") || cursor.needLineEnd());
}

/// Ends the last block with `return`, and gives blocks and constants their final numbers.
bool BodyParser::finishBlocks() {
  if (!function.blocks.empty()) {
    Block &last = function.blocks.back();
    if (last.ops.empty() || !isTerminator(last.ops.back().kind)) {
      last.ops.emplace_back().kind = OpKind::Return;
      opWhere.push_back(cursor.where());
    }
  }
  for (const Target &target : targets)
    if (target.index == Id<BlockTag>::none)
      return cursor.failAt(target.where, "there is no block `" + target.name + "`");
  auto computedCount = static_cast<uint32_t>(function.values.size());
  auto move = [&](uint32_t &index) {
    if (index != Id<ValueTag>::none && (index & constantBit))
      index = computedCount + (index & ~constantBit);
  };
  for (Block &block : function.blocks)
    for (Op &op : block.ops) {
      if (op.place.root == RootKind::Value)
        move(op.place.index);
      move(op.calleeValue.index);
      move(op.thisValue.index);
      for (ValueId &id : op.operands)
        move(id.index);
      if (op.landing)
        op.landing.index = targets[op.landing.index].index;
      for (BlockId &id : op.targets)
        id.index = targets[id.index].index;
    }
  function.values.insert(function.values.end(), constants.begin(), constants.end());
  return true;
}

//===----------------------------------------------------------------------===//
// Ops
//===----------------------------------------------------------------------===//

bool BodyParser::op() {
  size_t where = cursor.where();
  Op op;
  if (cursor.sees("%")) {
    TypeId type;
    if (!computed(op.result) || !reader.typeSuffix(type) || !cursor.need("="))
      return false;
    if (type)
      function.values[op.result.index].type = type;
  }
  if (!operation(op) || !opTail(op))
    return false;
  if (function.blocks.empty())
    function.blocks.emplace_back();
  std::vector<Op> &ops = function.blocks.back().ops;
  if (!ops.empty() && isTerminator(ops.back().kind))
    return cursor.failAt(where, "expected a block label, such as `b1:`, after a terminator");
  ops.push_back(std::move(op));
  opWhere.push_back(where);
  return true;
}

bool BodyParser::operation(Op &op) {
  llvm::StringRef word = cursor.word();
  if (auto code = fromWord<Code>(codeWords, word)) {
    op.kind = OpKind::Compute;
    op.code = *code;
  } else if (auto kind = fromWord<OpKind>(opWords, word); kind && *kind != OpKind::Compute) {
    op.kind = *kind;
  } else {
    return cursor.expected("an operation");
  }
  cursor.acceptWord(word);
  switch (op.kind) {
  case OpKind::Begin:
  case OpKind::End:
  case OpKind::Address:
  case OpKind::Load:
  case OpKind::Store:
    return memory(op);
  case OpKind::Alloc:
    op.isArray = cursor.accept("[]");
    return reader.type(op.type);
  case OpKind::Compute:
  case OpKind::Unknown:
    return values(op);
  case OpKind::Closure:
    return reader.function(op.function) && values(op);
  case OpKind::Call:
    return call(op);
  case OpKind::Landing:
    return !cursor.accept("(") || (reader.type(op.type) && cursor.need(")"));
  case OpKind::Suspend:
  case OpKind::Jump:
  case OpKind::Branch:
  case OpKind::Switch:
  case OpKind::Return:
  case OpKind::Throw:
  case OpKind::Resume:
  case OpKind::Unreachable:
    return terminator(op);
  }
  return false;
}

bool BodyParser::memory(Op &op) {
  if (!place(op.place))
    return false;
  if (op.kind == OpKind::Begin)
    return reader.typeSuffix(op.type);
  if ((op.kind == OpKind::Address || op.kind == OpKind::Load) && cursor.acceptWord("by"))
    return values(op);
  return op.kind != OpKind::Store || (cursor.need("=") && value(op.operands.emplace_back()));
}

/// What follows `call`.
bool BodyParser::call(Op &op) {
  if (cursor.sees("%") || cursor.sees("(")) {
    bool isConstant = cursor.accept("(");
    op.call = CallKind::Indirect;
    return value(op.calleeValue) && (!isConstant || cursor.need(")")) && values(op);
  }
  if (cursor.acceptWord("virtual"))
    op.call = CallKind::Virtual;
  if (!reader.function(op.function) || !values(op))
    return false;
  reader.names.called(op.function, op.operands.size(), bool(op.thisValue));
  return true;
}

/// Terminators, and `suspend`.
bool BodyParser::terminator(Op &op) {
  bool takesValue = op.kind == OpKind::Branch || op.kind == OpKind::Switch;
  bool mayTakeValue =
      op.kind == OpKind::Suspend || op.kind == OpKind::Return || op.kind == OpKind::Throw;
  if (takesValue || (mayTakeValue && seesValue()))
    if (!value(op.operands.emplace_back()))
      return false;
  if (op.kind == OpKind::Switch)
    return cases(op);
  size_t count = op.kind == OpKind::Branch ? 2 : op.kind == OpKind::Jump ? 1 : 0;
  for (size_t i = 0; i < count; ++i)
    if (!block(op.targets.emplace_back()))
      return false;
  return true;
}

bool BodyParser::cases(Op &op) {
  while (cursor.acceptWord("case"))
    if (!cursor.readInteger(op.cases.emplace_back()) || !block(op.targets.emplace_back()))
      return false;
  return cursor.acceptWord("else") ? block(op.targets.emplace_back())
                                   : cursor.expected("`case` or `else`");
}

bool BodyParser::opTail(Op &op) {
  for (;;) {
    bool good;
    if (cursor.acceptWord("landing"))
      good = block(op.landing);
    else if (cursor.sees("\""))
      good = cursor.readQuoted(op.text);
    else if (cursor.acceptWord("macro"))
      good = macro(op.macro);
    else if (cursor.sees("@"))
      good = reader.location(op.at);
    else
      return !cursor.failed();
    if (!good)
      return false;
  }
}

} // namespace tamga::flow
