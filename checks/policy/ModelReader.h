//===- ModelReader.h - what libraries do, from JSON -----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The sections of an API model. They may stand in an API model file, in a pack and in
/// `tamga.json`, and mean the same in each.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_MODELREADER_H
#define TAMGA_POLICY_MODELREADER_H

#include "Tables.h"
#include <array>

namespace tamga::policy {

/// What the sections of one file say.
struct Models {
  std::vector<FunctionModel> functions;
  std::vector<NameModel> names;
  Boundary boundary;
};

void readFunctions(ReadContext &context, const JsonPlace &at, Models &out);
void readBoundary(ReadContext &context, const JsonPlace &at, Models &out);
/// `types`, `fields`, ...: \p of says which.
void readNames(ReadContext &context, const JsonPlace &at, NameModel::Of of, Models &out);

template <class T, auto read>
void readSection(ReadContext &context, const JsonPlace &at, T &out) {
  read(context, at, out);
}
template <class T, NameModel::Of of>
void readNameSection(ReadContext &context, const JsonPlace &at, T &out) {
  readNames(context, at, of, out);
}
/// Kinds are read before everything else, by readKinds().
template <class T> void skipKinds(ReadContext &, const JsonPlace &, T &) {}

/// The rows that the tables of all three kinds of files share. T derives from Models.
template <class T>
inline constexpr std::array<Field<T>, 9> modelSections = {{
    {"$schema", Need::Optional, skipString<T>},
    {"kinds", Need::Optional, skipKinds<T>},
    {"boundary", Need::Optional, readSection<T, readBoundary>},
    {"functions", Need::Optional, readSection<T, readFunctions>},
    {"types", Need::Optional, readNameSection<T, NameModel::Type>},
    {"fields", Need::Optional, readNameSection<T, NameModel::Field>},
    {"enumerators", Need::Optional, readNameSection<T, NameModel::Enumerator>},
    {"macros", Need::Optional, readNameSection<T, NameModel::Macro>},
    {"literals", Need::Optional, readNameSection<T, NameModel::Literal>},
}};

template <class T, size_t count> constexpr auto withSections(const Field<T> (&own)[count]) {
  return joined(own, modelSections<T>);
}

/// An API model file.
struct ApiFile : Models {
  std::string library, asOf, source;
  std::vector<std::string> headers;
  bool hasCLinkage = false;
};

void readApiFile(ReadContext &context, ApiFile &out);

/// Adds the kinds that \p document registers: all of kinds.json, or the section of
/// another file.
void readKinds(const JsonDocument &document, Kinds &kinds, std::vector<Problem> &errors);
/// The same for kinds.json, which has nothing else.
void readKindsFile(const JsonDocument &document, Kinds &kinds, std::vector<Problem> &errors);

} // namespace tamga::policy

#endif // TAMGA_POLICY_MODELREADER_H
