// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Virtual calls, function pointers, pointers to members.
#include <memory>
#include <string>
std::string source();
void sink(const std::string &text);

struct Speaker {
  virtual ~Speaker() = default;
  virtual void say(const std::string &text) = 0;
  virtual std::string word() const { return "word"; }
};
struct Loud : Speaker {
  void say(const std::string &text) override { sink(text); } // expect tamga-custom-flow
  std::string word() const override { return source(); }
};
struct Mute : Speaker {
  void say(const std::string &) override {}
};
//== Calls: virtual dispatch
void any(Speaker &speaker) { speaker.say(source()); }
//== Calls: exact dispatch
void exactlyMute() {
  Mute mute;
  Speaker *speaker = &mute;
  sink(speaker->word()); // clean
}
void exactlyLoud() {
  Speaker *speaker = new Loud;
  sink(speaker->word()); // expect tamga-custom-flow
  delete speaker;
}
void loudOwned() {
  std::unique_ptr<Speaker> owned = std::make_unique<Loud>();
  sink(owned->word()); // expect tamga-custom-flow
}
void qualified(Loud &loud) { sink(loud.Speaker::word()); } // clean

//== Calls: function pointers
void show(const std::string &text) { sink(text); } // expect tamga-custom-flow
void hide(const std::string &) {}
void throughPointer() {
  void (*action)(const std::string &) = show;
  action(source());
  action = hide;
  action(source());
}
//== Calls: arrays of function pointers
void table(int index) {
  void (*actions[])(const std::string &) = {show, hide};
  actions[index](source());
}
//== Calls: function pointers
void perform(void (*action)(const std::string &), const std::string &text) { action(text); }
void performed() {
  perform(show, source());
  perform(hide, source());
}
void showClean(const std::string &text) { sink(text); } // clean
void performedClean() { perform(showClean, "text"); }

struct Printer {
  void print(const std::string &text) { sink(text); } // expect tamga-custom-flow
  void skip(const std::string &) {}
};
//== Calls: pointers to member functions
void memberPointer(Printer &printer) {
  void (Printer::*method)(const std::string &) = &Printer::print;
  (printer.*method)(source());
}

struct Left : virtual Speaker {};
struct Right : virtual Speaker {
  void say(const std::string &text) override { sink(text); } // expect tamga-custom-flow
};
struct Both : Left, Right {};
//== Calls: multiple and virtual inheritance
void diamond() {
  Both both;
  Left &left = both;
  left.say(source());
}
//== Calls: callbacks with user data
void user(void (*callback)(void *), void *data) { callback(data); }
void onData(void *data) { sink(*static_cast<std::string *>(data)); } // expect tamga-custom-flow
void userData() {
  std::string text = source();
  user(onData, &text);
}
