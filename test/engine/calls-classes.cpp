// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Everything that runs when objects are made, copied and destroyed.
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *text);
const char *source();

//== Calls: defaulted member functions
struct Pair {
  int first = 0;
  const char *second = "none";
  Pair() = default;
  Pair(int first, const char *second) : first(first), second(second) {}
  Pair(const Pair &) = default;
  Pair &operator=(const Pair &) = default;
  bool operator==(const Pair &) const = default;
};
struct Outer {
  Pair inner;
  int own = 1;
};
void defaulted() {
  Pair pair(1, source());
  Pair copy(pair), assigned;
  sink(copy.second); // expect tamga-custom-flow
  sink(copy.first);  // clean
  assigned = copy;
  sink(assigned.second); // expect tamga-custom-flow
  assigned = Pair();
  sink(assigned.second);   // overwritten
  sink(copy == assigned); // clean
  Outer outer{pair}, twin = outer;
  sink(twin.inner.second); // expect tamga-custom-flow
  sink(twin.own);          // clean
}

//== Calls: constructors
class Message {
public:
  Message() { text = "empty"; }
  Message(const char *text) : text(text) { length = 4; }
  Message(int code, const char *prefix);
  const char *get() const { return text; }
  int size() const { return length; }
  int number() const { return code; }

private:
  const char *text;
  int length = 0, code = 0;
};
Message::Message(int code, const char *prefix) : text(prefix), code(code) {}
void constructors() {
  Message message = source();
  sink(message.get());  // expect tamga-custom-flow
  sink(message.size()); // clean
  message = Message();
  sink(message.get()); // overwritten
  Message coded(tainted(), "text");
  sink(coded.number()); // expect tamga-custom-flow
  sink(coded.get());    // clean
  sink(Message(source()).get()); // expect tamga-custom-flow
  sink((new Message("text"))->get()); // clean
}
void accept(const Message &message) { sink(message.get()); } // expect tamga-custom-flow
void implicitly() { accept(source()); }

//== Calls: delegating constructors
struct Range {
  int from, to, step = 1;
  Range(int from, int to) : from(from), to(to) {}
  explicit Range(int to) : Range(0, to) {}
  Range(const Range &range, int step) : Range(range.from, range.to) { this->step = step; }
};
void delegating() {
  Range range(tainted());
  sink(range.to);   // expect tamga-custom-flow
  sink(range.from); // clean
  sink(range.step); // clean
  Range stepped(range, 2), twice(Range(3), tainted());
  sink(stepped.to);   // expect tamga-custom-flow
  sink(stepped.step); // clean
  sink(twice.step);   // expect tamga-custom-flow
  range = Range(4);
  sink(range.to); // overwritten
}

//== Calls: inheriting constructors
struct Named {
  const char *name;
  int id;
  Named(const char *name, int id) : name(name), id(id) {}
  Named(int id) : Named("none", id) {}
};
struct Person : Named {
  using Named::Named;
  int age = 18;
};
struct Worker : Person {
  using Person::Person;
};
void inheriting() {
  Person person(source(), 3);
  sink(person.name); // expect tamga-custom-flow
  sink(person.id);   // clean
  sink(person.age);  // clean
  Worker worker(tainted());
  sink(worker.id);   // expect tamga-custom-flow
  sink(worker.name); // clean
  Named &named = worker;
  sink(named.id); // expect tamga-custom-flow
  worker = Worker(5);
  sink(named.id); // overwritten
}

//== Calls: member initialisers
struct Config {
  int depth = tainted();
  int width = 3;
  int area = depth * width;
  int &view = width;
  Config() = default;
  explicit Config(int depth) : depth(depth) {}
};
struct Base {
  int value;
  explicit Base(int value) : value(value) {}
};
struct Derived : Base {
  int copy, constant;
  Derived(int number) : Base(number + 1), copy(value), constant(2) {}
};
void initialisers() {
  Config config;
  sink(config.depth); // expect tamga-custom-flow
  sink(config.area);  // expect tamga-custom-flow
  sink(config.view);  // clean
  Config given(4);
  sink(given.depth); // clean
  sink(given.area);  // clean
  Derived derived(tainted());
  sink(derived.copy);     // expect tamga-custom-flow
  sink(derived.constant); // clean
  given.width = tainted();
  sink(given.view); // expect tamga-custom-flow
  given.width = 5;
  sink(given.view); // overwritten
}

