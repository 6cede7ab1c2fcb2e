// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// One guard, every way to ask for it.
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

void ifTrue(const User &user) {
  if (guard(user))
    use(user);
}
void ifFalse(const User &user) {
  if (!guard(user))
    use(user); // expect tamga-custom-guard
}
void elseBranch(const User &user) {
  if (!guard(user)) {
  } else
    use(user);
}
void earlyReturn(const User &user) {
  if (!guard(user))
    return;
  use(user);
}
void noReturn(const User &user) {
  if (!guard(user))
    other();
  use(user); // expect tamga-custom-guard
}
void quits(const User &user) {
  if (!guard(user))
    quit();
  use(user);
}
void throws(const User &user) {
  if (!guard(user))
    throw 1;
  use(user);
}
void conjunction(const User &user) {
  if (other() && guard(user))
    use(user);
  if (guard(user) && other())
    use(user);
}
void disjunction(const User &user) {
  if (other() || guard(user))
    use(user); // expect tamga-custom-guard
}
void deMorgan(const User &user) {
  if (!(other() || !guard(user)))
    use(user);
  if (!other() || !guard(user))
    return;
  use(user);
}
void deMorganWrong(const User &user) {
  if (!other() && !guard(user))
    return;
  use(user); // expect tamga-custom-guard
}
void nested(const User &user) {
  if (other()) {
    if (guard(user)) {
      if (other())
        use(user);
    }
  }
}
void nestedWrong(const User &user) {
  if (other()) {
    if (!guard(user))
      return;
  }
  use(user); // expect tamga-custom-guard
}
void variable(const User &user) {
  bool ok = guard(user);
  if (ok)
    use(user);
  if (!ok)
    use(user); // expect tamga-custom-guard
}
void variableOverwritten(const User &user) {
  bool ok = guard(user);
  ok = other();
  if (ok)
    use(user); // expect tamga-custom-guard
}
void combined(const User &user) {
  bool ok = guard(user) && other();
  if (ok)
    use(user);
  bool weak = guard(user) || other();
  if (weak)
    use(user); // expect tamga-custom-guard
}
void flag(const User &user) {
  bool ok = false;
  if (other())
    ok = guard(user);
  if (ok)
    use(user);
}
void flagAlsoElsewhere(const User &user) {
  bool ok = false;
  if (other())
    ok = guard(user);
  else
    ok = true;
  if (ok)
    use(user); // expect tamga-custom-guard
}
void flagSet(const User &user) {
  bool ok = false;
  if (guard(user))
    ok = true;
  if (!ok)
    return;
  use(user);
}
void compared(const User &user) {
  if (guard(user) == true)
    use(user);
  if (guard(user) != false)
    use(user);
  if (guard(user) == false)
    use(user); // expect tamga-custom-guard
}
void number(const User &user) {
  if (status(user) == 1)
    use(user);
  if (1 == status(user))
    use(user);
  if (status(user) != 1)
    return;
  use(user);
}
void numberWrong(const User &user) {
  if (status(user) != 2)
    return;
  use(user); // expect tamga-custom-guard
}
void cases(const User &user) {
  switch (status(user)) {
  case 1: use(user); break;
  case 2: use(user); break; // expect tamga-custom-guard
  default: use(user); // expect tamga-custom-guard
  }
}
void ternary(const User &user) {
  guard(user) ? use(user) : quit();
  denied(user) ? quit() : use(user);
}
void shortCircuit(const User &user) {
  guard(user) && (use(user), true);
}
void declared(const User &user) {
  if (bool ok = guard(user); ok)
    use(user);
  if (bool ok = guard(user))
    use(user);
}
void isDenied(const User &user) {
  if (denied(user))
    use(user); // expect tamga-custom-guard
  else
    use(user);
}
void ignored(const User &user) {
  guard(user);
  use(user); // expect tamga-custom-guard
}
void after(const User &user) {
  use(user); // expect tamga-custom-guard
  require(user);
}
void looped(const User &user) {
  while (!guard(user))
    other();
  use(user);
}
void inLoop(const User &user) {
  for (int i = 0; i < 3; i++)
    if (guard(user))
      use(user);
}
void onlyInLoop(const User &user) {
  for (int i = 0; other(); i++)
    require(user);
  use(user); // expect tamga-custom-guard
}
void continues(const User *users, int count) {
  for (int i = 0; i < count; i++) {
    if (!guard(users[i]))
      continue;
    use(users[i]);
  }
}
