// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Assigning the subject ends its guard.
#include <string>
struct User {
  int id;
  std::string name;
};
bool guard(const User &user);
bool guard(const std::string &name);
bool guard(int id);
void require(const User &user);
void require(const std::string &name);
void use(const User &user);
void use(const std::string &name);
void use(int id);

void assigned(User user, const User &friendOf) {
  require(user);
  user = friendOf;
  use(user); // expect tamga-custom-guard
}
