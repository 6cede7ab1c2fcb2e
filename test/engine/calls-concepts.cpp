// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Templates that ask what a type can do, and casts that ask what an object is.
#include <concepts>
#include <string>
#include <typeinfo>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Calls: concepts
template <class T>
concept Readable = requires(T t) {
  { t.read() } -> std::convertible_to<int>;
};
struct Sensor {
  int read() { return tainted(); }
};
struct Constant {
  int read() { return 4; }
};
int take(Readable auto &from) { return from.read(); }
template <class T>
int measure(T &from)
  requires Readable<T>
{
  return from.read();
}
template <class T> int choose(T value) {
  if constexpr (std::integral<T>)
    return value;
  else
    return 0;
}
template <std::integral T> int overload(T value) { return value; }
template <class T> int overload(T) { return 0; }
void concepts() {
  Sensor sensor;
  Constant constant;
  sink(take(sensor));              // expect tamga-custom-flow
  sink(take(constant));            // clean
  sink(measure(sensor));           // expect tamga-custom-flow
  sink(measure(constant));         // clean
  sink(choose(tainted()));         // expect tamga-custom-flow
  sink(choose(1.0 * tainted()));   // clean
  sink(overload(tainted()));       // expect tamga-custom-flow
  sink(overload(1.5 * tainted())); // clean
  int number = take(sensor);
  number = take(constant);
  sink(number); // overwritten
}
//== Calls: casts along classes
struct Base {
  virtual ~Base() = default;
  virtual Base *self() { return this; }
  int id = 0;
};
struct Left : virtual Base {
  int left = 0;
  Left *self() override { return this; }
};
struct Right : virtual Base {
  int right = 0;
  virtual int speak() { return 1; }
};
struct Both : Left, Right {
  Both *self() override { return this; }
  int speak() override { return tainted(); }
};
struct Plain : Right {};
void classes() {
  Both both;
  Left *left = &both;
  left->id = tainted();
  Right *right = dynamic_cast<Right *>(left);
  sink(right->id);      // expect tamga-custom-flow
  sink(right->right);   // clean
  sink(right->speak()); // expect tamga-custom-flow
  Plain plain;
  Right &quiet = plain;
  sink(quiet.speak()); // clean
  right->right = tainted();
  sink(both.right);        // expect tamga-custom-flow
  sink(both.self()->left); // clean
  sink(left->self()->id);  // expect tamga-custom-flow
  Base *base = &both;
  if (auto *found = dynamic_cast<Both *>(base))
    sink(found->right); // expect tamga-custom-flow
  if (typeid(*base) == typeid(Both))
    sink(static_cast<Base &>(both).id); // expect tamga-custom-flow
  both.id = 0;
  sink(base->id); // overwritten
}
