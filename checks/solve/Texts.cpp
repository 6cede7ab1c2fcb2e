//===- Texts.cpp - texts that change ----------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A text that is known may be the key of a map. One of which a letter was written, or a part
// was cut off, is another text, of which nothing is known:
//
//   std::string key = "Name";
//   for (char &letter : key) letter = tolower(letter);
//   texts[key]                                            any of them
//
//===----------------------------------------------------------------------===//

#include "Interpret.h"

namespace tamga::solve {

static void forgetConstant(const Tables &tables, Datum &text) {
  if (tables.constants[text.constant].kind == flow::ValueKind::String)
    text.constant = 0;
}

void Domain::forgetText(State &state, PathId path) {
  const ObjectCells *cells = object(state, path);
  const Datum *text = cells ? cells->find(path) : nullptr;
  if (text && text->constant)
    forgetConstant(tables, objectForWriting(state, path).entryFor(tables.paths, path));
}

/// A letter of a text is written at \p path.
void Domain::forgetTextAbove(ObjectCells &object, PathId path) const {
  const PathTable &paths = tables.paths;
  for (; isElement(paths[path]); path = paths[path].parent)
    if (const Datum *text = object.find(paths[path].parent); text && text->constant)
      forgetConstant(tables, object.entryFor(paths, paths[path].parent));
}

/// Some letters of the text at \p at are gone, it is not known which.
void Interpreter::cutText(CallContext &context, policy::Port at) {
  at.steps.pop_back();
  if (at.root == policy::Port::Return && at.steps.empty())
    forgetConstant(tables, context.result.top);
  for (const PortTarget &target : resolve(context, at))
    for (Cell cell : target.cells)
      domain.forgetText(state, cell.path);
}

} // namespace tamga::solve
