// RUN: %check %s --pack kz --check tamga-capability-banned -- -std=c++20 -I %include
// The way that leads to a wrapper is told, and that nothing leads to one.
#include "tamga/annotations.h"
#include <functional>

TAMGA_CAPABILITY(capability.banned) void cloneVoice(int speaker);

static void inner(int speaker) {
  cloneVoice(speaker); // expect tamga-capability-banned
}
static void wrap(int speaker) {
  if (speaker > 0)
    inner(speaker); // expect-step: calls `inner`
}
void answer(int speaker) {
  wrap(speaker); // expect-step: calls `wrap`
}

// Only as a value.
static void later(int speaker) {
  cloneVoice(speaker); // expect tamga-capability-banned
}
std::function<void(int)> make() {
  return later; // expect-step: calls `later`
}
static void byTable(int speaker) {
  cloneVoice(speaker); // expect tamga-capability-banned
}
void (*const table[])(int) = {byTable};

struct Speaker {
  virtual ~Speaker() = default;
  virtual void speak() = 0;
};
namespace {
struct Clone : Speaker {
  void speak() override {
    cloneVoice(3); // expect tamga-capability-banned
  }
};
Clone clone;
} // namespace
void say(Speaker &speaker) {
  speaker.speak();
}

// Nothing in this file calls it, and no other can.
static void unused(int speaker) {
  cloneVoice(speaker); // expect tamga-capability-banned // expect-step: unreachable
}
static void unusedToo(int speaker) {
  unused(speaker);
  cloneVoice(speaker); // expect tamga-capability-banned // expect-step: unreachable
}
