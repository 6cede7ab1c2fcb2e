// RUN: %check %s --pack generic -- -std=c++20
// What was bound to a callable goes with it to the functions that call it.
#include <functional>
#include <string>
#include <thread>
#include <vector>
std::string source();
void sink(const std::string &text);
using namespace std::placeholders;

//== Calls: bound arguments in other functions
static std::string first(const std::string &one, const std::string &) { return one; }
static std::string second(const std::string &, const std::string &two) { return two; }
template <class Function> std::string byReference(Function &function) { return function("a"); }
template <class Function> std::string byValue(Function function) { return function("b"); }
static std::string erased(const std::function<std::string(std::string)> &function) {
  return function("c");
}
static std::string deeper(std::function<std::string(std::string)> function) {
  return erased(function);
}
void placeholderFirst() {
  auto bound = std::bind(second, _1, source());
  sink(byReference(bound)); // expect tamga-custom-flow
  sink(byValue(bound));     // expect tamga-custom-flow
  sink(erased(bound));      // expect tamga-custom-flow
  sink(deeper(bound));      // expect tamga-custom-flow
  auto other = std::bind(first, _1, source());
  sink(byReference(other)); // clean
  sink(byValue(other));     // clean
  sink(erased(other));      // clean
  sink(deeper(other));      // clean
}
void placeholderLast() {
  auto bound = std::bind(first, source(), _1);
  sink(byReference(bound)); // expect tamga-custom-flow
  auto other = std::bind(second, source(), _1);
  sink(byReference(other)); // clean
  auto front = std::bind_front(first, source());
  sink(byValue(front)); // expect tamga-custom-flow
  auto unused = std::bind_front(second, source());
  sink(byValue(unused)); // clean
}
void inALambda() {
  auto bound = std::bind(second, _1, source());
  auto plain = std::bind(second, _1, "plain");
  std::string one, two;
  auto run = [&] {
    one = bound("a");
    two = plain("b");
  };
  run();
  sink(one); // expect tamga-custom-flow
  sink(two); // clean
}
void inAThread() {
  auto bound = std::bind(second, _1, source());
  auto plain = std::bind(second, _1, "plain");
  std::string one, two;
  std::thread thread([&] {
    one = bound("a");
    two = plain("b");
  });
  thread.join();
  sink(one); // expect tamga-custom-flow
  sink(two); // clean
}
static std::string givenBack(const std::function<std::string(std::string)> &function) {
  return function(source());
}
void argumentOfTheCall() {
  sink(givenBack(std::bind(second, "a", _1))); // expect tamga-custom-flow
  sink(givenBack(std::bind(first, "a", _1)));  // clean
  sink(givenBack(std::bind(first, _1, "a")));  // expect tamga-custom-flow
}
class Printer {
  std::string prefix;

public:
  explicit Printer(const std::string &prefix) : prefix(prefix) {}
  std::string prefixed(const std::string &text) const { return prefix + text; }
  void show(const std::string &text) const { sink(text); } // expect tamga-custom-flow
  void hide(const std::string &text) const { sink(text.empty() ? "none" : "some"); } // clean
};
static void each(const std::vector<std::string> &texts,
                 const std::function<void(const std::string &)> &function) {
  for (const std::string &text : texts)
    function(text);
}
void methods() {
  Printer hot(source()), cold("plain");
  sink(erased(std::bind(&Printer::prefixed, &hot, _1)));  // expect tamga-custom-flow
  sink(erased(std::bind(&Printer::prefixed, &cold, _1))); // clean
  each({source()}, std::bind(&Printer::show, &cold, _1));
  each({source()}, std::bind(&Printer::hide, &cold, _1));
}
void boundAgain() {
  std::function<std::string(std::string)> bound = std::bind(second, _1, source());
  bound = std::bind(second, _1, "plain");
  sink(erased(bound)); // overwritten
}
