// RUN: %check %s --pack generic -- -std=c++20
// What a caller knows of a class or a key, its callees know.
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>
std::string source();
void sink(const std::string &text);
bool bit(int index);

class Repository {
public:
  virtual ~Repository() = default;
  virtual std::string load() const = 0;
};
class Remote : public Repository {
public:
  std::string load() const override { return source(); }
};
class Local : public Repository {
public:
  std::string load() const override { return "here"; }
};

//== Calls: virtual calls on what callers pass
static void showLocal(const Repository &rows) {
  sink(rows.load()); // clean
}
static void showRemote(const Repository &rows) {
  sink(rows.load()); // expect tamga-custom-flow
}
static void showEither(const Repository &rows) {
  sink(rows.load()); // expect tamga-custom-flow
}
void callersKnow() {
  Local local;
  Remote remote;
  showLocal(local);
  showRemote(remote);
  showEither(local);
  showEither(remote);
}
void showAny(const Repository &rows) {
  sink(rows.load()); // expect tamga-custom-flow
}
static std::string loaded(const Repository &rows) { return "[" + rows.load() + "]"; }
static void showDeep(const Repository &rows) {
  sink(loaded(rows)); // clean
}
void deeper() {
  Local local;
  showDeep(local);
}
static void showOnce(const Repository &rows) {
  sink(rows.load()); // expect tamga-custom-flow
}
void oneOfTwo(bool isFar) {
  Local local;
  Remote remote;
  showOnce(isFar ? static_cast<const Repository &>(remote) : local);
}

class Service {
  std::unique_ptr<Repository> rows;

public:
  explicit Service(std::unique_ptr<Repository> made) : rows(std::move(made)) {}
  std::string title() const { return rows->load(); }
};
class LocalView {
  const Service &service;

public:
  explicit LocalView(const Service &from) : service(from) {}
  void draw() { sink(service.title()); } // clean
};
class RemoteView {
  const Service &service;

public:
  explicit RemoteView(const Service &from) : service(from) {}
  void draw() { sink(service.title()); } // expect tamga-custom-flow
};
void views() {
  Service near(std::make_unique<Local>()), far(std::make_unique<Remote>());
  LocalView first(near);
  first.draw();
  RemoteView second(far);
  second.draw();
}
// Nothing that runs calls this.
static void neverCalled(const Repository &rows) {
  sink(rows.load()); // expect tamga-custom-flow
}

struct Drawing {
  std::string circles, squares;
};
struct Shape {
  virtual ~Shape() = default;
  virtual void draw(Drawing &on) const = 0;
};
struct Circle : Shape {
  std::string label;
  void draw(Drawing &on) const override { on.circles += label; }
};
struct Square : Shape {
  std::string label;
  void draw(Drawing &on) const override { on.squares += label; }
};
void drawn() {
  Circle circle;
  circle.label = source();
  Square square;
  square.label = "plain";
  Drawing drawing;
  for (const Shape *shape : std::initializer_list<const Shape *>{&circle, &square})
    shape->draw(drawing);
  sink(drawing.circles); // expect tamga-custom-flow
  sink(drawing.squares); // clean
}

//== Calls: listeners that a class calls
class Subject {
  std::vector<std::function<void(const std::string &)>> listeners;

public:
  void listen(std::function<void(const std::string &)> listener) {
    listeners.push_back(std::move(listener));
  }
  void tell(const std::string &text) {
    for (auto &listener : listeners)
      listener(text);
  }
  void tellLast(const std::string &text) { listeners.back()(text); }
};
void told() {
  Subject subject;
  std::string last, quiet;
  subject.listen([&last](const std::string &text) { last = text; });
  subject.tell(source());
  sink(last);  // expect tamga-custom-flow
  sink(quiet); // clean
}
void toldByOne() {
  Subject subject;
  std::string first, second;
  subject.listen([&](const std::string &text) { first += text; });
  subject.listen([&](const std::string &) { second = "seen"; });
  subject.tellLast(source());
  sink(first);  // expect tamga-custom-flow
  sink(second); // clean
}
void toldPlainText() {
  Subject subject;
  std::string last;
  subject.listen([&last](const std::string &text) { last = text; });
  subject.tell("plain");
  sink(last); // clean
}
struct Slot {
  std::string *into;
};
static void fillAll(std::vector<Slot> &slots, const std::string &text) {
  for (Slot &slot : slots)
    *slot.into = text;
}
void slots() {
  std::string first, other;
  std::vector<Slot> all;
  all.push_back({&first});
  fillAll(all, source());
  sink(first); // expect tamga-custom-flow
  sink(other); // clean
}

