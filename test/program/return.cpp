// RUN: %units %s --pack generic -- -std=c++20
//== Units: return
// What comes back from other units, over up to three of them.
//--- model.h
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>
std::string complete(const std::string &prompt);
std::string version();
const char *lastError();
std::pair<std::string, std::string> completeTwice();
std::optional<std::string> tryComplete(bool isReady);
std::vector<std::string> completeAll(int count);
struct Answer {
  std::string text, model;
};
Answer answer();
Answer *makeAnswer();
std::unique_ptr<Answer> ownAnswer();
std::string polite(std::string text);
std::string forgetful(std::string text);
std::string &buffer();
const std::string &name();
//--- model.cpp
#include "model.h"
std::string source();
std::string complete(const std::string &) { return source(); }
std::string version() { return "1.0"; }
const char *lastError() {
  static std::string last = source();
  last = "none";
  return last.c_str();
}
std::pair<std::string, std::string> completeTwice() { return {"first", source()}; }
std::optional<std::string> tryComplete(bool isReady) {
  if (!isReady)
    return std::nullopt;
  return source();
}
std::vector<std::string> completeAll(int count) {
  std::vector<std::string> all;
  while (count-- > 0)
    all.push_back(complete("next"));
  return all;
}
Answer answer() {
  Answer made;
  made.text = source();
  made.model = "small";
  return made;
}
Answer *makeAnswer() { return new Answer{source(), "large"}; }
std::unique_ptr<Answer> ownAnswer() {
  auto owned = std::make_unique<Answer>();
  owned->text = source();
  owned->model = "owned";
  return owned;
}
//--- words.cpp
#include "model.h"
std::string polite(std::string text) {
  text += ", please";
  return text;
}
std::string forgetful(std::string text) {
  text.clear();
  return text + "?";
}
static std::string shared;
std::string &buffer() { return shared; }
const std::string &name() {
  static const std::string fixed = "tamga";
  return fixed;
}
//--- main.cpp
#include "model.h"
void sink(const std::string &text);
int main() {
  sink(complete("hello")); // expect tamga-custom-flow
  sink(version());         // clean
  sink(lastError());       // overwritten
  auto [first, second] = completeTwice();
  sink(first);  // clean
  sink(second); // expect tamga-custom-flow
  if (auto text = tryComplete(true))
    sink(*text); // expect tamga-custom-flow
  for (const std::string &text : completeAll(3))
    sink(text); // expect tamga-custom-flow
  Answer made = answer();
  sink(made.text);  // expect tamga-custom-flow
  sink(made.model); // clean
  Answer *heap = makeAnswer();
  sink(heap->text);  // expect tamga-custom-flow
  sink(heap->model); // clean
  delete heap;
  auto owned = ownAnswer();
  sink(owned->text);  // expect tamga-custom-flow
  sink(owned->model); // clean
  sink(polite(complete("how are you"))); // expect tamga-custom-flow
  sink(polite(version()));               // clean
  sink(forgetful(complete("again")));    // overwritten
  sink(buffer());                        // clean
  buffer() = complete("kept");
  sink(buffer()); // expect tamga-custom-flow
  buffer() = "gone";
  sink(buffer()); // overwritten
  sink(name());   // clean
}
