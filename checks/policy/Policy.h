//===- Policy.h - what the law asks and what libraries do ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Policy is data: packs say what a law asks, API models say what functions, types
/// and fields of libraries do, and `tamga.json` says what the code of a project
/// cannot. PolicyReader reads all three, strictly; Match finds the models of a
/// symbol. Nothing here knows the flow IR or clang.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_POLICY_H
#define TAMGA_POLICY_POLICY_H

#include "Fix.h"
#include "Strength.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tamga::policy {

/// Where a model or rule is written: for messages and `--explain-apis`.
struct Origin {
  std::string file;
  uint32_t line = 0;
};

//===----------------------------------------------------------------------===//
// Taint kinds and labels
//===----------------------------------------------------------------------===//

/// Dotted and hierarchical: `personal.biometric.face` is a `personal`.
using Kind = std::string;

/// Whether \p kind is \p ancestor or lies below it.
inline bool isA(const Kind &kind, const Kind &ancestor) {
  return kind.compare(0, ancestor.size(), ancestor) == 0 &&
         (kind.size() == ancestor.size() || kind[ancestor.size()] == '.');
}

/// Bits of the label algebra.
using Labels = uint8_t;
enum LabelBit : Labels {
  Notice = 1, ///< People are told that AI is used, Art. 21(1).
  Mark = 2,   ///< Machine-readable, Art. 21(2)(a).
  Signed = 4,
  Watermark = 8,
  Warning = 16, ///< Perceivable, Art. 21(2)(b).
  Stripped = 32,
  Pending = 64, ///< Set, but not yet written.
  Encrypted = 128 ///< Nobody reads it without the key.
};

/// A disjunction of conjunctions: one of `anyOf` must hold. A term holds when all
/// bits of `all` are set and none of `none`. Written `notice | mark & !stripped`.
struct LabelFormula {
  struct Term {
    Labels all = 0, none = 0;
  };
  std::vector<Term> anyOf;
  std::string text; ///< As written.

  bool holds(Labels labels) const {
    for (const Term &term : anyOf)
      if ((labels & term.all) == term.all && !(labels & term.none))
        return true;
    return false;
  }
};

//===----------------------------------------------------------------------===//
// Data elements
//===----------------------------------------------------------------------===//

enum class Category : uint8_t { Ordinary, Special, Biometric, Children };

/// How much a name tells.
enum class Confidence : uint8_t {
  Key,    ///< Means this as the key of a form, a request or a table of people.
  Likely, ///< Mostly means this.
  Certain ///< Hardly means anything else.
};

struct ElementName {
  std::string text; ///< Words, one space between.
  Confidence confidence = Confidence::Likely;
};

/// A kind of data of people: see Elements.h.
struct Element {
  Kind kind;
  Category category = Category::Ordinary;
  std::string dpv; ///< The nearest term of the W3C Data Privacy Vocabulary.
  std::string means;
  std::vector<ElementName> names;
};

//===----------------------------------------------------------------------===//
// Access paths
//===----------------------------------------------------------------------===//

/// A place seen from a function, as models write it: `return`, `this`, `argN`,
/// `argN+` (argument N and all after it), `throws`, `library` (what the library keeps
/// between calls, like the text that `strtok` goes on with), then steps.
///
/// `argN` alone is the value with its by-value fields and elements; a reference is
/// the object it refers to; a pointer to scalar or void includes its pointee.
struct Port {
  enum Root : uint8_t { Return, This, Argument, ArgumentsFrom, Throws, Library } root = Return;
  unsigned argument = 0;
  struct Step {
    enum Kind : uint8_t {
      Deref,      ///< `.*`
      Everything, ///< `.**`: the place and everything reachable from it.
      Field,      ///< `.name`
      Index,      ///< `[3]`
      AnyIndex,   ///< `[*]`
      Key,        ///< `["k"]`
      KeyOf,      ///< `[argN]`, `[argN.first]`: the element under argument N or its part,
                  ///< known when constant.
      EachIndex,  ///< `[..]`: all elements, each under its own index.
      Range,      ///< `[each]`: any element of the container here, or of what the view or
                  ///< handle here leads to.
      TypeOf,     ///< `[type argN]`, `[type return]`: the element of the type of these.
      Neighbour,  ///< `[+argN]`: so many elements on in the same array.
      Choice,     ///< `[one]`: an element, and a callable takes that of its parameter's type.
      Param,      ///< `.paramN`: parameter N of the callback that is here.
      Result,     ///< `.return`: what the callback returns.
      Captures    ///< `.captures`
    } kind = Deref;
    std::string text;
    int64_t index = 0; ///< TypeOf: of the argument, or -1 for the result.
    bool operator==(const Step &) const = default;
  };
  std::vector<Step> steps;
  std::string text; ///< As written.
};

