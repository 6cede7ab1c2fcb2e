// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(bool answer);
void sink(std::size_t number);

//== Library: map element access
void accessed(const std::string &key) {
  std::map<std::string, std::string> config;
  config["token"] = source();
  sink(config["token"]);    // expect tamga-custom-flow
  sink(config.at("token")); // expect tamga-custom-flow
  sink(config["host"]);     // clean
  sink(config[key]);        // expect tamga-custom-flow
  config["host"] = "example.org";
  sink(config.at("host")); // clean
  config["token"] = "none";
  sink(config["token"]);        // overwritten
  config[key] = source();
  sink(config["port"]); // expect tamga-custom-flow
  config["port"] = "80";
  sink(config["port"]); // overwritten
  std::map<int, int> counts;
  counts[1] += tainted();
  sink(counts[1]); // expect tamga-custom-flow
  sink(counts[2]); // clean
  sink(counts.size()); // clean
  enum Color { Red, Green };
  std::map<Color, std::string> names;
  names[Red] = source();
  sink(names[Red]);   // expect tamga-custom-flow
  sink(names[Green]); // clean
}

//== Library: map key and value
void keyAndValue() {
  std::map<std::string, std::string> people;
  people["a"] = source();
  for (const auto &[key, value] : people) {
    sink(key);   // clean
    sink(value); // expect tamga-custom-flow
  }
  for (const auto &entry : people) {
    sink(entry.first);  // clean
    sink(entry.second); // expect tamga-custom-flow
  }
  for (auto it = people.begin(); it != people.end(); ++it) {
    sink(it->first);    // clean
    sink((*it).second); // expect tamga-custom-flow
  }
  std::map<std::string, std::string> index;
  index[source()] = "b";
  sink(index.begin()->first);  // expect tamga-custom-flow
  sink(index.begin()->second); // clean
  for (auto &[key, value] : index) {
    sink(key);   // expect tamga-custom-flow
    sink(value); // clean
    value = "c";
  }
  index.begin()->second = source();
  sink(index.rbegin()->second); // expect tamga-custom-flow
  index.clear();
  index["c"] = "d";
  sink(index.begin()->first);  // overwritten
  sink(index.begin()->second); // overwritten
}

//== Library: map insertion
void inserted() {
  std::map<std::string, std::string> one, two, three, four, five, six, seven;
  one.insert({"a", source()});
  two.insert(std::make_pair("a", source()));
  three.emplace("a", source());
  four.try_emplace("a", source());
  five.insert_or_assign("a", source());
  six.insert(one.begin(), one.end());
  seven.emplace_hint(seven.end(), "a", source());
  sink(one["a"]);   // expect tamga-custom-flow
  sink(two["a"]);   // expect tamga-custom-flow
  sink(three["a"]); // expect tamga-custom-flow
  sink(four["a"]);  // expect tamga-custom-flow
  sink(five["a"]);  // expect tamga-custom-flow
  sink(six["a"]);   // expect tamga-custom-flow
  sink(seven["a"]); // expect tamga-custom-flow
  sink(one.begin()->first);   // clean
  sink(three.begin()->first); // clean
  sink(three["b"]);           // clean
  sink(four["b"]);            // clean
  sink(five["b"]);            // clean
  five.insert_or_assign("a", "text");
  sink(five["a"]); // overwritten
  auto [place, isNew] = three.emplace("c", "text");
  sink(isNew);         // clean
  sink(place->second); // clean
  place->second = source();
  sink(three["c"]); // expect tamga-custom-flow
  std::map<std::string, std::string> eight{{"a", source()}, {"b", "text"}};
  sink(eight["a"]); // expect tamga-custom-flow
  sink(eight["b"]); // clean
  eight = {{"a", "x"}};
  sink(eight["a"]); // overwritten
  std::map<int, std::string> nine;
  nine.emplace(std::piecewise_construct, std::forward_as_tuple(1), std::forward_as_tuple(source()));
  sink(nine[1]); // expect tamga-custom-flow
}

