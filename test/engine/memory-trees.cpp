// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Trees that functions build by calling themselves: every level has all keys of the last.
#include <map>
#include <string>
#include <vector>
std::string source();
void sink(const std::string &text);

//== Memory: trees
struct Node {
  std::string name, value, note;
  std::map<std::string, std::vector<Node>> below;
};

Node build(int depth) {
  Node node;
  node.name = "node";
  if (depth > 0) {
    node.below["left"].push_back(build(depth - 1));
    node.below["right"].push_back(build(depth - 1));
    node.below["next"] = {build(depth - 1), build(depth - 2)};
  }
  if (depth == 7)
    node.value = source();
  return node;
}

void whole() {
  Node root = build(7);
  sink(root.value);                        // expect tamga-custom-flow
  sink(root.below["left"].front().value);  // expect tamga-custom-flow
  sink(root.below["next"].back().value);   // expect tamga-custom-flow
  sink(root.name);                         // clean
  sink(root.note);                         // clean
  root.value = "read";
  sink(root.value); // overwritten
}

void other() {
  Node root = build(3);
  root.below.clear();
  Node leaf;
  leaf.note = source();
  root.below["note"].push_back(leaf);
  sink(root.below["note"].front().note); // expect tamga-custom-flow
  sink(root.below["note"].front().name); // clean
}
