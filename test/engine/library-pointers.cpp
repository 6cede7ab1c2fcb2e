// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(bool answer);
void sink(long number);
struct Page {
  std::string title, text;
  std::unique_ptr<Page> next;
  Page() = default;
  Page(std::string title, std::string text) : title(std::move(title)), text(std::move(text)) {}
  std::string line() const { return title + text; }
};
struct Shape {
  virtual ~Shape() = default;
  virtual std::string name() const { return "shape"; }
};
struct Drawn : Shape {
  std::string label;
  explicit Drawn(std::string label) : label(std::move(label)) {}
  std::string name() const override { return label; }
};

//== Library: unique_ptr
void owned() {
  auto page = std::make_unique<Page>("title", source());
  sink(page->text);    // expect tamga-custom-flow
  sink(page->title);   // clean
  sink((*page).text);  // expect tamga-custom-flow
  sink(page->line());  // expect tamga-custom-flow
  sink(page.get()->text); // expect tamga-custom-flow
  sink(bool(page));    // clean
  std::unique_ptr<Page> moved = std::move(page);
  sink(moved->text); // expect tamga-custom-flow
  moved->text = "plain";
  sink(moved->text); // overwritten
  moved->next = std::make_unique<Page>("a", source());
  sink(moved->next->text);  // expect tamga-custom-flow
  sink(moved->next->title); // clean
  std::unique_ptr<int> number(new int(tainted())), other = std::make_unique<int>(3);
  sink(*number); // expect tamga-custom-flow
  sink(*other);  // clean
  number.swap(other);
  sink(*number); // overwritten
  sink(*other);  // expect tamga-custom-flow
  other.reset(new int(4));
  sink(*other); // overwritten
  int *raw = std::make_unique<int>(tainted()).release();
  sink(*raw); // expect tamga-custom-flow
  delete raw;
  auto list = std::make_unique<int[]>(4);
  list[1] = tainted();
  sink(list[1]); // expect tamga-custom-flow
  sink(list[2]); // clean
  std::unique_ptr<Shape> shape = std::make_unique<Drawn>(source()), plain = std::make_unique<Shape>();
  sink(shape->name()); // expect tamga-custom-flow
  sink(plain->name()); // clean
}
std::unique_ptr<Page> makePage(std::string text) { return std::make_unique<Page>("t", std::move(text)); }
void change(std::unique_ptr<Page> &page) { page = makePage("changed"); }
void passed(std::unique_ptr<Page> page) {
  sink(page->text); // expect tamga-custom-flow
}
void ownedByOthers() {
  passed(makePage(source()));
  sink(makePage("a")->text);      // clean
  sink(makePage(source())->text); // expect tamga-custom-flow
  auto page = makePage(source());
  change(page);
  sink(page->text); // overwritten
  std::vector<std::unique_ptr<Page>> pages;
  pages.push_back(makePage(source()));
  for (const auto &each : pages) {
    sink(each->text);  // expect tamga-custom-flow
    sink(each->title); // clean
  }
}

//== Library: shared_ptr
void shared() {
  auto one = std::make_shared<Page>();
  std::shared_ptr<Page> two = one, three = std::make_shared<Page>("x", "y");
  two->text = source();
  sink(one->text);     // expect tamga-custom-flow
  sink(one->title);    // clean
  sink(three->text);   // clean
  sink(one.use_count()); // clean
  two = three;
  sink(two->text); // overwritten
  sink(one->text); // expect tamga-custom-flow
  one->text.clear();
  sink(one->text); // overwritten
  std::shared_ptr<int> number(new int(tainted()));
  sink(*number); // expect tamga-custom-flow
  *number = 0;
  sink(*number); // overwritten
  number = std::make_shared<int>(tainted());
  sink(*number.get()); // expect tamga-custom-flow
  number.reset(new int(2));
  sink(*number); // overwritten
  std::shared_ptr<Shape> shape = std::make_shared<Drawn>(source());
  auto drawn = std::static_pointer_cast<Drawn>(shape);
  sink(drawn->label); // expect tamga-custom-flow
  if (auto other = std::dynamic_pointer_cast<Drawn>(shape))
    sink(other->name()); // expect tamga-custom-flow
  std::map<int, std::shared_ptr<Page>> pages;
  pages[1] = std::make_shared<Page>("t", source());
  pages[2] = std::make_shared<Page>("t", "u");
  sink(pages[1]->text); // expect tamga-custom-flow
  sink(pages[2]->text); // clean
}

//== Library: weak_ptr
struct Node : std::enable_shared_from_this<Node> {
  std::string text;
  std::weak_ptr<Node> parent;
  std::shared_ptr<Node> self() { return shared_from_this(); }
};
void weak() {
  auto owner = std::make_shared<std::string>("text");
  std::weak_ptr<std::string> watcher = owner, second(watcher);
  sink(*watcher.lock()); // clean
  *owner = source();
  sink(*watcher.lock()); // expect tamga-custom-flow
  if (auto locked = second.lock()) {
    sink(*locked); // expect tamga-custom-flow
    *locked = "plain";
  }
  sink(watcher.expired()); // clean
  auto parent = std::make_shared<Node>(), child = std::make_shared<Node>();
  child->parent = parent;
  parent->text = source();
  sink(child->parent.lock()->text); // expect tamga-custom-flow
  sink(child->text);                // clean
  parent->text = "plain";
  sink(child->parent.lock()->text); // overwritten
  child->text = source();
  sink(child->self()->text); // expect tamga-custom-flow
  std::shared_ptr<std::string> again(second);
  *again = source();
  sink(*owner); // expect tamga-custom-flow
  auto other = std::make_shared<std::string>("other");
  watcher = other;
  sink(*watcher.lock()); // overwritten
}

//== Library: deleters and aliasing pointers
struct Closer {
  void operator()(Page *page) const {
    sink(page->text); // expect tamga-custom-flow
    delete page;
  }
};
struct Quiet {
  void operator()(Page *page) const {
    sink(page->title); // clean
    delete page;
  }
};
void deleters() {
  { std::unique_ptr<Page, Closer> page(new Page("t", source())); }
  {
    std::unique_ptr<Page, Quiet> page(new Page("t", source()));
    sink(page->text); // expect tamga-custom-flow
  }
  std::shared_ptr<int> number(new int(tainted()), [](int *old) { delete old; });
  sink(*number); // expect tamga-custom-flow
  auto page = std::make_shared<Page>("t", source());
  std::shared_ptr<std::string> text(page, &page->text), title(page, &page->title);
  sink(*text);  // expect tamga-custom-flow
  sink(*title); // clean
  *title = source();
  sink(page->title); // expect tamga-custom-flow
  *text = "plain";
  sink(page->text); // overwritten
  std::unique_ptr<char, void (*)(char *)> letters(new char('x'), [](char *old) { delete old; });
  sink(*letters == 'x'); // clean
}
