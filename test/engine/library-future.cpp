// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Results that are handed from one thread to another.
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

//== Library: promise, future
void promises() {
  std::promise<std::string> promise, plain;
  std::future<std::string> future = promise.get_future(), other = plain.get_future();
  promise.set_value(source());
  plain.set_value("text");
  sink(future.get()); // expect tamga-custom-flow
  sink(other.get());  // clean
}
void movedToThread() {
  std::promise<std::string> promise, plain;
  auto future = promise.get_future(), other = plain.get_future();
  std::thread worker([promise = std::move(promise)]() mutable { promise.set_value(source()); });
  std::thread second([promise = std::move(plain)]() mutable { promise.set_value("text"); });
  sink(future.get()); // expect tamga-custom-flow
  sink(other.get());  // clean
  worker.join();
  second.join();
}
void produce(std::promise<std::string> promise, std::string text) { promise.set_value(std::move(text)); }
void passedToThread() {
  std::promise<std::string> promise, plain;
  auto future = promise.get_future();
  auto other = plain.get_future();
  std::thread worker(produce, std::move(promise), source());
  std::thread second(produce, std::move(plain), "text");
  std::string text = future.get();
  sink(text);        // expect tamga-custom-flow
  sink(other.get()); // clean
  text = "text";
  sink(text); // overwritten
  worker.join();
  second.join();
}
void answer(std::promise<int> &promise, int number) { promise.set_value(number * 2); }
void byReference() {
  std::promise<int> promise, plain;
  answer(promise, tainted());
  answer(plain, 4);
  sink(promise.get_future().get()); // expect tamga-custom-flow
  sink(plain.get_future().get());   // clean
}
class Request {
public:
  explicit Request(std::string text) : text(std::move(text)) {}
  std::future<std::string> result() { return promise.get_future(); }
  void finish() { promise.set_value("<" + text + ">"); }

private:
  std::string text;
  std::promise<std::string> promise;
};
void member() {
  Request request(source()), plain("text");
  auto future = request.result(), other = plain.result();
  request.finish();
  plain.finish();
  sink(future.get()); // expect tamga-custom-flow
  sink(other.get());  // clean
}
void owned() {
  auto promise = std::make_shared<std::promise<std::string>>();
  auto future = promise->get_future();
  std::thread worker([promise] { promise->set_value(source()); });
  worker.join();
  sink(future.get()); // expect tamga-custom-flow
}
void failed() {
  std::promise<std::string> promise;
  auto future = promise.get_future();
  try {
    throw std::runtime_error("no " + source());
  } catch (...) {
    promise.set_exception(std::current_exception());
  }
  try {
    sink(future.get()); // clean
  } catch (const std::exception &error) {
    sink(error.what()); // expect tamga-custom-flow
  }
}

//== Library: shared_future
void shared() {
  std::promise<std::string> promise, plain;
  std::shared_future<std::string> future = promise.get_future().share();
  std::shared_future<std::string> other(plain.get_future());
  std::shared_future<std::string> copy = future;
  promise.set_value(source());
  plain.set_value("text");
  sink(future.get()); // expect tamga-custom-flow
  sink(copy.get());   // expect tamga-custom-flow
  sink(other.get());  // clean
  copy = other;
  sink(copy.get()); // overwritten
}
void waits(std::shared_future<std::string> future) { sink(future.get()); } // expect tamga-custom-flow
void waitsToo(std::shared_future<std::string> future) { sink(future.get()); } // clean
void readers() {
  auto future = std::async([] { return source(); }).share();
  auto plain = std::async([] { return std::string("text"); }).share();
  std::thread first(waits, future), second(waitsToo, plain);
  first.join();
  second.join();
  sink(static_cast<int>(future.valid())); // clean
}

//== Library: async
std::string load(const std::string &name, int) { return "<" + name + ">"; }
struct Loader {
  std::string prefix;
  std::string load(const std::string &name) const { return prefix + name; }
};
void asynchronous() {
  auto first = std::async(load, source(), 3);
  auto second = std::async(std::launch::async, load, "text", tainted());
  sink(first.get());  // expect tamga-custom-flow
  sink(second.get()); // clean
  Loader loader{source()}, plain{"text"};
  auto third = std::async(std::launch::async, &Loader::load, &loader, "name");
  auto fourth = std::async(&Loader::load, plain, "name");
  sink(third.get());  // expect tamga-custom-flow
  sink(fourth.get()); // clean
  std::string text = source(), fixed = "text";
  auto fifth = std::async(std::launch::deferred, [&] { return text; });
  auto sixth = std::async([&fixed] { return fixed; });
  sink(fifth.get()); // expect tamga-custom-flow
  sink(sixth.get()); // clean
  first = std::async(load, "text", 1);
  sink(first.get()); // overwritten
}
void many(const std::vector<std::string> &names) {
  std::vector<std::future<std::string>> all, plain;
  for (const std::string &name : names) {
    all.push_back(std::async(load, name + source(), 1));
    plain.push_back(std::async(load, name, 1));
  }
  for (auto &future : all)
    sink(future.get()); // expect tamga-custom-flow
  for (auto &future : plain)
    sink(future.get()); // clean
}

//== Library: packaged_task
void packaged() {
  std::packaged_task<std::string(std::string)> task([](std::string text) { return text + "!"; });
  std::packaged_task<std::string(std::string)> plain([](std::string text) { return text + "!"; });
  auto future = task.get_future(), other = plain.get_future();
  task(source());
  plain("text");
  std::string text = future.get();
  sink(text);        // expect tamga-custom-flow
  sink(other.get()); // clean
  text.clear();
  sink(text); // overwritten
}
void packagedThread() {
  std::packaged_task<int(int)> task([](int number) { return number + 1; });
  std::packaged_task<int()> plain([] { return 3; });
  auto future = task.get_future();
  auto other = plain.get_future();
  std::thread worker(std::move(task), tainted()), second(std::move(plain));
  sink(future.get()); // expect tamga-custom-flow
  sink(other.get());  // clean
  worker.join();
  second.join();
}
void packagedFunction() {
  std::packaged_task<std::string(const std::string &, int)> task(load);
  auto future = task.get_future();
  task(source(), 1);
  sink(future.get()); // expect tamga-custom-flow
  task.reset();
  auto again = task.get_future();
  task("text", 1);
  sink(again.get()); // overwritten
  std::packaged_task<int()> count([] { return static_cast<int>(source().size()); });
  auto number = count.get_future();
  count();
  sink(number.get()); // clean
}
