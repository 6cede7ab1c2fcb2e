// RUN: %check %s --pack generic --check tamga-custom-guard -- -std=c++20
// Whose guard it is, and until when.
#include "Inputs/guards.h"
#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>
Person load(int id);
int nextId();
std::string nextName();

//== Guards: subject reassigned
void reassigned(Person person, const Person &friendOf) {
  require(person);
  person = friendOf;
  use(person); // expect tamga-custom-guard
}
void reassignedLoaded(Person person) {
  if (!guard(person))
    return;
  person = load(7);
  use(person); // expect tamga-custom-guard
}
void reassignedBack(int id) {
  const int asked = id;
  require(id);
  id = nextId();
  use(asked); // clean
}
void reassignedPointer(const Person *person, const Person *next) {
  require(*person);
  person = next;
  use(*person); // expect tamga-custom-guard
}
void reassignedBefore(Person person, const Person &friendOf) {
  person = friendOf;
  require(person);
  use(person); // clean
}
void reassignedBetween(int id) {
  require(id);
  use(id); // clean
  id = nextId();
  use(id); // expect tamga-custom-guard
  require(id);
  use(id); // clean
}
void reassignedSometimes(int id) {
  require(id);
  if (coin())
    id = nextId();
  use(id); // expect tamga-custom-guard
}
void reassignedIncrement(int id) {
  require(id);
  ++id;
  use(id); // expect tamga-custom-guard
}
void reassignedText(std::string name) {
  if (!guard(name))
    return;
  name = nextName();
  use(name); // expect tamga-custom-guard
}
void reassignedOther(int id, int &count) {
  require(id);
  count = nextId();
  use(id); // clean
}
static void renew(int &id) { id = nextId(); }
void reassignedByCallee(int id) {
  require(id);
  renew(id);
  use(id); // expect tamga-custom-guard
}
void reassignedSwapped(Person first, Person second) {
  require(first);
  std::swap(first, second);
  use(first); // expect tamga-custom-guard
}
void reassignedSwappedBoth(Person first, Person second) {
  require(first);
  std::swap(first, second);
  use(second); // clean
}
void reassignedMoved(Person person) {
  require(person);
  Person kept = std::move(person);
  use(kept); // clean
}
void reassignedField(Person person) {
  require(person);
  person.age = 20;
  use(person); // clean
}
void reassignedId(Person person) {
  if (!guard(person.id))
    return;
  person.id = nextId();
  use(person.id); // expect tamga-custom-guard
}

//== Guards: for another object
void another(const Person &person, const Person &friendOf) {
  require(friendOf);
  use(person); // expect tamga-custom-guard
}
void anotherToo(const Person &person, const Person &friendOf) {
  if (guard(person) && guard(friendOf)) {
    use(person); // clean
    use(friendOf); // clean
  }
}
void anotherOr(const Person &person, const Person &friendOf) {
  if (guard(person) || guard(friendOf))
    use(person); // expect tamga-custom-guard
}
void anotherLocal(int id) {
  Person person = load(id), second = load(id + 1);
  require(person);
  use(second); // expect tamga-custom-guard
}
void anotherCopy(const Person &person) {
  require(person);
  Person copy = person;
  use(copy); // clean
}
void anotherPart(const Person &person, const Person &friendOf) {
  require(person);
  use(friendOf.id); // expect tamga-custom-guard
}
void anotherAlias(const Person &person) {
  const Person &alias = person;
  const Person *pointer = &alias;
  require(*pointer);
  use(person); // clean
}
struct Pair {
  Person parent, child;
};
void anotherMember(const Pair &pair) {
  require(pair.parent);
  use(pair.parent); // clean
  use(pair.child); // expect tamga-custom-guard
}
void anotherSwapped(const Pair &pair, bool which) {
  const Person &person = which ? pair.parent : pair.child;
  require(person);
  use(person); // clean
}
static void pass(const Person &asked, const Person &used) {
  require(asked);
  use(used); // expect tamga-custom-guard
}
void anotherPassed(const Person &first, const Person &second) { pass(first, second); }
static void passSame(const Person &asked, const Person &used) {
  require(asked);
  use(used); // clean
}
void samePassed(const Person &person) { passSame(person, person); }

