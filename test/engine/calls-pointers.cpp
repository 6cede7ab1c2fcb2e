// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Functions as values.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();
int twice(int number) { return number * 2; }
int zero(int) { return 0; }
void show(const char *text) { sink(text); }   // expect tamga-custom-flow
void quiet(const char *text) { sink(text); }  // clean
void drop(const char *) {}

//== Calls: function pointers
using Operation = int (*)(int);
int apply(Operation operation, int number) { return operation(number); }
void chosen(bool which) {
  Operation operation = twice;
  sink(operation(tainted())); // expect tamga-custom-flow
  operation = &zero;
  sink((*operation)(tainted())); // overwritten
  operation = which ? twice : zero;
  sink(operation(tainted()));     // expect tamga-custom-flow
  sink(apply(zero, tainted()));   // clean
  sink(apply(twice, tainted()));  // expect tamga-custom-flow
  sink(apply(twice, other()));    // clean
}
struct Driver {
  int (*open)(int);
  void (*print)(const char *);
};
static const Driver driver = {twice, show};
static const Driver silent = {zero, drop};
void drivers() {
  driver.print(source());
  silent.print(source());
  sink(driver.open(tainted())); // expect tamga-custom-flow
  sink(silent.open(tainted())); // clean
  const Driver *chosen = &silent;
  sink(chosen->open(tainted())); // clean
}
Operation find(bool which) { return which ? twice : nullptr; }
void returned() {
  if (Operation operation = find(more()))
    sink(operation(tainted())); // expect tamga-custom-flow
  void (&reference)(const char *) = quiet;
  reference("text");
}

//== Calls: arrays of function pointers
static int (*const table[])(int) = {zero, twice};
void tables(int index) {
  sink(table[index](tainted())); // expect tamga-custom-flow
  sink(table[1](tainted()));     // expect tamga-custom-flow
  sink(table[0](tainted()));     // clean
  Operation local[2] = {zero, zero};
  sink(local[index](tainted())); // clean
  local[1] = twice;
  sink(local[1](tainted())); // expect tamga-custom-flow
  local[1] = zero;
  sink(local[1](tainted())); // overwritten
  sink(local[0](tainted())); // clean
  Operation pair[] = {zero, twice};
  sink(pair[0](tainted())); // clean
  sink(pair[1](tainted())); // expect tamga-custom-flow
}
struct Command {
  const char *name;
  void (*run)(const char *);
};
static const Command commands[] = {{"show", show}, {"drop", drop}};
void dispatch(const char *name) {
  for (const Command &command : commands)
    if (command.name == name)
      command.run(source());
}

//== Calls: out-parameters of function-pointer type
void lookUp(bool which, Operation *out) { *out = which ? twice : zero; }
void lookUpZero(Operation &out) { out = zero; }
bool resolve(const char *name, void (**out)(const char *)) {
  if (!*name)
    return false;
  *out = drop;
  return true;
}
void outParameters() {
  Operation operation = nullptr;
  lookUp(more(), &operation);
  sink(operation(tainted())); // expect tamga-custom-flow
  sink(operation(1));         // clean
  lookUpZero(operation);
  sink(operation(tainted())); // overwritten
  void (*print)(const char *) = nullptr;
  if (resolve("drop", &print))
    print(source());
  lookUp(true, &operation);
  int number = operation(tainted());
  sink(number); // expect tamga-custom-flow
  Operation again = operation;
  sink(again(tainted()) + 1); // expect tamga-custom-flow
  Operation none = zero;
  lookUpZero(none);
  sink(none(tainted())); // clean
  sink(none(other()));   // clean
}

//== Calls: pointers to member functions
struct Gauge {
  int value = 0, limit = 9;
  int get() const { return value; }
  int most() const { return limit; }
  void set(int number) { value = number; }
  virtual int read() const { return 0; }
};
struct Hot : Gauge {
  int read() const override { return tainted(); }
};
int ask(const Gauge &gauge, int (Gauge::*question)() const) { return (gauge.*question)(); }
void members() {
  Gauge gauge;
  void (Gauge::*setter)(int) = &Gauge::set;
  (gauge.*setter)(tainted());
  sink(ask(gauge, &Gauge::get));  // expect tamga-custom-flow
  sink(ask(gauge, &Gauge::most)); // clean
  int (Gauge::*getter)() const = &Gauge::get;
  Gauge *pointer = &gauge;
  sink((pointer->*getter)()); // expect tamga-custom-flow
  getter = &Gauge::most;
  sink((pointer->*getter)()); // overwritten
  (pointer->*setter)(1);
  sink(gauge.value); // overwritten
}
void tableOfMembers(int index) {
  int (Gauge::*const questions[])() const = {&Gauge::most, &Gauge::get};
  Gauge gauge;
  gauge.value = tainted();
  sink((gauge.*questions[0])());     // clean
  sink((gauge.*questions[1])());     // expect tamga-custom-flow
  sink((gauge.*questions[index])()); // expect tamga-custom-flow
}
void virtualMembers() {
  Hot hot;
  Gauge cold;
  int (Gauge::*read)() const = &Gauge::read;
  sink((hot.*read)());  // expect tamga-custom-flow
  sink((cold.*read)()); // clean
}

//== Calls: callbacks with user data
typedef void (*Callback)(int code, void *user);
void perform(Callback callback, void *user) { callback(tainted(), user); }
struct Registration {
  Callback callback;
  void *user;
};
static void run(const Registration *registration, int code) {
  registration->callback(code, registration->user);
}
struct Result {
  int code = 0, calls = 0;
};
void keep(int code, void *user) {
  Result *result = static_cast<Result *>(user);
  result->code = code;
  result->calls++;
}
void count(int, void *user) { static_cast<Result *>(user)->calls++; }
void print(int, void *user) { sink(*static_cast<const char **>(user)); } // expect tamga-custom-flow
void callbacks() {
  Result result, counted;
  perform(keep, &result);
  perform(count, &counted);
  sink(result.code);   // expect tamga-custom-flow
  sink(result.calls);  // clean
  sink(counted.code);  // clean
  const char *text = source();
  perform(print, &text);
  Registration registration{keep, &counted};
  run(&registration, other());
  sink(counted.code); // clean
  run(&registration, tainted());
  sink(counted.code); // expect tamga-custom-flow
  keep(1, &counted);
  sink(counted.code); // overwritten
}
struct Window {
  int last = 0;
  static void onKey(int key, void *self) { static_cast<Window *>(self)->press(key); }
  void press(int key) { last = key; }
  void listen() { perform(onKey, this); }
};
void windows() {
  Window window;
  window.listen();
  sink(window.last); // expect tamga-custom-flow
}
