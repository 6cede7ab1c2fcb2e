// Calls inside `try` name the first handler; handlers are a chain of landing blocks. What is
// given to a handler is of its type.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
struct Error { int code; };
void work();
void log(int);
void handled() {
  try {
    work();
  } catch (const Error &error) {
    log(error.code);
  } catch (...) {
    throw;
  }
  work();
}
// CHECK-LABEL: name "handled"
// CHECK: call _Z4workv() landing [[FIRST:b[0-9]+]]
// CHECK: {{^}}[[FIRST]]:
// CHECK-NEXT: [[CAUGHT:%[0-9]+]]: {{.*}} = landing(Error)
// CHECK-NEXT: branch undefined: bool [[BODY:b[0-9]+]] [[REST:b[0-9]+]]
// CHECK: {{^}}[[REST]]:
// CHECK-NEXT: = landing
// CHECK-NEXT: [[AGAIN:%[0-9]+]]: {{.*}} = load [[CAUGHT]].*
// CHECK-NEXT: throw [[AGAIN]]
// CHECK: {{^}}[[BODY]]:
// CHECK-NEXT: [[GIVEN:%[0-9]+]]: {{.*}} = landing(Error)
// CHECK-NEXT: store error = [[GIVEN]]

// Destructors of the user's own classes run on the way.
struct Guard {
  ~Guard() { log(1); }
};
void guarded() {
  Guard guard;
  work();
}
// CHECK-LABEL: name "guarded"
// CHECK: call _Z4workv() landing [[PAD:b[0-9]+]]
// CHECK-NEXT: = addr guard
// CHECK-NEXT: call _ZN5GuardD1Ev(this {{%[0-9]+}}) @
// CHECK: {{^}}[[PAD]]:
// CHECK-NEXT: [[THROWN:%[0-9]+]]: {{.*}} = landing
// CHECK: call _ZN5GuardD1Ev(this
// CHECK: throw
