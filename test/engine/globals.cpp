// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <string>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

static int shared;
static int quiet;
//== Memory: globals
void write() {
  shared = tainted();
  quiet = 1;
}
void read() {
  sink(shared); // expect tamga-custom-flow
  sink(quiet); // clean
}
void overwritten() {
  shared = 0;
  sink(shared); // overwritten
}
static std::string initial = source();
static std::string cleanInitial = "text";
//== Memory: initialisers of globals
void initialised() {
  sink(initial); // expect tamga-custom-flow
  sink(cleanInitial); // clean
}
//== Memory: static locals
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
//== Calls: static members
void staticMember() {
  Counter::total = tainted();
  sink(Counter::total); // expect tamga-custom-flow
}
thread_local int perThread;
//== Memory: thread-locals
void setPerThread() { perThread = tainted(); }
void threadLocal() { sink(perThread); } // expect tamga-custom-flow
//== Memory: static locals
static int cached(bool fresh) {
  static int cache;
  if (fresh)
    cache = tainted();
  return cache;
}
void caches() { sink(cached(false)); } // expect tamga-custom-flow
