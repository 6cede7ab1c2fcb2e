// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Exceptions that are kept, handed over and thrown again somewhere else.
#include <exception>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const char *number);
void sink(const std::string &text);
std::string source();
void maybeThrow();

//== Calls: exceptions that are kept
std::exception_ptr kept(const std::string &text) {
  try {
    throw std::runtime_error(text);
  } catch (...) {
    return std::current_exception();
  }
}
void rethrows() {
  std::exception_ptr first;
  try {
    throw std::runtime_error(source());
  } catch (...) {
    first = std::current_exception();
  }
  try {
    std::rethrow_exception(first);
  } catch (const std::exception &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
  first = kept("text");
  try {
    std::rethrow_exception(first);
  } catch (const std::exception &error) {
    sink(error.what()); // overwritten
  }
  try {
    std::rethrow_exception(kept(source()));
  } catch (const std::runtime_error &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
  std::exception_ptr made = std::make_exception_ptr(std::runtime_error("text"));
  try {
    if (made)
      std::rethrow_exception(made);
  } catch (const std::exception &error) {
    sink(error.what()); // clean
  }
  try {
    std::rethrow_exception(std::make_exception_ptr(tainted()));
  } catch (int number) {
    sink(number); // expect tamga-custom-flow
  }
}
/// One function tells what all handlers want to know.
std::string describe() {
  try {
    throw;
  } catch (const std::exception &error) {
    return error.what();
  } catch (...) {
    return "unknown";
  }
}
std::string describeQuiet() {
  try {
    throw;
  } catch (const std::exception &error) {
    return error.what();
  } catch (...) {
    return "unknown";
  }
}
std::string fromPointer(std::exception_ptr failure) {
  try {
    if (failure)
      std::rethrow_exception(failure);
  } catch (const std::exception &error) {
    return error.what();
  }
  return "fine";
}
void described() {
  try {
    throw std::runtime_error(source());
  } catch (...) {
    sink(describe()); // expect tamga-custom-flow
  }
  try {
    throw std::runtime_error("text");
  } catch (...) {
    sink(describeQuiet()); // clean
  }
  try {
    throw std::logic_error(source());
  } catch (...) {
    std::string text = fromPointer(std::current_exception());
    sink(text); // expect tamga-custom-flow
    text = fromPointer(nullptr);
    sink(text); // overwritten
  }
  try {
    throw std::logic_error("text");
  } catch (...) {
    sink(fromPointer(std::current_exception())); // clean
  }
}
class Worker {
public:
  void run(const std::string &input) {
    try {
      if (more())
        throw std::runtime_error("failed: " + input);
      result = "fine";
    } catch (...) {
      failure = std::current_exception();
    }
  }
  std::string get() {
    if (failure)
      std::rethrow_exception(failure);
    return result;
  }

private:
  std::string result;
  std::exception_ptr failure;
};
void workers() {
  Worker first, second;
  first.run(source());
  second.run("text");
  try {
    sink(first.get()); // clean
  } catch (const std::exception &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
  try {
    sink(second.get()); // clean
  } catch (const std::exception &error) {
    sink(error.what()); // clean
  }
}
void collects() {
  std::vector<std::exception_ptr> failures;
  for (int i = 0; i < 3; ++i)
    try {
      throw std::runtime_error(source());
    } catch (...) {
      failures.push_back(std::current_exception());
    }
  for (const std::exception_ptr &failure : failures)
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception &error) {
      sink(error.what()); // expect tamga-custom-flow
    }
}
void threads() {
  std::exception_ptr failure;
  std::thread worker([&] {
    try {
      throw std::runtime_error(source());
    } catch (...) {
      failure = std::current_exception();
    }
  });
  worker.join();
  try {
    if (failure)
      std::rethrow_exception(failure);
  } catch (const std::runtime_error &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
  std::promise<int> promise;
  promise.set_exception(std::make_exception_ptr(std::runtime_error(source())));
  try {
    sink(promise.get_future().get()); // clean
  } catch (const std::exception &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
}
void futures() {
  auto failing = std::async([] {
    if (more())
      throw std::runtime_error(source());
    return 1;
  });
  try {
    sink(failing.get()); // clean
  } catch (const std::exception &error) {
    sink(error.what()); // missed tamga-custom-flow
  }
  auto task = std::async([] {
    if (more())
      throw std::runtime_error("text");
    return tainted();
  });
  try {
    sink(task.get()); // expect tamga-custom-flow
  } catch (const std::exception &error) {
    sink(error.what()); // clean
  }
}

//== Calls: exceptions (thrown value to handler)
struct Refusal {
  std::string words, place;
};
struct LateRefusal : Refusal {};
// One function knows what is caught, wherever it was thrown.
std::string wordsOfThis() {
  try {
    throw;
  } catch (const Refusal &refusal) {
    return refusal.words;
  }
}
std::string placeOf(std::exception_ptr failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Refusal &refusal) {
    return refusal.place;
  } catch (const std::string &text) {
    return text;
  }
}
void refused() {
  try {
    throw Refusal{source(), "here"};
  } catch (...) {
    sink(wordsOfThis());                     // expect tamga-custom-flow
    sink(placeOf(std::current_exception())); // clean
  }
  try {
    throw LateRefusal{{"late", source()}};
  } catch (...) {
    sink(wordsOfThis());                     // clean
    sink(placeOf(std::current_exception())); // expect tamga-custom-flow
  }
  try {
    throw source();
  } catch (...) {
    sink(placeOf(std::current_exception())); // expect tamga-custom-flow
  }
}
