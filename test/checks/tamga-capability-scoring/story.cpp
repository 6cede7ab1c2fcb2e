// RUN: %check %s --pack kz --check tamga-capability-scoring -- -std=c++20 -I %include
// A city service: what people do is collected by one class and weighed by another; the weight
// becomes a rating of the person. A second rating is one of roads.
#include "tamga/annotations.h"
#include <map>
#include <string>
#include <vector>

struct Event {
  std::string kind;
  double weight = 0;
};
TAMGA_SOURCE(personal.behaviour) std::vector<Event> eventsOf(int citizen);
std::vector<Event> repairsOf(int road);
void store(int id, TAMGA_SINK(sink.decision.score) double rating);

class Scale {
public:
  virtual ~Scale() = default;
  virtual double weigh(const std::vector<Event> &events) const = 0;
};
class Sum : public Scale {
public:
  double weigh(const std::vector<Event> &events) const override {
    double all = 0;
    for (const Event &event : events)
      all += event.weight;
    return all;
  }
};

class Register {
public:
  void set(int id, double value) {
    ratings[id] = value;
    store(id, ratings[id]); // expect tamga-capability-scoring
  }

private:
  std::map<int, double> ratings;
};
class Roads {
public:
  void set(int id, double value) {
    ratings[id] = value;
    store(id, ratings[id]); // clean
  }

private:
  std::map<int, double> ratings;
};

static double rating(const Scale &scale, const std::vector<Event> &events) {
  return 100 - scale.weigh(events);
}

void citizens(Register &people, int count) {
  for (int citizen = 0; citizen < count; ++citizen)
    people.set(citizen, rating(Sum(), eventsOf(citizen)));
}
void roads(Roads &register_, int count) {
  for (int road = 0; road < count; ++road)
    register_.set(road, rating(Sum(), repairsOf(road)));
}
