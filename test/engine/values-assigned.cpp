// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Values on their way from one variable to the next.
int tainted();
int other();
bool more();
double real();
void sink(int number);
void sink(unsigned number);
void sink(long number);
void sink(double number);
void sink(char letter);
struct Pair {
  int first, second;
};

//== Values: assignment
void chained() {
  int a, b, c;
  a = b = c = tainted();
  sink(a); // expect tamga-custom-flow
  sink(c); // expect tamga-custom-flow
  b = c = other();
  sink(b); // overwritten
  sink(c); // overwritten
  sink(a); // expect tamga-custom-flow
}
void asExpression() {
  int kept;
  sink(kept = tainted()); // expect tamga-custom-flow
  if ((kept = other()) > 3)
    sink(kept); // overwritten
}
void exchangedByHand(int limit) {
  int low = tainted(), high = limit, spare = 0;
  spare = low;
  low = high;
  high = spare;
  sink(low);  // overwritten
  sink(high); // expect tamga-custom-flow
}
void unrelated() {
  int first = tainted(), second = other();
  int third = second;
  second = first;
  sink(third); // clean
  sink(second); // expect tamga-custom-flow
}
void toItself() {
  int number = tainted();
  number = number;
  sink(number); // expect tamga-custom-flow
  int fine = other();
  fine = fine;
  sink(fine); // clean
}

//== Values: compound assignment
void everyOperator() {
  int product = 3;
  product *= tainted();
  sink(product); // expect tamga-custom-flow
  int mask = 0xff;
  mask &= tainted();
  sink(mask); // expect tamga-custom-flow
  int bits = 1;
  bits <<= tainted();
  sink(bits); // expect tamga-custom-flow
  double mean = 0;
  mean += tainted();
  mean /= 4;
  sink(mean); // expect tamga-custom-flow
}
void leftSideStays() {
  int number = tainted();
  number -= other();
  number %= 10;
  sink(number); // expect tamga-custom-flow
  number = 4;
  number += other();
  sink(number); // overwritten
}
void cleanSums(int count) {
  int total = count, step = 2;
  total *= step;
  total |= 1;
  sink(total); // clean
  long wide = 1;
  wide <<= 40;
  sink(wide); // clean
}
void resultIsAPlace() {
  int sum = 0;
  (sum += 1) = tainted();
  sink(sum); // expect tamga-custom-flow
  int fine = 0, dirty = tainted();
  sink(fine += 2); // clean
  sink(dirty += 2); // expect tamga-custom-flow
}

//== Values: increment and decrement
void postfix() {
  int number = tainted();
  int before = number++;
  sink(before); // expect tamga-custom-flow
  sink(number); // expect tamga-custom-flow
  int count = 0;
  int last = count--;
  sink(last); // clean
  sink(count); // clean
}
void prefixIsAPlace() {
  int number = other();
  ++number = tainted();
  sink(number); // expect tamga-custom-flow
  int copy = tainted();
  --copy = other();
  sink(copy); // overwritten
}
void inFields(Pair pair) {
  pair.first = tainted();
  pair.first++;
  pair.second++;
  sink(pair.first); // expect tamga-custom-flow
  sink(pair.second); // clean
}

//== Values: arithmetic
void mixed() {
  int number = tainted();
  sink(number - number / 2);         // expect tamga-custom-flow
  sink((3 + 4) * (number % 5));      // expect tamga-custom-flow
  sink(1.5 * number);                // expect tamga-custom-flow
  sink(number ^ 0x5555);             // expect tamga-custom-flow
  sink((other() >> 2) | number << 4); // expect tamga-custom-flow
  sink(+number);                     // expect tamga-custom-flow
}
void pureNumbers(int width, int height) {
  int area = width * height;
  int unused = tainted() * 2;
  sink(area - 3); // clean
  sink(-area);    // clean
  sink(~width & height); // clean
  unused = area + 1;
  sink(unused); // overwritten
}
void letters() {
  char letter = 'a' + tainted() % 26;
  sink(letter); // expect tamga-custom-flow
  char fixed = 'a' + other() % 26;
  sink(fixed); // clean
}

//== Values: casts
struct Base {
  int number = 0;
  virtual ~Base() = default;
};
struct Derived : Base {
  int own = 0;
};
void numbers() {
  double number = tainted();
  int rounded = (int)number;
  sink(rounded); // expect tamga-custom-flow
  unsigned char byte = static_cast<unsigned char>(tainted());
  sink(int{byte}); // expect tamga-custom-flow
  sink(static_cast<int>(real())); // clean
  rounded = int(real());
  sink(rounded); // overwritten
}
void reinterpreted() {
  int number = tainted();
  unsigned *bits = reinterpret_cast<unsigned *>(&number);
  sink(*bits); // expect tamga-custom-flow
  char *bytes = (char *)&number;
  sink(bytes[0]); // expect tamga-custom-flow
  *bits = 0;
  sink(number); // overwritten
}
void withoutConst(const int &number) {
  const_cast<int &>(number) = tainted();
  sink(number); // expect tamga-custom-flow
}
void alongTheClasses(Base *given) {
  Derived derived;
  derived.number = tainted();
  Base *base = &derived;
  sink(base->number); // expect tamga-custom-flow
  sink(static_cast<Derived *>(base)->number); // expect tamga-custom-flow
  if (Derived *again = dynamic_cast<Derived *>(base))
    sink(again->own); // clean
  if (Derived *found = dynamic_cast<Derived *>(given)) {
    found->own = tainted();
    sink(found->number); // clean
    sink(found->own);    // expect tamga-custom-flow
  }
}
void throughVoid() {
  int number = tainted(), fine = 1;
  void *anything = &number;
  sink(*(int *)anything); // expect tamga-custom-flow
  anything = &fine;
  sink(*static_cast<int *>(anything)); // clean
}
void asNumber() {
  int number = tainted();
  long address = reinterpret_cast<long>(&number);
  sink(*reinterpret_cast<int *>(address)); // expect tamga-custom-flow
}
