//===- Why.cpp - where an expected flow ended -------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Asks the analysis itself, with other questions. What is a source and a sink on the two
// lines comes from the models that matched there. How far the content gets is asked with
// probes: before each call, store and return of a copy of the program stands a call that is
// a sink for a rule of its own, and the probes that report are the places that were reached.
// Why a rule stays silent although the content arrives is asked by leaving one of its
// conditions out after another: the one without which it reports is the reason.
//
//===----------------------------------------------------------------------===//

#include "Why.h"
#include "Pipeline.h"
#include "policy/PolicyReader.h"
#include "solve/Explain.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tamga {

namespace {

constexpr StringLiteral probeName = "tamga::why_";
constexpr StringLiteral probeKind = "sink.why";
constexpr size_t probeBound = 20'000;

bool isOn(const finding::Region &at, const Line &line) {
  StringRef file = at.file;
  return at.line <= line.line && line.line <= std::max(at.line, at.endLine) &&
         file.consume_back(line.file) && (file.empty() || file.ends_with("/"));
}

std::string shown(const finding::Region &at, const policy::Policy &policy) {
  return report::relativePath(at.file, policy.project.root) + ":" + std::to_string(at.line) +
         ":" + std::to_string(at.column);
}

/// A place of the program where content may be seen.
struct Probe {
  flow::FunctionId function;
  const flow::Op *op = nullptr;
  size_t order = 0; ///< In the function.
};

/// Where content got to: by probe, with how many steps it took.
using Reached = std::map<size_t, size_t>;

class Explainer {
public:
  Explainer(const Why &why, raw_ostream &out)
      : program(why.program), policy(why.policy), source(why.source), sink(why.sink), out(out) {
  }

  void run() {
    solve::explainModels(program, policy, matches);
    const std::set<policy::Kind> from = kindsAt(source, policy::EffectKind::Source);
    const std::set<policy::Kind> to = kindsAt(sink, policy::EffectKind::Sink);
    tell("source", source, from);
    tell("sink", sink, to);
    if (from.empty() || tellFinding(policy))
      return;
    addProbes();
    if (probes.size() >= probeBound)
      out << "the program is large: only its first " << probeBound
          << " places were looked at; try one unit\n";
    const Reached computed = reach(from, policy::StepStrength::Computed);
    if (hasReachedSink(computed))
      tellRules(from, to, computed);
    else
      tellEnd(computed, reach(from, policy::StepStrength::Derived));
  }

private:
  //===--------------------------------------------------------------------===//
  // The two lines
  //===--------------------------------------------------------------------===//

  /// The kinds of the effects that models and annotations of what is on \p line have.
  std::set<policy::Kind> kindsAt(const Line &line, policy::EffectKind wanted) {
    std::set<policy::Kind> kinds;
    const auto add = [&](const solve::Matched &matched, const auto &effects) {
      for (const auto &[symbol, places] : matched)
        if (any_of(places, [&](const finding::Region &at) { return isOn(at, line); }))
          for (const policy::Effect &effect : effects)
            if (effect.effect == wanted)
              kinds.insert(effect.kind);
    };
    for (const auto &[model, matched] : matches.functions)
      add(matched, model->effects);
    for (const auto &[model, matched] : matches.names)
      add(matched, model->effects);
    for (const auto &[annotation, matched] : matches.annotations)
      if (Expected<std::vector<policy::Effect>> effects =
              policy::readAnnotation(annotation.second, {}))
        add(matched, *effects);
      else
        consumeError(effects.takeError());
    return kinds;
  }

  void tell(StringRef role, const Line &line, const std::set<policy::Kind> &kinds) {
    out << role << ' ' << line.file << ':' << line.line << ": ";
    if (!kinds.empty()) {
      out << llvm::join(kinds, ", ") << '\n';
      return;
    }
    std::set<std::string> calls;
    for (const flow::Function &function : program.functions)
      for (const flow::Block &block : function.blocks)
        for (const flow::Op &op : block.ops)
          if (op.kind == flow::OpKind::Call && op.function && isOn(regionOf(op), line))
            calls.insert(program[op.function].name);
    out << "nothing here is a " << role;
    if (calls.empty())
      out << ": no call here was analysed";
    else
      out << ": no model or annotation says so of " << llvm::join(calls, ", ");
    out << '\n';
  }

  finding::Region regionOf(const flow::Op &op) const {
    if (!op.at)
      return {};
    return {program[op.at.file].path, op.at.line, op.at.column, op.at.endLine, op.at.endColumn};
  }

