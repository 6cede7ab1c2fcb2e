//===- Words.cpp - the sentences all formats share ----------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Words.h"
#include "Report.h"
#include "llvm/ADT/StringExtras.h"

namespace tamga::report {

llvm::ArrayRef<MarkWords> allMarkWords() {
  static constexpr MarkWords table[] = {
      {finding::Open, "open", "no caller in this file checks"},
      {finding::Widened, "widened", "widened: a bound of the analysis was hit on the way"},
      {finding::AmbiguousDefinition, "ambiguousDefinition",
       "ambiguous definition: several functions of one name were joined"},
      {finding::SubjectNotShown, "subjectNotShown",
       "subject not shown: a check exists, perhaps of somebody else"},
      {finding::ThroughUnmodelledCall, "throughUnmodelledCall",
       "through unmodelled call: what it does with its arguments is assumed"},
      {finding::Unreachable, "unreachable", "unreachable: nothing in the program calls this"},
      {finding::ByName, "byName", "by name: nothing but a name says what the data is"},
  };
  return table;
}

std::string describeMarks(uint16_t marks) {
  std::string words;
  for (const MarkWords &mark : allMarkWords())
    if (marks & mark.mark)
      words += (words.empty() ? "" : "; ") + mark.words.str();
  return words;
}

std::string countOf(size_t count, llvm::StringRef noun) {
  return llvm::utostr(count) + " " + noun.str() + (count == 1 ? "" : "s");
}

llvm::StringRef levelName(finding::Level level) {
  switch (level) {
  case finding::Level::Note:
    return "note";
  case finding::Level::Warning:
    return "warning";
  case finding::Level::Error:
    return "error";
  }
  return "warning";
}

std::string stepSentence(const finding::Finding &finding, size_t index) {
  const finding::Step &step = finding.steps[index];
  const std::string name = "`" + step.function + "`";
  const finding::Step *before = index ? &finding.steps[index - 1] : nullptr;
  bool isSaid = step.function.empty() || step.function == finding.function ||
                (before && step.function == before->function) ||
                llvm::StringRef(step.message).contains(name) ||
                (before && llvm::StringRef(before->message).contains(name));
  return llvm::utostr(index + 1) + ". " + step.message + (isSaid ? "" : ", in " + name);
}

std::string unknownOpsSentence(const finding::Coverage &coverage) {
  constexpr size_t shownReasons = 5;
  std::string text = llvm::utostr(coverage.unknownOps) + " of " +
                     countOf(coverage.ops, "operation") + " could not be expressed";
  size_t shown = 0;
  for (const auto &[reason, count] : coverage.unknownReasons) {
    if (shown == shownReasons) {
      text += ", ...";
      break;
    }
    text += (shown++ ? ", " : ": ") + reason + " (" + llvm::utostr(count) + ")";
  }
  return text;
}

std::string widenedSentence(const finding::Coverage &coverage) {
  return countOf(coverage.widenedFunctions, "function") +
         " widened: a bound was hit, and findings may be missing or too many";
}

} // namespace tamga::report
