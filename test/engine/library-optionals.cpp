// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <any>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>
std::string source();
int tainted();
void fill(int *numbers);
void sink(const std::string &text);
void sink(int number);
void sink(bool answer);
void sink(std::size_t number);

//== Library: optional
std::optional<std::string> lookUp(int key) {
  if (key == 0)
    return std::nullopt;
  return key == 1 ? source() : "text";
}
struct Profile {
  std::optional<std::string> nick;
  std::optional<int> age;
};
void optionals() {
  std::optional<std::string> one = source(), two, three = "text";
  sink(*one);                 // expect tamga-custom-flow
  sink(one.value());          // expect tamga-custom-flow
  sink(one->substr(1));       // expect tamga-custom-flow
  sink(two.value_or("none")); // clean
  sink(*three);               // clean
  sink(two.has_value());      // clean
  if (auto found = lookUp(1))
    sink(*found); // expect tamga-custom-flow
  if (auto found = lookUp(3))
    sink(*found); // clean
  sink(lookUp(1).value_or("x"));        // expect tamga-custom-flow
  sink(three.value_or(source()));       // expect tamga-custom-flow
  two.emplace(source());
  sink(two.value()); // expect tamga-custom-flow
  two.reset();
  sink(two.value_or("")); // overwritten
  one = std::nullopt;
  sink(one.value_or("")); // overwritten
  one = "plain";
  sink(*one); // overwritten
  *three += source();
  sink(*three); // expect tamga-custom-flow
  three.emplace("new");
  sink(*three); // overwritten
  Profile profile;
  profile.nick = source();
  sink(*profile.nick); // expect tamga-custom-flow
  sink(*profile.age);  // clean
  auto made = std::make_optional(tainted()), copy = made;
  sink(*copy); // expect tamga-custom-flow
  std::optional<int> other = 3;
  std::swap(made, other);
  sink(*made);  // overwritten
  sink(*other); // expect tamga-custom-flow
  other.swap(made);
  sink(*other); // overwritten
  std::optional<std::pair<int, int>> pair{{tainted(), 2}};
  sink(pair->first);  // expect tamga-custom-flow
  sink(pair->second); // clean
  sink(copy == other); // clean
}

//== Library: variant
struct Circle {
  int radius;
};
struct Label {
  std::string text;
};
using Shape = std::variant<Circle, Label>;
template <class... Ts> struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;
void variants() {
  std::variant<int, std::string> value = 3;
  sink(std::get<int>(value)); // clean
  value = source();
  sink(std::get<std::string>(value)); // expect tamga-custom-flow
  sink(std::get<1>(value));           // expect tamga-custom-flow
  if (std::holds_alternative<std::string>(value))
    sink(std::get<std::string>(value).substr(1)); // expect tamga-custom-flow
  if (const auto *text = std::get_if<std::string>(&value))
    sink(*text); // expect tamga-custom-flow
  if (auto *number = std::get_if<0>(&value))
    sink(*number);       // clean
  sink(value.index());   // clean
  value = "literal";
  sink(std::get<1>(value)); // overwritten
  value.emplace<std::string>(source());
  sink(std::get<1>(value)); // expect tamga-custom-flow
  value.emplace<int>(7);
  sink(std::get<int>(value)); // overwritten
  std::get<int>(value) = tainted();
  sink(std::get<int>(value)); // expect tamga-custom-flow
  std::variant<int, std::string> other = "b";
  std::swap(value, other);
  sink(std::get<std::string>(value)); // overwritten
  sink(std::get<int>(other));         // expect tamga-custom-flow
  std::variant<std::monostate, std::string> empty;
  sink(empty.index()); // clean
}

