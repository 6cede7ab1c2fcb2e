// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <bitset>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(bool answer);
void sink(unsigned long number);
std::string joined(std::string left, std::string right) { return left + right; }
std::string first(const std::string &left, const std::string &) { return left; }
int add(int left, int right) { return left + right; }
struct Printer {
  std::string prefix = "> ";
  std::string format(const std::string &text) const { return prefix + text; }
  void show(const std::string &text) {
    sink(text); // expect tamga-custom-flow
  }
  void quiet(const std::string &text) {
    sink(text); // clean
  }
};

//== Library: function
void functions() {
  std::function<std::string()> get = [] { return source(); }, plain = [] { return std::string("a"); };
  sink(get());   // expect tamga-custom-flow
  sink(plain()); // clean
  get = plain;
  sink(get()); // overwritten
  std::function<std::string(std::string, std::string)> join = joined;
  sink(join("a", source())); // expect tamga-custom-flow
  sink(join("a", "b"));      // clean
  join = first;
  sink(join("a", source())); // clean
  std::string kept = source();
  std::function<void()> later = [kept] { sink(kept); }; // expect tamga-custom-flow
  later();
  std::function<void(const std::string &)> show = [](const std::string &text) { sink(text); }; // expect tamga-custom-flow
  show(kept);
  std::map<std::string, std::function<std::string(std::string)>> table;
  table["up"] = [](std::string text) { return text + "!"; };
  table["none"] = [](std::string) { return std::string("none"); };
  sink(table["up"](source()));   // expect tamga-custom-flow
  sink(table["none"](source())); // clean
  std::vector<std::function<void(std::string &)>> steps;
  steps.push_back([](std::string &text) { text += source(); });
  std::string text;
  for (auto &step : steps)
    step(text);
  sink(text);      // expect tamga-custom-flow
  sink(bool(get)); // clean
  std::function<int(int)> twice = [&twice](int n) { return n > 9 ? n : twice(n * 2); };
  sink(twice(tainted())); // expect tamga-custom-flow
  sink(twice(1));         // clean
}
std::function<std::string()> keeper(std::string text) {
  return [text = std::move(text)] { return text; };
}
void returned() {
  sink(keeper(source())()); // expect tamga-custom-flow
  sink(keeper("plain")());  // clean
  std::function<std::string()> one = keeper(source()), two = keeper("b");
  one.swap(two);
  sink(one()); // overwritten
  sink(two()); // expect tamga-custom-flow
  one = nullptr;
  two = [] { return std::string("c"); };
  sink(two()); // overwritten
}

//== Library: bind
void bound() {
  using namespace std::placeholders;
  auto one = std::bind(joined, "a", _1);
  sink(one(source())); // expect tamga-custom-flow
  sink(one("b"));      // clean
  auto two = std::bind(joined, source(), _1);
  sink(two("b")); // expect tamga-custom-flow
  auto swapped = std::bind(first, _2, _1);
  sink(swapped("a", source())); // expect tamga-custom-flow
  sink(swapped(source(), "a")); // clean
  Printer printer;
  auto show = std::bind(&Printer::show, &printer, _1);
  show(source());
  auto quiet = std::bind(&Printer::quiet, printer, _1);
  quiet("text");
  int total = 0;
  auto keep = std::bind([](int &to, int from) { to = from; }, std::ref(total), _1);
  keep(tainted());
  sink(total); // expect tamga-custom-flow
  std::function<int(int)> more = std::bind(add, _1, 3);
  sink(more(tainted())); // expect tamga-custom-flow
  sink(more(4));         // clean
  more = std::bind(add, 1, 2);
  sink(more(tainted())); // overwritten
}

//== Library: bind_front
void boundFront() {
  auto one = std::bind_front(joined, "a");
  sink(one(source())); // expect tamga-custom-flow
  sink(one("b"));      // clean
  auto two = std::bind_front(first, source());
  sink(two("b")); // expect tamga-custom-flow
  auto three = std::bind_front(first, "c");
  sink(three(source())); // clean
  Printer printer;
  auto format = std::bind_front(&Printer::format, &printer);
  sink(format(source())); // expect tamga-custom-flow
  sink(format("text"));   // clean
  std::function<std::string(std::string)> kept = two;
  kept = three;
  sink(kept(source())); // overwritten
}

