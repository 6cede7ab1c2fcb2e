//===- Paths.h - files as a reader knows them ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Paths as text: no file system is asked, so that a report reads the same on every
/// machine.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_PATHS_H
#define TAMGA_REPORT_PATHS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace tamga::report {

/// Whether \p text matches \p glob, in which `*` stands for any run of characters.
bool matchesWildcard(llvm::StringRef glob, llvm::StringRef text);

/// Whether \p path matches \p glob: `*` stands for any run of characters in one
/// component, `**` as a component for any number of components, none included. A glob
/// that ends in `/` covers the folder.
bool matchesGlob(llvm::StringRef glob, llvm::StringRef path);

/// \p path as a URI reference: relative ones stay relative, absolute ones become `file:`.
std::string toUri(llvm::StringRef path);
/// And back; of somebody's home, `file:///~/a.h`, as `~/a.h`.
std::string fromUri(llvm::StringRef uri);

} // namespace tamga::report

#endif // TAMGA_REPORT_PATHS_H
