// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Threads, algorithms, paths and the rest of the standard library.
#include <algorithm>
#include <filesystem>
#include <future>
#include <numeric>
#include <regex>
#include <string>
#include <thread>
#include <vector>

std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

void algorithms() {
  std::vector<int> numbers{1, 2}, others(2), clean{1, 2};
  numbers.push_back(tainted());
  std::copy(numbers.begin(), numbers.end(), others.begin());
  sink(others[0]); // expect tamga-custom-flow
  std::vector<int> made;
  std::transform(numbers.begin(), numbers.end(), std::back_inserter(made),
                 [](int number) { return number + 1; });
  sink(made[0]); // expect tamga-custom-flow
  std::for_each(numbers.begin(), numbers.end(), [](int number) {
    sink(number); // expect tamga-custom-flow
  });
  sink(*std::find(numbers.begin(), numbers.end(), 3)); // expect tamga-custom-flow
  sink(std::accumulate(numbers.begin(), numbers.end(), 0)); // expect tamga-custom-flow
  sink(std::accumulate(clean.begin(), clean.end(), 0));
  sink(std::max(tainted(), 3)); // expect tamga-custom-flow
  sink(*std::max_element(numbers.begin(), numbers.end())); // expect tamga-custom-flow
}

void threads() {
  std::string text = source();
  std::thread worker([text] { sink(text); }); // expect tamga-custom-flow
  worker.join();
  auto later = std::async([] { return source(); });
  sink(later.get()); // expect tamga-custom-flow
}

void texts() {
  std::filesystem::path path = source();
  sink((path / "name").string()); // expect tamga-custom-flow
  sink(std::regex_replace(source(), std::regex("a"), "b")); // expect tamga-custom-flow
}
