// RUN: %check %s --project %S/Inputs/own-models.json --check tamga-label-missing -- -std=c++20 -I %include
// What the models of a project say: that a function does nothing, that it joins texts into a
// pointer, that it labels unless it is told not to.
#include "tamga/annotations.h"
#include <string>

TAMGA_SOURCE(ai.output.text) std::string complete();
void show(TAMGA_SINK(sink.screen) const std::string &text);
void show(TAMGA_SINK(sink.screen) const char *text);

namespace own {
std::string checksum(const std::string &text);
std::string unknown(const std::string &text);
char *join(const char *first, const char *second);
char *joinNew(const char *first, const char *second);
std::string tagged(const std::string &text, int mode);
} // namespace own

void nothing() {
  show(own::checksum(complete())); // clean
  show(own::unknown(complete()));  // expect tamga-label-missing
}

void joins() {
  std::string text = complete();
  show(own::join("AI-generated: ", text.c_str()));    // clean
  show(own::join(text.c_str(), " (AI-generated)"));   // clean
  show(own::join("Answer: ", text.c_str()));          // expect tamga-label-missing
  show(own::joinNew("AI-generated: ", text.c_str())); // clean
  show(own::joinNew("Answer: ", text.c_str()));       // expect tamga-label-missing
}

void oneOfTwo(bool isShort) {
  std::string text = complete();
  const char *shown = isShort ? text.c_str() : own::join("AI-generated: ", text.c_str());
  show(shown); // expect tamga-label-missing
}

void unless(int mode) {
  show(own::tagged(complete(), 0));    // expect tamga-label-missing
  show(own::tagged(complete(), 1));    // clean
  show(own::tagged(complete(), mode)); // clean
}