//== Guards: elements of a list
void firstOfList(const std::vector<Person> &people) {
  if (people.empty() || !guard(people[0]))
    return;
  for (const Person &person : people)
    use(person); // missed tamga-custom-guard
}
void sameElement(const std::vector<Person> &people) {
  if (guard(people[0]))
    use(people[0]); // clean
}
void sameIndex(const std::vector<Person> &people, size_t index) {
  require(people[index]);
  use(people[index]); // clean
}
void otherElement(const std::vector<Person> &people) {
  require(people[0]);
  use(people[1]); // expect tamga-custom-guard
}
void otherIndex(const std::vector<Person> &people, size_t first, size_t second) {
  require(people[first]);
  use(people[second]); // expect tamga-custom-guard
}
void movedIndex(const Person *people, int index) {
  require(people[index]);
  ++index;
  use(people[index]); // missed tamga-custom-guard
}
void arrayElement(const Person (&people)[4]) {
  require(people[2]);
  use(people[2]); // clean
  use(people[3]); // expect tamga-custom-guard
}
void wholeList(const std::vector<Person> &people) {
  for (const Person &person : people) {
    if (!guard(person))
      continue;
    use(person); // clean
  }
}
void indexedList(const std::vector<Person> &people) {
  for (size_t index = 0; index < people.size(); ++index) {
    if (denied(people[index]))
      continue;
    use(people[index]); // clean
  }
}
void indexedWrong(const std::vector<Person> &people) {
  for (size_t index = 0; index + 1 < people.size(); ++index) {
    if (!guard(people[index]))
      continue;
    use(people[index + 1]); // expect tamga-custom-guard
  }
}
void atElement(const std::vector<Person> &people) {
  if (guard(people.at(1)))
    use(people.at(1)); // clean
}
void frontBack(const std::vector<Person> &people) {
  require(people.front());
  use(people.front()); // clean
  use(people.back()); // expect tamga-custom-guard
}
void keyed(const std::map<int, Person> &people, int key, int other) {
  require(people.at(key));
  use(people.at(key)); // clean
  use(people.at(other)); // expect tamga-custom-guard
}

void keyedConstants(const std::map<int, Person> &people) {
  require(people.at(1));
  use(people.at(2)); // expect tamga-custom-guard
}
void team() {
  Person people[3];
  people[0] = load(1);
  people[1] = load(2);
  require(people[0]);
  use(people[0]); // clean
  use(people[1]); // expect tamga-custom-guard
}
void standardArray(const std::array<Person, 3> &people) {
  require(people[0]);
  use(people[2]); // expect tamga-custom-guard
}

//== Guards: inside a loop
void loopEach(const std::vector<int> &ids) {
  for (int id : ids)
    if (guard(id))
      use(id); // clean
}
void loopAfter(const std::vector<int> &ids) {
  for (int id : ids)
    require(id);
  use(7); // expect tamga-custom-guard
}
void loopUntil(int id) {
  while (!guard(id))
    note("again");
  use(id); // clean
}
void loopMaybeNone(const Person &person, int count) {
  for (int turn = 0; turn < count; ++turn)
    require(person);
  use(person); // expect tamga-custom-guard
}
void loopOnce(const Person &person) {
  do {
    require(person);
  } while (coin());
  use(person); // clean
}
void loopBreak(const Person &person) {
  for (;;) {
    if (guard(person))
      break;
    note("again");
  }
  use(person); // clean
}
void loopBreakWrong(const Person &person) {
  for (int turn = 0;; ++turn) {
    if (guard(person))
      break;
    if (turn > 3)
      break;
  }
  use(person); // expect tamga-custom-guard
}
void loopTries(const Person &person) {
  bool ok = false;
  for (int turn = 0; turn < 3 && !ok; ++turn)
    ok = guard(person);
  if (!ok)
    return;
  use(person); // clean
}
void loopFirst(int id) {
  bool asked = false;
  while (coin()) {
    if (!asked) {
      require(id);
      asked = true;
    }
    use(id); // clean
  }
}
void loopFirstMoved(int id) {
  bool asked = false;
  while (coin()) {
    if (!asked) {
      require(id);
      asked = true;
    }
    use(id); // expect tamga-custom-guard
    id = nextId();
  }
}
void loopBefore(int id) {
  require(id);
  while (coin()) {
    use(id); // expect tamga-custom-guard
    id = nextId();
  }
}
void loopContinue(const std::vector<int> &ids) {
  for (int id : ids) {
    if (coin())
      continue;
    use(id); // expect tamga-custom-guard
  }
}

//== Guards: numbers that count
void countUp(int count) {
  for (int id = 0; id < count; ++id)
    if (guard(id))
      use(id); // clean
}
void countUpWrong(int count) {
  for (int id = 0; id < count; ++id)
    if (!guard(id))
      use(id); // expect tamga-custom-guard
}
void countFound(int count) {
  int found = -1;
  for (int id = 0; id < count; ++id)
    if (guard(id)) {
      found = id;
      break;
    }
  if (found >= 0)
    use(found); // clean
}
void nextInLine(int id) {
  while (id) {
    if (!guard(id))
      return;
    use(id); // clean
    id = nextId();
  }
}
void nextTooEarly(int id) {
  while (id) {
    if (!guard(id))
      return;
    id = nextId();
    use(id); // expect tamga-custom-guard
  }
}
void countOther(int count, int other) {
  for (int id = 0; id < count; ++id)
    if (guard(other))
      use(id); // expect tamga-custom-guard
}