//== Library: map search
std::string lookUp(const std::map<std::string, std::string> &map, const std::string &key) {
  auto found = map.find(key);
  return found == map.end() ? "none" : found->second;
}
void searched() {
  std::map<std::string, std::string> map{{"a", source()}};
  sink(lookUp(map, "a")); // expect tamga-custom-flow
  if (auto found = map.find("a"); found != map.end()) {
    sink(found->second); // expect tamga-custom-flow
    sink(found->first);  // clean
    found->second = "known";
  }
  std::map<std::string, std::string> plain{{"a", "b"}};
  sink(lookUp(plain, source())); // clean
  sink(map.count("a"));          // clean
  sink(map.contains("a"));       // clean
  std::map<int, std::string> ages{{1, source()}, {2, "b"}};
  sink(ages.lower_bound(1)->second);       // expect tamga-custom-flow
  sink(ages.upper_bound(0)->second);       // expect tamga-custom-flow
  sink(ages.equal_range(1).first->second); // expect tamga-custom-flow
  sink(ages.lower_bound(1)->first);        // clean
  auto node = ages.extract(1);
  sink(node.mapped()); // expect tamga-custom-flow
  sink(node.key());    // clean
  std::map<int, std::string> other;
  other.insert(std::move(node));
  sink(other[1]); // expect tamga-custom-flow
  other.merge(ages);
  auto last = map.find("a");
  last->second = "text";
  sink(last->second); // overwritten
}

//== Library: map emptied and swapped
void emptied() {
  std::map<std::string, std::string> one{{"a", source()}}, two{{"a", source()}}, three{{"a", "b"}};
  one.clear();
  sink(one["a"]); // overwritten
  two.erase("a");
  sink(two["a"]); // overwritten
  std::map<std::string, std::string> four{{"a", source()}, {"b", source()}};
  four.erase("a");
  sink(four["b"]); // expect tamga-custom-flow
  four.swap(three);
  sink(three["b"]); // expect tamga-custom-flow
  sink(four["a"]);  // overwritten
  sink(four["b"]);  // overwritten
  std::swap(three, four);
  sink(four["b"]);  // expect tamga-custom-flow
  sink(three["a"]); // overwritten
  auto copy = four, moved = std::move(four);
  sink(copy["b"]);  // expect tamga-custom-flow
  sink(moved["b"]); // expect tamga-custom-flow
  sink(copy["c"]);  // clean
  std::erase_if(copy, [](const auto &entry) { return entry.first.empty(); });
  sink(copy["b"]); // expect tamga-custom-flow
  sink(three["x"]); // clean
  sink(three.size()); // clean
}

//== Library: map nested
struct Account {
  std::string owner;
  int balance = 0;
};
void nestedMaps() {
  std::map<std::string, std::map<std::string, std::string>> tree;
  tree["a"]["x"] = source();
  sink(tree["a"]["x"]); // expect tamga-custom-flow
  sink(tree["a"]["y"]); // clean
  sink(tree["b"]["x"]); // clean
  for (auto &[name, inner] : tree)
    for (auto &[key, value] : inner) {
      sink(name);  // clean
      sink(key);   // clean
      sink(value); // expect tamga-custom-flow
    }
  tree["a"]["x"] = "text";
  sink(tree["a"]["x"]); // overwritten
  std::map<int, Account> accounts;
  accounts[1].owner = source();
  sink(accounts[1].owner);   // expect tamga-custom-flow
  sink(accounts[1].balance); // clean
  sink(accounts[2].owner);   // clean
  std::map<std::string, std::vector<std::string>> lists;
  lists["a"].push_back(source());
  sink(lists["a"].back()); // expect tamga-custom-flow
  sink(lists["b"].size()); // clean
  accounts[1] = Account{"bank", 3};
  sink(accounts[1].owner); // overwritten
  std::map<std::pair<int, int>, int> cells;
  cells[{0, 1}] = tainted();
  sink(cells[{0, 1}]); // expect tamga-custom-flow
}

//== Library: multimap
void multimaps() {
  std::multimap<std::string, std::string> headers{{"accept", "text"}};
  sink(headers.begin()->second); // clean
  headers.emplace("cookie", source());
  auto [from, to] = headers.equal_range("cookie");
  for (auto it = from; it != to; ++it)
    sink(it->second); // expect tamga-custom-flow
  sink(headers.find("cookie")->second); // expect tamga-custom-flow
  sink(headers.find("cookie")->first);  // clean
  std::multimap<std::string, int> words;
  words.insert({source(), 1});
  sink(words.begin()->first);  // expect tamga-custom-flow
  sink(words.begin()->second); // clean
  sink(words.count("a"));      // clean
  headers.clear();
  headers.emplace("a", "b");
  sink(headers.begin()->second); // overwritten
  words = {{"a", 1}};
  sink(words.begin()->first); // overwritten
}

