// RUN: %units %s --pack generic -- -std=c++20
//== Units: singleton
//--- app.h
#include <memory>
#include <string>
#include <vector>
class App {
public:
  static App &get();
  void setAnswer(std::string text) { answer_ = std::move(text); }
  const std::string &answer() const { return answer_; }
  std::string title = "app";
  std::string &status() { return status_; }

private:
  std::string answer_, status_;
};
class Log {
public:
  static Log *instance();
  void add(const std::string &line);
  std::string tail() const;
  std::string name() const { return "log"; }

private:
  Log() = default;
  static Log *only;
  std::vector<std::string> lines;
};
class Pool {
public:
  static std::shared_ptr<Pool> shared();
  std::string text, other;
};
template <class T> struct Single {
  static T &get() {
    static T only;
    return only;
  }
};
struct Model : Single<Model> {
  std::string output, path;
};
struct Quiet : Single<Quiet> {
  std::string output;
};
std::string source();
void sink(const std::string &text);
//--- app.cpp
#include "app.h"
App &App::get() {
  static App app;
  return app;
}
Log *Log::only = nullptr;
Log *Log::instance() {
  if (!only)
    only = new Log;
  return only;
}
void Log::add(const std::string &line) { lines.push_back(line); }
std::string Log::tail() const { return lines.empty() ? "" : lines.back(); }
std::shared_ptr<Pool> Pool::shared() {
  static std::shared_ptr<Pool> pool = std::make_shared<Pool>();
  return pool;
}
//--- work.cpp
#include "app.h"
void work() {
  App::get().setAnswer(source());
  App::get().status() = "busy";
  Log::instance()->add(source());
  Pool::shared()->text = source();
  Pool::shared()->other = "other";
  Model::get().output = source();
  Model::get().path = "model.gguf";
  Quiet::get().output = "quiet";
}
//--- view.cpp
#include "app.h"
void view() {
  sink(App::get().answer());    // expect tamga-custom-flow
  sink(App::get().title);       // clean
  sink(App::get().status());    // clean
  sink(Log::instance()->tail()); // expect tamga-custom-flow
  sink(Log::instance()->name()); // clean
  sink(Pool::shared()->text);    // expect tamga-custom-flow
  sink(Pool::shared()->other);   // clean
  sink(Model::get().output);     // expect tamga-custom-flow
  sink(Model::get().path);       // clean
  sink(Quiet::get().output);     // clean
}
//--- main.cpp
#include "app.h"
void work();
void view();
int main() {
  sink(App::get().answer()); // clean
  work();
  view();
  App::get().setAnswer("done");
  sink(App::get().answer()); // overwritten
  Model &model = Model::get();
  sink(model.output); // expect tamga-custom-flow
  model.output = "none";
  sink(Model::get().output); // overwritten
}
