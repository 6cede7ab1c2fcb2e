// RUN: %check %s --pack kz --check tamga-capability-manipulation -- -std=c++20 -I %include
// A shop assistant: the mood of a customer is read from a call, kept in a profile, and ends up
// in what the assistant is told to say, unless an editor has looked at it.
#include "tamga/annotations.h"
#include <map>
#include <string>

TAMGA_SOURCE(personal.emotion) std::string moodOf(int call);
void ask(TAMGA_SINK(sink.model) const std::string &prompt);
void advertise(TAMGA_SINK(sink.persuasion) const std::string &words);
TAMGA_GUARDS(guard.human, true) bool editorAgreed();

struct Profile {
  std::string name;
  std::string mood;
};

class Profiles {
public:
  void learn(int call) { profiles[call] = {"customer", moodOf(call)}; }
  const Profile &of(int call) const { return profiles.at(call); }

private:
  std::map<int, Profile> profiles;
};

class Prompt {
public:
  Prompt &about(const std::string &words) {
    text += "The customer is " + words + ". ";
    return *this;
  }
  const std::string &words() const { return text; }

private:
  std::string text;
};

class Assistant {
public:
  explicit Assistant(const Profiles &profiles) : profiles(profiles) {}
  void sell(int call) {
    Prompt prompt;
    prompt.about(profiles.of(call).mood);
    ask(prompt.words()); // expect tamga-capability-manipulation: needs review
  }
  void sellReviewed(int call) {
    Prompt prompt;
    prompt.about(profiles.of(call).mood);
    if (!editorAgreed()) // guard
      return;
    ask(prompt.words()); // clean
  }
  void offer(int call) {
    if (editorAgreed()) // guard
      advertise("only now: " + profiles.of(call).mood); // clean
  }
  void plain() {
    Prompt prompt;
    prompt.about("new");
    ask(prompt.words()); // clean
  }

private:
  const Profiles &profiles;
};

void call(int number) {
  Profiles profiles;
  profiles.learn(number);
  Assistant assistant(profiles);
  assistant.sell(number);
  assistant.sellReviewed(number);
  assistant.offer(number);
  assistant.plain();
}
