//===- FlowRemap.h - new numbers for the tables of a program  ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_FLOW_FLOWREMAP_H
#define TAMGA_FLOW_FLOWREMAP_H

#include "Flow.h"

namespace tamga::flow {

/// Where each entry of each table went. Ids that a table does not hold stay as they are,
/// which keeps `none`.
struct Remap {
  std::vector<uint32_t> files, types, fields, globals, functions;

  void apply(FileId &id) const { move(id, files); }
  void apply(TypeId &id) const { move(id, types); }
  void apply(FieldId &id) const { move(id, fields); }
  void apply(GlobalId &id) const { move(id, globals); }
  void apply(FunctionId &id) const { move(id, functions); }

  /// All ids of the tables above that the struct holds, at any depth.
  void apply(Location &at) const { apply(at.file); }
  void apply(Type &of) const;
  void apply(Field &of) const;
  void apply(Global &of) const;
  void apply(Place &of) const;
  void apply(Op &of) const;
  void apply(Function &of) const;

private:
  template <class Tag> static void move(Id<Tag> &id, const std::vector<uint32_t> &to) {
    if (id.index < to.size())
      id.index = to[id.index];
  }
};

} // namespace tamga::flow

#endif // TAMGA_FLOW_FLOWREMAP_H
