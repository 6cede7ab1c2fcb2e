//===- FormatTest.cpp - one whole report of each format -----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The files that reports of the sample are compared with are also what the SARIF
/// validator reads (test/report). TAMGA_WRITE_EXPECTED=1 writes them anew.
//===----------------------------------------------------------------------===//

#include "Sample.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"
#include <cstdlib>

using namespace tamga::report::test;

static Result wholeSample() {
  Result result = sample();
  result.findings.push_back(consentMissing());
  result.findings.back().at = inChat(23, 20, 24);
  result.findings.back().isSuppressed = true;
  result.findings.back().justification = "a demonstration";
  result.coverage.units = 2;
  result.coverage.failedUnits = {
      {inputs() + "/broken.cpp", "'x.h' file not found", inChat(1, 10, 20)}};
  result.coverage.unknownOps = 3;
  result.coverage.unknownReasons = {{"asm", 2}, {"co_await", 1}};
  result.coverage.widenedFunctions = 1;
  return result;
}

static void compare(const std::string &name, const std::string &bytes) {
  std::string path = inputs() + "/" + name;
  if (std::getenv("TAMGA_WRITE_EXPECTED")) {
    std::error_code error;
    llvm::raw_fd_ostream(path, error) << bytes;
    return;
  }
  auto expected = llvm::MemoryBuffer::getFile(path);
  ASSERT_TRUE(bool(expected)) << path;
  EXPECT_EQ((*expected)->getBuffer().str(), bytes);
}

TEST(Format, text) { compare("sample.txt", textOf(wholeSample(), options())); }

TEST(Format, sarif) {
  auto whole = options();
  whole.exitCode = 1;
  whole.policyFiles = {{"packs/kz.json", "2026.1", "00112233"}, {"apis/llama.json", "", "44556677"}};
  compare("sample.sarif", sarifOf(wholeSample(), whole));
}
