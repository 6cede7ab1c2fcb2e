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

static sarif::Json driver(const sarif::Rules &rules) {
  return {
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
}

/// Packs and API models extend the tool: what is found depends on their bytes.
static sarif::Json extensions(const ReportOptions &options) {
  sarif::Json list = sarif::Json::array();
  for (const PolicyFile &file : options.policyFiles) {
    sarif::Json extension = {{"name", file.name}};
    if (!file.version.empty())
      extension["version"] = file.version;
    extension["properties"] = {{"sha-256", file.hash}};
    if (!file.asOf.empty())
      extension["properties"]["asOf"] = file.asOf;
    list.push_back(std::move(extension));
  }
  return list;
}

void writeSarif(const finding::Result &result, const ReportOptions &options,
                llvm::raw_ostream &out) {
  sarif::Rules rules(result);
  sarif::Places places(options);
  // Files of findings are numbered first: they are the same whoever writes the log.
  sarif::Json results = sarif::results(result, rules, places);
  sarif::Json run;
  run["tool"]["driver"] = driver(rules);
  if (!options.policyFiles.empty())
    run["tool"]["extensions"] = extensions(options);
  run["invocations"] = sarif::invocations(result, options, places);
  if (options.tellsRevision)
    sarif::addProvenance(run, options.root);
  run["originalUriBaseIds"][sarif::projectBase] = {
      {"description", {{"text", "The root of the project."}}}};
  run["language"] = "en";
  run["columnKind"] = "utf16CodeUnits";
  run["defaultEncoding"] = "utf-8";
  run["results"] = std::move(results);
  for (const std::string &file : result.coverage.files)
    places.addUnit(file);
  run["artifacts"] = places.artifacts();
  run["taxonomies"] = rules.taxonomies();

  sarif::Json log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", sarif::Json::array({run})},
  };
  sarif::shape(log, options);
  out << sarif::toBytes(log);
}

} // namespace tamga::report
