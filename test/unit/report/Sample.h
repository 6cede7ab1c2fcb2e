//===- Sample.h - a result built by hand --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the tests of this folder report on: findings in test/report/Inputs/chat.cpp.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_TEST_REPORT_SAMPLE_H
#define TAMGA_TEST_REPORT_SAMPLE_H

#include "finding/Finding.h"
#include "report/Report.h"
#include <string>

namespace tamga::report::test {

using finding::Finding;
using finding::Level;
using finding::LintDirective;
using finding::Region;
using finding::Result;
using finding::RuleInfo;
using finding::StepKind;

inline std::string inputs() { return TAMGA_SOURCE_DIR "/test/report/Inputs"; }
inline std::string chat() { return inputs() + "/chat.cpp"; }

/// Columns \p column to \p endColumn, exclusive, of \p line in chat.cpp.
inline Region inChat(uint32_t line, uint32_t column, uint32_t endColumn) {
  return {chat(), line, column, line, endColumn};
}

inline ReportOptions options() {
  ReportOptions options;
  options.root = inputs();
  return options;
}

inline Finding labelMissing() {
  Finding finding;
  finding.rule = "tamga-label-missing";
  finding.level = Level::Error;
  finding.message = "AI output from complete reaches the screen without a label; Art. 21(1) "
                    "concerns it, and a notice would satisfy the rule";
  finding.at = inChat(16, 3, 20);
  finding.function = "chat::reply";
  finding.steps = {
      {StepKind::Source, inChat(14, 22, 44), "chat::reply", "AI output comes from complete", 0},
      {StepKind::Call, inChat(15, 10, 20), "chat::reply", "it is passed to trim", 0},
      {StepKind::Return, inChat(10, 10, 14), "chat::trim", "trim returns it", 1},
      {StepKind::Sink, inChat(16, 3, 20), "chat::reply", "it is written to the screen", 0},
  };
  finding.related = {{inChat(14, 22, 44), "a further source"}};
  finding.fingerprint = "0123456789abcdef";
  finding.sourceKind = "ai.output.text";
  finding.sinkKind = "sink.screen";
  return finding;
}

inline Finding consentMissing() {
  Finding finding;
  finding.rule = "tamga-consent-missing";
  finding.level = Level::Warning;
  finding.message = "Biometric data is stored and no consent check dominates it";
  finding.at = inChat(22, 3, 24);
  finding.function = "chat::store";
  finding.steps = {{StepKind::Sink, inChat(22, 3, 24), "chat::store", "the data is stored", 0}};
  finding.marks = finding::Open | finding::SubjectNotShown;
  finding.fingerprint = "fedcba9876543210";
  return finding;
}

inline std::vector<RuleInfo> sampleRules() {
  RuleInfo consent;
  consent.id = "tamga-consent-missing";
  consent.title = "Personal data is handled without a consent check";
  consent.help = "Personal data is handled here.";
  consent.satisfy = "A check of consent on every path";
  consent.tags = {"consent", "external/cwe/cwe-359"};
  consent.articles = {{"ai", "Law on Artificial Intelligence", "17(3)(4)", "2026-09-24",
                       "2026-01-18", "SECONDARY WORDS", "https://example.com/ai", false}};
  RuleInfo label;
  label.id = "tamga-label-missing";
  label.level = Level::Error;
  label.title = "AI output reaches a person without its label";
  label.help = "What a model makes has to be **labelled**.";
  label.helpUri = "https://example.com/checks/tamga-label-missing";
  label.satisfy = "A notice, a mark or a warning on every path";
  label.articles = {{"ai", "Law on Artificial Intelligence", "21(1)", "2026-09-24",
                     "2026-01-18", "people are told that AI is used", "https://example.com/ai",
                     true}};
  return {consent, label};
}

inline Result sample() {
  Result result;
  result.findings = {labelMissing(), consentMissing()};
  result.rules = sampleRules();
  result.coverage.units = 1;
  result.coverage.functions = 4;
  result.coverage.ops = 60;
  return result;
}

inline std::string textOf(const Result &result, const ReportOptions &options) {
  std::string bytes;
  llvm::raw_string_ostream out(bytes);
  writeText(result, options, out);
  return bytes;
}

inline std::string sarifOf(const Result &result, const ReportOptions &options) {
  std::string bytes;
  llvm::raw_string_ostream out(bytes);
  writeSarif(result, options, out);
  return bytes;
}

} // namespace tamga::report::test

#endif // TAMGA_TEST_REPORT_SAMPLE_H
