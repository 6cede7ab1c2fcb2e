// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20 -include %S/../mock/format.h
// std::format and fmt, which has the same functions.
#include <fmt/format.h>
#include <fmt/printf.h>
#include <fmt/ranges.h>
#include <iterator>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);

//== Library: std::format, format_to, vformat
void formatted() {
  sink(std::format("{}: {}", source(), 3)); // expect tamga-custom-flow
  sink(std::format("{}: {}", "a", 3));      // clean
  std::string text = std::format("{:>8}", tainted());
  sink(text); // expect tamga-custom-flow
  text = std::format("{}", 4);
  sink(text); // overwritten
}
void appended() {
  std::string out, plain;
  std::format_to(std::back_inserter(out), "<{}>", source());
  std::format_to(std::back_inserter(plain), "<{}>", 3);
  sink(out);   // expect tamga-custom-flow
  sink(plain); // clean
  char line[64] = {};
  *std::format_to(line, "{}", source()) = '\0';
  sink(line); // expect tamga-custom-flow
  std::format_to_n(std::back_inserter(plain), 4, "{}", tainted());
  sink(plain); // expect tamga-custom-flow
}
std::string late(std::string_view pattern, const std::string &name) {
  return std::vformat(pattern, std::make_format_args(name));
}
void atRunTime() {
  sink(late("hello {}", source())); // expect tamga-custom-flow
  sink(late(source(), "text"));     // expect tamga-custom-flow
  sink(late("hello {}", "text"));   // clean
  sink(static_cast<int>(std::formatted_size("{}", source()))); // clean
}

//== Library: fmt
struct Point {
  int x, y;
};
template <> struct fmt::formatter<Point> : fmt::formatter<int> {
  auto format(const Point &point, fmt::format_context &context) const {
    return fmt::format_to(context.out(), "({}, {})", point.x, point.y);
  }
};
void fmtFormatted() {
  sink(fmt::format("{} {}", source(), 3));             // expect tamga-custom-flow
  sink(fmt::format("{} {}", "a", 3));                  // clean
  sink(fmt::format("{name}", fmt::arg("name", source()))); // expect tamga-custom-flow
  sink(fmt::format("{}", Point{tainted(), 1}));        // expect tamga-custom-flow
  sink(fmt::format("{}", Point{2, 1}));                // clean
  sink(fmt::to_string(tainted()));                     // expect tamga-custom-flow
  sink(fmt::sprintf("%s", source()));                  // expect tamga-custom-flow
  sink(fmt::sprintf("%d", 3));                         // clean
  sink(fmt::format(fmt::runtime(source()), 3));        // expect tamga-custom-flow
}
void fmtJoined() {
  std::vector<std::string> words{source(), "a"}, plain{"a", "b"};
  sink(fmt::format("{}", fmt::join(words, ", "))); // expect tamga-custom-flow
  sink(fmt::format("{}", fmt::join(plain, ", "))); // clean
}
void fmtAppended() {
  std::string out, plain;
  fmt::format_to(std::back_inserter(out), "{}", source());
  fmt::format_to(std::back_inserter(plain), "{}", 3);
  sink(out);   // expect tamga-custom-flow
  sink(plain); // clean
  out = fmt::format("{}", 3);
  sink(out); // overwritten
  fmt::memory_buffer buffer, other;
  fmt::format_to(std::back_inserter(buffer), "{}", source());
  fmt::format_to(std::back_inserter(other), "{}", 1);
  sink(fmt::to_string(buffer)); // expect tamga-custom-flow
  sink(fmt::to_string(other));  // clean
  sink(std::string(buffer.data(), buffer.size())); // expect tamga-custom-flow
}
