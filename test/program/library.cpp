// RUN: %units %s --pack generic -- -std=c++20
//== Units: member of a static library
// Two libraries define the same names: a program takes what is nearest, and its own first.
//--- common/text.cpp
#include <string>
std::string source();
void sink(const std::string &text);
std::string readText() { return source(); }
std::string unused() { return source(); }
void writeText(const std::string &text) { sink(text); } // expect tamga-custom-flow
//--- common/name.cpp
#include <string>
std::string source();
std::string readName() { return "name"; }
std::string readTitle() { return source(); }
//--- reader/main.cpp
#include <string>
std::string readText();
std::string readName();
std::string readTitle();
void writeText(const std::string &text);
void sink(const std::string &text);
int main() {
  sink(readText()); // expect tamga-custom-flow
  sink(readName()); // clean
  writeText(readText());
  std::string text = readTitle();
  sink(text); // expect tamga-custom-flow
  text = readName();
  sink(text); // overwritten
}
//--- writer/main.cpp
#include <string>
std::string readText();
std::string readName();
void sink(const std::string &text);
int main() {
  sink(readText()); // clean
  sink(readName()); // clean
}
//--- writer/text.cpp
#include <string>
std::string readText() { return "own"; }
