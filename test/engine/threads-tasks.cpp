// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Threads that call what is stored for them later.
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <queue>
#include <string>
#include <thread>
#include <vector>
std::string source();
std::string label(const std::string &text);
void sink(const std::string &text);

struct Job {
  std::string prompt;
  std::function<void(std::string)> done;
};
class Worker {
public:
  Worker() : thread([this] { run(); }) {}
  void post(Job job) {
    std::lock_guard lock(mutex);
    jobs.push(std::move(job));
    wake.notify_one();
  }

private:
  void run() {
    for (;;) {
      Job job;
      {
        std::unique_lock lock(mutex);
        wake.wait(lock, [&] { return !jobs.empty() || stop; });
        if (stop && jobs.empty())
          return;
        job = std::move(jobs.front());
        jobs.pop();
      }
      job.done(job.prompt + source());
    }
  }
  std::mutex mutex;
  std::condition_variable wake;
  std::queue<Job> jobs;
  bool stop = false;
  std::thread thread;
};

//== Library: threads that run stored tasks
void answered() {
  Worker worker;
  worker.post({"question", [](std::string text) { sink(text); }});        // expect tamga-custom-flow
  worker.post({"question", [](std::string text) { sink(label(text)); }}); // clean
  worker.post({"question", [](std::string) { sink("done"); }});           // clean
}
class Started {
public:
  void start() { thread = std::thread(&Started::run, this); }
  void listen(std::function<void(const std::string &)> to) { listener = std::move(to); }

private:
  void run() { listener(source()); }
  std::function<void(const std::string &)> listener;
  std::thread thread;
};
void listens() {
  Started started, other;
  started.start();
  started.listen([](const std::string &text) { sink(text); }); // expect tamga-custom-flow
  other.listen([](const std::string &text) { sink(text); });   // clean
}
class Pool {
public:
  explicit Pool(unsigned count) {
    for (unsigned number = 0; number < count; ++number)
      workers.emplace_back([this] { work(); });
  }
  ~Pool() {
    {
      std::unique_lock<std::mutex> lock(mutex);
      stop = true;
    }
    condition.notify_all();
    for (std::thread &worker : workers)
      worker.join();
  }
  template <class F, class... Values>
  auto enqueue(F &&function, Values &&...values)
      -> std::future<std::invoke_result_t<F, Values...>> {
    using Result = std::invoke_result_t<F, Values...>;
    auto task = std::make_shared<std::packaged_task<Result()>>(
        std::bind(std::forward<F>(function), std::forward<Values>(values)...));
    std::future<Result> result = task->get_future();
    post([task] { (*task)(); });
    return result;
  }
  void post(std::function<void()> task) {
    {
      std::unique_lock<std::mutex> lock(mutex);
      tasks.push(std::move(task));
    }
    condition.notify_one();
  }

private:
  void work() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock<std::mutex> lock(mutex);
        condition.wait(lock, [this] { return stop || !tasks.empty(); });
        if (stop && tasks.empty())
          return;
        task = std::move(tasks.front());
        tasks.pop();
      }
      task();
    }
  }
  std::vector<std::thread> workers;
  std::queue<std::function<void()>> tasks;
  std::mutex mutex;
  std::condition_variable condition;
  bool stop = false;
};
void writtenByTask() {
  Pool pool(4);
  std::string text, other = "text";
  pool.post([&] { text = source(); });
  sink(text); // expect tamga-custom-flow
  pool.post([&] { other = "words"; });
  sink(other); // clean
}
void futures() {
  Pool pool(4);
  auto text = pool.enqueue([](int) { return source(); }, 3);
  auto plain = pool.enqueue([](int) { return std::string("text"); }, 3);
  sink(text.get());  // expect tamga-custom-flow
  sink(plain.get()); // clean
}
void listed() {
  Pool pool(4);
  std::vector<std::future<std::string>> answers;
  for (int number = 0; number < 3; ++number)
    answers.push_back(pool.enqueue([number] { return source() + std::to_string(number); }));
  for (auto &answer : answers)
    sink(answer.get()); // expect tamga-custom-flow
}
void handedOver() {
  Pool pool(4);
  std::string text = source();
  pool.enqueue([](std::string words) { sink(words); }, text);                // expect tamga-custom-flow
  pool.enqueue([](std::string words) { sink(words); }, label(text));         // clean
  pool.enqueue([](std::string words) { sink(words); }, std::string("text")); // clean
}
