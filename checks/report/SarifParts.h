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
#include "SourceText.h"
#include "llvm/ADT/StringMap.h"
#include <nlohmann/json.hpp>

namespace tamga::report::sarif {

/// Keys stay in the order in which they are written: output is deterministic. This code
/// only ever writes JSON; an index that is missing comes into being.
using Json = nlohmann::ordered_json;

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
  /// `primaryLocationLineHash`; empty when the file cannot be read.
  std::string lineHash(const finding::Region &at);
  /// To be called last.
  Json artifacts();

private:
  Json artifactLocation(llvm::StringRef file);
  Json region(const finding::Region &at);
  std::optional<std::string> linesOf(llvm::StringRef file, uint32_t first, uint32_t last);

  const ReportOptions &options;
  SourceText source;
  std::vector<std::string> files;
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

/// The findings that are written, in their order. GitHub rejects files with too many: then
/// the gravest are taken, and how many are not is told.
struct Selection {
  std::vector<const finding::Finding *> findings;
  size_t leftOut = 0;
};
Selection select(const finding::Result &result, const ReportOptions &options);

/// `run.results`.
Json results(const Selection &selection, const Rules &rules, Places &places);

/// `tool.driver.notifications`: the kinds of incident that an invocation reports.
Json notificationDescriptors();

/// `run.invocations`.
Json invocations(const finding::Result &result, const ReportOptions &options, size_t leftOut,
                 Places &places);

} // namespace tamga::report::sarif

#endif // TAMGA_REPORT_SARIFPARTS_H
