//===- SarifJson.cpp - JSON that may be anything ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SarifJson.h"

namespace tamga::report::sarif {

const Json *find(const Json &object, llvm::StringRef path) {
  const Json *at = &object;
  while (!path.empty()) {
    auto [key, rest] = path.split('/');
    auto member = at->find(key.str()); // Of what is no object: the end.
    if (member == at->end())
      return nullptr;
    at = &*member;
    path = rest;
  }
  return at;
}

Json *find(Json &object, llvm::StringRef path) {
  return const_cast<Json *>(find(std::as_const(object), path));
}

const Json &itemsOf(const Json &object, llvm::StringRef path) {
  static const Json none = Json::array();
  const Json *list = find(object, path);
  return list && list->is_array() ? *list : none;
}

std::string textAt(const Json &object, llvm::StringRef path) {
  const Json *text = find(object, path);
  return text && text->is_string() ? std::string(*text) : "";
}

bool isTrue(const Json &object, llvm::StringRef path) {
  const Json *word = find(object, path);
  return word && *word == true;
}

size_t numberAt(const Json &object, llvm::StringRef path, size_t fallback) {
  const Json *number = find(object, path);
  return number && number->is_number_unsigned() ? size_t(*number) : fallback;
}

std::string fingerprintOf(const Json &result) {
  const Json *all = find(result, "partialFingerprints"); // Its name has a slash.
  auto ours = all ? all->find("tamga/v1") : Json::const_iterator();
  return all && ours != all->end() && ours->is_string() ? std::string(*ours) : "";
}

void drop(Json &object, const char *key) {
  if (object.is_object())
    object.erase(key);
}

void forEachObject(Json &json, llvm::function_ref<void(Json &)> change) {
  if (json.is_object())
    change(json);
  if (json.is_structured())
    for (Json &item : json)
      forEachObject(item, change);
}

void keepIf(Json &list, llvm::function_ref<bool(const Json &)> isKept) {
  Json kept = Json::array();
  for (Json &item : list)
    if (isKept(item))
      kept.push_back(std::move(item));
  list = std::move(kept);
}

} // namespace tamga::report::sarif
