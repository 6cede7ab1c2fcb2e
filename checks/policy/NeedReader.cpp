//===- NeedReader.cpp - what rules need of guards ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NeedReader.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace tamga::policy {

namespace {
constexpr Field<PurposeNeed> purposeFields[] = {
    {"of", Need::Required, into<&PurposeNeed::of, readKindList>},
    {"matches", Need::Required, into<&PurposeNeed::matches, readRegex>},
};
constexpr Field<BesideNeed> besideFields[] = {
    {"guard", Need::Required, into<&BesideNeed::guard, readKind>},
    {"with", Need::Required, into<&BesideNeed::with, readKindList>},
};
constexpr Field<LimitNeed> limitFields[] = {
    {"guard", Need::Required, into<&LimitNeed::guard, readKind>},
    {"to", Need::Required, into<&LimitNeed::to, readKindList>},
};
bool readNumber(ReadContext &context, const JsonPlace &at, double &out) {
  out = double(at.node.integer);
  if (at.node.kind == JsonNode::Number)
    return !StringRef(at.node.text).getAsDouble(out);
  return context.expect(at, JsonNode::Integer);
}

constexpr Word<Miss> missWords[] = {{"subject", Miss::Subject},
                                    {"purpose", Miss::Purpose},
                                    {"stale", Miss::Stale},
                                    {"alone", Miss::Alone}};

constexpr Field<ValueSet> valueSetFields[] = {
    {"matches", Need::Optional, intoOptional<&ValueSet::matches, readRegex>},
    {"equals", Need::Optional, into<&ValueSet::equals, readAlternatives>},
    {"below", Need::Optional, intoOptional<&ValueSet::below, readNumber>},
    {"above", Need::Optional, intoOptional<&ValueSet::above, readNumber>},
};
} // namespace

bool readValueSet(ReadContext &context, const JsonPlace &at, ValueSet &out) {
  if (!readObject<ValueSet>(context, at, valueSetFields, out))
    return false;
  for (StringRef key : {"matches", "equals", "below", "above"})
    if (at.node.find(key))
      return true;
  context.error(at, "values need 'matches', 'equals', 'below' or 'above'");
  return false;
}

void readMiss(ReadContext &context, const JsonPlace &at, Rule &out) {
  readWord<Miss>(context, at, {"miss", missWords}, out.miss);
}
void readPurposes(ReadContext &context, const JsonPlace &at, Rule &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    readObject<PurposeNeed>(context, item, purposeFields, out.purposes.emplace_back());
  });
}
void readBeside(ReadContext &context, const JsonPlace &at, Rule &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    readObject<BesideNeed>(context, item, besideFields, out.beside.emplace_back());
  });
}
void readLimits(ReadContext &context, const JsonPlace &at, Rule &out) {
  readItems(context, at, [&](const JsonPlace &item) {
    readObject<LimitNeed>(context, item, limitFields, out.limits.emplace_back());
  });
}
void addNeedTables(std::vector<ReaderTable> &tables) {
  tables.push_back({"pack.schema.json", "purpose", keysOf<PurposeNeed>(purposeFields)});
  tables.push_back({"pack.schema.json", "beside", keysOf<BesideNeed>(besideFields)});
  tables.push_back({"pack.schema.json", "limit", keysOf<LimitNeed>(limitFields)});
  tables.push_back({"pack.schema.json", "values", keysOf<ValueSet>(valueSetFields)});
}

} // namespace tamga::policy
