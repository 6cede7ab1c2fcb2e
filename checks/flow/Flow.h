//===- Flow.h - the flow IR ----------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The program as data flow sees it. Lowering writes it, linking joins it, the
/// solver reads it. It owns integers and strings only, never AST pointers, so
/// that it can be printed, parsed, merged, cached and tested alone.
///
/// Vocabulary
///   value   computed once, by one op or as a constant; has no address.
///   place   where a value can live: a root and steps (`user.*.name`).
///   object  the memory that a root stands for, or that a pointer points at.
///
/// Conventions that lowering follows and the solver relies on
///   - A pointer or reference is a value; `addr` makes one from a place, and the
///     step `*` goes back. References are pointers that are never null.
///   - An object of class type passed or returned by value is one value: `load`
///     takes a snapshot of the whole object, `store` writes all of it.
///   - Construction, copy, move, assignment operators, destruction, `delete` and
///     base/member initialisation are calls with `thisValue`, except trivial copies
///     of trivially copyable objects (and of C structs), which are load + store.
///   - Base class subobjects share the cells of the derived object: fields are
///     told apart by their declaration. Casts along the class path keep the value.
///   - An array decays to the address of element 0 (`addr a.[0]`); `p[i]` is
///     the place `p.*.+i`; `p + i` is the address of that place.
///   - A conditional value (`?:`, `&&`, `||` used as a value) is stored into a
///     temporary on each branch and loaded where the branches meet.
///   - Everything evaluated is in evaluation order; unevaluated operands are absent.
///
/// Invariants are stated beside the fields; FlowVerify checks each of them.
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOW_H
#define TAMGA_FLOW_FLOW_H

