// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Packs wherever they expand, and lambdas wherever they stand.
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Calls: packs
template <class... T> int sum(T... all) { return (all + ... + 0); }
template <class... T> int last(T... all) { return (all, ...); }
template <class... F> void each(int n, F &&...f) { (f(n), ...); }
template <class T, std::size_t... I> int at(const T &t, std::index_sequence<I...>) {
  return (std::get<I>(t) + ...);
}
template <class... T> std::vector<int> listed(T... all) { return {all...}; }
template <std::size_t N, class... T> auto nth(T &&...all) {
  return std::get<N>(std::forward_as_tuple(std::forward<T>(all)...));
}
template <class... B> struct Over : B... {
  using B::operator()...;
};
template <class... B> Over(B...) -> Over<B...>;
template <class... A> auto keep(A... a) {
  return [... kept = std::move(a)] { return (kept + ...); };
}
template <class First, class... Rest> int recursive(First first, Rest... rest) {
  if constexpr (sizeof...(rest) == 0)
    return first;
  else
    return recursive(rest...);
}
void packs() {
  sink(sum(1, tainted(), 3));                                        // expect tamga-custom-flow
  sink(sum(1, 2, 3));                                                // clean
  sink(last(tainted(), 1));                                          // clean
  sink(last(1, tainted()));                                          // expect tamga-custom-flow
  each(tainted(), [](int n) { sink(n); }, [](int) { sink(0); });     // expect tamga-custom-flow
  each(2, [](int n) { sink(n); });                                   // clean
  sink(at(std::tuple(1, tainted()), std::make_index_sequence<2>())); // expect tamga-custom-flow
  sink(at(std::tuple(1, tainted()), std::index_sequence<0>()));      // clean
  sink(listed(1, tainted())[1]);                                     // expect tamga-custom-flow
  sink(listed(1, 2)[1]);                                             // clean
  sink(nth<1>(1, tainted()));                                        // expect tamga-custom-flow
  sink(nth<0>(1, tainted()));                                        // clean
  Over both{[](int n) { return n; }, [](const std::string &) { return 0; }};
  sink(both(tainted()));         // expect tamga-custom-flow
  sink(both(source()));          // clean
  sink(keep(1, tainted())());    // expect tamga-custom-flow
  sink(keep(1, 2)());            // clean
  sink(recursive(tainted(), 1)); // clean
  sink(recursive(1, tainted())); // expect tamga-custom-flow
  int number = sum(tainted());
  number = sum(1);
  sink(number); // overwritten
}
//== Calls: lambdas in all places
int withDefault(int n, int (*f)(int) = [](int x) { return x; }) { return f(n); }
struct Config {
  std::function<int(int)> step = [](int n) { return n + 1; };
  int start = [] { return tainted(); }();
  int plain = [] { return 3; }();
};
void places() {
  sink(withDefault(tainted())); // expect tamga-custom-flow
  sink(withDefault(1));         // clean
  Config config;
  sink(config.start);           // expect tamga-custom-flow
  sink(config.plain);           // clean
  sink(config.step(tainted())); // expect tamga-custom-flow
  sink(config.step(1));         // clean
  const int decided = [&] {
    if (more())
      return tainted();
    return 1;
  }();
  sink(decided); // expect tamga-custom-flow
  auto owner = std::make_unique<int>(tainted());
  auto keeps = [owner = std::move(owner)] { return *owner; };
  sink(keeps()); // expect tamga-custom-flow
  auto moved = std::move(keeps);
  sink(moved()); // expect tamga-custom-flow
  auto plain = [owner = std::make_unique<int>(2)]() mutable { return *owner; };
  sink(plain()); // clean
  std::function<int(int)> fact = [&](int n) { return n < 2 ? 1 : n * fact(n - 1); };
  sink(fact(tainted())); // expect tamga-custom-flow
  sink(fact(3));         // clean
  struct Local {
    int n;
    int next() const { return n + 1; }
    static int twice(int n) { return n * 2; }
  };
  sink(Local{tainted()}.next()); // expect tamga-custom-flow
  sink(Local{1}.next());         // clean
  sink(Local::twice(tainted())); // expect tamga-custom-flow
  auto fix = [](auto self, int n) -> int { return n ? self(self, n - 1) : 0; };
  sink(fix(fix, 3)); // clean
  int number = keeps();
  number = plain();
  sink(number); // overwritten
}
