//===- Solver.h - state shared by all functions of a run --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_SOLVER_H
#define TAMGA_SOLVE_SOLVER_H

#include "../policy/Elements.h"
#include "../policy/Match.h"
#include "../policy/PolicyReader.h"
#include "SharedState.h"
#include "Solve.h"
#include "Summary.h"

namespace tamga::solve {

struct Relevance;

/// A finding before it has words. The key is (rule, site); the shortest trail wins.
struct Candidate {
  uint32_t rule = 0;
  Site site;
  policy::Kind source, what;
  std::string value; ///< Literal: what is there. Covers: the store.
  TrailId trail = 0;
  policy::Labels labels = 0;
  uint16_t marks = 0;
  bool subjectMissed = false;     ///< A guard held, but for somebody else.
  bool isOfFunction = false;      ///< Speaks of the function of the site as a whole.
  flow::FunctionId entry;         ///< Use: where nobody calls further up.
  std::vector<Site> otherSources; ///< Further sources of the same finding.
  std::map<Site, TrailId> ways;   ///< By source: the shortest.
  Site sourceSite;
  policy::Kind guard;    ///< Pass: what makes it right, unless `labels` do.
  Site guardSite;
  bool isAbsent = false; ///< Nothing of the program guards it, nor the further sources.
};

/// An op names something that some rule wants guarded: a field, a type, a flag.
struct NamedUse {
  uint32_t op = 0;
  policy::Kind kind;
  std::string name;
};

/// `if (score > greatest) { greatest = score; which = i; }`, or
/// `if (scores[i] > scores[which]) which = i;`: a block that keeps the greatest or least of
/// what is compared, or its index.
struct Extreme {
  uint32_t block = 0, branch = 0;    ///< \p branch: the op that leads there.
  const flow::Place *kept = nullptr; ///< `greatest`, or of an index `which`.
  bool isIndex = false;
  llvm::SmallVector<flow::ValueId, 2> compared;
};

/// What is known of one function before it is interpreted.
struct FunctionFacts {
  std::vector<const flow::Op *> ops;      ///< Flat, blocks in order.
  uint32_t opBase = 0;                    ///< Position of the first op in the program.
  std::vector<uint32_t> firstOp;          ///< Of each block.
  std::vector<uint32_t> order;            ///< Reverse postorder rank of each block; ~0: dead.
  std::vector<bool> isInCycle;            ///< By block.
  std::vector<uint32_t> definedBy;        ///< Op of each value; ~0: constant.
  llvm::SmallVector<const policy::FunctionModel *, 2> models;
  std::vector<flow::FunctionId> overriders; ///< Transitively, in id order.
  std::vector<flow::FunctionId> callers;
  bool isFlowModelled = false;    ///< A model replaces what flows through the body.
  bool hasLibraryModel = false;
  /// Where the program has the body of a library's function, it counts as well: only
  /// models that set labels, and what users say, replace what flows through a body.
  bool isBodyKept = false;
  bool hasCallbackEffect = false;
  bool isPrepared = false;
  bool mayGuard = false; ///< It or a callee can pass a guard.
  uint32_t group = ~0u;  ///< Functions of one group call each other.
  std::vector<NamedUse> named; ///< By op.
  bool knowsExtremes = false;
  std::vector<Extreme> extremes; ///< By block; none before they are known.
};

struct Rule {
  const policy::Rule *rule = nullptr;
  const policy::Pack *pack = nullptr;
  bool isFurther = false; ///< A further question of the rule before.
  bool canAsk = true; ///< The program has the sinks that data is followed to.
};

/// Everything that one run of solve() shares. Plain data plus the look-ups that need it.
class Solver {
public:
  Solver(const flow::Program &program, const policy::Policy &policy, const Bounds &bounds);

  const flow::Program &program;
  const policy::Policy &policy;
  const Bounds bounds;
  policy::Matcher matcher;
  policy::ElementIndex elements;
  Tables tables;
  std::vector<Rule> rules;
  std::vector<FunctionFacts> functions;
  using Candidates = std::map<std::pair<uint32_t, Site>, Candidate>;
  Candidates candidates;
  std::set<std::string> overBudget;
  uint64_t workDone = 0; ///< By functions that are through.
  std::vector<finding::Coverage::Incident> annotationErrors;
  unsigned widenedFunctions = 0;

  /// Bounds::isTimeUp, asked now and then; once it is, it stays so.
  bool isTimeUp() {
    constexpr unsigned often = 16; // Asking takes as long as some five ops.
    if (!isLate && bounds.isTimeUp && looks++ % often == 0)
      isLate = bounds.isTimeUp();
    return isLate;
  }

  const flow::Op &op(Site site) const { return *functions[site.function.index].ops[site.op]; }
  FunctionFacts &prepare(flow::FunctionId function);

  /// The summary of \p function under \p key, computed now if need be. While it is being
  /// computed further up, what is known so far.
  const Summary &summary(flow::FunctionId function, const FunctionKey &key = {});
  /// Interprets anew; returns whether the summary changed.
  bool resummarise(flow::FunctionId function, const FunctionKey &key);

