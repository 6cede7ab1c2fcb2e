// RUN: %check %s --pack generic --check tamga-custom-flow
// The rule of shape `reaches` of the generic pack.
#include <string>

std::string source();
int tainted();
void fill(char *buffer);
void sink(const std::string &text);
void sink(int number);
std::string label(const std::string &text);
std::string mark(const std::string &text);
std::string strip(const std::string &text);
void labelInPlace(std::string &text);
void clean(std::string &text);

void straight() {
  sink(source()); // expect tamga-custom-flow
  sink(label(source()));
  sink(mark(source())); // expect tamga-custom-flow
  sink(strip(label(source()))); // expect tamga-custom-flow
}

void places() {
  std::string text = source();
  sink(text); // expect tamga-custom-flow
  labelInPlace(text);
  sink(text);
  text = source();
  sink(text); // expect tamga-custom-flow
  clean(text);
  sink(text);
  text = source();
  text = "nothing";
  sink(text);
}

void numbers(int other) {
  int number = tainted();
  sink(number + 1); // expect tamga-custom-flow
  sink(other);
  sink(number == 3);
}

void buffers() {
  char buffer[16];
  fill(buffer);
  sink(buffer); // expect tamga-custom-flow
}
