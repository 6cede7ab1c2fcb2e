//===- ElementNames.cpp - data that is known by its name --------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The catalogue of data elements tells what names mean. The key of a request's parameter is
// told by the library, so it counts as evidence. What a field or a parameter is called, or
// the key of just any map, counts in projects that have a file of their own, and makes
// notes only.
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

bool Solver::countsNames() const {
  return !policy.project.file.empty() && policy.project.countsNames;
}

policy::Kind Solver::namedKind(llvm::StringRef name, flow::TypeId type) const {
  if (!countsNames() || policy.elements.empty() || !type)
    return {};
  auto [known, isNew] = namedKindCache.try_emplace({name.str(), type.index});
  if (isNew)
    known->second = findNamedKind(name, type);
  return known->second;
}

policy::Kind Solver::findNamedKind(llvm::StringRef name, flow::TypeId type) const {
  while (type && (program[type].kind == flow::TypeKind::Pointer ||
                  program[type].kind == flow::TypeKind::Reference ||
                  program[type].kind == flow::TypeKind::Array))
    type = program[type].pointee;
  if (!type)
    return {};
  // Text, numbers that identify, and dates; not flags, callables or objects of one's own.
  const flow::Type &held = program[type];
  llvm::StringRef spelling = held.name;
  bool isText = spelling.contains("string") || spelling.contains("QString") ||
                spelling.contains("QByteArray") || spelling.contains("QDate") ||
                spelling.contains("chrono::") || spelling == "tm";
  bool isNumber = held.kind == flow::TypeKind::Integer || held.kind == flow::TypeKind::Float;
  if (!(held.kind == flow::TypeKind::Record ? isText : isNumber))
    return {};
  const policy::Element *element =
      elements.find(name.substr(name.rfind(':') + 1), policy::Confidence::Likely);
  return element ? element->kind : policy::Kind();
}

/// The kind of data that the name of the field or parameter at \p path tells; empty: none.
policy::Kind Interpreter::namedKind(PathId path) const {
  const PathNode &node = tables.paths[path];
  if (node.parent && node.step == Step::Field) {
    const flow::Field &field = program.fields[node.index];
    return solver.namedKind(field.name, field.type);
  }
  bool isParameter = !node.parent && node.root == Root::Parameter &&
                     uint64_t(node.index) < function.parameterCount;
  if (!isParameter)
    return {};
  const flow::Local &local = function.locals[node.index];
  return solver.namedKind(local.name, local.type);
}

/// The kind of data that the text at the place of \p effect names; empty: none.
policy::Kind Interpreter::elementKind(CallContext &context, const policy::Effect &effect,
                                      bool isByName) {
  if (isByName && !solver.countsNames())
    return {};
  policy::Confidence least = isByName ? policy::Confidence::Likely : policy::Confidence::Key;
  for (const PortTarget &target : resolve(context, *effect.element))
    for (ConstantId constant : constantsOf(literalAt(target))) {
      const Constant &text = tables.constants[constant];
      const policy::Element *element = text.kind == flow::ValueKind::String
                                           ? solver.elements.find(text.text, least)
                                           : nullptr;
      if (element && policy::isA(element->kind, effect.kind))
        return element->kind;
    }
  return {};
}

/// Whether the object of this call holds what came into the program: a form, a request.
bool Interpreter::holdsInput(CallContext &context) {
  if (!context.hasReceiver)
    return false;
  Datum held = domain.content(context.receiver);
  for (Cell cell : context.receiver.top.pointees)
    domain.addMay(held, domain.content(state, cell.path));
  addDeclaredSources(held);
  return llvm::any_of(held.atoms, [&](const Atom &atom) {
    const Origin &origin = tables.origins[atom.origin];
    return origin.isSource && policy::isA(origin.kind, "input");
  });
}

} // namespace tamga::solve
