// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Views, in the ways they are written.
#include <algorithm>
#include <array>
#include <list>
#include <map>
#include <numeric>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(const char *text);
void sink(std::string_view text);
void sink(int number);
void sink(long number);
void sink(unsigned long number);
void sink(double number);
void sink(bool answer);
void sink(char letter);
namespace rv = std::views;
struct Person {
  std::string name;
  int age;
};

//== Library: views in pipelines
void pipelines() {
  std::vector<int> v{tainted(), 2}, w{1, 2};
  for (int x : v | rv::transform([](int x) { return x * 2; }))
    sink(x); // expect tamga-custom-flow
  for (int x : w | rv::transform([](int x) { return x * 2; }))
    sink(x); // clean
  for (int x : w | rv::transform([](int x) { return x + tainted(); }))
    sink(x); // expect tamga-custom-flow
  for (int x : v | rv::transform([](int) { return 1; }))
    sink(x); // clean
  for (int x : v | rv::filter([](int x) { return x > 1; }) | rv::transform([](int x) { return -x; }))
    sink(x); // expect tamga-custom-flow
  for (int x : w | rv::filter([](int x) { return x > 1; }) | rv::transform([](int x) { return -x; }))
    sink(x); // clean
  for (int x : rv::transform(v, [](int x) { return x; }))
    sink(x); // expect tamga-custom-flow
  for (int x : rv::take(v, 2))
    sink(x); // expect tamga-custom-flow
  for (int x : rv::filter(w, [](int x) { return x > 1; }))
    sink(x); // clean
  auto pipe = rv::filter([](int x) { return x > 1; }) | rv::take(3);
  for (int x : v | pipe)
    sink(x); // expect tamga-custom-flow
  for (int x : w | pipe)
    sink(x); // clean
}

//== Library: views, their members
void members() {
  std::vector<int> v{tainted(), 2}, w{1, 2};
  auto t = v | rv::transform([](int x) { return x + 1; });
  std::vector<int> copy(t.begin(), t.end());
  sink(copy[0]); // expect tamga-custom-flow
  auto u = w | rv::transform([](int x) { return x + 1; });
  std::vector<int> copy2(u.begin(), u.end());
  sink(copy2[0]); // clean
  std::vector<int> out;
  std::ranges::copy(v | rv::drop(1), std::back_inserter(out));
  sink(out[0]); // expect tamga-custom-flow
  std::vector<int> out2;
  std::ranges::copy(w | rv::reverse, std::back_inserter(out2));
  sink(out2[0]);                                // clean
  sink(*t.begin());                             // expect tamga-custom-flow
  sink(t[0]);                                   // expect tamga-custom-flow
  sink(t.front());                              // expect tamga-custom-flow
  sink(u[1]);                                   // clean
  sink(std::accumulate(t.begin(), t.end(), 0)); // expect tamga-custom-flow
  sink(std::accumulate(u.begin(), u.end(), 0)); // clean
  auto f = v | rv::filter([](int x) { return x; });
  sink(*f.begin()); // expect tamga-custom-flow
  sink(f.front());  // expect tamga-custom-flow
  auto tk = w | rv::take(2);
  sink(tk[0]);                    // clean
  sink(tk.back());                // clean
  sink(std::ranges::distance(f)); // clean
}
template <class R>
int total(R &&r) {
  int s = 0;
  for (auto x : r)
    s += x;
  return s;
}
template <std::ranges::input_range R>
void show(R r) {
  for (auto x : r)
    sink(x); // expect tamga-custom-flow
}
void passedOn() {
  std::vector<int> v{tainted(), 2}, w{1, 2};
  sink(total(v | rv::take(2))); // expect tamga-custom-flow
  sink(total(w | rv::take(2))); // clean
  show(v | rv::drop(1));
}

