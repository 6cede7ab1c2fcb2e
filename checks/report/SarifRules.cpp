//===- SarifRules.cpp - rules, laws and articles ------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// A rule is a reporting descriptor; the laws it cites are taxonomies, and each article a
/// taxon that the rule points at. An article that nobody has read in the statute is
/// written as `Art. 17(3)`, marked as unverified, and its text is withheld.
//===----------------------------------------------------------------------===//

#include "SarifParts.h"
#include "Words.h"
#include "llvm/ADT/StringExtras.h"

namespace tamga::report::sarif {

using finding::Level;
using finding::RuleInfo;

/// GitHub's limits: more tags, or longer descriptions, reject the file.
static constexpr size_t mostTags = 20, longestDescription = 1024;
static constexpr llvm::StringLiteral cweTag = "external/cwe/cwe-", cweName = "CWE";

Rules::Rules(const finding::Result &result) : rules(result.rules) {
  for (const RuleInfo &rule : rules)
    indexes.try_emplace(rule.id, indexes.size());
  for (const finding::Finding &finding : result.findings)
    if (indexes.try_emplace(finding.rule, indexes.size()).second) {
      RuleInfo &bare = rules.emplace_back();
      bare.id = finding.rule;
      bare.level = finding.level;
    }
  // Before the rules: articles that none of them cites are there, too, so that silence is
  // not read as compliance.
  for (const finding::Provision &provision : result.provisions)
    addTaxon(provision);
  for (const RuleInfo &rule : rules)
    addTaxa(rule);
}

//===----------------------------------------------------------------------===//
// Taxonomies
//===----------------------------------------------------------------------===//

static bool isAbsoluteUri(llvm::StringRef uri) {
  return uri.starts_with("https://") || uri.starts_with("http://");
}

/// `Art. 17(3)`.
static std::string articleName(const RuleInfo::Article &article) {
  return "Art. " + article.article;
}

Rules::Taxonomy &Rules::taxonomy(llvm::StringRef name,
                                 llvm::function_ref<Json()> makeComponent) {
  auto [entry, isNew] = indexOfTaxonomy.try_emplace(name, all.size());
  if (isNew)
    all.push_back({makeComponent(), {}});
  return all[entry->second];
}

static Json lawComponent(const RuleInfo::Article &article) {
  llvm::StringRef title = article.lawTitle.empty() ? article.law : article.lawTitle;
  Json component = {
      {"name", article.law},
      {"fullName", title.str()},
      {"shortDescription", message(sentence(title))},
  };
  if (isAbsoluteUri(article.url))
    component["informationUri"] = article.url;
  component["isComprehensive"] = false;
  component["taxa"] = Json::array();
  return component;
}

static Json cweComponent() {
  return {
      {"name", cweName.str()},
      {"fullName", "Common Weakness Enumeration"},
      {"organization", "MITRE"},
      {"shortDescription", message("The MITRE Common Weakness Enumeration.")},
      {"informationUri", "https://cwe.mitre.org/"},
      {"isComprehensive", false},
      {"taxa", Json::array()},
  };
}

static Json articleTaxon(const RuleInfo::Article &article) {
  Json taxon = {{"id", article.article}};
  std::string name = articleName(article);
  bool hasText = article.isStatute && !article.text.empty();
  taxon["shortDescription"] = message(sentence(hasText ? name + ": " + article.text : name));
  if (isAbsoluteUri(article.url))
    taxon["helpUri"] = article.url;
  taxon["properties"] = {{"verified", article.isStatute}};
  return taxon;
}

static Json cweTaxon(llvm::StringRef number) {
  return {
      {"id", number.str()},
      {"shortDescription", message("CWE-" + number.str() + ".")},
      {"helpUri", "https://cwe.mitre.org/data/definitions/" + number.str() + ".html"},
  };
}

void Rules::addTaxon(const finding::Provision &provision) {
  const RuleInfo::Article &article = provision.article;
  Taxonomy &law = taxonomy(article.law, [&] { return lawComponent(article); });
  if (!law.taxa.try_emplace(article.article, law.taxa.size()).second)
    return;
  Json taxon = articleTaxon(article);
  taxon["fullDescription"] = message(sentence(provision.duty));
  taxon["properties"]["coverage"] = provision.coverage;
  if (!provision.reason.empty())
    taxon["properties"]["reason"] = provision.reason;
  law.component["taxa"].push_back(std::move(taxon));
}

void Rules::addTaxa(const RuleInfo &rule) {
  for (const RuleInfo::Article &article : rule.articles) {
    Taxonomy &law = taxonomy(article.law, [&] { return lawComponent(article); });
    if (law.taxa.try_emplace(article.article, law.taxa.size()).second)
      law.component["taxa"].push_back(articleTaxon(article));
  }
  for (llvm::StringRef tag : rule.tags) {
    if (!tag.consume_front(cweTag))
      continue;
    Taxonomy &cwe = taxonomy(cweName, cweComponent);
    if (cwe.taxa.try_emplace(tag, cwe.taxa.size()).second)
      cwe.component["taxa"].push_back(cweTaxon(tag));
  }
}

Json Rules::taxonomies() const {
  Json components = Json::array();
  for (const Taxonomy &taxonomy : all)
    components.push_back(taxonomy.component);
  return components;
}

Json Rules::supportedTaxonomies() const {
  Json references = Json::array();
  for (size_t i = 0; i < all.size(); ++i)
    references.push_back({{"name", *all[i].component.find("name")}, {"index", i}});
  return references;
}

Json Rules::reference(llvm::StringRef taxonomyName, llvm::StringRef taxonId) const {
  size_t index = indexOfTaxonomy.lookup(taxonomyName);
  return {
      {"id", taxonId.str()},
      {"index", all[index].taxa.lookup(taxonId)},
      {"toolComponent", {{"name", taxonomyName.str()}, {"index", index}}},
  };
}

Json Rules::relationship(llvm::StringRef taxonomyName, llvm::StringRef taxonId) const {
  return {
      {"target", reference(taxonomyName, taxonId)},
      {"kinds", Json::array({"relevant"})},
  };
}

Json Rules::articlesOf(const finding::Finding &finding) const {
  Json references = Json::array();
  auto add = [&](llvm::StringRef id) {
    for (const RuleInfo::Article &article : rules[indexOf(id)].articles)
      if (Json one = reference(article.law, article.article);
          llvm::find(references, one) == references.end())
        references.push_back(std::move(one));
  };
  add(finding.rule);
  for (const std::string &rule : finding.furtherRules)
    add(rule);
  return references;
}

//===----------------------------------------------------------------------===//
// Rules
//===----------------------------------------------------------------------===//

/// `tamga-label-missing` is called `LabelMissing`: SARIF wants a name that is not the id.
static std::string pascalName(llvm::StringRef id) {
  id.consume_front("tamga-");
  std::string name;
  bool isFirst = true;
  for (char c : id) {
    if (llvm::isAlnum(c))
      name += isFirst ? llvm::toUpper(c) : c;
    isFirst = !llvm::isAlnum(c);
  }
  return name;
}

static llvm::StringRef securitySeverity(Level level) {
  switch (level) {
  case Level::Note:
    return "3.0";
  case Level::Warning:
    return "6.0";
  case Level::Error:
    return "8.0";
  }
  return "6.0";
}

/// Cut at a character, not within one.
static std::string shortened(std::string text) {
  if (text.size() <= longestDescription)
    return text;
  size_t end = longestDescription - 3;
  while (end && (text[end] & 0xC0) == 0x80)
    --end;
  return text.substr(0, end) + "...";
}

/// One line a citation: what was read in the statute in words, the rest as a number.
static std::vector<std::string> articleLines(const RuleInfo &rule) {
  std::vector<std::string> lines;
  for (const RuleInfo::Article &article : rule.articles) {
    if (!article.isStatute) {
      lines.push_back(articleName(article) + " (unverified)");
      continue;
    }
    std::string line = articleName(article);
    if (!article.lawTitle.empty())
      line += ", " + article.lawTitle;
    if (!article.text.empty())
      line += ": " + article.text;
    if (!article.asOf.empty())
      line += " (as of " + article.asOf + ")";
    lines.push_back(std::move(line));
  }
  return lines;
}

static std::string helpText(const RuleInfo &rule, bool isMarkdown) {
  llvm::StringRef body = rule.help.empty() ? rule.title : rule.help;
  std::string text = body.empty() ? "See rule " + rule.id + "." : body.rtrim().str();
  if (!rule.satisfy.empty())
    text +=
        (isMarkdown ? "\n\n**What satisfies the rule:** " : "\n\nWhat satisfies the rule: ") +
        sentence(rule.satisfy);
  if (rule.articles.empty())
    return text;
  text += isMarkdown ? "\n\n**Articles:**\n" : "\n\nArticles:";
  for (const std::string &line : articleLines(rule))
    text += "\n- " + line;
  return text;
}

static Json articleProperties(const RuleInfo &rule) {
  Json articles = Json::array();
  for (const RuleInfo::Article &article : rule.articles) {
    Json entry = {
        {"law", article.law},
        {"article", article.article},
        {"verified", article.isStatute},
    };
    if (!article.asOf.empty())
      entry["asOf"] = article.asOf;
    if (!article.validFrom.empty())
      entry["validFrom"] = article.validFrom;
    if (article.isStatute && !article.text.empty())
      entry["text"] = article.text;
    articles.push_back(std::move(entry));
  }
  return articles;
}

static Json ruleProperties(const RuleInfo &rule) {
  // GitHub reads security-severity only beside this tag.
  Json tags = Json::array({"security"});
  for (const std::string &tag : rule.tags)
    if (tag != "security" && tags.size() < mostTags)
      tags.push_back(tag);
  Json properties = {
      {"tags", std::move(tags)},
      {"precision", "medium"},
      {"security-severity", securitySeverity(rule.level).str()},
  };
  if (!rule.articles.empty())
    properties["articles"] = articleProperties(rule);
  return properties;
}

/// The rule's own page, else the first law that it cites.
static llvm::StringRef helpUri(const RuleInfo &rule) {
  if (isAbsoluteUri(rule.helpUri))
    return rule.helpUri;
  for (const RuleInfo::Article &article : rule.articles)
    if (isAbsoluteUri(article.url))
      return article.url;
  return {};
}

Json Rules::driverRule(const RuleInfo &rule) const {
  std::string title = rule.title.empty() ? rule.id : rule.title;
  std::string full = sentence(title);
  if (!rule.satisfy.empty())
    full += " What satisfies the rule: " + sentence(rule.satisfy);
  Json descriptor = {
      {"id", rule.id},
      {"name", pascalName(rule.id)},
      {"shortDescription", message(shortened(sentence(title)))},
      {"fullDescription", message(shortened(full))},
      {"help",
       {{"text", helpText(rule, /*isMarkdown=*/false)},
        {"markdown", helpText(rule, /*isMarkdown=*/true)}}},
      {"defaultConfiguration", {{"level", levelName(rule.level).str()}}},
      {"properties", ruleProperties(rule)},
  };
  if (llvm::StringRef uri = helpUri(rule); !uri.empty())
    descriptor["helpUri"] = uri.str();
  Json relationships = Json::array();
  for (const RuleInfo::Article &article : rule.articles)
    relationships.push_back(relationship(article.law, article.article));
  for (llvm::StringRef tag : rule.tags)
    if (tag.consume_front(cweTag))
      relationships.push_back(relationship(cweName, tag));
  if (!relationships.empty())
    descriptor["relationships"] = std::move(relationships);
  return descriptor;
}

Json Rules::driverRules() const {
  Json descriptors = Json::array();
  for (const RuleInfo &rule : rules)
    descriptors.push_back(driverRule(rule));
  return descriptors;
}

} // namespace tamga::report::sarif
