// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Containers that are emptied or filled anew, and objects behind pointers.
#include <algorithm>
#include <array>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <queue>
#include <set>
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

//== Library: vectors emptied and filled
void vectors() {
  std::vector<int> v{tainted(), tainted()};
  v.clear();
  v.push_back(1);
  sink(v[0]); // overwritten
  v = {tainted()};
  v.resize(0);
  v.resize(2);
  sink(v[0]); // overwritten
  v = {tainted()};
  v.erase(v.begin(), v.end());
  v.push_back(2);
  sink(v[0]); // overwritten
  v = {tainted()};
  std::vector<int>().swap(v);
  v.push_back(2);
  sink(v[0]); // overwritten
  v = {tainted()};
  std::vector<int> empty;
  v.swap(empty);
  v.push_back(2);
  sink(v[0]);     // overwritten
  sink(empty[0]); // expect tamga-custom-flow
  v = {tainted()};
  v = {};
  v.push_back(2);
  sink(v[0]); // overwritten
  v = {tainted()};
  v.assign(2, 7);
  sink(v[0]); // overwritten
  v = {tainted()};
  v.assign({1, 2});
  sink(v[0]); // overwritten
  std::vector<int> w{1, 2};
  v = {tainted()};
  v.assign(w.begin(), w.end());
  sink(v[0]); // overwritten
  v.assign(3, tainted());
  sink(v[1]); // expect tamga-custom-flow
  v = {tainted()};
  v = std::vector<int>();
  v.push_back(1);
  sink(v.front()); // overwritten
  v = {tainted()};
  v = std::vector<int>(4, 0);
  sink(v[2]); // overwritten
  v = {tainted()};
  std::swap(v, w);
  sink(v[0]); // overwritten
  sink(w[0]); // expect tamga-custom-flow
  w = std::move(v);
  sink(w[0]); // overwritten
  v = {tainted()};
  std::fill(v.begin(), v.end(), 0);
  sink(v[0]); // overwritten
  v = {tainted()};
  std::fill_n(v.begin(), v.size(), 0);
  sink(v[0]); // overwritten
  v = {tainted()};
  std::ranges::fill(v, 0);
  sink(v[0]); // overwritten
  v = {tainted()};
  std::iota(v.begin(), v.end(), 0);
  sink(v[0]); // overwritten
  v = {tainted()};
  std::generate(v.begin(), v.end(), [] { return 3; });
  sink(v[0]); // overwritten
  std::fill(v.begin(), v.end(), tainted());
  sink(v[0]); // expect tamga-custom-flow
  v.clear();
  for (int x : v)
    sink(x); // overwritten
  v.emplace_back(tainted());
  sink(v.back()); // expect tamga-custom-flow
  v.pop_back();
  v.push_back(1);
  sink(v[0]); // false tamga-custom-flow
}

//== Library: containers and strings emptied
void others() {
  std::list<std::string> l{source()};
  l.clear();
  l.push_back("x");
  sink(l.front()); // overwritten
  l = {source()};
  l.erase(l.begin(), l.end());
  l.push_back("x");
  sink(l.back()); // overwritten
  l.assign(2, source());
  sink(l.back()); // expect tamga-custom-flow
  l.resize(0);
  l.push_front("x");
  sink(l.front()); // overwritten
  std::deque<std::string> d{source(), "b"};
  d.clear();
  d.push_back("y");
  sink(d[0]); // overwritten
  d = {source()};
  d.assign({"a"});
  sink(d[0]); // overwritten
  std::map<std::string, std::string> m{{"a", source()}};
  m.clear();
  m["a"] = "x";
  sink(m["a"]); // overwritten
  m["a"] = source();
  m.erase(m.begin(), m.end());
  sink(m["a"]); // overwritten
  m["a"] = source();
  m = {};
  sink(m["a"]); // overwritten
  m["a"] = source();
  m.erase("a");
  sink(m["a"]); // overwritten
  m["a"] = source();
  m.erase(m.find("a"));
  sink(m["a"]); // overwritten
  std::set<std::string> s{source()};
  s.clear();
  s.insert("x");
  sink(*s.begin()); // overwritten
  s = {source()};
  s.erase(s.begin(), s.end());
  s.insert("x");
  sink(*s.begin()); // overwritten
  s = {source()};
  s = {};
  for (auto &x : s)
    sink(x); // overwritten
  std::string t = source();
  t.erase(t.begin(), t.end());
  sink(t); // overwritten
  t = source();
  t.erase();
  sink(t); // overwritten
  t = source();
  t.erase(0);
  sink(t); // overwritten
  t = source();
  t.resize(0);
  sink(t); // overwritten
  t = source();
  t = {};
  sink(t); // overwritten
  t = source();
  t.assign(3, 'x');
  sink(t); // overwritten
  t = source();
  t.assign("x");
  sink(t); // overwritten
  t = source();
  std::string().swap(t);
  sink(t); // overwritten
  t = source();
  std::fill(t.begin(), t.end(), '*');
  sink(t); // overwritten
  t = source();
  t.replace(0, t.size(), "x");
  sink(t); // overwritten
  t = source();
  t.replace(t.begin(), t.end(), "x");
  sink(t); // overwritten
  t = source();
  t.erase(0, std::string::npos);
  sink(t); // overwritten
  t = source();
  t.clear();
  t += "x";
  sink(t); // overwritten
}

