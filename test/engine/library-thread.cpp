// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Data that crosses threads.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <queue>
#include <string>
#include <thread>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);

//== Library: thread, with arguments
void show(const std::string &text, int count) {
  sink(text);  // expect tamga-custom-flow
  sink(count); // clean
}
void showPlain(const std::string &text, int count) {
  sink(text);  // clean
  sink(count); // expect tamga-custom-flow
}
void arguments() {
  std::thread first(show, source(), 3), second(showPlain, "text", tainted());
  first.join();
  second.join();
}
void append(std::string &text, const std::string &more) { text += more; }
void byReference() {
  std::string text, plain;
  std::thread first(append, std::ref(text), source());
  std::thread second(append, std::ref(plain), "text");
  first.join();
  second.join();
  sink(text);  // expect tamga-custom-flow
  sink(plain); // clean
  text = "text";
  sink(text); // overwritten
}
void fill(std::string *out) { *out = source(); }
void byPointer() {
  std::string text, plain = "text";
  std::thread worker(fill, &text);
  worker.join();
  sink(text);  // expect tamga-custom-flow
  sink(plain); // clean
}
void copied(std::string text) { text += source(); }
void ownCopy() {
  std::string text = "text";
  std::thread worker(copied, text);
  worker.join();
  sink(text); // clean
}

//== Library: thread, lambdas and members
void lambdas() {
  std::string text, plain, result;
  std::thread first([&] { text = source(); }), second([&plain] { plain = "text"; });
  first.join();
  second.join();
  sink(text);  // expect tamga-custom-flow
  sink(plain); // clean
  std::thread third([text, &result](int times) {
    for (int i = 0; i < times; ++i)
      result += text;
  }, 3);
  third.join();
  sink(result); // expect tamga-custom-flow
  result.clear();
  sink(result); // overwritten
}
class Worker {
public:
  explicit Worker(std::string text) : text(std::move(text)) {}
  void start() { thread = std::thread(&Worker::run, this); }
  void stop() {
    if (thread.joinable())
      thread.join();
  }
  const std::string &result() const { return out; }

private:
  void run() { out = "<" + text + ">"; }
  std::string text, out;
  std::thread thread;
};
void members() {
  Worker worker(source()), plain("text");
  worker.start();
  plain.start();
  worker.stop();
  plain.stop();
  sink(worker.result()); // expect tamga-custom-flow
  sink(plain.result());  // clean
}
struct Printer {
  void operator()(const std::string &text) const { sink(text); } // expect tamga-custom-flow
};
void functor() {
  std::thread worker(Printer{}, source());
  worker.detach();
}
void pool() {
  std::vector<std::thread> workers;
  std::vector<std::string> results(4), plain(4);
  for (int i = 0; i < 4; ++i)
    workers.emplace_back([i, &results, &plain] {
      results[i] = source();
      plain[i] = "text";
    });
  for (std::thread &worker : workers)
    worker.join();
  sink(results[2]); // expect tamga-custom-flow
  sink(plain[2]);   // clean
}
void afterStart() {
  std::string shared, apart;
  std::thread reader([&] {
    sink(shared); // expect tamga-custom-flow
    sink(apart);  // clean
  });
  shared = source();
  reader.join();
}

//== Library: jthread
void joining() {
  std::string text, plain;
  {
    std::jthread worker([&] { text = source(); });
    std::jthread other([&plain](std::string value) { plain = std::move(value); }, "text");
  }
  sink(text);  // expect tamga-custom-flow
  sink(plain); // clean
  text = "text";
  sink(text); // overwritten
}
void stopping() {
  std::string last, first;
  std::jthread worker([&](std::stop_token token, const std::string &text) {
    while (!token.stop_requested())
      last = text;
  }, source());
  worker.request_stop();
  worker.join();
  sink(last);  // expect tamga-custom-flow
  sink(first); // clean
}
void jthreadArguments() {
  std::jthread first(show, source(), 3);
  std::jthread second(showPlain, std::string("text"), tainted());
  std::string text;
  std::jthread third(append, std::ref(text), source());
  third.join();
  sink(text); // expect tamga-custom-flow
  std::string plain;
  std::jthread fourth(append, std::ref(plain), "text");
  fourth.join();
  sink(plain); // clean
}

//== Library: queue with mutex and condition_variable
template <class T> class Channel {
public:
  void push(T value) {
    {
      std::lock_guard lock(mutex);
      waiting.push(std::move(value));
    }
    changed.notify_one();
  }
  T pop() {
    std::unique_lock<std::mutex> lock(mutex);
    changed.wait(lock, [this] { return !waiting.empty(); });
    T value = std::move(waiting.front());
    waiting.pop();
    return value;
  }
  bool tryPop(T &value) {
    std::scoped_lock lock(mutex);
    if (waiting.empty())
      return false;
    value = std::move(waiting.front());
    waiting.pop();
    return true;
  }
  std::optional<T> poll() {
    std::unique_lock lock(mutex);
    if (waiting.empty())
      return std::nullopt;
    std::optional<T> value = std::move(waiting.front());
    waiting.pop();
    return value;
  }
  size_t size() const { return waiting.size(); }

private:
  std::mutex mutex;
  std::condition_variable changed;
  std::queue<T> waiting;
};
void channel() {
  Channel<std::string> channel, plain;
  channel.push(source());
  plain.push("text");
  sink(channel.pop());                   // expect tamga-custom-flow
  sink(plain.pop());                     // clean
  sink(static_cast<int>(channel.size())); // clean
  std::string text;
  if (channel.tryPop(text))
    sink(text); // expect tamga-custom-flow
  if (auto next = channel.poll())
    sink(*next); // expect tamga-custom-flow
  text = plain.pop();
  sink(text); // overwritten
}
void producerAndConsumer() {
  Channel<std::string> channel, plain;
  std::thread consumer([&] {
    sink(channel.pop()); // expect tamga-custom-flow
    sink(plain.pop());   // clean
  });
  std::thread producer([&] {
    channel.push(source());
    plain.push("text");
  });
  producer.join();
  consumer.join();
}
class Server {
public:
  void post(const std::string &text) {
    std::lock_guard<std::mutex> guard(mutex);
    tasks.push_back(text);
    changed.notify_all();
  }
  void run() {
    std::unique_lock<std::mutex> lock(mutex);
    while (!isStopped) {
      changed.wait(lock);
      while (!tasks.empty()) {
        std::string task = tasks.front();
        tasks.pop_front();
        sink(task);  // expect tamga-custom-flow
        sink(name); // clean
      }
    }
  }

private:
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::string> tasks;
  std::string name = "server";
  bool isStopped = false;
};
void server() {
  Server server;
  std::thread worker(&Server::run, &server);
  server.post(source());
  worker.join();
}
struct Job {
  int id;
  std::string text;
};
void jobs() {
  Channel<Job> channel, plain;
  channel.push({1, source()});
  plain.push({2, "text"});
  Job job = channel.pop(), other = plain.pop();
  sink(job.text);   // expect tamga-custom-flow
  sink(job.id);     // clean
  sink(other.text); // clean
  sink(other.id);   // clean
  sink(static_cast<int>(plain.size())); // clean
}
void tasks() {
  Channel<std::function<void()>> channel;
  std::string text = source(), plain = "text";
  channel.push([text] { sink(text); });   // expect tamga-custom-flow
  channel.push([plain] { sink(plain); }); // clean
  channel.pop()();
}
