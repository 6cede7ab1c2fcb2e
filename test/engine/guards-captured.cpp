// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Who is meant where the one who was asked, or the one that is used, has no name of its own.
#include <functional>
#include <string>
struct User {
  int id;
  std::string name;
};
bool guard(const User &user);
void use(const User &user);
User find(int id);

//== Guards: two people in a lambda
void byReference() {
  User asked = find(1), other = find(2);
  auto show = [&] {
    if (guard(asked)) {
      use(asked); // clean
      use(other); // expect tamga-custom-guard
    }
  };
  show();
}
void byValue(User asked, User other) {
  auto show = [asked, friendOf = other] {
    if (!guard(asked))
      return;
    use(asked);    // clean
    use(friendOf); // expect tamga-custom-guard
  };
  show();
}
void oneIsAParameter(const User &other) {
  std::function<void(const User &)> show = [&other](const User &one) {
    if (!guard(one))
      return;
    use(one);   // clean
    use(other); // expect tamga-custom-guard
  };
  show(find(3));
}
struct Room {
  User owner, guest;
  void show() {
    auto each = [this, other = find(4)] {
      if (guard(owner)) {
        use(owner); // clean
        use(guest); // expect tamga-custom-guard
        use(other); // expect tamga-custom-guard
      }
    };
    each();
  }
};
void changedInside() {
  User asked = find(5), other = find(6);
  auto show = [&] {
    if (!guard(asked))
      return;
    other = asked;
    use(other); // overwritten
  };
  show();
}
// Two names of one object are not two people.
void sameTwice(User &user) {
  auto show = [&user, &alias = user] {
    if (guard(user))
      use(alias); // clean
  };
  show();
}
void partOfOne(User asked) {
  auto show = [asked] {
    if (guard(asked))
      use(User{asked.id, asked.name}); // false tamga-custom-guard
  };
  show();
}

//== Guards: an object without a name
void braces(User asked) {
  if (guard(asked)) {
    use(asked);             // clean
    use(User{73, "other"}); // expect tamga-custom-guard
  }
}
void assigned(User user) {
  if (!guard(user))
    return;
  use(user); // clean
  user = User{54, "other"};
  use(user); // expect tamga-custom-guard
}
void byFactory(User asked) {
  if (guard(asked))
    use(find(asked.id + 1)); // expect tamga-custom-guard
}
void sameAgain(int id) {
  const User &user = find(id);
  if (guard(user))
    use(user); // clean
}
void copyOfIt(User asked) {
  if (guard(asked))
    use(User(asked)); // clean
}
void assignedBack(User user, User other) {
  if (!guard(user))
    return;
  other = User{8, "eve"};
  other = user;
  use(other); // overwritten
}
