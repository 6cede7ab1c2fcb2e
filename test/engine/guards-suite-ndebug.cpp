// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20 -DNDEBUG
// With NDEBUG an assertion is nothing.
#include "Inputs/guards.h"
#include <cassert>

//== Guards: assert with NDEBUG
void asserted(const Person &person) {
  assert(guard(person));
  use(person); // expect tamga-custom-guard
}
void assertedKept(const Person &person) {
  [[maybe_unused]] const bool ok = guard(person);
  assert(ok);
  use(person); // expect tamga-custom-guard
}
void assertedText(const Person &person) {
  assert(guard(person) && "asked before");
  use(person); // expect tamga-custom-guard
}
void assertedAndTested(const Person &person) {
  const bool ok = guard(person);
  assert(ok);
  if (ok)
    use(person); // clean
}
void assertedAndLeft(const Person &person) {
  assert(person.id != 0);
  if (!guard(person))
    return;
  use(person); // clean
}
void assertedRequired(const Person &person) {
  assert(person.age > 17);
  require(person);
  use(person); // clean
}
