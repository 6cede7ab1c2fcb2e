// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <string>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

static int shared;
static int quiet;
void write() {
  shared = tainted();
  quiet = 1;
}
void read() {
  sink(shared); // expect tamga-custom-flow
  sink(quiet);
}
void overwritten() {
  shared = 0;
  sink(shared);
}
static std::string initial = source();
static std::string cleanInitial = "text";
void initialised() {
  sink(initial); // expect tamga-custom-flow
  sink(cleanInitial);
}
int &counter() {
  static int count = 0;
  return count;
}
void staticLocal() {
  counter() = tainted();
  sink(counter()); // expect tamga-custom-flow
}
struct Counter {
  static inline int total = 0;
};
void staticMember() {
  Counter::total = tainted();
  sink(Counter::total); // expect tamga-custom-flow
}
thread_local int perThread;
void setPerThread() { perThread = tainted(); }
void threadLocal() { sink(perThread); } // expect tamga-custom-flow
static int cached(bool fresh) {
  static int cache;
  if (fresh)
    cache = tainted();
  return cache;
}
void caches() { sink(cached(false)); } // expect tamga-custom-flow
