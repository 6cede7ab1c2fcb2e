// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// A flag that the guard can only clear.
struct User {
  int id;
};
bool guard(const User &user);
bool denied(const User &user);
int status(const User &user);
void require(const User &user);
void use(const User &user);
bool other();
[[noreturn]] void quit();

void compound(const User &user) {
  bool ok = true;
  ok &= guard(user);
  if (ok)
    use(user); // clean
}