  //===--------------------------------------------------------------------===//
  // Rules
  //===--------------------------------------------------------------------===//

  /// Whether \p asked reports something on the line of the sink; tells what.
  bool tellFinding(const policy::Policy &asked, StringRef before = "reported: ") {
    const finding::Result result = analyse(program, asked);
    for (const finding::Finding &finding : result.findings) {
      if (!isOn(finding.at, sink) || finding.sourceKind.empty())
        continue;
      if (finding.isSuppressed)
        out << "found, and suppressed: ";
      else
        out << before;
      out << finding.message << " [" << finding.rule << "]\n";
      for (const finding::Step &step : finding.steps)
        if (step.kind == finding::StepKind::Label || step.kind == finding::StepKind::Guard)
          out << "    " << shown(step.at, policy) << ": " << step.message << '\n';
      return true;
    }
    return false;
  }

  /// The content arrives: why is it not reported?
  void tellRules(const std::set<policy::Kind> &from, const std::set<policy::Kind> &to,
                 const Reached &reached) {
    out << "the content reaches the sink\n";
    const auto without = [&](StringRef what, auto change) {
      policy::Policy changed = policy;
      for (policy::Pack &pack : changed.packs)
        for (policy::Rule &rule : pack.rules) {
          change(changed, rule);
          for (policy::Rule &further : rule.also)
            change(changed, further);
        }
      return tellFinding(changed, what);
    };
    // A rule that asks whether a label was lost is in order without any.
    if (without("a label ends it; without the label it would be: ",
                [](policy::Policy &, policy::Rule &rule) {
                  if (rule.unless && !rule.unless->holds(0))
                    rule.unless.reset();
                }))
      return tellLabels(reached);
    if (without("a guard ends it; without the guard it would be: ",
                [](policy::Policy &, policy::Rule &rule) { rule.guards = {"guard.why"}; }) ||
        without("its kind is excepted; if not, it would be: ",
                [](policy::Policy &, policy::Rule &rule) {
                  rule.exceptFrom.clear();
                  rule.exceptTo.clear();
                }) ||
        without("the project file holds it back; if not, it would be: ",
                [](policy::Policy &changed, policy::Rule &) {
                  changed.project.disabledRules.clear();
                  changed.project.exclude.clear();
                  changed.project.openWorld = policy::OpenWorld::Report;
                }))
      return;
    out << "no rule asks whether " << llvm::join(from, ", ") << " reaches "
        << (to.empty() ? "what is not a sink" : llvm::join(to, ", ")) << '\n';
  }

  /// Where on its way the content meets a function that sets labels.
  void tellLabels(const Reached &reached) {
    std::set<std::string> lines;
    for (const auto &[number, steps] : reached) {
      const flow::Op &op = *probes[number].op;
      if (op.kind != flow::OpKind::Call || !op.function)
        continue;
      for (const auto &[model, matched] : matches.functions)
        if (matched.count(program[op.function].display) &&
            any_of(model->effects, [](const policy::Effect &effect) {
              return effect.labels && effect.effect != policy::EffectKind::Strips;
            }))
          lines.insert("    " + shown(regionOf(op), policy) + ": `" +
                       program[op.function].name + "` sets a label (" + written(*model) +
                       ")\n");
    }
    for (const std::string &line : lines)
      out << line;
  }

  /// `opencv.json:12`.
  static std::string written(const policy::FunctionModel &model) {
    return sys::path::filename(model.origin.file).str() + ":" +
           std::to_string(model.origin.line);
  }

  //===--------------------------------------------------------------------===//
  // Probes
  //===--------------------------------------------------------------------===//

  void addProbes() {
    probed = program;
    const size_t count = program.functions.size();
    for (size_t index = 0; index < count; ++index) {
      const flow::Function &original = program.functions[index];
      size_t order = 0;
      for (size_t block = 0; block < original.blocks.size(); ++block) {
        std::vector<flow::Op> ops;
        for (const flow::Op &op : original.blocks[block].ops) {
          addProbesBefore(op, {flow::FunctionId(index), &op, order++}, ops);
          ops.push_back(op);
        }
        probed.functions[index].blocks[block].ops = std::move(ops);
      }
    }
  }

