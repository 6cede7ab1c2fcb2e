// RUN: %units %s --pack generic -- -std=c++20
//== Units: argument
// What is passed to a function of another unit, in every way that C++ passes it.
//--- page.h
#include <string>
struct Entry {
  std::string title;
  std::string body;
  int number = 0;
};
void showText(std::string text);
void showPointer(const char *text);
void showReference(const std::string &text);
void showMoved(std::string &&text);
void showTitle(const Entry &entry);
void showEntry(Entry entry);
void showSecond(const std::string &first, const std::string &second);
void showNothing(const std::string &text);
void showLength(const std::string &text);
void showAll(const Entry *entries, int count);
void showDeep(const std::string &text, int depth);
void showDefault(const std::string &text = "nothing yet");
void showReplaced(std::string text);
//--- page.cpp
#include "page.h"
void sink(const std::string &text);
void showText(std::string text) { sink(text); }               // expect tamga-custom-flow
void showPointer(const char *text) { sink(text); }            // expect tamga-custom-flow
void showReference(const std::string &text) { sink(text); }   // expect tamga-custom-flow
void showMoved(std::string &&text) {
  std::string mine = std::move(text);
  sink(mine); // expect tamga-custom-flow
}
void showTitle(const Entry &entry) { sink(entry.title); } // clean
void showEntry(Entry entry) {
  sink(entry.body);                   // expect tamga-custom-flow
  sink(entry.title);                  // clean
  sink(std::to_string(entry.number)); // clean
}
void showSecond(const std::string &first, const std::string &second) {
  sink(first);  // clean
  sink(second); // expect tamga-custom-flow
}
void showNothing(const std::string &) { sink("shown"); } // clean
void showLength(const std::string &text) {
  if (text.empty())
    sink("empty"); // clean
}
void showAll(const Entry *entries, int count) {
  for (int i = 0; i < count; ++i)
    sink(entries[i].body); // expect tamga-custom-flow
}
void showDeep(const std::string &text, int depth) {
  if (depth > 0)
    return showDeep(text, depth - 1);
  sink(text); // expect tamga-custom-flow
}
void showDefault(const std::string &text) { sink(text); } // clean
void showReplaced(std::string text) {
  text = "replaced";
  sink(text); // overwritten
}
//--- main.cpp
#include "page.h"
std::string source();
int main() {
  std::string text = source();
  showText(text);
  showPointer(text.c_str());
  showReference(text);
  showMoved(source());
  Entry entry{"title", text, 3};
  showTitle(entry);
  showEntry(entry);
  showSecond("first", text);
  showNothing(text);
  showLength(text);
  Entry two[2] = {{"a", "b", 1}, entry};
  showAll(two, 2);
  showDeep(text, 5);
  showDefault();
  showReplaced(text);
}
