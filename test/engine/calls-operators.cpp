// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Functions with unusual names: operators, conversions, literals, friends, templates.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();

//== Calls: operator overloads
struct Vec {
  int x = 0, y = 0;
  Vec operator-() const { return {-x, -y}; }
  Vec &operator+=(const Vec &v) {
    x += v.x;
    y += v.y;
    return *this;
  }
  int operator()(int factor) const { return y * factor; }
  int &operator[](int i) { return i == 0 ? x : y; }
  Vec &operator++() {
    ++x;
    return *this;
  }
  Vec operator++(int) {
    Vec old = *this;
    ++x;
    return old;
  }
};
Vec operator*(const Vec &v, int factor) { return {v.x * factor, v.y}; }
struct Stream {
  int last = 0;
  Stream &operator<<(int number) {
    last = number;
    return *this;
  }
  Stream &operator>>(int &number) {
    number = last;
    return *this;
  }
};
void arithmetic() {
  Vec v{1, 2};
  Vec scaled = v * tainted();
  sink(scaled.x); // expect tamga-custom-flow
  sink(scaled.y); // clean
  v += -scaled;
  sink(v.x);  // expect tamga-custom-flow
  sink(v.y);  // clean
  sink(v(3)); // clean
  v[1] = tainted();
  sink(v(3)); // expect tamga-custom-flow
  v = {};
  sink(v++.x); // overwritten
  sink((++v).x); // clean
}
void streams() {
  Stream stream;
  int first = 0, second = 0;
  stream << 1 << tainted();
  stream >> first;
  sink(first); // expect tamga-custom-flow
  stream << 3 >> second;
  sink(second); // clean
}
struct Handle {
  Vec *vec;
  Vec *operator->() const { return vec; }
  Vec &operator*() const { return *vec; }
  bool operator!() const { return !vec; }
  Vec *operator&() { return vec; }
};
void handles() {
  Vec vec, quiet;
  Handle handle{&vec}, empty{&quiet};
  handle->x = tainted();
  sink((*handle).x); // expect tamga-custom-flow
  sink(vec.x);       // expect tamga-custom-flow
  sink(empty->x);    // clean
  sink((&handle)->x); // expect tamga-custom-flow
}
struct Pick {
  int kept = 0;
  Pick operator,(int number) const { return {number}; }
  Pick operator&&(const Pick &pick) const { return pick; }
  bool operator<(const Pick &pick) const { return kept < pick.kept; }
};
void oddOnes() {
  Pick pick;
  sink((pick, tainted()).kept);        // expect tamga-custom-flow
  sink((Pick{tainted()} && pick).kept); // clean
  sink(Pick{tainted()} < pick);        // clean
}

//== Calls: conversion operators
struct Celsius {
  int degrees;
  operator int() const { return degrees; }
};
struct Word {
  const char *text = "word";
  int code = 0;
  operator const char *() const { return text; }
  explicit operator bool() const { return text != nullptr; }
  operator Celsius() const { return {code}; }
};
void conversions() {
  Celsius hot{tainted()}, cold{3};
  int number = hot;
  sink(number);    // expect tamga-custom-flow
  sink(hot + 1);   // expect tamga-custom-flow
  sink(cold + 1);  // clean
  number = cold;
  sink(number); // overwritten
  Word word;
  word.code = tainted();
  const char *text = word;
  sink(text); // clean
  Celsius converted = word;
  sink(converted); // expect tamga-custom-flow
  if (word)
    sink(static_cast<const char *>(word)); // clean
}

//== Calls: user-defined literals
struct Metres {
  long long value;
};
Metres operator""_m(unsigned long long value) { return {static_cast<long long>(value)}; }
int operator""_scaled(unsigned long long value) { return int(value) * tainted(); }
const char *operator""_or(const char *text, unsigned long length) { return length > 3 ? source() : text; }
template <char... letters> int operator""_letters() { return tainted() + sizeof...(letters); }
double operator""_deg(long double value) { return double(value) / 180; }
void literals() {
  sink(3_scaled);           // expect tamga-custom-flow
  sink("text"_or);          // expect tamga-custom-flow
  sink(42_letters);         // expect tamga-custom-flow
  sink(int((7_m).value));   // clean
  sink(int(90.0_deg));      // clean
  int number = 3_scaled;
  number = int((4_m).value);
  sink(number); // overwritten
  sink(number + 1); // clean
}

//== Calls: friends
class Secret {
  int value = 0;
  int open = 0;
  friend int reveal(const Secret &secret) { return secret.value; }
  friend void hide(Secret &secret, int value);
  friend class Keeper;
  friend Secret operator+(Secret secret, int number) {
    secret.value += number;
    return secret;
  }

public:
  int shown() const { return open; }
};
void hide(Secret &secret, int value) { secret.value = value; }
class Keeper {
public:
  static int read(const Secret &secret) { return secret.value; }
};
void friends() {
  Secret secret, quiet;
  hide(secret, tainted());
  sink(reveal(secret));       // expect tamga-custom-flow
  sink(Keeper::read(secret)); // expect tamga-custom-flow
  sink(secret.shown());       // clean
  sink(reveal(quiet));        // clean
  sink(reveal(quiet + tainted())); // expect tamga-custom-flow
  sink(reveal(quiet + 2));         // clean
  hide(secret, 3);
  sink(reveal(secret)); // overwritten
}

