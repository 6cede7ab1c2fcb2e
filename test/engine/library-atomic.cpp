// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
std::string source();
int tainted();
const char *generic(const char *);
void sink(const std::string &text);
void sink(int number);
void sink(long number);
void sink(const char *text);

//== Library: atomic
void stored() {
  std::atomic<int> number{0}, plain{0};
  number.store(tainted());
  plain.store(4, std::memory_order_relaxed);
  sink(number.load()); // expect tamga-custom-flow
  sink(plain.load());  // clean
  number = 4;
  sink(number); // overwritten
  number = tainted();
  int copy = number;
  sink(copy); // expect tamga-custom-flow
}
void counted() {
  std::atomic<int> sum = 0, count = 0;
  for (int i = 0; i < 3; ++i) {
    sum += tainted();
    ++count;
  }
  sink(sum);   // expect tamga-custom-flow
  sink(count); // clean
  sum.fetch_add(1);
  sink(sum.fetch_sub(tainted())); // expect tamga-custom-flow
  count.fetch_add(tainted());
  sink(count.load()); // expect tamga-custom-flow
}
void exchanged() {
  std::atomic<int> number(tainted()), plain(1);
  int old = number.exchange(2);
  sink(old);    // expect tamga-custom-flow
  sink(number); // overwritten
  int expected = 1;
  plain.compare_exchange_strong(expected, tainted());
  sink(plain);    // expect tamga-custom-flow
  sink(expected); // clean
}
void pointers() {
  std::string text = source(), fixed = "text";
  std::atomic<std::string *> current{nullptr}, other{nullptr};
  current.store(&text);
  other.store(&fixed);
  sink(*current.load()); // expect tamga-custom-flow
  sink(*other.load());   // clean
  current = &fixed;
  sink(*current.load()); // overwritten
}
struct Shared {
  std::atomic<int> level{0};
  std::atomic<bool> isReady{false};
};
void betweenThreads() {
  Shared shared, plain;
  std::thread writer([&] {
    shared.level.store(tainted());
    plain.level.store(3);
    shared.isReady = true;
  });
  writer.join();
  if (shared.isReady)
    sink(shared.level.load()); // expect tamga-custom-flow
  sink(plain.level.load()); // clean
}
static std::atomic<int> lastCode{0}, otherCode{0};
void publish() { lastCode = tainted(); }
void publishOther() { otherCode = 7; }
void report() {
  sink(lastCode.load());  // expect tamga-custom-flow
  sink(otherCode.load()); // clean
}
void references() {
  int number = 0, plain = 0;
  std::atomic_ref<int> view(number), other(plain);
  view.store(tainted());
  other.store(3);
  sink(number); // expect tamga-custom-flow
  sink(plain);  // clean
}

//== Library: call_once
static std::once_flag isMade, isMadeToo;
static std::string made, plainMade;
void make() { made = source(); }
void once() {
  std::call_once(isMade, make);
  std::call_once(isMadeToo, [] { plainMade = "text"; });
  sink(made);      // expect tamga-custom-flow
  sink(plainMade); // clean
}
class Lazy {
public:
  const std::string &get() {
    std::call_once(flag, &Lazy::load, this);
    return text;
  }
  const std::string &name() {
    std::call_once(flagOfName, [this](const char *value) { title = value; }, "title");
    return title;
  }

private:
  void load() { text = source(); }
  std::once_flag flag, flagOfName;
  std::string text, title;
};
void lazy() {
  Lazy lazy;
  sink(lazy.get());  // expect tamga-custom-flow
  sink(lazy.name()); // clean
}
void local() {
  std::once_flag flag;
  std::string text = "text", other;
  std::call_once(flag, [&](const std::string &value) { text = value; }, source());
  sink(text);  // expect tamga-custom-flow
  sink(other); // clean
  text = "text";
  sink(text); // overwritten
}

//== Library: condition_variable
void predicates() {
  std::mutex mutex;
  std::condition_variable changed;
  std::string text, plain = "text";
  bool isReady = false;
  std::thread writer([&] {
    std::lock_guard<std::mutex> lock(mutex);
    text = source();
    isReady = true;
    changed.notify_one();
  });
  std::unique_lock<std::mutex> lock(mutex);
  changed.wait(lock, [&] { return isReady; });
  sink(text);  // expect tamga-custom-flow
  sink(plain); // clean
  text = "done";
  sink(text); // overwritten
  writer.join();
}
void sideEffect(std::mutex &mutex) {
  std::condition_variable changed;
  std::unique_lock<std::mutex> lock(mutex);
  std::string seen, never;
  changed.wait_for(lock, std::chrono::seconds(1), [&seen] {
    seen = source();
    return !seen.empty();
  });
  changed.wait_until(lock, std::chrono::steady_clock::now(), [&never] { return never.empty(); });
  sink(seen);  // expect tamga-custom-flow
  sink(never); // clean
}
struct Mailbox {
  std::mutex mutex;
  std::condition_variable changed;
  std::string letter;
  bool isFull = false;
  void put(const std::string &text) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return !isFull; });
    letter = text;
    isFull = true;
    changed.notify_all();
  }
  std::string take() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return isFull; });
    isFull = false;
    return letter;
  }
};
void mailbox() {
  Mailbox box, plain;
  std::thread writer(&Mailbox::put, &box, source());
  plain.put("text");
  sink(box.take());   // expect tamga-custom-flow
  sink(plain.take()); // clean
  writer.join();
}

//== Library: chrono
using namespace std::chrono_literals;
void durations() {
  std::chrono::seconds wait(tainted()), fixed(3);
  sink(static_cast<long>(wait.count()));  // expect tamga-custom-flow
  sink(static_cast<long>(fixed.count())); // clean
  auto longer = std::chrono::duration_cast<std::chrono::milliseconds>(wait + 1s);
  sink(static_cast<long>(longer.count())); // expect tamga-custom-flow
  wait = 3s;
  sink(static_cast<long>(wait.count())); // overwritten
  fixed += std::chrono::seconds(tainted());
  sink(static_cast<long>(fixed.count())); // expect tamga-custom-flow
}
void points() {
  auto now = std::chrono::system_clock::now();
  auto later = now + std::chrono::minutes(tainted());
  sink(static_cast<long>(std::chrono::system_clock::to_time_t(later))); // expect tamga-custom-flow
  sink(static_cast<long>(std::chrono::system_clock::to_time_t(now)));   // clean
  sink(static_cast<long>((later - now).count()));                        // expect tamga-custom-flow
  sink(later > now ? 1 : 2);                                            // clean
}
