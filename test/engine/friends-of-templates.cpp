// RUN: %check %s --pack generic -- -std=c++20
// Class templates whose friends are their other instances, or functions that stand in them.
#include <string>
#include <utility>
std::string source();
void sink(const std::string &text);

//== Calls: friends of class templates
template <class T> class Box {
  template <class Other> friend class Box;
  T value;
  T spare;

public:
  explicit Box(T value, T spare = T()) : value(std::move(value)), spare(std::move(spare)) {}
  template <class Other>
  Box(const Box<Other> &other) : value(other.value), spare(other.spare) {}
  friend T valueOf(const Box &box) { return box.value; }
  friend T spareOf(const Box &box) { return box.spare; }
  friend void showFirst(const Box &box) { sink(box.value); }  // expect tamga-custom-flow
  friend void showSecond(const Box &box) { sink(box.spare); } // clean
  friend Box operator+(const Box &left, const Box &right) {
    return Box(left.value + right.value, left.spare);
  }
  void clear() { value = T(); }
};
template class Box<std::string>;
void functions() {
  Box<std::string> box(source(), "plain");
  showFirst(box);
  showSecond(box);
  sink(valueOf(box)); // expect tamga-custom-flow
  sink(spareOf(box)); // clean
}
void conversions() {
  Box<const char *> plain("a", "b");
  Box<std::string> text(plain);
  sink(valueOf(text)); // clean
  Box<std::string> hot(source());
  Box<std::string> sum = text + hot;
  sink(valueOf(sum)); // expect tamga-custom-flow
  sink(spareOf(sum)); // clean
  sum.clear();
  sink(valueOf(sum)); // overwritten
}
