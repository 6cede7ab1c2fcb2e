// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Guards behind functions, objects and exceptions.
#include <cstdlib>
#include <optional>
#include <stdexcept>
struct User {
  int id;
};
bool guard(const User &user);
void require(const User &user);
void withdraw(const User &user);
void use(const User &user);
bool other();

static bool allowed(const User &user) { return guard(user); }
static bool twoDeep(const User &user) { return other() && allowed(user); }
static bool negated(const User &user) { return !guard(user); }
static bool either(const User &user) { return guard(user) || other(); }
static bool steps(const User &user) {
  if (!guard(user))
    return false;
  return true;
}
static bool lies(const User &user) {
  guard(user);
  return true;
}
void byResult(const User &user) {
  if (allowed(user))
    use(user);
  if (twoDeep(user))
    use(user);
  if (!negated(user))
    use(user);
  if (steps(user))
    use(user);
}
void byResultWrong(const User &user) {
  if (negated(user))
    use(user); // expect tamga-custom-guard
}
void byEither(const User &user) {
  if (either(user))
    use(user); // expect tamga-custom-guard
}
void byLie(const User &user) {
  if (lies(user))
    use(user); // expect tamga-custom-guard
}
static void orThrow(const User &user) {
  if (!guard(user))
    throw std::runtime_error("no");
}
static void orAbort(const User &user) {
  if (!guard(user))
    std::abort();
}
static void orLog(const User &user) {
  if (!guard(user))
    other();
}
void byThrowing(const User &user) {
  orThrow(user);
  use(user);
}
void byAborting(const User &user) {
  orAbort(user);
  use(user);
}
void byLogging(const User &user) {
  orLog(user);
  use(user); // expect tamga-custom-guard
}
void inTry(const User &user) {
  try {
    orThrow(user);
  } catch (const std::exception &) {
  }
  use(user); // expect tamga-custom-guard
}
void inTryWhole(const User &user) {
  try {
    orThrow(user);
    use(user);
  } catch (const std::exception &) {
  }
}
void handlerReturns(const User &user) {
  try {
    orThrow(user);
  } catch (...) {
    return;
  }
  use(user);
}
class Token {
public:
  explicit Token(const User &user) {
    if (!guard(user))
      throw std::runtime_error("no");
  }
};
class Label {
public:
  explicit Label(const User &user) : id(user.id) {}
  int id;
};
void byToken(const User &user) {
  Token token(user);
  use(user);
}
void byLabel(const User &user) {
  Label label(user);
  use(user); // expect tamga-custom-guard
}
void tokenInTry(const User &user) {
  try {
    Token token(user);
  } catch (...) {
  }
  use(user); // expect tamga-custom-guard
}
class Session {
public:
  explicit Session(const User &user) : user(user), ok(guard(user)) {}
  bool isOk() const { return ok; }
  const User &user;
  bool ok;
};
void byField(const User &user) {
  Session session(user);
  if (session.ok)
    use(user);
  if (session.isOk())
    use(user);
  if (!session.isOk())
    use(user); // expect tamga-custom-guard
}
static void checked(const User &user) { use(user); }
static void checkedTwice(const User &user) { checked(user); }
void callerChecks(const User &user) {
  if (guard(user))
    checkedTwice(user);
}
static void mostly(const User &user) { use(user); } // expect tamga-custom-guard
void firstCaller(const User &user) {
  if (guard(user))
    mostly(user);
}
void secondCaller(const User &user) { mostly(user); }
void lambdaChecks(const User &user) {
  auto ok = [&] { return guard(user); };
  if (ok())
    use(user);
  auto no = [&] { return other(); };
  if (no())
    use(user); // expect tamga-custom-guard
}
void usedInLambda(const User &user) {
  auto run = [&] { use(user); };
  if (guard(user))
    run();
}
void usedInLambdaUnguarded(const User &user) {
  auto run = [&] { use(user); }; // expect tamga-custom-guard
  run();
}
enum class Answer { yes, no };
static Answer ask(const User &user) { return guard(user) ? Answer::yes : Answer::no; }
void byEnum(const User &user) {
  if (ask(user) == Answer::yes)
    use(user);
  if (ask(user) == Answer::no)
    use(user); // expect tamga-custom-guard
  switch (ask(user)) {
  case Answer::yes: use(user); break;
  case Answer::no: use(user); // expect tamga-custom-guard
  }
}
static bool check(const User &user, bool *ok) {
  *ok = guard(user);
  return true;
}
void byOutParameter(const User &user) {
  bool ok = false;
  check(user, &ok);
  if (ok)
    use(user);
}
void withdrawn(const User &user) {
  require(user);
  use(user);
  withdraw(user);
  use(user); // expect tamga-custom-guard
}
