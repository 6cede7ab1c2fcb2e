// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Arrays of pointers that came in from outside: what is behind the pointer of any element may
// be behind that of a known one, and the other way round.
#include <map>
#include <memory>
#include <string>
#include <vector>
std::string source();
int tainted();
void fill(void *at);
void sink(const std::string &text);
void sink(const char *text);
void sink(int number);
struct Item {
  std::string text;
  int id;
};

//== Memory: written behind any element, read behind one
void byIndex(std::vector<Item *> &items) {
  for (Item *item : items)
    item->text = source();
  sink(items[0]->text); // expect tamga-custom-flow
  sink(items[0]->id);   // clean
}
void owned(std::vector<std::unique_ptr<Item>> &items) {
  for (auto &item : items)
    item->text = source();
  sink(items[0]->text); // expect tamga-custom-flow
}
void byKey(std::map<int, Item *> &items) {
  for (auto &[key, item] : items)
    item->text = source();
  sink(items[3]->text); // expect tamga-custom-flow
}
void ofMain(int count, char **words) {
  for (int at = 0; at < count; ++at)
    fill(words[at]);
  sink(words[1]); // expect tamga-custom-flow
}
struct Holder {
  Item *slots[4];
  std::vector<Item *> list;
};
void ofMembers(Holder &holder) {
  for (Item *item : holder.slots)
    item->text = source();
  for (Item *item : holder.list)
    item->id = tainted();
  sink(holder.slots[2]->text); // expect tamga-custom-flow
  sink(holder.slots[2]->id);   // clean
  sink(holder.list[1]->id);    // expect tamga-custom-flow
  sink(holder.list[1]->text);  // clean
}
static void fillEach(std::vector<Item *> &items) {
  for (Item *item : items)
    item->text = source();
}
void inCallee(std::vector<Item *> &items) {
  fillEach(items);
  sink(items[0]->text); // expect tamga-custom-flow
}
void wholeObject(std::vector<Item *> &items) {
  for (Item *item : items)
    item->text = source();
  Item copy = *items[1];
  sink(copy.text); // expect tamga-custom-flow
  sink(copy.id);   // clean
}

//== Memory: written behind one element, read behind any
void anyOfAll(std::vector<Item *> &items) {
  items[0]->text = source();
  for (Item *item : items) {
    sink(item->text); // expect tamga-custom-flow
    sink(item->id);   // clean
  }
}
void anyKey(std::map<int, Item *> &items) {
  items[3]->text = source();
  for (auto &[key, item] : items)
    sink(item->text); // expect tamga-custom-flow
}
void copied(std::vector<Item *> &items) {
  for (Item *item : items)
    item->text = "hello";
  items[0]->text = source();
  for (Item *item : items) {
    Item copy = *item;
    sink(copy.text); // expect tamga-custom-flow
  }
}
static void fillFirst(std::vector<Item *> &items) { items[0]->text = source(); }
void firstInCallee(std::vector<Item *> &items) {
  fillFirst(items);
  for (Item *item : items)
    sink(item->text); // expect tamga-custom-flow
}

//== Memory: other elements, and overwritten ones
void others(std::vector<Item *> &items, char **words) {
  items[1]->text = source();
  sink(items[0]->text); // clean
  fill(words[1]);
  sink(words[2]); // clean
}
void replaced(std::vector<Item *> &items) {
  for (Item *item : items)
    item->text = source();
  items[0]->text = "hello";
  sink(items[0]->text); // overwritten
  sink(items[1]->text); // expect tamga-custom-flow
}
void replacedBefore(std::vector<Item *> &items) {
  items[0]->text = "hello";
  for (Item *item : items)
    item->text = source();
  sink(items[0]->text); // expect tamga-custom-flow
}
static void sinkFirst(std::vector<Item *> &items) {
  for (Item *item : items)
    item->id = 0;
  sink(items[0]->text); // clean
}
void anotherIsFilled() {
  Item first, second;
  second.text = source();
  std::vector<Item *> items{&first, &second};
  sinkFirst(items);
}

//== Memory: children of children
struct Tree {
  std::string text;
  int id;
  std::vector<Tree *> children;
};
static void fillTree(Tree *tree) {
  tree->text = source();
  for (Tree *child : tree->children)
    fillTree(child);
}
void children(Tree *tree) {
  fillTree(tree);
  sink(tree->text);                           // expect tamga-custom-flow
  sink(tree->children[0]->text);              // expect tamga-custom-flow
  sink(tree->children[0]->children[1]->text); // expect tamga-custom-flow
  sink(tree->children[0]->id);                // clean
}
