//===- ProcessFolder.h - a folder that ends with its process -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_PLUGIN_PROCESSFOLDER_H
#define TAMGA_PLUGIN_PROCESSFOLDER_H

#include "llvm/Support/Error.h"
#include <string>

namespace tamga {

/// Makes a folder among the temporary ones that is gone soon after this process ends, in
/// whatever way: also after a signal that nobody can catch, and also where the process has
/// become another program by then. Its path. Forks, so no other thread may be running.
llvm::Expected<std::string> makeProcessFolder();

} // namespace tamga

#endif // TAMGA_PLUGIN_PROCESSFOLDER_H
