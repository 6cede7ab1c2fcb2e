//===- Paths.cpp - files as a reader knows them -------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths.h"
#include "Report.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

namespace tamga::report {

/// Wildcard matching with one point to come back to: when an element does not match, the
/// last star takes one element more. Earlier stars never need to be tried again, so the
/// cost is at most |pattern| * |text|.
template <class Sequence, class IsStar, class Matches>
static bool matchesWithStars(const Sequence &pattern, const Sequence &text, IsStar isStar,
                             Matches matches) {
  size_t at = 0, position = 0, starAt = pattern.size(), starPosition = 0;
  while (position < text.size()) {
    if (at < pattern.size() && isStar(pattern[at])) {
      starAt = at++;
      starPosition = position;
    } else if (at < pattern.size() && matches(pattern[at], text[position])) {
      ++at;
      ++position;
    } else if (starAt < pattern.size()) {
      at = starAt + 1;
      position = ++starPosition;
    } else {
      return false;
    }
  }
  while (at < pattern.size() && isStar(pattern[at]))
    ++at;
  return at == pattern.size();
}

bool matchesWildcard(llvm::StringRef glob, llvm::StringRef text) {
  return matchesWithStars(
      glob, text, [](char c) { return c == '*'; },
      [](char wanted, char found) { return wanted == found; });
}

bool matchesGlob(llvm::StringRef glob, llvm::StringRef path) {
  using Components = llvm::SmallVector<llvm::StringRef, 8>;
  Components globComponents, pathComponents;
  glob.split(globComponents, '/');
  path.split(pathComponents, '/');
  if (!glob.empty() && globComponents.back().empty())
    globComponents.back() = "**";
  return matchesWithStars(
      globComponents, pathComponents, [](llvm::StringRef c) { return c == "**"; },
      matchesWildcard);
}

std::string toUri(llvm::StringRef path) {
  bool isAbsolute = path.starts_with("/");
  std::string uri = isAbsolute ? "file://" : "";
  for (char c : path) {
    // A colon in the first component of a relative path would read as a scheme.
    bool isPlain = llvm::isAlnum(c) || llvm::StringRef("/-._~!$&'()*+,;=@").contains(c);
    if (isPlain) {
      uri += c;
    } else {
      uri += '%';
      uri += llvm::toHex(llvm::StringRef(&c, 1));
    }
  }
  return uri;
}

std::string fromUri(llvm::StringRef uri) {
  if (uri.consume_front("file://") && uri.starts_with("/~/"))
    uri = uri.drop_front();
  std::string path;
  for (size_t at = 0; at < uri.size(); ++at) {
    unsigned code = 0;
    const bool isCode = uri[at] == '%' && !uri.substr(at + 1, 2).getAsInteger(16, code);
    path += isCode ? char(code) : uri[at];
    at += isCode ? 2 : 0;
  }
  return path;
}

std::string relativePath(const std::string &file, const std::string &root) {
  llvm::SmallString<128> path(file), base(root);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  llvm::sys::path::remove_dots(base, /*remove_dot_dot=*/true);
  llvm::StringRef rest = path;
  bool isBelow = !base.empty() && rest.consume_front(base) &&
                 (llvm::StringRef(base).ends_with("/") || rest.consume_front("/"));
  return isBelow && !rest.empty() ? rest.str() : std::string(path);
}

} // namespace tamga::report
