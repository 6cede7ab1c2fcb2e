// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Default and variable arguments, initialisers, `new`.
#include <cstdarg>
#include <initializer_list>
#include <new>
int tainted();
int other();
void sink(int number);
void sink(double number);
void sink(const char *text);
const char *source();

//== Values: default arguments
int defaultNumber = 3;
int scaled(int value, int factor = tainted()) { return value * factor; }
int shifted(int value, int by = 2) { return value << by; }
const char *named(const char *text = source()) { return text; }
struct Options {
  int level;
  explicit Options(int level = tainted()) : level(level) {}
};
void defaulted() {
  sink(scaled(2));            // expect tamga-custom-flow
  sink(scaled(2, 5));         // clean
  sink(shifted(other()));     // clean
  sink(shifted(tainted()));   // expect tamga-custom-flow
  sink(named());              // expect tamga-custom-flow
  sink(named("text"));        // clean
}
void defaultedObjects() {
  Options options;
  sink(options.level); // expect tamga-custom-flow
  options = Options(4);
  sink(options.level); // overwritten
}

//== Values: variadics
int largest(int count, ...) {
  va_list list;
  va_start(list, count);
  int best = va_arg(list, int);
  while (--count > 0) {
    int next = va_arg(list, int);
    if (next > best)
      best = next;
  }
  va_end(list);
  return best;
}
int firstOf(va_list list) { return va_arg(list, int); }
int forwarded(int count, ...) {
  va_list list, copy;
  va_start(list, count);
  va_copy(copy, list);
  int number = firstOf(copy);
  va_end(copy);
  va_end(list);
  return number;
}
void fillAll(int count, ...) {
  va_list list;
  va_start(list, count);
  for (; count > 0; --count)
    *va_arg(list, int *) = tainted();
  va_end(list);
}
void variable() {
  sink(largest(3, 1, 2, tainted())); // expect tamga-custom-flow
  sink(largest(2, 4, other()));      // clean
  sink(forwarded(1, tainted()));     // expect tamga-custom-flow
  sink(forwarded(1, 8));             // clean
  int a = 0, b = 0;
  fillAll(1, &a);
  sink(a); // expect tamga-custom-flow
  sink(b); // clean
  a = forwarded(1, 2);
  sink(a); // overwritten
}

//== Values: aggregates
struct Point {
  int x, y;
};
struct Shape {
  Point centre;
  int radius = 1;
  const char *name = "circle";
};
struct Colored : Shape {
  int color;
};
void aggregates() {
  Shape shape{{1, tainted()}, 3};
  sink(shape.centre.y); // expect tamga-custom-flow
  sink(shape.centre.x); // clean
  sink(shape.name);     // clean
  shape = {{1, 2}, 3, source()};
  sink(shape.centre.y); // overwritten
  sink(shape.name);     // expect tamga-custom-flow
}
void withBase() {
  Colored colored{{{1, 2}, tainted()}, 7};
  sink(colored.radius); // expect tamga-custom-flow
  sink(colored.color);  // clean
}
void inParentheses() {
  Point point(tainted(), 2);
  sink(point.x); // expect tamga-custom-flow
  sink(point.y); // clean
}

//== Values: designated initialisers
void designated() {
  Shape shape{.centre = {.x = tainted(), .y = 2}, .name = "square"};
  sink(shape.centre.x); // expect tamga-custom-flow
  sink(shape.centre.y); // clean
  sink(shape.radius);   // clean
  shape = Shape{.centre = {.x = 1}, .radius = tainted()};
  sink(shape.centre.x); // overwritten
  sink(shape.radius);   // expect tamga-custom-flow
}
int area(Shape shape) { return shape.radius * shape.radius; }
void designatedArguments() {
  sink(area({.centre = {1, 2}, .radius = tainted()})); // expect tamga-custom-flow
  sink(area({.centre = {tainted(), 2}, .radius = 4})); // clean
}

//== Values: nested initialisers
struct Grid {
  Point corners[2];
  int cells[2][2];
};
void nested() {
  Grid grid{{{1, 2}, {tainted(), 4}}, {{5, tainted()}, {7, 8}}};
  sink(grid.corners[1].x); // expect tamga-custom-flow
  sink(grid.corners[1].y); // clean
  sink(grid.corners[0].x); // clean
  sink(grid.cells[0][1]);  // expect tamga-custom-flow
  sink(grid.cells[1][1]);  // clean
  grid = {};
  sink(grid.corners[1].x); // overwritten
}
void withoutBraces() {
  Grid grid{1, 2, 3, tainted(), 5, 6};
  sink(grid.corners[1].y); // expect tamga-custom-flow
  sink(grid.cells[0][0]);  // clean
}

//== Values: initialiser lists
int sum(std::initializer_list<int> numbers) {
  int total = 0;
  for (int number : numbers)
    total += number;
  return total;
}
struct Bag {
  int first = 0;
  Bag(std::initializer_list<int> numbers) : first(*numbers.begin()) {}
};
void lists() {
  sink(sum({1, tainted(), 3})); // expect tamga-custom-flow
  sink(sum({1, 2}));            // clean
  Bag bag{tainted(), 2};
  sink(bag.first); // expect tamga-custom-flow
  bag = Bag{1, 2};
  sink(bag.first); // overwritten
  Bag quiet = {other(), 4};
  sink(quiet.first); // clean
}
void loops() {
  for (const char *text : {"a", source()})
    sink(text); // expect tamga-custom-flow
  for (int number : {1, 2, other()})
    sink(number); // clean
}

//== Values: new
void objects() {
  Point *point = new Point{tainted(), 2};
  sink(point->x); // expect tamga-custom-flow
  sink(point->y); // clean
  point->x = 0;
  sink(point->x); // overwritten
  delete point;
  Shape *shape = new Shape();
  sink(shape->radius); // clean
  shape->name = source();
  sink(shape->name); // expect tamga-custom-flow
  delete shape;
}
Point *allocate(int x) { return new Point{x, 0}; }
void twoObjects() {
  Point *dirty = allocate(tainted()), *quiet = allocate(1);
  sink(dirty->x); // expect tamga-custom-flow
  sink(quiet->x); // clean
}

//== Values: placement new
void placed() {
  alignas(Point) char memory[sizeof(Point)];
  Point *point = new (memory) Point{1, tainted()};
  sink(point->y); // expect tamga-custom-flow
  sink(point->x); // clean
  new (memory) Point{3, 4};
  sink(point->y); // overwritten
}
struct Pool {
  char bytes[64];
  void *take() { return bytes; }
};
void pooled() {
  Pool pool, quietPool;
  int *number = new (pool.take()) int(tainted());
  sink(*number); // expect tamga-custom-flow
  int *quiet = new (quietPool.take()) int(5);
  sink(*quiet); // clean
}
void sameObject() {
  Point point{1, 2};
  new (&point) Point{tainted(), 2};
  sink(point.x); // expect tamga-custom-flow
  sink(point.y); // clean
}

//== Values: array new
void rows(int count) {
  int *row = new int[8]{1, tainted(), 3};
  sink(row[1]); // expect tamga-custom-flow
  sink(row[0]); // clean
  row[1] = 2;
  sink(row[1]); // overwritten
  delete[] row;
  int *zeros = new int[count]();
  sink(zeros[3]); // clean
  zeros[count - 1] = tainted();
  sink(zeros[3]); // expect tamga-custom-flow
  delete[] zeros;
}
void records(int count) {
  Point *points = new Point[count];
  points[2].y = tainted();
  sink(points[2].y); // expect tamga-custom-flow
  sink(points[2].x); // clean
  delete[] points;
}
