// What every generated program can use, analysed or run.
#pragma once
#include "library.h"

template <class T> using Pointer = T *;

template <class T> struct Generator {
  struct promise_type {
    T current{};
    Generator get_return_object() {
      return Generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T value) {
      current = std::move(value);
      return {};
    }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  explicit Generator(std::coroutine_handle<promise_type> from) : handle(from) {}
  Generator(Generator &&other) noexcept : handle(std::exchange(other.handle, {})) {}
  ~Generator() {
    if (handle)
      handle.destroy();
  }
  bool next() {
    handle.resume();
    return !handle.done();
  }
  T &value() { return handle.promise().current; }

private:
  std::coroutine_handle<promise_type> handle;
};

struct Person {
  int id = 0;
  std::string name;
};
