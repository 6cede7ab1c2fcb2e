// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Containers, member by member.
#include <algorithm>
#include <array>
#include <deque>
#include <forward_list>
#include <list>
#include <map>
#include <queue>
#include <set>
#include <span>
#include <stack>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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
using S = std::string;

//== Library: lists, member by member
void lists() {
  std::list<S> a{"x"}, b{source()}, c{"y"}, e{"e"};
  a.splice(a.end(), b);
  sink(a.back()); // expect tamga-custom-flow
  c.merge(e);
  sink(c.front()); // clean
  c.merge(a);
  sink(c.back()); // expect tamga-custom-flow
  c.sort();
  c.reverse();
  c.unique();
  sink(c.front()); // expect tamga-custom-flow
  std::list<S> d{"z"};
  d.insert(d.begin(), source());
  sink(d.front()); // expect tamga-custom-flow
  std::list<S> f{"z"};
  f.insert(f.end(), c.begin(), c.end());
  sink(f.back()); // expect tamga-custom-flow
  std::list<S> g{"z"};
  g.insert(g.end(), {source(), "y"});
  sink(g.back()); // expect tamga-custom-flow
  std::list<S> h{"z"};
  *h.emplace(h.begin(), "x") = source();
  sink(h.front()); // expect tamga-custom-flow
  std::list<S> i{"z"};
  i.splice(i.begin(), h, h.begin());
  sink(i.front()); // expect tamga-custom-flow
  std::list<S> j{"z"};
  j.splice(j.begin(), c, c.begin(), c.end());
  sink(j.front()); // expect tamga-custom-flow
  std::list<S> k{"z"};
  k.remove_if([](const S &s) { sink(s); return s.empty(); }); // clean
  c.remove_if([](const S &s) { sink(s); return s.empty(); }); // expect tamga-custom-flow
  std::list<S> l(3, source());
  sink(l.front()); // expect tamga-custom-flow
  l.swap(k);
  sink(l.front()); // overwritten
  sink(k.front()); // expect tamga-custom-flow
  l.emplace_front(source());
  sink(l.front()); // expect tamga-custom-flow
  l.emplace_back("q");
  for (auto it = l.rbegin(); it != l.rend(); ++it)
    sink(*it); // expect tamga-custom-flow
  std::forward_list<S> m{"x"};
  m.push_front(source());
  sink(m.front()); // expect tamga-custom-flow
  std::forward_list<S> n{"x"};
  n.insert_after(n.before_begin(), source());
  for (auto &x : n)
    sink(x); // expect tamga-custom-flow
  std::forward_list<S> o{"x"};
  o.splice_after(o.before_begin(), m);
  sink(o.front()); // expect tamga-custom-flow
  std::forward_list<S> p{"x"};
  p.emplace_after(p.begin(), "y");
  sink(p.front()); // clean
  p.emplace_front(source());
  sink(p.front()); // expect tamga-custom-flow
  std::forward_list<S> q{"q"};
  q.merge(p);
  q.reverse();
  sink(q.front());                         // expect tamga-custom-flow
  sink(std::distance(q.begin(), q.end())); // clean
}

