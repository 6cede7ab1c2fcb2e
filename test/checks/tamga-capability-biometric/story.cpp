// RUN: %check %s --pack kz --check tamga-capability-biometric -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// A door camera: the wrapper that sorts by race is deep inside, and the report names the way.
#include "inspireface.h"
#include <string>
#include <vector>

struct Visitor {
  int id = 0;
  int group = 0;
  int age = 0;
};

class Recogniser {
public:
  explicit Recogniser(HFSession session) : session(session) {}
  std::vector<Visitor> look() {
    HFFaceAttributeResult attributes;
    HFGetFaceAttributeResult(session, &attributes);
    std::vector<Visitor> visitors;
    for (int index = 0; index < attributes.num; ++index)
      visitors.push_back({index, groupOf(attributes, index), attributes.ageBracket[index]});
    return visitors;
  }

private:
  static int groupOf(const HFFaceAttributeResult &attributes, int index) {
    return attributes.race[index]; // expect tamga-capability-biometric
  }
  HFSession session;
};

class Counter {
public:
  explicit Counter(HFSession session) : session(session) {}
  int adults() {
    HFFaceAttributeResult attributes;
    HFGetFaceAttributeResult(session, &attributes);
    int count = 0;
    for (int index = 0; index < attributes.num; ++index)
      count += attributes.ageBracket[index] > 2; // clean
    return count;
  }

private:
  HFSession session;
};

void watchDoor(HFSession session) {
  Recogniser recogniser(session);
  for (const Visitor &visitor : recogniser.look())
    (void)visitor.group;
}
int countAdults(HFSession session) { return Counter(session).adults(); }
