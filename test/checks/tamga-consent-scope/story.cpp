// RUN: %check %s --pack kz --check tamga-consent-scope --check tamga-consent-missing -- -std=c++20 -I %include
// A clinic: patients agree at the reception, for one purpose, each for themselves; the data
// goes to treatment, to research, and to relatives.
#include "tamga/annotations.h"
#include <fstream>
#include <map>
#include <string>

enum class Purpose { Treatment, Training };

struct Patient {
  int id = 0;
  TAMGA_SOURCE(personal.health.diagnosis) std::string diagnosis;
};

class Reception {
public:
  bool has_consent(const Patient &patient, Purpose purpose) const;
};
void train(TAMGA_SINK(sink.train) const std::string &sample);

class Archive {
public:
  void keep(const Patient &patient) {
    file << patient.diagnosis; // expect tamga-consent-scope: somebody else
  }
  void keepOwn(const Patient &patient) {
    file << patient.diagnosis; // clean
  }

private:
  std::ofstream file{"archive.txt"};
};

class Research {
public:
  explicit Research(const Reception &reception) : reception(reception) {}
  void add(const Patient &patient) {
    if (mayUse(patient, Purpose::Treatment))
      learn(patient);
  }
  void addAsked(const Patient &patient) {
    if (mayUse(patient, Purpose::Training)) // guard
      learnAsked(patient); // clean
  }

private:
  bool mayUse(const Patient &patient, Purpose purpose) const {
    return patient.id > 0 && reception.has_consent(patient, purpose);
  }
  void learn(const Patient &patient) {
    train(patient.diagnosis); // expect tamga-consent-scope: another purpose
  }
  void learnAsked(const Patient &patient) {
    train(patient.diagnosis); // clean
  }
  const Reception &reception;
};

class Clinic {
public:
  void visit(const Patient &patient, const Patient &relative) {
    if (!reception.has_consent(relative, Purpose::Treatment))
      return;
    archive.keep(patient);
    archive.keepOwn(relative);
  }
  void study(const Patient &patient) {
    research.add(patient);
    research.addAsked(patient);
  }

private:
  Reception reception;
  Archive archive;
  Research research{reception};
};

void day(const Patient &patient, const Patient &relative) {
  Clinic clinic;
  clinic.visit(patient, relative);
  clinic.study(patient);
}
