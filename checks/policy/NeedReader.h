//===- NeedReader.h - what rules need of guards -----------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_NEEDREADER_H
#define TAMGA_POLICY_NEEDREADER_H

#include "ReaderTables.h"

namespace tamga::policy {

void readPurposes(ReadContext &context, const JsonPlace &at, Rule &out);
void readBeside(ReadContext &context, const JsonPlace &at, Rule &out);
bool readValueSet(ReadContext &context, const JsonPlace &at, ValueSet &out);
void readMiss(ReadContext &context, const JsonPlace &at, Rule &out);
void readLimits(ReadContext &context, const JsonPlace &at, Rule &out);
void addNeedTables(std::vector<ReaderTable> &tables);

} // namespace tamga::policy

#endif // TAMGA_POLICY_NEEDREADER_H
