// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <cstdlib>
#include <string>
#include <string_view>
std::string source();
int tainted();
void fill(char *buffer);
void sink(const std::string &text);
void sink(std::string_view text);
void sink(const char *text);
void sink(char letter);
void sink(std::size_t number);

void concatenation() {
  std::string text = "a" + source() + "b";
  sink(text); // expect tamga-custom-flow
  std::string clean = std::string("a") + "b";
  sink(clean);
}
void appended() {
  std::string text, other;
  text += source();
  sink(text); // expect tamga-custom-flow
  text.clear();
  sink(text);
  other.append("a").append(source());
  sink(other); // expect tamga-custom-flow
  std::string third;
  third.push_back(source()[0]);
  sink(third); // expect tamga-custom-flow
  third.assign("text");
  sink(third);
}
void parts() {
  std::string text = source();
  sink(text.substr(2, 3)); // expect tamga-custom-flow
  sink(text[0]);           // expect tamga-custom-flow
  sink(text.at(0));        // expect tamga-custom-flow
  sink(text.front());      // expect tamga-custom-flow
  sink(text.c_str());      // expect tamga-custom-flow
  sink(text.data());       // expect tamga-custom-flow
  sink(*text.begin());     // expect tamga-custom-flow
  sink(text.size());
  sink(text.find('a'));
}
void views() {
  std::string text = source();
  std::string_view view = text;
  sink(view);            // expect tamga-custom-flow
  sink(view.substr(1));  // expect tamga-custom-flow
  view.remove_prefix(1);
  sink(std::string(view)); // expect tamga-custom-flow
  std::string_view clean = "text";
  sink(clean);
}
void edited() {
  std::string text = "text";
  text.insert(0, source());
  sink(text); // expect tamga-custom-flow
  std::string other = "text";
  other.replace(0, 1, source());
  sink(other); // expect tamga-custom-flow
}
void letters() {
  std::string text;
  for (char letter : source())
    text += letter;
  sink(text); // expect tamga-custom-flow
  std::string clean;
  for (char letter : std::string("text"))
    clean += letter;
  sink(clean);
}
void transformed() {
  std::string text = source();
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return char(c | 32); });
  sink(text); // expect tamga-custom-flow
}
void numbers() {
  sink(std::to_string(tainted())); // expect tamga-custom-flow
  sink(std::to_string(3));
  sink(std::to_string(source().size()));
}
void swapped() {
  std::string a = source(), b = "text";
  a.swap(b);
  sink(b); // expect tamga-custom-flow
}
void moved() {
  std::string a = source();
  std::string b = std::move(a);
  sink(b); // expect tamga-custom-flow
}
void buffers() {
  char raw[64], copy[64], line[128];
  fill(raw);
  std::strcpy(copy, raw);
  sink(copy); // expect tamga-custom-flow
  std::snprintf(line, sizeof line, "say %s", raw);
  sink(line); // expect tamga-custom-flow
  std::snprintf(line, sizeof line, "say %d", 3);
  sink(line);
  std::strcpy(copy, "text");
  sink(copy);
  char joined[64] = "a";
  std::strcat(joined, raw);
  sink(joined); // expect tamga-custom-flow
  sink(std::strlen(raw));
}
void duplicates() {
  char *copy = strdup(source().c_str());
  sink(copy); // expect tamga-custom-flow
  std::free(copy);
  char *clean = strdup("text");
  sink(clean);
  std::free(clean);
}
void tokens() {
  char raw[64];
  fill(raw);
  for (char *word = std::strtok(raw, " "); word; word = std::strtok(nullptr, " "))
    sink(word); // expect tamga-custom-flow
}
void reversed() {
  std::string text = source();
  std::string other(text.rbegin(), text.rend());
  sink(other); // expect tamga-custom-flow
  std::reverse(other.begin(), other.end());
  sink(other); // expect tamga-custom-flow
}
void compared() {
  std::string text = source();
  bool same = text == "yes";
  sink(same ? "yes" : "no");
}
void iterated() {
  std::string text = source(), out;
  for (auto it = text.begin(); it != text.end(); ++it)
    out.push_back(*it);
  sink(out); // expect tamga-custom-flow
}
