// RUN: %check %s --pack kz --check tamga-consent-scope --check tamga-consent-missing -- -std=c++20 -I %S/../../../checks/include
// A parent can agree for a child, not for just anybody.
#include <string>
#include <tamga/annotations.h>

struct Person {
  TAMGA_SOURCE(personal.birth) std::string birthDate;
  bool is_minor() const;
  bool minor = false;
};

bool has_parental_consent(const Person &person);
bool has_guardian_consent(const Person &person);
bool has_consent(const Person &person);
bool is_represented(const Person &person);
void store(TAMGA_SINK(sink.database) const std::string &text);

void anybody(const Person &person) {
  if (has_parental_consent(person))
    store(person.birthDate); // expect tamga-consent-scope: representative
}

void aMinor(const Person &person) {
  if (person.is_minor() && has_parental_consent(person)) // guard
    store(person.birthDate); // clean
}

void guardianOfAnybody(const Person &person) {
  if (!has_guardian_consent(person))
    return;
  store(person.birthDate); // expect tamga-consent-scope: representative
}

void guardianOfRepresented(const Person &person) {
  if (!is_represented(person) || !has_guardian_consent(person)) // guard
    return;
  store(person.birthDate); // clean
}

void either(const Person &person) {
  bool isAllowed = person.is_minor() ? has_parental_consent(person) : has_consent(person);
  if (isAllowed)
    store(person.birthDate); // false tamga-consent-missing
}

void eitherInBranches(const Person &person) {
  if (person.is_minor()) {
    if (!has_parental_consent(person)) // guard
      return;
    store(person.birthDate); // clean
  } else {
    if (!has_consent(person)) // guard
      return;
    store(person.birthDate); // clean
  }
}
