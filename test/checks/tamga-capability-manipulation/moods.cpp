// RUN: %check %s --pack kz --check tamga-capability-manipulation -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// What a person feels, in a prompt or in what they are shown. Always a note: needs review.
#include "inspireface.h"
#include "tamga/annotations.h"
#include <string>

TAMGA_SOURCE(personal.emotion) std::string moodOf(int person);
TAMGA_CAPABILITY(capability.manipulation) void pressToBuy(int person);
void ask(TAMGA_SINK(sink.model) const std::string &prompt);
void reply(TAMGA_SINK(sink.http) const std::string &page);
void advertise(TAMGA_SINK(sink.persuasion) const std::string &words);
void store(TAMGA_SINK(sink.log) const std::string &line);
TAMGA_GUARDS(guard.human, true) bool wasReviewed();
std::string weather();

void prompt(int person) {
  ask("The user is " + moodOf(person) + ", sell now"); // expect tamga-capability-manipulation: needs review
}
void otherPrompt() { ask("The weather is " + weather()); } // clean
void page(int person) {
  std::string page = "<p>";
  page += moodOf(person);
  reply(page); // expect tamga-capability-manipulation
}
void otherPage(int person) {
  std::string page = "<p>" + std::to_string(person);
  reply(page); // clean
}
void choice(int person) {
  std::string mood = moodOf(person);
  advertise("today only: " + mood); // expect tamga-capability-manipulation
}
void plain() { advertise("today only"); } // clean
void press(int person) {
  pressToBuy(person); // expect tamga-capability-manipulation
}
static std::string greet(const std::string &mood) { return "you look " + mood; }
void inHelper(int person) {
  reply(greet(moodOf(person))); // expect tamga-capability-manipulation
}
void field(HFSession session) {
  HFFaceEmotionResult result;
  HFGetFaceEmotionResult(session, &result);
  ask("emotion " + std::to_string(result.emotion[0])); // expect tamga-capability-manipulation
}
void count(HFSession session) {
  HFMultipleFaceData faces;
  HFExecuteFaceTrack(session, nullptr, &faces);
  ask("faces " + std::to_string(faces.detectedNum)); // clean
}
void reviewed(int person) {
  if (wasReviewed()) // guard
    ask("The user is " + moodOf(person)); // clean
}
void reviewedAfter(int person) {
  ask("The user is " + moodOf(person)); // expect tamga-capability-manipulation
  wasReviewed();
}
void onOnePath(int person, bool isQuick) {
  if (!isQuick && !wasReviewed())
    return;
  ask("The user is " + moodOf(person)); // expect tamga-capability-manipulation
}
void logged(int person) { store(moodOf(person)); } // clean
void replaced(int person) {
  std::string mood = moodOf(person);
  mood = "fine";
  ask("The user is " + mood); // overwritten
}
bool isHappy(int person) { return moodOf(person) == "happy"; } // clean
