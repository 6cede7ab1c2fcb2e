// RUN: %check %s --pack kz --check tamga-capability-scoring -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// Scores of persons: by annotation, by model, and behaviour that ends up in a lasting score.
#include "onnxruntime_cxx_api.h"
#include "tamga/annotations.h"
#include <map>
#include <string>
#include <vector>

TAMGA_CAPABILITY(capability.scoring) int trustScore(int person);
struct TAMGA_CAPABILITY(capability.scoring) CitizenRating {
  int value = 0;
};
class Ranking {
public:
  TAMGA_CAPABILITY(capability.scoring) int of(int person) const;
  int size() const;
};
TAMGA_SOURCE(personal.behaviour) std::vector<int> eventsOf(int person);
void keepScore(int person, TAMGA_SINK(sink.decision.score) double score);
void block(int payment);
std::vector<int> eventsOfMachine(int machine);

int ask(int person) {
  return trustScore(person); // expect tamga-capability-scoring: social scoring
}
void rate() {
  CitizenRating rating; // expect tamga-capability-scoring
  rating.value = 3;
}
int rank(const Ranking &ranking, int person) {
  return ranking.of(person); // expect tamga-capability-scoring
}
int size(const Ranking &ranking) { return ranking.size(); } // clean
void load(Ort::Env &env) {
  Ort::Session session(env, "social_scoring_v2.onnx", {}); // expect tamga-capability-scoring
}
void loadOther(Ort::Env &env) {
  Ort::Session session(env, "resnet50.onnx", {}); // clean
}
void sum(int person) {
  double score = 0;
  for (int event : eventsOf(person))
    score += event;
  keepScore(person, score); // expect tamga-capability-scoring
}
void count(int person) {
  keepScore(person, double(eventsOf(person).size())); // expect tamga-capability-scoring
}
static double average(const std::vector<int> &events) {
  double all = 0;
  for (int event : events)
    all += event;
  return all / double(events.size());
}
void inHelper(int person) {
  keepScore(person, average(eventsOf(person))); // expect tamga-capability-scoring
}
void inMap(int person) {
  std::map<int, double> scores;
  scores[person] += eventsOf(person)[0];
  keepScore(person, scores[person]); // expect tamga-capability-scoring
}
void machine(int machine) {
  keepScore(machine, average(eventsOfMachine(machine))); // clean
}
void fixed(int person) { keepScore(person, 50); } // clean
void forgotten(int person) {
  double score = average(eventsOf(person));
  score = 0;
  keepScore(person, score); // overwritten
}
bool isFraud(int payment);
void judge(int payment) {
  if (isFraud(payment))
    block(payment); // clean
}
const char *words() { return "social_scoring_v2.onnx"; } // clean
int similar(int person) { return person * 2; } // clean
