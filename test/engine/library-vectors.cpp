// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>
std::string source();
int tainted();
void fill(int *numbers);
void sink(const std::string &text);
void sink(int number);
void sink(std::size_t number);
struct Reading {
  std::string station;
  int value = 0;
};

//== Library: vector made
void made() {
  std::string text = source();
  std::vector<std::string> list{"a", text}, many(3, text), copy(list), range(list.begin(), list.end());
  sink(list.back());  // expect tamga-custom-flow
  sink(many[0]);      // expect tamga-custom-flow
  sink(copy[1]);      // expect tamga-custom-flow
  sink(range.back()); // expect tamga-custom-flow
  std::vector<std::string> moved = std::move(many);
  sink(moved.front()); // expect tamga-custom-flow
  std::vector<std::string> sized(text.size()), plain{"a", "b"}, dashes(2, "-"), other = plain;
  sink(sized[0]);     // clean
  sink(plain.back()); // clean
  sink(dashes.at(1)); // clean
  sink(other[0]);     // clean
  list = plain;
  sink(list[0]); // overwritten
  moved = {"x", "y"};
  sink(moved[0]); // overwritten
  copy = std::vector<std::string>(4);
  sink(copy[0]); // overwritten
}

//== Library: vector grown
void grown() {
  std::vector<std::string> one, two, three, four, five, six;
  one.push_back(source());
  two.emplace_back(source()).append("!");
  three.insert(three.begin(), source());
  four.insert(four.end(), {"a", source()});
  five.insert(five.end(), one.begin(), one.end());
  six.resize(4, source());
  sink(one.back());  // expect tamga-custom-flow
  sink(two[0]);      // expect tamga-custom-flow
  sink(three[0]);    // expect tamga-custom-flow
  sink(four[1]);     // expect tamga-custom-flow
  sink(five.at(0));  // expect tamga-custom-flow
  sink(six.front()); // expect tamga-custom-flow
  std::vector<std::string> seven;
  seven.push_back("text");
  seven.emplace_back(3, 'x');
  seven.insert(seven.begin(), 2, "b");
  sink(seven[0]);         // clean
  seven.reserve(one.size());
  sink(seven.back());     // clean
  sink(one.size());       // clean
  sink(one.capacity());   // clean
  seven.assign(one.begin(), one.end());
  sink(seven[0]); // expect tamga-custom-flow
  seven.assign(2, "c");
  sink(seven[0]); // overwritten
  two.assign({"d"});
  sink(two[0]); // overwritten
  auto place = three.emplace(three.begin(), "e");
  *place = source();
  sink(three.front()); // expect tamga-custom-flow
}

//== Library: vector elements apart
void apart(std::size_t index) {
  std::vector<int> list(4);
  list[1] = tainted();
  sink(list[1]);     // expect tamga-custom-flow
  sink(list[2]);     // clean
  sink(list[index]); // expect tamga-custom-flow
  list[1] = 0;
  sink(list[1]); // overwritten
  list.at(3) = tainted();
  sink(list.at(3)); // expect tamga-custom-flow
  sink(list.at(0)); // clean
  list[index] = tainted();
  sink(list[0]); // expect tamga-custom-flow
  list[0] = 5;
  sink(list[0]); // overwritten
  std::vector<Reading> readings(2);
  readings[0].value = tainted();
  sink(readings[0].value);   // expect tamga-custom-flow
  sink(readings[0].station); // clean
  sink(readings[1].value);   // clean
  readings[0] = Reading{};
  sink(readings[0].value); // overwritten
}

//== Library: vector emptied
void emptied() {
  std::vector<std::string> one{source()}, two{source()}, three{source()}, four{source()}, five{source(), "b"};
  one.clear();
  two.erase(two.begin(), two.end());
  three.resize(0);
  four = {};
  one.push_back("text");
  sink(one[0]); // overwritten
  two.resize(1);
  sink(two[0]); // clean
  three.push_back("a");
  sink(three[0]); // overwritten
  four.emplace_back("b");
  sink(four[0]); // overwritten
  five.pop_back();
  sink(five[0]); // expect tamga-custom-flow
  std::vector<std::string> six{"a", source(), "b"};
  six.erase(six.begin());
  sink(six[0]); // expect tamga-custom-flow
  sink(*six.erase(six.begin() + 1)); // false tamga-custom-flow
  six.shrink_to_fit();
  for (const auto &text : six)
    sink(text); // expect tamga-custom-flow
  std::vector<std::string> seven{"a", "b"};
  seven.erase(seven.begin());
  sink(seven[0]); // clean
  seven.pop_back();
  sink(seven.size()); // clean
  seven.clear();
  seven.push_back("c");
  sink(seven[0]); // clean
}

//== Library: vector swapped and moved
void swapped() {
  std::vector<std::string> left{source()}, right{"text"};
  left.swap(right);
  sink(left[0]);  // overwritten
  sink(right[0]); // expect tamga-custom-flow
  std::swap(left, right);
  sink(left[0]);  // expect tamga-custom-flow
  sink(right[0]); // overwritten
  auto taken = std::exchange(left, {"c"});
  sink(taken[0]); // expect tamga-custom-flow
  sink(left[0]);  // overwritten
  right = std::move(taken);
  sink(right[0]); // expect tamga-custom-flow
  std::vector<std::string> one{"a"}, two{"b"};
  std::swap(one[0], two[0]);
  sink(one[0]); // clean
  one.swap(two);
  sink(two.back()); // clean
  std::vector<std::string> pair{source(), "b"};
  std::swap(pair[0], pair[1]);
  sink(pair[1]); // expect tamga-custom-flow
}

