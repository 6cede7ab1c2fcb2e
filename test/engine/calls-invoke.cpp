// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// A pointer to a member function takes its object as the first argument.
#include <functional>
#include <string>
#include <thread>
std::string source();
int tainted();
int other();
void sink(const std::string &text);
void sink(int number);
int twice(int number) { return number * 2; }
int zero(int) { return 0; }
struct Meter {
  int value = 0, limit = 9;
  int get() const { return value; }
  int most() const { return limit; }
  void set(int number) { value = number; }
  virtual int read(int) const { return 0; }
};
struct Echo : Meter {
  int read(int number) const override { return number; }
};

//== Calls: std::invoke
void invoked() {
  sink(std::invoke(twice, tainted())); // expect tamga-custom-flow
  sink(std::invoke(zero, tainted()));  // clean
  Meter meter;
  std::invoke(&Meter::set, meter, tainted());
  sink(std::invoke(&Meter::get, meter));   // expect tamga-custom-flow
  sink(std::invoke(&Meter::most, &meter)); // clean
  std::invoke(&Meter::set, &meter, 1);
  sink(meter.value); // overwritten
  Echo echo;
  sink(std::invoke(&Meter::read, echo, tainted()));  // expect tamga-custom-flow
  sink(std::invoke(&Meter::read, meter, tainted())); // clean
  sink(std::invoke([](int a, int) { return a; }, 1, tainted())); // clean
}
struct Worker {
  void show(const std::string &text) { sink(text); } // expect tamga-custom-flow
  void quiet(const std::string &text) { sink(text); } // clean
};
void threads() {
  Worker worker;
  std::thread first(&Worker::show, &worker, source());
  std::thread second(&Worker::quiet, &worker, "text");
  first.join();
  second.join();
}