//== Library: views of keys and values
void halves() {
  std::map<std::string, std::string> m{{"k", source()}}, n{{source(), "v"}};
  for (auto &k : m | rv::keys)
    sink(k); // clean
  for (auto &k : n | rv::keys)
    sink(k); // expect tamga-custom-flow
  for (auto &k : m | rv::values)
    sink(k); // expect tamga-custom-flow
  for (auto &k : n | rv::values)
    sink(k); // clean
  for (const auto &k : rv::keys(n))
    sink(k); // expect tamga-custom-flow
  for (const auto &k : rv::elements<0>(m))
    sink(k); // clean
  for (const auto &[k, x] : m | rv::take(1)) {
    sink(k); // clean
    sink(x); // expect tamga-custom-flow
  }
  std::vector<std::pair<int, std::string>> pairs{{1, source()}};
  for (const auto &s : pairs | rv::values)
    sink(s); // expect tamga-custom-flow
  for (int s : pairs | rv::keys)
    sink(s); // clean
}
void fields() {
  std::vector<Person> ps{{source(), 3}}, qs{{"a", 4}};
  for (auto &n : ps | rv::transform(&Person::name))
    sink(n); // expect tamga-custom-flow
  for (auto n : ps | rv::transform(&Person::age))
    sink(n); // clean
  for (auto &n : qs | rv::transform(&Person::name))
    sink(n); // clean
  for (auto n : ps | rv::transform([](const Person &p) { return p.name; }))
    sink(n); // expect tamga-custom-flow
  for (auto n : ps | rv::transform([](const Person &p) { return p.age; }))
    sink(n); // clean
  for (auto &p : ps | rv::filter([](const Person &p) { return p.age > 2; })) {
    sink(p.name); // expect tamga-custom-flow
    sink(p.age);  // clean
  }
  for (auto &p : qs | rv::reverse)
    p.name = source();
  sink(qs[0].name); // expect tamga-custom-flow
  sink(qs[0].age);  // clean
}

//== Library: views of text
void letters() {
  std::string line = source(), other = "a,b";
  for (auto part : line | rv::split(','))
    sink(std::string(part.begin(), part.end())); // expect tamga-custom-flow
  for (auto part : other | rv::split(','))
    sink(std::string(part.begin(), part.end())); // clean
  for (auto part : line | rv::split(','))
    sink(std::string_view(part.begin(), part.end())); // expect tamga-custom-flow
  for (auto part : std::string_view(line) | rv::split(' ')) {
    std::string w(part.data(), part.size());
    sink(w); // expect tamga-custom-flow
  }
  std::string upper;
  for (char c : line | rv::transform([](char c) { return char(c - 32); }))
    upper += c;
  sink(upper); // expect tamga-custom-flow
  std::string cut;
  for (char c : other | rv::filter([](char c) { return c != ' '; }))
    cut += c;
  sink(cut); // clean
  auto rev = line | rv::reverse;
  sink(std::string(rev.begin(), rev.end())); // expect tamga-custom-flow
  for (auto part : rv::split(other, ','))
    sink(std::string(part.begin(), part.end())); // clean
  for (auto part : rv::lazy_split(line, ','))
    for (char c : part)
      sink(c); // expect tamga-custom-flow
}

