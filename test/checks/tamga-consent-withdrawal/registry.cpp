// RUN: %check %s --pack kz --check tamga-consent-withdrawal -- -std=c++20
// A registry that only grows, and telemetry that can only be switched on.
#include <string>
#include <vector>

extern "C" void sentry_user_consent_give(void);

class ConsentRegistry {
public:
  void grant(const std::string &user) { users.push_back(user); }

private:
  std::vector<std::string> users;
};

void agree(ConsentRegistry &registry, const std::string &user) {
  registry.grant(user); // expect tamga-consent-withdrawal
}

void telemetry() {
  sentry_user_consent_give(); // expect tamga-consent-withdrawal
}
