// In C an assignment is no lvalue and a function no pointer; both have a place.
// RUN: %tamga lower --unit %s -- -std=c11 | FileCheck %s
struct pair { int first, second; };
void run(int);
void chain(struct pair from, int flag) {
  struct pair a, b;
  b = a = from;
  void (*call)(int) = flag ? run : 0;
  call(b.first);
}
// CHECK-LABEL: fn chain(
// CHECK: store a = [[FROM:%[0-9]+]]
// CHECK-NEXT: [[COPY:%[0-9]+]]: pair = load a
// CHECK-NEXT: store b = [[COPY]]
// CHECK: store #{{[0-9]+}} = fn run
// CHECK: [[CALL:%[0-9]+]]: void (*)(int) = load call
// CHECK: call [[CALL]](

void pointed(void (*callee)(int)) {
  (*callee)(1);
  (**callee)(2);
  void (*same)(int) = &*callee;
  same(3);
}
// CHECK-LABEL: fn pointed(
// CHECK: [[FIRST:%[0-9]+]]: void (*)(int) = load callee
// CHECK: call [[FIRST]](1
// CHECK: [[SECOND:%[0-9]+]]: void (*)(int) = load callee
// CHECK: call [[SECOND]](2
// CHECK: [[THIRD:%[0-9]+]]: void (*)(int) = load callee
// CHECK: store same = [[THIRD]]
// CHECK-NOT: unknown
