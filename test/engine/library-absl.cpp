// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20 -I %S/../mock
#include "absl/strings/strings.h"
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(std::string_view text);
void sink(const char *text);
void sink(int number);

//== Library: absl StrCat, StrAppend, StrFormat, Substitute
void joined() {
  sink(absl::StrCat("a", source(), 3)); // expect tamga-custom-flow
  sink(absl::StrCat("a", "b", 3));      // clean
  sink(absl::StrCat(tainted()));        // expect tamga-custom-flow
  std::string text, plain;
  absl::StrAppend(&text, "a", source());
  absl::StrAppend(&plain, "a", "b");
  sink(text);  // expect tamga-custom-flow
  sink(plain); // clean
  text = absl::StrCat("a", "b");
  sink(text); // overwritten
}
void formatted() {
  sink(absl::StrFormat("%s: %d", source(), 3)); // expect tamga-custom-flow
  sink(absl::StrFormat("%s: %d", "a", 3));      // clean
  sink(absl::Substitute("$0 $1", "a", source())); // expect tamga-custom-flow
  sink(absl::Substitute("$0", "a"));              // clean
  std::string line;
  absl::StrAppendFormat(&line, "%d", tainted());
  sink(line); // expect tamga-custom-flow
  line.clear();
  absl::SubstituteAndAppend(&line, "$0", "a");
  sink(line); // overwritten
}

//== Library: absl StrSplit, StrJoin and views
void divided() {
  std::string text = source();
  std::vector<std::string> words = absl::StrSplit(text, ','), plain = absl::StrSplit("a,b", ',');
  for (const std::string &word : words)
    sink(word); // expect tamga-custom-flow
  sink(plain[0]);                 // clean
  sink(absl::StrJoin(words, "-")); // expect tamga-custom-flow
  sink(absl::StrJoin(plain, "-")); // clean
  words = plain;
  sink(absl::StrJoin(words, ";")); // overwritten
}
void views() {
  std::string text = source();
  absl::string_view view = absl::StripAsciiWhitespace(text);
  sink(view);                                 // expect tamga-custom-flow
  sink(absl::StripPrefix(view, "a"));         // expect tamga-custom-flow
  sink(absl::StripPrefix("abc", "a"));        // clean
  sink(absl::AsciiStrToLower(view));          // expect tamga-custom-flow
  sink(absl::StrContains(view, "a") ? 1 : 2); // clean
  int number = 0, plain = 0;
  if (absl::SimpleAtoi(text, &number) && absl::SimpleAtoi("3", &plain))
    sink(number + plain); // expect tamga-custom-flow
  sink(plain); // clean
}

//== Library: absl Cord
void cords() {
  absl::Cord cord(source()), plain("text");
  cord.Append("end");
  plain.Prepend("start");
  sink(std::string(cord));           // expect tamga-custom-flow
  sink(std::string(plain));          // clean
  sink(cord.Subcord(1, 2).Flatten()); // expect tamga-custom-flow
  plain.Append(cord);
  sink(plain.Flatten()); // expect tamga-custom-flow
  sink(static_cast<int>(cord.size())); // clean
  cord.Clear();
  sink(std::string(cord)); // overwritten
  std::string out, other;
  absl::CopyCordToString(plain, &out);
  absl::CopyCordToString(cord, &other);
  sink(out);   // expect tamga-custom-flow
  sink(other); // clean
}
