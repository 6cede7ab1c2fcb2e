// RUN: %check %s --pack kz --check tamga-consent-withdrawal -- -std=c++20
// The same with a way back.
#include <string>

void record_consent(const std::string &user, int days);
void withdraw_consent(const std::string &user);

void agree(const std::string &user) {
  record_consent(user, 30); // clean
}

void leave(const std::string &user) { withdraw_consent(user); }
