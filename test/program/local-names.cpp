// RUN: %units %s --pack generic -- -std=c++20
//== Units: anonymous namespaces and statics of one name
// Each unit has its own `read`, `Buffer` and `cache`.
//--- units.h
#include <string>
std::string source();
void sink(const std::string &text);
std::string fromOne();
std::string fromTwo();
void showOne();
void showTwo();
std::string nextOne();
std::string nextTwo();
//--- one.cpp
#include "units.h"
namespace {
std::string read() { return source(); }
struct Buffer {
  std::string text = source();
  std::string get() const { return text; }
};
std::string cache;
} // namespace
static int counter;
static std::string helper(const std::string &text) { return text; }
std::string fromOne() {
  cache = read();
  ++counter;
  return helper(cache);
}
void showOne() {
  sink(Buffer().get()); // expect tamga-custom-flow
  sink(cache);          // expect tamga-custom-flow
  sink(read());         // expect tamga-custom-flow
}
std::string nextOne() {
  static std::string kept;
  std::string before = kept;
  kept = source();
  return before;
}
//--- two.cpp
#include "units.h"
namespace {
std::string read() { return "two"; }
struct Buffer {
  std::string text = "buffer";
  std::string get() const { return text; }
};
std::string cache;
} // namespace
static int counter;
static std::string helper(const std::string &) { return "helped"; }
std::string fromTwo() {
  cache = helper(source());
  ++counter;
  return read();
}
void showTwo() {
  sink(Buffer().get()); // clean
  sink(cache);          // clean
  sink(read());         // clean
}
std::string nextTwo() {
  static std::string kept;
  std::string before = kept;
  kept = "kept";
  return before;
}
//--- main.cpp
#include "units.h"
static std::string read() { return "main"; }
int main() {
  sink(fromOne()); // expect tamga-custom-flow
  sink(fromTwo()); // clean
  showOne();
  showTwo();
  sink(read()); // clean
  nextOne();
  sink(nextOne()); // expect tamga-custom-flow
  nextTwo();
  sink(nextTwo()); // clean
  std::string text = fromOne();
  text = fromTwo();
  sink(text); // overwritten
}
