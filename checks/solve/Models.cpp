//===- Models.cpp - what API models say of a call ---------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::TypeKind;
using policy::Effect;
using policy::EffectKind;
using policy::Port;
using policy::StepStrength;

namespace {
const Port returnPort{Port::Return, 0, {}, "return"};

/// Whether the body of a modelled function, which was applied, has shown this effect: a
/// source of that kind, a call of a parameter, an object that goes out.
bool isShownByBody(const CallContext &context, const Effect &effect) {
  switch (effect.effect) {
  case EffectKind::Source:
    return llvm::any_of(context.shownKinds, [&](const policy::Kind &kind) {
      return policy::isA(kind, effect.kind) || policy::isA(effect.kind, kind);
    });
  case EffectKind::Aliases:
  case EffectKind::Gives:
  case EffectKind::Clears:
  case EffectKind::Makes:
  case EffectKind::Calls:
  case EffectKind::Registers: return true;
  default: return false;
  }
}
} // namespace

bool Interpreter::holds(CallContext &context, const policy::When &when) {
  if (when.labels)
    return carries(context, when) != when.negate;
  if (when.subject) {
    Subject subject = channelOf(context, *when.subject);
    return llvm::any_of(state.guards.guards, [&](const Guard &guard) {
             return policy::isA(guard.kind, when.guard) &&
                    relate(guard.subject, subject) == Relation::Same;
           }) != when.negate;
  }
  ConstantId known = argumentConstant(context, when.argument);
  if (!known)
    return when.negate; // An argument that is not known never matches.
  const Constant &constant = tables.constants[known];
  bool matches = true;
  if (when.matches) {
    llvm::Regex regex(*when.matches);
    bool isWord = constant.kind == flow::ValueKind::String ||
                  constant.kind == flow::ValueKind::Enumerator;
    matches = isWord && regex.match(constant.text);
  }
  if (when.above)
    matches = constant.kind == flow::ValueKind::Integer && constant.integer > *when.above;
  if (!when.equals.empty()) {
    std::string text = constant.kind == flow::ValueKind::Integer ? std::to_string(constant.integer) : constant.text;
    if (constant.kind == flow::ValueKind::Null)
      text = "null";
    matches &= llvm::any_of(when.equals, [&](const std::string &wanted) {
      bool isSame = wanted == text;
      isSame |= wanted == "true" && constant.kind == flow::ValueKind::Integer && constant.integer;
      isSame |= wanted == "false" && constant.kind == flow::ValueKind::Integer && !constant.integer;
      return isSame || llvm::StringRef(text).ends_with("::" + wanted);
    });
  }
  return matches != when.negate;
}

/// Whether something that can be reached from \p target is as \p holds says.
bool Interpreter::reaches(const PortTarget &target,
                          llvm::function_ref<bool(const Datum &)> holds) const {
  llvm::SmallVector<PathId, 16> objects;
  auto addObjects = [&](llvm::ArrayRef<Cell> cells) {
    for (Cell cell : cells)
      if (PathId object = tables.paths.objectOf(cell.path);
          !llvm::is_contained(objects, object) && objects.size() < 32)
        objects.push_back(object);
  };
  addObjects(target.value.top.pointees);
  for (const auto &[path, datum] : target.value.parts)
    addObjects(datum.pointees);
  addObjects(target.cells);
  for (size_t next = 0; next < objects.size(); ++next)
    if (const ObjectCells *object = state.memory.find(objects[next]))
      for (const auto &[path, datum] : object->cells) {
        if (holds(datum))
          return true;
        addObjects(datum.pointees);
      }
  return false;
}

/// Whether what \p when speaks of, or a part of it, carries its labels.
bool Interpreter::carries(CallContext &context, const policy::When &when) {
  auto isLabelled = [&](const Datum &datum) {
    return (datum.must & when.labels) == when.labels;
  };
  return llvm::any_of(resolve(context, *when.at), [&](const PortTarget &target) {
    if (target.isEverything && reaches(target, isLabelled))
      return true;
    ValueFact value = snapshotPort(target);
    return isLabelled(value.top) || isLabelled(readPort(target)) ||
           llvm::any_of(value.parts, [&](const auto &part) { return isLabelled(part.second); });
  });
}

