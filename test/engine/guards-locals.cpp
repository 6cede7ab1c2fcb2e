// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Subjects that are made where they are used.
#include <string>
#include <vector>
struct Person {
  int id = 0;
  std::string name;
};
bool guard(const Person &person);
void require(const Person &person);
void use(const Person &person);
int more();

void madeInPlace() {
  Person ann{1, "ann"}, bob{2, "bob"};
  if (guard(ann)) {
    use(ann); // clean
    use(bob); // expect tamga-custom-guard
  }
  use(ann); // expect tamga-custom-guard
}
void filledIn() {
  Person ann, bob;
  ann.id = 1;
  bob.id = 2;
  require(ann);
  use(ann); // clean
  use(bob); // expect tamga-custom-guard
}
void copied() {
  Person ann{1, "ann"};
  Person copy = ann;
  if (guard(copy)) {
    use(copy); // clean
    use(ann);  // clean
  }
}
void inLoop() {
  for (int id = 0; id < 3; ++id) {
    Person person{id, "someone"};
    if (!guard(person))
      continue;
    use(person); // clean
  }
}
void guardedInLoop() {
  Person ann{1, "ann"};
  if (!guard(ann))
    return;
  while (more()) {
    Person guest{2, "guest"};
    use(ann);   // clean
    use(guest); // expect tamga-custom-guard
  }
}
static void show(const Person &person) {
  if (guard(person))
    use(person); // clean
}
void passedOn() {
  Person ann{1, "ann"}, bob{2, "bob"};
  show(ann);
  show(bob);
  const Person *pointer = &ann;
  if (guard(*pointer)) {
    use(ann); // clean
    use(bob); // expect tamga-custom-guard
  }
}
