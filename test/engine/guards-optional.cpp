// RUN: %check %s --pack generic -- -std=c++20
// An optional that is there only if the answer was yes.
#include <optional>
#include <string>
struct User {
  int id;
  std::string name;
};
bool guard(const User &user);
void use(const User &user);
std::string source();
void sink(const std::string &text);
bool other();

//== Guards: optionals that stand for an answer
static std::optional<int> ticketFor(const User &user) {
  if (guard(user))
    return 1;
  return std::nullopt;
}
void byNullopt(const User &user) {
  if (ticketFor(user))
    use(user); // clean
  use(user);   // expect tamga-custom-guard
}
void inACondition(const User &user) {
  if (auto ticket = ticketFor(user); ticket.has_value())
    use(user); // clean
  else
    use(user); // expect tamga-custom-guard
}
static std::optional<User> allowed(const User &user) {
  if (!guard(user))
    return {};
  return user;
}
void byBraces(const User &user) {
  std::optional<User> found = allowed(user);
  if (!found)
    return;
  use(*found); // clean
  use(user);   // clean
}
static std::optional<std::string> nameOf(const User &user) {
  std::optional<std::string> result;
  if (guard(user))
    result = user.name;
  return result;
}
void byDefault(const User &user) {
  if (nameOf(user) == std::nullopt) {
    use(user); // expect tamga-custom-guard
    return;
  }
  use(user); // clean
}
static std::optional<int> either(const User &user) {
  if (other())
    return 2;
  if (guard(user))
    return 1;
  return std::nullopt;
}
void onOneWayOnly(const User &user) {
  if (either(user))
    use(user); // expect tamga-custom-guard
}
void emptied(const User &user) {
  std::optional<int> ticket = ticketFor(user);
  ticket = 3;
  if (ticket)
    use(user); // expect tamga-custom-guard
}

//== Guards: optionals of what may be false
static std::optional<bool> mayAnswer(const User &user) {
  if (other())
    return std::nullopt;
  return guard(user);
}
void isThere(const User &user) {
  if (mayAnswer(user))
    use(user); // expect tamga-custom-guard
  if (mayAnswer(user).has_value())
    use(user); // expect tamga-custom-guard
}
void isTrue(const User &user) {
  if (mayAnswer(user).value_or(false))
    use(user); // clean
}
void isThereAndTrue(const User &user) {
  std::optional<bool> answer = mayAnswer(user);
  if (answer && *answer)
    use(user); // clean
  if (answer.has_value())
    use(user); // expect tamga-custom-guard
}
static std::optional<int> zero(const User &user) {
  if (!guard(user))
    return 0;
  return 5;
}
void alwaysThere(const User &user) {
  if (zero(user))
    use(user); // expect tamga-custom-guard
}
static std::optional<int> number(const User &user, int value) {
  if (!guard(user))
    return std::nullopt;
  return value;
}
void aNumber(const User &user, int value) {
  if (number(user, value))
    use(user); // clean
  else
    use(user); // expect tamga-custom-guard
}

//== Guards: optionals compared with an answer
void sameAsTrue(const User &user) {
  if (mayAnswer(user) == true)
    use(user); // clean
  else
    use(user); // expect tamga-custom-guard
}
void notTrue(const User &user) {
  if (mayAnswer(user) != true)
    return;
  use(user); // clean
}
void notFalse(const User &user) {
  if (mayAnswer(user) == false)
    return;
  use(user); // expect tamga-custom-guard
}
void sameAsOther(const User &user) {
  if (mayAnswer(user) == std::optional<bool>(true))
    use(user); // clean
}
void notNothing(const User &user) {
  if (mayAnswer(user) != std::nullopt)
    use(user); // expect tamga-custom-guard
}
static std::optional<bool> answerOf(const User &user) {
  if (guard(user))
    return true;
  return false;
}
void alwaysThereNotFalse(const User &user) {
  if (answerOf(user) == false)
    return;
  use(user); // clean
}
void notAsked(const User &user) {
  std::optional<bool> answer;
  if (other())
    answer = guard(user);
  if (answer != false)
    use(user); // expect tamga-custom-guard
  if (answer == true)
    use(user); // clean
}
void sameAsNumber(const User &user) {
  if (ticketFor(user) == 1)
    use(user); // clean
  if (zero(user) == 5)
    use(user); // clean
  if (zero(user) == 0)
    use(user); // expect tamga-custom-guard
}
void sameAsSome(const User &user, int some) {
  if (ticketFor(user) == some)
    use(user); // clean
  if (ticketFor(user) != some)
    use(user); // expect tamga-custom-guard
}

//== Library: optionals that become empty
void filledLater(bool isAsked) {
  std::optional<std::string> text;
  if (isAsked)
    text = source();
  if (text)
    sink(*text); // expect tamga-custom-flow
}
void filledInPlace() {
  std::optional<std::string> text = std::nullopt;
  text.emplace(source());
  if (text.has_value() && *text != "none")
    sink(text.value()); // expect tamga-custom-flow
}
void throughThePointer() {
  std::optional<User> user = User{};
  user->name = source();
  if (user)
    sink(user->name); // expect tamga-custom-flow
}
void swappedIn() {
  std::optional<std::string> text, full = source();
  text.swap(full);
  if (text)
    sink(*text); // expect tamga-custom-flow
}
void assignedEmpty() {
  std::optional<std::string> text = source();
  text = std::nullopt;
  sink(text.value_or("nobody")); // overwritten
}
void assignedBraces() {
  std::optional<std::string> text = source();
  text = {};
  sink(text.value_or("nobody")); // overwritten
}
void madeAgain() {
  std::optional<std::string> text = source();
  text = std::optional<std::string>();
  sink(text.value_or("nobody")); // overwritten
}
void neverFilled() {
  std::optional<std::string> text;
  sink(text.value_or("nobody")); // clean
}

//== Control: loops that run at least once
void asked(const User &user) {
  for (int turn = 0; turn < 2; ++turn) {
    if (!guard(user))
      return;
  }
  use(user); // clean
}
void cleaned() {
  std::string text = source();
  for (unsigned turn = 3; turn > 0; --turn)
    text = "hello";
  sink(text); // overwritten
}
void askedInvisibly(const User &user, int turns) {
  for (int turn = 0; turn < turns; ++turn)
    if (!guard(user))
      return;
  use(user); // expect tamga-custom-guard
}
void noTurn() {
  std::string text = source();
  for (int turn = 5; turn < 5; ++turn)
    text = "hello";
  sink(text); // expect tamga-custom-flow
}
void leftEarly(const User &user) {
  for (int turn = 0; turn < 2; ++turn) {
    if (other())
      break;
    if (!guard(user))
      return;
  }
  use(user); // expect tamga-custom-guard
}
void onTheSecondTurn() {
  std::string text = "hello", next = "hello";
  for (int turn = 0; turn < 2; ++turn) {
    text = next;
    next = source();
  }
  sink(text); // expect tamga-custom-flow
}
void neverBrought() {
  std::string text = "hello";
  for (int turn = 0; turn != 2; ++turn)
    text += "!";
  sink(text); // clean
}
void continued(const User &user) {
  for (int turn = 0; turn <= 1; ++turn) {
    if (!guard(user))
      continue;
    use(user); // clean
  }
  use(user); // expect tamga-custom-guard
}
