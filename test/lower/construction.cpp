// Objects are built where they live; destructors run where the scope ends.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
struct Token {
  explicit Token(int);
  Token(Token &&);
  ~Token();
};
void use();
int scope(int a) {
  Token token(a);
  if (a)
    return 1;
  use();
  return 2;
}
// CHECK-LABEL: name "scope"
// CHECK: begin token: Token
// CHECK: [[OBJECT:%[0-9]+]]: Token * = addr token
// CHECK: call _ZN5TokenC1Ei(this [[OBJECT]],
// CHECK: call _ZN5TokenD1Ev(this
// CHECK-NEXT: end token
// CHECK-NEXT: return 1
// CHECK: call _Z3usev()
// CHECK: call _ZN5TokenD1Ev(this
// CHECK-NEXT: end token
// CHECK-NEXT: return 2

// The variable is the result: neither moved nor destroyed.
Token named(int a) {
  Token result(a);
  return result;
}
// CHECK-LABEL: name "named"
// CHECK: [[RESULT:%[0-9]+]]: Token = load result
// CHECK-NOT: D1Ev
// CHECK: return [[RESULT]]

struct Owner {
  Token first;
  int count = 7;
  Owner(int a) : first(a) {}
  ~Owner() { use(); }
};
// CHECK-LABEL: name "Owner::Owner"
// CHECK: [[FIRST:%[0-9]+]]: Token * = addr this.*.Owner::first
// CHECK: call _ZN5TokenC1Ei(this [[FIRST]],
// CHECK: store this.*.Owner::count = 7

// CHECK-LABEL: name "Owner::~Owner"
// CHECK: call _Z3usev()
// CHECK: [[FIRST:%[0-9]+]]: Token * = addr this.*.Owner::first
// CHECK: call _ZN5TokenD1Ev(this [[FIRST]])

void heap(int a) {
  Owner *owner = new Owner(a);
  delete owner;
}
// CHECK-LABEL: name "heap"
// CHECK: [[NEW:%[0-9]+]]: Owner * = alloc Owner
// CHECK: call _ZN5OwnerC1Ei(this [[NEW]],
// CHECK: call _ZN5OwnerD1Ev(this
// CHECK: call _ZdlPv