//== Library: arrays behind pointers
void arrays() {
  auto p = std::make_unique<int[]>(3);
  p[0] = tainted();
  p[1] = 2;
  sink(p[0]); // expect tamga-custom-flow
  sink(p[1]); // clean
  auto q = std::make_shared<int[]>(2);
  q[1] = tainted();
  sink(q[1]); // expect tamga-custom-flow
  std::unique_ptr<std::string[]> r(new std::string[2]);
  r[0] = source();
  sink(r[0]); // expect tamga-custom-flow
  sink(r[1]); // clean
  p[0] = 1;
  sink(p[0]); // overwritten
}
struct Rec {
  std::string text;
  int id;
};
struct Node {
  Rec rec;
  std::string label;
  std::shared_ptr<Node> next;
};

//== Library: records behind pointers
void records() {
  auto s = std::make_shared<Rec>();
  s->text = source();
  sink(s->text); // expect tamga-custom-flow
  sink(s->id);   // clean
  auto u = std::make_unique<Rec>(Rec{"x", tainted()});
  sink(u->text); // clean
  sink(u->id);   // expect tamga-custom-flow
  auto n = std::make_shared<Node>();
  n->rec.text = source();
  n->label = "l";
  sink(n->label);    // clean
  sink(n->rec.id);   // clean
  sink(n->rec.text); // expect tamga-custom-flow
  n->next = std::make_shared<Node>();
  n->next->label = source();
  sink(n->label);          // clean
  sink(n->next->label);    // expect tamga-custom-flow
  sink(n->next->rec.text); // clean
  n->rec.text = "x";
  sink(n->rec.text); // overwritten
  *u = Rec{source(), 2};
  sink(u->text); // expect tamga-custom-flow
  sink(u->id);   // overwritten
  u.reset(new Rec{"a", 2});
  sink(u->text); // overwritten
  u = std::make_unique<Rec>();
  sink(u->text); // overwritten
  std::shared_ptr<Rec> t = s;
  t->id = tainted();
  sink(s->id); // expect tamga-custom-flow
  s.reset();
  s = std::make_shared<Rec>();
  sink(s->text); // overwritten
}
Rec next(std::vector<Rec> &q) {
  Rec r = q.front();
  q.erase(q.begin());
  return r;
}
struct Queue {
  std::vector<Rec> v;
  void push(Rec r) { v.push_back(std::move(r)); }
  Rec pop() {
    Rec r = v.front();
    v.erase(v.begin());
    return r;
  }
  Rec &top() { return v.back(); }
};
struct Queue2 {
  std::deque<Rec> v;
  void push(const Rec &r) { v.push_back(r); }
  bool pop(Rec &out) {
    if (v.empty())
      return false;
    out = std::move(v.front());
    v.pop_front();
    return true;
  }
};

//== Library: records that leave a queue
void queues() {
  std::vector<Rec> q;
  q.push_back({source(), 1});
  Rec r = next(q);
  sink(r.text); // expect tamga-custom-flow
  sink(r.id);   // clean
  Queue k;
  k.push({source(), 2});
  Rec s = k.pop();
  sink(s.text);     // expect tamga-custom-flow
  sink(s.id);       // clean
  sink(k.top().id); // clean
  Queue2 z;
  z.push({"a", tainted()});
  Rec out;
  z.pop(out);
  sink(out.text); // clean
  sink(out.id);   // expect tamga-custom-flow
  std::queue<Rec> sq;
  sq.push({source(), 1});
  Rec f = sq.front();
  sq.pop();
  sink(f.text); // expect tamga-custom-flow
  sink(f.id);   // clean
}
