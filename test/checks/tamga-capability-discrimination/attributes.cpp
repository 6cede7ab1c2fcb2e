// RUN: %check %s --pack kz --check tamga-capability-discrimination -- -std=c++20 -I %include -I %S/../../mock -isystem /usr/include/opencv4
// A protected attribute in the input of a model, or in a decision about a person.
#include "inspireface.h"
#include "tamga/annotations.h"
#include <opencv2/dnn.hpp>
#include <string>
#include <vector>

struct Applicant {
  TAMGA_SOURCE(personal.demographic.sex) int sex = 0;
  TAMGA_SOURCE(personal.demographic.origin) std::string birthPlace;
  TAMGA_SOURCE(personal.demographic.disability) bool isDisabled = false;
  int income = 0;
  std::string job;
};
void decide(int applicant, TAMGA_SINK(sink.decision) bool isGranted);
float score(TAMGA_SINK(sink.model) const std::vector<float> &features);
void ask(TAMGA_SINK(sink.model) const std::string &prompt);
TAMGA_GUARDS(guard.lawful-use, true) bool isDoseCalculation();

void bySex(const Applicant &applicant) {
  decide(1, applicant.sex == 1 && applicant.income > 100); // missed tamga-capability-discrimination
}
void bySexAlone(const Applicant &applicant) {
  decide(1, applicant.sex == 1); // expect tamga-capability-discrimination: needs|for review
}
void byIncome(const Applicant &applicant) {
  decide(1, applicant.income > 100); // clean
}
float features(const Applicant &applicant) {
  std::vector<float> features{float(applicant.income), float(applicant.sex)};
  return score(features); // expect tamga-capability-discrimination
}
float fewerFeatures(const Applicant &applicant) {
  std::vector<float> features{float(applicant.income)};
  return score(features); // clean
}
void prompt(const Applicant &applicant) {
  ask("Would you hire somebody from " + applicant.birthPlace + "?"); // expect tamga-capability-discrimination
}
void otherPrompt(const Applicant &applicant) {
  ask("Would you hire a " + applicant.job + "?"); // clean
}
static float weight(const Applicant &applicant) { return applicant.isDisabled ? 0.5f : 1.0f; }
float inHelper(const Applicant &applicant) {
  std::vector<float> features;
  features.push_back(float(applicant.isDisabled));
  return score(features) * weight(applicant); // expect tamga-capability-discrimination
}
float lawful(const Applicant &applicant) {
  if (!isDoseCalculation()) // guard
    return 0;
  return score({float(applicant.sex)}); // clean
}
void lawfulPrompt(const Applicant &applicant) {
  if (isDoseCalculation()) // guard
    ask("A dose for somebody from " + applicant.birthPlace); // clean
}
static bool mayUse(const Applicant &applicant) { return applicant.income > 0 && isDoseCalculation(); }
void lawfulByHelper(const Applicant &applicant) {
  if (!mayUse(applicant)) // guard
    return;
  decide(3, applicant.isDisabled); // clean
}
float lawfulAfter(const Applicant &applicant) {
  float result = score({float(applicant.sex)}); // expect tamga-capability-discrimination
  return isDoseCalculation() ? result : 0;
}
float lawfulOnOnePath(const Applicant &applicant, bool isQuick) {
  if (isQuick || isDoseCalculation())
    return score({float(applicant.sex)}); // expect tamga-capability-discrimination
  return 0;
}
float replaced(Applicant applicant) {
  applicant.sex = 0;
  return score({float(applicant.sex)}); // false tamga-capability-discrimination
}

// From a face.
void byFace(HFSession session) {
  HFFaceAttributeResult attributes;
  HFGetFaceAttributeResult(session, &attributes);
  decide(2, attributes.gender[0] == 1); // expect tamga-capability-discrimination
}
void byCount(HFSession session) {
  HFFaceAttributeResult attributes;
  HFGetFaceAttributeResult(session, &attributes);
  decide(2, attributes.num > 1); // clean
}
// Shown to the person, and no decision.
void show(int value);
void profile(const Applicant &applicant) { show(applicant.sex); } // clean
bool isSame(const Applicant &first, const Applicant &second) { return first.job == second.job; } // clean
