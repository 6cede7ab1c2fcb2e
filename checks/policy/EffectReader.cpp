//===- EffectReader.cpp - effects, from JSON and annotations --------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EffectReader.h"
#include "PolicyReader.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace tamga::policy {

bool readRegex(ReadContext &context, const JsonPlace &at, std::string &out) {
  if (!context.expect(at, JsonNode::String))
    return false;
  Error problem = checkRegex(at.node.text);
  bool isGood = !problem;
  context.report(at, std::move(problem));
  out = at.node.text;
  return isGood;
}

bool readAlternatives(ReadContext &context, const JsonPlace &at,
                      std::vector<std::string> &out) {
  if (!readStringList(context, at, out))
    return false;
  if (at.node.items.empty())
    context.error(at, "the list is empty");
  return !out.empty();
}

//===----------------------------------------------------------------------===//
// Conditions
//===----------------------------------------------------------------------===//

namespace {

bool readGuardKind(ReadContext &context, const JsonPlace &at, Kind &out) {
  return readKindBelow(context, at, "guard", out);
}

bool readNumber(ReadContext &context, const JsonPlace &at, int64_t &out) {
  if (!context.expect(at, JsonNode::Integer))
    return false;
  out = at.node.integer;
  return true;
}

constexpr Field<When> fieldsOfWhen[] = {
    {"arg", Need::Optional, into<&When::argument, readCount>},
    {"matches", Need::Optional, intoOptional<&When::matches, readRegex>},
    {"equals", Need::Optional, into<&When::equals, readAlternatives>},
    {"above", Need::Optional, intoOptional<&When::above, readNumber>},
    {"not", Need::Optional, into<&When::negate, readBoolean>},
    {"labels", Need::Optional, into<&When::labels, readLabelList>},
    {"at", Need::Optional, intoOptional<&When::at, readPortValue>},
    {"guard", Need::Optional, into<&When::guard, readGuardKind>},
    {"subject", Need::Optional, intoOptional<&When::subject, readPortValue>},
};

/// A condition asks of an argument, of labels or of a guard: one of them.
void checkCondition(ReadContext &context, const JsonPlace &at) {
  auto has = [&](StringRef key) { return at.node.find(key) != nullptr; };
  if (has("labels") != has("at") || has("subject") != has("guard"))
    return context.error(at, "a condition on labels needs 'labels' and 'at', one on a guard "
                             "'guard' and 'subject'");
  bool isOfArgument = !has("labels") && !has("guard");
  if (isOfArgument && !has("arg"))
    return context.error(at, "a condition needs 'arg', 'labels' or 'guard'");
  if (has("labels") + has("guard") + has("arg") > 1)
    return context.error(at, "a condition has one of 'arg', 'labels' and 'guard'");
  int asked = has("matches") + has("equals") + has("above");
  if (!isOfArgument && asked)
    return context.error(at, "'matches' and 'equals' are of an argument");
  if (isOfArgument && asked != 1)
    context.error(at, asked ? "a condition has 'matches' or 'equals', not both"
                            : "a condition needs 'matches' or 'equals'");
}

bool readConditions(ReadContext &context, const JsonPlace &at, std::vector<When> &out) {
  return readItems(context, at, [&](const JsonPlace &item) {
    When &when = out.emplace_back();
    if (!readObject(context, item, whenFields(), when))
      return;
    checkCondition(context, item);
  });
}

//===----------------------------------------------------------------------===//
// Fields of effects
//===----------------------------------------------------------------------===//

bool readSinkKind(ReadContext &context, const JsonPlace &at, Kind &out) {
  return readKindBelow(context, at, "sink", out);
}
bool readCapabilityKind(ReadContext &context, const JsonPlace &at, Kind &out) {
  return readKindBelow(context, at, "capability", out);
}

bool readPortList(ReadContext &context, const JsonPlace &at, std::vector<Port> &out) {
  return readItems(context, at, [&](const JsonPlace &item) {
    readPortValue(context, item, out.emplace_back());
  });
}

void readOutcomeField(ReadContext &context, const JsonPlace &at, Effect &out) {
  if (context.expect(at, JsonNode::String))
    context.report(at, readOutcome(at.node.text, out));
}

constexpr Word<WriteMode> writeWords[] = {{"adds", WriteMode::Adds},
                                          {"replaces", WriteMode::Replaces}};

void readStep(ReadContext &context, const JsonPlace &at, Effect &out) {
  readWord<StepStrength>(context, at, {"step", stepWords}, out.strength);
}
void readWrite(ReadContext &context, const JsonPlace &at, Effect &out) {
  readWord<WriteMode>(context, at, {"write mode", writeWords}, out.write);
}

void readNoReturn(ReadContext &context, const JsonPlace &at, Effect &) {
  bool isSet = false;
  if (readBoolean(context, at, isSet) && !isSet)
    context.error(at, "noReturn is true or absent");
}

using EffectField = Field<Effect>;
constexpr auto readAt = intoOptional<&Effect::at, readPortValue, Effect>;
constexpr auto readFrom = intoOptional<&Effect::from, readPortValue, Effect>;
constexpr auto readAnyKind = into<&Effect::kind, readKind, Effect>;
constexpr auto readLabels = into<&Effect::labels, readLabelList, Effect>;

constexpr EffectField at = {"at", Need::Optional, readAt};
constexpr EffectField needsAt = {"at", Need::Required, readAt};
constexpr EffectField subject = {"subject", Need::Optional,
                                 intoOptional<&Effect::subject, readPortValue>};
constexpr EffectField purpose = {"purpose", Need::Optional,
                                 intoOptional<&Effect::purpose, readPortValue>};
constexpr EffectField step = {"step", Need::Optional, readStep};
constexpr EffectField write = {"write", Need::Optional, readWrite};
constexpr EffectField size = {"size", Need::Optional,
                              intoOptional<&Effect::size, readPortValue>};
constexpr EffectField range = {"range", Need::Optional,
                               intoOptional<&Effect::range, readPortValue>};
constexpr EffectField outcome = {"outcome", Need::Optional, readOutcomeField};
constexpr EffectField arguments = {"arguments", Need::Optional,
                                   into<&Effect::arguments, readPortList>};
constexpr EffectField when = {"when", Need::Optional, into<&Effect::when, readConditions>};
constexpr EffectField note = {"note", Need::Optional, into<&Effect::note, readString>};

//===----------------------------------------------------------------------===//
// Effects of functions
//===----------------------------------------------------------------------===//

constexpr EffectField source = {"source", Need::Required, readAnyKind};
constexpr EffectField sink = {"sink", Need::Required, into<&Effect::kind, readSinkKind>};
constexpr EffectField use = {"use", Need::Required, readAnyKind};
constexpr EffectField labels = {"labels", Need::Required, readLabels};
constexpr EffectField guards = {"guards", Need::Required, into<&Effect::kind, readGuardKind>};
constexpr EffectField capability = {"capability", Need::Required,
                                    into<&Effect::kind, readCapabilityKind>};

constexpr EffectField element = {"element", Need::Optional,
                                 intoOptional<&Effect::element, readPortValue>};
constexpr Word<bool> evidenceWords[] = {{"interface", false}, {"name", true}};
void readEvidence(ReadContext &context, const JsonPlace &at, Effect &out) {
  readWord<bool>(context, at, {"evidence", evidenceWords}, out.isByName);
}
constexpr EffectField evidence = {"evidence", Need::Optional, readEvidence};
constexpr EffectField via = {"via", Need::Optional, intoOptional<&Effect::via, readPortValue>};
constexpr EffectField namedBy = {"namedBy", Need::Optional,
                                 into<&Effect::namedBy, readRegex>};
constexpr EffectField isNot = {"not", Need::Optional, into<&Effect::isNot, readBoolean>};
constexpr EffectField sourceForm[] = {source, at, subject, element, evidence, write, when, note};
constexpr EffectField sinkForm[] = {
    sink,
    needsAt,
    subject,
    via,
    {"named", Need::Optional, intoOptional<&Effect::named, readPortValue>},
    {"labels", Need::Optional, readLabels},
    when,
    note};
constexpr EffectField useForm[] = {use, at, subject, purpose, when, note};
constexpr EffectField propagatesForm[] = {{"propagates", Need::Required, readFrom},
                                          {"to", Need::Required, readAt},
                                          step,
                                          write,
                                          size,
                                          range,
                                          {"key", Need::Optional, into<&Effect::key, readString>},
                                          {"labels", Need::Optional, readLabels},
                                          when,
                                          note};
constexpr EffectField aliasesForm[] = {
    {"aliases", Need::Required, readFrom}, needsAt, write, when, note};
constexpr EffectField givesForm[] = {{"gives", Need::Required, readFrom}, when, note};
constexpr EffectField labelsForm[] = {labels, at, when, note};
constexpr EffectField stripsForm[] = {{"strips", Need::Required, readLabels}, at, when, note};
constexpr EffectField clearsForm[] = {{"clears", Need::Required, readAt}, size, range, when, note};
constexpr EffectField makesForm[] = {{"makes", Need::Required, readAt}, when, note};
constexpr EffectField guardsForm[] = {guards, outcome, subject, purpose, when, note};
constexpr EffectField tellsForm[] = {
    {"tells", Need::Required, readFrom}, subject, isNot, when, note};
constexpr EffectField endsGuardsForm[] = {
    {"endsGuards", Need::Required, into<&Effect::kind, readGuardKind>}, subject, when, note};
constexpr EffectField result = {"result", Need::Optional,
                                intoOptional<&Effect::result, readPortValue>};
constexpr EffectField through = {"through", Need::Optional,
                                 intoOptional<&Effect::through, readPortValue>};
constexpr EffectField callsForm[] = {
    {"calls", Need::Required, readAt}, arguments, result, through, range, when, note};
constexpr EffectField registersForm[] = {
    {"registers", Need::Required, readAt}, arguments, result, subject, when, note};
constexpr EffectField bindsForm[] = {
    {"binds", Need::Required, readAt},
    arguments,
    {"placeholder", Need::Optional, into<&Effect::placeholder, readString>},
    when,
    note};
constexpr EffectField constructsForm[] = {
    {"constructs", Need::Required, readAt}, arguments, write, when, note};
constexpr EffectField capabilityForm[] = {capability, subject, when, note};
constexpr EffectField storeForm[] = {
    {"store", Need::Required, readAnyKind},
    at,
    namedBy,
    {"of", Need::Optional, readFrom},
    when,
    note};
constexpr EffectField eraseForm[] = {
    {"erase", Need::Required, readAnyKind}, at, namedBy, when, note};
constexpr EffectField noReturnForm[] = {{"noReturn", Need::Required, readNoReturn}, when, note};

constexpr EffectForm formsOfFunctions[] = {
    {"source", EffectKind::Source, sourceForm},
    {"sink", EffectKind::Sink, sinkForm},
    {"use", EffectKind::Use, useForm},
    {"propagates", EffectKind::Propagates, propagatesForm},
    {"aliases", EffectKind::Aliases, aliasesForm},
    {"gives", EffectKind::Gives, givesForm},
    {"labels", EffectKind::Labels, labelsForm},
    {"strips", EffectKind::Strips, stripsForm},
    {"clears", EffectKind::Clears, clearsForm},
    {"makes", EffectKind::Makes, makesForm},
    {"guards", EffectKind::Guards, guardsForm},
    {"tells", EffectKind::Tells, tellsForm},
    {"endsGuards", EffectKind::EndsGuards, endsGuardsForm},
    {"calls", EffectKind::Calls, callsForm},
    {"registers", EffectKind::Registers, registersForm},
    {"binds", EffectKind::Binds, bindsForm},
    {"constructs", EffectKind::Constructs, constructsForm},
    {"capability", EffectKind::Capability, capabilityForm},
    {"store", EffectKind::Store, storeForm},
    {"erase", EffectKind::Erase, eraseForm},
    {"noReturn", EffectKind::NoReturn, noReturnForm},
};

//===----------------------------------------------------------------------===//
// Effects of types, fields, enumerators, macros and literals
//===----------------------------------------------------------------------===//

constexpr EffectField objectSource[] = {source, subject, note};
constexpr EffectField objectSink[] = {sink, subject, note};
constexpr EffectField objectUse[] = {use, subject, purpose, note};
constexpr EffectField objectLabels[] = {labels, note};
constexpr EffectField objectGuards[] = {guards, outcome, subject, purpose, note};
constexpr EffectField objectCapability[] = {capability, when, note};
constexpr EffectField objectReads[] = {{"reads", Need::Required, readStep}, note};

constexpr EffectForm formsOfObjects[] = {
    {"source", EffectKind::Source, objectSource},
    {"sink", EffectKind::Sink, objectSink},
    {"use", EffectKind::Use, objectUse},
    {"labels", EffectKind::Labels, objectLabels},
    {"guards", EffectKind::Guards, objectGuards},
    {"capability", EffectKind::Capability, objectCapability},
    {"reads", EffectKind::Reads, objectReads},
};

bool hasKey(const EffectForm &form, StringRef key) {
  return any_of(form.fields, [&](const EffectField &field) { return field.key == key; });
}

/// The form that the keys of \p at choose; null after an error. Only `labels` can stand
/// beside another effect's name, since a propagation may set labels on its way.
const EffectForm *chooseForm(ReadContext &context, const JsonPlace &at,
                             ArrayRef<EffectForm> forms) {
  std::vector<StringRef> names;
  for (const EffectForm &form : forms)
    names.push_back(form.key);
  if (at.node.members.empty()) {
    context.error(at, "the object names no effect; effects here are " + listed(names));
    return nullptr;
  }

  const JsonMember &first = at.node.members.front();
  if (none_of(forms, [&](const EffectForm &form) { return hasKey(form, first.key); })) {
    std::string near = suggestion(first.key, names);
    context.errorAtKey(at, first,
                       "unknown effect '" + printable(first.key) + "'" +
                           (near.empty() ? "; effects here are " + listed(names) : near));
    return nullptr;
  }

  const EffectForm *chosen = nullptr;
  for (const EffectForm &form : forms) {
    const JsonMember *member = at.node.find(form.key);
    // `to` and `labels` without `propagates`: the name is what is missing.
    if (!member && form.effect == EffectKind::Propagates && at.node.find("to") &&
        at.node.find("labels"))
      member = at.node.find("labels");
    if (!member || (chosen && hasKey(*chosen, form.key)))
      continue;
    if (chosen) {
      context.errorAtKey(at, *member,
                         "one object is one effect, and this one is already '" + chosen->key +
                             "'");
      return nullptr;
    }
    chosen = &form;
  }
  if (!chosen)
    context.error(at, "the object names no effect; effects here are " + listed(names));
  return chosen;
}

} // namespace

ArrayRef<Field<When>> whenFields() { return fieldsOfWhen; }
ArrayRef<EffectForm> functionForms() { return formsOfFunctions; }
ArrayRef<EffectForm> objectForms() { return formsOfObjects; }

void readEffects(ReadContext &context, const JsonPlace &at, ArrayRef<EffectForm> forms,
                 std::vector<Effect> &out) {
  bool isOfFunction = forms.data() == functionForms().data();
  readItems(context, at, [&](const JsonPlace &item) {
    if (!context.expect(item, JsonNode::Object))
      return;
    const EffectForm *form = chooseForm(context, item, forms);
    if (!form)
      return;
    Effect &effect = out.emplace_back();
    effect.effect = form->effect;
    readObject(context, item, form->fields, effect);
    bool speaksOfResult = effect.effect == EffectKind::Source ||
                          effect.effect == EffectKind::Labels ||
                          effect.effect == EffectKind::Strips;
    if (isOfFunction && speaksOfResult && !effect.at)
      effect.at = Port{Port::Return, 0, {}, "return"};
  });
}

} // namespace tamga::policy
