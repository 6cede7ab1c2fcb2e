// RUN: %check %s --pack generic --check tamga-custom-flow -- -std=c++20
// What stands in an initialiser list, first or not.
#include <string>
#include <vector>
std::string source();
int tainted();
void sink(const std::string &text);
void sink(int number);
void sink(std::size_t number);

void vectorForms() {
  std::vector<std::string> a{"text", source()};
  sink(a.front()); // clean
  sink(a[1]); // expect tamga-custom-flow
  std::vector<std::string> b(3, source());
  sink(b[1]); // expect tamga-custom-flow
  std::vector<std::string> c(a.begin(), a.end());
  sink(c[0]); // expect tamga-custom-flow
  std::vector<std::string> d;
  d.emplace_back(source());
  sink(d[0]); // expect tamga-custom-flow
  std::vector<std::string> e;
  e.insert(e.end(), a.begin(), a.end());
  sink(e[0]); // expect tamga-custom-flow
  std::vector<std::string> f(2);
  f[1] = source();
  sink(f[1]); // expect tamga-custom-flow
  std::vector<std::string> clean{"a", "b"};
  sink(clean[1]);
  std::vector<std::string> copy = a;
  sink(copy[0]); // clean
  sink(copy[1]); // expect tamga-custom-flow
}
void iterating() {
  std::vector<int> list{1, tainted()};
  for (int value : list)
    sink(value); // expect tamga-custom-flow
  for (auto it = list.begin(); it != list.end(); ++it)
    sink(*it); // expect tamga-custom-flow
  for (std::size_t i = 0; i < list.size(); i++)
    sink(list[i]); // expect tamga-custom-flow
  std::vector<int> clean{1, 2};
  for (int value : clean)
    sink(value);
}
