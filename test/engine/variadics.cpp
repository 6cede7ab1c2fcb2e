// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Arguments without a parameter, in C's way.
#include <cstdarg>
#include <cstdio>
#include <string>
const char *source();
int tainted();
void sink(const char *text);
void sink(int number);

//== Values: variadics
int total(int count, ...) {
  va_list list;
  va_start(list, count);
  int sum = 0;
  for (int i = 0; i < count; i++)
    sum += va_arg(list, int);
  va_end(list);
  return sum;
}
void sums() {
  sink(total(2, 1, tainted())); // expect tamga-custom-flow
  sink(total(2, 1, 2)); // clean
}
void format(char *out, const char *pattern, ...) {
  va_list list;
  va_start(list, pattern);
  std::vsnprintf(out, 64, pattern, list);
  va_end(list);
}
void formats() {
  char line[64], clean[64];
  format(line, "%s", source());
  sink(line); // expect tamga-custom-flow
  format(clean, "%s", "text");
  sink(clean); // clean
}
