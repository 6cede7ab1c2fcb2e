// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Constructors, destructors, operators, conversions.
#include <string>
#include <utility>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

class Note {
public:
  Note() = default;
  explicit Note(std::string text) : text(std::move(text)) {}
  Note(std::string first, std::string second) : Note(first + second) {}
  const std::string &get() const { return text; }
  void set(const std::string &value) { text = value; }
  Note &append(const std::string &more) {
    text += more;
    return *this;
  }
  operator std::string() const { return text; }

private:
  std::string text;
};

//== Calls: constructors
void constructed() {
  Note note(source());
  sink(note.get()); // expect tamga-custom-flow
  Note clean("text");
  sink(clean.get()); // clean
}
//== Calls: delegating constructors
void delegated() {
  Note note("a", source());
  sink(note.get()); // expect tamga-custom-flow
  Note clean("a", "b");
  sink(clean.get()); // clean
}
//== Calls: methods and `this`
void setter() {
  Note note;
  note.set(source());
  sink(note.get()); // expect tamga-custom-flow
  note.set("text");
  sink(note.get()); // overwritten
}
void fluent() {
  Note note;
  note.append("a").append(source());
  sink(note.get()); // expect tamga-custom-flow
}
//== Calls: conversion operators
void converted() {
  Note note(source());
  std::string text = note;
  sink(text); // expect tamga-custom-flow
}
//== Calls: copy and move operations
void copied() {
  Note note(source());
  Note copy = note, moved = std::move(copy);
  sink(moved.get()); // expect tamga-custom-flow
  moved = Note("text");
  sink(moved.get()); // overwritten
}

struct Vector {
  int x, y;
  Vector operator+(const Vector &other) const { return {x + other.x, y + other.y}; }
  int &operator[](int index) { return index ? y : x; }
  int operator()(int scale) const { return x * scale; }
  Vector &operator++() {
    ++x;
    return *this;
  }
};
//== Calls: operator overloads
void operators() {
  Vector a{tainted(), 0}, b{1, 2};
  Vector sum = b + a;
  sink(sum.x); // expect tamga-custom-flow
  sink(sum.y); // clean
  sink(a(2)); // expect tamga-custom-flow
  sink(b(2)); // clean
  b[0] = tainted();
  sink(b.x); // expect tamga-custom-flow
}

struct Base {
  int number;
  Base(int number) : number(number) {}
};
struct Derived : Base {
  using Base::Base;
  int twice() const { return number * 2; }
};
//== Calls: inheriting constructors
void inherited() {
  Derived derived(tainted());
  sink(derived.twice()); // expect tamga-custom-flow
  Derived clean(2);
  sink(clean.twice()); // clean
}

struct Flusher {
  std::string text;
  ~Flusher() { sink(text); } // expect tamga-custom-flow
};
//== Calls: destructors
void destructor() {
  Flusher flusher;
  flusher.text = source();
}
struct QuietFlusher {
  std::string text;
  ~QuietFlusher() { sink(text); } // clean
};
void quietDestructor() {
  QuietFlusher flusher;
  flusher.text = "text";
}

struct Holder {
  int kept = tainted();
  int clean = 0;
  static int shared;
};
int Holder::shared = 0;
//== Calls: member initialisers
void memberInitialiser() {
  Holder holder;
  sink(holder.kept); // expect tamga-custom-flow
  sink(holder.clean); // clean
}
//== Memory: heap objects
void heap() {
  Note *note = new Note(source());
  sink(note->get()); // expect tamga-custom-flow
  delete note;
}
std::string operator""_note(const char *text, std::size_t) { return text + source(); }
//== Calls: user-defined literals
void literal() {
  sink("text"_note); // expect tamga-custom-flow
}
