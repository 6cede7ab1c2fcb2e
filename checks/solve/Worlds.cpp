//===- Worlds.cpp - what some paths know and others do not -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A condition that is asked twice has the same answer twice:
//
//   if (loud) require(person);      worlds: { loud, required } or { not loud }
//   if (loud) use(person);          only the first is left: required
//
// A join keeps what each side knows as a world of its own; a branch removes the worlds that
// contradict it, and what the others have in common holds. Worlds that differ in one answer
// only are one, so their number follows the conditions that guards depend on, not those of
// the function. Beyond a bound the two that are most alike are one.
//
// For this, comparisons have versions of one form: `!(a > b)` is `b >= a` is `!(b < a)`.
//
//===----------------------------------------------------------------------===//

#include "Facts.h"

namespace tamga::solve {

using flow::Code;

namespace {
constexpr unsigned worldBound = 8;
constexpr unsigned knownBound = 64;
constexpr unsigned depthBound = 6;

using Known = std::pair<VersionId, ConstantId>;

bool isSubset(const World &weak, const World &strong) {
  return std::includes(strong.known.begin(), strong.known.end(), weak.known.begin(),
                       weak.known.end()) &&
         std::includes(strong.guards.begin(), strong.guards.end(), weak.guards.begin(),
                       weak.guards.end());
}

World common(const World &left, const World &right) {
  World both;
  std::set_intersection(left.known.begin(), left.known.end(), right.known.begin(),
                        right.known.end(), std::back_inserter(both.known));
  std::set_intersection(left.guards.begin(), left.guards.end(), right.guards.begin(),
                        right.guards.end(), std::back_inserter(both.guards));
  return both;
}

/// What \p state knows in each of its worlds, without what holds in \p both anyway.
void expand(const State &state, const State &both, std::vector<World> &out) {
  World more;
  for (const auto &known : state.known)
    if (!both.known.count(known.first))
      more.known.push_back(known);
  std::set_difference(state.guards.guards.begin(), state.guards.guards.end(),
                      both.guards.guards.begin(), both.guards.guards.end(),
                      std::back_inserter(more.guards));
  if (state.worlds.empty())
    return out.push_back(std::move(more));
  for (const World &world : state.worlds) {
    World whole;
    std::set_union(world.known.begin(), world.known.end(), more.known.begin(), more.known.end(),
                   std::back_inserter(whole.known));
    std::set_union(world.guards.begin(), world.guards.end(), more.guards.begin(),
                   more.guards.end(), std::back_inserter(whole.guards));
    out.push_back(std::move(whole));
  }
}

} // namespace

//===----------------------------------------------------------------------===//
// Comparisons
//===----------------------------------------------------------------------===//

VersionId Domain::compare(Code code, VersionId left, VersionId right) {
  const VersionNode &node = tables.versions[left];
  bool isNot = code == Code::Not;
  if (isNot && node.kind == VersionNode::Compared && Code(node.site) == Code::Not)
    return node.base;
  VersionNode compared;
  compared.kind = VersionNode::Compared;
  compared.site = uint32_t(code);
  compared.base = left;
  compared.other = right;
  return tables.versions.intern(std::move(compared));
}

VersionId Domain::comparedVersion(Code code, VersionId left, VersionId right, bool isBool) {
  auto constantOf = [&](VersionId version) -> const Constant * {
    const VersionNode &node = tables.versions[version];
    return node.kind == VersionNode::Constant ? &tables.constants[node.site] : nullptr;
  };
  auto zero = [&] {
    VersionNode node;
    node.kind = VersionNode::Constant;
    node.site = tables.constant({flow::ValueKind::Integer, 0, {}});
    return tables.versions.intern(std::move(node));
  };
  auto negate = [&](VersionId version) { return compare(Code::Not, version, 0); };
  if (!left)
    return 0;
  if (code == Code::Not)
    return isBool ? negate(left) : compare(Code::Equal, left, zero());
  if (code == Code::ToBool)
    return isBool ? left : negate(compare(Code::Equal, left, zero()));
  if (!right)
    return 0;
  bool isEqual = code == Code::Equal || code == Code::NotEqual;
  if (isEqual) {
    if (constantOf(left))
      std::swap(left, right);
    const Constant *with = constantOf(right);
    bool isNothing = with && (with->kind == flow::ValueKind::Null ||
                              (with->kind == flow::ValueKind::Integer && !with->integer));
    if (!with && left > right)
      std::swap(left, right);
    VersionId same = isBool && with ? (isNothing ? negate(left) : left)
                                    : compare(Code::Equal, left, isNothing ? zero() : right);
    return code == Code::Equal ? same : negate(same);
  }
  switch (code) {
  case Code::Less:
    return compare(Code::Less, left, right);
  case Code::Greater:
    return compare(Code::Less, right, left);
  case Code::LessEqual:
    return negate(compare(Code::Less, right, left));
  case Code::GreaterEqual:
    return negate(compare(Code::Less, left, right));
  default:
    return 0;
  }
}

/// What the path, in \p world if there is one, shows \p version to be.
ConstantId Domain::knownIn(const State &state, const World *world, VersionId version,
                           unsigned depth) {
  if (auto known = state.known.find(version); known != state.known.end())
    return known->second;
  if (world) {
    auto known = std::lower_bound(world->known.begin(), world->known.end(), Known(version, 0));
    if (known != world->known.end() && known->first == version)
      return known->second;
  }
  const VersionNode node = tables.versions[version];
  if (node.kind == VersionNode::Constant)
    return node.site;
  if (node.kind != VersionNode::Compared || depth > depthBound)
    return 0;
  ConstantId left = knownIn(state, world, node.base, depth + 1);
  ConstantId right = node.other ? knownIn(state, world, node.other, depth + 1) : 0;
  auto number = [&](ConstantId id) {
    const Constant &constant = tables.constants[id];
    bool isNumber = constant.kind == flow::ValueKind::Integer ||
                    constant.kind == flow::ValueKind::Enumerator ||
                    constant.kind == flow::ValueKind::Null;
    return isNumber ? std::optional<int64_t>(constant.integer) : std::nullopt;
  };
  std::optional<int64_t> first = left ? number(left) : std::nullopt;
  std::optional<int64_t> second = right ? number(right) : std::nullopt;
  bool isNot = Code(node.site) == Code::Not;
  if (!first || (!second && !isNot))
    return 0;
  bool holds = isNot                            ? !*first
               : Code(node.site) == Code::Equal ? first == second
                                                : first < second;
  return tables.constant({flow::ValueKind::Integer, holds, {}});
}

ConstantId Domain::knownConstant(const State &state, VersionId version) {
  return version ? knownIn(state, nullptr, version, 0) : 0;
}

void Domain::learn(State &state, VersionId version, ConstantId constant) {
  if (!version || !state.isReachable)
    return;
  const VersionNode node = tables.versions[version];
  bool isTrue = isConstantTrue(constant);
  if (tables.constants[constant].kind != flow::ValueKind::String)
    constant =
        tables.constant({flow::ValueKind::Integer, tables.constants[constant].integer, {}});
  bool isCompared = node.kind == VersionNode::Compared;
  if (isCompared && Code(node.site) == Code::Not)
    return learn(state, node.base, tables.constant({flow::ValueKind::Integer, !isTrue, {}}));
  auto differs = [&](ConstantId known) {
    return known && contradicts(known, {OutcomeKey::Exactly, constant});
  };
  if (differs(knownIn(state, nullptr, version, 0))) {
    state.isReachable = false;
    return;
  }
  if (node.kind == VersionNode::Constant)
    return;
  if (!state.worlds.empty()) {
    llvm::erase_if(state.worlds, [&](const World &world) {
      return differs(knownIn(state, &world, version, 0));
    });
    if (state.worlds.empty()) {
      state.isReachable = false;
      return;
    }
  }
  state.known[version] = constant;
  if (state.known.size() > knownBound) // Far up there are few who still ask.
    state.known.erase(state.known.begin());
  const VersionNode other = tables.versions[node.other];
  if (isCompared && Code(node.site) == Code::Equal && isTrue &&
      other.kind == VersionNode::Constant)
    learn(state, node.base, other.site);
  // What is known now can contradict what a world knows of a comparison with it.
  if (!state.worlds.empty() && state.isReachable) {
    llvm::erase_if(state.worlds, [&](const World &world) {
      return llvm::any_of(world.known, [&](const Known &known) {
        State without;
        without.known = state.known;
        ConstantId shown = knownIn(without, nullptr, known.first, 0);
        return shown && contradicts(shown, {OutcomeKey::Exactly, known.second});
      });
    });
    state.isReachable = !state.worlds.empty();
    promoteWorlds(state);
  }
}

//===----------------------------------------------------------------------===//
// Sets of worlds
//===----------------------------------------------------------------------===//

/// What all worlds know holds. A world that knows nothing more leaves nothing to tell.
void Domain::promoteWorlds(State &state) const {
  if (state.worlds.empty())
    return;
  World all = state.worlds.front();
  for (const World &world : state.worlds)
    all = common(all, world);
  for (const Guard &guard : all.guards)
    state.guards.add(guard);
  for (const Known &known : all.known)
    state.known.insert(known);
  for (World &world : state.worlds) {
    llvm::erase_if(world.known,
                   [&](const Known &known) { return state.known.count(known.first); });
    llvm::erase_if(world.guards, [&](const Guard &guard) {
      return std::binary_search(state.guards.guards.begin(), state.guards.guards.end(), guard);
    });
  }
  reduceWorlds(state.worlds);
}

void Domain::reduceWorlds(std::vector<World> &worlds) const {
  llvm::sort(worlds);
  for (bool changed = true; changed;) {
    changed = false;
    for (unsigned left = 0; left < worlds.size() && !changed; ++left)
      for (unsigned right = 0; right < worlds.size() && !changed; ++right) {
        if (left == right)
          continue;
        World both = common(worlds[left], worlds[right]);
        bool isRedundant = isSubset(worlds[left], worlds[right]);
        // One answer makes the difference, and either is possible.
        bool isOne = worlds[left].guards == worlds[right].guards &&
                     worlds[left].known.size() == worlds[right].known.size() &&
                     both.known.size() + 1 == worlds[left].known.size();
        if (isOne)
          for (unsigned index = 0; index < worlds[left].known.size(); ++index) {
            Known a = worlds[left].known[index], b = worlds[right].known[index];
            bool isOpposite = isConstantTrue(a.second) != isConstantTrue(b.second);
            bool isAnswer =
                tables.constants[a.second].integer + tables.constants[b.second].integer == 1;
            isOne &= a == b || (a.first == b.first && isOpposite && isAnswer);
          }
        bool isTooMany =
            worlds.size() > worldBound && worlds[left].guards == worlds[right].guards;
        if (!isRedundant && !isOne && !isTooMany)
          continue;
        if (!isRedundant)
          worlds[left] = std::move(both);
        worlds.erase(worlds.begin() + right);
        changed = true;
      }
  }
  while (worlds.size() > worldBound) {
    worlds[0] = common(worlds[0], worlds.back());
    worlds.pop_back();
  }
  llvm::sort(worlds);
  if (!worlds.empty() && worlds.front().known.empty() && worlds.front().guards.empty())
    worlds.clear();
}

bool Domain::joinWorlds(State &into, const State &from, const State &both) {
  if (!keepsWorlds || into.guards.isAll || from.guards.isAll)
    return !std::exchange(into.worlds, {}).empty();
  bool isPlain = into.worlds.empty() && from.worlds.empty();
  if (isPlain && both.guards == into.guards && both.guards == from.guards &&
      (both.known.size() == into.known.size() || both.known.size() == from.known.size()))
    return false;
  std::vector<World> worlds;
  expand(into, both, worlds);
  expand(from, both, worlds);
  reduceWorlds(worlds);
  bool changed = worlds != into.worlds;
  into.worlds = std::move(worlds);
  return changed;
}

void Domain::settleWorlds(State &state) const {
  bool isSilent =
      llvm::all_of(state.worlds, [&](const World &world) { return world.guards.empty(); });
  if (isSilent)
    state.worlds.clear();
}

} // namespace tamga::solve
