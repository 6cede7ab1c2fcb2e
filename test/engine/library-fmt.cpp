// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <fmt/chrono.h>
#include <fmt/color.h>
#include <fmt/core.h>
#include <fmt/format.h>
#include <fmt/ostream.h>
#include <fmt/ranges.h>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
//== Library: fmt, lines of a report
struct Person {
  std::string name;
  int age = 0;
};
template <> struct fmt::formatter<Person> : fmt::formatter<std::string> {
  template <class Context> auto format(const Person &person, Context &context) const {
    return fmt::formatter<std::string>::format(person.name, context);
  }
};
template <class... Parts> std::string line(fmt::format_string<Parts...> format, Parts &&...parts) {
  return fmt::format(format, std::forward<Parts>(parts)...) + "\n";
}
void lines() {
  sink(line("{}: {}", 1, source())); // expect tamga-custom-flow
  sink(line("{}: {}", 1, "text"));   // clean
  Person asel{source(), 3}, dana{"Dana", 4};
  sink(fmt::format("{}", asel)); // expect tamga-custom-flow
  sink(fmt::format("{}", dana)); // clean
  fmt::memory_buffer buffer, plain;
  fmt::format_to(std::back_inserter(buffer), "{:>8}", source());
  fmt::format_to(std::back_inserter(plain), "{:>8}", "a");
  sink(fmt::to_string(buffer)); // expect tamga-custom-flow
  sink(fmt::to_string(plain));  // clean
  buffer.clear();
  fmt::format_to(std::back_inserter(buffer), "text");
  sink(fmt::to_string(buffer)); // overwritten
  std::vector<std::string> words{"a", source()}, others{"a"};
  sink(fmt::format("{}", fmt::join(words, ", ")));  // expect tamga-custom-flow
  sink(fmt::format("{}", fmt::join(others, ", "))); // clean
  sink(fmt::format(fmt::runtime(source()), 3)); // expect tamga-custom-flow
  sink(fmt::format("{name}", fmt::arg("name", source()))); // expect tamga-custom-flow
  char raw[32];
  auto end = fmt::format_to_n(raw, 31, "{}", tainted());
  *end.out = 0;
  sink(raw); // expect tamga-custom-flow
  sink(int(fmt::formatted_size("{}", tainted()))); // clean
  std::ostringstream out;
  fmt::print(out, "{}", source());
  sink(out.str()); // expect tamga-custom-flow
  sink(fmt::format(fmt::emphasis::bold, "{}", source())); // expect tamga-custom-flow
  sink(fmt::to_string(tainted())); // expect tamga-custom-flow
  sink(fmt::to_string(3)); // clean
}
