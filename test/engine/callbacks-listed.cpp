// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Closures that stand in one container keep their captures apart.
#include <functional>
#include <map>
#include <string>
#include <vector>
int tainted();
int more();
void sink(int number);

void listed() {
  std::vector<std::function<void()>> list;
  int first = 1, second = 2;
  list.push_back([&] { first = tainted(); });
  list.push_back([&] { second = 3; });
  for (auto &call : list)
    call();
  sink(first);  // expect tamga-custom-flow
  sink(second); // clean
}
void named() {
  std::map<std::string, std::function<void(int)>> commands;
  int kept = 0, dropped = 0;
  commands["keep"] = [&kept](int value) { kept = value; };
  commands["drop"] = [&dropped](int) { dropped = 1; };
  for (auto &[name, command] : commands)
    command(tainted());
  sink(kept);    // expect tamga-custom-flow
  sink(dropped); // clean
}
void chosen() {
  int left = tainted(), right = 4, out = 0;
  std::function<int()> get = [left] { return left; };
  sink(get()); // expect tamga-custom-flow
  if (more())
    get = [right] { return right; };
  out = get();
  sink(out); // expect tamga-custom-flow
  get = [right] { return right; };
  sink(get()); // overwritten
}
void generic() {
  int kept = 0, other = 0;
  auto keep = [&kept](auto value) { kept = value; };
  auto drop = [&other](auto) { other = 1; };
  keep(tainted());
  drop(tainted());
  sink(kept);  // expect tamga-custom-flow
  sink(other); // clean
}
