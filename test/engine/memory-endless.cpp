// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Lists and trees that came in from outside, and have no end that is known: members of what is
// far away stay apart.
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
struct Node {
  std::string text;
  int id;
  Node *next;
};

//== Memory: lists that are walked to the end
void walked(Node *list) {
  for (Node *node = list; node; node = node->next)
    node->text = source();
  for (Node *node = list; node; node = node->next) {
    sink(node->text); // expect tamga-custom-flow
    sink(node->id);   // clean
  }
}
static void fillAll(Node *node) {
  for (; node; node = node->next)
    node->text = source();
}
static void showIds(const Node *node) {
  for (; node; node = node->next)
    sink(node->id); // clean
}
static void showTexts(const Node *node) {
  for (; node; node = node->next)
    sink(node->text); // expect tamga-custom-flow
}
void walkedInCallees() {
  Node first{"a", 1, nullptr}, second{"b", 2, &first};
  fillAll(&second);
  showIds(&second);
  showTexts(&second);
  sink(first.text); // expect tamga-custom-flow
  sink(first.id);   // clean
}
struct List {
  Node *head;
  int count;
};
static Node *find(List *list, int id) {
  Node **place = &list->head;
  while (*place && (*place)->id != id)
    place = &(*place)->next;
  return *place;
}
void found(List *list) {
  if (Node *node = find(list, 3))
    node->text = source();
  Node *other = find(list, 4);
  sink(other->text);  // expect tamga-custom-flow
  sink(other->id);    // clean
  sink(list->count);  // clean
}
static Node *merge(Node *left, Node *right) {
  if (!left)
    return right;
  if (!right)
    return left;
  if (left->id < right->id) {
    left->next = merge(left->next, right);
    return left;
  }
  right->next = merge(left, right->next);
  return right;
}
void merged(Node *left, Node *right) {
  left->text = source();
  for (Node *node = merge(left, right); node; node = node->next) {
    sink(node->text); // expect tamga-custom-flow
    sink(node->id);   // clean
  }
}

//== Memory: trees, and ways upwards
struct Tree {
  std::string text;
  int id;
  Tree *left, *right, *parent;
  std::vector<Tree *> more;
};
static void fillTree(Tree *tree) {
  if (!tree)
    return;
  tree->text = source();
  fillTree(tree->left);
  fillTree(tree->right);
  for (Tree *child : tree->more)
    fillTree(child);
}
static int sumOf(const Tree *tree) {
  if (!tree)
    return 0;
  int sum = tree->id + sumOf(tree->left) + sumOf(tree->right);
  for (const Tree *child : tree->more)
    sum += sumOf(child);
  return sum;
}
static std::string textOf(const Tree *tree) {
  return tree ? tree->text + textOf(tree->left) + textOf(tree->right) : "";
}
void trees(Tree *tree) {
  fillTree(tree);
  sink(sumOf(tree));  // clean
  sink(textOf(tree)); // expect tamga-custom-flow
}
void upwards(Tree *tree) {
  for (Tree *node = tree; node; node = node->parent)
    node->id = tainted();
  for (Tree *node = tree; node; node = node->parent) {
    sink(node->id);   // expect tamga-custom-flow
    sink(node->text); // clean
  }
}
void byQueue(Tree *tree) {
  std::vector<Tree *> queue{tree};
  while (!queue.empty()) {
    Tree *node = queue.back();
    queue.pop_back();
    node->id = tainted();
    sink(node->text); // clean
    for (Tree *child : node->more)
      queue.push_back(child);
  }
}
