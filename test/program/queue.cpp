// RUN: %units %s --pack generic -- -std=c++20
//== Units: thread-safe queue
// Tasks and results go through queues with a lock, between threads.
//--- queue.h
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <string>
#include <thread>
#include <unordered_map>
template <class T> class Queue {
public:
  void push(T item) {
    {
      std::lock_guard<std::mutex> lock(mutex);
      items.push(std::move(item));
    }
    ready.notify_one();
  }
  T pop() {
    std::unique_lock<std::mutex> lock(mutex);
    ready.wait(lock, [this] { return !items.empty(); });
    T item = std::move(items.front());
    items.pop();
    return item;
  }

private:
  std::queue<T> items;
  std::mutex mutex;
  std::condition_variable ready;
};
struct Result {
  int id = 0;
  virtual ~Result() = default;
  virtual std::string text() const = 0;
  virtual std::string kind() const { return "result"; }
};
struct TextResult : Result {
  std::string content;
  std::string text() const override;
};
struct ErrorResult : Result {
  std::string text() const override;
};
class Results {
public:
  void send(std::unique_ptr<Result> &&result);
  std::unique_ptr<Result> receive(int id);

private:
  std::deque<std::unique_ptr<Result>> waiting;
  std::mutex mutex;
  std::condition_variable arrived;
};
struct Mailbox {
  void put(int key, std::string text);
  std::optional<std::string> get(int key);
  std::unordered_map<int, std::string> letters;
  std::mutex mutex;
};
std::string source();
void sink(const std::string &text);
//--- results.cpp
#include "queue.h"
void Results::send(std::unique_ptr<Result> &&result) {
  std::unique_lock<std::mutex> lock(mutex);
  waiting.push_back(std::move(result));
  arrived.notify_all();
}
std::unique_ptr<Result> Results::receive(int id) {
  for (;;) {
    std::unique_lock<std::mutex> lock(mutex);
    arrived.wait(lock, [this] { return !waiting.empty(); });
    for (size_t i = 0; i < waiting.size(); ++i)
      if (waiting[i]->id == id) {
        std::unique_ptr<Result> result = std::move(waiting[i]);
        waiting.erase(waiting.begin() + i);
        return result;
      }
  }
}
void Mailbox::put(int key, std::string text) {
  std::scoped_lock lock(mutex);
  letters[key] = std::move(text);
}
std::optional<std::string> Mailbox::get(int key) {
  std::scoped_lock lock(mutex);
  auto found = letters.find(key);
  if (found == letters.end())
    return std::nullopt;
  return found->second;
}
//--- text.cpp
#include "queue.h"
std::string TextResult::text() const { return "{" + content + "}"; }
std::string ErrorResult::text() const { return "error"; }
//--- worker.cpp
#include "queue.h"
void produce(Queue<std::string> &queue) {
  for (int i = 0; i < 3; ++i)
    queue.push(source());
}
void produceQuiet(Queue<std::string> &queue) {
  for (const char *text : {"tick", "tock", "tick"})
    queue.push(text);
}
void generate(Results &results, int id) {
  auto result = std::make_unique<TextResult>();
  result->id = id;
  result->content = source();
  results.send(std::move(result));
}
void refuse(Results &results, int id) {
  auto result = std::make_unique<ErrorResult>();
  result->id = id;
  results.send(std::move(result));
}
//--- main.cpp
#include "queue.h"
void produce(Queue<std::string> &queue);
void produceQuiet(Queue<std::string> &queue);
void generate(Results &results, int id);
void refuse(Results &results, int id);
int main() {
  Queue<std::string> loud, quiet;
  std::thread worker([&] { produce(loud); });
  std::thread ticker(produceQuiet, std::ref(quiet));
  sink(loud.pop());  // expect tamga-custom-flow
  sink(quiet.pop()); // clean
  worker.join();
  ticker.join();
  Results results, errors;
  std::thread generator(generate, std::ref(results), 7);
  refuse(errors, 7);
  std::unique_ptr<Result> result = results.receive(7);
  sink(result->text()); // expect tamga-custom-flow
  sink(result->kind()); // clean
  generator.join();
  sink(errors.receive(7)->text()); // clean
  Mailbox mailbox, other;
  mailbox.put(1, source());
  other.put(1, "nothing");
  if (auto letter = mailbox.get(1))
    sink(*letter); // expect tamga-custom-flow
  sink(*other.get(1)); // clean
  std::string text = loud.pop();
  sink(text); // expect tamga-custom-flow
  text = quiet.pop();
  sink(text); // overwritten
}
