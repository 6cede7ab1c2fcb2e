//===- ShippedTest.cpp - the files that come with Tamga -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "policy/PolicyReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace tamga;
using namespace tamga::policy;

namespace {

const std::string policyFolder = TAMGA_SOURCE_DIR "/checks/policy";

std::vector<std::string> packNames() {
  std::vector<std::string> names;
  std::error_code failure;
  for (sys::fs::directory_iterator file(policyFolder + "/packs", failure), end;
       !failure && file != end; file.increment(failure))
    if (sys::path::extension(file->path()) == ".json")
      names.push_back(sys::path::stem(file->path()).str());
  return names;
}

TEST(Shipped, allFilesAreRead) {
  PolicyRequest request;
  request.packs = packNames();
  request.path = {policyFolder};
  ASSERT_FALSE(request.packs.empty());
  Expected<Policy> policy = readPolicy(request);
  ASSERT_TRUE(bool(policy)) << toString(policy.takeError());
  EXPECT_FALSE(policy->functions.empty());
  EXPECT_EQ(policy->packs.size(), request.packs.size());
}

// Rules name families; a family that is not registered cannot be named.
TEST(Shipped, everyKindHasItsFamily) {
  PolicyRequest request;
  request.path = {policyFolder};
  Expected<Policy> policy = readPolicy(request);
  ASSERT_TRUE(bool(policy)) << toString(policy.takeError());
  for (const auto &[kind, words] : policy->kindWords) {
    size_t dot = kind.rfind('.');
    EXPECT_TRUE(dot == std::string::npos || policy->kindWords.count(kind.substr(0, dot)))
        << kind;
  }
}

} // namespace
