// RUN: %check %s --pack kz --check tamga-consent-withdrawal -- -std=c++20
// What deletes data whose term is over must be called.
#include <chrono>
#include <map>
#include <string>
#include <thread>

static std::map<std::string, long> visits, orders, letters;

static void purge_expired(long now) { // expect tamga-consent-withdrawal: nothing calls it
  std::erase_if(visits, [now](const auto &visit) { return visit.second < now; });
}

static void purge_old_records(long now) { // clean
  std::erase_if(orders, [now](const auto &order) { return order.second < now; });
}

static void delete_expired(long now) { // clean
  std::erase_if(letters, [now](const auto &letter) { return letter.second < now; });
}

int main() {
  purge_old_records(1); // guard: anywhere
  std::thread timer([] { delete_expired(2); });
  timer.join();
}
