// RUN: %check %s --pack %S/Inputs/kinds.json -- -std=c++20 -I %S/../mock
// LiteRT-LM: answers, and answers piece by piece.
#include "runtime/engine/engine.h"
#include <iostream>

using namespace litert::lm;

void answer(Engine::Session &session, const std::string &question) {
  auto responses = session.GenerateContent({InputText(question)});
  std::cout << *responses->GetResponseTextAt(0); // expect tamga-custom-output
  std::cout << question;                         // clean
}

void decoded(Engine::Session &session) {
  absl::StatusOr<Responses> responses = session.RunDecode();
  std::string text = *responses->GetResponseTextAt(0);
  std::cout << text; // expect tamga-custom-output
}

struct Printer : InferenceObservable {
  void OnNext(const Responses &responses) override {
    std::cout << *responses.GetResponseTextAt(0); // expect tamga-custom-output
  }
  void OnDone() override { std::cout << "done"; } // clean
};

void streamed(Engine::Session &session, const std::string &question) {
  Printer printer;
  session.GenerateContentStream({InputText(question)}, &printer);
}
