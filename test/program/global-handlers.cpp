// RUN: %units %s --pack generic -- -std=c++20
//== Units: global between handlers
// Nobody in the program calls the handlers, so any order of them is possible.
//--- server.h
#include <string>
#include <vector>
typedef void (*Handler)(const char *request);
void serve(const char *path, Handler handler); // in a library
struct Page {
  std::string head, text;
};
extern Page page;
extern std::string first, second, third;
extern std::vector<Page> pages;
extern std::string stale;
extern std::string initial, constant;
std::string source();
void sink(const std::string &text);
//--- state.cpp
#include "server.h"
Page page{"head", "text"};
std::string first, second, third;
std::vector<Page> pages;
std::string stale;
std::string initial = source();
std::string constant = "constant";
//--- ask.cpp
#include "server.h"
void onAsk(const char *) {
  page.text = source();
  first = source();
  pages.push_back({"static", source()});
  stale = source();
  stale = "stale";
}
void onNext(const char *) {
  second = first;
  third = second + "!";
}
//--- show.cpp
#include "server.h"
void onShow(const char *) {
  sink(page.text); // expect tamga-custom-flow
  sink(page.head); // clean
  sink(first);     // expect tamga-custom-flow
  sink(second);    // expect tamga-custom-flow
  sink(third);     // expect tamga-custom-flow
  for (const Page &entry : pages) {
    sink(entry.text); // expect tamga-custom-flow
    sink(entry.head); // clean
  }
  sink(stale);    // overwritten
  sink(initial);  // expect tamga-custom-flow
  sink(constant); // clean
}
void onReset(const char *) {
  first = "reset";
  sink(first); // overwritten
  second = "";
  sink(second); // overwritten
}
//--- main.cpp
#include "server.h"
void onAsk(const char *);
void onNext(const char *);
void onShow(const char *);
void onReset(const char *);
int main() {
  sink(initial);   // expect tamga-custom-flow
  sink(constant);  // clean
  sink(page.text); // clean
  serve("/ask", onAsk);
  serve("/next", onNext);
  serve("/show", onShow);
  serve("/reset", onReset);
}
