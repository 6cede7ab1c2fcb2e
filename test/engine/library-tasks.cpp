// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// What tasks, threads and visitors leave behind.
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(const char *text);
void sink(std::string_view text);
void sink(int number);
void sink(long number);
void sink(unsigned long number);
void sink(double number);
void sink(bool answer);
void sink(char letter);

//== Library: tasks and promises
void packaged() {
  std::packaged_task<std::string(std::string)> p1([](std::string value) { return value; }), q2([](std::string) { return std::string("plain"); });
  auto f3 = p1.get_future(), g4 = q2.get_future();
  std::string h = source();
  p1(h);
  q2(h);
  std::string x5 = f3.get(), y6 = g4.get();
  sink(x5); // expect tamga-custom-flow
  sink(y6); // clean
}
void movedTask() {
  std::packaged_task<int()> task([] { return tainted(); });
  std::packaged_task<int()> task2([] { return 4; });
  std::future<int> f = task.get_future(), g = task2.get_future();
  std::thread t(std::move(task));
  std::thread u(std::move(task2));
  t.join();
  u.join();
  sink(f.get()); // expect tamga-custom-flow
  sink(g.get()); // clean
}
void promises() {
  std::string s1 = source(), s2 = "plain";
  std::promise<std::string> p1, q2;
  auto f3 = p1.get_future(), g4 = q2.get_future();
  std::thread t5([&] { p1.set_value(s1); q2.set_value(s2); });
  std::string x6 = f3.get(), y7 = g4.get();
  t5.join();
  sink(x6); // expect tamga-custom-flow
  sink(y7); // clean
}
static void work1(std::string &to, std::string const &from) { to = from; }

//== Library: threads that write through references
void threads() {
  std::string starta = source(), startb = "plain";
  std::string x2 = std::string("plain"), y3 = std::string("plain");
  std::jthread t4(work1, std::ref(x2), starta);
  t4.join();
  std::thread u5(&work1, std::ref(y3), std::cref(startb));
  u5.join();
  sink(x2); // expect tamga-custom-flow
  sink(y3); // clean
}
static void worki(int &to, int from) { to = from * 2; }
void numbers() {
  int hot = tainted(), x = 0, y = 0;
  std::thread t(worki, std::ref(x), hot);
  std::thread u(worki, std::ref(y), 7);
  t.join();
  u.join();
  sink(x); // expect tamga-custom-flow
  sink(y); // clean
  {
    std::jthread j(worki, std::ref(y), hot);
  }
  sink(y); // expect tamga-custom-flow
}
void shared() {
  auto t = std::make_shared<std::packaged_task<std::string()>>([] { return source(); });
  auto f = t->get_future();
  std::function<void()> run = [t] { (*t)(); };
  run();
  sink(f.get()); // expect tamga-custom-flow
}
template <class F>
auto post(std::vector<std::function<void()>> &queue, F f) {
  auto task = std::make_shared<std::packaged_task<decltype(f())()>>(f);
  queue.emplace_back([task] { (*task)(); });
  return task->get_future();
}
void pool() {
  std::vector<std::function<void()>> queue;
  auto f = post(queue, [] { return source(); });
  auto g = post(queue, [] { return std::string("x"); });
  for (auto &w : queue)
    w();
  sink(f.get()); // expect tamga-custom-flow
  sink(g.get()); // clean
}
void g(std::promise<std::string> p) { p.set_value(source()); }
void g2(std::promise<std::string> &&p) { p.set_value("text"); }
void handed() {
  std::promise<std::string> p, q;
  auto f = p.get_future(), k = q.get_future();
  std::thread t{g, std::move(p)};
  std::thread u{g2, std::move(q)};
  f.wait();
  sink(f.get()); // expect tamga-custom-flow
  sink(k.get()); // clean
  t.join();
  u.join();
}
struct Work {
  std::promise<int> done;
  int in;
};
void process(Work &w) { w.done.set_value(w.in + 1); }
void work() {
  Work w{{}, tainted()}, v{{}, 2};
  auto f = w.done.get_future();
  auto g = v.done.get_future();
  std::thread t([&] { process(w); process(v); });
  t.join();
  sink(f.get()); // expect tamga-custom-flow
  sink(g.get()); // clean
}
void many() {
  std::vector<std::future<int>> fs, gs;
  for (int i = 0; i < 3; ++i) {
    fs.push_back(std::async(std::launch::async, [i] { return tainted() + i; }));
    gs.push_back(std::async([i] { return i; }));
  }
  int sum = 0, other = 0;
  for (auto &f : fs)
    sum += f.get();
  for (auto &f : gs)
    other += f.get();
  sink(sum);   // expect tamga-custom-flow
  sink(other); // clean
}
void ready() {
  std::promise<void> ready;
  std::string data;
  auto f = ready.get_future();
  std::thread t([&] { data = source(); ready.set_value(); });
  f.wait();
  t.join();
  sink(data); // expect tamga-custom-flow
}
struct V {
  void operator()(int x) const { sink(x); }                // expect tamga-custom-flow
  void operator()(const std::string &s) const { sink(s); } // clean
};