//== Library: invoke and mem_fn
void invoked() {
  sink(std::invoke(joined, "a", source())); // expect tamga-custom-flow
  sink(std::invoke(joined, "a", "b"));      // clean
  sink(std::invoke(first, "a", source()));  // clean
  sink(std::invoke([](int x) { return x + 1; }, tainted())); // expect tamga-custom-flow
  Printer printer;
  sink(std::invoke(&Printer::format, printer, source())); // expect tamga-custom-flow
  std::invoke(&Printer::show, &printer, source());
  printer.prefix = source();
  sink(std::invoke(&Printer::prefix, printer)); // expect tamga-custom-flow
  printer.prefix = "- ";
  sink(std::invoke(&Printer::prefix, printer)); // overwritten
  auto format = std::mem_fn(&Printer::format);
  sink(format(printer, source()));   // expect tamga-custom-flow
  sink(format(&printer, "text"));    // clean
  auto prefix = std::mem_fn(&Printer::prefix);
  sink(prefix(printer)); // clean
  sink(std::plus<int>()(tainted(), 1)); // expect tamga-custom-flow
  sink(std::plus<>()(2, 1));            // clean
  sink(std::less<int>()(tainted(), 1)); // clean
}

//== Library: ref, cref and reference_wrapper
void fillText(std::string &text) { text = source(); }
void references() {
  std::string text = "a", other = "b";
  auto wrapped = std::ref(text);
  sink(wrapped.get()); // clean
  wrapped.get() = source();
  sink(text);          // expect tamga-custom-flow
  sink(wrapped.get()); // expect tamga-custom-flow
  sink(std::cref(text).get()); // expect tamga-custom-flow
  sink(std::cref(other).get()); // clean
  std::reference_wrapper<std::string> moved = text;
  const std::string &seen = moved;
  sink(seen); // expect tamga-custom-flow
  moved = other;
  sink(moved.get()); // overwritten
  text = "c";
  sink(wrapped.get()); // overwritten
  std::vector<std::reference_wrapper<std::string>> all{text, other};
  all[1].get() = source();
  sink(other); // expect tamga-custom-flow
  std::invoke(fillText, std::ref(text));
  sink(text); // expect tamga-custom-flow
  int number = 1;
  auto count = std::ref(number);
  count.get() += 2;
  sink(number); // clean
  count.get() = tainted();
  sink(count + 1); // expect tamga-custom-flow
}

//== Library: move, forward, exchange, swap
template <class T> std::string handOver(T &&text) { return first(std::forward<T>(text), "x"); }
struct Slot {
  std::string text;
  Slot() = default;
  Slot(Slot &&other) noexcept : text(std::exchange(other.text, {})) {}
  friend void swap(Slot &left, Slot &right) { left.text.swap(right.text); }
};
void handed() {
  sink(handOver(source()));           // expect tamga-custom-flow
  sink(handOver(std::string("b")));   // clean
  std::string text = source(), other = "o";
  sink(handOver(text)); // expect tamga-custom-flow
  sink(std::as_const(text)); // expect tamga-custom-flow
  sink(*std::addressof(text)); // expect tamga-custom-flow
  Slot one, two;
  one.text = std::move(text);
  sink(one.text); // expect tamga-custom-flow
  sink(two.text); // clean
  swap(one, two);
  sink(one.text); // overwritten
  sink(two.text); // expect tamga-custom-flow
  Slot three(std::move(two));
  sink(three.text); // expect tamga-custom-flow
  sink(two.text);   // overwritten
  int a = tainted(), b = 2;
  std::swap(a, b);
  sink(a); // overwritten
  sink(b); // expect tamga-custom-flow
  int old = std::exchange(b, 5);
  sink(old); // expect tamga-custom-flow
  sink(b);   // overwritten
  sink(std::exchange(other, "p")); // clean
  int left[2] = {tainted(), 0}, right[2] = {};
  std::swap(left, right);
  sink(right[0]); // expect tamga-custom-flow
  sink(left[0]);  // overwritten
}

//== Library: bitset
void bits() {
  std::bitset<8> flags(tainted()), plain(3), named("0101");
  sink(flags.to_ulong());  // expect tamga-custom-flow
  sink(flags.to_string()); // expect tamga-custom-flow
  sink(plain.to_ulong());  // clean
  sink(named.to_string()); // clean
  sink((flags | plain).to_ulong()); // expect tamga-custom-flow
  sink((flags << 1).to_ulong());    // expect tamga-custom-flow
  sink(plain.size());               // clean
  plain ^= flags;
  sink(plain.to_ulong()); // expect tamga-custom-flow
  named.set(1).flip();
  sink(named.to_ulong()); // clean
  flags.reset();
  sink(flags.to_ulong()); // overwritten
  plain = 7;
  sink(plain.to_string()); // overwritten
}