//===----------------------------------------------------------------------===//
// API models
//===----------------------------------------------------------------------===//

/// An effect holds only for calls with this argument: the literal text matches a
/// regular expression, or the number or enumerator is one of `equals`. Or only where
/// something carries labels, or where a guard holds.
struct When {
  unsigned argument = 0;
  std::optional<std::string> matches; ///< RE2-like subset: llvm::Regex (POSIX ERE).
  std::vector<std::string> equals;    ///< `0`, `true`, `ns::Enumerator`.
  std::optional<int64_t> above;       ///< The number is greater.
  bool negate = false;                ///< An argument that is not known never matches.
  Labels labels = 0;         ///< What is `at`, or a part of it, carries all of these.
  std::optional<Port> at;
  Kind guard;                ///< This guard holds for `subject`.
  std::optional<Port> subject;
};

enum class EffectKind : uint8_t {
  Source,     ///< Content of `kind` comes into being `at`.
  Sink,       ///< What is `at` reaches `kind`.
  Use,        ///< The call itself handles data of `kind` (of `at`, when given).
  Propagates, ///< `from` flows to `at`.
  Aliases,    ///< `at` becomes a pointer to (or view of) the place `from`.
  Gives,      ///< The result is the object `from`: a reference to it, or a copy.
  Labels,     ///< `labels` are set on what is `at`.
  Strips,     ///< `labels` are removed from what is `at`, and Stripped is set.
  Clears,     ///< `at` holds nothing afterwards.
  Makes,      ///< `at` becomes a pointer to a new object.
  Guards,     ///< If the call has `outcome`, guard `kind` holds for `subject`.
  Tells,      ///< The result is true where the answer `from` is there, and with it its guards.
  EndsGuards, ///< Guard `kind` no longer holds for `subject` (any, if absent).
  Calls,      ///< The callable `at` is called now, with `arguments`.
  Registers,  ///< The callable `at` may be called later, any number of times.
  Binds,      ///< The result is the callable `at` with `arguments` in front or in place.
  Constructs, ///< An object is made `at`, by the constructor that takes `arguments`.
  Capability, ///< Calling, reading, naming or constructing this is `kind`.
  Reads,      ///< Of a field: so much of the object's content goes on when it is read.
  Store,      ///< Writes personal data into the store named by `at`.
  Erase,      ///< Erases from the store named by `at`.
  NoReturn    ///< The call does not return.
};

enum class WriteMode : uint8_t { Adds, Replaces };

enum class Outcome : uint8_t {
  True,    ///< Returns true / nonzero / non-null.
  False,   ///< Returns false / zero / null.
  Returns, ///< Returns at all: it throws or aborts otherwise.
  Passes,  ///< True where it returns a truth value, else as Returns.
  Equals   ///< Returns `outcomeValue` (an integer or a qualified enumerator).
};