  void addProbesBefore(const flow::Op &op, const Probe &place, std::vector<flow::Op> &ops) {
    const bool isSeen = op.kind == flow::OpKind::Call || op.kind == flow::OpKind::Store ||
                        op.kind == flow::OpKind::Return;
    // The end of an object is no use of it.
    const bool isEnd = op.kind == flow::OpKind::Call && op.function &&
                       program[op.function].kind == flow::FunctionKind::Destructor;
    if (!isSeen || isEnd)
      return;
    const flow::Function &function = program[place.function];
    SmallVector<flow::ValueId, 4> values(op.operands.begin(), op.operands.end());
    if (op.thisValue)
      values.push_back(op.thisValue);
    for (flow::ValueId value : values) {
      if (function.values[value.index].kind != flow::ValueKind::Computed ||
          probes.size() >= probeBound)
        continue;
      flow::Op call;
      call.kind = flow::OpKind::Call;
      call.function = addProbe(function.values[value.index].type);
      call.operands.push_back(value);
      call.at = op.at;
      ops.push_back(std::move(call));
      probes.push_back(place);
    }
  }

  flow::FunctionId addProbe(flow::TypeId type) {
    flow::Function function;
    function.name = function.symbol = function.display =
        (probeName + Twine(probes.size())).str();
    flow::Local parameter;
    parameter.kind = flow::LocalKind::Parameter;
    parameter.type = type;
    function.locals.push_back(parameter);
    function.parameterCount = 1;
    function.returnType = type;
    probed.functions.push_back(std::move(function));
    return flow::FunctionId(probed.functions.size() - 1);
  }

  /// The probes that content of \p from, from the line of the source, gets to.
  Reached reach(const std::set<policy::Kind> &from, policy::StepStrength follows) {
    policy::Policy asked = policy;
    policy::Rule rule;
    rule.id = "tamga-custom-why";
    rule.from.assign(from.begin(), from.end());
    rule.to = {probeKind.str()};
    rule.follows = follows;
    rule.message = rule.title = {{"en", "{sink}"}};
    policy::Pack pack;
    pack.name = "why";
    pack.rules.push_back(std::move(rule));
    asked.packs = {std::move(pack)};
    asked.project.exclude.clear();
    policy::FunctionModel model;
    model.pattern.name = (probeName + "*").str();
    std::vector<policy::Effect> effects;
    for (StringRef port : {"arg0", "arg0.**"}) {
      policy::Effect &effect = effects.emplace_back();
      effect.effect = policy::EffectKind::Sink;
      effect.kind = probeKind.str();
      effect.at = cantFail(policy::readPort(port));
    }
    model.effects = std::move(effects);
    asked.functions.push_back(std::move(model));

    Reached reached;
    const finding::Result result = analyse(probed, asked);
    widened = result.coverage.widenedFunctions + result.coverage.incompleteFunctions.size();
    for (const finding::Finding &finding : result.findings) {
      StringRef message = finding.message;
      size_t number = 0;
      message = message.substr(message.find(probeName) + probeName.size());
      if (!message.consumeInteger(10, number) && number < probes.size() &&
          isFromSource(finding))
        reached[number] = std::max(reached[number], finding.steps.size());
    }
    return reached;
  }

  bool isFromSource(const finding::Finding &finding) const {
    return any_of(finding.steps,
                  [&](const finding::Step &step) {
                    return step.kind == finding::StepKind::Source && isOn(step.at, source);
                  }) ||
           any_of(finding.related,
                  [&](const finding::Related &other) { return isOn(other.at, source); });
  }

  bool hasReachedSink(const Reached &reached) const {
    return any_of(reached, [&](const auto &entry) {
      return isOn(regionOf(*probes[entry.first].op), sink);
    });
  }

  //===--------------------------------------------------------------------===//
  // The end
  //===--------------------------------------------------------------------===//

  /// The place that is nearest to the sink: in its function the latest, else the one that
  /// took the most steps.
  const Probe *lastOf(const Reached &reached) const {
    std::set<uint32_t> functions;
    for (uint32_t index = 0; index < program.functions.size(); ++index)
      for (const flow::Block &block : program.functions[index].blocks)
        if (any_of(block.ops, [&](const flow::Op &op) { return isOn(regionOf(op), sink); }))
          functions.insert(index);
    const Probe *last = nullptr;
    std::tuple<bool, size_t, size_t> best;
    for (const auto &[number, steps] : reached) {
      const Probe &place = probes[number];
      const bool isNear =
          functions.count(place.function.index) && place.op->at.line <= sink.line;
      const auto rank = std::tuple(isNear, isNear ? 0 : steps, place.order);
      if (!last || rank > best) {
        last = &place;
        best = rank;
      }
    }
    return last;
  }

