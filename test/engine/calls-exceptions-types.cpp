// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// What a handler is given is of its type, or of a class derived from it.
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

//== Calls: handlers by type
void library() {
  try {
    throw std::runtime_error(source());
  } catch (const std::logic_error &error) {
    sink(error.what()); // clean
  } catch (const std::exception &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
}
void numbers() {
  try {
    throw tainted();
  } catch (const std::exception &error) {
    sink(error.what()); // clean
  } catch (int number) {
    sink(number); // expect tamga-custom-flow
  }
}
struct Failure {
  std::string text;
  int code = 0;
};
struct Timeout : Failure {
  explicit Timeout(std::string text) : Failure{std::move(text)} {}
};
[[noreturn]] void fail(const std::string &text) { throw Timeout(text); }
void perhaps(int way) {
  if (way == 1)
    throw std::string("text");
  if (way == 2)
    throw Failure{source(), 3};
  fail("late");
}
void classes(int way) {
  try {
    perhaps(way);
  } catch (const std::string &text) {
    sink(text); // clean
  } catch (const Timeout &timeout) {
    sink(timeout.text); // clean
  } catch (const Failure &failure) {
    sink(failure.text); // expect tamga-custom-flow
    sink(failure.code); // clean
  }
}
void bases() {
  try {
    fail(source());
  } catch (Failure &failure) {
    sink(failure.text); // expect tamga-custom-flow
    failure.text = "text";
    sink(failure.text); // overwritten
  }
}
void thrownOn(int way) {
  try {
    try {
      perhaps(way);
    } catch (const std::string &text) {
      sink(text); // clean
      throw;
    }
  } catch (const std::string &text) {
    sink(text); // clean
  } catch (const Failure &failure) {
    sink(failure.text); // expect tamga-custom-flow
  }
}
void replaced() {
  try {
    try {
      fail(source());
    } catch (const Failure &failure) {
      throw std::runtime_error("failed: " + failure.text);
    }
  } catch (const Failure &failure) {
    sink(failure.text); // clean
  } catch (const std::exception &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
}
void kept() {
  std::exception_ptr pointer;
  try {
    fail(source());
  } catch (...) {
    pointer = std::current_exception();
  }
  try {
    std::rethrow_exception(pointer);
  } catch (const std::exception &error) {
    sink(error.what()); // clean
  } catch (const Timeout &timeout) {
    sink(timeout.text); // expect tamga-custom-flow
  }
}
void codes() {
  try {
    throw std::system_error(std::error_code(), source());
  } catch (const std::bad_alloc &error) {
    sink(error.what()); // clean
  } catch (const std::system_error &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
}
void onlyAll() {
  try {
    fail(source());
  } catch (int number) {
    sink(number); // clean
  } catch (...) {
    sink("text"); // clean
  }
}
void pointers() {
  try {
    throw new Failure{source(), 1};
  } catch (const Failure *failure) {
    sink(failure->text); // expect tamga-custom-flow
    sink(failure->code); // clean
    delete failure;
  }
}
void copies() {
  try {
    fail(source());
  } catch (Timeout timeout) {
    Failure copy = timeout;
    sink(copy.text); // expect tamga-custom-flow
  }
}