//== Library: vector as buffer
int total(const int *numbers, std::size_t count) {
  int sum = 0;
  for (std::size_t i = 0; i < count; ++i)
    sum += numbers[i];
  return sum;
}
void buffers() {
  std::vector<int> list(8);
  fill(list.data());
  sink(list[0]);                            // expect tamga-custom-flow
  sink(total(list.data(), list.size()));    // expect tamga-custom-flow
  int *raw = list.data();
  sink(raw[3]);   // expect tamga-custom-flow
  sink(*(raw + 1)); // expect tamga-custom-flow
  std::vector<int> plain(8, 1);
  sink(total(plain.data(), list.size())); // clean
  sink(total(&plain[0], 8));              // clean
  plain.data()[2] = tainted();
  sink(plain[2]); // expect tamga-custom-flow
  sink(plain[3]); // clean
  plain = std::vector<int>(2, 0);
  sink(total(plain.data(), 2)); // overwritten
}

//== Library: vector nested and of structs
void nested() {
  std::vector<std::vector<int>> grid(3, std::vector<int>(3));
  grid[0][1] = tainted();
  sink(grid[0][1]); // expect tamga-custom-flow
  sink(grid[0][2]); // clean
  sink(grid[1][1]); // clean
  for (const auto &row : grid)
    for (int cell : row)
      sink(cell); // expect tamga-custom-flow
  grid[0][1] = 1;
  sink(grid[0][1]); // overwritten
  std::vector<Reading> log;
  log.push_back({"north", tainted()});
  log.emplace_back().station = "south";
  sink(log.front().value); // expect tamga-custom-flow
  sink(log.back().station); // clean
  for (auto &reading : log)
    reading.station += source();
  sink(log[1].station); // expect tamga-custom-flow
  std::vector<bool> flags(3);
  flags[0] = tainted() > 3;
  sink(int(flags[1])); // clean
  std::vector<int *> pointers;
  int number = 0;
  pointers.push_back(&number);
  *pointers[0] = tainted();
  sink(number); // expect tamga-custom-flow
}

//== Library: array
void arrays() {
  std::array<int, 4> numbers{};
  sink(numbers[0]); // clean
  numbers[2] = tainted();
  sink(numbers[2]);      // expect tamga-custom-flow
  sink(numbers[1]);      // clean
  sink(numbers.front()); // clean
  std::array<std::string, 2> names{"a", source()};
  sink(names[0]);           // clean
  sink(names[1]);           // expect tamga-custom-flow
  sink(names.back());       // expect tamga-custom-flow
  sink(std::get<1>(names)); // expect tamga-custom-flow
  sink(std::get<0>(names)); // clean
  auto [first, second] = names;
  sink(first);  // clean
  sink(second); // expect tamga-custom-flow
  for (const auto &name : names)
    sink(name); // expect tamga-custom-flow
  names.fill("same");
  sink(names[1]); // overwritten
  std::array<int, 4> copy = numbers, other;
  sink(copy[2]); // expect tamga-custom-flow
  sink(copy[3]); // clean
  other.fill(tainted());
  sink(other.at(3)); // expect tamga-custom-flow
  copy.swap(other);
  sink(copy[0]);  // expect tamga-custom-flow
  sink(other[0]); // overwritten
  sink(copy.size()); // clean
  fill(other.data());
  sink(other[1]); // expect tamga-custom-flow
  other = {1, 2, 3, 4};
  sink(other[1]); // overwritten
}

//== Library: deque
void deques() {
  std::deque<std::string> line;
  line.push_back("a");
  sink(line.front()); // clean
  line.push_front(source());
  sink(line.front()); // expect tamga-custom-flow
  sink(line[0]);      // expect tamga-custom-flow
  for (auto it = line.begin(); it != line.end(); ++it)
    sink(*it); // expect tamga-custom-flow
  std::deque<std::string> copy(line.begin(), line.end()), plain(2, "x"), made{"a", source()};
  sink(copy.back()); // expect tamga-custom-flow
  sink(plain.back()); // clean
  sink(made[1]);     // expect tamga-custom-flow
  plain.emplace_front("y");
  sink(plain.at(0)); // clean
  plain.insert(plain.begin() + 1, source());
  sink(plain[1]); // expect tamga-custom-flow
  plain.clear();
  plain.push_back("z");
  sink(plain[0]); // overwritten
  line.pop_front();
  line = {"q"};
  sink(line[0]); // overwritten
  std::deque<int> numbers(3);
  numbers[1] = tainted();
  sink(numbers[1]); // expect tamga-custom-flow
  sink(numbers[0]); // clean
  numbers.assign(3, 0);
  sink(numbers[1]); // overwritten
  sink(copy.size()); // clean
}