//== Library: visitors
void overloads() {
  std::variant<int, std::string> v = tainted(), w = std::string("x");
  std::visit(V{}, v);
  std::visit(V{}, w);
}
struct Nothing1 {};
struct Visitor2 {
  int operator()(Nothing1) const { return 6; }
  int operator()(int const &value) const { return value; }
};
void visitor() {
  int starta = tainted(), startb = 3;
  std::variant<Nothing1, int> x3, y4;
  x3 = starta;
  y4 = startb;
  sink((std::visit(Visitor2{}, x3))); // expect tamga-custom-flow
  sink((std::visit(Visitor2{}, y4))); // clean
}
template <class... T>
struct overloaded : T... {
  using T::operator()...;
};
template <class... T>
overloaded(T...) -> overloaded<T...>;
struct Circle {
  std::string name;
  int r;
};
struct Square {
  std::string name;
  int s;
};
void shapes() {
  std::variant<Circle, Square> shape = Circle{source(), 2}, other = Square{"a", 3};
  std::visit(overloaded{
                 [](const Circle &c) {
                   sink(c.name); // expect tamga-custom-flow
                   sink(c.r);    // clean
                 },
                 [](const Square &s) { sink(s.s); } // clean
             },
             shape);
  std::visit([](auto &each) { each.name = source(); }, other);
  sink(std::get<Square>(other).name); // expect tamga-custom-flow
  sink(std::get<Square>(other).s);    // clean
  std::visit(overloaded{[](Circle &c) { c.name = "x"; }, [](Square &s) { s.s = tainted(); }}, other);
  sink(std::get<Square>(other).s); // expect tamga-custom-flow
  std::string out = std::visit([](const auto &each) { return each.name; }, shape);
  sink(out); // expect tamga-custom-flow
  auto len = std::visit(overloaded{[](const Circle &c) { return c.r; }, [](const Square &s) { return s.s; }}, shape);
  sink(len); // clean
}
void alternatives() {
  std::variant<int, std::string> v = source();
  if (auto *p = std::get_if<std::string>(&v))
    sink(*p); // expect tamga-custom-flow
  if (auto *p = std::get_if<int>(&v))
    sink(*p); // clean
  if (std::holds_alternative<std::string>(v))
    sink(std::get<std::string>(v)); // expect tamga-custom-flow
  v = 3;
  sink(std::get<int>(v)); // overwritten
  v.emplace<std::string>(source());
  sink(std::get<1>(v)); // expect tamga-custom-flow
  v.emplace<0>(4);
  sink(std::get<0>(v)); // overwritten
}

//== Library: tasks and promises
class Pool {
public:
  template <class Function> std::future<std::string> submit(Function function) {
    std::packaged_task<std::string()> task(std::move(function));
    std::future<std::string> result = task.get_future();
    tasks.push(std::move(task));
    return result;
  }
  void drain() {
    while (!tasks.empty()) {
      auto task = std::move(tasks.front());
      tasks.pop();
      task();
    }
  }

private:
  std::queue<std::packaged_task<std::string()>> tasks;
};
void pooled() {
  Pool pool, other;
  auto first = pool.submit([] { return source(); });
  auto second = other.submit([] { return std::string("plain"); });
  pool.drain();
  other.drain();
  sink(first.get());  // expect tamga-custom-flow
  sink(second.get()); // clean
}
// The closure holds the task, the task the function that is called.
class Jobs {
public:
  template <class Function> std::future<std::string> submit(Function function) {
    auto task = std::make_shared<std::packaged_task<std::string()>>(std::move(function));
    jobs.push_back([task] { (*task)(); });
    return task->get_future();
  }
  void run(std::size_t index) { jobs[index](); }

private:
  std::vector<std::function<void()>> jobs;
};
void held() {
  Jobs jobs, others;
  auto first = jobs.submit([] { return source(); });
  auto second = others.submit([] { return std::string("plain"); });
  jobs.run(0);
  others.run(0);
  sink(first.get());  // expect tamga-custom-flow
  sink(second.get()); // clean
}

//== Calls: std::function
struct Duty {
  std::string out, (*make)();
  void go() { out = make(); }
};
class Later {
public:
  void keep(std::shared_ptr<Duty> work) {
    call = [work] { work->go(); };
  }
  void run() { call(); }

private:
  std::function<void()> call;
};
void keptByClosures() {
  auto loud = std::make_shared<Duty>(), quiet = std::make_shared<Duty>();
  loud->make = [] { return source(); };
  quiet->make = [] { return std::string("plain"); };
  Later first, second;
  first.keep(loud);
  second.keep(quiet);
  first.run();
  second.run();
  sink(loud->out);  // expect tamga-custom-flow
  sink(quiet->out); // clean
}
