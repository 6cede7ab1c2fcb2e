// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++23
// Calls that C++23 brought, and what is known when it compiles.
#include <string>
#include <type_traits>
#include <utility>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Calls: deducing this
struct Box {
  int value;
  template <class Self> auto &&get(this Self &&self) { return std::forward<Self>(self).value; }
  int plus(this const Box &self, int more) { return self.value + more; }
  int copied(this Box self) {
    self.value += 1;
    return self.value;
  }
};
template <class T> struct Named {
  std::string label(this const T &self) { return self.text + "!"; }
};
struct Plate : Named<Plate> {
  std::string text;
};
void deduced() {
  Box dirty{tainted()}, fine{other()};
  sink(dirty.get());          // expect tamga-custom-flow
  sink(fine.get());           // clean
  sink(dirty.plus(1));        // expect tamga-custom-flow
  sink(fine.plus(tainted())); // expect tamga-custom-flow
  sink(fine.plus(2));         // clean
  sink(dirty.copied());       // expect tamga-custom-flow
  fine.get() = tainted();
  sink(fine.value); // expect tamga-custom-flow
  fine.get() = 0;
  sink(fine.value);           // overwritten
  sink(Box{tainted()}.get()); // expect tamga-custom-flow
  Plate plate, plain;
  plate.text = source();
  plain.text = "x";
  sink(plate.label()); // expect tamga-custom-flow
  sink(plain.label()); // clean
  auto fact = [](this auto self, int n) -> int { return n < 2 ? 1 : n * self(n - 1); };
  sink(fact(tainted())); // expect tamga-custom-flow
  sink(fact(4));         // clean
}
//== Calls: static and multidimensional operators
struct Twice {
  static int operator()(int n) { return n * 2; }
};
struct Grid {
  int cells[9] = {};
  int &operator[](int x, int y) { return cells[x * 3 + y]; }
  int operator[](int x) const { return cells[x]; }
};
template <class F> int run(F f, int n) { return f(n); }
void operators() {
  sink(Twice()(tainted()));                             // expect tamga-custom-flow
  sink(Twice{}(3));                                     // clean
  sink(run(Twice{}, tainted()));                        // expect tamga-custom-flow
  sink(run(Twice{}, 1));                                // clean
  sink(run([](int n) static { return n; }, tainted())); // expect tamga-custom-flow
  Grid grid, plain;
  grid[1, 2] = tainted();
  sink(grid[1, 2]);  // expect tamga-custom-flow
  sink(plain[1, 2]); // clean
  plain[0, 0] = 3;
  sink(plain[0, 0]); // clean
  int number = grid[1, 2];
  number = plain[2, 2];
  sink(number); // overwritten
}
//== Control: if consteval and constexpr functions
constexpr int pick(int n) {
  if consteval {
    return 0;
  } else {
    return n;
  }
}
constexpr int square(int n) { return n * n; }
consteval int fixed(int n) { return n + 1; }
constexpr int table[] = {square(2), fixed(3)};
void constants() {
  sink(pick(tainted()));   // expect tamga-custom-flow
  sink(square(tainted())); // expect tamga-custom-flow
  sink(square(3));         // clean
  sink(fixed(3));          // clean
  sink(table[1]);          // clean
  constexpr int known = pick(3);
  int number = tainted();
  number = known;
  sink(number); // overwritten
  if (std::is_constant_evaluated())
    sink(tainted()); // clean
}