struct Effect {
  EffectKind effect = EffectKind::Source;
  Kind kind; ///< Source, Sink, Use, Guards, EndsGuards, Capability.
  std::optional<Port> at;
  std::optional<Port> from;    ///< Propagates, Aliases, Gives; Store: what is written (`of`).
  /// Use, Sink, Source, Guards, EndsGuards: whose data. Capability: of whom.
  std::optional<Port> subject;
  std::optional<Port> purpose; ///< Use, Guards.
  /// Sink: the name under which what is written there is found later: a path.
  std::optional<Port> named;
  std::optional<Port> via;     ///< Sink: what knows where it goes; see kinds `endpoint`.
  std::optional<Port> element; ///< Source: the text that names the kind of data.
  bool isByName = false;       ///< Source: nothing but the name tells.
  std::string namedBy;         ///< Store, Erase: an expression; its group is the store's name.
  bool isNot = false;          ///< Tells: the result is false where the answer is there.
  StepStrength strength = StepStrength::Value; ///< Propagates, Reads.
  WriteMode write = WriteMode::Adds;           ///< Source, Propagates, Aliases.
  Labels labels = 0;           ///< Labels, Strips; Propagates and Sink may add some.
  Outcome outcome = Outcome::True;             ///< Guards.
  std::string outcomeValue;
  std::optional<Port> size; ///< Propagates, Clears: how much of `at` is written.
  /// Propagates, Clears, Calls: arguments that are begin and end (or 0 and size) of one
  /// container, the first of two. It is all written, else what is written there is added.
  std::optional<Port> range;
  std::vector<Port> arguments; ///< Calls, Binds, Constructs: what each parameter receives.
  std::string placeholder;     ///< Binds: `name<N>` is the type that stands for argument N - 1.
  std::string key;             ///< Propagates: the part of an element that is its key.
  std::optional<Port> result;  ///< Calls, Registers: where the callable's result goes.
  std::optional<Port> through; ///< Calls: a callable that each argument goes through before.
  std::vector<When> when;      ///< All must hold.
  std::string note;            ///< For the reader of a finding.
};

/// Which functions a model speaks of. `name` is qualified, without template arguments
/// and inline namespaces; `*` at the end of a component matches any rest of it. A
/// pattern on a base class's method matches derived classes' overrides and uses.
struct FunctionPattern {
  std::string name;
  std::optional<unsigned> arity;       ///< Parameters, without varargs.
  /// Type spellings; "_" matches any, "!x" all but x. A class without its template
  /// arguments matches references to it, too; `...` is any run of letters. May be empty.
  std::vector<std::string> parameters;
  std::string object = {}; ///< Likewise the class of the object, with its template arguments.
};

/// The effects of a model. The models of one entry share them: an entry may name hundreds of
/// functions.
class EffectList {
public:
  EffectList() : list(std::make_shared<const std::vector<Effect>>()) {}
  EffectList(std::vector<Effect> effects)
      : list(std::make_shared<const std::vector<Effect>>(std::move(effects))) {}

  auto begin() const { return list->begin(); }
  auto end() const { return list->end(); }
  bool empty() const { return list->empty(); }
  size_t size() const { return list->size(); }
  const Effect &operator[](size_t index) const { return (*list)[index]; }

private:
  std::shared_ptr<const std::vector<Effect>> list;
};

struct FunctionModel {
  FunctionPattern pattern;
  EffectList effects;
  Origin origin;
  std::string library;
  /// Annotations and the project file win over API models of the same function.
  bool isAnnotation = false;
  /// Of an API model file: where the program has the function itself, what its body shows
  /// counts as well.
  bool isLibrary = false;
  bool hasCLinkage = false; ///< Not for C++ functions of the same name.
  std::string version;      ///< Of the library: where not that of its headers.
};

/// `name` is qualified: a type, `Type::field`, an enumerator or a macro; for Literal it
/// is a regular expression on the text.
struct NameModel {
  enum Of : uint8_t { Type, Field, Enumerator, Macro, Literal } of = Type;
  std::string name;
  EffectList effects; ///< Source, Sink, Use, Capability, Labels, Guards (fields).
  Origin origin;
  std::string library;
  bool isAnnotation = false; ///< As in FunctionModel.
  std::string version;       ///< Likewise.
};

/// An API model file: what its models can be compared with.
struct Api {
  std::string name; ///< The file's, without its ending.
  std::string file; ///< Origin::file of its models.
  std::string library, source;
  std::vector<std::string> headers; ///< As its users include them.
};

