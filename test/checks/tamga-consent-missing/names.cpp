// RUN: %check %s --project %S/Inputs/names.json --check tamga-consent-missing -- -std=c++20 -I %S/../../../checks/include
// Names alone: notes, in projects that have a file. English, Russian, Kazakh.
#include <map>
#include <string>
#include <tamga/annotations.h>

struct Visitor {
  std::string iin;
  std::string familiya;
  std::string homePhone;
  std::string tuganKuni;
  std::string colour;
  std::string passportNumberFormat;
  bool isPassport = false;
};

bool has_consent(const Visitor &visitor);
void store(TAMGA_SINK(sink.database) const std::string &text);

void fields(const Visitor &visitor) {
  store(visitor.iin);                  // expect tamga-consent-missing: an individual identification number
  store(visitor.familiya);             // expect tamga-consent-missing: a surname
  store(visitor.homePhone);            // expect tamga-consent-missing: a home phone number
  store(visitor.tuganKuni);            // expect tamga-consent-missing: a date of birth
  store(visitor.colour);               // clean
  store(visitor.passportNumberFormat); // clean
  store(visitor.isPassport ? "a" : "b"); // clean
}

void asked(const Visitor &visitor) {
  if (has_consent(visitor)) // guard
    store(visitor.iin); // clean
}

void parameters(const std::string &diagnosis, const std::string &page) {
  store(diagnosis); // expect tamga-consent-missing: a diagnosis
  store(page);      // clean
}

void keys(std::map<std::string, std::string> &row) {
  store(row["nomer_pasporta"]); // expect tamga-consent-missing: a passport
  store(row["page"]);           // clean
}