//== Library: maps behind functions of one's own
class Settings {
  std::map<std::string, std::string> values;

public:
  void set(const std::string &key, const std::string &value) { values[key] = value; }
  std::string get(const std::string &key) const {
    auto found = values.find(key);
    return found == values.end() ? "" : found->second;
  }
  void setName(const std::string &value) { set("name", value); }
  std::string name() const { return get("name"); }
  std::string colour() const { return get("colour"); }
};
void byKey() {
  Settings settings;
  settings.set("name", source());
  settings.set("colour", "red");
  sink(settings.get("name"));   // expect tamga-custom-flow
  sink(settings.get("colour")); // clean
  settings.set("name", "nobody");
  sink(settings.get("name")); // overwritten
}
void byFunction() {
  Settings settings;
  settings.setName(source());
  sink(settings.name());   // expect tamga-custom-flow
  sink(settings.colour()); // clean
}
void byUnknownKey(const std::string &key) {
  Settings settings;
  settings.set(key, source());
  sink(settings.get("name")); // expect tamga-custom-flow
}
void readByUnknownKey(const std::string &key) {
  Settings settings;
  settings.set("name", source());
  sink(settings.get(key)); // expect tamga-custom-flow
}
struct Table {
  std::vector<std::string> cells = std::vector<std::string>(4);
  void put(int row, const std::string &text) { cells[row] = text; }
  const std::string &at(int row) const { return cells[row]; }
};
void byIndex() {
  Table table;
  table.put(1, source());
  sink(table.at(1)); // expect tamga-custom-flow
  sink(table.at(2)); // clean
  table.put(1, "plain");
  sink(table.at(1)); // overwritten
}
void manyKeys() {
  Settings settings;
  for (const char *key : {"a", "b"})
    settings.set(key, source());
  settings.set("k1", "1");
  settings.set("k2", "2");
  settings.set("k3", "3");
  settings.set("k4", "4");
  settings.set("k5", "5");
  settings.set("k6", "6");
  settings.set("k7", "7");
  settings.set("k8", "8");
  settings.set("k9", source());
  sink(settings.get("k9")); // expect tamga-custom-flow
  sink(settings.get("a"));  // expect tamga-custom-flow
}

struct Plugin {
  virtual ~Plugin() = default;
  virtual std::string run(const std::string &text) const = 0;
};
struct Echo : Plugin {
  std::string run(const std::string &text) const override { return text; }
};
struct Length : Plugin {
  std::string run(const std::string &text) const override {
    return std::to_string(text.size());
  }
};
class Makers {
  std::map<std::string, std::function<std::unique_ptr<Plugin>()>> makers;

public:
  template <class Made> void add(const std::string &name) {
    makers[name] = [] { return std::make_unique<Made>(); };
  }
  std::unique_ptr<Plugin> make(const std::string &name) const {
    auto found = makers.find(name);
    return found == makers.end() ? nullptr : found->second();
  }
};
void plugins(const std::string &any) {
  Makers makers;
  makers.add<Echo>("echo");
  makers.add<Length>("length");
  sink(makers.make("echo")->run(source()));   // expect tamga-custom-flow
  sink(makers.make("length")->run(source())); // false tamga-custom-flow
  sink(makers.make(any)->run(source()));      // expect tamga-custom-flow
}

struct Connection : std::enable_shared_from_this<Connection> {
  std::string buffer, peer;
  void start(std::vector<std::function<void(const std::string &)>> &loop) {
    auto self = shared_from_this();
    loop.push_back([self](const std::string &text) { self->buffer += text; });
  }
};
void connected() {
  std::vector<std::function<void(const std::string &)>> loop;
  auto connection = std::make_shared<Connection>();
  connection->start(loop);
  for (auto &handler : loop)
    handler(source());
  sink(connection->buffer); // expect tamga-custom-flow
  sink(connection->peer);   // clean
}

//== Values: what comes where a pointer is null
class Filter {
  Filter *next = nullptr;

public:
  virtual ~Filter() = default;
  void then(Filter *other) { next = other; }
  virtual std::string run(const std::string &text) { return next ? next->run(text) : text; }
};
class Redact : public Filter {
public:
  std::string run(const std::string &) override { return Filter::run("redacted"); }
};
void redacted() {
  Filter first;
  Redact second;
  first.then(&second);
  sink(first.run(source())); // clean
}
void notRedacted() {
  Filter first, second;
  first.then(&second);
  sink(first.run(source())); // expect tamga-custom-flow
}
void perhapsRedacted(bool isSecret) {
  Filter first;
  Redact second;
  first.then(isSecret ? &second : nullptr);
  sink(first.run(source())); // expect tamga-custom-flow
}
static std::string nameOr(const std::string *name, const std::string &other) {
  if (name != nullptr)
    return *name;
  return other;
}
void named() {
  std::string name = "ann";
  sink(nameOr(&name, source()));   // clean
  sink(nameOr(nullptr, source())); // expect tamga-custom-flow
  const std::string *pointer = &name;
  sink(nameOr(pointer, source())); // clean
  if (bit(0))
    pointer = nullptr;
  sink(nameOr(pointer, source())); // expect tamga-custom-flow
}

//== Calls: callables that call what they captured
struct Finally {
  std::function<void()> last;
  ~Finally() { last(); }
};
void atTheEnd() {
  std::string answer = source(), text = "plain", other = "plain";
  std::function<std::string(const std::string &)> edit = [](const std::string &from) {
    return from + "!";
  };
  std::function<std::string(const std::string &)> drop = [](const std::string &) {
    return "dropped";
  };
  {
    Finally first{[&] { text = edit(answer); }};
    Finally second{[&] { other = drop(answer); }};
  }
  sink(text);  // expect tamga-custom-flow
  sink(other); // clean
}
void onTheWayToAHandler() {
  std::string answer = source(), text = "plain";
  std::function<std::string(const std::string &)> edit = [](const std::string &from) {
    return from + "!";
  };
  try {
    Finally cleanup{[&] { text = edit(answer); }};
    throw 2;
  } catch (...) {
  }
  sink(text); // expect tamga-custom-flow
}
