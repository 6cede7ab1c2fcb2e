// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(bool answer);

//== Library: pair
std::pair<std::string, int> measured() { return {source(), 3}; }
std::pair<int, std::string> split(const std::string &line) { return {int(line.size()), line.substr(1)}; }
void pairs() {
  std::pair<std::string, std::string> one{"a", source()}, two("b", "c");
  sink(one.first);  // clean
  sink(one.second); // expect tamga-custom-flow
  sink(two.second); // clean
  two.first = one.second;
  sink(two.first);  // expect tamga-custom-flow
  sink(two.second); // clean
  auto three = std::make_pair(source(), 5);
  sink(three.first);        // expect tamga-custom-flow
  sink(three.second);       // clean
  sink(std::get<0>(three)); // expect tamga-custom-flow
  sink(std::get<1>(three)); // clean
  auto [text, number] = measured();
  sink(text);   // expect tamga-custom-flow
  sink(number); // clean
  auto &[left, right] = one;
  left = right;
  sink(one.first); // expect tamga-custom-flow
  right = "plain";
  sink(one.second);             // overwritten
  sink(split(source()).second); // expect tamga-custom-flow
  sink(split(source()).first);  // clean
  sink(split("plain").second);  // clean
  std::pair copy = three, moved = std::move(three);
  sink(copy.first);   // expect tamga-custom-flow
  sink(moved.second); // clean
  copy = {"text", tainted()};
  sink(copy.first);  // overwritten
  sink(copy.second); // expect tamga-custom-flow
  copy.swap(moved);
  sink(copy.first);   // expect tamga-custom-flow
  sink(moved.first);  // overwritten
  sink(moved.second); // expect tamga-custom-flow
  sink(copy == moved); // clean
  std::pair<std::pair<int, int>, int> deep{{1, tainted()}, 2};
  sink(deep.first.second); // expect tamga-custom-flow
  sink(deep.first.first);  // clean
}

//== Library: tuple
std::tuple<int, std::string, bool> record() { return {1, source(), true}; }
void tuples() {
  std::tuple<int, std::string, std::string> one{1, source(), "a"};
  sink(std::get<0>(one)); // clean
  sink(std::get<1>(one)); // expect tamga-custom-flow
  sink(std::get<2>(one)); // clean
  std::get<2>(one) = source();
  sink(std::get<2>(one)); // expect tamga-custom-flow
  std::get<1>(one) = "plain";
  sink(std::get<1>(one)); // overwritten
  auto two = std::make_tuple(tainted(), 2);
  auto [x, y] = two;
  sink(x); // expect tamga-custom-flow
  sink(y); // clean
  auto [id, text, isNew] = record();
  sink(id);    // clean
  sink(text);  // expect tamga-custom-flow
  sink(isNew); // clean
  std::tuple<std::string, int> typed("text", tainted());
  sink(std::get<std::string>(typed)); // clean
  sink(std::get<int>(typed));         // expect tamga-custom-flow
  std::get<std::string>(typed) = source();
  sink(std::get<0>(typed)); // expect tamga-custom-flow
  typed = {"x", 2};
  sink(std::get<0>(typed)); // overwritten
  sink(std::get<1>(typed)); // overwritten
  auto both = std::tuple_cat(two, typed);
  sink(std::get<0>(both)); // expect tamga-custom-flow
  auto copy = both;
  sink(std::get<0>(copy)); // expect tamga-custom-flow
  sink(std::tuple_size_v<decltype(copy)> > 2); // clean
}

//== Library: tie
void tied() {
  int number = 0;
  std::string text;
  std::tie(number, text) = std::make_tuple(4, source());
  sink(number); // clean
  sink(text);   // expect tamga-custom-flow
  bool isNew;
  std::tie(number, text, isNew) = record();
  sink(number); // clean
  sink(text);   // expect tamga-custom-flow
  std::tie(text, number) = std::pair<std::string, int>("plain", tainted());
  sink(text);   // overwritten
  sink(number); // expect tamga-custom-flow
  std::tie(std::ignore, text, std::ignore) = record();
  sink(text); // expect tamga-custom-flow
  int first = 1, second = tainted();
  std::tie(first, second) = std::make_pair(second, first);
  sink(first);  // expect tamga-custom-flow
  sink(second); // overwritten
  std::tie(number, first) = std::make_tuple(1, 2);
  sink(number);                                         // overwritten
  sink(first);                                          // overwritten
  sink(std::tie(number, first) < std::tie(second, first)); // clean
}

//== Library: apply and forward_as_tuple
std::string join(const std::string &left, const std::string &right) { return left + right; }
void show(int, const std::string &text) {
  sink(text); // expect tamga-custom-flow
}
void showNumber(int number, const std::string &) {
  sink(number); // clean
}
void applied() {
  sink(std::apply(join, std::make_tuple(std::string("a"), source())));           // expect tamga-custom-flow
  sink(std::apply(join, std::make_tuple(std::string("a"), std::string("b"))));   // clean
  sink(std::apply([](const auto &...parts) { return (parts + ...); },            // expect tamga-custom-flow
                  std::tuple<std::string, std::string>("x", source())));
  std::apply(show, std::make_tuple(1, source()));
  std::apply(showNumber, std::make_tuple(1, source()));
  std::string text = source(), other = "b";
  auto forwarded = std::forward_as_tuple(text, other);
  sink(std::get<0>(forwarded)); // expect tamga-custom-flow
  sink(std::get<1>(forwarded)); // clean
  std::get<0>(forwarded) = "plain";
  sink(text); // overwritten
  struct Point {
    int x, y;
  };
  auto point = std::make_from_tuple<Point>(std::make_tuple(tainted(), 0));
  sink(point.x); // expect tamga-custom-flow
  sink(point.y); // false tamga-custom-flow
}

//== Library: structured bindings
struct Entry {
  std::string name;
  int size;
};
Entry newest() { return {source(), 4}; }
void bindings() {
  auto [name, size] = newest();
  sink(name); // expect tamga-custom-flow
  sink(size); // clean
  int numbers[3] = {0, tainted(), 2};
  auto [a, b, c] = numbers;
  sink(a); // clean
  sink(b); // expect tamga-custom-flow
  sink(c); // clean
  auto &[x, y, z] = numbers;
  x = tainted();
  y = 0;
  sink(numbers[0]); // expect tamga-custom-flow
  sink(numbers[1]); // overwritten
  std::vector<std::pair<int, std::string>> rows{{1, source()}};
  for (const auto &[id, text] : rows) {
    sink(id);   // clean
    sink(text); // expect tamga-custom-flow
  }
  const auto &[first, second] = rows[0];
  sink(first);  // clean
  sink(second); // expect tamga-custom-flow
  std::map<int, Entry> entries;
  entries[1] = newest();
  for (auto &[key, entry] : entries) {
    auto &[entryName, entrySize] = entry;
    sink(entryName); // expect tamga-custom-flow
    sink(entrySize); // clean
    entryName = "plain";
    sink(entryName); // false tamga-custom-flow
  }
  auto [lambda, word] = std::make_pair([] { return source(); }, std::string("w"));
  sink(lambda()); // expect tamga-custom-flow
  sink(word);     // clean
}
