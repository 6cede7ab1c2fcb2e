// RUN: %check %s --pack kz --check tamga-consent-scope --check tamga-consent-missing -- -std=c++20 -I %S/../../../checks/include
// A consent that was asked before a wait, one without an end, one renewed without asking.
#include <chrono>
#include <coroutine>
#include <functional>
#include <string>
#include <tamga/annotations.h>
#include <thread>

struct User {
  int id;
  TAMGA_SOURCE(personal.contact.email) std::string email;
};

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
struct Frame {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
Frame nextFrame();

bool has_consent(const User &user);
bool request_consent(const User &user);
void store(TAMGA_SINK(sink.database) const std::string &text);

Task before(User user) {
  if (!has_consent(user))
    co_return;
  co_await nextFrame();
  store(user.email); // expect tamga-consent-scope: before a wait
}

Task after(User user) {
  co_await nextFrame();
  if (!has_consent(user)) // guard
    co_return;
  store(user.email); // clean
}

Task cached(User user) {
  bool isAllowed = has_consent(user);
  co_await nextFrame();
  if (isAllowed)
    store(user.email); // expect tamga-consent-scope: before a wait
}

Task again(User user) {
  if (!has_consent(user))
    co_return;
  co_await nextFrame();
  if (!has_consent(user)) // guard
    co_return;
  store(user.email); // clean
}

void onThread(const User &user) {
  if (!has_consent(user))
    return;
  std::thread([&user] {
    store(user.email); // expect tamga-consent-scope: before a wait
  }).detach();
}

void onThreadAsked(const User &user) {
  std::thread([&user] {
    if (has_consent(user)) // guard
      store(user.email); // clean
  }).detach();
}

//===-- the term --------------------------------------------------------------===//

using Clock = std::chrono::system_clock;
struct Consent {
  int user;
  Clock::time_point expires;
};
bool isOver(const Consent &consent) { return consent.expires < Clock::now(); }
void record_consent(int user, Clock::time_point expires);
void save_consent(const Consent &consent);

void forever(const User &user) {
  record_consent(user.id, Clock::time_point::max()); // expect tamga-consent-scope: without an end
}

void forACentury(const User &user) {
  record_consent(user.id, Clock::now() + std::chrono::years(100)); // expect tamga-consent-scope: ten years
}

void forAYear(const User &user) {
  record_consent(user.id, Clock::now() + std::chrono::hours(24 * 365)); // clean
}

void foreverInside(const User &user) {
  Consent consent;
  consent.user = user.id;
  consent.expires = Clock::time_point::max();
  save_consent(consent); // expect tamga-consent-scope: without an end
}

void insideWithEnd(const User &user) {
  Consent consent;
  consent.user = user.id;
  consent.expires = Clock::now() + std::chrono::hours(24 * 30);
  save_consent(consent); // clean
}

//===-- renewal ---------------------------------------------------------------===//

void renew_consent(const User &user);

void renews(const User &user) {
  renew_consent(user); // expect tamga-consent-scope: not asked
}

void renewsAsked(const User &user) {
  if (request_consent(user)) // guard
    renew_consent(user); // clean
}
