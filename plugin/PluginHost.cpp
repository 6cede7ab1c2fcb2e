//===- PluginHost.cpp - the checks as a plugin of clang-tidy -----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckHost.h"
#include "policy/PolicyReader.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <dlfcn.h>

namespace tamga {

static std::vector<std::string> besideLibrary() {
  Dl_info library;
  if (!dladdr(reinterpret_cast<void *>(&checkHost), &library))
    return policy::defaultPolicyPath("");
  llvm::SmallString<128> file(library.dli_fname);
  llvm::sys::fs::make_absolute(file);
  return policy::defaultPolicyPath(file);
}

const CheckHost &checkHost() {
  static const CheckHost host = {
      .policyPath = besideLibrary(),
      .log = [](llvm::StringRef line) { llvm::errs() << "tamga: " << line << '\n'; },
  };
  return host;
}

} // namespace tamga
