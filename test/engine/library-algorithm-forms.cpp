// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Algorithms, in the forms that they have.
#include <algorithm>
#include <array>
#include <bitset>
#include <complex>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <numeric>
#include <random>
#include <ranges>
#include <string>
#include <string_view>
#include <valarray>
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
struct R {
  S n;
  int a;
};

//== Library: algorithms over numbers
void numbers() {
  std::vector<int> h{tainted(), 2}, p{1, 2};
  std::vector<int> o;
  auto fresh = [&]() -> std::vector<int> & { o.clear(); return o; };
  std::vector<int> o1(2);
  std::transform(h.begin(), h.end(), o1.begin(), [](int x) { return x + 1; });
  sink(o1[0]); // expect tamga-custom-flow
  std::vector<int> o2(2);
  std::transform(p.begin(), p.end(), o2.begin(), [](int x) { return x + 1; });
  sink(o2[0]); // clean
  std::vector<int> o3;
  std::transform(p.begin(), p.end(), h.begin(), std::back_inserter(o3), std::plus<>());
  sink(o3[0]); // expect tamga-custom-flow
  std::vector<int> o4;
  std::transform(p.begin(), p.end(), h.begin(), std::back_inserter(o4), [](int x, int) { return x; });
  sink(o4[0]); // clean
  std::vector<int> o5;
  std::copy_if(h.begin(), h.end(), std::back_inserter(o5), [](int x) { return x > 0; });
  sink(o5[0]); // expect tamga-custom-flow
  std::vector<int> o6, o7;
  std::partition_copy(h.begin(), h.end(), std::back_inserter(o6), std::back_inserter(o7), [](int x) { return x > 0; });
  sink(o6[0]); // expect tamga-custom-flow
  sink(o7[0]); // expect tamga-custom-flow
  std::vector<int> o8;
  std::copy_n(h.begin(), 1, std::back_inserter(o8));
  sink(o8[0]); // expect tamga-custom-flow
  std::vector<int> o9(3);
  std::copy_backward(h.begin(), h.end(), o9.end());
  sink(o9[1]); // expect tamga-custom-flow
  std::vector<int> o10(3);
  std::move(h.begin(), h.end(), o10.begin());
  sink(o10[1]); // expect tamga-custom-flow
  std::vector<int> o11;
  std::unique_copy(p.begin(), p.end(), std::back_inserter(o11));
  sink(o11[0]); // clean
  std::vector<int> o12;
  std::reverse_copy(h.begin(), h.end(), std::back_inserter(o12));
  sink(o12[0]); // expect tamga-custom-flow
  std::vector<int> o13;
  std::set_union(h.begin(), h.end(), p.begin(), p.end(), std::back_inserter(o13));
  sink(o13[0]); // expect tamga-custom-flow
  std::vector<int> o14;
  std::set_difference(p.begin(), p.end(), h.begin(), h.end(), std::back_inserter(o14));
  sink(o14[0]); // clean
  std::vector<int> o15;
  std::merge(p.begin(), p.end(), h.begin(), h.end(), std::back_inserter(o15));
  sink(o15[0]); // expect tamga-custom-flow
  std::vector<int> o16(4);
  std::generate_n(o16.begin(), 2, [] { return tainted(); });
  sink(o16[0]); // expect tamga-custom-flow
  std::vector<int> o17(4);
  int n = 0;
  std::generate(o17.begin(), o17.end(), [&n] { return n++; });
  sink(o17[0]); // clean
  std::vector<int> o18;
  std::rotate_copy(h.begin(), h.begin() + 1, h.end(), std::back_inserter(o18));
  sink(o18[0]); // expect tamga-custom-flow
  std::vector<int> o19;
  std::remove_copy_if(h.begin(), h.end(), std::back_inserter(o19), [](int x) { return x > 0; });
  sink(o19[0]); // expect tamga-custom-flow
  std::vector<int> o20;
  std::replace_copy(p.begin(), p.end(), std::back_inserter(o20), 1, tainted());
  sink(o20[0]); // expect tamga-custom-flow
  std::vector<int> o21(2);
  std::inclusive_scan(h.begin(), h.end(), o21.begin());
  sink(o21[1]); // expect tamga-custom-flow
  std::vector<int> o22(2);
  std::exclusive_scan(p.begin(), p.end(), o22.begin(), 0);
  sink(o22[1]); // clean
  std::vector<int> o23(2);
  std::partial_sum(h.begin(), h.end(), o23.begin(), std::multiplies<>());
  sink(o23[1]); // expect tamga-custom-flow
  std::vector<int> o24(2);
  std::adjacent_difference(p.begin(), p.end(), o24.begin());
  sink(o24[1]); // clean
  std::vector<int> o25(2);
  std::transform_inclusive_scan(h.begin(), h.end(), o25.begin(), std::plus<>(), [](int x) { return x; });
  sink(o25[0]); // expect tamga-custom-flow
  std::vector<int> o26(2);
  std::transform_exclusive_scan(p.begin(), p.end(), o26.begin(), 0, std::plus<>(), [](int x) { return x * 2; });
  sink(o26[0]); // clean
  std::vector<int> o27(2);
  std::partial_sort_copy(h.begin(), h.end(), o27.begin(), o27.end());
  sink(o27[0]); // expect tamga-custom-flow
  std::vector<int> o28;
  std::sample(h.begin(), h.end(), std::back_inserter(o28), 1, std::minstd_rand());
  sink(o28[0]);                                                                                   // expect tamga-custom-flow
  sink(std::accumulate(h.begin(), h.end(), 0));                                                   // expect tamga-custom-flow
  sink(std::accumulate(p.begin(), p.end(), 0));                                                   // clean
  sink(std::accumulate(p.begin(), p.end(), tainted()));                                           // expect tamga-custom-flow
  sink(std::accumulate(h.begin(), h.end(), 0, [](int a, int b) { return a + b; }));               // expect tamga-custom-flow
  sink(std::accumulate(h.begin(), h.end(), 0, [](int a, int) { return a + 1; }));                 // clean
  sink(std::reduce(h.begin(), h.end()));                                                          // expect tamga-custom-flow
  sink(std::reduce(p.begin(), p.end(), 0, std::plus<>()));                                        // clean
  sink(std::transform_reduce(h.begin(), h.end(), 0, std::plus<>(), [](int x) { return x * x; })); // expect tamga-custom-flow
  sink(std::transform_reduce(h.begin(), h.end(), 0, std::plus<>(), [](int) { return 1; }));       // clean
  sink(std::transform_reduce(p.begin(), p.end(), h.begin(), 0));                                  // expect tamga-custom-flow
  sink(std::inner_product(p.begin(), p.end(), p.begin(), 0));                                     // clean
  sink(std::inner_product(p.begin(), p.end(), h.begin(), 0, std::plus<>(), std::multiplies<>())); // expect tamga-custom-flow
  sink(*std::max_element(h.begin(), h.end()));                                                    // expect tamga-custom-flow
  sink(*std::min_element(p.begin(), p.end()));                                                    // clean
  auto [lo, hi] = std::minmax_element(h.begin(), h.end());
  sink(*lo);                      // expect tamga-custom-flow
  sink(*hi);                      // expect tamga-custom-flow
  sink(std::max({1, tainted()})); // expect tamga-custom-flow
  sink(std::min(1, 2));           // clean
  sink(std::max(tainted(), 2));   // expect tamga-custom-flow
  auto mm = std::minmax({3, tainted()});
  sink(mm.first); // expect tamga-custom-flow
  auto mp = std::minmax(3, 4);
  sink(mp.second);                                                      // clean
  sink(std::clamp(tainted(), 1, 3));                                    // expect tamga-custom-flow
  sink(*std::find(h.begin(), h.end(), 2));                              // expect tamga-custom-flow
  sink(*std::find_if(p.begin(), p.end(), [](int x) { return x > 1; })); // clean
  sink(*std::lower_bound(h.begin(), h.end(), 2));                       // expect tamga-custom-flow
  sink(*std::adjacent_find(p.begin(), p.end()));                        // clean
  sink(*std::search(h.begin(), h.end(), p.begin(), p.end()));           // expect tamga-custom-flow
  auto [m1, m2] = std::mismatch(p.begin(), p.end(), h.begin());
  sink(*m1);                                                                  // clean
  sink(*m2);                                                                  // expect tamga-custom-flow
  sink(std::count(h.begin(), h.end(), 2));                                    // clean
  sink(std::equal(h.begin(), h.end(), p.begin()));                            // clean
  sink(std::any_of(h.begin(), h.end(), [](int x) { return x; }));             // clean
  sink(std::binary_search(h.begin(), h.end(), 2));                            // clean
  sink(std::lexicographical_compare(h.begin(), h.end(), p.begin(), p.end())); // clean
  std::for_each(h.begin(), h.end(), [](int x) { sink(x); });                  // expect tamga-custom-flow
  std::for_each(p.begin(), p.end(), [](int &x) { x = tainted(); });
  sink(p[0]);                                            // expect tamga-custom-flow
  std::for_each_n(h.begin(), 1, [](int x) { sink(x); }); // expect tamga-custom-flow
  int total = 0;
  std::for_each(h.begin(), h.end(), [&](int x) { total += x; });
  sink(total);                  // expect tamga-custom-flow
  sink(std::gcd(tainted(), 4)); // expect tamga-custom-flow
  sink(std::midpoint(1, 3));    // clean
}

