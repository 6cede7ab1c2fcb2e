// RUN: %check %s --pack kz --check tamga-consent-scope -- -std=c++20
// The same with a comparison.
#include <chrono>
#include <map>
#include <string>

using Clock = std::chrono::system_clock;

struct Consent {
  std::string subject;
  Clock::time_point expires;
  long valid_until = 0;
};

static std::map<int, Consent> consents;

void agree(int user, const std::string &subject) {
  Consent consent;
  consent.subject = subject;
  consent.expires = Clock::now() + std::chrono::hours(24 * 30); // clean
  consent.valid_until = 20260101;                               // clean
  consents[user] = consent;
}

bool has_consent(int user, long today) {
  auto consent = consents.find(user);
  return consent != consents.end() && Clock::now() < consent->second.expires &&
         consent->second.valid_until > today;
}
