//===- LineHash.h - the fingerprint GitHub computes ---------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// GitHub follows an alert by a hash of the source from the alert's line on. Uploads
/// compute it where the file is at hand; we write the same value, so that it is there
/// for the other ways of uploading too.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_LINEHASH_H
#define TAMGA_REPORT_LINEHASH_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace tamga::report {

/// `hash:count` of each line of \p text, in order. The count tells equal hashes apart.
std::vector<std::string> lineHashes(llvm::StringRef text);

} // namespace tamga::report

#endif // TAMGA_REPORT_LINEHASH_H