//== Library: algorithms over records
void records() {
  std::vector<R> h{{source(), 1}, {"b", 2}}, p{{"x", 1}};
  std::sort(h.begin(), h.end(), [](const R &a, const R &b) { return a.a < b.a; });
  sink(h[1].n); // expect tamga-custom-flow
  sink(h[1].a); // clean
  std::stable_sort(p.begin(), p.end(), [](auto &a, auto &b) { return a.n < b.n; });
  sink(p[0].n); // clean
  std::nth_element(h.begin(), h.begin() + 1, h.end(), [](const R &a, const R &b) { return a.a < b.a; });
  sink(h[0].n); // expect tamga-custom-flow
  std::partial_sort(h.begin(), h.begin() + 1, h.end(), [](const R &a, const R &b) { return a.a < b.a; });
  sink(h[0].n); // expect tamga-custom-flow
  std::rotate(h.begin(), h.begin() + 1, h.end());
  sink(h[0].n); // expect tamga-custom-flow
  std::reverse(h.begin(), h.end());
  sink(h.front().n); // expect tamga-custom-flow
  sink(h.front().a); // clean
  auto it = std::find_if(h.begin(), h.end(), [](const R &r) { return r.a == 1; });
  if (it != h.end())
    sink(it->n); // expect tamga-custom-flow
  auto mid = std::partition(h.begin(), h.end(), [](const R &r) { return r.a == 1; });
  sink(mid->n); // expect tamga-custom-flow
  std::vector<S> names;
  std::transform(h.begin(), h.end(), std::back_inserter(names), [](const R &r) { return r.n; });
  sink(names[0]); // expect tamga-custom-flow
  std::vector<int> ages;
  std::transform(h.begin(), h.end(), std::back_inserter(ages), [](const R &r) { return r.a; });
  sink(ages[0]); // clean
  std::vector<S> nm2;
  std::transform(h.begin(), h.end(), std::back_inserter(nm2), std::mem_fn(&R::n));
  sink(nm2[0]); // expect tamga-custom-flow
  S joined = std::accumulate(h.begin(), h.end(), S(), [](S acc, const R &r) { return std::move(acc) + r.n; });
  sink(joined); // expect tamga-custom-flow
  int sum = std::accumulate(h.begin(), h.end(), 0, [](int acc, const R &r) { return acc + r.a; });
  sink(sum); // clean
  std::replace_if(p.begin(), p.end(), [](const R &r) { return r.a == 1; }, R{source(), 2});
  sink(p[0].n); // expect tamga-custom-flow
  sink(p[0].a); // clean
  S extra = source();
  std::vector<S> tagged;
  for (auto &n : {S("a"), S("b")})
    tagged.push_back(n);
  std::transform(tagged.begin(), tagged.end(), tagged.begin(), [&extra](const S &s) { return s + extra; });
  sink(tagged[0]); // expect tamga-custom-flow
  std::vector<S> plain{"a", "b"};
  std::transform(plain.begin(), plain.end(), plain.begin(), [](S s) { return s + "!"; });
  sink(plain[0]); // clean
  std::map<S, S> m{{"k", source()}};
  std::vector<S> vals;
  std::transform(m.begin(), m.end(), std::back_inserter(vals), [](const auto &kv) { return kv.second; });
  sink(vals[0]); // expect tamga-custom-flow
  std::vector<S> keys;
  std::transform(m.begin(), m.end(), std::back_inserter(keys), [](const auto &kv) { return kv.first; });
  sink(keys[0]); // clean
  std::for_each(m.begin(), m.end(), [](auto &kv) { kv.second = "x"; });
  std::swap_ranges(plain.begin(), plain.end(), tagged.begin());
  sink(plain[0]);  // expect tamga-custom-flow
  sink(tagged[0]); // false tamga-custom-flow
  std::iter_swap(plain.begin(), tagged.begin());
  std::list<S> l;
  std::copy(vals.begin(), vals.end(), std::front_inserter(l));
  sink(l.front()); // expect tamga-custom-flow
  std::copy(std::make_move_iterator(vals.begin()), std::make_move_iterator(vals.end()), std::back_inserter(l));
  sink(l.back()); // expect tamga-custom-flow
  std::vector<S> mv(std::make_move_iterator(l.begin()), std::make_move_iterator(l.end()));
  sink(mv[0]); // expect tamga-custom-flow
  std::next_permutation(mv.begin(), mv.end());
  sink(mv[0]); // expect tamga-custom-flow
  std::fill(keys.begin(), keys.end(), source());
  sink(keys[0]); // expect tamga-custom-flow
  std::fill_n(std::back_inserter(keys), 2, "x");
  const S *arr[] = {&extra};
  sink(*std::find(std::begin(arr), std::end(arr), nullptr)[0]); // expect tamga-custom-flow
  S raw[2] = {"a", "b"};
  std::copy(mv.begin(), mv.end(), raw);
  sink(raw[0]); // expect tamga-custom-flow
  S raw2[2] = {source(), "b"};
  std::sort(std::begin(raw2), std::end(raw2));
  sink(raw2[1]); // expect tamga-custom-flow
}

