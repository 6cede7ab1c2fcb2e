//===- SarifParts.h - the parts of a SARIF log --------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What the SARIF files share. A log is written part by part: tool (rules, articles),
/// results, and the run around them.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_REPORT_SARIFPARTS_H
#define TAMGA_REPORT_SARIFPARTS_H

#include "Report.h"
#include "SarifJson.h"
#include "SourceText.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace tamga::report::sarif {

inline Json message(llvm::StringRef text) { return {{"text", text.str()}}; }

/// \p text as one sentence with a full stop.
std::string sentence(llvm::StringRef text);

/// Files, each once, in the order in which they were first mentioned: `run.artifacts`.
class Places {
public:
  explicit Places(const ReportOptions &options) : options(options), source(options.root) {}

  /// `{physicalLocation, logicalLocations}`; \p function may be empty.
  Json location(const finding::Region &at, llvm::StringRef function);
  /// The same, with the words of the source, if they are on one line.
  Json locationWithWords(const finding::Region &at, llvm::StringRef function);
  /// The same, with the words of the source and the lines around them.
  Json locationWithSource(const finding::Region &at, llvm::StringRef function);
  /// `result.fixes`: what the project asks for to mend \p finding, if that can be made.
  Json fixes(const finding::Finding &finding);
  /// `primaryLocationLineHash`; empty when the file cannot be read.
  std::string lineHash(const finding::Region &at);
  /// Mentions \p file as one that was to be analysed.
  void addUnit(const std::string &file) {
    artifactLocation(file);
    units.insert(file);
  }
  /// To be called last.
  Json artifacts();

  const ReportOptions &options;

private:
  Json artifactLocation(llvm::StringRef file);
  Json region(const finding::Region &at);
  std::optional<std::string> linesOf(llvm::StringRef file, uint32_t first, uint32_t last);

  SourceText source;
  std::vector<std::string> files;
  llvm::StringSet<> units;
  llvm::StringMap<size_t> indexOfFile;
  llvm::StringMap<std::vector<std::string>> hashesOfFile;
};

/// Rules by id, with their place in `tool.driver.rules`.
class Rules {
public:
  /// The rules of \p result, and a bare one for each finding whose rule is not there.
  explicit Rules(const finding::Result &result);

  size_t indexOf(llvm::StringRef id) const { return indexes.lookup(id); }
  Json driverRules() const;
  /// Each law and, where rules name one, CWE, with the articles that rules cite.
  Json taxonomies() const;
  Json supportedTaxonomies() const;
  /// The articles that all rules of \p finding cite, as references: `result.taxa`.
  Json articlesOf(const finding::Finding &finding) const;

private:
  struct Taxonomy {
    Json component;
    llvm::StringMap<size_t> taxa; ///< Index by id.
  };
  void addTaxon(const finding::Provision &provision);
  void addTaxa(const finding::RuleInfo &rule);
  Taxonomy &taxonomy(llvm::StringRef name, llvm::function_ref<Json()> makeComponent);
  Json reference(llvm::StringRef taxonomyName, llvm::StringRef taxonId) const;
  Json relationship(llvm::StringRef taxonomyName, llvm::StringRef taxonId) const;
  Json driverRule(const finding::RuleInfo &rule) const;

  std::vector<finding::RuleInfo> rules;
  llvm::StringMap<size_t> indexes;
  std::vector<Taxonomy> all;
  llvm::StringMap<size_t> indexOfTaxonomy;
};

/// From where paths start: the root of the project, wherever it lies.
inline constexpr const char *projectBase = "PROJECT";

/// Tells \p run which commit of which repository the files below \p root are of, if it is known.
void addProvenance(Json &run, const std::string &root);

/// The address of a repository without who uses it; empty: there is nothing left to tell.
std::string publicAddress(llvm::StringRef url);

/// `run.results`.
Json results(const finding::Result &result, const Rules &rules, Places &places);

/// What an invocation reports besides results: rows of notificationDescriptors(), by index.
enum Notice : size_t {
  UnitFailed,
  FunctionIncomplete,
  OpsUnknown,
  FunctionsWidened,
  LeftOut,
  UnitStale,
  StepsLeftOut,
  ModelUnmatched,
  ModelsUsed
};

/// `tool.driver.notifications`.
Json notificationDescriptors();

/// One of `invocation.toolExecutionNotifications`.
Json notification(Notice notice, llvm::StringRef text);

/// `run.invocations`.
Json invocations(const finding::Result &result, const ReportOptions &options, Places &places);

/// Leaves of \p log what \p options ask for.
void shape(Json &log, const ReportOptions &options);

std::string toBytes(const Json &log);

} // namespace tamga::report::sarif

#endif // TAMGA_REPORT_SARIFPARTS_H
