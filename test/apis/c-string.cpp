// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// The C library's strings, memory and numbers.
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <cstring>

void fill(char *buffer);
int tainted();
void sink(const char *text);
void sink(int number);
void sink(double number);

void copies() {
  char text[32], other[64];
  fill(text);
  strcpy(other, text);
  sink(other); // expect tamga-custom-flow
  strcpy(other, "clean");
  sink(other);
  strncpy(other, text, 8);
  sink(other); // expect tamga-custom-flow
  memset(other, 0, sizeof other);
  sink(other);
  strcat(other, text);
  sink(other); // expect tamga-custom-flow
  bzero(other, sizeof other);
  memmove(other, text, sizeof text);
  sink(other); // expect tamga-custom-flow
  sink(strdup(text)); // expect tamga-custom-flow
}

void parts() {
  char text[32];
  fill(text);
  sink(strchr(text, 'a')); // expect tamga-custom-flow
  sink(strstr(text, "ab")); // expect tamga-custom-flow
  sink(strtok(text, ",")); // expect tamga-custom-flow
  sink(int(strlen(text)));
  sink(strcmp(text, "yes"));
  sink(isalpha(text[0]));
}

void numbers() {
  char text[32];
  fill(text);
  sink(atoi(text)); // expect tamga-custom-flow
  sink(strtod(text, nullptr)); // expect tamga-custom-flow
  sink(tolower(text[0])); // expect tamga-custom-flow
  sink(sqrt(tainted())); // expect tamga-custom-flow
  sink(sqrt(2.0));
}
