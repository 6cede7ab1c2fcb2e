//===- ElementReader.h - elements.json ---------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_ELEMENTREADER_H
#define TAMGA_POLICY_ELEMENTREADER_H

#include "Tables.h"

namespace tamga::policy {

struct ElementFile {
  std::string asOf, source;
  std::vector<Element> elements;
};

/// Adds the kinds that \p document registers, with what they mean.
void readElementKinds(const JsonDocument &document, Kinds &kinds);
void readElementFile(ReadContext &context, ElementFile &out);

} // namespace tamga::policy

#endif // TAMGA_POLICY_ELEMENTREADER_H
