// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Expressions that choose: `?:`, `,`, `&&`, `||`.
int tainted();
int other();
bool more();
bool ready(int *out);
void sink(int number);
void sink(bool truth);
void sink(const char *text);
const char *source();
struct Box {
  int value = 0;
};

//== Values: conditional operator
void either(bool which) {
  int number = which ? other() : tainted();
  sink(number); // expect tamga-custom-flow
  const char *text = which ? source() : "none";
  sink(text); // expect tamga-custom-flow
  text = which ? "yes" : "no";
  sink(text); // overwritten
}
void nested(int which) {
  int a = tainted();
  sink(which == 1 ? 1 : which == 2 ? a : 3); // expect tamga-custom-flow
  sink(which == 1 ? 1 : which == 2 ? 2 : 3); // clean
}
void without() {
  int number = tainted() ?: other();
  sink(number); // expect tamga-custom-flow
  int fine = other() ?: 7;
  sink(fine); // clean
}
void objects(bool which) {
  Box a{tainted()}, b{2};
  Box chosen = which ? a : b;
  sink(chosen.value); // expect tamga-custom-flow
  Box copy = which ? b : Box{3};
  sink(copy.value); // clean
  sink((which ? b : a).value); // expect tamga-custom-flow
}

//== Values: conditional operator as an lvalue
void written(bool which, bool again) {
  Box a, b, c;
  (which ? a.value : b.value) = tainted();
  sink(a.value); // expect tamga-custom-flow
  sink(b.value); // expect tamga-custom-flow
  sink(c.value); // clean
  a.value = 0;
  sink(a.value); // overwritten
  (again ? a : c).value += 2;
  sink(c.value); // clean
}
void referred(bool which) {
  int low = 1, high = 2;
  int &chosen = which ? low : high;
  chosen = tainted();
  sink(low);    // expect tamga-custom-flow
  sink(chosen); // expect tamga-custom-flow
  chosen = 0;
  sink(chosen); // false tamga-custom-flow
}
void pointed(bool which) {
  int a = 0, b = 0, d = 0;
  *(which ? &a : &b) = tainted();
  sink(b); // expect tamga-custom-flow
  sink(d); // clean
}

//== Values: comma
void sequences() {
  int a = 0, b = 0;
  a = tainted(), b = 1;
  sink(a); // expect tamga-custom-flow
  sink(b); // clean
  int c = (a = 2, b = tainted(), b + 1);
  sink(c); // expect tamga-custom-flow
  sink(a); // overwritten
}
void inLoops() {
  int last = 0, first = 0;
  for (int i = 0; i < 4; i++, last = tainted())
    first = i;
  sink(last);  // expect tamga-custom-flow
  sink(first); // clean
}
void places() {
  int a = 0, b = 0;
  (other(), a) = tainted();
  sink(a); // expect tamga-custom-flow
  sink(b); // clean
  sink((tainted(), b)); // clean
}

//== Values: short circuit
void sideEffects() {
  int number = 0, fine = 0;
  if (more() && (number = tainted()) > 2)
    sink(number); // expect tamga-custom-flow
  more() || (fine = other());
  sink(fine); // clean
  sink(number); // expect tamga-custom-flow
}
void outOnTheRight() {
  int number = 0;
  bool found = more() || ready(&number) || (number = tainted(), true);
  sink(number); // expect tamga-custom-flow
  sink(found); // clean
  number = 0;
  sink(number); // overwritten
}
void neverReached() {
  int number = 0;
  false && (number = tainted());
  sink(number); // clean
  true || (number = tainted());
  sink(number); // clean
  true && (number = tainted());
  sink(number); // expect tamga-custom-flow
}

//== Values: what only depends on the content
enum class Grade { low, high };
void decisions() {
  int number = tainted();
  sink(number > 10 ? 1 : 0); // clean
  bool big = number >= 100;
  sink(big); // clean
  Grade grade = number < 5 ? Grade::low : Grade::high;
  sink(static_cast<int>(grade)); // clean
  int count = 0;
  while (count < number)
    ++count;
  sink(count); // clean
}
