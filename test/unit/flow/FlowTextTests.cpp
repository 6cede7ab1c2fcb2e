//===- FlowTextTests.cpp - the text form, there and back ------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/FlowText.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

using namespace tamga::flow;

static std::string print(const Program &program) {
  std::string text;
  llvm::raw_string_ostream out(text);
  printFlow(program, out);
  return text;
}

TEST(FlowText, EveryConstructReadsBackTheSame) {
  auto file = llvm::MemoryBuffer::getFile(TAMGA_SOURCE_DIR "/test/flow/every-construct.flow");
  ASSERT_TRUE(bool(file));
  llvm::Expected<Program> first = parseFlow((*file)->getBuffer(), "every.flow");
  ASSERT_TRUE(bool(first)) << llvm::toString(first.takeError());
  std::string once = print(*first);
  llvm::Expected<Program> second = parseFlow(once, "once.flow");
  ASSERT_TRUE(bool(second)) << llvm::toString(second.takeError());
  EXPECT_EQ(print(*second), once);
}
