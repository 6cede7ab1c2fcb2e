// Pointers, references, elements and members are places.
// RUN: %tamga lower --unit %s -- -std=c++20 | FileCheck %s
struct Profile { const char *name; };
struct User { Profile profile; Profile *other; int &age; };

void members(User *user, User &same) {
  user->profile.name = "a";
  same.other->name = "b";
  same.age = 3;
}
// CHECK-LABEL: name "members"
// CHECK: store user.*.User::profile.Profile::name = "a"
// CHECK: store same.*.User::other.*.Profile::name = "b"
// CHECK: store same.*.User::age.* = 3

void elements(int *p, int i) {
  int a[4];
  a[2] = 1;
  a[i] = 2;
  p[1] = 3;
  *(p + i) = 4;
  int *next = a + 1;
  next[1] = 5;
}
// CHECK-LABEL: name "elements"
// CHECK: store a.[2] = 1
// CHECK: store a.[*] = 2
// CHECK: store p.*.+1 = 3
// CHECK: store p.*.+* = 4
// CHECK: addr a.[1]
// CHECK: store next.*.+1 = 5

void bindings(User &user) {
  auto &[profile, other, age] = user;
  profile.name = "c";
}
// CHECK-LABEL: name "bindings"
// CHECK: store {{.*}}.*.User::profile.Profile::name = "c"

void literals() {
  char text[] = "abc";
  const char *pointer = "def";
}
// CHECK-LABEL: name "literals"
// CHECK: [[TEXT:%[0-9]+]]: char[4] = load {{.*}}"abc"
// CHECK: store text = [[TEXT]]
// CHECK: store pointer = "def"
