// RUN: %check %s --pack kz --check tamga-consent-scope -- -std=c++20
// A term that is written and never compared; copying and printing it is not comparing.
#include <chrono>
#include <iostream>
#include <map>
#include <string>

using Clock = std::chrono::system_clock;

struct Consent {
  std::string subject;
  Clock::time_point expires;
  long valid_until = 0;
  std::string text;
};

static std::map<int, Consent> consents;

void agree(int user, const std::string &subject) {
  Consent consent;
  consent.subject = subject;
  consent.expires = Clock::now() + std::chrono::hours(24 * 30); // expect tamga-consent-scope: nothing in the program compares
  consent.valid_until = 20260101; // expect tamga-consent-scope: valid_until
  consents[user] = consent;
}

bool has_consent(int user) { return consents.count(user) > 0; }

void print(int user) { std::cout << consents[user].valid_until; }
