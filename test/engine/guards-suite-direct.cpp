// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// The guard stands in the condition itself.
#include "Inputs/guards.h"

//== Guards: if (ok)
void save(const Person &person) {
  if (guard(person))
    use(person); // clean
}
void saveWrongSide(const Person &person) {
  if (guard(person))
    note("asked");
  else
    use(person); // expect tamga-custom-guard
}
void saveNever(const Person &person) {
  if (coin())
    use(person); // expect tamga-custom-guard
}
void saveBoth(const Person &person) {
  if (guard(person)) {
    note("first");
    use(person); // clean
  } else {
    note("second");
    use(person); // expect tamga-custom-guard
  }
}
void saveElse(const Person &person) {
  if (denied(person))
    note("no");
  else
    use(person); // clean
}
void saveChain(const Person &person) {
  if (person.age < 18)
    note("child");
  else if (guard(person))
    use(person); // clean
  else
    use(person); // expect tamga-custom-guard
}
void saveChainLast(const Person &person) {
  if (coin())
    use(person); // expect tamga-custom-guard
  else if (denied(person))
    note("no");
  else
    use(person); // clean
}
void saveInit(const Person &person) {
  if (int age = person.age; age > 18 && guard(person))
    use(person); // clean
}

//== Guards: if (!ok) return
void leave(const Person &person) {
  if (!guard(person))
    return;
  use(person); // clean
}
int leaveValue(const Person &person) {
  if (!guard(person)) {
    note("no");
    return -1;
  }
  note("yes");
  use(person); // clean
  return 0;
}
void leaveForgotten(const Person &person) {
  if (!guard(person)) {
    note("no");
  }
  use(person); // expect tamga-custom-guard
}
void leaveTurned(const Person &person) {
  if (guard(person))
    return;
  use(person); // expect tamga-custom-guard
}
void leaveLate(const Person &person) {
  use(person); // expect tamga-custom-guard
  if (!guard(person))
    return;
  note("done");
}
void leaveThrow(const Person &person) {
  if (!guard(person))
    throw 1;
  use(person); // clean
}
void leaveQuit(const Person &person) {
  if (denied(person))
    quit();
  use(person); // clean
}
bool leaveSome(const Person &person) {
  if (person.id == 0)
    return false;
  if (person.age > 17 && !guard(person))
    return false;
  use(person); // expect tamga-custom-guard
  return true;
}
void leaveGoto(const Person &person) {
  if (!guard(person))
    goto out;
  use(person); // clean
out:
  note("out");
}
void leaveGotoWrong(const Person &person) {
  if (guard(person))
    goto out;
  note("not asked");
out:
  use(person); // expect tamga-custom-guard
}

//== Guards: &&
void both(const Person &person) {
  if (coin() && guard(person))
    use(person); // clean
}
void bothTurned(const Person &person) {
  if (guard(person) && person.age > 17 && coin())
    use(person); // clean
}
void bothNot(const Person &person) {
  if (coin() && !guard(person))
    use(person); // expect tamga-custom-guard
}
void bothElse(const Person &person) {
  if (coin() && guard(person))
    note("yes");
  else
    use(person); // expect tamga-custom-guard
}
void bothAfter(const Person &person) {
  if (coin() && guard(person))
    note("yes");
  use(person); // expect tamga-custom-guard
}
bool bothUsed(const Person &person) { return guard(person) && (use(person), true); } // clean
bool bothUsedFirst(const Person &person) {
  return (use(person), true) && guard(person); // expect tamga-custom-guard
}
void bothKept(const Person &person) {
  bool ok = person.age > 17 && guard(person) && !denied(person);
  if (ok)
    use(person); // clean
}

//== Guards: ||
void either(const Person &person) {
  if (coin() || guard(person))
    use(person); // expect tamga-custom-guard
}
void eitherTurned(const Person &person) {
  if (guard(person) || person.age > 17)
    use(person); // expect tamga-custom-guard
}
void eitherBoth(const Person &person) {
  if (guard(person) || status(person) == 1)
    use(person); // clean
}
void eitherElse(const Person &person) {
  if (coin() || denied(person))
    return;
  use(person); // clean
}
void eitherNot(const Person &person) {
  if (!guard(person) || coin())
    note("no");
  else
    use(person); // clean
}
bool eitherUsed(const Person &person) {
  return guard(person) || (use(person), false); // expect tamga-custom-guard
}
bool eitherUsedNot(const Person &person) {
  return denied(person) || (use(person), false); // clean
}
void eitherKept(const Person &person) {
  bool ok = guard(person) || coin();
  if (ok)
    use(person); // expect tamga-custom-guard
}

