// RUN: %check %s --pack kz --check tamga-label-missing -- -std=c++20 -I %S/../mock
// ONNX Runtime generate(): tokens of a generator, decoded.
#include "ort_genai.h"
#include <cstdio>
#include <iostream>

void whole(const OgaTokenizer &tokenizer, OgaGenerator &generator) {
  while (!generator.IsDone())
    generator.GenerateNextToken();
  OgaString answer =
      tokenizer.Decode(generator.GetSequenceData(0), generator.GetSequenceCount(0));
  std::cout << answer; // expect tamga-label-missing
  std::cout << generator.TokenCount() << generator.GetSequenceCount(0);
}

void streamed(OgaTokenizerStream &stream, OgaGenerator &generator) {
  generator.GenerateNextToken();
  int32_t token = generator.GetNextTokens()[0];
  puts(stream.Decode(token)); // expect tamga-label-missing
}

void plain(OgaTokenizerStream *stream, OgaGenerator *generator, int32_t typed) {
  const int32_t *tokens = nullptr;
  size_t count = 0;
  OgaGenerator_GetNextTokens(generator, &tokens, &count);
  const char *text = nullptr;
  OgaTokenizerStreamDecode(stream, tokens[0], &text);
  puts(text); // expect tamga-label-missing
  printf("%zu", count);
  const char *echo = nullptr;
  OgaTokenizerStreamDecode(stream, typed, &echo);
  puts(echo);
}
