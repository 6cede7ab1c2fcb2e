// RUN: %units %s --pack generic -- -std=c++20
//== Units: template instantiated elsewhere
// Declared in a header, defined and instantiated in another unit, or in each.
//--- box.h
#include <string>
#include <vector>
template <class T> class Box {
public:
  void put(T value);
  T take() const;
  T initial() const;

private:
  T value_{}, initial_{};
};
extern template class Box<std::string>;
template <class T> T passOn(T value);
template <> std::string passOn(std::string value);
template <> const char *passOn(const char *value);
template <class T> std::vector<T> twice(const T &value) { return {value, value}; }
template <class Reader> std::string readWith(Reader reader) { return reader(); }
template <int N> struct Fixed {
  static std::string get();
};
template <class... Parts> std::string join(const Parts &...parts) {
  std::string all;
  ((all += parts), ...);
  return all;
}
inline const std::string &larger(const std::string &a, const std::string &b) { return a < b ? b : a; }
//--- box.cpp
#include "box.h"
std::string source();
template <class T> void Box<T>::put(T value) { value_ = value; }
template <class T> T Box<T>::take() const { return value_; }
template <class T> T Box<T>::initial() const { return initial_; }
template class Box<std::string>;
template <> std::string passOn(std::string value) { return value; }
template <> const char *passOn(const char *) { return "replaced"; }
template <> std::string Fixed<1>::get() { return source(); }
template <> std::string Fixed<2>::get() { return "two"; }
//--- other.cpp
#include "box.h"
void sink(const std::string &text);
void showTwice(const std::string &text) {
  for (const std::string &each : twice(text))
    sink(each); // expect tamga-custom-flow
}
void showQuiet(const std::string &text) {
  sink(twice(text).front()); // clean
}
//--- main.cpp
#include "box.h"
std::string source();
void sink(const std::string &text);
void showTwice(const std::string &text);
void showQuiet(const std::string &text);
int main() {
  Box<std::string> box;
  sink(box.take()); // clean
  box.put(source());
  sink(box.take());    // expect tamga-custom-flow
  sink(box.initial()); // clean
  box.put("plain");
  sink(box.take());                  // overwritten
  sink(passOn(source()));            // expect tamga-custom-flow
  sink(passOn(source().c_str()));    // clean
  showTwice(source());
  showQuiet("quiet");
  sink(readWith([] { return source(); }));            // expect tamga-custom-flow
  sink(readWith([] { return std::string("none"); })); // clean
  sink(Fixed<1>::get());                              // expect tamga-custom-flow
  sink(Fixed<2>::get());                              // clean
  sink(join("a", source(), "b"));                     // expect tamga-custom-flow
  sink(join("a", std::string("b")));                  // clean
  sink(larger("a", source()));                        // expect tamga-custom-flow
}