  void tellEnd(const Reached &computed, const Reached &derived) {
    const Probe *last = lastOf(computed);
    if (!last) {
      out << "the content gets nowhere: nothing that is called, stored or returned holds it\n";
    } else {
      out << "the content gets to " << shown(regionOf(*last->op), policy) << ", in `"
          << program[last->function].name << "`: " << wordsOf(*last->op) << '\n';
      if (hasReachedSink(derived))
        out << "from there on the sink gets only what depends on it (a length, a comparison, "
               "a number made of it), which is not the content\n";
      else
        tellReason(*last);
    }
    if (widened)
      out << widened << (widened == 1 ? " function was" : " functions were")
          << " widened or not analysed whole: it may have been lost there\n";
  }

  std::string wordsOf(const flow::Op &op) const {
    if (op.kind == flow::OpKind::Return)
      return "it is returned";
    if (op.kind == flow::OpKind::Store)
      return "it is stored";
    return "it is passed in `" + (op.text.empty() ? program[op.function].name : op.text) + "`";
  }

  void tellReason(const Probe &last) {
    if (last.op->thisValue && replacesThis(*last.op)) {
      out << "what holds it is overwritten there\n";
      return;
    }
    if (const flow::Op *later = overwrites(last)) {
      out << "what holds it is overwritten at " << shown(regionOf(*later), policy) << '\n';
      return;
    }
    if (last.op->kind != flow::OpKind::Call || !last.op->function) {
      out << "nothing that is called, stored or returned later holds it\n";
      return;
    }
    const flow::Function &callee = program[last.op->function];
    std::set<std::string> models;
    for (const auto &[model, matched] : matches.functions)
      if (matched.count(callee.display))
        models.insert(written(*model));
    if (!models.empty())
      out << "the model of `" << callee.name << "` (" << llvm::join(models, ", ")
          << ") does not pass it on to what follows\n";
    else if (callee.hasBody())
      out << "`" << callee.name << "` does not pass it on to what follows\n";
    else
      out << "`" << callee.name << "` has neither a body nor a model here; its result of type "
          << program[callee.returnType].name << " is taken not to carry it\n";
  }

  /// A later op of the function that writes all of the variable that \p last puts it into.
  const flow::Op *overwrites(const Probe &last) const {
    const flow::Function &function = program[last.function];
    std::vector<flow::Place> holders;
    if (last.op->kind == flow::OpKind::Store)
      holders.push_back(last.op->place);
    for (const flow::Block &block : function.blocks)
      for (const flow::Op &op : block.ops)
        if (op.kind == flow::OpKind::Address && op.result &&
            (op.result == last.op->thisValue || is_contained(last.op->operands, op.result)))
          holders.push_back(op.place);
    for (const flow::Block &block : function.blocks)
      for (const flow::Op &op : block.ops) {
        const bool isLater = op.at && op.at.line > last.op->at.line && op.at.line <= sink.line;
        if (isLater && op.kind == flow::OpKind::Store && is_contained(holders, op.place))
          return &op;
        if (isLater && op.kind == flow::OpKind::Call && op.thisValue && replacesThis(op) &&
            any_of(function.blocks, [&](const flow::Block &other) {
              return any_of(other.ops, [&](const flow::Op &made) {
                return made.result == op.thisValue && made.kind == flow::OpKind::Address &&
                       is_contained(holders, made.place);
              });
            }))
          return &op;
      }
    return nullptr;
  }

  bool replacesThis(const flow::Op &op) const {
    if (!op.function)
      return false;
    for (const auto &[model, matched] : matches.functions)
      if (matched.count(program[op.function].display))
        for (const policy::Effect &effect : model->effects)
          if (effect.at && effect.at->root == policy::Port::This &&
              (effect.effect == policy::EffectKind::Clears ||
               effect.write == policy::WriteMode::Replaces))
            return true;
    return false;
  }

  const flow::Program &program;
  const policy::Policy &policy;
  const Line &source, &sink;
  raw_ostream &out;
  solve::Matches matches;
  flow::Program probed;
  std::vector<Probe> probes;
  size_t widened = 0;
};

} // namespace

void Why::explain(raw_ostream &out) const { Explainer(*this, out).run(); }

} // namespace tamga
