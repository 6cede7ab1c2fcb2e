//===- ReaderTables.h - which keys the readers know -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For the test that compares the readers with the published schemas.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_READERTABLES_H
#define TAMGA_POLICY_READERTABLES_H

#include "Tables.h"

namespace tamga::policy {

/// The keys of one object and where a schema describes it: the file, and the name under
/// `$defs`, empty for the whole file.
struct ReaderTable {
  std::string schema, definition;
  std::vector<KeyNeed> keys;
};

void addElementTables(std::vector<ReaderTable> &tables);
void addModelTables(std::vector<ReaderTable> &tables);
void addPackTables(std::vector<ReaderTable> &tables);
void addProjectTables(std::vector<ReaderTable> &tables);

} // namespace tamga::policy

#endif // TAMGA_POLICY_READERTABLES_H