//== Library: unordered_map
void hashed(const std::string &key) {
  std::unordered_map<std::string, std::string> cache;
  cache["a"] = source();
  cache.emplace("b", "text");
  sink(cache["a"]);   // expect tamga-custom-flow
  sink(cache["b"]);   // clean
  sink(cache.at(key)); // expect tamga-custom-flow
  if (auto hit = cache.find("a"); hit != cache.end())
    sink(hit->second); // expect tamga-custom-flow
  for (const auto &[name, text] : cache) {
    sink(name); // clean
    sink(text); // expect tamga-custom-flow
  }
  cache.insert_or_assign("a", "plain");
  sink(cache["a"]); // overwritten
  std::unordered_map<int, std::string> ids{{1, source()}, {2, "b"}}, copy = ids;
  sink(ids[1]);  // expect tamga-custom-flow
  sink(ids[2]);  // clean
  sink(copy[1]); // expect tamga-custom-flow
  ids.erase(1);
  sink(ids[1]); // overwritten
  ids.reserve(copy.size());
  sink(ids.size()); // clean
  copy.clear();
  sink(copy[1]); // overwritten
  std::unordered_multimap<std::string, std::string> many;
  many.emplace("a", source());
  sink(many.find("a")->second); // expect tamga-custom-flow
  sink(many.begin()->first);    // clean
  for (auto it = many.begin(1); it != many.end(1); ++it)
    sink(it->second); // expect tamga-custom-flow
}

//== Library: set and multiset
void sets() {
  std::set<std::string> names{"a", "b"};
  sink(*names.begin()); // clean
  names.insert(source());
  sink(*names.begin());  // expect tamga-custom-flow
  sink(*names.rbegin()); // expect tamga-custom-flow
  for (const auto &name : names)
    sink(name); // expect tamga-custom-flow
  sink(*names.lower_bound("a")); // expect tamga-custom-flow
  sink(names.contains("a"));     // clean
  sink(names.size());            // clean
  std::vector<std::string> list(names.begin(), names.end());
  sink(list[0]); // expect tamga-custom-flow
  std::set<std::string> copy(list.begin(), list.end()), plain{"c"};
  sink(*copy.begin()); // expect tamga-custom-flow
  auto [place, isNew] = plain.insert("d");
  sink(*place); // clean
  sink(isNew);  // clean
  plain.emplace("e");
  sink(*plain.find("e")); // clean
  plain.swap(copy);
  sink(*plain.begin()); // expect tamga-custom-flow
  sink(*copy.begin());  // overwritten
  plain.clear();
  plain.insert("f");
  sink(*plain.begin()); // overwritten
  std::multiset<int> numbers;
  numbers.insert(3);
  sink(*numbers.begin()); // clean
  numbers.emplace(tainted());
  sink(*numbers.begin()); // expect tamga-custom-flow
  auto node = numbers.extract(numbers.begin());
  sink(node.value()); // expect tamga-custom-flow
  numbers = {1, 2};
  sink(*numbers.begin()); // overwritten
}

//== Library: unordered_set
void hashedSets() {
  std::unordered_set<std::string> seen;
  seen.insert("a");
  sink(*seen.begin()); // clean
  auto [place, isNew] = seen.insert(source());
  sink(*place);         // expect tamga-custom-flow
  sink(isNew);          // clean
  sink(*seen.begin());  // expect tamga-custom-flow
  for (auto &text : seen)
    sink(text); // expect tamga-custom-flow
  sink(seen.count("a")); // clean
  std::unordered_set<std::string> plain{"x"}, copy = seen;
  sink(*plain.begin()); // clean
  sink(*copy.begin());  // expect tamga-custom-flow
  plain.merge(copy);
  sink(*plain.begin()); // expect tamga-custom-flow
  seen = {"b"};
  sink(*seen.begin()); // overwritten
  std::unordered_multiset<int> numbers{1, 2};
  sink(*numbers.begin()); // clean
  numbers.insert({3, tainted()});
  sink(*numbers.begin()); // expect tamga-custom-flow
}
