//===- Interpret.h - one function, interpreted ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Interprets the body of one function over its blocks until nothing changes, and gives its
/// summary. Files by question: Interpret.cpp (blocks), Transfer.cpp (ops), Cells.cpp (places),
/// Keys.cpp, Calls.cpp and Binding.cpp (calls of bodies), Models.cpp, Callables.cpp, Ports.cpp
/// (API models), Conditions.cpp (guards), Events.cpp (sinks and uses).
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_INTERPRET_H
#define TAMGA_SOLVE_INTERPRET_H

#include "Later.h"
#include "Ports.h"
#include "Solver.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"

namespace tamga::solve {

/// What paths of a callee are at a call, by path. It holds for one summary: what that writes
/// is written when all is bound.
struct BoundPaths {
  bool isForWrite = false; ///< The callee writes there.
  std::map<PathId, llvm::SmallVector<Cell, 2>> cells;
  std::map<PathId, Datum> contents;
  std::map<PathId, ValueFact> copies;
};

/// One call, with what its ports are looked up in.
struct CallContext {
  const flow::Op &op;
  uint32_t index = 0;           ///< Of the op in the function.
  flow::FunctionId callee = {}; ///< The function whose models or body apply.
  std::vector<ValueFact> arguments = {};
  ValueFact receiver = {}; ///< The pointer `this`.
  bool hasReceiver = false;
  ValueFact result = {};
  bool isSynthetic = false;          ///< Made by a model: arguments are values, not operands.
  std::vector<ValueFact> callbackArguments = {}; ///< For callables that models call.
  std::optional<ValueFact> callbackReceiver = {}; ///< Where the callable is a method.
  flow::FunctionId callbackTarget = {};           ///< The overload that is called, if known.
  ValueFact callbackResult = {};
  std::vector<std::pair<unsigned, ValueFact>> callbackSources = {};
  bool hasCallbackEffect = false;
  unsigned madeObjects = 0;                  ///< By models of this call.
  bool addsToBody = false;                   ///< Models of a function whose body was applied.
  std::vector<policy::Kind> shownKinds = {}; ///< Sources that the body has itself.
  std::map<VersionId, VersionId> versions = {}; ///< Translated so far, for one summary.
  BoundPaths bound = {};
  unsigned versionDepth = 0;
};

/// The index of the Literal root that holds what a function returns. Exception objects
/// are Literal roots, too, under the number of their landing block.
constexpr int64_t returnSlot = -1;

/// Captures of different closures are different parts, so that those of several that
/// stand in one place, a list of callbacks for instance, stay apart.
inline int64_t captureIndex(const flow::Function &body, int64_t capture) {
  return (int64_t(body.record.index) << 16) + capture;
}

/// The closure and the capture of a captureIndex.
inline std::pair<flow::TypeId, size_t> closureOf(int64_t index) {
  return {flow::TypeId(uint32_t(index >> 16)), size_t(index & 0xffff)};
}

/// The position of the step of \p port that names a callback's parameter, or none.
std::optional<unsigned> paramStep(const policy::Port &port);

class Interpreter {
public:
  Interpreter(Solver &solver, flow::FunctionId function, const FunctionKey &key);
  Summary run();

private:
  // Interpret.cpp
  State entryState();
  void interpretBlock(uint32_t block);
  void flowTo(flow::BlockId target, const State &state, uint32_t from);
  void dropLoopVersions(State &state, uint32_t head, uint32_t latch);
  void dropStaleValues(State &turned, llvm::function_ref<bool(VersionId)> isStale);
  Summary finish();
  using Writes = std::vector<std::pair<PathId, Datum>>;
  Writes visibleWrites(const State &leaving, const ValueFact &result, bool &isCut);
  void cutWrites(Writes &writes, bool &isCut);
  bool isKnownOutside(VersionId version) const;
  bool isVisibleOutside(PathId root, const std::vector<PathId> &reachable);

