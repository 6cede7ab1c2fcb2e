// RUN: %check %s --pack kz --check tamga-consent-withdrawal -- -std=c++20
// A consent that nothing takes back.
#include <string>

void record_consent(const std::string &user, int days);

void agree(const std::string &user) {
  record_consent(user, 30); // expect tamga-consent-withdrawal: nothing in the program withdraws
}
