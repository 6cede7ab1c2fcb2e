// RUN: %units %s --pack generic -- -std=c++20
// A library, which nobody closes, whose units define one name twice.
//--- first.cpp
int source();
int value();
int value() { return source(); }
//--- second.cpp
int value();
int value() { return 0; }
//--- use.cpp
void sink(int);
int value();
void use() {
  sink(value()); // expect tamga-custom-flow
}
