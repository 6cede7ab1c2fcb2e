//===- FixReader.h - `fixes` of tamga.json ----------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_FIXREADER_H
#define TAMGA_POLICY_FIXREADER_H

#include "ReaderTables.h"

namespace tamga::policy {

struct ReadFix {
  Fix fix;
  Mention rule; ///< Whether the fix suits it is known when the packs are read.
};

void readFixes(ReadContext &context, const JsonPlace &at, std::vector<ReadFix> &out);

/// Reports each of \p fixes that does not suit its rule in \p packs.
void checkFixes(const std::vector<ReadFix> &fixes, const std::vector<Pack> &packs,
                std::vector<Problem> &errors);

void addFixTables(std::vector<ReaderTable> &tables);

} // namespace tamga::policy

#endif // TAMGA_POLICY_FIXREADER_H