  // Transfer.cpp
  void transfer(const flow::Op &op);
  void terminate(const flow::Op &op, uint32_t block);
  void lifetime(const flow::Op &op);
  void compute(const flow::Op &op);
  void address(const flow::Op &op);
  void load(const flow::Op &op);
  const flow::Value *textAt(const flow::Place &place) const;
  ConstantId textBehind(PathId path) const;
  void addGlobalConstant(flow::GlobalId global, Datum &datum);
  void store(const flow::Op &op);
  void closure(const flow::Op &op);
  void landing(const flow::Op &op);
  PathId partOfType(flow::TypeId type);
  std::optional<flow::TypeId> typeOfPart(PathId part) const;
  bool addThrown(llvm::SmallVectorImpl<Cell> &caught, const Datum &datum, flow::TypeId wanted);
  llvm::SmallVector<Cell, 2> thrownParts(llvm::ArrayRef<Cell> objects, flow::TypeId wanted);
  ValueFact ofType(const ValueFact &fact, flow::TypeId type);
  bool isOfClass(flow::TypeId type, flow::TypeId wanted) const;
  bool isCaughtAs(flow::TypeId type, flow::TypeId wanted) const;
  uint32_t headOfHandlers(uint32_t block, llvm::SmallVectorImpl<flow::TypeId> &missed) const;
  ValueFact withoutCaught(ValueFact fact) const;
  void throwValue(const ValueFact &fact, flow::BlockId landing);
  ValueFact &value(flow::ValueId id);
  ValueFact constantValue(const flow::Value &value), literalValue(const std::string &text);
  void applyLiteral(const policy::Effect &effect, const std::string &text, Datum &datum);
  llvm::SmallVector<Cell, 2> cells(const flow::Place &place, Atoms *chosen = nullptr);
  llvm::SmallVector<Cell, 2> rootCells(const flow::Place &place, Atoms *chosen);
  llvm::SmallVector<Cell, 2> pointeesOf(Cell cell, int64_t index, Atoms *chosen = nullptr);
  void materialise(Datum &pointer, int64_t index);
  PathId localRoot(uint32_t local) const;
  flow::TypeId typeOf(PathId path) const;
  flow::TypeId typeIn(const flow::Function &owner, PathId path) const;
  flow::TypeId elementType(const flow::Type &container) const;
  flow::TypeId captureType(int64_t index) const;
  flow::TypeId valueType(flow::ValueId id) const;
  VersionId madeVersion(uint32_t op, PathId path = 0, llvm::ArrayRef<VersionId> inputs = {});

  // Chosen.cpp
  void addChosen(Atoms &chosen, const Datum &pointer);
  void addChoices(Atoms &chosen, const Datum &index, const llvm::Twine &words);
  void passChosen(Datum &content, const Atoms &chosen, flow::TypeId type);
  void passToParts(ValueFact &value, const Atoms &chosen, flow::TypeId type);
  void chosePointee(CallContext &context, PathId path, Datum &pointer),
      chooseAt(const flow::Op &op, Atoms &chosen);
  void chooseBeside(const flow::Op &op, ValueFact &stored);
  Atoms chosenOnTheWay(CallContext &context, PathId path);
  void chooseAtStep(CallContext &context, const policy::Port::Step &step, PortTarget &target);
  bool addsChosen(CallContext &context, const policy::Effect &effect, PortWrite &write);

  // Trails.
  TrailId step(TrailId previous, finding::StepKind kind, const llvm::Twine &text,
               TrailId inner = 0);
  void extendTrails(Datum &datum, finding::StepKind kind, const llvm::Twine &text);
  void extendTrails(ValueFact &value, finding::StepKind kind, const llvm::Twine &text);

