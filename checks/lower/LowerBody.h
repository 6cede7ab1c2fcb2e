//===- LowerBody.h - one body to blocks ---------------------------*- C++ -*-===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Lowers one function. Internal to lower/. Expressions are lowered by what their
/// context wants of them:
///
///   value(e)          the prvalue of e, or what lies in the glvalue e.
///   place(e)          where the glvalue e lives; a temporary for a prvalue.
///   pointee(e)        where the pointer e points.
///   initialise(p, e)  e is constructed in p: nothing is copied.
///   condition(e, ..)  e decides where control goes.
///   effect(e)         e is evaluated and its result dropped.
///
/// The body is walked in evaluation order, so `current` is always the block in which the
/// next op runs. After a jump it is a new block that nothing reaches; finish() drops it
/// if it stays empty.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_LOWER_LOWERBODY_H
#define TAMGA_LOWER_LOWERBODY_H

#include "LowerUnit.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Stack.h"
#include <optional>

namespace tamga::lower {

using Values = llvm::SmallVector<flow::ValueId, 4>;

class Body {
public:
  Body(Unit &unit, const flow::Function &header);
  flow::Function lowerFunction(const clang::FunctionDecl *definition);
  flow::Function lowerInitializer(const clang::VarDecl *definition);

private:
  using Expr = clang::Expr;
  using Stmt = clang::Stmt;
  /// With the indices of the elements of arrays on the way there.
  struct Place : flow::Place {
    Place() = default;
    Place(flow::Place place) : flow::Place(std::move(place)) {}
    llvm::SmallVector<flow::ValueId, 1> indices;
  };
  using BlockId = flow::BlockId;
  using ValueId = flow::ValueId;

  /// Something that ends when its scope is left.
  struct Cleanup {
    Place place;
    clang::QualType type;
    bool isDestroyed = false; ///< A destructor runs.
    bool isEnded = false;     ///< It is a local.
    const clang::VarDecl *variable = nullptr;
    BlockId pad; ///< Landing block that destroys it, once one was needed.
    const clang::FunctionDecl *release = nullptr; ///< `__attribute__((cleanup))`.
  };
  struct JumpTarget {
    BlockId block;
    size_t depth = 0;
  };
  /// A `goto` whose label was not yet seen: \p block waits for cleanups and a jump.
  struct PendingGoto {
    BlockId block;
    std::vector<Cleanup> cleanups;
  };
  struct Label {
    BlockId block;
    size_t depth = 0;
    bool isSeen = false;
    std::vector<PendingGoto> pending;
  };
  struct SwitchContext {
    std::vector<std::pair<int64_t, BlockId>> cases;
    BlockId defaultBlock;
    size_t depth = 0;
  };
  struct Capture {
    unsigned index = 0;
    bool isReference = false;
  };
  /// Ops made while it lives are at \p range.
  class At {
  public:
    At(Body &body, clang::SourceRange range) : body(body), saved(body.here) {
      if (!body.isPinned && range.isValid())
        body.here = range;
    }
    ~At() { body.here = saved; }

  private:
    Body &body;
    clang::SourceRange saved;
  };
  /// Expressions that are written elsewhere (default arguments) lie at their use.
  class Pin {
  public:
    explicit Pin(Body &body) : body(body), saved(body.isPinned) { body.isPinned = true; }
    ~Pin() { body.isPinned = saved; }

  private:
    Body &body;
    bool saved;
  };

  /// Everything that nests in sources recurs through here. Where the stack has little room
  /// left, \p action gets a new one: 10,000 terms are no reason to give up.
  template <class Action> static void onDeepStack(Action action) {
    clang::runWithSufficientStackSpace([] {}, action);
  }

  // Emission (LowerEmit.cpp)
  flow::Op &emit(flow::Op op);
  ValueId emitResult(flow::Op op, clang::QualType type);
  ValueId newValue(flow::Value value);
  ValueId constant(flow::Value value, const Expr *spelled);
  ValueId libraryConstant(const Expr *expression);
  ValueId integer(int64_t number, clang::QualType type);
  ValueId undefined(clang::QualType type);
  ValueId load(const Place &from, clang::QualType type);
  void store(const Place &to, ValueId value);
  ValueId address(const Place &place, clang::QualType pointee);
  ValueId compute(flow::Code code, Values operands, clang::QualType type);
  ValueId functionValue(const clang::FunctionDecl *function, const Expr *spelled);
  void begin(const Place &place, clang::QualType type);
  Place newTemporary(clang::QualType type);
  flow::LocalId newLocal(flow::LocalKind kind, const std::string &name, clang::QualType type);
  BlockId newBlock();
  void enter(BlockId block) {
    current = block;
    isLost = false;
  }
  /// After a jump: what comes next is reached by a label, or not at all.
  void lose() {
    enter(newBlock());
    isLost = true;
  }
  void jump(BlockId target);
  void branch(ValueId condition, BlockId whenTrue, BlockId whenFalse, std::string words = {});
  void unreachable();
  flow::MacroId macro(clang::SourceLocation where);
  ValueId unknown(const Stmt *statement, clang::QualType type);
  Place unknownPlace(const Expr *expression);
  flow::TypeId type(clang::QualType type) { return unit.type(type); }

