// RUN: %units %s --pack generic -- -std=c++20
//== Units: weak symbols
// A definition that is strong replaces those that are weak.
//--- hooks.h
#include <string>
std::string source();
void sink(const std::string &text);
std::string prompt();
std::string footer();
std::string onlyWeak();
std::string onlyWeakQuiet();
void show(const std::string &text);
extern std::string greeting;
//--- defaults.cpp
#include "hooks.h"
__attribute__((weak)) std::string prompt() { return source(); }
__attribute__((weak)) std::string footer() { return "footer"; }
__attribute__((weak)) std::string onlyWeak() { return source(); }
__attribute__((weak)) std::string onlyWeakQuiet() { return "quiet"; }
__attribute__((weak)) void show(const std::string &text) { sink(text); } // clean
//--- product.cpp
#include "hooks.h"
std::string prompt() { return "prompt"; }
std::string footer() { return source(); }
void show(const std::string &text) {
  sink(text); // expect tamga-custom-flow
  std::string other = text;
  other = "other";
  sink(other); // overwritten
}
//--- main.cpp
#include "hooks.h"
int main() {
  sink(prompt());        // clean
  sink(footer());        // expect tamga-custom-flow
  sink(onlyWeak());      // expect tamga-custom-flow
  sink(onlyWeakQuiet()); // clean
  show(source());
}
