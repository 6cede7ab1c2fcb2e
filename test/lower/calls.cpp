// Direct, virtual and indirect calls; what reference parameters receive.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
struct Base { virtual void show(const int &); };
struct Last final : Base { void show(const int &) override; };
struct Api { void (*run)(int); };

void calls(Base &base, Last &last, Api *api, int value) {
  base.show(value);
  base.Base::show(value);
  last.show(value);
  api->run(value);
}
// CHECK-LABEL: name "calls"
// CHECK: [[BASE:%[0-9]+]]: Base * = load base
// CHECK: [[VALUE:%[0-9]+]]: {{.*}} = addr value
// CHECK: call virtual _ZN4Base4showERKi(this [[BASE]], [[VALUE]]) "base.show(value)"
// CHECK: call _ZN4Base4showERKi(this
// CHECK: call _ZN4Last4showERKi(this
// CHECK: [[POINTER:%[0-9]+]]: void (*)(int) = load api.*.Api::run
// CHECK: call [[POINTER]](

[[noreturn]] void fail();
int ends(int a) {
  if (a)
    fail();
  return a;
}
// CHECK-LABEL: name "ends"
// CHECK: call _Z4failv()
// CHECK-NEXT: unreachable

void defaults(int a, int b = 4);
void expanded() { defaults(1); }
// CHECK-LABEL: name "expanded"
// CHECK: call _Z8defaultsii(1, 4) "defaults(1)"

struct Shape { int edges; };
void print(const char *format, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, format);
  int first = __builtin_va_arg(list, int);
  __builtin_va_end(list);
}
// CHECK-LABEL: name "print"
// CHECK: = addr ....[*]
// CHECK: store list.[0] =
// CHECK: load list.[0].*
