// RUN: %check %s --pack kz --check tamga-consent-withdrawal -- -std=c++20
// The same with a method that takes the consent back, which others may call.
#include <algorithm>
#include <string>
#include <vector>

extern "C" void sentry_user_consent_give(void);
extern "C" void sentry_user_consent_revoke(void);

class ConsentRegistry {
public:
  void grant(const std::string &user) { users.push_back(user); }
  void withdraw(const std::string &user);

private:
  std::vector<std::string> users;
};

void ConsentRegistry::withdraw(const std::string &user) { std::erase(users, user); }

void agree(ConsentRegistry &registry, const std::string &user) {
  registry.grant(user); // clean
}

void telemetry(bool isOn) {
  if (isOn)
    sentry_user_consent_give(); // clean
  else
    sentry_user_consent_revoke();
}
