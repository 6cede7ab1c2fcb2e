// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// The guard is asked in another function.
#include "Inputs/guards.h"
#include <cstdlib>
#include <exception>
#include <memory>
#include <stdexcept>

//== Guards: returned by a helper
static bool isAllowed(const Person &person) { return guard(person); }
static bool isAdultAllowed(const Person &person) { return person.age > 17 && isAllowed(person); }
static bool isRefused(const Person &person) { return !isAdultAllowed(person); }
static bool isFine(const Person &person) {
  if (person.id == 0)
    return false;
  if (isRefused(person))
    return false;
  note("fine");
  return true;
}
static bool isAnyway(const Person &person) {
  if (!guard(person))
    note("no, but");
  return true;
}
static bool isMaybe(const Person &person) {
  if (coin())
    return true;
  return guard(person);
}
template <class T> static bool isAllowedAs(const T &person) {
  bool ok = false;
  ok = guard(person);
  return ok;
}
void helper(const Person &person) {
  if (isAllowed(person))
    use(person); // clean
}
void helperDeep(const Person &person) {
  if (!isFine(person))
    return;
  use(person); // clean
}
void helperTurned(const Person &person) {
  if (isRefused(person))
    use(person); // expect tamga-custom-guard
}
void helperAnyway(const Person &person) {
  if (isAnyway(person))
    use(person); // expect tamga-custom-guard
}
void helperMaybe(const Person &person) {
  if (isMaybe(person))
    use(person); // expect tamga-custom-guard
}
void helperTemplate(const Person &person) {
  if (isAllowedAs(person))
    use(person); // clean
}
static bool countdown(const Person &person, int turns) {
  if (turns == 0)
    return guard(person);
  return countdown(person, turns - 1);
}
void helperRecursive(const Person &person) {
  if (countdown(person, 3))
    use(person); // clean
}
static void ask(const Person &person, bool &ok) { ok = guard(person); }
void helperOut(const Person &person) {
  bool ok = false;
  ask(person, ok);
  if (ok)
    use(person); // clean
}
static void askOther(const Person &person, bool &ok) {
  guard(person);
  ok = coin();
}
void helperOutWrong(const Person &person) {
  bool ok = false;
  askOther(person, ok);
  if (ok)
    use(person); // expect tamga-custom-guard
}
class Registry {
public:
  bool allows(const Person &person) const { return guard(person); }
  bool knows(const Person &person) const { return person.id != 0; }
};
void helperMember(const Person &person, const Registry &registry) {
  if (registry.allows(person))
    use(person); // clean
  if (registry.knows(person))
    use(person); // expect tamga-custom-guard
}
static bool chosen(const Person &person) { return coin() ? guard(person) : false; }
void helperChosen(const Person &person) {
  if (chosen(person))
    use(person); // clean
}

//== Guards: helper with an enum
enum class Answer { yes, no, unknown };
static Answer answerOf(const Person &person) {
  if (person.id == 0)
    return Answer::unknown;
  return guard(person) ? Answer::yes : Answer::no;
}
void enumYes(const Person &person) {
  if (answerOf(person) == Answer::yes)
    use(person); // clean
}
void enumNo(const Person &person) {
  if (answerOf(person) == Answer::no)
    use(person); // expect tamga-custom-guard
}
void enumNotNo(const Person &person) {
  if (answerOf(person) != Answer::no)
    use(person); // expect tamga-custom-guard
}
void enumLeave(const Person &person) {
  if (answerOf(person) != Answer::yes)
    return;
  use(person); // clean
}
void enumSwitch(const Person &person) {
  switch (answerOf(person)) {
  case Answer::yes: use(person); break; // clean
  case Answer::no: use(person); break;  // expect tamga-custom-guard
  case Answer::unknown: break;
  }
}
void enumFallthrough(const Person &person) {
  switch (answerOf(person)) {
  case Answer::unknown: note("unknown"); [[fallthrough]];
  case Answer::yes: use(person); break; // expect tamga-custom-guard
  default: break;
  }
}
void enumKept(const Person &person) {
  const Answer answer = answerOf(person);
  note("asked");
  const bool ok = answer == Answer::yes;
  if (ok)
    use(person); // clean
}

//== Guards: ternary
void ternary(const Person &person) { guard(person) ? use(person) : note("no"); } // clean
void ternaryElse(const Person &person) {
  guard(person) ? note("yes") : use(person); // expect tamga-custom-guard
}
void ternaryDenied(const Person &person) { denied(person) ? note("no") : use(person); } // clean
void ternaryKept(const Person &person) {
  bool ok = person.age > 17 ? guard(person) : false;
  if (ok)
    use(person); // clean
}
void ternaryKeptWrong(const Person &person) {
  bool ok = person.age > 17 ? guard(person) : true;
  if (ok)
    use(person); // expect tamga-custom-guard
}
void ternarySubject(const Person &first, const Person &second) {
  require(first);
  require(second);
  use(coin() ? first : second); // clean
}
void ternarySubjectWrong(const Person &first, const Person &second) {
  require(first);
  use(coin() ? first : second); // expect tamga-custom-guard
}

