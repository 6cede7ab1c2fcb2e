//===- SarifJson.h - JSON that may be anything --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Logs are changed after they are written, and those of others are read. Asking the JSON
/// library for what is not there ends the process, so it is asked only through these.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_SARIFJSON_H
#define TAMGA_REPORT_SARIFJSON_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <nlohmann/json.hpp>
#include <string>

namespace tamga::report::sarif {

/// Keys stay in the order in which they are written: output is deterministic.
using Json = nlohmann::ordered_json;

/// The member of \p object at \p path, `a/b/c`; null when there is none.
const Json *find(const Json &object, llvm::StringRef path);
Json *find(Json &object, llvm::StringRef path);

/// The items of the list at \p path of \p object; those of an empty list when there is none.
const Json &itemsOf(const Json &object, llvm::StringRef path);

/// The string at \p path; empty when there is none.
std::string textAt(const Json &object, llvm::StringRef path);

/// Whether `true` is at \p path.
bool isTrue(const Json &object, llvm::StringRef path);

/// The number at \p path; \p fallback when there is none.
size_t numberAt(const Json &object, llvm::StringRef path, size_t fallback = 0);

/// Ours, by which a finding is known again.
std::string fingerprintOf(const Json &result);

/// Removes \p key, if \p object has it.
void drop(Json &object, const char *key);

/// Calls \p change for every object within \p json, parents first, itself included.
void forEachObject(Json &json, llvm::function_ref<void(Json &)> change);

/// Leaves those of \p list that \p isKept wants.
void keepIf(Json &list, llvm::function_ref<bool(const Json &)> isKept);

} // namespace tamga::report::sarif

#endif // TAMGA_REPORT_SARIFJSON_H
