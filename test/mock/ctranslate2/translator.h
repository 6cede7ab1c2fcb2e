//===- translator.h - declarations for tests ------------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of CTranslate2.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ctranslate2 {

struct TranslationResult {
  std::vector<std::vector<std::string>> hypotheses;
  std::vector<float> scores;
  const std::vector<std::string> &output() const { return hypotheses[0]; }
  float score() const { return scores[0]; }
};

class Translator {
public:
  std::vector<TranslationResult>
  translate_batch(const std::vector<std::vector<std::string>> &source);
};

} // namespace ctranslate2
