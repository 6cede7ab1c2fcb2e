// `if consteval` has no condition: what runs is the side for run time.
// RUN: %tamga lower --unit %s -- -std=c++23 | FileCheck %s
int running();
constexpr int whenConstant() { return 1; }

constexpr int either() {
  if consteval {
    return whenConstant();
  } else {
    return running();
  }
}
// CHECK-LABEL: name "either"
// CHECK-NOT: whenConstant
// CHECK: call _Z7runningv()
// CHECK-NOT: whenConstant

constexpr int negated() {
  if !consteval {
    return running();
  }
  return whenConstant();
}
// CHECK-LABEL: name "negated"
// CHECK: call _Z7runningv()

constexpr int oneSided() {
  if consteval {
    return whenConstant();
  }
  return 2;
}
// CHECK-LABEL: name "oneSided"
// CHECK-NOT: whenConstant
// CHECK: return 2

int use() { return either() + negated() + oneSided(); }
// CHECK-LABEL: name "use"