  // Calls.cpp
  void call(const flow::Op &op);
  void callTargets(CallContext &context, llvm::ArrayRef<flow::FunctionId> targets);
  void callOne(CallContext &context);
  void giveObject(CallContext &context);
  void noteShown(CallContext &context, const Summary &summary);
  void callUnknown(CallContext &context);
  void publishGlobals(const State &seen);
  llvm::SmallVector<flow::FunctionId, 4> functionsOf(const Datum &callee);
  void carry(CallContext &context, const ValueFact &argument, Datum &carried);
  Datum throughUnknown(CallContext &context, const Datum &datum);
  void writeUnknown(CallContext &context, ValueFact incoming);
  void applySummary(CallContext &context, const Summary &summary);
  void widenToArray(PathId path, const Datum &datum, llvm::SmallVectorImpl<Cell> &cells);
  /// A write of a callee, in the terms of the call.
  struct BoundWrite {
    unsigned depth = 0;
    uint32_t order = 0;
    llvm::SmallVector<Cell, 2> cells;
    ValueFact value;
  };
  std::vector<BoundWrite> bindWrites(CallContext &context, const Writes &writes);
  void applyWrites(llvm::ArrayRef<BoundWrite> writes);
  ValueFact translateObject(CallContext &context, const ValueFact &object, bool isResult);
  llvm::SmallVector<const policy::FunctionModel *, 2> modelsOfField(const flow::Op &op);
  llvm::SmallVector<flow::FunctionId, 4> targetsOf(const flow::Op &op);
  llvm::SmallVector<flow::FunctionId, 4> overridersOf(flow::FunctionId target,
                                                      const Datum &receiver);
  llvm::SmallVector<flow::TypeId, 1> exactTypes(PathId path) const;
  void wantType(PathId path);
  void wantFunctions(const Origin &origin);
  FunctionKey keyFor(CallContext &context, const Summary &summary);
  FunctionKey wholeKey(CallContext &context);
  flow::TypeId typeInCallee(CallContext &context, PathId path) const;
  llvm::SmallVector<Cell, 2> boundPointees(CallContext &context, PathId path,
                                           llvm::ArrayRef<Cell> pointers);
  llvm::SmallVector<Cell, 2> bindCells(CallContext &context, PathId path, bool &isValue);
  ValueFact bindValue(CallContext &context, PathId path);
  const Datum &bindContent(CallContext &context, PathId path);
  Datum bindNewContent(CallContext &context, PathId path);
  policy::Labels pointerLabels(CallContext &context, PathId path);
  Datum translate(CallContext &context, const Datum &datum, bool isResult);
  bool isUntouched(const Datum &datum, const Origin &origin) const;
  Datum translatePointees(CallContext &context, const Datum &datum);
  ValueFact bindCopy(CallContext &context, const Atom &atom);
  ValueFact translateValue(CallContext &context, const Datum &datum, bool isResult);
  ConditionId translateCondition(CallContext &context, ConditionId condition);
  VersionId translateNewVersion(CallContext &context, VersionId version);
  VersionId translateVersion(CallContext &context, VersionId version);
  VersionId translateEither(CallContext &context, VersionId version);
  Subject translateSubject(CallContext &context, const Subject &subject);
  Guard translateGuard(CallContext &context, const Guard &guard);
  GuardSet translateGuards(CallContext &context, const GuardSet &guards);
  Cell translateMade(CallContext &context, PathId path);
  void callValue(CallContext &context, const PortTarget &callable, bool isLater);
  llvm::SmallVector<flow::FunctionId, 4> methodsFor(const CallContext &outer, CallContext &inner,
                                                    llvm::ArrayRef<flow::FunctionId> methods);

