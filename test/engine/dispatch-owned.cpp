// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// The class of what a smart pointer owns is known where it was made.
#include <memory>
#include <string>
std::string source();
void sink(const std::string &text);

struct Speaker {
  virtual ~Speaker() = default;
  virtual std::string word() const { return "word"; }
};
struct Loud : Speaker {
  std::string word() const override { return source(); }
};
struct Mute : Speaker {};
//== Calls: exact dispatch
void mute() {
  std::unique_ptr<Speaker> owned = std::make_unique<Mute>();
  sink(owned->word()); // clean
}
void loud() {
  std::unique_ptr<Speaker> owned = std::make_unique<Loud>();
  sink(owned->word()); // expect tamga-custom-flow
}
