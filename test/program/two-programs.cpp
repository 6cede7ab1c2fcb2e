// RUN: %units %s --pack generic -- -std=c++20
//== Units: two programs with the same names
// Both define `run`, `helper`, `Config` and a global `state`; only one of them is tainted.
//--- chat/main.cpp
#include <string>
std::string source();
void sink(const std::string &text);
std::string helper();
void run(const std::string &text);
struct Config {
  std::string text() const;
};
extern std::string state;
int main() {
  sink(helper()); // expect tamga-custom-flow
  run(source());
  sink(Config().text()); // expect tamga-custom-flow
  sink(state);           // clean
  state = source();
  sink(state); // expect tamga-custom-flow
  state = "over";
  sink(state); // overwritten
}
//--- chat/helper.cpp
#include <string>
std::string source();
void sink(const std::string &text);
struct Config {
  std::string text() const;
};
std::string state;
std::string helper() { return source(); }
std::string Config::text() const { return source(); }
void run(const std::string &text) { sink(text); } // expect tamga-custom-flow
//--- clock/main.cpp
#include <string>
std::string source();
void sink(const std::string &text);
std::string helper();
void run(const std::string &text);
struct Config {
  std::string text() const;
};
extern std::string state;
int main() {
  sink(helper()); // clean
  run("noon");
  run(source().empty() ? "a" : "b");
  sink(Config().text()); // clean
  sink(state);           // clean
}
//--- clock/helper.cpp
#include <string>
void sink(const std::string &text);
struct Config {
  std::string text() const;
};
std::string state = "clock";
std::string helper() { return "twelve"; }
std::string Config::text() const { return "config"; }
void run(const std::string &text) { sink(text); } // clean
