//===- Log.h - a log to ask ---------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_TEST_REPORT_LOG_H
#define TAMGA_TEST_REPORT_LOG_H

#include "Sample.h"
#include "llvm/ADT/StringRef.h"
#include <nlohmann/json.hpp>

namespace tamga::report::test {

using Json = nlohmann::ordered_json;

inline Json parsed(const std::string &bytes) {
  return Json::parse(bytes, nullptr, /*allow_exceptions=*/false);
}

/// The value at `a/0/b`; null, which equals nothing that is expected, when it is missing.
inline Json pick(const Json &json, llvm::StringRef path) {
  auto [name, rest] = path.split('/');
  size_t index = 0;
  bool isIndex = !name.getAsInteger(10, index);
  Json found;
  if (json.is_array() && isIndex && index < json.size())
    found = json[index];
  else if (json.is_object() && json.contains(name.str()))
    found = json[name.str()];
  return rest.empty() ? found : pick(found, rest);
}

inline Json runOf(const Result &result, const ReportOptions &options) {
  return pick(parsed(sarifOf(result, options)), "runs/0");
}

inline std::string text(const Json &json) { return json.is_string() ? std::string(json) : ""; }

} // namespace tamga::report::test

#endif // TAMGA_TEST_REPORT_LOG_H