void Interpreter::applyModels(CallContext &context,
                              llvm::ArrayRef<const policy::FunctionModel *> models) {
  context.hasCallbackEffect = context.callee && solver.prepare(context.callee).hasCallbackEffect;
  for (const policy::FunctionModel *model : models) {
    // What is copied is what was there before the call: a swap reads both sides first.
    std::vector<std::pair<const Effect *, std::vector<PortWrite>>> copies;
    for (const Effect &effect : model->effects) {
      if (!llvm::all_of(effect.when, [&](const policy::When &when) { return holds(context, when); }))
        continue;
      if (effect.effect == EffectKind::Propagates && effect.write == policy::WriteMode::Replaces &&
          effect.at && effect.at->root != Port::Return)
        copies.push_back({&effect, readPropagated(context, effect)});
    }
    for (const Effect &effect : model->effects) {
      if (!llvm::all_of(effect.when, [&](const policy::When &when) { return holds(context, when); }))
        continue;
      auto copy = llvm::find_if(copies, [&](const auto &pair) { return pair.first == &effect; });
      if (copy == copies.end()) {
        applyEffect(context, effect);
        continue;
      }
      for (const PortWrite &write : copy->second)
        writePort(context, *effect.at, write);
    }
  }
}

void Interpreter::applyEffect(CallContext &context, const Effect &effect) {
  if (context.addsToBody && isShownByBody(context, effect))
    return;
  switch (effect.effect) {
  case EffectKind::Source: return applySource(context, effect);
  case EffectKind::Sink: return applySink(context, effect);
  case EffectKind::Use: {
    Event asked;
    const std::optional<Port> &whose = effect.subject ? effect.subject : effect.at;
    if (whose)
      asked.subject =
          isOfChannel(effect.kind) ? channelOf(context, *whose) : subjectOf(context, *whose);
    if (effect.purpose)
      asked.purpose = purposeOf(context, *effect.purpose);
    use(effect.kind, asked, usedBy(context, effect.kind));
    useDuty(context, effect.kind, asked.subject);
    return useLiteral(context, effect);
  }
  case EffectKind::Propagates: return applyPropagates(context, effect);
  case EffectKind::Aliases: return applyAliases(context, effect);
  case EffectKind::Gives: return applyGives(context, effect);
  case EffectKind::Labels:
  case EffectKind::Strips: return applyLabels(context, effect);
  case EffectKind::Clears: {
    if (!effect.at->steps.empty() && effect.at->steps.back().kind == Port::Step::Range)
      return cutText(context, *effect.at);
    PortWrite nothing{ValueFact(), policy::WriteMode::Replaces, false};
    if (effect.range) {
      if (std::optional<Cell> whole = wholeRange(context, effect, *effect.at))
        domain.writeStrong(state, whole->path, ValueFact());
      return;
    }
    nothing.isPartial = !coversAll(context, effect);
    return writePort(context, *effect.at, nothing);
  }
  case EffectKind::Makes: return applyMakes(context, effect);
  case EffectKind::Guards: return applyGuards(context, effect);
  case EffectKind::Tells: return applyTells(context, effect);
  case EffectKind::EndsGuards: {
    Subject subject = effect.subject ? subjectOf(context, *effect.subject) : Subject();
    return endGuards({effect.kind, subject, {id, currentOp}});
  }
  case EffectKind::Calls:
  case EffectKind::Registers: return applyCallback(context, effect);
  case EffectKind::Binds: return applyBinds(context, effect);
  case EffectKind::Constructs: return applyConstructs(context, effect);
  case EffectKind::Capability: {
    solver.ban(effect.kind, {id, currentOp}, calleeName(context));
    Event asked;
    if (effect.subject)
      asked.subject = subjectOf(context, *effect.subject);
    return use(effect.kind, asked, usedBy(context, effect.kind));
  }
  case EffectKind::NoReturn: endsHere = true; return;
  case EffectKind::Reads: return; // Of fields only.
  case EffectKind::Store:
  case EffectKind::Erase:
    return useStore(context, effect);
  }
}

