//===- DomainLawTests.cpp - laws of facts and their join ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts are made by chance over few names, so that they meet often, and stay below the
// bounds of their sets: at a bound the order decides what is dropped, and that is told.
//
//===----------------------------------------------------------------------===//

#include "solve/Facts.h"
#include <gtest/gtest.h>
#include <random>

using namespace tamga;
using namespace tamga::solve;

namespace {

constexpr uint32_t seeds = 2000;
constexpr uint32_t block = 7;

class Facts {
public:
  explicit Facts(uint32_t seed) : tables(program, 10), domain(tables, 64, 64), random(seed) {
    program.types.resize(1);
    program.fields.resize(2);
    for (flow::Field &field : program.fields)
      field.record = flow::TypeId(0);
    for (int64_t index = 0; index < 3; ++index) {
      const PathId root = tables.paths.root(Root::Local, index);
      paths.push_back(root);
      paths.push_back(tables.paths.step(root, Step::Field, 0).path);
      paths.push_back(tables.paths.step(root, Step::Field, 1).path);
      const PathId deeper = tables.paths.step(paths.back(), Step::Field, 0).path;
      paths.push_back(deeper);
    }
    for (PathId path : paths)
      origins.push_back(tables.pathOrigin(path));
    for (int64_t number : {0, 1, 2})
      constants.push_back(tables.constant({flow::ValueKind::Integer, number, ""}));
  }

  Datum datum();
  /// Without \p tells no value tells which way was taken.
  State state(bool tells = true);
  GuardSet guards();

  flow::Program program;
  Tables tables;
  Domain domain;

private:
  unsigned upTo(unsigned bound) { return random() % bound; }
  /// Of a value that was made here: what a path held on entry is what it says it is.
  VersionId version() {
    VersionNode node;
    node.kind = VersionNode::Made;
    node.site = 1 + upTo(3);
    return tables.versions.intern(node);
  }
  bool chance() { return upTo(3) == 0; }
  policy::Kind kind() { return policy::Kind{chance() ? "guard.one" : "guard.two"}; }

  std::mt19937 random;
  std::vector<PathId> paths;
  std::vector<OriginId> origins;
  std::vector<ConstantId> constants;
};

GuardSet Facts::guards() {
  GuardSet set;
  while (!chance()) {
    Guard guard;
    guard.kind = kind();
    if (chance())
      guard.subject.versions = {version()};
    set.add(guard);
  }
  return set;
}

Datum Facts::datum() {
  Datum datum;
  for (unsigned count = upTo(4); count; --count) {
    Atom atom;
    atom.origin = origins[upTo(origins.size())];
    atom.labels = upTo(3);
    atom.trail = upTo(2);
    domain.addAtom(datum.atoms, atom);
  }
  Datum more;
  for (unsigned count = upTo(3); count; --count) {
    const PathId path = paths[upTo(paths.size())];
    more.pointees = {Cell{path, path % 2 == 0}};
    more.functions = {flow::FunctionId(upTo(3))};
    domain.addMay(datum, more);
  }
  datum.must = upTo(4);
  datum.version = chance() ? 0 : version();
  datum.constant = chance() ? constants[upTo(constants.size())] : 0;
  if (chance())
    datum.outcomes = std::make_shared<Outcomes>(Outcomes{{{OutcomeKey::True, 0}, guards()}});
  return datum;
}

State Facts::state(bool tells) {
  State state;
  state.isReachable = true;
  for (unsigned count = 1 + upTo(5); count; --count) {
    Datum held = datum();
    if (!tells) {
      held.constant = 0;
      held.outcomes = nullptr;
    }
    domain.writeStrong(state, paths[upTo(paths.size())], {held, {}});
  }
  state.guards = guards();
  while (tells && chance())
    state.known[version()] = constants[upTo(constants.size())];
  return state;
}

/// Equal up to trails: neither has anything to add to the other.
bool same(Domain &domain, const State &left, const State &right) {
  State one = left, other = right;
  return left.guards == right.guards && left.known == right.known &&
         !domain.join(one, right, block) && !domain.join(other, left, block);
}

State joined(Domain &domain, State left, const State &right) {
  domain.join(left, right, block);
  return left;
}

} // namespace

