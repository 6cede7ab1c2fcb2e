// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Without NDEBUG an assertion is a guard.
#include "Inputs/guards.h"
#include <cassert>

//== Guards: assert without NDEBUG
void asserted(const Person &person) {
  assert(guard(person));
  use(person); // clean
}
void assertedText(const Person &person) {
  assert(guard(person) && "asked before");
  use(person); // clean
}
void assertedKept(const Person &person) {
  const bool ok = guard(person);
  assert(ok);
  use(person); // clean
}
void assertedOther(const Person &person) {
  assert(person.age > 17);
  use(person); // expect tamga-custom-guard
}
void assertedTurned(const Person &person) {
  assert(!guard(person));
  use(person); // expect tamga-custom-guard
}
void assertedLate(const Person &person) {
  use(person); // expect tamga-custom-guard
  assert(guard(person));
}