//== Guards: De Morgan
void morgan(const Person &person) {
  if (!(coin() || !guard(person)))
    use(person); // clean
}
void morganLeave(const Person &person) {
  if (!(guard(person) && person.age > 17))
    return;
  use(person); // clean
}
void morganWrong(const Person &person) {
  if (!(coin() && !guard(person)))
    use(person); // expect tamga-custom-guard
}
void morganWrongLeave(const Person &person) {
  if (!(guard(person) || coin()))
    return;
  use(person); // expect tamga-custom-guard
}
void morganDeep(const Person &person) {
  if (!(!(coin() && guard(person)) || person.id == 0))
    use(person); // clean
}
void morganKept(const Person &person) {
  const bool refused = !guard(person), young = person.age < 18;
  if (!(refused || young))
    use(person); // clean
  if (!(refused && young))
    use(person); // expect tamga-custom-guard
}

//== Guards: nested conditions
void nested(const Person &person) {
  if (person.age > 17) {
    if (guard(person)) {
      if (coin())
        use(person); // clean
      else
        note("not now");
    }
  }
}
void nestedOuter(const Person &person) {
  if (guard(person)) {
    for (int turn = 0; turn < 3; ++turn)
      if (coin())
        use(person); // clean
  }
}
void nestedLeave(const Person &person) {
  if (person.age > 17) {
    if (!guard(person))
      return;
  }
  use(person); // expect tamga-custom-guard
}
void nestedAllLeave(const Person &person) {
  if (person.age > 17) {
    if (!guard(person))
      return;
  } else if (denied(person)) {
    return;
  }
  use(person); // clean
}
void nestedInner(const Person &person) {
  if (coin()) {
    if (guard(person))
      note("yes");
    use(person); // expect tamga-custom-guard
  }
}
void nestedDangling(const Person &person) {
  if (coin())
    if (guard(person))
      note("yes");
    else
      use(person); // expect tamga-custom-guard
}

//== Guards: on one branch only
void oneBranch(const Person &person) {
  if (coin())
    require(person);
  use(person); // expect tamga-custom-guard
}
void twoBranches(const Person &person) {
  if (coin())
    require(person);
  else if (!guard(person))
    return;
  use(person); // clean
}
void oneCase(const Person &person) {
  switch (pick()) {
  case 0: require(person); break;
  case 1: note("one"); break;
  default: return;
  }
  use(person); // expect tamga-custom-guard
}
void allCases(const Person &person) {
  switch (pick()) {
  case 0: require(person); break;
  case 1:
    if (denied(person))
      return;
    break;
  default: return;
  }
  use(person); // clean
}
void oneBranchUsed(const Person &person) {
  if (coin()) {
    require(person);
    use(person); // clean
  } else {
    use(person); // expect tamga-custom-guard
  }
}
void beforeBranches(const Person &person) {
  require(person);
  if (coin())
    note("a");
  else
    note("b");
  use(person); // clean
}

//== Guards: result ignored
void ignored(const Person &person) {
  guard(person);
  use(person); // expect tamga-custom-guard
}
void ignoredVoid(const Person &person) {
  (void)guard(person);
  use(person); // expect tamga-custom-guard
}
void ignoredKept(const Person &person) {
  [[maybe_unused]] bool ok = guard(person);
  use(person); // expect tamga-custom-guard
}
void ignoredLogged(const Person &person) {
  note(guard(person) ? "yes" : "no");
  use(person); // expect tamga-custom-guard
}
void notIgnored(const Person &person) {
  require(person);
  use(person); // clean
}
void ignoredThenAsked(const Person &person) {
  (void)guard(person);
  if (guard(person))
    use(person); // clean
}
void loggedAndAsked(const Person &person) {
  bool ok = guard(person);
  note(ok ? "yes" : "no");
  if (ok)
    use(person); // clean
}

//== Guards: after the use
void tooLate(const Person &person) {
  use(person); // expect tamga-custom-guard
  require(person);
}
void tooLateResult(const Person &person) {
  use(person); // expect tamga-custom-guard
  if (!guard(person))
    note("sorry");
}
void tooLateOnce(const Person &person) {
  use(person); // expect tamga-custom-guard
  require(person);
  use(person); // clean
}
void inTime(const Person &person) {
  require(person);
  use(person); // clean
  note("used");
}
void inTimeTwice(const Person &person) {
  if (!guard(person))
    return;
  use(person); // clean
  (void)guard(person);
}
