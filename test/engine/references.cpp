// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <functional>
#include <string>
#include <utility>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

//== Memory: references
void alias() {
  int a = 0;
  int &r = a;
  r = tainted();
  sink(a); // expect tamga-custom-flow
  r = 0;
  sink(a); // overwritten
}
//== Memory: out-parameters
void get(std::string &out) { out = source(); }
void reset(std::string &out) { out = "nothing"; }
void outParameter() {
  std::string text, other;
  get(text);
  sink(text); // expect tamga-custom-flow
  sink(other); // clean
  reset(text);
  sink(text); // overwritten
}
//== Calls: return by reference
const std::string &same(const std::string &text) { return text; }
std::string &either(std::string &a, std::string &b, bool first) { return first ? a : b; }
void returned(bool first) {
  std::string dirty = source(), clean = "text";
  sink(same(dirty)); // expect tamga-custom-flow
  sink(same(clean)); // clean
  sink(either(clean, dirty, first)); // expect tamga-custom-flow
}
void writtenThroughReturn(bool first) {
  std::string a, b, c;
  either(a, b, first) = source();
  sink(a); // expect tamga-custom-flow
  sink(c); // clean
}
//== Calls: by rvalue
void rvalue(std::string &&text) { sink(text); } // expect tamga-custom-flow
void moves() {
  rvalue(source());
  std::string text = source();
  std::string other = std::move(text);
  sink(other); // expect tamga-custom-flow
}
//== Memory: references to pointers
void toPointer() {
  int a = 0, b = 0;
  int *p = &a;
  int *&r = p;
  r = &b;
  *p = tainted();
  sink(b); // expect tamga-custom-flow
  sink(a); // clean
}
//== Calls: by rvalue
template <class T> void forwarded(T &&value) { sink(std::forward<T>(value)); } // expect tamga-custom-flow
void forwards() { forwarded(source()); }
//== Calls: std::ref
void wrapped() {
  std::string text;
  auto r = std::ref(text);
  r.get() = source();
  sink(text); // expect tamga-custom-flow
}
//== Memory: references
void temporary() {
  const std::string &text = source();
  sink(text); // expect tamga-custom-flow
  const std::string &clean = std::string("text");
  sink(clean); // clean
}
