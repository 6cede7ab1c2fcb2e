// RUN: %check %s --check tamga-consent-missing -- -std=c++20 -I %S/../../../checks/include
// Without a project file names tell nothing.
#include <string>
#include <tamga/annotations.h>

struct Visitor {
  std::string iin;
};

void store(TAMGA_SINK(sink.database) const std::string &text);

void fields(const Visitor &visitor, const std::string &diagnosis) {
  store(visitor.iin); // clean
  store(diagnosis);   // clean
}
