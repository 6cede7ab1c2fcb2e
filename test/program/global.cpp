// RUN: %units %s --pack generic -- -std=c++20
//== Units: global
// Objects that several units share: read after, before and without a store.
//--- state.h
#include <map>
#include <string>
#include <vector>
struct Settings {
  std::string prompt, answer;
  int port = 80;
};
extern std::string last;
extern std::string banner;
extern Settings settings;
extern std::vector<std::string> history;
extern std::map<std::string, std::string> cache;
extern const char *status;
extern int counts[4];
extern thread_local std::string scratch;
extern std::string early;
extern std::string late;
void remember();
void copyOver();
void copyFurther();
extern std::string hop1, hop2, hop3;
//--- state.cpp
#include "state.h"
std::string last;
std::string banner = "welcome";
Settings settings;
std::vector<std::string> history;
std::map<std::string, std::string> cache;
const char *status = "idle";
int counts[4];
thread_local std::string scratch;
std::string early, late;
std::string hop1, hop2, hop3;
//--- model.cpp
#include "state.h"
std::string source();
int tainted();
void remember() {
  last = source();
  settings.prompt = "fixed";
  settings.answer = source();
  history.push_back(source());
  cache["answer"] = source();
  cache["time"] = "now";
  counts[2] = tainted();
  scratch = source();
  hop1 = source();
}
void copyOver() { hop2 = hop1; }
void copyFurther() { hop3 = hop2; }
//--- main.cpp
#include "state.h"
void sink(const std::string &text);
void sink(int number);
static void report() {
  sink(last);            // expect tamga-custom-flow
  sink(banner);          // clean
  sink(settings.prompt); // clean
  sink(settings.answer); // expect tamga-custom-flow
  sink(settings.port);   // clean
  sink(history.back());  // expect tamga-custom-flow
  sink(cache["answer"]); // expect tamga-custom-flow
  sink(cache["time"]);   // clean
  sink(status);          // clean
  sink(counts[2]);       // expect tamga-custom-flow
  sink(counts[0]);       // clean
  sink(scratch);         // expect tamga-custom-flow
}
int main() {
  sink(last); // clean
  sink(hop3); // clean
  remember();
  report();
  copyOver();
  copyFurther();
  sink(hop3); // expect tamga-custom-flow
  hop3 = banner;
  sink(hop3); // overwritten
  last.clear();
  sink(last); // overwritten
  settings = Settings();
  sink(settings.answer); // overwritten
}
