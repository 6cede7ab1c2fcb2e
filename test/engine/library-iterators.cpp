// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <list>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(long number);
void sink(std::size_t number);

//== Library: iterator arithmetic
void arithmetic(std::size_t index) {
  std::vector<int> list{1, 2, tainted()}, plain{1, 2, 3};
  auto it = list.begin();
  sink(*(it + 2));              // expect tamga-custom-flow
  sink(it[2]);                  // expect tamga-custom-flow
  std::advance(it, 2);
  sink(*it);                    // expect tamga-custom-flow
  sink(*std::prev(list.end())); // expect tamga-custom-flow
  it -= 1;
  it += 1;
  sink(*it--); // expect tamga-custom-flow
  auto last = plain.end() - 1;
  sink(*last);                                // clean
  sink(*std::next(plain.begin(), 2));         // clean
  sink(std::distance(list.begin(), it));      // clean
  sink(list.end() - list.begin());            // clean
  *(plain.begin() + 1) = tainted();
  sink(plain[1]); // expect tamga-custom-flow
  it = plain.begin();
  std::vector<int> zeros(3);
  it = zeros.begin();
  sink(*it);                 // overwritten
  sink(*std::begin(list));   // expect tamga-custom-flow
  sink(std::cbegin(list)[1]); // expect tamga-custom-flow
  sink(*std::data(zeros));   // clean
  sink(list[index]);         // expect tamga-custom-flow
}

//== Library: reverse iterators
void reversed() {
  std::vector<std::string> list{"a", source()}, plain{"b"};
  for (auto it = list.rbegin(); it != list.rend(); ++it)
    sink(*it); // expect tamga-custom-flow
  std::vector<std::string> backwards(list.rbegin(), list.rend());
  sink(backwards[0]); // expect tamga-custom-flow
  for (auto it = plain.crbegin(); it != plain.crend(); ++it)
    sink(it->substr(0)); // clean
  auto turned = std::make_reverse_iterator(list.end());
  sink(*turned); // expect tamga-custom-flow
  turned = plain.rbegin();
  sink(*turned);                // overwritten
  sink(*plain.rbegin().base().operator--()); // clean
  *plain.rbegin() = source();
  sink(plain[0]); // expect tamga-custom-flow
  std::string text = "text";
  sink(std::string(text.rbegin(), text.rend())); // clean
}

//== Library: inserters and stream iterators
void inserters() {
  std::vector<std::string> from{source()}, to, plain{"x"}, other;
  std::copy(from.begin(), from.end(), std::back_inserter(to));
  sink(to[0]); // expect tamga-custom-flow
  std::list<std::string> front;
  std::copy(from.begin(), from.end(), std::front_inserter(front));
  sink(front.front()); // expect tamga-custom-flow
  std::copy(plain.begin(), plain.end(), std::inserter(other, other.end()));
  sink(other[0]); // clean
  auto out = std::back_inserter(other);
  *out++ = "y";
  sink(other.back()); // clean
  *out++ = source();
  sink(other.back()); // missed tamga-custom-flow
  std::string letters;
  std::transform(from[0].begin(), from[0].end(), std::back_inserter(letters), [](char c) { return char(c + 1); });
  sink(letters); // expect tamga-custom-flow
  std::ostringstream joined;
  std::copy(from.begin(), from.end(), std::ostream_iterator<std::string>(joined, ","));
  sink(joined.str()); // expect tamga-custom-flow
  std::ostringstream second;
  std::copy(plain.begin(), plain.end(), std::ostream_iterator<std::string>(second, ","));
  sink(second.str()); // clean
  std::istringstream words(source()), quiet("a b");
  std::vector<std::string> read{std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()};
  sink(read[0]); // expect tamga-custom-flow
  std::vector<std::string> clean{std::istream_iterator<std::string>(quiet), std::istream_iterator<std::string>()};
  sink(clean[0]); // clean
  to.clear();
  std::copy(plain.begin(), plain.end(), std::back_inserter(to));
  sink(to[0]); // overwritten
}

//== Library: move iterators
void moving() {
  std::vector<std::string> from{"a", source()}, plain{"b"};
  std::vector<std::string> taken(std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  sink(taken[1]); // expect tamga-custom-flow
  std::vector<std::string> other(std::make_move_iterator(plain.begin()), std::make_move_iterator(plain.end()));
  sink(other[0]); // clean
  other.insert(other.end(), std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end()));
  sink(other[1]); // expect tamga-custom-flow
  auto it = std::make_move_iterator(other.begin());
  std::string first = *it;
  sink(first); // expect tamga-custom-flow
  first = *std::make_move_iterator(plain.begin());
  sink(first); // overwritten
  std::vector<std::string> target(2);
  std::move(plain.begin(), plain.end(), target.begin());
  sink(target[0]); // clean
  std::move(taken.begin(), taken.end(), target.begin());
  sink(target[0]);       // expect tamga-custom-flow
  sink(target.size());   // clean
}

