// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Function objects that carry data, and members that are called by pointer.
#include <functional>
#include <string>
#include <utility>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Calls: functors by value
struct Adder {
  int amount;
  int operator()(int number) const { return number + amount; }
};
template <class F> int apply(F function, int number) { return function(number); }
int applyAdder(Adder adder, int number) { return adder(number); }
template <class F> auto twice(F &&function, int number) { return function(function(number)); }
template <class F, class... A> decltype(auto) forwardTo(F &&f, A &&...a) { return std::forward<F>(f)(std::forward<A>(a)...); }
struct Sum { int total = 0; void operator()(int n) { total += n; } };
template <class F> F each(F f, int a, int b) { f(a); f(b); return f; }
template <class F> struct Holder { F f; int run(int x) { return f(x); } };
void functors() {
  Adder dirty{tainted()}, fine{other()};
  sink(apply(dirty, 1)); // expect tamga-custom-flow
  sink(apply(fine, 1)); // clean
  sink(applyAdder(dirty, 1)); // expect tamga-custom-flow
  sink(applyAdder(fine, 2)); // clean
  sink(apply(Adder{tainted()}, 1)); // expect tamga-custom-flow
  sink(apply(Adder{2}, tainted())); // expect tamga-custom-flow
  sink(apply(Adder{2}, 3)); // clean
  sink(twice(dirty, 1)); // expect tamga-custom-flow
  sink(twice(fine, 1)); // clean
  sink(forwardTo(dirty, 3)); // expect tamga-custom-flow
  sink(forwardTo(fine, 3)); // clean
  sink(forwardTo(fine, tainted())); // expect tamga-custom-flow
  sink(each(Sum(), tainted(), 1).total); // expect tamga-custom-flow
  sink(each(Sum(), other(), 1).total); // clean
  Holder<Adder> holder{dirty};
  sink(holder.run(1)); // expect tamga-custom-flow
  Holder<Adder> quiet{fine};
  sink(quiet.run(1)); // clean
  Holder deduced{[d = tainted()](int x) { return d + x; }};
  sink(deduced.run(2)); // expect tamga-custom-flow
  dirty.amount = 0;
  sink(apply(dirty, 1)); // overwritten
}

//== Calls: std::invoke and mem_fn on members
struct Person { std::string name; int age; int next() const { return age + 1; } };
void invoked() {
  Person person{source(), other()};
  sink(std::invoke(&Person::name, person)); // expect tamga-custom-flow
  sink(std::invoke(&Person::age, person)); // clean
  sink(std::invoke(&Person::name, &person)); // expect tamga-custom-flow
  std::invoke(&Person::age, person) = tainted();
  sink(person.age); // expect tamga-custom-flow
  sink(std::invoke(&Person::next, person)); // expect tamga-custom-flow
  person.age = 3;
  sink(std::invoke(&Person::age, person)); // overwritten
  auto get = std::mem_fn(&Person::name);
  sink(get(person)); // expect tamga-custom-flow
}