#include "llvm/ADT/SmallVector.h"
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace tamga::flow {

/// An index into one table. Default constructed it names nothing.
template <class Tag> struct Id {
  static constexpr uint32_t none = ~0u;
  uint32_t index = none;

  Id() = default;
  explicit constexpr Id(uint32_t index) : index(index) {}
  explicit operator bool() const { return index != none; }
  auto operator<=>(const Id &) const = default;
};

using FileId = Id<struct FileTag>;         ///< Program::files
using TypeId = Id<struct TypeTag>;         ///< Program::types
using FieldId = Id<struct FieldTag>;       ///< Program::fields
using GlobalId = Id<struct GlobalTag>;     ///< Program::globals
using FunctionId = Id<struct FunctionTag>; ///< Program::functions
using LocalId = Id<struct LocalTag>;       ///< Function::locals
using ValueId = Id<struct ValueTag>;       ///< Function::values
using BlockId = Id<struct BlockTag>;       ///< Function::blocks
using MacroId = Id<struct MacroTag>;       ///< Function::macros

/// A region of source as the user sees it (macro expansions at their use).
/// Lines and columns count from 1, columns in bytes; the end is one past the last
/// byte. An invalid location has no file.
struct Location {
  FileId file;
  uint32_t line = 0, column = 0, endLine = 0, endColumn = 0;
  explicit operator bool() const { return bool(file); }
  auto operator<=>(const Location &) const = default;
};

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

enum class TypeKind : uint8_t {
  Void,
  Bool,
  Integer,
  Float,
  Enum,
  Pointer,
  Reference,
  Array,
  Record,
  Function,
  MemberPointer,
  Other
};

/// Types are told apart by `key`. Sugar is removed; qualifiers are not kept.
struct Type {
  TypeKind kind = TypeKind::Other;
  /// Unique in a program: the canonical spelling, with the unit's id appended for
  /// types that are local to a unit.
  std::string key;
  /// Qualified, without template arguments and inline namespaces
  /// (`std::basic_string`); for other kinds the canonical spelling.
  std::string name;
  TypeId pointee;                       ///< Pointer, Reference, Array (the element).
  bool isConstPointee = false;          ///< Pointer, Reference: the pointee is const.
  std::vector<TypeId> bases;            ///< Record: direct bases, in order.
  std::vector<FieldId> fields;          ///< Record: own fields, in order.
  std::vector<TypeId> arguments;        ///< Record: of the template; closure: captures.
  bool isUnion = false;                 ///< Record: all fields are one cell.
  bool isLambda = false;                ///< Record: closure type.
  FunctionId callOperator;              ///< Record: its only `operator()`, if it has one.
  std::vector<std::string> annotations; ///< "tamga:..." texts of all redeclarations.
};

struct Field {
  std::string key;  ///< Unique in a program: the record's key, `::`, name or index.
  std::string name; ///< `profile::iin`; unnamed fields are called `(anonymous)`.
  TypeId type;
  TypeId record;
  /// A pointer to it is also used as one to its record (`container_of`): like a base class
  /// it shares the cells of the record.
  bool isEmbedded = false;
  std::vector<std::string> annotations;
};

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

enum class RootKind : uint8_t {
  Local,  ///< `index` is a LocalId: parameter, variable, temporary, static local.
  This,   ///< The pointer `this`; always followed by `*`, or loaded as a pointer.
  Global, ///< `index` is a GlobalId: global, class static, static local, thread-local.
  Value,  ///< `index` is a ValueId that is a pointer; the first step is `*`.
  VarArgs ///< The variable arguments of this function: `....[i]`.
};

enum class StepKind : uint8_t {
  Deref,     ///< `*`   the object that the pointer stored here points at.
  Field,     ///< `.f`  `index` is a FieldId.
  Base,      ///< `<B>` `index` is a TypeId. Keeps the cell (see above).
  Index,     ///< `[3]` a known element.
  AnyIndex,  ///< `[*]` some element.
  Key,       ///< `["k"]` the element under a known key; `text`.
  Offset,    ///< `+3`  the neighbour in the same array; `+0` is never written.
  AnyOffset, ///< `+*`  some neighbour, or the element itself.
  Capture    ///< `{i}` the i-th capture of a closure.
};

struct Step {
  StepKind kind = StepKind::Deref;
  int64_t index = 0; ///< FieldId, TypeId, element, offset or capture, by kind.
  std::string text;  ///< Key only.
  auto operator<=>(const Step &) const = default;
};

struct Place {
  RootKind root = RootKind::Local;
  uint32_t index = 0;
  llvm::SmallVector<Step, 2> steps;
  bool operator==(const Place &) const = default;
};

enum class LocalKind : uint8_t { Parameter, Variable, Temporary };

/// A parameter's local has the parameter's position as its index: parameters are
/// the first `Function::parameterCount` locals.
struct Local {
  LocalKind kind = LocalKind::Variable;
  std::string name; ///< Empty for temporaries and unnamed parameters.
  TypeId type;
  Location at;
  std::vector<std::string> annotations;
};

//===----------------------------------------------------------------------===//
// Values and ops
//===----------------------------------------------------------------------===//

enum class ValueKind : uint8_t {
  Computed,       ///< The result of the one op that names it.
  Null,           ///< nullptr, NULL.
  Integer,        ///< `integer`; bool and char literals too.
  Float,          ///< `text`.
  String,         ///< `text`, as bytes. A pointer to a read-only object.
  Enumerator,     ///< `integer`, and `text` is the qualified name.
  Function,       ///< `function`.
  MemberFunction, ///< `function`: pointer to member.
  MemberField,    ///< `field`: pointer to member. (Lowering writes the function that
                  ///< gives the field's address.)
  Undefined       ///< Uninitialised.
};

struct Value {
  ValueKind kind = ValueKind::Computed;
  TypeId type;
  int64_t integer = 0;
  std::string text;
  FunctionId function;
  FieldId field;
  MacroId macro; ///< Constants: the macro that spelled it (`HF_ENABLE_FACE_EMOTION`).
};

enum class OpKind : uint8_t {
  // Memory
  Begin, ///< Lifetime of `place` (a local) begins: it holds nothing yet.
  End,   ///< Lifetime of `place` ends. Destructor calls come before it.
  Alloc, ///< result = pointer to a new heap object of `type` (`isArray`: element 0).
  /// Address: result = address of `place`. Load: result = content of `place`. operands are
  /// the values that said which element of an array it is, where that can be text.
  Address,
  Load,
  Store, ///< content of `place` = operand 0.
  // Computation
  Compute, ///< result = `code`(operands).
  Closure, ///< result = a closure of `function`; operand i initialises capture i.
  Call,    ///< See CallKind. operands are the arguments, `thisValue` apart.
  Suspend, ///< co_await, co_yield: operand 0 leaves, result comes back.
  Unknown, ///< Not expressed: `text` is the reason. operands are what it read.
  Landing, ///< First op of a landing block: result = the exception caught (a pointer
           ///< to it, undefined for `catch (...)`); `type` is the type caught.
  // Terminators: the last op of every block, and nowhere else.
  Jump,       ///< targets[0].
  Branch,     ///< operand 0 true: targets[0], else targets[1].
  Switch,     ///< operand 0 equals cases[i]: targets[i]; the last target is default.
  Return,     ///< operand 0, if any, is the result.
  Throw,      ///< operand 0; absent: rethrow. Goes to `landing`.
  Resume,     ///< The exception leaves the function.
  Unreachable ///< Never reached: after a call that does not return.
};

/// What `Compute` does. The comment says what the step means for content:
/// `value` keeps it, `computed` is made of it, `derived` only depends on it.
enum class Code : uint8_t {
  Cast,       ///< value. Conversions that keep the content (also class path casts).
  ToBool,     ///< derived. Conversion to bool: nonzero, non-null.
  Not,        ///< derived. Logical negation.
  Arithmetic, ///< computed. + - * / % & | ^ ~ << >> and unary minus.
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual, ///< derived.
  Compare,      ///< derived. `<=>`, pointer difference, and other comparisons.
  SizeOf,       ///< derived.
  TypeId,       ///< derived.
  Aggregate,    ///< value. operand i becomes element or field i of a record/array value.
  And,
  Or ///< computed. `&` and `|` of truth values: both are evaluated.
};

enum class CallKind : uint8_t {
  Direct,  ///< `function`.
  Virtual, ///< `function` is the static target; dispatch on `*thisValue`.
  Indirect ///< `calleeValue` is a function pointer, member pointer or callable.
};

struct Op {
  OpKind kind = OpKind::Unreachable;
  Code code = Code::Cast;           ///< Compute.
  CallKind call = CallKind::Direct; ///< Call.
  bool isArray = false;             ///< Alloc.
  ValueId result;
  Place place; ///< Begin, End, Address, Load, Store.
  llvm::SmallVector<ValueId, 4> operands;
  FunctionId function; ///< Call (Direct, Virtual), Closure.
  ValueId calleeValue; ///< Call (Indirect).
  ValueId thisValue;   ///< Call of a non-static member.
  TypeId type;         ///< Alloc, Landing, Begin.
  /// Call, Throw, Alloc, Suspend: where an exception goes. None: out of the function.
  BlockId landing;
  llvm::SmallVector<BlockId, 2> targets; ///< Terminators.
  std::vector<int64_t> cases;            ///< Switch: one fewer than targets.
  /// Call, and the condition of Branch and Switch: the words of the source, white space
  /// normalised, at most 160 bytes. Unknown: the reason.
  std::string text;
  Location at;
  MacroId macro; ///< The macro whose expansion this op is, if any.
};

/// Names and spelling of a macro expansion.
struct MacroUse {
  std::vector<std::string> names; ///< From the one the user wrote inwards.
  Location spelling;              ///< Where the tokens are spelled.
};

/// A statement of the main file in a block in braces: another one can stand before it. Only
/// where lowering was asked for them, and not in instances of templates.
struct Statement {
  Location at;
  bool isPlain = false; ///< An expression, a declaration or a return: it has no others in it.
};

struct Block {
  std::vector<Op> ops; ///< Never empty; exactly the last is a terminator.
  bool isDead = false; ///< No path leads here (constant conditions in the source).
};

//===----------------------------------------------------------------------===//
// Functions and programs
//===----------------------------------------------------------------------===//

enum class Linkage : uint8_t { External, Internal };

enum class FunctionKind : uint8_t {
  Plain,
  Method,
  Constructor,
  Destructor,
  Conversion,
  CallOperator,
  GlobalInit ///< The initialiser of one global; runs before all roots.
};

struct Function {
  /// Unique in a program: the mangled name, `@` and the unit appended when internal.
  std::string symbol;
  /// Qualified, without template arguments and inline namespaces: what patterns of
  /// the policy speak of (`cv::FaceRecognizerSF::feature`, `std::vector::push_back`).
  std::string name;
  /// As a reader knows it, with parameter types: `feature(cv::InputArray, ...)`.
  std::string display;
  FunctionKind kind = FunctionKind::Plain;
  Linkage linkage = Linkage::External;
  bool isStatic = false; ///< Static member: no `this`.
  bool isVirtual = false;
  bool isVariadic = false;
  bool isNoReturn = false;
  bool isInline = false;   ///< May be defined in several units (`weak`, too).
  bool isConst = false;    ///< const member.
  bool isCoroutine = false;
  bool isMain = false;
  bool isDefaulted = false; ///< Implicit or `= default`: trivial bodies have no ops.
  TypeId record;            ///< Members: the class.
  TypeId returnType;
  uint32_t parameterCount = 0;
  std::vector<FunctionId> overrides; ///< Directly overridden methods.
  /// Linked programs: other external definitions of the same symbol ("ambiguous").
  /// Call operators of generic lambdas: further instances of the same pattern.
  std::vector<FunctionId> alternatives;
  std::vector<std::string> annotations;
  Location at;

  /// Empty blocks: a declaration, or a body behind the Boundary.
  /// Block 0 is the entry. Nothing jumps to it.
  std::vector<Local> locals;
  std::vector<Value> values;
  std::vector<Block> blocks;
  std::vector<MacroUse> macros;
  std::vector<Statement> statements; ///< In their order; what is around others comes first.
  /// Why the body is not complete: empty when it is. A function with errors has no
  /// blocks and a reason.
  std::string incomplete;

  bool hasBody() const { return !blocks.empty(); }
};

struct Global {
  std::string symbol; ///< As Function::symbol.
  std::string name;   ///< Qualified.
  Linkage linkage = Linkage::External;
  TypeId type;
  bool isConst = false; ///< Never written after its initialisation.
  bool isThreadLocal = false;
  FunctionId initializer; ///< A GlobalInit function, if it has a dynamic one.
  bool isDefinition = false;
  Location at;
  std::vector<std::string> annotations;
};

/// `NOLINT` and its kin, as written; report/ applies them.
struct LintDirective {
  enum Kind : uint8_t { Line, NextLine, Begin, End } kind = Line;
  Location at;
  bool hasChecks = false;          ///< `NOLINT(...)`.
  std::vector<std::string> checks; ///< Globs between the brackets.
  std::string justification;       ///< Text after `):`.
};

struct File {
  std::string path; ///< As the compiler opened it, `.` and `..` removed.
  bool isMain = false;
};

/// A `#include` that was not found, an error of the compiler, a body not lowered.
struct Diagnostic {
  Location at;
  std::string text;
};

/// One unit after lowering; the whole program after linking.
struct Program {
  std::string name;      ///< The main file, or the target.
  bool isLinked = false; ///< Closed world: no caller is elsewhere.
  /// Of the syntax trees, where the program was lowered just now: what parsing has cost.
  uint64_t parsedBytes = 0;
  std::vector<File> files;
  std::vector<Type> types;
  std::vector<Field> fields;
  std::vector<Global> globals;
  std::vector<Function> functions;
  std::vector<LintDirective> directives;
  std::vector<Diagnostic> errors; ///< Not empty: the unit was not parsed whole.

  Type &operator[](TypeId id) { return types[id.index]; }
  Field &operator[](FieldId id) { return fields[id.index]; }
  Global &operator[](GlobalId id) { return globals[id.index]; }
  Function &operator[](FunctionId id) { return functions[id.index]; }
  const File &operator[](FileId id) const { return files[id.index]; }
  const Type &operator[](TypeId id) const { return types[id.index]; }
  const Field &operator[](FieldId id) const { return fields[id.index]; }
  const Global &operator[](GlobalId id) const { return globals[id.index]; }
  const Function &operator[](FunctionId id) const { return functions[id.index]; }
};

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOW_H
