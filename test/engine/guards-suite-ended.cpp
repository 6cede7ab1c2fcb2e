// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Guards that are over, and guards of each of several people.
#include "Inputs/guards.h"

//== Guards: ended by a withdrawal
void withdrawn(const Person &person) {
  require(person);
  withdraw(person);
  use(person); // expect tamga-custom-guard
}
void withdrawnLater(const Person &person) {
  require(person);
  use(person); // clean
  withdraw(person);
}
void withdrawnOther(const Person &person, const Person &friendOf) {
  require(person);
  withdraw(friendOf);
  use(person); // clean
}
void withdrawnSometimes(const Person &person) {
  require(person);
  if (coin())
    withdraw(person);
  use(person); // expect tamga-custom-guard
}
void withdrawnRenewed(const Person &person) {
  require(person);
  withdraw(person);
  if (!guard(person))
    return;
  use(person); // clean
}
static void forget(const Person &person) {
  note("forget");
  withdraw(person);
}
void withdrawnByCallee(const Person &person) {
  require(person);
  forget(person);
  use(person); // expect tamga-custom-guard
}
void withdrawnInLoop(const Person &person) {
  require(person);
  while (coin()) {
    use(person); // expect tamga-custom-guard
    withdraw(person);
  }
}
void withdrawnKept(const Person &person) {
  bool ok = guard(person);
  withdraw(person);
  if (ok)
    use(person); // expect tamga-custom-guard
}
void withdrawnLeaves(const Person &person) {
  require(person);
  if (coin()) {
    withdraw(person);
    return;
  }
  use(person); // clean
}

static void forgetAndUse(const Person &person) {
  withdraw(person);
  use(person); // expect tamga-custom-guard
}
void withdrawnBeforeUse(const Person &person) {
  if (guard(person))
    forgetAndUse(person);
}
static void forgetOtherAndUse(const Person &person, const Person &friendOf) {
  withdraw(friendOf);
  use(person); // clean
}
void withdrawnOtherBeforeUse(const Person &person, const Person &friendOf) {
  if (guard(person) && guard(friendOf))
    forgetOtherAndUse(person, friendOf);
}
static void forgetAndAsk(const Person &person) {
  withdraw(person);
  if (guard(person))
    use(person); // clean
}
void withdrawnAndAsked(const Person &person) {
  require(person);
  forgetAndAsk(person);
}
void withdrawnInLambda(const Person &person) {
  require(person);
  auto handle = [&] {
    use(person); // clean
    forget(person);
    use(person); // expect tamga-custom-guard
  };
  handle();
}

//== Guards: one of several subjects
void oneOfTwo(const Person &person, const Person &friendOf) {
  if (!guard(person) || !guard(friendOf))
    return;
  Person who = person;
  if (coin())
    who = friendOf;
  use(who); // clean
}
void oneOfTwoAsked(const Person &person, const Person &friendOf) {
  if (!guard(person))
    return;
  Person who = person;
  if (coin())
    who = friendOf;
  use(who); // expect tamga-custom-guard
}
void oneOfThree(const Person &person, const Person &friendOf, const Person &third) {
  require(person);
  require(third);
  Person who = person;
  if (coin())
    who = friendOf;
  else if (coin())
    who = third;
  use(who); // expect tamga-custom-guard
  require(friendOf);
  use(who); // clean
}
void oneOfTwoPointers(const Person &person, const Person &friendOf) {
  require(person);
  require(friendOf);
  const Person *who = coin() ? &person : &friendOf;
  use(*who); // clean
}
