// RUN: %check %s --pack kz -- -std=c++20 -I %S/../mock
// Vosk: transcripts, and recognisers that make voice prints.
#include "vosk_api.h"
#include <cstdio>

void transcripts(VoskModel *model, const char *sound, int length) {
  VoskRecognizer *recognizer = vosk_recognizer_new(model, 16000);
  int isEnd = vosk_recognizer_accept_waveform(recognizer, sound, length);
  printf("%d", isEnd);
  puts(vosk_recognizer_partial_result(recognizer)); // expect tamga-label-missing
  puts(vosk_recognizer_result(recognizer)); // expect tamga-label-missing
  printf("%s\n", vosk_recognizer_final_result(recognizer)); // expect tamga-label-missing
}

VoskRecognizer *prints(VoskModel *model, VoskSpkModel *speakers) {
  return vosk_recognizer_new_spk(model, 16000, speakers); // expect tamga-consent-missing
}
