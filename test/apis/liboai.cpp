// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic -- -std=c++20 -I %S/../mock
// liboai: responses, conversations, futures.
#include "liboai/liboai.h"
#include <fstream>
#include <iostream>

void chat(liboai::OpenAI &api, liboai::Conversation &talk) {
  liboai::Response answer = api.ChatCompletion.create("gpt", talk);
  std::cout << answer.content; // expect tamga-label-missing
  std::cout << answer["choices"][0]["message"]["content"].get<std::string>(); // expect tamga-label-missing
  std::cout << answer.status_code << answer.elapsed << answer.url;
  std::cout << answer["usage"]["total_tokens"];
}

void printed(liboai::OpenAI &api, liboai::Conversation &talk) {
  std::cout << api.ChatCompletion.create("gpt", talk); // expect tamga-label-missing
}

void turn(liboai::OpenAI &api) {
  liboai::Conversation talk;
  talk.AddUserData("hello");
  talk.Update(api.ChatCompletion.create("gpt", talk));
  std::cout << talk.GetLastResponse(); // expect tamga-label-missing
}

void later(liboai::OpenAI &api, liboai::Conversation &talk) {
  liboai::FutureResponse future = api.ChatCompletion.create_async("gpt", talk);
  std::cout << future.get().content; // expect tamga-label-missing
}

void speech(liboai::OpenAI &api) {
  std::ofstream("a.mp3") << api.Audio.speech("tts", "alloy", "hello").content; // expect tamga-label-synthetic
}
