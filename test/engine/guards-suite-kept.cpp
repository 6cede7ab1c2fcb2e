// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// The guard's result is kept before it is asked for.
#include "Inputs/guards.h"

//== Guards: result in a variable
void kept(const Person &person) {
  bool ok = guard(person);
  note("asked");
  if (ok)
    use(person); // clean
}
void keptTurned(const Person &person) {
  const bool refused = !guard(person);
  if (refused)
    return;
  use(person); // clean
}
void keptWrong(const Person &person) {
  auto ok = guard(person);
  if (!ok)
    use(person); // expect tamga-custom-guard
}
void keptCopied(const Person &person) {
  bool first = guard(person), second = first;
  if (second)
    use(person); // clean
}
void keptNumber(const Person &person) {
  int ok = guard(person);
  if (ok != 0)
    use(person); // clean
  if (ok == 0)
    use(person); // expect tamga-custom-guard
}
void keptOverwritten(const Person &person) {
  bool ok = guard(person);
  ok = coin();
  if (ok)
    use(person); // expect tamga-custom-guard
}
void keptRenewed(const Person &person) {
  bool ok = coin();
  ok = guard(person);
  if (ok)
    use(person); // clean
}
void keptOther(const Person &person) {
  bool ok = guard(person), open = coin();
  note(ok ? "yes" : "no");
  if (open)
    use(person); // expect tamga-custom-guard
}
void keptAnd(const Person &person) {
  bool ok = true;
  ok = ok && guard(person);
  if (ok)
    use(person); // clean
}
void keptAndAssign(const Person &person) {
  bool ok = person.age > 17;
  ok &= guard(person);
  if (ok)
    use(person); // clean
}
void keptOrAssign(const Person &person) {
  bool ok = person.age > 17;
  ok |= guard(person);
  if (ok)
    use(person); // expect tamga-custom-guard
}
void keptBitAnd(const Person &person) {
  bool ok = (person.age > 17) & guard(person);
  if (ok)
    use(person); // clean
}
void keptRefusals(const Person &person) {
  bool refused = person.age < 18;
  refused |= denied(person);
  if (!refused)
    use(person); // clean
}

//== Guards: result in a field
struct Session {
  bool ok = false;
  int turns = 0;
};
void field(const Person &person) {
  Session session;
  session.ok = guard(person);
  if (session.ok)
    use(person); // clean
}
void fieldOther(const Person &person) {
  Session session;
  session.ok = guard(person);
  if (session.turns == 0)
    use(person); // expect tamga-custom-guard
}
void fieldOut(const Person &person, Session &session) {
  session.ok = guard(person);
  note("asked");
  if (!session.ok)
    return;
  use(person); // clean
}
void fieldOutStale(const Person &person, Session &session) {
  if (session.ok)
    use(person); // expect tamga-custom-guard
  session.ok = guard(person);
}
void fieldPointer(const Person &person, Session *session) {
  session->ok = guard(person);
  session->turns++;
  if (session->ok)
    use(person); // clean
}
void fieldOverwritten(const Person &person, Session *session) {
  session->ok = guard(person);
  session->ok = true;
  if (session->ok)
    use(person); // expect tamga-custom-guard
}
void fieldNested(const Person &person) {
  struct {
    Session inner;
    int count;
  } outer{};
  outer.inner.ok = guard(person);
  outer.count = 1;
  if (outer.inner.ok)
    use(person); // clean
}
void fieldCopied(const Person &person) {
  Session first;
  first.ok = guard(person);
  Session second = first;
  if (second.ok)
    use(person); // clean
}
void fieldTwo(const Person &person) {
  Session asked, open;
  asked.ok = guard(person);
  open.ok = coin();
  if (open.ok)
    use(person); // expect tamga-custom-guard
}
void fieldList(const Person &person) {
  Session session{guard(person), 3};
  if (session.ok)
    use(person); // clean
}
class Desk {
public:
  void serve(const Person &person) {
    allowed = guard(person);
    if (allowed)
      use(person); // clean
  }
  void serveBlind(const Person &person) {
    allowed = guard(person);
    if (busy)
      use(person); // expect tamga-custom-guard
  }
  void serveLater(const Person &person) {
    if (allowed)
      use(person); // expect tamga-custom-guard
  }

private:
  bool allowed = false, busy = false;
};

//== Guards: flag set on one branch
void flag(const Person &person) {
  bool ok = false;
  if (guard(person))
    ok = true;
  if (ok)
    use(person); // clean
}
void flagCall(const Person &person) {
  bool ok = false;
  if (coin())
    ok = guard(person);
  if (!ok)
    return;
  use(person); // clean
}
void flagAlso(const Person &person) {
  bool ok = false;
  if (guard(person))
    ok = true;
  else if (coin())
    ok = true;
  if (ok)
    use(person); // expect tamga-custom-guard
}
void flagTrue(const Person &person) {
  bool ok = true;
  if (coin())
    ok = guard(person);
  if (ok)
    use(person); // expect tamga-custom-guard
}
void flagCleared(const Person &person) {
  bool ok = true;
  if (!guard(person))
    ok = false;
  if (ok)
    use(person); // clean
}
void flagBoth(const Person &person) {
  bool ok;
  if (coin())
    ok = guard(person);
  else
    ok = !denied(person);
  if (ok)
    use(person); // clean
}
void flagWrong(const Person &person) {
  bool ok = false;
  if (guard(person))
    note("yes");
  else
    ok = true;
  if (ok)
    use(person); // expect tamga-custom-guard
}
void flagSwitch(const Person &person) {
  bool ok = false;
  switch (pick()) {
  case 1: ok = guard(person); break;
  case 2: ok = guard(person) && coin(); break;
  default: break;
  }
  if (ok)
    use(person); // clean
}
void flagField(const Person &person) {
  Session session;
  if (guard(person))
    session.ok = true;
  if (session.ok)
    use(person); // clean
}
void flagNumber(const Person &person) {
  int level = 0;
  if (guard(person))
    level = 2;
  if (level == 2)
    use(person); // clean
  if (level >= 0)
    use(person); // expect tamga-custom-guard
}
void flagLevels(const Person &person) {
  int level = 0;
  if (guard(person))
    level = 2;
  else if (coin())
    level = 1;
  if (level > 1)
    use(person); // clean
  if (level > 0)
    use(person); // expect tamga-custom-guard
}
void flagReset(const Person &person) {
  bool ok = false;
  if (guard(person))
    ok = true;
  ok = coin();
  if (ok)
    use(person); // expect tamga-custom-guard
}
void flagPointer(const Person &person) {
  const Person *allowed = nullptr;
  if (guard(person))
    allowed = &person;
  if (allowed)
    use(*allowed); // clean
}

