// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// A promise and its future share what is set.
#include <future>
#include <string>
std::string source();
void sink(const std::string &text);

void promises() {
  std::promise<std::string> promise;
  std::future<std::string> future = promise.get_future();
  promise.set_value(source());
  sink(future.get()); // missed tamga-custom-flow
}
