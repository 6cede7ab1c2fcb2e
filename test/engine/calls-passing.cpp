// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// What is handed to a function, and what comes back.
int tainted();
int other();
bool more();
void sink(int number);
void sink(double number);
void sink(const char *text);
const char *source();
struct Point {
  int x = 0, y = 0;
};

//== Calls: by value
int twice(int number) { return number * 2; }
int ignore(int) { return 4; }
int second(int, int number) { return number; }
int changed(Point point) {
  point.x = 0;
  return point.x + point.y;
}
void values() {
  sink(twice(twice(tainted())));  // expect tamga-custom-flow
  sink(ignore(tainted()));        // clean
  sink(second(tainted(), 1));     // clean
  sink(second(1, tainted()));     // expect tamga-custom-flow
  Point point;
  point.x = tainted();
  sink(changed(point)); // overwritten
  sink(point.x);        // expect tamga-custom-flow
  point.x = 1;
  sink(twice(point.x)); // overwritten
}
void show(int number) { sink(number); }       // expect tamga-custom-flow
void showQuiet(int number) { sink(number); }  // clean
void shows() {
  show(tainted());
  showQuiet(other());
}

//== Calls: by pointer
void add(int *sum, int number) { *sum += number; }
void copyTo(Point *to, const Point *from) { *to = *from; }
int firstOf(const int *numbers) { return numbers[0]; }
void pointers() {
  int sum = 0, quiet = 0;
  add(&sum, tainted());
  add(&quiet, other());
  sink(sum);   // expect tamga-custom-flow
  sink(quiet); // clean
  Point from, to;
  from.y = tainted();
  copyTo(&to, &from);
  sink(to.y); // expect tamga-custom-flow
  sink(to.x); // clean
  copyTo(&to, new Point);
  sink(to.y); // overwritten
  int row[2] = {1, tainted()};
  sink(firstOf(row));     // clean
  sink(firstOf(row + 1)); // expect tamga-custom-flow
}

//== Calls: by reference
void swapNumbers(int &a, int &b) {
  int spare = a;
  a = b;
  b = spare;
}
void assign(Point &to, const Point &from) {
  to.x = from.y;
  to.y = from.x;
}
void forwarded(Point &point) { assign(point, Point{tainted(), 1}); }
void references() {
  int a = tainted(), b = 2;
  swapNumbers(a, b);
  sink(a); // overwritten
  sink(b); // expect tamga-custom-flow
  Point point;
  forwarded(point);
  sink(point.y); // expect tamga-custom-flow
  sink(point.x); // clean
  const Point &view = point;
  assign(point, Point{3, 4});
  sink(view.y); // overwritten
  sink(other() + view.x); // clean
}
void readOnly(const int &number) { sink(number); } // expect tamga-custom-flow
void temporaries() { readOnly(tainted() + 1); }

//== Calls: by rvalue
struct Buffer {
  const char *text = nullptr;
  int size = 0;
  Buffer(const char *text, int size) : text(text), size(size) {}
  Buffer(Buffer &&other) : text(other.text), size(other.size) { other.text = nullptr; }
  Buffer &operator=(Buffer &&other) {
    text = other.text;
    size = other.size;
    other.text = "gone";
    return *this;
  }
};
void consume(Buffer &&buffer) { sink(buffer.text); } // expect tamga-custom-flow
Buffer pass(Buffer buffer) { return buffer; }
void rvalues() {
  consume(Buffer(source(), 4));
  Buffer buffer(source(), 3), quiet("text", 4);
  Buffer moved = static_cast<Buffer &&>(buffer);
  sink(moved.text);  // expect tamga-custom-flow
  sink(moved.size);  // clean
  sink(buffer.text); // overwritten
  quiet = static_cast<Buffer &&>(moved);
  sink(quiet.text); // expect tamga-custom-flow
  sink(moved.text); // overwritten
  sink(pass(Buffer("a", 1)).text); // clean
  sink(pass(static_cast<Buffer &&>(quiet)).size); // clean
}

