// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Lambdas with every form of capture, without the standard library.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();
template <class Action> auto call(Action &&action) { return action(); }
template <class Action, class... Arguments> auto callWith(Action action, Arguments... arguments) {
  return action(arguments...);
}
struct Point {
  int x = 0, y = 0;
};

//== Calls: lambdas that capture by value
void copies() {
  int number = tainted(), fine = 2;
  Point point;
  point.x = tainted();
  auto sum = [=] { return number + fine; };
  number = 0;
  sink(number); // overwritten
  sink(sum());  // expect tamga-custom-flow
  auto quiet = [fine, number] { return fine + number; };
  sink(quiet()); // clean
  sink([point] { return point.x; }()); // expect tamga-custom-flow
  sink([point] { return point.y; }()); // clean
  auto later = [number] { sink(number); }; // clean
  number = tainted();
  later();
}
void counters() {
  int start = tainted();
  auto next = [start]() mutable { return start++; };
  sink(next()); // expect tamga-custom-flow
  auto reset = [start]() mutable {
    start = 0;
    return start;
  };
  sink(reset()); // overwritten
  sink(start);   // expect tamga-custom-flow
}

//== Calls: lambdas that capture by reference
void references() {
  int number = 0, fine = 0;
  auto set = [&number, &fine](int value) {
    fine = number;
    number = value;
  };
  set(tainted());
  sink(number); // expect tamga-custom-flow
  sink(fine);   // clean
  set(1);
  sink(number); // overwritten
  sink(fine);   // expect tamga-custom-flow
}
void seenLater() {
  int number = 0;
  auto get = [&] { return number; };
  sink(get()); // clean
  number = tainted();
  sink(get()); // expect tamga-custom-flow
  number = other();
  sink(call(get)); // overwritten
}
void mixedModes() {
  int copied = tainted(), referred = tainted();
  auto get = [=, &referred] { return copied - referred; };
  auto second = [&, copied] { return referred; };
  copied = referred = 0;
  sink(get());    // expect tamga-custom-flow
  sink(second()); // overwritten
}

//== Calls: lambdas with initialised captures
void initialised() {
  int number = tainted();
  auto show = [value = number * 2, text = "text"] {
    sink(value); // expect tamga-custom-flow
    sink(text);  // clean
  };
  show();
  auto reference = [&alias = number]() -> int & { return alias; };
  reference() = 0;
  sink(number); // overwritten
  reference() = tainted();
  sink(number); // expect tamga-custom-flow
  auto fine = [number = other()] { return number; };
  sink(fine()); // clean
  auto moved = [point = Point{1, tainted()}] { return point; };
  sink(moved().y); // expect tamga-custom-flow
  sink(moved().x); // clean
}

//== Calls: lambdas that capture this
class Meter {
public:
  int total() {
    auto add = [this](int number) { sum += number; };
    add(tainted());
    return sum;
  }
  int untouched() {
    auto copy = [*this]() mutable {
      limit = tainted();
      return 0;
    };
    copy();
    return limit;
  }
  auto reader() const {
    return [=, this] { return sum; };
  }
  auto writer() {
    return [&](int value) { sum = value; };
  }

private:
  int sum = 0, limit = 10;
};
void meters() {
  Meter meter, fresh;
  sink(meter.total());     // expect tamga-custom-flow
  sink(meter.reader()());  // expect tamga-custom-flow
  sink(meter.untouched()); // clean
  sink(fresh.reader()());  // clean
  meter.writer()(1);
  sink(meter.reader()()); // overwritten
  fresh.writer()(tainted());
  sink(fresh.reader()()); // expect tamga-custom-flow
  sink(fresh.untouched()); // clean
}

//== Calls: parameters and results of lambdas
void parameters() {
  auto second = [](int, int b) { return b; };
  sink(second(tainted(), 1)); // clean
  sink(second(1, tainted())); // expect tamga-custom-flow
  auto fill = [](Point &point) { point.y = tainted(); };
  Point point;
  fill(point);
  sink(point.y); // expect tamga-custom-flow
  sink(point.x); // clean
  [](Point *p) { p->y = 0; }(&point);
  sink(point.y); // overwritten
  int (*pointer)(int, int) = second;
  sink(pointer(1, tainted())); // expect tamga-custom-flow
  sink(pointer(tainted(), 1)); // clean
  sink(callWith([](int a) { return a + 1; }, tainted())); // expect tamga-custom-flow
  sink(callWith([](int a) { return a + 1; }, other()));   // clean
}