  /// Candidate functions of a virtual call of \p target on an object of type \p exact (or
  /// any derived type, when unknown).
  llvm::SmallVector<flow::FunctionId, 4> dispatch(flow::FunctionId target, flow::TypeId exact);
  /// The integer that a global holds for the whole program, or 0.
  ConstantId globalConstant(flow::GlobalId global) const;

  using SummaryKey = std::pair<flow::FunctionId, FunctionKey>;
  std::set<SummaryKey> asked; ///< By the function that is interpreted now.
  /// Who was seen to call whom: functions that nobody calls are where events end.
  void noteCall(flow::FunctionId caller, flow::FunctionId callee);
  /// The root of an object that a callee at \p call made as \p calleeRoot.
  PathId madeRoot(Site call, flow::FunctionId callee, PathId calleeRoot, bool isSummary);
  flow::TypeId heapType(flow::FunctionId function, PathId root) const;
  void addCandidate(Candidate candidate);
  /// What a label or guard made right, by where and by which; see Evidence.cpp. A place that
  /// is also a candidate is right on some paths only.
  std::map<std::tuple<uint32_t, Site, Site, Site>, Candidate> passes;
  std::set<std::pair<uint32_t, Site>> folded; ///< Rules and sources told as one finding.
  std::vector<Candidate> deferred; ///< Uses whose guard may be in a caller elsewhere.
  void notePass(const Event &event, const Guard *guard);
  SharedState shared;
  /// Callbacks that run when nobody knows what globals hold.
  std::set<flow::FunctionId> runLater;

  /// Kinds that the policy or annotations declare a field or type to hold.
  const llvm::SmallVector<policy::Kind, 2> &fieldKinds(flow::FieldId field);
  const llvm::SmallVector<policy::Kind, 2> &typeKinds(flow::TypeId type);
  /// Sinks that writing to a field is.
  const llvm::SmallVector<policy::Kind, 2> &fieldSinks(flow::FieldId field);
  /// How much of the content of an object reading its \p field gives.
  policy::StepStrength fieldStrength(flow::FieldId field);
  /// The sink that a stream of \p type is, if the policy declares one; else empty.
  const policy::Kind &typeSink(flow::TypeId type);
  /// The kind of data that a field or parameter called \p name holds, if nothing else
  /// says so; empty: none. Names count where the project has a file.
  policy::Kind namedKind(llvm::StringRef name, flow::TypeId type) const;
  bool countsNames() const;
  policy::Kind findNamedKind(llvm::StringRef name, flow::TypeId type) const;
  /// Guards that the value of \p field answers for.
  const llvm::SmallVector<policy::Effect, 1> &fieldGuards(flow::FieldId field);
  /// Fields of \p record that the program knows, in id order.
  llvm::ArrayRef<flow::FieldId> fieldsOf(flow::TypeId record) const;
  /// Constructors of \p record with a body, in id order.
  llvm::ArrayRef<flow::FunctionId> constructorsOf(flow::TypeId record) const;
  /// Its call operators, or its `operator*` (asked for as Method), with a body, in id order.
  llvm::ArrayRef<flow::FunctionId> operatorsOf(flow::TypeId record, flow::FunctionKind kind) const;
  int64_t enumeratorValue(llvm::StringRef name) const;
  /// Whether objects of \p type are handles of a range that is elsewhere: the model of their
  /// `begin` gives on what they hold.
  bool isView(flow::TypeId type);
  /// `personal.biometric.face` in words: "biometric data (face)".
  std::string kindWords(const policy::Kind &kind) const;
  bool hasNameModels = false;
  /// Which rules can ask anything in this program: they have a sink in it.
  void findAsking();
  bool hasInput = false; ///< Something comes into the program through a known interface.
  bool asksText = false; ///< A text tells what kind of sink, or which store, something is.
  /// Whether some rule asks about data, uses or capabilities of \p kind.
  bool isAsked(const policy::Kind &kind) const;
  bool asksChosen = false; ///< For some rule it counts which one of several was chosen.
  /// Whether for some rule that counts which data of \p kind says.
  bool isChooser(const policy::Kind &kind) const;
  /// Whether data of \p kind of which so much went on counts for \p rule.
  static bool counts(const policy::Rule &rule, policy::StepStrength strength,
                     const policy::Kind &kind);
  /// Whether what people read can be in an object of \p type, or be all of it.
  bool canBeText(flow::TypeId type);
  /// What pointers and handles of \p type lead to.
  flow::TypeId behindOf(flow::TypeId type);
  const std::vector<Extreme> &extremesOf(flow::FunctionId function);

