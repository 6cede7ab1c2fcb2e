//===- FixReader.cpp - `fixes` of tamga.json --------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FixReader.h"

using namespace llvm;

namespace tamga::policy {

namespace {

/// One line of code; false: it is none, and that was reported.
bool readCode(ReadContext &context, const JsonPlace &at, std::string &out) {
  if (!readNonEmpty(context, at, out))
    return false;
  if (StringRef(out).contains('\n')) {
    context.error(at, "a fix is one line");
    return false;
  }
  return true;
}

void readWrap(ReadContext &context, const JsonPlace &at, Fix &out) {
  if (readCode(context, at, out.wrap) && StringRef(out.wrap).count(valueWord) != 1)
    context.error(at, "'{value}' stands for what is wrapped, once");
}

void readLeave(ReadContext &context, const JsonPlace &at, Fix &out) {
  readMembers(context, at, [&](const JsonPlace &item) {
    readCode(context, item, out.leave[item.key.str()]);
  });
}

constexpr Field<Fix> wrapFields[] = {
    {"rule", Need::Required, into<&Fix::rule, readNonEmpty>},
    {"wrap", Need::Required, readWrap},
    {"types", Need::Required, into<&Fix::types, readAlternatives>},
    {"header", Need::Optional, into<&Fix::header, readNonEmpty>},
};

constexpr Field<Fix> guardFields[] = {
    {"rule", Need::Required, into<&Fix::rule, readNonEmpty>},
    {"guard", Need::Required, into<&Fix::guard, readCode>},
    {"types", Need::Optional, into<&Fix::types, readAlternatives>},
    {"leave", Need::Optional, readLeave},
    {"header", Need::Optional, into<&Fix::header, readNonEmpty>},
};

} // namespace

void readFixes(ReadContext &context, const JsonPlace &at, std::vector<ReadFix> &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    Fix fix;
    const bool isGuard =
        item.node.find("guard") || (!item.node.find("wrap") && item.node.find("leave"));
    if (item.node.kind == JsonNode::Object && isGuard) {
      // Whatever else a project wants to return, nothing is what `void` means.
      fix.leave["void"] = "return;";
      readObject<Fix>(context, item, guardFields, fix);
    } else {
      readObject<Fix>(context, item, wrapFields, fix);
    }
    if (fix.rule.empty())
      return;
    const JsonMember *rule = item.node.find("rule");
    Mention named = mention(context, {rule->value, &item, rule->key}, fix.rule);
    out.push_back({std::move(fix), std::move(named)});
  });
}

void checkFixes(const std::vector<ReadFix> &fixes, const std::vector<Pack> &packs,
                std::vector<Problem> &errors) {
  for (const ReadFix &read : fixes)
    for (const Pack &pack : packs)
      for (const Rule &rule : pack.rules) {
        if (rule.id != read.fix.rule)
          continue;
        const bool isWrap = !read.fix.wrap.empty();
        if (rule.shape != (isWrap ? Shape::Reaches : Shape::Guarded))
          errors.push_back(read.rule.problem(
              "'" + rule.id +
              (isWrap ? "' does not ask for a label: 'wrap' cannot mend what it finds"
                      : "' does not ask for a guard: 'guard' cannot mend what it finds")));
      }
}

void addFixTables(std::vector<ReaderTable> &tables) {
  tables.push_back({"project.schema.json", "wrap", keysOf<Fix>(wrapFields)});
  tables.push_back({"project.schema.json", "guard", keysOf<Fix>(guardFields)});
}

} // namespace tamga::policy
