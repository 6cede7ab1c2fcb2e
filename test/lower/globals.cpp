// Initialisers are functions, constant ones too; static locals are set once.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
void first(int);
void (*const table[])(int) = {first};
int counted() {
  static int count = 1;
  return ++count;
}
// CHECK: global _ZL5table@{{.*}}const
// CHECK-LABEL: name "counted"
// CHECK: branch undefined: bool [[ONCE:b[0-9]+]]
// CHECK: {{^}}[[ONCE]]:
// CHECK-NEXT: store ::{{.*}}_ZZ7countedvE5count{{.*}} = 1
// CHECK-LABEL: name "table (initializer)"
// CHECK: store {{.*}}.[0] = fn _Z5firsti

// A temporary that a global refers to lives as long as the global.
struct Settings { int level; };
const Settings &settings = Settings{2};
// CHECK-LABEL: name "settings (initializer)"
// CHECK: [[MADE:%[0-9]+]]: {{.*}} = alloc Settings
// CHECK: store [[MADE]].*.Settings::level = 2
// CHECK: store ::{{.*}}settings{{.*}} = [[MADE]]