  // Models.cpp and Ports.cpp
  void applyModels(CallContext &context, llvm::ArrayRef<const policy::FunctionModel *> models);
  std::string calleeName(const CallContext &context) const;
  void applyEffect(CallContext &context, const policy::Effect &effect);
  void applyPropagates(CallContext &context, const policy::Effect &effect);
  std::vector<PortWrite> readPropagated(CallContext &context, const policy::Effect &effect);
  void cutText(CallContext &context, policy::Port at);
  void applyMakes(CallContext &context, const policy::Effect &effect);
  bool coversAll(CallContext &context, const policy::Effect &effect);
  void applyAliases(CallContext &context, const policy::Effect &effect);
  void applyGives(CallContext &context, const policy::Effect &effect);
  void applyLabels(CallContext &context, const policy::Effect &effect);
  void applyCallback(CallContext &context, const policy::Effect &effect);
  void callTheCallables(CallContext &context, const policy::Effect &effect);
  void addStopToken(CallContext &context, flow::FunctionId function, const policy::Effect &effect);
  void fillCallbackArgument(CallContext &context, const policy::Port &at, ValueFact &value);
  void applySource(CallContext &context, const policy::Effect &effect);
  void applySink(CallContext &context, const policy::Effect &effect);
  bool holds(CallContext &context, const policy::When &when);
  bool carries(CallContext &context, const policy::When &when);
  bool reaches(const PortTarget &target, llvm::function_ref<bool(const Datum &)> holds) const;
  std::vector<PortTarget> resolve(CallContext &context, const policy::Port &port);
  PortTarget argumentTarget(CallContext &context, unsigned index);
  PortTarget below(const PortTarget &target, Step kind, int64_t index);
  PortTarget element(const PortTarget &target, const policy::Port::Step &step);
  PortTarget behind(const PortTarget &target, bool isEverything);
  PortTarget follow(CallContext &context, PortTarget target, const policy::Port::Step &step);
  PortTarget followStep(CallContext &context, PortTarget target, const policy::Port::Step &);
  Datum readPort(const PortTarget &target);
  bool isBufferView(flow::TypeId type) const;
  ConstantId textOfLetter(PathId path);
  void addViewed(Datum &content);
  bool isElementOfArray(PathId path) const, isInsideArray(PathId path) const;
  bool isStandardStream(PathId path) const;
  ValueFact snapshotPort(const PortTarget &target), contentOfPort(const PortTarget &target);
  ValueFact copyOut(const PortTarget &target, bool goesToMemory);
  void writePort(CallContext &context, const policy::Port &port, const PortWrite &write);
  void writeBehindResult(CallContext &context, Cell object, const policy::Port &port,
                         const PortWrite &write);
  void writeResult(CallContext &context, const policy::Port &port, const PortWrite &write);
  ValueFact concatenate(const ValueFact &first, const ValueFact &second);
  void setLabels(ValueFact &value, policy::Labels labels);
  flow::FieldId findField(flow::TypeId type, llvm::StringRef name) const;
  ConstantId argumentConstant(CallContext &context, unsigned index);
  bool isAddress(CallContext &context, PathId path);
  bool needsNull(CallContext &context, ConditionId condition);
  ConstantId keyArgument(CallContext &context, unsigned index);
  void keyConstants(CallContext &context, const Summary &summary, FunctionKey &wanted);
  void keyFunctions(CallContext &context, const Summary &summary, FunctionKey &wanted);
  void wantConstant(const Datum &datum);
  ConstantId partConstant(CallContext &context, const policy::Port::Step &step);
  std::pair<Step, int64_t> elementUnder(ConstantId key);
  PortTarget sequence(const PortTarget &target);
  PortTarget anyOfRange(const PortTarget &target);
  PortTarget elementOfType(CallContext &context, const PortTarget &target,
                           const policy::Port::Step &step);
  std::optional<unsigned> alternativeFor(flow::TypeId holder, flow::TypeId wanted) const;
  PortTarget neighbour(CallContext &context, PortTarget target,
                       const policy::Port::Step &step);
  PortTarget someElement(const PortTarget &target);
  const flow::Op *madeBy(flow::ValueId value);
  std::optional<Cell> containerOf(CallContext &context, unsigned argument,
                                  llvm::ArrayRef<llvm::StringRef> names);
  std::optional<Cell> wholeRange(CallContext &context, const policy::Effect &effect,
                                 const policy::Port &at);
  void fillWith(PathId container, const ValueFact &value);
  bool replaceElements(CallContext &context, const policy::Port &port, const PortWrite &write);
  policy::Labels channelLabels(CallContext &context, const policy::Effect &effect);
  Subject sinkChannel(CallContext &context, const policy::Effect &effect, const policy::Kind &kind);
  policy::Kind streamKind(CallContext &context, const policy::Effect &effect);
  void addDeclaredSources(Datum &content);
  policy::Kind namedKind(PathId path) const;
  policy::Kind elementKind(CallContext &context, const policy::Effect &effect, bool isByName);
  bool holdsInput(CallContext &context);
  TrailId declaredTrail(PathId path, const policy::Kind &kind, TrailId trail);
  void addFieldSources(Datum &datum, const flow::Op &op);
  VersionId ownerOf(const flow::Place &place, size_t step);

