// RUN: %check %s --pack kz --check tamga-consent-scope --check tamga-consent-missing -- -std=c++20 -I %S/../../../checks/include
// What for: a consent for one purpose is none for another.
#include <string>
#include <tamga/annotations.h>

enum class Purpose { Service, Marketing, Training, Transfer };
struct User {
  int id;
  TAMGA_SOURCE(personal.health) std::string anamnesis;
  bool has_consent(Purpose purpose) const;
};

bool has_consent(const User &user, Purpose purpose);
bool check_consent(const User &user, const char *purpose);
void train(TAMGA_SINK(sink.train) const std::string &sample);
TAMGA_EFFECT("use kind=personal.biometric.face subject=arg0 purpose=arg1")
void recognise(const User &user, Purpose purpose);

void learns(const User &user) {
  if (!has_consent(user, Purpose::Service))
    return;
  train(user.anamnesis); // expect tamga-consent-scope: another purpose
}

void learnsAllowed(const User &user) {
  if (!has_consent(user, Purpose::Training)) // guard
    return;
  train(user.anamnesis); // clean
}

void byText(const User &user) {
  if (check_consent(user, "newsletter"))
    train(user.anamnesis); // expect tamga-consent-scope
}

void byRightText(const User &user) {
  if (check_consent(user, "training of models")) // guard
    train(user.anamnesis); // clean
}

void byMethod(const User &user) {
  if (user.has_consent(Purpose::Marketing))
    train(user.anamnesis); // expect tamga-consent-scope
}

void byRightMethod(const User &user) {
  if (user.has_consent(Purpose::Training)) // guard
    train(user.anamnesis); // clean
}

void declared(const User &user) {
  if (has_consent(user, Purpose::Marketing))
    recognise(user, Purpose::Service); // expect tamga-consent-scope
}

void declaredRight(const User &user) {
  if (has_consent(user, Purpose::Service)) // guard
    recognise(user, Purpose::Service); // clean
}

static bool may(const User &user, Purpose purpose) { return has_consent(user, purpose); }

void throughHelper(const User &user) {
  if (may(user, Purpose::Service))
    train(user.anamnesis); // expect tamga-consent-scope
}

void throughHelperRight(const User &user) {
  if (may(user, Purpose::Training))
    train(user.anamnesis); // clean
}

void unknownPurpose(const User &user, Purpose purpose) {
  if (has_consent(user, purpose)) // guard
    train(user.anamnesis); // clean
}
