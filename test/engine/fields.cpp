// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <string>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
struct Name {
  std::string first, last;
};
struct User {
  int id = 0;
  Name name;
  User *friendOf = nullptr;
};

//== Memory: sibling fields
void siblings() {
  User user;
  user.name.first = source();
  sink(user.name.first); // expect tamga-custom-flow
  sink(user.name.last); // clean
  sink(user.id); // clean
  user.name.first = "nobody";
  sink(user.name.first); // overwritten
}
//== Memory: copies of structs
void structCopy() {
  User user;
  user.name.last = source();
  User copy = user;
  sink(copy.name.last); // expect tamga-custom-flow
  sink(copy.name.first); // clean
  User fresh;
  copy = fresh;
  sink(copy.name.last); // overwritten
}
void partCopy() {
  User user;
  user.name.last = source();
  Name name = user.name;
  sink(name.last); // expect tamga-custom-flow
  sink(name.first); // clean
}
//== Memory: fields of fields by reference
void byReference() {
  User user;
  Name &name = user.name;
  name.first = source();
  sink(user.name.first); // expect tamga-custom-flow
  sink(user.name.last); // clean
}
//== Memory: fields at any depth
void pointers() {
  User a, b;
  a.friendOf = &b;
  a.friendOf->name.first = source();
  sink(b.name.first); // expect tamga-custom-flow
  sink(a.name.first); // clean
}
//== Memory: fields through parameters
void set(User &user) { user.id = tainted(); }
void setPointer(User *user) { user->id = tainted(); }
void byCallee() {
  User user;
  set(user);
  sink(user.id); // expect tamga-custom-flow
  sink(user.name.first); // clean
  User other;
  setPointer(&other);
  sink(other.id); // expect tamga-custom-flow
}
User make(std::string first, std::string last) {
  User user;
  user.name.first = first;
  user.name.last = last;
  return user;
}
void made() {
  User user = make("text", source());
  sink(user.name.last); // expect tamga-custom-flow
  sink(user.name.first); // clean
}
struct Point {
  int x, y;
};
//== Values: aggregates
void aggregate() {
  Point p{tainted(), 2};
  sink(p.x); // expect tamga-custom-flow
  sink(p.y); // clean
  Point q = {.x = 1, .y = tainted()};
  sink(q.y); // expect tamga-custom-flow
  sink(q.x); // clean
}
//== Values: structured bindings
void bindings() {
  Point p{1, tainted()};
  auto [x, y] = p;
  sink(x); // clean
  sink(y); // expect tamga-custom-flow
  auto &[rx, ry] = p;
  rx = tainted();
  sink(p.x); // expect tamga-custom-flow
}
union Either {
  int number;
  float real;
};
//== Values: unions
void unions() {
  Either either;
  either.number = tainted();
  sink(int(either.real)); // expect tamga-custom-flow
}
struct Bits {
  unsigned low : 4, high : 4;
};
//== Values: bit-fields
void bitFields() {
  Bits bits{};
  bits.low = tainted();
  sink(int(bits.low)); // expect tamga-custom-flow
  sink(int(bits.high)); // clean
}