  // Callables.cpp
  flow::FunctionId calledFunction(const PortTarget &callable);
  ValueFact callbackArgument(const PortTarget &target, flow::FunctionId function, unsigned index);
  PathId boundPart(PathId callable, unsigned index, bool isPlaceholder);
  void keyBound(FunctionKey &wanted, PathId path, const ValueFact &callable);
  void applyBinds(CallContext &context, const policy::Effect &effect);
  void fillBound(const ValueFact &callable, std::vector<PortTarget> &targets);
  void takeReceiver(CallContext &context, const PortTarget &callable, std::vector<PortTarget> &targets);
  llvm::SmallVector<flow::FunctionId, 4> callOperatorsOf(flow::TypeId type) const;
  llvm::SmallVector<flow::FunctionId, 4> overloadsOf(const PortTarget &callable,
                                                     llvm::ArrayRef<PortTarget> targets);
  void callOverloads(CallContext &context, const policy::Effect &effect,
                     const PortTarget &callable, llvm::ArrayRef<PortTarget> targets);
  void callWith(CallContext &context, const policy::Effect &effect, const PortTarget &callable,
                std::vector<PortTarget> targets);
  ValueFact referredTo(const CallContext &context, const policy::Effect &effect,
                       const PortTarget &callable);
  PortTarget passedThrough(CallContext &context, const policy::Effect &effect,
                           const PortTarget &target);
  void callModelled(CallContext &context, const PortTarget &callable);
  PortTarget dereferenced(CallContext &context, const PortTarget &target, flow::FunctionId star);
  ConstantId keyConstant(const ValueFact &value, PathId element, llvm::StringRef key) const;
  ValueFact underKeys(const ValueFact &value, llvm::StringRef key);
  flow::TypeId constructedType(CallContext &context, const policy::Port &at);
  unsigned fitness(flow::TypeId parameter, flow::TypeId argument) const;
  llvm::SmallVector<flow::FunctionId, 4> constructorsFor(flow::TypeId type,
                                                         llvm::ArrayRef<PortTarget> arguments);
  void applyConstructs(CallContext &context, const policy::Effect &effect);
  void constructAt(CallContext &context, std::pair<PathId, flow::TypeId> object,
                   llvm::ArrayRef<PortTarget> arguments);

  // Conditions.cpp
  /// Both sides of a comparison; the second is missing for `!x` and `bool(x)`.
  struct Comparison {
    flow::Code code;
    Datum first, second;
    bool isBool = false; ///< Of truth values.
  };
  void compareOutcomes(const Comparison &comparison, Datum &result);
  void compareEach(const Comparison &comparison, Outcomes &outcomes);
  VersionId compared(const flow::Op &op);
  Comparison comparisonOf(const flow::Op &op);
  void tellCompared(CallContext &context, VersionId version, Datum &result);
  Datum entryDatum(CallContext &context, VersionId version);
  void assumeDefault(State &state, const flow::Op &op);
  void applyShown(CallContext &context, const Summary &summary);
  void assume(State &state, flow::ValueId condition, OutcomeKey key);
  void endGuards(const Guard &ended);
  Subject subjectOf(CallContext &context, const policy::Port &port);
  enum class Relation { Same, Different, Unknown };
  Relation relate(const Subject &left, const Subject &right) const;
  bool differsFromMerged(VersionId merge, VersionId version) const;
  Relation relateVersions(VersionId first, VersionId second) const;
  VersionId eitherOf(llvm::ArrayRef<Cell> cells);
  bool isComputed(const VersionNode &node) const;
  flow::TypeId versionType(VersionId version) const;
  bool isSameCall(const VersionNode &first, const VersionNode &second) const;
  void owners(VersionId version, llvm::SmallVectorImpl<VersionId> &out) const;
  bool isOwnAndGiven(const Datum &own, const Datum &given) const;
  ConstantId foldComparison(flow::Code code, ConstantId left, ConstantId right);
  void ancestors(VersionId version, llvm::SmallVectorImpl<VersionId> &out) const;

