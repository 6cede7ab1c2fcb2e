// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// A pointer to a data member names the field.
int tainted();
int other();
void sink(int number);
struct Point {
  int x = 0, y = 0, z = 0;
};
struct Line {
  Point from, to;
};

//== Memory: pointers to data members
void known() {
  Point p;
  int Point::*member = &Point::x;
  p.*member = tainted();
  sink(p.x);       // expect tamga-custom-flow
  sink(p.*member); // expect tamga-custom-flow
  sink(p.y);       // clean
  p.*member = 0;
  sink(p.x); // overwritten
}
int get(const Point &point, int Point::*member) { return point.*member; }
void set(Point *point, int Point::*member, int value) { point->*member = value; }
void passed() {
  Point p, q;
  p.y = tainted();
  sink(get(p, &Point::y)); // expect tamga-custom-flow
  sink(get(q, &Point::y)); // clean
  set(&q, &Point::z, tainted());
  sink(q.z); // expect tamga-custom-flow
  set(&q, &Point::z, 0);
}
void chosen(bool which) {
  Point p;
  int Point::*member = which ? &Point::x : &Point::y;
  p.*member = tainted();
  sink(p.x); // expect tamga-custom-flow
  sink(p.y); // expect tamga-custom-flow
  sink(p.z); // clean
}
void table(int index) {
  static int Point::*const members[] = {&Point::x, &Point::y};
  Point p;
  p.*members[index] = tainted();
  sink(p.y); // expect tamga-custom-flow
}
void records(Line *line) {
  Point Line::*end = &Line::to;
  (line->*end).x = tainted();
  sink(line->to.x);   // expect tamga-custom-flow
  sink(line->from.x); // clean
  sink((line->*end).y); // clean
}
template <int Point::*member> int field(const Point &point) { return point.*member; }
void argument() {
  Point p;
  p.x = tainted();
  sink(field<&Point::x>(p)); // expect tamga-custom-flow
  sink(field<&Point::y>(p)); // clean
}