//== Library: iterators of one's own
struct Node {
  std::string text;
  Node *next = nullptr;
};
class Chain {
public:
  class Iterator {
  public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::string;
    using difference_type = std::ptrdiff_t;
    using pointer = std::string *;
    using reference = std::string &;
    explicit Iterator(Node *node = nullptr) : node(node) {}
    reference operator*() const { return node->text; }
    pointer operator->() const { return &node->text; }
    Iterator &operator++() {
      node = node->next;
      return *this;
    }
    Iterator operator++(int) {
      Iterator old = *this;
      ++*this;
      return old;
    }
    bool operator==(const Iterator &) const = default;

  private:
    Node *node;
  };
  void add(std::string text) { head = new Node{std::move(text), head}; }
  Iterator begin() const { return Iterator(head); }
  Iterator end() const { return Iterator(); }

private:
  Node *head = nullptr;
};
void ownIterators() {
  Chain chain, plain;
  chain.add("a");
  chain.add(source());
  plain.add("b");
  for (const auto &text : chain)
    sink(text); // expect tamga-custom-flow
  for (const auto &text : plain)
    sink(text); // clean
  sink(chain.begin()->substr(1)); // expect tamga-custom-flow
  std::vector<std::string> list(chain.begin(), chain.end()), other(plain.begin(), plain.end());
  sink(list[0]);  // expect tamga-custom-flow
  sink(other[0]); // clean
  auto it = chain.begin();
  sink(*it++); // expect tamga-custom-flow
  it = plain.begin();
  sink(*it); // overwritten
  std::vector<std::string> copied;
  std::copy(chain.begin(), chain.end(), std::back_inserter(copied));
  sink(copied[0]); // expect tamga-custom-flow
}
class Counter {
public:
  struct Iterator {
    int value;
    int operator*() const { return value; }
    Iterator &operator++() {
      ++value;
      return *this;
    }
    bool operator!=(const Iterator &other) const { return value != other.value; }
  };
  Counter(int from, int to) : from(from), to(to) {}
  Iterator begin() const { return {from}; }
  Iterator end() const { return {to}; }

private:
  int from, to;
};
void counted() {
  for (int number : Counter(tainted(), 9))
    sink(number); // expect tamga-custom-flow
  for (int number : Counter(0, 9))
    sink(number); // clean
}

//== Library: range for
void ranges() {
  std::vector<std::string> list{source()}, plain{"a"}, copy;
  for (std::string text : list)
    copy.push_back(std::move(text));
  sink(copy[0]); // expect tamga-custom-flow
  for (auto &&text : plain)
    sink(text); // clean
  for (auto &text : plain)
    text += source();
  sink(plain[0]); // expect tamga-custom-flow
  for (auto &text : plain)
    text.clear();
  int raw[3] = {1, 2, 3};
  for (int &number : raw)
    number *= 2;
  sink(raw[1]); // clean
  for (int number : {1, 2, tainted()})
    sink(number); // expect tamga-custom-flow
  for (int number : {1, 2})
    sink(number); // clean
  for (auto words = std::vector<std::string>{source()}; const auto &word : words)
    sink(word); // expect tamga-custom-flow
  for (std::string text : list) {
    sink(text); // expect tamga-custom-flow
    text = "plain";
    sink(text); // overwritten
  }
  for (const auto &letter : std::string("text"))
    sink(int(letter)); // clean
}

//== Library: initializer_list
std::string joined(std::initializer_list<std::string> parts) {
  std::string all;
  for (const auto &part : parts)
    all += part;
  return all;
}
struct Menu {
  std::vector<std::string> items;
  Menu(std::initializer_list<std::string> items) : items(items) {}
};
void lists() {
  sink(joined({"a", source()})); // expect tamga-custom-flow
  sink(joined({"a", "b"}));      // clean
  std::initializer_list<int> numbers{1, tainted()}, plain = {1, 2};
  sink(*(numbers.begin() + 1)); // expect tamga-custom-flow
  for (int number : numbers)
    sink(number);          // expect tamga-custom-flow
  sink(*plain.begin());    // clean
  sink(numbers.size());    // clean
  std::vector<int> list(numbers), other(plain);
  sink(list[1]);  // expect tamga-custom-flow
  sink(other[1]); // clean
  list = {3, 4};
  sink(list[1]); // overwritten
  Menu menu{"soup", source()}, second{"soup"};
  sink(menu.items[1]);        // expect tamga-custom-flow
  sink(second.items[0]);      // clean
  sink(std::max({1, tainted()})); // expect tamga-custom-flow
  sink(std::max({1, 2}));         // clean
  std::map<std::string, int> map{{"a", 1}, {"b", tainted()}};
  sink(map["b"]); // expect tamga-custom-flow
  sink(map["a"]); // clean
  std::vector<std::string> three{source(), "b", "c"};
  sink(three[0]); // expect tamga-custom-flow
  sink(three[1]); // clean
}
