// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// A subject that comes from a call after the guard is another subject.
#include <string>
struct User {
  int id;
};
User find(int id);
User *look(int id);
std::string nextName();
int nextId();
bool guard(int id);
void require(const User &user);
void require(const std::string &name);
void use(const User &user);
void use(const std::string &name);
void use(int id);

void object() {
  User user = find(1);
  require(user);
  use(user);
  user = find(2);
  use(user); // expect tamga-custom-guard
}
void pointer() {
  User *user = look(1);
  require(*user);
  user = look(2);
  use(*user); // expect tamga-custom-guard
}
void text(std::string name) {
  require(name);
  name = nextName();
  use(name); // expect tamga-custom-guard
}
void number(int id) {
  if (!guard(id))
    return;
  id = nextId();
  use(id); // expect tamga-custom-guard
}
void twoFound() {
  User a = find(1), b = find(2);
  require(a);
  use(b); // expect tamga-custom-guard
}
void keys(int id, int other) {
  require(find(id));
  use(find(id));
  use(find(other)); // expect tamga-custom-guard
}
void beforeLoop(int id) {
  if (!guard(id))
    return;
  do {
    use(id); // expect tamga-custom-guard
    id = nextId();
  } while (id);
}