//== Calls: return by reference
int shared;
int &slotOf(Point &point, bool first) { return first ? point.x : point.y; }
int &globalSlot() { return shared; }
const Point &identity(const Point &point) { return point; }
Point *addressOf(Point &point) { return &point; }
void returned() {
  Point point;
  slotOf(point, more()) = tainted();
  sink(point.x);           // expect tamga-custom-flow
  sink(identity(point).y); // expect tamga-custom-flow
  Point quiet;
  slotOf(quiet, true) = other();
  sink(quiet.x);              // clean
  sink(addressOf(quiet)->x);  // clean
  addressOf(quiet)->y = tainted();
  sink(quiet.y); // expect tamga-custom-flow
  sink(identity(quiet).x); // clean
  globalSlot() = tainted();
  sink(shared); // expect tamga-custom-flow
  globalSlot() = 0;
  sink(shared); // overwritten
}

//== Calls: recursion
int countdown(int number, int result) {
  return number == 0 ? result : countdown(number - 1, result);
}
int power(int base, int exponent) {
  if (exponent == 0)
    return 1;
  return base * power(base, exponent - 1);
}
void fillRow(int *row, int count) {
  if (!count)
    return;
  row[0] = tainted();
  fillRow(row + 1, count - 1);
}
struct Tree {
  int value = 0;
  Tree *left = nullptr, *right = nullptr;
};
int sumOf(const Tree *tree) {
  return tree ? tree->value + sumOf(tree->left) + sumOf(tree->right) : 0;
}
void recursion() {
  sink(countdown(3, tainted())); // expect tamga-custom-flow
  sink(countdown(tainted(), 3)); // clean
  sink(power(tainted(), 2));     // expect tamga-custom-flow
  sink(power(2, tainted()));     // clean
  int row[4];
  fillRow(row, 4);
  sink(row[3]); // expect tamga-custom-flow
  Tree tree, leaf, quiet;
  tree.left = &leaf;
  leaf.value = tainted();
  sink(sumOf(&tree));  // expect tamga-custom-flow
  sink(sumOf(&quiet)); // clean
  leaf.value = 2;
  sink(leaf.value); // overwritten
}

//== Calls: mutual recursion
int odd(int number, int result);
int even(int number, int result) { return number ? odd(number - 1, result) : result; }
int odd(int number, int result) { return number ? even(number - 1, result) : 0; }
const char *expression(const char *text);
const char *factor(const char *text) { return *text == '(' ? expression(text + 1) : text; }
const char *expression(const char *text) {
  const char *rest = factor(text);
  return *rest == '*' ? factor(rest + 1) : rest;
}
void ping(int depth, int *out);
void pong(int depth, int *out) {
  *out = depth ? 0 : tainted();
  if (depth)
    ping(depth - 1, out);
}
void ping(int depth, int *out) { pong(depth, out); }
void mutual() {
  sink(even(4, tainted())); // expect tamga-custom-flow
  sink(even(4, 1));         // clean
  sink(odd(tainted(), 1));  // clean
  sink(expression(source())); // expect tamga-custom-flow
  sink(expression("(a*b"));   // clean
  int number = 0;
  ping(4, &number);
  sink(number); // expect tamga-custom-flow
  number = odd(4, 1);
  sink(number); // overwritten
}

//== Calls: overloads
int convert(int number) { return number; }
int convert(const char *) { return 1; }
double convert(double) { return 2; }
template <class T> T scaled(T value) { return value * 2; }
int scaled(int) { return 7; }
struct Writer {
  int last = 0;
  void put(int number) { last = number; }
  void put(const char *) { last = 1; }
  int get() & { return last; }
  int get() && { return 0; }
};
void overloads() {
  sink(convert(tainted()));         // expect tamga-custom-flow
  sink(convert(source()));          // clean
  sink(convert(double(tainted()))); // clean
  sink(scaled(tainted()));          // clean
  sink(scaled(double(tainted()))); // expect tamga-custom-flow
  Writer writer;
  writer.put(tainted());
  sink(writer.get());                         // expect tamga-custom-flow
  sink(static_cast<Writer &&>(writer).get()); // clean
  writer.put("text");
  sink(writer.get()); // overwritten
}
