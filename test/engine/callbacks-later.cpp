// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
//== Calls: callbacks that run later
// What is registered sees what its objects hold when it runs, not when it is registered.
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>
std::string source();
void sink(const std::string &text);
bool isOpen();
void onPost(std::function<void()> handler);
struct Box {
  std::string text;
  std::string other;
};
void filled() {
  Box box;
  onPost([&] { sink(box.text); });  // expect tamga-custom-flow
  onPost([&] { sink(box.other); }); // clean
  box.text = source();
}
void overwritten() {
  Box box;
  onPost([&] { sink(box.text); }); // overwritten
  box.text = "first";
  box.text = "second";
}
void copied() {
  Box box;
  onPost([box] { sink(box.text); }); // clean
  box.text = source();
}
void loop() {
  auto list = std::make_shared<std::vector<std::string>>();
  onPost([list] {
    for (const std::string &text : *list)
      sink(text); // expect tamga-custom-flow
  });
  while (true)
    list->push_back(source());
}
void registerIn(Box &box) {
  onPost([&box] { sink(box.text); });  // expect tamga-custom-flow
  onPost([&box] { sink(box.other); }); // clean
}
void registerFirst() {
  Box box;
  registerIn(box);
  while (isOpen())
    box.text = source();
}
struct Page {
  Box &box;
  explicit Page(Box &box) : box(box) {
    show = [this] { sink(this->box.text); }; // expect tamga-custom-flow
    hide = [this] { sink("hidden"); };       // clean
  }
  std::function<void()> show, hide;
};
void members() {
  Box box;
  Page page(box);
  onPost(page.show);
  onPost(page.hide);
  box.text = source();
}
void threads() {
  Box box, late;
  std::thread running([&] { sink(box.text); }); // expect tamga-custom-flow
  std::thread joined([&] { sink(late.text); }); // clean
  joined.join();
  late.text = source();
  box.text = source();
  running.join();
}
