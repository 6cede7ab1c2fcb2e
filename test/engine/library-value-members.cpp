// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Values, pointers and callables, member by member.
#include <any>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
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
struct P {
  S n;
  int a;
  P(S n, int a) : n(n), a(a) {}
};
struct Agg {
  S n;
  int a;
};
int plus(int a, int b) { return a + b; }

//== Library: tuples and pairs, member by member
void tuples() {
  std::tuple<S, int, S> t{source(), 1, "x"};
  sink(std::get<0>(t));   // expect tamga-custom-flow
  sink(std::get<1>(t));   // clean
  sink(std::get<int>(t)); // clean
  sink(std::get<2>(t));   // clean
  auto [a, b, c] = t;
  sink(a); // expect tamga-custom-flow
  sink(b); // clean
  S x;
  int y;
  std::tie(x, y, std::ignore) = t;
  sink(x); // expect tamga-custom-flow
  sink(y); // clean
  auto cat = std::tuple_cat(t, std::make_tuple(tainted()));
  sink(std::get<3>(cat)); // expect tamga-custom-flow
  sink(std::get<1>(cat)); // false tamga-custom-flow
  sink(std::get<0>(cat)); // expect tamga-custom-flow
  P p = std::make_from_tuple<P>(std::tuple(source(), 4));
  sink(p.n);                                                                                  // expect tamga-custom-flow
  sink(p.a);                                                                                  // false tamga-custom-flow
  sink(std::apply(plus, std::pair(tainted(), 1)));                                            // expect tamga-custom-flow
  sink(std::apply([](int a, int b) { return b; }, std::tuple(tainted(), 1)));                 // clean
  sink(std::apply([](auto &&...v) { return (0 + ... + int(v)); }, std::tuple(tainted(), 1))); // expect tamga-custom-flow
  std::get<0>(t) = "x";
  sink(std::get<0>(t)); // overwritten
  std::pair<S, int> q = std::make_pair(source(), 1), r(std::piecewise_construct, std::forward_as_tuple(3, 'x'), std::forward_as_tuple(tainted()));
  sink(q.first);  // expect tamga-custom-flow
  sink(q.second); // clean
  sink(r.first);  // clean
  sink(r.second); // expect tamga-custom-flow
  std::swap(q, r);
  sink(q.first); // overwritten
  sink(r.first); // expect tamga-custom-flow
  auto [k, v] = q;
  sink(v); // expect tamga-custom-flow
  sink(k); // clean
  S u, w = source();
  u = std::exchange(w, "x");
  sink(u); // expect tamga-custom-flow
  sink(w); // overwritten
  std::tie(u, w) = std::pair(S("p"), u);
  sink(u); // overwritten
  sink(w); // expect tamga-custom-flow
  std::tuple<S, int> conv = r;
  sink(std::get<0>(conv)); // expect tamga-custom-flow
  sink(std::get<1>(conv)); // clean
  auto fw = std::forward_as_tuple(w, y);
  sink(std::get<0>(fw)); // expect tamga-custom-flow
  sink(std::get<1>(fw)); // clean
  std::tuple<int &> ref(y);
  std::get<0>(ref) = tainted();
  sink(y); // missed tamga-custom-flow
  if (std::tuple(1, 2) < std::tuple(2, y))
    sink(3); // clean
}
std::optional<S> find(bool c) {
  if (c)
    return source();
  return std::nullopt;
}
std::optional<S> none(bool c) {
  if (c)
    return "x";
  return {};
}

//== Library: optionals, member by member
void optionals() {
  auto o = find(true), n = none(true);
  sink(*o);                   // expect tamga-custom-flow
  sink(*n);                   // clean
  sink(o.value());            // expect tamga-custom-flow
  sink(o.value_or("x"));      // expect tamga-custom-flow
  sink(n.value_or(source())); // expect tamga-custom-flow
  sink(n.value_or("y"));      // clean
  sink(o->size());            // clean
  sink(o.has_value());        // clean
  if (o)
    sink(*o); // expect tamga-custom-flow
  o.reset();
  sink(o.value_or("x")); // overwritten
  o = source();
  sink(*o); // expect tamga-custom-flow
  o = std::nullopt;
  sink(*o); // overwritten
  o.emplace(source());
  sink(*o); // expect tamga-custom-flow
  o.emplace(3, 'x');
  sink(*o); // overwritten
  std::swap(o, n);
  std::optional<P> p(std::in_place, source(), 2);
  sink(p->n); // expect tamga-custom-flow
  sink(p->a); // clean
  std::optional<Agg> g = Agg{"x", tainted()};
  sink(g->a); // expect tamga-custom-flow
  sink(g->n); // clean
  g->n = source();
  sink(g->n); // expect tamga-custom-flow
  auto m = std::make_optional<P>(source(), 3);
  sink(m->n); // expect tamga-custom-flow
  sink(m->a); // clean
  S out = std::move(*m).n;
  sink(out); // expect tamga-custom-flow
  std::optional<int> i = tainted();
  sink(*i + 1); // expect tamga-custom-flow
  int k = i ? *i : 0;
  sink(k); // expect tamga-custom-flow
  std::optional<std::reference_wrapper<S>> r = out;
  sink(r->get()); // expect tamga-custom-flow
  r->get() = "x";
  sink(out);    // false tamga-custom-flow
  sink(i == 3); // clean
}

