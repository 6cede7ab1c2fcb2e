// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Deleters that hand over what they delete.
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
int tainted();
int other();
bool more();
void sink(int number);
void sink(const std::string &text);
std::string source();

//== Library: deleters of one's own
struct Log { std::string *out; void operator()(std::string *text) const { *out = *text; delete text; } };
void logAndFree(int *p) { sink(*p); delete p; } // expect tamga-custom-flow
void closeQuiet(int *p) { sink(*p); delete p; } // clean
void deleters() {
  std::string handed, fine;
  {
    std::unique_ptr<std::string, Log> text(new std::string(source()), Log{&handed});
    std::unique_ptr<std::string, Log> plain(new std::string("text"), Log{&fine});
  }
  sink(handed); // expect tamga-custom-flow
  sink(fine); // clean
  std::unique_ptr<int, void (*)(int *)> number(new int(tainted()), logAndFree);
  std::unique_ptr<int, decltype(&closeQuiet)> plain(new int(1), &closeQuiet);
  {
    std::shared_ptr<int> shared(new int(tainted()), [](int *p) { sink(*p); delete p; }); // expect tamga-custom-flow
  }
  int late = 0;
  {
    auto release = [&late](int *p) { late = *p; delete p; };
    std::unique_ptr<int, decltype(release)> owner(new int(tainted()), release);
  }
  sink(late); // expect tamga-custom-flow
  {
    auto release = [&late](int *p) { late = 0; delete p; };
    std::unique_ptr<int, decltype(release)> owner(new int(tainted()), release);
  }
  sink(late); // overwritten
}

struct Buffer { int value; };
struct Pool {
  int last = 0;
  void give(Buffer *b) { last = b->value; delete b; }
};
struct Return { Pool *pool; void operator()(Buffer *b) const { pool->give(b); } };
using Handle = std::unique_ptr<Buffer, Return>;
Handle take(Pool &pool, int value) { return Handle(new Buffer{value}, Return{&pool}); }
void pools() {
  Pool pool, fine;
  {
    Handle handle = take(pool, tainted());
    Handle quiet = take(fine, other());
    sink(handle->value); // expect tamga-custom-flow
    sink(quiet->value); // clean
    sink(pool.last); // clean
  }
  sink(pool.last); // expect tamga-custom-flow
  sink(fine.last); // clean
  Handle again = take(pool, 3);
  again.reset();
  sink(pool.last); // overwritten
  Handle moved = take(fine, tainted());
  { Handle taken = std::move(moved); }
  sink(fine.last); // expect tamga-custom-flow
}
struct FileCloser { void operator()(FILE *f) const { if (f) fclose(f); } };
using File = std::unique_ptr<FILE, FileCloser>;
int readOne(const char *path) { File f(fopen(path, "r")); return f ? fgetc(f.get()) : 0; }
struct Node { std::string name; };
void dropNode(Node *node) { sink(node->name); delete node; } // expect tamga-custom-flow
struct Owner { std::unique_ptr<Node, void (*)(Node *)> node{nullptr, dropNode}; };
void owners() { Owner o; o.node.reset(new Node{source()}); }
void resets() {
  std::string log;
  auto drop = [&log](Node *n) { log += n->name; delete n; };
  std::unique_ptr<Node, decltype(drop)> node(new Node{"a"}, drop);
  node.reset(new Node{source()});
  sink(log); // clean
  node = nullptr;
  sink(log); // expect tamga-custom-flow
}
void sharedOnes() {
  std::string log, fine;
  {
    std::shared_ptr<Node> n(new Node{source()}, [&log](Node *n) { log = n->name; delete n; });
    std::shared_ptr<Node> q(new Node{"text"}, [&fine](Node *n) { fine = n->name; delete n; });
    sink(n->name); // expect tamga-custom-flow
    sink(q->name); // clean
  }
  sink(log); // expect tamga-custom-flow
  sink(fine); // clean
}