  // Scopes (LowerScope.cpp)
  void emitCleanup(const Cleanup &cleanup);
  void emitCleanups(size_t depth, const clang::VarDecl *kept = nullptr);
  void leaveScope(size_t depth);
  BlockId landingBlock() { return landingBelow(std::min(alive, cleanups.size())); }
  BlockId landingBelow(size_t height);
  BlockId makePad(size_t index);
  void pushVariable(const clang::VarDecl *variable, const Place &place);
  void pushTemporary(const Place &place, const clang::MaterializeTemporaryExpr *use);
  void destroy(const Place &place, clang::QualType type, bool isVirtual);
  static bool isNothing(const clang::CXXRecordDecl *record);
  bool needsDestruction(clang::QualType type);
  template <class Action> void fullExpression(Action action) {
    size_t depth = cleanups.size();
    std::vector<Cleanup> outer = std::move(extended);
    extended.clear();
    action();
    leaveScope(depth);
    cleanups.insert(cleanups.end(), extended.begin(), extended.end());
    extended = std::move(outer);
  }

  // Owners (LowerOwner.cpp)
  struct CallSite;
  void releaseOwned(const Place &owner, clang::QualType type);
  ValueId resetOwner(const CallSite &site, clang::QualType type);
  void runCleanup(const clang::FunctionDecl *release, const Cleanup &cleanup);

  // Functions (LowerBody.cpp)
  void addParameters(const clang::FunctionDecl *definition);
  void addCaptures(const clang::CXXMethodDecl *callOperator);
  void initialiseMembers(const clang::CXXConstructorDecl *constructor);
  void initialiseMember(const clang::CXXCtorInitializer *initializer);
  void pushMembers(const clang::CXXDestructorDecl *destructor);
  flow::Function giveUp(std::string reason);
  flow::Function finish(); // LowerFinish.cpp

  // Statements (LowerStmt.cpp, LowerLoop.cpp, LowerTry.cpp)
  void statement(const Stmt *statement);
  void dispatchStatement(const Stmt *statement);
  void jumpStatement(const Stmt *statement);
  void rareStatement(const Stmt *statement);
  void compound(const clang::CompoundStmt *block);
  void tellStatement(const Stmt *inner);
  void declare(const clang::VarDecl *variable);
  void declareStatic(const clang::VarDecl *variable);
  void declareBindings(const clang::DecompositionDecl *bindings);
  void declaration(const clang::DeclStmt *statement);
  void ifStatement(const clang::IfStmt *statement);
  void switchStatement(const clang::SwitchStmt *statement);
  void switchCase(const clang::SwitchCase *statement);
  void addCase(const clang::CaseStmt *statement, BlockId block);
  void finishSwitch(BlockId head, const SwitchContext &context, BlockId exit);
  void whileStatement(const clang::WhileStmt *statement);
  void doStatement(const clang::DoStmt *statement);
  bool entersLoop(const clang::ForStmt *statement);
  void forStatement(const clang::ForStmt *statement);
  void rangeFor(const clang::CXXForRangeStmt *statement);
  void loopBody(const Stmt *body, BlockId next, BlockId exit);
  void returnStatement(const clang::ReturnStmt *statement);
  void labelStatement(const clang::LabelStmt *statement);
  void gotoLabel(const clang::LabelDecl *label);
  void indirectGoto(const clang::IndirectGotoStmt *statement);
  ValueId labelAddress(const clang::AddrLabelExpr *expression);
  void finishIndirectGotos();
  void assembly(const clang::GCCAsmStmt *statement);
  static bool isSetJump(const Expr *expression);
  ValueId landAgain();
  ValueId setJump(clang::QualType type);
  void setJumpCondition(BlockId whenNotZero, BlockId whenZero);
  bool jumpCall(const clang::CallExpr *expression, ValueId &result);
  void leaveTo(const JumpTarget &target);
  void rethrow();
  Place handled();
  void publishHandled();
  void throwOn(const Place &thrown);
  ValueId keepException(const Place &thrown, clang::QualType pointer);
  ValueId libraryCall(const clang::CallExpr *expression, bool &isKnown);
  void tryStatement(const clang::CXXTryStmt *statement);
  void handler(const clang::CXXCatchStmt *handler, BlockId next, BlockId exit);
  void condition(const Expr *expression, BlockId whenTrue, BlockId whenFalse);
  void fullCondition(const Expr *expression, BlockId whenTrue, BlockId whenFalse);

