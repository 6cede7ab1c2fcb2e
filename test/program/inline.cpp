// RUN: %units %s --pack generic -- -std=c++20
//== Units: inline functions
// The same definition stands in every unit; it is one function and one object.
//--- shared.h
#pragma once
#include <string>
std::string source();
void sink(const std::string &text);
inline std::string decorate(const std::string &text) { return "* " + text; }
inline std::string silence(const std::string &) { return "..."; }
inline void show(const std::string &text) { sink(text); } // expect tamga-custom-flow
inline void showQuiet(const std::string &text) { sink(text); } // clean
inline std::string lastShown;
inline std::string lastTime = "never";
struct Printer {
  void print(const std::string &text) { sink(prefix + text); } // expect tamga-custom-flow
  void printPrefix() { sink(prefix); } // clean
  std::string prefix = "> ";
};
inline std::string &slot() {
  static std::string only;
  return only;
}
template <class T> void keep(T value) { slot() = value; }
//--- first.cpp
#include "shared.h"
void first() {
  show(decorate(source()));
  lastShown = source();
  lastTime = "noon";
  keep(source());
}
//--- second.cpp
#include "shared.h"
void second() {
  showQuiet(decorate("plain"));
  showQuiet(silence(source()));
  show("plain");
  sink(lastShown); // expect tamga-custom-flow
  sink(lastTime);  // clean
  sink(slot());    // expect tamga-custom-flow
}
//--- main.cpp
#include "shared.h"
void first();
void second();
int main() {
  sink(decorate("main")); // clean
  first();
  second();
  Printer printer;
  printer.print(source());
  printer.printPrefix();
  sink(decorate(lastShown)); // expect tamga-custom-flow
  lastShown = silence(lastShown);
  sink(lastShown); // overwritten
}
