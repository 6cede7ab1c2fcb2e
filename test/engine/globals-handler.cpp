// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// A function that one function stores and another calls.
#include <string>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

static void (*handler)(const std::string &);
//== Calls: function pointers
void handle(const std::string &text) { sink(text); } // expect tamga-custom-flow
void install() { handler = handle; }
void fire() { handler(source()); }
