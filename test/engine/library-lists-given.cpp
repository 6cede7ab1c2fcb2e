// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Lists in braces, counted ranges, and objects that give handles of themselves.
#include <initializer_list>
#include <memory>
#include <ranges>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

struct Drawing {
  std::string circles, squares;
};
struct Shape {
  virtual ~Shape() = default;
  virtual void draw(Drawing &on) const = 0;
};
struct Circle : Shape {
  std::string label;
  void draw(Drawing &on) const override { on.circles += label; }
};
struct Square : Shape {
  std::string label;
  void draw(Drawing &on) const override { on.squares += label; }
};

//== Library: lists in braces
void drawn() {
  Circle circle;
  circle.label = source();
  Square square;
  square.label = "plain";
  Drawing drawing;
  for (const Shape *shape : std::initializer_list<const Shape *>{&circle, &square})
    shape->draw(drawing);
  sink(drawing.circles); // expect tamga-custom-flow
  sink(drawing.squares); // clean
}
static void show(std::initializer_list<std::string> texts) {
  for (const std::string &text : texts)
    sink(text); // expect tamga-custom-flow
}
static void showPlain(std::initializer_list<std::string> texts) {
  for (const std::string &text : texts)
    sink(text); // clean
}
void given() {
  show({"plain", source()});
  showPlain({"plain", "text"});
}

//== Library: counted ranges
void counted() {
  std::vector<int> numbers{1, tainted()};
  for (int i : std::views::iota(0, 2))
    sink(numbers[i]); // expect tamga-custom-flow
  for (int i : std::views::iota(0, 2))
    sink(i); // clean
}

//== Library: handles of an object of its own
struct Connection : std::enable_shared_from_this<Connection> {
  std::string buffer, peer;
  void fill() {
    auto self = shared_from_this();
    self->buffer = source();
  }
};
void connected() {
  auto connection = std::make_shared<Connection>();
  connection->fill();
  sink(connection->buffer); // expect tamga-custom-flow
  sink(connection->peer);   // clean
  connection->buffer = "plain";
  sink(connection->buffer); // overwritten
}
