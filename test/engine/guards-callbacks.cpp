// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Guards of now hold for what is called now, not for what runs later.
#include <algorithm>
#include <functional>
#include <vector>
struct User {
  int id;
};
bool guard(const User &user);
void require(const User &user);
void use(const User &user);
void later(std::function<void()> action);
void now(std::function<void()> action);

void calledNow(const User &user) {
  require(user);
  now([&] { use(user); });
}
void calledLater(const User &user) {
  require(user);
  later([&] { use(user); }); // expect tamga-custom-guard
}
void laterChecks(const User &user) {
  later([&] {
    if (guard(user))
      use(user);
  });
}
void algorithms(const User &user, const std::vector<int> &list) {
  require(user);
  std::for_each(list.begin(), list.end(), [&](int) { use(user); });
}
void unguarded(const User &user) {
  now([&] { use(user); }); // expect tamga-custom-guard
}
void stored(const User &user) {
  std::function<void()> action = [&] { use(user); };
  require(user);
  action();
}
