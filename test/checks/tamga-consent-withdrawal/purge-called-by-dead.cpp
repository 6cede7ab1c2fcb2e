// RUN: %check %s --pack kz --check tamga-consent-withdrawal -- -std=c++20
// A call in a function that nobody calls is none.
#include <map>
#include <string>

static std::map<std::string, long> visits;

static void purge_expired(long now) { // expect tamga-consent-withdrawal
  std::erase_if(visits, [now](const auto &visit) { return visit.second < now; });
}

static void nightly() { purge_expired(1); }

int main() { visits["a"] = 1; }