//== Library: deques and arrays, member by member
void deques() {
  std::deque<S> d{"a", source()}, e{"x", "y"};
  sink(d[1]);     // expect tamga-custom-flow
  sink(d[0]);     // clean
  sink(d.at(1));  // expect tamga-custom-flow
  sink(d.back()); // expect tamga-custom-flow
  e.push_front(source());
  sink(e.front()); // expect tamga-custom-flow
  e.emplace_front("t");
  sink(e.front()); // clean
  e.pop_front();
  e.pop_front();
  e.shrink_to_fit();
  e = {"a"};
  e.push_back(source());
  sink(e.back()); // expect tamga-custom-flow
  e = {"a"};
  e.insert(e.begin() + 1, source());
  sink(e.at(1)); // expect tamga-custom-flow
  e = {"a"};
  e.resize(4, source());
  sink(e[3]); // expect tamga-custom-flow
  std::deque<S> f(d.begin(), d.end());
  sink(f[1]); // expect tamga-custom-flow
  std::deque<S> g(d.rbegin(), d.rend());
  sink(g[0]); // expect tamga-custom-flow
  std::deque<S> h(2, "x");
  sink(h[0]); // clean
  h.swap(g);
  sink(h[0]); // expect tamga-custom-flow
  sink(g[0]); // overwritten
}
void arrays() {
  std::array<S, 3> a{"x", source(), "y"};
  sink(a[1]);           // expect tamga-custom-flow
  sink(a[0]);           // clean
  sink(std::get<1>(a)); // expect tamga-custom-flow
  sink(std::get<2>(a)); // clean
  auto [x, y, z] = a;
  sink(x); // clean
  sink(y); // expect tamga-custom-flow
  a.fill("z");
  sink(a[1]); // overwritten
  a.fill(source());
  sink(a.front()); // expect tamga-custom-flow
  auto b = std::to_array({1, tainted()});
  sink(b[1]); // expect tamga-custom-flow
  sink(b[0]); // clean
  std::array<std::array<int, 2>, 2> m{{{1, tainted()}, {3, 4}}};
  sink(m[0][1]); // expect tamga-custom-flow
  sink(m[1][1]); // clean
  std::array<int, 2> c{1, 2}, d{tainted(), 2};
  c.swap(d);
  sink(c[0]); // expect tamga-custom-flow
  sink(d[0]); // clean
  int *p = d.data();
  p[1] = tainted();
  sink(d[1]); // expect tamga-custom-flow
  sink(d[0]); // clean
}

//== Library: maps, member by member
void maps() {
  std::map<S, S> m{{"a", source()}, {"b", "x"}};
  sink(m["a"]);              // expect tamga-custom-flow
  sink(m["b"]);              // clean
  sink(m.at("a"));           // expect tamga-custom-flow
  sink(m.find("a")->second); // expect tamga-custom-flow
  sink(m.find("b")->second); // clean
  sink(m.find("a")->first);  // clean
  for (auto &[k, v] : m) {
    sink(k); // clean
    sink(v); // expect tamga-custom-flow
  }
  auto node = m.extract("a");
  sink(node.mapped()); // expect tamga-custom-flow
  sink(node.key());    // clean
  std::map<S, S> n;
  n.insert(std::move(node));
  sink(n.at("a")); // expect tamga-custom-flow
  std::map<S, S> o;
  o.merge(n);
  sink(o["a"]); // expect tamga-custom-flow
  auto nh = o.extract(o.begin());
  nh.key() = "z";
  n.insert(std::move(nh));
  sink(n.begin()->second); // expect tamga-custom-flow
  sink(n.begin()->first);  // clean
  std::map<S, S> p;
  p.emplace_hint(p.end(), "k", source());
  sink(p["k"]); // expect tamga-custom-flow
  p.try_emplace("l", "plain");
  sink(p["l"]); // clean
  p.try_emplace("t", source());
  sink(p["t"]); // expect tamga-custom-flow
  p.insert_or_assign("t", "x");
  sink(p["t"]); // overwritten
  auto [it, done] = p.insert({"u", source()});
  sink(it->second); // expect tamga-custom-flow
  sink(it->first);  // clean
  sink(done);       // clean
  auto [it2, done2] = p.emplace("w", "x");
  sink(it2->second); // clean
  auto [lo, hi] = p.equal_range("u");
  for (auto i = lo; i != hi; ++i)
    sink(i->second);                // expect tamga-custom-flow
  sink(p.lower_bound("u")->second); // expect tamga-custom-flow
  sink(p.count("u"));               // clean
  sink(p.contains("u"));            // clean
  std::map<S, S, std::less<>> tr{{"x", source()}};
  sink(tr.find(std::string_view("x"))->second); // expect tamga-custom-flow
  sink(tr.find("q")->first);                    // clean
  std::multimap<S, S> mm;
  mm.insert({"a", source()});
  mm.emplace("b", "x");
  sink(mm.find("a")->second); // expect tamga-custom-flow
  sink(mm.find("b")->second); // clean
  auto r = mm.equal_range("a");
  for (; r.first != r.second; ++r.first)
    sink(r.first->second); // expect tamga-custom-flow
  std::unordered_map<S, std::vector<int>> um;
  um["a"].push_back(tainted());
  um["b"].push_back(2);
  sink(um["a"][0]); // expect tamga-custom-flow
  sink(um["b"][0]); // clean
  std::unordered_map<int, S> ui;
  ui[1] = source();
  ui[2] = "x";
  sink(ui[1]); // expect tamga-custom-flow
  sink(ui[2]); // clean
  ui[1] = "y";
  sink(ui[1]); // overwritten
  for (const auto &e : ui)
    sink(e.second); // overwritten
  std::unordered_map<S, S> us{{source(), "v"}};
  sink(us.begin()->first);                  // expect tamga-custom-flow
  sink(us.begin()->second);                 // clean
  std::erase_if(us, [](const auto &e) { sink(e.first); return true; }); // expect tamga-custom-flow
  std::map<int, std::map<int, S>> nest;
  nest[1][2] = source();
  sink(nest[1][2]); // expect tamga-custom-flow
  sink(nest[1][3]); // clean
  sink(nest[2][2]); // clean
  if (auto f = ui.find(1); f != ui.end())
    f->second = source();
  sink(ui.at(1)); // expect tamga-custom-flow
  S key = source();
  std::map<S, int> cnt;
  ++cnt[key];
  sink(cnt.begin()->first);  // expect tamga-custom-flow
  sink(cnt.begin()->second); // clean
  std::map<S, S> moved = std::move(o);
  std::map<S, S> range(p.begin(), p.end());
  sink(range["u"]); // expect tamga-custom-flow
  std::vector<std::pair<S, S>> vec(p.begin(), p.end());
  sink(vec[0].second);              // expect tamga-custom-flow
  sink(vec[0].first);               // clean
  sink(std::prev(p.end())->second); // expect tamga-custom-flow
  sink(p.rbegin()->second);         // expect tamga-custom-flow
}

