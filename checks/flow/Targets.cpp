//===- Targets.cpp - which units make up which program --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A compilation database says which units there are, and by the folders of its object
// files to which target each belongs, but not which targets are linked with which. Symbols
// tell that, as they tell a linker:
//
//   talk.dir/talk.cpp:  main calls speak        common.dir/speak.cpp: speak calls play
//   cli.dir/cli.cpp:    main calls usage        common.dir/play.cpp:  play
//   cli.dir/usage.cpp:  usage                   common.dir/usage.cpp: usage
//
// `talk` is talk.cpp, speak.cpp and play.cpp; `cli` is its own two units, since it defines
// `usage` itself. An undefined symbol binds inside the target that asks for it, then in
// the library that is nearest by folders, then in the first by name. Definitions that are
// equally near are all taken, and Link keeps them as alternatives.
//
// A unit comes as a whole, but not all of it can run: cli.cpp may need one function of
// speak.cpp and never call the other. To take that other for a function that nobody calls
// would be wrong in `cli`, when `talk` calls it as it should be called. So of a library's
// functions a program keeps those that it can reach by name, override or initialiser.
// Functions that no program keeps have callers elsewhere or none: they are the entries of
// an open program, that of their library. Libraries are asked after those that use them.
//
// Symbols become numbers once; then each program costs time linear in its members.
//===----------------------------------------------------------------------===//

#include "Targets.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Path.h"
#include <algorithm>
#include <map>
#include <tuple>

namespace tamga::flow {
namespace {

using Symbol = unsigned;

/// What a unit says of one function.
struct Node {
  Symbol symbol = 0;
  bool hasBody = false;
  bool isInitializer = false;
  llvm::SmallVector<Symbol, 4> names; ///< What can run if this does.
};

/// A unit as a linker sees it.
struct UnitSymbols {
  std::vector<Symbol> strong, weak, undefined;
  size_t firstNode = 0, endNode = 0; ///< Its functions, among those of all units.
  bool hasMain = false;
};

/// Units that belong together whatever the symbols say: a target, or a lone `main`.
struct Group {
  std::string name;
  std::vector<unsigned> units;
  bool isClosed = false;
  bool isTarget = false;
  std::string folder; ///< That all its units are in.
};

//===----------------------------------------------------------------------===//
// Symbols of a unit
//===----------------------------------------------------------------------===//

class SymbolReader {
public:
  UnitSymbols read(const Program &program);
  size_t symbolCount() const { return numbers.size(); }
  std::vector<Node> nodes; ///< Of all units read, each in the order of its functions.

private:
  Symbol number(llvm::StringRef symbol) {
    return numbers.try_emplace(symbol, numbers.size()).first->second;
  }
  void readNames(const Program &program, const Function &function, Node &node);
  void addDispatch(const Program &program, size_t firstNode);

