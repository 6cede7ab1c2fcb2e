// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// The guard's result is part of a bigger one.
#include "Inputs/guards.h"
#include <optional>
#include <utility>

//== Guards: optional-like results
static std::optional<Person> find(const Person &person) {
  if (!guard(person))
    return std::nullopt;
  return person;
}
static std::optional<Person> findAny(const Person &person) {
  if (person.id == 0)
    return {};
  return person;
}
void optionalTested(const Person &person) {
  if (auto found = find(person))
    use(person); // clean
}
void optionalHasValue(const Person &person) {
  auto found = find(person);
  if (!found.has_value())
    return;
  use(*found); // clean
}
void optionalWrong(const Person &person) {
  auto found = find(person);
  if (!found)
    use(person); // expect tamga-custom-guard
}
void optionalUntested(const Person &person) {
  auto found = find(person);
  use(person); // expect tamga-custom-guard
}
void optionalAny(const Person &person) {
  if (auto found = findAny(person))
    use(*found); // expect tamga-custom-guard
}
static const Person *pointerOf(const Person &person) { return guard(person) ? &person : nullptr; }
void pointerTested(const Person &person) {
  const Person *allowed = pointerOf(person);
  if (allowed == nullptr)
    return;
  use(*allowed); // clean
}
void pointerNull(const Person &person) {
  if (!pointerOf(person))
    use(person); // expect tamga-custom-guard
}
struct Outcome {
  bool ok;
  const char *text;
};
static Outcome outcomeOf(const Person &person) {
  if (!guard(person))
    return {false, "refused"};
  return {true, ""};
}
void structTested(const Person &person) {
  Outcome outcome = outcomeOf(person);
  if (outcome.ok)
    use(person); // clean
}
void structBound(const Person &person) {
  auto [ok, text] = outcomeOf(person);
  if (!ok) {
    note(text);
    return;
  }
  use(person); // clean
}
void structUntested(const Person &person) {
  Outcome outcome = outcomeOf(person);
  note(outcome.text);
  use(person); // expect tamga-custom-guard
}
class Result {
public:
  static Result of(const Person &person) {
    Result result;
    result.code = guard(person) ? 0 : 7;
    return result;
  }
  bool ok() const { return code == 0; }
  explicit operator bool() const { return ok(); }
  int code = -1;
};
void resultTested(const Person &person) {
  if (Result::of(person).ok())
    use(person); // clean
}
void resultConverted(const Person &person) {
  Result result = Result::of(person);
  if (!result)
    return;
  use(person); // clean
}
void resultWrong(const Person &person) {
  Result result = Result::of(person);
  if (!result.ok())
    use(person); // expect tamga-custom-guard
}
void resultCode(const Person &person) {
  Result result = Result::of(person);
  if (result.code == 7)
    return;
  use(person); // clean
}
struct Reply {
  struct {
    int code = -1;
    const char *text = "";
  } status;
};
static Reply replyTo(const Person &person) {
  Reply reply;
  if (guard(person))
    reply.status.code = 200;
  else
    reply.status.text = "refused";
  return reply;
}
void replyTested(const Person &person) {
  const Reply reply = replyTo(person);
  if (reply.status.code == 200)
    use(person); // clean
  if (reply.status.code != 200)
    use(person); // expect tamga-custom-guard
}
static std::pair<bool, int> pairOf(const Person &person) { return {guard(person), person.age}; }
void pairTested(const Person &person) {
  auto [ok, age] = pairOf(person);
  if (ok)
    use(person); // clean
  if (age > 17)
    use(person); // expect tamga-custom-guard
}
