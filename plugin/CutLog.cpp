//===- CutLog.cpp - the log of what was not analysed --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CutLog.h"
#include "CheckHost.h"
#include "lower/Lower.h"
#include "llvm/Support/Path.h"
#include <map>
#include <mutex>
#include <set>

namespace tamga {

void logNews(llvm::StringRef topic, const std::string &text) {
  static std::mutex mutex;
  static std::map<std::string, std::string> told;
  const std::lock_guard lock(mutex);
  std::string &last = told[topic.str()];
  if (last == text)
    return;
  last = text;
  if (!text.empty())
    checkHost().log(text);
}

/// `3 functions: 'a', 'b', 'c'`; of many, the first.
static std::string listed(const std::set<std::string> &functions) {
  constexpr size_t mostNamed = 8;
  std::string text = std::to_string(functions.size()) +
                     (functions.size() == 1 ? " function: " : " functions: ");
  size_t count = 0;
  for (const std::string &function : functions)
    if (++count <= mostNamed)
      text += (count == 1 ? "'" : ", '") + function + "'";
  return text + (count > mostNamed ? ", ..." : "");
}

void logCuts(llvm::StringRef mainFile, const finding::Coverage &coverage,
             llvm::StringRef alone) {
  const CheckHost &host = checkHost();
  const std::string file = llvm::sys::path::filename(mainFile).str() + ": ";
  std::set<std::string> cut, skipped;
  for (const finding::Coverage::Incident &function : coverage.incompleteFunctions)
    if (function.text == lower::bodyNotParsed)
      skipped.insert(function.unit);
    else if (function.isOverBudget && !host.isEditor)
      host.log(file + "'" + function.unit + "' is " + function.text +
               " of one unit; 'tamga check -p' has no such budget");
    else if (function.isOverBudget || function.text == lower::noTimeLeft)
      cut.insert(function.unit);
  if (!host.isEditor)
    return;
  const std::string late = file + "over the budget of an edit; analysed in part or not at all: ";
  const std::string unseen =
      file + "clangd does not parse the bodies of functions in headers; called here: ";
  logNews("cut " + mainFile.str(), cut.empty() ? "" : late + listed(cut));
  const std::string without = file + "analysed without its summary: ";
  logNews("summary " + mainFile.str(), alone.empty() ? "" : without + alone.str());
  logNews("headers " + mainFile.str(), skipped.empty() ? "" : unseen + listed(skipped));
}

} // namespace tamga
