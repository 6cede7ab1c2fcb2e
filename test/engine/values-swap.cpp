// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Each takes what the other had.
#include <utility>
int tainted();
int other();
void sink(int number);
void sink(long number);
void sink(double number);
void sink(bool truth);

void swapped() {
  int a = tainted(), b = 0;
  std::swap(a, b);
  sink(b); // expect tamga-custom-flow
  sink(a);
}
