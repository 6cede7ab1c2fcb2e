// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Fields at any depth, copies of records, pointers to data members, `this`.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();
struct Point {
  int x = 0, y = 0;
};
struct Line {
  Point from, to;
  const char *name = "line";
};
struct Drawing {
  Line lines[4];
  Line *best = nullptr;
  Drawing *parent = nullptr;
};

//== Memory: fields at any depth
void deep() {
  Drawing drawing;
  drawing.lines[2].to.x = tainted();
  sink(drawing.lines[2].to.x);   // expect tamga-custom-flow
  sink(drawing.lines[2].to.y);   // clean
  sink(drawing.lines[2].from.x); // clean
  sink(drawing.lines[1].to.x);   // clean
  drawing.lines[2].to.x = 0;
  sink(drawing.lines[2].to.x); // overwritten
}
void arrows(Drawing *drawing) {
  drawing->parent->parent->best->from.y = tainted();
  sink(drawing->parent->parent->best->from.y); // expect tamga-custom-flow
  sink(drawing->parent->parent->best->from.x); // clean
  sink(drawing->parent->best->from.y);         // clean
}
void mixed() {
  Drawing drawing, parent;
  Line line;
  drawing.parent = &parent;
  parent.best = &line;
  (*drawing.parent).best->name = source();
  sink(line.name);                // expect tamga-custom-flow
  sink(parent.lines[0].name);     // clean
  sink((*parent.best).name);      // expect tamga-custom-flow
}

//== Memory: sibling fields
void siblings(Line &line) {
  line.from.x = tainted();
  line.to.x = line.from.y;
  sink(line.to.x);   // clean
  sink(line.name);   // clean
  sink(line.from.x); // expect tamga-custom-flow
  line.from.y = line.from.x;
  line.from.x = 0;
  sink(line.from.x); // overwritten
  sink(line.from.y); // expect tamga-custom-flow
}
void setFrom(Line *line, int x) { line->from.x = x; }
void byCallee() {
  Line line;
  setFrom(&line, tainted());
  sink(line.from.x); // expect tamga-custom-flow
  sink(line.from.y); // clean
  sink(line.to.x);   // clean
}

//== Memory: fields of fields by reference
void parts() {
  Line line;
  Point &end = line.to;
  int &x = end.x;
  x = tainted();
  sink(line.to.x); // expect tamga-custom-flow
  sink(line.to.y); // clean
  line.to.x = 0;
  sink(x); // overwritten
}
Point &endOf(Line &line) { return line.to; }
void returnedParts() {
  Line line;
  endOf(line).y = tainted();
  sink(line.to.y);   // expect tamga-custom-flow
  sink(line.from.y); // clean
}
void move(Point &point) { point.x += tainted(); }
void passedParts(Drawing &drawing) {
  move(drawing.lines[1].from);
  sink(drawing.lines[1].from.x); // expect tamga-custom-flow
  sink(drawing.lines[1].from.y); // clean
  const Point *start = &drawing.lines[1].from;
  sink(start->x); // expect tamga-custom-flow
}

//== Memory: fields through parameters
int lengthOf(const Line &line) { return line.to.x - line.from.x; }
const char *nameOf(const Drawing *drawing) { return drawing->best->name; }
void readers() {
  Line line;
  line.to.x = tainted();
  sink(lengthOf(line)); // expect tamga-custom-flow
  line.to.x = 4;
  sink(lengthOf(line)); // overwritten
  line.to.y = tainted();
  sink(lengthOf(line)); // clean
  Drawing drawing;
  drawing.best = &line;
  sink(nameOf(&drawing)); // clean
  line.name = source();
  sink(nameOf(&drawing)); // expect tamga-custom-flow
}

//== Memory: copies of structs
Line mirrored(Line line) {
  Point from = line.from;
  line.from = line.to;
  line.to = from;
  return line;
}
void copies() {
  Line line, copy;
  line.from.x = tainted();
  copy = mirrored(line);
  sink(copy.to.x);   // expect tamga-custom-flow
  sink(copy.from.x); // clean
  sink(line.from.x); // expect tamga-custom-flow
  copy = Line();
  sink(copy.to.x); // overwritten
}
void independent() {
  Point original, copy = original;
  copy.x = tainted();
  sink(original.x); // clean
  sink(copy.x);     // expect tamga-custom-flow
  original = copy;
  copy.x = 0;
  sink(original.x); // expect tamga-custom-flow
  sink(original.y); // clean
}
void wholeRows() {
  Drawing first, second;
  first.lines[3].name = source();
  second = first;
  sink(second.lines[3].name); // expect tamga-custom-flow
  sink(second.lines[2].name); // clean
}

//== Memory: heap objects
struct Chain {
  int value;
  Chain *next;
};
Chain *link(int value, Chain *next) {
  Chain *chain = new Chain;
  chain->value = value;
  chain->next = next;
  return chain;
}
void chains() {
  Chain *chain = link(1, link(tainted(), nullptr));
  sink(chain->next->value); // expect tamga-custom-flow
  sink(chain->value);       // clean
  chain->next->value = 2;
  sink(chain->next->value); // overwritten
  Chain *quiet = link(1, link(2, nullptr));
  sink(quiet->next->value); // clean
}
void walked(int count) {
  Chain *head = nullptr;
  for (int i = 0; i < count; i++)
    head = link(tainted(), head);
  for (Chain *chain = head; chain; chain = chain->next)
    sink(chain->value); // expect tamga-custom-flow
}
void walkedQuietly(int count) {
  Chain *head = nullptr;
  for (int i = 0; i < count; i++)
    head = link(i, head);
  for (Chain *chain = head; chain; chain = chain->next)
    sink(chain->value); // clean
}

//== Memory: this
class Meter {
public:
  void read() { this->last = tainted(); }
  void reset() { last = 0; }
  Meter &self() { return *this; }
  Meter *pointer() { return this; }
  int show() const { return this->last; }
  int limit() const { return highest; }

private:
  int last = 0, highest = 100;
};
void meters() {
  Meter meter, quiet;
  meter.self().read();
  sink(meter.show());            // expect tamga-custom-flow
  sink(meter.pointer()->show()); // expect tamga-custom-flow
  sink(meter.limit());           // clean
  sink(quiet.self().show());     // clean
  meter.pointer()->reset();
  sink(meter.show()); // overwritten
}
struct Registered {
  int value = tainted();
  int own = 2;
  static Registered *current;
  void enter() { current = this; }
  void report() {
    Registered *me = this;
    sink(me->value);     // expect tamga-custom-flow
    sink((*this).own);   // clean
  }
};
Registered *Registered::current;
void registered() {
  Registered one;
  one.report();
}
