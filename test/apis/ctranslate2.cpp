// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// CTranslate2: translations.
#include "ctranslate2/translator.h"
#include <iostream>

void translated(ctranslate2::Translator &translator,
                const std::vector<std::vector<std::string>> &source) {
  std::vector<ctranslate2::TranslationResult> results = translator.translate_batch(source);
  for (const std::string &token : results[0].output())
    std::cout << token; // expect tamga-label-missing
  std::cout << results[0].hypotheses[0][0]; // expect tamga-label-missing
  std::cout << results.size() << source[0][0];
}
