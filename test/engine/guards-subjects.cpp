// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Whose guard it is.
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

void same(const User &user) {
  require(user);
  use(user);
  const User &alias = user;
  use(alias);
  const User *pointer = &user;
  use(*pointer);
}
void part(const User &user) {
  require(user);
  use(user.name);
}
void whole(const User &user) {
  if (guard(user.id))
    use(user);
}
void other(const User &user, const User &friendOf) {
  require(user);
  use(friendOf); // expect tamga-custom-guard
}
void otherPart(const User &user, const User &friendOf) {
  require(user);
  use(friendOf.name); // expect tamga-custom-guard
}
void pointerMoved(const User *user, const User *friendOf) {
  require(*user);
  user = friendOf;
  use(*user); // expect tamga-custom-guard
}
void names(const std::string &a, const std::string &b) {
  require(a);
  use(a);
  use(b); // expect tamga-custom-guard
}
void numbers(int a, int b) {
  if (guard(a)) {
    use(a);
    use(b); // expect tamga-custom-guard
  }
}
void copy(const User &user) {
  require(user);
  User own = user;
  use(own);
}
void byCallee(const User &user, const User &friendOf);
static void handle(const User &user) { use(user); }
static void handleOther(const User &, const User &b) { use(b); } // expect tamga-custom-guard
void passes(const User &user, const User &friendOf) {
  require(user);
  handle(user);
  handleOther(user, friendOf);
}
