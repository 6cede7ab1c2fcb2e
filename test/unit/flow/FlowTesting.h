//===- FlowTesting.h - what the tests of flow share  -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_TEST_FLOWTESTING_H
#define TAMGA_TEST_FLOWTESTING_H

#include "flow/FlowText.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

namespace tamga::flow {

inline std::string print(const Program &program) {
  std::string text;
  llvm::raw_string_ostream out(text);
  printFlow(program, out);
  return text;
}

/// The program of \p text, which must be sound.
inline Program parsed(llvm::StringRef text, llvm::StringRef name = "test.flow") {
  llvm::Expected<Program> program = parseFlow(text, name);
  if (program)
    return std::move(*program);
  ADD_FAILURE() << llvm::toString(program.takeError());
  return {};
}

/// The error of \p text; "parsed" if there is none.
inline std::string errorOf(llvm::StringRef text) {
  llvm::Expected<Program> program = parseFlow(text, "test.flow");
  return program ? "parsed" : llvm::toString(program.takeError());
}

/// A file below test/flow.
inline std::string sample(const char *name) {
  auto file = llvm::MemoryBuffer::getFile(llvm::Twine(TAMGA_SOURCE_DIR "/test/flow/") + name);
  EXPECT_TRUE(bool(file)) << name;
  return file ? (*file)->getBuffer().str() : "";
}

inline const Function *find(const Program &program, llvm::StringRef symbol) {
  for (const Function &function : program.functions)
    if (function.symbol == symbol)
      return &function;
  return nullptr;
}

inline const Type *findType(const Program &program, llvm::StringRef key) {
  for (const Type &type : program.types)
    if (type.key == key)
      return &type;
  return nullptr;
}

} // namespace tamga::flow

#endif // TAMGA_TEST_FLOWTESTING_H
