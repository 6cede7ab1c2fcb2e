// RUN: %check %s --pack kz --check tamga-label-missing --check tamga-label-synthetic -- -std=c++20 -I %S/../mock
// openai-cpp: what a remote model said, and what is only about it.
#include "openai/openai.hpp"
#include <iostream>

using nlohmann::json;

void chat() {
  json answer = openai::chat().create({{"model", "gpt"}});
  std::cout << answer.dump(2); // expect tamga-label-missing
  std::cout << answer["choices"][0]["message"]["content"]; // expect tamga-label-missing
  std::cout << answer["choices"][0]["message"]["content"].get<std::string>(); // expect tamga-label-missing
  std::cout << answer["usage"]["total_tokens"];
  std::cout << answer["model"];
}

void completion() {
  auto &api = openai::start();
  std::cout << api.completion.create({{"prompt", "hello"}})["choices"][0]["text"]; // expect tamga-label-missing
  std::cout << api.model.list()["data"][0];
  std::cout << api.file.upload({{"file", "a.txt"}})["id"];
  std::cout << api.embedding.create({{"input", "a"}}).dump();
}

void sound() {
  json heard = openai::audio().transcribe({{"file", "a.mp3"}});
  std::cout << heard["text"]; // expect tamga-label-missing
  std::cout << openai::audio().translate({{"file", "a.mp3"}}).dump(); // expect tamga-label-missing
}

void picture() {
  json made = openai::image().create({{"prompt", "a cat"}});
  std::cout << made["data"][0]["url"];
  std::cout << made["data"][0]["b64_json"]; // expect tamga-label-synthetic
}