//== Library: visit
struct Show {
  void operator()(const Circle &circle) const {
    sink(circle.radius); // clean
  }
  void operator()(const Label &label) const {
    sink(label.text); // expect tamga-custom-flow
  }
};
std::string describe(const Shape &shape) {
  return std::visit(Overloaded{[](const Circle &) { return std::string("circle"); },
                               [](const Label &label) { return "label " + label.text; }},
                    shape);
}
void visited() {
  Shape shape = Label{source()}, circle = Circle{4};
  std::visit(Show(), shape);
  sink(describe(shape));  // expect tamga-custom-flow
  sink(describe(circle)); // clean
  std::visit([](auto &part) { (void)sizeof part; }, circle);
  std::variant<int, long> number = tainted();
  std::visit([](auto value) { sink(int(value)); }, number); // expect tamga-custom-flow
  sink(std::visit([](auto value) { return int(value) + 1; }, number)); // expect tamga-custom-flow
  sink(std::visit([](auto) { return 1; }, number));                    // clean
  number = 5;
  std::visit([](auto value) { sink(int(value)); }, number); // overwritten
  std::vector<Shape> shapes;
  shapes.push_back(Label{source()});
  for (const auto &each : shapes)
    sink(describe(each)); // expect tamga-custom-flow
  std::visit(Overloaded{[](Circle &found) { found.radius = tainted(); }, [](Label &) {}}, circle);
  sink(std::get<Circle>(circle).radius); // expect tamga-custom-flow
}

//== Library: any
void anys() {
  std::any box = source();
  sink(std::any_cast<std::string>(box));        // expect tamga-custom-flow
  sink(std::any_cast<const std::string &>(box)); // expect tamga-custom-flow
  if (auto *text = std::any_cast<std::string>(&box))
    sink(*text);         // expect tamga-custom-flow
  sink(box.has_value()); // clean
  std::any other = 3, copy = box;
  sink(std::any_cast<int>(other));         // clean
  sink(std::any_cast<std::string>(copy));  // expect tamga-custom-flow
  other.swap(copy);
  sink(std::any_cast<int>(copy));          // overwritten
  sink(std::any_cast<std::string>(other)); // expect tamga-custom-flow
  box.reset();
  box = std::string("plain");
  sink(std::any_cast<std::string>(box)); // overwritten
  box.emplace<std::string>(source());
  sink(std::any_cast<std::string>(box)); // expect tamga-custom-flow
  box.emplace<int>(4);
  sink(std::any_cast<int>(box)); // overwritten
  auto made = std::make_any<Label>(source());
  sink(std::any_cast<Label>(made).text); // expect tamga-custom-flow
  std::any_cast<Label &>(made).text = "new";
  sink(std::any_cast<Label>(made).text); // false tamga-custom-flow
}

//== Library: span
int sum(std::span<const int> numbers) {
  int total = 0;
  for (int number : numbers)
    total += number;
  return total;
}
void zero(std::span<int> numbers) {
  for (int &number : numbers)
    number = tainted();
}
void spans() {
  std::vector<int> list{1, tainted()}, plain{1, 2};
  int raw[4] = {0, 0, tainted(), 0}, rest[3] = {};
  std::span<int> view(list), part(raw, 3), fixed(rest);
  sink(view[1]);          // expect tamga-custom-flow
  sink(part[2]);          // expect tamga-custom-flow
  sink(view.back());      // expect tamga-custom-flow
  sink(fixed[0]);         // clean
  sink(sum(list));        // expect tamga-custom-flow
  sink(sum(plain));       // clean
  sink(sum(rest));        // clean
  sink(view.size());      // clean
  sink(part.subspan(1)[0]); // expect tamga-custom-flow
  sink(view.first(2).back()); // expect tamga-custom-flow
  sink(*part.data());     // expect tamga-custom-flow
  fixed[1] = tainted();
  sink(rest[1]); // expect tamga-custom-flow
  zero(plain);
  sink(plain[0]); // expect tamga-custom-flow
  int filled[2] = {};
  std::span<int> all = filled;
  fill(all.data());
  sink(filled[0]); // expect tamga-custom-flow
  for (auto it = view.begin(); it != view.end(); ++it)
    sink(*it); // expect tamga-custom-flow
  view = std::span<int>(filled, 0);
  int zeros[2] = {};
  view = zeros;
  sink(view[0]); // overwritten
  sink(view.empty()); // clean
}