//== Library: algorithms over ranges
void ranges() {
  namespace r = std::ranges;
  std::vector<R> h{{source(), 1}, {"b", 2}}, p{{"x", 1}};
  r::sort(h, r::less{}, &R::a);
  sink(h[0].n); // expect tamga-custom-flow
  sink(h[0].a); // clean
  std::vector<S> o;
  r::transform(h, std::back_inserter(o), &R::n);
  sink(o[0]); // expect tamga-custom-flow
  std::vector<int> o2;
  r::transform(h, std::back_inserter(o2), &R::a);
  sink(o2[0]); // clean
  std::vector<int> o3;
  r::transform(h, std::back_inserter(o3), [](int x) { return x; }, &R::a);
  sink(o3[0]); // clean
  std::vector<S> o4;
  r::transform(h.begin(), h.end(), std::back_inserter(o4), [](auto &x) { return x.n; });
  sink(o4[0]);                                                        // expect tamga-custom-flow
  sink(r::max(h, {}, &R::a).n);                                       // expect tamga-custom-flow
  sink(r::max_element(p, {}, &R::a)->n);                              // clean
  sink(r::find_if(h, [](const S &s) { return s == "b"; }, &R::n)->n); // expect tamga-custom-flow
  if (auto it = r::find(h, 2, &R::a); it != h.end())
    sink(it->n);                                      // expect tamga-custom-flow
  r::for_each(h, [](R &x) { sink(x.n); x.n = "y"; });                       // expect tamga-custom-flow
  r::for_each(p, [](const S &x) { sink(x); }, &R::n); // clean
  std::vector<int> v{tainted(), 1}, w{1, 2}, d;
  r::copy(v, std::back_inserter(d));
  sink(d[0]); // expect tamga-custom-flow
  d.clear();
  r::copy(w.begin(), w.end(), std::back_inserter(d));
  sink(d[0]); // overwritten
  std::vector<int> e(2);
  r::copy_n(v.begin(), 1, e.begin());
  sink(e[0]); // expect tamga-custom-flow
  std::vector<int> f;
  r::copy_if(v, std::back_inserter(f), [](int x) { return x > 0; });
  sink(f[0]); // expect tamga-custom-flow
  std::vector<int> g;
  r::remove_copy_if(w, std::back_inserter(g), [](int x) { return x > 0; });
  sink(g[0]); // clean
  auto [mn, mx] = r::minmax(v);
  sink(mn);        // expect tamga-custom-flow
  sink(r::min(w)); // clean
  auto res = r::minmax_element(v);
  sink(*res.max);                                    // expect tamga-custom-flow
  sink(r::count_if(v, [](int x) { return x > 0; })); // clean
  sink(r::equal(v, w));                              // clean
  r::reverse(v);
  sink(v[1]); // expect tamga-custom-flow
  r::rotate(w, w.begin() + 1);
  sink(w[0]); // clean
  r::fill(w, tainted());
  sink(w[0]); // expect tamga-custom-flow
  r::generate(w, [] { return 1; });
  sink(w[0]); // overwritten
  r::replace(w, 1, tainted());
  sink(w[0]); // expect tamga-custom-flow
  std::vector<int> out(4);
  r::merge(v, w, out.begin());
  sink(out[0]); // expect tamga-custom-flow
  std::vector<int> x1{1}, y1;
  r::set_union(x1, x1, std::back_inserter(y1));
  sink(y1[0]); // clean
  std::vector<int> z1;
  r::set_union(x1, v, std::back_inserter(z1));
  sink(z1[0]);                 // expect tamga-custom-flow
  sink(*r::lower_bound(v, 1)); // expect tamga-custom-flow
  sink(*r::next(v.begin()));   // expect tamga-custom-flow
  auto sub = r::remove_if(v, [](int x) { return x < 0; });
  for (int q : sub)
    sink(q); // expect tamga-custom-flow
  r::swap_ranges(x1, v);
  sink(x1[0]);                                 // expect tamga-custom-flow
  sink(r::any_of(v, [](int x) { return x; })); // clean
  r::unique(v);
  r::shuffle(v, std::minstd_rand());
  sink(v[0]); // expect tamga-custom-flow
}
