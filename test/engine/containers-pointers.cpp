// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// Objects that smart pointers own, wherever they were made.
#include <memory>
#include <string>
#include <utility>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(std::size_t number);
struct Box {
  std::string text, other;
};

void pointers() {
  auto box = std::make_unique<Box>();
  box->text = source();
  sink(box->text); // expect tamga-custom-flow
  sink(box->other);
  std::shared_ptr<Box> shared = std::make_shared<Box>(), second = shared;
  second->text = source();
  sink(shared->text);  // expect tamga-custom-flow
  sink((*shared).text); // expect tamga-custom-flow
  sink(shared->other);
  std::unique_ptr<Box> moved = std::move(box);
  sink(moved->text); // expect tamga-custom-flow
  sink(moved.get()->text); // expect tamga-custom-flow
}
