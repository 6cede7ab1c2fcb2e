// RUN: %check %s --pack generic --check tamga-custom-guard
// The rule of shape `guarded` of the generic pack.
struct Person;
bool guard(const Person &person);
bool denied(const Person &person);
void require(const Person &person);
int status(const Person &person);
void withdraw(const Person &person);
void use(const Person &person);

void outcomes(const Person &one) {
  use(one); // expect tamga-custom-guard
  if (guard(one))
    use(one);
  else
    use(one); // expect tamga-custom-guard
  if (!denied(one))
    use(one);
  if (status(one) == 1)
    use(one);
  if (status(one) == 2)
    use(one); // expect tamga-custom-guard
}

void returning(const Person &one) {
  require(one);
  use(one);
  withdraw(one);
  use(one); // expect tamga-custom-guard
}

void subjects(const Person &one, const Person &other) {
  if (guard(one))
    use(other); // expect tamga-custom-guard
}

void operators(const Person &one, bool flag) {
  if (flag && guard(one))
    use(one);
  if (flag || guard(one))
    use(one); // expect tamga-custom-guard
  bool isGood = false;
  if (flag)
    isGood = guard(one);
  if (isGood)
    use(one);
}
