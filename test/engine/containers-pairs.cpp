// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Key and value, first and second stay apart.
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(std::size_t number);

void maps() {
  std::map<std::string, std::string> map;
  map["answer"] = source();
  sink(map["answer"]); // expect tamga-custom-flow
  sink(map["name"]);
  sink(map.at("answer")); // expect tamga-custom-flow
  for (const auto &[key, value] : map) {
    sink(key);
    sink(value); // expect tamga-custom-flow
  }
  auto found = map.find("answer");
  sink(found->second); // expect tamga-custom-flow
  sink(found->first);
  sink(map.count("answer"));
}
void keys() {
  std::map<std::string, int> map;
  map[source()] = 1;
  for (auto &[key, value] : map) {
    sink(key); // expect tamga-custom-flow
    sink(value);
  }
}
void hashed(const std::string &key) {
  std::unordered_map<std::string, std::string> map;
  map.emplace("a", source());
  sink(map[key]); // expect tamga-custom-flow
  std::unordered_map<std::string, std::string> other;
  other.insert({"a", source()});
  sink(other.at(key)); // expect tamga-custom-flow
  std::unordered_map<std::string, std::string> clean{{"a", "b"}};
  sink(clean[key]);
}
void pairs() {
  std::pair<std::string, std::string> pair{"text", source()};
  sink(pair.first);
  sink(pair.second); // expect tamga-custom-flow
  auto [a, b] = std::make_pair(source(), std::string("text"));
  sink(a); // expect tamga-custom-flow
  sink(b);
}
void tuples() {
  auto tuple = std::make_tuple(1, source(), std::string("text"));
  sink(std::get<1>(tuple)); // expect tamga-custom-flow
  sink(std::get<2>(tuple));
  auto [number, text, clean] = tuple;
  sink(text); // expect tamga-custom-flow
  sink(clean);
}
