// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Numbers through every kind of expression.
#include <utility>
int tainted();
int other();
void sink(int number);
void sink(long number);
void sink(double number);
void sink(bool truth);

//== Values: assignment
void assigned() {
  int a = tainted();
  int b = a;
  sink(b); // expect tamga-custom-flow
  b = other();
  sink(b); // overwritten
}
//== Values: compound assignment
void compound() {
  int sum = 0;
  sum += tainted();
  sink(sum); // expect tamga-custom-flow
  int clean = 1;
  clean += other();
  sink(clean); // clean
}
//== Values: increment and decrement
void increments() {
  int i = tainted();
  ++i;
  sink(i--); // expect tamga-custom-flow
  int j = 0;
  j++;
  sink(++j); // clean
}
//== Values: arithmetic
void arithmetic() {
  sink(2 * tainted() + 1);     // expect tamga-custom-flow
  sink(-tainted());            // expect tamga-custom-flow
  sink(~(tainted() << 3) & 7); // expect tamga-custom-flow
  sink(other() * 2); // clean
}
//== Values: casts
void casts() {
  sink((long)tainted());                 // expect tamga-custom-flow
  sink(static_cast<double>(tainted()));  // expect tamga-custom-flow
  sink(int(double(tainted())));          // expect tamga-custom-flow
  sink(static_cast<long>(other())); // clean
}
//== Values: conditional operator
void conditional(bool which) {
  sink(which ? tainted() : 0); // expect tamga-custom-flow
  sink(which ? 1 : 2); // clean
  sink(tainted() ? 1 : 2); // clean
}
//== Values: conditional operator as an lvalue
void conditionalPlace(bool which) {
  int a = 0, b = 0, c = 0;
  (which ? a : b) = tainted();
  sink(a); // expect tamga-custom-flow
  sink(b); // expect tamga-custom-flow
  sink(c); // clean
}
//== Values: comma
void comma() {
  sink((other(), tainted())); // expect tamga-custom-flow
  sink((tainted(), other())); // clean
}
//== Values: what only depends on the content
void comparisons() {
  sink(tainted() == 3); // clean
  sink(tainted() > other()); // clean
  sink(!tainted()); // clean
  sink(tainted() && other()); // clean
}
void sizes() {
  int a = tainted();
  sink(int(sizeof(a))); // clean
}
int later(int value = tainted());
//== Values: default arguments
int defaulted(int value = tainted()) { return value; }
void defaults() {
  sink(defaulted()); // expect tamga-custom-flow
  sink(defaulted(1)); // clean
}
enum Color { red, green };
//== Values: enums
void enums() {
  Color color = static_cast<Color>(tainted());
  sink(static_cast<int>(color)); // expect tamga-custom-flow
  sink(static_cast<int>(green)); // clean
}
//== Values: auto
auto deduced() { return tainted(); }
void autos() {
  auto a = deduced();
  sink(a); // expect tamga-custom-flow
  auto b = other();
  sink(b); // clean
}