//== Guards: throwing helper
static void mustAllow(const Person &person) {
  if (!guard(person))
    throw std::runtime_error("no consent");
}
static void mustBeAdult(const Person &person) {
  if (person.age < 18)
    throw std::invalid_argument("child");
}
static const Person &allowedOnly(const Person &person) {
  mustBeAdult(person);
  mustAllow(person);
  return person;
}
void throwing(const Person &person) {
  mustAllow(person);
  use(person); // clean
}
void throwingOther(const Person &person) {
  mustBeAdult(person);
  use(person); // expect tamga-custom-guard
}
void throwingLate(const Person &person) {
  use(person); // expect tamga-custom-guard
  mustAllow(person);
}
void throwingPassed(const Person &person) { use(allowedOnly(person)); } // clean
void throwingLogged(const Person &person) {
  try {
    mustAllow(person);
    use(person); // clean
  } catch (const std::exception &error) {
    note(error.what());
  }
}
void throwingSome(const Person &person) {
  if (person.age < 18)
    mustAllow(person);
  use(person); // expect tamga-custom-guard
}

//== Guards: aborting helper
static void abortUnless(bool ok) {
  if (!ok)
    std::abort();
}
static void exitUnlessAllowed(const Person &person) {
  if (denied(person)) {
    note("no");
    std::exit(1);
  }
}
static void warnUnless(bool ok) {
  if (!ok)
    note("no");
}
[[noreturn]] static void fatal(const char *text) {
  note(text);
  std::terminate();
}
void aborting(const Person &person) {
  abortUnless(guard(person));
  use(person); // clean
}
void exiting(const Person &person) {
  exitUnlessAllowed(person);
  use(person); // clean
}
void fatally(const Person &person) {
  if (!guard(person))
    fatal("no");
  use(person); // clean
}
void warning(const Person &person) {
  warnUnless(guard(person));
  use(person); // expect tamga-custom-guard
}
void abortingTurned(const Person &person) {
  abortUnless(!guard(person));
  use(person); // expect tamga-custom-guard
}
void abortingOther(const Person &person) {
  abortUnless(person.age > 17);
  use(person); // expect tamga-custom-guard
}

//== Guards: RAII token
class Permit {
public:
  explicit Permit(const Person &person) {
    if (!guard(person))
      throw std::runtime_error("no");
  }
  ~Permit() { note("returned"); }
};
class Entry {
public:
  explicit Entry(const Person &person) : id(person.id) { note("entered"); }
  ~Entry() { require(id); }
  int id;
};
class PermitFor : public Permit {
public:
  PermitFor(const Person &person, const char *purpose) : Permit(person), purpose(purpose) {}
  const char *purpose;
};
void token(const Person &person) {
  Permit permit(person);
  use(person); // clean
}
void tokenDerived(const Person &person) {
  PermitFor permit{person, "research"};
  use(person); // clean
}
void tokenHeap(const Person &person) {
  auto permit = std::make_unique<Permit>(person);
  use(person); // clean
}
void tokenNone(const Person &person) {
  Entry entry(person);
  use(person); // expect tamga-custom-guard
}
void tokenLater(const Person &person) {
  use(person); // expect tamga-custom-guard
  Permit permit(person);
}
void tokenOther(const Person &person, const Person &friendOf) {
  Permit permit(friendOf);
  use(person); // expect tamga-custom-guard
}
class Asked {
public:
  explicit Asked(const Person &person) : ok(guard(person)) {}
  explicit operator bool() const { return ok; }
  bool refused() const { return !ok; }

private:
  bool ok;
};
void tokenTested(const Person &person) {
  if (Asked asked{person})
    use(person); // clean
}
void tokenRefused(const Person &person) {
  Asked asked(person);
  if (asked.refused())
    return;
  use(person); // clean
}
void tokenUntested(const Person &person) {
  Asked asked(person);
  use(person); // expect tamga-custom-guard
}

//== Guards: inside a try
void tryGoesOn(const Person &person) {
  try {
    mustAllow(person);
  } catch (const std::exception &) {
    note("no");
  }
  use(person); // expect tamga-custom-guard
}
void tryLeaves(const Person &person) {
  try {
    mustAllow(person);
  } catch (const std::exception &) {
    return;
  }
  use(person); // clean
}
void tryRethrows(const Person &person) {
  try {
    mustAllow(person);
  } catch (...) {
    note("no");
    throw;
  }
  use(person); // clean
}
void tryHandler(const Person &person) {
  try {
    mustAllow(person);
  } catch (...) {
    use(person); // expect tamga-custom-guard
  }
}
void tryToken(const Person &person) {
  try {
    Permit permit(person);
  } catch (...) {
  }
  use(person); // expect tamga-custom-guard
}
void tryFlag(const Person &person) {
  bool ok = false;
  try {
    mustAllow(person);
    ok = true;
  } catch (...) {
    note("no");
  }
  if (ok)
    use(person); // clean
}
void tryOneHandler(const Person &person) {
  try {
    mustAllow(person);
  } catch (const std::logic_error &) {
    return;
  } catch (const std::runtime_error &) {
    note("no");
  }
  use(person); // expect tamga-custom-guard
}
void tryInner(const Person &person) {
  require(person);
  try {
    mustBeAdult(person);
  } catch (...) {
    note("child");
  }
  use(person); // clean
}
