//===- WriteFile.h - files that are whole or not there ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_WRITEFILE_H
#define TAMGA_WRITEFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace tamga {

/// Puts what \p write prints in the place of the file \p path; `-` is standard output. Where
/// that fails, the file stays as it was, and the error says why. What is no regular file, such
/// as a device or a pipe, is written to and stays what it is; so does a link.
llvm::Error writeFile(llvm::StringRef path,
                      llvm::function_ref<void(llvm::raw_ostream &)> write);

} // namespace tamga

#endif // TAMGA_WRITEFILE_H