//== Library: any, member by member
void anys() {
  std::any a = source(), b = S("x");
  sink(std::any_cast<S>(a));   // expect tamga-custom-flow
  sink(std::any_cast<S &>(b)); // clean
  sink(*std::any_cast<S>(&a)); // expect tamga-custom-flow
  a = 3;
  sink(std::any_cast<int>(a)); // overwritten
  a.emplace<S>(source());
  sink(std::any_cast<const S &>(a)); // expect tamga-custom-flow
  a.reset();
  a = b;
  sink(std::any_cast<S>(a)); // overwritten
  std::any c = Agg{source(), 1};
  sink(std::any_cast<Agg>(c).n);   // expect tamga-custom-flow
  sink(std::any_cast<Agg &>(c).a); // clean
  std::any_cast<Agg &>(c).n = "x";
  sink(std::any_cast<Agg>(c).n); // false tamga-custom-flow
  auto d = std::make_any<S>(source());
  sink(std::any_cast<S>(d)); // expect tamga-custom-flow
  std::map<S, std::any> props;
  props["a"] = source();
  props["b"] = 2;
  sink(std::any_cast<S>(props["a"]));   // expect tamga-custom-flow
  sink(std::any_cast<int>(props["b"])); // clean
  sink(a.has_value());                  // clean
}
struct Base {
  virtual ~Base() = default;
  S name;
};
struct Derived : Base {
  S extra;
};
struct Self : std::enable_shared_from_this<Self> {
  S text;
  std::shared_ptr<Self> me() { return shared_from_this(); }
};

//== Library: pointers, member by member
void pointers() {
  auto u = std::make_unique<S>(source()), v = std::make_unique<S>("x");
  sink(*u);         // expect tamga-custom-flow
  sink(*v);         // clean
  sink(u->c_str()); // expect tamga-custom-flow
  S *raw = u.get();
  sink(*raw); // expect tamga-custom-flow
  std::unique_ptr<S> w = std::move(u);
  sink(*w); // expect tamga-custom-flow
  S *rel = w.release();
  sink(*rel); // expect tamga-custom-flow
  v.reset(rel);
  sink(*v); // expect tamga-custom-flow
  v.reset(new S("y"));
  sink(*v); // overwritten
  std::unique_ptr<S> x(new S(source()));
  v.swap(x);
  sink(*v); // expect tamga-custom-flow
  sink(*x); // overwritten
  std::swap(v, x);
  sink(*x); // expect tamga-custom-flow
  sink(*v); // overwritten
  v = std::make_unique<S>(source());
  sink(*v);                // expect tamga-custom-flow
  auto del = [](S *p) { sink(*p); delete p; }; // expect tamga-custom-flow
  {
    std::unique_ptr<S, decltype(del)> g(new S(source()), del);
  }
  std::shared_ptr<Base> b = std::make_shared<Derived>();
  b->name = source();
  auto d = std::dynamic_pointer_cast<Derived>(b);
  sink(d->name);  // expect tamga-custom-flow
  sink(d->extra); // clean
  auto st = std::static_pointer_cast<Derived>(b);
  st->extra = source();
  sink(d->extra); // expect tamga-custom-flow
  std::shared_ptr<S> al(b, &b->name);
  sink(*al); // expect tamga-custom-flow
  std::weak_ptr<Base> wk = b;
  if (auto l = wk.lock())
    sink(l->name); // expect tamga-custom-flow
  std::shared_ptr<Base> from(wk);
  sink(from->name); // expect tamga-custom-flow
  auto s = std::make_shared<Self>();
  s->text = source();
  sink(s->me()->text); // expect tamga-custom-flow
  auto s2 = std::make_shared<Self>();
  s2->text = "x";
  sink(s2->me()->text); // clean
  sink(b.use_count());  // clean
  auto sh = std::shared_ptr<S>(std::move(v));
  sink(*sh); // expect tamga-custom-flow
  std::shared_ptr<S> nul;
  if (sh != nullptr)
    sink(*sh); // expect tamga-custom-flow
  std::shared_ptr<const S> cs = sh;
  sink(*cs); // expect tamga-custom-flow
  *sh = "x";
  sink(*cs); // overwritten
  std::vector<std::unique_ptr<Agg>> list;
  list.push_back(std::make_unique<Agg>(Agg{source(), 1}));
  sink(list[0]->n); // expect tamga-custom-flow
  sink(list[0]->a); // clean
  auto ts = std::make_shared<std::vector<S>>();
  ts->push_back(source());
  sink(ts->front()); // expect tamga-custom-flow
  auto [p1, p2] = std::pair(std::make_unique<S>(source()), std::make_unique<S>("x"));
  sink(*p1); // expect tamga-custom-flow
  sink(*p2); // clean
  std::unique_ptr<Base> ub = std::make_unique<Derived>();
  static_cast<Derived &>(*ub).extra = source();
  sink(static_cast<Derived *>(ub.get())->extra); // expect tamga-custom-flow
  sink(ub->name);                                // clean
  auto fp = std::unique_ptr<FILE, int (*)(FILE *)>(nullptr, nullptr);
  std::shared_ptr<int> arr(new int[3], std::default_delete<int[]>());
  arr.get()[1] = tainted();
  sink(arr.get()[1]); // expect tamga-custom-flow
  std::unique_ptr<S> &rf = x;
  *rf = "t";
  sink(*x); // overwritten
}
struct M {
  int k;
  int times(int x) const { return k * x; }
  S text;
  const S &get() const { return text; }
};
S greet(const S &a, const S &b) { return a + b; }
S second(const S &, const S &b) { return b; }

