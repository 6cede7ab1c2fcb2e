// RUN: %units %s --pack generic -- -std=c++20
//== Units: initialisers of globals
// What runs before `main`, in any unit.
//--- config.h
#include <map>
#include <string>
#include <vector>
std::string source();
void sink(const std::string &text);
struct Defaults {
  Defaults();
  std::string text, name;
};
extern const std::string banner;
extern const std::string title;
extern Defaults defaults;
extern const std::string copied;
extern std::map<std::string, std::string> table;
extern const std::vector<std::string> words;
extern std::string changed;
extern const char *const labels[2];
struct Options {
  static const std::string answer;
  static std::string plain;
};
//--- config.cpp
#include "config.h"
const std::string banner = source();
const std::string title = "title";
Defaults::Defaults() : text(source()), name("defaults") {}
Defaults defaults;
std::map<std::string, std::string> table = {{"a", source()}, {"b", "b"}};
const std::vector<std::string> words{"one", source()};
std::string changed = source();
const char *const labels[2] = {"yes", "no"};
const std::string Options::answer = [] { return source() + "."; }();
std::string Options::plain{"plain"};
//--- copy.cpp
#include "config.h"
const std::string copied = banner;
static const std::string ownCopy = title;
static struct AtStart {
  AtStart() {
    kept = source();
    other = "other";
  }
  std::string kept, other;
} atStart;
void show() {
  sink(copied);       // expect tamga-custom-flow
  sink(ownCopy);      // clean
  sink(atStart.kept); // expect tamga-custom-flow
  sink(atStart.other); // clean
}
//--- main.cpp
#include "config.h"
void show();
int main() {
  sink(banner);         // expect tamga-custom-flow
  sink(title);          // clean
  sink(defaults.text);  // expect tamga-custom-flow
  sink(defaults.name);  // clean
  sink(copied);         // expect tamga-custom-flow
  sink(table["a"]);     // expect tamga-custom-flow
  sink(table["b"]);     // clean
  sink(words[1]);       // expect tamga-custom-flow
  sink(Options::answer); // expect tamga-custom-flow
  sink(Options::plain); // clean
  sink(labels[0]);      // clean
  show();
  changed = "changed";
  sink(changed); // overwritten
}