std::string Interpreter::calleeName(const CallContext &context) const {
  return context.callee ? program[context.callee].name : context.op.text;
}

std::vector<PortWrite> Interpreter::readPropagated(CallContext &context, const Effect &effect) {
  std::vector<PortWrite> writes;
  std::string name = calleeName(context);
  const Port &at = effect.at ? *effect.at : returnPort;
  bool goesToMemory = at.root == Port::Return
                          ? !at.steps.empty()
                          : llvm::all_of(resolve(context, at),
                                         [](const PortTarget &to) { return to.isBuffer; });
  bool isResult = at.root == Port::Return && at.steps.empty() && context.op.result;
  bool isText = !isResult || solver.canBeText(valueType(context.op.result));
  for (PortTarget &target : resolve(context, *effect.from)) {
    if (!isText)
      target.chosen.clear();
    PortWrite write;
    write.mode = context.addsToBody ? policy::WriteMode::Adds : effect.write;
    write.isPartial = !coversAll(context, effect);
    if (effect.range) {
      write.whole = wholeRange(context, effect, at);
      write.mode = policy::WriteMode::Adds;
    }
    if (effect.strength == StepStrength::Value) {
      write.value = copyOut(target, goesToMemory);
    } else {
      Datum content = readPort(target);
      // A constant of the program says what its text says as a literal.
      const bool isArgument = effect.from->root == Port::Argument && effect.from->steps.empty();
      const Constant known =
          tables.constants[isArgument ? argumentConstant(context, effect.from->argument) : 0];
      auto isSource = [&](const Atom &atom) { return tables.origins[atom.origin].isSource; };
      if (known.kind == flow::ValueKind::String && llvm::none_of(content.atoms, isSource))
        domain.addAtoms(content.atoms, literalValue(known.text).top.atoms);
      for (Atom atom : content.atoms)
        if (goesOn(atom, effect.strength))
          domain.addAtom(write.value.top.atoms, atom);
      write.value.top.must = content.must;
      write.isConcatenation = effect.strength == StepStrength::Computed;
    }
    if (!effect.key.empty())
      write.value = underKeys(write.value, effect.key);
    extendTrails(write.value, finding::StepKind::Value, "through `" + name + "`");
    if (effect.labels) {
      setLabels(write.value, effect.labels);
      write.value.top.must |= effect.labels;
    }
    if (addsChosen(context, effect, write))
      writes.push_back(std::move(write));
  }
  return writes;
}

void Interpreter::applyPropagates(CallContext &context, const Effect &effect) {
  for (const PortWrite &write : readPropagated(context, effect))
    writePort(context, effect.at ? *effect.at : returnPort, write);
}

/// A new object, and \p effect's place points at it. Handles that are copied or moved
/// share it: a promise and its future, the two ends of a pipe.
void Interpreter::applyMakes(CallContext &context, const Effect &effect) {
  bool isCycle = facts.isInCycle[currentBlock];
  // Numbers below zero are nobody else's.
  int64_t index = -2 - (int64_t(currentOp) * 8 + int64_t(context.madeObjects++ % 8));
  PathId made = tables.paths.root(Root::Opaque, index, isCycle);
  domain.forget(state, made);
  PortWrite write;
  write.value.top.pointees.push_back({made, isCycle});
  write.mode = policy::WriteMode::Replaces;
  writePort(context, *effect.at, write);
}

void Interpreter::applyAliases(CallContext &context, const Effect &effect) {
  PortWrite write;
  for (const PortTarget &target : resolve(context, *effect.from)) {
    for (Cell cell : target.cells)
      write.value.top.pointees.push_back(cell);
    if (target.isValue && target.cells.empty())
      write.value.top.pointees.append(target.value.top.pointees.begin(), target.value.top.pointees.end());
    if (target.isValue && target.value.top.pointees.empty())
      domain.addAtoms(write.value.top.atoms, target.value.top.atoms);
    domain.addAtoms(write.value.top.atoms, target.chosen);
  }
  llvm::sort(write.value.top.pointees);
  write.mode = effect.write;
  writePort(context, effect.at ? *effect.at : returnPort, write);
}

