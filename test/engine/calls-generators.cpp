// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Generators and tasks as libraries write them: iterators, pointers to the promise,
// exceptions that wait in the promise.
#include <coroutine>
#include <exception>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Calls: generators with iterators
template <class T> class [[nodiscard]] Generator {
public:
  struct promise_type {
    const T *current = nullptr;
    std::exception_ptr failure;
    Generator get_return_object() {
      return Generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    std::suspend_always yield_value(const T &value) noexcept {
      current = std::addressof(value);
      return {};
    }
    void return_void() noexcept {}
    void unhandled_exception() { failure = std::current_exception(); }
    void await_transform() = delete;
  };
  class iterator {
  public:
    using difference_type = std::ptrdiff_t;
    using value_type = T;
    iterator() = default;
    explicit iterator(std::coroutine_handle<promise_type> handle) : handle(handle) {}
    iterator &operator++() {
      handle.resume();
      return *this;
    }
    void operator++(int) { ++*this; }
    const T &operator*() const { return *handle.promise().current; }
    const T *operator->() const { return handle.promise().current; }
    bool operator==(std::default_sentinel_t) const { return !handle || handle.done(); }

  private:
    std::coroutine_handle<promise_type> handle;
  };
  Generator(Generator &&from) noexcept : handle(std::exchange(from.handle, {})) {}
  Generator(const Generator &) = delete;
  ~Generator() {
    if (handle)
      handle.destroy();
  }
  iterator begin() {
    if (handle)
      handle.resume();
    return iterator(handle);
  }
  std::default_sentinel_t end() { return {}; }

private:
  explicit Generator(std::coroutine_handle<promise_type> handle) : handle(handle) {}
  std::coroutine_handle<promise_type> handle;
};

Generator<int> count(int from, int to) {
  for (int i = from; i < to; ++i)
    co_yield i;
}
Generator<int> dirty() {
  int first = 1;
  co_yield first;
  int second = tainted();
  co_yield second;
}
Generator<std::string> words(std::string line) {
  co_yield line;
  co_yield std::string("end");
}
Generator<std::string> split(const std::string &line) {
  std::string word;
  for (char letter : line)
    if (letter == ' ') {
      co_yield word;
      word.clear();
    } else {
      word += letter;
    }
  co_yield word;
}
Generator<int> doubled(Generator<int> inner) {
  for (int number : inner)
    co_yield number * 2;
}
struct Record {
  std::string name;
  int age;
};
Generator<Record> records() {
  co_yield Record{source(), 3};
  Record second;
  second.name = "text";
  second.age = other();
  co_yield second;
}
void iterated() {
  for (int number : count(0, 3))
    sink(number); // clean
  for (int number : dirty())
    sink(number); // expect tamga-custom-flow
  for (const std::string &word : words(source()))
    sink(word); // expect tamga-custom-flow
  for (const std::string &word : words("text"))
    sink(word); // clean
  for (const std::string &word : split(source()))
    sink(word); // expect tamga-custom-flow
  for (const std::string &word : split("a b c"))
    sink(word); // clean
  for (int number : doubled(dirty()))
    sink(number); // expect tamga-custom-flow
  for (int number : doubled(count(1, 4)))
    sink(number); // clean
  for (const Record &record : records()) {
    sink(record.name); // expect tamga-custom-flow
    sink(record.age);  // clean
  }
  auto generator = dirty();
  auto position = generator.begin();
  ++position;
  int number = *position;
  sink(number); // expect tamga-custom-flow
  number = 0;
  sink(number); // overwritten
  auto all = records();
  for (auto record = all.begin(); record != all.end(); ++record) {
    sink(record->name); // expect tamga-custom-flow
    sink(record->age);  // clean
  }
}

//== Calls: tasks that are awaited
template <class T> class Task {
public:
  struct promise_type {
    std::variant<std::monostate, T, std::exception_ptr> result;
    std::coroutine_handle<> continuation;
    Task get_return_object() { return Task{Handle::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct FinalAwaiter {
      bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> done) noexcept {
        if (auto next = done.promise().continuation)
          return next;
        return std::noop_coroutine();
      }
      void await_resume() noexcept {}
    };
    FinalAwaiter final_suspend() noexcept { return {}; }
    template <class U> void return_value(U &&value) {
      result.template emplace<1>(std::forward<U>(value));
    }
    void unhandled_exception() { result.template emplace<2>(std::current_exception()); }
  };
  using Handle = std::coroutine_handle<promise_type>;
  explicit Task(Handle handle) : handle(handle) {}
  Task(Task &&from) noexcept : handle(std::exchange(from.handle, nullptr)) {}
  ~Task() {
    if (handle)
      handle.destroy();
  }
  auto operator co_await() && noexcept {
    struct Awaiter {
      Handle handle;
      bool await_ready() const noexcept { return !handle || handle.done(); }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept {
        handle.promise().continuation = caller;
        return handle;
      }
      T await_resume() {
        auto &result = handle.promise().result;
        if (result.index() == 2)
          std::rethrow_exception(std::get<2>(result));
        return std::get<1>(std::move(result));
      }
    };
    return Awaiter{handle};
  }
  T run() {
    handle.resume();
    return std::get<1>(handle.promise().result);
  }

private:
  Handle handle;
};
Task<std::string> fetch() { co_return source(); }
Task<std::string> fixed() { co_return "text"; }
Task<std::string> shout(std::string text) { co_return text + "!"; }
Task<int> length(std::string text) {
  std::string louder = co_await shout(text);
  co_return static_cast<int>(louder.size());
}
Task<int> chained() {
  std::string text = co_await fetch();
  sink(text); // expect tamga-custom-flow
  std::string fine = co_await fixed();
  sink(fine); // clean
  sink(co_await shout(std::move(text))); // expect tamga-custom-flow
  sink(co_await shout(fine)); // clean
  text = co_await fixed();
  sink(text); // overwritten
  co_return co_await length(text);
}
Task<std::string> either(bool which) {
  if (which)
    co_return co_await fetch();
  co_return co_await fixed();
}
Task<std::vector<std::string>> many() {
  std::vector<std::string> all;
  for (int i = 0; i < 3; ++i)
    all.push_back(co_await fixed());
  co_return all;
}
Task<std::string> fails() {
  if (more())
    throw source();
  co_return "text";
}
Task<int> handles() {
  try {
    sink(co_await fails()); // clean
  } catch (const std::string &text) {
    sink(text); // expect tamga-custom-flow
  }
  co_return 1;
}
void runs() {
  sink(chained().run()); // clean
  sink(either(more()).run()); // expect tamga-custom-flow
  Task<std::vector<std::string>> task = many();
  sink(task.run()[0]); // clean
  sink(handles().run()); // clean
  sink(shout(source()).run()); // expect tamga-custom-flow
}