//== Guards: correlated conditions
void sameCondition(const Person &person, bool loud) {
  if (loud)
    require(person);
  note("between");
  if (loud)
    use(person); // clean
}
void oppositeCondition(const Person &person, bool loud) {
  if (loud)
    require(person);
  if (!loud)
    use(person); // expect tamga-custom-guard
}
void changedCondition(const Person &person, bool loud) {
  if (loud)
    require(person);
  loud = coin();
  if (loud)
    use(person); // expect tamga-custom-guard
}
void leavesOnCondition(const Person &person, bool adult) {
  if (adult && !guard(person))
    return;
  if (adult)
    use(person); // clean
}
void leavesOnOther(const Person &person, bool adult, bool loud) {
  if (adult && !guard(person))
    return;
  if (loud)
    use(person); // expect tamga-custom-guard
}
void exemptCondition(const Person &person, bool exempt) {
  if (!exempt)
    require(person);
  if (exempt)
    note("nothing to keep");
  else
    use(person); // clean
}
void conditionInField(const Person &person, const Session &session) {
  if (session.ok)
    require(person);
  if (session.ok)
    use(person); // clean
}
void conditionSwitch(const Person &person, int mode) {
  if (mode == 2)
    require(person);
  switch (mode) {
  case 1: use(person); break; // expect tamga-custom-guard
  case 2: use(person); break; // clean
  default: break;
  }
}
void conditionCompared(const Person &person, int mode) {
  if (mode > 2)
    require(person);
  if (mode > 2)
    use(person); // clean
  if (mode > 1)
    use(person); // expect tamga-custom-guard
}
void conditionKept(const Person &person) {
  const bool store = coin();
  if (store && !guard(person))
    return;
  note("between");
  if (store)
    use(person); // clean
}

//== Guards: compared with true or a constant
void comparedTrue(const Person &person) {
  if (guard(person) == true)
    use(person); // clean
}
void comparedFalse(const Person &person) {
  if (guard(person) == false)
    use(person); // expect tamga-custom-guard
}
void comparedNotFalse(const Person &person) {
  if (false != guard(person))
    use(person); // clean
}
void comparedNotTrue(const Person &person) {
  if (guard(person) != true)
    return;
  use(person); // clean
}
void comparedNotTrueWrong(const Person &person) {
  if (guard(person) != true)
    use(person); // expect tamga-custom-guard
}
void comparedKept(const Person &person) {
  bool ok = guard(person) == true;
  if (ok == true)
    use(person); // clean
  if (ok == false)
    use(person); // expect tamga-custom-guard
}
void comparedTwice(const Person &person) {
  if ((guard(person) == true) == false)
    use(person); // expect tamga-custom-guard
}
void doubleNot(const Person &person) {
  if (!!guard(person))
    use(person); // clean
}

//== Guards: error codes
constexpr int allowedCode = 1;
#define CONSENT_OK 1
void code(const Person &person) {
  if (status(person) == allowedCode)
    use(person); // clean
}
void codeMacro(const Person &person) {
  int result = status(person);
  if (result != CONSENT_OK) {
    note("no");
    return;
  }
  use(person); // clean
}
void codeWrong(const Person &person) {
  if (status(person) != allowedCode)
    use(person); // expect tamga-custom-guard
}
void codeOther(const Person &person) {
  if (status(person) == 2)
    use(person); // expect tamga-custom-guard
}
void codeNotZero(const Person &person) {
  if (status(person) != 0)
    use(person); // expect tamga-custom-guard
}
void codeKept(const Person &person) {
  const int result = status(person);
  const bool fine = result == CONSENT_OK;
  if (fine)
    use(person); // clean
}
void codeOk(const Person &person) {
  int result = 0;
  if ((result = status(person)) == 1)
    use(person); // clean
}
static int checkPerson(const Person &person) {
  if (!guard(person))
    return -1;
  if (person.age < 18)
    return -2;
  return 0;
}
void codeHelper(const Person &person) {
  if (checkPerson(person) != 0)
    return;
  use(person); // clean
}
void codeHelperNegative(const Person &person) {
  int result = checkPerson(person);
  if (result < 0)
    return;
  use(person); // clean
}
void codeHelperWrong(const Person &person) {
  if (checkPerson(person) == -2)
    note("child");
  else
    use(person); // expect tamga-custom-guard
}
void codeHelperMinusTwo(const Person &person) {
  if (checkPerson(person) == -2)
    use(person); // clean
}
void codeHelperIgnored(const Person &person) {
  checkPerson(person);
  use(person); // expect tamga-custom-guard
}
