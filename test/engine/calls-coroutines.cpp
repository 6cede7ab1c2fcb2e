// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Coroutines whose types are the program's own: only their bodies say what they do.
#include <coroutine>
int tainted();
int other();
bool more();
void sink(int number);

template <class T> struct Generator {
  struct promise_type {
    T current{};
    Generator get_return_object() {
      return Generator{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T value) {
      current = value;
      return {};
    }
    void return_void() {}
    void unhandled_exception() {}
  };
  explicit Generator(std::coroutine_handle<promise_type> handle) : handle(handle) {}
  bool next() {
    handle.resume();
    return !handle.done();
  }
  T value() const { return handle.promise().current; }
  std::coroutine_handle<promise_type> handle;
};
template <class T> struct Task {
  struct promise_type {
    T result{};
    Task get_return_object() {
      return Task{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(T value) { result = value; }
    void unhandled_exception() {}
  };
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  T await_resume() { return handle.promise().result; }
  T get() const { return handle.promise().result; }
  std::coroutine_handle<promise_type> handle;
};

//== Calls: co_yield
Generator<int> dirty() {
  co_yield 1;
  co_yield tainted();
}
Generator<int> quiet() {
  for (int i = 0; i < 3; ++i)
    co_yield i;
}
Generator<int> passing(int number) { co_yield number; }
void generators() {
  Generator<int> first = dirty(), second = quiet();
  while (first.next())
    sink(first.value()); // expect tamga-custom-flow
  while (second.next())
    sink(second.value()); // clean
  Generator<int> third = passing(tainted());
  third.next();
  int number = third.value();
  sink(number); // expect tamga-custom-flow
  third = passing(other());
  number = third.value();
  sink(number); // overwritten
  Generator<int> fourth = passing(4);
  fourth.next();
  sink(fourth.value()); // clean
  sink(quiet().next()); // clean
  Generator<int> fifth = dirty();
  fifth.next();
  sink(fifth.value() + 1); // expect tamga-custom-flow
}

//== Calls: co_return
Task<int> answer() { co_return tainted(); }
Task<int> fixed(int number) { co_return number; }
Task<int> branching(bool which) {
  if (which)
    co_return tainted();
  co_return 1;
}
void tasks() {
  sink(answer().get());          // expect tamga-custom-flow
  sink(fixed(2).get());          // clean
  sink(fixed(tainted()).get());  // expect tamga-custom-flow
  sink(branching(more()).get()); // expect tamga-custom-flow
  Task<int> task = answer();
  task = fixed(other());
  sink(task.get()); // overwritten
  sink(fixed(other()).get()); // clean
  sink(fixed(1).get() + fixed(2).get()); // clean
}

//== Calls: co_await
struct Delay {
  int delivered;
  bool await_ready() const { return delivered > 3; }
  template <class Promise> void await_suspend(std::coroutine_handle<Promise>) { ++delivered; }
  int await_resume() { return delivered; }
};
struct Source {
  bool await_ready() { return true; }
  void await_suspend(std::coroutine_handle<>) {}
  int await_resume() { return tainted(); }
};
struct Request {
  int number;
  Delay operator co_await() const { return {number}; }
};
Task<int> awaiting() {
  int number = co_await Source();
  sink(number); // expect tamga-custom-flow
  number = co_await Delay{2};
  sink(number); // overwritten
  Delay delay{tainted()};
  sink(co_await delay); // expect tamga-custom-flow
  sink(co_await Request{tainted()}); // expect tamga-custom-flow
  sink(co_await Request{3});         // clean
  int result = co_await fixed(tainted());
  sink(result);           // expect tamga-custom-flow
  sink(co_await fixed(5)); // clean
  co_return co_await answer();
}
Task<int> nested() {
  sink(co_await awaiting()); // expect tamga-custom-flow
  int kept = 0;
  co_await Source();
  sink(kept); // clean
  co_return kept;
}
void awaited() {
  sink(nested().get()); // clean
}
