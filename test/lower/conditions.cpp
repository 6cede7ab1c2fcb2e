// Conditions are control flow: each part is decided on its own.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
bool check(int);
void use(int);

void guarded(int a, bool off) {
  if (check(a) && !off)
    use(a);
}
// CHECK-LABEL: name "guarded"
// CHECK: [[CHECKED:%[0-9]+]]: bool = call _Z5checki(
// CHECK-NEXT: branch [[CHECKED]] [[RIGHT:b[0-9]+]] [[OUT:b[0-9]+]]
// CHECK: call _Z3usei(
// CHECK: {{^}}[[RIGHT]]:
// CHECK-NEXT: [[OFF:%[0-9]+]]: bool = load off
// CHECK-NEXT: branch [[OFF]] [[OUT]] b{{[0-9]+}}

// As a value, it is stored on each branch and loaded where they meet.
bool value(int a, bool off) { return check(a) || off; }
// CHECK-LABEL: name "value"
// CHECK: store #2 = [[OFF:%[0-9]+]]
// CHECK: store #2 = true
// CHECK: [[RESULT:%[0-9]+]]: bool = load #2
// CHECK-NEXT: return [[RESULT]]

void constant(int a) {
  if (sizeof(int) == 1)
    use(a);
}
// CHECK-LABEL: name "constant"
// CHECK: branch false
// CHECK: {{^}}dead b{{[0-9]+}}:
// CHECK: call _Z3usei(
