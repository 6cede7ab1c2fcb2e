// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// What goes into a container or a smart pointer comes out of it again.
#include <any>
#include <array>
#include <atomic>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <span>
#include <stack>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

struct Person {
  std::string name, city;
};

void sequences() {
  std::vector<std::string> texts;
  texts.push_back("a");
  sink(texts[0]);
  sink(texts.back());
  texts.push_back(source());
  sink(texts[0]); // expect tamga-custom-flow
  sink(texts.at(1)); // expect tamga-custom-flow
  sink(texts.front()); // expect tamga-custom-flow
  sink(*texts.begin()); // expect tamga-custom-flow
  sink(texts.begin()->substr(1)); // expect tamga-custom-flow
  sink(texts.data()[0]); // expect tamga-custom-flow
  for (const std::string &text : texts)
    sink(text); // expect tamga-custom-flow
  for (auto at = texts.begin(); at != texts.end(); ++at)
    sink(*at); // expect tamga-custom-flow
  for (size_t index = 0; index < texts.size(); ++index)
    sink(texts[index]); // expect tamga-custom-flow
  sink(int(texts.size()));
  texts.clear();
  sink(texts[0]);
}

void moreSequences() {
  std::deque<std::string> deque;
  deque.push_front(source());
  sink(deque.back()); // expect tamga-custom-flow
  sink(*deque.begin()); // expect tamga-custom-flow
  std::list<std::string> list;
  list.emplace_back(source());
  sink(list.front()); // expect tamga-custom-flow
  for (const std::string &text : list)
    sink(text); // expect tamga-custom-flow
  std::array<int, 2> array{};
  sink(array[0]);
  array[1] = tainted();
  sink(array[0]);
  sink(array[1]); // expect tamga-custom-flow
  std::vector<int> inserted;
  inserted.insert(inserted.begin(), tainted());
  sink(inserted[0]); // expect tamga-custom-flow
  std::vector<int> filled(3, tainted());
  sink(filled[2]); // expect tamga-custom-flow
  std::vector<int> counted(tainted());
  sink(counted[0]);
  std::vector<int> copied(filled.begin(), filled.end());
  sink(copied[0]); // expect tamga-custom-flow
  std::vector<int> same = filled;
  sink(same[0]); // expect tamga-custom-flow
  std::vector<int> moved = std::move(same);
  sink(moved[0]); // expect tamga-custom-flow
  std::vector<int> listed{tainted(), 1};
  sink(listed[0]); // expect tamga-custom-flow
  std::vector<Person> people;
  people.push_back({source(), "Almaty"});
  sink(people[0].name); // expect tamga-custom-flow
  sink(people[0].city);
}

void maps() {
  std::map<std::string, std::string> map;
  map["a"] = source();
  map["b"] = "clean";
  sink(map["a"]); // expect tamga-custom-flow
  sink(map["b"]);
  sink(map.at("a")); // expect tamga-custom-flow
  sink(map.find("a")->second); // expect tamga-custom-flow
  for (const auto &[key, value] : map)
    sink(value); // expect tamga-custom-flow
  for (const auto &entry : map)
    sink(entry.second); // expect tamga-custom-flow
  std::unordered_map<int, std::string> hashed;
  hashed.emplace(1, source());
  sink(hashed[1]); // expect tamga-custom-flow
  std::map<int, std::string> inserted;
  inserted.insert({1, source()});
  sink(inserted[1]); // expect tamga-custom-flow
  std::map<int, Person> people;
  people[1].name = source();
  sink(people[1].name); // expect tamga-custom-flow
  sink(people[1].city);
  std::set<std::string> set;
  set.insert(source());
  sink(*set.begin()); // expect tamga-custom-flow
  std::unordered_set<std::string> names;
  names.insert("clean");
  sink(*names.begin());
}

void adaptors() {
  std::queue<std::string> queue;
  queue.push(source());
  sink(queue.front()); // expect tamga-custom-flow
  std::stack<std::string> stack;
  stack.push(source());
  sink(stack.top()); // expect tamga-custom-flow
  std::priority_queue<int> priority;
  priority.push(tainted());
  sink(priority.top()); // expect tamga-custom-flow
}

void pointers() {
  auto owned = std::make_unique<std::string>(source());
  sink(*owned); // expect tamga-custom-flow
  sink(owned->substr(1)); // expect tamga-custom-flow
  std::shared_ptr<Person> shared(new Person);
  shared->name = source();
  sink(shared->name); // expect tamga-custom-flow
  sink(shared->city);
  std::shared_ptr<Person> copy = shared;
  sink(copy->name); // expect tamga-custom-flow
  std::unique_ptr<Person> fresh(new Person);
  fresh->name = source();
  sink(fresh.get()->name); // expect tamga-custom-flow
  std::unique_ptr<Person> moved = std::move(fresh);
  sink(moved->name); // expect tamga-custom-flow
}

void values() {
  std::tuple<int, std::string> tuple{1, source()};
  sink(std::get<1>(tuple)); // expect tamga-custom-flow
  std::optional<std::string> maybe = source();
  sink(*maybe); // expect tamga-custom-flow
  sink(maybe.value()); // expect tamga-custom-flow
  sink(maybe.value_or("none")); // expect tamga-custom-flow
  maybe.reset();
  maybe = "clean";
  sink(*maybe);
  std::variant<int, std::string> variant = source();
  sink(std::get<std::string>(variant)); // expect tamga-custom-flow
  std::any any = source();
  sink(std::any_cast<std::string>(any)); // expect tamga-custom-flow
  std::atomic<int> atomic{0};
  atomic.store(tainted());
  sink(atomic.load()); // expect tamga-custom-flow
  int number = 0;
  std::string text;
  std::tie(number, text) = std::make_tuple(1, source());
  sink(text); // expect tamga-custom-flow
}

void movement() {
  std::string one = source(), other;
  std::swap(one, other);
  sink(other); // expect tamga-custom-flow
  std::string taken = std::exchange(other, "clean");
  sink(taken); // expect tamga-custom-flow
  sink(other);
  std::vector<int> numbers{1, 2};
  numbers[0] = tainted();
  std::span<int> view(numbers);
  sink(view[0]); // expect tamga-custom-flow
}

void functions() {
  std::function<void(std::string)> show = [](const std::string &text) {
    sink(text); // expect tamga-custom-flow
  };
  show(source());
  std::function<std::string()> make = [] { return source(); };
  sink(make()); // expect tamga-custom-flow
}