//== Library: sets, member by member
void sets() {
  std::set<S> s{"a", source()}, t{"x"};
  sink(*s.begin());   // expect tamga-custom-flow
  sink(*t.begin());   // clean
  sink(*s.find("a")); // expect tamga-custom-flow
  auto n = s.extract(s.begin());
  sink(n.value()); // expect tamga-custom-flow
  t.insert(std::move(n));
  sink(*t.rbegin()); // expect tamga-custom-flow
  auto [it, ok] = t.emplace("q");
  sink(ok); // clean
  std::set<S> u;
  u.merge(t);
  sink(*u.begin()); // expect tamga-custom-flow
  std::unordered_set<S> w(u.begin(), u.end());
  for (auto &x : w)
    sink(x); // expect tamga-custom-flow
  std::multiset<int> ms{1, tainted()};
  sink(*ms.lower_bound(2)); // expect tamga-custom-flow
  sink(w.size());           // clean
  std::vector<S> v(w.begin(), w.end());
  sink(v[0]); // expect tamga-custom-flow
  std::set<S> y;
  std::copy(v.begin(), v.end(), std::inserter(y, y.end()));
  sink(*y.begin()); // expect tamga-custom-flow
  y = {"x"};
  sink(*y.begin()); // overwritten
  std::unordered_multiset<S> um;
  um.insert(source());
  sink(*um.begin()); // expect tamga-custom-flow
  std::set<std::pair<int, S>> sp;
  sp.emplace(1, source());
  sink(sp.begin()->second); // expect tamga-custom-flow
  sink(sp.begin()->first);  // clean
}
struct T {
  int prio;
  S text;
  bool operator<(const T &o) const { return prio < o.prio; }
};

