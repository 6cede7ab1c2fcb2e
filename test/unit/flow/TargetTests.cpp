//===- TargetTests.cpp - which units make up which program  ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowTesting.h"
#include "flow/FlowVerify.h"
#include "flow/Link.h"
#include "flow/Targets.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <deque>

using namespace tamga::flow;

namespace {

/// A build, and its programs in words: `name: unit(symbol symbol) unit()`, where the
/// symbols are those whose bodies take part. Open programs begin with `open `.
class Build {
public:
  Build &add(const std::string &file, const std::string &target, const std::string &body) {
    programs.push_back(parsed("unit " + file + "\n" + body + "\nend\n"));
    units.push_back({&programs.back(), target});
    return *this;
  }

  std::vector<std::string> select() const {
    std::vector<std::string> lines;
    for (const ProgramParts &parts : programsOf(units)) {
      std::vector<std::string> words;
      for (const Member &member : parts.members)
        words.push_back(wordsOf(member));
      llvm::sort(words);
      std::string line = (parts.isClosed ? "" : "open ") + parts.name + ":";
      for (const std::string &word : words)
        line += " " + word;
      lines.push_back(line);
    }
    return lines;
  }

  /// The same units, given the other way round.
  Build reversed() const {
    Build build;
    build.programs = programs;
    for (size_t index = programs.size(); index-- > 0;)
      build.units.push_back({&build.programs[index], units[index].target});
    return build;
  }

private:
  std::string wordsOf(const Member &member) const {
    const Program &program = *units[member.unit].program;
    std::vector<std::string> symbols;
    for (unsigned index : member.bodies.set_bits())
      symbols.push_back(program.functions[index].symbol);
    return program.name + "(" + llvm::join(symbols, " ") + ")";
  }

  std::deque<Program> programs;
  std::vector<BuildUnit> units;
};

using Lines = std::vector<std::string>;

std::string defines(const std::string &symbol) { return "fn " + symbol + "() { return }"; }
std::string declares(const std::string &symbol) { return "fn " + symbol + "()"; }
std::string calls(const std::string &caller, const std::string &callee) {
  return "fn " + caller + "() { call " + callee + "(); return }";
}
std::string mainCalls(const std::string &callee) {
  return declares(callee) + "\nfn main() is main { call " + callee + "(); return }";
}

} // namespace

TEST(Targets, AnExecutableTakesTheUnitsItNeedsTransitively) {
  Build build;
  build.add("/talk/talk.cpp", "talk", mainCalls("speak"))
      .add("/common/speak.cpp", "common", declares("play") + "\n" + calls("speak", "play"))
      .add("/audio/play.cpp", "audio", defines("play"))
      .add("/audio/other.cpp", "audio", defines("other"));
  EXPECT_EQ(build.select(), (Lines{"talk: /audio/play.cpp(play) /common/speak.cpp(speak) "
                                   "/talk/talk.cpp(main)",
                                   "open audio: /audio/other.cpp(other) /audio/play.cpp()"}));
}

TEST(Targets, TheOrderOfUnitsDoesNotMatter) {
  Build build;
  build.add("/a/main.cpp", "a", mainCalls("f"))
      .add("/b/main.cpp", "b", mainCalls("g"))
      .add("/l/f.cpp", "l", declares("g") + "\n" + calls("f", "g"))
      .add("/m/g.cpp", "m", defines("g"))
      .add("/n/g.cpp", "n", defines("g") + "\n" + defines("h"));
  EXPECT_EQ(build.select(), build.reversed().select());
}

TEST(Targets, OwnDefinitionsComeFirst) {
  Build build;
  build.add("/app/main.cpp", "app", mainCalls("usage"))
      .add("/app/usage.cpp", "app", defines("usage"))
      .add("/lib/usage.cpp", "lib", defines("usage"));
  EXPECT_EQ(build.select(), (Lines{"app: /app/main.cpp(main) /app/usage.cpp(usage)",
                                   "open lib: /lib/usage.cpp(usage)"}));
}

TEST(Targets, ALibraryBindsInsideItselfFirst) {
  Build build;
  build.add("/app/main.cpp", "app", mainCalls("f"))
      .add("/app/near/g.cpp", "near", defines("g"))
      .add("/lib/f.cpp", "lib", declares("g") + "\n" + calls("f", "g"))
      .add("/lib/g.cpp", "lib", defines("g"));
  EXPECT_EQ(build.select().front(), "app: /app/main.cpp(main) /lib/f.cpp(f) /lib/g.cpp(g)");
}

