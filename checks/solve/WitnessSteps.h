//===- WitnessSteps.h - the way from source to sink --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_SOLVE_WITNESSSTEPS_H
#define TAMGA_SOLVE_WITNESSSTEPS_H

#include "WitnessPaths.h"
#include <memory>

namespace tamga::solve {

/// How a reader of \p id knows \p place: `user.name`. Empty: it has no name.
std::string placeWords(const Solver &solver, flow::FunctionId id, const flow::Place &place);

/// Trails as steps: those of callees nested, with the conditions that decided.
class WitnessSteps {
public:
  explicit WitnessSteps(const Solver &solver) : solver(solver) {}
  std::vector<finding::Step> read(TrailId trail);
  /// The macros that the steps last read lie in, each once.
  std::vector<finding::Related> expansions() const;

private:
  /// One run of one function, as far as it is read.
  struct Activation {
    Site last;                   ///< Of the last step; its function is that of the run.
    std::vector<Decision> known; ///< What decided about steps so far.
  };
  struct Line {
    finding::Step step;
    Site site;
    bool isRepeated = false; ///< The next step on the same line says it, too.
  };
  void add(TrailId trail, unsigned nesting);
  void addNode(const TrailNode &node, unsigned nesting);
  void addDecisions(Activation &run, const TrailNode &node, unsigned nesting);
  void addDecision(Site branch, uint32_t edge, unsigned nesting);
  bool isLaterTurn(const Activation &run, Site to);
  bool isReturn(TrailId trail) const;
  std::string words(const TrailNode &node) const;
  std::string callWords(flow::FunctionId id, const flow::Op &call) const;
  const WitnessPaths &pathsOf(flow::FunctionId id);
  std::vector<Line> tidy() const;

  const Solver &solver;
  std::vector<Line> lines;
  std::map<flow::FunctionId, std::unique_ptr<WitnessPaths>> paths;
};

/// Where \p site is; a parameter has a site behind the ops of its function.
finding::Region placeOf(const Solver &solver, Site site);

} // namespace tamga::solve

#endif // TAMGA_SOLVE_WITNESSSTEPS_H
