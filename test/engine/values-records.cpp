// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Unions, bit-fields, enums, `auto`, bindings.
int tainted();
int other();
void sink(int number);
void sink(unsigned number);
void sink(char letter);
void sink(float number);
void sink(const char *text);
const char *source();

//== Values: unions
union Word {
  int number;
  float real;
  char bytes[4];
};
struct Tagged {
  int kind;
  union {
    int number;
    const char *text;
  };
};
void parts() {
  Word word;
  word.number = tainted();
  sink(word.bytes[1]); // expect tamga-custom-flow
  sink(word.number);   // expect tamga-custom-flow
  word.real = 1.5f;
  sink(word.number); // overwritten
  sink(word.real);   // overwritten
}
void anonymous() {
  Tagged tagged{1, {0}};
  tagged.text = source();
  sink(tagged.text); // expect tamga-custom-flow
  sink(tagged.kind); // clean
  Tagged quiet{2, {other()}};
  sink(quiet.number); // clean
  quiet.kind = tainted();
  sink(quiet.number); // clean
  sink(quiet.kind);   // expect tamga-custom-flow
}
void initialised() {
  Word word{tainted()};
  sink(word.real); // expect tamga-custom-flow
  Word named{.real = 2.5f};
  sink(named.number); // clean
}

//== Values: bit-fields
struct Packed {
  unsigned kind : 3;
  unsigned length : 13;
  int delta : 16;
};
void packed() {
  Packed packed{1, 2, 3};
  packed.length = tainted();
  sink(packed.length); // expect tamga-custom-flow
  sink(packed.kind);   // clean
  sink(packed.delta);  // clean
  packed.length = 0;
  sink(packed.length); // overwritten
}
void packedSums(Packed *packed) {
  packed->delta += tainted();
  packed->kind++;
  sink(packed->delta); // expect tamga-custom-flow
  sink(packed->kind);  // clean
}
Packed make(int delta) {
  Packed packed{};
  packed.delta = delta;
  return packed;
}
void packedCopies() {
  Packed copy = make(tainted());
  sink(copy.delta);          // expect tamga-custom-flow
  sink(make(other()).delta); // clean
}

//== Values: enums
enum Color : int { red, green, blue };
enum class Size { small, large };
Size sizeOf(int number) { return static_cast<Size>(number); }
void enumerated() {
  Color color = Color(tainted());
  int number = color;
  sink(number); // expect tamga-custom-flow
  color = blue;
  sink(color); // overwritten
  sink(green); // clean
}
void scoped() {
  sink(static_cast<int>(sizeOf(tainted()))); // expect tamga-custom-flow
  sink(static_cast<int>(sizeOf(1)));         // clean
  Size size = Size::large;
  sink(int(size)); // clean
  using enum Size;
  size = small;
  sink(int(size)); // clean
  Size given{tainted()};
  sink(int(given)); // expect tamga-custom-flow
}

//== Values: auto
auto answer() { return tainted(); }
auto fixed() -> int { return 4; }
decltype(auto) passed(int &number) { return (number); }
void deducedTypes() {
  auto number = answer();
  const auto &view = number;
  sink(view); // expect tamga-custom-flow
  auto *pointer = &number;
  sink(*pointer); // expect tamga-custom-flow
  auto quiet = fixed();
  sink(quiet); // clean
  number = fixed();
  sink(view); // overwritten
}
void deducedPlaces() {
  int number = 0, quiet = 0;
  passed(number) = tainted();
  sink(number); // expect tamga-custom-flow
  auto &&same = passed(quiet);
  sink(same); // clean
  decltype(number) copy = quiet;
  sink(copy); // clean
}

//== Values: structured bindings
struct Point {
  int x, y;
};
struct Line {
  Point from, to;
};
void arrays() {
  int pair[2] = {tainted(), 2};
  auto [first, second] = pair;
  sink(first);  // expect tamga-custom-flow
  sink(second); // clean
  first = 0;
  sink(first);   // overwritten
  sink(pair[0]); // expect tamga-custom-flow
}
Line draw(int start) { return {{start, 1}, {2, 3}}; }
void nestedRecords() {
  auto [from, to] = draw(tainted());
  sink(from.x); // expect tamga-custom-flow
  sink(from.y); // clean
  sink(to.x);   // clean
}
void byReference(Line &line) {
  auto &[from, to] = line;
  to.y = tainted();
  sink(line.to.y);   // expect tamga-custom-flow
  sink(line.from.y); // clean
}
void inLoop() {
  Point points[2] = {{1, tainted()}, {2, 3}};
  for (auto [x, y] : points) {
    sink(x); // clean
    sink(y); // expect tamga-custom-flow
  }
}