TEST(DomainLaws, DataJoinInAnyOrder) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Facts facts(seed);
    const Datum one = facts.datum(), other = facts.datum(), third = facts.datum();
    Domain &domain = facts.domain;
    const VersionId merged = 1000;
    ASSERT_TRUE(sameFacts(domain.joinDatum(one, one, merged), one)) << "seed " << seed;
    ASSERT_TRUE(
        sameFacts(domain.joinDatum(one, other, merged), domain.joinDatum(other, one, merged)))
        << "seed " << seed;
    ASSERT_TRUE(
        sameFacts(domain.joinDatum(domain.joinDatum(one, other, merged), third, merged),
                  domain.joinDatum(one, domain.joinDatum(other, third, merged), merged)))
        << "seed " << seed;
    ASSERT_FALSE(domain.isWidened);
  }
}

TEST(DomainLaws, JoinedDataHoldWhatBothMayAndMust) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Facts facts(seed);
    const Datum one = facts.datum(), other = facts.datum();
    Datum both = facts.domain.joinDatum(one, other, 1000);
    // It may be all that either may be ...
    EXPECT_FALSE(facts.domain.addMay(both, one)) << "seed " << seed;
    EXPECT_FALSE(facts.domain.addMay(both, other)) << "seed " << seed;
    EXPECT_LE(both.atoms.size(), one.atoms.size() + other.atoms.size());
    EXPECT_LE(both.pointees.size(), one.pointees.size() + other.pointees.size());
    EXPECT_LE(both.functions.size(), one.functions.size() + other.functions.size());
    // ... and must be only what both must be.
    EXPECT_EQ(both.must, one.must & other.must);
    EXPECT_EQ(both.constant, one.constant == other.constant ? one.constant : 0);
    EXPECT_EQ(both.version, one.version == other.version ? one.version : 1000);
  }
}

TEST(DomainLaws, StatesJoinInAnyOrder) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Facts facts(seed);
    const State one = facts.state(), other = facts.state();
    Domain &domain = facts.domain;
    ASSERT_TRUE(same(domain, joined(domain, one, one), one)) << "seed " << seed;
    ASSERT_TRUE(same(domain, joined(domain, one, other), joined(domain, other, one)))
        << "seed " << seed;
  }
}

/// Where constants tell which of three ways was taken, the order decides how much of that is
/// kept: always less than is true, which is safe.
TEST(DomainLaws, StatesJoinInAnyGrouping) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Facts facts(seed);
    const State one = facts.state(false), other = facts.state(false),
                third = facts.state(false);
    Domain &domain = facts.domain;
    ASSERT_TRUE(same(domain, joined(domain, joined(domain, one, other), third),
                     joined(domain, one, joined(domain, other, third))))
        << "seed " << seed;
  }
}

TEST(DomainLaws, WhatIsUnreachableAddsNothing) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Facts facts(seed);
    const State one = facts.state();
    ASSERT_TRUE(same(facts.domain, joined(facts.domain, one, State()), one));
    ASSERT_TRUE(same(facts.domain, joined(facts.domain, State(), one), one));
  }
}

TEST(DomainLaws, JoiningAgainChangesNothing) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Facts facts(seed);
    State one = facts.state();
    const State other = facts.state();
    facts.domain.join(one, other, block);
    ASSERT_FALSE(facts.domain.join(one, other, block)) << "seed " << seed;
  }
}

