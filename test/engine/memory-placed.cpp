// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Objects in memory that is not theirs; mutable, volatile and thread-local objects.
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <utility>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Memory: allocation of one's own
struct Arena {
  char bytes[256];
  size_t used = 0;
  void *take(size_t n) {
    void *p = bytes + used;
    used += n;
    return p;
  }
};
void *operator new(size_t size, Arena &arena) { return arena.take(size); }
struct Pooled {
  int value;
  std::string text;
  Pooled(int v, std::string t) : value(v), text(std::move(t)) {}
  static void *operator new(size_t size) { return std::malloc(size); }
  static void operator delete(void *p) { std::free(p); }
};
template <class T, class... A> T *make(void *at, A &&...a) {
  return ::new (at) T(std::forward<A>(a)...);
}
template <class T> class Slot {
  alignas(T) std::byte storage[sizeof(T)];

public:
  template <class... A> void emplace(A &&...a) { new (storage) T(std::forward<A>(a)...); }
  T &get() { return *reinterpret_cast<T *>(storage); }
  T &laundered() { return *std::launder(reinterpret_cast<T *>(&storage)); }
};
void allocations() {
  Arena arena;
  auto *first = new (arena) int(tainted());
  auto *second = new (arena) int(2);
  sink(*first);  // expect tamga-custom-flow
  sink(*second); // clean
  Pooled *pooled = new Pooled(tainted(), "text");
  sink(pooled->value); // expect tamga-custom-flow
  sink(pooled->text);  // clean
  delete pooled;
  alignas(Pooled) char room[sizeof(Pooled)];
  Pooled *made = make<Pooled>(room, 1, source());
  sink(made->text);                             // expect tamga-custom-flow
  sink(made->value);                            // clean
  sink(reinterpret_cast<Pooled *>(room)->text); // expect tamga-custom-flow
  made->~Pooled();
  Slot<std::string> slot, quiet;
  slot.emplace(source());
  quiet.emplace("text");
  sink(slot.get());       // expect tamga-custom-flow
  sink(slot.laundered()); // expect tamga-custom-flow
  sink(quiet.get());      // clean
  slot.get() = "text";
  sink(slot.get()); // overwritten
}
//== Memory: mutable, volatile, thread_local
struct Cache {
  mutable int seen = 0;
  int value;
  int get() const {
    seen = value;
    return 1;
  }
};
thread_local int perThread;
thread_local std::string lastText;
volatile int device;
void remember(int n) {
  perThread = n;
  lastText = source();
}
void qualifiers() {
  const Cache cache{0, tainted()};
  sink(cache.seen); // clean
  cache.get();
  sink(cache.seen); // expect tamga-custom-flow
  perThread = 1;
  sink(perThread); // clean
  remember(tainted());
  sink(perThread); // expect tamga-custom-flow
  sink(lastText);  // expect tamga-custom-flow
  lastText.clear();
  sink(lastText); // overwritten
  device = tainted();
  sink(device); // expect tamga-custom-flow
}
