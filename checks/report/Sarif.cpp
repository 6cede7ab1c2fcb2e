//===- Sarif.cpp - findings as SARIF 2.1.0 ------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// The log holds no absolute path below the root, no name of a user and no time: two runs
/// over the same bytes write the same bytes.
//===----------------------------------------------------------------------===//

#include "SarifParts.h"

namespace tamga::report {

static sarif::Json driver(const sarif::Rules &rules, const ReportOptions &options) {
  sarif::Json driver = {
      {"name", "Tamga"},
      {"organization", "Tamga"},
      {"semanticVersion", TAMGA_VERSION},
      {"informationUri", TAMGA_INFORMATION_URI},
      {"shortDescription",
       sarif::message("Data-flow checks of AI applications for labels, consent and "
                      "prohibited capabilities.")},
      {"rules", rules.driverRules()},
      {"notifications", sarif::notificationDescriptors()},
      {"supportedTaxonomies", rules.supportedTaxonomies()},
  };
  if (!options.policyFiles.empty())
    driver["properties"]["policyFiles"] = options.policyFiles;
  return driver;
}

void writeSarif(const finding::Result &result, const ReportOptions &options,
                llvm::raw_ostream &out) {
  sarif::Rules rules(result);
  sarif::Places places(options);
  sarif::Json run;
  run["tool"]["driver"] = driver(rules, options);
  sarif::Selection selection = sarif::select(result, options);
  run["invocations"] = sarif::invocations(result, options, selection.leftOut, places);
  run["language"] = "en";
  run["columnKind"] = "utf16CodeUnits";
  run["defaultEncoding"] = "utf-8";
  run["results"] = sarif::results(selection, rules, places);
  run["artifacts"] = places.artifacts();
  run["taxonomies"] = rules.taxonomies();

  sarif::Json log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", sarif::Json::array({run})},
  };
  // Source text may hold bytes that are not UTF-8; strict would abort the process.
  out << log.dump(1, ' ', false, sarif::Json::error_handler_t::replace) << '\n';
}

} // namespace tamga::report
