//===- EffectReader.h - effects, from JSON and annotations ----------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_EFFECTREADER_H
#define TAMGA_POLICY_EFFECTREADER_H

#include "Tables.h"

namespace tamga::policy {

/// One effect as JSON writes it. The key that names it holds its most important word.
struct EffectForm {
  llvm::StringLiteral key;
  EffectKind effect;
  llvm::ArrayRef<Field<Effect>> fields;
};

/// The effects of functions, and those of types, fields, enumerators, macros and
/// literals, which have no arguments and so no places.
llvm::ArrayRef<EffectForm> functionForms();
llvm::ArrayRef<EffectForm> objectForms();

/// The list at key `effects`.
void readEffects(ReadContext &context, const JsonPlace &at, llvm::ArrayRef<EffectForm> forms,
                 std::vector<Effect> &out);

llvm::ArrayRef<Field<When>> whenFields();

} // namespace tamga::policy

#endif // TAMGA_POLICY_EFFECTREADER_H
