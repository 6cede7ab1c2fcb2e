// RUN: %check %s --pack generic -- -std=c++20
// A record that a function puts into a container and takes out again keeps its fields apart.
#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
struct Item {
  int id = 0;
  std::string text;
};

//== Memory: records through elements of a callee
static Item byVector(Item item) {
  std::vector<Item> items;
  items.push_back(item);
  return items[0];
}
void vectors() {
  Item hot{tainted(), "text"}, named{3, source()};
  sink(byVector(hot).id);     // expect tamga-custom-flow
  sink(byVector(hot).text);   // clean
  sink(byVector(named).id);   // clean
  sink(byVector(named).text); // expect tamga-custom-flow
}
static Item byDeque(const Item &item, int turns) {
  if (turns > 0)
    return byDeque(item, turns - 1);
  std::deque<Item> items;
  items.push_back(item);
  return items.front();
}
void deques() {
  Item hot{tainted(), "text"};
  Item taken = byDeque(hot, 3);
  sink(taken.id);   // expect tamga-custom-flow
  sink(taken.text); // clean
}
static Item byFill(const Item &item) {
  std::vector<Item> items(2);
  std::fill(items.begin(), items.end(), item);
  return items[1];
}
void filled() {
  Item named;
  named.text = source();
  Item taken = byFill(named);
  sink(taken.text); // expect tamga-custom-flow
  sink(taken.id);   // clean
}
static std::string textOf(const Item &item, const std::string &key) {
  std::map<std::string, Item> items;
  items[key] = item;
  return items["first"].text;
}
void maps(const std::string &key) {
  sink(textOf(Item{tainted(), "text"}, key)); // clean
  sink(textOf(Item{3, source()}, key));       // expect tamga-custom-flow
}
static Item emptied(const Item &item) {
  std::vector<Item> items;
  items.push_back(item);
  items.clear();
  items.push_back(Item{1, "text"});
  return items[0];
}
void overwritten() {
  sink(emptied(Item{3, source()}).text); // overwritten
}