  // Values (LowerExpr.cpp, LowerOperator.cpp, LowerCast.cpp)
  ValueId value(const Expr *expression);
  ValueId dispatchValue(const Expr *expression);
  ValueId leafValue(const Expr *expression);
  static const Expr *wrapped(const Expr *expression);
  ValueId literalValue(const Expr *expression);
  ValueId declaredValue(const clang::DeclRefExpr *reference);
  ValueId objectValue(const Expr *expression);
  ValueId argument(const Expr *expression);
  void effect(const Expr *expression);
  ValueId thisValue(const clang::CXXThisExpr *expression);
  ValueId unaryValue(const clang::UnaryOperator *op);
  ValueId addressOf(const clang::UnaryOperator *op);
  ValueId binaryValue(const clang::BinaryOperator *op);
  ValueId logicalValue(const clang::BinaryOperator *op);
  ValueId conditionalValue(const clang::AbstractConditionalOperator *op);
  ValueId stepValue(const clang::UnaryOperator *op, bool wantsNew);
  Place assign(const clang::BinaryOperator *op);
  Place compoundAssign(const clang::CompoundAssignOperator *op);
  ValueId pointerArithmetic(const clang::BinaryOperator *op);
  ValueId castValue(const clang::CastExpr *cast);
  ValueId reinterpreted(const Expr *object, clang::QualType target);
  ValueId newValueOf(const clang::CXXNewExpr *expression);
  void initialiseNew(const clang::CXXNewExpr *expression, ValueId pointer);
  void deleteObject(const clang::CXXDeleteExpr *expression);
  ValueId throwValue(const clang::CXXThrowExpr *expression);
  ValueId statementValue(const clang::StmtExpr *expression);
  ValueId closure(const clang::LambdaExpr *lambda);
  void bind(const clang::OpaqueValueExpr *opaque);

  // Places (LowerPlace.cpp)
  Place place(const Expr *expression);
  Place dispatchPlace(const Expr *expression);
  Place rarePlace(const Expr *expression);
  Place castPlace(const clang::CastExpr *cast);
  Place declaredPlace(const clang::ValueDecl *declaration, const Expr *use);
  Place localPlace(const clang::VarDecl *variable, const Expr *use);
  Place memberPlace(const clang::MemberExpr *member);
  Place fieldPlace(Place object, const clang::FieldDecl *field);
  Place subscriptPlace(const clang::ArraySubscriptExpr *subscript);
  Place unaryPlace(const clang::UnaryOperator *op);
  Place binaryPlace(const clang::BinaryOperator *op);
  Place memberOf(Place object, const clang::BinaryOperator *op);
  Place conditionalPlace(const clang::AbstractConditionalOperator *op);
  Place pointee(const Expr *pointer);
  bool isContainerOf(const clang::BinaryOperator *op);
  std::optional<Place> memberAt(const clang::BinaryOperator *op);
  Place pointeeOfCast(const clang::CastExpr *cast);
  Place thisObject();
  Place materialise(const clang::MaterializeTemporaryExpr *expression);
  Place temporary(const Expr *prvalue);
  static Place at(ValueId pointer);
  std::optional<int64_t> knownIndex(const Expr *index);
  Place moved(Place object, const Expr *index, bool isBackwards);

  // Initialisation (LowerInit.cpp)
  void initialise(const Place &target, clang::QualType type, const Expr *from);
  void initialiseObject(const Place &target, const Expr *from);
  void initialiseList(const Place &target, const clang::InitListExpr *list);
  void initialiseRecord(const Place &target, clang::QualType type,
                        llvm::ArrayRef<const Expr *> from, const clang::FieldDecl *unionField);
  void initialiseArray(const Place &target, clang::QualType type,
                       llvm::ArrayRef<const Expr *> from, const Expr *filler);
  void initialiseZero(const Place &target, clang::QualType type);
  void initialiseInherited(const Place &target,
                           const clang::CXXInheritedCtorInitExpr *expression);
  void initialiseLoop(const Place &target, const clang::ArrayInitLoopExpr *loop);
  void initialiseConditional(const Place &target, const clang::AbstractConditionalOperator *op);
  void construct(const Place &target, const clang::CXXConstructExpr *expression);
  static bool isStandard(clang::QualType type, llvm::StringRef name);
  ValueId zero(clang::QualType type);

