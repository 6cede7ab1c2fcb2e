//===- LowerLabel.cpp - labels, jumps to them, and assembly ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The address of a label is a number, and `goto *p` a switch over the numbers of all labels
// of the function whose address is taken anywhere. They are known at its end only.
//
//===----------------------------------------------------------------------===//
#include "LowerBody.h"
#include "clang/AST/StmtVisitor.h"

using namespace clang;

namespace tamga::lower {

using flow::OpKind;

void Body::gotoLabel(const LabelDecl *declaration) {
  Label &label = labels[declaration];
  if (!label.block)
    label.block = newBlock();
  if (label.isSeen) {
    leaveTo({label.block, std::min(label.depth, cleanups.size())});
    return;
  }
  BlockId waiting = newBlock();
  label.pending.push_back({waiting, cleanups});
  jump(waiting);
}

void Body::labelStatement(const LabelStmt *statement) {
  {
    Label &label = labels[statement->getDecl()];
    if (!label.block)
      label.block = newBlock();
    label.isSeen = true;
    label.depth = cleanups.size();
  }
  BlockId block = labels[statement->getDecl()].block;
  jump(block);
  std::vector<PendingGoto> pending = std::move(labels[statement->getDecl()].pending);
  for (PendingGoto &waiting : pending) {
    enter(waiting.block);
    std::swap(cleanups, waiting.cleanups);
    emitCleanups(std::min(waiting.cleanups.size(), cleanups.size()));
    std::swap(cleanups, waiting.cleanups);
    jump(block);
  }
  enter(block);
  this->statement(statement->getSubStmt());
}

//===----------------------------------------------------------------------===//
// Labels as values
//===----------------------------------------------------------------------===//

/// Unique in a function, and the same in the initialiser of a static table.
static int64_t numberOf(const SourceManager &sources, const LabelDecl *label) {
  return sources.getFileOffset(sources.getExpansionLoc(label->getLocation())) + 1;
}

Body::ValueId Body::labelAddress(const AddrLabelExpr *expression) {
  return integer(numberOf(context.getSourceManager(), expression->getLabel()),
                 expression->getType());
}

void Body::indirectGoto(const IndirectGotoStmt *statement) {
  flow::Op op;
  op.kind = OpKind::Switch;
  fullExpression([&] { op.operands.push_back(value(statement->getTarget())); });
  indirectGotos.push_back(current);
  emit(std::move(op));
  lose();
}

namespace {
/// Labels of which the address is taken somewhere in a statement.
class TakenLabels : public ConstStmtVisitor<TakenLabels> {
public:
  explicit TakenLabels(std::vector<const LabelDecl *> &labels) : labels(labels) {}
  void VisitStmt(const Stmt *statement) {
    for (const Stmt *child : statement->children())
      if (child)
        Visit(child);
  }
  void VisitAddrLabelExpr(const AddrLabelExpr *expression) {
    if (!llvm::is_contained(labels, expression->getLabel()))
      labels.push_back(expression->getLabel());
  }
  void VisitDeclStmt(const DeclStmt *statement) {
    for (const Decl *declared : statement->decls())
      if (const auto *variable = dyn_cast<VarDecl>(declared); variable && variable->getInit())
        Visit(variable->getInit());
  }

private:
  std::vector<const LabelDecl *> &labels;
};
} // namespace

void Body::finishIndirectGotos() {
  if (indirectGotos.empty() || !function)
    return;
  std::vector<const LabelDecl *> taken;
  TakenLabels(taken).Visit(function->getBody());
  BlockId nowhere = newBlock();
  for (BlockId block : indirectGotos) {
    flow::Op &op = out.blocks[block.index].ops.back();
    for (const LabelDecl *label : taken)
      if (labels[label].block) {
        op.cases.push_back(numberOf(context.getSourceManager(), label));
        op.targets.push_back(labels[label].block);
      }
    op.targets.push_back(nowhere);
  }
}

//===----------------------------------------------------------------------===//
// setjmp
//===----------------------------------------------------------------------===//

/// `longjmp` is an exception, and what comes after `setjmp` runs as in a `try`: its handler
/// is where `setjmp` returns once more.
static bool calls(const Expr *expression, llvm::ArrayRef<const char *> names) {
  const auto *call = dyn_cast<CallExpr>(expression->IgnoreParenImpCasts());
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  const IdentifierInfo *name = callee ? callee->getIdentifier() : nullptr;
  return name && name->getName().ends_with("jmp") &&
         llvm::is_contained(names, name->getName()) && !callee->hasBody();
}

bool Body::isSetJump(const Expr *expression) {
  return calls(expression, {"setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp"});
}

Body::ValueId Body::landAgain() {
  landing = newBlock();
  landingDepth = cleanups.size();
  BlockId before = current;
  enter(landing);
  flow::Op op;
  op.kind = OpKind::Landing;
  ValueId thrown = emitResult(std::move(op), context.getPointerType(context.IntTy));
  ValueId code = load(at(thrown), context.IntTy);
  std::swap(before, current);
  secondReturn = before;
  return code;
}

/// `if (setjmp(b) == 0)`: the two returns of `setjmp` take one side each.
void Body::setJumpCondition(BlockId whenNotZero, BlockId whenZero) {
  landAgain();
  jump(whenZero);
  enter(secondReturn);
  jump(whenNotZero);
}

Body::ValueId Body::setJump(QualType type) {
  Place result = newTemporary(type);
  BlockId after = newBlock();
  store(result, integer(0, type));
  ValueId code = landAgain();
  jump(after);
  enter(secondReturn);
  store(result, code);
  jump(after);
  enter(after);
  return load(result, type);
}

/// Whether \p expression was a call of one of them, of which \p result is the value.
bool Body::jumpCall(const CallExpr *expression, ValueId &result) {
  if (isSetJump(expression)) {
    result = setJump(expression->getType());
    return true;
  }
  if (!calls(expression, {"longjmp", "_longjmp", "siglongjmp"}) ||
      expression->getNumArgs() != 2)
    return false;
  flow::Op op;
  op.kind = OpKind::Throw;
  op.operands.push_back(value(expression->getArg(1)));
  op.landing = landingBlock();
  emit(std::move(op));
  lose();
  return true;
}

//===----------------------------------------------------------------------===//
// Assembly
//===----------------------------------------------------------------------===//

/// What the instructions do is not read: all that goes in may come out in every output.
void Body::assembly(const GCCAsmStmt *statement) {
  fullExpression([&] {
    Values inputs;
    for (const Expr *input : statement->inputs())
      if (ValueId given = input->isGLValue() ? value(input) : argument(input))
        inputs.push_back(given);
    std::vector<std::pair<Place, QualType>> outputs;
    for (unsigned i = 0; i < statement->getNumOutputs(); ++i) {
      const Expr *output = statement->getOutputExpr(i);
      outputs.push_back({place(output), output->getType()});
      if (statement->isOutputPlusConstraint(i))
        inputs.push_back(load(outputs.back().first, output->getType()));
    }
    flow::Op op;
    op.kind = OpKind::Unknown;
    op.text = statement->getStmtClassName();
    op.operands = inputs;
    if (statement->getNumInputs() || statement->getNumClobbers())
      emit(std::move(op));
    for (auto &[target, type] : outputs)
      if (!inputs.empty())
        store(target, compute(inputs.size() == 1 ? flow::Code::Cast : flow::Code::Arithmetic,
                              inputs, type));
  });
  for (unsigned i = 0; i < statement->getNumLabels(); ++i) {
    BlockId jumps = newBlock(), stays = newBlock();
    branch(undefined(context.BoolTy), jumps, stays);
    enter(jumps);
    gotoLabel(statement->getLabelExpr(i)->getLabel());
    enter(stays);
  }
}

} // namespace tamga::lower