//== Calls: destructors
struct Reporter {
  const char *text = "none";
  int *out = nullptr;
  ~Reporter() {
    sink(text); // expect tamga-custom-flow
    if (out)
      *out = tainted();
  }
};
struct QuietReporter {
  const char *text = "none";
  int *out = nullptr;
  ~QuietReporter() {
    sink(text); // clean
    *out = 1;
  }
};
struct Owner {
  Reporter reporter;
};
void destructors() {
  int number = 0, quiet = tainted();
  {
    Owner owner;
    owner.reporter.text = source();
    owner.reporter.out = &number;
    sink(number); // clean
  }
  sink(number); // expect tamga-custom-flow
  {
    QuietReporter reporter;
    reporter.text = source();
    reporter.text = "text";
    reporter.out = &quiet;
  }
  sink(quiet); // overwritten
}
struct Guarded {
  virtual ~Guarded() = default;
};
struct Leaving : Guarded {
  int left = 0;
  ~Leaving() override { sink(left); } // expect tamga-custom-flow
};
void deleted() {
  Leaving *leaving = new Leaving;
  leaving->left = tainted();
  Guarded *guarded = leaving;
  delete guarded;
}
struct Silent {
  int left = 0;
  ~Silent() { sink(left); } // clean
};
void deletedQuietly() {
  Silent *silent = new Silent;
  silent->left = other();
  delete silent;
}

//== Calls: copy and move operations
class Text {
public:
  explicit Text(const char *bytes) : bytes(bytes) {}
  Text(const Text &other) : bytes(other.bytes), copies(other.copies + 1) {}
  Text(Text &&other) noexcept : bytes(other.bytes) { other.bytes = ""; }
  Text &operator=(const Text &other) {
    if (this != &other)
      bytes = other.bytes;
    return *this;
  }
  Text &operator=(Text &&other) noexcept {
    const char *mine = bytes;
    bytes = other.bytes;
    other.bytes = mine;
    return *this;
  }
  const char *get() const { return bytes; }
  int count() const { return copies; }

private:
  const char *bytes;
  int copies = 0;
};
Text make(bool which) {
  Text dirty(source()), quiet("text");
  if (which)
    return dirty;
  return quiet;
}
void copies() {
  Text text(source()), copy = text;
  sink(copy.get());   // expect tamga-custom-flow
  sink(copy.count()); // clean
  Text moved = static_cast<Text &&>(copy);
  sink(moved.get()); // expect tamga-custom-flow
  sink(copy.get());  // overwritten
  Text quiet("text");
  moved = quiet;
  sink(moved.get()); // overwritten
  quiet = static_cast<Text &&>(text);
  sink(quiet.get()); // expect tamga-custom-flow
  sink(text.get());  // overwritten
  sink(make(more()).get()); // expect tamga-custom-flow
  sink(Text(Text("a")).get()); // clean
}
struct NotTaken {
  int value = 0;
  NotTaken() = default;
  NotTaken(const NotTaken &) {}
};
void copyThatForgets() {
  NotTaken first;
  first.value = tainted();
  NotTaken second = first;
  sink(second.value); // clean
}

//== Calls: methods and `this`
class Account {
public:
  Account &deposit(int amount) {
    balance += amount;
    return *this;
  }
  Account &reset() {
    balance = 0;
    return *this;
  }
  int read() const { return balance; }
  int limit() const { return maximum; }
  void mergeWith(const Account &account) { deposit(account.read()); }

private:
  int balance = 0, maximum = 10;
};
void accounts() {
  Account account, empty;
  account.deposit(1).deposit(tainted());
  sink(account.read());  // expect tamga-custom-flow
  sink(account.limit()); // clean
  empty.mergeWith(account);
  sink(empty.read()); // expect tamga-custom-flow
  sink(empty.reset().read()); // overwritten
  sink(Account().deposit(other()).read()); // clean
}
