// RUN: %units %s --pack generic -- -std=c++20
//== Units: lambda passed across units
//--- run.h
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <vector>
using Work = std::function<std::string()>;
std::string runNow(const Work &work);
void runWith(const std::string &text, const std::function<void(const std::string &)> &use);
class Jobs {
public:
  void post(std::function<void()> job);
  void drain();

private:
  std::vector<std::function<void()>> jobs;
};
Work makeReader();
Work makeQuiet();
std::function<std::string(const std::string &)> makePrefixer(std::string prefix);
struct Handlers {
  std::function<void(const std::string &)> onText;
  std::function<void(const std::string &)> onDone;
};
void stream(const Handlers &handlers);
std::future<std::string> completeLater();
std::string source();
void sink(const std::string &text);
//--- run.cpp
#include "run.h"
std::string runNow(const Work &work) { return work(); }
void runWith(const std::string &text, const std::function<void(const std::string &)> &use) {
  use(text);
}
void Jobs::post(std::function<void()> job) { jobs.push_back(std::move(job)); }
void Jobs::drain() {
  for (auto &job : jobs)
    job();
  jobs.clear();
}
//--- make.cpp
#include "run.h"
Work makeReader() {
  return [] { return source(); };
}
Work makeQuiet() {
  std::string text = source();
  text = "quiet";
  return [text] { return text; };
}
std::function<std::string(const std::string &)> makePrefixer(std::string prefix) {
  return [prefix = std::move(prefix)](const std::string &text) { return prefix + text; };
}
void stream(const Handlers &handlers) {
  handlers.onText(source());
  handlers.onDone("done");
}
std::future<std::string> completeLater() {
  return std::async([] { return source(); });
}
//--- main.cpp
#include "run.h"
int main() {
  sink(runNow([] { return source(); }));              // expect tamga-custom-flow
  sink(runNow([] { return std::string("plain"); }));  // clean
  sink(runNow(makeReader()));                         // expect tamga-custom-flow
  sink(runNow(makeQuiet()));                          // overwritten
  runWith(source(), [](const std::string &text) { sink(text); }); // expect tamga-custom-flow
  runWith("plain", [](const std::string &text) { sink(text); });  // clean
  sink(makePrefixer(source())("text")); // expect tamga-custom-flow
  sink(makePrefixer("a")(source()));    // expect tamga-custom-flow
  sink(makePrefixer("a")("text"));      // clean
  std::string kept = source(), plain = "plain";
  Jobs jobs, quiet;
  jobs.post([kept] { sink(kept); });    // expect tamga-custom-flow
  quiet.post([&plain] { sink(plain); }); // clean
  jobs.drain();
  quiet.drain();
  std::string collected, last = "none";
  Handlers handlers;
  handlers.onText = [&](const std::string &text) {
    sink(text); // expect tamga-custom-flow
    collected += text;
  };
  handlers.onDone = [&](const std::string &text) {
    sink(text); // clean
    last = text;
  };
  stream(handlers);
  sink(collected);             // expect tamga-custom-flow
  sink(last);                  // clean
  sink(completeLater().get()); // expect tamga-custom-flow
}
