// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <algorithm>
#include <any>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <queue>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(std::size_t number);

void vectors() {
  std::vector<std::string> list;
  list.push_back("text");
  sink(list[0]);
  list.push_back(source());
  sink(list[0]);      // expect tamga-custom-flow
  sink(list.back());  // expect tamga-custom-flow
  sink(list.at(1));   // expect tamga-custom-flow
  sink(list.size());
  list.clear();
  sink(list[0]);
}
void writtenThroughIterator() {
  std::vector<int> list(3);
  for (int &value : list)
    value = tainted();
  sink(list[0]); // expect tamga-custom-flow
  std::vector<int> other(3);
  *other.begin() = tainted();
  sink(other[0]); // expect tamga-custom-flow
}
void optionals() {
  std::optional<std::string> text = source();
  sink(*text);              // expect tamga-custom-flow
  sink(text.value());       // expect tamga-custom-flow
  sink(text.value_or("x")); // expect tamga-custom-flow
  sink(text->substr(1));    // expect tamga-custom-flow
  text.reset();
  std::optional<std::string> clean = "text";
  sink(*clean);
}
void variants() {
  std::variant<int, std::string> either = source();
  sink(std::get<std::string>(either)); // expect tamga-custom-flow
  if (auto *text = std::get_if<std::string>(&either))
    sink(*text); // expect tamga-custom-flow
  std::visit([](const auto &value) { sink(value); }, either); // expect tamga-custom-flow
}
void anys() {
  std::any any = source();
  sink(std::any_cast<std::string>(any)); // expect tamga-custom-flow
}
struct Box {
  std::string text, other;
};
void queues() {
  std::queue<std::string> queue;
  queue.push(source());
  sink(queue.front()); // expect tamga-custom-flow
  std::deque<std::string> deque;
  deque.push_front(source());
  sink(deque.back()); // expect tamga-custom-flow
  std::list<std::string> list{source()};
  for (auto &text : list)
    sink(text); // expect tamga-custom-flow
  std::set<std::string> set;
  set.insert(source());
  sink(*set.begin()); // expect tamga-custom-flow
}
void structs() {
  std::vector<Box> boxes;
  boxes.push_back({source(), "text"});
  sink(boxes[0].text); // expect tamga-custom-flow
  sink(boxes[0].other);
  boxes[0].other = source();
  sink(boxes[0].other); // expect tamga-custom-flow
}
void algorithms() {
  std::vector<int> from{tainted()}, to(1), sum;
  std::copy(from.begin(), from.end(), to.begin());
  sink(to[0]); // expect tamga-custom-flow
  std::transform(from.begin(), from.end(), std::back_inserter(sum), [](int x) { return x + 1; });
  sink(sum[0]);                                         // expect tamga-custom-flow
  sink(std::accumulate(from.begin(), from.end(), 0));   // expect tamga-custom-flow
  sink(*std::max_element(from.begin(), from.end()));    // expect tamga-custom-flow
  std::for_each(from.begin(), from.end(), [](int x) { sink(x); }); // expect tamga-custom-flow
  std::sort(from.begin(), from.end());
  sink(from[0]); // expect tamga-custom-flow
  std::vector<int> clean{1};
  std::for_each(clean.begin(), clean.end(), [](int x) { sink(x); });
}
void spans() {
  std::vector<int> list{tainted()};
  std::span<int> span = list;
  sink(span[0]); // expect tamga-custom-flow
  for (int value : span)
    sink(value); // expect tamga-custom-flow
}
void nested() {
  std::map<std::string, std::vector<std::string>> map;
  map["a"].push_back(source());
  sink(map["a"][0]); // expect tamga-custom-flow
  sink(map["b"][0]);
}
void exchanged() {
  std::string text = source();
  std::string old = std::exchange(text, "text");
  sink(old); // expect tamga-custom-flow
  sink(text);
}