//== Library: callables, member by member
void functions() {
  std::function<S(const S &)> f = [](const S &s) { return s; };
  sink(f(source())); // expect tamga-custom-flow
  sink(f("x"));      // clean
  f = [](const S &) { return S("x"); };
  sink(f(source())); // overwritten
  using namespace std::placeholders;
  auto b = std::bind(greet, _1, "x");
  sink(b(source())); // expect tamga-custom-flow
  sink(b("y"));      // clean
  auto b2 = std::bind(second, _2, _1);
  sink(b2(source(), "x")); // expect tamga-custom-flow
  sink(b2("x", source())); // clean
  auto b3 = std::bind(&M::times, _1, 3);
  M m{tainted(), source()};
  sink(b3(m)); // expect tamga-custom-flow
  auto b4 = std::bind(&M::get, &m);
  sink(b4());                     // expect tamga-custom-flow
  sink(std::mem_fn(&M::get)(m));  // expect tamga-custom-flow
  sink(std::mem_fn(&M::text)(m)); // expect tamga-custom-flow
  M clean{2, "x"};
  sink(std::mem_fn(&M::get)(clean));      // clean
  sink(std::invoke(&M::times, clean, 2)); // clean
  sink(std::invoke(&M::text, m));         // expect tamga-custom-flow
  sink(std::invoke(&M::times, &m, 2));    // expect tamga-custom-flow
  auto bf = std::bind_front(second, source());
  sink(bf("x")); // clean
  auto bf2 = std::bind_front(second, "x");
  sink(bf2(source())); // expect tamga-custom-flow
  std::reference_wrapper<S> r = m.text;
  sink(r.get()); // expect tamga-custom-flow
  S other;
  r = other;
  sink(r.get()); // overwritten
  r.get() = source();
  sink(other); // expect tamga-custom-flow
  std::vector<std::reference_wrapper<S>> refs{other};
  sink(refs[0].get()); // expect tamga-custom-flow
  for (S &s : refs)
    s = "x";
  std::function<void(S &)> out = [](S &s) { s = source(); };
  S o;
  out(o);
  sink(o); // expect tamga-custom-flow
  std::function<int(int)> fac = [&](int n) { return n ? n * fac(n - 1) : 1; };
  sink(fac(3)); // clean
  std::function<S()> nothing;
  if (!nothing)
    sink("x"); // clean
  std::map<S, std::function<S(S)>> table{{"id", [](S s) { return s; }}, {"no", [](S) { return S(); }}};
  sink(table["id"](source()));                               // expect tamga-custom-flow
  sink(table["no"](source()));                               // clean
  sink(std::plus<>()(tainted(), 1));                         // expect tamga-custom-flow
  sink(std::less<>()(tainted(), 1));                         // clean
  sink(std::not_fn([](int x) { return x > 1; })(tainted())); // clean
  std::function<S()> cap = [s = source()] { return s; };
  auto copy = cap;
  sink(copy()); // expect tamga-custom-flow
  std::hash<S> hh;
  sink(hh(source())); // clean
}
