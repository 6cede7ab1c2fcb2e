// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Guards and functions that are values.
#include "Inputs/guards.h"
#include <algorithm>
#include <functional>
#include <vector>
void later(std::function<void()> action);
void now(std::function<void()> action);

//== Guards: where a callback is registered
void registered(const Person &person) {
  require(person);
  later([&] { use(person); }); // expect tamga-custom-guard
}
void registeredTested(const Person &person) {
  if (guard(person))
    later([person] { use(person); }); // expect tamga-custom-guard
}
void registeredAsksItself(const Person &person) {
  later([person] {
    if (guard(person))
      use(person); // clean
  });
}
void registeredRequires(const Person &person) {
  later([&] {
    require(person);
    use(person); // clean
  });
}
void registeredNamed(const Person &person) {
  auto action = [&] { use(person); }; // expect tamga-custom-guard
  require(person);
  later(action);
}
void calledNow(const Person &person) {
  require(person);
  now([&] { use(person); }); // clean
}
void calledNowUnasked(const Person &person) {
  now([&] { use(person); }); // expect tamga-custom-guard
}
void calledByAlgorithm(const Person &person, const std::vector<int> &turns) {
  require(person);
  std::for_each(turns.begin(), turns.end(), [&](int) { use(person); }); // clean
}

//== Guards: lambdas
void lambdaAsks(const Person &person) {
  auto allowed = [&] { return guard(person); };
  if (allowed())
    use(person); // clean
}
void lambdaAsksParameter(const Person &person) {
  auto allowed = [](const Person &one) { return one.age > 17 && guard(one); };
  if (allowed(person))
    use(person); // clean
}
void lambdaAsksOther(const Person &person) {
  auto allowed = [](const Person &one) { return one.age > 17; };
  if (allowed(person))
    use(person); // expect tamga-custom-guard
}
void lambdaTurned(const Person &person) {
  auto refused = [&] { return !guard(person); };
  if (refused())
    use(person); // expect tamga-custom-guard
}
void lambdaUses(const Person &person) {
  auto store = [&] { use(person); }; // clean
  if (guard(person))
    store();
}
void lambdaUsesUnasked(const Person &person) {
  auto store = [&](int turn) {
    if (turn > 0)
      use(person); // expect tamga-custom-guard
  };
  store(2);
}
void lambdaAtOnce(const Person &person) {
  const bool ok = [&] {
    if (person.age < 18)
      return false;
    return guard(person);
  }();
  if (ok)
    use(person); // clean
}
void lambdaSetsFlag(const Person &person) {
  bool ok = false;
  auto ask = [&] { ok = guard(person); };
  ask();
  if (ok)
    use(person); // clean
}
void lambdaGeneric(const Person &person) {
  auto allowed = [](const auto &one) { return guard(one); };
  if (!allowed(person))
    return;
  use(person); // clean
}

//== Guards: function values
static bool asks(const Person &person) { return guard(person); }
static bool asksNot(const Person &) { return true; }
void pointerAsks(const Person &person) {
  bool (*check)(const Person &) = asks;
  if (check(person))
    use(person); // clean
}
void pointerAsksNot(const Person &person) {
  bool (*check)(const Person &) = asksNot;
  if (check(person))
    use(person); // expect tamga-custom-guard
}
void functionAsks(const Person &person) {
  std::function<bool(const Person &)> check = asks;
  if (check(person))
    use(person); // clean
}
void functionAsksLambda(const Person &person) {
  std::function<bool()> check = [&] { return guard(person); };
  if (check())
    use(person); // clean
}
void functionAsksNot(const Person &person) {
  std::function<bool(const Person &)> check = [](const Person &one) { return one.id != 0; };
  if (check(person))
    use(person); // expect tamga-custom-guard
}
void functionEither(const Person &person) {
  bool (*check)(const Person &) = coin() ? asks : asksNot;
  if (check(person))
    use(person); // expect tamga-custom-guard
}
template <class Check> static bool passes(const Person &person, Check check) {
  return check(person);
}
void templateAsks(const Person &person) {
  if (passes(person, asks))
    use(person); // clean
}
void templateAsksNot(const Person &person) {
  if (passes(person, [](const Person &one) { return one.age > 17; }))
    use(person); // expect tamga-custom-guard
}
class Desk {
public:
  explicit Desk(std::function<bool(const Person &)> check) : check(std::move(check)) {}
  void serve(const Person &person) {
    if (check(person))
      use(person); // clean
  }

private:
  std::function<bool(const Person &)> check;
};
void deskAsks(const Person &person) {
  Desk desk(asks);
  desk.serve(person);
}
