//===- Strength.h - how much of content goes on by a step -------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef TAMGA_POLICY_STRENGTH_H
#define TAMGA_POLICY_STRENGTH_H

#include <algorithm>
#include <cstdint>
#include <optional>

namespace tamga::policy {

/// What a step does to content; each includes the ones before it, but for Asked and Chosen:
/// only rules that say so count what answers (`Rule::answeredBy`) and what was chosen
/// (`Rule::chosenBy`).
enum class StepStrength : uint8_t {
  Value,    ///< Copy, cast, move.
  Computed, ///< Arithmetic, concatenation, formatting.
  Asked,    ///< Of models only: the answer of what is at this address.
  Chosen,   ///< An element that it said which one of several it is: `labels[index]`.
  Derived,  ///< Length, comparison, hash, count, id, score.
  Position  ///< Of models only: which one something is, if it was chosen.
};

/// What goes on of content of which \p first went on, by a step that lets \p then: nothing of
/// the length of what was chosen, or of what a length has chosen.
inline std::optional<StepStrength> composed(StepStrength first, StepStrength then) {
  if (then == StepStrength::Position)
    return first == StepStrength::Chosen ? std::optional(first) : std::nullopt;
  StepStrength most = std::max(first, then);
  bool isLost = most == StepStrength::Derived && std::min(first, then) == StepStrength::Chosen;
  return isLost ? std::nullopt : std::optional(most);
}

} // namespace tamga::policy

#endif // TAMGA_POLICY_STRENGTH_H