/// Whose bodies are not lowered, because models speak for them. The only part of the
/// policy that lowering sees, as a plain value.
struct Boundary {
  std::vector<std::string> namespaces; ///< `std`, `nlohmann`.
  std::vector<std::string> paths;      ///< Globs over absolute paths: `**/vendor/**`.
};

//===----------------------------------------------------------------------===//
// Packs
//===----------------------------------------------------------------------===//

enum class Severity : uint8_t { Note, Warning, Error };
enum class Shape : uint8_t {
  Reaches,
  Guarded,
  Ban,
  After,
  Literal,
  Covers,
  While,
  Missed,
  Unreached,
  Unread
};
enum class Basis : uint8_t { Statute, Secondary };
enum class SubjectNeed : uint8_t { Optional, Required };
/// Literal: whether a value that cannot be told is said to be open.
enum class UnknownValue : uint8_t { Silent, Open };

/// Guarded: what is wrong with a guard that holds and does not count.
enum class Miss : uint8_t {
  None,
  Subject, ///< It is of somebody else.
  Purpose, ///< It is for another purpose.
  Stale,   ///< It was asked before a wait.
  Alone    ///< It counts only beside another one.
};

/// Guarded: where data of `of` goes, a guard with a purpose that is known must have one of
/// these.
struct PurposeNeed {
  std::vector<Kind> of;
  std::string matches;
};

/// Guarded: guards of `guard` count only beside one of `with`.
struct BesideNeed {
  Kind guard;
  std::vector<Kind> with;
};

/// Guarded: guards of `guard` are for data or uses of these kinds only, or for data on its
/// way to these.
struct LimitNeed {
  Kind guard;
  std::vector<Kind> to;
};

/// Values of an argument: texts that match, numbers, enumerators and texts that are listed,
/// or numbers below or above another one.
struct ValueSet {
  std::optional<std::string> matches;
  std::vector<std::string> equals;
  std::optional<double> below, above;
};

struct Citation {
  std::string law;     ///< Key of Pack::laws.
  std::string article; ///< `17(3)(4)`.
  Basis basis = Basis::Secondary;
  std::string asOf;      ///< YYYY-MM-DD.
  std::string validFrom; ///< YYYY-MM-DD.
  std::string text;      ///< Paraphrase; printed only when basis is statute.
};

struct Law {
  std::string key, title, number, url, jurisdiction;
};

/// Keys are languages; `en` is always present and not empty.
using Text = std::map<std::string, std::string>;

struct Rule {
  std::string id; ///< `tamga-label-missing`; a check's name.
  Shape shape = Shape::Reaches;
  Severity severity = Severity::Warning;
  std::vector<Kind> from; ///< Reaches, Guarded: kinds of data.
  std::vector<Kind> exceptFrom;
  std::vector<Kind> to; ///< Reaches, Guarded: kinds of sinks.
  std::vector<Kind> exceptTo;
  /// Guarded, While: Use effects and sources. Ban: capabilities. After: uses that `then` must
  /// follow. Literal: uses whose place is looked at. Covers: stores.
  std::vector<Kind> uses;
  std::vector<Kind> then; ///< After: uses or guards that must follow. Covers: what erases.
  std::optional<ValueSet> allows, forbids; ///< Literal: right values, wrong values.
  UnknownValue unknown = UnknownValue::Silent;
  /// Guarded: one of these must dominate. While: none of these may. Covers: only what is
  /// erased where one of these ends counts.
  std::vector<Kind> guards;
  std::vector<PurposeNeed> purposes; ///< Guarded.
  std::vector<BesideNeed> beside;    ///< Guarded.
  std::vector<LimitNeed> limits;     ///< Guarded.
  std::vector<Kind> fresh;           ///< Guarded: guards that a wait ends.
  /// Missed: tells the findings of the rule `of` whose guard has `miss`.
  std::string of;
  Miss miss = Miss::None;
  SubjectNeed subject = SubjectNeed::Optional;
  StepStrength follows = StepStrength::Computed;
  /// What comes back from an address of these kinds counts (StepStrength::Asked).
  std::vector<Kind> answeredBy;
  /// Text that is an element which data of these kinds has chosen counts as that data.
  std::vector<Kind> chosenBy;
  std::optional<LabelFormula> unless; ///< Reaches: the label that satisfies the rule.
  /// Guarded: a guard counts also where it held when the data came into being.
  bool atSource = false;
  /// Guarded: the words where the whole program has no such guard. Not empty: this is told
  /// once, where the program begins, unless the project has one that is not in its code.
  Text absent;
  /// Less specific rules: where both find one act, this one tells it, with their articles.
  std::vector<std::string> owns;
  std::vector<Citation> citations;
  Text title;   ///< A short sentence without a full stop.
  Text message; ///< `{source}`, `{sink}`, `{use}`, `{kind}`, `{value}`, `{article}` are
                ///< replaced.
  Text satisfy; ///< What would satisfy the rule.
  Text help;    ///< Markdown.
  std::vector<std::string> tags; ///< `external/cwe/cwe-359`.
  /// Further questions of the same rule: what they do not say is as it is here.
  std::vector<Rule> also;
  Origin origin;
};