  // Guards.cpp
  void addOutcome(Datum &datum, OutcomeKey key, const Guard &guard);
  OutcomeKey outcomeKey(const policy::Effect &effect);
  VersionId purposeOf(CallContext &context, const policy::Port &port);
  void applyGuards(CallContext &context, const policy::Effect &effect);
  flow::TypeId heldBy(flow::ValueId value) const;
  bool isOptional(flow::ValueId value) const;
  bool isEachSatisfied(const policy::Rule &rule, const Event &event, const GuardSet &held);
  bool tellHeld(CallContext &context, const policy::Effect &effect, const Datum &answer);
  void applyTells(CallContext &context, const policy::Effect &effect);
  PathId fieldAbove(PathId path) const;
  std::vector<Guard> fieldGuards(PathId path);
  void addFieldOutcomes(Datum &datum, llvm::ArrayRef<Cell> from);
  void ageGuards();
  GuardSet guardsOfLater() const;
  policy::Miss missOf(const policy::Rule &rule, const Event &event, const Guard &guard,
                      const GuardSet &held);
  bool isSatisfied(const policy::Rule &rule, Event &event, const GuardSet &held);
  bool isOver(const Event &event) const;
  /// The same, and evidence of it is kept.
  bool settles(Event &event, const GuardSet &held);
  const Guard *settledBy = nullptr; ///< The guard that last satisfied an event.

  // Events.cpp
  void meetSink(const Atom &atom, Event event);
  /// A sink, and where it leads to.
  struct SinkPlace {
    policy::Kind kind;
    PathId endpoint = 0; ///< What this path holds on entry knows where it leads to.
  };
  void addInitializers(Datum &content);
  SinkPlace leadTo(policy::Kind kind, const Datum &endpoint);
  void sink(CallContext &context, Event event, const Datum &content, const std::string &note);
  void use(const policy::Kind &kind, const Event &asked, const llvm::Twine &words);
  std::string usedBy(CallContext &context, const policy::Kind &kind) const;
  void useNames(); // Names.cpp
  void settleUse(Event event);
  void liftSink(CallContext &context, Event event, const Event &inner);
  void liftEvents(CallContext &context, const Summary &summary);

  // Later.cpp
  bool isAsBefore(const Later &noted) const;
  void noteLater(CallContext &context, const Summary &summary);
  void noteRuns(CallContext &context, const Summary &summary);
  void leadTo(CallContext &context, const LaterRun &run);
  std::vector<LaterRun> visibleRuns() const;
  void runLater(PathId root);
  void runAside(CallContext &context, llvm::ArrayRef<flow::FunctionId> targets);
  void askLater(PathId root);
  void askInLoop(flow::BlockId target, uint32_t block);
  void endThreads(const flow::Function &callee);

  // Literals.cpp
  void useLiteral(CallContext &context, const policy::Effect &effect);
  void meetLiteral(Event event, const Datum &datum);
  llvm::SmallVector<ConstantId, 4> constantsOf(const Datum &datum) const;
  Datum literalAt(const PortTarget &target);
  Datum boundLiteral(CallContext &context, PathId path);