void Interpreter::applyGives(CallContext &context, const Effect &effect) {
  flow::TypeId type = context.op.result ? valueType(context.op.result) : flow::TypeId();
  bool isReference =
      !context.isSynthetic && type && program[type].kind == TypeKind::Reference;
  if (isReference)
    applyAliases(context, effect);
  else
    applyPropagates(context, effect);
}

void Interpreter::applyLabels(CallContext &context, const Effect &effect) {
  bool strips = effect.effect == EffectKind::Strips;
  auto change = [&](Datum datum) {
    Atoms changed;
    for (Atom atom : datum.atoms) {
      bool isStripped = strips && (atom.labels & effect.labels ||
                                   !tables.origins[atom.origin].isSource);
      if (isStripped)
        atom.labels = policy::Labels((atom.labels & ~effect.labels) | policy::Stripped);
      else if (!strips)
        atom.labels = composed(atom.labels, effect.labels);
      atom.trail = step(atom.trail, finding::StepKind::Label, strips ? "its label is removed" : "labelled here");
      domain.addAtom(changed, atom);
    }
    datum.atoms = changed;
    datum.must = strips ? datum.must & ~effect.labels : datum.must | effect.labels;
    return datum;
  };
  const Port &at = effect.at ? *effect.at : returnPort;
  if (at.root == Port::Return) {
    context.result.top = change(context.result.top);
    for (auto &[path, datum] : context.result.parts)
      datum = change(datum);
    if (at.steps.empty() && !context.op.result)
      return;
  }
  for (const PortTarget &target : resolve(context, at)) {
    llvm::SmallVector<Cell, 2> cells(target.cells.begin(), target.cells.end());
    if (target.isValue)
      cells.append(target.value.top.pointees.begin(), target.value.top.pointees.end());
    // A label that may have gone elsewhere is no label here.
    if (cells.size() != 1 || cells[0].isWeak)
      continue;
    ValueFact value = domain.snapshot(state, cells[0].path);
    value.top = change(value.top);
    for (auto &[path, datum] : value.parts)
      datum = change(datum);
    domain.writeStrong(state, cells[0].path, value);
  }
}

void Interpreter::applySource(CallContext &context, const Effect &effect) {
  const Port &at = effect.at ? *effect.at : returnPort;
  std::string name = calleeName(context);
  policy::Kind kind = effect.kind;
  bool isByName = effect.isByName && !holdsInput(context);
  if (effect.element)
    kind = elementKind(context, effect, isByName);
  if (kind.empty())
    return;
  Event asked;
  if (effect.subject)
    asked.subject = subjectOf(context, *effect.subject);
  VersionId person = asked.subject.versions.size() == 1 ? asked.subject.versions[0] : 0;
  Atom atom;
  atom.origin =
      tables.sourceOrigin({true, 0, kind, {id, currentOp}, effect.note, person, isByName});
  atom.trail = step(0, finding::StepKind::Source,
                    (effect.note.empty() ? solver.kindWords(kind) : effect.note) + " comes from `" + name + "`");
  PortWrite write;
  write.value.top.atoms.push_back(atom);
  write.value.top.isWhole = true;
  write.mode = context.addsToBody ? policy::WriteMode::Adds : effect.write;
  // The key of a form says what comes in; what is done with it comes later.
  if (!effect.element)
    use(kind, asked, usedBy(context, kind));
  std::optional<unsigned> param = paramStep(at);
  if (!param)
    return writePort(context, at, write);
  unsigned index = unsigned(at.steps[*param].index);
  fillCallbackArgument(context, at, write.value);
  context.callbackSources.push_back({index, write.value});
  if (context.hasCallbackEffect)
    return;
  Effect registers;
  registers.effect = EffectKind::Registers;
  registers.at = at;
  registers.at->steps.resize(*param);
  applyCallback(context, registers);
}

