// A coroutine calls its promise, an object that outlives it, and asks its awaiters.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
namespace std {
template <class Result, class...> struct coroutine_traits {
  using promise_type = typename Result::promise_type;
};
template <class = void> struct coroutine_handle {
  static coroutine_handle from_address(void *) noexcept;
  template <class Promise> coroutine_handle(coroutine_handle<Promise>) noexcept;
  coroutine_handle() noexcept;
};
} // namespace std
struct Never {
  bool await_ready() noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume() noexcept;
};
struct Task {
  struct promise_type {
    Task get_return_object();
    Never initial_suspend();
    Never final_suspend() noexcept;
    void unhandled_exception();
    void return_value(int);
    Never yield_value(int);
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
Task inner();
Task outer(int a) {
  co_yield a;
  int got = co_await inner();
  co_return got;
}
// CHECK-LABEL: name "outer"
// CHECK: [[PROMISE:%[0-9]+]]: Task::promise_type * = alloc Task::promise_type
// CHECK: = call _ZN4Task12promise_type17get_return_objectEv(this [[PROMISE]])
// CHECK: call _ZN4Task12promise_type15initial_suspendEv(this [[PROMISE]]) landing [[THROWN:b[0-9]+]]
// CHECK: call _ZN5Never11await_readyEv
// The exception goes to the promise.
// CHECK: {{^}}[[THROWN]]:
// CHECK: = landing
// CHECK: call _ZN4Task12promise_type19unhandled_exceptionEv(this [[PROMISE]])
// CHECK: call _ZN4Task12promise_type13final_suspendEv(this [[PROMISE]])
// co_yield
// CHECK: call _ZN4Task12promise_type11yield_valueEi(this [[PROMISE]], [[GIVEN:%[0-9]+]])
// CHECK: call _Z5innerv
// CHECK: branch undefined: bool [[RESUMED:b[0-9]+]] [[LEFT:b[0-9]+]]
// CHECK: {{^}}[[LEFT]]:
// CHECK: return
// co_await, co_return
// CHECK: [[BACK:%[0-9]+]]: int = call _ZN4Task12await_resumeEv
// CHECK-NEXT: store got = [[BACK]]
// CHECK: call _ZN4Task12promise_type12return_valueEi(this [[PROMISE]]
