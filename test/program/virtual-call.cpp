// RUN: %units %s --pack generic -- -std=c++20
//== Units: virtual call
// The class hierarchy is spread over units: who calls knows only the base.
//--- backend.h
#include <memory>
#include <string>
#include <vector>
struct Backend {
  virtual ~Backend() = default;
  virtual std::string complete(const std::string &prompt) = 0;
  virtual std::string name() const { return "backend"; }
  virtual void show(const std::string &text) = 0;
};
std::unique_ptr<Backend> makeRemote();
std::unique_ptr<Backend> makeEcho();
Backend *makeByName(const std::string &name);
struct Wrapper : Backend {
  explicit Wrapper(Backend &inner) : inner(inner) {}
  std::string complete(const std::string &prompt) override;
  void show(const std::string &text) override;
  Backend &inner;
};
struct Tool {
  virtual ~Tool() = default;
  virtual std::string run() = 0;
};
std::vector<std::unique_ptr<Tool>> makeTools();
struct Calendar : Tool {
  std::string run() override;
};
//--- remote.cpp
#include "backend.h"
std::string source();
void sink(const std::string &text);
namespace {
struct Remote : Backend {
  std::string complete(const std::string &) override { return source(); }
  std::string name() const override { return "remote"; }
  void show(const std::string &text) override { sink(text); } // expect tamga-custom-flow
};
struct Search : Tool {
  std::string run() override { return source(); }
};
} // namespace
std::unique_ptr<Backend> makeRemote() { return std::make_unique<Remote>(); }
std::vector<std::unique_ptr<Tool>> makeTools() {
  std::vector<std::unique_ptr<Tool>> tools;
  tools.push_back(std::make_unique<Search>());
  tools.emplace_back(new Calendar);
  return tools;
}
//--- echo.cpp
#include "backend.h"
void sink(const std::string &text);
namespace {
struct Echo : Backend {
  std::string complete(const std::string &prompt) override { return prompt; }
  void show(const std::string &text) override { sink(text); } // clean
};
} // namespace
std::unique_ptr<Backend> makeEcho() { return std::make_unique<Echo>(); }
std::string Calendar::run() { return "monday"; }
//--- wrapper.cpp
#include "backend.h"
std::string Wrapper::complete(const std::string &prompt) { return "> " + inner.complete(prompt); }
void Wrapper::show(const std::string &text) { inner.show("> " + text); }
Backend *makeByName(const std::string &name) {
  if (name == "remote")
    return makeRemote().release();
  return makeEcho().release();
}
//--- main.cpp
#include "backend.h"
void sink(const std::string &text);
int main(int, char **arguments) {
  std::unique_ptr<Backend> remote = makeRemote(), echo = makeEcho();
  sink(remote->complete("hello")); // expect tamga-custom-flow
  sink(remote->name());            // clean
  sink(echo->complete("hello"));   // clean
  sink(echo->name());              // clean
  remote->show(remote->complete("a"));
  echo->show(echo->complete("a"));
  Wrapper aroundRemote(*remote), aroundEcho(*echo);
  sink(aroundRemote.complete("x")); // expect tamga-custom-flow
  sink(aroundEcho.complete("x"));   // clean
  aroundEcho.show("plain");
  Backend *any = makeByName(arguments[1]);
  sink(any->complete("x")); // expect tamga-custom-flow
  for (auto &tool : makeTools())
    sink(tool->run()); // expect tamga-custom-flow
  Calendar calendar;
  Tool &tool = calendar;
  sink(tool.run()); // clean
  std::string text = remote->complete("b");
  text = echo->complete("b");
  sink(text); // overwritten
}