//== Library: views that make elements
void made() {
  std::vector<std::vector<int>> vv{{1}, {tainted()}}, ww{{1}};
  for (int x : vv | rv::join)
    sink(x); // expect tamga-custom-flow
  for (int x : ww | rv::join)
    sink(x); // clean
  std::vector<std::string> words{"a", source()}, plain{"b"};
  std::string all, none;
  for (char c : words | rv::join)
    all += c;
  for (char c : plain | rv::join)
    none += c;
  sink(all);  // expect tamga-custom-flow
  sink(none); // clean
  for (int x : rv::iota(1, tainted()))
    sink(x); // clean
  for (int x : rv::iota(0, 10))
    sink(x); // clean
  for (int x : rv::iota(tainted(), 1000))
    sink(x); // expect tamga-custom-flow
  std::vector<int> v{1, tainted()};
  for (int i : rv::iota(0, 2))
    sink(v[i]); // expect tamga-custom-flow
  auto sq = rv::iota(1, 4) | rv::transform([](int i) { return i * i; });
  for (int x : sq)
    sink(x); // clean
  int k = tainted();
  for (int x : rv::iota(1, 4) | rv::transform([k](int i) { return i * k; }))
    sink(x); // expect tamga-custom-flow
  for (int x : rv::counted(v.begin(), 2))
    sink(x); // expect tamga-custom-flow
  std::vector<int> w{1, 2};
  for (int x : rv::take_while(w, [](int x) { return x < 3; }))
    sink(x); // clean
  for (int x : v | rv::take_while([](int x) { return x < 3; }))
    sink(x); // expect tamga-custom-flow
  for (int x : v | rv::drop_while([](int x) { return x < 3; }))
    sink(x); // expect tamga-custom-flow
  std::ranges::subrange sub(v.begin(), v.end());
  for (int x : sub)
    sink(x);         // expect tamga-custom-flow
  sink(sub.front()); // expect tamga-custom-flow
  std::ranges::subrange sub2(w.begin(), w.end());
  for (int x : sub2)
    sink(x); // clean
  for (int x : rv::all(v))
    sink(x); // expect tamga-custom-flow
  for (int x : rv::single(k))
    sink(x); // expect tamga-custom-flow
  for (int x : rv::empty<int>)
    sink(x); // clean
  std::ranges::ref_view r(v);
  for (int x : r)
    sink(x); // expect tamga-custom-flow
}

//== Library: views of other ranges
void writes() {
  std::vector<int> w{1, 2}, z{3, 4};
  for (int &x : w | rv::take(1))
    x = tainted();
  sink(w[0]); // expect tamga-custom-flow
  for (int &x : z | rv::filter([](int x) { return x > 3; }))
    x = 0;
  sink(z[0]); // clean
  std::array<int, 2> a{1, tainted()};
  for (int x : a | rv::reverse)
    sink(x); // expect tamga-custom-flow
  int raw[] = {tainted(), 2};
  for (int x : raw | rv::drop(1))
    sink(x); // expect tamga-custom-flow
  std::span<int> s(raw);
  for (int x : s | rv::take(1))
    sink(x); // expect tamga-custom-flow
  std::ranges::sort(z | rv::take(2));
  sink(z[0]); // clean
  auto it = std::ranges::find_if(w | rv::all, [](int x) { return x > 0; });
  sink(*it);                                                              // expect tamga-custom-flow
  sink(std::ranges::max(w | rv::transform([](int x) { return x + 1; }))); // expect tamga-custom-flow
  sink(std::ranges::max(z | rv::transform([](int x) { return x + 1; }))); // clean
  std::vector<int> out;
  for (int x : w | rv::common)
    out.push_back(x);
  sink(out[0]);                                                   // expect tamga-custom-flow
  std::ranges::for_each(w | rv::take(1), [](int x) { sink(x); }); // expect tamga-custom-flow
  std::ranges::for_each(z | rv::take(1), [](int x) { sink(x); }); // clean
  std::list<std::string> l{source()};
  for (const std::string &x : l | rv::take(1))
    sink(x); // expect tamga-custom-flow
  for (auto x : l | rv::transform([](const std::string &s) { return s.size(); }))
    sink(x); // clean
  for (const auto &x : l | rv::transform([](const std::string &s) { return s + "!"; }))
    sink(x); // expect tamga-custom-flow
}
auto adults(const std::vector<Person> &ps) {
  return ps | rv::filter([](const Person &p) { return p.age > 17; });
}
class Book {
public:
  auto names() const {
    return people | rv::transform([](const Person &p) -> const std::string & { return p.name; });
  }
  void add(Person p) { people.push_back(std::move(p)); }
private:
  std::vector<Person> people;
};
void returned() {
  std::vector<Person> ps{{source(), 3}}, qs{{"a", 4}};
  for (auto &p : adults(ps))
    sink(p.name); // expect tamga-custom-flow
  for (auto &p : adults(qs))
    sink(p.name); // clean
  Book b, c;
  b.add({source(), 3});
  c.add({"x", 3});
  for (auto &n : b.names())
    sink(n); // expect tamga-custom-flow
  for (auto &n : c.names())
    sink(n); // clean
}
