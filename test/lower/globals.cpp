// Initialisers are functions, constant ones too; static locals that run code are set once.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
void first(int);
int start();
void (*const table[])(int) = {first};
int counted() {
  static int count = start();
  static int last = 1;
  return ++count + last;
}
// CHECK: global _ZL5table@{{.*}}const
// CHECK-LABEL: name "counted"
// CHECK: branch undefined: bool [[ONCE:b[0-9]+]]
// CHECK: {{^}}[[ONCE]]:
// CHECK-NEXT: [[START:%[0-9]+]]: int = call {{.*}}start
// CHECK-NEXT: store ::{{.*}}_ZZ7countedvE5count{{.*}} = [[START]]
// CHECK-NOT: E4last{{.*}} =
// CHECK-LABEL: name "table (initializer)"
// CHECK: store {{.*}}.[0] = fn _Z5firsti

// A temporary that a global refers to lives as long as the global.
struct Settings { int level; };
const Settings &settings = Settings{2};
// CHECK-LABEL: name "settings (initializer)"
// CHECK: [[MADE:%[0-9]+]]: {{.*}} = alloc Settings
// CHECK: store [[MADE]].*.Settings::level = 2
// CHECK: store ::{{.*}}settings{{.*}} = [[MADE]]
// CHECK-LABEL: name "counted::last (initializer)"
// CHECK: store ::{{.*}}E4last{{.*}} = 1