  llvm::StringMap<Symbol> numbers;
};

UnitSymbols SymbolReader::read(const Program &program) {
  UnitSymbols unit;
  unit.firstNode = nodes.size();
  auto classify = [&](Symbol symbol, bool isDefined, bool isWeak) {
    (isDefined ? isWeak ? unit.weak : unit.strong : unit.undefined).push_back(symbol);
  };
  for (const Function &function : program.functions) {
    Node &node = nodes.emplace_back();
    node.symbol = number(function.symbol);
    node.hasBody = function.hasBody();
    node.isInitializer = function.kind == FunctionKind::GlobalInit;
    unit.hasMain |= function.isMain && node.hasBody;
    readNames(program, function, node);
    if (function.linkage == Linkage::External && !node.isInitializer)
      classify(node.symbol, node.hasBody || !function.incomplete.empty(), function.isInline);
  }
  unit.endNode = nodes.size();
  addDispatch(program, unit.firstNode);
  for (const Global &global : program.globals)
    if (global.linkage == Linkage::External)
      classify(number(global.symbol), global.isDefinition, /*isWeak=*/false);
  return unit;
}

void SymbolReader::readNames(const Program &program, const Function &function, Node &node) {
  auto name = [&](FunctionId id) {
    if (id)
      node.names.push_back(number(program[id].symbol));
  };
  for (FunctionId id : function.alternatives)
    name(id);
  for (const Value &value : function.values)
    name(value.function);
  for (const Block &block : function.blocks)
    for (const Op &op : block.ops)
      name(op.function);
  // An object with a call operator is there to be called.
  for (const Local &local : function.locals)
    if (local.type)
      name(program[local.type].callOperator);
  llvm::sort(node.names);
  node.names.erase(std::unique(node.names.begin(), node.names.end()), node.names.end());
}

/// Whoever calls a virtual method may run what overrides it; whoever makes an object may
/// run its virtual methods, since a library that takes it can.
void SymbolReader::addDispatch(const Program &program, size_t firstNode) {
  const llvm::MutableArrayRef<Node> own = llvm::MutableArrayRef(nodes).drop_front(firstNode);
  llvm::DenseMap<unsigned, llvm::SmallVector<Symbol, 4>> methods;
  for (auto [function, node] : llvm::zip_equal(program.functions, own)) {
    for (FunctionId overridden : function.overrides)
      own[overridden.index].names.push_back(node.symbol);
    if (function.isVirtual && function.record)
      methods[function.record.index].push_back(node.symbol);
  }
  for (auto [function, node] : llvm::zip_equal(program.functions, own))
    if (function.kind == FunctionKind::Constructor && function.record)
      if (auto known = methods.find(function.record.index); known != methods.end())
        llvm::append_range(node.names, known->second);
}

//===----------------------------------------------------------------------===//
// Folders
//===----------------------------------------------------------------------===//

/// How many folders \p one and \p other have in common, from the root.
unsigned commonDepth(llvm::StringRef one, llvm::StringRef other) {
  namespace path = llvm::sys::path;
  unsigned depth = 0;
  for (auto left = path::begin(one), right = path::begin(other);
       left != path::end(one) && right != path::end(other) && *left == *right; ++left, ++right)
    ++depth;
  return depth;
}

std::string commonFolder(llvm::StringRef one, llvm::StringRef other) {
  namespace path = llvm::sys::path;
  unsigned depth = commonDepth(one, other);
  for (unsigned left = std::distance(path::begin(one), path::end(one)); left > depth; --left)
    one = path::parent_path(one);
  return one.str();
}

//===----------------------------------------------------------------------===//
// Selection
//===----------------------------------------------------------------------===//

class Selector {
public:
  explicit Selector(llvm::ArrayRef<BuildUnit> build);
  std::vector<ProgramParts> select();

private:
  void makeGroups();
  void indexDefinitions();

  std::vector<unsigned> unitsFor(const Group &group);
  llvm::SmallVector<unsigned, 1> definersFor(Symbol symbol, unsigned from,
                                             const Group &program) const;
  std::vector<unsigned> openGroupsInOrder() const;
  void addAfterUsed(unsigned group, std::vector<bool> &seen,
                    std::vector<unsigned> &order) const;

  bool isNeeded(const Group &group) const;
  ProgramParts partsFor(unsigned group);
  void listNodes(const std::vector<unsigned> &units);
  void findReached(unsigned group);
  llvm::StringRef fileOf(unsigned unit) const { return build[unit].program->name; }

  llvm::ArrayRef<BuildUnit> build;
  std::vector<UnitSymbols> units;
  std::vector<Node> nodes;
  std::vector<Group> groups;
  std::vector<unsigned> groupOf;              ///< By unit.
  std::vector<std::vector<unsigned>> members; ///< By group: its program's units.
  std::vector<bool> isTaken;                  ///< By unit: some program has it.
  llvm::BitVector isKept;                     ///< By node: some program has its body.

  using Units = llvm::SmallVector<unsigned, 1>;
  std::vector<Units> strong, weak; ///< By symbol: units of libraries that define it.

