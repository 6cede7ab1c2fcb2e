// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Guards in coroutines.
#include "Inputs/guards.h"
#include <coroutine>
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

//== Guards: coroutines
Task asks(const Person &person) {
  if (!guard(person))
    co_return;
  use(person); // clean
}
Task asksNot(const Person &person) {
  note("start");
  use(person); // expect tamga-custom-guard
  co_return;
}
Task requires_(Person person) {
  require(person);
  use(person); // clean
  co_await std::suspend_always{};
}
Task usesFirst(Person person) {
  use(person); // expect tamga-custom-guard
  co_await std::suspend_always{};
  require(person);
}
Task onOneBranch(Person person) {
  if (coin())
    require(person);
  co_await std::suspend_always{};
  use(person); // expect tamga-custom-guard
}
Task asksAfterwards(Person person) {
  co_await std::suspend_always{};
  if (guard(person))
    use(person); // clean
}
