//===- Folder.h - a policy in a folder of its own -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_TEST_FOLDER_H
#define TAMGA_TEST_FOLDER_H

#include "policy/PolicyReader.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <gtest/gtest.h>

namespace tamga::policy {

/// A folder that goes when the test does, with an installed policy in `share` and a
/// project beside it.
class Folder {
public:
  Folder() {
    llvm::SmallString<128> created;
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("tamga-policy", created));
    llvm::SmallString<128> real;
    EXPECT_FALSE(llvm::sys::fs::real_path(created, real));
    path = real.str().str();
    write("share/kinds.json", R"({"kinds": {"data": "data", "data.name": "a name",
      "sink": "a sink", "sink.screen": "the screen", "guard": "a guard",
      "capability": "a capability"}})");
    write("share/packs/kz.json", pack("kz", "tamga-one"));
    request.path = {path + "/share"};
  }
  ~Folder() { llvm::sys::fs::remove_directories(path); }

  std::string path;
  PolicyRequest request;

  void write(llvm::StringRef name, llvm::StringRef text) {
    llvm::SmallString<128> file(path);
    llvm::sys::path::append(file, name);
    EXPECT_FALSE(llvm::sys::fs::create_directories(llvm::sys::path::parent_path(file)));
    std::error_code failure;
    llvm::raw_fd_ostream out(file, failure);
    EXPECT_FALSE(failure) << failure.message();
    out << text;
  }

  /// A pack with one rule that bans `capability`.
  static std::string pack(llvm::StringRef name, llvm::StringRef rule) {
    return R"({"pack": ")" + name.str() +
           R"(", "title": "t", "version": "1", "asOf": "2026-01-01", "laws": {},
 "rules": [{"id": ")" +
           rule.str() + R"(", "shape": "ban", "severity": "note", "uses": ["capability"],
   "title": {"en": "t"}, "message": {"en": "m"}}]})";
  }

  Policy read() {
    llvm::Expected<Policy> policy = readPolicy(request);
    if (policy)
      return std::move(*policy);
    ADD_FAILURE() << llvm::toString(policy.takeError());
    return {};
  }

  /// With the folder's own path cut out.
  std::string error() {
    llvm::Expected<Policy> policy = readPolicy(request);
    if (policy)
      return "no error";
    std::string text = llvm::toString(policy.takeError());
    for (size_t at = text.find(path + "/"); at != std::string::npos;
         at = text.find(path + "/", at))
      text.erase(at, path.size() + 1);
    return text;
  }

  /// Of a project file with \p text.
  std::string errorOfProject(llvm::StringRef text) {
    write("project/tamga.json", text);
    request.mainFile = path + "/project/main.cpp";
    return error();
  }
};

} // namespace tamga::policy

#endif // TAMGA_TEST_FOLDER_H
