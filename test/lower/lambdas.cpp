// A closure is made of what it captures; its body finds the captures in `this`.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
struct Window {
  int width;
  int area(int height) {
    int copied = 2, shared = 3;
    auto run = [copied, &shared, this](int h) { return copied + shared + width + h; };
    return run(height);
  }
};
// CHECK-LABEL: name "Window::area"
// CHECK: [[COPIED:%[0-9]+]]: int = load copied
// CHECK: [[SHARED:%[0-9]+]]: int * = addr shared
// CHECK: [[THIS:%[0-9]+]]: Window * = load this
// CHECK: = closure [[BODY:"?[^(]+]]([[COPIED]], [[SHARED]], [[THIS]])
// CHECK: call [[BODY]](this

// As a function pointer, a lambda is its call operator.
void later(void (*callback)(int));
void registers() {
  later([](int) {});
}
// CHECK-LABEL: name "registers"
// CHECK: call _Z5laterPFviE(fn {{.*}})

// CHECK-LABEL: name "Window::area::(lambda)::operator()"
// CHECK: load this.*.{0}
// CHECK: load this.*.{1}.*
// CHECK: load this.*.{2}.*.Window::width
