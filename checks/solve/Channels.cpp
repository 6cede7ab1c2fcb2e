//===- Channels.cpp - labels of what content goes through --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Content carries labels of its own, and those of what it leaves through: a response with a
// header, a screen on which a notice stands, a file into which a mark is written once it is
// there:
//
//   cv::imwrite(path, picture);                 // a sink, and `path` is its channel
//   auto image = Exiv2::ImageFactory::open(path);
//   ... image->writeMetadata();                 // guard.label.mark for `path`
//
// A label of a channel is a guard (`guard.label.*`) whose subject is the channel. Guards that
// hold at a sink are known there. For those that come later the sink is kept open: each way
// out of the function says which labels its channel got since, and what all of them say counts.
// What is still not enough goes up to the callers, if they can know the channel.
//
// The channel is the object itself, whatever it holds at the time; of texts and numbers (a
// path, a descriptor) the value.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::TypeKind;

namespace {
constexpr size_t openSinkBound = 64;

constexpr std::pair<policy::Labels, llvm::StringLiteral> channelGuards[] = {
    {policy::Notice, "guard.label.notice"},
    {policy::Mark, "guard.label.mark"},
    {policy::Mark | policy::Signed, "guard.label.mark.signed"},
    {policy::Watermark, "guard.label.watermark"},
    {policy::Warning, "guard.label.warning"},
    // Nobody meets what goes there: a temporary file, a pipe to another program.
    {policy::Notice | policy::Mark | policy::Warning, "guard.label.exempt"}};

policy::Labels labelsOf(const policy::Kind &guard) {
  policy::Labels labels = 0;
  for (const auto &[bits, kind] : channelGuards)
    if (policy::isA(guard, kind.str()))
      labels |= bits;
  return labels;
}

/// Objects that are what they hold.
bool isText(llvm::StringRef type) {
  return type.contains("basic_string") || type.contains("filesystem::path") ||
         type == "QString" || type == "QByteArray";
}

/// Whether what a method of this name leaves in its object is what it was given.
bool isWriter(llvm::StringRef name) {
  llvm::StringRef last = name.rsplit("::").second;
  llvm::StringRef record = name.rsplit("::").first.rsplit("::").second;
  return last == "operator=" || last == "operator+=" || last == "assign" || last == "append" ||
         last == "insert" || last == "push_back" || last == "swap" ||
         (last == record && !last.empty());
}

} // namespace

void addVersion(Subject &subject, VersionId version) {
  if (version && !llvm::is_contained(subject.versions, version))
    subject.versions.insert(llvm::upper_bound(subject.versions, version), version);
}

bool addOpenSink(std::vector<OpenSink> &sinks, const OpenSink &sink) {
  auto place = llvm::lower_bound(
      sinks, sink, [](const OpenSink &a, const OpenSink &b) { return a.key() < b.key(); });
  if (place == sinks.end() || place->key() != sink.key()) {
    sinks.insert(place, sink);
    return true;
  }
  policy::Labels before = std::exchange(place->gained, place->gained & sink.gained);
  return before != place->gained;
}

//===----------------------------------------------------------------------===//
// Which channel
//===----------------------------------------------------------------------===//

/// \p cell of \p type, as a channel: the object, or what it holds.
void Interpreter::addChannel(Subject &channel, Cell cell, flow::TypeId type) {
  if (flow::TypeId known = typeOf(cell.path))
    type = known;
  TypeKind kind = type ? program[type].kind : TypeKind::Integer;
  bool isObject =
      (kind == TypeKind::Record || kind == TypeKind::Other) && !isText(program[type].name);
  if (isObject)
    return addVersion(channel, tables.initialVersion(cell.path));
  addVersion(channel, domain.versionOf(state, cell.path));
  Datum held = domain.read(state, cell.path);
  // A part that only models speak of may be a view of what it was given.
  if (!type && tables.paths[cell.path].step == Step::Named && held.pointees.size() == 1 &&
      held.pointees[0].path != cell.path)
    return addChannel(channel, held.pointees[0], {});
  ConstantId constant = held.constant;
  if (!constant || tables.constants[constant].kind != flow::ValueKind::String)
    return;
  VersionNode node;
  node.kind = VersionNode::Constant;
  node.site = constant;
  addVersion(channel, tables.versions.intern(node));
}

Subject Interpreter::channelOf(CallContext &context, const policy::Port &port) {
  Subject channel;
  for (const PortTarget &target : resolve(context, port)) {
    llvm::SmallVector<Cell, 2> cells(target.cells.begin(), target.cells.end());
    flow::TypeId type = target.type;
    if (target.isValue) {
      cells.append(target.value.top.pointees.begin(), target.value.top.pointees.end());
      addVersion(channel, target.value.top.version);
      if (type && program[type].pointee)
        type = program[type].pointee;
    }
    if (cells.size() == 1)
      addChannel(channel, cells[0], type);
  }
  return channel;
}

/// Where what this call puts out goes.
Subject Interpreter::sinkChannel(CallContext &context, const policy::Effect &effect,
                                 const policy::Kind &kind) {
  Subject channel;
  if (policy::isA(kind, "sink.screen")) {
    VersionNode node;
    node.kind = VersionNode::Constant;
    node.site = tables.constant({flow::ValueKind::String, 0, "the screen"});
    addVersion(channel, tables.versions.intern(node));
  } else if (effect.subject) {
    channel = channelOf(context, *effect.subject);
  }
  if (effect.named)
    for (VersionId version : channelOf(context, *effect.named).versions)
      addVersion(channel, version);
  return channel;
}

