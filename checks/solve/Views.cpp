//===- Views.cpp - pointers and views that stand for text and samples -----------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `const char *`, `std::string_view` and `std::span<float>` are read as what they lead to, as
// it is then:
//
//   std::string text = "hello";
//   std::string_view view = text;
//   text = answer();
//   std::cout << view;
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

using flow::TypeKind;

static bool isScalar(const flow::Program &program, flow::TypeId type) {
  TypeKind kind = program[type].kind;
  return kind == TypeKind::Void || kind == TypeKind::Bool || kind == TypeKind::Integer ||
         kind == TypeKind::Float || kind == TypeKind::Enum;
}

bool isBufferPointer(const flow::Program &program, flow::TypeId type) {
  if (!type || program[type].kind != TypeKind::Pointer)
    return false;
  flow::TypeId pointee = program[type].pointee;
  return !pointee || isScalar(program, pointee);
}

/// Whether objects of \p type are views of text or samples, which belong to the value.
bool Interpreter::isBufferView(flow::TypeId type) const {
  if (!type || !solver.isView(type))
    return false;
  llvm::ArrayRef<flow::TypeId> arguments = program[type].arguments;
  return !arguments.empty() && arguments[0] && isScalar(program, arguments[0]);
}

/// The text that is known of the string whose letter is at \p path.
ConstantId Interpreter::textOfLetter(PathId path) {
  const PathNode letter = tables.paths[path];
  ConstantId whole = isElement(letter) ? domain.read(state, letter.parent).constant : 0;
  return tables.constants[whole].kind == flow::ValueKind::String ? whole : 0;
}

/// Adds to the \p content of such a view what it looks at now: a text that changes, changes
/// for its views.
void Interpreter::addViewed(Datum &content) {
  if (content.pointees.empty())
    return;
  policy::Labels must = ~policy::Labels();
  const llvm::SmallVector<Cell, 2> viewed(content.pointees.begin(), content.pointees.end());
  const bool isEmpty = content.atoms.empty();
  for (Cell cell : viewed) {
    must &= domain.content(state, tables.paths.anyNeighbour(cell.path).path).must;
    for (Cell any : tables.paths.anyNeighbours(cell.path))
      domain.addAtoms(content.atoms, domain.content(state, any.path).atoms);
  }
  if (!content.constant && viewed.size() == 1)
    content.constant = textOfLetter(viewed[0].path);
  content.must = isEmpty ? content.must | must : content.must & must;
}

} // namespace tamga::solve
