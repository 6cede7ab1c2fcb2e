// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Copies that are easily taken for references, casts of the library, operators that the compiler rewrites.
#include <new>
#include <string>
#include <utility>
#include <array>
#include <bit>
#include <compare>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Values: bindings of arrays
void bindings() {
  int pair[2] = {tainted(), 1};
  auto [a, b] = pair;
  sink(a); // expect tamga-custom-flow
  sink(b); // clean
  pair[1] = tainted();
  sink(b); // clean
  auto &[c, d] = pair;
  sink(d); // expect tamga-custom-flow
  d = 0;
  sink(pair[1]); // overwritten
  pair[0] = 0;
  sink(c); // overwritten
  sink(a); // expect tamga-custom-flow
  std::string names[2] = {"x", source()};
  auto [first, second] = names;
  sink(first); // clean
  sink(second); // expect tamga-custom-flow
  const auto &[f, s] = names;
  sink(f); // clean
  sink(s); // expect tamga-custom-flow
  std::array<int, 2> arr{1, tainted()};
  auto [x, y] = arr;
  sink(x); // clean
  sink(y); // expect tamga-custom-flow
}
//== Values: bit_cast and kin
struct Two { int low, high; };
enum class Level : int { None, High };
void casts() {
  int number = tainted();
  sink(std::bit_cast<unsigned>(number)); // expect tamga-custom-flow
  float f = std::bit_cast<float>(number);
  sink(std::bit_cast<int>(f)); // expect tamga-custom-flow
  sink(std::bit_cast<int>(1.0f)); // clean
  Two two{1, tainted()};
  auto whole = std::bit_cast<std::array<int, 2>>(two);
  sink(whole[1]); // expect tamga-custom-flow
  alignas(Two) unsigned char buffer[sizeof(Two)];
  Two *made = new (buffer) Two{tainted(), 2};
  sink(std::launder(reinterpret_cast<Two *>(buffer))->low); // expect tamga-custom-flow
  sink(made->high); // clean
  made->low = 0;
  sink(std::launder(reinterpret_cast<Two *>(buffer))->low); // overwritten
  sink(std::as_const(number)); // expect tamga-custom-flow
  Level level = static_cast<Level>(tainted());
  sink(static_cast<int>(level)); // expect tamga-custom-flow
  sink(static_cast<std::underlying_type_t<Level>>(Level::High)); // clean
  std::string text = source();
  sink(std::as_const(text)); // expect tamga-custom-flow
}
//== Calls: rewritten operators
struct Version {
  int major, minor;
  std::string note;
  auto operator<=>(const Version &other) const { return major <=> other.major; }
  bool operator==(const Version &other) const { sink(other.note); return major == other.major; } // expect tamga-custom-flow
};
struct Quiet {
  int major;
  std::string note;
  bool operator==(const Quiet &other) const { sink(other.note); return true; } // clean
  auto operator<=>(const Quiet &) const = default;
};
struct Recorded {
  int value;
  mutable int seen = 0;
  std::strong_ordering operator<=>(const Recorded &other) const { seen = other.value; return value <=> other.value; }
  bool operator==(const Recorded &other) const { seen = other.value; return value == other.value; }
};
void compares() {
  Version a{1, 2, "a"}, b{1, 2, source()};
  if (a != b) return;
  Quiet c{1, "a"}, d{2, "b"};
  if (c != d) return;
  if (c < d) return;
  Recorded e{1}, f{tainted()}, g{2};
  if (e < f) sink(f.seen); // clean
  sink(e.seen); // expect tamga-custom-flow
  if (g >= e) sink(g.seen); // clean
  e.seen = 0;
  if (e <= g) sink(e.seen); // overwritten
  if (f > g) sink(f.seen); // clean
  if (1 < 2) sink(g.seen); // clean
}
