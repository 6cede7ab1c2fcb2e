// RUN: %units %s --pack generic -- -std=c++20
//== Units: callback registration
// Registered in one unit, kept in a second, invoked from a third.
//--- events.h
#include <functional>
#include <string>
#include <vector>
using Listener = std::function<void(const std::string &)>;
void addListener(Listener listener);
void onDone(void (*done)(const char *text, void *user), void *user);
void onError(void (*failed)(const char *text));
void emit(const std::string &text);
void finish(const std::string &text);
void fail(const std::string &text);
class Stream {
public:
  using Chunk = std::function<bool(std::string)>;
  explicit Stream(Chunk chunk) : chunk(std::move(chunk)) {}
  void pump();
  void close();

private:
  Chunk chunk;
};
class Button {
public:
  void connect(std::function<void()> clicked);
  void click();

private:
  std::vector<std::function<void()>> slots;
};
std::string source();
void sink(const std::string &text);
//--- events.cpp
#include "events.h"
static std::vector<Listener> listeners;
static void (*doneCallback)(const char *, void *);
static void *doneUser;
static void (*errorCallback)(const char *);
void addListener(Listener listener) { listeners.push_back(std::move(listener)); }
void onDone(void (*done)(const char *, void *), void *user) {
  doneCallback = done;
  doneUser = user;
}
void onError(void (*failed)(const char *)) { errorCallback = failed; }
void emit(const std::string &text) {
  for (auto &listener : listeners)
    listener(text);
}
void finish(const std::string &text) {
  if (doneCallback)
    doneCallback(text.c_str(), doneUser);
}
void fail(const std::string &text) { errorCallback(text.c_str()); }
void Button::connect(std::function<void()> clicked) { slots.push_back(clicked); }
void Button::click() {
  for (const auto &slot : slots)
    slot();
}
//--- produce.cpp
#include "events.h"
void Stream::pump() { chunk(source()); }
void Stream::close() { chunk("closed"); }
void produce() {
  emit(source());
  finish(source());
  std::string text = source();
  text = "failed";
  fail(text);
}
//--- main.cpp
#include "events.h"
void produce();
struct View {
  std::string shown, title;
};
static void done(const char *text, void *user) {
  sink(text); // expect tamga-custom-flow
  static_cast<View *>(user)->shown = text;
}
static void failed(const char *text) { sink(text); } // overwritten
static void never(const std::string &text) { sink(text); } // clean
int main() {
  View view;
  view.title = "title";
  addListener([](const std::string &text) { sink(text); }); // expect tamga-custom-flow
  addListener([&view](const std::string &text) {
    sink(view.title); // clean
    view.title = "changed";
    sink(text.empty() ? "nothing" : "something"); // clean
  });
  onDone(done, &view);
  onError(failed);
  produce();
  sink(view.shown); // expect tamga-custom-flow
  sink(view.title); // clean
  Stream noisy([](std::string text) {
    sink(text); // expect tamga-custom-flow
    return true;
  });
  noisy.pump();
  Stream quiet([](std::string text) {
    sink(text); // clean
    return true;
  });
  quiet.close();
  std::string kept = source(), plain = "plain";
  Button first, second;
  first.connect([&kept] { sink(kept); });    // expect tamga-custom-flow
  second.connect([plain] { sink(plain); });  // clean
  first.click();
  second.click();
  never("never");
}
