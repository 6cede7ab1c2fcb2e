// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// A static object that a function returns.
#include <string>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

struct Settings {
  std::string name, path;
  static Settings &get() {
    static Settings settings;
    return settings;
  }
};
//== Memory: static locals
void singletonWrites() { Settings::get().name = source(); }
void singletonReads() {
  sink(Settings::get().name); // expect tamga-custom-flow
  sink(Settings::get().path); // clean
}