//== Calls: static members
class Registry {
public:
  static void set(int number) { last = number; }
  static int get() { return last; }
  static int pass(int number) { return number; }
  static int limit;

private:
  static inline int last = 0;
};
int Registry::limit = 8;
void statics() {
  Registry::set(tainted());
  sink(Registry::get());           // expect tamga-custom-flow
  sink(Registry::limit);           // clean
  sink(Registry::pass(tainted())); // expect tamga-custom-flow
  sink(Registry::pass(1));         // clean
  Registry registry;
  registry.set(2);
  sink(registry.get()); // overwritten
  sink(registry.pass(other())); // clean
}

//== Calls: templates
template <class T> class Box {
public:
  explicit Box(T value) : value(value) {}
  template <class U> U as() const { return static_cast<U>(value); }
  template <class U> void take(const Box<U> &box) { value = static_cast<T>(box.template as<T>()); }
  const T &get() const { return value; }

private:
  T value;
};
template <class T, int size> struct Ring {
  T slots[size] = {};
  int at = 0;
  void push(const T &value) { slots[at++ % size] = value; }
  T &front() { return slots[0]; }
};
template <class T> const T &largest(const T &a, const T &b) { return a < b ? b : a; }
template <> const int &largest(const int &a, const int &) { return a; }
void boxes() {
  Box<int> box(tainted()), quiet(2);
  sink(box.as<long>() > 2); // clean
  sink(int(box.as<long>())); // expect tamga-custom-flow
  Box<double> wide(1.5);
  wide.take(box);
  sink(int(wide.get())); // expect tamga-custom-flow
  wide.take(quiet);
  sink(int(wide.get())); // overwritten
  sink(quiet.as<int>()); // clean
  Ring<int, 4> ring, quietRing;
  ring.push(tainted());
  quietRing.push(other());
  sink(ring.front());      // expect tamga-custom-flow
  sink(quietRing.front()); // clean
  sink(largest(1, tainted())); // clean
  sink(int(largest(1.0, double(tainted())))); // expect tamga-custom-flow
}

//== Calls: template members
struct Log {
  int last = 0;
  const char *text = "none";
  template <class T> void put(const T &value) { store(value); }
  template <class... Parts> void putAll(const Parts &...parts) { (put(parts), ...); }

private:
  void store(int number) { last = number; }
  void store(const char *words) { text = words; }
};
void logs() {
  Log log;
  log.put(source());
  sink(log.text); // expect tamga-custom-flow
  sink(log.last); // clean
  log.putAll("text", tainted());
  sink(log.text); // overwritten
  sink(log.last); // expect tamga-custom-flow
  Log quiet;
  quiet.putAll(1, "text", 2);
  sink(quiet.last); // clean
  sink(quiet.text); // clean
  quiet.put<const char *>(source());
  sink(quiet.text); // expect tamga-custom-flow
}

//== Calls: CRTP
template <class Self> struct Shape {
  int area() const { return static_cast<const Self *>(this)->computeArea(); }
  Self &grow(int by) {
    Self &self = static_cast<Self &>(*this);
    self.resize(by);
    return self;
  }
};
struct Square : Shape<Square> {
  int side = 1;
  int computeArea() const { return side * side; }
  void resize(int by) { side += by; }
};
struct Unit : Shape<Unit> {
  int ignored = 0;
  int computeArea() const { return 1; }
  void resize(int by) { ignored = by; }
};
template <class Self> int measured(const Shape<Self> &shape) { return shape.area(); }
void shapes() {
  Square square;
  Unit unit;
  sink(square.area());                  // clean
  sink(square.grow(tainted()).area());  // expect tamga-custom-flow
  sink(unit.grow(tainted()).area());    // clean
  sink(measured(square));               // expect tamga-custom-flow
  sink(measured(unit));                 // clean
  sink(unit.ignored);                   // expect tamga-custom-flow
  square.side = 4;
  sink(square.area()); // overwritten
}

//== Calls: variadic templates
template <class... Numbers> int sum(Numbers... numbers) { return (numbers + ... + 0); }
template <class First, class... Rest> int first(First value, Rest...) { return value; }
int lastOf(int number) { return number; }
template <class First, class... Rest> int lastOf(First, Rest... rest) { return lastOf(rest...); }
template <class... Numbers> void setAll(int value, Numbers &...numbers) { ((numbers = value), ...); }
void packs() {
  sink(sum(1, 2, tainted()));   // expect tamga-custom-flow
  sink(sum(1, 2, other()));     // clean
  sink(first(tainted(), 2, 3)); // expect tamga-custom-flow
  sink(first(1, tainted()));    // clean
  sink(lastOf(1, 2, tainted())); // expect tamga-custom-flow
  sink(lastOf(tainted(), 2));    // clean
  int a, b;
  setAll(tainted(), a, b);
  sink(b); // expect tamga-custom-flow
  setAll(0, a, b);
  sink(b); // overwritten
}
