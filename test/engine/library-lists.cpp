// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <forward_list>
#include <iterator>
#include <list>
#include <queue>
#include <stack>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(std::size_t number);
struct Job {
  int priority;
  std::string text;
  bool operator<(const Job &other) const { return priority < other.priority; }
};

//== Library: list
void lists() {
  std::list<std::string> names{"a", "b"};
  for (const auto &name : names)
    sink(name); // clean
  names.push_front(source());
  sink(names.front()); // expect tamga-custom-flow
  for (const auto &name : names)
    sink(name); // expect tamga-custom-flow
  sink(*std::next(names.begin())); // false tamga-custom-flow
  std::list<std::string> copy(names), plain(3, "x"), made{source()};
  sink(copy.front()); // expect tamga-custom-flow
  sink(plain.back()); // clean
  sink(*made.begin()); // expect tamga-custom-flow
  plain.insert(plain.end(), source());
  sink(plain.back()); // expect tamga-custom-flow
  sink(plain.size()); // clean
  copy.assign({"p", "q"});
  sink(copy.front()); // overwritten
  made.clear();
  made.emplace_back("w");
  sink(made.back()); // overwritten
  names = copy;
  sink(names.front()); // overwritten
}
void spliced() {
  std::list<int> odd{1, 3}, even{2, tainted()}, more{5};
  odd.merge(even);
  sink(odd.back()); // expect tamga-custom-flow
  sink(more.front()); // clean
  more.splice(more.begin(), odd);
  sink(more.front()); // expect tamga-custom-flow
  more.sort();
  more.reverse();
  more.unique();
  sink(*more.rbegin()); // expect tamga-custom-flow
  more.remove_if([](int number) { return number > 3; });
  sink(more.front()); // expect tamga-custom-flow
  std::list<int> last{7};
  last.remove(3);
  last.sort([](int a, int b) { return a > b; });
  sink(last.front()); // clean
  last.swap(more);
  sink(last.front()); // expect tamga-custom-flow
  sink(more.front()); // overwritten
  auto place = more.emplace(more.begin(), 4);
  sink(*place); // clean
  *place = tainted();
  sink(more.front()); // expect tamga-custom-flow
}

//== Library: forward_list
void forwardLists() {
  std::forward_list<std::string> chain{"a"};
  sink(chain.front()); // clean
  chain.push_front(source());
  sink(chain.front());  // expect tamga-custom-flow
  sink(*chain.begin()); // expect tamga-custom-flow
  std::forward_list<std::string> other, third{"x", "y"};
  other.insert_after(other.before_begin(), source());
  for (auto &text : other)
    sink(text); // expect tamga-custom-flow
  other.pop_front();
  sink(third.front()); // clean
  third.emplace_after(third.begin(), source());
  sink(*std::next(third.begin())); // expect tamga-custom-flow
  third.emplace_front("front");
  sink(third.front()); // clean
  chain.clear();
  chain.push_front("again");
  sink(chain.front()); // overwritten
  std::forward_list<int> numbers{1, 2}, taint{tainted()};
  sink(numbers.front()); // clean
  numbers.splice_after(numbers.before_begin(), taint);
  sink(numbers.front()); // expect tamga-custom-flow
  numbers.assign(2, 0);
  sink(numbers.front()); // overwritten
  std::forward_list<int> plain(3, 4);
  plain.reverse();
  plain.resize(5);
  sink(plain.front()); // clean
}

//== Library: stack
void stacks() {
  std::stack<std::string> undo;
  undo.push("first");
  sink(undo.top()); // clean
  undo.push(source());
  sink(undo.top()); // expect tamga-custom-flow
  undo.emplace(source(), 1);
  sink(undo.top().substr(1)); // expect tamga-custom-flow
  std::stack<std::string> copy = undo, plain;
  copy.top() += "!";
  sink(copy.top()); // expect tamga-custom-flow
  plain.emplace(3, 'x');
  sink(plain.top());  // clean
  sink(undo.size());  // clean
  plain.swap(copy);
  sink(plain.top()); // expect tamga-custom-flow
  sink(copy.top());  // overwritten
  undo = std::stack<std::string>();
  undo.push("new");
  sink(undo.top()); // overwritten
  std::stack<int, std::vector<int>> numbers;
  numbers.push(1);
  sink(numbers.top()); // clean
  numbers.top() = tainted();
  sink(numbers.top()); // expect tamga-custom-flow
  numbers.pop();
}

//== Library: queue
void queues() {
  std::queue<Job> work;
  work.push({1, source()});
  sink(work.front().text);     // expect tamga-custom-flow
  sink(work.front().priority); // clean
  while (!work.empty()) {
    Job job = std::move(work.front());
    work.pop();
    sink(job.text);     // expect tamga-custom-flow
    sink(job.priority); // clean
  }
  std::queue<std::string> lines, plain;
  lines.emplace("text");
  sink(lines.back()); // clean
  lines.push(source());
  sink(lines.back()); // expect tamga-custom-flow
  plain.push("a");
  std::swap(lines, plain);
  sink(lines.front()); // overwritten
  sink(plain.back());  // expect tamga-custom-flow
  plain = {};
  plain.push("b");
  sink(plain.front()); // overwritten
  sink(plain.size());  // clean
}

//== Library: priority_queue
void priorities() {
  std::priority_queue<Job> jobs;
  jobs.push({2, "text"});
  sink(jobs.top().text); // clean
  jobs.push({1, source()});
  sink(jobs.top().text);     // expect tamga-custom-flow
  sink(jobs.top().priority); // clean
  std::vector<int> start{3, tainted()};
  std::priority_queue<int> numbers(start.begin(), start.end());
  sink(numbers.top()); // expect tamga-custom-flow
  std::priority_queue<int, std::vector<int>, std::greater<int>> least;
  least.emplace(5);
  sink(least.top()); // clean
  least.emplace(tainted());
  sink(least.top()); // expect tamga-custom-flow
  least = {};
  least.push(4);
  sink(least.top());  // overwritten
  sink(jobs.size());  // clean
  auto copy = numbers;
  sink(copy.top()); // expect tamga-custom-flow
}
