// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <functional>
#include <string>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

//== Calls: lambdas that capture by value
void byValue() {
  std::string text = source();
  auto show = [text] { sink(text); }; // expect tamga-custom-flow
  text = "text";
  show();
}
//== Calls: lambdas that capture by reference
void byReference() {
  std::string text = "text";
  auto show = [&text] { sink(text); }; // expect tamga-custom-flow
  text = source();
  show();
}
void cleanByReference() {
  std::string text = source();
  auto show = [&] { sink(text); }; // overwritten
  text = "text";
  show();
}
//== Calls: lambdas with initialised captures
void initialised() {
  auto show = [copy = source()] { sink(copy); }; // expect tamga-custom-flow
  show();
}
//== Calls: parameters and results of lambdas
void parameter() {
  auto show = [](const std::string &text) { sink(text); }; // expect tamga-custom-flow
  show(source());
}
void cleanParameter() {
  auto show = [](const std::string &text) { sink(text); }; // clean
  show("text");
}
void result() {
  auto get = [](bool really) { return really ? source() : std::string(); };
  sink(get(true)); // expect tamga-custom-flow
  auto clean = [] { return std::string("text"); };
  sink(clean()); // clean
}
//== Calls: lambdas that capture by reference
void writes() {
  int number = 0, other = 0;
  auto set = [&] { number = tainted(); };
  set();
  sink(number); // expect tamga-custom-flow
  sink(other); // clean
}
//== Calls: lambdas that capture by value
void mutableCopy() {
  int number = 0;
  auto next = [number]() mutable {
    number = tainted();
    return number;
  };
  sink(next()); // expect tamga-custom-flow
  sink(number); // clean
}
//== Calls: generic lambdas
void generic() {
  auto pass = [](auto value) { return value; };
  sink(pass(tainted())); // expect tamga-custom-flow
  sink(pass(1)); // clean
}
//== Calls: nested lambdas
void nested() {
  std::string text = source();
  auto outer = [&] {
    auto inner = [&] { sink(text); }; // expect tamga-custom-flow
    inner();
  };
  outer();
}
//== Calls: returned lambdas
auto make(std::string text) {
  return [text] { return text; };
}
void returned() {
  auto dirty = make(source()), clean = make("text");
  sink(dirty()); // expect tamga-custom-flow
  sink(clean()); // clean
}
struct Window {
  std::string title;
  void run() {
    auto show = [this] { sink(title); }; // expect tamga-custom-flow
    show();
  }
};
//== Calls: lambdas that capture this
void captureThis() {
  Window window;
  window.title = source();
  window.run();
}
//== Calls: std::function
void standardFunction() {
  std::string text = source();
  std::function<void()> show = [text] { sink(text); }; // expect tamga-custom-flow
  show();
}
void functionResult() {
  std::function<std::string(std::string)> pass = [](std::string text) { return text; };
  sink(pass(source())); // expect tamga-custom-flow
}
void apply(const std::function<void(const std::string &)> &action) { action(source()); }
void passed() {
  apply([](const std::string &text) { sink(text); }); // expect tamga-custom-flow
  apply([](const std::string &) {});
}
template <class Action> void run(Action action) { action(source()); }
//== Calls: parameters and results of lambdas
void templated() {
  run([](const std::string &text) { sink(text); }); // expect tamga-custom-flow
}
struct Button {
  std::function<void(const std::string &)> onPress;
  void press() { onPress(source()); }
};
//== Calls: lambdas stored in members
void member() {
  Button button;
  button.onPress = [](const std::string &text) { sink(text); }; // expect tamga-custom-flow
  button.press();
}
//== Calls: parameters and results of lambdas
void immediate() {
  sink([] { return tainted(); }()); // expect tamga-custom-flow
}
//== Calls: std::bind
void bound() {
  auto show = std::bind([](const std::string &text) { sink(text); }, source()); // expect tamga-custom-flow
  show();
}
