// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <ranges>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(bool answer);
void sink(long number);
struct Person {
  std::string name;
  int age;
};

//== Library: views
void views() {
  std::vector<int> list{1, tainted(), 3}, plain{1, 2, 3};
  for (int number : list | std::views::filter([](int x) { return x > 0; }))
    sink(number); // expect tamga-custom-flow
  for (int number : list | std::views::transform([](int x) { return x * 2; }))
    sink(number); // expect tamga-custom-flow
  for (int number : plain | std::views::transform([](int x) { return x + 1; }))
    sink(number); // clean
  for (int number : list | std::views::transform([](int) { return 1; }))
    sink(number); // clean
  for (int number : list | std::views::drop(1) | std::views::take(1))
    sink(number); // expect tamga-custom-flow
  for (int number : list | std::views::reverse)
    sink(number); // expect tamga-custom-flow
  for (int number : plain | std::views::reverse | std::views::take(2))
    sink(number); // clean
  for (int number : std::views::iota(0, 5))
    sink(number); // clean
  for (int number : std::views::iota(tainted()) | std::views::take(3))
    sink(number); // expect tamga-custom-flow
  auto even = list | std::views::filter([](int x) { return x % 2 == 0; });
  sink(even.front()); // expect tamga-custom-flow
  std::vector<int> kept(even.begin(), even.end());
  sink(kept[0]); // expect tamga-custom-flow
  for (int &number : plain | std::views::take(1))
    number = tainted();
  sink(plain[0]); // expect tamga-custom-flow
  plain = {1};
  for (int number : std::views::all(plain))
    sink(number); // overwritten
}
void keysAndValues() {
  std::map<std::string, std::string> map{{"a", source()}};
  for (const auto &key : map | std::views::keys)
    sink(key); // clean
  for (const auto &value : std::views::values(map))
    sink(value); // expect tamga-custom-flow
  for (const auto &value : map | std::views::elements<1>)
    sink(value); // expect tamga-custom-flow
  std::vector<std::string> words{"x", source()};
  for (char letter : words | std::views::join)
    sink(int(letter)); // expect tamga-custom-flow
  std::string line = source();
  for (auto part : line | std::views::split(','))
    sink(std::string(part.begin(), part.end())); // expect tamga-custom-flow
  for (auto part : std::views::single(tainted()))
    sink(part); // expect tamga-custom-flow
  for (auto part : std::views::single(4))
    sink(part); // clean
  auto common = words | std::views::common;
  words.assign(2, "y");
  for (const auto &word : words | std::views::common)
    sink(word); // overwritten
  for (auto letter : std::string_view("plain text") | std::views::drop(2))
    sink(int(letter)); // clean
}

//== Library: range algorithms
void algorithms() {
  std::vector<int> list{3, tainted()}, plain{3, 1}, to, other;
  std::ranges::sort(list);
  sink(list[0]); // expect tamga-custom-flow
  std::ranges::copy(list, std::back_inserter(to));
  sink(to[0]); // expect tamga-custom-flow
  std::ranges::copy_if(plain, std::back_inserter(other), [](int x) { return x > 1; });
  sink(other[0]); // clean
  std::ranges::for_each(list, [](int x) { sink(x); }); // expect tamga-custom-flow
  std::ranges::for_each(plain, [](int x) { sink(x); }); // clean
  sink(*std::ranges::find(list, 3));           // expect tamga-custom-flow
  sink(*std::ranges::max_element(list));       // expect tamga-custom-flow
  sink(std::ranges::max(list));                // expect tamga-custom-flow
  sink(std::ranges::min(plain));               // clean
  sink(std::ranges::count(list, 3));           // clean
  sink(std::ranges::any_of(list, [](int x) { return x > 1; })); // clean
  sink(*std::ranges::find_if(plain, [](int x) { return x > 1; })); // clean
  std::ranges::transform(list, other.begin(), [](int x) { return -x; });
  sink(other[0]); // expect tamga-custom-flow
  std::ranges::fill(plain, tainted());
  sink(plain[0]); // expect tamga-custom-flow
  std::ranges::reverse(plain);
  sink(plain[1]); // expect tamga-custom-flow
  plain = {1, 2};
  std::ranges::sort(plain, std::greater<>());
  sink(plain[0]); // overwritten
  std::ranges::generate(plain, [] { return tainted(); });
  sink(plain[1]); // expect tamga-custom-flow
}

//== Library: projections
void projected() {
  std::vector<Person> people{{source(), 3}, {"b", 4}}, plain{{"c", 5}};
  std::ranges::sort(people, {}, &Person::age);
  sink(people[0].name); // expect tamga-custom-flow
  sink(people[0].age);  // clean
  auto oldest = std::ranges::max_element(people, {}, &Person::age);
  sink(oldest->name); // expect tamga-custom-flow
  sink(oldest->age);  // clean
  for (const auto &name : people | std::views::transform(&Person::name))
    sink(name); // expect tamga-custom-flow
  for (int age : people | std::views::transform(&Person::age))
    sink(age); // clean
  sink(std::ranges::find(plain, "c", &Person::name)->name); // clean
  std::ranges::for_each(people, [](const std::string &name) { sink(name); }, &Person::name); // expect tamga-custom-flow
  std::ranges::for_each(plain, [](const std::string &name) { sink(name); }, &Person::name); // clean
  people = plain;
  sink(std::ranges::begin(people)->name); // overwritten
}
