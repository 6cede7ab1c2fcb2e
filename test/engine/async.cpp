// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Data that crosses threads, queues and futures.
#include <future>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
std::string source();
void sink(const std::string &text);

//== Library: threads, async and a queue, together
void thread() {
  std::string text = source();
  std::thread worker([text] { sink(text); }); // expect tamga-custom-flow
  worker.join();
}
void show(const std::string &text) { sink(text); } // expect tamga-custom-flow
void threadArgument() {
  std::thread worker(show, source());
  worker.join();
}
void futures() {
  auto answer = std::async([] { return source(); });
  sink(answer.get()); // expect tamga-custom-flow
  auto clean = std::async([] { return std::string("text"); });
  sink(clean.get()); // clean
}
class Queue {
public:
  void push(std::string text) {
    std::lock_guard<std::mutex> lock(mutex);
    waiting.push(std::move(text));
  }
  std::string pop() {
    std::unique_lock<std::mutex> lock(mutex);
    std::string text = std::move(waiting.front());
    waiting.pop();
    return text;
  }

private:
  std::mutex mutex;
  std::queue<std::string> waiting;
};
void queue() {
  Queue queue, clean;
  queue.push(source());
  clean.push("text");
  sink(queue.pop()); // expect tamga-custom-flow
  sink(clean.pop()); // clean
}