  // Of the program in work. Symbols are marked with its number, so that nothing has to
  // be cleared between programs.
  unsigned current = 0;
  std::vector<unsigned> isDefined, isReached, isListed; ///< By symbol.
  std::vector<size_t> firstNode;                        ///< By symbol, if it is listed.
  std::vector<size_t> nextNode; ///< By node: the next of the same symbol.
};

constexpr size_t noNode = ~size_t(0);

Selector::Selector(llvm::ArrayRef<BuildUnit> build) : build(build) {
  SymbolReader reader;
  for (const BuildUnit &unit : build)
    units.push_back(reader.read(*unit.program));
  nodes = std::move(reader.nodes);
  isTaken.resize(units.size());
  isKept.resize(nodes.size());
  nextNode.resize(nodes.size());
  const size_t symbolCount = reader.symbolCount();
  for (auto *marks : {&isDefined, &isReached, &isListed})
    marks->resize(symbolCount);
  firstNode.resize(symbolCount);
  strong.resize(symbolCount);
  weak.resize(symbolCount);
}

void Selector::makeGroups() {
  std::vector<unsigned> order(build.size());
  for (unsigned unit = 0; unit < build.size(); ++unit)
    order[unit] = unit;
  llvm::sort(order, [&](unsigned one, unsigned other) {
    return std::tuple(fileOf(one), one) < std::tuple(fileOf(other), other);
  });
  // A lone `main` is told from a target of the same name.
  std::map<std::pair<std::string, bool>, Group> named;
  for (unsigned unit : order) {
    const bool isTarget = !build[unit].target.empty();
    const bool isLone = !isTarget && units[unit].hasMain;
    const std::string name = isLone ? fileOf(unit).str() : build[unit].target;
    Group &group = named[{name, isTarget}];
    group.name = name;
    group.isTarget = isTarget;
    group.isClosed |= units[unit].hasMain;
    const llvm::StringRef folder = llvm::sys::path::parent_path(fileOf(unit));
    group.folder = group.units.empty() ? folder.str() : commonFolder(group.folder, folder);
    group.units.push_back(unit);
  }
  groupOf.resize(build.size());
  for (auto &[key, group] : named) {
    for (unsigned unit : group.units)
      groupOf[unit] = groups.size();
    groups.push_back(std::move(group));
  }
}

void Selector::indexDefinitions() {
  for (const Group &group : groups) {
    if (group.isClosed)
      continue;
    for (unsigned unit : group.units) {
      for (Symbol symbol : units[unit].strong)
        strong[symbol].push_back(unit);
      for (Symbol symbol : units[unit].weak)
        weak[symbol].push_back(unit);
    }
  }
}

/// The units that define \p symbol for unit \p from in \p program: several where nothing
/// says which is meant.
llvm::SmallVector<unsigned, 1> Selector::definersFor(Symbol symbol, unsigned from,
                                                     const Group &program) const {
  auto rank = [&](unsigned unit) {
    const Group &group = groups[groupOf[unit]];
    const bool isInside = group.isTarget && groupOf[unit] == groupOf[from];
    return std::tuple(!isInside, -int(commonDepth(fileOf(unit), program.folder)),
                      groupOf[unit]);
  };
  const bool isWeak = strong[symbol].empty();
  Units best;
  for (unsigned unit : isWeak ? weak[symbol] : strong[symbol]) {
    if (!best.empty() && rank(best.front()) < rank(unit))
      continue;
    if (!best.empty() && rank(unit) < rank(best.front()))
      best.clear();
    // Weak definitions are all the same.
    if (best.empty() || !isWeak)
      best.push_back(unit);
  }
  return best;
}

/// The units of \p group, and of libraries those that it needs.
std::vector<unsigned> Selector::unitsFor(const Group &group) {
  ++current;
  std::vector<unsigned> chosen;
  auto choose = [&](unsigned unit) {
    chosen.push_back(unit);
    for (const auto *list : {&units[unit].strong, &units[unit].weak})
      for (Symbol symbol : *list)
        isDefined[symbol] = current;
  };
  for (unsigned unit : group.units)
    choose(unit);
  for (size_t next = 0; next < chosen.size(); ++next)
    for (Symbol symbol : units[chosen[next]].undefined)
      if (isDefined[symbol] != current)
        for (unsigned unit : definersFor(symbol, chosen[next], group))
          choose(unit);
  return chosen;
}

/// Each library after those that use it; otherwise by name.
std::vector<unsigned> Selector::openGroupsInOrder() const {
  std::vector<bool> seen(groups.size());
  std::vector<unsigned> order;
  for (unsigned group = groups.size(); group-- > 0;)
    if (!groups[group].isClosed)
      addAfterUsed(group, seen, order);
  std::reverse(order.begin(), order.end());
  return order;
}

/// Adds to \p order what \p group uses, then \p group.
void Selector::addAfterUsed(unsigned group, std::vector<bool> &seen,
                            std::vector<unsigned> &order) const {
  if (seen[group])
    return;
  seen[group] = true;
  std::vector<unsigned> used;
  for (unsigned unit : members[group])
    used.push_back(groupOf[unit]);
  llvm::sort(used, std::greater<>());
  for (unsigned other : used)
    addAfterUsed(other, seen, order);
  order.push_back(group);
}

/// Whether a library has anything that no program so far has.
bool Selector::isNeeded(const Group &group) const {
  return llvm::any_of(group.units, [&](unsigned index) {
    const UnitSymbols &unit = units[index];
    if (!isTaken[index])
      return true;
    for (size_t node = unit.firstNode; node < unit.endNode; ++node)
      if (nodes[node].hasBody && !isKept[node])
        return true;
    return false;
  });
}

/// Makes a list of what \p chosen say of each symbol.
void Selector::listNodes(const std::vector<unsigned> &chosen) {
  for (unsigned index : chosen)
    for (size_t node = units[index].firstNode; node < units[index].endNode; ++node) {
      const Symbol symbol = nodes[node].symbol;
      nextNode[node] = isListed[symbol] == current ? firstNode[symbol] : noNode;
      isListed[symbol] = current;
      firstNode[symbol] = node;
    }
}

/// Marks the symbols that the program of \p group can reach.
void Selector::findReached(unsigned group) {
  ++current;
  listNodes(members[group]);
  std::vector<Symbol> work;
  auto reach = [&](Symbol symbol) {
    if (isListed[symbol] != current || isReached[symbol] == current)
      return;
    isReached[symbol] = current;
    work.push_back(symbol);
  };
  for (unsigned index : members[group]) {
    const bool isOwn = groupOf[index] == group;
    for (size_t node = units[index].firstNode; node < units[index].endNode; ++node) {
      const bool isEntry = isOwn && (groups[group].isClosed || !isKept[node]);
      if (nodes[node].hasBody && (isEntry || nodes[node].isInitializer))
        reach(nodes[node].symbol);
    }
  }
  while (!work.empty()) {
    const Symbol symbol = work.back();
    work.pop_back();
    for (size_t node = firstNode[symbol]; node != noNode; node = nextNode[node])
      llvm::for_each(nodes[node].names, reach);
  }
}

ProgramParts Selector::partsFor(unsigned group) {
  findReached(group);
  ProgramParts parts;
  parts.name = groups[group].name;
  parts.isClosed = groups[group].isClosed;
  for (unsigned index : members[group]) {
    const UnitSymbols &unit = units[index];
    Member &member = parts.members.emplace_back();
    member.unit = index;
    member.bodies.resize(unit.endNode - unit.firstNode);
    isTaken[index] = true;
    for (size_t node = unit.firstNode; node < unit.endNode; ++node)
      if (nodes[node].hasBody && isReached[nodes[node].symbol] == current) {
        member.bodies.set(node - unit.firstNode);
        isKept.set(node);
      }
  }
  return parts;
}

std::vector<ProgramParts> Selector::select() {
  makeGroups();
  indexDefinitions();
  for (const Group &group : groups)
    members.push_back(unitsFor(group));

  std::vector<ProgramParts> programs;
  for (unsigned group = 0; group < groups.size(); ++group)
    if (groups[group].isClosed)
      programs.push_back(partsFor(group));
  for (unsigned group : openGroupsInOrder())
    if (isNeeded(groups[group]))
      programs.push_back(partsFor(group));
  return programs;
}

} // namespace

std::vector<ProgramParts> programsOf(llvm::ArrayRef<BuildUnit> units) {
  return Selector(units).select();
}

Program partOf(const Program &unit, const llvm::BitVector &bodies) {
  Program part = unit;
  for (size_t index = 0; index < part.functions.size(); ++index) {
    Function &function = part.functions[index];
    if (bodies[index])
      continue;
    function.blocks.clear();
    function.values.clear();
    function.macros.clear();
    function.statements.clear();
    function.locals.resize(function.parameterCount);
  }
  return part;
}

} // namespace tamga::flow