/// What an article asks, and whether a rule looks for it: silence is no compliance.
struct Provision {
  enum State : uint8_t { Checked, Planned, NotVisible } state = Checked;
  std::string law;     ///< Key of Pack::laws.
  std::string article; ///< `17(3)(4)`.
  std::string duty;    ///< In other words than the law's.
  std::string reason;  ///< Why it is not checked, or not in full.
  std::vector<std::string> rules;
};

struct Pack {
  std::vector<Provision> provisions;
  std::string name, title, version, asOf;
  std::map<std::string, Law> laws;
  std::vector<Rule> rules;
  std::string hash; ///< Hex SHA-256 of the file that names the pack; its parts have their own.
};

//===----------------------------------------------------------------------===//
// The project file and the whole
//===----------------------------------------------------------------------===//

enum class OpenWorld : uint8_t { Report, Defer };

/// A case that the law allows, as somebody answers for it.
struct Exception {
  Origin origin;
  std::string rule;
  std::string reason;             ///< Shown in reports.
  std::string owner, until;       ///< Who answers for it, and when it is to be looked at again.
  std::string approved;           ///< When somebody approved it. Empty: not yet.
  std::vector<std::string> paths; ///< Globs relative to `Project::root`. Empty: all.
  std::vector<std::string> functions; ///< Patterns of enclosing functions. Empty: all.
};

/// What may silence a finding: anything, comments with a reason, or approved exceptions.
enum class Silencing : uint8_t { Any, Reason, Approved };

/// `tamga.json`. Paths are absolute here, whatever the file wrote.
struct Project {
  std::string file;                 ///< Empty: none found.
  std::string root;                 ///< The folder that finding paths are relative to.
  std::vector<std::string> packs;   ///< Names or paths.
  std::vector<std::string> apis;    ///< Extra API model files.
  std::vector<std::string> exclude; ///< Globs relative to `root`: analysed, not reported.
  std::map<std::string, Severity> severities; ///< By rule id.
  std::vector<std::string> disabledRules;
  std::vector<Exception> exceptions;
  std::vector<Kind> has; ///< Guards that the product has outside of its code.
  OpenWorld openWorld = OpenWorld::Report;
  Silencing suppressions = Silencing::Any;
  std::string baseline; ///< The file that lists known findings. Empty: none.
  std::string language = "en";
  bool countsNames = true; ///< What is called like data of people counts, as a note.
  std::vector<Fix> fixes;  ///< In their order: the first that fits is offered.
};

/// Everything that a run knows besides the program.
struct Policy {
  std::vector<Pack> packs;
  std::vector<FunctionModel> functions;
  std::vector<NameModel> names;
  std::vector<Api> apis;
  Boundary boundary;
  Project project;
  std::vector<Element> elements;
  std::vector<Kind> kinds;               ///< All that are registered, sorted.
  std::map<Kind, std::string> kindWords; ///< All that are registered: what each means.
  std::vector<std::string> modelFiles;   ///< Name and hash of what was read: for SARIF.
};

} // namespace tamga::policy

#endif // TAMGA_POLICY_POLICY_H