TEST(DomainLaws, GuardSetsIntersectAndUnite) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Facts facts(seed);
    const GuardSet one = facts.guards(), other = facts.guards(), third = facts.guards();
    const auto intersection = [](GuardSet left, const GuardSet &right) {
      left.intersect(right);
      return left;
    };
    const auto sum = [](GuardSet left, const GuardSet &right) {
      left.addAll(right);
      return left;
    };
    ASSERT_EQ(intersection(one, other), intersection(other, one));
    ASSERT_EQ(sum(one, other), sum(other, one));
    ASSERT_EQ(intersection(one, one), one);
    ASSERT_EQ(sum(one, one), one);
    ASSERT_EQ(intersection(intersection(one, other), third),
              intersection(one, intersection(other, third)));
    ASSERT_EQ(intersection(one, GuardSet::all()), one);
    ASSERT_EQ(intersection(GuardSet::all(), one), one);
    ASSERT_TRUE(sum(one, GuardSet::all()).isAll);
    ASSERT_EQ(intersection(one, sum(one, other)), one);
  }
}

TEST(DomainLaws, WhatMayHaveBeenReplacedIsCertainOnlyIfBothAre) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Facts facts(seed);
    Domain &domain = facts.domain;
    PathTable &paths = facts.tables.paths;
    State state = facts.state();
    const PathId array = paths.root(Root::Local, 5);
    const Cell first = paths.step({array, false}, Step::Element, 0);
    const Cell any = paths.step({array, false}, Step::AnyElement, 0);
    const Datum whole = facts.datum(), before = facts.datum(), later = facts.datum();
    domain.write(state, Cell{array, false}, {whole, {}});
    domain.write(state, any, {later, {}});
    Datum read = domain.read(state, first.path);
    EXPECT_FALSE(domain.addMay(read, later)) << "seed " << seed;
    EXPECT_EQ(read.must, 0) << "seed " << seed;
    EXPECT_EQ(read.constant, ConstantId(0)) << "seed " << seed;
    // A certain write leaves nothing of either; one to some element may replace it.
    domain.write(state, first, {before, {}});
    EXPECT_TRUE(sameFacts(domain.read(state, first.path), before)) << "seed " << seed;
    domain.write(state, any, {later, {}});
    read = domain.read(state, first.path);
    EXPECT_FALSE(domain.addMay(read, before)) << "seed " << seed;
    EXPECT_FALSE(domain.addMay(read, later)) << "seed " << seed;
    EXPECT_EQ(read.must, before.must & later.must) << "seed " << seed;
    EXPECT_EQ(read.constant, before.constant == later.constant ? before.constant : 0);
  }
}

TEST(DomainLaws, ContentOfASourceHasRoom) {
  Facts facts(0);
  Domain domain(facts.tables, 2, 2);
  const auto atomOf = [&](OriginId origin) {
    Atom atom;
    atom.origin = origin;
    return atom;
  };
  const auto entry = [&](int64_t index) {
    return atomOf(facts.tables.pathOrigin(facts.tables.paths.root(Root::Parameter, index)));
  };
  const auto source = [&](const char *kind) {
    return atomOf(facts.tables.sourceOrigin({true, 0, kind}));
  };
  const auto has = [](const Atoms &atoms, const Atom &atom) {
    return llvm::is_contained(llvm::map_range(atoms, [](const Atom &one) { return one.origin; }),
                              atom.origin);
  };
  for (bool oneByOne : {false, true}) {
    Atoms atoms;
    const auto add = [&](Atom atom) {
      return oneByOne ? domain.addAtom(atoms, atom) : domain.addAtoms(atoms, {atom});
    };
    EXPECT_TRUE(add(entry(0)));
    EXPECT_TRUE(add(entry(1)));
    EXPECT_FALSE(add(entry(2)));
    EXPECT_TRUE(add(source("one")));
    EXPECT_FALSE(add(source("one")));
    EXPECT_TRUE(add(source("two")));
    EXPECT_FALSE(add(source("three"))) << "no source gives way to another";
    EXPECT_EQ(atoms.size(), 2u);
    EXPECT_TRUE(has(atoms, source("one")) && has(atoms, source("two")));
    EXPECT_TRUE(domain.isWidened);
  }
}
