// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// A pointer to member names the field.
int tainted();
void sink(int number);
struct Point {
  int x, y;
};

void memberPointer() {
  Point p{0, 0};
  int Point::*member = &Point::x;
  p.*member = tainted();
  sink(p.x); // missed tamga-custom-flow
}
