// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Conversions to references, callbacks of C, friends.
#include <string>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Calls: conversion operators to references
class Ref {
  int value;

public:
  explicit Ref(int v) : value(v) {}
  operator int &() { return value; }
  operator const int &() const { return value; }
};
struct Proxy {
  std::string &target;
  operator std::string &() { return target; }
  Proxy &operator=(const std::string &t) {
    target = t;
    return *this;
  }
};
void conversions() {
  Ref dirty(tainted()), fine(1);
  int &inside = dirty;
  sink(inside); // expect tamga-custom-flow
  inside = 0;
  sink(static_cast<int &>(dirty)); // overwritten
  static_cast<int &>(fine) = tainted();
  const Ref &constant = fine;
  sink(constant); // expect tamga-custom-flow
  sink(Ref(2));   // clean
  std::string text = "x";
  Proxy proxy{text};
  proxy = source();
  sink(text); // expect tamga-custom-flow
  std::string &again = proxy;
  again = "y";
  sink(text); // overwritten
}
//== Values: using enum, nested unions
enum class Color { Red, Green };
struct Packet {
  enum class Kind { Number, Text } kind = Kind::Number;
  union {
    struct {
      int low, high;
    };
    long whole;
  };
  struct {
    int inner;
    union {
      float f;
      int i;
    };
  } part;
  unsigned flag : 3, rest : 5;
};
int named(Color color) {
  using enum Color;
  switch (color) {
  case Red:
    return tainted();
  case Green:
    return 1;
  }
  return 0;
}
int colored(Color color) {
  using enum Color;
  return color == Red ? 3 : 4;
}
void unions() {
  sink(named(Color::Red));     // expect tamga-custom-flow
  sink(colored(Color::Green)); // clean
  Packet packet{};
  packet.low = tainted();
  sink(packet.low);        // expect tamga-custom-flow
  sink((int)packet.whole); // expect tamga-custom-flow
  sink(packet.part.i);     // clean
  packet.part.f = tainted();
  sink(packet.part.i);     // expect tamga-custom-flow
  sink(packet.part.inner); // clean
  packet.flag = tainted();
  sink(packet.flag); // expect tamga-custom-flow
  sink(packet.rest); // clean
  packet.flag = 0;
  sink(packet.flag); // overwritten
}
//== Calls: extern "C" callbacks
extern "C" {
typedef int (*visit_fn)(int, void *);
int visit_all(const int *cells, int n, visit_fn fn, void *data) {
  for (int i = 0; i < n; ++i)
    if (int r = fn(cells[i], data))
      return r;
  return 0;
}
static int keepLast(int n, void *data) {
  *static_cast<int *>(data) = n;
  return 0;
}
static int returned(int n, void *) { return n; }
}
void callbacks() {
  int dirty[] = {1, tainted()}, fine[] = {1, 2}, kept = 0, quiet = 0;
  visit_all(dirty, 2, keepLast, &kept);
  visit_all(fine, 2, keepLast, &quiet);
  sink(kept);                                   // expect tamga-custom-flow
  sink(quiet);                                  // clean
  sink(visit_all(dirty, 2, returned, nullptr)); // expect tamga-custom-flow
  sink(visit_all(fine, 2, returned, nullptr));  // clean
  int lambdaKept = 0;
  visit_all(
      dirty, 2,
      [](int n, void *d) {
        *(int *)d = n;
        return 0;
      },
      &lambdaKept);
  sink(lambdaKept); // expect tamga-custom-flow
  kept = 0;
  sink(kept); // overwritten
}
//== Calls: friends and inherited constructors
class Account {
  int balance = 0;
  friend int peek(const Account &a) { return a.balance; }
  friend class Auditor;
  friend void put(Account &a, int n);

public:
  Account() = default;
  explicit Account(int b) : balance(b) {}
  friend bool operator==(const Account &, const Account &) = default;
};
void put(Account &a, int n) { a.balance = n; }
class Auditor {
public:
  static int see(const Account &a) { return a.balance; }
};
struct Logged : Account {
  using Account::Account;
  std::string note = "note";
};
void friends() {
  Account a(tainted()), b;
  sink(peek(a));         // expect tamga-custom-flow
  sink(peek(b));         // clean
  sink(Auditor::see(a)); // expect tamga-custom-flow
  put(b, tainted());
  sink(Auditor::see(b)); // expect tamga-custom-flow
  put(b, 1);
  sink(peek(b)); // overwritten
  Logged l(tainted());
  sink(peek(l)); // expect tamga-custom-flow
  sink(l.note);  // clean
}
