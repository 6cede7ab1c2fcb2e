// What a coroutine gives lies in the elements of what it returns.
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
// CHECK: store #1.[*] = [[GIVEN:%[0-9]+]]
// CHECK: suspend [[GIVEN]]
// CHECK: [[ELEMENT:%[0-9]+]]: int = load {{#[0-9]+}}.[*]
// CHECK-NEXT: [[BACK:%[0-9]+]]: int = suspend [[ELEMENT]]
// CHECK-NEXT: store got = [[BACK]]
// CHECK: store #1.[*] =
// CHECK-NEXT: [[TASK:%[0-9]+]]: Task = load #1
// CHECK: return [[TASK]]
