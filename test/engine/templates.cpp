// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <string>
#include <type_traits>
#include <utility>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

template <class T> T same(T value) { return value; }
//== Calls: templates
void functions() {
  sink(same(source())); // expect tamga-custom-flow
  sink(same(tainted())); // expect tamga-custom-flow
  sink(same(3)); // clean
}
template <class T> class Holder {
public:
  void set(T value) { held = value; }
  const T &get() const { return held; }

private:
  T held{};
};
void classes() {
  Holder<std::string> text;
  text.set(source());
  sink(text.get()); // expect tamga-custom-flow
  Holder<std::string> clean;
  clean.set("text");
  sink(clean.get()); // clean
  Holder<int> number;
  number.set(tainted());
  sink(number.get()); // expect tamga-custom-flow
}
template <class Derived> struct Shape {
  void draw() { static_cast<Derived *>(this)->paint(); }
};
struct Circle : Shape<Circle> {
  std::string text;
  void paint() { sink(text); } // expect tamga-custom-flow
};
struct Square : Shape<Square> {
  std::string text;
  void paint() { sink(text); } // clean
};
//== Calls: CRTP
void curious() {
  Circle circle;
  circle.text = source();
  circle.draw();
  Square square;
  square.text = "text";
  square.draw();
}
template <class... Parts> std::string join(const Parts &...parts) {
  std::string text;
  ((text += parts), ...);
  return text;
}
//== Calls: variadic templates
void variadic() {
  sink(join("a", source(), "b")); // expect tamga-custom-flow
  sink(join("a", "b")); // clean
}
template <class First> void each(const First &first) { sink(first); } // expect tamga-custom-flow
template <class First, class... Rest> void each(const First &first, const Rest &...rest) {
  sink(first); // clean
  each(rest...);
}
void recursive() { each(std::string("text"), source()); }
template <class T> void choose(const T &value) {
  if constexpr (std::is_integral_v<T>)
    sink(3); // clean
  else
    sink(value); // expect tamga-custom-flow
}
//== Control: if constexpr
void constant() {
  choose(source());
  choose(tainted());
}
template <int Index> int pick(int a, int b) { return Index == 0 ? a : b; }
//== Calls: templates
void values() {
  sink(pick<0>(tainted(), 1)); // expect tamga-custom-flow
  sink(pick<1>(tainted(), 1)); // clean
}
template <class T> struct Special {
  static T get() { return T(); }
};
template <> struct Special<std::string> {
  static std::string get() { return source(); }
};
void specialised() {
  sink(Special<std::string>::get()); // expect tamga-custom-flow
  sink(Special<int>::get()); // clean
}
template <class T>
concept Number = std::is_arithmetic_v<T>;
int twice(Number auto value) { return value * 2; }
void constrained() {
  sink(twice(tainted())); // expect tamga-custom-flow
  sink(twice(4)); // clean
}
