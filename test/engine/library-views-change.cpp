// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>
std::string source();
std::string label(const std::string &text);
void sink(std::string_view text);
int tainted();

//== Library: views of a string that changes
void kept() {
  std::string text = "plain";
  std::vector<std::string_view> made{text}, filled;
  filled.push_back(text);
  sink(made[0]); // clean
  text = source();
  sink(made[0]);   // expect tamga-custom-flow
  sink(filled[0]); // expect tamga-custom-flow
}
struct Quote {
  std::string_view view;
  explicit Quote(std::string_view text) : view(text) {}
  void show() const { sink(view); } // expect tamga-custom-flow
};
struct Plain {
  std::string_view view;
  void show() const { sink(view); } // clean
};
void members() {
  std::string text = "plain", other = "other";
  Quote quote(text);
  Plain plain{other};
  text = source();
  quote.show();
  plain.show();
}
std::string_view trimmed(std::string_view text) { return text.substr(1); }
void returned() {
  std::string text = "plain";
  std::string_view view = trimmed(text);
  text += source();
  sink(view); // expect tamga-custom-flow
  text.clear();
  sink(view); // overwritten
}
void labelled() {
  std::string text = source();
  std::string_view view = text;
  sink(view); // expect tamga-custom-flow
  text = label(text);
  sink(view); // clean
}
void copied() {
  std::string text = "plain";
  std::string_view view = text;
  std::string copy(view);
  copy += view;
  text = source();
  sink(copy); // clean
  copy += view;
  sink(copy); // expect tamga-custom-flow
}
struct Person {
  std::string name, city;
};
void fields() {
  Person person;
  std::string_view name = person.name, city = person.city;
  person.name = source();
  sink(name); // expect tamga-custom-flow
  sink(city); // clean
}
void elsewhere() {
  std::string text = source();
  std::string_view view = text;
  view = "literal";
  sink(view); // overwritten
}
void keys() {
  std::map<std::string, std::string, std::less<>> texts;
  std::string a = "a", b = "b";
  std::string_view first = a, second = b;
  texts[std::string(first)] = source();
  sink(texts[std::string(first)]);   // expect tamga-custom-flow
  sink(texts[std::string(second)]);  // clean
  sink(texts.find(first)->second);   // expect tamga-custom-flow
  sink(texts.find(second)->second);  // clean
}
void first(std::span<const int> numbers) { sink(std::to_string(numbers[0])); } // expect tamga-custom-flow
void second(std::span<const int> numbers) { sink(std::to_string(numbers[0])); } // clean
void spans() {
  std::vector<int> numbers{1, 2}, others{3};
  std::span<const int> view = numbers, other = others;
  numbers[0] = tainted();
  first(view);
  second(other);
}
void changes(std::string_view view, std::string &text) {
  text = source();
  sink(view); // missed tamga-custom-flow
}
void callsChanges() {
  std::string text = "plain";
  changes(text, text);
}
