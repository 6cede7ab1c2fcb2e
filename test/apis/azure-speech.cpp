// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// Azure Speech: recognised once and by events; a synthetic voice.
#include "azure/speechapi_cxx.h"
#include <iostream>

using namespace Microsoft::CognitiveServices::Speech;

bool hasConsent();

void once(SpeechRecognizer &recognizer) {
  auto result = recognizer.RecognizeOnceAsync().get(); // expect tamga-custom-person
  std::cout << result->Text;                           // expect tamga-custom-output
}

void events(SpeechRecognizer &recognizer) {
  recognizer.Recognized.Connect([](const SpeechRecognitionEventArgs &event) {
    std::cout << event.Result->Text; // expect tamga-custom-output
  });
  recognizer.SessionStopped.Connect([](const SessionEventArgs &) { std::cout << "stopped"; }); // clean
  if (hasConsent())
    recognizer.StartContinuousRecognitionAsync(); // clean
  recognizer.StartContinuousRecognitionAsync();   // expect tamga-custom-person
}

void spoken(SpeechSynthesizer &synthesizer, const std::string &text) {
  synthesizer.SpeakTextAsync(text).get(); // expect tamga-custom-output
}