  // Channels.cpp
  Subject channelOf(CallContext &context, const policy::Port &port);
  void addChannel(Subject &channel, Cell cell, flow::TypeId type);
  Subject translateChannel(CallContext &context, const Subject &channel);
  policy::Labels heldLabels(const Subject &channel) const;
  void gainLabels(State &in, const GuardSet &done);
  void labelChannel(const Subject &channel, policy::Labels labels);
  void sinkFields(CallContext &context, llvm::ArrayRef<Cell> written);
  void openSink(Event event);
  uint32_t dropEvent(Event event);
  using Gained = std::map<uint32_t, policy::Labels>; ///< By event: on every way so far.
  void leaveSinks(const State &leaving, Gained &ways);
  policy::Labels gainedBy(const Event &event) const;
  void settleSinks(Summary &summary);
  bool isSeenOutside(const Subject &channel) const;
  Gained gained, gainedInLoops; ///< On ways out, and round loops.

  // Duties.cpp
  void useDuty(CallContext &context, const policy::Kind &kind, const Subject &subject);
  void endDuties(State &in, const GuardSet &done);
  void dropImpossibleDuties(State &in);
  void mayThrow(const flow::Op &op, State leaving);
  void noteThrow(const flow::Op &op);
  void leaveByThrow(const State &leaving);
  std::vector<Duty> translateDuties(CallContext &context, const std::vector<Duty> &duties);
  void applyDuties(CallContext &context, const Summary &summary);
  void addThrownDuties(CallContext &context, const Summary &summary, State &leaving);

  // Stores.cpp
  struct StoreName {
    llvm::SmallVector<uint32_t, 2> names;
    PathId path = 0;
    bool hasText = false; ///< Some text was known.
  };
  static std::string nameIn(const std::string &text, llvm::StringRef named);
  void addNames(const Datum &datum, llvm::StringRef named, StoreName &out);
  StoreName storeName(CallContext &context, const policy::Effect &effect);
  std::string placeName(PathId path) const;
  std::string keeperOf(PathId path) const;
  void noteKept(llvm::ArrayRef<Cell> cells, const ValueFact &value);
  void useStore(CallContext &context, const policy::Effect &effect);
  void meetStore(Event event, const Datum *content);
  void settleStore(Event event);
  void liftStore(CallContext &context, Event event, const Event &inner);
  uint32_t addEvent(Event event);
  std::vector<policy::Kind> heldKinds() const;

  Solver &solver;
  const flow::Program &program;
  Tables &tables;
  Domain domain;
  const flow::FunctionId id;
  const flow::Function &function;
  FunctionFacts &facts;
  const FunctionKey &key;

  State state;                ///< At the op being interpreted.
  std::vector<State> entries; ///< By block.
  std::vector<unsigned> visits;
  std::vector<bool> isPending;
  std::vector<ValueFact> values;
  uint32_t currentOp = 0;
  uint32_t currentBlock = 0;
  uint64_t interpretedOps = 0;
  bool isOverBudget = false;
  unsigned callDepth = 0; ///< Of callables called by models.
  bool endsHere = false;  ///< The op just interpreted does not return.
  bool hasThrown = false; ///< The call just interpreted has thrown, and what is known.
  bool writesGlobals = false; ///< Some op so far did.
  bool isInLater = false;     ///< A callable is called that may run later.
  /// What it puts out goes through this, and the labels that this has.
  Subject laterChannel;
  policy::Labels laterLabels = 0;
  std::map<std::pair<uint32_t, flow::FunctionId>, Later> later; ///< By op and callee.
  std::map<LaterRun, RunState> laterRuns;

  State exit;       ///< Joined over all returns.
  State endless;    ///< Joined over calls that do not return.
  State thrownExit; ///< Joined over all exceptions that leave.
  ValueFact thrown;
  bool throwsAnew = false;
  std::vector<Duty> thrownDuties;
  std::map<std::tuple<uint8_t, Site, policy::Kind, PathId, policy::Labels, policy::StepStrength,
                      uint32_t, policy::Kind, Event::StoreName, Site, Subject>,
           Event>
      events;
  std::vector<PathId> wants, typeWants, constantWants;
  std::vector<Guard> ends; ///< Guards that some path ended.
};

} // namespace tamga::solve

#endif // TAMGA_SOLVE_INTERPRET_H
