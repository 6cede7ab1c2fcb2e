//===- RandomProgramTests.cpp - laws over programs made by chance  -----------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FlowTesting.h"
#include "RandomProgram.h"
#include "flow/FlowVerify.h"
#include "flow/Link.h"

using namespace tamga::flow;

static constexpr uint32_t seeds = 500;

TEST(RandomPrograms, AreSound) {
  for (uint32_t seed = 0; seed < seeds; ++seed)
    ASSERT_EQ(verify(randomProgram(seed)), std::vector<std::string>()) << "seed " << seed;
}

TEST(RandomPrograms, ReadBackTheSame) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Program program = randomProgram(seed);
    std::string once = print(program);
    Program second = parsed(once);
    ASSERT_EQ(print(second), once) << "seed " << seed;
    ASSERT_EQ(second.functions.size(), program.functions.size());
    for (size_t i = 0; i < second.functions.size(); ++i) {
      ASSERT_EQ(second.functions[i].symbol, program.functions[i].symbol);
      ASSERT_EQ(second.functions[i].locals.size(), program.functions[i].locals.size());
      ASSERT_EQ(second.functions[i].blocks.size(), program.functions[i].blocks.size());
    }
  }
}

TEST(RandomPrograms, LinkInAnyOrder) {
  for (uint32_t seed = 0; seed < seeds; seed += 3) {
    std::vector<Program> forth, back;
    for (uint32_t i : {0, 1, 2}) {
      forth.push_back(randomProgram(seed + i));
      back.push_back(randomProgram(seed + 2 - i));
    }
    ASSERT_EQ(print(link(std::move(forth), "app")), print(link(std::move(back), "app")))
        << "seed " << seed;
  }
}

TEST(RandomPrograms, LinkOfOneUnitKeepsIt) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Program program = randomProgram(seed);
    program.isLinked = true;
    std::string text = print(program);
    std::string name = program.name;
    std::vector<Program> units;
    units.push_back(std::move(program));
    Program result = link(std::move(units), name);
    ASSERT_EQ(result.functions.size(), parsed(text).functions.size());
    result.directives.clear(); // Said twice by chance, they are joined.
    result.errors.clear();
    Program expected = parsed(text);
    expected.directives.clear();
    expected.errors.clear();
    ASSERT_EQ(print(result), print(expected)) << "seed " << seed;
  }
}

TEST(RandomPrograms, DamagedTextIsReadOrRefused) {
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    std::string text = print(randomProgram(seed));
    size_t from = (seed * 7919) % text.size(), length = seed % 40;
    text.erase(from, length); // Whatever comes of it, nothing crashes.
    llvm::Expected<Program> program = parseFlow(text, "damaged.flow");
    if (!program) {
      EXPECT_EQ(llvm::StringRef(llvm::toString(program.takeError())).count('\n'), 0u);
      continue;
    }
    std::string once = print(*program);
    ASSERT_EQ(print(parsed(once)), once) << "seed " << seed;
  }
}
