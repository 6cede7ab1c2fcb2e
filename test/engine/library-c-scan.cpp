// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Formatted input from strings and files.
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <cwchar>
#include <string>
std::string source();
wchar_t *tainted();
namespace generic {
FILE *source();
}
FILE *opened();
void sink(const std::string &text);
void sink(const char *text);
void sink(const wchar_t *text);
void sink(int number);
void sink(double number);

//== Library: sscanf
void scanned() {
  int number = 0, other = 0;
  char word[32] = "none";
  if (std::sscanf(source().c_str(), "%d %31s", &number, word) == 2) {
    sink(number); // expect tamga-custom-flow
    sink(word);   // expect tamga-custom-flow
  }
  sink(other); // clean
  if (sscanf("12 text", "%d %31s", &number, word) != 2)
    return;
  sink(number); // overwritten
  sink(word);   // overwritten
}
struct Point {
  double x = 0, y = 0;
  int id = 0;
};
bool parse(const char *text, Point &point) {
  return sscanf(text, "(%lf, %lf)", &point.x, &point.y) == 2;
}
void intoFields() {
  Point point, plain;
  point.id = 4;
  if (parse(source().c_str(), point) && parse("(1, 2)", plain)) {
    sink(point.y);  // expect tamga-custom-flow
    sink(point.id); // clean
    sink(plain.y);  // clean
  }
}
void conversions() {
  std::string text = source();
  unsigned year = 0, month = 0;
  char rest[64];
  int taken = sscanf(text.c_str(), "%4u-%2u%63[^\n]", &year, &month, rest);
  sink(static_cast<int>(year * 12 + month)); // expect tamga-custom-flow
  sink(rest);                                // expect tamga-custom-flow
  sink(taken == 3 ? "complete" : "partial"); // clean
}
void inLoop(const char *const *rows, int count) {
  int sum = 0, all = 0, value = 0;
  for (int i = 0; i < count; ++i) {
    if (sscanf(rows[i], "%d", &value) == 1)
      sum += value;
    if (sscanf(source().c_str(), "%d", &value) == 1)
      all += value;
  }
  sink(all); // expect tamga-custom-flow
  sink(sum); // clean
}

//== Library: fscanf, scanf, vsscanf
void fromFile() {
  int number = 0, plain = 0;
  char name[16];
  fscanf(generic::source(), "%d %15s", &number, name);
  sink(number); // expect tamga-custom-flow
  sink(name);   // expect tamga-custom-flow
  fscanf(opened(), "%d", &plain);
  sink(plain); // clean
  if (fscanf(opened(), "%d %15s", &number, name) != 2)
    return;
  sink(number); // overwritten
  sink(name);   // overwritten
}
void fromTerminal() {
  std::string text = source();
  int number = static_cast<int>(text[0]);
  sink(number); // expect tamga-custom-flow
  if (scanf("%d", &number) != 1)
    return;
  sink(number); // overwritten
  char word[16];
  scanf("%15s", word);
  sink(word); // clean
}
int scan(const char *text, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int count = vsscanf(text, format, arguments);
  va_end(arguments);
  return count;
}
void throughList() {
  int number = 0, other = 0;
  scan(source().c_str(), "%d", &number);
  scan("3", "%d", &other);
  sink(number); // expect tamga-custom-flow
  sink(other);  // clean
}

//== Library: swscanf, fwscanf
void wide() {
  int number = 0, plain = 0;
  wchar_t word[16];
  swscanf(tainted(), L"%d %15ls", &number, word);
  sink(number); // expect tamga-custom-flow
  sink(word);   // expect tamga-custom-flow
  swscanf(L"3", L"%d", &plain);
  sink(plain); // clean
  if (swscanf(L"3 x", L"%d %15ls", &number, word) != 2)
    return;
  sink(word); // overwritten
}
void wideFile() {
  wchar_t word[16], line[32], other[32];
  fwscanf(generic::source(), L"%15ls", word);
  sink(word); // expect tamga-custom-flow
  if (fgetws(line, 32, generic::source()))
    sink(line); // expect tamga-custom-flow
  if (fgetws(other, 32, opened()))
    sink(other); // clean
  wcscpy(line, other);
  sink(line); // overwritten
  sink(static_cast<int>(wcslen(word))); // clean
}