//== Calls: generic lambdas
void generics() {
  auto same = [](auto value) { return value; };
  sink(same(tainted())); // expect tamga-custom-flow
  sink(same(source()));  // expect tamga-custom-flow
  sink(same("text"));    // clean
  auto pick = []<class T>(T a, T) { return a; };
  sink(pick(tainted(), 1)); // expect tamga-custom-flow
  sink(pick(1, tainted())); // clean
  auto last = [](auto... values) { return (values, ...); };
  sink(last(1, tainted())); // expect tamga-custom-flow
  sink(last(tainted(), 1)); // clean
  int number = 0;
  auto assign = [&](auto value) { number = value; };
  assign(tainted());
  sink(number); // expect tamga-custom-flow
  assign('a');
  sink(number); // overwritten
}

//== Calls: nested lambdas
void nested() {
  int number = tainted(), fine = 1;
  auto outer = [&](int offset) {
    auto inner = [=](int factor) { return number * factor + offset; };
    return inner(2);
  };
  sink(outer(1)); // expect tamga-custom-flow
  auto add = [](int a) { return [a](int b) { return a + b; }; };
  sink(add(tainted())(1)); // expect tamga-custom-flow
  sink(add(1)(fine));      // clean
  auto apply = [](auto action, int value) { return action(value); };
  sink(apply([](int value) { return value; }, tainted())); // expect tamga-custom-flow
  sink(apply([](int) { return 5; }, tainted()));           // clean
  [&] { [&] { number = 0; }(); }();
  sink(number); // overwritten
  sink(outer(fine)); // overwritten
  sink(add(fine)(2)); // clean
}
auto factorial = [](auto self, int number) -> int { return number < 2 ? 1 : number * self(self, number - 1); };
void recursiveLambda() {
  sink(factorial(factorial, tainted())); // expect tamga-custom-flow
}

//== Calls: returned lambdas
auto makeAdder(int amount) {
  return [amount](int number) { return number + amount; };
}
auto makeSetter(int &target) {
  return [&target](int number) { target = number; };
}
auto makeConstant(int) {
  return [] { return 3; };
}
void returned() {
  auto add = makeAdder(tainted()), fine = makeAdder(2);
  int sum = add(2);
  sum = fine(2);
  sink(sum); // overwritten
  sink(add(1));          // expect tamga-custom-flow
  sink(fine(1));         // clean
  sink(fine(tainted())); // expect tamga-custom-flow
  sink(makeConstant(tainted())()); // clean
  int number = 0, quiet = 0;
  makeSetter(number)(tainted());
  sink(number); // expect tamga-custom-flow
  sink(quiet);  // clean
  makeSetter(number)(0);
  sink(number); // overwritten
}

//== Calls: lambdas stored in members
template <class Action> struct Button {
  Action action;
  int presses = 0;
  auto press(int key) {
    ++presses;
    return action(key);
  }
};
template <class Action> Button(Action) -> Button<Action>;
struct Menu {
  int (*choose)(int) = [](int) { return 1; };
  void (*show)(const char *) = nullptr;
};
void buttons() {
  int last = 0;
  Button button{[&last](int key) { return last = key; }};
  sink(button.press(tainted())); // expect tamga-custom-flow
  sink(last);                    // expect tamga-custom-flow
  sink(button.presses);          // clean
  button.press(4);
  sink(last); // overwritten
  Button quiet{[](int) { return 2; }};
  sink(quiet.press(tainted())); // clean
  Menu menu;
  sink(menu.choose(tainted())); // clean
  menu.choose = [](int key) { return key + 1; };
  sink(menu.choose(tainted())); // expect tamga-custom-flow
  menu.show = [](const char *text) { sink(text); }; // expect tamga-custom-flow
  menu.show(source());
}