  // Calls (LowerCall.cpp, LowerBuiltin.cpp)
  struct CallSite {
    const clang::FunctionDecl *callee = nullptr; ///< Direct and virtual.
    ValueId calleeValue;
    ValueId thisValue;
    bool isVirtual = false;
    Values arguments;
    clang::QualType resultType;
    const Expr *expression = nullptr; ///< Absent: implicit.
  };
  ValueId emitCall(const CallSite &site);
  ValueId call(const clang::CallExpr *expression);
  ValueId directCall(const clang::CallExpr *expression, const clang::FunctionDecl *callee);
  ValueId memberCall(const clang::CXXMemberCallExpr *expression);
  ValueId closurePointer(const clang::CXXRecordDecl *lambda, clang::QualType pointer);
  ValueId staticOperatorCall(const clang::CXXOperatorCallExpr *expression,
                             const clang::CXXMethodDecl *method);
  ValueId operatorCall(const clang::CXXOperatorCallExpr *expression);
  ValueId indirectCall(const clang::CallExpr *expression);
  ValueId builtinCall(const clang::CallExpr *expression, unsigned builtin, bool &isKnown);
  ValueId namedBuiltin(const clang::CallExpr *expression, bool &isKnown);
  ValueId atomicValue(const clang::AtomicExpr *expression);
  ValueId syncCall(const clang::CallExpr *expression, llvm::StringRef name);
  ValueId compareAndSwap(const Place &target, ValueId desired, const Place *expected,
                         clang::QualType type);
  ValueId startVarArgs(const clang::CallExpr *expression);
  ValueId variableArgument(const clang::VAArgExpr *expression);
  Place varArgsPlace(const Expr *list);
  void addArguments(CallSite &site, llvm::ArrayRef<const Expr *> arguments);

  // Coroutines (LowerCoroutine.cpp)
  void coroutine(const clang::CoroutineBodyStmt *statement);
  void ownCoroutine(const clang::CoroutineBodyStmt *statement);
  void makePromise(const clang::CoroutineBodyStmt *statement);
  void unhandledException(const Stmt *handler);
  void leaveCoroutine();
  void coroutineReturn(const clang::CoreturnStmt *statement);
  ValueId suspend(const clang::CoroutineSuspendExpr *expression);
  void yield(const clang::CXXMemberCallExpr *call, const clang::OpaqueValueExpr *awaiter);
  void returnToCaller();
  ValueId dependentSuspend(const Expr *operand, const Expr *whole);
  ValueId libraryYield(const clang::CXXMemberCallExpr *call);
  ValueId awaited(const Expr *operand, clang::QualType type);
  bool isOwn(const Expr *call);

  Unit &unit;
  clang::ASTContext &context;
  flow::Function out;
  const clang::FunctionDecl *function = nullptr;
  BlockId current;
  BlockId landing; ///< Of the innermost `try`, which began at `landingDepth`.
  size_t landingDepth = 0;
  size_t alive = ~size_t(0); ///< Cleanups from here on are running or have run.
  ValueId exception;         ///< What the handler around has caught.
  clang::SourceRange here;
  bool isPinned = false;
  bool hasErrors = false;
  bool isOfTemplate = false; ///< An instance of one, or inside of one; if statements are told.
  bool isLost = false; ///< Nothing leads to `current` so far.

  llvm::DenseMap<const clang::ValueDecl *, flow::LocalId> locals;
  llvm::DenseMap<const clang::ValueDecl *, Capture> captures;
  std::optional<Capture> thisCapture;
  std::optional<Place> coroutineResult;
  const clang::VarDecl *promise = nullptr; ///< Of a coroutine whose promise is no library's.
  std::optional<Place> promiseObject;
  std::optional<JumpTarget> coroutineEnd;
  std::optional<Place> objectInInit; ///< What `this` is in an aggregate's initialisers.
  llvm::DenseMap<const clang::OpaqueValueExpr *, Place> opaquePlaces;
  llvm::DenseMap<const clang::OpaqueValueExpr *, ValueId> opaqueValues;
  std::vector<Cleanup> cleanups;
  std::vector<Cleanup> extended; ///< Temporaries that outlive their full expression.
  std::vector<JumpTarget> breaks, continues;
  std::vector<SwitchContext> switches;
  llvm::DenseMap<const clang::LabelDecl *, Label> labels;
  std::vector<BlockId> indirectGotos;
  BlockId secondReturn; ///< Of the last `setjmp`.
  std::optional<int64_t> loopIndex; ///< The element of an array that is copied one by one.
  llvm::DenseMap<clang::SourceLocation, flow::MacroId> macroIds;
  clang::SourceRange lastRange;
  flow::Location lastLocation;
};

} // namespace tamga::lower

#endif // TAMGA_LOWER_LOWERBODY_H
