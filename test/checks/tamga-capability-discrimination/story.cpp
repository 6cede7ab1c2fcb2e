// RUN: %check %s --pack kz --check tamga-capability-discrimination -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// A bank: the form is read in one place, made into numbers in another, judged in a third.
#include "tamga/annotations.h"
#include <map>
#include <string>
#include <vector>

struct Form {
  std::map<std::string, double> numbers;
  TAMGA_SOURCE(personal.demographic.age) int age = 0;
};
class Scorer {
public:
  virtual ~Scorer() = default;
  virtual double run(TAMGA_SINK(sink.model) const std::vector<double> &input) = 0;
};
void grant(TAMGA_SINK(sink.decision) bool isGranted);

class Bank {
public:
  explicit Bank(Scorer &scorer) : scorer(scorer) {}
  void apply(const Form &form) { grant(judge(encode(form))); }
  void applyWithout(const Form &form) { grant(judgeFair(encodeFair(form))); }

private:
  static std::vector<double> encode(const Form &form) {
    std::vector<double> input = encodeFair(form);
    input.push_back(form.age / 100.0);
    return input;
  }
  static std::vector<double> encodeFair(const Form &form) {
    std::vector<double> input;
    for (const auto &[name, number] : form.numbers)
      input.push_back(number);
    return input;
  }
  bool judge(const std::vector<double> &input) {
    return scorer.run(input) > 0.5; // expect tamga-capability-discrimination
  }
  bool judgeFair(const std::vector<double> &input) {
    return scorer.run(input) > 0.5; // clean
  }
  Scorer &scorer;
};

void open(Scorer &scorer, const Form &form) {
  Bank bank(scorer);
  bank.apply(form);
  bank.applyWithout(form);
}