  std::vector<Event> judge(const Origin &origin, const Event &event, flow::FunctionId function);
  /// A capability is called, read, named or constructed at \p site.
  void ban(const policy::Kind &kind, Site site, const std::string &what);
  void endUse(const Event &event, flow::FunctionId function);
  void noteSource(uint32_t rule, Site site) { askedSources.insert({rule, site}); }
  void endFlow(const Event &event);
  uint32_t tellerOf(const Event &event) const;
  void judgeLiteral(const Event &event, ConstantId constant, flow::FunctionId function);
  void endLiteral(const Event &event, flow::FunctionId function);
  void endDuty(const Duty &duty, flow::FunctionId function);
  void noteStore(const Event &event, flow::FunctionId function);
  bool hasDuties = false; ///< Some rule is of shape `after`.
  /// Of what \p rule wants, what the program has elsewhere and what it has nowhere.
  std::string absentWords(const policy::Rule &rule) const;
  bool asksKept = false;  ///< Some rule asks about containers that are stores.
  bool hasFresh = false;  ///< For some rule, guards are over after a wait.
  void run();

private:
  void endEvents(flow::FunctionId function, bool isCalled);
  void findPresentGuards();
  void settleSources();
  void foldAbsent();
  std::set<policy::Kind> presentGuards; ///< That some place of the program can pass.
  /// Rules that count guards at the source: sources that were asked, those of them that no
  /// guard dominates, and what comes from them.
  std::set<std::pair<uint32_t, Site>> askedSources, openSources;
  std::vector<Candidate> flowsOfSources;
  std::vector<bool> withdrawing(const std::vector<policy::Kind> &kinds,
                                const Relevance &relevance);
  std::vector<bool> reachable(const Relevance &relevance) const;
  void findUnread(uint32_t index);
  void findUnreached(uint32_t index, const Relevance &relevance);
  void addDefinedErasures(const policy::Rule &rule, const std::vector<bool> &counts,
                          std::vector<uint32_t> &names);
  void compareStores(const Relevance &relevance);
  /// By rule, name and site: written and erased stores, and where that was known.
  using StoreSites =
      std::map<std::tuple<uint32_t, uint32_t, Site>, std::pair<Event, flow::FunctionId>>;
  StoreSites stored, erased;
  struct Entry {
    Summary summary;
    bool isComputed = false, isRunning = false;
    bool wasAsked = false;      ///< While it was running: a cycle.
    Candidates candidates;      ///< Found by interpreting it.
    std::set<SummaryKey> asked; ///< What its calls need.
  };
  std::map<SummaryKey, Entry> summaries;
  std::vector<ConstantId> globalConstants;
  void prepareGlobals();
  void initialiseConstants(const Relevance &relevance);
  void noteStored(flow::FunctionId function, const flow::Op &store);
  PathId globalPath(const flow::Place &place);
  struct Present;
  Present findPresent();
  using Groups = std::vector<std::vector<flow::FunctionId>>;
  void summarise(const Groups &groups);
  std::vector<flow::FunctionId> entries(const Groups &groups) const;
  std::set<SummaryKey> askedFor(const Groups &groups) const;
  void forget(const std::set<flow::FunctionId> &stale);
  void endEvents(const Groups &groups);
  void endSink(const Event &event, flow::FunctionId function);
  void orderBlocks(const flow::Function &function, FunctionFacts &facts);
  void collectModels(flow::FunctionId id, FunctionFacts &facts);
  void collectAnnotations(const flow::Function &function, FunctionFacts &facts);
  llvm::SmallVector<policy::Kind, 2> declaredKinds(policy::NameModel::Of of, llvm::StringRef name,
                                                   llvm::ArrayRef<std::string> annotations,
                                                   policy::EffectKind wanted = policy::EffectKind::Source);
  std::vector<std::unique_ptr<policy::FunctionModel>> annotationModels;
  std::map<uint32_t, llvm::SmallVector<policy::Kind, 2>> fieldKindCache, typeKindCache, fieldSinkCache;
  std::map<uint32_t, llvm::SmallVector<policy::Effect, 1>> fieldGuardCache;
  std::map<uint32_t, policy::Kind> typeSinkCache;
  std::map<uint32_t, policy::StepStrength> fieldStrengthCache;
  mutable std::map<std::pair<std::string, uint32_t>, policy::Kind> namedKindCache;
  std::map<uint32_t, bool> texts;
  std::map<uint32_t, flow::TypeId> handled;
  unsigned looks = 0;
  bool isLate = false;
  std::map<uint32_t, llvm::SmallVector<flow::FieldId, 4>> recordFields;
  std::map<uint32_t, bool> views;
  std::map<uint32_t, llvm::SmallVector<flow::FunctionId, 4>> recordConstructors;
  std::map<std::pair<uint32_t, flow::FunctionKind>, llvm::SmallVector<flow::FunctionId, 4>> recordOperators;
  unsigned summaryDepth = 0;
  std::map<std::pair<uint32_t, bool>, unsigned> keyCounts; ///< With constants, and without.
  std::map<std::tuple<Site, flow::FunctionId, PathId>, PathId> madeRoots;
  std::map<PathId, flow::TypeId> madeTypes;
  std::map<PathId, unsigned> madeDepths;
};

/// \p at as findings say it.
finding::Region regionOf(const flow::Program &program, const flow::Location &at);

/// Whether \p kinds names \p kind or a parent of it.
bool matchesAny(const std::vector<policy::Kind> &kinds, const policy::Kind &kind);

} // namespace tamga::solve

#endif // TAMGA_SOLVE_SOLVER_H
