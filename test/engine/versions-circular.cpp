// RUN: %check %s --pack generic
//
// Values that are computed from each other in a loop have versions whose inputs lead back
// to themselves. Callers translate them; this has to end.

struct User { int id; User *next; };
User merge(const User &first, const User &second);
bool more();
bool guard(const User &user);
void use(const User &user);

User settle(User first, User second) {
  while (more()) {
    first = merge(first, second);
    second = merge(second, first);
    if (more())
      first = second;
  }
  return first;
}

User settleTwice(const User &user) { return settle(settle(user, user), user); }

void guarded(const User &user) {
  User settled = settleTwice(user);
  if (guard(settled))
    use(settled);
}

void unguarded(const User &user) {
  User settled = settleTwice(user);
  use(settled); // expect tamga-custom-guard
}