//== Library: adapters, member by member
void adapters() {
  std::stack<S> s;
  s.push(source());
  S top = s.top();
  s.pop();
  sink(top); // expect tamga-custom-flow
  std::stack<S> s2;
  s2.emplace("x");
  sink(s2.top()); // clean
  s2 = s;
  s2.swap(s);
  sink(s.top()); // expect tamga-custom-flow
  std::priority_queue<T> q;
  q.push({1, source()});
  q.emplace(T{2, "x"});
  sink(q.top().text); // expect tamga-custom-flow
  sink(q.top().prio); // clean
  std::queue<T> r;
  r.push({tainted(), "x"});
  sink(r.front().prio); // expect tamga-custom-flow
  sink(r.front().text); // clean
  r.back().text = source();
  sink(r.front().text); // expect tamga-custom-flow
  std::queue<int, std::list<int>> l;
  l.push(3);
  sink(l.front()); // clean
  std::priority_queue<int, std::vector<int>, std::greater<>> g;
  g.push(tainted());
  sink(g.top()); // expect tamga-custom-flow
  std::vector<int> vec{tainted()};
  std::priority_queue<int> h(vec.begin(), vec.end());
  sink(h.top()); // expect tamga-custom-flow
}

//== Library: vectors, member by member
void vectors() {
  std::vector<S> v(3), w(2, "x"), x(w.begin(), w.end()), y{w}, z(std::move(x));
  sink(w[0]); // clean
  v[1] = source();
  sink(v[1]); // expect tamga-custom-flow
  sink(v[0]); // clean
  v.at(1) = "y";
  sink(v[1]); // overwritten
  v.insert(v.begin(), source());
  sink(v[0]); // expect tamga-custom-flow
  std::vector<S> a;
  a.insert(a.end(), v.begin(), v.end());
  sink(a[0]); // expect tamga-custom-flow
  std::vector<S> b;
  b.insert(b.end(), 2, source());
  sink(b[1]); // expect tamga-custom-flow
  std::vector<S> c{"x"};
  *c.insert(c.end(), "z") = source();
  sink(c.back()); // expect tamga-custom-flow
  std::vector<S> d{"x", source()};
  d.erase(d.begin());
  sink(d[0]); // expect tamga-custom-flow
  std::vector<S> e{source(), "x"};
  S got = std::move(e[0]);
  sink(got); // expect tamga-custom-flow
  S *p = e.data();
  p[1] = source();
  sink(e[1]); // expect tamga-custom-flow
  std::vector<std::vector<S>> m(2, std::vector<S>(2));
  m[0][1] = source();
  sink(m[0][1]); // expect tamga-custom-flow
  sink(m[1][1]); // clean
  std::vector<S> f{"x"};
  f.reserve(4);
  f.resize(3, source());
  sink(f[2]); // expect tamga-custom-flow
  std::vector<S> g;
  for (int i = 0; i < 3; ++i)
    g.push_back(i ? source() : "x");
  sink(g[2]); // expect tamga-custom-flow
  std::vector<S> h{"a", "b"};
  std::swap(h[0], e[1]);
  sink(h[0]);         // expect tamga-custom-flow
  sink(h[1]);         // clean
  sink(v.capacity()); // clean
  std::vector<S *> ptrs{&h[0], &h[1]};
  sink(*ptrs[0]); // expect tamga-custom-flow
  sink(*ptrs[1]); // clean
  std::vector<S> k{"a"};
  k.emplace_back() = source();
  sink(k.back()); // expect tamga-custom-flow
  std::span<S> sp(k);
  sink(sp[1]); // expect tamga-custom-flow
  for (auto &t : sp.subspan(1))
    sink(t); // expect tamga-custom-flow
  for (auto &t : sp)
    t = "q";
  std::vector<int> ints{1, 2};
  std::span<int> si{ints};
  si[1] = tainted();
  sink(ints[1]); // expect tamga-custom-flow
  sink(ints[0]); // false tamga-custom-flow
  std::span<const int> sc(ints.data(), 2);
  sink(sc[1]); // expect tamga-custom-flow
  auto bytes = std::as_bytes(si);
  sink(int(bytes[0])); // expect tamga-custom-flow
  sink(si.size());     // clean
  if (v == w)
    sink(1); // clean
}