/// Which sink a stream is: by the global it is, or by its type.
policy::Kind Interpreter::streamKind(CallContext &context, const Effect &effect) {
  if (effect.kind != "sink.stream")
    return effect.kind;
  Port subject = effect.subject ? *effect.subject : Port{Port::This, 0, {}, "this"};
  policy::Kind kind;
  auto classify = [&](PathId path) -> policy::Kind {
    const PathNode &root = tables.paths[tables.paths.rootOf(path)];
    if (root.root == Root::Global) {
      llvm::StringRef name = program.globals[root.index].name;
      if (name == "std::cout" || name == "std::wcout" || name == "stdout")
        return "sink.screen";
      if (name == "std::cerr" || name == "stderr" || name == "std::wcerr")
        return "sink.screen.error";
      if (name == "std::clog" || name == "std::wclog")
        return "sink.log";
    }
    for (PathId part = path; part; part = tables.paths[part].parent)
      if (flow::TypeId declared = typeOf(part))
        if (policy::Kind sink = solver.typeSink(declared); !sink.empty())
          return sink;
    flow::TypeId type = typeOf(path);
    llvm::StringRef name = type ? llvm::StringRef(program[type].name) : llvm::StringRef();
    if (name.contains("stringstream") || name.contains("stringbuf"))
      return "";
    if (name.contains("ofstream") || name.contains("fstream") || name.contains("filebuf"))
      return "sink.file";
    return name.contains("ostream") ? "sink.stream" : "sink.file";
  };
  bool hasStream = false;
  for (const PortTarget &target : resolve(context, subject)) {
    llvm::SmallVector<Cell, 2> cells(target.cells.begin(), target.cells.end());
    if (target.isValue)
      cells.append(target.value.top.pointees.begin(), target.value.top.pointees.end());
    hasStream |= !cells.empty();
    for (Cell cell : cells)
      if (policy::Kind here = classify(cell.path); !here.empty() && (kind.empty() || policy::isA(here, "sink.screen")))
        kind = here;
  }
  return hasStream ? kind : "sink.file";
}

/// Labels that all of the text of this call carries: of its channel (the object, the
/// stream) and of the pieces that stand beside each other in it.
policy::Labels Interpreter::channelLabels(CallContext &context, const Effect &effect) {
  policy::Labels labels = 0;
  llvm::SmallVector<Cell, 2> channel;
  if (context.hasReceiver)
    channel.assign(context.receiver.top.pointees.begin(), context.receiver.top.pointees.end());
  if (effect.subject)
    for (const PortTarget &target : resolve(context, *effect.subject)) {
      channel.append(target.cells.begin(), target.cells.end());
      if (target.isValue)
        channel.append(target.value.top.pointees.begin(), target.value.top.pointees.end());
    }
  bool isOne = llvm::all_of(channel, [&](Cell cell) { return cell == channel.front(); });
  if (!channel.empty() && isOne)
    labels |= domain.read(state, channel.front().path).must;
  for (unsigned index = 0; index < context.arguments.size(); ++index) {
    Port port{Port::Argument, index, {}, {}};
    for (const PortTarget &target : resolve(context, port))
      labels |= readPort(target).must;
  }
  return labels;
}

void Interpreter::applySink(CallContext &context, const Effect &effect) {
  policy::Kind kind = streamKind(context, effect);
  if (kind.empty() || !effect.at)
    return;
  Datum endpoint;
  if (effect.via)
    for (const PortTarget &target : resolve(context, *effect.via))
      domain.addMay(endpoint, readPort(target));
  SinkPlace place = leadTo(kind, endpoint);
  Event event;
  event.what = place.kind;
  event.store.path = place.endpoint;
  event.channel = sinkChannel(context, effect, kind);
  policy::Labels channel =
      channelLabels(context, effect) | heldLabels(event.channel) | effect.labels;
  for (const PortTarget &target : resolve(context, *effect.at)) {
    Datum content = readPort(target);
    // A label on the channel, or in the text beside it, is a label of what it carries.
    Datum labelled = content;
    labelled.atoms.clear();
    for (Atom atom : content.atoms) {
      atom.labels |= channel | content.must;
      domain.addAtom(labelled.atoms, atom);
    }
    sink(context, event, labelled, effect.note);
    // Words that stand alone in a channel label the rest; those of a text label that text.
    if (content.atoms.empty() && (effect.subject || policy::isA(kind, "sink.screen")))
      labelChannel(event.channel, content.must);
  }
}

} // namespace tamga::solve