/// What is written to a field that is a sink leaves with the object.
void Interpreter::sinkFields(CallContext &context, llvm::ArrayRef<Cell> written) {
  if (context.callee && !isWriter(program[context.callee].name))
    return;
  for (Cell cell : written) {
    const PathNode &node = tables.paths[cell.path];
    if (!node.parent || node.step != Step::Field)
      continue;
    flow::FieldId field(uint32_t(node.index));
    Cell object{node.parent, cell.isWeak};
    for (const policy::Kind &kind : solver.fieldSinks(field)) {
      Event event;
      event.what = kind;
      addChannel(event.channel, object, program[field].record);
      event.labels = heldLabels(event.channel);
      Datum content = domain.content(state, cell.path);
      event.labels |= content.must;
      sink(context, event, content, {});
    }
  }
}

/// A channel of the callee, as this call knows it.
Subject Interpreter::translateChannel(CallContext &context, const Subject &channel) {
  Subject here;
  for (VersionId version : channel.versions) {
    const VersionNode node = tables.versions[version];
    bool isOfEntry = node.kind == VersionNode::Initial && tables.paths.isSymbolic(node.path);
    if (!isOfEntry) {
      if (isKnownOutside(version) || node.kind != VersionNode::Initial)
        addVersion(here, translateVersion(context, version));
      continue;
    }
    bool isValue = false;
    llvm::SmallVector<Cell, 2> cells = bindCells(context, node.path, isValue);
    flow::TypeId type = typeIn(program[context.callee], node.path);
    if (isValue)
      addVersion(here, bindValue(context, node.path).top.version);
    else if (cells.size() == 1)
      addChannel(here, cells[0], type);
  }
  return here;
}

//===----------------------------------------------------------------------===//
// What it carries
//===----------------------------------------------------------------------===//

policy::Labels Interpreter::heldLabels(const Subject &channel) const {
  policy::Labels labels = 0;
  for (const Guard &guard : state.guards.guards) {
    policy::Labels bits = labelsOf(guard.kind);
    // Where nobody says what content goes through, any label counts.
    bool isAny = channel.versions.empty() && guard.kind != "guard.label.exempt";
    bool isMeant = bits && (isAny || guard.subject.versions.empty() ||
                            relate(guard.subject, channel) == Relation::Same);
    labels |= isMeant ? bits : 0;
  }
  return labels;
}

/// What stands in a channel now says of all that goes through it what it is.
void Interpreter::labelChannel(const Subject &channel, policy::Labels labels) {
  if (channel.versions.empty() || !labels)
    return;
  GuardSet done;
  for (const auto &[bits, kind] : channelGuards)
    if ((labels & bits) == bits && kind != "guard.label.exempt")
      done.add({kind.str(), channel, {id, currentOp}});
  state.guards.addAll(done);
  gainLabels(state, done);
}

//===----------------------------------------------------------------------===//
// Labels that come later
//===----------------------------------------------------------------------===//

void Interpreter::openSink(Event event) {
  OpenSink sink;
  sink.channel = event.channel;
  sink.event = addEvent(std::move(event));
  if (!sink.event || sink.channel.versions.empty())
    return;
  if (state.openSinks.size() < openSinkBound)
    addOpenSink(state.openSinks, sink);
  else
    gained[sink.event] = 0;
}

void Interpreter::gainLabels(State &in, const GuardSet &done) {
  for (const Guard &guard : done.guards) {
    policy::Labels bits = labelsOf(guard.kind);
    if (!bits)
      continue;
    for (OpenSink &sink : in.openSinks)
      if (guard.subject.versions.empty() ||
          relate(guard.subject, sink.channel) == Relation::Same)
        sink.gained |= bits;
  }
}

/// \p leaving is left for good, or for the next turn of a loop.
void Interpreter::leaveSinks(const State &leaving, Gained &ways) {
  for (const OpenSink &sink : leaving.openSinks) {
    auto [known, isNew] = ways.try_emplace(sink.event, sink.gained);
    if (!isNew)
      known->second &= sink.gained;
  }
}

/// The labels that what \p event went through has got whenever the function is left.
policy::Labels Interpreter::gainedBy(const Event &event) const {
  auto known = gained.find(event.number);
  return isOverBudget || known == gained.end() ? policy::Labels(0) : known->second;
}

/// Whether callers can know \p channel.
bool Interpreter::isSeenOutside(const Subject &channel) const {
  return llvm::any_of(channel.versions,
                      [&](VersionId version) { return isKnownOutside(version); });
}

/// The events of this function, with what is known of them now.
void Interpreter::settleSinks(Summary &summary) {
  leaveSinks(exit, gained);
  // What never ends has done its work with each turn.
  if (!exit.isReachable)
    for (const auto &[event, labels] : gainedInLoops) {
      auto [known, isNew] = gained.try_emplace(event, labels);
      known->second &= labels;
    }
  for (const auto &[key, event] : events) {
    Event settled = event;
    settled.labels |= gainedBy(event);
    bool isFlow = event.origin.isSource;
    if (isFlow && solver.rules[event.rule].rule->unless->holds(settled.labels))
      solver.notePass(settled, nullptr);
    else if (isFlow && !isSeenOutside(event.channel))
      solver.endFlow(settled);
    else
      summary.events.push_back(std::move(settled));
  }
}

} // namespace tamga::solve
