// RUN: %check %s --project %S/Inputs/own.json --check tamga-consent-missing -- -std=c++20 -I %S/../../../checks/include
// A well-known name that means something else here is switched off in the project file.
#include <string>
#include <tamga/annotations.h>

struct User {
  bool consent = false;
  TAMGA_SOURCE(personal.contact.email) std::string email;
};
bool has_consent(const User &user);
bool check_consent(const User &user);
void store(TAMGA_SINK(sink.database) const std::string &text);

void off(const User &user) {
  if (has_consent(user))
    store(user.email); // expect tamga-consent-missing
}

void fieldOff(const User &user) {
  if (user.consent)
    store(user.email); // expect tamga-consent-missing
}

void on(const User &user) {
  if (check_consent(user)) // guard
    store(user.email); // clean
}