TEST(Targets, TheNearestLibraryIsTakenThenTheFirstByName) {
  Build build;
  build.add("/x/app/main.cpp", "app", mainCalls("f"))
      .add("/y/f.cpp", "a-far", defines("f"))
      .add("/x/f.cpp", "z-near", defines("f"))
      .add("/x/also/f.cpp", "zz-near", defines("f"));
  EXPECT_EQ(build.select().front(), "app: /x/app/main.cpp(main) /x/f.cpp(f)");
}

TEST(Targets, ExecutablesDoNotLendTheirUnits) {
  Build build;
  build.add("/a/main.cpp", "a", mainCalls("helper"))
      .add("/b/main.cpp", "b", mainCalls("helper"))
      .add("/b/helper.cpp", "b", defines("helper"));
  EXPECT_EQ(build.select(),
            (Lines{"a: /a/main.cpp(main)", "b: /b/helper.cpp(helper) /b/main.cpp(main)"}));
}

TEST(Targets, ALibraryAloneIsOpen) {
  Build build;
  build.add("/l/a.cpp", "l", defines("f")).add("/l/b.cpp", "l", defines("g"));
  EXPECT_EQ(build.select(), Lines{"open l: /l/a.cpp(f) /l/b.cpp(g)"});
}

TEST(Targets, WhatAProgramCannotReachIsLeftToTheLibrary) {
  Build build;
  build.add("/app/main.cpp", "app", mainCalls("used"))
      .add("/l/l.cpp", "l", defines("used") + "\n" + calls("unused", "used"));
  EXPECT_EQ(build.select(), (Lines{"app: /app/main.cpp(main) /l/l.cpp(used)",
                                   "open l: /l/l.cpp(used unused)"}));
}

TEST(Targets, OverridesOfWhatIsCalledAreReached) {
  const std::string base = "type B = record\nfn B::run() is method virtual record B\n";
  Build build;
  build
      .add("/app/main.cpp", "app",
           base + declares("make") +
               "\nfn main() is main { call make(); call virtual B::run(this null); return }")
      .add("/l/l.cpp", "l",
           base +
               "type D = record bases B\n"
               "fn D::run() is method virtual record D overrides B::run { return }\n" +
               defines("make"));
  EXPECT_EQ(build.select(), Lines{"app: /app/main.cpp(main) /l/l.cpp(D::run make)"});
}

TEST(Targets, WithoutTargetsEachMainIsAProgram) {
  Build build;
  build.add("/p/a.cpp", "", mainCalls("f"))
      .add("/p/b.cpp", "", mainCalls("g"))
      .add("/p/f.cpp", "", defines("f"))
      .add("/p/g.cpp", "", defines("g"))
      .add("/p/h.cpp", "", defines("h"));
  EXPECT_EQ(build.select(), (Lines{"/p/a.cpp: /p/a.cpp(main) /p/f.cpp(f)",
                                   "/p/b.cpp: /p/b.cpp(main) /p/g.cpp(g)",
                                   "open : /p/f.cpp() /p/g.cpp() /p/h.cpp(h)"}));
}

TEST(Targets, EquallyNearDefinitionsAreAllTaken) {
  Build build;
  build.add("/p/a.cpp", "", mainCalls("f"))
      .add("/p/one.cpp", "", defines("f"))
      .add("/p/two.cpp", "", defines("f"));
  EXPECT_EQ(build.select(), Lines{"/p/a.cpp: /p/a.cpp(main) /p/one.cpp(f) /p/two.cpp(f)"});
}

TEST(Targets, EveryUnitIsInAProgram) {
  Build build;
  build.add("/app/main.cpp", "app", mainCalls("f"))
      .add("/l/empty.cpp", "l", "")
      .add("/l/f.cpp", "l", defines("f"));
  EXPECT_EQ(build.select(), (Lines{"app: /app/main.cpp(main) /l/f.cpp(f)",
                                   "open l: /l/empty.cpp() /l/f.cpp()"}));
}

TEST(Targets, LibrariesComeAfterThoseThatUseThem) {
  Build build;
  build.add("/a/a.cpp", "a", defines("f"))
      .add("/b/b.cpp", "b", declares("f") + "\n" + calls("g", "f"));
  EXPECT_EQ(build.select(), Lines{"open b: /a/a.cpp(f) /b/b.cpp(g)"});
}

TEST(Targets, APartLinksAndIsSound) {
  const Program unit =
      parsed("unit l.cpp\n" + defines("used") + "\n" + defines("unused") + "\nend\n");
  llvm::BitVector bodies(2);
  bodies.set(0);
  const Program program = link({partOf(unit, bodies)}, "app");
  EXPECT_TRUE(verify(program).empty());
  EXPECT_TRUE(find(program, "used")->hasBody());
  EXPECT_FALSE(find(program, "unused")->hasBody());
}
