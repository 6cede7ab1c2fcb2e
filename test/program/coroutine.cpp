// RUN: %units %s --pack generic -- -std=c++20
//== Units: coroutine
// A task type of one's own, awaited in another unit.
//--- task.h
#include <coroutine>
#include <exception>
#include <string>
#include <utility>
template <class T> class Task {
public:
  struct promise_type {
    T value;
    std::coroutine_handle<> waiting;
    Task get_return_object() { return Task(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(T result) { value = std::move(result); }
    void unhandled_exception() { std::terminate(); }
  };
  explicit Task(std::coroutine_handle<promise_type> handle) : handle(handle) {}
  bool await_ready() const { return handle.done(); }
  void await_suspend(std::coroutine_handle<> waiting) { handle.promise().waiting = waiting; }
  T await_resume() { return std::move(handle.promise().value); }
  T get() { return handle.promise().value; }

private:
  std::coroutine_handle<promise_type> handle;
};
Task<std::string> complete(std::string prompt);
Task<std::string> quiet(std::string prompt);
Task<std::string> passOn(std::string text);
Task<std::string> both();
std::string source();
void sink(const std::string &text);
//--- complete.cpp
#include "task.h"
Task<std::string> complete(std::string) { co_return source(); }
Task<std::string> quiet(std::string prompt) {
  prompt = "quiet";
  co_return prompt;
}
Task<std::string> passOn(std::string text) { co_return text; }
//--- both.cpp
#include "task.h"
Task<std::string> both() {
  std::string text = co_await complete("prompt");
  sink(text); // expect tamga-custom-flow
  sink(co_await quiet("prompt")); // clean
  text += co_await quiet("more");
  co_return text;
}
//--- main.cpp
#include "task.h"
Task<std::string> run() {
  sink(co_await complete("a")); // expect tamga-custom-flow
  sink(co_await quiet("a"));    // clean
  sink(co_await both());        // expect tamga-custom-flow
  sink(co_await passOn(source())); // expect tamga-custom-flow
  sink(co_await passOn("plain"));  // clean
  std::string text = co_await complete("b");
  text = co_await quiet("b");
  sink(text); // overwritten
  co_return "done";
}
int main() {
  Task<std::string> task = run();
  sink(task.get());          // clean
  sink(complete("c").get()); // expect tamga-custom-flow
}
