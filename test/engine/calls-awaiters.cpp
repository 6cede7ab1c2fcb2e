// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Coroutines that talk to what is around them: awaiters of one's own, lambdas, members,
// state that lives in the promise.
#include <coroutine>
#include <functional>
#include <queue>
#include <string>
#include <utility>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Calls: awaiters
struct Fire {
  struct promise_type {
    Fire get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
void readLater(std::function<void(std::string)> done);
void countLater(std::function<void(std::string)> done) { done("text"); }
void fetchLater(std::function<void(std::string)> done) { done(source()); }
template <class Start> struct Callback {
  Start start;
  std::string result;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> waiting) {
    start([this, waiting](std::string text) mutable {
      result = std::move(text);
      waiting.resume();
    });
  }
  std::string await_resume() { return std::move(result); }
};
template <class Start> Callback<Start> callback(Start start) { return {start, {}}; }
Fire callbacks() {
  std::string text = co_await callback(fetchLater);
  sink(text); // expect tamga-custom-flow
  std::string fine = co_await callback(countLater);
  sink(fine); // clean
  text = co_await callback(countLater);
  sink(text); // overwritten
  std::string last = co_await callback([](auto done) { done(source()); });
  sink(last); // expect tamga-custom-flow
}
struct Event {
  int value = 0;
  bool isSet = false;
  std::coroutine_handle<> waiting;
  void set(int number) {
    value = number;
    isSet = true;
    if (waiting)
      waiting.resume();
  }
  auto operator co_await() {
    struct Awaiter {
      Event &event;
      bool await_ready() const { return event.isSet; }
      void await_suspend(std::coroutine_handle<> handle) { event.waiting = handle; }
      int await_resume() const { return event.value; }
    };
    return Awaiter{*this};
  }
};
Fire waits() {
  Event event, quiet;
  event.set(tainted());
  quiet.set(other());
  sink(co_await event); // expect tamga-custom-flow
  sink(co_await quiet); // clean
  event.set(3);
  sink(co_await event); // overwritten
}
Fire waitsFor(Event &event) { sink(co_await event); } // expect tamga-custom-flow
Fire waitsForQuiet(Event &event) { sink(co_await event); } // clean
void starts() {
  Event event, quiet;
  event.set(tainted());
  waitsFor(event);
  waitsForQuiet(quiet);
}
struct Yes {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) {}
  std::pair<int, int> await_resume() { return {tainted(), other()}; }
};
Fire parts() {
  auto [first, second] = co_await Yes{};
  sink(first);  // expect tamga-custom-flow
  sink(second); // clean
  sink((co_await Yes()).second); // clean
  if (int number = (co_await Yes()).first)
    sink(number); // expect tamga-custom-flow
}

//== Calls: state in the promise
struct Session {
  struct promise_type {
    int inbox = 0;
    std::string outbox;
    int step = 0;
    Session get_return_object() { return Session(this); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() {}
    void return_void() {}
    struct Received {
      promise_type &promise;
      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<>) const noexcept {}
      int await_resume() const { return promise.inbox; }
    };
    Received yield_value(std::string text) {
      outbox = std::move(text);
      ++step;
      return {*this};
    }
  };
  explicit Session(promise_type *promise) : promise(promise) {}
  Session(Session &&from) : promise(std::exchange(from.promise, nullptr)) {}
  ~Session() {
    if (promise)
      std::coroutine_handle<promise_type>::from_promise(*promise).destroy();
  }
  const std::string &output() const { return promise->outbox; }
  int step() const { return promise->step; }
  void send(int number) {
    promise->inbox = number;
    std::coroutine_handle<promise_type>::from_promise(*promise).resume();
  }
  promise_type *promise;
};
Session greets() {
  co_yield "hello";
  co_yield source();
}
Session asks(std::string name) {
  co_yield "hello " + name;
  co_yield "bye";
}
Session quiet() {
  co_yield "one";
  co_yield "two";
}
void sessions() {
  Session first = greets();
  first.send(1);
  sink(first.output()); // expect tamga-custom-flow
  sink(first.step());   // clean
  Session second = quiet();
  second.send(2);
  sink(second.output()); // clean
  Session third = asks(source());
  sink(third.output()); // expect tamga-custom-flow
  std::string text = asks("me").output();
  sink(text); // clean
  text = greets().output();
  sink(text); // expect tamga-custom-flow
  text = quiet().output();
  sink(text); // overwritten
}

//== Calls: coroutines as members and lambdas
template <class T> struct Lazy {
  struct promise_type {
    T value{};
    auto get_return_object() { return Lazy{*this}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(T given) { value = std::move(given); }
    void unhandled_exception() { throw; }
  };
  explicit Lazy(promise_type &promise)
      : handle(std::coroutine_handle<promise_type>::from_promise(promise)) {}
  const T &get() const { return handle.promise().value; }
  operator T() const { return handle.promise().value; }
  std::coroutine_handle<promise_type> handle;
};
class Client {
public:
  Client(std::string key, int port) : key(std::move(key)), port(port) {}
  Lazy<std::string> secret() const { co_return key; }
  Lazy<int> number() { co_return port; }
  virtual Lazy<std::string> name() { co_return "client"; }
  virtual ~Client() = default;

private:
  std::string key;
  int port;
};
struct Loud : Client {
  using Client::Client;
  Lazy<std::string> name() override { co_return source(); }
};
void members() {
  Client client(source(), other());
  sink(client.secret().get()); // expect tamga-custom-flow
  sink(client.number().get()); // clean
  sink(client.name().get());   // clean
  Loud loud("key", tainted());
  Client &base = loud;
  sink(base.name().get());   // expect tamga-custom-flow
  sink(base.secret().get()); // clean
  sink(loud.number());       // expect tamga-custom-flow
}
void lambdas() {
  auto echo = [](int number) -> Lazy<int> { co_return number; };
  sink(echo(tainted())); // expect tamga-custom-flow
  sink(echo(3).get());   // clean
  int captured = tainted();
  auto keeps = [captured]() -> Lazy<int> { co_return captured + 1; };
  sink(keeps().get()); // expect tamga-custom-flow
  captured = 0;
  auto refers = [&captured]() -> Lazy<int> { co_return captured; };
  sink(refers().get()); // overwritten
  std::string log;
  auto writes = [&log](std::string text) -> Lazy<bool> {
    log += text;
    co_return true;
  };
  sink(writes("a").get()); // clean
  sink(log);               // clean
  writes(source());
  sink(log); // expect tamga-custom-flow
}
